//! What the note of a visit can hold beyond the essential: each part closed under a plain heading, one tap away.

use crate::app::recent::exchanges;
use crate::record::{Choice, Field, Kind};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, div, el};
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::fields::{At, lines};
use crate::ui::parts::form_frame::term_chips;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::items::{How, Member, filled, items};
use crate::ui::parts::location::location;
use crate::ui::parts::organisation::organisations;
use crate::ui::parts::participants::participants;
use crate::ui::parts::practices::practices;

const fn at(field: Field) -> At {
    At { kind: Kind::Visit, field }
}

const PEOPLE: [At; 3] = [at(Field::Delegation), at(Field::PeopleMet), at(Field::Participants)];
const PRACTICES: [At; 2] = [at(Field::Practices), at(Field::Products)];
const THOUGHTS: [At; 4] =
    [at(Field::Assessment), at(Field::WhatWorked), at(Field::Difficulties), at(Field::Recommendations)];
const LESSONS: [At; 2] = [at(Field::Lessons), at(Field::Quotes)];
const LOCATION: [At; 1] = [at(Field::Location)];
const EXCHANGE: [At; 1] = [at(Field::Exchange)];

/// All of the parts, below one another.
pub fn more(desk: Desk, filling: Filling) -> El {
    let words = desk.words().visit_more();
    let lines = |field| lines(filling, at(field), (desk.words().labels.field)(field), "");
    let people = part(desk, filling, "more-people", words.part_people, &PEOPLE).child([
        organisations(desk, filling, "delegation", at(Field::Delegation)),
        people_met(desk, filling),
        participants(desk, filling),
    ]);
    let practices = part(desk, filling, "more-practices", words.part_practices, &PRACTICES)
        .child([practices(desk, filling), term_chips(desk, filling, at(Field::Products), Choice::Product)]);
    let thoughts =
        part(desk, filling, "more-thoughts", words.part_thoughts, &THOUGHTS).child(THOUGHTS.map(|at| lines(at.field)));
    let lessons = part(desk, filling, "more-lessons", words.part_lessons, &LESSONS)
        .child([lessons(desk, filling), quotes(desk, filling)]);
    let point = part(desk, filling, "more-location", words.part_location, &LOCATION).child(location(desk, filling));
    let exchange = exchange(desk, filling)
        .map(|chips| part(desk, filling, "more-exchange", words.part_exchange, &EXCHANGE).child(chips));
    div("stack")
        .child(el("h2").class("more").child(words.more))
        .child([people, practices, thoughts, lessons, point])
        .child(exchange)
}

/// A closed part, with how much stands in it.
pub fn part(desk: Desk, filling: Filling, id: &'static str, title: &'static str, fields: &'static [At]) -> El {
    let turn = el("span").class("turn").child(icon(Pic::Chevron));
    let summary =
        el("summary").class("line").test(id).child([el("h3").child(title), filled(desk, filling, fields), turn]);
    el("details").class("part card").child(summary)
}

fn people_met(desk: Desk, filling: Filling) -> El {
    let words = desk.words().visit_more();
    let members = vec![
        Member { name: "role", label: words.person_role, how: How::Line },
        Member { name: "organisation", label: words.person_organisation, how: How::Organisation },
    ];
    items(desk, filling, at(Field::PeopleMet), &words.people, members)
}

fn lessons(desk: Desk, filling: Filling) -> El {
    let words = desk.words().visit_more();
    let whom = How::One(&[Choice::Bolivia, Choice::Ecuador, Choice::Both]);
    let members = vec![
        Member { name: "text", label: words.lesson_text, how: How::Lines },
        Member { name: "for", label: words.lesson_for, how: whom },
    ];
    items(desk, filling, at(Field::Lessons), &words.lessons, members)
}

fn quotes(desk: Desk, filling: Filling) -> El {
    let words = desk.words().visit_more();
    let consent = How::One(&[Choice::Given, Choice::Refused, Choice::Unknown]);
    let members = vec![
        Member { name: "text", label: words.quote_text, how: How::Lines },
        Member { name: "role", label: words.quote_role, how: How::Line },
        Member { name: "consent", label: words.quote_consent, how: consent },
    ];
    items(desk, filling, at(Field::Quotes), &words.quotes, members)
}

/// Which exchange it belongs to; nothing where none is recorded.
fn exchange(desk: Desk, filling: Filling) -> Option<El> {
    let at = at(Field::Exchange);
    let all = desk.with_names_now(exchanges);
    let group = Group { name: at.id(), legend: (desk.words().labels.short)(at.field), many: true };
    let chip =
        |(record, label): &(crate::record::RecordId, String)| Chip { value: record.to_string(), label: label.clone() };
    let options: Vec<Chip> = all.iter().map(chip).collect();
    let is_on = move |value: &str| filling.form.see().text(at.kind, at.field) == value;
    // A second tap takes the choice back.
    let choose = move |value: String| {
        let chosen = if is_on(&value) { String::new() } else { value };
        filling.set_text(at.kind, at.field, chosen);
    };
    (!all.is_empty()).then(|| chips(group, move || options.clone(), is_on, choose))
}
