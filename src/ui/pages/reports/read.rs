//! A report, read: all of it as it will be handed in, what is missing, what stays out and why; printing and saving it.

use super::super::files::late_notes_of;
use super::drawn::{blocks, to_record};
use super::filled;
use super::handing::{Form, hand};
use crate::app::Route;
use crate::i18n::Trouble;
use crate::record::RecordId;
use crate::report::document::{Document, Lack, Lacking, Section};
use crate::report::fill::{Asked, Audience};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::pages::bin::put;
use crate::ui::pages::record::not_here;
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::alert;
use crate::ui::shared::{Derived, Shared};

/// How many of what is missing, or stays out, are listed.
const LISTED: usize = 30;

pub fn read(desk: Desk, report: RecordId) -> [El; 2] {
    let audience = Shared::new(Audience::Team);
    let asked = {
        let report = report.clone();
        Derived::new(move || {
            let asked = Asked::of_record(&desk.notebook.see().log, &report, &desk.today());
            Asked { audience: audience.get(), ..asked }
        })
    };
    let (maker, document) = filled(desk, asked);
    let is_here = {
        let report = report.clone();
        move || desk.notebook.see().log.record(&report).is_some_and(|view| !view.is_binned())
    };
    let head = {
        let report = report.clone();
        move || is_here().then(|| head(desk, &report, document))
    };
    let body = move || {
        if desk.notebook.see().log.record(&report).is_none_or(|view| view.is_binned()) {
            return vec![not_here(desk)];
        }
        match &*document.see() {
            None => vec![el("p").class("stone").attr("role", "status").child(desk.words().reports().making)],
            Some(document) => vec![
                hands(desk, asked, audience),
                div("cols").child([paper(desk, document), beside(desk, document)]),
                el("p").class("line").child(put(desk, report.clone())),
            ],
        }
    };
    [div("stack").child(maker).follow(head), div("stack").test("report").follow(body)]
}

fn head(desk: Desk, report: &RecordId, document: Shared<Option<Document>>) -> El {
    let words = desk.words().reports();
    let title = move || document.see().as_ref().as_ref().map(|document| document.title.clone()).unwrap_or_default();
    let heading = div("grow")
        .child(el("p").class("stone small").child(desk.words().nav.report))
        .child(el("h1").attr("tabindex", "-1").test("record-title").follow(title));
    let edit = link("btn quiet", "edit", Route::Edit(report.clone()).hash()).child(icon(Pic::Edit)).child(words.write);
    div("stack tight")
        .child(div("head").child([back_to(desk, &Route::Reports), heading]).child(edit))
        .child(late_notes_of(desk, report.clone()))
}

/// Whom it is for, and the ways to hand it out.
fn hands(desk: Desk, asked: Derived<Asked>, audience: Shared<Audience>) -> El {
    let words = desk.words().reports();
    let failure: Shared<Option<Trouble>> = Shared::new(None);
    let is_busy = Shared::new(false);
    let hand_out = move |form: Form| {
        if is_busy.peek_value() {
            return;
        }
        is_busy.set(true);
        failure.set(None);
        leptos::task::spawn_local(async move {
            browser::breathe().await;
            let ended = hand(desk, &asked.get(), form).await;
            if is_busy.is_gone() {
                return;
            }
            is_busy.set(false);
            match ended {
                Ok(()) if form != Form::Print => desk.say(words.saved),
                Ok(()) => {}
                Err(trouble) => failure.set(Some(trouble)),
            }
        });
    };
    let way = |form: Form, class: &'static str, test: &'static str, label: &'static str, pic: Pic| {
        button(class, test, move || hand_out(form)).is("disabled", move || is_busy.get()).child(icon(pic)).child(label)
    };
    let whom = [(Audience::Team, "team", words.team), (Audience::Public, "public", words.public)];
    let name =
        move |audience: Audience| whom.iter().find(|(one, _, _)| *one == audience).map_or("", |(_, name, _)| *name);
    let chosen = chips(
        Group { name: "report-for".to_owned(), legend: words.whom, many: false },
        move || {
            whom.iter().map(|(_, name, label)| Chip { value: (*name).to_owned(), label: (*label).to_owned() }).collect()
        },
        move |value| name(audience.get()) == value,
        move |value| audience.set(if value == "public" { Audience::Public } else { Audience::Team }),
    );
    let hint = move || {
        (audience.get() == Audience::Public).then(|| el("p").class("hint").test("public-hint").child(words.public_hint))
    };
    let trouble = move || failure.get().map(|trouble| alert("report-failed", trouble));
    el("section").class("card stack").attr("aria-label", words.whom).child(chosen).follow(hint).follow(trouble).child(
        div("line")
            .child(way(Form::Print, "btn", "report-print", words.print, Pic::Report))
            .child(way(Form::Word, "btn quiet", "report-docx", words.save_word, Pic::SaveFile))
            .child(way(Form::Html, "btn quiet", "report-html", words.save_html, Pic::SaveFile))
            .child(way(Form::Markdown, "btn quiet", "report-md", words.save_markdown, Pic::SaveFile)),
    )
}

/// The report as it will be handed in, in its own language.
fn paper(desk: Desk, document: &Document) -> El {
    let section = |section: &Section| {
        let written: Vec<El> = section.written.iter().map(|line| el("p").child(line.clone())).collect();
        el("section").child(el("h2").child(section.title)).child(written).child(blocks(desk, &section.filled))
    };
    let about = el("p").class("stone").child(document.about.join(" · "));
    let sections: Vec<El> = document.sections.iter().map(section).collect();
    let closing: Vec<El> = document.closing.iter().map(|line| el("p").class("hint").child(line.clone())).collect();
    el("article").class("card paper").attr("lang", document.lang.code()).child(about).child(sections).child(closing)
}

/// What is missing, and what stays out.
fn beside(desk: Desk, document: &Document) -> El {
    let words = desk.words().reports();
    let lack = |lack: &Lack| {
        let told = match lack.what {
            Lacking::Field(field) => (desk.words().labels.short)(field),
            Lacking::PhotoConsent => words.no_consent,
            Lacking::PhotoCaption => words.no_caption,
            Lacking::Target => words.no_target,
            Lacking::Total => words.no_total,
        };
        el("li").test("lack").child(el("b").child(told)).child(el("br")).child(to_record(desk, &lack.record))
    };
    let lacks: Vec<El> = document.lacks.iter().take(LISTED).map(lack).collect();
    let nothing = lacks.is_empty().then(|| el("p").class("hint").child(words.nothing_missing));
    let missing = el("section")
        .class("card")
        .attr("aria-labelledby", "lacks")
        .test("lacks")
        .child(el("h2").attr("id", "lacks").child(words.missing))
        .child(nothing)
        .child((!lacks.is_empty()).then(|| el("ul").class("sources").child(lacks)))
        .child(more(desk, document.lacks.len()));
    let out = |(record, why): &(RecordId, crate::insight::ready::WhyNot)| {
        el("li").test("left-out").child(to_record(desk, record)).child(": ").child((words.why_not)(*why))
    };
    let left_out: Vec<El> = document.left_out.iter().take(LISTED).map(out).collect();
    let review = link("btn quiet", "to-review", Route::Review.hash()).child(icon(Pic::Table)).child(words.to_review);
    let left_out = (!left_out.is_empty()).then(|| {
        el("section")
            .class("card")
            .attr("aria-labelledby", "left-out")
            .child(el("h2").attr("id", "left-out").child(words.left_out))
            .child(el("p").class("hint").child(words.left_out_hint))
            .child(el("ul").class("sources").child(left_out))
            .child(more(desk, document.left_out.len()))
            .child(review)
    });
    div("stack").child(missing).child(left_out)
}

/// How many there are beside those that are listed.
fn more(desk: Desk, all: usize) -> Option<El> {
    let more = all.checked_sub(LISTED).filter(|more| *more > 0)?;
    Some(el("p").class("hint").test("more").child((desk.words().reports().and_more)(more)))
}
