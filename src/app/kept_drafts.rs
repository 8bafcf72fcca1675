//! Drafts are kept in two places, because either may lose the last of them with the battery: which of two is the one to go on
//! with.

use super::{Form, Names};
use crate::i18n::days_ahead;
use crate::record::Value;
use std::ops::Range;

const GONE: &str = "gone_at";

/// What stands in the second place of a draft that was saved or given up, so that the first can not bring it back.
pub fn gone(at: &str) -> Value {
    Value::map([(GONE, at.into())])
}

/// When it was saved or given up; nothing for a draft.
pub fn gone_at(mirrored: &Value) -> Option<&str> {
    mirrored.member(GONE).and_then(Value::as_text)
}

/// What to do with what stands in the first place, at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// It is as it should be.
    Stays,
    /// The draft was saved or given up.
    Goes,
    /// The second place has a later one.
    Takes(Form),
}

/// Compares a draft as the first place has it with what the second says of it.
pub fn start(names: Names, kept: Option<&Form>, mirrored: Value) -> Start {
    let kept_at = kept.map(|form| moment(&form.typed_at));
    if let Some(gone) = gone_at(&mirrored) {
        return if kept_at.is_some_and(|kept| kept <= moment(gone)) { Start::Goes } else { Start::Stays };
    }
    match Form::from_value(mirrored) {
        // Where both are of one second, the first was written later.
        Some(form) if kept_at.is_none_or(|kept| kept < moment(&form.typed_at)) && !is_saved(names, &form) => {
            Start::Takes(form)
        }
        _ => Start::Stays,
    }
}

/// Whether the records say already all that a Save of this form would write: it was saved when the power went.
fn is_saved(names: Names, form: &Form) -> bool {
    form.to_save(&form.topics_in_words(names)).iter().all(|draft| {
        let view = names.log.record(&draft.record);
        draft
            .changed()
            .iter()
            .all(|(field, value)| view.and_then(|view| view.shown(field)).unwrap_or(&Value::Null) == value)
    })
}

/// A moment of RFC 3339 in seconds, whatever its offset, so that two are compared wherever the phone went in between. What is
/// none comes before all.
fn moment(at: &str) -> i64 {
    let number = |range: Range<usize>| at.get(range).and_then(|part| part.parse::<i64>().ok()).unwrap_or_default();
    let days = at.get(..10).and_then(|date| days_ahead(date, "1970-01-01")).unwrap_or_default();
    let minutes = |hours, minutes| number(hours) * 60 + number(minutes);
    let east = minutes(20..22, 23..25);
    let east = if at.get(19..20) == Some("-") { -east } else { east };
    (days * 24 * 60 + minutes(11..13, 14..16) - east) * 60 + number(17..19)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Now;
    use crate::app::hand::{Hand, record};
    use crate::record::{Field, Kind};

    fn form(purpose: &str, typed_at: &str) -> Form {
        let now = Now { ms: 1_795_525_882_000, offset_minutes: -300 };
        let mut form = Form::new_visit(record("visit/a"), now);
        form.set(Kind::Visit, Field::Purpose, purpose);
        form.typed_at = typed_at.to_owned();
        form
    }

    #[test]
    fn the_later_of_two_drafts_is_taken_and_none_that_is_gone() {
        let hand = Hand::of("phone");
        let check = |kept: Option<Form>, mirrored: Value, expected: Start| {
            let told = format!("{kept:?} {mirrored:?}");
            assert_eq!(start(hand.names(), kept.as_ref(), mirrored), expected, "{told}");
        };
        let [early, late] = ["2026-11-25T08:00:01-05:00", "2026-11-25T08:00:09-05:00"];
        let newer = || form("La planta", late);
        check(Some(form("La pl", early)), newer().to_value(), Start::Takes(newer()));
        check(None, newer().to_value(), Start::Takes(newer()));
        check(Some(newer()), form("La pl", early).to_value(), Start::Stays);
        check(Some(newer()), form("La plant", late).to_value(), Start::Stays);
        // The same moment on two clocks, and an hour that only looks later.
        check(Some(newer()), form("x", "2026-11-25T09:00:09-04:00").to_value(), Start::Stays);
        check(Some(newer()), form("x", "2026-11-25T08:30:00-04:00").to_value(), Start::Stays);
        check(Some(newer()), gone(late), Start::Goes);
        check(Some(newer()), gone(early), Start::Stays);
        check(None, gone(late), Start::Stays);
        check(Some(newer()), Value::Null, Start::Stays);
    }

    #[test]
    fn a_draft_that_was_saved_when_the_power_went_does_not_come_back() {
        let mut hand = Hand::of("phone");
        let saved = form("La planta", "2026-11-25T08:00:09-05:00");
        hand.save(&saved.to_save(""));
        let check = |form: Form, comes_back: bool| {
            let start = start(hand.names(), None, form.to_value());
            assert_eq!(start != Start::Stays, comes_back);
        };
        check(saved, false);
        check(form("La planta y el vivero", "2026-11-25T08:00:09-05:00"), true);
    }
}
