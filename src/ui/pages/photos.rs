//! The photos of a record as it is read: small ones in a row, one at a time large, and those in the bin.

use crate::app::{Names, ShownPhoto, bin_photo, photos_of};
use crate::record::{Choice, RecordId};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::photos::progress;
use crate::ui::parts::table::tag;
use crate::ui::parts::trouble::store_error;
use crate::ui::photo::picture;
use crate::ui::shared::Shared;

/// Where the dialog is found.
const LARGE: &str = "#photo-large";

/// What is shown large: the name of the photo and what it shows.
type Opened = Option<(String, String)>;

/// The part of a page with the photos of `of`; nothing where there is none and none is on its way.
pub fn photos(desk: Desk, names: Names, of: &RecordId) -> Option<El> {
    let words = desk.words().photos();
    let all = {
        let notebook = desk.notebook.see();
        photos_of(&notebook, of)
    };
    desk.follow_photos();
    let status = progress(desk, of.clone());
    if all.is_empty() {
        return Some(status);
    }
    let opened: Shared<Opened> = Shared::new(None);
    let numbered = || (1..).zip(&all);
    let shown = numbered().filter(|(_, photo)| !photo.is_binned);
    let shown: Vec<El> = shown.map(|(number, photo)| one(desk, names, number, photo, opened)).collect();
    let binned = numbered().filter(|(_, photo)| photo.is_binned);
    let binned: Vec<El> = binned.map(|(number, photo)| in_bin(desk, number, photo)).collect();
    let bin = (!binned.is_empty()).then(|| {
        let turn = el("span").class("turn").child(icon(Pic::Chevron));
        let summary = el("summary").class("line").child((words.in_bin)(binned.len())).child(turn);
        el("details").test("photos-binned").child(summary).child(el("ul").class("rows").child(binned))
    });
    let card = el("section")
        .class("card stack")
        .attr("aria-labelledby", "photos")
        .test("photos")
        .child(el("h2").attr("id", "photos").child(words.title))
        .child((!shown.is_empty()).then(|| el("ul").class("photos").child(shown)))
        .child(status)
        .child(bin)
        .follow(move || opened.get().map(|(name, shows)| large(desk, &name, shows, opened)));
    Some(card)
}

/// What it shows, or its number where nobody wrote that.
fn shows(desk: Desk, number: usize, photo: &ShownPhoto) -> String {
    if photo.caption.is_empty() { (desk.words().record().photo_numbered)(number) } else { photo.caption.clone() }
}

fn one(desk: Desk, names: Names, number: usize, photo: &ShownPhoto, opened: Shared<Opened>) -> El {
    let words = desk.words().photos();
    let shows = shows(desk, number, photo);
    let (name, told) = (photo.attachment.clone(), shows.clone());
    let by = photo.by.map(|device| names.device(&device)).unwrap_or_default();
    let view = move || {
        let held = desk.photos.held.see();
        if held.as_ref().as_ref().is_some_and(|held| !held.contains(&name)) {
            let told = el("p").class("small").child((words.not_here)(&by));
            return div("not-held").test("photo-not-here").child(icon(Pic::Picture)).child(told);
        }
        let open = (name.clone(), told.clone());
        button("open-photo", "photo-open", move || show_large(opened, open.clone()))
            .attr("aria-label", (words.open)(&told))
            .child(picture(desk, &name, true, told.clone()))
    };
    let consent = photo.consent.map(|consent| {
        let (class, pic) = if consent == Choice::Given { ("tag ok", Pic::Check) } else { ("tag wait", Pic::Warning) };
        tag(class, Some(pic), (desk.words().labels.choice)(consent).to_owned()).test("photo-consent")
    });
    let record = photo.record.clone();
    let bin = button("icon-btn", "photo-to-bin", move || put_into_bin(desk, record.clone(), true))
        .attr("aria-label", [words.to_bin, ": ", &shows].concat())
        .child(icon(Pic::Trash));
    let asked = desk.notebook.see().photos_not_there.contains(&photo.attachment);
    let asked = asked.then(|| el("small").test("photo-asked").child(words.asked_again));
    let told = el("span").class("grow").child([el("p").test("photo-caption").child(shows)]).child(consent).child(asked);
    let caption = el("figcaption").child(told).child(bin);
    el("li").test("photo").child(el("figure").follow(view).child(caption))
}

fn show_large(opened: Shared<Opened>, photo: (String, String)) {
    opened.set(Some(photo));
    leptos::task::spawn_local(async {
        // It has to stand in the page first.
        browser::breathe().await;
        browser::show_dialog(LARGE);
    });
}

/// The photo as large as the screen. Escape, the way back of the phone and the button close it.
fn large(desk: Desk, name: &str, shows: String, opened: Shared<Opened>) -> El {
    let close = el("button").class("icon-btn").test("photo-close").attr("aria-label", desk.words().common.close);
    let close = el("form").attr("method", "dialog").child(close.child(icon(Pic::Close)));
    el("dialog")
        .class("large-photo")
        .attr("id", LARGE.trim_start_matches('#'))
        .attr("aria-label", shows.clone())
        .test("photo-large")
        .on("close", move |_| opened.set(None))
        .child(picture(desk, name, false, shows.clone()))
        .child(div("line").child(el("p").class("grow").child(shows)).child(close))
}

fn in_bin(desk: Desk, number: usize, photo: &ShownPhoto) -> El {
    let record = photo.record.clone();
    let back = button("btn quiet", "photo-take-back", move || put_into_bin(desk, record.clone(), false));
    let shows = el("span").class("grow").child(shows(desk, number, photo));
    el("li").class("row").child([shows, back.child(desk.words().photos().take_back)])
}

fn put_into_bin(desk: Desk, photo: RecordId, is_binned: bool) {
    let draft = {
        let notebook = desk.notebook.peek();
        bin_photo(&notebook, &photo, is_binned)
    };
    leptos::task::spawn_local(async move {
        match desk.save(vec![draft]).await {
            Ok(()) if is_binned => desk.say(desk.words().photos().binned),
            Ok(()) => desk.say_saved(),
            Err(error) => desk.say(store_error(desk, &error).text()),
        }
    });
}
