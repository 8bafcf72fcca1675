//! What went wrong: what happened, what is safe, what to do.

use super::{number, one};
use crate::exchange::Refused;
use crate::i18n::{Errors, Tell, tell};

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
        "Una versión más nueva de Ayni ya usó este cuaderno, y esta no lo puede abrir.",
        "Lo que guardó sigue entero en {este teléfono|este equipo}.",
        "Cierre todas las pestañas de Ayni y ábralo con internet para tener la versión nueva.",
    ),
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
            "El archivo está protegido con una frase de acceso, y esta versión de Ayni todavía no los abre.",
            NOTHING_CHANGED,
            "Pida el archivo sin frase de acceso, o guárdelo hasta tener una versión más nueva.",
        ),
        Refused::NothingReadable => {
            tell("Es un archivo de Ayni, pero está dañado: no se pudo leer ningún cambio.", NOTHING_CHANGED, ASK_AGAIN)
        }
    }
}
