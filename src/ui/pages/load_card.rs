//! Where files come in: chosen or dropped.

use super::exchange::card;
use super::loading::{Load, read_files};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Shared;
use wasm_bindgen::JsCast;
use web_sys::{Event, File};

/// Where the hidden file field is found.
const FILE_INPUT: &str = "#file-input";

pub fn load_card(desk: Desk, load: Load) -> El {
    let words = desk.words().exchange();
    let is_over = Shared::new(false);
    let take = move |files: Vec<File>| {
        if !files.is_empty() && !desk.is_example.peek_value() {
            leptos::task::spawn_local(read_files(desk, load, files, false));
        }
    };
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
    card("load", words.load_title).child([zone, el("p").class("hint").child(words.load_hint)])
}
