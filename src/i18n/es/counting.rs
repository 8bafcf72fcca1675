//! What counting says besides the keys, and the page of a course.

use super::labels::LABELS;
use super::{count, number, one};
use crate::i18n::{Counting, Courses, Lang, fill};
use crate::record::Choice;

pub const COUNTING: Counting = Counting {
    way: "Manera de contar",
    ways: ["Solo total", "Uno por uno", "Con lista"],
    role_switch: "A quiénes se cuenta",
    role: |role| match role {
        Choice::Other => "Otras personas",
        role => (LABELS.choice)(role),
    },
    more_roles: "Más grupos",
    type_numbers: "Escribir los números",
    type_in_boxes: "Escriba el número de cada casilla",
    last_typed: |what| fill("escrito: {}", &[what]),
    list_total: "Total de la lista",
    of_list: |total| fill("de {} en lista", &[&Lang::Es.number(total)]),
    only_total: "¿Cuántas personas vinieron en total?",
    only_total_hint: "Con el total solo no se sabe cuántas mujeres, hombres o jóvenes vinieron.",
    counted_stays: |n| fill("Lo contado uno por uno se conserva: {}.", &[&Lang::Es.number(n)]),
    total_stays: |n| fill("El total anotado se conserva: {}.", &[&Lang::Es.number(n)]),
    third_party: "Este número va aparte: no se suma con lo que contó el equipo.",
    first_time_period: |from, to| {
        fill("Período: del {} al {}.", &[&Lang::Es.date_short(from), &Lang::Es.date_short(to)])
    },
    first_time_blank: "Déjelo vacío si no se preguntó.",
    first_time_above: "No pueden venir por primera vez más personas que el total. Revise los dos números.",
    no_minutes: "Falta cuánto duró. Puede guardar igual.",
    outside_course: "Esta fecha está fuera de las fechas del curso. Revísela.",
    in_future: "Esta fecha todavía no llega. Revísela.",
    more: "Más datos de la sesión",
    evidence_hint: "Por ejemplo: la lista firmada está en la carpeta del municipio.",
};

pub const COURSES: Courses = Courses {
    next_session: "Sesión siguiente",
    next_of: "Sesión siguiente de",
    sessions: "Sesiones",
    count: |n| one(n, "sesión", "sesiones"),
    about_course: "Datos del curso",
    edit_course: "Corregir el curso",
    changes_all: |n| {
        fill(
            "Lo que cambie aquí cambia en {} del curso.",
            &[&if n == 1 { "la sesión".to_owned() } else { fill("las {} sesiones", &[&number(n)]) }],
        )
    },
    no_sessions: "Todavía no tiene sesiones.",
    attendance: "Asistencia por sesión",
    chart_apart: "Las barras claras son números según terceros; van aparte.",
    chart_units: "No se dibujan las sesiones que cuentan hogares u organizaciones.",
    first_time: |from, to| {
        fill("por primera vez, del {} al {}", &[&Lang::Es.date_short(from), &Lang::Es.date_short(to)])
    },
    said_by: |said, all| fill("anotado en {} de {}", &[&number(said), &count(all, "sesión", "sesiones")]),
    no_total: "sin dato",
    to_course: "Ver el curso",
};
