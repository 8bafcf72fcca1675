//! The two forms and their parts.

use super::labels::LABELS;
use super::{count, number, one};
use crate::i18n::{Commitments, Form, Pad, Picker, Training, Visit, age, fill, in_running_text};
use crate::record::{Choice, Field, Kind};

pub const FORM: Form = Form {
    draft_fresh: "Se guarda mientras escribe",
    draft_saved: |time| fill("Borrador guardado {}", &[time]),
    draft_not_kept: "Borrador sin guardar",
    saving: "Guardando…",
    save: "Guardar",
    missing: |fields| match fields {
        [] => "No falta nada".to_owned(),
        [_] | [_, _] | [_, _, _] => {
            let names: Vec<String> = fields.iter().map(missing_name).collect();
            fill("Falta: {}", &[&names.join(", ")])
        }
        many => fill("Faltan {} datos; puede guardar igual", &[&number(many.len())]),
    },
    ends_before_it_starts: "Termina antes de empezar. Revise una de las dos fechas.",
    not_a_count: "Escriba un número entero, de 0 a 9999.",
};

pub const PICKER: Picker = Picker {
    municipality_placeholder: "Escriba el comienzo",
    municipalities: "Municipios",
    as_written: |typed| fill("Dejar «{}» como está escrito", &[typed]),
    was_as_written: "como está escrito",
    organisation_placeholder: "Busque o escriba un nombre",
    organisations: "Organizaciones",
    create_organisation: |name| fill("Anotar «{}» como organización nueva", &[name]),
    will_be_created: "organización nueva",
};

pub const VISIT: Visit = Visit {
    title_new: "Nueva visita",
    title: "Visita",
    part_where: "Dónde y a quién",
    part_what: "De qué se trata",
    part_privacy: "Para quién es",
    purpose_hint: "Por ejemplo: conocer cómo procesan y venden el café.",
    observations_hint: "Lo que se vio y lo que les dijeron. Sus opiniones van aparte.",
    confidentiality_hint: "Solo lo que se puede compartir o es público entra en un informe.",
};

pub const COMMITMENTS: Commitments = Commitments {
    title: "Compromisos",
    hint: "Lo que alguien prometió hacer después de la visita.",
    add: "Agregar un compromiso",
    numbered: |number| fill("Compromiso {}", &[&number.to_string()]),
    removed: "Se quitó un compromiso.",
    overdue: "vencido",
    soon: "por vencer",
    close: |what| fill("Cerrar el compromiso: {}", &[what]),
    how_it_ended: "¿Cómo quedó?",
    how: "Cuéntelo en pocas palabras",
    how_hint: "Por ejemplo: el modelo llegó por mensaje.",
    how_missing: "Escriba en pocas palabras cómo quedó.",
    reopen: "Abrir otra vez",
    with_host: "De visitas anteriores a esta organización",
};

pub const TRAINING: Training = Training {
    title: "Capacitación",
    show_count: "Contar",
    show_about: "Datos",
    part_session: "La sesión",
    part_basis: "Cómo se contó",
    minutes: "minutos",
    own_topic: "Otro nombre o tema, con sus palabras",
    difference: |difference| {
        let n = usize::try_from(difference.unsigned_abs()).unwrap_or(usize::MAX);
        match difference {
            0 => "Coinciden".to_owned(),
            1.. => fill("{}{} por contar", &[one(n, "Falta ", "Faltan "), &count(n, "persona", "personas")]),
            _ => fill("Hay {} de más", &[&number(n)]),
        }
    },
    why_different: "¿Por qué no coinciden?",
};

/// Over what nobody said.
pub const UNKNOWN: &str = "s/d";

pub const PAD: Pad = Pad {
    region: "Contar personas",
    caption: "Productoras y productores",
    column: |sex| match sex {
        Choice::Female => "Mujeres",
        Choice::Male => "Hombres",
        _ => UNKNOWN,
    },
    sex: |sex| match sex {
        Choice::Female => "mujeres",
        Choice::Male => "hombres",
        _ => "sexo sin dato",
    },
    one: |sex| match sex {
        Choice::Female => "mujer",
        Choice::Male => "hombre",
        _ => "sexo sin dato",
    },
    age: |band| age(band, UNKNOWN, ["< {}", "{}–{}", "{} +"]),
    age_long: |band| age(band, "edad sin dato", ["menos de {} años", "{} a {} años", "{} años o más"]),
    key: |name, counted, takes_away| {
        let counted = counted.map_or_else(|| "sin contar".to_owned(), |counted| counted.to_string());
        let tap = if takes_away { ". Quitar una" } else { ". Sumar una" };
        fill("{}: {}{}", &[name, &counted, tap])
    },
    tap_each: "Toque una casilla por persona",
    tap_to_remove: "Toque donde sobra una",
    last: |sex, band, takes_away| {
        let began = if takes_away { "se quitó: " } else { "última: " };
        fill("{}{}, {}", &[began, (PAD.one)(sex), &(PAD.age)(band)])
    },
    one_less: "Quitar una",
    counted: |n| one(n, "persona contada", "personas contadas"),
};

/// A field in "Falta: …". Remarks are missing only where the total and the count differ.
fn missing_name((kind, field): &(Kind, Field)) -> String {
    match (kind, field) {
        (Kind::Session, Field::Remarks) => "por qué no coinciden el total y el conteo".to_owned(),
        (Kind::Agreement, Field::What) => "qué dice el compromiso".to_owned(),
        (_, field) => in_running_text((LABELS.short)(*field)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_while_it_is_short() {
        let check = |fields: &[(Kind, Field)], expected: &str| assert_eq!((FORM.missing)(fields), expected);
        let visit = |field| (Kind::Visit, field);
        check(&[], "No falta nada");
        check(&[visit(Field::Purpose), visit(Field::Municipality)], "Falta: objetivo, municipio");
        check(&[(Kind::Session, Field::Remarks)], "Falta: por qué no coinciden el total y el conteo");
        check(&[visit(Field::Purpose); 5], "Faltan 5 datos; puede guardar igual");
    }

    #[test]
    fn the_difference_says_which_side_lacks_people() {
        let check = |difference, expected: &str| assert_eq!((TRAINING.difference)(difference), expected);
        check(0, "Coinciden");
        check(1, "Falta 1 persona por contar");
        check(2, "Faltan 2 personas por contar");
        check(-1, "Hay 1 de más");
        check(i64::MIN, "Hay 9.223.372.036.854.775.807 de más");
    }
}
