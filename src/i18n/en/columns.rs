//! The tables and columns of files for others.

use super::labels::LABELS;
use crate::i18n::{Column, Leaf};
use crate::record::{Choice, Field};

pub fn leaf(leaf: Leaf) -> &'static str {
    match leaf {
        Leaf::About => "Read first",
        Leaf::Visits => "Visits",
        Leaf::Practices => "Practices",
        Leaf::Lessons => "Lessons",
        Leaf::Quotes => "Quotes",
        Leaf::TookPart => "Who took part",
        Leaf::Agreements => "Commitments",
        Leaf::Courses => "Courses",
        Leaf::Sessions => "Training sessions",
        Leaf::Counts => "Counts",
        Leaf::Organisations => "Organisations",
        Leaf::Places => "Places",
        Leaf::Exchanges => "Exchanges",
        Leaf::Captions => "Photo captions",
        Leaf::Figures => "Figures",
        Leaf::Columns => "Columns",
    }
}

/// The heading of a column and what it holds.
pub fn column(column: Column) -> [&'static str; 2] {
    let of = |field, explained| [(LABELS.short)(field), explained];
    match column {
        Column::Id => ["Id", "The name of the record in Ayni; other tables refer to it"],
        Column::StartsOn => of(Field::StartsOn, "The first day"),
        Column::EndsOn => of(Field::EndsOn, "The last day; empty where it was one day"),
        Column::Country => of(Field::Country, "The country of the municipality"),
        Column::Region => ["Department or province", "The unit above the municipality"],
        Column::Municipality => of(Field::Municipality, "The municipality, or canton in Ecuador"),
        Column::MunicipalityCode => ["Municipality code", "Country and official code: EC1003 is Cotacachi"],
        Column::Community => of(Field::Community, "The community, as it was written"),
        Column::PlaceAsWritten => of(Field::PlaceAsWritten, "The place in the words of who was there"),
        Column::Latitude => of(Field::Latitude, "Degrees, WGS 84, north positive; two decimals in public files"),
        Column::Longitude => of(Field::Longitude, "Degrees, WGS 84, east positive; two decimals in public files"),
        Column::PointOf => ["Point of", "The place itself, or only a point of its municipality"],
        Column::Accuracy => ["Accuracy (m)", "Metres around the point, as the phone gave them"],
        Column::Remarks => of(Field::Remarks, "Remarks for the team"),
        Column::RecordedBy => ["Recorded by", "The phone or computer that recorded it first"],
        Column::Status => of(Field::Status, "How far the record or the commitment is"),
        Column::Name => of(Field::Name, "Its name"),
        Column::Exchange => of(Field::Exchange, "The exchange that it belongs to"),
        Column::VisitType => of(Field::VisitType, "What kind of visit it was"),
        Column::Host => ["Host", "The organisation that was visited"],
        Column::Delegation => of(Field::Delegation, "The organisations that visited, separated by semicolons"),
        Column::PeopleMet => of(Field::PeopleMet, "Roles and organisations of those who were met"),
        Column::Purpose => of(Field::Purpose, "What the visit was for"),
        Column::Areas => of(Field::ProductionAreas, "Production areas, separated by semicolons"),
        Column::Themes => of(Field::Themes, "Themes, separated by semicolons"),
        Column::Products => of(Field::Products, "Products, separated by semicolons"),
        Column::Observations => of(Field::Observations, "Facts: what was seen and said"),
        Column::Assessment => of(Field::Assessment, "Opinion of those who visited"),
        Column::WhatWorked => of(Field::WhatWorked, "What worked, in the words of the note"),
        Column::Difficulties => of(Field::Difficulties, "What was difficult"),
        Column::Recommendations => of(Field::Recommendations, "What is recommended"),
        Column::Women => {
            [(LABELS.choice)(Choice::Female), "Women; empty is not zero. <5 and ≥5 in public files hide small groups"]
        }
        Column::Men => {
            [(LABELS.choice)(Choice::Male), "Men; empty is not zero. <5 and ≥5 in public files hide small groups"]
        }
        Column::SexNotRecorded => ["Sex not recorded", "Those whose sex was not recorded"],
        Column::Confidentiality => of(Field::Confidentiality, "Who may see the note"),
        Column::ReturnedBecause => of(Field::ReturnedBecause, "Why a reviewer sent it back"),
        Column::Visit => ["Visit (id)", "The visit that it belongs to, by its id"],
        Column::VisitedOn => ["Date of the visit", "The first day of that visit"],
        Column::Practice => ["Practice", "The practice, by its name on the list"],
        Column::Description => ["Description", "What it is, in the words of the note"],
        Column::Stage => ["How far it came", "Seen, tried or adopted"],
        Column::Transferable => ["Can be used elsewhere", "Yes, partly or no"],
        Column::Conditions => ["Under which conditions", "What it needs elsewhere"],
        Column::Lesson => ["Lesson", "What is taken along"],
        Column::LessonFor => ["For whom", "The country that the lesson is for"],
        Column::Quote => ["Quote", "What somebody said, word for word"],
        Column::SpeakerRole => ["Who said it", "The role of who said it; never a name"],
        Column::Consent => {
            of(Field::Consent, "Whether they agreed to its use. Public files have only what was agreed to")
        }
        Column::Group => ["Group", "Producers, officials, staff or others"],
        Column::What => of(Field::What, "What will be done"),
        Column::Responsible => of(Field::Responsible, "Who keeps it"),
        Column::DueOn => of(Field::DueOn, "The day by which it is due"),
        Column::ClosedOn => of(Field::ClosedOn, "The day on which it was done or dropped"),
        Column::Evidence => of(Field::Evidence, "What shows it"),
        Column::Method => of(Field::Method, "How it was taught"),
        Column::Topics => of(Field::Topics, "What was taught, separated by semicolons"),
        Column::Organiser => of(Field::Organiser, "Who organises it"),
        Column::Funder => of(Field::Funder, "Who funds it"),
        Column::Facilitator => of(Field::Facilitator, "Who facilitates it"),
        Column::Enrolled => of(Field::Enrolled, "How many different people the course has registered"),
        Column::Completed => of(Field::Completed, "How many of them completed it"),
        Column::Sessions => ["Sessions", "How many times a group met; without those that others reported"],
        Column::Course => ["Course (id)", "The course that it belongs to, by its id"],
        Column::CourseName => of(Field::Course, "The name of the course"),
        Column::Number => of(Field::Number, "Which session of the course it was"),
        Column::HeldOn => of(Field::HeldOn, "The day of the session"),
        Column::Venue => of(Field::Venue, "Where it was held"),
        Column::Minutes => ["Duration (minutes)", "How long it took, in minutes"],
        Column::Unit => {
            of(Field::CountingUnit, "People, attendances, households or organisations: never added together")
        }
        Column::Basis => of(Field::CountBasis, "Signed list, head count, roster, estimate, or reported by others"),
        Column::Total => of(Field::Total, "The total of the list or the count, else the sum of what was counted"),
        Column::AgeBand => ["Age", "Those of this age; empty is not zero. <5 and ≥5 in public files hide small groups"],
        Column::AgeNotRecorded => [
            "Age not recorded",
            "Those whose age was not recorded, and the part of the total that was not counted by age",
        ],
        Column::FirstTime => of(Field::FirstTime, "How many came for the first time in the reporting period"),
        Column::FirstTimeFrom => ["First time: period from", "The first day of that reporting period"],
        Column::FirstTimeTo => ["First time: period to", "The last day of that reporting period"],
        Column::StandsApart => ["In no sum", "Yes where others reported it: it is in no sum of the figures"],
        Column::InConflict => {
            ["Numbers to decide", "Yes where two people wrote different numbers; the shown one stands here"]
        }
        Column::Session => ["Session (id)", "The session that it belongs to, by its id"],
        Column::Sex => ["Sex", "Women, men, or not recorded"],
        Column::Age => ["Age", "The age band, as it was counted"],
        Column::AgeFrom => ["Age from", "The youngest age of the band, in whole years"],
        Column::AgeTo => ["Age to", "The oldest age of the band; empty where it is open"],
        Column::Role => ["Role", "Producers, officials and others"],
        Column::Count => ["How many", "How many were counted of this sex, age and role"],
        Column::ActorType => of(Field::ActorType, "What kind of organisation it is"),
        Column::OrganisationPlace => of(Field::Place, "Where it is"),
        Column::Roles => of(Field::Roles, "What it does in the exchange, separated by semicolons"),
        Column::AlsoKnownAs => of(Field::AlsoKnownAs, "Other names, separated by semicolons"),
        Column::Level => of(Field::Level, "Community, zone, protected area and so on"),
        Column::Within => of(Field::Parent, "The place or municipality that it lies in"),
        Column::Code => of(Field::Code, "Its official code, where it has one"),
        Column::Countries => of(Field::Countries, "The countries that take part, separated by semicolons"),
        Column::ThematicAreas => of(Field::ThematicAreas, "What it is about, separated by semicolons"),
        Column::Summary => of(Field::Summary, "What it is, in short"),
        Column::Of => ["Of (id)", "The visit or session that the photo belongs to, by its id"],
        Column::Caption => of(Field::Caption, "What the photo shows. The photo itself is in no file for others"),
        Column::TakenOn => of(Field::TakenOn, "The day of the photo"),
        Column::Breakdown => ["Broken down by", "What the line is one part of; parts are never added to people"],
        Column::OneOf => ["Part", "The month, municipality, topic and so on"],
        Column::Attendances => ["Attendances", "The sum of the totals: who came three times counts three times"],
        Column::PeopleFrom => ["Different people, at least", "The lower bound: who came more than once is not known"],
        Column::PeopleTo => {
            ["Different people, at most", "The upper bound; where both are the same, the number is exact"]
        }
        Column::ByOthers => ["Reported by others", "What others reported: in no sum"],
        Column::Note => ["Note", "What must be known to read the line"],
        Column::Leaf => ["Sheet", "The table that the column is in"],
        Column::Heading => ["Column", "The heading of the column"],
        Column::Form => ["Holds", "Text, a date, a whole number, yes or no, degrees"],
        Column::Explained => ["What it says", "What stands in the column"],
        Column::Tag => ["HXL hashtag", "The tag of the column in files with HXL hashtags"],
        Column::Item => ["About this file", "What is said of the file"],
        Column::Said => ["What it says", "What the file is, and what is in it"],
    }
}
