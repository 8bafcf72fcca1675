//! Where everything is, and what of it is not safe elsewhere.

use super::pages::moment;
use super::{number, one};
use crate::i18n::{Device, MyData, fill};

pub const MY_DATA: MyData = MyData {
    title: "¿Dónde están mis datos?",
    lead: |device| match device {
        Device::Phone => "Todo está dentro de este teléfono. Nada se envía por internet: lo lleva usted, en archivos.",
        Device::Computer => "Todo está dentro de este equipo. Nada se envía por internet: lo lleva usted, en archivos.",
    },
    nothing: "Todavía no hay nada anotado.",
    all_safe: |n| {
        fill(
            "{}{}",
            &[&number(n), one(n, " registro está a salvo en la oficina.", " registros están a salvo en la oficina.")],
        )
    },
    what_is_safe: "Un registro está a salvo cuando carga aquí un archivo de la oficina que dice que ya lo tiene. Haber enviado el suyo todavía no es prueba.",
    if_lost: |device| match device {
        Device::Phone => "Si este teléfono se pierde o se daña, se pierde lo que está solo aquí.",
        Device::Computer => "Si este equipo se pierde o se daña, se pierde lo que está solo aquí.",
    },
    of_all: |n| fill("En total hay {}{}.", &[&number(n), one(n, " registro", " registros")]),
    photos: |n, bytes| fill("{}{} ({})", &[&number(n), one(n, " foto", " fotos"), bytes]),
    carried: "Lo que ya salió de aquí",
    confirmed: |at, today, by| match by {
        "" => fill("Última confirmación: {}", &[&moment(at, today)]),
        by => fill("Última confirmación: {}, de {}", &[&moment(at, today), by]),
    },
    never_confirmed: "Nadie confirmó todavía que tiene sus registros.",
    used: |bytes| fill("Ocupa {}", &[bytes]),
    left: |bytes| fill("Quedan unos {} para Ayni, según el navegador.", &[bytes]),
    little_left: "Queda poco espacio. Borre fotos o aplicaciones que no use.",
    room_unknown: "El navegador no dice cuánto espacio queda.",
    kept: "El navegador prometió conservarlo",
    kept_hint: "No lo borra por su cuenta, aunque falte espacio.",
    not_kept: "El navegador no prometió conservarlo",
    not_kept_hint: "Si falta espacio, podría borrarlo sin avisar.",
    ask_to_keep: "Pedir que lo conserve",
    not_promised: |device| match device {
        Device::Phone => "Esta vez no lo prometió. Ponga Ayni en la pantalla de inicio y vuelva a pedirlo.",
        Device::Computer => "Esta vez no lo prometió. Instale Ayni o agréguelo a favoritos y vuelva a pedirlo.",
    },
    installed: "Ayni está en la pantalla de inicio",
    not_installed: "Ayni está abierto en el navegador",
    how_to_install: |device| match device {
        Device::Phone => {
            "Con «Agregar a la pantalla de inicio», en el menú del navegador, abre con un toque y se conserva mejor."
        }
        Device::Computer => "Con «Instalar», en el menú del navegador, abre en su propia ventana y se conserva mejor.",
    },
    install: |device| match device {
        Device::Phone => "Poner en la pantalla de inicio",
        Device::Computer => "Instalar",
    },
    lock: |device| match device {
        Device::Phone => "Lo protege el candado del teléfono",
        Device::Computer => "Lo protege la clave del equipo",
    },
    lock_hint: |device| match device {
        Device::Phone => "Ayni no tiene clave propia. Ponga al teléfono un PIN o la huella.",
        Device::Computer => "Ayni no tiene clave propia. Ponga una clave a su cuenta del equipo.",
    },
    iphone: "En un iPhone, primero a la pantalla de inicio",
    iphone_why: "En una pestaña, Safari borra lo guardado si pasan siete días sin abrirla. En la pantalla de inicio no lo hace.",
    iphone_steps: [
        (
            "Lleve lo que ya anotó",
            "El icono nuevo empieza vacío. Si ya hay algo anotado, guarde antes su archivo en Compartir.",
        ),
        ("Agregue Ayni al inicio", "Toque el botón de compartir de Safari y «Agregar a inicio»."),
        ("Siga desde el icono", "Ábralo, cargue ese archivo en Compartir, y desde entonces anote siempre ahí."),
    ],
};
