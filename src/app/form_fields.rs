//! What a field offers while a person types in it.

use crate::log::Log;
use crate::record::{Field, Kind, RecordId, gather, text::fold};

/// An organisation whose name fits what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    pub record: RecordId,
    pub name: String,
}

/// Organisations in whose name, or other names, every typed word begins a word; names that begin with it come first.
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
            found.push((!folded.starts_with(&typed), folded, Similar { record: view.id().clone(), name }));
        }
    }
    let found = gather::ordered(found, |a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    found.into_iter().map(|(_, _, similar)| similar).take(limit).collect()
}
