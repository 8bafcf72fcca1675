//! `data/gazetteer.csv` as the app carries it: names by code, without coordinates and provinces of Bolivia.

use ayni::record::{gazetteer, points};
use std::collections::BTreeMap;

/// The text that `record::gazetteer` reads; its form is said there.
pub fn make(csv: &str, other_names: &str) -> String {
    let rows = rows(csv);
    let other: BTreeMap<(&str, &str), &str> = rows_of(other_names, |row| match row {
        [country, code, name] => Some(((*country, *code), *name)),
        _ => None,
    })
    .collect();
    // Municipalities by what stands before the last two digits of their code: country and province, or country and canton's province.
    let mut groups: BTreeMap<(&str, &str), BTreeMap<usize, String>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.level == "municipality") {
        let (group, number) = row.code.split_at(row.code.len() - 2);
        let number: usize = number.parse().expect("a code is digits");
        let names: Vec<&str> =
            [Some(row.name), other.get(&(row.country, row.code)).copied()].into_iter().flatten().collect();
        groups.entry((row.country, group)).or_default().insert(number, names.join("|"));
    }
    let mut text = String::new();
    let mut last = "";
    for ((country, group), names) in groups {
        let above = unit_above(&rows, country, group);
        if above != last {
            text.push_str(&format!("> {above}\n"));
            last = above;
        }
        let greatest = names.keys().max().copied().unwrap_or_default();
        let names: Vec<&str> = (1..=greatest).map(|number| names.get(&number).map_or("", String::as_str)).collect();
        text.push_str(&format!("{country}{group} {}\n", names.join(";")));
    }
    text
}

/// The text that `record::points` reads; its form is said there.
pub fn points(csv: &str) -> String {
    let point = |row: &[&str]| match row {
        // Of some the sources have no point.
        [country, "municipality", code, _, _, "", ""] => Some(([*country, *code].concat(), String::new())),
        [country, "municipality", code, _, _, latitude, longitude] => {
            // Four decimals stand in the table: whole ten thousandths of a degree.
            let whole = |text: &str| (text.parse::<f64>().expect("degrees") * 1e4).round() as i64;
            Some(([*country, *code].concat(), format!("{} {}", whole(latitude), whole(longitude))))
        }
        _ => None,
    };
    let of_rows = rows_of(csv, |row| Some(point(row))).flatten();
    let sorted: BTreeMap<String, String> = of_rows.collect();
    sorted.into_values().map(|point| point + "\n").collect()
}

struct Row<'a> {
    country: &'a str,
    level: &'a str,
    code: &'a str,
    name: &'a str,
}

fn rows(csv: &str) -> Vec<Row<'_>> {
    rows_of(csv, |row| match row {
        [country, level, code, name, ..] => Some(Row { country, level, code, name }),
        _ => None,
    })
    .collect()
}

fn rows_of<'a, T>(csv: &'a str, read: impl Fn(&[&'a str]) -> Option<T>) -> impl Iterator<Item = T> {
    csv.lines().skip(1).map(move |line| {
        let row: Vec<&str> = line.split(',').collect();
        read(&row).unwrap_or_else(|| panic!("not a row: {line}"))
    })
}

/// The department or province in which a code begins.
fn unit_above<'a>(rows: &[Row<'a>], country: &str, code: &str) -> &'a str {
    let is_above = |row: &&Row| row.level == "adm1" && row.country == country && code.starts_with(row.code);
    rows.iter().find(is_above).map(|row| row.name).unwrap_or_else(|| panic!("nothing above {country}{code}"))
}

#[test]
fn the_app_knows_every_municipality_of_the_table_and_no_other() {
    let csv = super::read("gazetteer.csv");
    let rows = rows(&csv);
    let mut expected: Vec<[String; 3]> = rows
        .iter()
        .filter(|row| row.level == "municipality")
        .map(|row| {
            let id = [row.country, row.code].concat();
            [id, row.name.to_owned(), unit_above(&rows, row.country, row.code).to_owned()]
        })
        .collect();
    expected.sort();
    let known = gazetteer::all().iter().map(|place| [place.id.clone(), place.name.to_owned(), place.above.to_owned()]);
    assert_eq!(known.collect::<Vec<_>>(), expected);
}

#[test]
fn every_municipality_has_the_point_of_the_table() {
    let csv = super::read("gazetteer.csv");
    let mut compared = 0;
    for line in csv.lines().skip(1) {
        let row: Vec<&str> = line.split(',').collect();
        if let [country, "municipality", code, _, _, latitude, longitude] = row.as_slice() {
            compared += 1;
            let point = points::of(&[*country, *code].concat());
            let Some(point) = point else {
                assert_eq!([*latitude, *longitude], ["", ""], "{line}");
                continue;
            };
            let degrees = |text: &str| text.parse::<f64>().expect("degrees");
            let is = |micro: i64, text: &str| (micro as f64 / 1e6 - degrees(text)).abs() < 1e-9;
            assert!(is(point.latitude, latitude) && is(point.longitude, longitude), "{line}: {point:?}");
        }
    }
    assert_eq!((compared, points::of("EC9999")), (gazetteer::all().len(), None));
}

#[test]
fn every_other_name_leads_to_its_municipality() {
    let csv = super::read("seed/other-names.csv");
    let others = rows_of(&csv, |row| match row {
        [country, code, name] => Some(([*country, *code].concat(), *name)),
        _ => None,
    });
    for (id, name) in others {
        let found: Vec<&str> = gazetteer::search(name, 3).iter().map(|place| place.id.as_str()).collect();
        assert!(found.contains(&id.as_str()), "{name} should lead to {id}, not to {found:?}");
    }
}
