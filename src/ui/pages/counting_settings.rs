//! Age bands and reporting periods of the whole team.

use crate::app::Route;
use crate::app::counting_settings::{CountingSettings, SettingFault};
use crate::record::Field;
use crate::record::bands::BandFault;
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::form_frame::back_to;
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::{store_error, why};
use crate::ui::shared::{Derived, Shared};

#[derive(Clone, Copy)]
struct Page {
    desk: Desk,
    typed: Shared<CountingSettings>,
    /// Counts up when a line comes or goes: only then are the fields drawn anew.
    lines: Shared<u32>,
    /// Whether Save was pressed: before that nobody is told what is still missing.
    was_tried: Shared<bool>,
}

/// Which of the two lists.
type Which = fn(&mut CountingSettings) -> &mut Vec<[String; 2]>;

pub fn counting_settings(desk: Desk) -> [El; 2] {
    let words = desk.words().figures();
    let typed = CountingSettings::of(&desk.notebook.peek());
    let page = Page { desk, typed: Shared::new(typed), lines: Shared::new(0), was_tried: Shared::new(false) };
    let fault = Derived::new(move || {
        let typed = page.typed.see();
        match (typed.age_bands(), typed.reporting_periods()) {
            _ if !page.was_tried.get() => None,
            (Err(fault), _) => Some(SettingFault::Bands(fault)),
            (_, None) => Some(SettingFault::Period),
            _ => None,
        }
    });
    let told = move |is_band: bool| {
        let reason = match fault.get()? {
            SettingFault::Bands(BandFault::Number) => words.fault_number,
            SettingFault::Bands(BandFault::Bounds) => words.fault_bounds,
            SettingFault::Bands(BandFault::Overlap) => words.fault_overlap,
            SettingFault::Period => words.fault_period,
        };
        let is_of_bands = fault.get() != Some(SettingFault::Period);
        (is_of_bands == is_band).then(|| why("setting-fault", reason))
    };
    let title = div("grow").child(el("h1").attr("tabindex", "-1").child(words.settings));
    let head = div("head").child([back_to(desk, &Route::Figures), title]);
    let short = desk.words().labels.field;
    let bands = page.list(
        "bands",
        [words.bands, words.bands_hint],
        [words.from_age, words.to_age],
        |typed| &mut typed.bands,
        words.add_band,
    );
    let periods = page.list(
        "periods",
        [words.periods, words.periods_hint],
        [short(Field::StartsOn), short(Field::EndsOn)],
        |typed| &mut typed.periods,
        words.add_period,
    );
    let save = el("button").class("btn").attr("type", "submit").test("save-settings").child(desk.words().common.save);
    let form = el("form")
        .class("stack")
        .attr("novalidate", "")
        .test("counting-form")
        .on("submit", move |event| {
            event.prevent_default();
            page.save();
        })
        .child(el("p").class("hint").child(words.settings_hint))
        .child(bands.follow(move || told(true)))
        .child(periods.follow(move || told(false)))
        .child(div("line").child(save));
    [head, form]
}

impl Page {
    fn list(
        self,
        test: &'static str,
        [title, hint]: [&'static str; 2],
        labels: [&'static str; 2],
        which: Which,
        add: &'static str,
    ) -> El {
        let lines = move || {
            self.lines.see();
            let count = which(&mut self.typed.peek_value()).len();
            (0..count).map(|at| self.line(test, at, labels, which)).collect::<Vec<_>>()
        };
        let press = move || {
            self.typed.update(|typed| which(typed).push(Default::default()));
            self.lines.update(|lines| *lines = lines.wrapping_add(1));
        };
        let add = button("btn quiet", if test == "bands" { "add-bands" } else { "add-periods" }, press)
            .child(icon(Pic::Plus))
            .child(add);
        el("section")
            .class("card stack tight")
            .test(test)
            .attr("aria-label", title)
            .child([el("h2").child(title), el("p").class("hint").child(hint)])
            .child(div("stack tight").follow(lines))
            .child(div("line").child(add))
    }

    /// From and to, and the way to take the line out.
    fn line(self, test: &'static str, at: usize, labels: [&'static str; 2], which: Which) -> El {
        let words = self.desk.words().figures();
        let is_day = test == "periods";
        let field = |side: usize, label: &'static str| {
            let id = [test, "-", &at.to_string(), if side == 0 { "-from" } else { "-to" }].concat();
            let text = which(&mut self.typed.peek_value()).get(at).and_then(|pair| pair.get(side).cloned());
            let input = el("input")
                .class("input")
                .attr("id", id.clone())
                .attr("type", if is_day { "date" } else { "text" })
                .attr("value", text.unwrap_or_default())
                .attr("autocomplete", "off")
                .test(id.clone())
                .on_input(move |typed| {
                    self.typed.update(|settings| {
                        if let Some(text) = which(settings).get_mut(at).and_then(|pair| pair.get_mut(side)) {
                            *text = typed;
                        }
                    });
                });
            let input = if is_day { input } else { input.attr("inputmode", "numeric") };
            let input = if side == 1 && !is_day { input.attr("placeholder", words.and_older) } else { input };
            div("field").child(el("label").attr("for", id).child(label)).child(input)
        };
        let remove = move || {
            self.typed.update(|typed| {
                let list = which(typed);
                if at < list.len() {
                    list.remove(at);
                }
            });
            self.lines.update(|lines| *lines = lines.wrapping_add(1));
        };
        let [from, to] = labels;
        let pair = which(&mut self.typed.peek_value()).get(at).cloned().unwrap_or_default();
        let remove = button("icon-btn", "remove-line", remove)
            .attr("aria-label", (words.remove)(&pair.join("–")))
            .child(icon(Pic::Trash));
        let line = if is_day { "pair ends days" } else { "pair ends" };
        div(line).child([field(0, from), field(1, to), remove])
    }

    fn save(self) {
        self.was_tried.set(true);
        let draft = self.typed.peek().draft(&self.desk.notebook.peek());
        let Ok(draft) = draft else { return };
        let desk = self.desk;
        leptos::task::spawn_local(async move {
            match desk.save(vec![draft]).await {
                Ok(()) => {
                    desk.say(desk.words().figures().settings_saved);
                    browser::go_instead(&Route::Figures.hash());
                }
                Err(error) => desk.say(store_error(desk, &error).text()),
            }
        });
    }
}
