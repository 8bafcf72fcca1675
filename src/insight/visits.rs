//! Visits and the commitments made on them, counted: by area, theme, place, kind and month, each number with its records.
//!
//! Read once as trainings are. A visit of the bin, or joined into another, is in no figure; what was agreed on a joined visit
//! belongs to the one that stands for it. Areas and themes overlap, so their rows have no sum (rule 4).

use super::joins::{is_counted_elsewhere, resolve, standing};
use super::trainings::PlaceWanted;
use crate::log::{Log, RecordView};
use crate::record::periods::{Period, is_date};
use crate::record::text::fold;
use crate::record::{Choice, Field, Fields, Kind, RecordId, Value, gather};
use std::collections::BTreeMap;

/// All visits and commitments of a workspace that are not in the bin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visits {
    pub visits: Vec<Visit>,
    pub promises: Vec<Promised>,
}

/// A visit as it is counted. References are those that joined ones stand for now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub record: RecordId,
    /// The day on which it began, `YYYY-MM-DD`; empty where no day stands there.
    pub day: String,
    /// The name of a choice such as `site_visit`; empty where nobody said.
    pub manner: String,
    pub areas: Vec<String>,
    pub themes: Vec<String>,
    /// Code of the municipality; empty where the place is only written.
    pub municipality: String,
    /// Community, else the place as written, as names are compared.
    pub community: String,
}

/// A commitment as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    pub record: RecordId,
    /// The visit on which it was made, or the one that stands for it.
    pub visit: Option<RecordId>,
    pub state: Choice,
    /// `YYYY-MM-DD`; empty where no day was agreed.
    pub due_on: String,
    /// `YYYY-MM-DD`; empty where it is open or nobody wrote the day.
    pub closed_on: String,
}

/// Which visits a figure is about: everything where it is empty. Of several values of one kind any fits; all kinds have to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisitFilter {
    /// Both days inside; a visit without a day is in no period.
    pub days: Option<Period>,
    pub areas: Vec<String>,
    pub themes: Vec<String>,
    /// Names of choices such as `site_visit`.
    pub manners: Vec<String>,
    pub places: Vec<PlaceWanted>,
}

/// By what a table of visits has its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    #[default]
    Area,
    Theme,
    Municipality,
    /// Department or province.
    Region,
    Manner,
    Month,
}

/// A row: what its visits have in common, and which they are. The key is empty where nothing was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub key: String,
    pub records: Vec<RecordId>,
}

/// How the commitments stand on a day. Each is open, done or dropped; the others say more of some of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub open: Vec<RecordId>,
    /// Of the open ones, those whose day is over.
    pub overdue: Vec<RecordId>,
    pub done: Vec<RecordId>,
    /// Of those done, the ones that were done after their day.
    pub done_late: Vec<RecordId>,
    pub dropped: Vec<RecordId>,
}

impl By {
    pub const ALL: [(By, &str); 6] = [
        (By::Area, "area"),
        (By::Theme, "theme"),
        (By::Municipality, "municipality"),
        (By::Region, "region"),
        (By::Manner, "type"),
        (By::Month, "month"),
    ];

    /// Whether a visit can stand in several rows (rule 4).
    pub fn overlaps(self) -> bool {
        matches!(self, By::Area | By::Theme)
    }

    fn keys_of(self, visit: &Visit) -> Vec<&str> {
        let one = match self {
            By::Area if !visit.areas.is_empty() => return visit.areas.iter().map(String::as_str).collect(),
            By::Theme if !visit.themes.is_empty() => return visit.themes.iter().map(String::as_str).collect(),
            By::Area | By::Theme => "",
            By::Municipality => &visit.municipality,
            By::Region => visit.municipality.get(..4).unwrap_or_default(),
            By::Manner => &visit.manner,
            By::Month => visit.day.get(..7).unwrap_or_default(),
        };
        vec![one]
    }
}

impl VisitFilter {
    pub fn takes(&self, visit: &Visit) -> bool {
        self.days.as_ref().is_none_or(|days| days.holds(&visit.day)) && self.takes_but_for_day(visit)
    }

    /// The same, whatever the day.
    pub fn takes_but_for_day(&self, visit: &Visit) -> bool {
        let any = |wanted: &[String], has: &[String]| wanted.is_empty() || has.iter().any(|has| wanted.contains(has));
        any(&self.areas, &visit.areas)
            && any(&self.themes, &visit.themes)
            && (self.manners.is_empty() || self.manners.contains(&visit.manner))
            && (self.places.is_empty()
                || self.places.iter().any(|place| place.holds(&visit.municipality, &visit.community)))
    }

    /// Whether it asks for some visits only, whatever the day.
    pub fn is_of_some(&self) -> bool {
        VisitFilter { days: None, ..self.clone() } != VisitFilter::default()
    }
}

impl Visits {
    pub fn read(log: &Log) -> Self {
        let mut read = Visits::default();
        log.records_of(Kind::Visit).chain(log.records_of(Kind::Agreement)).for_each(|view| read.add(log, view));
        read
    }

    /// Takes in a visit or a commitment, unless it is in the bin or was joined into another; anything else is passed by.
    pub fn add(&mut self, log: &Log, view: RecordView) {
        if view.is_binned() || is_counted_elsewhere(log, view) {
            return;
        }
        match view.id().kind() {
            Some(Kind::Visit) => self.visits.push(read_visit(log, view)),
            Some(Kind::Agreement) => self.promises.push(read_promise(log, view)),
            _ => {}
        }
    }

    /// The visits that a filter takes.
    pub fn taken<'a>(&'a self, filter: &'a VisitFilter) -> impl Iterator<Item = &'a Visit> {
        self.visits.iter().filter(|visit| filter.takes(visit))
    }

    /// The commitments that were made on visits which the filter takes; all of them where it asks for nothing.
    pub fn promises_of<'a>(&'a self, filter: &VisitFilter) -> Vec<&'a Promised> {
        let everything = filter.days.is_none() && !filter.is_of_some();
        let taken = gather::set(self.taken(filter).map(|visit| &visit.record));
        let is_meant = |made: &&Promised| everything || made.visit.as_ref().is_some_and(|visit| taken.contains(visit));
        self.promises.iter().filter(is_meant).collect()
    }

    /// The visits of a filter by one thing: months in order of time, of the rest the greatest first; what was not recorded last.
    pub fn rows(&self, filter: &VisitFilter, by: By) -> Vec<Row> {
        let mut found: BTreeMap<&str, Vec<RecordId>> = BTreeMap::new();
        for visit in self.taken(filter) {
            by.keys_of(visit).into_iter().for_each(|key| found.entry(key).or_default().push(visit.record.clone()));
        }
        let rows = found.into_iter().map(|(key, records)| Row { key: key.to_owned(), records }).collect();
        let weight = |row: &Row| if by == By::Month { 0 } else { row.records.len() };
        gather::ordered(rows, |a: &Row, b: &Row| {
            (a.key.is_empty(), weight(b), &a.key).cmp(&(b.key.is_empty(), weight(a), &b.key))
        })
    }

    /// How the commitments made on these visits stand on a day, `YYYY-MM-DD`. Whatever day is passed, what was closed is closed.
    pub fn standing(&self, filter: &VisitFilter, on: &str) -> Standing {
        let mut standing = Standing::default();
        for made in self.promises_of(filter) {
            let is_past = |day: &str| !made.due_on.is_empty() && made.due_on.as_str() < day;
            let (list, late, is_late) = match made.state {
                Choice::Done => (&mut standing.done, Some(&mut standing.done_late), is_past(&made.closed_on)),
                Choice::Dropped => (&mut standing.dropped, None, false),
                _ => (&mut standing.open, Some(&mut standing.overdue), is_past(on)),
            };
            list.push(made.record.clone());
            if let Some(late) = late.filter(|_| is_late) {
                late.push(made.record.clone());
            }
        }
        standing
    }
}

fn day(fields: &Fields, field: Field) -> String {
    Some(fields.text(field)).filter(|day| is_date(day)).unwrap_or_default().to_owned()
}

fn read_visit(log: &Log, view: RecordView) -> Visit {
    let fields = view.fields();
    let refers = |field| {
        let mut all: Vec<String> = Vec::new();
        for reference in fields.list(field).iter().filter_map(Value::as_text) {
            let stands = RecordId::parse(reference).map(|record| resolve(log, record).as_str().to_owned());
            let stands = stands.unwrap_or_else(|| reference.to_owned());
            if !all.contains(&stands) {
                all.push(stands);
            }
        }
        all
    };
    let community = match fields.text(Field::Community).trim() {
        "" => fields.text(Field::PlaceAsWritten),
        community => community,
    };
    Visit {
        record: view.id().clone(),
        day: day(&fields, Field::StartsOn),
        manner: fields.text(Field::VisitType).to_owned(),
        areas: refers(Field::ProductionAreas),
        themes: refers(Field::Themes),
        municipality: fields.text(Field::Municipality).to_owned(),
        community: fold(community.trim()),
    }
}

fn read_promise(log: &Log, view: RecordView) -> Promised {
    let fields = view.fields();
    Promised {
        record: view.id().clone(),
        visit: RecordId::parse(fields.text(Field::Visit)).map(|visit| standing(log, visit)),
        state: match fields.choice(Field::Status) {
            Some(closed @ (Choice::Done | Choice::Dropped)) => closed,
            _ => Choice::Open,
        },
        due_on: day(&fields, Field::DueOn),
        closed_on: day(&fields, Field::ClosedOn),
    }
}
