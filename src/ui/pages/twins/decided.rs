//! What was decided so far: what was joined and what was kept apart, by whom, and the way to take it back.

use super::card::name_of;
use crate::app::twice::{ask_again, take_apart};
use crate::insight::twins::{Decision, decisions};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::{Derived, Shared};

/// How many stand there before somebody asks for more.
const SHOWN: usize = 20;

pub fn decided(desk: Desk) -> El {
    let words = desk.words().twins();
    let shown = Shared::new(SHOWN);
    let all = Derived::new(move || decisions(&desk.notebook.see().log));
    div("stack").follow(move || {
        let all = all.get();
        let rows: Vec<El> = all.iter().take(shown.get()).map(|decision| row(desk, decision)).collect();
        let left = all.len().saturating_sub(rows.len());
        let more = (left > 0).then(|| {
            let press = move || shown.update(|shown| *shown = shown.saturating_add(SHOWN));
            button("btn quiet wide", "more-decided", press).child((words.more)(left))
        });
        (!rows.is_empty()).then(|| {
            el("section")
                .class("card")
                .attr("aria-labelledby", "decided")
                .test("decided")
                .child(el("h2").attr("id", "decided").child(words.decided))
                .child(el("p").class("hint").child(words.decided_hint))
                .child(el("ul").class("rows").child(rows))
                .child(more)
        })
    })
}

fn row(desk: Desk, decision: &Decision) -> El {
    let words = desk.words().twins();
    let told = desk.with_names(|names| {
        let [one, other] = [&decision.one, &decision.other].map(|record| name_of(desk, names, record));
        let what = if decision.is_joined { (words.is_same)(&one, &other) } else { (words.is_not_same)(&one, &other) };
        let by = decision.by.map(|by| [names.device(&by), names.lang.moment(&decision.at, &desk.today())].join(" · "));
        el("span").class("grow").child(el("b").child(what)).child(by.map(|by| el("small").child(by)))
    });
    let (one, other, is_joined) = (decision.one.clone(), decision.other.clone(), decision.is_joined);
    let press = move || {
        let (one, other) = (one.clone(), other.clone());
        let said = if is_joined { words.parted } else { words.asked_again };
        desk.change(said, move |notebook| match is_joined {
            true => vec![take_apart(notebook, &one)],
            false => ask_again(notebook, &one, &other),
        });
    };
    let label = if is_joined { words.part } else { words.ask_again };
    let back = button("btn quiet", "undecide", press).child(icon(Pic::Undo)).child(label);
    el("li").class("row").test("decision").child([told, back])
}
