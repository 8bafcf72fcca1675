//! What makes a record complete (the table in "What is recorded": R and W). A draft can be saved without any of it.

use super::{Choice, Draft, Field, Fields, Kind};

/// The fields that a complete record of this kind still needs, in the order of the form.
pub fn missing(kind: Kind, fields: &Fields) -> Vec<Field> {
    needed(kind).iter().copied().filter(|field| is_missing(*field, fields)).collect()
}

/// Fields worth a reminder when empty; they do not hold a record back.
pub fn advised(kind: Kind, fields: &Fields) -> Vec<Field> {
    let without_subject = fields.is_blank(Field::ProductionAreas) && fields.is_blank(Field::Themes);
    match kind {
        Kind::Visit if without_subject => vec![Field::ProductionAreas],
        Kind::Session if fields.is_blank(Field::Minutes) => vec![Field::Minutes],
        _ => Vec::new(),
    }
}

fn needed(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Visit => &[
            Field::VisitType,
            Field::StartsOn,
            Field::Municipality,
            Field::HostOrganisation,
            Field::Purpose,
            Field::Observations,
            Field::Confidentiality,
        ],
        Kind::Agreement => &[Field::What, Field::Responsible],
        Kind::Course => &[Field::Topics, Field::Method, Field::Municipality, Field::Organiser],
        Kind::Session => &[Field::HeldOn, Field::Total, Field::CountBasis, Field::CountingUnit],
        Kind::Organisation => &[Field::Name, Field::ActorType],
        Kind::Exchange => &[Field::Title, Field::Countries],
        Kind::Place => &[Field::Name],
        Kind::Photo | Kind::Term | Kind::Device | Kind::Setting | Kind::Indicator | Kind::Report => &[],
    }
}

fn is_missing(field: Field, fields: &Fields) -> bool {
    match field {
        // A place that is in no list is as good as one that is.
        Field::Municipality => fields.is_blank(field) && fields.is_blank(Field::PlaceAsWritten),
        _ => fields.is_blank(field),
    }
}

/// What a Save does to a note, beside what is typed in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// By the person who fills in its form: one that was sent back is mended so.
    InItsForm,
    /// One value of it, taken back or decided elsewhere.
    Elsewhere,
}

/// The status a Save gives: complete when nothing is missing, else draft. A review holds as long as what was read stands
/// there; one that was sent back stays so until its form is saved with nothing missing.
pub fn status(kind: Kind, fields: &Fields, is_edited: bool, saved: Saved) -> Choice {
    let is_whole = missing(kind, fields).is_empty();
    match fields.choice(Field::Status) {
        Some(Choice::Reviewed) if !is_edited => Choice::Reviewed,
        Some(Choice::Returned) if !is_whole || saved == Saved::Elsewhere => Choice::Returned,
        _ if is_whole => Choice::Complete,
        _ => Choice::Draft,
    }
}

/// Whether a Save of this draft changes what is said of the visit or the session.
pub fn is_edited(draft: &Draft) -> bool {
    draft.changed().keys().any(|name| is_content(name))
}

/// What a person says of the visit or the session; not how far it is, who may read it, and what it is the same as.
pub fn is_content(name: &str) -> bool {
    use Field::*;
    !matches!(
        Field::from_name(name),
        Some(Status | ReturnedBecause | ReviewedAs | Confidentiality | Trashed | JoinedInto | KeptApart | SummedAnyway)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_complete_when_the_needed_fields_are_filled_in() {
        let mut fields = Fields::default();
        assert_eq!(missing(Kind::Visit, &fields).len(), 7);
        assert_eq!(status(Kind::Visit, &fields, true, Saved::InItsForm), Choice::Draft);
        for field in missing(Kind::Visit, &fields) {
            fields.set(field, "x");
        }
        assert_eq!(status(Kind::Visit, &fields, true, Saved::InItsForm), Choice::Complete);
        assert_eq!(advised(Kind::Visit, &fields), [Field::ProductionAreas]);
        fields.set(Field::Purpose, "  ");
        assert_eq!(missing(Kind::Visit, &fields), [Field::Purpose]);
    }

    #[test]
    fn a_place_as_written_stands_in_for_the_municipality() {
        let mut fields = Fields::default();
        fields.set(Field::PlaceAsWritten, "Junín de Intag");
        assert!(!missing(Kind::Visit, &fields).contains(&Field::Municipality));
    }

    #[test]
    fn a_review_holds_until_the_note_says_something_else_and_a_returned_one_until_it_is_mended() {
        let check = |before: &str, is_whole: bool, is_edited: bool, saved: Saved, after: Choice| {
            let mut fields = Fields::default();
            if is_whole {
                needed(Kind::Visit).iter().for_each(|field| fields.set(*field, "x"));
            }
            fields.set(Field::Status, before);
            assert_eq!(
                status(Kind::Visit, &fields, is_edited, saved),
                after,
                "{before} {is_whole} {is_edited} {saved:?}"
            );
        };
        use Saved::{Elsewhere, InItsForm};
        check("reviewed", true, false, InItsForm, Choice::Reviewed);
        check("reviewed", true, true, InItsForm, Choice::Complete);
        check("reviewed", false, true, InItsForm, Choice::Draft);
        check("reviewed", true, true, Elsewhere, Choice::Complete);
        check("returned", true, true, InItsForm, Choice::Complete);
        check("returned", true, false, InItsForm, Choice::Complete);
        check("returned", false, true, InItsForm, Choice::Returned);
        check("returned", true, true, Elsewhere, Choice::Returned);
        check("draft", true, true, Elsewhere, Choice::Complete);
    }
}
