//! Sin internet, y versiones nuevas.

use crate::i18n::{Offline, fill, tell};

/// Also read aloud on the way to the settings.
pub const NEWER: &str = "Hay una versión nueva lista";

pub const OFFLINE: Offline = Offline {
    title: "Sin internet",
    ready: |build| fill("Funciona sin internet (versión {})", &[build]),
    coming: "Preparando Ayni para que funcione sin internet. Deje esta página abierta un momento…",
    failed: tell(
        "Ayni todavía no funciona sin internet.",
        "Lo que guardó está en {este teléfono|este equipo}.",
        "Deje Ayni abierto donde haya internet; se intenta otra vez solo. Si no alcanza, haga lugar en {el teléfono|el equipo}.",
    ),
    none: tell(
        "Este navegador no deja que Ayni funcione sin internet.",
        "Lo que guardó está en {este teléfono|este equipo}.",
        "Abra Ayni en otro navegador o sin modo privado, con una dirección que empiece con https.",
    ),
    newer: NEWER,
    newer_hint: "La página se carga otra vez. Los borradores se quedan como están.",
    use_now: "Usarla ahora",
    form_open: "Primero guarde o cierre la nota que tiene abierta",
};
