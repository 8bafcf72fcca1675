//! Making the file in pieces, and handing it to the person.

use super::super::exchange::notice;
use super::Page;
use crate::i18n::Trouble;
use crate::report::others::{File, make, zipped};
use crate::report::sheets::{Asked, Audience};
use crate::ui::browser::sharing::{NotShared, can_share, share};
use crate::ui::browser::{self, is_trapped_by_downloads};
use crate::ui::html::{El, el};
use crate::ui::parts::icon::Pic;
use crate::ui::parts::trouble::alert;
use crate::ui::pieces::in_pieces;

/// Units of work between two looks at the clock.
const AMOUNT: usize = 8;

/// How far the file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    pub is_busy: bool,
    pub done: usize,
    /// The person wants no more of it.
    is_stopped: bool,
}

impl Work {
    pub fn stop(&mut self) {
        self.is_stopped = true;
    }
}

/// How the last try ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ended {
    #[default]
    NotYet,
    Saved(String, Audience),
    Failed(Trouble),
}

pub fn save(page: Page) {
    if page.work.peek_value().is_busy {
        return;
    }
    page.ended.set(Ended::NotYet);
    page.work.set(Work { is_busy: true, ..Work::default() });
    leptos::task::spawn_local(async move {
        browser::breathe().await;
        let ended = made_and_handed(page).await;
        if !page.work.is_gone() {
            page.work.set(Work::default());
            page.ended.set(ended.unwrap_or_default());
        }
    });
}

/// Nothing where the person stopped it.
async fn made_and_handed(page: Page) -> Option<Ended> {
    let desk = page.desk;
    let chosen = page.chosen.peek_value();
    let now = browser::now();
    let at = now.rfc3339();
    let notebook = desk.notebook.peek();
    let asked = Asked { log: &notebook.log, lang: chosen.lang, audience: chosen.audience, at: &at };
    let goes_on = |done: usize| {
        if page.work.is_gone() || page.work.peek_value().is_stopped {
            return false;
        }
        page.work.update(|work| work.done = done);
        true
    };
    let files = in_pieces(make(asked, chosen.format), AMOUNT, goes_on).await?;
    let failed = || Ended::Failed(desk.words().errors.file_not_made.on(desk.device_word()));
    let Some((name, bytes)) = files.and_then(|files| one_file(files, &now.date(), super::name(chosen.format))) else {
        return Some(failed());
    };
    let Some(file) = browser::bytes_file(&bytes) else { return Some(failed()) };
    // An installed app on an iPhone can not leave a downloaded file again.
    if is_trapped_by_downloads() && can_share() {
        return match share(&[(name.clone(), file)]).await {
            Ok(()) => Some(Ended::Saved(name, chosen.audience)),
            Err(NotShared::Cancelled) => None,
            Err(NotShared::Refused) => Some(failed()),
        };
    }
    Some(match browser::download_file(&name, &file) {
        Some(()) => Ended::Saved(name, chosen.audience),
        None => failed(),
    })
}

/// The file and its name with the day; several tables go into one ZIP, because browsers ask about each file after the first.
fn one_file(files: Vec<File>, day: &str, format: &str) -> Option<(String, Vec<u8>)> {
    let first = files.first()?;
    if let [file] = files.as_slice() {
        let (stem, ending) = file.name.split_once('.')?;
        return Some(([stem, "-", day, ".", ending].concat(), file.bytes.clone()));
    }
    // Each of them ends with whom it is for.
    let stem = first.name.split('.').next()?;
    let (_, audience) = stem.rsplit_once('-')?;
    Some((["ayni-", audience, "-", format, "-", day, ".zip"].concat(), zipped(&files)?))
}

pub fn result(page: Page) -> Option<El> {
    let words = page.desk.words().other_files();
    match page.ended.get() {
        Ended::NotYet => None,
        Ended::Saved(name, audience) => {
            let next = match audience {
                Audience::Team => words.saved_team,
                Audience::Public => words.saved_public,
            };
            let next = vec![el("p").child(next)];
            Some(notice("note ok", "other-file-saved", Pic::Check, (words.saved)(&name), next))
        }
        Ended::Failed(trouble) => Some(alert("other-file-failed", trouble)),
    }
}
