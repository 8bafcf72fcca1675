//! The names that stand in the log: kinds, fields and choices, each an enum so that a missing label does not compile.

/// Writes an enum whose variants have a name in the log, with the way there and back.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The name in the log and in files.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }

            /// Nothing for a name that this version does not know.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

named! {
    /// What a record is.
    Kind {
        Exchange = "exchange",
        Place = "place",
        Organisation = "organisation",
        Term = "term",
        Visit = "visit",
        Agreement = "agreement",
        Photo = "photo",
        Course = "course",
        Session = "session",
        Device = "device",
        /// What all devices of a workspace share: [`RecordId::workspace`].
        Setting = "setting",
        /// What is to be reached: a starting point, targets, and what counts towards it.
        Indicator = "indicator",
        /// What is handed in: a template, and what a person wrote under its headings.
        Report = "report",
    }
}

named! {
    /// Every field this version shows or writes, over all kinds; one name means one thing.
    Field {
        // every kind
        Trashed = "trashed",
        Name = "name",
        Title = "title",
        Summary = "summary",
        StartsOn = "starts_on",
        EndsOn = "ends_on",
        Municipality = "municipality",
        Community = "community",
        Status = "status",
        Remarks = "remarks",
        // exchange
        Countries = "countries",
        Funder = "funder",
        ThematicAreas = "thematic_areas",
        // place
        Level = "level",
        Parent = "parent",
        Code = "code",
        Latitude = "latitude",
        Longitude = "longitude",
        AsWritten = "as_written",
        // organisation
        ActorType = "actor_type",
        Country = "country",
        Place = "place",
        Roles = "roles",
        AlsoKnownAs = "also_known_as",
        // term
        List = "list",
        LabelEs = "label_es",
        LabelEn = "label_en",
        Retired = "retired",
        /// The record that took its place when two were joined; undone by emptying it.
        JoinedInto = "joined_into",
        // visit
        /// The exchange that a visit belongs to.
        Exchange = "exchange",
        Location = "location",
        VisitType = "visit_type",
        PlaceAsWritten = "place_as_written",
        HostOrganisation = "host_organisation",
        Delegation = "delegation",
        PeopleMet = "people_met",
        Purpose = "purpose",
        ProductionAreas = "production_areas",
        Themes = "themes",
        Practices = "practices",
        Products = "products",
        Observations = "observations",
        Assessment = "assessment",
        WhatWorked = "what_worked",
        Difficulties = "difficulties",
        Lessons = "lessons",
        Quotes = "quotes",
        Participants = "participants",
        Recommendations = "recommendations",
        ReturnedBecause = "returned_because",
        /// What its reviewer read, as a fingerprint: whether it still says that. Nobody types or reads it.
        ReviewedAs = "reviewed_as",
        Confidentiality = "confidentiality",
        // agreement
        Visit = "visit",
        What = "what",
        Responsible = "responsible",
        DueOn = "due_on",
        ClosedOn = "closed_on",
        // photo
        /// The visit or session that it belongs to.
        Of = "of",
        Attachment = "attachment",
        Caption = "caption",
        TakenOn = "taken_on",
        Consent = "consent",
        // course
        Method = "method",
        Topics = "topics",
        Organiser = "organiser",
        Facilitator = "facilitator",
        /// How many different people the course has registered, drop-ins included.
        Enrolled = "enrolled",
        /// How many of them completed it.
        Completed = "completed",
        // session
        Course = "course",
        Number = "number",
        HeldOn = "held_on",
        Minutes = "minutes",
        Venue = "venue",
        CountBasis = "count_basis",
        CountingUnit = "counting_unit",
        Cells = "cells",
        Total = "total",
        FirstTime = "first_time",
        /// The reporting period for which `first_time` was asked.
        FirstTimePeriod = "first_time_period",
        /// The records of its kind that someone said are not the same as this one.
        KeptApart = "kept_apart",
        /// Someone asked for what others reported to be summed with the own counts.
        SummedAnyway = "summed_anyway",
        Evidence = "evidence",
        // setting
        AgeBands = "age_bands",
        ReportingPeriods = "reporting_periods",
        // indicator (besides code)
        NameEs = "name_es",
        NameEn = "name_en",
        Unit = "unit",
        /// Whether more is better: `up`, or `down`.
        Direction = "direction",
        /// A filter: which records count towards it, and what of them.
        Counts = "counts",
        Baseline = "baseline",
        BaselineOn = "baseline_on",
        /// A list of `{"from","to","value"}`, a period each.
        Targets = "targets",
        // report (besides title, exchange, visit, starts_on and ends_on of its period)
        Template = "template",
        Language = "language",
        // what a person wrote under a heading
        TextThematicArea = "text_thematic_area",
        TextCountry = "text_country",
        TextSummary = "text_summary",
        TextImplemented = "text_implemented",
        TextAchieved = "text_achieved",
        TextEvidence = "text_evidence",
        TextInstruments = "text_instruments",
        TextActivities = "text_activities",
        TextPartners = "text_partners",
        TextResults = "text_results",
        TextLessons = "text_lessons",
        TextRole = "text_role",
        TextMaterial = "text_material",
        TextPurpose = "text_purpose",
        TextFindings = "text_findings",
        TextAgreements = "text_agreements",
        TextRecommendations = "text_recommendations",
    }
}

named! {
    /// Every choice that is fixed by the program; lists that teams extend are `term` records instead.
    Choice {
        // visit type
        SiteVisit = "site_visit",
        Workshop = "workshop",
        Meeting = "meeting",
        MarketOrFair = "market_or_fair",
        FollowUp = "follow_up",
        PeerReview = "peer_review",
        Other = "other",
        // method of a course (besides workshop, other)
        FieldSchool = "field_school",
        ExchangeVisit = "exchange_visit",
        Demonstration = "demonstration",
        FarmerToFarmer = "farmer_to_farmer",
        OnFarmAdvice = "on_farm_advice",
        // how it was counted
        SignedList = "signed_list",
        HeadCount = "head_count",
        Roster = "roster",
        Estimate = "estimate",
        ThirdParty = "third_party",
        // what is counted
        People = "people",
        Attendances = "attendances",
        Households = "households",
        Organisations = "organisations",
        NotStated = "not_stated",
        // sex and role in cells
        Female = "female",
        Male = "male",
        OtherOrNotStated = "other_or_not_stated",
        Producer = "producer",
        Official = "official",
        Promoter = "promoter",
        Staff = "staff",
        Student = "student",
        // status of a note, of a commitment
        Draft = "draft",
        Complete = "complete",
        Reviewed = "reviewed",
        Returned = "returned",
        Open = "open",
        Done = "done",
        Dropped = "dropped",
        // confidentiality
        Internal = "internal",
        Shareable = "shareable",
        Public = "public",
        // actor type of an organisation
        ProducersAssociation = "producers_association",
        WomensAssociation = "womens_association",
        Network = "network",
        Cooperative = "cooperative_or_corporation",
        Municipality = "municipality",
        GovernmentSecretariat = "government_secretariat",
        UnAgency = "un_agency_or_programme",
        Donor = "donor",
        Ngo = "ngo",
        University = "university",
        Company = "company",
        CommunityInstitution = "community_institution",
        // role of an organisation in an exchange
        Host = "host",
        DelegationRole = "delegation",
        Partner = "partner",
        Facilitator = "facilitator",
        // level of a place (besides municipality)
        CountryLevel = "country",
        Adm1 = "adm1",
        Adm2 = "adm2",
        Parish = "parish",
        Community = "community",
        Site = "site",
        Zone = "zone",
        ProtectedArea = "protected_area",
        // how far a practice came
        Seen = "seen",
        Tried = "tried",
        Adopted = "adopted",
        // whether a practice can be used elsewhere
        Yes = "yes",
        Partly = "partly",
        No = "no",
        // consent to a photo or a quote
        Unknown = "unknown",
        Given = "given",
        Refused = "refused",
        // where a location comes from
        ByDevice = "device",
        Typed = "typed",
        // who took part in a visit (besides staff, other)
        Producers = "producers",
        Officials = "officials",
        // whom a lesson is for
        Bolivia = "bolivia",
        Ecuador = "ecuador",
        Both = "both",
        // lists of terms
        ProductionArea = "production_area",
        Theme = "theme",
        Method = "method",
        Topic = "topic",
        Practice = "practice",
        Product = "product",
    }
}
