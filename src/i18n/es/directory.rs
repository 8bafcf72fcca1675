//! Organisations, places and exchanges.

use crate::i18n::Directory;

pub const DIRECTORY: Directory = Directory {
    hint: "Lo que aparece en las notas: intercambios, organizaciones y lugares.",
    search: "Buscar en el directorio",
    exchanges: "Intercambios",
    organisations: "Organizaciones",
    places: "Lugares",
    no_exchanges: "Todavía no hay ningún intercambio. Con uno, las notas de esos días quedan bajo su nombre.",
    no_organisations: "Todavía no hay organizaciones. Se anotan también desde una nota de visita.",
    no_places: "Todavía no hay lugares. Los municipios no hace falta anotarlos.",
    new_exchange: "Nuevo intercambio",
    new_organisation: "Nueva organización",
    new_place: "Nuevo lugar",
    nothing_fits: "Nada coincide con lo que escribió.",
    one_per_line: "Uno por línea.",
    visits: "Visitas a esta organización",
    country: |code| match code {
        "BO" => "Bolivia",
        "EC" => "Ecuador",
        other => other,
    },
};
