//! What was reached: indicators against their targets, practices by stage, commitments kept and open.

use super::member;
use super::scope::Scope;
use super::visits::choice;
use crate::insight::indicators::{Actual, Indicator, actual, indicators};
use crate::insight::visits::VisitFilter;
use crate::record::{Choice, Field, RecordId, gather};
use crate::report::document::{Block, Lack, Lacking, Line, Row, Table};
use crate::report::names::{number_in_words, progress_in_words};

pub fn achieved(scope: &Scope) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(targets(scope));
    blocks.extend(practices(scope));
    blocks.extend(standing(scope));
    blocks
}

/// What came of it: by country whom lessons are for, the share of women, and what became of the commitments.
pub fn results(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let mut blocks = Vec::new();
    for whom in [Choice::Bolivia, Choice::Ecuador, Choice::Both] {
        let mut records: Vec<RecordId> = Vec::new();
        let mut count: usize = 0;
        for visit in &scope.visits {
            let of =
                visit.fields.list(Field::Lessons).iter().filter(|lesson| member(lesson, "for") == whom.name()).count();
            if of > 0 {
                count = count.saturating_add(of);
                records.push(visit.record.clone());
            }
        }
        if count > 0 {
            let told = (words.lessons_for)(count, (scope.asked.lang.words().labels.choice)(whom));
            blocks.push(Block::Line(Line::new(told, records)));
        }
    }
    blocks.extend(super::activities::share_of_women(scope));
    blocks.extend(standing(scope));
    blocks
}

/// The target of the period that was asked for; without one, the last.
fn target_of(scope: &Scope, indicator: &Indicator) -> Option<(String, Option<i64>, crate::record::periods::Period)> {
    let target = match &scope.asked.period {
        Some(period) => indicator.targets.iter().find(|target| target.period == *period)?,
        None => indicator.targets.last()?,
    };
    let days = (scope.words().from_to)(&scope.day(&target.period.from), &scope.day(&target.period.to));
    Some((days, target.value, target.period.clone()))
}

fn targets(scope: &Scope) -> Option<Block> {
    let words = scope.words();
    let lang = scope.asked.lang;
    let number = |number: Option<i64>| number.map_or_else(|| "—".to_owned(), |number| lang.number(number));
    let mut rows = Vec::new();
    for indicator in indicators(scope.names.log) {
        let target = target_of(scope, &indicator);
        let period = target.as_ref().map(|(_, _, period)| period).or(scope.asked.period.as_ref());
        let reached: Actual = actual(&indicator, &scope.trainings, &scope.counted, period);
        let told = number_in_words(lang, reached.number);
        let (days, wanted) = target.map(|(days, wanted, _)| (days, wanted)).unwrap_or_default();
        let share = progress_in_words(lang, &indicator, wanted, reached.number);
        let measure = indicator.counts.as_ref().map_or("", |counts| (words.measure)(counts.measure));
        let cells = [
            scope.names.own(&indicator.record),
            number(indicator.baseline),
            number(wanted),
            told,
            share,
            [measure, if days.is_empty() { "" } else { ", " }, &days].concat(),
        ];
        let mut records = vec![indicator.record.clone()];
        records.extend(reached.records);
        rows.push(Row { cells: cells.to_vec(), records });
    }
    let head = [words.indicator, words.start, words.target, words.actual, words.way, words.what_it_counts];
    let head = head.map(str::to_owned).to_vec();
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: words.indicators.to_owned(),
            head,
            rows,
            words: 1,
            note: Some(words.way_rule.to_owned()),
        })
    })
}

/// Practices that were seen, tried, adopted.
fn practices(scope: &Scope) -> Option<Block> {
    let words = scope.words();
    let mut rows = Vec::new();
    for stage in [Choice::Adopted, Choice::Tried, Choice::Seen] {
        let mut names: Vec<String> = Vec::new();
        let mut records = Vec::new();
        for visit in &scope.visits {
            for practice in visit.fields.list(Field::Practices) {
                let reference = member(practice, "practice");
                let name = if reference.is_empty() {
                    member(practice, "description").to_owned()
                } else {
                    scope.names.of(reference)
                };
                if member(practice, "stage") == stage.name() && !name.is_empty() {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                    records.push(visit.record.clone());
                }
            }
        }
        if !names.is_empty() {
            rows.push(Row { cells: vec![choice(scope, stage.name()), names.join(", ")], records });
        }
    }
    let head = vec![words.stage.to_owned(), words.practices.to_owned()];
    (!rows.is_empty())
        .then(|| Block::Table(Table { caption: words.practices_by_stage.to_owned(), head, rows, words: 2, note: None }))
}

/// How many commitments are done, open, overdue, dropped: one line.
fn standing(scope: &Scope) -> Option<Block> {
    let words = scope.words();
    let lang = scope.asked.lang;
    let now = scope.counted.standing(&VisitFilter::default(), &scope.asked.today);
    let all = now.open.len().saturating_add(now.done.len()).saturating_add(now.dropped.len());
    if all == 0 {
        return None;
    }
    let number = |records: &[RecordId]| lang.number(i64::try_from(records.len()).unwrap_or(i64::MAX));
    let told = (words.standing)([&number(&now.done), &number(&now.open), &number(&now.overdue), &number(&now.dropped)]);
    let records = gather::set(now.open.into_iter().chain(now.done).chain(now.dropped)).into_iter().collect();
    Some(Block::Line(Line::new(told, records)))
}

/// Of a report on one visit: each commitment.
pub fn agreements(scope: &Scope) -> Vec<Block> {
    let words = scope.words();
    let is_public = scope.asked.audience == super::Audience::Public;
    let row = |promise: &crate::insight::visits::Promised| {
        let fields = scope.names.log.record(&promise.record)?.fields();
        let what = fields.text(Field::What).trim();
        let who = if is_public { "" } else { fields.text(Field::Responsible).trim() };
        let due = if promise.due_on.is_empty() { String::new() } else { scope.day(&promise.due_on) };
        let state = choice(scope, promise.state.name());
        let cells = [what.to_owned(), who.to_owned(), due, state].to_vec();
        Some(Row { cells, records: vec![promise.record.clone()] })
    };
    let rows: Vec<Row> = scope.counted.promises.iter().filter_map(row).collect();
    let head = [words.commitment, words.responsible, words.due, words.state].map(str::to_owned).to_vec();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(Table { caption: words.commitments.to_owned(), head, rows, words: 4, note: None })]
}

/// Indicators without a target for the period, or of which nobody said what counts.
pub fn lacks(scope: &Scope) -> Vec<Lack> {
    if scope.asked.template != super::Template::Exchange {
        return Vec::new();
    }
    let mut lacks = Vec::new();
    for indicator in indicators(scope.names.log) {
        if indicator.counts.is_none() {
            lacks.push(Lack { record: indicator.record.clone(), what: Lacking::Field(Field::Counts) });
        }
        if target_of(scope, &indicator).is_none_or(|(_, value, _)| value.is_none_or(|value| value == 0)) {
            lacks.push(Lack { record: indicator.record.clone(), what: Lacking::Target });
        }
    }
    lacks
}
