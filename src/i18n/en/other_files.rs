//! Files for others: spreadsheets, open data.

use super::count;
use crate::i18n::{OtherFiles, fill};

pub const OTHER_FILES: OtherFiles = OtherFiles {
    title: "Files for others",
    of_place: "The place itself",
    of_municipality: "The municipality",
    team_in_name: "team",
    public_in_name: "public",
    form_text: "text",
    form_date: "date",
    form_whole: "whole number",
    form_yes_no: "yes or no",
    form_degrees: "degrees",
    for_whom: "For whom",
    for_team: "For the team",
    for_public: "For the public",
    team_holds: "It holds notes that are only for the team, with whole places and names. Do not pass it on.",
    public_holds: "It holds what may be shared: visits that somebody lets others read, and the numbers of trainings.",
    left_out: "Left out",
    team_without: "Photos, and what is in the bin. What was joined into another record stands there.",
    public_without: "Who recorded, who was met, who is responsible, remarks, photos and their captions, counts by sex, age and role together. Places are rounded to two decimals.",
    visits_kept: |n| fill("Visits that are only for the team: {}.", &[&super::number(n)]),
    quotes_kept: |n| fill("Quotes without the consent of who spoke: {}.", &[&super::number(n)]),
    blotted: |n| {
        fill(
            "Texts in which a phone or identity number or an e-mail address was blotted out: {}.",
            &[&super::number(n)],
        )
    },
    period: "Period",
    no_period: "No record has a date",
    made_on: "Made on",
    holds: "What is in it",
    rows: |n| count(n, "row", "rows"),
    people_counted: "How people are counted",
    sessions_are: "Sessions: each time a group met.",
    attendances_are: "Attendances: the sum of the totals. Who came three times counts three times.",
    people_are: "Different people: two bounds, because who came more than once is not known. Where both are the same, the number is exact.",
    never_added: "People, attendances, households and organisations are never added together. Bounds of parts do not add up to those of the whole.",
    others_apart: "What others reported stands apart and is in no sum, unless somebody asked for it.",
    blank: "An empty cell is not zero: nobody counted or asked.",
    small_groups: "Small groups",
    small_groups_hint: "Counts of 1 to 4 by sex or age are shown as <5. Where such a count could be worked out from the others, one more is shown as ≥5.",
    to_decide: "To be decided",
    conflicts: |n| {
        fill(
            "Fields in which two people wrote different things: {}. Here stands what the app shows of each.",
            &[&super::number(n)],
        )
    },
    shortened: "[… shortened: a cell holds no more]",
    all_trainings: "All trainings",
    everything: "All",
    overlap: "One session may stand in several lines: there is no sum",
    bounds_note: "Bounds: who came more than once is not known",
    exact_note: "Exact",
    reported: "Reported by others, in no sum",
    summed_anyway: "Reported by others, and summed because somebody asked for it",
};
