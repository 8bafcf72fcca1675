//! Words of lists in a form: chosen, given up, and added on the spot. A new one is a draft of the form until Save writes it along.

use super::term_use::references_in;
use super::terms::new_term;
use super::{Form, Names};
use crate::i18n::Lang;
use crate::insight::joins::is_same;
use crate::log::Log;
use crate::record::{Choice, Draft, Field, Kind, RecordId, Value};

impl Form {
    /// Whether a list of the form holds a word, or one that was joined into it. It holds it by itself, or as the practice of what
    /// is told of it.
    pub fn holds_term(&self, log: &Log, kind: Kind, field: Field, term: &str) -> bool {
        self.list(kind, field).iter().any(|item| stands_for(log, item, term))
    }

    /// Adds a word to a list of the form, or takes it out if it is in, also under the name it had before it was joined. A practice of
    /// which more is told stays: that goes only on purpose.
    pub fn toggle_term(&mut self, log: &Log, kind: Kind, field: Field, term: &str) {
        let mut items = self.list(kind, field).to_vec();
        if items.iter().any(|item| stands_for(log, item, term)) {
            items.retain(|item| !stands_for(log, item, term) || says_more(item));
        } else {
            items.push(item_of(field, term));
        }
        self.set(kind, field, items);
    }

    /// Creates a word in the form and chooses it.
    pub fn create_term(&mut self, kind: Kind, field: Field, list: Choice, term: RecordId, label: &str, lang: Lang) {
        let mut items = self.list(kind, field).to_vec();
        items.push(item_of(field, term.as_str()));
        self.set(kind, field, items);
        self.add_term(list, term, label, lang);
    }

    /// Creates a word in the form, for a part that refers to it in its own way.
    pub fn add_term(&mut self, list: Choice, term: RecordId, label: &str, lang: Lang) {
        self.drafts.push(new_term(term, list, label, lang));
    }

    /// The words of a list that this form creates, in the order in which they were added.
    pub fn new_terms(&self, list: Choice) -> Vec<(RecordId, String)> {
        let new =
            self.drafts.iter().filter(|draft| is_new_term(draft) && draft.fields.choice(Field::List) == Some(list));
        new.map(|draft| (draft.record.clone(), label_of(draft))).collect()
    }

    /// What a word is called that this form creates; nothing for any other reference.
    pub fn new_term_label(&self, reference: &str) -> Option<String> {
        let draft = self.drafts.iter().find(|draft| is_new_term(draft) && draft.record.as_str() == reference)?;
        Some(label_of(draft))
    }

    /// The topics of the course in words, also those that only this form knows: what the course is called where nobody named it.
    pub fn topics_in_words(&self, names: Names) -> String {
        let topics = self.list(Kind::Course, Field::Topics).iter().filter_map(Value::as_text);
        let words = topics.map(|topic| self.new_term_label(topic).unwrap_or_else(|| names.of(topic)));
        crate::report::names::each_once(words).join(", ")
    }

    /// True for a new word that was given up again: nothing in the form names it, so Save leaves it out.
    pub(super) fn is_unused_term(&self, draft: &Draft) -> bool {
        let names_it = |other: &Draft| {
            let mut found = Vec::new();
            other.fields.0.values().for_each(|value| references_in(value, &mut found));
            found.contains(&draft.record.as_str())
        };
        is_new_term(draft) && !self.drafts.iter().any(names_it)
    }
}

/// The member that says which practice it is.
pub const PRACTICE: &str = "practice";

fn item_of(field: Field, term: &str) -> Value {
    if field == Field::Practices { Value::map([(PRACTICE, term.into())]) } else { term.into() }
}

fn stands_for(log: &Log, item: &Value, term: &str) -> bool {
    let reference = item.as_text().or_else(|| item.member(PRACTICE)?.as_text());
    reference.is_some_and(|reference| is_same(log, reference, term))
}

fn says_more(item: &Value) -> bool {
    matches!(item, Value::Map(members) if members.iter().any(|(name, value)| *name != PRACTICE && !value.is_blank()))
}

fn is_new_term(draft: &Draft) -> bool {
    draft.is_new() && draft.record.kind() == Some(Kind::Term)
}

/// A new word has one name, in the language it was written in.
fn label_of(draft: &Draft) -> String {
    let labels = [Field::LabelEs, Field::LabelEn].map(|field| draft.fields.text(field));
    labels.into_iter().find(|label| !label.is_empty()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Now;

    const NOW: Now = Now { ms: 1_795_525_882_000, offset_minutes: -300 };
    const AT: (Kind, Field) = (Kind::Visit, Field::Themes);

    fn record(text: &str) -> RecordId {
        RecordId::parse(text).expect("a fitting record")
    }

    #[test]
    fn a_word_added_on_the_spot_is_saved_with_the_note_and_one_given_up_is_not() {
        let mut form = Form::new_visit(record("visit/a"), NOW);
        form.create_term(AT.0, AT.1, Choice::Theme, record("term/one"), " Cosecha  de agua ", Lang::Es);
        form.create_term(AT.0, AT.1, Choice::Theme, record("term/two"), "Soil", Lang::En);
        assert_eq!(form.new_terms(Choice::Theme).len(), 2);
        assert_eq!(form.new_term_label("term/one").as_deref(), Some("Cosecha de agua"));
        assert_eq!((form.new_term_label("term/x"), form.new_terms(Choice::Product).len()), (None, 0));
        let log = Log::new();
        assert!(form.holds_term(&log, AT.0, AT.1, "term/two"));
        form.toggle_term(&log, AT.0, AT.1, "term/two");
        // It can still be chosen again, also after the tab was closed.
        let form = Form::from_value(form.to_value()).expect("a form");
        assert_eq!(form.new_terms(Choice::Theme).len(), 2);
        let saved: Vec<String> = form.to_save("").iter().map(|draft| draft.record.to_string()).collect();
        assert_eq!(saved, ["term/one", "visit/a"]);
    }

    #[test]
    fn a_commitment_taken_out_can_be_put_back_and_else_is_not_saved() {
        let mut form = Form::new_visit(record("visit/a"), NOW);
        let one = record("agreement/one");
        form.add_agreement(one.clone());
        form.remove_agreement(&one);
        assert_eq!(form.removed_agreement(), None, "an empty one is nothing to put back");
        form.restore_agreement(&one);
        form.set_agreement(&one, Field::What, "Enviar fotos");
        form.remove_agreement(&one);
        assert_eq!((form.agreements().count(), form.removed_agreement()), (0, Some(one.clone())));
        assert_eq!(form.to_save("").len(), 1);
        form.restore_agreement(&one);
        assert_eq!((form.agreements().count(), form.to_save("").len()), (1, 2));
    }

    #[test]
    fn a_practice_is_a_word_of_which_more_can_be_told() {
        let mut form = Form::new_visit(record("visit/a"), NOW);
        let (kind, field, log) = (Kind::Visit, Field::Practices, Log::new());
        form.create_term(kind, field, Choice::Practice, record("term/new"), "Abono de cuy", Lang::Es);
        assert!(form.holds_term(&log, kind, field, "term/new"));
        assert_eq!(form.to_save("").len(), 2);
        form.toggle_term(&log, kind, field, "term/new");
        assert_eq!((form.list(kind, field).len(), form.to_save("").len()), (0, 1));
        // What is told of it goes only on purpose.
        form.set(kind, field, vec![Value::map([(PRACTICE, "term/new".into()), ("stage", "seen".into())])]);
        form.toggle_term(&log, kind, field, "term/new");
        assert_eq!(form.list(kind, field).len(), 1);
    }

    #[test]
    fn a_course_is_named_by_its_topics_also_by_new_ones() {
        let mut form = Form::new_training(record("session/a"), record("course/a"), NOW);
        form.create_term(Kind::Course, Field::Topics, Choice::Topic, record("term/new"), "Riego", Lang::Es);
        let log = Log::new();
        assert_eq!(form.topics_in_words(Names { log: &log, lang: Lang::Es }), "Riego");
    }
}
