//! What went wrong: what happened, what is safe, what to do.

use super::{number, one};
use crate::exchange::Refused;
use crate::i18n::{Errors, Rescue, Tell, tell};

pub const ERRORS: Errors = Errors {
    blocked: tell(
        "Este navegador no deja guardar nada. Quizá está en modo privado o bloquea los datos de los sitios.",
        "Puede usar Ayni, pero lo que anote se perderá al cerrar esta página. Lo que guardó antes en {este teléfono|este equipo} no cambió.",
        "Salga del modo privado o permita los datos de este sitio, y vuelva a abrir Ayni. Si ya anotó algo, guarde antes un archivo.",
    ),
    not_opened: tell(
        "No se pudo abrir su cuaderno. Quizá otra pestaña de Ayni lo está usando.",
        "Lo que guardó sigue en {este teléfono|este equipo}; no se borró nada.",
        "Cierre las otras pestañas de Ayni y vuelva a intentar.",
    ),
    newer: tell(
        "Una versión más nueva de Ayni ya usó este cuaderno. Esta solo lo puede leer.",
        "Lo que guardó sigue entero en {este teléfono|este equipo}. Puede verlo y guardar un archivo.",
        "Para anotar, cierre todas las pestañas de Ayni y ábralo con internet: así llega la versión nueva.",
    ),
    not_read: tell(
        "No se pudo leer lo que se guardó en otra pestaña.",
        "Lo que guardó sigue en {este teléfono|este equipo}, y lo que escribió sigue en esta página.",
        "Siga trabajando. Si este aviso no se va, vuelva a cargar la página.",
    ),
    lacks: |n, device| {
        tell(
            one(n, "Falta {} cambio que estaba guardado en {este teléfono|este equipo}.", "Faltan {} cambios que estaban guardados en {este teléfono|este equipo}."),
            "Lo que queda está entero, y Ayni no borró nada. Quizá el navegador hizo espacio, o alguien borró los datos de este sitio.",
            "Guarde primero un archivo con lo que hay. Después siga, y cargue el último archivo que compartió: trae de vuelta lo que falta.",
        )
        .with(device, &[&number(n)])
    },
    written_again: tell(
        "El navegador borró lo que estaba guardado mientras Ayni estaba abierto.",
        "Ayni lo guardó otra vez desde esta página. Las fotos pueden faltar.",
        "Guarde un archivo ahora y compártalo.",
    ),
    almost_full: tell(
        "Se guardó, pero {el teléfono|el equipo} está casi lleno.",
        "Todo lo guardado está entero. Ya no se aceptan más fotos; las notas, mientras quepan.",
        "Borre fotos o videos que no use fuera de Ayni, y comparta hoy un archivo.",
    ),
    rescue: Rescue {
        save_all: "Guardar un archivo con lo que hay",
        saved: "Listo: el archivo está en las descargas. Guárdelo bien o envíelo a su equipo.",
        nothing: "No queda nada guardado que se pueda poner en un archivo.",
        failed: "No se pudo hacer el archivo. Lo que está guardado no cambió.",
        go_on: "Seguir con lo que hay",
        load_again: "Volver a cargar",
    },
    full: tell(
        "No se pudo guardar: el {teléfono|equipo} está lleno.",
        "Lo que guardó antes está entero, y lo que escribió sigue en esta página.",
        "Borre fotos o videos que no use y toque «Guardar» otra vez. No cierre esta página.",
    ),
    failed: tell(
        "No se pudo guardar: el navegador no lo permitió.",
        "Lo que guardó antes está entero, y lo que escribió sigue en esta página.",
        "Toque «Guardar» otra vez. Si vuelve a pasar, copie lo escrito en otro lugar antes de cerrar esta página.",
    ),
    differs: tell(
        "No es seguro que se haya guardado: el navegador devolvió otra cosa.",
        "Lo que guardó antes está entero, y lo que escribió sigue en esta página.",
        "Toque «Guardar» otra vez; si ya estaba, no queda dos veces. Si vuelve a pasar, guarde un archivo y reinicie {el teléfono|el equipo}.",
    ),
    not_a_change: tell(
        "No se pudo guardar: un texto es demasiado largo.",
        "Lo que escribió sigue en el borrador.",
        "Acorte el texto más largo, o repártalo en dos notas, y guarde otra vez.",
    ),
    forked: tell(
        "No se pudo guardar: este {teléfono|equipo} parece una copia de otro.",
        "Nada se perdió, y lo que escribió sigue en el borrador.",
        "Vuelva a cargar la página para que Ayni le dé un nombre propio, y guarde otra vez.",
    ),
    store_damaged: |n, device| {
        tell(
            one(n, "{} línea guardada en {este teléfono|este equipo} no se pudo leer.", "{} líneas guardadas en {este teléfono|este equipo} no se pudieron leer."),
            "Todo lo demás está entero y se muestra.",
            "Guarde un archivo ahora. Si alguien tiene un archivo suyo anterior, cárguelo: trae de vuelta lo que falta.",
        )
        .with(device, &[&number(n)])
    },
    open_elsewhere: tell(
        "Está abierto también en otra pestaña.",
        "Lo que ya guardó no cambia.",
        "Siga en una sola y cierre la otra: las dos escriben en el mismo borrador.",
    ),
    settings_not_kept: tell(
        "No se pudieron guardar el idioma y el nombre.",
        "Sus registros están enteros.",
        "Puede seguir; Ayni preguntará otra vez cuando lo abra. Permita los datos de este sitio para que no pregunte más.",
    ),
    file_not_made: tell(
        "No se pudo guardar el archivo.",
        "Sus registros siguen en {este teléfono|este equipo}, enteros.",
        "Haga espacio, permita las descargas de este sitio y vuelva a intentar.",
    ),
    file_not_opened: tell(
        "El navegador no pudo abrir el archivo. Quizá se movió, o está en un lugar que necesita internet.",
        "Nada cambió aquí.",
        "Copie el archivo a la carpeta de descargas y cárguelo desde allí.",
    ),
    not_joined: tell(
        "No se pudieron unir los archivos: no se pudo guardar.",
        "No se unió nada a medias. Todo está como antes, y los archivos no cambiaron.",
        "Haga espacio y cargue los archivos otra vez.",
    ),
    location_refused: tell(
        "El navegador no deja saber dónde está {este teléfono|este equipo}.",
        "Su nota sigue aquí y se puede guardar sin el punto.",
        "Permita la ubicación en los ajustes del navegador y vuelva a medir, o escriba el punto.",
    ),
    location_unknown: tell(
        "No se pudo medir el punto: {el teléfono|el equipo} no sabe dónde está.",
        "Su nota sigue aquí y se puede guardar sin el punto.",
        "Salga a cielo abierto y vuelva a medir, o escriba el punto.",
    ),
    example_not_loaded: tell(
        "No se pudo traer el ejemplo: hace falta internet la primera vez.",
        "Sus registros no cambiaron.",
        "Vuelva a intentar cuando haya señal.",
    ),
    not_fetched: tell(
        "Esta parte de Ayni no llegó todavía a {este teléfono|este equipo}: hace falta internet la primera vez.",
        "Lo que guardó y lo que empezó a escribir siguen aquí.",
        "Vuelva a intentar cuando haya señal. Si con señal tampoco llega, vuelva a cargar la página: puede haber una versión nueva.",
    ),
    no_such_record: tell(
        "Ese registro no está en {este teléfono|este equipo}.",
        "Nada se borró.",
        "Quizá está en un archivo que todavía no cargó. Búsquelo en la lista o cargue el archivo.",
    ),
};

/// What was expected instead of this file.
const EXPECTED: &str = "Cargue un archivo de Ayni: suele llamarse «ayni-….json» o «ayni-….txt».";
const ASK_AGAIN: &str = "Pida que se lo envíen otra vez, como documento adjunto y sin abrirlo ni cambiarlo.";
const NOTHING_CHANGED: &str = "Nada cambió aquí, y el archivo tampoco.";

/// Why a file is not taken in; `{}` is a part that only the file knows.
pub fn refused(refused: &Refused) -> Tell {
    let not_ours = |what: &'static str| tell(what, NOTHING_CHANGED, EXPECTED);
    match refused {
        Refused::Empty => tell("El archivo está vacío. Quizá no llegó entero.", NOTHING_CHANGED, ASK_AGAIN),
        Refused::Picture(_) => not_ours("Es una foto o imagen ({}), no un archivo de Ayni."),
        Refused::Zip => {
            not_ours("Es un archivo ZIP o un documento de Word, Excel o LibreOffice, no un archivo de Ayni.")
        }
        Refused::Pdf => not_ours("Es un PDF, no un archivo de Ayni."),
        Refused::Html => not_ours("Es una página web, no un archivo de Ayni."),
        Refused::Text => not_ours("Es un texto sin ningún registro de Ayni."),
        Refused::OtherJson => not_ours("Es un archivo JSON, pero no de Ayni."),
        Refused::Binary => not_ours("No es un archivo de Ayni: no contiene texto."),
        Refused::Encoding(_) => tell(
            "El archivo está escrito en {}. Ayni lee solo UTF-8; quizá otra aplicación lo guardó de nuevo.",
            NOTHING_CHANGED,
            "Pida el archivo tal como Ayni lo hizo, sin abrirlo en otra aplicación.",
        ),
        Refused::TooBig => tell(
            "El archivo es demasiado grande: pasa de 512 MB o de un millón de cambios.",
            NOTHING_CHANGED,
            "Pida que se lo envíen en partes.",
        ),
        Refused::NewerVersion(_) => tell(
            "El archivo es de una versión más nueva de Ayni (formato {}).",
            "Nada cambió. Al aceptar, el archivo queda guardado aparte, tal como llegó.",
            "Abra Ayni con internet para tener la versión nueva, y cargue el archivo otra vez.",
        ),
        Refused::ForReading => tell(
            "Es una copia para leer: tiene los registros, pero no lo que hace falta para unirlos.",
            NOTHING_CHANGED,
            "Pida a quien la hizo su archivo para compartir.",
        ),
        Refused::Sealed => tell(
            "El archivo está protegido con una frase de acceso y no se abrió.",
            NOTHING_CHANGED,
            "Pida la frase a quien lo envió y cargue el archivo otra vez. Hace falta un navegador actual y una página con https.",
        ),
        Refused::NothingReadable => {
            tell("Es un archivo de Ayni, pero está dañado: no se pudo leer ningún cambio.", NOTHING_CHANGED, ASK_AGAIN)
        }
    }
}
