//! Deciding many at once: all that one device wrote, or both texts wherever that makes sense. It is asked before, said how many,
//! saved as one, and can be undone.

use super::{Listing, filters};
use crate::app::clashes::{Decided, Spot, as_written_by, both, decide, spots};
use crate::app::{Names, Notebook};
use crate::log::{DeviceId, Log};
use crate::ui::browser;
use crate::ui::html::{El, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::shared::Derived;

/// What somebody is asked to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    what: What,
    count: usize,
    /// What was listed then: what was written since is not decided along with it.
    spots: Vec<Spot>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    KeepOf(DeviceId),
    Both,
}

impl What {
    fn decided(&self, log: &Log, spots: &[Spot]) -> Vec<Decided> {
        match self {
            What::KeepOf(device) => as_written_by(log, spots, device),
            What::Both => both(log, spots),
        }
    }
}

/// Which are listed, and the ways to decide all of these; closed until somebody wants it. Nothing for one alone.
pub fn many(listing: Listing) -> El {
    let desk = listing.desk;
    let offers = Derived::new(move || {
        let (listed, notebook) = (listing.listed(), desk.notebook.see());
        let device = DeviceId::parse(&listing.by.see());
        let what = device.map(What::KeepOf).into_iter().chain([What::Both]);
        let asked =
            what.map(|what| Asked { count: what.decided(&notebook.log, &listed).len(), what, spots: listed.clone() });
        asked.filter(|asked| asked.count > 1).collect::<Vec<_>>()
    });
    let is_any = Derived::new(move || listing.all.see().len() > 1);
    let body = move || {
        let words = desk.words().clashes();
        if let Some(asked) = listing.asked.get() {
            return vec![question(listing, asked)];
        }
        let is_chosen = !listing.by.see().is_empty();
        let hint = (!is_chosen).then(|| el("p").class("hint").child(words.many_hint));
        let buttons: Vec<El> = offers.get().into_iter().map(|asked| offer(listing, asked)).collect();
        let buttons = (!buttons.is_empty()).then(|| div("line").child(buttons));
        hint.into_iter().chain(buttons).collect()
    };
    let card = move || {
        let turn = el("span").class("turn").child(icon(Pic::Chevron));
        let title = el("summary").class("line").child([el("h2").child(desk.words().clashes().many), turn]);
        let card = || el("details").class("card").test("many").child(title);
        is_any.get().then(|| card().child(div("stack").child(filters(listing)).follow(body)))
    };
    div("stack").follow(card)
}

fn who(listing: Listing, device: &DeviceId) -> String {
    listing.desk.with_names(|names: Names| names.device(device))
}

fn offer(listing: Listing, asked: Asked) -> El {
    let words = listing.desk.words().clashes();
    let (test, text) = match &asked.what {
        What::KeepOf(device) => ("keep-of", (words.keep_of)(&who(listing, device), asked.count)),
        What::Both => ("both-of", (words.both_of)(asked.count)),
    };
    let press = move || {
        listing.asked.set(Some(asked.clone()));
        browser::reveal_soon("[data-test=many-asked]".to_owned());
    };
    button("btn quiet", test, press).child(text)
}

fn question(listing: Listing, asked: Asked) -> El {
    let desk = listing.desk;
    let words = desk.words().clashes();
    let text = match &asked.what {
        What::KeepOf(device) => (words.ask_keep)(asked.count, &who(listing, device)),
        What::Both => (words.ask_both)(asked.count),
    };
    let press = move || {
        let make = |notebook: &Notebook| {
            // Whoever loaded a file in another tab meanwhile has not seen what came with it.
            let now = spots(&notebook.log);
            let still: Vec<Spot> = asked.spots.iter().filter(|spot| now.contains(spot)).cloned().collect();
            decide(notebook, &asked.what.decided(&notebook.log, &still))
        };
        desk.change_then(words.many_done, make, move || {
            listing.asked.set(None);
            listing.by.set(String::new());
            listing.field.set(String::new());
        });
    };
    let yes = button("btn", "many-yes", press).child(words.do_it);
    let no = button("btn plain", "many-no", move || listing.asked.set(None)).child(desk.words().common.cancel);
    let note = el("div").class("note").attr("role", "group").attr("aria-label", text.clone()).test("many-asked");
    let told = el("p").class("grow").child(el("b").child(text));
    note.child(icon(Pic::Warning)).child(told).child(div("line").child([yes, no]))
}
