//! The tables and columns of files for others.

use super::labels::LABELS;
use crate::i18n::{Column, Leaf};
use crate::record::{Choice, Field};

pub fn leaf(leaf: Leaf) -> &'static str {
    match leaf {
        Leaf::About => "Leer primero",
        Leaf::Visits => "Visitas",
        Leaf::Practices => "Prácticas",
        Leaf::Lessons => "Lecciones",
        Leaf::Quotes => "Citas",
        Leaf::TookPart => "Quiénes estuvieron",
        Leaf::Agreements => "Compromisos",
        Leaf::Courses => "Cursos",
        Leaf::Sessions => "Capacitaciones",
        Leaf::Counts => "Conteos",
        Leaf::Organisations => "Organizaciones",
        Leaf::Places => "Lugares",
        Leaf::Exchanges => "Intercambios",
        Leaf::Captions => "Pies de foto",
        Leaf::Figures => "Cifras",
        Leaf::Columns => "Columnas",
    }
}

/// The heading of a column and what it holds.
pub fn column(column: Column) -> [&'static str; 2] {
    let of = |field, explained| [(LABELS.short)(field), explained];
    match column {
        Column::Id => ["Id", "El nombre del registro en Ayni; otras tablas lo citan"],
        Column::StartsOn => of(Field::StartsOn, "El primer día"),
        Column::EndsOn => of(Field::EndsOn, "El último día; vacío si fue un solo día"),
        Column::Country => of(Field::Country, "El país del municipio"),
        Column::Region => ["Departamento o provincia", "La unidad que está sobre el municipio"],
        Column::Municipality => of(Field::Municipality, "El municipio, o el cantón en Ecuador"),
        Column::MunicipalityCode => ["Código del municipio", "País y código oficial: EC1003 es Cotacachi"],
        Column::Community => of(Field::Community, "La comunidad, tal como se escribió"),
        Column::PlaceAsWritten => of(Field::PlaceAsWritten, "El lugar en palabras de quien estuvo"),
        Column::Latitude => of(Field::Latitude, "Grados, WGS 84, positivos al norte; dos decimales en lo público"),
        Column::Longitude => of(Field::Longitude, "Grados, WGS 84, positivos al este; dos decimales en lo público"),
        Column::PointOf => ["De qué es el punto", "Del lugar mismo, o solo un punto de su municipio"],
        Column::Accuracy => ["Precisión (m)", "Metros alrededor del punto, según el teléfono"],
        Column::Remarks => of(Field::Remarks, "Comentarios para el equipo"),
        Column::RecordedBy => ["Quién lo anotó", "El teléfono o equipo que lo anotó primero"],
        Column::Status => of(Field::Status, "En qué está el registro o el compromiso"),
        Column::Name => of(Field::Name, "Su nombre"),
        Column::Exchange => of(Field::Exchange, "El intercambio al que pertenece"),
        Column::VisitType => of(Field::VisitType, "Qué clase de visita fue"),
        Column::Host => ["A quién visitaron", "La organización que recibió la visita"],
        Column::Delegation => of(Field::Delegation, "Las organizaciones que visitaron, separadas por punto y coma"),
        Column::PeopleMet => of(Field::PeopleMet, "Cargo y organización de quienes los recibieron"),
        Column::Purpose => of(Field::Purpose, "Para qué fue la visita"),
        Column::Areas => of(Field::ProductionAreas, "Rubros, separados por punto y coma"),
        Column::Themes => of(Field::Themes, "Temas, separados por punto y coma"),
        Column::Products => of(Field::Products, "Productos, separados por punto y coma"),
        Column::Observations => of(Field::Observations, "Hechos: lo que se vio y se dijo"),
        Column::Assessment => of(Field::Assessment, "Opinión de quienes visitaron"),
        Column::WhatWorked => of(Field::WhatWorked, "Qué funcionó, en palabras de la nota"),
        Column::Difficulties => of(Field::Difficulties, "Qué fue difícil"),
        Column::Recommendations => of(Field::Recommendations, "Qué se recomienda"),
        Column::Women => [
            (LABELS.choice)(Choice::Female),
            "Mujeres; vacío no es cero. En lo público, <5 y ≥5 protegen a los grupos pequeños",
        ],
        Column::Men => [
            (LABELS.choice)(Choice::Male),
            "Hombres; vacío no es cero. En lo público, <5 y ≥5 protegen a los grupos pequeños",
        ],
        Column::SexNotRecorded => ["Sexo sin dato", "De quienes no se anotó el sexo"],
        Column::Confidentiality => of(Field::Confidentiality, "Quién puede leer la nota"),
        Column::ReturnedBecause => of(Field::ReturnedBecause, "Por qué la devolvió quien revisa"),
        Column::Visit => ["Visita (id)", "La visita a la que pertenece, por su id"],
        Column::VisitedOn => ["Fecha de la visita", "El primer día de esa visita"],
        Column::Practice => ["Práctica", "La práctica, por su nombre en la lista"],
        Column::Description => ["Descripción", "Qué es, en palabras de la nota"],
        Column::Stage => ["Hasta dónde llegó", "Vista, probada o adoptada"],
        Column::Transferable => ["Sirve en otro lugar", "Sí, en parte o no"],
        Column::Conditions => ["En qué condiciones", "Qué hace falta en otro lugar"],
        Column::Lesson => ["Lección", "Lo que se llevan"],
        Column::LessonFor => ["Para quién", "El país para el que sirve la lección"],
        Column::Quote => ["Cita", "Lo que alguien dijo, palabra por palabra"],
        Column::SpeakerRole => ["Quién lo dijo", "El cargo de quien lo dijo; nunca un nombre"],
        Column::Consent => {
            of(Field::Consent, "Si dieron permiso para usarlo. En lo público solo va lo que tiene permiso")
        }
        Column::Group => ["Grupo", "Productores, autoridades, personal u otros"],
        Column::What => of(Field::What, "Qué se va a hacer"),
        Column::Responsible => of(Field::Responsible, "Quién lo cumple"),
        Column::DueOn => of(Field::DueOn, "El día en que vence"),
        Column::ClosedOn => of(Field::ClosedOn, "El día en que se cumplió o se dejó"),
        Column::Evidence => of(Field::Evidence, "Qué lo muestra"),
        Column::Method => of(Field::Method, "Cómo se enseñó"),
        Column::Topics => of(Field::Topics, "Qué se enseñó, separado por punto y coma"),
        Column::Organiser => of(Field::Organiser, "Quién lo organiza"),
        Column::Funder => of(Field::Funder, "Quién lo financia"),
        Column::Facilitator => of(Field::Facilitator, "Quién lo facilita"),
        Column::Enrolled => of(Field::Enrolled, "Cuántas personas distintas inscribió el curso"),
        Column::Completed => of(Field::Completed, "Cuántas de ellas lo terminaron"),
        Column::Sessions => ["Sesiones", "Cada vez que se reunió un grupo; sin las que informaron otros"],
        Column::Course => ["Curso (id)", "El curso al que pertenece, por su id"],
        Column::CourseName => of(Field::Course, "El nombre del curso"),
        Column::Number => of(Field::Number, "Qué sesión del curso fue"),
        Column::HeldOn => of(Field::HeldOn, "El día de la sesión"),
        Column::Venue => of(Field::Venue, "Dónde fue"),
        Column::Minutes => ["Duración (minutos)", "Cuánto duró, en minutos"],
        Column::Unit => {
            of(Field::CountingUnit, "Personas, asistencias, hogares u organizaciones: nunca se suman entre sí")
        }
        Column::Basis => of(Field::CountBasis, "Lista firmada, conteo, nómina, cálculo aproximado o según terceros"),
        Column::Total => of(Field::Total, "El total de la lista o del conteo; si falta, la suma de lo contado"),
        Column::AgeBand => [
            "Edad",
            "Las personas de esa edad; vacío no es cero. En lo público, <5 y ≥5 protegen a los grupos pequeños",
        ],
        Column::AgeNotRecorded => {
            ["Edad sin dato", "De quienes no se anotó la edad, y lo que del total no se contó por edad"]
        }
        Column::FirstTime => of(Field::FirstTime, "Cuántas personas vinieron por primera vez en el período"),
        Column::FirstTimeFrom => ["Primera vez: período desde", "El primer día de ese período"],
        Column::FirstTimeTo => ["Primera vez: período hasta", "El último día de ese período"],
        Column::StandsApart => {
            ["Fuera de toda suma", "Sí cuando lo informaron terceros: no entra en ninguna suma de las cifras"]
        }
        Column::InConflict => {
            ["Números por decidir", "Sí cuando dos personas anotaron números distintos; aquí está el que se muestra"]
        }
        Column::Session => ["Sesión (id)", "La sesión a la que pertenece, por su id"],
        Column::Sex => ["Sexo", "Mujeres, hombres o sin dato"],
        Column::Age => ["Edad", "El grupo de edad, tal como se contó"],
        Column::AgeFrom => ["Edad desde", "La menor edad del grupo, en años"],
        Column::AgeTo => ["Edad hasta", "La mayor edad del grupo; vacío si no tiene límite"],
        Column::Role => ["Quiénes", "Productores, autoridades y otros"],
        Column::Count => ["Cuántas personas", "Cuántas se contaron de ese sexo, edad y grupo"],
        Column::ActorType => of(Field::ActorType, "Qué clase de organización es"),
        Column::OrganisationPlace => of(Field::Place, "Dónde está"),
        Column::Roles => of(Field::Roles, "Qué hace en el intercambio, separado por punto y coma"),
        Column::AlsoKnownAs => of(Field::AlsoKnownAs, "Otros nombres, separados por punto y coma"),
        Column::Level => of(Field::Level, "Comunidad, zona, área protegida y otros"),
        Column::Within => of(Field::Parent, "El lugar o municipio en que está"),
        Column::Code => of(Field::Code, "Su código oficial, si lo tiene"),
        Column::Countries => of(Field::Countries, "Los países que toman parte, separados por punto y coma"),
        Column::ThematicAreas => of(Field::ThematicAreas, "De qué trata, separado por punto y coma"),
        Column::Summary => of(Field::Summary, "Qué es, en pocas palabras"),
        Column::Of => ["De (id)", "La visita o sesión de la foto, por su id"],
        Column::Caption => of(Field::Caption, "Qué muestra la foto. La foto misma no va en ningún archivo para otros"),
        Column::TakenOn => of(Field::TakenOn, "El día de la foto"),
        Column::Breakdown => ["Desglose por", "De qué es parte la línea; las partes nunca se suman como personas"],
        Column::OneOf => ["Parte", "El mes, el municipio, lo que se enseñó y otros"],
        Column::Attendances => ["Asistencias", "La suma de los totales: quien vino tres veces cuenta tres"],
        Column::PeopleFrom => ["Personas distintas, al menos", "El mínimo: no se sabe quién vino más de una vez"],
        Column::PeopleTo => ["Personas distintas, a lo más", "El máximo; si los dos son iguales, el número es exacto"],
        Column::ByOthers => ["Según terceros", "Lo que informaron otros: no entra en ninguna suma"],
        Column::Note => ["Nota", "Lo que hay que saber para leer la línea"],
        Column::Leaf => ["Hoja", "La tabla en que está la columna"],
        Column::Heading => ["Columna", "El título de la columna"],
        Column::Form => ["Contiene", "Texto, fecha, número entero, sí o no, grados"],
        Column::Explained => ["Qué dice", "Qué hay en la columna"],
        Column::Tag => ["Etiqueta HXL", "La etiqueta de la columna en los archivos con etiquetas HXL"],
        Column::Item => ["Sobre este archivo", "Qué se dice del archivo"],
        Column::Said => ["Qué dice", "Qué es el archivo y qué contiene"],
    }
}
