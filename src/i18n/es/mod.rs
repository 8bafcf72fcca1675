//! Spanish as people in the Andes use it at work: *usted*, short, concrete.

mod bin;
pub(super) mod clashes;
pub(super) mod columns;
pub(super) mod counting;
pub(super) mod directory;
pub(super) mod document;
pub(super) mod errors;
pub(super) mod exchange;
pub(super) mod figures;
pub(super) mod forms;
pub(super) mod help;
pub(super) mod indicators;
mod labels;
pub(super) mod loading;
pub(super) mod loads;
pub(super) mod my_data;
pub(super) mod offline;
pub(super) mod other_files;
pub(super) mod pages;
pub(super) mod photos;
pub(super) mod reports;
pub(super) mod review;
mod search;
pub(super) mod sending;
pub(super) mod twins;
pub(super) mod visit_more;
pub(super) mod vocabulary;

use super::{A11y, Common, DateParts, Dates, Device, Lang, Nav, Nouns, Numbers, Words, fill};
use crate::record::Choice;
use crate::record::text::lower;

pub static ES: Words = Words {
    lang: Lang::Es,
    name: "Español",
    common: COMMON,
    nav: NAV,
    nouns: NOUNS,
    labels: labels::LABELS,
    start: pages::START,
    today: pages::TODAY,
    lists: pages::LISTS,
    search: search::SEARCH,
    commitments: forms::COMMITMENTS,
    bin: bin::BIN,
    example: pages::EXAMPLE,
    errors: errors::ERRORS,
    a11y: A11Y,
    dates: DATES,
    numbers: Numbers { thousands: ".", decimal: ",", percent: "\u{202f}%" },
};

const COMMON: Common = Common {
    save: "Guardar",
    cancel: "Cancelar",
    close: "Cerrar",
    back: "Volver",
    undo: "Deshacer",
    yes: "Sí",
    no: "No",
    coming: "Trayendo esta parte de Ayni…",
    try_again: "Volver a intentar",
    not_recorded: "sin dato",
    saved_here: |device| match device {
        Device::Phone => "Guardado en este teléfono",
        Device::Computer => "Guardado en este equipo",
    },
    safe: |device| match device {
        Device::Phone => "a salvo en la oficina",
        Device::Computer => "también en otro equipo",
    },
    only_here: |device| match device {
        Device::Phone => "solo en este teléfono",
        Device::Computer => "solo en este equipo",
    },
    stays_here: |device| match device {
        Device::Phone => "Todo queda en este teléfono. Nada se envía.",
        Device::Computer => "Todo queda en este equipo. Nada se envía.",
    },
    total: |total, unit| {
        let noun = match unit {
            Some(Choice::People) => NOUNS.people,
            Some(Choice::Attendances) => NOUNS.attendances,
            Some(Choice::Households) => NOUNS.households,
            Some(Choice::Organisations) => NOUNS.organisations,
            _ => return Lang::Es.number(total),
        };
        fill("{} {}", &[&Lang::Es.number(total), noun(usize::try_from(total).unwrap_or_default())])
    },
    show_all: |n| fill("Mostrar las {}", &[&number(n)]),
};

const NAV: Nav = Nav {
    today: "Hoy",
    visits: "Visitas",
    trainings: "Capacitaciones",
    exchange: "Compartir",
    settings: "Ajustes",
    figures: "Cifras",
    review: "Revisión",
    report: "Informe",
    directory: "Directorio",
};

const NOUNS: Nouns = Nouns {
    attendances: |n| one(n, "asistencia", "asistencias"),
    people: |n| one(n, "persona", "personas"),
    households: |n| one(n, "hogar", "hogares"),
    organisations: |n| one(n, "organización", "organizaciones"),
    minutes: |n| one(n, "minuto", "minutos"),
};

const A11Y: A11y = A11y {
    skip: "Ir al contenido",
    main_nav: "Secciones",
    choose_another: "Elegir otra opción",
    remove_commitment: |number| fill("Quitar el compromiso {}", &[&number.to_string()]),
    filled: "Datos anotados",
    before: "Antes:",
    after: "Ahora:",
};

const DATES: Dates = Dates {
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    long: |date| long(&date),
    full: |date| fill("{} de {}", &[&long(&date), &date.year]),
    short: |date| fill("{}/{}/{}", &[&date.day_two_digits, &date.month_two_digits, &date.year]),
    today: "hoy",
    yesterday: "ayer",
    tomorrow: "mañana",
};

fn long(date: &DateParts) -> String {
    fill("{} {} de {}", &[date.weekday, &date.day, date.month_name])
}

fn one(n: usize, one: &'static str, many: &'static str) -> &'static str {
    if n == 1 { one } else { many }
}

/// "1 registro", "7 registros".
fn count(n: usize, one: &'static str, many: &'static str) -> String {
    fill("{} {}", &[&number(n), self::one(n, one, many)])
}

fn number(n: usize) -> String {
    Lang::Es.number(i64::try_from(n).unwrap_or(i64::MAX))
}

fn here(device: Device) -> &'static str {
    match device {
        Device::Phone => "este teléfono",
        Device::Computer => "este equipo",
    }
}

/// "a, b y c".
pub fn and(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => [&first.join(", "), and_before(last), last].concat(),
    }
}

/// "y" becomes "e" before the sound of "i".
fn and_before(word: &str) -> &'static str {
    let word: String = word.chars().take(3).map(lower).collect();
    let is_i = ["i", "í", "hi", "hí"].iter().any(|beginning| word.starts_with(beginning)) && !word.starts_with("hie");
    if is_i { " e " } else { " y " }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_a_person_would_say_them() {
        let check = |items: &[&str], expected: &str| assert_eq!(and(items), expected);
        check(&[], "");
        check(&["mora"], "mora");
        check(&["mora", "café"], "mora y café");
        check(&["mora", "café", "hierbas"], "mora, café y hierbas");
        check(&["mora", "higos"], "mora e higos");
        check(&["Sacaba", "Imbabura"], "Sacaba e Imbabura");
    }
}
