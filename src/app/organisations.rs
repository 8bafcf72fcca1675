//! Organisations to choose from, and those whose names mean the same to a person: a hint while a new one is being written
//! down, never a block.

use super::form_fields::{Similar, stands_by_itself};
use super::{Form, Names};
use crate::insight::twins::alike::{ALIKE, percent_shared, telling};
use crate::log::Log;
use crate::record::{Choice, Field, Kind, RecordId, gather, text::fold};

/// All organisations, those that this form creates among them, by name: reference and name.
pub fn all_organisations(names: Names, form: &Form) -> Vec<(String, String)> {
    let held = names.log.records_of(Kind::Organisation).filter(|view| stands_by_itself(names.log, *view));
    let held = held.map(|view| (view.id().to_string(), names.of(view.id().as_str())));
    gather::ordered_by(held.chain(form.new_organisations()).collect(), |(_, name): &(String, String)| fold(name))
}

/// One line of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub record: RecordId,
    pub name: String,
    /// What kind of organisation or place.
    pub what: Option<Choice>,
    /// Where it is, or when it was.
    pub note: String,
}

/// The records of a kind in whose name, or other names, every typed word begins a word; by name.
pub fn listed(names: Names, kind: Kind, typed: &str) -> Vec<Listed> {
    let typed = fold(typed);
    let mut found = Vec::new();
    for view in names.log.records_of(kind).filter(|view| stands_by_itself(names.log, *view)) {
        let fields = view.fields();
        let name = names.of(view.id().as_str());
        let others = fields.list(Field::AlsoKnownAs).iter().filter_map(|other| other.as_text());
        let folded = fold(&others.fold(name.clone(), |all, other| [&all, " ", other].concat()));
        if typed.split_whitespace().all(|word| folded.split_whitespace().any(|of_name| of_name.starts_with(word))) {
            let place = [Field::Place, Field::Parent].map(|field| fields.text(field)).concat();
            let place = match RecordId::parse(&place) {
                Some(record) => names.of(record.as_str()),
                None => names.municipality(&place),
            };
            let year = fields.text(Field::StartsOn).get(..4).unwrap_or_default();
            let what = fields.choice(Field::ActorType).or_else(|| fields.choice(Field::Level));
            let note = if kind == Kind::Exchange { year.to_owned() } else { place };
            found.push((folded, Listed { record: view.id().clone(), name, what, note }));
        }
    }
    let found = gather::ordered(found, |a, b| a.0.cmp(&b.0));
    found.into_iter().map(|(_, listed)| listed).collect()
}

/// Those that share most of their telling words with `name`, the likeliest first. One slip a word is forgiven. For one that was
/// joined the one that stands for it is named.
pub fn alike_organisations(log: &Log, name: &str, limit: usize) -> Vec<Similar> {
    let wanted = telling(name);
    let mut found: Vec<(std::cmp::Reverse<usize>, Similar)> = Vec::new();
    for view in log.records_of(Kind::Organisation).filter(|view| !wanted.is_empty() && !view.is_binned()) {
        let fields = view.fields();
        let others = fields.list(Field::AlsoKnownAs).iter().filter_map(|other| other.as_text());
        let score = others.chain([fields.text(Field::Name)]).map(|name| percent_shared(&wanted, &telling(name))).max();
        let score = score.unwrap_or_default();
        if score >= ALIKE {
            let similar = Similar::standing(log, view);
            if !found.iter().any(|(_, held)| *held == similar) {
                found.push((std::cmp::Reverse(score), similar));
            }
        }
    }
    let found = gather::ordered_by(found, |(score, _): &(std::cmp::Reverse<usize>, Similar)| *score);
    found.into_iter().map(|(_, similar)| similar).take(limit).collect()
}
