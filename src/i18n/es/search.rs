//! Searching and filtering the lists.

use super::number;
use crate::i18n::{Search, fill};

pub const SEARCH: Search = Search {
    visits: "Buscar en las visitas",
    trainings: "Buscar en las capacitaciones",
    placeholder: "Palabra, lugar, persona…",
    clear: "Vaciar la búsqueda",
    filters: "Filtros",
    any: "Cualquiera",
    period: |from, to| match (from, to) {
        ("", to) => fill("hasta el {}", &[to]),
        (from, "") => fill("desde el {}", &[from]),
        (from, to) => fill("del {} al {}", &[from, to]),
    },
    without: |filter| fill("Quitar el filtro {}", &[filter]),
    clear_all: "Ver todo otra vez",
    shown: |shown, all| fill("{} de {}", &[&number(shown), &number(all)]),
    preparing: "Preparando la búsqueda…",
    nothing: "No hay nada con eso",
    nothing_hint: "Pruebe con menos palabras o solo con el comienzo de una. Los acentos no hacen falta. También puede quitar filtros.",
};
