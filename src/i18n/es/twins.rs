//! Lo que quizá se anotó dos veces.

use super::{count, number};
use crate::i18n::{Twins, fill};
use crate::insight::twins::Reason;
use crate::record::Kind;

pub const TWINS: Twins = Twins {
    title: "¿Es lo mismo?",
    hint: "Lo que quizá se anotó dos veces. Nada se une solo: decide una persona, y siempre se puede separar otra vez.",
    comparing: "Comparando…",
    none: "Nada parece anotado dos veces",
    none_hint: "Si dos equipos anotan la misma visita, organización o lugar, aquí se pregunta si es lo mismo.",
    kind: |kind| match kind {
        Kind::Visit => "Visitas",
        Kind::Session => "Sesiones",
        Kind::Organisation => "Organizaciones",
        _ => "Lugares",
    },
    reason: |reason| match reason {
        Reason::SameName => "Mismo nombre",
        Reason::AlsoKnownAs => "Una se conoce también con el nombre de la otra",
        Reason::AlikeName => "Nombres parecidos",
        Reason::SameDay => "Mismo día",
        Reason::OverlappingDays => "Los días coinciden en parte",
        Reason::SameHost => "Misma organización visitada",
        Reason::AlikeHost => "Organizaciones visitadas de nombre parecido",
        Reason::SameCommunity => "Misma comunidad",
        Reason::SamePlace => "Mismo lugar",
        Reason::Nearby => "A menos de 100 metros",
        Reason::SameTopic => "Mismo tema",
        Reason::TwoDevices => "Anotado en dos equipos",
    },
    differs: "distinto",
    only_here: "solo en una",
    nothing: "—",
    same_in: |fields| fill("Igual en las dos: {}.", &[fields]),
    same: "Es lo mismo",
    apart: "No es lo mismo",
    later: "Decidir después",
    which: "¿Cuál vale?",
    which_hint: "La otra queda como se escribió y se lee junto con esta.",
    take_over: |fields| fill("Agregarle lo que solo dice la otra: {}", &[fields]),
    join: "Unir",
    joined: "Ahora es una sola",
    kept_apart: "Quedan como dos",
    put_off: |n| fill("Para después: {}.", &[&count(n, "par", "pares")]),
    show_again: "Mostrar otra vez",
    more: |n| fill("Mostrar más (faltan {})", &[&number(n)]),
    bound: |shown, all| {
        fill("Se muestran {} de {}. Las demás aparecen a medida que decide.", &[&number(shown), &number(all)])
    },
    may_be_more: "Puede haber más: son demasiadas para compararlas todas de una vez.",
    decided: "Lo que ya se decidió",
    decided_hint: "Cada decisión se puede deshacer. Lo que una agregó de la otra se queda; está en lo que decía antes.",
    is_same: |one, other| fill("{} es lo mismo que {}", &[one, other]),
    is_not_same: |one, other| fill("{} no es lo mismo que {}", &[one, other]),
    part: "Separar otra vez",
    parted: "Otra vez son dos",
    ask_again: "Preguntar otra vez",
    asked_again: "Se preguntará otra vez",
    to_look_at: |n| fill("¿Es lo mismo? {} por mirar", &[&count(n, "par", "pares")]),
    was_joined: "Se dijo que es lo mismo que:",
    was_joined_hint: "Allí se lee todo junto. Aquí queda lo que se escribió.",
    stands_for: "Vale también por:",
    may_be: "Puede ser lo mismo que:",
    look: "Comparar",
    more_sessions: "Todo lo que quizá se anotó dos veces",
};
