//! The first table, which says what the file is, and the last, which says what each column holds.

use super::cells::Reader;
use super::{Audience, Cell, Form, Sheet};
use crate::exchange::Public;

/// What is said of a file beyond its tables.
pub struct Facts<'a> {
    pub at: &'a str,
    /// The first and the last day of what was recorded.
    pub days: Option<(String, String)>,
    /// Fields in which people wrote different things, where the team is told of them.
    pub conflicts: usize,
    pub public: Option<&'a Public>,
}

/// Item and what is said of it, row by row.
pub fn rows(reader: Reader, facts: &Facts, sheets: &[Sheet]) -> Vec<Vec<Cell>> {
    let words = reader.words().other_files();
    let lang = reader.names.lang;
    let is_team = reader.audience == Audience::Team;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut say = |item: &str, said: Cell| rows.push(vec![Cell::text(item), said]);
    let of = |for_team: &'static str, for_public: &'static str| if is_team { for_team } else { for_public };
    say(words.for_whom, Cell::text(of(words.for_team, words.for_public)));
    say(words.for_whom, Cell::text(of(words.team_holds, words.public_holds)));
    say(words.left_out, Cell::text(of(words.team_without, words.public_without)));
    if let Some(public) = facts.public {
        say(words.left_out, Cell::text((words.visits_kept)(public.visits_kept)));
        say(words.left_out, Cell::text((words.quotes_kept)(public.quotes_kept)));
        say(words.left_out, Cell::text((words.blotted)(public.blotted)));
    }
    match &facts.days {
        Some((from, to)) => {
            let days = [from, to].map(|day| lang.date_short(day));
            let [from, to] = days.each_ref().map(String::as_str);
            say(words.period, Cell::text((reader.words().figures().from_to)(from, to)));
        }
        None => say(words.period, Cell::text(words.no_period)),
    }
    let day = facts.at.get(..10).unwrap_or(facts.at);
    say(words.made_on, reader.date(Some(&day.into())));
    for sheet in sheets {
        say(words.holds, Cell::text([sheet.name, ": ", &(words.rows)(sheet.rows.len())].concat()));
    }
    let rules = [
        words.sessions_are,
        words.attendances_are,
        words.people_are,
        words.never_added,
        words.others_apart,
        words.blank,
    ];
    rules.into_iter().for_each(|rule| say(words.people_counted, Cell::text(rule)));
    if !is_team {
        say(words.small_groups, Cell::text(words.small_groups_hint));
    }
    if facts.conflicts > 0 {
        say(words.to_decide, Cell::text((words.conflicts)(facts.conflicts)));
    }
    rows
}

/// A row for each column of each table.
pub fn explained(reader: Reader, sheets: &[Sheet]) -> Vec<Vec<Cell>> {
    let words = reader.words().other_files();
    let form = |form: Form| match form {
        Form::Short | Form::Long => words.form_text,
        Form::Date => words.form_date,
        Form::Whole => words.form_whole,
        Form::YesNo => words.form_yes_no,
        Form::Degrees => words.form_degrees,
    };
    let columns = sheets.iter().flat_map(|sheet| sheet.columns.iter().map(move |column| (sheet, column)));
    let row = |(sheet, column): (&Sheet, &super::Column)| {
        [sheet.name, &column.heading, form(column.form), column.explained, &column.tag].map(Cell::text).to_vec()
    };
    columns.map(row).collect()
}
