//! What stands in a report that is handed in.

use crate::i18n::{DocumentWords, fill};
use crate::insight::indicators::Measure;
use crate::record::template::{Heading, Template};

pub const DOCUMENT: DocumentWords = DocumentWords {
    untitled: "Informe",
    template: |template| match template {
        Template::Exchange => "Informe de un intercambio",
        Template::Visit => "Informe de una visita",
    },
    heading: |heading| match heading {
        Heading::ThematicArea => "Área temática",
        Heading::Country => "País",
        Heading::Summary => "Resumen",
        Heading::Implemented => "¿Cómo se llevó a cabo el intercambio?",
        Heading::Achieved => "¿Qué ha logrado hasta ahora esta experiencia de cooperación?",
        Heading::Evidence => {
            "¿Qué evidencia hay de que la iniciativa superó o transformó la situación a la que responde?"
        }
        Heading::Instruments => {
            "¿Qué instrumentos, herramientas o metodologías se desarrollaron para apoyar o facilitar que la solución o experiencia de los países oferentes se lleve a otros lugares?"
        }
        Heading::Activities => {
            "¿Qué actividades de intercambio hubo entre los países oferentes y los países solicitantes?"
        }
        Heading::Partners => "¿Quiénes fueron los socios?",
        Heading::Results => "¿Cuáles fueron los resultados?",
        Heading::Lessons => "¿Cuáles fueron los desafíos y las lecciones?",
        Heading::Role => "Papel del PNUD",
        Heading::Material => "Material relacionado",
        Heading::Purpose => "Dónde, cuándo y para qué",
        Heading::Findings => "Qué se vio",
        Heading::Agreements => "Compromisos",
        Heading::Recommendations => "Recomendaciones",
    },
    nothing: "Sin información registrada.",
    for_team: "Para el equipo",
    for_public: "Para el público",
    from_to: |from, to| fill("{} al {}", &[from, to]),
    made_on: |day| fill("Hecho con Ayni el {} con lo que registró el equipo.", &[day]),
    how_counted: "En las asistencias, quien vino tres veces cuenta tres. Cuántas personas distintas vinieron solo se sabe entre dos límites cuando no se anotó a cada una una sola vez.",
    left_out: |number| match number {
        1 => "Una visita o capacitación no está en este informe: no fue revisada o es solo del equipo.".to_owned(),
        _ => fill(
            "{} visitas y capacitaciones no están en este informe: no fueron revisadas o son solo del equipo.",
            &[&number.to_string()],
        ),
    },
    no_day: "Sin fecha",
    page: "Página",
    when: "Cuándo",
    place: "Dónde",
    host: "Anfitrión",
    kind: "Tipo",
    areas: "Rubro o tema",
    agenda: "Agenda",
    delegation: "Delegación",
    about_visit: "La visita",
    took_part: "Quiénes estuvieron",
    women: "mujeres",
    men: "hombres",
    not_stated: "sin dato",
    seen: "Hechos",
    opinion: "Opinión",
    worked: "Qué funcionó",
    difficult: "Dificultades",
    products: "Productos",
    focus: "Rubros del intercambio",
    areas_seen: "Rubros que se visitaron",
    themes_seen: "Temas",
    funder: "Financiado por",
    practice: "Práctica",
    practices: "Prácticas",
    practices_by_stage: "Prácticas según hasta dónde llegaron",
    stage: "Etapa",
    transferable: "Sirve en otro lugar",
    conditions: "Condiciones",
    seen_at: "Vista en",
    methods: "Cómo se capacitó",
    difficulties: "Desafíos",
    lessons: "Lecciones",
    lessons_for: |number, whom| match number {
        1 => fill("{}: una lección.", &[whom]),
        _ => fill("{}: {} lecciones.", &[whom, &number.to_string()]),
    },
    quotes: "En sus palabras",
    quoted: |text, who| fill("«{}» – {}", &[text, who]),
    country: "País",
    municipality: "Municipio",
    organisation: "Organización",
    role: "Papel",
    partners: "Socios por país y municipio",
    trainings: "Capacitaciones",
    three_numbers: "Las capacitaciones en cifras",
    what: "Qué",
    number: "Cifra",
    what_it_counts: "Qué cuenta",
    not_deduplicated: "No se sabe quién vino más de una vez.",
    not_recorded: "Sin dato",
    attendances: "Asistencias",
    attendances_by: |dimension| fill("Asistencias por {}", &[dimension]),
    sum: "Suma",
    somebody: "alguien",
    counted_by: "Cómo se contó",
    by_others: "Según terceros",
    by_others_rule: "Estas cifras vienen de otros. Están aparte y no entran en ninguna suma.",
    reported: |total, unit, course, day| {
        let course = if course.is_empty() { String::new() } else { [" – ", course].concat() };
        fill("{} ({}){}; {}.", &[total, unit, &course, day])
    },
    summed_by: |who| fill("Una de ellas está en las sumas porque así lo marcó {}.", &[who]),
    visits: "Visitas",
    visits_by_kind: "Visitas y reuniones por tipo",
    women_share: |percent, all, without| {
        fill("Mujeres: {} de {} asistencias; de {} no se anotó el sexo.", &[percent, all, without])
    },
    indicators: "Indicadores",
    indicator: "Indicador",
    start: "Punto de partida",
    target: "Meta",
    actual: "Real",
    way: "Camino recorrido",
    way_rule: "El camino recorrido se dice solo donde se conocen el punto de partida y la meta y ninguno es 0.",
    measure: |measure| match measure {
        Measure::Sessions => "sesiones",
        Measure::Attendances => "asistencias",
        Measure::People => "personas distintas",
        Measure::Visits => "visitas",
        Measure::AgreementsMade => "compromisos",
        Measure::AgreementsDone => "compromisos cumplidos",
    },
    standing: |[done, open, overdue, dropped]| {
        fill(
            "Compromisos: {} cumplidos, {} abiertos (de ellos {} vencidos), {} dejados.",
            &[done, open, overdue, dropped],
        )
    },
    commitments: "Compromisos de la visita",
    commitment: "Compromiso",
    responsible: "Quién",
    due: "Hasta cuándo",
    state: "Estado",
    evidence: "Evidencia",
    photos_show: "Las fotos muestran",
    before_and_now: "Antes y ahora",
    before: "Antes",
    now: "Ahora",
};
