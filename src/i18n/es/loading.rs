//! Loading: how far it is.

use super::number;
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
};
