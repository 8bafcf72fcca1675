//! Practices that were seen: chosen as words of a list, then said more about, each in a card of its own.

use super::chips::{Chip, Group, chips};
use super::fields::At;
use super::icon::{Pic, icon};
use super::items::{How, Member, field};
use crate::app::{Form, terms};
use crate::record::{Choice, Field, Kind, Value};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::shared::Derived;

const AT: At = At { kind: Kind::Visit, field: Field::Practices };

/// The member that says which practice it is.
const PRACTICE: &str = "practice";

pub fn practices(desk: Desk, filling: Filling) -> El {
    let words = &desk.words().visit_more;
    let chosen = Derived::new(move || {
        let form = filling.form.see();
        let name = |item: &Value| item.member(PRACTICE).and_then(Value::as_text).unwrap_or_default().to_owned();
        form.list(AT.kind, AT.field).iter().map(name).collect::<Vec<_>>()
    });
    let options = move || {
        let terms = desk.with_names(|names| terms(names, Choice::Practice));
        terms.into_iter().map(|(term, label)| Chip { value: term.to_string(), label }).collect()
    };
    let toggle = move |practice: String| {
        let at = chosen.see().iter().position(|held| *held == practice);
        match at {
            None => filling.edit(|form| {
                form.add_item(AT.kind, AT.field);
                let last = form.list(AT.kind, AT.field).len().saturating_sub(1);
                form.set_item(AT.kind, AT.field, last, PRACTICE, practice);
            }),
            // What was written about it goes only by the bin beside it.
            Some(at) if says_more(&filling.form.peek(), at) => {
                filling.form.update(|_| {});
                browser::reveal_soon(["#visit-practices-", &at.to_string(), "-description"].concat());
            }
            Some(at) => filling.edit(|form| {
                form.remove_item(AT.kind, AT.field, at);
            }),
        }
    };
    let group = Group { name: AT.id(), legend: (desk.words().labels.field)(AT.field), many: true };
    let cards = move || {
        let cards = chosen.get().into_iter().enumerate().map(|(at, practice)| card(desk, filling, at, &practice));
        el("ul").class("stack").child(cards.collect::<Vec<_>>())
    };
    let hint = el("p").class("hint").child(words.practice.hint);
    div("stack tight")
        .child(chips(group, options, move |value| chosen.see().iter().any(|held| held == value), toggle))
        .child(hint)
        .follow(cards)
}

fn says_more(form: &Form, at: usize) -> bool {
    let item = form.list(AT.kind, AT.field).get(at);
    matches!(item, Some(Value::Map(members)) if members.len() > 1)
}

fn card(desk: Desk, filling: Filling, at: usize, practice: &str) -> El {
    let words = &desk.words().visit_more;
    let name = match practice {
        "" => (words.practice.numbered)(at.saturating_add(1)),
        practice => desk.with_names(|names| names.of(practice)),
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
    let remove = button("icon-btn", "practice-remove", move || {
        filling.edit(|form| {
            form.remove_item(AT.kind, AT.field, at);
        });
    });
    let remove = remove.attr("aria-label", (words.remove)(&name)).child(icon(Pic::Trash));
    let fields = members.map(|member| field(desk, filling, AT, member, at));
    el("li").child(el("fieldset").class("promise stack tight").child([el("legend").child(name), remove]).child(fields))
}
