//! The pages that come in files of their own. What a first note, a count and reading them again need is not among them.
//!
//! To put another page into a file: add its route to the view here that it goes with, or a file to [`ALL`], and call it by
//! `later` where it was drawn before. Only what nothing in the first file calls as well leaves it: `cargo xtask size` shows it.

use super::note_here;
use super::session_notes::session_notes;
use super::{
    bin, clashes, counting_settings, directory, exchange, figures, help, history, indicators, my_data, other_files,
    photos, plain_form, plain_record, reports, review, settings, twins, visit_more, vocabulary,
};
use crate::app::{Route, photos_of};
use crate::i18n::Topic;
use crate::log::RecordView;
use crate::record::{Choice, Field, Kind, RecordId, Value};
use crate::ui::browser;
use crate::ui::desk::{Desk, Trouble};
use crate::ui::filling::Filling;
use crate::ui::html::{El, Node, div};
use crate::ui::later::{File, NotHere, at_once, in_a_file, later, later_quietly};
use crate::ui::parts;
use crate::ui::shared::{Derived, Shared};
use leptos::prelude::AnyView;

/// All files, those first that are wanted soonest.
pub const ALL: &[File] = &[NOTES, MORE, ROOMS, EXCHANGE, CLASHES, FIGURES, REVIEW, REPORTS, HELP];

in_a_file! { NOTES is notes: fn draw_note(desk: Desk, route: Route) {
    note_here(desk, route)
} }

/// Where figures stand.
#[derive(Clone)]
pub enum Counted {
    All,
    Settings,
    /// What is to be reached, and how far it is.
    Indicators,
    /// One of them, or its form.
    Indicator(Route),
    /// What is to be said of one session; of another record, whether it was joined or may be the same as one.
    One(RecordId),
    /// What may have been written down twice.
    Twins,
    /// The way there, where there is something to look at.
    ToTwins,
    /// Nothing yet: they are only counted, so that they stand there at once when somebody wants to see them.
    Ahead,
}

in_a_file! { FIGURES is figures: fn draw_figures(desk: Desk, what: Counted) {
    match what {
        Counted::All => figures::figures(desk).into_one(),
        Counted::Indicators => indicators::indicators(desk).into_one(),
        Counted::Indicator(Route::Record(record)) => indicators::record(desk, record),
        Counted::Indicator(route) => indicators::form(desk, route),
        Counted::Settings => counting_settings::counting_settings(desk).into_one(),
        Counted::One(session) if session.kind() == Some(Kind::Session) => session_notes(desk, &session).into_one(),
        Counted::One(record) => twins::notes_of(desk, record).into_one(),
        Counted::Twins => twins::twins(desk).into_one(),
        Counted::ToTwins => twins::to_twins(desk).into_one(),
        Counted::Ahead => {
            desk.count_anew();
            ().into_one()
        }
    }
} }

in_a_file! { EXCHANGE is exchange: fn draw_exchange(desk: Desk) {
    exchange::exchange(desk)
} }

in_a_file! { REVIEW is review: fn draw_review(desk: Desk) {
    review::review(desk).into_one()
} }

in_a_file! { HELP is help: fn draw_help(desk: Desk, topic: Option<Topic>) {
    help::help(desk, topic).into_one()
} }

in_a_file! { REPORTS is reports: fn draw_reports(desk: Desk, route: Route) {
    match route {
        Route::OtherFiles => other_files::other_files(desk).into_one(),
        Route::New(_) => reports::write(desk, None).into_one(),
        Route::Edit(report) => reports::write(desk, Some(report)).into_one(),
        Route::Record(report) => reports::read(desk, report).into_one(),
        _ => reports::reports(desk).into_one(),
    }
} }

/// Where it is seen that people wrote different things.
#[derive(Clone)]
pub enum Clashing {
    All,
    /// On the page of one record.
    Of(RecordId),
    /// On Today: how much there is to decide, and what was sent back.
    Line,
    /// Why a record was sent back.
    Returned(RecordId),
}

in_a_file! { CLASHES is clashes: fn draw_clashes(desk: Desk, what: Clashing) {
    match what {
        Clashing::All => clashes::clashes(desk).into_one(),
        Clashing::Of(record) => clashes::of_record(desk, &record).into_one(),
        Clashing::Line => [review::returned::line(desk), clashes::line(desk)].into_one(),
        Clashing::Returned(record) => review::returned::of_record(desk, &record).into_one(),
    }
} }

/// What stands in the rooms behind the first ones.
#[derive(Clone)]
pub enum Room {
    Page(Route),
    /// What a record said before, and whether one has opened it.
    History(RecordId, Shared<bool>),
    /// Nothing to be seen.
    House(House),
}

/// What is done with the store now and then, and brings much along.
#[derive(Clone, Copy)]
pub enum House {
    TidyUp,
    WriteAgain,
}

in_a_file! { ROOMS is rooms: fn draw_room(desk: Desk, room: Room) {
    let route = match room {
        Room::Page(route) => route,
        Room::History(record, is_open) => return Ok(history::late(desk, &record, is_open)),
        Room::House(what) => return Ok(house(desk, what)),
    };
    match route {
        Route::Bin => bin::bin(desk).into_one(),
        Route::MyData => my_data::my_data(desk).into_one(),
        Route::Words => vocabulary::vocabulary(desk).into_one(),
        Route::Directory => directory::directory(desk).into_one(),
        Route::Record(record) => plain_record::open(desk, record),
        Route::New(_) | Route::Edit(_) => plain_form::open(desk, route),
        _ => settings::settings(desk).into_one(),
    }
} }

fn house(desk: Desk, what: House) -> AnyView {
    leptos::task::spawn_local(async move {
        match what {
            House::TidyUp => desk.tidy_up().await,
            House::WriteAgain => {
                if desk.write_again().await.is_err() {
                    desk.trouble.set(Some(Trouble::NotRead));
                }
            }
        }
    });
    ().into_one()
}

/// Does it when its file is here; nobody waits for it.
pub fn keep_house(desk: Desk, what: House) {
    leptos::task::spawn_local(async move {
        if ROOMS().await.is_ok() {
            // Drawn at once, as the file is here; there is nothing to see.
            let _ = at_once(draw_room(desk, Room::House(what)));
        }
    });
}

/// What a note has beyond what is needed first.
#[derive(Clone)]
pub enum More {
    /// What a visit can hold beyond the essential.
    OfVisit(Filling),
    PhotosIn(Filling),
    PhotosOf(RecordId),
}

in_a_file! { MORE is more: fn draw_more(desk: Desk, more: More) {
    match more {
        More::OfVisit(filling) => visit_more::more(desk, filling).into_one(),
        More::PhotosIn(filling) => parts::photos::photos(desk, filling).into_one(),
        More::PhotosOf(record) => desk.with_names(|names| photos::photos(desk, names, &record)).into_one(),
    }
} }

/// Counts the trainings while there is nothing else to do.
pub fn count_ahead(desk: Desk) {
    browser::when_idle(move || {
        leptos::task::spawn_local(async move {
            if FIGURES().await.is_ok() {
                at_once(draw_figures(desk, Counted::Ahead));
            }
        });
    });
}

/// What is to be said of a record, once the file is here: the page itself does not wait for it.
pub fn late_notes_of(desk: Desk, record: RecordId) -> El {
    late_count(desk, Counted::One(record))
}

/// The way to what may have been written down twice.
pub fn late_way_to_twins(desk: Desk) -> El {
    late_count(desk, Counted::ToTwins)
}

fn late_count(desk: Desk, what: Counted) -> El {
    div("stack").child(later_quietly(FIGURES, move || draw_figures(desk, what.clone())))
}

/// What a record said before. It stands at the end of the page, which does not wait for it.
pub fn late_history_of(desk: Desk, record: RecordId, is_open: Shared<bool>) -> El {
    let draw = move || draw_room(desk, Room::History(record.clone(), is_open));
    div("stack").child(later_quietly(ROOMS, draw))
}

/// How much there is to decide, once the file is here.
pub fn late_clashes(desk: Desk) -> El {
    div("stack").child(later_quietly(CLASHES, move || draw_clashes(desk, Clashing::Line)))
}

/// Why a record was sent back, where it was.
pub fn late_returned_of(desk: Desk, record: &RecordId) -> Option<El> {
    let status =
        desk.notebook.peek().log.shown(record, Field::Status.name()).and_then(Value::as_text).map(str::to_owned);
    let what = Clashing::Returned(record.clone());
    let is_returned = status.as_deref() == Some(Choice::Returned.name());
    is_returned.then(|| div("stack").child(later_quietly(CLASHES, move || draw_clashes(desk, what.clone()))))
}

/// What people wrote differently in a record, where they did.
pub fn late_clashes_of(desk: Desk, view: RecordView) -> Option<El> {
    let what = Clashing::Of(view.id().clone());
    let is_any = view.is_unclear() && !view.conflicts().is_empty();
    is_any.then(|| div("stack").child(later(desk, CLASHES, move || draw_clashes(desk, what.clone()))))
}

/// What a visit can hold beyond the essential, below that.
pub fn late_more(desk: Desk, filling: Filling) -> El {
    div("stack").child(later(desk, MORE, move || draw_more(desk, More::OfVisit(filling))))
}

/// The photos of a form. The rest of the form does not wait for them.
pub fn late_photos(desk: Desk, filling: Filling) -> El {
    div("stack").child(later(desk, MORE, move || draw_more(desk, More::PhotosIn(filling))))
}

/// The photos of a record that is read, where there are some or some are on their way.
pub fn late_photos_of(desk: Desk, record: RecordId) -> El {
    let of = record.clone();
    let is_any = Derived::new(move || {
        let has_some = !photos_of(&desk.notebook.see(), &of).is_empty();
        let work = desk.photos.work.see();
        has_some || work.of.as_ref() == Some(&of) || work.troubles.iter().any(|(record, _)| *record == of)
    });
    let view = move || {
        let photos = More::PhotosOf(record.clone());
        is_any.get().then(|| later(desk, MORE, move || draw_more(desk, photos.clone())))
    };
    div("stack").follow(view)
}
