//! Values of fields in words, for reading and for the history.

use crate::app::Names;
use crate::record::periods::Period;
use crate::record::{Choice, Field, Location, Map, Value, cells};

/// Fields, also inside objects, in which a person writes what they like: never a choice or a reference.
const FREE_TEXT: [&str; 24] = [
    "name",
    "title",
    "summary",
    "remarks",
    "community",
    "as_written",
    "place_as_written",
    "what",
    "responsible",
    "purpose",
    "observations",
    "assessment",
    "what_worked",
    "difficulties",
    "recommendations",
    "venue",
    "evidence",
    "facilitator",
    "text",
    "description",
    "conditions",
    "role",
    "caption",
    "returned_because",
];

/// The order in which the members of an object are read; others follow.
const ORDER: [&str; 12] = [
    "women",
    "men",
    "not_stated",
    "practice",
    "text",
    "role",
    "organisation",
    "for",
    "stage",
    "transferable",
    "description",
    "conditions",
];

/// A value as a person reads it. Fields of a newer version are shown as they are written.
pub fn in_words(names: Names, field: &str, value: &Value) -> String {
    let words = names.lang.words();
    match (Field::from_name(field), value) {
        (_, Value::Null) => words.common.not_recorded.to_owned(),
        (_, Value::Bool(yes)) => if *yes { words.common.yes } else { words.common.no }.to_owned(),
        (Some(Field::Municipality), Value::Text(code)) => names.municipality(code),
        (Some(Field::Country | Field::Countries | Field::Parent | Field::Place), Value::Text(place)) => {
            place_in_words(names, place)
        }
        (Some(field @ Field::Countries), Value::List(items)) => {
            items.iter().map(|item| in_words(names, field.name(), item)).collect::<Vec<_>>().join(", ")
        }
        (Some(Field::StartsOn | Field::EndsOn | Field::HeldOn | Field::DueOn), Value::Text(date)) => {
            names.lang.date_short(date)
        }
        (Some(Field::FirstTimePeriod), period) if Period::from_value(period).is_some() => {
            let days = Period::from_value(period).map(|period| [period.from, period.to]);
            days.into_iter().flatten().map(|day| names.lang.date_short(&day)).collect::<Vec<_>>().join(" – ")
        }
        (Some(Field::Minutes), Value::Int(minutes)) => {
            names.lang.count(usize::try_from(*minutes).unwrap_or_default(), words.nouns.minutes)
        }
        (Some(Field::Cells), Value::List(all)) => cells_in_words(names, all),
        (_, Value::Int(number)) => names.lang.number(*number),
        (_, Value::Text(text)) if FREE_TEXT.contains(&field) => text.clone(),
        (_, Value::Text(text)) => text_in_words(names, text),
        // Two words that were joined are one.
        (_, Value::List(items)) if is_of_words(items) => names.list(items),
        (_, Value::List(items)) => {
            // Lists of objects, such as lessons, stand one below the other.
            let between = if matches!(items.first(), Some(Value::Map(_))) { "\n" } else { ", " };
            items.iter().map(|item| in_words(names, "", item)).collect::<Vec<_>>().join(between)
        }
        (Some(Field::Location), point) if Location::from_value(point).is_some() => {
            let accuracy = point.member("accuracy_m").and_then(Value::as_int);
            let accuracy = accuracy.map(|metres| [" (± ", &names.lang.number(metres), " m)"].concat());
            let point = Location::from_value(point).map(|point| point.in_words(words.numbers.decimal));
            [point.unwrap_or_default(), accuracy.unwrap_or_default()].concat()
        }
        (_, Value::Map(members)) => members_in_words(names, members),
    }
}

fn is_of_words(items: &[Value]) -> bool {
    items.iter().all(|item| item.as_text().is_some_and(|text| text.starts_with("term/")))
}

/// A country, a municipality or a record, whichever the text names.
fn place_in_words(names: Names, place: &str) -> String {
    match (names.lang.words().directory().country)(place) {
        same if same == place && crate::record::RecordId::parse(place).is_some() => names.of(place),
        same if same == place => names.municipality(place),
        country => country.to_owned(),
    }
}

fn members_in_words(names: Names, members: &Map<Value>) -> String {
    let lang = names.lang;
    let mut told: Vec<String> = Vec::new();
    if let Some(group) = members.get("group").and_then(Value::as_text) {
        told.push(text_in_words(names, group));
    }
    let known = ORDER.iter().filter_map(|name| Some((*name, members.get(name)?)));
    let others = members.iter().map(|(name, value)| (name.as_str(), value)).filter(|(name, _)| !ORDER.contains(name));
    for (name, value) in known.chain(others).filter(|(name, value)| *name != "group" && !value.is_blank()) {
        let sex = match name {
            "women" => Choice::Female,
            "men" => Choice::Male,
            "not_stated" => Choice::OtherOrNotStated,
            _ => {
                told.push(in_words(names, name, value));
                continue;
            }
        };
        // A number in an object says what it counts.
        let number = value.as_int().map(|number| lang.number(number)).unwrap_or_default();
        told.push([&number, " ", (lang.words().pad().sex)(sex)].concat());
    }
    told.join(" · ")
}

fn text_in_words(names: Names, text: &str) -> String {
    if let Some(choice) = Choice::from_name(text) {
        return (names.lang.words().labels.choice)(choice).to_owned();
    }
    let is_reference = crate::record::RecordId::parse(text).is_some_and(|record| record.kind().is_some());
    if is_reference { names.of(text) } else { text.to_owned() }
}

/// "16 women, 8 men, 1 not recorded": the sums by sex.
fn cells_in_words(names: Names, all: &[Value]) -> String {
    let words = names.lang.words();
    let by_sex = cells::SEXES.iter().filter_map(|sex| {
        let sum = cells::sum_of(all, *sex)?;
        Some([&names.lang.number(sum), " ", (words.pad().sex)(*sex)].concat())
    });
    by_sex.collect::<Vec<_>>().join(", ")
}
