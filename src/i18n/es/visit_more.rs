//! The visit form beyond its essential questions.

use crate::i18n::{Items, Location, VisitMore, fill, in_running_text};
use crate::record::Personal;

pub const VISIT_MORE: VisitMore = VisitMore {
    again: "Como la última vez",
    again_all: "Usar todo",
    new_like_this: "Nueva como esta",
    more: "Más datos, si los tiene",
    part_exchange: "El intercambio",
    part_people: "Quiénes estuvieron",
    part_practices: "Prácticas y productos",
    part_thoughts: "Lo que piensan",
    part_lessons: "Lecciones y frases",
    part_location: "Punto en el mapa",
    communities_before: "Comunidades anotadas antes",
    people: Items {
        add: "Agregar a alguien",
        hint: "Anote el cargo o el papel, no el nombre.",
        numbered: |number| fill("Persona {}", &[&number.to_string()]),
    },
    person_role: "Cargo o papel",
    person_organisation: "¿De qué organización?",
    person_no_organisation: "Sin organización",
    practice_hint: "Elija las que vieron; luego puede decir más de cada una.",
    practice_numbered: |number| fill("Práctica {}", &[&number.to_string()]),
    practice_stage: "¿Hasta dónde llegaron con ella?",
    practice_transferable: "¿Se puede aplicar en otra parte?",
    practice_description: "¿Cómo la hacen?",
    practice_conditions: "¿Qué hace falta para aplicarla?",
    lessons: Items {
        add: "Agregar una lección",
        hint: "Lo que se aprendió y sirve a otros.",
        numbered: |number| fill("Lección {}", &[&number.to_string()]),
    },
    lesson_text: "¿Qué se aprendió?",
    lesson_for: "¿Para quién sirve?",
    quotes: Items {
        add: "Agregar una frase",
        hint: "Palabras dichas por alguien, tal cual.",
        numbered: |number| fill("Frase {}", &[&number.to_string()]),
    },
    quote_text: "¿Qué dijo?",
    quote_role: "¿Quién lo dijo? (cargo, sin nombre)",
    quote_consent: "¿Dio permiso para citarlo?",
    remove: |name| fill("Quitar: {}", &[&in_running_text(name)]),
    participants_hint: "Cuántas personas fueron a la visita. Las capacitaciones se cuentan aparte.",
    women: "Mujeres",
    men: "Hombres",
    not_stated: "s/d",
    others: "Otras personas",
    location: Location {
        measure: "Medir dónde estoy",
        again: "Medir otra vez",
        waiting: "Buscando satélites. Ayuda estar a cielo abierto.",
        so_far: |metres| fill("Exacto a ± {} m", &[metres]),
        accept: "Usar este punto",
        poor: |metres| fill("Poco exacto: ± {} m. Si puede, mida otra vez a cielo abierto.", &[metres]),
        typed: "O escriba latitud y longitud",
        typed_hint: "Por ejemplo: -17,3895 -66,1568",
        typed_wrong: "No se entiende. Escriba dos números en grados: primero la latitud, después la longitud.",
        clear: "Quitar el punto",
        privacy: "Funciona sin internet. En los archivos públicos el punto se redondea.",
    },
    personal: |kind, found| {
        let what = match kind {
            Personal::Email => "un correo",
            Personal::Number => "un teléfono o un número de carnet",
        };
        fill("«{}» parece {}. Si no hace falta, mejor quítelo de la nota.", &[found, what])
    },
    alike: |name| fill("¿Es la misma que «{}»?", &[name]),
    alike_use: "Sí, usar esa",
    what_is_missing: "Qué falta",
};
