//! Where people wrote different things.

use super::{count, one};
use crate::i18n::{Clashes, fill};

/// After loading files: the way to the list.
pub const SEE: &str = "Ver y decidir";

pub const CLASHES: Clashes = Clashes {
    lead: |n| {
        let wait = one(n, "espera", "esperan");
        fill("{} {} que alguien decida. Todo lo escrito está guardado; puede decidir después.", &[&data(n), wait])
    },
    waiting: |n| fill("{}: dos personas escribieron distinto", &[&data(n)]),
    none: "No hay nada que decidir",
    none_hint: "Cuando dos personas escriban distinto en el mismo dato, lo verá aquí hasta que alguien decida.",
    by_whom: "¿Quién escribió?",
    which_field: "¿Qué dato?",
    all: "Todo",
    many: "Decidir muchos a la vez",
    many_hint: "Elija arriba quién escribió, y podrá quedarse con todo lo de esa persona o equipo.",
    keep_of: |who, n| fill("Quedarse con lo de {} ({})", &[who, &super::number(n)]),
    both_of: |n| fill("Guardar ambos textos ({})", &[&super::number(n)]),
    ask_keep: |n, who| fill("{}: ¿quedarse con lo que escribió {}?", &[&data(n), who]),
    ask_both: |n| fill("{}: ¿guardar ambos textos?", &[&data(n)]),
    do_it: "Sí, guardar",
    many_done: "Guardado. Lo demás queda en «Lo que decía antes».",
    hint: "Nada se perdió: todo está guardado. Quédese con uno, guarde ambos o decida después.",
    keep_this: "Quedarse con este",
    kept_this: "Guardado. El otro texto queda en «Lo que decía antes».",
    keep_both: "Guardar ambos",
    kept_both: "Guardado con lo de todos.",
    write: "Escribir otro texto",
    write_label: |field| fill("{}: escriba lo que debe quedar", &[field]),
    written: "Guardado. Los otros textos quedan en «Lo que decía antes».",
    in_form: "Abrir el formulario",
    whole_text: "Ver el texto entero",
    more_values: |n| fill("y {} más en «Lo que decía antes»", &[&super::number(n)]),
    bin: "Alguien la puso en la papelera y otra persona la recuperó",
    put_there: "La puso en la papelera",
    taken_back: "La recuperó",
    leave_in_bin: "Dejar en la papelera",
    to_all: "Ver todo lo que se escribió distinto",
    show_more: "Mostrar más",
    newer_kind: "De una versión más nueva",
    decided: "Quién decidió qué",
    none_decided: "Todavía nadie decidió nada. Aquí quedará quién decidió qué, y cuándo.",
    kept: |value| fill("Quedó: {}", &[value]),
    set_aside: |value| fill("No quedó: {}", &[value]),
    changed_since: "cambió después",
    save_table: "Guardar como tabla",
    table_name: "ayni-decisiones.csv",
    columns: ["Registro", "De qué trata", "Dato", "Quedó", "No quedó", "Quién decidió", "Cuándo", "Sigue así"],
    separator: ';',
};

fn data(n: usize) -> String {
    count(n, "dato", "datos")
}
