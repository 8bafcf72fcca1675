//! The tree of texts that each language fills in. The language files give the words; here stands what each is for.
//!
//! A member is a `&'static str` where the text never changes, a [`Noun`] where only one or many matters, and a function
//! where a name, a date or the kind of device stands in it. Dates come in as `YYYY-MM-DD` or RFC 3339, and the language
//! writes them.

mod bin;
mod clashes;
mod columns;
mod counting;
mod directory;
mod document;
mod errors;
mod exchange;
mod figures;
mod forms;
pub(super) mod help;
mod indicators;
mod loading;
mod loads;
mod my_data;
mod offline;
mod other_files;
mod pages;
mod photos;
mod reports;
mod review;
mod search;
mod sending;
mod twins;
mod visit_more;

pub use directory::Directory;
pub use document::DocumentWords;
mod vocabulary;

pub use bin::Bin;
pub use clashes::Clashes;
pub use columns::{Column, Leaf};
pub use counting::{Counting, Courses};
pub use errors::{Errors, Rescue, Tell, tell};
pub use exchange::{Exchange, Preview};
pub use figures::Figures;
pub use forms::{Commitments, Form, Pad, Picker, Training, Visit};
pub use help::{Help, Hints, Step, Topic, TopicWords};
pub use indicators::Indicators;
pub use loading::Loading;
pub use loads::Loads;
pub use my_data::MyData;
pub use offline::Offline;
pub use other_files::OtherFiles;
pub use pages::{Example, Lists, Record, Settings, Start, Today};
pub use photos::{PhotoErrors, Photos};
pub use reports::Reports;
pub use review::Review;
pub use search::Search;
pub use sending::Sending;
pub use twins::Twins;
pub use visit_more::{Items, Location, VisitMore};
pub use vocabulary::Vocabulary;

use super::{Device, Lang};
use crate::record::{Choice, Field, Kind};

/// The noun that goes with a number: "registro" for 1, "registros" for the rest. [`super::Lang::count`] puts them together.
pub type Noun = fn(usize) -> &'static str;

/// Everything a person reads in one language.
#[derive(Clone, Copy)]
pub struct Words {
    /// Which one it is.
    pub lang: Lang,
    /// The language, in itself.
    pub name: &'static str,
    pub common: Common,
    pub nav: Nav,
    pub nouns: Nouns,
    pub labels: Labels,
    pub start: Start,
    pub today: Today,
    pub lists: Lists,
    pub search: Search,
    pub commitments: Commitments,
    pub bin: Bin,
    pub example: Example,
    pub errors: Errors,
    pub a11y: A11y,
    pub dates: Dates,
    pub numbers: Numbers,
}

/// What stands on many screens.
#[derive(Clone, Copy)]
pub struct Common {
    pub save: &'static str,
    pub cancel: &'static str,
    pub close: &'static str,
    pub back: &'static str,
    pub undo: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    /// A page that is being fetched.
    pub coming: &'static str,
    pub try_again: &'static str,
    /// Where nothing was recorded.
    pub not_recorded: &'static str,
    /// The message after a Save that is durable.
    pub saved_here: fn(Device) -> &'static str,
    /// On a record that no other device has confirmed to hold.
    pub only_here: fn(Device) -> &'static str,
    /// Held by somebody else as well.
    pub safe: fn(Device) -> &'static str,
    pub stays_here: fn(Device) -> &'static str,
    /// A total with what it counts: "25 asistencias". Without a unit only the number.
    pub total: fn(i64, Option<Choice>) -> String,
    /// Under a list of which only the first are drawn.
    pub show_all: fn(usize) -> String,
}

/// The bottom bar on phones, the side bar on desktops.
#[derive(Clone, Copy)]
pub struct Nav {
    pub today: &'static str,
    pub visits: &'static str,
    pub trainings: &'static str,
    pub exchange: &'static str,
    pub settings: &'static str,
    pub figures: &'static str,
    pub review: &'static str,
    pub report: &'static str,
    pub directory: &'static str,
}

/// Things that are counted, for [`super::Lang::count`].
#[derive(Clone, Copy)]
pub struct Nouns {
    pub attendances: Noun,
    pub people: Noun,
    pub households: Noun,
    pub organisations: Noun,
    pub minutes: Noun,
}

/// What the names in the log are called. All begin with a capital; see [`super::in_running_text`].
#[derive(Clone, Copy)]
pub struct Labels {
    pub kind: fn(Kind) -> &'static str,
    /// As it is asked on a form and shown on the page of a record.
    pub field: fn(Field) -> &'static str,
    /// For tables, the history and what is missing.
    pub short: fn(Field) -> &'static str,
    pub choice: fn(Choice) -> &'static str,
}

/// Only for those who hear the screen rather than see it.
#[derive(Clone, Copy)]
pub struct A11y {
    pub skip: &'static str,
    pub main_nav: &'static str,
    pub choose_another: &'static str,
    pub remove_commitment: fn(usize) -> String,
    /// So many answers stand under a closed heading.
    pub filled: &'static str,
    pub before: &'static str,
    pub after: &'static str,
}

/// The words dates are made of, and how they are put together.
#[derive(Clone, Copy)]
pub struct Dates {
    /// From Monday.
    pub weekdays: [&'static str; 7],
    pub months: [&'static str; 12],
    pub long: fn(DateParts) -> String,
    pub full: fn(DateParts) -> String,
    pub short: fn(DateParts) -> String,
    pub today: &'static str,
    pub yesterday: &'static str,
    pub tomorrow: &'static str,
}

/// A date taken apart for a language to put together.
pub struct DateParts {
    pub weekday: &'static str,
    pub month_name: &'static str,
    pub day: String,
    pub day_two_digits: String,
    pub month_two_digits: String,
    pub year: String,
}

/// The signs in numbers.
#[derive(Clone, Copy)]
pub struct Numbers {
    pub thousands: &'static str,
    pub decimal: &'static str,
    /// With the space before it.
    pub percent: &'static str,
}
