//! What holds for all labels and errors, and the sentences that are put together from parts.

use super::*;
use crate::exchange::Refused;
use crate::record::bands::NOT_RECORDED;
use crate::record::cells::SEXES;
use crate::record::{Choice, Field, Kind};

#[test]
fn the_language_of_the_browser_is_found() {
    let check = |code: &str, expected: Lang| assert_eq!(Lang::from_code(code), expected, "{code:?}");
    check("es", Lang::Es);
    check("es-BO", Lang::Es);
    check("ES_ec", Lang::Es);
    check("es-419", Lang::Es);
    check("en-GB", Lang::En);
    check("est", Lang::En);
    check("qu", Lang::En);
    check("", Lang::En);
    for lang in Lang::ALL {
        assert_eq!(Lang::from_code(lang.code()), *lang);
    }
}

#[test]
fn holes_are_filled_in_order_and_by_the_device() {
    let check = |text: &str, parts: &[&str], phone: &str, computer: &str| {
        let filled = [Device::Phone, Device::Computer].map(|device| fill_on(device, text, parts));
        assert_eq!(filled, [phone, computer]);
    };
    check("a {} b {}", &["1", "2"], "a 1 b 2", "a 1 b 2");
    check("{} on {this phone|this computer}.", &["1"], "1 on this phone.", "1 on this computer.");
    // What a person wrote is not looked into, and a part that is missing leaves nothing.
    check("«{}», {}", &["{}"], "«{}», ", "«{}», ");
    check("a {", &[], "a ", "a ");
    check("", &["1"], "", "");
}

#[test]
fn labels_fit_into_a_sentence() {
    let check = |label: &str, expected: &str| assert_eq!(in_running_text(label), expected);
    check("Lista firmada", "lista firmada");
    check("ONG", "ONG");
    check("Área", "área");
    check("X", "x");
    check("", "");
}

#[test]
fn everything_in_the_log_has_a_label_in_both_languages() {
    let (es, en) = (&Lang::Es.words().labels, &Lang::En.words().labels);
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    pairs.extend(Kind::ALL.iter().map(|kind| ((es.kind)(*kind), (en.kind)(*kind))));
    pairs.extend(Choice::ALL.iter().map(|choice| ((es.choice)(*choice), (en.choice)(*choice))));
    pairs.extend(Field::ALL.iter().map(|field| ((es.field)(*field), (en.field)(*field))));
    pairs.extend(Field::ALL.iter().map(|field| ((es.short)(*field), (en.short)(*field))));
    for (es, en) in pairs {
        assert!(es.len() > 1 && en.len() > 1, "a label is empty: {es:?}, {en:?}");
        assert!(es != en || ["Total", "No"].contains(&es), "a label is the same in both languages: {es:?}");
        assert!(es.starts_with(|c: char| c.is_uppercase() || c == '¿'), "{es:?} begins with a small letter");
        assert!(en.starts_with(char::is_uppercase), "{en:?} begins with a small letter");
    }
}

#[test]
fn the_pad_names_every_column_and_every_row() {
    for lang in Lang::ALL {
        let pad = lang.words().pad();
        for sex in SEXES {
            assert!(![(pad.column)(sex), (pad.sex)(sex), (pad.one)(sex)].contains(&""));
        }
        for age in ["under_18", "15_29", "60_plus", NOT_RECORDED] {
            assert!((pad.age)(age) != age && (pad.age_long)(age) != age, "{age} has no name");
        }
        assert_eq!((pad.age)("adults"), "adults");
    }
}

#[test]
fn keys_say_what_a_tap_will_do() {
    let check = |lang: Lang, sex, band, counted, takes_away, expected: &str| {
        let pad = lang.words().pad();
        let name = [(pad.sex)(sex), ", ", &(pad.age_long)(band)].concat();
        assert_eq!((pad.key)(&name, counted, takes_away), expected);
    };
    check(Lang::Es, Choice::Female, "18_29", Some(6), false, "mujeres, 18 a 29 años: 6. Sumar una");
    check(Lang::Es, Choice::Male, "under_18", None, true, "hombres, menos de 18 años: sin contar. Quitar una");
    check(
        Lang::En,
        Choice::OtherOrNotStated,
        "60_plus",
        Some(1),
        false,
        "sex not recorded, 60 years or older: 1. Add one",
    );
    assert_eq!((Lang::Es.words().pad().last)(Choice::Female, "18_29", false), "última: mujer, 18–29");
}

#[test]
fn every_error_says_what_happened_what_is_safe_and_what_to_do() {
    let refused = [
        Refused::Empty,
        Refused::Picture("JPEG"),
        Refused::Zip,
        Refused::Pdf,
        Refused::Html,
        Refused::Text,
        Refused::OtherJson,
        Refused::Encoding("UTF-16"),
        Refused::TooBig,
        Refused::NewerVersion(2),
        Refused::ForReading,
        Refused::Sealed,
        Refused::NothingReadable,
        Refused::Binary,
    ];
    for lang in Lang::ALL {
        let errors = &lang.words().errors;
        for device in [Device::Phone, Device::Computer] {
            let tell: [Tell; 16] = [
                errors.blocked,
                errors.not_opened,
                errors.newer,
                errors.full,
                errors.failed,
                errors.not_a_change,
                errors.forked,
                errors.open_elsewhere,
                errors.settings_not_kept,
                errors.file_not_made,
                errors.file_not_opened,
                errors.not_joined,
                errors.no_such_record,
                errors.not_fetched,
                errors.location_refused,
                errors.location_unknown,
            ];
            let mut troubles: Vec<Trouble> = tell.iter().map(|tell| tell.on(device)).collect();
            troubles.extend(refused.iter().map(|refused| lang.words().refused(refused)));
            troubles.extend([1, 2].map(|lines| (errors.store_damaged)(lines, device)));
            for trouble in troubles {
                for sentence in [&trouble.happened, &trouble.safe, &trouble.to_do] {
                    assert!(sentence.len() > 10 && sentence.ends_with('.'), "{sentence:?} of {trouble:?}");
                    assert!(!sentence.contains("  "), "{sentence:?}");
                }
                assert!(trouble.text().contains(&trouble.safe));
            }
        }
    }
    assert_eq!(
        (Lang::Es.words().errors.store_damaged)(1, Device::Phone).happened,
        "1 línea guardada en este teléfono no se pudo leer."
    );
}

#[test]
fn what_is_only_here_is_said_with_its_age() {
    let check = |lang: Lang, n, device, date: &str, expected: &str| {
        let today = &lang.words().today;
        let said = [(today.only_here)(n, device), (today.oldest)(date, "2015-10-27")].join(" ");
        assert_eq!(said, expected);
    };
    let yesterday = "2015-10-26T16:20:00-05:00";
    check(Lang::Es, 7, Device::Phone, yesterday, "7 registros están solo en este teléfono. El más antiguo, de ayer.");
    check(
        Lang::Es,
        1,
        Device::Computer,
        "2015-09-01",
        "1 registro está solo en este equipo. El más antiguo, del 01/09/2015.",
    );
    check(Lang::En, 7, Device::Phone, yesterday, "7 records are only on this phone. The oldest is from yesterday.");
    check(
        Lang::En,
        1,
        Device::Computer,
        "2015-09-01",
        "1 record is only on this computer. The oldest is from 1 Sep 2015.",
    );
}

#[test]
fn each_step_of_the_help_has_a_name_for_every_hole() {
    for lang in Lang::ALL {
        for topic in Topic::ALL {
            let told = (lang.words().help().topic)(topic);
            assert!(told.steps.len() > 3 && !told.picture.is_empty());
            for step in told.steps {
                assert_eq!(step.text.matches("{}").count(), step.names.len(), "{}", step.text);
                assert!(step.names.iter().all(|name| !name.is_empty()), "{}", step.text);
            }
        }
    }
}
