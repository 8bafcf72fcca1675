//! What leaves: what goes into a file, what it tells about people, sharing and saving it.

use super::{count, one};
use crate::i18n::{Sending, fill, fill_on, tell};

pub const SENDING: Sending = Sending {
    title: "Archivo para compartir",
    nothing: "Todavía no hay nada que compartir. Anote primero una visita o una capacitación.",
    which: "¿Qué va en el archivo?",
    everything: "Todo lo anotado",
    lacked_by: |name| match name {
        "" => "Solo lo que falta en la oficina".to_owned(),
        name => fill("Solo lo que le falta a {}", &[name]),
    },
    public: "Copia para el público",
    holds_all: |records| fill("Lleva todo lo anotado: {}.", &[&count(records, "registro", "registros")]),
    holds_prepared: |records| {
        fill("Lleva lo preparado para el equipo: {}.", &[&count(records, "registro", "registros")])
    },
    holds_lacked: |records, name| match (records, name) {
        (0, "") => "La oficina confirmó que ya tiene todo.".to_owned(),
        (0, name) => fill("{} confirmó que ya tiene todo.", &[name]),
        (records, _) => fill("Lleva lo que falta allí: {}.", &[&count(records, "registro", "registros")]),
    },
    holds_public: |visits, sessions| {
        if visits == 0 {
            return fill("Lleva solo los números de {}.", &[&count(sessions, "sesión", "sesiones")]);
        }
        let visits = count(visits, "visita que se puede compartir", "visitas que se pueden compartir");
        fill("Lleva {} y los números de {}.", &[&visits, &count(sessions, "sesión", "sesiones")])
    },
    public_empty: "Ninguna visita está marcada para compartir. En cada nota se elige quién puede leerla.",
    visits_stay: |n| {
        fill(
            "{} solo para el equipo: aquí {}.",
            &[&count(n, "visita es", "visitas son"), one(n, "se queda", "se quedan")],
        )
    },
    quotes_stay: |n| fill("{} sin permiso de quien habló: no {}.", &[&count(n, "cita", "citas"), one(n, "va", "van")]),
    blotted: |n| fill("En {} se tapó un teléfono, una cédula o un correo.", &[&count(n, "texto", "textos")]),
    public_hint: "Es para leer, no para unir: sin fotos, sin nombres de quienes anotaron y con los lugares redondeados a un kilómetro. Léala antes de publicarla.",
    public_file: "publico",
    contains: "Van las visitas, las capacitaciones, los compromisos, lo que decían antes y quién anotó. Borradores no.",
    people: "Lo que dice de las personas",
    people_names: |n| fill("{} de quienes anotaron", &[&count(n, "nombre", "nombres")]),
    people_met: |n| fill("{} con quién se reunieron", &[&count(n, "visita dice", "visitas dicen")]),
    people_points: |n| fill("{} en el mapa", &[&count(n, "punto exacto", "puntos exactos")]),
    people_without_consent: |n| fill("{} sin permiso anotado", &[&count(n, "cita o foto", "citas o fotos")]),
    people_contacts: |n| {
        fill("{} con algo que parece un teléfono, una cédula o un correo", &[&count(n, "registro", "registros")])
    },
    people_hint: "Envíe este archivo solo a su equipo.",
    protect: "Proteger con una frase de acceso",
    protect_how: "Quien reciba el archivo necesita la frase para abrirlo. Dígasela de otra manera, por teléfono o en persona; no la envíe junto con el archivo.",
    protect_forgotten: |device| {
        fill_on(
            device,
            "Si se olvida la frase, nadie puede abrir el archivo: ni su equipo ni quienes hacen Ayni. Lo anotado en {este teléfono|este equipo} sigue aquí.",
            &[],
        )
    },
    passphrase: "Frase de acceso",
    passphrase_hint: "Cuatro palabras o más que no se usen juntas. Ayni no la guarda: se la pedirá en cada archivo.",
    use_passphrase: "Usar esta frase",
    passphrase_short: "Es muy corta: use cuatro palabras o más.",
    is_protected: "El archivo sale protegido. Anote la frase antes de enviarlo.",
    unprotect: "Quitar la protección",
    can_not_protect: "Este navegador solo protege archivos en páginas con https. Abra Ayni por su dirección segura.",
    locked: "El archivo está protegido",
    locked_hint: "Pida la frase de acceso a quien lo envió y escríbala aquí. Nada cambia hasta que acepte lo que trae.",
    leave_locked: "Dejar este archivo",
    open_locked: "Abrir",
    not_opened: tell(
        "El archivo no se abrió: la frase no es esa, o el archivo está dañado.",
        "Nada cambió. Sus registros y el archivo siguen como estaban.",
        "Revise la frase con quien lo envió: mayúsculas, acentos y espacios cuentan. Si es correcta, pida el archivo otra vez.",
    ),
    preparing: "Preparando el archivo…",
    share_word: "Compartir",
    share: |size| fill("Compartir ({})", &[size]),
    share_part: |n, of| fill("Compartir la parte {} de {}", &[&n.to_string(), &of.to_string()]),
    shared: "El archivo salió.",
    shared_part: |n, of| fill("Salió la parte {} de {}. Falta la siguiente.", &[&n.to_string(), &of.to_string()]),
    not_shared: tell(
        "El archivo no se pudo compartir.",
        "Sus registros siguen aquí, enteros.",
        "Use «Guardar archivo» y envíelo desde sus descargas.",
    ),
    save: "Guardar archivo",
    saved: |name| fill("Archivo guardado: «{}».", &[name]),
    next: "Ahora envíelo. Estará a salvo cuando la oficina le devuelva su archivo y lo cargue aquí.",
    send_back: "Ahora devuelva un archivo de aquí a los teléfonos: así saben qué está a salvo y reciben lo corregido.",
    sent: "Lo último que salió de aquí",
    sent_row: |records, size| [&count(records, "registro", "registros"), ", ", size].concat(),
    by_sharing: "compartido",
    by_file: "guardado como archivo",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_and_what_stays_is_said_in_full_sentences() {
        assert_eq!((SENDING.holds_all)(118), "Lleva todo lo anotado: 118 registros.");
        assert_eq!((SENDING.holds_lacked)(0, "Mesa Quito"), "Mesa Quito confirmó que ya tiene todo.");
        assert_eq!((SENDING.visits_stay)(1), "1 visita es solo para el equipo: aquí se queda.");
        assert_eq!((SENDING.holds_public)(2, 1), "Lleva 2 visitas que se pueden compartir y los números de 1 sesión.");
    }
}
