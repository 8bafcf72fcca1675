//! A report, written: what it is about, and under each heading what the records say beside the text of a person. It is a form
//! like any other: kept at every key press, saved as a change.

use super::drawn::blocks;
use super::filled;
use crate::app::Route;
use crate::app::reports::{choices, new_report};
use crate::i18n::Lang;
use crate::record::template::{Heading, Template};
use crate::record::{Field, Kind, RecordId};
use crate::report::document::Document;
use crate::report::fill::Asked;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, div, el};
use crate::ui::pages::record::not_here;
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::fields::{At, day, hint_line, line, lines};
use crate::ui::parts::form_frame::{discard, foot, head};
use crate::ui::parts::select::select;
use crate::ui::shared::{Derived, Shared};

const KIND: Kind = Kind::Report;

fn at(field: Field) -> At {
    At { kind: KIND, field }
}

pub fn write(desk: Desk, report: Option<RecordId>) -> El {
    let form = match &report {
        Some(report) => super::super::form_of(desk, report),
        None => desk.new_record(KIND).map(|record| new_report(record, desk.lang.get())),
    };
    let Some(form) = form else { return not_here(desk) };
    let back = report.map_or(Route::Reports, Route::Record);
    form_page(desk, Filling::open(desk, form), back)
}

fn form_page(desk: Desk, filling: Filling, back: Route) -> El {
    let words = desk.words().reports();
    // What it is about, apart from its texts: only when this changes, the records are asked anew.
    let asked = Derived::new(move || {
        let form = filling.form.see();
        let asked = form.fields_of(KIND).map(|fields| Asked::of_fields(fields, &desk.today()));
        asked.unwrap_or_default()
    });
    let (maker, document) = filled(desk, asked);
    let template = Derived::new(move || asked.see().template);
    let headings = move || {
        let headings = template.get().headings();
        headings.iter().map(|heading| one(desk, filling, document, *heading)).collect::<Vec<_>>()
    };
    el("form")
        .class("main-form report-form")
        .attr("novalidate", "")
        .test("report-form")
        .on("submit", move |event| filling.submit(&event))
        .child(head(desk, filling, &back, if form_is_new(filling) { words.new } else { desk.words().nav.report }))
        .child(maker)
        .child(about(desk, filling, template))
        .child(div("stack").follow(headings))
        .child(discard(desk, filling, back))
        .child(foot(desk, filling, (), |_| ()))
}

fn form_is_new(filling: Filling) -> bool {
    filling.form.peek().summary().is_none_or(|form| form.is_new)
}

/// Template, language, exchange or visit, and days.
fn about(desk: Desk, filling: Filling, template: Derived<Template>) -> El {
    let words = desk.words().reports();
    let pick = move |field: Field, legend: &'static str, options: Vec<Chip>| {
        chips(
            Group { name: at(field).id(), legend, many: false },
            move || options.clone(),
            move |value| filling.form.see().text(KIND, field) == value,
            move |value| filling.set_text(KIND, field, value),
        )
    };
    let templates = Template::ALL
        .iter()
        .map(|(template, name)| Chip { value: (*name).to_owned(), label: (words.template)(*template).to_owned() });
    let languages = Lang::ALL.iter().map(|lang| Chip { value: lang.code().to_owned(), label: lang.name().to_owned() });
    let which = move || {
        let (field, kind, label, any) = match template.get() {
            Template::Visit => (Field::Visit, Kind::Visit, words.which_visit, "—"),
            Template::Exchange => (Field::Exchange, Kind::Exchange, words.which_exchange, words.only_one),
        };
        let values = desk.with_names(|names| choices(names, kind));
        let chosen = filling.form.peek().text(KIND, field).to_owned();
        select(at(field).id(), label, Some(any), values, &chosen, move |value| filling.set_text(KIND, field, value))
    };
    let label = move |field| (desk.words().labels.field)(field);
    let days = move || {
        (template.get() == Template::Exchange).then(|| {
            let pair = div("pair").child(day(filling, at(Field::StartsOn), label(Field::StartsOn))).child(day(
                filling,
                at(Field::EndsOn),
                label(Field::EndsOn),
            ));
            el("fieldset")
                .class("field")
                .child(el("legend").child(words.period))
                .child(pair)
                .child(hint_line(words.period_hint))
        })
    };
    el("section")
        .class("card stack")
        .attr("aria-label", words.which_template)
        .child(line(filling, at(Field::Title), (desk.words().labels.field)(Field::Title), ""))
        .child(pick(Field::Template, words.which_template, templates.collect()))
        .child(pick(Field::Language, words.language, languages.collect()))
        .child(div("stack").follow(which))
        .child(div("stack").follow(days))
}

/// A heading: what the records say, and beside it the text of a person.
fn one(desk: Desk, filling: Filling, document: Shared<Option<Document>>, heading: Heading) -> El {
    let words = desk.words().reports();
    let field = heading.field();
    let title = move || {
        let lang = Lang::from_code(filling.form.see().text(KIND, Field::Language));
        (lang.words().document().heading)(heading)
    };
    let filled = move || match &*document.see() {
        None => vec![el("p").class("hint").child(words.making)],
        Some(document) => {
            let section = document.sections.iter().find(|section| section.heading == heading);
            blocks(desk, section.map(|section| section.filled.as_slice()).unwrap_or_default())
        }
    };
    let id = at(field).id();
    let left =
        el("div").class("stack tight paper").child(el("p").class("label").child(words.from_records)).follow(filled);
    let right = lines(filling, at(field), words.your_text, words.your_text_hint);
    el("section")
        .class("card")
        .attr("aria-labelledby", [&id, "-title"].concat())
        .child(el("h2").attr("id", [&id, "-title"].concat()).follow(title))
        .child(div("cols").child([left, right]))
}
