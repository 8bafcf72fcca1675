//! Screens that are read: first start, Today, the lists, a record, settings, the example.

use crate::i18n::Device;
use crate::record::Choice;

/// The first start. "Language" stands in both languages, for who can not read this one.
#[derive(Clone, Copy)]
pub struct Start {
    pub slogan: &'static str,
    pub language: &'static str,
    pub who: &'static str,
    pub who_hint: &'static str,
    pub who_placeholder: &'static str,
    /// Start was pressed without a name.
    pub who_missing: &'static str,
    pub start: &'static str,
    pub see_example: &'static str,
    pub privacy: fn(Device) -> &'static str,
}

/// Today.
#[derive(Clone, Copy)]
pub struct Today {
    pub new_visit: &'static str,
    pub new_training: &'static str,
    /// "7 registros están solo en este teléfono."
    pub only_here: fn(usize, Device) -> String,
    /// The oldest of them: its date or moment, then today's date.
    pub oldest: fn(&str, &str) -> String,
    pub share: &'static str,
    /// The reminder comes back tomorrow.
    pub put_off: &'static str,
    /// In a tab on an iPhone.
    pub iphone: &'static str,
    /// The name of the part that says it, for those who hear it.
    pub not_safe_region: &'static str,
    pub drafts: &'static str,
    /// When it was last typed in: its moment, then today's date.
    pub draft_of: fn(&str, &str) -> String,
    pub draft_visit: &'static str,
    pub draft_training: &'static str,
    /// A draft of a record that was saved before.
    pub draft_edit: &'static str,
    pub throw_draft_away: &'static str,
    pub throw_draft_away_ask: &'static str,
    pub latest: &'static str,
    pub everything: &'static str,
    pub ready: &'static str,
    pub how_it_works: &'static str,
    /// What to do, and a word on it.
    pub steps: [(&'static str, &'static str); 3],
    pub see_example: &'static str,
    /// The way to the help.
    pub help: &'static str,
}

/// The lists and the tables.
#[derive(Clone, Copy)]
pub struct Lists {
    pub visits: &'static str,
    pub trainings: &'static str,
    pub no_visits: &'static str,
    pub no_visits_hint: &'static str,
    pub no_trainings: &'static str,
    pub no_trainings_hint: &'static str,
    pub without_title_visit: &'static str,
    pub without_title_training: &'static str,
    pub column_record: &'static str,
    pub column_topic: &'static str,
    pub column_date: &'static str,
    pub column_place: &'static str,
    pub column_host: &'static str,
    pub column_with: &'static str,
    pub column_by: &'static str,
    pub column_total: &'static str,
    pub column_status: &'static str,
    /// On a record in which two people wrote different things.
    /// A session that was joined into another, in a list.
    pub counted_elsewhere: &'static str,
    pub in_conflict: &'static str,
    pub due_on: fn(&str, &str) -> String,
    /// Over the list of courses.
    pub courses: &'static str,
    pub session: fn(i64) -> String,
}

/// The page of one record.
#[derive(Clone, Copy)]
pub struct Record {
    pub visit: &'static str,
    pub training: &'static str,
    pub edit: &'static str,
    pub what_was_recorded: &'static str,
    pub people: &'static str,
    pub sum: &'static str,
    pub blank_is_not_zero: &'static str,
    /// Who recorded it, when: name, moment, today's date.
    pub recorded_by: fn(&str, &str, &str) -> String,
    pub edited_by: fn(&str, &str, &str) -> String,
    pub history: &'static str,
    /// What the first Save did.
    pub began: &'static str,
    /// The same of a photo.
    pub photo_added: &'static str,
    /// What a photo of this number is called where nobody wrote what it shows.
    pub photo_numbered: fn(usize) -> String,
    /// Label of the field, value.
    pub wrote: fn(&str, &str) -> String,
    /// Label of the field, value before, value after.
    pub changed: fn(&str, &str, &str) -> String,
    /// Label of the field, value before.
    pub emptied: fn(&str, &str) -> String,
    /// How a field of a newer version is called.
    pub unknown_field: fn(&str) -> String,
    pub conflict: &'static str,
    pub from_newer: &'static str,
    /// A part of a whole: "64 % mujeres".
    pub share_of: fn(i64, Choice) -> String,
}

/// Settings and what this is.
#[derive(Clone, Copy)]
pub struct Settings {
    pub title: &'static str,
    pub language: &'static str,
    pub who: fn(Device) -> &'static str,
    pub who_hint: &'static str,
    pub name_saved: &'static str,
    pub device: fn(Device) -> &'static str,
    /// The name other files call this device by.
    pub device_id: &'static str,
    pub held: fn(usize) -> String,
    pub last_file: fn(&str, &str) -> String,
    pub no_file_yet: &'static str,
    pub example: &'static str,
    pub example_hint: &'static str,
    pub about: &'static str,
    /// What the name means; the name itself stands before it, in Quechua.
    pub meaning: &'static str,
    pub version: fn(&str) -> String,
    pub licence: &'static str,
    /// Before the link to GeoNames.
    pub places_by: &'static str,
    /// After the link.
    pub places_licence: &'static str,
    pub not_reviewed: &'static str,
}

/// The example workspace.
#[derive(Clone, Copy)]
pub struct Example {
    pub name: &'static str,
    /// After the name and a colon.
    pub not_yours: &'static str,
    pub open: &'static str,
    pub leave: &'static str,
    /// Why a Save says nothing of the phone.
    pub saved: &'static str,
    pub no_files: &'static str,
    pub no_files_hint: &'static str,
}
