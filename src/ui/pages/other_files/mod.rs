//! Files for others: spreadsheets, open data. For whom, in which form and language; what is in it and what is not; saving it.

mod saving;
mod told;

use self::saving::{Ended, Work, result, save};
use self::told::{Told, told};
use super::exchange::card;
use crate::app::Route;
use crate::i18n::Lang;
use crate::record::Kind;
use crate::report::csv::Separator;
use crate::report::others::Format;
use crate::report::sheets::Audience;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;

/// What is chosen, each by its name in the markup.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chosen {
    audience: Audience,
    format: Format,
    lang: Lang,
}

impl Default for Chosen {
    fn default() -> Self {
        Chosen { audience: Audience::Team, format: Format::Xlsx, lang: Lang::default() }
    }
}

/// What the page is about, as cheap to copy as a number.
#[derive(Clone, Copy)]
struct Page {
    desk: Desk,
    chosen: Shared<Chosen>,
    told: Shared<Option<Told>>,
    /// Which looking through is the last one.
    turn: Shared<u32>,
    work: Shared<Work>,
    ended: Shared<Ended>,
}

pub fn other_files(desk: Desk) -> [El; 2] {
    let words = desk.words().other_files();
    let title = el("h1").attr("tabindex", "-1").child(words.title);
    let title = div("grow").child(title).child(el("p").class("stone").child(words.lead));
    let head = div("head").child([back_to(desk, &Route::Reports), title]);
    let page = Page {
        desk,
        chosen: Shared::new(Chosen { lang: desk.lang.get(), ..Chosen::default() }),
        told: Shared::new(None),
        turn: Shared::new(0),
        work: Shared::new(Work::default()),
        ended: Shared::new(Ended::default()),
    };
    // Whenever the notebook or the choice changes, what the file would hold is looked at again.
    let reader = div("").attr("hidden", "").follow(move || {
        desk.notebook.see();
        told(page, page.chosen.see().audience);
    });
    let body = move || {
        let log = &desk.notebook.see().log;
        let is_empty = log.records_of(Kind::Visit).next().is_none() && log.records_of(Kind::Session).next().is_none();
        if is_empty { vec![empty(desk)] } else { vec![page.choices(), page.way_out()] }
    };
    [head, div("stack").test("other-files").child(reader).child(div("stack").follow(body))]
}

/// The way here from another page.
pub fn way(desk: Desk) -> El {
    let words = desk.words().other_files();
    let text = el("span").class("grow").child([el("b").child(words.way), el("small").child(words.way_hint)]);
    link("row card", "to-other-files", Route::OtherFiles.hash()).child(icon(Pic::SaveFile)).child(text)
}

fn empty(desk: Desk) -> El {
    let words = desk.words().other_files();
    let new = link("btn", "new-visit", Route::NewVisit.hash()).child(icon(Pic::Plus));
    el("section")
        .class("card empty")
        .test("no-other-files")
        .child(icon(Pic::SaveFile))
        .child(el("h2").child(words.empty))
        .child(el("p").child(words.empty_hint))
        .child(new.child(desk.words().today.new_visit))
}

fn hint(text: impl Into<String>) -> El {
    el("p").class("hint").child(text.into())
}

fn chip(value: &str, label: &str) -> Chip {
    Chip { value: value.to_owned(), label: label.to_owned() }
}

fn group(name: &str, legend: &'static str) -> Group {
    Group { name: name.to_owned(), legend, many: false }
}

impl Page {
    fn choose(self, change: impl FnOnce(&mut Chosen)) {
        self.chosen.update(change);
        self.ended.set(Ended::default());
    }

    fn choices(self) -> El {
        let words = self.desk.words().other_files();
        let for_whom = chips(
            group("for", words.for_whom),
            move || vec![chip("team", words.team), chip("public", words.public)],
            move |value| (value == "public") == (self.chosen.see().audience == Audience::Public),
            move |value| {
                let audience = if value == "public" { Audience::Public } else { Audience::Team };
                self.choose(|chosen| chosen.audience = audience);
            },
        );
        let format = chips(
            group("format", words.format),
            move || {
                let formats =
                    [("xlsx", words.xlsx), ("csv", words.csv), ("hxl", words.hxl), ("geojson", words.geojson)];
                formats.map(|(value, label)| chip(value, label)).to_vec()
            },
            move |value| value == name(self.chosen.see().format),
            move |value| self.choose(|chosen| chosen.format = format_of(&value, chosen.lang)),
        );
        let language = chips(
            group("file-language", words.language),
            || Lang::ALL.iter().map(|lang| chip(lang.code(), lang.name())).collect(),
            move |value| value == self.chosen.see().lang.code(),
            move |value| {
                self.choose(|chosen| {
                    chosen.lang = Lang::from_code(&value);
                    // Its spreadsheets expect another sign.
                    chosen.format = format_of(name(chosen.format), chosen.lang);
                });
            },
        );
        card("other-files", words.holds).child([
            div("stack tight").child(for_whom).child(div("stack tight").follow(move || self.holds())),
            div("stack tight").child(format).child(div("stack tight").follow(move || self.about_format())),
            language,
            div("stack tight").follow(move || self.separator()),
        ])
    }

    /// What is in the file, and what is left out of it.
    fn holds(self) -> Vec<El> {
        let words = self.desk.words().other_files();
        let audience = self.chosen.see().audience;
        let (holds, without) = match audience {
            Audience::Team => (words.team_holds, words.team_without),
            Audience::Public => (words.public_holds, words.public_without),
        };
        let told = self.told.see();
        let told = told.as_ref().as_ref().filter(|told| told.audience == audience);
        let mut lines = vec![el("p").child(holds)];
        let now = match told {
            Some(told) => (words.holds_now)(told.visits, told.sessions),
            None => words.looking.to_owned(),
        };
        lines.push(el("p").test("holds-now").attr("role", "status").child(el("b").child(now)));
        lines.push(hint([words.left_out, ": ", without].concat()).test("left-out"));
        if let Some(told) = told.filter(|_| audience == Audience::Public) {
            let some = |count: usize, say: fn(usize) -> String| (count > 0).then(|| hint(say(count)));
            let counts = [
                some(told.visits_kept, words.visits_kept),
                some(told.quotes_kept, words.quotes_kept),
                some(told.blotted, words.blotted),
            ];
            lines.extend(counts.into_iter().flatten());
            lines.push(hint(words.small_groups_hint));
        }
        lines
    }

    fn about_format(self) -> El {
        let words = self.desk.words().other_files();
        hint(match self.chosen.see().format {
            Format::Xlsx => words.xlsx_hint,
            Format::Csv(_) => words.csv_hint,
            Format::Hxl => words.hxl_hint,
            Format::GeoJson => words.geojson_hint,
        })
    }

    /// Only tables without hashtags have a choice of it.
    fn separator(self) -> Option<El> {
        let words = self.desk.words().other_files();
        let Format::Csv(_) = self.chosen.see().format else { return None };
        let is = move |value: &str| match self.chosen.see().format {
            Format::Csv(Separator::Comma) => value == "comma",
            _ => value == "semicolon",
        };
        let choose = move |value: String| {
            let separator = if value == "comma" { Separator::Comma } else { Separator::Semicolon };
            self.choose(|chosen| chosen.format = Format::Csv(separator));
        };
        let options = move || vec![chip("semicolon", words.semicolon), chip("comma", words.comma)];
        Some(chips(group("separator", words.separator), options, is, choose))
    }

    /// The button, how far it is, and how it ended.
    fn way_out(self) -> El {
        let words = self.desk.words().other_files();
        let is_busy = move || self.work.see().is_busy;
        let button_save = button("btn full", "save-other-file", move || save(self))
            .is("disabled", is_busy)
            .child(icon(Pic::SaveFile))
            .child(words.save);
        let working = move || {
            let work = self.work.get();
            work.is_busy.then(|| {
                let stop = button("btn quiet", "stop-other-file", move || self.work.update(Work::stop));
                let line = el("p").attr("role", "status").test("making-file").child((words.working)(work.done));
                div("stack tight").child([line, stop.child(words.cancel)])
            })
        };
        div("stack").child(button_save).child([div("stack").follow(working), div("stack").follow(move || result(self))])
    }
}

fn name(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "xlsx",
        Format::Csv(_) => "csv",
        Format::Hxl => "hxl",
        Format::GeoJson => "geojson",
    }
}

fn format_of(name: &str, lang: Lang) -> Format {
    match name {
        "csv" => Format::Csv(Separator::of(lang)),
        "hxl" => Format::Hxl,
        "geojson" => Format::GeoJson,
        _ => Format::Xlsx,
    }
}
