//! The three numbers, each with its words and the rule that gave it.

use crate::i18n::Noun;
use crate::insight::trainings::{Figures, People, Women};
use crate::record::RecordId;
use crate::ui::desk::Desk;
use crate::ui::html::{El, div, el};
use crate::ui::parts::behind::Behind;
use crate::ui::shared::Derived;

pub fn numbers(desk: Desk, counted: Derived<Option<Figures>>) -> El {
    let behind = Behind::new(desk, "behind-trainings");
    let tiles = move || {
        let counted = counted.see();
        counted.as_ref().as_ref().map(|figures| div("tiles").child(tiles(desk, figures, behind)))
    };
    let card = el("section").class("card figures").attr("aria-label", desk.words().nav.figures);
    card.follow(tiles).child(behind.list())
}

fn tiles(desk: Desk, figures: &Figures, behind: Behind) -> Vec<El> {
    let (all, counted) = sessions(desk);
    let open = |number: String, noun: &str, records: &[RecordId]| behind.number(number, noun, records);
    let words = desk.words().figures();
    let is_of_some = desk.counting.asked.see().filter().is_of_some();
    let attendances_rule = if is_of_some { words.attendances_of_some } else { words.attendances_rule };
    let sessions = i64::try_from(figures.sessions).unwrap_or(i64::MAX);
    let mut tiles = vec![
        tile(
            "figure-sessions",
            open(whole(desk, sessions), noun(words.sessions, sessions), &all),
            noun(words.sessions, sessions),
            [words.sessions_rule.to_owned()],
        ),
        tile(
            "figure-attendances",
            open(whole(desk, figures.attendances), noun(words.attendances, figures.attendances), &counted),
            noun(words.attendances, figures.attendances),
            [attendances_rule.to_owned()],
        ),
        people(desk, figures.people, &|number, noun| open(number, noun, &counted)),
    ];
    tiles.extend(women(desk, behind, &counted));
    tiles
}

fn tile<const LINES: usize>(test: &'static str, number: El, noun: &'static str, rules: [String; LINES]) -> El {
    let rules = rules.map(|rule| el("small").child(rule));
    div("fact").test(test).child(el("b").child(number)).child(el("span").class("noun").child(noun)).child(rules)
}

fn people(desk: Desk, people: People, open: &dyn Fn(String, &str) -> El) -> El {
    let words = desk.words().figures();
    let [lower, upper] = [people.lower, people.upper].map(|number| whole(desk, number));
    let named = noun(words.people, people.upper);
    if people.is_exact() {
        return tile("figure-people", open(lower, named), named, [(words.exactly)(people.upper_by).to_owned()]);
    }
    let rules = [
        words.not_deduplicated.to_owned(),
        (words.at_least)(&lower, people.lower_by),
        (words.at_most)(&upper, people.upper_by),
    ];
    tile("figure-people", open((words.between)(&lower, &upper), named), named, rules)
}

/// The share of women among all attendances, with those of whom it is not known.
fn women(desk: Desk, behind: Behind, counted: &[RecordId]) -> Option<El> {
    let words = desk.words().figures();
    let women = Women::of(&desk.counting.trainings.see(), &desk.counting.asked.see().filter())?;
    let without = women.without();
    let rule = if without > 0 { (words.women_rule)(&whole(desk, without)) } else { words.women_of_all.to_owned() };
    let number = behind.number(desk.lang.get().percent(women.percent()), words.women, counted);
    Some(tile("figure-women", number, words.women, [rule]))
}

/// The own sessions of what is asked, and those of them of which people or attendances are counted.
fn sessions(desk: Desk) -> (Vec<RecordId>, Vec<RecordId>) {
    let trainings = desk.counting.trainings.see();
    let filter = desk.counting.asked.see().filter();
    let own = trainings.sessions.iter().filter(|session| !session.stands_apart() && filter.takes(&trainings, session));
    let own: Vec<_> = own.collect();
    let counted = own.iter().filter(|session| session.people().is_some());
    (
        own.iter().map(|session| session.record.clone()).collect(),
        counted.map(|session| session.record.clone()).collect(),
    )
}

fn whole(desk: Desk, number: i64) -> String {
    desk.lang.get().number(number)
}

fn noun(noun: Noun, number: i64) -> &'static str {
    noun(usize::try_from(number).unwrap_or_default())
}
