//! The note of a visit: what is needed on one screen, in the order in which one thinks of it standing up.

use super::files::{late_more, late_photos, late_returned_of};
use crate::app::hints::Hint;
use crate::app::recent::by_use;
use crate::app::{Form, Route};
use crate::i18n::Topic;
use crate::record::{Choice, Field, Kind, RecordId};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::again::again;
use crate::ui::parts::fields::{At, day, lines};
use crate::ui::parts::form_frame::{choice_chips, discard, foot, head, term_chips};
use crate::ui::parts::hint::{hint, how};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::organisation::organisation;
use crate::ui::parts::place::{community, municipality};
use crate::ui::parts::promises;
use crate::ui::parts::trouble::why;
use crate::ui::shared::Derived;

const TYPES: [Choice; 7] = [
    Choice::SiteVisit,
    Choice::Workshop,
    Choice::Meeting,
    Choice::MarketOrFair,
    Choice::FollowUp,
    Choice::PeerReview,
    Choice::Other,
];

const WHO_MAY_SEE: [Choice; 3] = [Choice::Internal, Choice::Shareable, Choice::Public];

pub fn visit_form(desk: Desk, form: Form) -> El {
    let words = desk.words().visit();
    let is_new = form.summary().is_none_or(|form| form.is_new);
    let back = match form.key() {
        Some(key) if !is_new => Route::Record(key.clone()),
        _ => Route::Visits,
    };
    let returned = form.key().and_then(|key| late_returned_of(desk, key));
    let filling = Filling::open(desk, form);
    let at = |field| At { kind: Kind::Visit, field };
    let label = |field| (desk.words().labels.field)(field);
    // In the order of their last use when the form was opened; chips do not move under the thumb.
    let types = by_use(&desk.notebook.peek().log, Field::VisitType, &TYPES);
    let dates = div("pair").child(day(filling, at(Field::StartsOn), label(Field::StartsOn))).child(day(
        filling,
        at(Field::EndsOn),
        label(Field::EndsOn),
    ));
    let where_and_who = part("where", words.part_where).child([
        municipality(desk, filling, Kind::Visit),
        community(desk, filling, Kind::Visit),
        organisation(desk, filling, "host", Kind::Visit, Field::HostOrganisation),
        promises::notice(desk, filling),
        dates.follow(move || ends_too_early(desk, filling)),
        choice_chips(desk, filling, at(Field::VisitType), types),
    ]);
    let what = part("what", words.part_what).child([
        term_chips(desk, filling, at(Field::ProductionAreas), Choice::ProductionArea),
        term_chips(desk, filling, at(Field::Themes), Choice::Theme),
        lines(filling, at(Field::Purpose), label(Field::Purpose), words.purpose_hint),
        lines(filling, at(Field::Observations), label(Field::Observations), words.observations_hint),
    ]);
    let privacy = part("privacy", words.part_privacy)
        .child(choice_chips(desk, filling, at(Field::Confidentiality), WHO_MAY_SEE.to_vec()))
        .child(el("p").class("hint").child(words.confidentiality_hint));
    let title = if is_new { words.title_new } else { words.title };
    let left = div("stack").child(where_and_who);
    let right = div("stack").child([what, commitments(desk, filling), late_photos(desk, filling), privacy]);
    el("form")
        .class("main-form")
        .attr("novalidate", "")
        .test("visit-form")
        .on("submit", move |event| filling.submit(&event))
        .child(head(desk, filling, &back, title).child(how(desk, Topic::FirstVisit, title)))
        .child(hint(desk, Hint::Visit))
        .child(returned)
        .child(is_new.then(|| again(desk, filling, Kind::Visit)))
        .child(div("cols even note-form").child([left, right, late_more(desk, filling)]))
        .child(discard(desk, filling, back))
        .child(foot(desk, filling, (), |_| ()))
}

/// A part of a form under its heading.
pub fn part(id: &'static str, title: &'static str) -> El {
    let title = el("h2").attr("id", id).child(title);
    el("section").class("part card").attr("aria-labelledby", id).child(title)
}

fn ends_too_early(desk: Desk, filling: Filling) -> Option<El> {
    let is_wrong = {
        let form = filling.form.see();
        let ends = form.text(Kind::Visit, Field::EndsOn);
        !ends.is_empty() && ends < form.text(Kind::Visit, Field::StartsOn)
    };
    is_wrong.then(|| why("ends-on-error", desk.words().form().ends_before_it_starts))
}

fn commitments(desk: Desk, filling: Filling) -> El {
    let words = &desk.words().commitments;
    let keys = Derived::new(move || {
        let keys = |form: &Form| -> Vec<RecordId> { form.agreements().map(|draft| draft.record.clone()).collect() };
        keys(&filling.form.see())
    });
    let list = move || {
        let keys = keys.get();
        let hint = keys.is_empty().then(|| el("p").class("hint").child(words.hint));
        let items = (1..).zip(keys).map(|(number, record)| commitment(desk, filling, number, record));
        (hint, el("ul").class("stack").child(items.collect::<Vec<_>>()))
    };
    let add = move || {
        if let Some(record) = desk.new_record(Kind::Agreement) {
            filling.edit(|form| form.add_agreement(record));
        }
    };
    part("commitments", words.title)
        .follow(list)
        .child(promises::removed(desk, filling))
        .child(button("btn quiet full", "commitment-add", add).child(icon(Pic::Plus)).child(words.add))
}

/// What, who, by when.
fn commitment(desk: Desk, filling: Filling, number: usize, record: RecordId) -> El {
    let words = &desk.words().commitments;
    let field = |input: El, field: Field, test: &'static str| {
        let id = [test, "-", &number.to_string()].concat();
        let (read, write) = (record.clone(), record.clone());
        let input = input
            .class("input")
            .attr("id", id.clone())
            .test(test)
            .value(move || filling.form.see().agreement_text(&read, field).to_owned())
            .on_input(move |typed| filling.edit(|form| form.set_agreement(&write, field, typed)));
        let label = el("label").attr("for", id).child((desk.words().labels.field)(field));
        div("field").child([label, input])
    };
    let what = field(el("textarea"), Field::What, "commitment-what");
    let who = field(el("input").attr("autocomplete", "off"), Field::Responsible, "commitment-who");
    let due = field(el("input").attr("type", "date"), Field::DueOn, "commitment-due");
    let (named, named_in_page) = (record.clone(), record.clone());
    // One that was saved before goes into the bin with Save.
    let top = button("icon-btn", "commitment-remove", move || filling.edit(|form| form.remove_agreement(&named)))
        .attr("aria-label", (desk.words().a11y.remove_commitment)(number))
        .child(icon(Pic::Trash));
    let legend = el("legend").child((words.numbered)(number));
    let fieldset = el("fieldset").class("promise stack tight");
    el("li").test(["commitment-", named_in_page.rid()].concat()).child(fieldset.child([
        legend,
        top,
        what,
        div("pair").child([who, due]),
    ]))
}
