//! The photos of a form: taken or chosen, what each shows, consent, and how many are stored.

use super::chips::{Chip, Group, chips};
use super::icon::{Pic, icon};
use super::trouble::alert;
use crate::app::FormPhoto;
use crate::record::{Choice, Field, RecordId};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::photo::{Work, picture, take};
use crate::ui::shared::Derived;
use web_sys::Event;

/// Where the hidden file fields are found.
const CAMERA: &str = "#photo-camera";
const GALLERY: &str = "#photo-gallery";

/// Room for fewer photos than this is said to be little.
const LITTLE: usize = 50;

const CONSENT: [Choice; 3] = [Choice::Unknown, Choice::Given, Choice::Refused];

pub fn photos(desk: Desk, filling: Filling) -> El {
    let words = desk.words().photos();
    desk.follow_photos();
    let all = Derived::new(move || filling.form.see().photos());
    let list = move || {
        let photos = (0..).zip(all.get()).map(|(place, photo)| one(desk, filling, place, &photo));
        let photos: Vec<El> = photos.collect();
        let hint = (!photos.is_empty()).then(|| el("p").class("hint").child(words.consent_hint));
        (el("ul").class("stack").child(photos), hint)
    };
    let chosen = move |event: Event| {
        if let Some(key) = filling.form.peek().key() {
            take(desk, key, browser::take_files(&event));
        }
    };
    let field = |place: &'static str, test: &'static str| {
        let input = el("input").attr("type", "file").attr("accept", "image/*").attr("hidden", "");
        input.attr("id", place.trim_start_matches('#')).test(test).on("change", chosen)
    };
    let take = button("btn quiet grow", "photo-take", || browser::press(CAMERA)).child(icon(Pic::Camera));
    let choose = button("btn quiet grow", "photo-choose", || browser::press(GALLERY)).child(icon(Pic::Picture));
    let fields = [
        field(CAMERA, "photo-camera").attr("capture", "environment"),
        field(GALLERY, "photo-gallery").attr("multiple", ""),
    ];
    let key = filling.form.peek().key().cloned();
    el("section")
        .class("part card")
        .attr("aria-labelledby", "photos")
        .child(el("h2").attr("id", "photos").child(words.title))
        .child(el("p").class("hint").child(words.hint))
        .follow(list)
        .child(div("line").child([take.child(words.take), choose.child(words.choose)]))
        .child(fields)
        .child(div("stack tight").attr("role", "status").follow(move || stored(desk, &all.see())))
        .child(key.map(|key| progress(desk, key)))
}

/// "4 of 4 saved", and for how many more there is room.
fn stored(desk: Desk, photos: &[FormPhoto]) -> Vec<El> {
    let words = desk.words().photos();
    let mut lines = Vec::new();
    let there: Vec<&FormPhoto> = photos.iter().filter(|photo| !photo.is_removed).collect();
    let held = desk.photos.held.see();
    if let Some(held) = held.as_ref().as_ref().filter(|_| !there.is_empty()) {
        let stored = there.iter().filter(|photo| held.contains(&photo.attachment)).count();
        let told = (words.stored)(stored, there.len());
        let (class, pic) = if stored == there.len() { ("saved", Pic::Check) } else { ("why", Pic::Warning) };
        lines.push(el("p").class(class).test("photos-stored").child(icon(pic)).child(told));
    }
    if let Some(room) = desk.photos.room.get() {
        let is_little = room < LITTLE;
        let told = if is_little { (words.little_room)(room, desk.device_word()) } else { (words.room)(room) };
        lines.push(el("p").class(if is_little { "why" } else { "hint" }).test("photos-room").child(told));
    }
    lines
}

/// What is being stored for this record now, and what could not be. It goes on when the page is left.
pub fn progress(desk: Desk, of: RecordId) -> El {
    let words = desk.words().photos();
    let told = move || {
        let work: std::sync::Arc<Work> = desk.photos.work.see();
        let running = (work.of.as_ref() == Some(&of)).then(|| {
            let bar = el("progress").attr("value", work.begun.to_string()).attr("max", (work.all + 1).to_string());
            let told = (words.storing)(work.begun, work.all);
            div("stack tight")
                .test("photos-storing")
                .child(el("p").child(told.clone()))
                .child(bar.attr("aria-label", told))
        });
        let troubles = work.troubles.iter().filter(|(record, _)| *record == of);
        let troubles: Vec<El> = troubles.map(|(_, trouble)| alert("photo-error", trouble.clone())).collect();
        (running, troubles)
    };
    div("stack tight").attr("role", "status").follow(told)
}

/// A photo, what it shows, and whether whoever is on it agreed. `place` is counted from 0.
fn one(desk: Desk, filling: Filling, place: usize, photo: &FormPhoto) -> El {
    let words = desk.words().photos();
    let number = place + 1;
    let named = (desk.words().record().photo_numbered)(number);
    let item = el("li").class("promise photo").test("form-photo");
    if photo.is_removed {
        let back = button("btn plain", "photo-undo", move || filling.edit(|form| form.remove_photo(place, false)));
        let told = el("p").class("grow").child([&named, ": ", words.removed].concat());
        return item.child(div("line").attr("role", "status").child(told).child(back.child(desk.words().common.undo)));
    }
    let remove = button("icon-btn", "photo-remove", move || filling.edit(|form| form.remove_photo(place, true)))
        .attr("aria-label", (words.remove)(number))
        .child(icon(Pic::Trash));
    let id = ["photo-caption-", &number.to_string()].concat();
    let text = Derived::new(move || filling.form.see().photo_text(place, Field::Caption).to_owned());
    let caption = el("input")
        .class("input")
        .attr("autocomplete", "off")
        .attr("id", id.clone())
        .test("photo-caption")
        .value(move || text.get())
        .on_input(move |typed| filling.edit(|form| form.set_photo(place, Field::Caption, typed)));
    let label = el("label").attr("for", id).child((desk.words().labels.field)(Field::Caption));
    let choice = desk.words().labels.choice;
    let chip = move |one: &Choice| Chip { value: one.name().to_owned(), label: choice(*one).to_owned() };
    let group = Group {
        name: ["photo-consent-", &number.to_string()].concat(),
        legend: (desk.words().labels.field)(Field::Consent),
        many: false,
    };
    let consent = chips(
        group,
        move || CONSENT.iter().map(chip).collect(),
        move |value| filling.form.see().photo_text(place, Field::Consent) == value,
        move |value| filling.edit(|form| form.set_photo(place, Field::Consent, value)),
    );
    item.child(remove)
        .child(picture(desk, &photo.attachment, true, named))
        .child(div("field").child([label, caption]))
        .child(consent)
}
