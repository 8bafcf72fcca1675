//! Above a list: the field to search in, the filters behind one button, those that are set, and how many are shown.

use super::icon::{Pic, icon};
use super::select::select;
use crate::app::{Asked, Facet};
use crate::record::{Field, Kind, gather, text::fold};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::finding::ListState;
use crate::ui::html::{El, button, div, el, follow};
use crate::ui::shared::{Derived, Shared};
use leptos::prelude::AnyView;

/// `count` gives how many lines are shown, of how many.
pub fn search(desk: Desk, kind: Kind, count: impl Fn() -> (usize, usize) + Copy + Send + Sync + 'static) -> El {
    let state = desk.finding.list(kind);
    el("form")
        .class("stack tight")
        .attr("role", "search")
        .on("submit", |event| {
            // Everything is found while one types; Enter has nothing to send, and takes the keyboard of a phone away.
            event.prevent_default();
            browser::focus("#found");
        })
        .child(div("search-line").child([field(desk, kind, state), filter_button(desk, state)]))
        .follow(move || state.are_filters_open.get().then(|| filters(desk, kind, state)))
        .follow(move || set_filters(desk, kind, state))
        .child(status(desk, state, count))
}

/// Asks for everything again.
pub fn clear_all(desk: Desk, kind: Kind) {
    desk.finding.list(kind).take_back(desk, |asked| *asked = Asked::default());
    browser::focus("#search");
}

fn field(desk: Desk, kind: Kind, state: ListState) -> El {
    let words = &desk.words().search;
    let is_typed = Derived::new(move || !state.asked.see().typed.is_empty());
    let clear = move || {
        state.ask(desk, |asked| asked.typed.clear());
        browser::focus("#search");
    };
    let clear = move || {
        let clear = button("icon-btn", "search-clear", clear).attr("aria-label", words.clear).child(icon(Pic::Close));
        is_typed.get().then_some(clear)
    };
    let input = el("input")
        .attr("id", "search")
        .attr("aria-label", if kind == Kind::Session { words.trainings } else { words.visits })
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("placeholder", words.placeholder)
        .test("search")
        .value(move || state.asked.see().typed.clone())
        .on("focus", move |_| desk.prepare_search())
        .on("blur", move |_| state.name(desk))
        .on_input(move |typed| state.type_in(desk, typed));
    div("box").child(icon(Pic::Search)).child(input).follow(clear)
}

fn filter_button(desk: Desk, state: ListState) -> El {
    let words = &desk.words().search;
    let label = move || match state.asked.see().filters() {
        0 => words.filters.to_owned(),
        set => [words.filters, " (", &set.to_string(), ")"].concat(),
    };
    let press = move || {
        desk.prepare_search();
        state.are_filters_open.update(|open| *open = !*open);
    };
    button("btn quiet", "filters", press)
        .attr_when("aria-expanded", move || Some(state.are_filters_open.get().to_string()))
        .child(icon(Pic::Settings))
        .child(el("span").follow(label))
}

/// How many are shown, told politely. In reach of the keyboard after a filter was taken back.
fn status(desk: Desk, state: ListState, count: impl Fn() -> (usize, usize) + Copy + Send + Sync + 'static) -> El {
    let words = &desk.words().search;
    let told = Derived::new(move || match (state.asked.see().is_empty(), desk.can_search()) {
        (true, _) => String::new(),
        (_, false) => words.preparing.to_owned(),
        _ => {
            let (shown, all) = count();
            (words.shown)(shown, all)
        }
    });
    el("p")
        .class("stone")
        .attr("id", "found")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .test("found")
        .follow(move || Some(told.get()).filter(|told| !told.is_empty()))
}

/// The filters that would narrow the list: those of which the notes have more than one value.
fn filters(desk: Desk, kind: Kind, state: ListState) -> El {
    // What is set elsewhere is set here anew; what is set here stays in the hand.
    state.taken_back.see();
    let asked = state.asked.peek();
    // One may have hundreds of values, so each holds the screen for a moment of its own.
    let drawn = Shared::new(0);
    leptos::task::spawn_local(async move {
        for number in 1..=Facet::CHOSEN.len() {
            browser::breathe().await;
            if drawn.is_gone() {
                break;
            }
            drawn.set(number);
        }
    });
    let choices = (0..).zip(&Facet::CHOSEN).map(|(at, facet)| {
        let is_due = Derived::new(move || *drawn.see() > at);
        let choices = move || {
            let values = if is_due.get() { desk.values(kind, *facet) } else { Vec::new() };
            let chosen = desk.with_names(|names| facet.standing(names.log, state.asked.peek().chosen(*facet)));
            (values.len() > 1 || !chosen.is_empty()).then(|| choice(desk, kind, state, *facet, values, chosen))
        };
        follow(choices)
    });
    let choices: Vec<AnyView> = choices.collect();
    let has_days = desk.values(kind, Facet::Date).len() > 1 || asked.has_period();
    let days = has_days.then(|| {
        let from = day(desk, state, "filter-from", Field::StartsOn, asked.from.clone(), |asked, day| asked.from = day);
        [from, day(desk, state, "filter-to", Field::EndsOn, asked.to.clone(), |asked, day| asked.to = day)]
    });
    div("card filters").test("filter-panel").child(days).child(choices)
}

fn day(desk: Desk, state: ListState, id: &'static str, field: Field, day: String, set: fn(&mut Asked, String)) -> El {
    let input = el("input")
        .class("input")
        .attr("type", "date")
        .attr("id", id)
        .attr("value", day)
        .test(id)
        .on_input(move |day| state.ask(desk, |asked| set(asked, day)));
    div("field").child(el("label").attr("for", id).child((desk.words().labels.field)(field))).child(input)
}

fn choice(desk: Desk, kind: Kind, state: ListState, facet: Facet, values: Vec<(String, usize)>, chosen: String) -> El {
    let named = values
        .into_iter()
        .map(|(value, notes)| {
            let name = desk.with_names(|names| facet.value_in_words(names, &value));
            (fold(&name), name, value, notes)
        })
        .collect();
    let named = gather::ordered(named, |a: &(String, String, String, usize), b| a.0.cmp(&b.0));
    let values =
        named.into_iter().map(|(_, name, value, notes)| (value, [&name, " (", &notes.to_string(), ")"].concat()));
    let label = facet_name(desk, kind, facet);
    let any = Some(desk.words().search.any);
    select(facet_id(facet), label, any, values.collect(), &chosen, move |value| {
        state.ask(desk, |asked| asked.choose(facet, value));
    })
}

/// The filters that are set, each to be taken back with one tap.
fn set_filters(desk: Desk, kind: Kind, state: ListState) -> Option<El> {
    let words = &desk.words().search;
    let asked = state.asked.see();
    let chip = move |label: String, take_back: fn(&mut Asked, Facet), facet: Facet| {
        let press = move || {
            state.take_back(desk, |asked| take_back(asked, facet));
            browser::focus("#found");
        };
        button("chip", "filter-set", press)
            .attr("aria-label", (words.without)(&label))
            .child(label)
            .child(icon(Pic::Close))
    };
    let mut chips = Vec::new();
    if asked.has_period() {
        let short = |day: &str| desk.lang.get().date_short(day);
        let label = (words.period)(&short(&asked.from), &short(&asked.to));
        chips.push(chip(label, |asked, _| (asked.from, asked.to) = Default::default(), Facet::Date));
    }
    for facet in &Facet::CHOSEN {
        let value = asked.chosen(*facet);
        if !value.is_empty() {
            let label =
                [facet_name(desk, kind, *facet), ": ", &desk.with_names(|names| facet.value_in_words(names, value))]
                    .concat();
            chips.push(chip(label, |asked, facet| asked.choose(facet, String::new()), *facet));
        }
    }
    (!chips.is_empty()).then(|| div("chips set").child(chips))
}

fn facet_id(facet: Facet) -> String {
    ["filter-", facet.name()].concat()
}

fn facet_name(desk: Desk, kind: Kind, facet: Facet) -> &'static str {
    let short = desk.words().labels.short;
    let is_training = kind == Kind::Session;
    match facet {
        Facet::Date => desk.words().lists.column_date,
        Facet::Area => short(Field::ProductionAreas),
        Facet::Theme => short(Field::Themes),
        Facet::Topic => short(Field::Topics),
        Facet::Manner => short(if is_training { Field::Method } else { Field::VisitType }),
        Facet::With => short(if is_training { Field::Organiser } else { Field::HostOrganisation }),
        Facet::Municipality => short(Field::Municipality),
        Facet::By => desk.words().lists.column_by,
        Facet::Status => short(Field::Status),
    }
}
