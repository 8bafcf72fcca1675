//! First start, Today, the lists, a record, settings, the example.

use super::{here, number, one};
use crate::i18n::{
    Date, Device, Example, Lang, Lists, Near, Record, Settings, Start, Today, fill, in_running_text, near, time,
};

pub const START: Start = Start {
    slogan: "Cuaderno de campo para quienes aprenden unos de otros.",
    language: "Idioma · Language",
    who: "¿Quién anota?",
    who_hint: "Basta un grupo o un cargo. No hace falta su nombre.",
    who_placeholder: "Equipo Sacaba",
    who_missing: "Escriba quién anota: un grupo, un cargo o un nombre.",
    start: "Empezar",
    see_example: "Ver primero el ejemplo",
    privacy: |device| match device {
        Device::Phone => "Sin cuenta. Todo queda en este teléfono; nada se envía.",
        Device::Computer => "Sin cuenta. Todo queda en este equipo; nada se envía.",
    },
};

pub const TODAY: Today = Today {
    new_visit: "Nueva visita",
    new_training: "Contar una capacitación",
    only_here: |n, device| {
        let are = one(n, " registro está solo en ", " registros están solo en ");
        fill("{}{}{}.", &[&number(n), are, here(device)])
    },
    oldest: |date, today| fill("El más antiguo, {}.", &[&of_day(date, today)]),
    share: "Compartir",
    put_off: "Recordar mañana",
    iphone: "En un iPhone, ponga primero Ayni en la pantalla de inicio. En una pestaña se borra a los siete días sin uso.",
    not_safe_region: "Lo que falta poner a salvo",
    drafts: "Por terminar",
    draft_of: |at, today| match time(at) {
        "" => fill("borrador {}", &[&of_day(at, today)]),
        time => fill("borrador {}, {}", &[&of_day(at, today), time]),
    },
    draft_visit: "Visita nueva",
    draft_training: "Capacitación nueva",
    draft_edit: "Corrección sin guardar",
    throw_draft_away: "Botar este borrador",
    throw_draft_away_ask: "¿Botar este borrador? Lo escrito en él se pierde. Lo que ya guardó no cambia.",
    latest: "Lo último",
    everything: "Todo lo anotado",
    ready: "Su cuaderno está listo",
    how_it_works: "Así funciona",
    steps: [
        ("Anote en el lugar", "Una visita toma dos minutos. No hace falta internet para anotar."),
        ("Comparta su archivo", "Por mensaje, cable o memoria, cuando pueda."),
        ("Únalo con los demás", "En un equipo se juntan los archivos de todos. Nada se pierde ni se cuenta dos veces."),
    ],
    see_example: "Ver un ejemplo con datos",
    help: "Ayuda paso a paso",
};

pub const LISTS: Lists = Lists {
    visits: "Visitas",
    trainings: "Capacitaciones",
    no_visits: "Todavía no hay visitas",
    no_visits_hint: "Anote dónde estuvo, a quién visitó y qué vio. Puede guardar a medias y terminar después.",
    no_trainings: "Todavía no hay capacitaciones",
    no_trainings_hint: "Cuente a las personas con un toque por cada una, por sexo y edad. Sin nombres.",
    without_title_visit: "Visita sin lugar ni anfitrión",
    without_title_training: "Capacitación sin tema",
    column_record: "Registro",
    column_topic: "Qué se enseñó",
    column_date: "Fecha",
    column_place: "Lugar",
    column_host: "A quién",
    column_with: "Con quién · cuántas personas",
    column_by: "Anotó",
    column_total: "Total",
    column_status: "Estado",
    counted_elsewhere: "ya contada en otra",
    in_conflict: "escrito distinto",
    due_on: |date, today| match near(date, today) {
        Near::Other => fill("para el {}", &[&Lang::Es.date_short(date)]),
        _ => fill("para {}", &[&Lang::Es.day(date, today)]),
    },
    courses: "Escuelas de campo y cursos",
    session: |n| fill("Sesión {}", &[&Lang::Es.number(n)]),
};

pub const RECORD: Record = Record {
    visit: "Visita",
    training: "Capacitación",
    edit: "Corregir",
    what_was_recorded: "Lo anotado",
    people: "Personas",
    sum: "Suma",
    blank_is_not_zero: "– quiere decir que nadie lo contó; no es cero.",
    recorded_by: |who, at, today| fill("Anotó {}, {}", &[who, &moment(at, today)]),
    edited_by: |who, at, today| fill("Corrigió {}, {}", &[who, &moment(at, today)]),
    history: "Lo que decía antes",
    began: "empezó el registro",
    photo_added: "agregada",
    photo_numbered: |n| fill("Foto {}", &[&number(n)]),
    wrote: |field, value| fill("{}: escribió «{}»", &[field, value]),
    changed: |field, before, after| fill("{}: cambió de «{}» a «{}»", &[field, before, after]),
    emptied: |field, before| fill("{}: borró «{}»", &[field, before]),
    unknown_field: |name| fill("Dato de una versión más nueva ({})", &[name]),
    conflict: "Dos personas escribieron distinto",
    from_newer: "Tiene datos de una versión más nueva de Ayni. Se guardan enteros, aunque aquí no se vean todos.",
    share_of: |percent, choice| {
        let label = (super::labels::LABELS.choice)(choice);
        fill("{} {}", &[&Lang::Es.percent(percent), &in_running_text(label)])
    },
};

pub const SETTINGS: Settings = Settings {
    title: "Ajustes",
    language: "Idioma",
    who: |device| match device {
        Device::Phone => "¿Quién anota en este teléfono?",
        Device::Computer => "¿Quién anota en este equipo?",
    },
    who_hint: "Basta un grupo o un cargo. Va en cada archivo que comparte.",
    name_saved: "Nombre guardado",
    device: |device| match device {
        Device::Phone => "Este teléfono",
        Device::Computer => "Este equipo",
    },
    device_id: "En los archivos se llama",
    held: |records| fill("{} {}", &[&number(records), one(records, "registro", "registros")]),
    last_file: |at, today| fill("Último archivo guardado: {}", &[&moment(at, today)]),
    no_file_yet: "Todavía no guardó ningún archivo para compartir.",
    example: "Ejemplo",
    example_hint: "Un intercambio entre Bolivia y Ecuador, para mirar y probar. No toca sus datos.",
    about: "Acerca de Ayni",
    meaning: "en quechua: hoy por ti, mañana por mí.",
    version: |version| fill("Versión {}", &[version]),
    licence: "Código libre, licencia MIT o Apache 2.0.",
    places_by: "Nombres y ubicación de los municipios:",
    places_licence: "CC BY 4.0.",
    not_reviewed: "Hablantes nativos todavía no revisaron estos textos.",
};

pub const EXAMPLE: Example = Example {
    name: "Ejemplo",
    not_yours: "no son sus datos",
    open: "Ver el ejemplo",
    leave: "Salir del ejemplo",
    saved: "Guardado solo en el ejemplo, hasta que salga",
    no_files: "En el ejemplo no se guardan ni se cargan archivos.",
    no_files_hint: "Así nunca se mezcla con sus datos. Salga del ejemplo para compartir lo suyo.",
};

/// "de hoy", "de ayer", "del 27/10/2015".
fn of_day(date: &str, today: &str) -> String {
    match near(date, today) {
        Near::Other => fill("del {}", &[&Lang::Es.date_short(date)]),
        _ => fill("de {}", &[&Lang::Es.day(date, today)]),
    }
}

/// "hoy a las 10:42", "el 27/10/2015 a las 10:42".
pub fn moment(at: &str, today: &str) -> String {
    let the = if near(at, today) == Near::Other && Date::parse(at).is_some() { "el " } else { "" };
    match time(at) {
        "" => [the, &Lang::Es.day(at, today)].concat(),
        time if time.starts_with("01:") => fill("{}{} a la {}", &[the, &Lang::Es.day(at, today), time]),
        time => fill("{}{} a las {}", &[the, &Lang::Es.day(at, today), time]),
    }
}
