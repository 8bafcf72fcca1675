//! An indicator as it is read: what counts, target and actual for each period, and the records behind each number.

use super::{Read, name_of};
use crate::app::Route;
use crate::app::figures::key_in_words;
use crate::insight::indicators::{
    AGE, AREA, Actual, FUNDER, Indicator, MEASURE, METHOD, ORGANISER, PLACE, ROLE, SEX, THEME, TOPIC, Target, actual,
};
use crate::insight::rows::Said;
use crate::insight::trainings::Dimension;
use crate::insight::visits::Visits;
use crate::record::{Field, RecordId, Value};
use crate::report::names::{number_in_words, progress_in_words};
use crate::report::pictures::of_rows;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el, link};
use crate::ui::pages::bin::{notice, put};
use crate::ui::pages::figures::waiting;
use crate::ui::pages::files::late_clashes_of;
use crate::ui::pages::history::history;
use crate::ui::pages::record::{drawn, recorded_by};
use crate::ui::parts::behind::Behind;
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::picture::figure;
use crate::ui::shared::Shared;
use leptos::prelude::AnyView;

/// The page of an indicator.
pub fn record(desk: Desk, record: RecordId) -> AnyView {
    drawn(desk, record, |desk, held, names, view| {
        let indicator = Indicator::read(names.log, view);
        let id = view.id().clone();
        let name = name_of(names, &indicator);
        let heading = div("grow")
            .child(el("p").class("stone small").child((desk.words().labels.kind)(crate::record::Kind::Indicator)))
            .child(el("h1").attr("tabindex", "-1").test("record-title").child(name));
        let edit = link("btn quiet", "edit", Route::Edit(id.clone()).hash());
        let edit = edit.child(icon(Pic::Edit)).child(desk.words().record().edit);
        let is_binned = view.is_binned();
        let (read, reader) = Read::begin(desk);
        let counted = move || match read.is_ready.get() {
            true => reached(desk, &indicator, read.visits),
            false => vec![waiting(desk)],
        };
        let hint = el("p").class("hint").child(desk.words().indicators().no_percent);
        let card = el("section").class("card stack tight").test("indicator").follow(counted).child(hint);
        let left = div("stack").child(late_clashes_of(desk, view)).child(card);
        let right =
            div("stack").child([recorded_by(desk, names, view), history(desk, names, view, held.is_history_open)]);
        let head = div("head").child([back_to(desk, &Route::Indicators), heading]);
        let mut page = vec![head.child((!is_binned).then_some(edit)), reader];
        page.extend(notice(desk, names, view));
        page.push(div("cols").child([left, right]));
        page.extend((!is_binned).then(|| el("p").class("line").child(put(desk, id))));
        page
    })
}

/// What counts, and how far it is.
pub fn reached(desk: Desk, indicator: &Indicator, visits: Shared<Option<Visits>>) -> Vec<El> {
    let words = desk.words().indicators();
    let lang = desk.lang.get();
    let behind = Behind::new(desk, "behind-indicator");
    let visits = visits.see();
    let trainings = desk.counting.trainings.see();
    let (Some(visits), Some(counts)) = (visits.as_ref(), indicator.counts.as_ref()) else {
        return vec![el("p").class("stone").test("counts-unknown").child(words.unknown)];
    };
    let only = narrowed(desk, indicator);
    let mut parts = vec![
        el("p").child(el("b").child((words.measure)(counts.measure))).child(only),
        el("p").class("hint").child((words.counted)(counts.measure)),
    ];
    if let Some(baseline) = indicator.baseline {
        let day = lang.date_short(&indicator.baseline_on);
        let start = [words.start, ": ", &lang.number(baseline), if day.is_empty() { "" } else { " · " }, &day].concat();
        parts.push(el("p").child(start));
    }
    let name = desk.with_names(|names| name_of(names, indicator));
    let mut lines: Vec<(Option<&Target>, Actual)> = indicator
        .targets
        .iter()
        .map(|target| (Some(target), actual(indicator, &trainings, visits, Some(&target.period))))
        .collect();
    lines.push((None, actual(indicator, &trainings, visits, None)));
    let period = |target: Option<&Target>| match target {
        Some(target) => {
            let days = [&target.period.from, &target.period.to].map(|day| lang.date_short(day));
            let [from, to] = days.each_ref().map(String::as_str);
            (desk.words().figures().from_to)(from, to)
        }
        None => words.all_time.to_owned(),
    };
    let said = |(target, actual): &(Option<&Target>, Actual)| {
        let (lower, upper) = actual.number.bounds().unzip();
        let value = target.and_then(|target| target.value);
        Said { name: period(*target), parts: vec![lower], up_to: upper, target: value }
    };
    let said: Vec<Said> = lines.iter().map(said).collect();
    let rows: Vec<El> =
        lines.iter().map(|(target, actual)| row(desk, indicator, period(*target), *target, actual, behind)).collect();
    let head = [words.period, words.target, words.actual, words.progress]
        .map(|word| el("th").attr("scope", "col").child(word));
    let table = || el("table").class("grid").child(el("caption").class("unseen").child(name.clone()));
    let body = table().child(el("thead").child(el("tr").child(head))).child(el("tbody").child(rows));
    parts.push(div("scroll").child(body));
    parts.extend(notes(desk, &lines, behind));
    parts.push(behind.list());
    if let Some(picture) = of_rows(lang, &name, &said, &[]) {
        let file =
            if indicator.code.is_empty() { "indicator".to_owned() } else { ["indicator-", &indicator.code].concat() };
        let line = |(said, (_, actual)): (&Said, &(Option<&Target>, Actual))| {
            let target = said.target.map_or("—".to_owned(), |target| lang.number(target));
            let number = number_in_words(lang, actual.number);
            el("tr")
                .child(el("th").attr("scope", "row").child(said.name.clone()))
                .child([target, number].map(|text| el("td").class("r").child(text)))
        };
        let plain = table().child(el("tbody").child(said.iter().zip(&lines).map(line).collect::<Vec<_>>()));
        parts.push(figure(desk, "indicator-chart", &picture, &file, plain));
    }
    parts
}

fn row(
    desk: Desk,
    indicator: &Indicator,
    period: String,
    target: Option<&Target>,
    actual: &Actual,
    behind: Behind,
) -> El {
    let words = desk.words().indicators();
    let lang = desk.lang.get();
    let told = number_in_words(lang, actual.number);
    let value = target.and_then(|target| target.value);
    let progress = progress_in_words(lang, indicator, value, actual.number);
    let unit = if indicator.unit.is_empty() { words.actual } else { "" };
    let what = [unit, &indicator.unit, " · ", &period].concat();
    let target = value.map_or("—".to_owned(), |value| lang.number(value));
    el("tr")
        .test("indicator-row")
        .child(el("th").attr("scope", "row").child(period))
        .child(el("td").test("target").child(target))
        .child(el("td").test("actual").child(behind.number(told, &what, &actual.records)))
        .child(el("td").test("progress").child(progress))
}

/// What is not in the numbers, or not wholly.
fn notes(desk: Desk, lines: &[(Option<&Target>, Actual)], behind: Behind) -> Vec<El> {
    let words = desk.words().indicators();
    let all = |of: fn(&Actual) -> &Vec<RecordId>| {
        let mut all: Vec<RecordId> = Vec::new();
        lines.iter().flat_map(|(_, actual)| of(actual)).for_each(|record| {
            if !all.contains(record) {
                all.push(record.clone());
            }
        });
        all
    };
    let said = [(words.left_out, all(|actual| &actual.left_out)), (words.by_others, all(|actual| &actual.by_others))];
    let said = said.into_iter().filter(|(_, records)| !records.is_empty());
    let note = |(noun, records): (crate::i18n::Noun, Vec<RecordId>)| {
        let what = noun(records.len());
        let number = desk.lang.get().number(i64::try_from(records.len()).unwrap_or(i64::MAX));
        el("p")
            .class("hint")
            .test("indicator-note")
            .child(behind.number(number, what, &records))
            .child([" ", what].concat())
    };
    said.map(note).collect()
}

/// What it is narrowed down to, in words.
fn narrowed(desk: Desk, indicator: &Indicator) -> Option<String> {
    let words = desk.words().indicators();
    let counts = desk.with_names(|names| names.log.shown(&indicator.record, Field::Counts.name()).cloned())?;
    let Value::Map(members) = counts else { return None };
    let mut told = Vec::new();
    for (name, value) in members.iter().filter(|(name, _)| name.as_str() != MEASURE) {
        let by = match name.as_str() {
            METHOD => Dimension::Method,
            SEX => Dimension::Sex,
            ROLE => Dimension::Role,
            AGE => Dimension::Age,
            TOPIC | AREA | THEME | FUNDER | ORGANISER => Dimension::Organiser,
            PLACE => Dimension::Region,
            _ => continue,
        };
        let keys = value.as_list().unwrap_or_default().iter().filter_map(Value::as_text);
        told.extend(keys.map(|key| {
            desk.with_names(|names| match (by, key.len()) {
                (Dimension::Region, 2) => (words.country)(key).to_owned(),
                (Dimension::Region, 5..) if crate::record::gazetteer::find(key).is_some() => names.municipality(key),
                _ => key_in_words(names, by, key),
            })
        }));
    }
    (!told.is_empty()).then(|| [" · ", words.only, " ", &told.join(", ")].concat())
}
