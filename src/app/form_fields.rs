//! What a field offers while a person types in it.

use crate::insight::joins::{is_counted_elsewhere, standing};
use crate::log::{Log, RecordView};
use crate::record::{Field, Kind, RecordId, gather, text::fold};

/// An organisation whose name fits what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    pub record: RecordId,
    pub name: String,
}

impl Similar {
    /// What a record is read as: itself, or what it was joined into.
    pub(super) fn standing(log: &Log, view: RecordView) -> Self {
        let record = standing(log, view.id().clone());
        let name = log.shown(&record, Field::Name.name()).and_then(|name| name.as_text()).unwrap_or_default();
        Similar { name: name.trim().to_owned(), record }
    }
}

/// Whether lists and choices show it: what is in the bin is not shown, nor what another record stands for.
pub fn stands_by_itself(log: &Log, view: RecordView) -> bool {
    !view.is_binned() && !is_counted_elsewhere(log, view)
}

/// Organisations in whose name, or other names, every typed word begins a word; names that begin with it come first. For one
/// that was joined the one that stands for it is offered.
pub fn similar_organisations(log: &Log, typed: &str, limit: usize) -> Vec<Similar> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<(bool, String, Similar)> = Vec::new();
    for view in log.records_of(Kind::Organisation).filter(|view| !view.is_binned()) {
        let fields = view.fields();
        let name = fields.text(Field::Name).trim().to_owned();
        let other_names = fields.list(Field::AlsoKnownAs).iter().filter_map(|other| other.as_text());
        let folded = fold(&other_names.fold(name.clone(), |all, other| [&all, " ", other].concat()));
        let fits = words.iter().all(|word| folded.split_whitespace().any(|of_name| of_name.starts_with(word)));
        if fits && !name.is_empty() {
            let similar = Similar::standing(log, view);
            if !found.iter().any(|(.., held)| *held == similar) {
                found.push((!folded.starts_with(&typed), folded, similar));
            }
        }
    }
    let found = gather::ordered(found, |a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    found.into_iter().map(|(_, _, similar)| similar).take(limit).collect()
}
