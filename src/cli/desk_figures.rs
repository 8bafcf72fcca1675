//! What `ayni figures` adds when asked: visits, commitments and indicators, each number with the records behind it.

use super::args;
use super::view::number;
use crate::insight::indicators::{Actual, Indicator, Number, actual, indicators};
use crate::insight::trainings::{Filter, Trainings};
use crate::insight::visits::{By, Row, VisitFilter, Visits};
use crate::log::Log;
use crate::record::periods::Period;
use crate::record::{RecordId, Value};

/// The earliest and the latest day there can be: a period that is open on one side ends there.
const EVER: [&str; 2] = ["0001-01-01", "9999-12-31"];

/// The parts that were asked for, with their names.
pub fn parts(log: &Log, trainings: &Trainings, filter: &Filter, args: &args::Figures) -> Vec<(&'static str, Value)> {
    let mut parts = Vec::new();
    let visits = Visits::read(log);
    let wanted = VisitFilter {
        days: filter.has_days().then(|| days(filter)),
        areas: filter.areas.clone(),
        places: filter.places.clone(),
        ..VisitFilter::default()
    };
    if args.visits {
        parts.push(("visits", of_visits(&visits, &wanted)));
    }
    if let Some(on) = args.agreements.then_some(args.on.as_deref()).flatten() {
        let standing = visits.standing(&wanted, on);
        let agreements = [
            ("done", records(&standing.done)),
            ("done_late", records(&standing.done_late)),
            ("dropped", records(&standing.dropped)),
            ("on", on.into()),
            ("open", records(&standing.open)),
            ("overdue", records(&standing.overdue)),
        ];
        parts.push(("agreements", Value::map(agreements)));
    }
    if args.indicators {
        let all = indicators(log);
        let all = all.iter().map(|indicator| of_indicator(indicator, trainings, &visits));
        parts.push(("indicators", Value::List(all.collect())));
    }
    parts
}

fn days(filter: &Filter) -> Period {
    let [first, last] = EVER;
    let day = |day: &Option<String>, ever: &str| day.clone().unwrap_or_else(|| ever.to_owned());
    Period { from: day(&filter.from, first), to: day(&filter.to, last) }
}

fn records(records: &[RecordId]) -> Value {
    Value::List(records.iter().map(|record| record.as_str().into()).collect())
}

fn of_visits(visits: &Visits, wanted: &VisitFilter) -> Value {
    let row = |row: &Row| Value::map([("key", row.key.as_str().into()), ("records", records(&row.records))]);
    let rows = |by: By| Value::List(visits.rows(wanted, by).iter().map(row).collect());
    let by = By::ALL.iter().map(|(by, name)| ((*name).to_owned(), rows(*by))).collect();
    Value::map([("by", Value::Map(by)), ("visits", number(visits.taken(wanted).count()))])
}

fn of_indicator(indicator: &Indicator, trainings: &Trainings, visits: &Visits) -> Value {
    let targets = indicator.targets.iter().map(|target| {
        let reached = actual(indicator, trainings, visits, Some(&target.period));
        let progress = |bound: i64| indicator.progress(target.value, bound).map_or(Value::Null, Value::Int);
        let bounds = reached.number.bounds();
        Value::map([
            ("actual", told(&reached)),
            ("from", target.period.from.as_str().into()),
            (
                "progress",
                bounds.map_or(Value::Null, |(lower, upper)| Value::List(vec![progress(lower), progress(upper)])),
            ),
            ("to", target.period.to.as_str().into()),
            ("value", target.value.map_or(Value::Null, Value::Int)),
        ])
    });
    Value::map([
        ("actual", told(&actual(indicator, trainings, visits, None))),
        ("baseline", indicator.baseline.map_or(Value::Null, Value::Int)),
        ("code", indicator.code.as_str().into()),
        ("indicator", indicator.record.as_str().into()),
        ("targets", Value::List(targets.collect())),
    ])
}

/// Null where it is not known what counts.
fn told(actual: &Actual) -> Value {
    let (lower, upper) = match actual.number {
        Number::Unknown => return Value::Null,
        Number::Exact(number) => (number, number),
        Number::Between(lower, upper) => (lower, upper),
    };
    Value::map([
        ("left_out", records(&actual.left_out)),
        ("lower", lower.into()),
        ("records", records(&actual.records)),
        ("reported_by_others", records(&actual.by_others)),
        ("upper", upper.into()),
    ])
}
