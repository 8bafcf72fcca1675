//! Deciding of what is marked, or of the open record: said first what it would change, saved as one, undone as one.

use super::{Review, keys};
use crate::app::review::{Change, MOST_AT_ONCE, Plan, plan};
use crate::record::{Choice, Kind, RecordId};
use crate::ui::browser;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::pieces::in_pieces;
use crate::ui::shared::{Derived, Shared};
use std::collections::BTreeSet;

/// What somebody is asked to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    records: Vec<RecordId>,
    change: Change,
}

const WHO_MAY_SEE: [Choice; 3] = [Choice::Internal, Choice::Shareable, Choice::Public];

/// Asks before a change is done; one may still write what it says.
pub fn ask(page: Review, records: Vec<RecordId>, change: Change) {
    page.asked.set(Some(Asked { records, change }));
    browser::reveal_soon("[data-test=review-asked]".to_owned());
}

/// What can be done with what is marked, and the question once something was chosen.
pub fn bar(page: Review) -> El {
    let count = Derived::new(move || page.marked.see().len());
    let is_asked = Derived::new(move || page.asked.see().is_some());
    div("stack tight")
        .follow(move || if count.get() > 0 && !is_asked.get() { Some(offers(page, count.get())) } else { None })
        .follow(move || page.asked.get().map(|asked| question(page, asked)))
}

fn offers(page: Review, count: usize) -> El {
    let words = page.desk.words().review();
    let kind = page.kind_now();
    let marked = move || page.marked.peek().iter().cloned().collect::<Vec<_>>();
    let offer = |test: &'static str, text: &'static str, change: Change| {
        let of_kind = change.is_of(kind) && count <= MOST_AT_ONCE;
        of_kind.then(|| button("btn quiet", test, move || ask(page, marked(), change.clone())).child(text))
    };
    let all = button("btn plain", "mark-all", move || keys::mark_all(page)).child(words.select_all);
    let none = button("btn plain", "mark-none", move || page.marked.set(BTreeSet::new())).child(words.select_none);
    let told = el("b").attr("role", "status").test("review-marked").child((words.selected)(count));
    let limit = (count > MOST_AT_ONCE).then(|| el("p").class("hint").child((words.too_many)(MOST_AT_ONCE)));
    div("bar card stack tight").test("review-bar").child(div("line").child([told, all, none])).child(limit).child(
        div("line")
            .child(offer("many-reviewed", words.reviewed, Change::Reviewed))
            .child(offer("many-back", words.send_back, Change::Return(String::new())))
            .child(offer("many-who", words.who_may_see, Change::Confidentiality(Choice::Shareable)))
            .child(offer("many-give", words.give_to, Change::Responsible(String::new())))
            .child(offer("many-due", words.due_on, Change::Due(page.desk.today())))
            .child(offer("many-bin", words.bin, Change::Bin)),
    )
}

fn question(page: Review, asked: Asked) -> El {
    let desk = page.desk;
    let words = desk.words().review();
    let change = Shared::new(Some(asked.change.clone()));
    let worked_out: Shared<Option<Plan>> = Shared::new(None);
    let turn = Shared::new(0_u32);
    let records = asked.records.clone();
    // Worked out in pieces, anew for each other answer.
    let work = move || {
        let (notebook, records, wanted) = (desk.notebook.see(), records.clone(), change.get());
        let this = turn.peek_value().wrapping_add(1);
        turn.set(this);
        worked_out.set(None);
        leptos::task::spawn_local(async move {
            browser::breathe().await;
            let goes_on = |_| !turn.is_gone() && turn.peek_value() == this;
            let Some(wanted) = wanted else { return };
            let done = in_pieces(plan(&notebook, &records, &wanted), 5, goes_on).await;
            if goes_on(0) {
                worked_out.set(done);
            }
        });
    };
    let is_whole = Derived::new(move || change.see().as_ref().as_ref().is_some_and(Change::is_whole));
    let told = move || {
        if !is_whole.get() {
            return None;
        }
        let text = match worked_out.see().as_ref() {
            None => words.working.to_owned(),
            Some(plan) => {
                let only = plan.cannot > 0 && plan.of == 1 && change.peek().as_ref() == &Some(Change::Reviewed);
                if only {
                    words.cannot_review.to_owned()
                } else {
                    (words.would_change)(plan.changed, plan.of, plan.already, plan.cannot)
                }
            }
        };
        Some(el("p").attr("role", "status").test("review-plan").child(el("b").child(text)))
    };
    let can = Derived::new(move || worked_out.see().as_ref().as_ref().is_some_and(|plan| plan.changed > 0));
    let press = move || {
        let Some(plan) = worked_out.peek_value().filter(|plan| plan.changed > 0) else { return };
        let said = match change.peek_value() {
            Some(Change::Reviewed) => words.said_reviewed,
            Some(Change::Return(_)) => words.said_returned,
            _ => words.said_changed,
        };
        desk.change_then(
            said,
            |_| plan.drafts,
            move || {
                page.asked.set(None);
                page.marked.set(BTreeSet::new());
            },
        );
    };
    let yes = button("btn", "review-do", press).is("disabled", move || !can.get()).child(words.do_it);
    let no = button("btn plain", "review-cancel", move || page.asked.set(None)).child(desk.words().common.cancel);
    el("section")
        .class("note calm asked")
        .attr("aria-label", words.title)
        .test("review-asked")
        .child(icon(Pic::Info))
        .child(div("grow stack tight").child(answer(page, change, &asked.change)).follow(told).follow(work))
        .child(div("line").child([yes, no]))
}

/// What somebody still has to say: a reason, a name, a day, who may see it.
fn answer(page: Review, change: Shared<Option<Change>>, first: &Change) -> Option<El> {
    let desk = page.desk;
    let words = desk.words().review();
    let field = |label: &'static str, input: El| {
        let input = input.class("input").attr("id", "review-answer").test("review-answer");
        div("field").child(el("label").attr("for", "review-answer").child(label)).child(input)
    };
    Some(match first {
        Change::Return(_) => {
            let input = el("textarea").attr("rows", "3").on_input(move |typed| change.set(Some(Change::Return(typed))));
            field(words.reason, input).child(el("p").class("hint").child(words.reason_hint))
        }
        Change::Responsible(_) => {
            let input = el("input").on_input(move |typed| change.set(Some(Change::Responsible(typed))));
            field(words.new_value, input)
        }
        Change::Due(day) => {
            let input = el("input").attr("type", "date").attr("value", day.clone());
            field(words.new_value, input.on_input(move |day| change.set(Some(Change::Due(day)))))
        }
        Change::Confidentiality(_) => {
            let chip = |choice: Choice| Chip {
                value: choice.name().to_owned(),
                label: (desk.words().labels.choice)(choice).to_owned(),
            };
            let options: Vec<Chip> = WHO_MAY_SEE.into_iter().map(chip).collect();
            let group = Group { name: "review-who-may".to_owned(), legend: words.who_may_see, many: false };
            let is_on = move |name: &str| match change.see().as_ref() {
                Some(Change::Confidentiality(choice)) => choice.name() == name,
                _ => false,
            };
            chips(
                group,
                move || options.clone(),
                is_on,
                move |name| {
                    change.set(Choice::from_name(&name).map(Change::Confidentiality));
                },
            )
        }
        Change::Reviewed => return None,
        Change::Bin => el("p").child((desk.words().labels.kind)(page_kind(page))),
    })
}

fn page_kind(page: Review) -> Kind {
    page.kind_now()
}
