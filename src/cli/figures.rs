//! `ayni figures`: the trainings of the files, counted as on the screens (rules 1 to 8 of "Counting honestly").

use super::files::Photos;
use super::union::Union;
use super::view::number;
use super::{End, Failure, args, desk_figures, say};
use crate::app::shipped;
use crate::insight::joins::resolve;
use crate::insight::trainings::{Filter, Measure, PlaceWanted, Session, Table, Trainings, Warning, figures, table};
use crate::insight::within::Within;
use crate::log::{Log, canonical};
use crate::record::text::fold;
use crate::record::{Field, Kind, RecordId, Value};

pub fn run(args: &args::Figures) -> Result<End, Failure> {
    if args.from.as_ref().zip(args.to.as_ref()).is_some_and(|(from, to)| from > to) {
        return Err(Failure::Usage("--from is later than --to".to_owned()));
    }
    let mut union = Union::load(&args.files, Photos::Leave)?;
    // The words of the shipped lists can be asked for by name even where no file carries them.
    shipped::vocabulary().entries().for_each(|entry| {
        union.log.accept(entry.clone());
    });
    let filter = filter(&union.log, args);
    let json = json(&Trainings::read(&union.log), &union.log, &filter, args);
    say::to_stdout(|out| writeln!(out, "{}", canonical(&json)))?;
    union.tell_damaged();
    Ok(if union.refused > 0 { End::Refused } else { End::Fine })
}

fn json(trainings: &Trainings, log: &Log, filter: &Filter, args: &args::Figures) -> Value {
    let figures = figures(trainings, filter);
    let named = |sessions: &[usize]| sessions.iter().filter_map(|at| trainings.sessions.get(*at)).collect::<Vec<_>>();
    let warning = |warning: &Warning| {
        let sessions = named(&warning.sessions);
        let sessions = sessions.iter().map(|session| session.record.as_str().into()).collect();
        let rule = i64::from(warning.alert.rule());
        Value::map([
            ("rule", rule.into()),
            ("sessions", Value::List(sessions)),
            ("warning", warning.alert.name().into()),
        ])
    };
    let people = Value::map([
        ("exact", figures.people.is_exact().into()),
        ("lower", figures.people.lower.into()),
        ("upper", figures.people.upper.into()),
    ]);
    let reported = named(&figures.by_others).into_iter().map(|session| reported(trainings, log, session));
    let mut json = vec![
        ("attendances", figures.attendances.into()),
        ("people", people),
        ("reported_by_others", Value::List(reported.collect())),
        ("sessions", number(figures.sessions)),
        ("warnings", Value::List(figures.warnings.iter().map(warning).collect())),
    ];
    if let Some(first) = args.by.first() {
        let by = [Some(*first), args.by.get(1).copied()];
        json.push(("table", shown(&table(trainings, filter, args.count, by, &args.bands), args.count)));
    }
    json.extend(desk_figures::parts(log, trainings, filter, args));
    Value::Map(json.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// What a third party says, with the note why it stands apart.
fn reported(trainings: &Trainings, log: &Log, session: &Session) -> Value {
    let remarks = log.shown(&session.record, Field::Remarks.name()).cloned().unwrap_or(Value::Null);
    let course = trainings.course(session);
    let day = if session.held_on.is_empty() { Value::Null } else { session.held_on.as_str().into() };
    Value::map([
        ("course", course.map_or(Value::Null, |course| course.name.as_str().into())),
        ("held_on", day),
        ("note", remarks),
        ("session", session.record.as_str().into()),
        ("total", session.total.map_or(Value::Null, Value::Int)),
        ("unit", session.unit.choice().name().into()),
    ])
}

/// Keys stand as they are in the log; a sum that would not be true is null.
fn shown(table: &Table, measure: Measure) -> Value {
    let keys = |keys: &[String]| Value::List(keys.iter().map(|key| key.as_str().into()).collect());
    let numbers = |numbers: &Option<Vec<i64>>| match numbers {
        Some(numbers) => Value::List(numbers.iter().map(|number| (*number).into()).collect()),
        None => Value::Null,
    };
    let row =
        |row: &Vec<Option<i64>>| Value::List(row.iter().map(|cell| cell.map_or(Value::Null, Value::Int)).collect());
    let counts = if measure == Measure::Sessions { "sessions" } else { "attendances" };
    Value::map([
        ("cells", Value::List(table.cells.iter().map(row).collect())),
        ("column_sums", numbers(&table.column_sums)),
        ("columns", keys(&table.columns)),
        ("counts", counts.into()),
        ("difference", table.difference.into()),
        ("row_sums", numbers(&table.row_sums)),
        ("rows", keys(&table.rows)),
        ("sum", table.sum.map_or(Value::Null, Value::Int)),
    ])
}

fn filter(log: &Log, args: &args::Figures) -> Filter {
    let all = |texts: &[String], one: &dyn Fn(&str) -> Vec<String>| texts.iter().flat_map(|text| one(text)).collect();
    let term = |text: &str| named(log, Kind::Term, &[Field::LabelEs, Field::LabelEn], text);
    let organisation = |text: &str| named(log, Kind::Organisation, &[Field::Name], text);
    Filter {
        from: args.from.clone(),
        to: args.to.clone(),
        topics: all(&args.topic, &term),
        areas: all(&args.area, &term),
        methods: args.method.clone(),
        organisers: all(&args.organiser, &organisation),
        funders: all(&args.funder, &organisation),
        places: args.place.iter().map(|text| place(log, text)).collect(),
        course: args.course.clone().map(|course| resolve(log, course)),
        sex: args.sex,
        age: args.age,
        role: args.role,
    }
}

/// Every way in which the text can name a record of this kind: as it is, by its id, by a name without accents or case.
fn named(log: &Log, kind: Kind, names: &[Field], text: &str) -> Vec<String> {
    let wanted = fold(text.trim());
    let is_called = |record: &crate::log::RecordView| {
        let name = |field: &Field| record.shown(field.name()).and_then(Value::as_text);
        names.iter().filter_map(name).any(|name| fold(name.trim()) == wanted)
    };
    let by_id = [RecordId::parse(text), RecordId::new(kind, text)];
    let by_name = log.records_of(kind).filter(is_called).map(|record| record.id().clone());
    let records = by_id.into_iter().flatten().chain(by_name);
    let mut all: Vec<String> = records.map(|record| resolve(log, record).as_str().to_owned()).collect();
    all.push(text.to_owned());
    all
}

/// A code is taken as it is; a place of the files lies in the first code above it.
fn place(log: &Log, text: &str) -> PlaceWanted {
    let is_known = RecordId::parse(text).is_some_and(|record| log.record(&record).is_some());
    if text.starts_with("place/") && is_known {
        let Within { name, code } = Within::of(log, text);
        return PlaceWanted { code, community: fold(&name) };
    }
    // What is in none of the files is nowhere, and not everywhere.
    PlaceWanted { code: text.to_owned(), community: String::new() }
}
