//! Files for others: what a coordinator hands to people who do not use Ayni.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, record_training, save};
use miniz_oxide::inflate::decompress_to_vec;
use rawzip::ZipArchive;
use std::path::{Path, PathBuf};

/// The text of a part of a ZIP.
fn part(file: &Path, wanted: &str) -> String {
    let bytes = std::fs::read(file).expect("it was saved");
    assert!(bytes.starts_with(b"PK\x03\x04"), "{} is no ZIP", file.display());
    let archive = ZipArchive::from_slice(&bytes).expect("a ZIP");
    let mut entries = archive.entries();
    let mut names = Vec::new();
    while let Some(entry) = entries.next_entry().expect("an entry") {
        let name = entry.file_path().try_normalize().expect("a path").as_ref().to_owned();
        if name == wanted {
            let held = archive.get_entry(entry.wayfinder()).expect("its bytes");
            return String::from_utf8(decompress_to_vec(held.data()).expect("a raw stream")).expect("UTF-8");
        }
        names.push(name);
    }
    panic!("no {wanted} in {names:?}");
}

fn saved(browser: &Browser) -> PathBuf {
    browser.click(&at("save-other-file"));
    let file = browser.wait_download();
    browser.wait_for(&at("other-file-saved"));
    file
}

fn name_of(file: &Path) -> String {
    file.file_name().expect("a name").to_string_lossy().into_owned()
}

fn visit(browser: &Browser, purpose: &str, is_public: bool) {
    browser.open("#/visit/new");
    browser.fill(&at("visit-purpose"), purpose);
    if is_public {
        browser.click(&at("visit-confidentiality-public"));
    }
    save(browser);
}

#[test]
fn a_phone_saves_a_workbook_for_the_team_and_tables_for_the_public() {
    journey(|stage| {
        let phone = stage.phone(Language::Spanish);
        begin(&phone, "Rosa Quispe");
        phone.open("#/files");
        phone.wait_for(&at("no-other-files"));
        visit(&phone, "=1+1", true);
        visit(&phone, "Solo para el equipo", false);
        record_training(&phone);

        phone.open("#/files");
        phone.wait_text("Ahora lleva 2 visitas y 1 sesión de capacitación.");
        let workbook = saved(&phone);
        assert!(name_of(&workbook).starts_with("ayni-equipo-20") && name_of(&workbook).ends_with(".xlsx"));
        let sheets = part(&workbook, "xl/workbook.xml");
        assert!(
            sheets.contains("\"Leer primero\"") && sheets.contains("\"Visitas\"") && sheets.contains("\"Conteos\"")
        );
        let visits = part(&workbook, "xl/worksheets/sheet2.xml");
        assert!(visits.contains("Fecha de inicio") && visits.contains("Solo para el equipo"), "{visits}");
        assert!(visits.contains(">=1+1<") && !visits.contains("<f>"), "{visits}");

        phone.click(&at("for-public"));
        phone.wait_text("Ahora lleva 1 visita y 1 sesión de capacitación.");
        phone.wait_text("Visitas que son solo para el equipo: 1.");
        phone.click(&at("format-csv"));
        let zip = saved(&phone);
        assert!(name_of(&zip).starts_with("ayni-publico-csv-20") && name_of(&zip).ends_with(".zip"));
        let visits = part(&zip, "visitas-publico.csv");
        assert!(visits.starts_with("\u{feff}Id;Fecha de inicio;Fecha de fin;"), "{visits}");
        assert!(visits.contains(";'=1+1;") && !visits.contains("Solo para el equipo") && !visits.contains("Rosa"));
        // Three women and two men: so few could be known by others.
        let sessions = part(&zip, "capacitaciones-publico.csv");
        assert!(sessions.contains(";5;<5;<5;"), "{sessions}");
    });
}

#[test]
fn a_desk_hands_on_tables_and_a_map_in_english() {
    journey(|stage| {
        let desk = stage.desktop(Language::English);
        begin(&desk, "Office");
        visit(&desk, "See the plant", true);
        record_training(&desk);
        desk.open("#/exchange");
        desk.click(&at("to-other-files"));
        desk.wait_text("Now it holds 1 visit and 1 training session.");
        let sheets = part(&saved(&desk), "xl/workbook.xml");
        assert!(
            sheets.contains("\"Read first\"")
                && sheets.contains("\"Training sessions\"")
                && sheets.contains("\"Figures\"")
        );

        desk.click(&at("for-public"));
        desk.click(&at("format-csv"));
        let figures = part(&saved(&desk), "figures-public.csv");
        assert!(figures.starts_with("\u{feff}Broken down by,Part,Sessions,Attendances,"), "{figures}");
        assert!(figures.contains("All trainings,All,1,5,5,5,,Exact"), "{figures}");
        // The same for a Spanish spreadsheet.
        desk.click(&at("file-language-es"));
        let figures = part(&saved(&desk), "cifras-publico.csv");
        assert!(figures.contains("Todas las capacitaciones;Todo;1;5;5;5;;Exacto"), "{figures}");

        desk.click(&at("format-geojson"));
        let map = std::fs::read_to_string(saved(&desk)).expect("a text");
        assert!(map.starts_with("{\"type\":\"FeatureCollection\"") && map.contains("\"for\":\"public\""), "{map}");
        // Tiquipaya, as coarse as the public may know it.
        assert!(map.contains("\"coordinates\":[-66."), "{map}");
    });
}
