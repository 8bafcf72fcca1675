//! The example workspace: the public page as records, nothing added.

use super::records::all;
use ayni::log::Log;
use ayni::record::{Choice, Field, Fields, Kind, RecordId, complete};

fn fields(log: &Log, kind: Kind) -> Vec<(RecordId, Fields)> {
    log.records_of(kind).map(|record| (record.id().clone(), record.fields())).collect()
}

#[test]
fn the_example_holds_what_the_page_tells() {
    let log = all();
    let count = |kind| log.records_of(kind).count();
    let kinds = [Kind::Exchange, Kind::Organisation, Kind::Visit, Kind::Agreement, Kind::Course, Kind::Session];
    assert_eq!(kinds.map(count), [1, 24, 7, 0, 2, 1]);
}

#[test]
fn a_note_of_the_example_is_as_complete_as_it_says() {
    let visits = fields(&all(), Kind::Visit);
    for (visit, fields) in &visits {
        let expected = if complete::missing(Kind::Visit, fields).is_empty() { Choice::Reviewed } else { Choice::Draft };
        assert_eq!(fields.choice(Field::Status), Some(expected), "{visit}");
        assert_eq!(fields.choice(Field::Confidentiality), Some(Choice::Public), "{visit}");
    }
    let drafts = visits.iter().filter(|(_, fields)| fields.choice(Field::Status) == Some(Choice::Draft)).count();
    assert_eq!(drafts, 2, "of the opening and the closing meeting the page says neither place nor host");
}

#[test]
fn what_the_example_supposes_is_said_in_the_note() {
    for (visit, fields) in fields(&all(), Kind::Visit) {
        assert!(fields.text(Field::Observations).starts_with("Según la página: "), "{visit}");
        assert!(fields.text(Field::Remarks).contains("La página no dice el día"), "{visit}");
        assert_eq!([fields.text(Field::StartsOn), fields.text(Field::EndsOn)], ["2015-10-26", "2015-10-30"], "{visit}");
    }
}

/// "Counting honestly", 1 and 5: no cell is made up, and the number stands apart as what others reported.
#[test]
fn the_75_producers_stay_what_they_are_a_number_that_others_reported() {
    let sessions = fields(&all(), Kind::Session);
    for (_, session) in &sessions {
        assert_eq!(session.int(Field::Total), Some(75));
        assert_eq!(session.choice(Field::CountBasis), Some(Choice::ThirdParty));
        assert_eq!(session.choice(Field::CountingUnit), Some(Choice::NotStated));
        for field in [Field::Cells, Field::FirstTime, Field::HeldOn, Field::Minutes] {
            assert!(session.is_blank(field), "the page does not give {}", field.name());
        }
        assert!(session.text(Field::Remarks).contains("«75 producers trained in AFS (Agricultural Field Schools)»"));
    }
}

#[test]
fn the_example_names_no_person() {
    for (visit, fields) in fields(&all(), Kind::Visit) {
        for met in fields.list(Field::PeopleMet) {
            assert!(met.member("name").is_none() && met.member("role").is_some(), "{visit}");
        }
    }
}
