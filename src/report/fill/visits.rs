//! What happened: the agenda of an exchange, and what one visit says.

use super::member;
use super::scope::{Scope, Seen};
use crate::record::{Choice, Field, Value};
use crate::report::document::{Block, Line, Row, Table};
use std::collections::BTreeMap;

/// Visits by date, place, host, kind and area; who travelled; which agencies came along.
pub fn agenda(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let mut blocks = Vec::new();
    if !scope.visits.is_empty() {
        let head = [words.when, words.place, words.host, words.kind, words.areas];
        let row = |visit: &Seen| Row {
            cells: vec![
                scope.days(visit),
                scope.place(visit),
                host_or_purpose(scope, visit),
                kind(scope, visit),
                areas(scope, visit),
            ],
            records: visit.records(),
        };
        blocks.push(Block::Table(Table {
            caption: words.agenda.to_owned(),
            head: head.map(str::to_owned).to_vec(),
            rows: scope.visits.iter().map(row).collect(),
            words: 5,
            note: None,
        }));
    }
    blocks.extend(delegation(scope));
    blocks
}

fn host_or_purpose(scope: &Scope, visit: &Seen) -> String {
    let host = scope.host(visit);
    if host.is_empty() { visit.text(Field::Purpose).to_owned() } else { host }
}

fn kind(scope: &Scope, visit: &Seen) -> String {
    choice(scope, visit.text(Field::VisitType))
}

/// What a choice is called; one of a newer version by its name in the log.
pub fn choice(scope: &Scope, name: &str) -> String {
    match Choice::from_name(name) {
        Some(choice) => (scope.asked.lang.words().labels.choice)(choice).to_owned(),
        None => name.to_owned(),
    }
}

/// Production areas, else themes.
fn areas(scope: &Scope, visit: &Seen) -> String {
    let of = |field| scope.names.list(visit.fields.list(field));
    let areas = of(Field::ProductionAreas);
    if areas.is_empty() { of(Field::Themes) } else { areas }
}

/// The organisations that travelled, each once, with the visits that name them.
fn delegation(scope: &Scope) -> Vec<Block> {
    let lines = gathered(scope, Field::Delegation);
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::Part(scope.words().delegation), Block::Items(lines)]
}

/// Of a report on one visit: where, when, with whom, what for.
pub fn facts(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let mut blocks = Vec::new();
    for visit in &scope.visits {
        let people = people(scope, visit);
        let facts = [
            (words.when, scope.days(visit)),
            (words.place, scope.place(visit)),
            (words.host, scope.host(visit)),
            (words.kind, kind(scope, visit)),
            (words.areas, areas(scope, visit)),
            (words.delegation, scope.names.list(visit.fields.list(Field::Delegation))),
            (words.took_part, people),
        ];
        let rows = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
        blocks.push(Block::Table(Table {
            caption: words.about_visit.to_owned(),
            head: Vec::new(),
            rows: rows
                .map(|(name, fact)| Row { cells: vec![name.to_owned(), fact], records: visit.records() })
                .collect(),
            words: 2,
            note: None,
        }));
        blocks.extend(text(visit, Field::Purpose));
    }
    blocks
}

/// Who took part, by group: "productores: 3 mujeres, 3 hombres". They are no training numbers.
fn people(scope: &Scope, visit: &Seen) -> String {
    let words = scope.words();
    let group = |group: &Value| {
        let of = |name: &str| group.member(name).and_then(Value::as_int).filter(|number| *number > 0);
        let counts = [(of("women"), words.women), (of("men"), words.men), (of("not_stated"), words.not_stated)];
        let told = counts
            .into_iter()
            .filter_map(|(number, name)| Some([&scope.asked.lang.number(number?), " ", name].concat()));
        let told = told.collect::<Vec<_>>().join(", ");
        let name = choice(scope, member(group, "group"));
        (!told.is_empty()).then(|| if name.is_empty() { told.clone() } else { [&name, ": ", &told].concat() })
    };
    visit.fields.list(Field::Participants).iter().filter_map(group).collect::<Vec<_>>().join("; ")
}

/// What was seen and what is thought of it, apart.
pub fn findings(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let mut blocks = Vec::new();
    for visit in &scope.visits {
        let parts = [
            (words.seen, Field::Observations),
            (words.opinion, Field::Assessment),
            (words.worked, Field::WhatWorked),
            (words.difficult, Field::Difficulties),
        ];
        for (title, field) in parts {
            let text = text(visit, field);
            if !text.is_empty() {
                blocks.push(Block::Part(title));
                blocks.extend(text);
            }
        }
        let products = scope.names.list(visit.fields.list(Field::Products));
        if !products.is_empty() {
            blocks.push(Block::Line(Line::new([words.products, ": ", &products].concat(), visit.records())));
        }
    }
    blocks
}

/// A long text of a visit, paragraph by paragraph.
pub fn text(visit: &Seen, field: Field) -> Vec<Block> {
    let paragraphs = visit.text(field).split('\n').map(str::trim).filter(|line| !line.is_empty());
    paragraphs.map(|line| Block::Line(Line::new(line, visit.records()))).collect()
}

/// The names of what references lead to, each once, over all visits, with the visits behind each.
pub fn gathered(scope: &Scope, field: Field) -> Vec<Line> {
    // Many notes name few things: each is looked up once.
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines: Vec<Line> = Vec::new();
    for visit in &scope.visits {
        for reference in visit.fields.list(field).iter().filter_map(Value::as_text) {
            let at = *places.entry(reference).or_insert_with(|| {
                let name = scope.names.of(reference);
                let known = lines.iter().position(|line| line.text == name);
                known.unwrap_or_else(|| {
                    lines.push(Line { text: name, records: Vec::new() });
                    lines.len().saturating_sub(1)
                })
            });
            let Some(line) = lines.get_mut(at) else { continue };
            if line.records.last() != Some(&visit.record) {
                line.records.push(visit.record.clone());
            }
        }
    }
    lines
}
