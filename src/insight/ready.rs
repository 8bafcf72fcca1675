//! What a report may take, and whether a review still holds: what was read then is what is there now.
//!
//! A review names what its reader saw by a short fingerprint. Clocks could not tell: a phone without signal may have written in
//! the note before the review, and its file come in after it.

use super::joins::is_counted_elsewhere;
use crate::log::{Log, RecordView, canonical, sha256_hex};
use crate::record::complete::is_content;
use crate::record::{Choice, Field, Kind, Map, Name, Value, gather};

/// Why a record is not in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyNot {
    /// Neither a visit nor a session.
    OtherKind,
    InBin,
    /// Joined into another, which stands for it.
    CountedElsewhere,
    /// Still a draft.
    Draft,
    /// Sent back, and not mended yet.
    Returned,
    /// Nobody reviewed it yet.
    NotReviewed,
    /// Reviewed, and written in since.
    ChangedSince,
    /// Only for the team.
    Internal,
}

/// Whether a report may take it. A visit must be reviewed as it now stands, and shareable or public. A session holds numbers and no
/// one's words: it enters unless it was sent back or is a draft.
pub fn may_enter_report(log: &Log, view: RecordView) -> Result<(), WhyNot> {
    let kind = view.id().kind().filter(|kind| is_reviewed(*kind)).ok_or(WhyNot::OtherKind)?;
    if view.is_binned() {
        return Err(WhyNot::InBin);
    }
    if is_counted_elsewhere(log, view) {
        return Err(WhyNot::CountedElsewhere);
    }
    match (choice(view, Field::Status), kind) {
        (Some(Choice::Returned), _) => Err(WhyNot::Returned),
        (Some(Choice::Draft), _) => Err(WhyNot::Draft),
        (_, Kind::Session) => Ok(()),
        (Some(Choice::Reviewed), _) if changed_since_review(view) => Err(WhyNot::ChangedSince),
        (Some(Choice::Reviewed), _) => match choice(view, Field::Confidentiality) {
            Some(Choice::Shareable | Choice::Public) => Ok(()),
            _ => Err(WhyNot::Internal),
        },
        _ if changed_since_review(view) => Err(WhyNot::ChangedSince),
        _ => Err(WhyNot::NotReviewed),
    }
}

/// The kinds that a reviewer marks as reviewed or sends back.
pub fn is_reviewed(kind: Kind) -> bool {
    matches!(kind, Kind::Visit | Kind::Session)
}

/// Whether somebody reviewed it and it says something else now. One that was never reviewed did not change since.
pub fn changed_since_review(view: RecordView) -> bool {
    let read = view.variants(Field::ReviewedAs.name());
    let mut read = read.iter().filter_map(|variant| variant.value.as_text()).filter(|text| !text.is_empty()).peekable();
    if read.peek().is_none() {
        return false;
    }
    let now = as_it_stands(view);
    !read.any(|read| read == now)
}

/// The fingerprint of what a record says: all of it but what a reviewer decides of it, and the bin. Where people wrote different
/// things, all of that.
pub fn as_it_stands(view: RecordView) -> String {
    let said = view.values().filter(|(name, value)| is_content(name) && !value.is_blank());
    let said: Map<Value> = said.map(|(name, value)| (name.clone(), all_of(view, name, value))).collect();
    let print = sha256_hex(canonical(&Value::Map(said)).as_bytes());
    print.get(..LENGTH).unwrap_or_default().to_owned()
}

/// Enough that two notes never have the same by chance: 80 bits.
const LENGTH: usize = 20;

fn all_of(view: RecordView, name: &Name, shown: &Value) -> Value {
    if !view.is_unclear() {
        return shown.clone();
    }
    let variants = view.variants(name).into_iter().map(|variant| variant.value).collect();
    match gather::ordered_by(variants, Value::clone).as_slice() {
        [] | [_] => shown.clone(),
        several => Value::List(several.to_vec()),
    }
}

fn choice(view: RecordView, field: Field) -> Option<Choice> {
    Choice::from_name(view.shown(field.name())?.as_text()?)
}
