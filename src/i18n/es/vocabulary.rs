//! The words of the lists.

use super::count;
use crate::i18n::{Vocabulary, fill};
use crate::record::Choice;

pub const VOCABULARY: Vocabulary = Vocabulary {
    title: "Listas de palabras",
    hint: "Son las palabras que ofrecen los formularios. Lo que cambie aquí llega a su equipo con el archivo que comparte.",
    which: "¿Qué lista?",
    list: |list| match list {
        Choice::ProductionArea => "Rubros",
        Choice::Theme => "Temas",
        Choice::Topic => "Temas de capacitación",
        Choice::Practice => "Prácticas",
        _ => "Productos",
    },
    uses: |n| match n {
        0 => "todavía sin uso".to_owned(),
        n => fill("en {}", &[&count(n, "registro", "registros")]),
    },
    empty: "Aquí estarán las palabras de esta lista. Agregue la primera.",
    retired: "ya no se ofrece",
    same_as: |other| fill("es lo mismo que «{}»", &[other]),
    add_another: "Agregar otra palabra",
    new_word: "Palabra nueva",
    add: "Agregar",
    similar: "¿Es una de estas?",
    retire: "Ya no ofrecer",
    use_again: "Ofrecer otra vez",
    join: "Es lo mismo que",
    join_choose: "Elija la otra palabra",
    join_do: "Unir",
    join_hint: "Donde esté anotada, se leerá la otra. Se puede separar después.",
    part: "Separar otra vez",
};
