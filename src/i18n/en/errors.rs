//! What went wrong: what happened, what is safe, what to do.

use super::{number, one};
use crate::exchange::Refused;
use crate::i18n::{Errors, Rescue, Tell, tell};

pub const ERRORS: Errors = Errors {
    blocked: tell(
        "This browser does not let Ayni keep anything. It may be in private mode or block site data.",
        "You can use Ayni, but what you write is lost when you close this page. What you saved before on {this phone|this computer} has not changed.",
        "Leave private mode or allow data for this site, and open Ayni again. If you have written something, save a file first.",
    ),
    not_opened: tell(
        "Your notebook could not be opened. Another tab of Ayni may be using it.",
        "What you saved is still on {this phone|this computer}; nothing was erased.",
        "Close the other tabs of Ayni and try again.",
    ),
    newer: tell(
        "A newer version of Ayni has used this notebook. This one can only read it.",
        "What you saved is whole on {this phone|this computer}. You can look at it and save a file.",
        "To write, close all tabs of Ayni and open it with internet: that brings the newer version.",
    ),
    not_read: tell(
        "What was saved in another tab could not be read.",
        "What you saved is still on {this phone|this computer}, and what you wrote is still on this page.",
        "Go on working. If this notice stays, load the page again.",
    ),
    lacks: |n, device| {
        tell(
            one(
                n,
                "{} change that was saved on {this phone|this computer} is missing.",
                "{} changes that were saved on {this phone|this computer} are missing.",
            ),
            "What is left is whole, and Ayni erased nothing. The browser may have made room, or somebody cleared the data of this site.",
            "First save a file of what is there. Then go on, and load the last file you shared: it brings back what is missing.",
        )
        .with(device, &[&number(n)])
    },
    written_again: tell(
        "The browser cleared what was saved while Ayni was open.",
        "Ayni saved it again from this page. Photos may be missing.",
        "Save a file now and share it.",
    ),
    almost_full: tell(
        "It is saved, but {the phone|the computer} is almost full.",
        "Everything saved is whole. No more photos are taken in; notes are, as long as they fit.",
        "Remove photos or videos outside of Ayni that you do not need, and share a file today.",
    ),
    rescue: Rescue {
        save_all: "Save a file of what is there",
        saved: "Done: the file is among your downloads. Keep it safe or send it to your team.",
        nothing: "Nothing is left that could be put into a file.",
        failed: "The file could not be made. What is saved has not changed.",
        go_on: "Go on with what is there",
        load_again: "Load again",
    },
    full: tell(
        "It could not be saved: the {phone|computer} is full.",
        "What you saved before is whole, and what you wrote is still on this page.",
        "Remove photos or videos you do not need and press “Save” again. Do not close this page.",
    ),
    failed: tell(
        "It could not be saved: the browser did not allow it.",
        "What you saved before is whole, and what you wrote is still on this page.",
        "Press “Save” again. If it happens again, copy what you wrote to another place before you close this page.",
    ),
    differs: tell(
        "It is not certain that it was saved: the browser gave something else back.",
        "What you saved before is whole, and what you wrote is still on this page.",
        "Press “Save” again; if it was there already, it is not there twice. If it happens again, save a file and restart {the phone|the computer}.",
    ),
    not_a_change: tell(
        "It could not be saved: a text is too long.",
        "What you wrote is still in the draft.",
        "Shorten the longest text, or spread it over two notes, and save again.",
    ),
    forked: tell(
        "It could not be saved: this {phone|computer} seems to be a copy of another one.",
        "Nothing is lost, and what you wrote is still in the draft.",
        "Reload the page so that Ayni gives it a name of its own, and save again.",
    ),
    store_damaged: |n, device| {
        tell(
            one(
                n,
                "{} saved line on {this phone|this computer} could not be read.",
                "{} saved lines on {this phone|this computer} could not be read.",
            ),
            "Everything else is whole and is shown.",
            "Save a file now. If somebody has an earlier file of yours, load it: it brings back what is missing.",
        )
        .with(device, &[&number(n)])
    },
    open_elsewhere: tell(
        "It is open in another tab too.",
        "What you saved does not change.",
        "Go on in one and close the other: both write in the same draft.",
    ),
    settings_not_kept: tell(
        "Language and name could not be saved.",
        "Your records are whole.",
        "You can go on; Ayni will ask again when you open it. Allow data for this site so that it need not ask.",
    ),
    file_not_made: tell(
        "The file could not be saved.",
        "Your records are still on {this phone|this computer}, whole.",
        "Make some room, allow downloads from this site and try again.",
    ),
    file_not_opened: tell(
        "The browser could not open the file. It may have been moved, or be in a place that needs internet.",
        "Nothing changed here.",
        "Copy the file to the downloads folder and load it from there.",
    ),
    not_joined: tell(
        "The files could not be joined: saving failed.",
        "Nothing was joined by halves. Everything is as before, and the files have not changed.",
        "Make some room and load the files again.",
    ),
    location_refused: tell(
        "The browser does not say where {this phone|this computer} is.",
        "Your note is still here and can be saved without the point.",
        "Allow the location in the settings of the browser and measure again, or type the point.",
    ),
    location_unknown: tell(
        "The point could not be measured: {the phone|the computer} does not know where it is.",
        "Your note is still here and can be saved without the point.",
        "Go out under the open sky and measure again, or type the point.",
    ),
    example_not_loaded: tell(
        "The example could not be fetched: it needs the internet the first time.",
        "Your records have not changed.",
        "Try again when there is a signal.",
    ),
    not_fetched: tell(
        "This part of Ayni has not reached {this phone|this computer} yet: it needs the internet the first time.",
        "What you saved and what you began to write are still here.",
        "Try again when there is a signal. If it does not come with a signal either, load the page again: there may be a new version.",
    ),
    no_such_record: tell(
        "That record is not on {this phone|this computer}.",
        "Nothing was erased.",
        "It may be in a file you have not loaded yet. Look for it in the list or load the file.",
    ),
};

/// What was expected instead of this file.
const EXPECTED: &str = "Load a file of Ayni: it is usually called “ayni-….json” or “ayni-….txt”.";
const ASK_AGAIN: &str = "Ask for it to be sent again, as an attached document, without opening or changing it.";
const NOTHING_CHANGED: &str = "Nothing changed here, and neither did the file.";

/// Why a file is not taken in; `{}` is a part that only the file knows.
pub fn refused(refused: &Refused) -> Tell {
    let not_ours = |what: &'static str| tell(what, NOTHING_CHANGED, EXPECTED);
    match refused {
        Refused::Empty => tell("The file is empty. It may not have arrived whole.", NOTHING_CHANGED, ASK_AGAIN),
        Refused::Picture(_) => not_ours("It is a photo or a picture ({}), not a file of Ayni."),
        Refused::Zip => not_ours("It is a ZIP file or a document of Word, Excel or LibreOffice, not a file of Ayni."),
        Refused::Pdf => not_ours("It is a PDF, not a file of Ayni."),
        Refused::Html => not_ours("It is a web page, not a file of Ayni."),
        Refused::Text => not_ours("It is a text without any record of Ayni."),
        Refused::OtherJson => not_ours("It is a JSON file, but not one of Ayni."),
        Refused::Binary => not_ours("It is not a file of Ayni: there is no text in it."),
        Refused::Encoding(_) => tell(
            "The file is written in {}. Ayni reads UTF-8 only; another app may have saved it again.",
            NOTHING_CHANGED,
            "Ask for the file as Ayni made it, not opened in another app.",
        ),
        Refused::TooBig => tell(
            "The file is too big: over 512 MB or a million changes.",
            NOTHING_CHANGED,
            "Ask for it to be sent in parts.",
        ),
        Refused::NewerVersion(_) => tell(
            "The file is from a newer version of Ayni (format {}).",
            "Nothing changed. When you accept, the file is put aside as it came.",
            "Open Ayni with internet to get the newer version, and load the file again.",
        ),
        Refused::ForReading => tell(
            "It is a copy for reading: it has the records, but not what is needed to join them.",
            NOTHING_CHANGED,
            "Ask whoever made it for their file to share.",
        ),
        Refused::Sealed => tell(
            "The file is protected with a passphrase and was not opened.",
            NOTHING_CHANGED,
            "Ask whoever sent it for the passphrase and load the file again. It takes a recent browser and a page with https.",
        ),
        Refused::NothingReadable => {
            tell("It is a file of Ayni, but damaged: not one change could be read.", NOTHING_CHANGED, ASK_AGAIN)
        }
    }
}
