//! The help, and the hints of the first time. Names of buttons come from where the screens take them.

use super::NAV;
use super::clashes::{CLASHES, SEE};
use super::counting::COUNTING;
use super::exchange::{EXCHANGE, JOIN};
use super::forms::{COMMITMENTS, FORM, TRAINING, UNKNOWN};
use super::loads::LOADS;
use super::my_data::MY_DATA;
use super::offline::NEWER;
use super::pages::{RECORD, START, TODAY};
use super::reports::REPORTS;
use super::review::REVIEW;
use super::sending::SENDING;
use crate::i18n::words::help::{say, step};
use crate::i18n::{Help, Hints, Topic, TopicWords};

pub const HELP: Help = Help {
    title: "Ayuda",
    lead: "Paso a paso, también sin internet.",
    others: "Más ayuda",
    print: "Imprimir",
    print_all: "Imprimir toda la ayuda",
    topic: |topic| match topic {
        Topic::FirstVisit => &FIRST_VISIT,
        Topic::Counting => &COUNT,
        Topic::Sending => &SEND,
        Topic::Loading => &LOAD,
        Topic::Clashes => &CLASH,
        Topic::Report => &REPORT,
        Topic::NewPhone => &NEW_PHONE,
        Topic::Hosting => &HOSTING,
    },
};

const FIRST_VISIT: TopicWords = TopicWords {
    name: "La primera visita",
    about: "Anotar en dos minutos dónde estuvo, a quién visitó y qué vio.",
    picture: "La nota de visita en un teléfono: municipio, comunidad, a quién visitan y fechas.",
    steps: &[
        step("En {}, toque {}.", &[NAV.today, TODAY.new_visit]),
        say("Escriba el comienzo del municipio y elíjalo de la lista."),
        say("Haga lo mismo con la organización que visitan."),
        say("Marque el rubro y el tema. Escriba qué vieron."),
        step("Si alguien prometió algo: {}.", &[COMMITMENTS.add]),
        say("Abajo dice qué falta. Puede guardar igual."),
        step("Toque {}. Ya es un registro.", &[FORM.save]),
    ],
};

const COUNT: TopicWords = TopicWords {
    name: "Contar una capacitación",
    about: "Saber cuántas mujeres, hombres y jóvenes vinieron, sin anotar nombres.",
    picture: "Las casillas para contar: mujeres y hombres por edad, y abajo el total.",
    steps: &[
        step("En {}, toque {}.", &[NAV.today, TODAY.new_training]),
        say("Toque una casilla por cada persona. El teléfono vibra."),
        step("Si no sabe el sexo o la edad, toque {}.", &[UNKNOWN]),
        say("¿Un toque de más? La flecha de abajo lo quita."),
        step("¿Solo sabe el total? Elija {}.", &[COUNTING.ways[0]]),
        step("Toque {} y diga qué se enseñó, dónde y quién.", &[TRAINING.show_about]),
        step("Toque {}.", &[FORM.save]),
    ],
};

const SEND: TopicWords = TopicWords {
    name: "Enviar desde un teléfono",
    about: "Hacer llegar lo anotado a la oficina, por mensaje, cable o memoria.",
    picture: "El archivo para compartir: qué lleva y el botón para guardarlo.",
    steps: &[
        step("Toque {}, abajo.", &[NAV.exchange]),
        step("Deje marcado {}.", &[SENDING.everything]),
        step("Toque {} y elija por dónde: mensaje o correo.", &[SENDING.share_word]),
        step("¿No aparece? {}. Queda en sus descargas.", &[SENDING.save]),
        step("Antes, si hace falta: {}.", &[SENDING.protect]),
        step("Si le devuelven uno: {}, {}.", &[EXCHANGE.choose_files, JOIN]),
        say("Desde entonces sus registros dicen que están a salvo."),
    ],
};

const LOAD: TopicWords = TopicWords {
    name: "Cargar en la oficina",
    about: "Juntar en un equipo los archivos de todos los teléfonos.",
    picture: "Lo que trae un archivo antes de aceptarlo: registros nuevos y cambios.",
    steps: &[
        step("Abra {} y arrastre los archivos, o {}.", &[NAV.exchange, EXCHANGE.choose_files]),
        say("Mire qué trae cada uno. Nada cambia hasta que acepte."),
        step("Pulse {}. Cargar otra vez lo mismo no cambia nada.", &[JOIN]),
        step("¿No era ese archivo? {}.", &[LOADS.take_back]),
        step("Si dos personas escribieron distinto: {}.", &[SEE]),
        step("Al final: {}, y devuélvalo a los teléfonos.", &[SENDING.save]),
    ],
};

const CLASH: TopicWords = TopicWords {
    name: "Dos personas escribieron distinto",
    about: "Decidir qué queda cuando hay dos textos para lo mismo. Nada se pierde.",
    picture: "Dos textos de un mismo dato, con quién los escribió y los botones para decidir.",
    steps: &[
        step("Toque el aviso en {}, o {} al cargar.", &[NAV.today, SEE]),
        say("Lea los dos textos. Lo que no es igual está subrayado."),
        step("Elija uno con {}.", &[CLASHES.keep_this]),
        step("¿Valen los dos? {}.", &[CLASHES.keep_both]),
        step("¿Ninguno? {}.", &[CLASHES.write]),
        say("¿No sabe? Déjelo: puede decidir otro día."),
        step("Lo que no quedó sigue en {}.", &[RECORD.history]),
    ],
};

const REPORT: TopicWords = TopicWords {
    name: "Revisar y hacer el informe",
    about: "Pasar de las notas al informe que se entrega.",
    picture: "Un informe: lo que dicen los registros, y al lado su texto.",
    steps: &[
        step("En {}, abra una nota y léala.", &[NAV.review]),
        step("Con {} diga si puede ir en el informe.", &[REVIEW.who_may_see]),
        step("Pulse {}, o {} y dé el motivo.", &[REVIEW.reviewed, REVIEW.send_back]),
        step("En {}, pulse {}.", &[NAV.report, REPORTS.new]),
        step("En {}, escriba lo que solo usted sabe.", &[REPORTS.your_text]),
        step("Mire en {} qué falta y por qué.", &[REPORTS.left_out]),
        step("Al final: {} o {}.", &[REPORTS.save_word, REPORTS.print]),
    ],
};

const NEW_PHONE: TopicWords = TopicWords {
    name: "Cambiar de teléfono",
    about: "Llevar todo a un teléfono nuevo sin perder nada.",
    picture: "Dónde están mis datos: cuántos registros hay y cuántos faltan poner a salvo.",
    steps: &[
        say("En el viejo, guarde los borradores: no viajan."),
        step("Toque {}, y después {}.", &[NAV.exchange, SENDING.save]),
        say("Pase ese archivo al nuevo, por mensaje o cable."),
        step("Abra Ayni en el nuevo, diga quién anota y toque {}.", &[START.start]),
        step("En {}: {}, {}.", &[NAV.exchange, EXCHANGE.choose_files, JOIN]),
        step("Compare cuántos hay en {}", &[MY_DATA.title]),
        say("No borre el viejo hasta que la oficina confirme."),
    ],
};

const HOSTING: TopicWords = TopicWords {
    name: "Ayni para su organización",
    about: "Tener Ayni en la página web de su organización. Lo hace quien la cuida.",
    picture: "Ajustes dice que Ayni funciona sin internet, y qué versión es.",
    steps: &[
        say("Copie la carpeta de Ayni a su sitio web, con https."),
        say("Eso es todo: sin cuentas, y nada llega a ese sitio."),
        say("Dé la dirección a su equipo. Se abre una vez con internet."),
        step("Espere a que {} diga que funciona sin internet.", &[NAV.settings]),
        say("Agréguela al inicio, en el menú del navegador."),
        say("¿Versión nueva? Copie todo otra vez; sw.js al final."),
        step("Cada teléfono avisa: {}.", &[NEWER]),
        say("Lo demás está en el README que viene con Ayni."),
    ],
};

pub const HINTS: Hints = Hints {
    title: "Consejo",
    close: "Cerrar el consejo",
    visit: "Se guarda mientras escribe. Abajo dice qué falta; puede guardar igual.",
    count: "Un toque por persona. La flecha quita el último.",
    share: "Estará a salvo cuando cargue aquí el archivo que le devuelva la oficina.",
    load: "Aquí se juntan los archivos de todos los teléfonos. Cargar dos veces lo mismo no cambia nada, y la última carga se puede deshacer.",
    review: "Abra una nota y léala. Márquela como revisada, o devuélvala con el motivo: llega al teléfono de quien la escribió.",
    report: "Los títulos se llenan con lo revisado que se puede compartir. Al lado escribe usted, y su texto se queda.",
};
