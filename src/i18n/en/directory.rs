//! Organisations, places and exchanges.

use crate::i18n::Directory;

pub const DIRECTORY: Directory = Directory {
    hint: "What appears in the notes: exchanges, organisations and places.",
    search: "Search the directory",
    exchanges: "Exchanges",
    organisations: "Organisations",
    places: "Places",
    no_exchanges: "There is no exchange yet. With one, the notes of its days go under its name.",
    no_organisations: "There are no organisations yet. They can also be added from the note of a visit.",
    no_places: "There are no places yet. Municipalities need not be added.",
    new_exchange: "New exchange",
    new_organisation: "New organisation",
    new_place: "New place",
    nothing_fits: "Nothing fits what you typed.",
    one_per_line: "One per line.",
    visits: "Visits to this organisation",
    country: |code| match code {
        "BO" => "Bolivia",
        "EC" => "Ecuador",
        other => other,
    },
};
