//! Loading: how far it is.

use super::{count, number, one};
use crate::i18n::{Loading, fill};

pub const LOADING: Loading = Loading {
    reading: "Leyendo los archivos…",
    comparing: "Comparando con lo que hay aquí…",
    writing: "Guardando…",
    joining: "Uniendo…",
    no_way_back: "Todo se guarda de una vez. No se puede detener a la mitad.",
    how_far: "Cuánto va",
    file: |name, number, of| match of {
        0 | 1 => name.to_owned(),
        _ => fill("Archivo {} de {}: {}", &[&number.to_string(), &of.to_string(), name]),
    },
    percent: |n| fill("{} %", &[&number(n)]),
    compared_again: "Mientras tanto se guardó algo aquí; por eso los archivos se compararon otra vez. Mire de nuevo antes de aceptar.",
    paste: "Pegar",
    pasted: "Texto pegado",
    nothing_to_paste: "No hay nada que pegar. Copie primero el texto de un archivo, entero.",
    folder_watch: "Vigilar una carpeta",
    folder_hint: "Los archivos nuevos que lleguen a ella se ofrecen aquí. Ayni solo lee en ella.",
    folder_new: |n, name| match n {
        0 => fill("Nada nuevo en «{}».", &[name]),
        _ => fill("{} en «{}».", &[&count(n, "archivo nuevo", "archivos nuevos"), name]),
    },
    folder_asleep: |name| fill("El navegador le pregunta antes de que Ayni pueda mirar en «{}».", &[name]),
    folder_gone: |name| fill("No se puede abrir «{}». ¿Sigue en su lugar?", &[name]),
    folder_load: "Cargar",
    folder_look: "Mirar en ella",
    folder_again: "Mirar otra vez",
    folder_stop: "Dejar de vigilarla",
    hidden: |n| one(n, "dato dejaría de verse", "datos dejarían de verse"),
};
