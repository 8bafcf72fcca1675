//! Where everything is, and what of it is not safe elsewhere.

use super::{number, one};
use crate::i18n::{Device, Lang, MyData, fill};

pub const MY_DATA: MyData = MyData {
    title: "Where is my data?",
    lead: |device| match device {
        Device::Phone => "Everything is inside this phone. Nothing is sent over the internet: you carry it, in files.",
        Device::Computer => {
            "Everything is inside this computer. Nothing is sent over the internet: you carry it, in files."
        }
    },
    nothing: "Nothing has been recorded yet.",
    all_safe: |n| fill("{}{}", &[&number(n), one(n, " record is safe on the desk.", " records are safe on the desk.")]),
    what_is_safe: "A record is safe once you load a file from the desk that says it holds it. Having sent yours is no proof yet.",
    if_lost: |device| match device {
        Device::Phone => "If this phone is lost or breaks, what is only here is lost.",
        Device::Computer => "If this computer is lost or breaks, what is only here is lost.",
    },
    of_all: |n| fill("There {}{}{} in all.", &[one(n, "is ", "are "), &number(n), one(n, " record", " records")]),
    photos: |n, bytes| fill("{}{} ({})", &[&number(n), one(n, " photo", " photos"), bytes]),
    carried: "What has left here",
    confirmed: |at, today, by| match by {
        "" => fill("Last confirmed: {}", &[&Lang::En.moment(at, today)]),
        by => fill("Last confirmed: {}, by {}", &[&Lang::En.moment(at, today), by]),
    },
    never_confirmed: "Nobody has confirmed yet that they hold your records.",
    used: |bytes| fill("Takes {}", &[bytes]),
    left: |bytes| fill("About {} left for Ayni, says the browser.", &[bytes]),
    little_left: "Little room is left. Clear out photos or apps you do not use.",
    room_unknown: "The browser does not say how much room is left.",
    kept: "The browser promised to keep it",
    kept_hint: "It does not clear it by itself, even when room is short.",
    not_kept: "The browser has not promised to keep it",
    not_kept_hint: "When room is short, it might clear it without a word.",
    ask_to_keep: "Ask it to keep it",
    not_promised: |device| match device {
        Device::Phone => "It did not promise this time. Put Ayni on the home screen and ask again.",
        Device::Computer => "It did not promise this time. Install Ayni or bookmark it, and ask again.",
    },
    installed: "Ayni is on the home screen",
    not_installed: "Ayni is open in the browser",
    how_to_install: |device| match device {
        Device::Phone => "With “Add to home screen”, in the browser's menu, it opens with one tap and is kept better.",
        Device::Computer => {
            "With “Install”, in the browser's menu, it opens in a window of its own and is kept better."
        }
    },
    install: |device| match device {
        Device::Phone => "Put it on the home screen",
        Device::Computer => "Install",
    },
    lock: |device| match device {
        Device::Phone => "The phone's lock protects it",
        Device::Computer => "The computer's lock protects it",
    },
    lock_hint: |device| match device {
        Device::Phone => "Ayni has no lock of its own. Give the phone a PIN or your fingerprint.",
        Device::Computer => "Ayni has no lock of its own. Lock your account on the computer.",
    },
    iphone: "On an iPhone, the home screen first",
    iphone_why: "In a tab, Safari clears what is stored after seven days without opening it. On the home screen it does not.",
    iphone_steps: [
        (
            "Take along what you have",
            "The new icon starts empty. If you have recorded something, save your file under Share first.",
        ),
        ("Add Ayni to the home screen", "Tap Safari's share button and “Add to Home Screen”."),
        ("Go on from the icon", "Open it, load that file under Share, and always take notes there from then on."),
    ],
};
