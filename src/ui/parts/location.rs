//! The point on the map: measured by the device with its accuracy in sight, or typed. Refused or unknown, the note goes on.

use super::fields::At;
use super::icon::{Pic, icon};
use super::trouble::{alert, why};
use crate::i18n::Tell;
use crate::record::{Field, Kind, Location, POOR_ACCURACY, Value};
use crate::ui::browser::position::{self, Watch};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::{Derived, Shared};

const AT: At = At { kind: Kind::Visit, field: Field::Location };

/// Metres within which a measurement is good enough to stop by itself.
const GOOD_ENOUGH: i64 = 10;

/// Where measuring stands.
#[derive(Clone, Copy, Default, PartialEq)]
enum Measuring {
    #[default]
    Idle,
    /// The best point so far.
    Watching(Option<Location>),
    Refused,
    Unknown,
}

pub fn location(desk: Desk, filling: Filling) -> El {
    let words = &desk.words().visit_more().location;
    let held = Derived::new(move || {
        let form = filling.form.see();
        form.main().get(AT.field).and_then(Location::from_value)
    });
    let state = Shared::new(Measuring::Idle);
    let watch = Shared::new(Watch::default());
    let keep = move |found: Option<Location>| {
        watch.set(Watch::default());
        state.set(Measuring::Idle);
        filling.edit(|form| form.set(AT.kind, AT.field, found.map_or(Value::Null, Location::to_value)));
    };
    let stop = move || {
        watch.set(Watch::default());
        state.set(Measuring::Idle);
    };
    let measure = move || {
        state.set(Measuring::Watching(None));
        let found = move |found: Result<Location, position::NoPosition>| {
            let best = match *state.peek() {
                Measuring::Watching(best) => best,
                _ => return,
            };
            match found {
                Ok(point) if point.accuracy_m.is_some_and(|metres| metres <= GOOD_ENOUGH) => keep(Some(point)),
                Ok(point) => {
                    let is_better = best.is_none_or(|best| point.accuracy_m <= best.accuracy_m);
                    state.set(Measuring::Watching(if is_better { Some(point) } else { best }));
                }
                // What was measured before the signal went is still a point.
                Err(_) if best.is_some() => {}
                Err(position::NoPosition::Refused) => state.set(Measuring::Refused),
                Err(position::NoPosition::Unknown) => state.set(Measuring::Unknown),
            }
        };
        watch.set(position::watch(found));
    };
    let now = move || match state.get() {
        Measuring::Watching(best) => watching(desk, best, keep, stop),
        Measuring::Refused => told(desk, desk.words().errors.location_refused, measure),
        Measuring::Unknown => told(desk, desk.words().errors.location_unknown, measure),
        Measuring::Idle => match held.get() {
            Some(point) => point_card(desk, point, measure, keep),
            None => button("btn quiet full", "location-measure", measure).child(icon(Pic::Pin)).child(words.measure),
        },
    };
    let typed = move || (held.get().is_none()).then(|| typed(desk, keep));
    div("stack tight").follow(now).follow(typed).child(el("p").class("hint").child(words.privacy))
}

fn watching(
    desk: Desk,
    best: Option<Location>,
    keep: impl Fn(Option<Location>) + Copy + 'static,
    stop: impl Fn() + 'static,
) -> El {
    let words = &desk.words().visit_more().location;
    let metres = best.and_then(|best| best.accuracy_m).map(|metres| desk.lang.get().number(metres));
    let told = metres.map_or(words.waiting.to_owned(), |metres| (words.so_far)(&metres));
    let accept = best.map(|best| button("btn", "location-accept", move || keep(Some(best))).child(words.accept));
    let cancel = button("btn plain", "location-cancel", stop).child(desk.words().common.cancel);
    div("note calm")
        .attr("role", "status")
        .test("location-watching")
        .child(icon(Pic::Pin))
        .child(el("p").class("grow").child(told))
        .child(accept)
        .child(cancel)
}

fn told(desk: Desk, tell: Tell, measure: impl Fn() + Copy + 'static) -> El {
    let again = button("btn quiet", "location-again", measure).child(desk.words().visit_more().location.again);
    div("stack tight").child(alert("location-error", tell.on(desk.device_word()))).child(again)
}

fn point_card(
    desk: Desk,
    point: Location,
    measure: impl Fn() + Copy + 'static,
    keep: impl Fn(Option<Location>) + Copy + 'static,
) -> El {
    let words = &desk.words().visit_more().location;
    let lang = desk.lang.get();
    let accuracy = point.accuracy_m.map(|metres| ["± ", &lang.number(metres), " m"].concat());
    let text = el("span")
        .class("grow")
        .child(el("b").child(point.in_words(lang.words().numbers.decimal)))
        .child(" ")
        .child(el("span").class("small stone").child(accuracy));
    let clear = button("icon-btn", "location-clear", move || keep(None)).attr("aria-label", words.clear);
    let card =
        div("box picked").test("location-held").child(icon(Pic::Pin)).child(text).child(clear.child(icon(Pic::Close)));
    let poor = point.accuracy_m.filter(|metres| *metres > POOR_ACCURACY).map(|metres| {
        let told = el("p").class("grow").child((words.poor)(&lang.number(metres)));
        let again = button("btn quiet", "location-again", measure).child(words.again);
        div("note").test("location-poor").child(icon(Pic::Warning)).child([told, again])
    });
    div("stack tight").child(card).child(poor)
}

/// Latitude and longitude as text. It becomes the point once it can be read and the field is left.
fn typed(desk: Desk, keep: impl Fn(Option<Location>) + Copy + 'static) -> El {
    let words = &desk.words().visit_more().location;
    let text = Shared::new(String::new());
    let is_wrong = Shared::new(false);
    let take = move || {
        let typed = text.peek_value();
        let point = Location::parse(&typed);
        is_wrong.set(point.is_none() && !typed.trim().is_empty());
        if point.is_some() {
            keep(point);
        }
    };
    let input = el("input")
        .class("input")
        .attr("id", "location-typed")
        .attr("autocomplete", "off")
        .test("location-typed")
        .value(move || text.get())
        .on_input(move |typed| text.set(typed))
        .on("change", move |_| take());
    div("field")
        .class_when("wrong", move || is_wrong.get())
        .child(el("label").attr("for", "location-typed").child(words.typed))
        .child(input)
        .child(el("p").class("hint").child(words.typed_hint))
        .follow(move || is_wrong.get().then(|| why("location-wrong", words.typed_wrong)))
}
