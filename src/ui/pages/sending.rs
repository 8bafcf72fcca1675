//! Sending: what goes into the file, what it tells about people, and the two ways out: sharing and saving.

use super::exchange::{card_with_help, notice};
use super::loading::{Loading, Outcome};
use super::protecting::{is_protected, protecting};
use super::saving::{Bundle, Parcel, bundle, prepare, save, share};
use crate::app::Route;
use crate::app::sending::{Sent, What};
use crate::exchange::Public;
use crate::i18n::Topic;
use crate::ui::browser::sharing::{NotShared, can_share};
use crate::ui::browser::{self, is_trapped_by_downloads};
use crate::ui::desk::Desk;
use crate::ui::html::{El, button, div, el, link};
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::trouble::alert;
use crate::ui::shared::Shared;
use std::sync::Arc;

/// So many of the others are offered by name: those heard of last.
const OFFERED: usize = 3;

/// How the last try to share ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Ended {
    #[default]
    NotYet,
    Refused,
    /// So many rounds left.
    Shared(usize),
}

/// What the card is about, as cheap to copy as a number.
#[derive(Clone, Copy)]
struct Card {
    desk: Desk,
    state: Shared<Loading>,
    what: Shared<What>,
    /// Empty where the file is not protected. It is kept nowhere.
    passphrase: Shared<String>,
    bundle: Shared<Bundle>,
    /// Made ahead where the browser shares: a tap counts for a few seconds only.
    parcel: Shared<Option<Arc<Parcel>>>,
    ended: Shared<Ended>,
    is_busy: Shared<bool>,
}

pub fn save_card(desk: Desk, state: Shared<Loading>) -> El {
    let new = Card {
        desk,
        state,
        what: Shared::new(What::default()),
        passphrase: Shared::new(String::new()),
        bundle: Shared::new(Bundle::default()),
        parcel: Shared::new(None),
        ended: Shared::new(Ended::default()),
        is_busy: Shared::new(false),
    };
    new.get_ready();
    let words = desk.words().sending();
    let ways = move || {
        let shares = can_share() && !desk.is_example.get();
        let saves = !shares || !is_trapped_by_downloads();
        [shares.then(|| new.share_button()), saves.then(|| new.save_button(shares))]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    let protected = move || is_protected(desk, new.what, new.passphrase, move || new.get_ready());
    let protect = move || protecting(desk, new.what, new.passphrase, move || new.get_ready());
    // What is pressed comes before what is read now and then: on a phone it is seen without scrolling.
    card_with_help(desk, "save", words.title, Topic::Sending).child([
        new.choices(),
        div("stack tight").follow(move || new.holds()),
        div("stack").follow(protected),
        div("stack tight").follow(ways),
        div("stack").follow(move || new.ended()),
        div("stack").follow(move || new.people()),
        div("stack").follow(protect),
        div("stack").follow(move || sent(desk)),
    ])
}

impl Card {
    /// Counts the photos and, where the browser shares, makes the files.
    fn get_ready(self) {
        let Card { desk, what, passphrase, .. } = self;
        self.parcel.set(None);
        let chosen = what.peek_value();
        leptos::task::spawn_local(async move {
            let phrase = passphrase.peek_value();
            // The card is being drawn: the screen comes first.
            browser::breathe().await;
            let counted = bundle(desk, chosen).await;
            let stands = || !what.is_gone() && what.peek_value() == chosen && passphrase.peek_value() == phrase;
            if stands() {
                self.bundle.set(counted);
            }
            if stands()
                && can_share()
                && !desk.is_example.peek_value()
                && !self.is_empty()
                && let Ok(made) = prepare(desk, chosen, &phrase).await
                && stands()
            {
                self.parcel.set(Some(made));
            }
        });
    }

    /// Everything, what one of the others lacks, or a copy for the public.
    fn choices(self) -> El {
        let Card { desk, what, .. } = self;
        let words = desk.words().sending();
        let options = move || {
            let settings = desk.settings.see();
            let peer = |(number, peer): (usize, &crate::app::peers::Peer)| Chip {
                value: ["peer-", &number.to_string()].concat(),
                label: (words.lacked_by)(&peer.name),
            };
            let chip = |value: &str, label: &str| Chip { value: value.to_owned(), label: label.to_owned() };
            let mut options = vec![chip("all", words.everything)];
            options.extend(settings.peers.all().iter().take(OFFERED).enumerate().map(peer));
            options.push(chip("public", words.public));
            options
        };
        let named = move |value: &str| match value {
            "all" => What::Everything,
            "public" => What::Public,
            peer => {
                let at = peer.strip_prefix("peer-").and_then(|number| number.parse::<usize>().ok());
                let settings = desk.settings.peek();
                let peer = at.and_then(|at| settings.peers.all().get(at));
                peer.map_or(What::Everything, |peer| What::LackedBy(peer.device))
            }
        };
        let choose = move |value: String| {
            what.set(named(&value));
            self.ended.set(Ended::NotYet);
            self.get_ready();
        };
        let group = Group { name: "send".to_owned(), legend: words.which, many: false };
        chips(group, options, move |value| what.get() == named(value), choose)
    }

    /// What the file will hold.
    fn holds(self) -> Vec<El> {
        let Card { desk, what, bundle, .. } = self;
        let words = desk.words().sending();
        let notebook = desk.notebook.see();
        let line = |text: String| el("p").test("send-holds").child(text);
        let hint = |text: String| el("p").class("hint").child(text);
        let some = |count: usize, told: fn(usize) -> String| (count > 0).then(|| hint(told(count)));
        match what.get() {
            What::Public => {
                let public = Public::of(&notebook.log);
                let held = match public.visits {
                    0 => vec![line(words.public_empty.to_owned())],
                    _ => Vec::new(),
                };
                let holds = (!public.is_empty()).then(|| line((words.holds_public)(public.visits, public.sessions)));
                let held = held.into_iter().chain(holds);
                let stays = [
                    some(public.visits_kept, words.visits_stay),
                    some(public.quotes_kept, words.quotes_stay),
                    some(public.blotted, words.blotted),
                ];
                held.chain(stays.into_iter().flatten()).chain([hint(words.public_hint.to_owned())]).collect()
            }
            _ if !notebook.holds_records() => match notebook.prepared() {
                0 => vec![line(words.nothing.to_owned()), begin(desk)],
                records => vec![line((words.holds_prepared)(records))],
            },
            chosen => {
                let settings = desk.settings.see();
                let peer = match chosen {
                    What::LackedBy(device) => settings.peers.of(&device),
                    _ => None,
                };
                let told = match peer {
                    Some(peer) => (words.holds_lacked)(notebook.records_lacked_by(peer), &peer.name),
                    None => (words.holds_all)(notebook.recorded()),
                };
                let (photos, photo_words) = (bundle.get(), desk.words().photos());
                let size = desk.lang.get().bytes(photos.bytes);
                let in_file = (photos.count > 0)
                    .then(|| el("p").test("save-photos").child((photo_words.in_file)(photos.count, &size)));
                let missing = (photos.missing > 0)
                    .then(|| hint((photo_words.not_in_file)(photos.missing)).test("save-photos-missing"));
                let all = [Some(line(told)), in_file, missing, Some(hint(words.contains.to_owned()))];
                all.into_iter().flatten().collect()
            }
        }
    }

    /// What it tells about people, before it leaves. It is worked out for who opens it: all texts are looked through.
    fn people(self) -> Option<El> {
        let Card { desk, what, .. } = self;
        let words = desk.words().sending();
        if what.get() == What::Public || !desk.notebook.see().holds_records() {
            return None;
        }
        let is_open = Shared::new(false);
        let lines = move || {
            if !is_open.get() {
                return Vec::new();
            }
            let told = desk.notebook.see().personal();
            let line = |count: usize, say: fn(usize) -> String| (count > 0).then(|| el("li").child(say(count)));
            let lines = [
                line(told.names, words.people_names),
                line(told.met, words.people_met),
                line(told.points, words.people_points),
                line(told.without_consent, words.people_without_consent),
                line(told.contacts, words.people_contacts),
            ];
            lines.into_iter().flatten().collect()
        };
        let hint = el("p").class("hint").child(words.people_hint);
        let folded = folded("send-people", words.people).on("toggle", move |_| is_open.set(true));
        Some(folded.child(el("ul").class("plain").follow(lines)).child(hint))
    }

    fn ended(self) -> Option<El> {
        let words = self.desk.words().sending();
        let rounds = self.parcel.see().as_ref().as_ref().map_or(1, |parcel| parcel.rounds.len());
        match self.ended.get() {
            Ended::NotYet => None,
            Ended::Refused => Some(alert("not-shared", words.not_shared.on(self.desk.device_word()))),
            Ended::Shared(left) if left < rounds => {
                let told = (words.shared_part)(left, rounds);
                Some(notice("note calm", "part-shared", Pic::Info, told, Vec::new()))
            }
            Ended::Shared(_) => {
                let next = vec![el("p").child(words.next)];
                Some(notice("note ok", "file-shared", Pic::Check, words.shared.to_owned(), next))
            }
        }
    }

    /// There is nothing to send, or nothing that may be read by everyone.
    fn is_empty(self) -> bool {
        let notebook = self.desk.notebook.see();
        match self.what.get() {
            What::Public => Public::of(&notebook.log).is_empty(),
            _ => !notebook.holds_records() && notebook.prepared() == 0,
        }
    }

    /// Which round is next.
    fn round(self) -> usize {
        let rounds = self.parcel.see().as_ref().as_ref().map_or(1, |parcel| parcel.rounds.len());
        match self.ended.get() {
            Ended::Shared(left) if left < rounds => left,
            _ => 0,
        }
    }

    fn share_button(self) -> El {
        let Card { desk, parcel, .. } = self;
        let words = desk.words().sending();
        let label = move || match parcel.get() {
            None => words.preparing.to_owned(),
            Some(ready) if ready.rounds.len() > 1 => {
                (words.share_part)(self.round().saturating_add(1), ready.rounds.len())
            }
            Some(ready) => (words.share)(&desk.lang.get().bytes(ready.bytes)),
        };
        let has_none = move || self.is_empty();
        button("btn full", "share", move || self.press_share())
            .is("disabled", move || has_none() || parcel.see().is_none() || self.is_busy.get())
            .child(icon(Pic::Exchange))
            .follow(move || if has_none() { words.share_word.to_owned() } else { label() })
    }

    fn press_share(self) {
        let Card { desk, parcel, ended, is_busy, .. } = self;
        let Some(ready) = parcel.peek_value() else { return };
        if is_busy.peek_value() {
            return;
        }
        // More was recorded since, in another tab: then that goes along, and needs another tap.
        if ready.held != desk.notebook.peek().log.len() {
            self.get_ready();
            return;
        }
        is_busy.set(true);
        let round = match ended.peek_value() {
            Ended::Shared(left) if left < ready.rounds.len() => left,
            _ => 0,
        };
        leptos::task::spawn_local(async move {
            let shared = share(desk, &ready, round).await;
            if is_busy.is_gone() {
                return;
            }
            is_busy.set(false);
            match shared {
                Ok(()) => ended.set(Ended::Shared(round.saturating_add(1))),
                Err(NotShared::Refused) => ended.set(Ended::Refused),
                // Whoever closed the sheet knows it.
                Err(NotShared::Cancelled) => {}
            }
        });
    }

    fn save_button(self, is_second: bool) -> El {
        let Card { desk, state, what, passphrase, is_busy, .. } = self;
        let words = desk.words().sending();
        let press = move || {
            if is_busy.peek_value() {
                return;
            }
            is_busy.set(true);
            leptos::task::spawn_local(async move {
                let outcome = match prepare(desk, what.peek_value(), &passphrase.peek_value()).await {
                    Ok(parcel) => save(desk, &parcel).await.map(|()| parcel),
                    Err(told) => Err(told),
                };
                if is_busy.is_gone() {
                    return;
                }
                is_busy.set(false);
                state.set(Loading::Idle(Some(match outcome {
                    Ok(parcel) => {
                        let (name, of) = parcel.named();
                        Outcome::FileSaved(name, of)
                    }
                    Err(told) => Outcome::Failed(told),
                })));
            });
        };
        button(if is_second { "btn quiet full" } else { "btn full" }, "save-file", press)
            .is("disabled", move || desk.is_example.get() || is_busy.get() || self.is_empty())
            .child(icon(Pic::SaveFile))
            .follow(move || if is_busy.get() { desk.words().form().saving } else { words.save })
    }
}

/// What there could be in a file.
fn begin(desk: Desk) -> El {
    let words = &desk.words().today;
    let visit = link("btn", "new-visit", Route::NewVisit.hash()).child(words.new_visit);
    let training = link("btn quiet", "new-training", Route::NewTraining.hash()).child(words.new_training);
    div("line").child([visit, training])
}

/// A heading that opens.
pub(super) fn folded(test: &'static str, title: &'static str) -> El {
    let turn = el("span").class("turn").child(icon(Pic::Chevron));
    let summary = el("summary").class("line one").child(el("h3").child(title)).child(turn);
    el("details").class("part").test(test).child(summary)
}

/// What left here last.
fn sent(desk: Desk) -> Option<El> {
    let words = desk.words().sending();
    let settings = desk.settings.see();
    let row = |sent: &Sent| {
        let told = (words.sent_row)(sent.records, &desk.lang.get().bytes(sent.bytes));
        let how = if sent.is_shared { words.by_sharing } else { words.by_file };
        let how = [&desk.lang.get().moment(&sent.at, &desk.today()), " · ", how].concat();
        el("li")
            .class("row")
            .test("sent")
            .child(el("span").class("grow").child(el("b").child(told)).child(el("small").child(how)))
    };
    let rows: Vec<El> = settings.sent.iter().map(row).collect();
    (!rows.is_empty()).then(|| folded("sent-list", words.sent).child(el("ul").class("rows").child(rows)))
}
