//! Files: saving one, loading others, and what they would change.

use super::pages::moment;
use super::{count, number, one};
use crate::exchange::Note;
use crate::i18n::{Exchange, Preview, fill};
use crate::log::Rejected;

pub const EXCHANGE: Exchange = Exchange {
    title: "Compartir y unir",
    lead: "Sus registros viajan en archivos. Ayni no envía nada por su cuenta.",
    load_title: "Cargar archivos de otras personas",
    load_hint: "Primero verá qué traen. Nada cambia hasta que acepte.",
    choose_files: "Elegir archivos",
    drag_here: "Arrastre los archivos hasta aquí, o elíjalos.",
    drop_here: "Suelte aquí los archivos",
    several: "Puede elegir varios a la vez.",
    acknowledged: |n| fill("{}{} a salvo en la oficina.", &[&number(n), one(n, " registro está", " registros están")]),
    quarantine_title: "Lo que no se pudo leer",
    quarantine_hint: "Se guarda entero, aparte de sus registros. Pida el archivo otra vez; si vuelve a pasar, envíe este a quien les ayuda con Ayni.",
    quarantined: |file, line| fill("{}, línea {}", &[file, &line.to_string()]),
    quarantine_save: "Guardar estos textos en un archivo",
};

/// On the buttons that accept what files bring.
pub const JOIN: &str = "Unir";

pub const PREVIEW: Preview = Preview {
    title: |n| count(n, "archivo leído", "archivos leídos"),
    nothing_changes_yet: "Nada cambia hasta que acepte.",
    in_all: "En total",
    files: "Archivos",
    made_by: |who, at, today| match (who, at) {
        ("", "") => "No se sabe quién lo hizo ni cuándo.".to_owned(),
        ("", at) => fill("Se hizo {}", &[&moment(at, today)]),
        (who, "") => fill("Lo hizo {}", &[who]),
        (who, at) => fill("Lo hizo {}, {}", &[who, &moment(at, today)]),
    },
    new_records: |n| one(n, "registro nuevo", "registros nuevos"),
    changed_records: |n| one(n, "registro corregido", "registros corregidos"),
    new_changes: |n| one(n, "cambio nuevo", "cambios nuevos"),
    already_here: |n| one(n, "cambio ya estaba aquí", "cambios ya estaban aquí"),
    in_conflict: |n| {
        one(n, "dato que dos personas escribieron distinto", "datos que dos personas escribieron distinto")
    },
    put_in_bin: |n| one(n, "registro pasa a la papelera", "registros pasan a la papelera"),
    erased: |n| one(n, "dato se borra para siempre", "datos se borran para siempre"),
    from_newer: |n| one(n, "cambio de una versión más nueva", "cambios de una versión más nueva"),
    damaged: |n| one(n, "línea no se pudo leer", "líneas no se pudieron leer"),
    photos_missing: |n| one(n, "foto no se pudo traer", "fotos no se pudieron traer"),
    file_whole: "entero",
    file_damaged: "dañado",
    file_nothing_new: "nada nuevo",
    file_refused: "no se puede unir",
    damaged_hint: "Lo demás está entero y se puede unir. Pida el archivo otra vez para tener lo que falta.",
    damaged_line: |line, why| fill("Línea {}: {}", &[&number(line), rejected(why)]),
    note: |note| match note {
        Note::CutOff => "Al archivo le falta el final. Se lee todo lo que llegó entero.".to_owned(),
        Note::TrailerDiffers => {
            "La cuenta al final del archivo no coincide con lo que trae. Quizá le falta una parte.".to_owned()
        }
        Note::RecordsEdited => {
            "Alguien cambió a mano la parte del archivo que es para leer. Eso no se une; lo demás sí.".to_owned()
        }
        Note::VersionUnclear => "El archivo no dice de qué versión es. Se leyó como uno de la primera.".to_owned(),
        Note::PhotosNotTaken(n) => fill(
            "{} en el archivo. Esta versión de Ayni no las trae; no lo borre.",
            &[&count(n, "foto queda", "fotos quedan")],
        ),
    },
    accept: |n| fill("{} {}", &[JOIN, &count(n, "cambio", "cambios")]),
    asks_erases: |n| {
        fill(
            "Alguien pidió borrar para siempre {} que están aquí. Lo borrado no se puede recuperar. Lo demás queda como está. ¿Lo borramos?",
            &[&count(n, "dato", "datos")],
        )
    },
    asks_hides: |hidden, shown| {
        fill(
            "Después de unir ya no se verían {} de {} que se ven ahora. No se pierden: quedan en lo que decía antes y en la papelera. ¿Unimos de todos modos?",
            &[&number(hidden), &count(shown, "dato", "datos")],
        )
    },
    asks_yes: "Sí, adelante",
    cancelled: "No se unió nada. Todo está como antes.",
    nothing_new: "Nada nuevo.",
    nothing_new_hint: "Todo lo que traen los archivos ya estaba aquí.",
    joined: |changes, files| {
        let joined = one(changes, "Se unió ", "Se unieron ");
        fill("{}{} de {}.", &[joined, &count(changes, "cambio", "cambios"), &count(files, "archivo", "archivos")])
    },
    joined_records: |new, changed| {
        let new = count(new, "registro nuevo", "registros nuevos");
        fill("{}, {}.", &[&new, &count(changed, "registro corregido", "registros corregidos")])
    },
    conflicts_to_see: |n| {
        fill(
            "En {} dos personas escribieron distinto. Nada se perdió: se guardan los dos textos.",
            &[&count(n, "dato", "datos")],
        )
    },
};

fn rejected(why: &Rejected) -> &'static str {
    match why {
        Rejected::Unreadable(_) | Rejected::NotAnObject | Rejected::Piece => "está cortada o mal escrita.",
        Rejected::Photo(_) => "una foto no es lo que dice ser.",
        Rejected::Member(_) => "le falta una parte.",
        Rejected::TooLarge(_) => "es demasiado larga.",
        Rejected::WrongId { .. } => "alguien la cambió después de guardada.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_who_made_it_as_far_as_it_is_known() {
        let check = |who, at, expected: &str| assert_eq!((PREVIEW.made_by)(who, at, "2015-10-27"), expected);
        check("", "", "No se sabe quién lo hizo ni cuándo.");
        check("Equipo Intag", "", "Lo hizo Equipo Intag");
        check("", "2015-10-26T18:05:12-05:00", "Se hizo ayer a las 18:05");
        check("Equipo Intag", "2015-09-12T01:05:12-05:00", "Lo hizo Equipo Intag, el 12/09/2015 a la 01:05");
        check("", "hace poco", "Se hizo hace poco");
    }

    #[test]
    fn joining_says_how_much() {
        assert_eq!((PREVIEW.accept)(1), "Unir 1 cambio");
        assert_eq!((PREVIEW.accept)(1200), "Unir 1.200 cambios");
        assert_eq!((PREVIEW.joined)(1, 1), "Se unió 1 cambio de 1 archivo.");
        assert_eq!((PREVIEW.joined)(81, 2), "Se unieron 81 cambios de 2 archivos.");
        assert_eq!((PREVIEW.joined_records)(69, 1), "69 registros nuevos, 1 registro corregido.");
    }
}
