//! The map: what happened where, as far as it is known where it lies; the rest is said in words.

use super::reading::asked;
use super::visits::waiting;
use crate::insight::map::{Country, map as drawn, town};
use crate::insight::visits::{By, Row, Visits};
use crate::record::{RecordId, gather};
use crate::report::pictures::of_map;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};
use crate::ui::parts::behind::Behind;
use crate::ui::parts::picture::figure;
use crate::ui::parts::select::select;
use crate::ui::shared::Shared;
use std::collections::BTreeMap;

pub fn map(desk: Desk, read: Shared<Option<Visits>>) -> El {
    let words = desk.words().indicators();
    let is_visits = Shared::new(true);
    let behind = Behind::new(desk, "behind-map");
    let values = vec![
        ("visits".to_owned(), words.visits_here.to_owned()),
        ("sessions".to_owned(), words.sessions_here.to_owned()),
    ];
    let choice =
        select("map-shows", words.on_map, None, values, "visits", move |value| is_visits.set(value == "visits"));
    let shown = move || {
        let read = read.see();
        let Some(visits) = read.as_ref() else { return vec![waiting(desk)] };
        let is_visits = is_visits.get();
        let rows = if is_visits { visits.rows(&asked(desk), By::Municipality) } else { sessions(desk) };
        if rows.is_empty() {
            return vec![el("p").class("stone").child(words.nothing_on_map)];
        }
        let what = if is_visits { words.visits_here } else { words.sessions_here };
        let mut parts = vec![div("maps").child(countries(desk, what, &rows, behind))];
        parts.extend(elsewhere(desk, &rows, behind));
        parts
    };
    let card = el("section").class("card stack").attr("aria-labelledby", "map-title").test("map-card");
    let title = el("h2").attr("id", "map-title").child(words.map);
    card.child([title, el("p").class("hint").child(words.map_hint), div("filters").child(choice)])
        .follow(shown)
        .child(el("p").class("hint").child([words.islands, " ", words.places_from].concat()))
        .child(behind.list())
}

/// Own sessions by municipality, as the page is asked.
fn sessions(desk: Desk) -> Vec<Row> {
    let trainings = desk.counting.trainings.see();
    let filter = desk.counting.asked.see().filter();
    let mut found: BTreeMap<String, Vec<RecordId>> = BTreeMap::new();
    for session in &trainings.sessions {
        if !session.stands_apart() && filter.takes(&trainings, session) {
            let place = trainings.course(session).map(|course| course.municipality.clone()).unwrap_or_default();
            found.entry(place).or_default().push(session.record.clone());
        }
    }
    let rows = found.into_iter().map(|(key, records)| Row { key, records }).collect();
    gather::ordered(rows, |a: &Row, b: &Row| b.records.len().cmp(&a.records.len()))
}

fn countries(desk: Desk, what: &str, rows: &[Row], behind: Behind) -> Vec<El> {
    let words = desk.words().indicators();
    let lang = desk.lang.get();
    let count = |row: &Row| i64::try_from(row.records.len()).unwrap_or(i64::MAX);
    let counted: Vec<(String, i64)> = rows.iter().map(|row| (row.key.clone(), count(row))).collect();
    let country = |country: Country| {
        let name = (words.country)(country.code());
        let title = [what, " · ", name].concat();
        let here = rows.iter().filter(|row| row.key.starts_with(country.code()) && town(&row.key).is_some());
        let line = |row: &Row| {
            let name = desk.with_names(|names| names.municipality(&row.key));
            let number = behind.number(lang.number(count(row)), &name, &row.records);
            el("tr").child(el("th").attr("scope", "row").child(name)).child(el("td").class("r").child(number))
        };
        let caption = el("caption").class("unseen").child(title.clone());
        let body = el("tbody").child(here.map(line).collect::<Vec<_>>());
        let table = el("table").class("grid").child([caption, body]);
        let picture = of_map(lang, &title, &drawn(country, &counted));
        let (test, file) = match country {
            Country::Bolivia => ("map-bo", "map-bolivia"),
            Country::Ecuador => ("map-ec", "map-ecuador"),
        };
        div("stack tight").child(el("h3").child(name)).child(figure(desk, test, &picture, file, table))
    };
    Country::ALL.map(country).into_iter().collect()
}

/// What is not on the map, in words, and its records.
fn elsewhere(desk: Desk, rows: &[Row], behind: Behind) -> Vec<El> {
    let words = desk.words().indicators();
    let lang = desk.lang.get();
    let away: Vec<&Row> = rows.iter().filter(|row| town(&row.key).is_none()).collect();
    if away.is_empty() {
        return Vec::new();
    }
    let name = |row: &&Row| match row.key.as_str() {
        "" => desk.words().common.not_recorded.to_owned(),
        key => desk.with_names(|names| names.municipality(key)),
    };
    let names: Vec<String> = away.iter().map(name).collect();
    let told = (words.no_place)(&names.join(", "));
    let records: Vec<RecordId> = away.iter().flat_map(|row| row.records.clone()).collect();
    let number = lang.number(i64::try_from(records.len()).unwrap_or(i64::MAX));
    vec![el("p").test("off-map").child(behind.number(number, &told, &records)).child(" ").child(told.clone())]
}
