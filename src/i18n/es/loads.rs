//! Loads of files: taking one back, trying again what could not be read, and looking at what would come in.

use super::pages::moment;
use super::{count, one};
use crate::i18n::{Loads, fill, tell};

pub const LOADS: Loads = Loads {
    loaded: |files, at, today| {
        let what = count(files, "archivo cargado", "archivos cargados");
        [&what, " ", &moment(at, today), "."].concat()
    },
    take_back: "Deshacer esta carga",
    keep: "Dejarla",
    sure: |n| {
        fill(
            "Se quita todo lo que trajo: {}. Lo que ya estaba aquí no cambia, y los archivos pueden cargarse otra vez.",
            &[&count(n, "cambio", "cambios")],
        )
    },
    taken_back: |n| {
        fill(
            "Se {} {}: todo está como antes de la carga.",
            &[one(n, "quitó", "quitaron"), &count(n, "cambio", "cambios")],
        )
    },
    taken_back_hint: "Los archivos no se tocaron; puede cargarlos otra vez.",
    not_taken_back: tell(
        "La carga ya no se puede deshacer: después se guardó, se envió o se cargó algo.",
        "Todo sigue como estaba.",
        "Corrija lo que haga falta en cada registro: allí está lo que decía antes. Lo que sobra va a la papelera.",
    ),
    take_back_failed: tell(
        "La carga no se pudo deshacer.",
        "Nada cambió: lo cargado sigue aquí, y lo suyo también.",
        "Vuelva a intentar. Si pasa otra vez, cierre otras pestañas de Ayni.",
    ),
    read_again: "Volver a leer",
    still_unread: "Estos textos todavía no se pueden leer.",
    still_unread_hint: "Siguen guardados enteros. Pida el archivo otra vez, o pruebe cuando haya una versión más nueva de Ayni.",
    readable_now: |n| fill("{} ya se {} leer.", &[&count(n, "texto", "textos"), one(n, "puede", "pueden")]),
    look: "Mirar lo que traen",
    looking: "Viendo qué cambiaría…",
    clashes: "escrito distinto",
    to_bin: "va a la papelera",
    changed: "corregido",
    is_new: "nuevo",
    cleared: "se quitaría",
    look_more: |n| fill("Mostrar más (faltan {})", &[&n.to_string()]),
};
