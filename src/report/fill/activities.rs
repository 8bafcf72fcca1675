//! Trainings and meetings in numbers, each with what it counts. The rules are those of "Counting honestly".

use super::Audience;
use super::scope::Scope;
use super::visits::choice;
use crate::insight::trainings::{
    AgeWanted, Dimension, Figures, Filter, Measure, Session, Table as Counted, Unit, Women, figures, sum, table,
};
use crate::insight::visits::By;
use crate::record::bands::{Band, NOT_RECORDED};
use crate::record::pace::Pace;
use crate::record::{Choice, Field, RecordId, Value};
use crate::report::document::{Block, Line, Row, Table};
use crate::report::names::key_in_words;
use crate::report::sheets::Cell;
use crate::report::sheets::mask::{masked, masked_alone};

pub async fn activities(scope: &Scope<'_>, pace: &Pace) -> Vec<Block> {
    let mut blocks = Vec::new();
    let found = figures(&scope.trainings, &scope.filter);
    pace.spend(scope.size()).await;
    if found.sessions > 0 {
        blocks.push(Block::Part(scope.words().trainings));
        blocks.extend(numbers(scope, &found));
        blocks.extend(of_other_units(scope));
        for (by, measure) in [
            (Dimension::Topic, Measure::Attendances),
            (Dimension::Method, Measure::Attendances),
            (Dimension::Sex, Measure::Attendances),
            (Dimension::Age, Measure::Attendances),
        ] {
            // Each of them goes over all sessions.
            pace.spend(scope.size()).await;
            blocks.extend(broken_down(scope, by, measure));
        }
        blocks.extend(bases(scope));
    }
    blocks.extend(by_others(scope, &found));
    blocks.extend(meetings(scope));
    blocks
}

/// Sessions, attendances and different people: never one number for two things (rule 2).
pub fn numbers(scope: &Scope, found: &Figures) -> Vec<Block> {
    let words = scope.words();
    let lang = scope.asked.lang;
    let figures = lang.words().figures();
    let own: Vec<RecordId> = own(scope).map(|session| session.record.clone()).collect();
    let number = |number: i64| lang.number(number);
    let people = found.people;
    let (told, why) = if people.is_exact() {
        (number(people.lower), (figures.exactly)(people.upper_by).to_owned())
    } else {
        let why = [
            words.not_deduplicated.to_owned(),
            (figures.at_least)(&number(people.lower), people.lower_by),
            (figures.at_most)(&number(people.upper), people.upper_by),
        ];
        ((figures.between)(&number(people.lower), &number(people.upper)), why.join(" "))
    };
    let sessions = i64::try_from(found.sessions).unwrap_or(i64::MAX);
    let rows = [
        ((figures.sessions)(found.sessions), number(sessions), figures.sessions_rule.to_owned()),
        (
            (figures.attendances)(usize::try_from(found.attendances).unwrap_or(2)),
            number(found.attendances),
            figures.attendances_rule.to_owned(),
        ),
        ((figures.people)(2), told, why),
    ];
    let row = |(name, number, rule): (&str, String, String)| Row {
        cells: vec![name.to_owned(), number, rule],
        records: own.clone(),
    };
    let head = [words.what, words.number, words.what_it_counts].map(str::to_owned).to_vec();
    vec![Block::Table(Table {
        caption: words.three_numbers.to_owned(),
        head,
        rows: rows.into_iter().map(row).collect(),
        words: 1,
        note: None,
    })]
}

/// The sessions of the period that are counted.
pub fn own<'a>(scope: &'a Scope) -> impl Iterator<Item = &'a Session> {
    let takes = |session: &&Session| !session.stands_apart() && scope.filter.takes(&scope.trainings, session);
    scope.trainings.sessions.iter().filter(takes)
}

/// One dimension, with a sum only where it is true (rule 4).
fn broken_down(scope: &Scope, by: Dimension, measure: Measure) -> Option<Block> {
    let words = scope.words();
    let bands = crate::record::bands::bands(&scope.setting());
    let counted: Counted = table(&scope.trainings, &scope.filter, measure, [Some(by), None], &bands);
    let figures = scope.asked.lang.words().figures();
    let is_of_people = matches!(by, Dimension::Sex | Dimension::Age);
    let counts: Vec<Option<i64>> = counted.cells.iter().map(|cells| cells.first().copied().flatten()).collect();
    // In a file for the public nobody in a small group can be worked out from the sum.
    let hidden = match is_of_people && scope.asked.audience == Audience::Public {
        true => masked(&counts, true),
        false => counts.iter().map(|count| Cell::whole(*count)).collect(),
    };
    let number = |cell: &Cell| match cell {
        Cell::Whole(number) => scope.asked.lang.number(*number),
        cell => cell.hidden().unwrap_or("–").to_owned(),
    };
    let mut rows = Vec::new();
    for (key, cell) in counted.rows.iter().zip(&hidden) {
        let name = if key == NOT_RECORDED || key == Choice::OtherOrNotStated.name() {
            words.not_recorded.to_owned()
        } else {
            key_in_words(scope.names, by, key)
        };
        rows.push(Row { cells: vec![name, number(cell)], records: behind(scope, by, key) });
    }
    // One line that says nothing is recorded is no table.
    let says_something =
        counted.rows.iter().any(|key| !key.is_empty() && key != NOT_RECORDED && key != Choice::OtherOrNotStated.name());
    if !says_something {
        return None;
    }
    // The sum stands above all the same; beside numbers that are not told it only invites to work them out.
    let hides = hidden.iter().any(|cell| cell.hidden().is_some());
    if let Some(sum) = counted.sum.filter(|_| !hides) {
        let all = own(scope).filter(|session| session.people().is_some());
        let records = all.map(|session| session.record.clone()).collect();
        rows.push(Row { cells: vec![words.sum.to_owned(), scope.asked.lang.number(sum)], records });
    }
    let dimension = (figures.dimension)(by);
    let caption = (words.attendances_by)(&crate::i18n::in_running_text(dimension));
    let note = counted.sum.is_none().then(|| (figures.overlap)(dimension));
    let head = vec![dimension.to_owned(), words.attendances.to_owned()];
    Some(Block::Table(Table { caption, head, rows, words: 1, note }))
}

/// The sessions that are in a row of such a table.
fn behind(scope: &Scope, by: Dimension, key: &str) -> Vec<RecordId> {
    let mut filter = Filter::default();
    let course = |session: &Session| scope.trainings.course(session);
    let is_blank = key.is_empty();
    match by {
        Dimension::Topic if !is_blank => filter.topics = vec![key.to_owned()],
        Dimension::Method if !is_blank => filter.methods = vec![key.to_owned()],
        Dimension::Sex => filter.sex = Choice::from_name(key),
        Dimension::Age => filter.age = Some(Band::of_id(key).map_or(AgeWanted::NotRecorded, AgeWanted::Band)),
        _ => {}
    }
    let is_in = |session: &&Session| {
        let says_nothing = match by {
            Dimension::Topic => course(session).is_none_or(|course| course.topics.is_empty()),
            Dimension::Method => course(session).is_none_or(|course| course.method.is_empty()),
            _ => false,
        };
        let share = filter.share(&scope.trainings, session);
        let is_met = !filter.is_of_some() || share.sure.saturating_add(share.possible) > 0;
        let fits = if is_blank { says_nothing || filter.is_of_some() } else { true };
        session.people().is_some() && fits && is_met && filter.takes(&scope.trainings, session)
    };
    own(scope).filter(is_in).map(|session| session.record.clone()).collect()
}

/// Households and organisations that were counted: each for itself, never added to people (rule 3).
fn of_other_units(scope: &Scope) -> Option<Block> {
    let line = |unit: Unit| {
        let of = own(scope).filter(|session| session.unit == unit && session.total.is_some());
        let of: Vec<&Session> = of.collect();
        let all = sum(of.iter().filter_map(|session| session.total));
        let told = [&choice(scope, unit.choice().name()), ": ", &scope.asked.lang.number(all)].concat();
        (!of.is_empty()).then(|| Line::new(told, of.iter().map(|session| session.record.clone()).collect()))
    };
    let lines: Vec<Line> =
        [Unit::Households, Unit::Organisations, Unit::NotStated].into_iter().filter_map(line).collect();
    (!lines.is_empty()).then_some(Block::Items(lines))
}

/// On what the counts rest, and of how many sessions.
fn bases(scope: &Scope) -> Option<Block> {
    let words = scope.words();
    let mut bases: Vec<(String, Vec<RecordId>)> = Vec::new();
    for session in own(scope) {
        let name = session.basis.map_or_else(|| words.not_recorded.to_owned(), |basis| choice(scope, basis.name()));
        match bases.iter_mut().find(|(known, _)| *known == name) {
            Some((_, records)) => records.push(session.record.clone()),
            None => bases.push((name, vec![session.record.clone()])),
        }
    }
    let told = |(name, records): &(String, Vec<RecordId>)| {
        let number = scope.asked.lang.count(records.len(), scope.asked.lang.words().figures().sessions);
        [name, ": ", &number].concat()
    };
    let all: Vec<String> = bases.iter().map(told).collect();
    let records = bases.into_iter().flat_map(|(_, records)| records).collect();
    (!all.is_empty()).then(|| Block::Line(Line::new([words.counted_by, ": ", &all.join("; "), "."].concat(), records)))
}

/// What a third party reported: apart, in no sum, with the note that says why (rule 5).
fn by_others(scope: &Scope, found: &Figures) -> Vec<Block> {
    let words = scope.words();
    let line = |at: &usize| {
        let session = scope.trainings.sessions.get(*at)?;
        let course = scope.trainings.course(session).map(|course| course.name.trim().to_owned()).unwrap_or_default();
        let unit = choice(scope, session.unit.choice().name());
        let total = session.total.map_or_else(|| words.not_recorded.to_owned(), |total| scope.asked.lang.number(total));
        let day = if session.held_on.is_empty() { words.no_day.to_owned() } else { scope.day(&session.held_on) };
        let told = (words.reported)(
            &total,
            &crate::i18n::in_running_text(&unit),
            &course,
            &crate::i18n::in_running_text(&day),
        );
        // Remarks are free text: they stay with the team.
        let remarks = scope.names.log.shown(&session.record, Field::Remarks.name()).and_then(Value::as_text);
        let remarks = remarks.filter(|_| scope.asked.audience == Audience::Team).unwrap_or_default().trim();
        let text = if remarks.is_empty() { told } else { [&told, " ", remarks].concat() };
        Some(Line::new(text, vec![session.record.clone()]))
    };
    let lines: Vec<Line> = found.by_others.iter().filter_map(line).collect();
    let summed: Vec<Line> = found
        .summed_anyway
        .iter()
        .filter_map(|at| {
            let session = scope.trainings.sessions.get(*at)?;
            let who = scope.names.log.record(&session.record)?.heads(Field::SummedAnyway.name());
            let change = scope.names.log.change(who.first()?)?;
            // Who recorded what is no matter of the public.
            let who = match scope.asked.audience {
                Audience::Team => scope.names.device(change.device()),
                Audience::Public => words.somebody.to_owned(),
            };
            Some(Line::new((words.summed_by)(&who), vec![session.record.clone()]))
        })
        .collect();
    if lines.is_empty() && summed.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Part(words.by_others)];
    if !lines.is_empty() {
        blocks.extend([Block::Note(Line::plain(words.by_others_rule)), Block::Items(lines)]);
    }
    if !summed.is_empty() {
        blocks.push(Block::Items(summed));
    }
    blocks
}

/// Visits and meetings by what they were.
fn meetings(scope: &Scope) -> Option<Block> {
    let words = scope.words();
    let rows = scope.counted.rows(&Default::default(), By::Manner);
    let row = |row: crate::insight::visits::Row| Row {
        cells: vec![
            if row.key.is_empty() { words.not_recorded.to_owned() } else { choice(scope, &row.key) },
            scope.asked.lang.number(i64::try_from(row.records.len()).unwrap_or(i64::MAX)),
        ],
        records: row.records,
    };
    let rows: Vec<Row> = rows.into_iter().map(row).collect();
    let head = vec![words.kind.to_owned(), words.visits.to_owned()];
    (!rows.is_empty())
        .then(|| Block::Table(Table { caption: words.visits_by_kind.to_owned(), head, rows, words: 1, note: None }))
}

/// The share of women among the attendances; nothing where nobody was counted so, or too few to tell.
pub fn share_of_women(scope: &Scope) -> Option<Block> {
    let counted = Women::of(&scope.trainings, &scope.filter)?;
    let is_small = |number: &i64| masked_alone(Some(*number)) == Cell::Few;
    if scope.asked.audience == Audience::Public && [counted.women, counted.men].iter().any(is_small) {
        return None;
    }
    let lang = scope.asked.lang;
    let [all, without] = [counted.all, counted.without()].map(|number| lang.number(number));
    let told = (scope.words().women_share)(&lang.percent(counted.percent()), &all, &without);
    Some(Block::Line(Line::new(told, own(scope).map(|session| session.record.clone()).collect())))
}
