//! The addresses of the screens, after the `#`. They work under any path and need nothing from the host.

use super::help;
use crate::i18n::Topic;
use crate::record::{Kind, RecordId};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Route {
    #[default]
    Today,
    Visits,
    Trainings,
    Exchange,
    Settings,
    /// Where everything is, and what of it is not safe elsewhere.
    MyData,
    /// The help: what there is, or one topic of it.
    Help(Option<Topic>),
    /// What was put into the bin.
    Bin,
    /// What people wrote differently.
    Clashes,
    /// The words of the lists, to be tidied.
    Words,
    /// What the trainings add up to.
    Figures,
    /// Age bands and reporting periods.
    Counting,
    /// What is to be reached, and how far it is.
    Indicators,
    /// A table of everything, to be checked.
    Review,
    /// Reports, and what is still to be written in them.
    Reports,
    /// Files for others: spreadsheets, open data.
    OtherFiles,
    /// A new note.
    NewVisit,
    /// A new note that starts with what repeats of this one.
    NewLike(RecordId),
    /// A new count.
    NewTraining,
    /// The next session of a course.
    NextSession(RecordId),
    /// Organisations, places, exchanges.
    Directory,
    /// What may have been written down twice.
    Twins,
    /// A new one of them.
    New(Kind),
    /// A record, read.
    Record(RecordId),
    /// A record, in its form.
    Edit(RecordId),
}

impl Route {
    /// Reads the part of an address after `#`. What is no screen of this version is Today, never an error.
    pub fn parse(hash: &str) -> Self {
        // What is asked of a list stands behind its path.
        let path = hash.split('?').next().unwrap_or_default();
        let path = path.trim_start_matches('#').trim_matches('/');
        match path.split('/').collect::<Vec<_>>().as_slice() {
            ["visits"] => Route::Visits,
            ["trainings"] => Route::Trainings,
            ["exchange"] => Route::Exchange,
            ["settings"] => Route::Settings,
            ["my-data"] => Route::MyData,
            ["help"] => Route::Help(None),
            ["help", topic] => Route::Help(help::topic(topic)),
            ["bin"] => Route::Bin,
            ["clashes"] => Route::Clashes,
            ["words"] => Route::Words,
            ["figures"] => Route::Figures,
            ["figures", "settings"] => Route::Counting,
            ["indicators"] => Route::Indicators,
            ["review"] => Route::Review,
            ["reports"] => Route::Reports,
            ["files"] => Route::OtherFiles,
            ["visit", "new"] => Route::NewVisit,
            ["visit", "new", rid] => RecordId::new(Kind::Visit, rid).map_or(Route::NewVisit, Route::NewLike),
            ["training", "new"] => Route::NewTraining,
            ["course", rid, "next"] => RecordId::new(Kind::Course, rid).map_or(Route::NewTraining, Route::NextSession),
            ["directory"] => Route::Directory,
            ["twins"] => Route::Twins,
            [kind @ ("organisation" | "exchange" | "place" | "indicator" | "report"), "new"] => {
                Kind::from_name(kind).map_or(Route::Directory, Route::New)
            }
            [kind, rid] => Self::record(kind, rid).map_or(Route::Today, Route::Record),
            [kind, rid, "edit"] => Self::record(kind, rid).map_or(Route::Today, Route::Edit),
            _ => Route::Today,
        }
    }

    fn record(kind: &str, rid: &str) -> Option<RecordId> {
        Kind::from_name(kind)
            .filter(|kind| {
                matches!(
                    kind,
                    Kind::Visit
                        | Kind::Session
                        | Kind::Course
                        | Kind::Organisation
                        | Kind::Exchange
                        | Kind::Place
                        | Kind::Indicator
                        | Kind::Report
                )
            })
            .and_then(|kind| RecordId::new(kind, rid))
    }

    /// The address, with its `#`.
    pub fn hash(&self) -> String {
        match self {
            Route::Today => "#/".to_owned(),
            Route::Visits => "#/visits".to_owned(),
            Route::Trainings => "#/trainings".to_owned(),
            Route::Exchange => "#/exchange".to_owned(),
            Route::Settings => "#/settings".to_owned(),
            Route::MyData => "#/my-data".to_owned(),
            Route::Help(None) => "#/help".to_owned(),
            Route::Help(Some(topic)) => ["#/help/", help::name(*topic)].concat(),
            Route::Bin => "#/bin".to_owned(),
            Route::Clashes => "#/clashes".to_owned(),
            Route::Words => "#/words".to_owned(),
            Route::Figures => "#/figures".to_owned(),
            Route::Counting => "#/figures/settings".to_owned(),
            Route::Indicators => "#/indicators".to_owned(),
            Route::Review => "#/review".to_owned(),
            Route::Reports => "#/reports".to_owned(),
            Route::OtherFiles => "#/files".to_owned(),
            Route::NewVisit => "#/visit/new".to_owned(),
            Route::NewLike(visit) => format!("#/visit/new/{}", visit.rid()),
            Route::NewTraining => "#/training/new".to_owned(),
            Route::NextSession(course) => format!("#/{course}/next"),
            Route::Directory => "#/directory".to_owned(),
            Route::Twins => "#/twins".to_owned(),
            Route::New(kind) => format!("#/{}/new", kind.name()),
            Route::Record(record) => format!("#/{record}"),
            Route::Edit(record) => format!("#/{record}/edit"),
        }
    }

    /// The list or page under which the bottom bar shows this screen.
    pub fn section(&self) -> Route {
        match self {
            Route::NewVisit | Route::NewLike(_) => Route::Visits,
            Route::NewTraining | Route::NextSession(_) => Route::Trainings,
            Route::Bin | Route::Words | Route::MyData | Route::Help(_) => Route::Settings,
            Route::Counting | Route::Indicators => Route::Figures,
            Route::OtherFiles => Route::Reports,
            Route::Clashes => Route::Exchange,
            Route::Record(record) | Route::Edit(record) => match record.kind() {
                Some(Kind::Session | Kind::Course) => Route::Trainings,
                Some(Kind::Organisation | Kind::Exchange | Kind::Place) => Route::Directory,
                Some(Kind::Indicator) => Route::Figures,
                Some(Kind::Report) => Route::Reports,
                _ => Route::Visits,
            },
            Route::New(Kind::Indicator) => Route::Figures,
            Route::New(Kind::Report) => Route::Reports,
            Route::New(_) | Route::Twins => Route::Directory,
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_again_by_its_address() {
        let visit = RecordId::new(Kind::Visit, "7h2k9q").expect("a fitting name");
        let session = RecordId::new(Kind::Session, "x-1").expect("a fitting name");
        let course = RecordId::new(Kind::Course, "x-2").expect("a fitting name");
        for route in [
            Route::Today,
            Route::Visits,
            Route::Trainings,
            Route::Exchange,
            Route::Settings,
            Route::MyData,
            Route::Help(None),
            Route::Help(Some(Topic::NewPhone)),
            Route::Bin,
            Route::Clashes,
            Route::Words,
            Route::Figures,
            Route::Counting,
            Route::Indicators,
            Route::Review,
            Route::Reports,
            Route::OtherFiles,
            Route::NewVisit,
            Route::NewTraining,
            Route::Record(visit.clone()),
            Route::Edit(visit.clone()),
            Route::NewLike(visit),
            Route::Record(session),
            Route::Record(course.clone()),
            Route::Edit(course.clone()),
            Route::NextSession(course),
            Route::Directory,
            Route::Twins,
            Route::New(Kind::Exchange),
        ] {
            assert_eq!(Route::parse(&route.hash()), route);
            assert_eq!(Route::parse(&[&route.hash(), "?q=a/b&x#?"].concat()), route);
        }
    }

    #[test]
    fn an_address_that_is_no_screen_leads_to_today() {
        for hash in ["", "#", "#/", "#/x", "#/visit/ABC", "#/agreement/a", "#/visit/a/b/c", "#///"] {
            assert_eq!(Route::parse(hash), Route::Today, "{hash}");
        }
    }
}
