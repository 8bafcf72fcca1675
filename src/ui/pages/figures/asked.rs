//! What the figures are about: a choice for each part, behind one button on a phone.

use crate::app::figures::{Part, values};
use crate::app::workspace::{age_bands, reporting_periods};
use crate::record::Field;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::select::select;
use crate::ui::shared::Derived;

pub fn asked(desk: Desk) -> El {
    let words = &desk.words().search;
    let counting = desk.counting;
    let set = Derived::new(move || counting.asked.see().parts());
    let label = move || match set.get() {
        0 => words.filters.to_owned(),
        set => [words.filters, " (", &set.to_string(), ")"].concat(),
    };
    let summary = el("summary").class("btn quiet").test("figure-filters").child(icon(Pic::Settings));
    let clear = move || {
        (set.get() > 0).then(|| {
            let clear = move || {
                counting.clear();
                browser::focus("[data-test=figure-filters]");
            };
            button("btn plain", "clear-all", clear).child(icon(Pic::Close)).child(words.clear_all)
        })
    };
    let all = move || {
        counting.taken_back.see();
        Part::ALL.into_iter().filter_map(|part| choice(desk, part)).collect::<Vec<_>>()
    };
    el("details")
        .class("asked")
        .child(summary.child(el("span").follow(label)))
        .child(div("card filters").follow(all).follow(clear))
}

/// The choice of a part; none where there is nothing to choose from.
fn choice(desk: Desk, part: Part) -> Option<El> {
    let counting = desk.counting;
    let values = {
        let trainings = counting.trainings.see();
        desk.with_names(|names| values(part, names, &trainings, &reporting_periods(names.log), &age_bands(names.log)))
    };
    let chosen = counting.asked.peek().chosen(part).to_owned();
    if values.is_empty() && chosen.is_empty() {
        return None;
    }
    let words = desk.words().figures();
    let short = desk.words().labels.short;
    let (id, label, any) = match part {
        Part::Period => ("figure-period", words.period, words.all_time),
        Part::Place => ("figure-place", words.place, desk.words().search.any),
        Part::Topic => ("figure-topic", short(Field::Topics), desk.words().search.any),
        Part::Area => ("figure-area", short(Field::ProductionAreas), desk.words().search.any),
        Part::Method => ("figure-method", short(Field::Method), desk.words().search.any),
        Part::Organiser => ("figure-organiser", short(Field::Organiser), desk.words().search.any),
        Part::Role => ("figure-role", words.role, words.everyone),
        Part::Sex => ("figure-sex", words.sex, words.everyone),
        Part::Age => ("figure-age", words.age, words.everyone),
    };
    Some(select(id, label, Some(any), values, &chosen, move |value| counting.ask(|asked| asked.choose(part, value))))
}
