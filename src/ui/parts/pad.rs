//! The count pad: to be hit without looking. A tap adds one with a buzz; a held key, or the −1 key before a tap, takes one away.

use super::icon::{Pic, icon};
use crate::app::form_counts::Way;
use crate::app::form_pad::{Counts, Did, Hit, Pad};
use crate::app::workspace::age_bands;
use crate::record::cells::{self, CellKey, parse_count};
use crate::record::{Choice, Field, bands};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::{Derived, Shared};
use std::sync::Arc;

/// Letter, look and meaning of each column. "Not recorded" is a column, never a guess.
const COLUMNS: [(&str, &str, Choice); 3] =
    [("w", "key w", Choice::Female), ("m", "key m", Choice::Male), ("o", "key o", Choice::OtherOrNotStated)];

/// So long is a key held until it takes one away, in milliseconds.
const HOLD: i32 = 500;

/// The form that is counted in, and how the pad stands; as cheap to copy as a number.
#[derive(Clone, Copy)]
pub struct Counter {
    pub desk: Desk,
    pub filling: Filling,
    pub pad: Shared<Pad>,
    press: Shared<Press>,
}

/// The finger on a key.
#[derive(Clone, Copy, Default)]
struct Press {
    /// Tells one from the next.
    number: u32,
    is_down: bool,
    /// It was held until the key took one away; lifting it then is no tap.
    was_held: bool,
}

impl Counter {
    pub fn new(desk: Desk, filling: Filling) -> Self {
        let pad = Pad::open(&filling.form.peek());
        Counter { desk, filling, pad: Shared::new(pad), press: Shared::new(Press::default()) }
    }

    /// Lets the pad make something of the form; where something changed, it is kept at once.
    fn count(self, hit: &dyn Fn(&mut Pad) -> Option<Counts>) -> bool {
        let mut made = None;
        self.pad.update(|pad| made = hit(pad));
        let is_hit = made.is_some();
        if let Some(counts) = made {
            self.filling.edit(|form| form.set_counts(counts));
        }
        is_hit
    }

    fn tap(self, sex: Choice, age: &str, is_held: bool) {
        if self.count(&|pad| pad.tap(&self.filling.form.peek(), sex, age, is_held)) {
            browser::buzz();
        }
    }

    fn write(self, sex: Choice, age: &str, typed: &str) {
        self.count(&|pad| pad.write(&self.filling.form.peek(), sex, age, parse_count(typed)));
    }

    fn undo(self) {
        if self.count(&Pad::undo) {
            browser::buzz();
        }
    }

    fn press_down(self, sex: Choice, age: Arc<str>) {
        self.press.update(|press| {
            *press = Press { number: press.number.wrapping_add(1), is_down: true, was_held: false };
        });
        let number = self.press.peek().number;
        browser::after(HOLD, move || {
            // The form may have been left, and the finger lifted.
            if self.press.is_gone() || self.press.peek().number != number || !self.press.peek().is_down {
                return;
            }
            self.press.update(|press| press.was_held = true);
            self.tap(sex, &age, true);
        });
    }

    fn lift(self) {
        self.press.update(|press| press.is_down = false);
    }

    fn click(self, sex: Choice, age: &str) {
        if self.press.peek().was_held {
            self.press.update(|press| press.was_held = false);
        } else {
            self.tap(sex, age, false);
        }
    }
}

/// The keys: women, men and not recorded by age, of the role that is chosen.
pub fn pad(counter: Counter) -> El {
    let Counter { desk, filling, pad, .. } = counter;
    let words = desk.words().pad();
    let of_role = Derived::new(move || filling.form.see().cells_of(pad.see().role));
    let column = |(letter, sex): (&'static str, Choice)| {
        let sum = move || cells::sum_of(&of_role.see(), sex).map_or("–".to_owned(), |sum| sum.to_string());
        let sum = el("b").test(["sum-", letter].concat()).follow(sum);
        el("th").attr("scope", "col").child((words.column)(sex)).child(" ").child(sum)
    };
    let rows = {
        let notebook = desk.notebook.peek();
        bands::rows(&age_bands(&notebook.log), filling.form.peek().cells())
    };
    let head = el("tr").child(el("td")).child(COLUMNS.map(|(letter, _, sex)| column((letter, sex))));
    let is_typing = Derived::new(move || pad.see().is_typing);
    let body = move || {
        let row = |(at, band): (usize, &String)| {
            let head = el("th").attr("scope", "row").child((words.age)(band));
            let cell = |(letter, class, sex): (&'static str, &'static str, Choice)| {
                let age: Arc<str> = Arc::from(band.as_str());
                let count = count_of(of_role, pad, sex, age.clone());
                if !is_typing.get() {
                    return el("td").child(key(counter, (letter, class, sex), age, count));
                }
                // Enter goes on to the next field, as on paper.
                let next = match letter {
                    "w" => name("m", band),
                    "m" => name("o", band),
                    _ => name("w", rows.get(at.saturating_add(1)).unwrap_or(band)),
                };
                el("td").child(field(counter, (letter, sex), age, count, next))
            };
            el("tr").child(head).child(COLUMNS.map(cell))
        };
        rows.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    el("table")
        .class("pad")
        .class_when("less", move || pad.see().is_less)
        .test("count-pad")
        .attr_when("aria-label", move || Some((desk.words().counting().role)(pad.see().role).to_owned()))
        // What a long press opens elsewhere would stand over the keys.
        .on("contextmenu", |event| event.prevent_default())
        .child(el("thead").child(head))
        .child(el("tbody").follow(body))
}

/// `key-w-18_29`: the name of a key or a field, for tests and for the next one.
fn name(letter: &str, band: &str) -> String {
    ["key-", letter, "-", band].concat()
}

fn count_of(
    of_role: Derived<Vec<crate::record::Value>>,
    pad: Shared<Pad>,
    sex: Choice,
    age: Arc<str>,
) -> Derived<Option<i64>> {
    Derived::new(move || cells::count(&of_role.see(), CellKey { sex, age: &age, role: pad.see().role }))
}

/// What a key or a field counts, read aloud: "mujeres, 18 a 29 años".
fn spoken(desk: Desk, sex: Choice, band: &str) -> String {
    let words = desk.words().pad();
    [(words.sex)(sex), ", ", &(words.age_long)(band)].concat()
}

fn key(
    counter: Counter,
    (letter, class, sex): (&'static str, &'static str, Choice),
    age: Arc<str>,
    count: Derived<Option<i64>>,
) -> El {
    let Counter { desk, pad, .. } = counter;
    let spoken = spoken(desk, sex, &age);
    let (last, down, tapped) = (age.clone(), age.clone(), age.clone());
    let is_last = move |hit: &Hit| hit.sex == sex && *hit.age == *last && hit.role == pad.see().role;
    el("button")
        .attr("type", "button")
        .class(class)
        .class_when("blank", move || count.get().is_none())
        .class_when("last", move || pad.see().last().is_some_and(&is_last))
        .test(name(letter, &age))
        .attr_when("aria-label", move || Some((desk.words().pad().key)(&spoken, count.get(), pad.see().is_less)))
        .on("pointerdown", move |_| counter.press_down(sex, down.clone()))
        .on("pointerup", move |_| counter.lift())
        .on("pointercancel", move |_| counter.lift())
        .on("pointerleave", move |_| counter.lift())
        .on("click", move |_| counter.click(sex, &tapped))
        .follow(move || count.get().map_or("–".to_owned(), |count| count.to_string()))
}

/// The same cell to be typed into, for a list that is already on paper.
fn field(
    counter: Counter,
    (letter, sex): (&'static str, Choice),
    age: Arc<str>,
    count: Derived<Option<i64>>,
    next: String,
) -> El {
    el("input")
        .class(letter)
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "next")
        .attr("maxlength", "4")
        .attr("aria-label", spoken(counter.desk, sex, &age))
        .test(name(letter, &age))
        .value(move || count.get().map_or(String::new(), |count| count.to_string()))
        .on("input", move |event| counter.write(sex, &age, &browser::only_digits(&event)))
        .on("keydown", move |event| {
            if browser::is_enter(&event) {
                // It never saves the form around it.
                event.prevent_default();
                browser::focus(&["[data-test=\"", &next, "\"]"].concat());
            }
        })
}

/// The running total, −1, typing and Undo, under the thumb.
pub fn tally(counter: Counter) -> El {
    let Counter { desk, filling, pad, .. } = counter;
    let words = desk.words();
    let counted = Derived::new(move || filling.form.see().counted());
    let named = move |hit: &Hit| match hit.did {
        Did::Typed => {
            let what = [(words.pad().one)(hit.sex), ", ", &(words.pad().age)(&hit.age)].concat();
            (words.counting().last_typed)(&what)
        }
        did => (words.pad().last)(hit.sex, &hit.age, did == Did::TookAway),
    };
    let told = move || {
        let pad = pad.see();
        match pad.last() {
            _ if pad.is_less => words.pad().tap_to_remove.to_owned(),
            Some(hit) => named(hit),
            None if pad.is_typing => words.counting().type_in_boxes.to_owned(),
            None => words.pad().tap_each.to_owned(),
        }
    };
    let counts = move || {
        let form = filling.form.see();
        let total = form.main().int(Field::Total).filter(|_| pad.see().way == Way::List);
        let unit = form.main().choice(Field::CountingUnit).filter(|unit| *unit != Choice::People);
        match total {
            Some(total) => (words.counting().of_list)(total),
            None => crate::i18n::in_running_text((words.labels.choice)(unit.unwrap_or(Choice::Attendances))),
        }
    };
    let total = el("output")
        .attr("aria-live", "polite")
        .test("total")
        .child(el("b").follow(move || counted.get().unwrap_or_default().to_string()))
        .follow(counts)
        .child(el("small").follow(told));
    let less = button("btn quiet less", "pad-less", move || pad.update(|pad| pad.is_less = !pad.is_less))
        .attr_when("aria-pressed", move || Some(pad.see().is_less.to_string()))
        .attr("aria-label", words.pad().one_less)
        .is("disabled", move || counted.get().is_none() || pad.see().is_typing)
        .child("−1");
    let turn = move || {
        pad.update(|pad| {
            pad.is_typing = !pad.is_typing;
            pad.is_less = false;
        });
    };
    let typing = button("btn quiet", "pad-type", turn)
        .attr_when("aria-pressed", move || Some(pad.see().is_typing.to_string()))
        .attr("aria-label", words.counting().type_numbers)
        .child("123");
    let undo = button("btn quiet", "pad-undo", move || counter.undo())
        .is("disabled", move || pad.see().last().is_none())
        .attr("aria-label", words.common.undo)
        .child(icon(Pic::Undo));
    div("tally").test("tally").child([total, less, typing, undo])
}
