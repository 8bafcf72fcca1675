//! Practices that were seen: chosen as words of a list, then said more about, each in a card of its own.

use super::fields::{At, hint_line};
use super::items::{How, Member, field, put_back, remove};
use super::term_chips::term_chips;
use crate::app::form_terms::PRACTICE;
use crate::record::{Choice, Field, Kind, Value};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, div, el};
use crate::ui::shared::Derived;

const AT: At = At { kind: Kind::Visit, field: Field::Practices };

pub fn practices(desk: Desk, filling: Filling) -> El {
    let chosen = Derived::new(move || {
        let form = filling.form.see();
        let name = |item: &Value| item.member(PRACTICE).and_then(Value::as_text).unwrap_or_default().to_owned();
        form.list(AT.kind, AT.field).iter().map(name).collect::<Vec<_>>()
    });
    let cards = move || {
        let cards = chosen.get().into_iter().enumerate().map(|(at, practice)| card(desk, filling, at, &practice));
        el("ul").class("stack").child(cards.collect::<Vec<_>>())
    };
    let group = term_chips(desk, filling, AT, Choice::Practice);
    div("stack tight")
        .child(group)
        .child(hint_line(desk.words().visit_more().practice_hint))
        .follow(cards)
        .child(put_back(desk, filling, AT))
}

fn card(desk: Desk, filling: Filling, at: usize, practice: &str) -> El {
    let words = desk.words().visit_more();
    let new = filling.form.peek().new_term_label(practice);
    let name = match (practice, new) {
        ("", _) => (words.practice_numbered)(at.saturating_add(1)),
        (_, Some(new)) => new,
        (known, None) => desk.with_names_now(|names| names.of(known)),
    };
    let members = [
        Member {
            name: "stage",
            label: words.practice_stage,
            how: How::One(&[Choice::Seen, Choice::Tried, Choice::Adopted]),
        },
        Member {
            name: "transferable",
            label: words.practice_transferable,
            how: How::One(&[Choice::Yes, Choice::Partly, Choice::No]),
        },
        Member { name: "description", label: words.practice_description, how: How::Lines },
        Member { name: "conditions", label: words.practice_conditions, how: How::Lines },
    ];
    let top = [el("legend").child(name.clone()), remove(desk, filling, AT, at, &name)];
    let fields = members.map(|member| field(desk, filling, AT, member, at));
    el("li").child(el("fieldset").class("promise stack tight").child(top).child(fields))
}
