//! First start, Today, the lists, a record, settings, the example.

use super::{here, number, one};
use crate::i18n::{
    Date, Device, Example, Lang, Lists, Near, Record, Settings, Start, Today, fill, in_running_text, near, time,
};

pub const START: Start = Start {
    slogan: "A field notebook for people who learn from each other.",
    language: "Language · Idioma",
    who: "Who takes the notes?",
    who_hint: "A team or a role is enough. Your own name is not needed.",
    who_placeholder: "Team Sacaba",
    who_missing: "Write who takes the notes: a team, a role or a name.",
    start: "Start",
    see_example: "Look at the example first",
    privacy: |device| match device {
        Device::Phone => "No account. Everything stays on this phone; nothing is sent.",
        Device::Computer => "No account. Everything stays on this computer; nothing is sent.",
    },
};

pub const TODAY: Today = Today {
    new_visit: "New visit",
    new_training: "Count a training",
    only_here: |n, device| {
        let are = one(n, " record is only on ", " records are only on ");
        fill("{}{}{}.", &[&number(n), are, here(device)])
    },
    oldest: |date, today| fill("The oldest is from {}.", &[&Lang::En.day(date, today)]),
    share: "Share",
    put_off: "Remind me tomorrow",
    iphone: "On an iPhone, put Ayni on the home screen first. In a tab it is cleared after seven days without use.",
    not_safe_region: "What is not safe yet",
    drafts: "To finish",
    draft_of: |at, today| fill("draft from {}", &[&Lang::En.moment(at, today)]),
    draft_visit: "New visit",
    draft_training: "New training",
    draft_edit: "Edit not saved yet",
    throw_draft_away: "Throw this draft away",
    throw_draft_away_ask: "Throw this draft away? What is written in it is lost. What you saved does not change.",
    latest: "Latest",
    everything: "Everything recorded",
    ready: "Your notebook is ready",
    how_it_works: "How it works",
    steps: [
        ("Take notes on the spot", "A visit takes two minutes. Taking notes needs no internet."),
        ("Share your file", "By message, cable or memory stick, whenever you can."),
        ("Join it with the others", "One computer puts everybody's files together. Nothing is lost or counted twice."),
    ],
    see_example: "Look at an example",
    help: "Help, step by step",
};

pub const LISTS: Lists = Lists {
    visits: "Visits",
    trainings: "Trainings",
    no_visits: "No visits yet",
    no_visits_hint: "Write where you were, who you visited and what you saw. You can save it half done and finish later.",
    no_trainings: "No trainings yet",
    no_trainings_hint: "Count people with one tap each, by sex and age. No names.",
    without_title_visit: "Visit without place or host",
    without_title_training: "Training without a topic",
    column_record: "Record",
    column_topic: "What was taught",
    column_date: "Date",
    column_place: "Place",
    column_host: "Host",
    column_with: "With whom · how many people",
    column_by: "Recorded by",
    column_total: "Total",
    column_status: "Status",
    counted_elsewhere: "counted in another",
    in_conflict: "written differently",
    due_on: |date, today| fill("due {}", &[&Lang::En.day(date, today)]),
    courses: "Field schools and courses",
    session: |n| fill("Session {}", &[&Lang::En.number(n)]),
};

pub const RECORD: Record = Record {
    visit: "Visit",
    training: "Training",
    edit: "Edit",
    what_was_recorded: "What was recorded",
    people: "People",
    sum: "Sum",
    blank_is_not_zero: "– means that nobody counted it; it is not zero.",
    recorded_by: |who, at, today| fill("Recorded by {}, {}", &[who, &moment(at, today)]),
    edited_by: |who, at, today| fill("Edited by {}, {}", &[who, &moment(at, today)]),
    history: "What it said before",
    began: "began the record",
    photo_added: "added",
    photo_numbered: |n| fill("Photo {}", &[&number(n)]),
    wrote: |field, value| fill("{}: wrote “{}”", &[field, value]),
    changed: |field, before, after| fill("{}: changed “{}” to “{}”", &[field, before, after]),
    emptied: |field, before| fill("{}: cleared “{}”", &[field, before]),
    unknown_field: |name| fill("Item from a newer version ({})", &[name]),
    conflict: "Two people wrote different things",
    from_newer: "It has items from a newer version of Ayni. They are kept whole, even if not all of them show here.",
    share_of: |percent, choice| {
        let label = (super::labels::LABELS.choice)(choice);
        fill("{} {}", &[&Lang::En.percent(percent), &in_running_text(label)])
    },
};

pub const SETTINGS: Settings = Settings {
    title: "Settings",
    language: "Language",
    who: |device| match device {
        Device::Phone => "Who takes notes on this phone?",
        Device::Computer => "Who takes notes on this computer?",
    },
    who_hint: "A team or a role is enough. It goes into every file you share.",
    name_saved: "Name saved",
    device: |device| match device {
        Device::Phone => "This phone",
        Device::Computer => "This computer",
    },
    device_id: "Its name in files",
    held: |records| fill("{} {}", &[&number(records), one(records, "record", "records")]),
    last_file: |at, today| fill("Last file saved: {}", &[&moment(at, today)]),
    no_file_yet: "You have not saved a file to share yet.",
    example: "Example",
    example_hint: "An exchange between Bolivia and Ecuador, to look at and try out. It does not touch your records.",
    about: "About Ayni",
    meaning: "in Quechua: today for you, tomorrow for me.",
    version: |version| fill("Version {}", &[version]),
    licence: "Open source, licence MIT or Apache 2.0.",
    places_by: "Names and locations of municipalities:",
    places_licence: "CC BY 4.0.",
    not_reviewed: "Native speakers have not reviewed these texts yet.",
};

pub const EXAMPLE: Example = Example {
    name: "Example",
    not_yours: "these are not your records",
    open: "Look at the example",
    leave: "Leave the example",
    saved: "Saved only in the example, until you leave it",
    no_files: "In the example no files are saved or loaded.",
    no_files_hint: "So it never mixes with your records. Leave the example to share your own.",
};

/// "today at 10:42", "on 27 Oct 2015 at 10:42".
pub fn moment(at: &str, today: &str) -> String {
    let on = if near(at, today) == Near::Other && Date::parse(at).is_some() { "on " } else { "" };
    match time(at) {
        "" => [on, &Lang::En.day(at, today)].concat(),
        time => fill("{}{} at {}", &[on, &Lang::En.day(at, today), time]),
    }
}
