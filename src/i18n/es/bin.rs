//! The bin, undo, and earlier values taken back.

use super::one;
use super::pages::moment;
use crate::i18n::{Bin, fill};

pub const BIN: Bin = Bin {
    title: "Papelera",
    hint: "Aquí nada se borra. Puede recuperarlo cuando quiera.",
    empty: "La papelera está vacía",
    empty_hint: "Lo que ponga en la papelera desde su página aparece aquí, y de aquí se recupera.",
    put: "Poner en la papelera",
    is_there: "Está en la papelera",
    take_back: "Recuperar",
    taken_back: "Recuperado",
    put_by: |who, at, today| fill("Por {}, {}", &[who, &moment(at, today)]),
    along: |n| one(n, "compromiso o foto más", "compromisos y fotos más"),
    edited_since: "Alguien la puso en la papelera y otra persona escribió en ella",
    edited_since_hint: "Quien la puso en la papelera no conocía lo escrito. Por eso se sigue mostrando, hasta que alguien decida.",
    keep: "Conservar",
    kept: "Se conserva",
    undone: "Deshecho",
    not_undone: "Ya no se puede deshacer: alguien lo cambió después. En «Lo que decía antes» está todo.",
    value_back: "Volver a este valor",
    value_is_back: "Dice otra vez lo de antes",
};
