//! Loading files: read all, check all, show what would change, then write everything or nothing (I1).

use crate::exchange::{
    Counts, FileContent, FileReport, MAX_BYTES, Parcel, Preview, Refused, acknowledge, preview, read,
};
use crate::i18n::{Noun, Trouble};
use crate::log::Change;
use crate::storage::{LogStore, Quarantined};
use crate::ui::browser;
use crate::ui::desk::Desk;
use crate::ui::parts::icon::{Pic, icon};
use leptos::prelude::*;
use web_sys::File;

/// Where loading stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loading {
    Idle(Option<Outcome>),
    /// So many files are being read.
    Reading(usize),
    Preview(Preview),
}

/// How the last thing on the page ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `confirmed`: records that the files say are held elsewhere and that were not known to be.
    Joined {
        changes: usize,
        files: usize,
        counts: Counts,
        confirmed: usize,
    },
    NothingNew {
        confirmed: usize,
    },
    Cancelled,
    /// Nothing was changed.
    Failed(Trouble),
    FileSaved(String),
}

/// Reads the files and shows what they would change. Nothing is written.
pub async fn read_files(desk: Desk, state: RwSignal<Loading>, files: Vec<File>) {
    state.set(Loading::Reading(files.len()));
    let mut parcels: Vec<(String, Result<Parcel, Refused>)> = Vec::new();
    for file in files {
        // Lets the screen follow between two files.
        browser::breathe().await;
        // Refused by its size before memory is spent (I3); sizes are whole numbers far below 2^53.
        if file.size() > MAX_BYTES as f64 {
            parcels.push((file.name(), Err(Refused::TooBig)));
            continue;
        }
        let Some(bytes) = browser::read_file(&file).await else {
            let told = (desk.words().errors.file_not_opened)(desk.device_word());
            state.set(Loading::Idle(Some(Outcome::Failed(told))));
            return;
        };
        parcels.push((file.name(), read(&bytes)));
    }
    let found = desk.notebook.with_untracked(|notebook| preview(&notebook.log, parcels));
    let all_whole =
        found.files.iter().all(|file| file.content.as_ref().is_ok_and(|content| content.counts.damaged == 0));
    if found.changes.is_empty() && all_whole {
        // Nothing to accept; a confirmation alone changes no record.
        let confirmed = confirm(desk, &found);
        state.set(Loading::Idle(Some(Outcome::NothingNew { confirmed })));
    } else {
        state.set(Loading::Preview(found));
    }
}

/// Writes what the preview showed, in one transaction.
async fn accept(desk: Desk, state: RwSignal<Loading>, found: Preview) {
    let lines: Vec<&str> = found.changes.iter().map(Change::line).collect();
    let damaged = |file: &FileReport| -> Vec<Quarantined> {
        let damaged = file.content.iter().flat_map(|content| &content.damaged);
        damaged
            .map(|damaged| Quarantined {
                file: file.name.clone(),
                line: damaged.line,
                reason: damaged.reason.to_string(),
                text: damaged.text.clone(),
            })
            .collect()
    };
    let damaged: Vec<Quarantined> = found.files.iter().flat_map(damaged).collect();
    let kept = match desk.store().import(&lines, &damaged).await {
        Ok(_) => desk.refresh().await,
        Err(error) => Err(error),
    };
    let outcome = match kept {
        Err(_) => Outcome::Failed((desk.words().errors.not_joined)(desk.device_word())),
        Ok(()) => Outcome::Joined {
            changes: found.total.new,
            files: found.files.iter().filter(|file| file.content.is_ok()).count(),
            counts: found.total,
            confirmed: confirm(desk, &found),
        },
    };
    state.set(Loading::Idle(Some(outcome)));
}

/// Takes note of what the makers of the files say they hold (F4). Returns how many records are safe that were not.
fn confirm(desk: Desk, found: &Preview) -> usize {
    let Some(own) = desk.device() else { return 0 };
    let open = || desk.notebook.with_untracked(|notebook| notebook.not_safe().records);
    let before = open();
    let mut more = false;
    desk.notebook.update(|notebook| {
        let mut safe = notebook.safe.clone();
        for content in found.files.iter().filter_map(|file| file.content.as_ref().ok()) {
            more |= acknowledge(&mut safe, &content.header, &own, &notebook.log);
        }
        notebook.safe = safe;
    });
    if more {
        let safe = desk.notebook.with_untracked(|notebook| notebook.safe.clone());
        // Where it is not kept, records count as not safe again: the careful side.
        let _ = desk.change_settings(|settings| settings.set_safe(&safe));
    }
    before.saturating_sub(open())
}

pub fn show_preview(desk: Desk, state: RwSignal<Loading>, found: Preview) -> impl IntoView + use<> {
    let words = &desk.words().preview;
    let has_new = !found.changes.is_empty();
    let readable = found.files.iter().any(|file| file.content.is_ok());
    let total = found.total;
    let files: Vec<AnyView> = found.files.iter().map(|file| file_row(desk, file).into_any()).collect();
    let is_writing = RwSignal::new(false);
    let take = move |_| {
        if !is_writing.get_untracked() {
            is_writing.set(true);
            leptos::task::spawn_local(accept(desk, state, found.clone()));
        }
    };
    let label = if has_new { (words.accept)(total.new) } else { desk.words().common.close.to_owned() };
    view! {
        <div class="head">
            <div class="grow">
                <h1 tabindex="-1">{(words.title)(files.len())}</h1>
                <p class="stone">{words.nothing_changes_yet}</p>
            </div>
        </div>
        <section class="card" aria-label=words.in_all data-test="preview-total">
            <div class="tiles">{numbers(desk, &total)}</div>
        </section>
        <section class="card" aria-labelledby="files">
            <h2 id="files">{words.files}</h2>
            <ul class="rows">{files}</ul>
        </section>
        <div class="foot">
            <button
                class="btn quiet grow"
                type="button"
                data-test="cancel"
                on:click=move |_| state.set(Loading::Idle(Some(Outcome::Cancelled)))
            >
                {desk.words().common.cancel}
            </button>
            {readable
                .then(|| {
                    view! {
                        <button class="btn grow" type="button" data-test="accept" disabled=move || is_writing.get() on:click=take>
                            {label}
                        </button>
                    }
                })}
        </div>
    }
}

/// The numbers that are not zero, each with what it counts; new and already here always.
fn numbers(desk: Desk, counts: &Counts) -> impl IntoView + use<> {
    let words = &desk.words().preview;
    let all: [(&'static str, usize, Noun, bool); 8] = [
        ("new-records", counts.new_records, words.new_records, true),
        ("changed-records", counts.changed_records, words.changed_records, false),
        ("new-changes", counts.new, words.new_changes, true),
        ("already-here", counts.known, words.already_here, true),
        ("in-conflict", counts.conflicts, words.in_conflict, false),
        ("binned", counts.binned, words.put_in_bin, false),
        ("newer", counts.newer, words.from_newer, false),
        ("damaged", counts.damaged, words.damaged, false),
    ];
    let lang = desk.lang.get();
    let tile = move |(test, count, noun, _): (&'static str, usize, Noun, bool)| {
        let number = lang.number(i64::try_from(count).unwrap_or(i64::MAX));
        view! { <p class="fact" data-test=["count-", test].concat()><b>{number}</b>{noun(count)}</p> }
    };
    all.into_iter().filter(|(_, count, _, always)| *always || *count > 0).map(tile).collect_view()
}

fn file_row(desk: Desk, file: &FileReport) -> impl IntoView + use<> {
    let words = &desk.words().preview;
    let (tag, lines) = match &file.content {
        Err(refused) => {
            let told = (desk.words().errors.refused)(refused);
            let tag = view! { <span class="tag bad">{icon(Pic::Close)}{words.file_refused}</span> }.into_any();
            (tag, vec![told.happened, told.safe, told.to_do])
        }
        Ok(content) => (content_tag(desk, content), content_lines(desk, content)),
    };
    view! {
        <li class="row" data-test="preview-file">
            <span class="grow">
                <span class="line"><b>{file.name.clone()}</b> {tag}</span>
                {lines.into_iter().map(|line| view! { <small>{line}</small> }).collect_view()}
            </span>
        </li>
    }
}

fn content_tag(desk: Desk, content: &FileContent) -> AnyView {
    let words = &desk.words().preview;
    let is_cut = content.notes.contains(&crate::exchange::Note::CutOff);
    if content.counts.damaged > 0 || is_cut {
        view! { <span class="tag bad">{icon(Pic::Warning)}{words.file_damaged}</span> }.into_any()
    } else if content.counts.new == 0 {
        view! { <span class="tag">{words.file_nothing_new}</span> }.into_any()
    } else {
        view! { <span class="tag ok">{icon(Pic::Check)}{words.file_whole}</span> }.into_any()
    }
}

fn content_lines(desk: Desk, content: &FileContent) -> Vec<String> {
    let words = &desk.words().preview;
    let (lang, counts) = (desk.lang.get(), &content.counts);
    let mut lines = vec![(words.made_by)(&content.header.by, &content.header.at, &desk.today())];
    let numbers = [
        (counts.new_records, words.new_records),
        (counts.changed_records, words.changed_records),
        (counts.known, words.already_here),
        (counts.conflicts, words.in_conflict),
        (counts.newer, words.from_newer),
    ];
    let told: Vec<String> =
        numbers.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| lang.count(count, noun)).collect();
    lines.push(told.join(", "));
    let damaged = content.damaged.iter().take(5);
    lines.extend(damaged.map(|damaged| (words.damaged_line)(damaged.line, &damaged.reason)));
    if counts.damaged > 0 {
        lines.push(words.damaged_hint.to_owned());
    }
    lines.extend(content.notes.iter().map(|note| (words.note)(*note)));
    lines.retain(|line| !line.is_empty());
    lines
}
