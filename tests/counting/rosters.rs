//! Rule 2: people attend sessions, their names are hidden, and the bounds must hold the number of those who really came.

use crate::dice::Dice;
use crate::stage::{Workspace, season};
use ayni::insight::trainings::{AgeWanted, Dimension, Filter, Lower, Measure, Trainings, Upper, figures, table};
use ayni::record::Choice;
use ayni::record::bands::Band;
use std::collections::{BTreeMap, BTreeSet};
use std::env;

const CASES: u64 = 10_000;
const AGES: [&str; 4] = ["under_18", "18_29", "30_59", "60_plus"];
const ROLES: [&str; 3] = ["producer", "official", "student"];
const METHODS: [&str; 2] = ["field_school", "workshop"];

struct Person {
    is_woman: bool,
    age: usize,
    role: usize,
}

/// A session with the names that no figure sees.
struct Held {
    course: usize,
    day: String,
    /// In the season of the reports.
    is_in_season: bool,
    came: BTreeSet<usize>,
}

struct Roster {
    people: Vec<Person>,
    sessions: Vec<Held>,
}

fn roster(dice: &mut Dice) -> Roster {
    let people = (0..3 + dice.below(25)).map(|_| Person {
        is_woman: dice.once_in(2),
        age: dice.below(AGES.len()),
        role: dice.below(ROLES.len()),
    });
    let people: Vec<Person> = people.collect();
    let everyone: Vec<usize> = (0..people.len()).collect();
    let mut sessions = Vec::new();
    for course in 0..1 + dice.below(3) {
        let group = dice.some(&everyone);
        for _ in 0..1 + dice.below(4) {
            let came = if dice.once_in(4) { dice.some(&everyone) } else { dice.some(&group) };
            sessions.push((course, came.into_iter().collect::<BTreeSet<usize>>()));
        }
    }
    // In the order of time, one a day.
    let sessions = dice.shuffled(&sessions).into_iter().enumerate().map(|(number, (course, came))| {
        let is_in_season = number % 4 != 3;
        let month = if is_in_season { 6 } else { 12 };
        Held { course, day: format!("2026-{month:02}-{:02}", number + 1), is_in_season, came }
    });
    Roster { people, sessions: sessions.collect() }
}

/// What of the roster is written down: never the names, and not everything that was seen.
fn recorded(roster: &Roster, dice: &mut Dice) -> Workspace {
    let mut workspace = Workspace::default();
    let courses = roster.sessions.iter().map(|session| session.course).max().unwrap_or_default();
    for course in 0..=courses {
        let ever: BTreeSet<usize> =
            roster.sessions.iter().filter(|held| held.course == course).flat_map(|held| held.came.clone()).collect();
        let method = METHODS[course % 2];
        // As many as ever came, or more who never did; now and then a number that is wrong.
        let enrolled = match dice.below(4) {
            0 => format!(r#","enrolled":{}"#, ever.len()),
            1 => format!(r#","enrolled":{}"#, ever.len() + 2),
            _ => String::new(),
        };
        workspace.put("phone", &format!("course/c{course}"), &format!(r#"{{"method":"{method}"{enrolled}}}"#));
    }
    let all_asked = dice.once_in(2);
    let mut met = BTreeSet::new();
    for (number, held) in roster.sessions.iter().enumerate() {
        let first = held.came.iter().filter(|person| held.is_in_season && met.insert(**person)).count();
        let mut fields = format!(
            r#""course":"course/c{}","held_on":"{}","counting_unit":"people","total":{}"#,
            held.course,
            held.day,
            held.came.len()
        );
        if held.is_in_season && (all_asked || dice.once_in(2)) {
            let period = r#""first_time_period":{"from":"2026-05-01","to":"2026-10-31"}"#;
            fields += &format!(r#","first_time":{first},{period}"#);
        }
        if !dice.once_in(3) {
            fields += &format!(r#","cells":[{}]"#, cells(roster, held, dice));
        }
        workspace.put("phone", &format!("session/s{number}"), &format!("{{{fields}}}"));
    }
    workspace
}

/// The cells of a session: everyone, or some of whom it was not asked, or some who were not counted at all.
fn cells(roster: &Roster, held: &Held, dice: &mut Dice) -> String {
    let is_careless = dice.once_in(3);
    let mut counts: BTreeMap<[&str; 3], i64> = BTreeMap::new();
    for person in held.came.iter().filter_map(|person| roster.people.get(*person)) {
        if is_careless && dice.once_in(6) {
            continue;
        }
        let sex = if person.is_woman { "female" } else { "male" };
        let sex = if is_careless && dice.once_in(5) { "other_or_not_stated" } else { sex };
        let age = if is_careless && dice.once_in(5) { "not_recorded" } else { AGES[person.age] };
        *counts.entry([sex, age, ROLES[person.role]]).or_default() += 1;
    }
    let cells = counts.iter().map(|([sex, age, role], count)| crate::stage::cell(sex, age, role, *count));
    cells.collect::<Vec<_>>().join(",")
}

struct Asked {
    filter: Filter,
    takes: Box<dyn Fn(&Held) -> bool>,
    is_meant: Box<dyn Fn(&Person) -> bool>,
}

fn asked(dice: &mut Dice) -> Asked {
    let mut filter = if dice.once_in(2) { season() } else { Filter::default() };
    let in_season = filter.from.is_some();
    let method = dice.once_in(3).then(|| dice.below(METHODS.len()));
    filter.methods = method.map(|method| METHODS[method].to_owned()).into_iter().collect();
    let woman = dice.once_in(3).then(|| dice.once_in(2));
    filter.sex = woman.map(|woman| if woman { Choice::Female } else { Choice::Male });
    let role = dice.once_in(4).then(|| dice.below(ROLES.len()));
    filter.role = role.and_then(|role| Choice::from_name(ROLES[role]));
    // 18 or older, of whom the bands are put together.
    let grown = dice.once_in(4);
    filter.age = grown.then_some(AgeWanted::Band(Band::new(18, None)));
    Asked {
        filter,
        takes: Box::new(move |held| {
            (!in_season || held.is_in_season) && method.is_none_or(|method| held.course % 2 == method)
        }),
        is_meant: Box::new(move |person| {
            woman.is_none_or(|woman| person.is_woman == woman)
                && role.is_none_or(|role| person.role == role)
                && (!grown || person.age > 0)
        }),
    }
}

fn check(seed: u64, tally: &mut BTreeMap<&'static str, u64>) -> Result<(), String> {
    let dice = &mut Dice::new(seed);
    let roster = roster(dice);
    let trainings = Trainings::read(&recorded(&roster, dice).log);
    let mut met = |what: &'static str, is_so: bool| *tally.entry(what).or_default() += u64::from(is_so);
    for _ in 0..4 {
        let Asked { filter, takes, is_meant } = asked(dice);
        let taken: Vec<&Held> = roster.sessions.iter().filter(|held| takes(held)).collect();
        let is_of = |person: &&usize| roster.people.get(**person).is_some_and(&is_meant);
        let really: BTreeSet<usize> = taken.iter().flat_map(|held| held.came.iter().filter(is_of).copied()).collect();
        let really = i64::try_from(really.len()).map_err(|error| error.to_string())?;
        let figures = figures(&trainings, &filter);
        let people = figures.people;
        let fail = |what: &str| Err(format!("{what}: {really} came, said {people:?} of {filter:?}"));
        if !(people.lower..=people.upper).contains(&really) {
            return fail("outside the bounds");
        }
        if people.upper_by == Upper::FirstTimes && people.lower != people.upper {
            return fail("the whole period is one number");
        }
        if figures.sessions != taken.len() {
            return fail("other sessions");
        }
        let came: usize = taken.iter().map(|held| held.came.iter().filter(is_of).count()).sum();
        let attendances = usize::try_from(figures.attendances).map_err(|error| error.to_string())?;
        if attendances > came || (!filter.is_of_some() && attendances != came) {
            return fail("other attendances");
        }
        for by in [Dimension::Sex, Dimension::Age, Dimension::Role, Dimension::Month, Dimension::Method] {
            let table = table(&trainings, &filter, Measure::Attendances, [Some(by), Some(Dimension::Sex)], &[]);
            let sums = [table.row_sums, table.column_sums].map(|sums| sums.map(|sums| sums.iter().sum::<i64>()));
            if table.sum != Some(figures.attendances) || sums != [table.sum, table.sum] || table.difference != 0 {
                return fail("a table that does not add up");
            }
        }
        met("one number", people.is_exact() && really > 0);
        met("real bounds", !people.is_exact());
        met("bounded by first times", people.lower_by == Lower::FirstTimes && !people.is_exact());
        met("exact by first times", people.upper_by == Upper::FirstTimes);
        met("bounded by enrolment", people.upper_by == Upper::Enrolled);
        met("some people only", filter.is_of_some());
        met("reaching the lower bound", people.lower == really && !people.is_exact());
        met("reaching the upper bound", people.upper == really && !people.is_exact());
        met("without a breakdown", figures.warnings.iter().any(|warning| warning.alert.name() == "no_breakdown"));
        met("recorded in part", figures.warnings.iter().any(|warning| warning.alert.name() == "part_not_recorded"));
    }
    Ok(())
}

#[test]
fn rule_2_the_bounds_hold_the_true_number_of_people_of_every_roster() {
    let number = |name| env::var(name).ok().map(|text| text.parse::<u64>().unwrap_or_else(|_| panic!("{name}={text}")));
    let (first, cases) = match number("AYNI_SEED") {
        Some(seed) => (seed, 1),
        None => (1, number("AYNI_CASES").unwrap_or(CASES)),
    };
    let mut tally = BTreeMap::new();
    for seed in first..first + cases {
        check(seed, &mut tally).unwrap_or_else(|failure| panic!("AYNI_SEED={seed}: {failure}"));
    }
    println!("{cases} rosters, four questions each: {tally:?}");
    assert!(cases == 1 || tally.values().all(|met| *met > 0), "something was never met: {tally:?}");
}
