//! Photos: in a form, on the page of a record, in files.

use super::exchange::JOIN;
use super::{count, number, one};
use crate::i18n::{PhotoErrors, Photos, fill, fill_on, tell};

pub const PHOTOS: Photos = Photos {
    title: "Fotos",
    take: "Tomar una foto",
    choose: "Elegir de la galería",
    hint: "Se guardan al momento, más pequeñas y sin el lugar donde se tomaron.",
    storing: |at, of| fill("Guardando la foto {} de {}…", &[&number(at), &number(of)]),
    stored: |stored, of| fill("{} de {}", &[&number(stored), &count(of, "foto guardada", "fotos guardadas")]),
    room: |n| fill("Hay lugar para {} más.", &[&about(n)]),
    little_room: |n, device| {
        fill_on(device, "Queda poco lugar en {este teléfono|este equipo}: para {} más.", &[&about(n)])
    },
    consent_hint: "Solo las fotos con permiso salen en informes y en archivos públicos.",
    remove: |n| fill("Quitar la foto {}", &[&number(n)]),
    removed: "Foto quitada.",
    open: |shows| fill("Ver grande: {}", &[shows]),
    not_here: |who| fill("Esta foto no está aquí todavía. La tiene {}: pídale su archivo con fotos.", &[who]),
    asked_again: "La oficina todavía no tiene esta foto. Va en el próximo archivo.",
    to_bin: "Pasar a la papelera",
    binned: "La foto está en la papelera.",
    in_bin: |n| fill("{} en la papelera", &[&count(n, "foto", "fotos")]),
    take_back: "Recuperar",
    in_file: |n, size| fill("Lleva también {} ({}).", &[&count(n, "foto", "fotos"), size]),
    not_in_file: |n| {
        fill("{} aquí y no {} en el archivo.", &[&count(n, "foto no está", "fotos no están"), one(n, "va", "van")])
    },
    parts: |n| {
        fill(
            "Por las fotos son {}. Envíelos todos; se pueden cargar en cualquier orden.",
            &[&count(n, "archivo", "archivos")],
        )
    },
    coming: |n| one(n, "foto nueva", "fotos nuevas"),
    accept: |n| fill("{} {}", &[JOIN, &count(n, "foto", "fotos")]),
    joined: |n| fill("{} en su cuaderno.", &[&count(n, "foto nueva", "fotos nuevas")]),
    errors: ERRORS,
};

/// "unas 40 fotos", and from a thousand on no closer than that.
fn about(n: usize) -> String {
    if n > 1000 { "más de 1.000 fotos".to_owned() } else { count(n, "foto", "fotos") }
}

const NOTE_IS_SAFE: &str = "Su nota y las otras fotos no cambian.";

const ERRORS: PhotoErrors = PhotoErrors {
    empty: tell("«{}» está vacía: no llegó entera.", NOTE_IS_SAFE, "Vuelva a tomarla, o elija otra."),
    other_content: tell(
        "«{}» no es una foto que Ayni pueda leer.",
        NOTE_IS_SAFE,
        "Elija una foto JPEG, PNG o WebP, o tómela con el botón «Tomar una foto».",
    ),
    too_many_bytes: tell(
        "«{}» es demasiado grande: pasa de 60 MB.",
        NOTE_IS_SAFE,
        "Elija en la cámara un tamaño menor y vuelva a tomarla.",
    ),
    too_many_pixels: tell(
        "«{}» es demasiado grande: pasa de 110 megapíxeles.",
        NOTE_IS_SAFE,
        "Elija en la cámara un tamaño menor y vuelva a tomarla.",
    ),
    broken: tell(
        "«{}» está dañada: no se puede leer hasta el final.",
        NOTE_IS_SAFE,
        "Ábrala en la galería. Si allí se ve entera, haga una captura de pantalla y elija esa; si no, vuelva a tomarla.",
    ),
    heic: tell(
        "«{}» está en formato HEIC, y este navegador no lo puede leer.",
        NOTE_IS_SAFE,
        "En el iPhone, ponga Ajustes › Cámara › Formatos en «Más compatible». O envíese la foto como JPEG y elija esa.",
    ),
    blank: tell(
        "El navegador no pudo achicar «{}»: quizá le falta memoria.",
        NOTE_IS_SAFE,
        "Cierre otras aplicaciones y pestañas, y agréguela otra vez.",
    ),
    blocked: tell(
        "No se pudo guardar «{}»: este navegador no deja guardar nada.",
        NOTE_IS_SAFE,
        "Salga del modo privado o permita los datos de este sitio, y agréguela otra vez.",
    ),
    full: tell(
        "No se pudo guardar «{}»: el {teléfono|equipo} está lleno.",
        NOTE_IS_SAFE,
        "Borre fotos o videos que no use, fuera de Ayni, y agréguela otra vez.",
    ),
    failed: tell(
        "No se pudo guardar «{}»: el navegador no lo permitió.",
        NOTE_IS_SAFE,
        "Agréguela otra vez. Si vuelve a pasar, guarde la nota, vuelva a abrir Ayni e intente de nuevo.",
    ),
    differs: tell(
        "«{}» no quedó bien guardada, y se quitó.",
        NOTE_IS_SAFE,
        "Agréguela otra vez. Si vuelve a pasar, guarde pronto un archivo: la memoria del {teléfono|equipo} puede estar fallando.",
    ),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Device;

    #[test]
    fn photos_are_counted_in_words() {
        assert_eq!((PHOTOS.stored)(4, 4), "4 de 4 fotos guardadas");
        assert_eq!((PHOTOS.stored)(0, 1), "0 de 1 foto guardada");
        assert_eq!((PHOTOS.storing)(2, 4), "Guardando la foto 2 de 4…");
        assert_eq!((PHOTOS.room)(7_600), "Hay lugar para más de 1.000 fotos más.");
        assert_eq!((PHOTOS.little_room)(12, Device::Phone), "Queda poco lugar en este teléfono: para 12 fotos más.");
        assert_eq!((PHOTOS.in_file)(24, "7,2 MB"), "Lleva también 24 fotos (7,2 MB).");
        assert_eq!((PHOTOS.not_in_file)(1), "1 foto no está aquí y no va en el archivo.");
    }
}
