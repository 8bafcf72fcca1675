//! The ways to count: only a total, one by one, or a list with what was counted. A plain switch, and what each needs.

use super::fields::At;
use super::icon::{Pic, icon};
use super::number::{Asked, number};
use super::pad::{Counter, pad};
use crate::app::form_counts::Way;
use crate::record::{Choice, Field, Kind};
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::Derived;

const TOTAL: At = At { kind: Kind::Session, field: Field::Total };

/// The roles that are counted nearly everywhere.
const COMMON: [Choice; 2] = [Choice::Producer, Choice::Official];
/// The others, one tap further away.
const RARE: [Choice; 4] = [Choice::Promoter, Choice::Staff, Choice::Student, Choice::Other];

/// The side on which people are counted.
pub fn ways(counter: Counter) -> [El; 2] {
    let Counter { desk, pad, .. } = counter;
    let words = desk.words().counting();
    let segment = |(way, label): (Way, &'static str)| {
        button("", "", move || choose(counter, way))
            .test(match way {
                Way::Total => "way-total",
                Way::Grid => "way-grid",
                Way::List => "way-list",
            })
            .attr_when("aria-pressed", move || Some((pad.see().way == way).to_string()))
            .child(label)
    };
    let segments = Way::ALL.into_iter().zip(words.ways).map(segment).collect::<Vec<_>>();
    let switch = div("seg three").attr("role", "group").attr("aria-label", words.way).child(segments);
    let way = Derived::new(move || Chosen(pad.see().way));
    let body = div("counting").test("counting").follow(move || match way.get().0 {
        Way::Total => vec![only_total(counter)],
        Way::Grid => vec![total_stays(counter), roles(counter), self::pad(counter)],
        Way::List => vec![list(counter), roles(counter), self::pad(counter)],
    });
    [switch, body]
}

/// For a signal, which wants a value to begin with.
#[derive(Clone, Copy, Default, PartialEq)]
struct Chosen(Way);

fn choose(counter: Counter, way: Way) {
    // It is no typing yet: a form in which nothing stands is not kept.
    let mut form = counter.filling.form.peek_value();
    counter.pad.update(|pad| pad.choose_way(&mut form, way));
    if form != *counter.filling.form.peek() {
        counter.filling.edit(|now| *now = form);
    }
}

fn only_total(counter: Counter) -> El {
    let Counter { desk, filling, .. } = counter;
    let words = desk.words().counting();
    let asked = Asked { at: TOTAL, test: "typed-total", label: words.only_total, unit: "" };
    let stays = move || filling.form.see().counted().map(|counted| note((words.counted_stays)(counted)));
    div("stack")
        .child(number(desk, filling, asked))
        .child(el("p").class("hint").child(words.only_total_hint))
        .follow(stays)
        .follow(move || difference(counter))
}

/// Where a total stands that is not what was counted, it is not hidden.
fn total_stays(counter: Counter) -> El {
    let Counter { desk, filling, .. } = counter;
    div("found").follow(move || {
        let total = filling.form.see().main().int(Field::Total);
        let differs = filling.form.see().counted() != total;
        total.filter(|_| differs).map(|total| note((desk.words().counting().total_stays)(total)))
    })
}

/// The total of the list in one line with what is still to be counted.
fn list(counter: Counter) -> El {
    let Counter { desk, filling, .. } = counter;
    let asked = Asked { at: TOTAL, test: "typed-total", label: desk.words().counting().list_total, unit: "" };
    div("of-list").child(number(desk, filling, asked)).child(div("told").follow(move || difference(counter)))
}

/// How far the total is from what was counted; nothing where they agree or one is missing.
fn difference(counter: Counter) -> Option<El> {
    let difference = counter.filling.form.see().difference().filter(|difference| *difference != 0)?;
    let told = (counter.desk.words().training().difference)(difference);
    Some(el("b").attr("role", "status").test("difference").child(told))
}

fn note(text: String) -> El {
    let told = el("span").class("grow").child(text);
    el("p").class("note tight").attr("role", "status").test("stays").child(icon(Pic::Info)).child(told)
}

/// Who is counted. A role that was counted says how many.
fn roles(counter: Counter) -> El {
    let Counter { desk, filling, pad, .. } = counter;
    let words = desk.words().counting();
    let counted = move |role: Choice| filling.form.see().counted_role(role);
    let named = move |role: Choice| match counted(role) {
        Some(count) => [(words.role)(role), " ", &count.to_string()].concat(),
        None => (words.role)(role).to_owned(),
    };
    let choose = move |role: Choice| pad.update(|pad| pad.role = role);
    let segment = |role: Choice| {
        button("role", "", move || choose(role))
            .test(["role-", role.name()].concat())
            .attr_when("aria-pressed", move || Some((pad.see().role == role).to_string()))
            .child((words.role)(role))
            .follow(move || counted(role).map(|count| el("small").child(count.to_string())))
    };
    let is_rare = move || RARE.contains(&pad.see().role);
    let option = |role: Choice| {
        let option = el("option").attr("value", role.name()).is("selected", move || pad.see().role == role);
        option.follow(move || named(role))
    };
    let sum = move || {
        let all: Vec<i64> = RARE.into_iter().filter_map(counted).collect();
        (!all.is_empty()).then(|| all.iter().sum::<i64>())
    };
    let more = move || match sum() {
        Some(sum) => [words.more_roles, " ", &sum.to_string()].concat(),
        None => words.more_roles.to_owned(),
    };
    let none = el("option").attr("value", "").is("selected", move || !is_rare()).follow(more);
    let select = el("select")
        .class("role")
        .class_when("on", is_rare)
        .test("role-more")
        .attr("aria-label", words.more_roles)
        .on("change", move |event| {
            if let Some(role) = Choice::from_name(&leptos::prelude::event_target_value(&event)) {
                choose(role);
            }
        })
        .child(none)
        .child(RARE.map(option));
    div("seg three roles")
        .attr("role", "group")
        .attr("aria-label", words.role_switch)
        .child(COMMON.map(segment))
        .child(select)
}
