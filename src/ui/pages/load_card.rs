//! Where files come in: chosen or dropped.

use super::exchange::card_with_help;
use super::folder::watched;
use super::loading::{Load, Source};
use super::ways_in::paste_button;
use crate::i18n::Topic;
use crate::ui::browser;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;
use wasm_bindgen::JsCast;
use web_sys::{Event, File};

/// Where the hidden file field is found.
const FILE_INPUT: &str = "#file-input";

pub fn load_card(load: Load) -> El {
    let desk = load.desk;
    let words = desk.words().exchange();
    let is_over = Shared::new(false);
    let take = move |files: Vec<File>| load.take(files, Source::Chosen);
    let dropped = move |event: Event| {
        event.prevent_default();
        is_over.set(false);
        let transfer = event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer);
        take(browser::files(transfer.and_then(|transfer| transfer.files())));
    };
    let over = move |event: Event| {
        event.prevent_default();
        is_over.set(true);
    };
    let choose = button("btn quiet full", "load-files", || browser::press(FILE_INPUT))
        .is("disabled", move || desk.is_example.get())
        .child(words.choose_files);
    // No filter on names: several phones would grey the files out.
    let input = el("input")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("hidden", "")
        .attr("id", FILE_INPUT.trim_start_matches('#'))
        .test("file-input")
        .on("change", move |event| take(browser::take_files(&event)));
    let drag = move || if is_over.get() { words.drop_here } else { words.drag_here };
    let told = el("p").child(el("span").class("only-wide").follow(drag).child(" ")).child(words.several);
    let zone = div("drop")
        .class_when("over", move || is_over.get())
        .test("drop-zone")
        .on("dragover", over)
        .on("dragleave", move |_| is_over.set(false))
        .on("drop", dropped)
        .child(icon(Pic::LoadFile))
        .child([told, choose, input]);
    let ways = card_with_help(desk, "load", words.load_title, Topic::Loading)
        .child(zone)
        .child(paste_button(load))
        .child(watched(load));
    ways.child(el("p").class("hint").child(words.load_hint))
}
