//! The words of the lists (production areas, themes, topics, practices, products): which a form offers, and how they are tidied.
//!
//! They belong to the team. What is tidied away is never gone: references stay as they were written, names follow joins.

use super::term_use::{Use, references_in, uses};
use super::{Names, Notebook};
use crate::i18n::Lang;
use crate::insight::joins::resolve;
use crate::log::{Log, RecordView};
use crate::record::gazetteer::rank;
use crate::record::text::{fold, lower};
use crate::record::{Choice, Draft, Field, Kind, Map, RecordId, Value, gather};

/// A word of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub term: RecordId,
    /// In the person's language, else in the other one.
    pub label: String,
    pub is_retired: bool,
}

/// A word with all that its page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordEntry {
    pub word: Word,
    pub label_es: String,
    pub label_en: String,
    /// In how many records it is used; 0 for one that was joined: those uses count where it went.
    pub times: usize,
    /// What it was joined into, by name.
    pub joined_into: Option<String>,
}

/// The lists that a team extends, in the order of their page.
pub const LISTS: [Choice; 5] =
    [Choice::ProductionArea, Choice::Theme, Choice::Topic, Choice::Practice, Choice::Product];

/// The records and fields in which words of a list are used.
fn used_in(list: Choice) -> Option<(Kind, Field)> {
    Some(match list {
        Choice::ProductionArea => (Kind::Visit, Field::ProductionAreas),
        Choice::Theme => (Kind::Visit, Field::Themes),
        Choice::Topic => (Kind::Course, Field::Topics),
        Choice::Practice => (Kind::Visit, Field::Practices),
        Choice::Product => (Kind::Visit, Field::Products),
        _ => return None,
    })
}

/// The words of a list that are in use, by name.
pub fn terms(names: Names, list: Choice) -> Vec<Word> {
    standing(names, list).into_iter().filter(|word| !word.is_retired).collect()
}

/// The words of a list as a form offers them: those used last first, the rest by name. Of many only the first `limit`, and beside
/// them those that are `chosen` already, retired ones too. And how many there are in all.
pub fn offered(names: Names, list: Choice, chosen: &[Value], limit: usize) -> (Vec<Word>, usize) {
    let uses = uses_of(names.log, list);
    let last = |word: &Word| uses.get(word.term.as_str()).map(|used| used.last);
    let mut references = Vec::new();
    chosen.iter().for_each(|item| references_in(item, &mut references));
    let chosen = references.into_iter().filter_map(RecordId::parse);
    let chosen: Vec<RecordId> = chosen.map(|term| resolve(names.log, term)).collect();
    let is_chosen = |word: &Word| chosen.contains(&word.term);
    let mut words = standing(names, list);
    words.retain(|word| !word.is_retired || is_chosen(word));
    let all = words.len();
    // Two or three more are shorter than the button that would show them.
    let limit = if all <= limit.saturating_add(3) { all } else { limit };
    let ordered = gather::ordered(words, |a, b| last(b).cmp(&last(a)));
    let first = ordered.into_iter().enumerate().filter(|(at, word)| *at < limit || is_chosen(word));
    (first.map(|(_, word)| word).collect(), all)
}

fn uses_of(log: &Log, list: Choice) -> Map<Use> {
    used_in(list).map(|(kind, field)| uses(log, kind, &[field])).unwrap_or_default()
}

/// Everything of a list that stands for itself, retired or not, by name.
fn standing(names: Names, list: Choice) -> Vec<Word> {
    let stands = views(names.log, list).filter(|view| resolve(names.log, view.id().clone()) == *view.id());
    gather::ordered_by(stands.map(|view| word(names, view)).collect(), |word: &Word| fold(&word.label))
}

/// Every word of a list that is not in the bin.
fn views(log: &Log, list: Choice) -> impl Iterator<Item = RecordView<'_>> {
    let of_list = move |view: &RecordView| {
        view.shown(Field::List.name()).and_then(Value::as_text) == Some(list.name()) && !view.is_binned()
    };
    log.records_of(Kind::Term).filter(of_list)
}

fn word(names: Names, view: RecordView) -> Word {
    Word { term: view.id().clone(), label: names.of(view.id().as_str()), is_retired: is_retired(view) }
}

/// One that was joined and stands for itself all the same (the other is not here, or the two were joined into each other) is in
/// use: it was put away only because another was to stand for it.
fn is_retired(view: RecordView) -> bool {
    view.shown(Field::Retired.name()) == Some(&Value::Bool(true))
        && view.shown(Field::JoinedInto.name()).is_none_or(Value::is_blank)
}

/// Words of a list that what is being typed may mean, the likeliest first: also retired ones, and those a slip of the finger away.
pub fn similar_terms(names: Names, list: Choice, typed: &str, limit: usize) -> Vec<Word> {
    let typed = fold(typed);
    if typed.chars().count() < 2 {
        return Vec::new();
    }
    let fits = |word: Word| {
        let labels = [Lang::Es, Lang::En].map(|lang| fold(&Names { lang, ..names }.of(word.term.as_str())));
        // In either language: one types what one remembers.
        Some((labels.iter().filter_map(|label| rank(label, &typed)).min()?, word))
    };
    let found = standing(names, list).into_iter().filter_map(fits).collect();
    let found = gather::ordered_by(found, |(rank, word): &(u8, Word)| (*rank, word.is_retired));
    found.into_iter().map(|(_, word)| word).take(limit).collect()
}

/// The word in use that is called exactly so but for case and spaces, in the person's language. Another accent is another word.
pub fn same_term(names: Names, list: Choice, typed: &str) -> Option<RecordId> {
    terms(names, list).into_iter().find(|word| is_same_label(&word.label, typed)).map(|word| word.term)
}

/// The same but for case and spaces.
pub fn is_same_label(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.split_whitespace().flat_map(|word| word.chars().map(lower).chain([' '])).collect()
    };
    letters(one) == letters(other)
}

/// A list with all its words, also those tidied away: in use first, then retired, then joined.
pub fn word_list(names: Names, list: Choice) -> Vec<WordEntry> {
    let uses = uses_of(names.log, list);
    let entry = |view: RecordView| {
        let into = resolve(names.log, view.id().clone());
        let fields = view.fields();
        // A joined one still goes by its own name on its own row.
        let own = [Field::LabelEs, Field::LabelEn].map(|field| fields.text(field).trim().to_owned());
        let [es, en] = own.clone();
        let [first, second] = if names.lang == Lang::Es { [es, en] } else { [en, es] };
        let label = [first, second].into_iter().find(|label| !label.is_empty());
        let [label_es, label_en] = own;
        WordEntry {
            word: Word { label: label.unwrap_or_else(|| view.id().to_string()), ..word(names, view) },
            label_es,
            label_en,
            times: uses.get(view.id().as_str()).map_or(0, |used| used.times),
            joined_into: (into != *view.id()).then(|| names.of(into.as_str())),
        }
    };
    gather::ordered_by(views(names.log, list).map(entry).collect(), |entry: &WordEntry| {
        (entry.joined_into.is_some(), entry.word.is_retired, fold(&entry.word.label))
    })
}

/// A new word, under the language of the screen.
pub fn new_term(term: RecordId, list: Choice, label: &str, lang: Lang) -> Draft {
    let mut draft = Draft::new(term);
    draft.fields.set(Field::List, list.name());
    draft.fields.set(label_field(lang), label.split_whitespace().collect::<Vec<_>>().join(" "));
    draft
}

fn label_field(lang: Lang) -> Field {
    match lang {
        Lang::Es => Field::LabelEs,
        Lang::En => Field::LabelEn,
    }
}

/// The name of a word in both languages; one of them may be empty.
pub fn rename(notebook: &Notebook, term: &RecordId, label_es: &str, label_en: &str) -> Draft {
    let mut draft = notebook.draft(term);
    draft.fields.set(Field::LabelEs, label_es.trim());
    draft.fields.set(Field::LabelEn, label_en.trim());
    draft
}

/// Takes a word out of what forms offer, or offers it again. Where it is used it stays.
pub fn retire(notebook: &Notebook, term: &RecordId, is_retired: bool) -> Draft {
    let mut draft = notebook.draft(term);
    draft.fields.set(Field::Retired, is_retired);
    draft
}

/// The words that `term` can be joined into: those in use that do not stand for it already.
pub fn to_join_with(names: Names, list: Choice, term: &RecordId) -> Vec<Word> {
    let own = resolve(names.log, term.clone());
    terms(names, list).into_iter().filter(|word| word.term != own).collect()
}

/// "This word is the same as that one": nothing where that would go round in a ring.
pub fn join(notebook: &Notebook, term: &RecordId, into: &RecordId) -> Option<Draft> {
    let into = resolve(&notebook.log, into.clone());
    if into == *term || notebook.log.record(&into).is_none() {
        return None;
    }
    let mut draft = notebook.draft(term);
    draft.fields.set(Field::JoinedInto, into.as_str());
    draft.fields.set(Field::Retired, true);
    Some(draft)
}

/// Takes a join back: the word stands for itself again and is offered.
pub fn part(notebook: &Notebook, term: &RecordId) -> Draft {
    let mut draft = notebook.draft(term);
    draft.fields.set(Field::JoinedInto, Value::Null);
    draft.fields.set(Field::Retired, false);
    draft
}

#[cfg(test)]
#[path = "terms_tests.rs"]
mod tests;
