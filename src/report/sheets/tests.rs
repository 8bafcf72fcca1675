use super::*;
use crate::record::{Field, Value};
use crate::report::hand::{Hand, full};

/// The cells of a row as people read them, by the headings.
fn row(book: &Book, leaf: Leaf, at: usize) -> Vec<(String, String)> {
    let sheet = book.sheet(leaf).unwrap_or_else(|| panic!("no {leaf:?}"));
    let told = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Date(text) => text.clone(),
        Cell::Whole(number) => number.to_string(),
        Cell::YesNo(yes) => yes.to_string(),
        Cell::Degrees(micro) => degrees(*micro, '.'),
        Cell::Few | Cell::Many => cell.hidden().unwrap_or_default().to_owned(),
    };
    let cells = sheet.columns.iter().zip(&sheet.rows[at]);
    cells.map(|(column, cell)| (column.heading.clone(), told(cell))).collect()
}

fn is(book: &Book, leaf: Leaf, at: usize, expected: &[(&str, &str)]) {
    let row = row(book, leaf, at);
    for (heading, expected) in expected {
        let found = row.iter().find(|(held, _)| held == heading).unwrap_or_else(|| panic!("no {heading} in {row:?}"));
        assert_eq!(found.1, *expected, "{heading}");
    }
}

#[test]
fn a_note_reads_in_a_row_as_it_does_on_the_page() {
    let hand = full();
    let book = book(hand.asked(Lang::Es, Audience::Team));
    // In the order of the days.
    is(&book, Leaf::Visits, 0, &[("Id", "b"), ("Objetivo", "interna")]);
    is(
        &book,
        Leaf::Visits,
        1,
        &[
            ("Fecha de inicio", "2026-11-20"),
            ("Clase de visita", "Visita en el lugar"),
            ("País", "Ecuador"),
            ("Departamento o provincia", "Imbabura"),
            ("Municipio", "Cotacachi"),
            ("Latitud", "0.351234"),
            ("Longitud", "-78.456789"),
            ("De qué es el punto", "El lugar mismo"),
            ("Precisión (m)", "12"),
            ("A quién visitaron", "Asociación Río Íntag"),
            ("Con quiénes se reunieron", "presidenta (Asociación Río Íntag)"),
            ("Rubro", "Leche"),
            ("Mujeres", "13"),
            ("Hombres", "2"),
            ("Sexo sin dato", ""),
            ("Quién lo anotó", "Rosa de Íntag"),
        ],
    );
    is(&book, Leaf::Practices, 0, &[("Visita (id)", "a"), ("Práctica", "Abono"), ("Hasta dónde llegó", "Probada")]);
    is(&book, Leaf::Lessons, 0, &[("Lección", "Medir antes"), ("Para quién", "Para Bolivia")]);
    is(
        &book,
        Leaf::Agreements,
        0,
        &[("Fecha de la visita", "2026-11-20"), ("Quién lo cumple", "Rosa Quispe")].map(|(heading, said)| {
            (
                if heading == "Quién lo cumple" {
                    (Lang::Es.words().labels.short)(Field::Responsible)
                } else {
                    heading
                },
                said,
            )
        }),
    );
}

#[test]
fn a_session_has_its_people_by_sex_and_by_age_and_each_adds_up_to_the_total() {
    let hand = full();
    let book = book(hand.asked(Lang::En, Audience::Team));
    let expected = [
        ("Date", "2026-11-21"),
        ("Course", "Abonos"),
        ("Method", "Farmer field school"),
        ("Municipality", "Sacaba"),
        ("Point of", "The municipality"),
        ("Total", "20"),
        ("Women", "17"),
        ("Men", "2"),
        // One of the total stands in no cell.
        ("Sex not recorded", "1"),
        ("Age < 18", ""),
        ("Age 18–29", "9"),
        ("Age 30–59", "10"),
        ("Age 60 +", "0"),
        ("Age not recorded", "1"),
        ("In no sum", "false"),
    ];
    is(&book, Leaf::Sessions, 1, &expected);
    // What others reported has no day, and is in no sum.
    is(&book, Leaf::Sessions, 0, &[("Date", ""), ("Total", "75"), ("Women", ""), ("In no sum", "true")]);
    assert_eq!(book.sheet(Leaf::Counts).map(|sheet| sheet.rows.len()), Some(4));
    is(
        &book,
        Leaf::Counts,
        2,
        &[("Sex", "Men"), ("Age from", "30"), ("Age to", "59"), ("Role", "Officials"), ("How many", "2")],
    );
}

#[test]
fn figures_keep_attendances_people_and_what_others_reported_apart() {
    let hand = full();
    let book = book(hand.asked(Lang::En, Audience::Team));
    let figures = book.sheet(Leaf::Figures).expect("figures");
    let all = [
        ("Part", "All"),
        ("Sessions", "1"),
        ("Attendances", "20"),
        ("Different people, at least", "20"),
        ("Different people, at most", "20"),
        ("Reported by others", ""),
    ];
    is(&book, Leaf::Figures, 0, &all);
    is(&book, Leaf::Figures, figures.rows.len() - 1, &[("Attendances", ""), ("Reported by others", "75")]);
    let of =
        |by: &str| (0..figures.rows.len()).filter(|at| row(&book, Leaf::Figures, *at)[0].1 == by).collect::<Vec<_>>();
    is(&book, Leaf::Figures, of("Month")[0], &[("Part", "November 2026"), ("Attendances", "20")]);
    let topic = [("Part", "Compost"), ("Note", "One session may stand in several lines: there is no sum")];
    is(&book, Leaf::Figures, of("What was taught")[0], &topic);
    // Whose sex was not recorded may be a woman: she is in the upper bound alone.
    let women = [
        ("Part", "Women"),
        ("Attendances", "17"),
        ("Different people, at least", "17"),
        ("Different people, at most", "18"),
    ];
    is(&book, Leaf::Figures, of("Sex")[0], &women);
}

#[test]
fn the_public_gets_coarse_places_small_groups_hidden_and_nothing_that_is_for_the_team() {
    let hand = full();
    let book = book(hand.asked(Lang::En, Audience::Public));
    assert_eq!(book.sheet(Leaf::Visits).map(|sheet| sheet.rows.len()), Some(1));
    is(&book, Leaf::Visits, 0, &[("Latitude", "0.35"), ("Longitude", "-78.46"), ("Women", "13"), ("Men", "<5")]);
    let session = [("Women", "17"), ("Men", "<5"), ("Sex not recorded", "<5"), ("Total", "20")];
    is(&book, Leaf::Sessions, 1, &session);
    is(&book, Leaf::Sessions, 1, &[("Latitude", "-17.4"), ("Age 18–29", "≥5"), ("Age not recorded", "<5")]);
    for leaf in [Leaf::Counts, Leaf::TookPart, Leaf::Captions] {
        assert_eq!(book.sheet(leaf), None);
    }
    let all = format!("{book:?}");
    for secret in
        ["solo nuestro", "interna", "No lo digan", "Rosa", "presidenta", "Borrada", "Una persona", "099 123", "351234"]
    {
        assert!(!all.contains(secret), "{secret}");
    }
    assert!(all.contains("Vengan") && all.contains("Visits that are only for the team: 1."));
}

#[test]
fn every_heading_of_a_table_is_its_own_and_every_tag_one_that_hxl_knows() {
    let hand = full();
    for (lang, audience) in [(Lang::Es, Audience::Team), (Lang::En, Audience::Team), (Lang::Es, Audience::Public)] {
        let book = book(hand.asked(lang, audience));
        for sheet in &book.sheets {
            assert!(
                sheet.name.encode_utf16().count() <= 31 && !sheet.name.contains(['[', ']', ':', '*', '?', '/', '\\'])
            );
            let headings: Vec<&str> = sheet.columns.iter().map(|column| column.heading.as_str()).collect();
            let once: std::collections::BTreeSet<&&str> = headings.iter().collect();
            assert_eq!(once.len(), headings.len(), "{headings:?}");
            for row in &sheet.rows {
                assert_eq!(row.len(), headings.len(), "{}", sheet.name);
            }
            for column in &sheet.columns {
                let mut parts = column.tag.strip_prefix('#').expect("a hashtag").split('+');
                let fits = |part: &str| {
                    part.starts_with(|c: char| c.is_ascii_lowercase())
                        && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
                };
                assert!(parts.all(fits) && !column.explained.is_empty(), "{}", column.tag);
            }
        }
        let explained = book.sheet(Leaf::Columns).map(|sheet| sheet.rows.len());
        let of_others = book.sheets.iter().filter(|sheet| !matches!(sheet.leaf, Leaf::About | Leaf::Columns));
        assert_eq!(explained, Some(of_others.map(|sheet| sheet.columns.len()).sum()));
    }
}

#[test]
fn what_is_of_another_form_stands_there_as_it_was_written() {
    let mut hand = Hand::new();
    let odd = [(Field::StartsOn, "pronto".into()), (Field::Purpose, 5.into()), (Field::Themes, "term/none".into())];
    hand.save("visit/a", &odd);
    hand.save("visit/b", &[(Field::Municipality, "Lejos".into()), (Field::VisitType, "by_balloon".into())]);
    let cell = Value::map([("sex", "female".into()), ("age", "16_17".into()), ("count", 3.into())]);
    hand.save(
        "session/a",
        &[(Field::Cells, vec![cell, Value::map([("age", "old".into()), ("count", 1.into())])].into())],
    );
    let book = book(hand.asked(Lang::Es, Audience::Team));
    is(&book, Leaf::Visits, 1, &[("Fecha de inicio", "pronto"), ("Objetivo", "5"), ("Tema", "term/none")]);
    is(&book, Leaf::Visits, 0, &[("Municipio", "Lejos"), ("País", ""), ("Clase de visita", "by_balloon")]);
    // A band that one of the workspace holds is part of it; what is no band has a column of its own.
    is(&book, Leaf::Sessions, 0, &[("Edad < 18", "3"), ("Edad old", "1"), ("Total", "4")]);
}

#[test]
fn nothing_at_all_is_a_file_that_says_so() {
    let hand = Hand::new();
    for audience in [Audience::Team, Audience::Public] {
        let book = book(hand.asked(Lang::En, audience));
        let leaves: Vec<Leaf> = book.sheets.iter().map(|sheet| sheet.leaf).collect();
        assert_eq!(leaves, [Leaf::About, Leaf::Visits, Leaf::Sessions, Leaf::Figures, Leaf::Columns]);
        assert_eq!(book.sheet(Leaf::Visits).map(|sheet| sheet.rows.len()), Some(0));
    }
}

#[test]
fn coordinates_have_no_noise() {
    let check = |micro, expected: &str| assert_eq!(degrees(micro, '.'), expected);
    check(-17_389_500, "-17.3895");
    check(7, "0.000007");
    check(-78_000_000, "-78");
    check(0, "0");
    assert_eq!(degrees(-460_000, ','), "-0,46");
}
