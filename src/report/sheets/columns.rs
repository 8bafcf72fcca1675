//! Which columns each table has, where a column is read from, and its HXL hashtag.
//!
//! A column that is for the team alone is not in a public file at all, so that nobody looks for what is not there. Columns that are
//! of the same matter have the same tag in every table.

use super::Form;
use crate::i18n::{Column, Leaf};
use crate::record::Field;

/// Where the cells of a column come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From more than one field; `cells` says how.
    Own(Form),
    Short(Field),
    Long(Field),
    Whole(Field),
    Date(Field),
    Choice(Field),
    /// A list of choices or of texts.
    List(Field),
    /// The name of what a reference leads to; a place may also be a code.
    Name(Field),
    Names(Field),
    /// A member of the object of a list that the row is about.
    Item(&'static str),
    ItemLong(&'static str),
    ItemChoice(&'static str),
    ItemName(&'static str),
    ItemWhole(&'static str),
}

#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub what: Column,
    pub way: Way,
    pub tag: &'static str,
    pub for_team: bool,
}

const fn all(what: Column, way: Way, tag: &'static str) -> Spec {
    Spec { what, way, tag, for_team: false }
}

const fn team(what: Column, way: Way, tag: &'static str) -> Spec {
    Spec { what, way, tag, for_team: true }
}

impl Way {
    pub fn form(self) -> Form {
        match self {
            Way::Own(form) => form,
            Way::Long(_) | Way::ItemLong(_) => Form::Long,
            Way::Whole(_) | Way::ItemWhole(_) => Form::Whole,
            Way::Date(_) => Form::Date,
            _ => Form::Short,
        }
    }
}

const SHORT: Way = Way::Own(Form::Short);
const WHOLE: Way = Way::Own(Form::Whole);
const YES_NO: Way = Way::Own(Form::YesNo);
const DEGREES: Way = Way::Own(Form::Degrees);

const COUNTRY: Spec = all(Column::Country, SHORT, "#country+name");
const REGION: Spec = all(Column::Region, SHORT, "#adm1+name");
const MUNICIPALITY: Spec = all(Column::Municipality, SHORT, "#loc+municipality+name");
const CODE: Spec = all(Column::MunicipalityCode, SHORT, "#loc+municipality+code");
const LATITUDE: Spec = all(Column::Latitude, DEGREES, "#geo+lat");
const LONGITUDE: Spec = all(Column::Longitude, DEGREES, "#geo+lon");
const POINT_OF: Spec = all(Column::PointOf, SHORT, "#geo+type");
const RECORDED_BY: Spec = team(Column::RecordedBy, SHORT, "#meta+recorded_by");
const REMARKS: Spec = team(Column::Remarks, Way::Long(Field::Remarks), "#meta+remarks");

const VISITS: &[Spec] = &[
    all(Column::Id, SHORT, "#activity+visit+id"),
    all(Column::StartsOn, Way::Date(Field::StartsOn), "#date+start"),
    all(Column::EndsOn, Way::Date(Field::EndsOn), "#date+end"),
    all(Column::VisitType, Way::Choice(Field::VisitType), "#activity+visit+type"),
    COUNTRY,
    REGION,
    MUNICIPALITY,
    CODE,
    all(Column::Community, Way::Short(Field::Community), "#loc+community+name"),
    all(Column::PlaceAsWritten, Way::Short(Field::PlaceAsWritten), "#loc+as_written"),
    LATITUDE,
    LONGITUDE,
    POINT_OF,
    team(Column::Accuracy, WHOLE, "#geo+accuracy_m"),
    all(Column::Host, Way::Name(Field::HostOrganisation), "#org+host+name"),
    all(Column::Delegation, Way::Names(Field::Delegation), "#org+delegation+name+list"),
    team(Column::PeopleMet, SHORT, "#contact+role+list"),
    all(Column::Purpose, Way::Long(Field::Purpose), "#description+purpose"),
    all(Column::Areas, Way::Names(Field::ProductionAreas), "#subsector+production_area+list"),
    all(Column::Themes, Way::Names(Field::Themes), "#subsector+theme+list"),
    all(Column::Products, Way::Names(Field::Products), "#item+product+list"),
    all(Column::Observations, Way::Long(Field::Observations), "#description+observed"),
    all(Column::Assessment, Way::Long(Field::Assessment), "#description+opinion"),
    all(Column::WhatWorked, Way::Long(Field::WhatWorked), "#description+worked"),
    all(Column::Difficulties, Way::Long(Field::Difficulties), "#description+difficulty"),
    all(Column::Recommendations, Way::Long(Field::Recommendations), "#description+recommended"),
    all(Column::Women, WHOLE, "#population+took_part+f"),
    all(Column::Men, WHOLE, "#population+took_part+m"),
    all(Column::SexNotRecorded, WHOLE, "#population+took_part+sex_unknown"),
    all(Column::Confidentiality, Way::Choice(Field::Confidentiality), "#meta+confidentiality"),
    team(Column::Status, Way::Choice(Field::Status), "#status"),
    team(Column::ReturnedBecause, Way::Long(Field::ReturnedBecause), "#status+reason"),
    all(Column::Exchange, Way::Name(Field::Exchange), "#activity+exchange+name"),
    REMARKS,
    RECORDED_BY,
];

const VISIT: Spec = all(Column::Visit, SHORT, "#activity+visit+id");
const VISITED_ON: Spec = all(Column::VisitedOn, Way::Own(Form::Date), "#date+start");
const HOST: Spec = all(Column::Host, SHORT, "#org+host+name");

const PRACTICES: &[Spec] = &[
    VISIT,
    VISITED_ON,
    HOST,
    all(Column::Practice, Way::ItemName("practice"), "#item+practice+name"),
    all(Column::Description, Way::ItemLong("description"), "#description+practice"),
    all(Column::Stage, Way::ItemChoice("stage"), "#status+practice"),
    all(Column::Transferable, Way::ItemChoice("transferable"), "#status+transferable"),
    all(Column::Conditions, Way::ItemLong("conditions"), "#description+conditions"),
];

const LESSONS: &[Spec] = &[
    VISIT,
    VISITED_ON,
    HOST,
    all(Column::Lesson, Way::ItemLong("text"), "#description+lesson"),
    all(Column::LessonFor, Way::ItemChoice("for"), "#country+lesson_for"),
];

const QUOTES: &[Spec] = &[
    VISIT,
    VISITED_ON,
    HOST,
    all(Column::Quote, Way::ItemLong("text"), "#description+quote"),
    all(Column::SpeakerRole, Way::Item("role"), "#contact+speaker+role"),
    all(Column::Consent, Way::ItemChoice("consent"), "#meta+consent"),
];

const TOOK_PART: &[Spec] = &[
    VISIT,
    VISITED_ON,
    HOST,
    all(Column::Group, Way::ItemChoice("group"), "#group+name"),
    all(Column::Women, Way::ItemWhole("women"), "#population+took_part+f"),
    all(Column::Men, Way::ItemWhole("men"), "#population+took_part+m"),
    all(Column::SexNotRecorded, Way::ItemWhole("not_stated"), "#population+took_part+sex_unknown"),
];

const AGREEMENTS: &[Spec] = &[
    all(Column::Id, SHORT, "#activity+commitment+id"),
    VISIT,
    VISITED_ON,
    HOST,
    all(Column::What, Way::Long(Field::What), "#description+commitment"),
    team(Column::Responsible, Way::Name(Field::Responsible), "#contact+responsible"),
    all(Column::DueOn, Way::Date(Field::DueOn), "#date+due"),
    all(Column::Status, Way::Choice(Field::Status), "#status"),
    all(Column::ClosedOn, Way::Date(Field::ClosedOn), "#date+closed"),
    team(Column::Evidence, Way::Long(Field::Evidence), "#description+evidence"),
    RECORDED_BY,
];

const COURSES: &[Spec] = &[
    all(Column::Id, SHORT, "#activity+course+id"),
    all(Column::Name, Way::Short(Field::Name), "#activity+course+name"),
    all(Column::Method, Way::Choice(Field::Method), "#modality"),
    all(Column::Topics, Way::Names(Field::Topics), "#subsector+topic+list"),
    all(Column::Organiser, Way::Name(Field::Organiser), "#org+organiser+name"),
    all(Column::Funder, Way::Name(Field::Funder), "#org+funder+name"),
    team(Column::Facilitator, Way::Name(Field::Facilitator), "#contact+facilitator"),
    COUNTRY,
    REGION,
    MUNICIPALITY,
    CODE,
    team(Column::Community, Way::Short(Field::Community), "#loc+community+name"),
    all(Column::StartsOn, Way::Date(Field::StartsOn), "#date+start"),
    all(Column::EndsOn, Way::Date(Field::EndsOn), "#date+end"),
    all(Column::Enrolled, Way::Whole(Field::Enrolled), "#population+enrolled"),
    team(Column::Completed, Way::Whole(Field::Completed), "#population+completed"),
    REMARKS,
    RECORDED_BY,
];

const SESSIONS: &[Spec] = &[
    all(Column::Id, SHORT, "#activity+session+id"),
    all(Column::HeldOn, Way::Date(Field::HeldOn), "#date+occurred"),
    all(Column::Number, Way::Whole(Field::Number), "#activity+session+num"),
    all(Column::Course, SHORT, "#activity+course+id"),
    all(Column::CourseName, SHORT, "#activity+course+name"),
    all(Column::Method, SHORT, "#modality"),
    all(Column::Topics, SHORT, "#subsector+topic+list"),
    all(Column::Organiser, SHORT, "#org+organiser+name"),
    COUNTRY,
    REGION,
    MUNICIPALITY,
    CODE,
    LATITUDE,
    LONGITUDE,
    POINT_OF,
    team(Column::Venue, Way::Short(Field::Venue), "#loc+venue"),
    all(Column::Minutes, Way::Whole(Field::Minutes), "#meta+duration_minutes"),
    all(Column::Unit, Way::Choice(Field::CountingUnit), "#meta+counting_unit"),
    all(Column::Basis, Way::Choice(Field::CountBasis), "#meta+count_basis"),
    all(Column::Total, WHOLE, "#reached+total"),
    all(Column::Women, WHOLE, "#reached+f"),
    all(Column::Men, WHOLE, "#reached+m"),
    all(Column::SexNotRecorded, WHOLE, "#reached+sex_unknown"),
    all(Column::AgeBand, WHOLE, "#reached+age"),
    all(Column::AgeNotRecorded, WHOLE, "#reached+age_unknown"),
    all(Column::FirstTime, WHOLE, "#reached+first_time"),
    all(Column::FirstTimeFrom, Way::Own(Form::Date), "#date+first_time+start"),
    all(Column::FirstTimeTo, Way::Own(Form::Date), "#date+first_time+end"),
    all(Column::StandsApart, YES_NO, "#meta+in_no_sum"),
    team(Column::InConflict, YES_NO, "#meta+in_conflict"),
    REMARKS,
    team(Column::Evidence, Way::Long(Field::Evidence), "#description+evidence"),
    RECORDED_BY,
];

const COUNTS: &[Spec] = &[
    all(Column::Session, SHORT, "#activity+session+id"),
    all(Column::HeldOn, Way::Own(Form::Date), "#date+occurred"),
    all(Column::CourseName, SHORT, "#activity+course+name"),
    all(Column::Municipality, SHORT, "#loc+municipality+name"),
    all(Column::Unit, SHORT, "#meta+counting_unit"),
    all(Column::Sex, SHORT, "#meta+sex"),
    all(Column::Age, SHORT, "#meta+age"),
    all(Column::AgeFrom, WHOLE, "#meta+age+min"),
    all(Column::AgeTo, WHOLE, "#meta+age+max"),
    all(Column::Role, SHORT, "#meta+role"),
    all(Column::Count, WHOLE, "#reached"),
];

const ORGANISATIONS: &[Spec] = &[
    all(Column::Id, SHORT, "#org+id"),
    all(Column::Name, Way::Short(Field::Name), "#org+name"),
    all(Column::ActorType, Way::Choice(Field::ActorType), "#org+type"),
    all(Column::Country, Way::Name(Field::Country), "#country+name"),
    all(Column::OrganisationPlace, Way::Name(Field::Place), "#loc+name"),
    all(Column::Roles, Way::List(Field::Roles), "#org+role+list"),
    team(Column::AlsoKnownAs, Way::List(Field::AlsoKnownAs), "#org+alias+list"),
    REMARKS,
];

const PLACES: &[Spec] = &[
    all(Column::Id, SHORT, "#loc+id"),
    all(Column::Name, Way::Short(Field::Name), "#loc+name"),
    all(Column::Level, Way::Choice(Field::Level), "#loc+type"),
    all(Column::Within, Way::Name(Field::Parent), "#loc+within+name"),
    all(Column::Code, Way::Short(Field::Code), "#loc+code"),
    LATITUDE,
    LONGITUDE,
    REMARKS,
];

const EXCHANGES: &[Spec] = &[
    all(Column::Id, SHORT, "#activity+exchange+id"),
    all(Column::Name, Way::Short(Field::Title), "#activity+exchange+name"),
    all(Column::Countries, Way::List(Field::Countries), "#country+name+list"),
    all(Column::StartsOn, Way::Date(Field::StartsOn), "#date+start"),
    all(Column::EndsOn, Way::Date(Field::EndsOn), "#date+end"),
    all(Column::Funder, Way::Name(Field::Funder), "#org+funder+name"),
    all(Column::ThematicAreas, Way::List(Field::ThematicAreas), "#sector+list"),
    all(Column::Summary, Way::Long(Field::Summary), "#description+summary"),
    REMARKS,
];

const CAPTIONS: &[Spec] = &[
    all(Column::Id, SHORT, "#meta+photo+id"),
    all(Column::Of, SHORT, "#activity+id"),
    all(Column::Caption, Way::Long(Field::Caption), "#description+photo"),
    all(Column::TakenOn, Way::Date(Field::TakenOn), "#date+taken"),
    all(Column::Consent, Way::Choice(Field::Consent), "#meta+consent"),
];

const FIGURES: &[Spec] = &[
    all(Column::Breakdown, SHORT, "#meta+breakdown"),
    all(Column::OneOf, SHORT, "#group+name"),
    all(Column::Sessions, WHOLE, "#indicator+sessions+num"),
    all(Column::Attendances, WHOLE, "#reached+attendances"),
    all(Column::PeopleFrom, WHOLE, "#reached+people+min"),
    all(Column::PeopleTo, WHOLE, "#reached+people+max"),
    all(Column::ByOthers, WHOLE, "#reached+reported_by_others"),
    all(Column::Note, Way::Own(Form::Long), "#description+note"),
];

const COLUMNS: &[Spec] = &[
    all(Column::Leaf, SHORT, "#meta+sheet"),
    all(Column::Heading, SHORT, "#meta+column"),
    all(Column::Form, SHORT, "#meta+type"),
    all(Column::Explained, Way::Own(Form::Long), "#description"),
    all(Column::Tag, SHORT, "#meta+tag"),
];

const ABOUT: &[Spec] =
    &[all(Column::Item, SHORT, "#meta+item"), all(Column::Said, Way::Own(Form::Long), "#description")];

/// The columns of a table for the team; some of them are for the team alone.
pub fn of(leaf: Leaf) -> &'static [Spec] {
    match leaf {
        Leaf::About => ABOUT,
        Leaf::Visits => VISITS,
        Leaf::Practices => PRACTICES,
        Leaf::Lessons => LESSONS,
        Leaf::Quotes => QUOTES,
        Leaf::TookPart => TOOK_PART,
        Leaf::Agreements => AGREEMENTS,
        Leaf::Courses => COURSES,
        Leaf::Sessions => SESSIONS,
        Leaf::Counts => COUNTS,
        Leaf::Organisations => ORGANISATIONS,
        Leaf::Places => PLACES,
        Leaf::Exchanges => EXCHANGES,
        Leaf::Captions => CAPTIONS,
        Leaf::Figures => FIGURES,
        Leaf::Columns => COLUMNS,
    }
}
