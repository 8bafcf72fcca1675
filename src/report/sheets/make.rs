//! Making the tables of a set, record by record: long work, which a screen does in pieces.

use super::cells::{About, Reader};
use super::columns::{self, Spec};
use super::trainings::{Ages, Sat, of_count};
use super::{Audience, Book, Cell, Column, Sheet, about, figures};
use crate::exchange::Public;
use crate::i18n::{Column as What, Lang, Leaf};
use crate::insight::joins::{is_counted_elsewhere, standing};
use crate::insight::trainings::{Reading, Trainings};
use crate::log::Log;
use crate::record::pace::{Pace, Steps};
use crate::record::periods::{is_date, periods};
use crate::record::{Field, Fields, Kind, RecordId, Value, bands, gather};
use crate::report::Names;
use std::collections::BTreeMap;

/// What is asked for. The moment is RFC 3339, with the offset of who asks.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub log: &'a Log,
    pub lang: Lang,
    pub audience: Audience,
    pub at: &'a str,
}

/// All tables, at once.
pub fn book(asked: Asked<'_>) -> Book {
    Steps::new(|pace| gathered(asked, pace)).finish()
}

/// A record with what may be told of it.
struct Held {
    record: RecordId,
    fields: Fields,
}

/// What the tables are made from.
struct Source<'a> {
    asked: Asked<'a>,
    reader: Reader<'a>,
    /// What may go to the public; nothing where the team is asked for.
    public: Option<Public>,
    pace: Pace,
}

/// The same, which can be put down: a unit of the work is a record, or as much work as one.
pub async fn gathered(asked: Asked<'_>, pace: Pace) -> Book {
    let public = match asked.audience {
        Audience::Public => Some(Public::gathered(asked.log, pace.clone()).await),
        Audience::Team => None,
    };
    let reader = Reader { names: Names { log: asked.log, lang: asked.lang }, audience: asked.audience };
    let source = Source { asked, reader, public, pace };
    let mut sheets = source.sheets().await;
    // A table with nothing in it is not there; those that everybody looks for are.
    sheets.retain(|sheet| !sheet.rows.is_empty() || matches!(sheet.leaf, Leaf::Visits | Leaf::Sessions));
    let facts = about::Facts {
        at: asked.at,
        days: days(&sheets),
        conflicts: if source.public.is_none() { source.conflicts().await } else { 0 },
        public: source.public.as_ref(),
    };
    let first = source.sheet(Leaf::About, about::rows(reader, &facts, &sheets));
    let last = source.sheet(Leaf::Columns, about::explained(reader, &sheets));
    sheets.insert(0, first);
    sheets.push(last);
    Book { lang: asked.lang, audience: asked.audience, at: asked.at.to_owned(), sheets }
}

impl Source<'_> {
    async fn sheets(&self) -> Vec<Sheet> {
        let visits = self.held(Kind::Visit, Field::StartsOn).await;
        let mut sheets = vec![self.plain(Leaf::Visits, &visits).await];
        for (leaf, field) in [
            (Leaf::Practices, Field::Practices),
            (Leaf::Lessons, Field::Lessons),
            (Leaf::Quotes, Field::Quotes),
            (Leaf::TookPart, Field::Participants),
        ] {
            if leaf != Leaf::TookPart || self.public.is_none() {
                sheets.push(self.items(leaf, field, &visits).await);
            }
        }
        sheets.push(self.agreements(&visits).await);
        drop(visits);
        sheets.extend(self.trainings().await);
        for (leaf, kind, first) in [
            (Leaf::Organisations, Kind::Organisation, Field::Name),
            (Leaf::Places, Kind::Place, Field::Name),
            (Leaf::Exchanges, Kind::Exchange, Field::StartsOn),
            (Leaf::Captions, Kind::Photo, Field::TakenOn),
        ] {
            if leaf != Leaf::Captions || self.public.is_none() {
                sheets.push(self.plain(leaf, &self.held(kind, first).await).await);
            }
        }
        sheets
    }

    /// The records of a kind that are told of, in the order of a field: not those of the bin, nor those for which another stands.
    async fn held(&self, kind: Kind, order: Field) -> Vec<Held> {
        let mut held = Vec::new();
        let log = self.asked.log;
        match &self.public {
            Some(public) => {
                for value in public.records_of(kind) {
                    let rid = value.member("id").and_then(Value::as_text).unwrap_or_default();
                    if let (Some(record), Value::Map(fields)) = (RecordId::new(kind, rid), value) {
                        held.push(Held { record, fields: Fields(fields.clone()) });
                    }
                    self.pace.spend(1).await;
                }
            }
            None => {
                for view in log.records_of(kind) {
                    if !view.is_binned() && !is_counted_elsewhere(log, view) {
                        held.push(Held { record: view.id().clone(), fields: view.fields() });
                    }
                    self.pace.spend(1).await;
                }
            }
        }
        // Equals stay in the order of their names.
        gather::ordered(held, |a: &Held, b: &Held| a.fields.text(order).cmp(b.fields.text(order)))
    }

    fn specs(&self, leaf: Leaf) -> Vec<&'static Spec> {
        columns::of(leaf).iter().filter(|spec| !spec.for_team || !self.reader.is_public()).collect()
    }

    fn sheet(&self, leaf: Leaf, rows: Vec<Vec<Cell>>) -> Sheet {
        let columns = self.specs(leaf).into_iter().map(|spec| self.column(spec)).collect();
        self.sheet_of(leaf, columns, rows)
    }

    fn sheet_of(&self, leaf: Leaf, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Sheet {
        Sheet { leaf, name: self.reader.words().leaf(leaf), columns, rows }
    }

    fn column(&self, spec: &Spec) -> Column {
        let [heading, explained] = self.reader.words().column(spec.what);
        let (form, tag) = (spec.way.form(), spec.tag.to_owned());
        Column { what: spec.what, heading: heading.to_owned(), explained, form, tag }
    }

    /// A row for each record.
    async fn plain(&self, leaf: Leaf, held: &[Held]) -> Sheet {
        let specs = self.specs(leaf);
        let mut rows = Vec::with_capacity(held.len());
        for Held { record, fields } in held {
            let about = About { record, fields, item: None, visit: Some((record, fields)) };
            rows.push(specs.iter().map(|spec| self.reader.cell(spec.what, spec.way, about)).collect());
            self.pace.spend(1).await;
        }
        self.sheet(leaf, rows)
    }

    /// A row for each object of a list of each visit.
    async fn items(&self, leaf: Leaf, field: Field, visits: &[Held]) -> Sheet {
        let specs = self.specs(leaf);
        let mut rows = Vec::new();
        for Held { record, fields } in visits {
            for item in fields.list(field) {
                let about = About { record, fields, item: Some(item), visit: Some((record, fields)) };
                rows.push(specs.iter().map(|spec| self.reader.cell(spec.what, spec.way, about)).collect());
            }
            self.pace.spend(1).await;
        }
        self.sheet(leaf, rows)
    }

    async fn agreements(&self, visits: &[Held]) -> Sheet {
        let by_record: BTreeMap<&str, &Held> = gather::map(visits.iter().map(|held| (held.record.as_str(), held)));
        let specs = self.specs(Leaf::Agreements);
        let mut rows = Vec::new();
        for Held { record, fields } in &self.held(Kind::Agreement, Field::DueOn).await {
            let of = RecordId::parse(fields.text(Field::Visit)).map(|visit| standing(self.asked.log, visit));
            let visit = of.as_ref().and_then(|of| by_record.get(of.as_str())).map(|held| (&held.record, &held.fields));
            let about = About { record, fields, item: None, visit };
            rows.push(specs.iter().map(|spec| self.reader.cell(spec.what, spec.way, about)).collect());
            self.pace.spend(1).await;
        }
        self.sheet(Leaf::Agreements, rows)
    }

    /// Courses, sessions, their counts, and the figures: of the same sessions.
    async fn trainings(&self) -> Vec<Sheet> {
        let log = self.asked.log;
        let courses = self.held(Kind::Course, Field::StartsOn).await;
        let mut sheets = vec![self.plain(Leaf::Courses, &courses).await];
        let held = self.held(Kind::Session, Field::HeldOn).await;
        let mut reading = Reading::default();
        for session in &held {
            log.record(&session.record).into_iter().for_each(|view| reading.add(log, view));
            self.pace.spend(1).await;
        }
        let trainings = reading.finish();
        let setting = log.record(&RecordId::workspace()).map(|view| view.fields()).unwrap_or_default();
        let (bands, periods) = (bands::bands(&setting), periods(&setting));
        let ages = Ages::of(&trainings, &bands);
        sheets.push(self.sessions(&trainings, &held, &ages).await);
        if self.public.is_none() {
            sheets.push(self.counts(&trainings).await);
        }
        let whats: Vec<What> = self.specs(Leaf::Figures).iter().map(|spec| spec.what).collect();
        let rows = figures::rows(self.reader, &trainings, (&bands, &periods), &whats, &self.pace).await;
        sheets.push(self.sheet(Leaf::Figures, rows));
        sheets
    }

    async fn sessions(&self, trainings: &Trainings, held: &[Held], ages: &Ages<'_>) -> Sheet {
        let specs = self.specs(Leaf::Sessions);
        let columns = specs.iter().flat_map(|spec| match spec.what {
            What::AgeBand => ages.columns(self.reader, spec),
            _ => vec![self.column(spec)],
        });
        let mut columns: Vec<Column> = columns.collect();
        tell_apart(&mut columns);
        let fields: BTreeMap<&str, &Fields> = gather::map(held.iter().map(|held| (held.record.as_str(), &held.fields)));
        let mut rows = Vec::with_capacity(trainings.sessions.len());
        for session in &trainings.sessions {
            let Some(fields) = fields.get(session.record.as_str()) else { continue };
            let sat = Sat::new(trainings, session, ages, self.reader.is_public());
            let about = About { record: &session.record, fields, item: None, visit: None };
            rows.push(specs.iter().flat_map(|spec| sat.cells(self.reader, spec, about)).collect());
            self.pace.spend(1).await;
        }
        self.sheet_of(Leaf::Sessions, columns, rows)
    }

    async fn counts(&self, trainings: &Trainings) -> Sheet {
        let specs = self.specs(Leaf::Counts);
        let mut rows = Vec::new();
        for session in &trainings.sessions {
            for counted in &session.cells {
                let cell = |spec: &&Spec| of_count(self.reader, spec.what, trainings, session, counted);
                rows.push(specs.iter().map(cell).collect());
            }
            self.pace.spend(1).await;
        }
        self.sheet(Leaf::Counts, rows)
    }

    /// Fields in which people wrote different things, of all records that are not in the bin.
    async fn conflicts(&self) -> usize {
        let mut conflicts: usize = 0;
        for view in self.asked.log.records() {
            if view.is_unclear() && !view.is_binned() {
                conflicts = conflicts.saturating_add(view.conflicts().len());
            }
            self.pace.spend(1).await;
        }
        conflicts
    }
}

/// Two ages of other teams may be called alike: the second gets a number.
fn tell_apart(columns: &mut [Column]) {
    let headings: Vec<String> = columns.iter().map(|column| column.heading.clone()).collect();
    for (at, column) in columns.iter_mut().enumerate() {
        let before = headings.iter().take(at).filter(|heading| **heading == column.heading).count();
        if before > 0 {
            column.heading = [&column.heading, " (", &before.saturating_add(1).to_string(), ")"].concat();
        }
    }
}

/// The first and the last day of visits and sessions.
fn days(sheets: &[Sheet]) -> Option<(String, String)> {
    let (mut first, mut last): (Option<String>, Option<String>) = (None, None);
    let days = sheets.iter().filter(|sheet| matches!(sheet.leaf, Leaf::Visits | Leaf::Sessions)).flat_map(|sheet| {
        let when = |column: &Column| matches!(column.what, What::StartsOn | What::EndsOn | What::HeldOn);
        let places: Vec<usize> =
            (0..).zip(&sheet.columns).filter(|(_, column)| when(column)).map(|(at, _)| at).collect();
        let in_row = move |row: &Vec<Cell>| places.iter().filter_map(|at| row.get(*at)).cloned().collect::<Vec<_>>();
        sheet.rows.iter().flat_map(in_row)
    });
    for cell in days {
        let Cell::Date(day) = cell else { continue };
        if !is_date(&day) {
            continue;
        }
        if first.as_ref().is_none_or(|first| day < *first) {
            first = Some(day.clone());
        }
        if last.as_ref().is_none_or(|last| day > *last) {
            last = Some(day);
        }
    }
    first.zip(last)
}
