//! What of the log a report is about: the visits and sessions that may enter, the names of things, and what stays out.

use super::{Asked, Audience};
use crate::exchange::{Public, blotted};
use crate::i18n::DocumentWords;
use crate::insight::joins::{is_same, standing};
use crate::insight::ready::{WhyNot, may_enter_report};
use crate::insight::trainings::{Filter, Reading, Trainings};
use crate::insight::visits::Visits;
use crate::log::{Log, RecordView};
use crate::record::pace::Pace;
use crate::record::template::{Heading, Template};
use crate::record::{Field, Fields, Kind, RecordId, Value, complete, gather};
use crate::report::document::{Lack, Lacking};
use crate::report::names::Names;
use std::collections::BTreeMap;

pub struct Scope<'a> {
    pub asked: &'a Asked,
    pub names: Names<'a>,
    /// The visits, by day.
    pub visits: Vec<Seen>,
    /// Those trainings that may enter, and those who report about them; a filter says the period.
    pub trainings: Trainings,
    pub filter: Filter,
    /// The same visits and their commitments, for what counts them.
    pub counted: Visits,
    pub exchange: Option<Seen>,
    /// Visits and sessions of the period that stay out.
    pub left_out: Vec<(RecordId, WhyNot)>,
    /// Visits that nobody can place in the period, because they say no day.
    undated: Vec<RecordId>,
    report: Fields,
}

/// A record as this report may show it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub record: RecordId,
    pub fields: Fields,
}

impl Seen {
    pub fn text(&self, field: Field) -> &str {
        self.fields.text(field).trim()
    }

    pub fn records(&self) -> Vec<RecordId> {
        vec![self.record.clone()]
    }
}

impl<'a> Scope<'a> {
    pub async fn read(log: &'a Log, asked: &'a Asked, pace: &Pace) -> Self {
        let names = Names { log, lang: asked.lang };
        let lens = Lens::new(log, asked.audience, pace).await;
        let exchange = asked.exchange.as_ref().and_then(|record| log.record(record));
        let exchange = exchange.or_else(|| only_one(log)).filter(|view| !view.is_binned());
        let exchange = exchange.and_then(|view| lens.see(view));
        let mut scope = Scope {
            asked,
            names,
            visits: Vec::new(),
            trainings: Trainings::default(),
            filter: Filter::default(),
            counted: Visits::default(),
            exchange,
            left_out: Vec::new(),
            undated: Vec::new(),
            report: asked
                .report
                .as_ref()
                .and_then(|report| log.record(report))
                .map(|view| view.fields())
                .unwrap_or_default(),
        };
        (scope.filter.from, scope.filter.to) =
            asked.period.as_ref().map(|period| (period.from.clone(), period.to.clone())).unzip();
        scope.take_visits(&lens, pace).await;
        if asked.template == Template::Exchange {
            scope.take_sessions(pace).await;
        }
        scope.take_promises(pace).await;
        scope
    }

    async fn take_visits(&mut self, lens: &Lens, pace: &Pace) {
        let log = self.names.log;
        let mut visits = Vec::new();
        for view in log.records_of(Kind::Visit) {
            pace.spend(1).await;
            let may_enter = may_enter_report(log, view);
            if !self.is_about(view) {
                let is_gone = matches!(may_enter, Err(WhyNot::InBin | WhyNot::CountedElsewhere | WhyNot::OtherKind));
                if self.asked.template == Template::Exchange && !is_gone && says_no_day(view) {
                    self.undated.push(view.id().clone());
                }
                continue;
            }
            match may_enter {
                Ok(()) => {
                    match lens.see(view) {
                        Some(visit) => {
                            self.counted.add(log, view);
                            visits.push(visit);
                        }
                        // One person said that it may be shared, another that it may not.
                        None => self.left_out.push((view.id().clone(), WhyNot::Internal)),
                    }
                }
                Err(WhyNot::InBin | WhyNot::CountedElsewhere | WhyNot::OtherKind) => {}
                Err(why) => self.left_out.push((view.id().clone(), why)),
            }
        }
        // Those of one day in the order in which they were written down.
        let first = |visit: &Seen| {
            log.record(&visit.record).and_then(|view| view.first()).map(|change| (change.tick(), change.id()))
        };
        let key = |visit: &Seen| (visit.text(Field::StartsOn).to_owned(), first(visit), visit.record.clone());
        let keyed = visits.into_iter().map(|visit| (key(&visit), visit)).collect();
        let keyed = gather::ordered(keyed, |(a, _): &(_, Seen), (b, _): &(_, Seen)| a.cmp(b));
        self.visits = keyed.into_iter().map(|(_, visit)| visit).collect();
    }

    /// Whether a visit is one of those that were asked for, whatever its state.
    fn is_about(&self, view: RecordView) -> bool {
        let fields = view.fields();
        let day = fields.text(Field::StartsOn);
        if let Some(visit) = self.asked.visit.as_ref().filter(|_| self.asked.template == Template::Visit) {
            return standing(self.names.log, visit.clone()) == *view.id();
        }
        if self.asked.period.as_ref().is_some_and(|period| !period.holds(day)) {
            return false;
        }
        let (Some(_), Some(exchange)) = (&self.asked.exchange, &self.exchange) else { return true };
        let own = fields.text(Field::Exchange);
        if !own.is_empty() {
            return is_same(self.names.log, own, exchange.record.as_str());
        }
        // A note that names no exchange belongs to the one in whose days it was made.
        let (from, to) = (exchange.text(Field::StartsOn), exchange.text(Field::EndsOn));
        (from.is_empty() || from <= day) && (to.is_empty() || day <= to)
    }

    async fn take_sessions(&mut self, pace: &Pace) {
        let log = self.names.log;
        let mut reading = Reading::default();
        for view in log.records_of(Kind::Session) {
            pace.spend(1).await;
            match may_enter_report(log, view) {
                Ok(()) => reading.add(log, view),
                Err(WhyNot::InBin | WhyNot::CountedElsewhere | WhyNot::OtherKind) => {}
                Err(why) => {
                    let day = view.fields().text(Field::HeldOn).to_owned();
                    if self.asked.period.as_ref().is_none_or(|period| period.holds(&day)) {
                        self.left_out.push((view.id().clone(), why));
                    }
                }
            }
        }
        self.trainings = reading.finish();
        pace.spend(self.size()).await;
    }

    /// Commitments count with their visit.
    async fn take_promises(&mut self, pace: &Pace) {
        let log = self.names.log;
        for view in log.records_of(Kind::Agreement) {
            self.counted.add(log, view);
            pace.spend(1).await;
        }
        let visits = gather::set(self.visits.iter().map(|visit| visit.record.clone()));
        self.counted.promises.retain(|promise| promise.visit.as_ref().is_some_and(|visit| visits.contains(visit)));
    }

    /// How many records are written about under a heading.
    pub fn size(&self) -> usize {
        self.visits.len().saturating_add(self.trainings.sessions.len())
    }

    /// What all devices of the workspace share.
    pub fn setting(&self) -> Fields {
        self.names.log.record(&RecordId::workspace()).map(|view| view.fields()).unwrap_or_default()
    }

    pub fn words(&self) -> &'static DocumentWords {
        self.asked.lang.words().document()
    }

    /// What a person wrote under a heading, by paragraphs.
    pub fn written(&self, heading: Heading) -> Vec<String> {
        let text = self.told(self.report.text(heading.field()));
        text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// What a person wrote, as these readers may know it.
    fn told(&self, text: &str) -> String {
        let hidden = (self.asked.audience == Audience::Public).then(|| blotted(text)).flatten();
        hidden.unwrap_or_else(|| text.to_owned())
    }

    pub fn title(&self) -> String {
        let own = self.told(self.report.text(Field::Title).trim());
        if !own.is_empty() {
            return own;
        }
        match (self.asked.template, self.visits.first(), &self.exchange) {
            (Template::Visit, Some(visit), _) => {
                let host = self.host(visit);
                let title = if host.is_empty() { visit.text(Field::Purpose).to_owned() } else { host };
                if title.is_empty() { self.words().untitled.to_owned() } else { title }
            }
            (Template::Exchange, _, Some(exchange)) if !exchange.text(Field::Title).is_empty() => {
                exchange.text(Field::Title).to_owned()
            }
            _ => self.words().untitled.to_owned(),
        }
    }

    /// Under the title: what kind of report, over which days, for whom.
    pub fn about(&self) -> Vec<String> {
        let words = self.words();
        let kind = (words.template)(self.asked.template).to_owned();
        let days =
            self.asked.period.as_ref().map(|period| (words.from_to)(&self.day(&period.from), &self.day(&period.to)));
        let whom = match self.asked.audience {
            Audience::Team => words.for_team,
            Audience::Public => words.for_public,
        };
        [Some(kind), days, Some(whom.to_owned())].into_iter().flatten().collect()
    }

    pub fn day(&self, date: &str) -> String {
        self.asked.lang.date_short(date)
    }

    /// The days of something that lasts.
    pub fn days(&self, seen: &Seen) -> String {
        let (from, to) = (seen.text(Field::StartsOn), seen.text(Field::EndsOn));
        match (from.is_empty(), to.is_empty() || from == to) {
            (true, _) => self.words().no_day.to_owned(),
            (false, true) => self.day(from),
            (false, false) => [&self.day(from), "–", &self.day(to)].concat(),
        }
    }

    pub fn host(&self, visit: &Seen) -> String {
        let host = visit.text(Field::HostOrganisation);
        if host.is_empty() { String::new() } else { self.names.of(host) }
    }

    /// Community and municipality, else the place as it was written.
    pub fn place(&self, visit: &Seen) -> String {
        let municipality = visit.text(Field::Municipality);
        let municipality = if municipality.is_empty() { String::new() } else { self.names.municipality(municipality) };
        let near = visit.text(Field::Community).to_owned();
        let parts: Vec<&str> =
            [near.as_str(), municipality.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { visit.text(Field::PlaceAsWritten).to_owned() } else { parts.join(", ") }
    }

    /// A short name of a visit, for lines that say where they come from.
    pub fn called(&self, visit: &Seen) -> String {
        let host = self.host(visit);
        let name = if host.is_empty() { visit.text(Field::Purpose).trim_end_matches('.').to_owned() } else { host };
        if name.is_empty() { self.days(visit) } else { name }
    }

    /// What would make the report better: needed fields that are empty, photos that can not be shown, numbers that are missing.
    pub fn lacks(&self) -> Vec<Lack> {
        let mut lacks = Vec::new();
        let empty = |lacks: &mut Vec<Lack>, record: &RecordId, fields: &[Field]| {
            lacks.extend(fields.iter().map(|field| Lack { record: record.clone(), what: Lacking::Field(*field) }));
        };
        if let Some(exchange) = &self.exchange {
            let needed = [Field::Title, Field::Countries, Field::StartsOn, Field::Summary, Field::ThematicAreas];
            let blank: Vec<Field> = needed.into_iter().filter(|field| exchange.fields.is_blank(*field)).collect();
            empty(&mut lacks, &exchange.record, &blank);
        }
        for visit in &self.visits {
            empty(&mut lacks, &visit.record, &complete::missing(Kind::Visit, &visit.fields));
            empty(&mut lacks, &visit.record, &complete::advised(Kind::Visit, &visit.fields));
        }
        for session in self.trainings.sessions.iter().filter(|session| self.filter.takes(&self.trainings, session)) {
            if session.total.is_none() {
                lacks.push(Lack { record: session.record.clone(), what: Lacking::Total });
            }
        }
        // Without a day it is in no period, and nobody would miss it.
        for visit in &self.undated {
            empty(&mut lacks, visit, &[Field::StartsOn]);
        }
        let undated = self.trainings.sessions.iter().filter(|session| session.held_on.is_empty());
        for session in undated.filter(|_| self.asked.period.is_some()) {
            empty(&mut lacks, &session.record, &[Field::HeldOn]);
        }
        lacks.extend(super::evidence::lacks(self));
        lacks.extend(super::indicators::lacks(self));
        lacks
    }
}

fn says_no_day(view: RecordView) -> bool {
    view.shown(Field::StartsOn.name()).is_none_or(Value::is_blank)
}

/// The exchange of a workspace that has only one.
fn only_one(log: &Log) -> Option<RecordView<'_>> {
    let mut all = log.records_of(Kind::Exchange).filter(|view| !view.is_binned());
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// Whose eyes see the records: the team's, or the public's, which see what a copy for the public holds.
struct Lens(Option<BTreeMap<String, Fields>>);

impl Lens {
    async fn new(log: &Log, audience: Audience, pace: &Pace) -> Self {
        if audience == Audience::Team {
            return Lens(None);
        }
        let copy = Public::gathered(log, pace.clone()).await;
        let mut seen = BTreeMap::new();
        for kind in [Kind::Visit, Kind::Exchange] {
            for record in copy.records_of(kind) {
                pace.spend(1).await;
                let Some(rid) = record.member("id").and_then(Value::as_text) else { continue };
                seen.insert([kind.name(), "/", rid].concat(), Fields(record.clone().into_map()));
            }
        }
        Lens(Some(seen))
    }

    fn see(&self, view: RecordView) -> Option<Seen> {
        let fields = match &self.0 {
            None => view.fields(),
            Some(copy) => copy.get(view.id().as_str())?.clone(),
        };
        Some(Seen { record: view.id().clone(), fields })
    }
}
