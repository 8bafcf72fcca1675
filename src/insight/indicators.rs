//! Indicators: what is to be reached, how far it is, and the records that say so.
//!
//! An indicator counts nothing anew: it asks `trainings` and `visits`, and its number is theirs. A share of the way is told only
//! where there is a starting point and a target, and neither is 0 (rule 6). What this version can not read counts nothing, and
//! that is said: a filter that is only half understood would give a number of something else.

use super::joins::resolve;
use super::trainings::{AgeWanted, Alert, Figures, Filter, PlaceWanted, Trainings, figures};
use super::visits::{VisitFilter, Visits};
use crate::log::{Log, RecordView};
use crate::record::bands::{Band, NOT_RECORDED};
use crate::record::cells::{ROLES, SEXES};
use crate::record::periods::{Period, is_date};
use crate::record::{Choice, Field, Kind, RecordId, Value, gather};

macro_rules! measures {
    ($($(#[$doc:meta])* $measure:ident = $name:literal,)*) => {
        /// What an indicator counts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Measure { $($(#[$doc])* $measure),* }

        impl Measure {
            pub const ALL: &[Measure] = &[$(Measure::$measure),*];

            /// The name in the log.
            pub fn name(self) -> &'static str {
                match self { $(Measure::$measure => $name),* }
            }
        }
    };
}

measures! {
    /// Sessions held.
    Sessions = "sessions",
    /// The sum of their totals.
    Attendances = "attendances",
    /// Different people, as bounds.
    People = "people",
    /// Visits, by the day on which they began.
    Visits = "visits",
    /// Commitments, by the day of their visit.
    AgreementsMade = "agreements_made",
    /// Commitments that were kept, by the day on which they were closed.
    AgreementsDone = "agreements_done",
}

/// The names in `counts` beside `measure`: each holds a list.
pub const TOPIC: &str = "topic";
pub const METHOD: &str = "method";
pub const ROLE: &str = "role";
pub const SEX: &str = "sex";
pub const AGE: &str = "age";
pub const AREA: &str = "area";
pub const THEME: &str = "theme";
pub const PLACE: &str = "place";
pub const FUNDER: &str = "funder";
pub const ORGANISER: &str = "organiser";
pub const MEASURE: &str = "measure";

impl Measure {
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|measure| measure.name() == name)
    }

    pub fn is_of_trainings(self) -> bool {
        matches!(self, Measure::Sessions | Measure::Attendances | Measure::People)
    }

    /// By what it can be narrowed down.
    pub fn filters(self) -> &'static [&'static str] {
        match self {
            Measure::Sessions => &[TOPIC, METHOD, AREA, PLACE, ORGANISER, FUNDER],
            Measure::Attendances | Measure::People => &[TOPIC, METHOD, AREA, PLACE, ORGANISER, FUNDER, SEX, AGE, ROLE],
            Measure::Visits | Measure::AgreementsMade | Measure::AgreementsDone => &[AREA, THEME, PLACE],
        }
    }
}

/// An indicator as it was written down. Numbers are whole and not below 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    pub record: RecordId,
    pub code: String,
    pub name_es: String,
    pub name_en: String,
    /// Of what the number is one, in the words of the team.
    pub unit: String,
    /// Whether more is better.
    pub is_up: bool,
    /// Nothing where it does not say what counts, or says it in a way that this version does not know.
    pub counts: Option<Counts>,
    pub baseline: Option<i64>,
    /// `YYYY-MM-DD`; empty where nobody said.
    pub baseline_on: String,
    /// In order of time.
    pub targets: Vec<Target>,
}

/// What counts towards an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    pub measure: Measure,
    /// For what is counted of trainings.
    pub trainings: Filter,
    /// For visits, and for the visits on which something was agreed.
    pub visits: VisitFilter,
}

/// What is to be reached in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub period: Period,
    /// Nothing where only the period was written.
    pub value: Option<i64>,
}

/// How much was reached, and by which records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actual {
    pub number: Number,
    /// The records that were counted.
    pub records: Vec<RecordId>,
    /// Sessions that others reported: shown apart, in no sum (rule 5).
    pub by_others: Vec<RecordId>,
    /// Records of the filter that can not be counted, or not wholly: without a day, a total, or the asked-for breakdown; and those
    /// of another unit (rule 3).
    pub left_out: Vec<RecordId>,
}

/// One number, or the two between which it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Number {
    /// It is not known what counts.
    #[default]
    Unknown,
    Exact(i64),
    Between(i64, i64),
}

impl Number {
    pub fn bounds(self) -> Option<(i64, i64)> {
        match self {
            Number::Unknown => None,
            Number::Exact(number) => Some((number, number)),
            Number::Between(lower, upper) => Some((lower, upper)),
        }
    }
}

/// All indicators that are not in the bin, by code.
pub fn indicators(log: &Log) -> Vec<Indicator> {
    let here = log.records_of(Kind::Indicator).filter(|view| !view.is_binned());
    let read = here.map(|view| Indicator::read(log, view)).collect();
    gather::ordered(read, |a: &Indicator, b: &Indicator| (&a.code, &a.record).cmp(&(&b.code, &b.record)))
}

impl Indicator {
    pub fn read(log: &Log, view: RecordView) -> Self {
        let fields = view.fields();
        let text = |field| fields.text(field).trim().to_owned();
        let targets = fields.list(Field::Targets).iter().filter_map(Target::read).collect();
        Indicator {
            record: view.id().clone(),
            code: text(Field::Code),
            name_es: text(Field::NameEs),
            name_en: text(Field::NameEn),
            unit: text(Field::Unit),
            is_up: fields.text(Field::Direction) != "down",
            counts: fields.0.get(Field::Counts.name()).and_then(|counts| Counts::read(log, counts)),
            baseline: fields.int(Field::Baseline).filter(|number| *number >= 0),
            baseline_on: Some(text(Field::BaselineOn)).filter(|day| is_date(day)).unwrap_or_default(),
            targets: gather::ordered(targets, |a: &Target, b: &Target| a.period.cmp(&b.period)),
        }
    }

    /// How far it came from its starting point towards this target, in whole percent rounded down: 100 is there, less than 0 is the
    /// wrong way. Nothing where either is missing or 0 (rule 6), or where the target lies the wrong way from the start.
    pub fn progress(&self, target: Option<i64>, reached: i64) -> Option<i64> {
        let baseline = self.baseline.filter(|number| *number != 0)?;
        let target = target.filter(|number| *number != 0)?;
        let (whole, part) = (target.saturating_sub(baseline), reached.saturating_sub(baseline));
        let (whole, part) = if self.is_up { (whole, part) } else { (whole.saturating_neg(), part.saturating_neg()) };
        if whole <= 0 {
            return None;
        }
        i64::try_from(i128::from(part).saturating_mul(100).div_euclid(i128::from(whole))).ok()
    }
}

impl Target {
    /// Nothing where it has no period; negative numbers are none.
    fn read(value: &Value) -> Option<Self> {
        let period = Period::from_value(value)?;
        let value = value.member("value").and_then(Value::as_int).filter(|number| *number >= 0);
        Some(Target { period, value })
    }
}

impl Counts {
    /// Reads `{"measure": …, "topic": […], …}`. Nothing where any of it is not known: a number of something else would be worse.
    pub fn read(log: &Log, counts: &Value) -> Option<Self> {
        let Value::Map(members) = counts else { return None };
        let measure = Measure::from_name(counts.member(MEASURE)?.as_text()?)?;
        let (mut trainings, mut visits) = (Filter::default(), VisitFilter::default());
        for (name, value) in members.iter() {
            if name.as_str() == MEASURE || value.is_blank() {
                continue;
            }
            if !measure.filters().contains(&name.as_str()) {
                return None;
            }
            let texts: Vec<String> =
                value.as_list()?.iter().map(|one| one.as_text().map(str::to_owned)).collect::<Option<_>>()?;
            let refers = || texts.iter().map(|text| standing_for(log, text)).collect::<Vec<String>>();
            // Of sex, age and role one can be asked for; who is one of two is not told by what was recorded of each.
            let only = || texts.first().filter(|_| texts.len() == 1).map(String::as_str);
            let one_of = |few: &[Choice]| few.iter().copied().find(|choice| only() == Some(choice.name()));
            match name.as_str() {
                TOPIC => trainings.topics = refers(),
                METHOD => trainings.methods = texts,
                ORGANISER => trainings.organisers = refers(),
                FUNDER => trainings.funders = refers(),
                SEX => trainings.sex = Some(one_of(&SEXES)?),
                ROLE => trainings.role = Some(one_of(&ROLES)?),
                AGE if only() == Some(NOT_RECORDED) => trainings.age = Some(AgeWanted::NotRecorded),
                AGE => trainings.age = Some(AgeWanted::Band(Band::of_id(only()?)?)),
                THEME => visits.themes = refers(),
                AREA => (trainings.areas, visits.areas) = (refers(), refers()),
                PLACE => {
                    let places: Vec<PlaceWanted> =
                        texts.into_iter().map(|code| PlaceWanted { code, community: String::new() }).collect();
                    (trainings.places, visits.places) = (places.clone(), places);
                }
                _ => return None,
            }
        }
        Some(Counts { measure, trainings, visits })
    }
}

fn standing_for(log: &Log, reference: &str) -> String {
    RecordId::parse(reference).map_or_else(|| reference.to_owned(), |record| resolve(log, record).as_str().to_owned())
}

/// What was reached in a period, or in all the time where there is none.
pub fn actual(indicator: &Indicator, trainings: &Trainings, visits: &Visits, period: Option<&Period>) -> Actual {
    match &indicator.counts {
        None => Actual::default(),
        Some(counts) if counts.measure.is_of_trainings() => of_trainings(counts, trainings, period),
        Some(counts) => of_visits(counts, visits, period),
    }
}

fn of_trainings(counts: &Counts, trainings: &Trainings, period: Option<&Period>) -> Actual {
    let mut filter = counts.trainings.clone();
    (filter.from, filter.to) = period.map(|period| (period.from.clone(), period.to.clone())).unzip();
    let found = figures(trainings, &filter);
    let people = found.people;
    let number = match counts.measure {
        Measure::Sessions => Number::Exact(i64::try_from(found.sessions).unwrap_or(i64::MAX)),
        Measure::Attendances => Number::Exact(found.attendances),
        _ if people.is_exact() => Number::Exact(people.lower),
        _ => Number::Between(people.lower, people.upper),
    };
    let name = |at: &usize| trainings.sessions.get(*at).map(|session| session.record.clone());
    let left_out = left_out(counts.measure, &found);
    let own = trainings.sessions.iter().filter(|session| {
        let is_counted = counts.measure == Measure::Sessions || session.people().is_some();
        is_counted && !session.stands_apart() && filter.takes(trainings, session) && {
            let share = filter.share(trainings, session);
            let may_be = if counts.measure == Measure::People { share.possible } else { 0 };
            // Where some of the people were asked for, a session without any of them stands behind no number.
            !filter.is_of_some() || share.sure.saturating_add(may_be) > 0
        }
    });
    Actual {
        number,
        records: own.map(|session| session.record.clone()).collect(),
        by_others: found.by_others.iter().filter_map(name).collect(),
        left_out: left_out.iter().filter_map(name).collect(),
    }
}

/// The sessions of which something is missing in the number.
fn left_out(measure: Measure, found: &Figures) -> Vec<usize> {
    let matters = |alert: Alert| match alert {
        Alert::NoDate => true,
        Alert::BadNumber | Alert::NoTotal | Alert::NoBreakdown | Alert::PartNotRecorded => measure != Measure::Sessions,
        Alert::OtherUnit | Alert::UnitNotStated => measure != Measure::Sessions,
        _ => false,
    };
    let all = found.warnings.iter().filter(|warning| matters(warning.alert));
    gather::set(all.flat_map(|warning| warning.sessions.iter().copied())).into_iter().collect()
}

fn of_visits(counts: &Counts, visits: &Visits, period: Option<&Period>) -> Actual {
    let dated: Vec<(&RecordId, &str)> = match counts.measure {
        Measure::Visits => visits.taken(&counts.visits).map(|visit| (&visit.record, visit.day.as_str())).collect(),
        Measure::AgreementsDone => {
            let done = visits.promises_of(&counts.visits).into_iter().filter(|made| made.state == Choice::Done);
            done.map(|made| (&made.record, made.closed_on.as_str())).collect()
        }
        _ => {
            let days = gather::map(visits.visits.iter().map(|visit| (&visit.record, visit.day.as_str())));
            let day = |visit: &RecordId| days.get(visit).copied();
            let made = visits.promises_of(&counts.visits).into_iter();
            made.map(|made| (&made.record, made.visit.as_ref().and_then(day).unwrap_or_default())).collect()
        }
    };
    let mut actual = Actual::default();
    for (record, day) in dated {
        match period {
            Some(_) if day.is_empty() => actual.left_out.push(record.clone()),
            Some(period) if !period.holds(day) => {}
            _ => actual.records.push(record.clone()),
        }
    }
    actual.number = Number::Exact(i64::try_from(actual.records.len()).unwrap_or(i64::MAX));
    actual
}
