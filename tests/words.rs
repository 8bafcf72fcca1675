//! A check on every text: no word is back that was replaced by a plainer one, and none was left in the other language.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

/// The words that were replaced by plainer ones, whole words or word groups. Words that are right in another sense
/// ("nuevos", "otros", "cuenta") are not here.
const NOT_IN_SPANISH: &[&str] = &[
    "programa",
    "proyecto",
    "misión",
    "ficha",
    "reporte",
    "valoración",
    "contraparte",
    "área productiva",
    "eje transversal",
    "aprendizaje clave",
    "pendiente",
    "pendientes",
    "ciclo",
    "afs",
    "evento",
    "pasantía",
    "participantes",
    "beneficiarios",
    "confidencial",
    "grabar",
    "grabado",
    "sincronizado",
    "sincronizar",
    "servidor",
    "exportación",
    "exportar",
    "backup",
    "importar",
    "importación",
    "fusionar",
    "conflicto",
    "conflictos",
    "resolver",
    "duplicado",
    "eliminados",
    "eliminar",
    "cuarentena",
    "corrupto",
    "log",
    "contraseña",
    "dispositivo",
    "pwa",
    "almacenamiento",
    "dashboard",
    "línea base",
    "demo",
    "error inesperado",
    "transferida",
    "equipo visitante",
    "acuerdo",
];
const NOT_IN_ENGLISH: &[&str] = &[
    "sync",
    "synced",
    "export",
    "exported",
    "import",
    "imported",
    "merge",
    "merged",
    "backup",
    "conflict",
    "conflicts",
    "resolve",
    "duplicate",
    "quarantine",
    "corrupt",
    "log",
    "password",
    "device",
    "pwa",
    "storage",
    "dashboard",
    "demo",
    "beneficiaries",
    "participants",
    "unexpected error",
    "agreement",
    "server",
    "delete",
    "deleted",
];
/// So common that a text left in the other language has one of them.
const ENGLISH: &[&str] = &[
    "the", "and", "of", "with", "this", "not", "is", "are", "to", "file", "files", "save", "saved", "record",
    "records", "visit", "who", "what", "when", "was", "be", "you", "your", "it", "date", "place", "could",
];
const SPANISH: &[&str] = &[
    "el",
    "la",
    "los",
    "las",
    "de",
    "del",
    "que",
    "con",
    "este",
    "esta",
    "es",
    "son",
    "y",
    "en",
    "archivo",
    "guardar",
    "registro",
    "registros",
    "visita",
    "quién",
    "qué",
    "fecha",
    "lugar",
    "una",
    "por",
    "para",
    "se",
];

#[test]
fn no_replaced_word_is_back_and_no_text_is_in_the_other_language() {
    for (folder, unwanted) in [("es", [NOT_IN_SPANISH, ENGLISH]), ("en", [NOT_IN_ENGLISH, SPANISH])] {
        let texts = texts_of(folder);
        assert!(texts.len() > 300, "too few texts were found in {folder}");
        let mut found = Vec::new();
        for (file, text) in texts {
            let words = [" ", &only_words(&text), " "].concat();
            let unwanted = unwanted.concat().into_iter().filter(|word| words.contains(&[" ", word, " "].concat()));
            found.extend(unwanted.map(|word| [&file, ": ", word, ": ", &text].concat()));
        }
        assert!(found.is_empty(), "words that should not be there:\n{}", found.join("\n"));
    }
}

/// Small letters, with one space between words.
fn only_words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Every string between quotes in the files of a language; tests and ids of age bands aside.
fn texts_of(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n").join(folder);
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        let code = fs::read_to_string(&path).expect("it can be read");
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let file = path.display().to_string();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let strings = line.split('"').skip(1).step_by(2);
            texts.extend(strings.map(|text| (file.clone(), text.to_owned())));
        }
    }
    // "Language" stands in both languages on purpose, for who can not read this one.
    texts.retain(|(_, text)| !text.contains('_') && !text.contains("Language · ") && !text.contains(" · Language"));
    texts
}
