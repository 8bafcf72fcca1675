//! What makes a record complete (the table in "What is recorded": R and W). A draft can be saved without any of it.

use super::{Choice, Field, Fields, Kind};

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

/// The status a Save gives: complete when nothing is missing, else draft. What a reviewer decided stays.
pub fn status(kind: Kind, fields: &Fields) -> Choice {
    match fields.choice(Field::Status) {
        Some(decided @ (Choice::Reviewed | Choice::Returned)) => decided,
        _ if missing(kind, fields).is_empty() => Choice::Complete,
        _ => Choice::Draft,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_complete_when_the_needed_fields_are_filled_in() {
        let mut fields = Fields::default();
        assert_eq!(missing(Kind::Visit, &fields).len(), 7);
        assert_eq!(status(Kind::Visit, &fields), Choice::Draft);
        for field in missing(Kind::Visit, &fields) {
            fields.set(field, "x");
        }
        assert_eq!(status(Kind::Visit, &fields), Choice::Complete);
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
    fn what_a_reviewer_decided_is_not_undone_by_a_save() {
        let mut fields = Fields::default();
        fields.set(Field::Status, "returned");
        assert_eq!(status(Kind::Visit, &fields), Choice::Returned);
    }
}
