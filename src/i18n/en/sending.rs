//! What leaves: what goes into a file, what it tells about people, sharing and saving it.

use super::{count, one};
use crate::i18n::{Sending, fill, fill_on, tell};

pub const SENDING: Sending = Sending {
    title: "File to share",
    nothing: "There is nothing to share yet. Record a visit or a training first.",
    which: "What goes into the file?",
    everything: "Everything",
    lacked_by: |name| match name {
        "" => "Only what the desk does not have".to_owned(),
        name => fill("Only what {} does not have", &[name]),
    },
    public: "A copy for the public",
    holds_all: |records| fill("It carries everything: {}.", &[&count(records, "record", "records")]),
    holds_prepared: |records| {
        fill("It carries what was prepared for the team: {}.", &[&count(records, "record", "records")])
    },
    holds_lacked: |records, name| match (records, name) {
        (0, "") => "The desk confirmed that it has everything.".to_owned(),
        (0, name) => fill("{} confirmed to have everything.", &[name]),
        (records, _) => fill("It carries what is missing there: {}.", &[&count(records, "record", "records")]),
    },
    holds_public: |visits, sessions| {
        if visits == 0 {
            return fill("It carries only the numbers of {}.", &[&count(sessions, "session", "sessions")]);
        }
        let visits = count(visits, "visit that may be shared", "visits that may be shared");
        fill("It carries {} and the numbers of {}.", &[&visits, &count(sessions, "session", "sessions")])
    },
    public_empty: "No visit is marked to be shared. Each note says who may read it.",
    visits_stay: |n| {
        fill("{} only for the team and {} here.", &[&count(n, "visit is", "visits are"), one(n, "stays", "stay")])
    },
    quotes_stay: |n| fill("{} here: who spoke did not agree.", &[&count(n, "quote stays", "quotes stay")]),
    blotted: |n| {
        fill("In {} a phone, an identity number or an e-mail address was covered.", &[&count(n, "text", "texts")])
    },
    public_hint: "It is for reading, not for joining: without photos, without names of who recorded, and with places rounded to a kilometre. Read it before you publish it.",
    public_file: "public",
    contains: "In it are visits, trainings, commitments, what they said before, and who recorded them. Drafts are not.",
    people: "What it says about people",
    people_names: |n| fill("{} of who recorded", &[&count(n, "name", "names")]),
    people_met: |n| fill("{} who was met", &[&count(n, "visit says", "visits say")]),
    people_points: |n| fill("{} on the map", &[&count(n, "exact point", "exact points")]),
    people_without_consent: |n| {
        fill("{} without a noted permission", &[&count(n, "quote or photo", "quotes or photos")])
    },
    people_contacts: |n| {
        fill(
            "{} with what looks like a phone, an identity number or an e-mail address",
            &[&count(n, "record", "records")],
        )
    },
    people_hint: "Send this file to your team only.",
    protect: "Protect with a passphrase",
    protect_how: "Whoever receives the file needs the passphrase to open it. Tell it another way, by phone or in person; do not send it along with the file.",
    protect_forgotten: |device| {
        fill_on(
            device,
            "If the passphrase is forgotten, nobody can open the file: neither your team nor the makers of Ayni. What is recorded on {this phone|this computer} stays here.",
            &[],
        )
    },
    passphrase: "Passphrase",
    passphrase_hint: "Four words or more that do not usually stand together. Ayni does not keep it: it asks for each file.",
    use_passphrase: "Use this passphrase",
    passphrase_short: "It is too short: use four words or more.",
    is_protected: "The file leaves protected. Note the passphrase down before you send it.",
    unprotect: "Take the protection away",
    can_not_protect: "This browser protects files only on pages with https. Open Ayni by its secure address.",
    locked: "The file is protected",
    locked_hint: "Ask whoever sent it for the passphrase and write it here. Nothing changes until you accept what is in it.",
    leave_locked: "Leave this file",
    open_locked: "Open",
    not_opened: tell(
        "The file did not open: that is not the passphrase, or the file is damaged.",
        "Nothing changed. Your records and the file are as they were.",
        "Check the passphrase with whoever sent it: capitals, accents and spaces count. If it is right, ask for the file again.",
    ),
    preparing: "Preparing the file…",
    share_word: "Share",
    share: |size| fill("Share ({})", &[size]),
    share_part: |n, of| fill("Share part {} of {}", &[&n.to_string(), &of.to_string()]),
    shared: "The file left.",
    shared_part: |n, of| fill("Part {} of {} left. The next one is still here.", &[&n.to_string(), &of.to_string()]),
    not_shared: tell(
        "The file could not be shared.",
        "Your records are still here, whole.",
        "Use “Save file” and send it from your downloads.",
    ),
    save: "Save file",
    saved: |name| fill("File saved: “{}”.", &[name]),
    next: "Now send it. It is safe once the desk sends its own file back and you load it here.",
    send_back: "Now send a file from here back to the phones: so they know what is safe, and get what was corrected.",
    sent: "What left here last",
    sent_row: |records, size| [&count(records, "record", "records"), ", ", size].concat(),
    by_sharing: "shared",
    by_file: "saved as a file",
};
