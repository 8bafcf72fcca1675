//! Headings that gather what many notes say: areas, countries, practices, lessons, recommendations.

use super::scope::{Scope, Seen};
use super::visits::{choice, gathered};
use super::{Audience, member};
use crate::record::text::fold;
use crate::record::{Choice, Field, Kind, RecordId, Value, gather};
use crate::report::document::{Block, Line, Row, Table};
use std::collections::BTreeMap;

/// Areas of the exchange as they were agreed, then the production areas and themes of the visits.
pub fn thematic_areas(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let mut blocks = Vec::new();
    if let Some(exchange) = &scope.exchange {
        let areas: Vec<&str> = exchange.fields.list(Field::ThematicAreas).iter().filter_map(Value::as_text).collect();
        if !areas.is_empty() {
            blocks.push(Block::Line(Line::new(areas.join(", "), exchange.records())));
        }
        let focus = scope.names.list(exchange.fields.list(Field::ProductionAreas));
        if !focus.is_empty() {
            blocks.push(Block::Line(Line::new([words.focus, ": ", &focus].concat(), exchange.records())));
        }
    }
    for (title, field) in [(words.areas_seen, Field::ProductionAreas), (words.themes_seen, Field::Themes)] {
        let lines = gathered(scope, field);
        if !lines.is_empty() {
            let names: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            let records = lines.iter().flat_map(|line| line.records.clone()).collect();
            blocks.push(Block::Line(Line::new([title, ": ", &names.join(", ")].concat(), records)));
        }
    }
    blocks
}

pub fn countries(scope: &Scope) -> Vec<Block> {
    let country = scope.asked.lang.words().directory().country;
    let codes: Vec<(String, Vec<RecordId>)> = match &scope.exchange {
        Some(exchange) if !exchange.fields.is_blank(Field::Countries) => {
            let codes = exchange.fields.list(Field::Countries).iter().filter_map(Value::as_text);
            codes.map(|code| (country(code).to_owned(), exchange.records())).collect()
        }
        _ => Vec::new(),
    };
    if codes.is_empty() {
        return Vec::new();
    }
    let names: Vec<&str> = codes.iter().map(|(name, _)| name.as_str()).collect();
    let records = codes.first().map(|(_, records)| records.clone()).unwrap_or_default();
    vec![Block::Line(Line::new(names.join(", "), records))]
}

/// What the exchange says of itself, when it was, and who paid for it.
pub fn summary(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let Some(exchange) = &scope.exchange else { return Vec::new() };
    let mut blocks = super::visits::text(exchange, Field::Summary);
    if !exchange.text(Field::StartsOn).is_empty() {
        let told = [words.when, ": ", &scope.days(exchange)].concat();
        blocks.push(Block::Line(Line::new(told, exchange.records())));
    }
    let funder = exchange.text(Field::Funder);
    if !funder.is_empty() {
        let told = [words.funder, ": ", &scope.names.of(funder)].concat();
        blocks.push(Block::Line(Line::new(told, exchange.records())));
    }
    blocks
}

/// Practices that can be used elsewhere, and the methods by which people were trained.
pub fn instruments(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let mut blocks = Vec::new();
    let mut rows = Vec::new();
    for visit in &scope.visits {
        for practice in visit.fields.list(Field::Practices) {
            let transferable = member(practice, "transferable");
            if ![Choice::Yes, Choice::Partly].iter().any(|choice| choice.name() == transferable) {
                continue;
            }
            let reference = member(practice, "practice");
            let name = if reference.is_empty() {
                member(practice, "description").to_owned()
            } else {
                scope.names.of(reference)
            };
            let cells = [
                name,
                choice(scope, member(practice, "stage")),
                choice(scope, transferable),
                member(practice, "conditions").to_owned(),
                scope.called(visit),
            ];
            rows.push(Row { cells: cells.to_vec(), records: visit.records() });
        }
    }
    if !rows.is_empty() {
        let head = [words.practice, words.stage, words.transferable, words.conditions, words.seen_at];
        let head = head.map(str::to_owned).to_vec();
        blocks.push(Block::Table(Table { caption: words.practices.to_owned(), head, rows, words: 5, note: None }));
    }
    let methods = methods(scope);
    if !methods.is_empty() {
        blocks.push(Block::Part(words.methods));
        blocks.push(Block::Items(methods));
    }
    blocks
}

/// The courses, by name and method; those without sessions too.
fn methods(scope: &Scope) -> Vec<Line> {
    if scope.asked.template == super::Template::Visit {
        return Vec::new();
    }
    // To the public go those of the sessions that go.
    let told = scope.trainings.courses.iter().filter_map(|course| course.record.as_ref());
    let told = gather::set(told.cloned());
    let is_for_team = scope.asked.audience == Audience::Team;
    let courses = scope.names.log.records_of(Kind::Course).filter(|view| !view.is_binned());
    let courses = courses.filter(|view| is_for_team || told.contains(view.id()));
    let line = |view: crate::log::RecordView| {
        let fields = view.fields();
        let method = choice(scope, fields.text(Field::Method));
        let topics = scope.names.list(fields.list(Field::Topics));
        let name = fields.text(Field::Name).trim().to_owned();
        let parts = [name, method, topics].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        (!parts.is_empty()).then(|| Line::new(parts.join(" · "), vec![view.id().clone()]))
    };
    courses.filter_map(line).collect()
}

/// Difficulties and lessons, alike ones together, with where they come from.
pub fn lessons(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let mut blocks = Vec::new();
    let difficulties = alike(scope, |visit| {
        let text = visit.text(Field::Difficulties).to_owned();
        if text.is_empty() { Vec::new() } else { vec![(text, String::new())] }
    });
    if !difficulties.is_empty() {
        blocks.push(Block::Part(words.difficulties));
        blocks.push(Block::Items(difficulties));
    }
    let lessons = alike(scope, |visit| {
        let lesson = |lesson: &Value| {
            let text = member(lesson, "text").to_owned();
            (!text.is_empty()).then(|| (text, choice(scope, member(lesson, "for"))))
        };
        visit.fields.list(Field::Lessons).iter().filter_map(lesson).collect()
    });
    if !lessons.is_empty() {
        blocks.push(Block::Part(words.lessons));
        blocks.push(Block::Items(lessons));
    }
    let quotes = quotes(scope);
    if !quotes.is_empty() {
        blocks.push(Block::Part(words.quotes));
        blocks.push(Block::Items(quotes));
    }
    blocks
}

/// Texts that say the same but for accents, case and spaces are one line, with all its sources.
fn alike(scope: &Scope, texts_of: impl Fn(&Seen) -> Vec<(String, String)>) -> Vec<Line> {
    struct Said {
        text: String,
        whom: String,
        from: Vec<String>,
        records: Vec<RecordId>,
    }
    let mut all: Vec<Said> = Vec::new();
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    for visit in &scope.visits {
        for (text, whom) in texts_of(visit) {
            let key = fold(text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.'));
            let from = scope.called(visit);
            let at = *places.entry((key, whom.clone())).or_insert(all.len());
            match all.get_mut(at) {
                Some(said) => {
                    if !said.from.contains(&from) {
                        said.from.push(from);
                    }
                    said.records.push(visit.record.clone());
                }
                None => all.push(Said { text, whom, from: vec![from], records: visit.records() }),
            }
        }
    }
    let line = |said: Said| {
        let whom = if said.whom.is_empty() { String::new() } else { [" [", &said.whom, "]"].concat() };
        Line::new([&said.text, &whom, " (", &said.from.join("; "), ")"].concat(), said.records)
    };
    all.into_iter().map(line).collect()
}

/// What people said, where they agreed to be quoted.
fn quotes(scope: &Scope) -> Vec<Line> {
    let mut lines = Vec::new();
    for visit in &scope.visits {
        for quote in visit.fields.list(Field::Quotes) {
            let text = member(quote, "text");
            if text.is_empty() || member(quote, "consent") != Choice::Given.name() {
                continue;
            }
            let role = member(quote, "role");
            let who = if role.is_empty() { scope.called(visit) } else { [role, ", ", &scope.called(visit)].concat() };
            lines.push(Line::new((scope.words().quoted)(text, &who), visit.records()));
        }
    }
    lines
}

pub fn recommendations(scope: &Scope) -> Vec<Block> {
    scope.visits.iter().flat_map(|visit| super::visits::text(visit, Field::Recommendations)).collect()
}
