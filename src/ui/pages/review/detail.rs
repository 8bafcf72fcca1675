//! One record beside the table, in full, with what a reviewer decides of it.

use super::{Review, many, table};
use crate::app::review::{Change, State, plan_one, row, state_of};
use crate::app::{Names, Route};
use crate::insight::ready::{WhyNot, may_enter_report};
use crate::log::RecordView;
use crate::record::{Choice, Field, Kind, RecordId};
use crate::ui::browser;
use crate::ui::browser::focus::keep_focus;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::pages::files::{late_clashes_of, late_photos_of};
use crate::ui::pages::record::{facts, recorded_by, tags, visit_facts};
use crate::ui::pages::session_facts::session_facts;
use crate::ui::parts::icon::{Pic, icon};

pub fn detail(page: Review) -> Option<El> {
    let record = page.open.get()?;
    let desk = page.desk;
    // It is drawn anew when something of it was changed; who changed it by keyboard stays there.
    keep_focus();
    desk.with_names(|names| {
        let view = names.log.record(&record).filter(|view| !view.is_binned())?;
        Some(drawn(page, names, view))
    })
}

fn drawn(page: Review, names: Names, view: RecordView) -> El {
    let (desk, record) = (page.desk, view.id().clone());
    let words = desk.words().review();
    let row = row(names, view);
    let title = row.as_ref().map(|row| table::title(page, row)).unwrap_or_default();
    let date = row.as_ref().map(|row| row.date.clone()).filter(|date| !date.is_empty());
    let heading = div("grow")
        .child(date.map(|date| el("p").class("stone small").child(names.lang.date_full(&date))))
        .child(el("h2").attr("id", "review-detail").attr("tabindex", "-1").test("review-title").child(title));
    let close = button("icon-btn", "review-close", move || page.close()).attr("aria-label", words.close);
    let fields = view.fields();
    let kind = record.kind().unwrap_or(Kind::Visit);
    let course = RecordId::parse(fields.text(Field::Course)).and_then(|course| names.log.record(&course));
    let said = match kind {
        Kind::Visit => vec![visit_facts(desk, names, view)],
        Kind::Session => session_facts(desk, names, view, course),
        _ => {
            let rows: Vec<_> = fields.0.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
            vec![facts(desk, names, &rows)]
        }
    };
    el("section")
        .class("card stack detail")
        .attr("aria-labelledby", "review-detail")
        .test("review-detail")
        .on("keydown", move |event| {
            if event_key(&event) == "Escape" {
                page.close();
            }
        })
        .child(div("head").child([heading, close.child(icon(Pic::Close))]))
        .child(el("p").class("line").child(tags(desk, &fields, view)))
        .child(standing(page, names, view))
        .child(deciding(page, view))
        .child(late_clashes_of(desk, view))
        .child(said)
        .child(matches!(kind, Kind::Visit | Kind::Session).then(|| late_photos_of(desk, record.clone())))
        .child(recorded_by(desk, names, view))
        .child(steps(page))
}

fn event_key(event: &web_sys::Event) -> String {
    use wasm_bindgen::JsCast;
    event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key).unwrap_or_default()
}

/// What a reviewer has to know of it: whether the report takes it, whether it changed since, why it was sent back.
fn standing(page: Review, names: Names, view: RecordView) -> Vec<El> {
    let words = page.desk.words().review();
    let note = |class, pic, text: &str| {
        el("p").class(class).child(icon(pic)).child(el("span").class("grow").child(text.to_owned()))
    };
    let report = match may_enter_report(names.log, view) {
        _ if view.id().kind() != Some(Kind::Visit) => None,
        Ok(()) => Some(note("note ok", Pic::Check, words.in_report)),
        Err(WhyNot::ChangedSince) => Some(note("note", Pic::Warning, words.changed_since)),
        Err(WhyNot::Internal) => Some(note("note calm", Pic::Info, words.not_shareable)),
        Err(_) => Some(note("note calm", Pic::Info, words.not_reviewed)),
    };
    let session = view.id().kind() == Some(Kind::Session) && state_of(view) == State::ChangedSince;
    let session = session.then(|| note("note", Pic::Warning, words.changed_since));
    let reason = view.fields().text(Field::ReturnedBecause).to_owned();
    let reason = (!reason.is_empty())
        .then(|| note("note", Pic::Undo, &[words.was_returned, " ", &reason].concat()).test("review-reason"));
    report.into_iter().chain(session).chain(reason).collect()
}

fn deciding(page: Review, view: RecordView) -> El {
    let desk = page.desk;
    let words = desk.words().review();
    let record = view.id().clone();
    let kind = record.kind().unwrap_or(Kind::Visit);
    let reviewed = record.clone();
    let press = move || {
        let plan = plan_one(&desk.notebook.peek(), &reviewed, &Change::Reviewed);
        if plan.changed == 0 {
            desk.say(if plan.already > 0 { words.nothing_changes } else { words.cannot_review });
        } else {
            desk.change_then(words.said_reviewed, |_| plan.drafts, || {});
        }
    };
    let is_reviewed = state_of(view) == State::Is(Choice::Reviewed);
    let can = |change: Change| change.is_of(kind);
    let yes = (can(Change::Reviewed) && !is_reviewed)
        .then(|| button("btn", "review-yes", press).child(icon(Pic::Check)).child(words.reviewed));
    let back = record.clone();
    let send_back = move || many::ask(page, vec![back.clone()], Change::Return(String::new()));
    let send_back = can(Change::Reviewed)
        .then(|| button("btn quiet", "review-back", send_back).child(icon(Pic::Undo)).child(words.send_back));
    let seen = record.clone();
    let who_may_see = move || many::ask(page, vec![seen.clone()], Change::Confidentiality(Choice::Shareable));
    let who_may_see = can(Change::Confidentiality(Choice::Public))
        .then(|| button("btn quiet", "review-who", who_may_see).child(words.who_may_see));
    // A commitment is written in the form of its visit.
    let form = crate::app::clashes::form_of(&desk.notebook.peek().log, &record);
    let edit = form
        .map(|form| link("btn quiet", "edit", form.hash()).child(icon(Pic::Edit)).child(desk.words().record().edit));
    let whole = crate::app::clashes::page_of(&desk.notebook.peek().log, &record).unwrap_or(Route::Review);
    let whole = link("btn plain", "review-page", whole.hash()).child(words.whole_page);
    div("line").child(yes).child(send_back).child(who_may_see).child(edit).child(whole)
}

/// To the records before and after it in the table.
fn steps(page: Review) -> El {
    let words = page.desk.words().review();
    let go = move |forward: bool| {
        move || {
            let at = page.at.peek_value();
            let to = if forward { at.saturating_add(1) } else { at.saturating_sub(1) };
            page.open_at(to);
            browser::focus("#review-detail");
        }
    };
    div("line")
        .child(button("btn quiet", "review-previous", go(false)).child(words.previous))
        .child(button("btn quiet", "review-next", go(true)).child(words.next))
}
