use super::csv::Separator;
use super::hand::{Hand, full};
use super::others::{File, Format, make, zipped};
use super::package::SIGNATURE;
use super::sheets::{Audience, Cell, book};
use crate::i18n::{Lang, Leaf};
use crate::record::Field;
use miniz_oxide::inflate::decompress_to_vec;
use rawzip::ZipArchive;

fn files(hand: &Hand, lang: Lang, audience: Audience, format: Format) -> Vec<File> {
    make(hand.asked(lang, audience), format).finish().expect("they can be packed")
}

fn text(files: &[File], name: &str) -> String {
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let file = files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no {name} in {names:?}"));
    String::from_utf8(file.bytes.clone()).expect("UTF-8")
}

/// A part of a ZIP.
fn part(bytes: &[u8], wanted: &str) -> String {
    let archive = ZipArchive::from_slice(bytes).expect("a ZIP");
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().expect("an entry") {
        if entry.file_path().try_normalize().expect("a path").as_ref() == wanted {
            let held = archive.get_entry(entry.wayfinder()).expect("its bytes");
            return String::from_utf8(decompress_to_vec(held.data()).expect("a raw stream")).expect("UTF-8");
        }
    }
    panic!("no {wanted}");
}

#[test]
fn a_csv_reads_back_cell_by_cell_and_begins_no_formula() {
    let hand = full();
    for (separator, sign) in [(Separator::Semicolon, b';'), (Separator::Comma, b',')] {
        let files = files(&hand, Lang::Es, Audience::Team, Format::Csv(separator));
        let table = text(&files, "visitas-equipo.csv");
        let table = table.strip_prefix('\u{feff}').expect("a byte-order mark");
        let mut reader = csv::ReaderBuilder::new().delimiter(sign).has_headers(false).from_reader(table.as_bytes());
        let rows: Vec<Vec<String>> =
            reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
        let book = book(hand.asked(Lang::Es, Audience::Team));
        let sheet = book.sheet(Leaf::Visits).expect("visits");
        assert_eq!(rows.len(), sheet.rows.len() + 1);
        for (told, row) in rows.iter().skip(1).zip(&sheet.rows) {
            for (told, cell) in told.iter().zip(row) {
                match cell {
                    Cell::Text(text) => assert_eq!(told.strip_prefix('\'').unwrap_or(told), text),
                    Cell::Date(day) => assert_eq!(told, day),
                    Cell::Whole(number) => assert_eq!(*told, number.to_string()),
                    Cell::Empty => assert_eq!(told, ""),
                    _ => {}
                }
                assert!(!told.starts_with(['=', '+', '@', '\t', '\r']), "{told}");
            }
        }
        let longitude = sheet.place(crate::i18n::Column::Longitude).expect("a column");
        let expected = if sign == b';' { "-78,456789" } else { "-78.456789" };
        assert_eq!(rows.get(2).and_then(|row| row.get(longitude)).map(String::as_str), Some(expected));
    }
}

#[test]
fn hashtags_stand_below_the_headings() {
    let hand = full();
    let files = files(&hand, Lang::En, Audience::Public, Format::Hxl);
    let table = text(&files, "training-sessions-public.hxl.csv");
    let mut lines = table.lines();
    assert!(lines.next().is_some_and(|line| line.starts_with("\u{feff}Id,Date,Session number,")), "{table}");
    assert!(lines.next().is_some_and(|line| line.starts_with("#activity+session+id,#date+occurred,")), "{table}");
    assert!(table.contains("#reached+age_18_29,#reached+age_30_59,#reached+age_60_plus,#reached+age_unknown"));
    assert!(table.contains("<5") && table.contains("≥5"), "{table}");
}

#[test]
fn a_workbook_has_a_sheet_a_table_with_dates_and_numbers_that_are_such() {
    let hand = full();
    let files = files(&hand, Lang::Es, Audience::Team, Format::Xlsx);
    let [file] = files.as_slice() else { panic!("{} files", files.len()) };
    assert_eq!(file.name, "ayni-equipo.xlsx");
    assert!(file.bytes.starts_with(&SIGNATURE));
    let workbook = part(&file.bytes, "xl/workbook.xml");
    assert!(
        workbook.contains("<sheet name=\"Leer primero\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Visitas\""),
        "{workbook}"
    );
    let visits = part(&file.bytes, "xl/worksheets/sheet2.xml");
    // 20 November 2026 is a number with the style of a date; a formula is a text that is marked as one.
    assert!(visits.contains("s=\"4\"><v>46346</v>"), "{visits}");
    assert!(
        visits.contains("s=\"8\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(\"http://x\")"),
        "{visits}"
    );
    assert!(
        visits.contains("<v>-78.456789</v>")
            && visits.contains("state=\"frozen\"")
            && visits.contains("<autoFilter ref=\"A1:")
    );
    assert!(!visits.contains("<f>"));
    let types = part(&file.bytes, "[Content_Types].xml");
    assert_eq!(types.matches("worksheet+xml").count(), workbook.matches("<sheet ").count());
}

#[test]
fn a_map_has_visits_and_sessions_with_longitude_first() {
    let hand = full();
    let told = |audience| {
        let files = files(&hand, Lang::Es, audience, Format::GeoJson);
        let [file] = files.as_slice() else { panic!("{} files", files.len()) };
        String::from_utf8(file.bytes.clone()).expect("UTF-8")
    };
    let team = told(Audience::Team);
    assert!(team.contains("\"coordinates\":[-78.456789,0.351234]") && team.contains("\"id\":\"session/a\""), "{team}");
    assert!(team.contains("\"for\":\"team\"") && team.contains("\"without_point\":1") && !team.contains("\"crs\""));
    let public = told(Audience::Public);
    assert!(public.contains("\"coordinates\":[-78.46,0.35]") && public.contains("\"for\":\"public\""), "{public}");
    assert!(serde_json::from_str::<serde_json::Value>(&public).is_ok());
}

#[test]
fn the_same_records_give_the_same_bytes_in_steps_of_any_size() {
    let hand = full();
    for format in [Format::Xlsx, Format::Csv(Separator::Comma), Format::Hxl, Format::GeoJson] {
        let at_once = files(&hand, Lang::En, Audience::Public, format);
        let mut steps = make(hand.asked(Lang::En, Audience::Public), format);
        let mut pieces = 1;
        let made = loop {
            match steps.advance(1) {
                Some(made) => break made.expect("they can be packed"),
                None => pieces += 1,
            }
        };
        assert!(made == at_once && pieces > 20, "{format:?}: {pieces}");
    }
}

#[test]
fn several_tables_go_into_one_file_for_those_who_take_one_at_a_time() {
    let hand = full();
    let files = files(&hand, Lang::Es, Audience::Public, Format::Csv(Separator::Semicolon));
    let zip = zipped(&files).expect("they can be packed");
    for file in &files {
        assert_eq!(part(&zip, &file.name).as_bytes(), file.bytes);
    }
}

#[test]
fn a_text_that_no_cell_holds_is_shortened_and_the_csv_has_all_of_it() {
    let mut hand = Hand::new();
    hand.save("visit/a", &[(Field::Observations, "maíz ".repeat(10_000).into())]);
    let sheet = part(&files(&hand, Lang::Es, Audience::Team, Format::Xlsx)[0].bytes, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("[… acortado: en una celda no cabe más]"));
    let files = files(&hand, Lang::Es, Audience::Team, Format::Csv(Separator::Comma));
    assert!(text(&files, "visitas-equipo.csv").contains(&"maíz ".repeat(10_000)));
}
