//! Who was there: partners by country and municipality, and the agencies that made it possible.

use super::Audience;
use super::scope::Scope;
use super::visits::choice;
use crate::insight::joins::standing;
use crate::insight::within::Within;
use crate::record::{Choice, Field, Fields, Kind, RecordId, Value, gather};
use crate::report::document::{Block, Line, Row, Table};
use std::collections::BTreeSet;

struct Organisation {
    record: RecordId,
    fields: Fields,
}

impl Organisation {
    fn has_role(&self, role: Choice) -> bool {
        self.fields.list(Field::Roles).iter().filter_map(Value::as_text).any(|name| name == role.name())
    }

    fn is_agency(&self) -> bool {
        matches!(self.fields.choice(Field::ActorType), Some(Choice::UnAgency | Choice::Donor))
            || self.has_role(Choice::Donor)
            || self.has_role(Choice::Facilitator)
    }
}

/// The organisations that the exchange or its visits name; for the team also those whom the directory calls partners, donors or
/// facilitators of the exchange. A host whom only a note names that stays out is not among them.
fn organisations(scope: &Scope) -> Vec<Organisation> {
    let log = scope.names.log;
    let mut named: BTreeSet<RecordId> = BTreeSet::new();
    let mut name = |reference: &str| {
        named.extend(RecordId::parse(reference).map(|record| standing(log, record)));
    };
    for visit in &scope.visits {
        name(visit.text(Field::HostOrganisation));
        visit.fields.list(Field::Delegation).iter().filter_map(Value::as_text).for_each(&mut name);
    }
    if let Some(exchange) = &scope.exchange {
        name(exchange.text(Field::Funder));
    }
    let all = log.records_of(Kind::Organisation).filter(|view| !view.is_binned());
    let all = all.filter(|view| view.shown(Field::JoinedInto.name()).is_none_or(Value::is_blank));
    let mut found = Vec::new();
    for view in all {
        let organisation = Organisation { record: view.id().clone(), fields: view.fields() };
        let is_partner =
            [Choice::Partner, Choice::Donor, Choice::Facilitator].into_iter().any(|role| organisation.has_role(role));
        let is_for_team = scope.asked.audience == Audience::Team;
        if named.contains(view.id()) || (is_partner && is_for_team && scope.exchange.is_some()) {
            found.push(organisation);
        }
    }
    found
}

/// By country and municipality, with type and role. Donors and agencies have a heading of their own.
pub fn partners(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let labels = &scope.asked.lang.words().labels;
    let country = scope.asked.lang.words().directory().country;
    let mut rows = Vec::new();
    for organisation in organisations(scope).into_iter().filter(|organisation| !organisation.is_agency()) {
        let fields = &organisation.fields;
        let roles = fields.list(Field::Roles).iter().filter_map(Value::as_text).filter_map(Choice::from_name);
        let roles: Vec<&str> = roles.map(labels.choice).collect();
        let cells = [
            country(fields.text(Field::Country)).to_owned(),
            municipality(scope, fields.text(Field::Place)),
            scope.names.own(&organisation.record),
            choice(scope, fields.text(Field::ActorType)),
            roles.join(", "),
        ];
        rows.push(Row { cells: cells.to_vec(), records: vec![organisation.record] });
    }
    if rows.is_empty() {
        return Vec::new();
    }
    // Within a country those of a known municipality first.
    let key = |row: &Row| {
        let cell = |at: usize| row.cells.get(at).cloned().unwrap_or_default();
        (cell(0), cell(1).is_empty(), cell(1), cell(2))
    };
    let rows = gather::ordered(rows, |a: &Row, b: &Row| key(a).cmp(&key(b)));
    let head = [words.country, words.municipality, words.organisation, words.kind, words.role];
    let head = head.map(str::to_owned).to_vec();
    vec![Block::Table(Table { caption: words.partners.to_owned(), head, rows, words: 5, note: None })]
}

/// The municipality in which a place lies, with the place itself where it has a name of its own.
fn municipality(scope: &Scope, place: &str) -> String {
    let within = Within::of(scope.names.log, place);
    match (within.is_in_municipality(), within.name.is_empty()) {
        (false, _) => within.name,
        (true, true) => scope.names.municipality(&within.code),
        (true, false) => [&scope.names.municipality(&within.code), " (", &within.name, ")"].concat(),
    }
}

/// Donors, programmes and those who made it possible.
pub fn agencies(scope: &Scope) -> Vec<Block> {
    let labels = &scope.asked.lang.words().labels;
    let all = organisations(scope).into_iter().filter(Organisation::is_agency);
    let line = |organisation: Organisation| {
        let kind = choice(scope, organisation.fields.text(Field::ActorType));
        let roles =
            organisation.fields.list(Field::Roles).iter().filter_map(Value::as_text).filter_map(Choice::from_name);
        let mut told: Vec<String> = roles.map(|role| (labels.choice)(role).to_owned()).collect();
        if !kind.is_empty() && !told.contains(&kind) {
            told.insert(0, kind);
        }
        let name = scope.names.own(&organisation.record);
        let text = if told.is_empty() { name } else { [&name, " (", &told.join(", "), ")"].concat() };
        Line::new(text, vec![organisation.record])
    };
    let lines: Vec<Line> = all.map(line).collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::Items(lines)] }
}
