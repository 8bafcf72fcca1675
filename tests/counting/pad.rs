//! Rule 1, whatever a person does at the pad: the cells are the total, or a reason is asked for; undo takes back one thing.

use crate::dice::Dice;
use ayni::app::form_counts::Way;
use ayni::app::form_pad::Pad;
use ayni::app::{Form, Now};
use ayni::record::cells::{ROLES, SEXES};
use ayni::record::{Field, Kind, RecordId, cells};
use std::collections::BTreeMap;

const CASES: u64 = 10_000;
const AGES: [&str; 3] = ["under_18", "18_29", "not_recorded"];

fn new_form() -> Form {
    let record = |text| RecordId::parse(text).expect("a fitting record");
    Form::new_training(record("session/a"), record("course/a"), Now { ms: 1_795_525_882_000, offset_minutes: -300 })
}

/// One thing that a person does; says which.
fn act(form: &mut Form, pad: &mut Pad, dice: &mut Dice) -> &'static str {
    let sex = *dice.pick(&SEXES).expect("a sex");
    let age = *dice.pick(&AGES).expect("an age");
    let (name, counts) = match dice.below(10) {
        0..=3 => ("tap", pad.tap(form, sex, age, false)),
        4 => ("held key", pad.tap(form, sex, age, true)),
        5 => {
            let count = (!dice.once_in(4)).then(|| i64::try_from(dice.below(30)).unwrap_or_default());
            ("typed", pad.write(form, sex, age, count))
        }
        6 => ("undo", pad.undo()),
        7 => {
            pad.choose_way(form, Way::ALL[dice.below(3)]);
            ("way", None)
        }
        8 => {
            pad.role = ROLES[dice.below(ROLES.len())];
            pad.is_less = dice.once_in(3);
            ("role", None)
        }
        _ => {
            form.set(Kind::Session, Field::Total, i64::try_from(dice.below(20)).unwrap_or_default());
            ("total", None)
        }
    };
    if let Some(counts) = counts {
        form.set_counts(counts);
    }
    name
}

#[test]
fn rule_1_the_cells_are_the_total_or_a_reason_is_asked_for() {
    let mut met: BTreeMap<&str, u32> = BTreeMap::new();
    for seed in 1..=CASES {
        let (dice, mut form) = (&mut Dice::new(seed), new_form());
        let mut pad = Pad::open(&form);
        for _ in 0..2 + dice.below(20) {
            let before = form.counted();
            let did = act(&mut form, &mut pad, dice);
            *met.entry(did).or_default() += 1;
            if matches!(did, "way" | "role" | "total") {
                assert_eq!(form.counted(), before, "AYNI_SEED={seed}: {did} threw a count away");
            }
        }
        let all = cells::sum(form.main().list(Field::Cells));
        assert_eq!(all, form.counted(), "seed {seed}");
        let asks = form.missing().contains(&(Kind::Session, Field::Remarks));
        let saved = form.to_save("Taller");
        let saved = saved.iter().find(|draft| draft.record.kind() == Some(Kind::Session)).expect("the session");
        let total = saved.fields.int(Field::Total);
        let differs = all.is_some() && all != total;
        assert_eq!(asks, differs, "seed {seed}: {all:?} in cells, {total:?} as total");
        *met.entry(if differs { "asked why" } else { "the same" }).or_default() += 1;
        // Blank is not zero.
        assert!(total.is_some() || all.is_none(), "seed {seed}");
    }
    println!("{CASES} counts: {met:?}");
    for what in ["tap", "held key", "typed", "undo", "way", "role", "total", "asked why", "the same"] {
        assert!(met.get(what).is_some_and(|times| *times > 100), "{what} was hardly met: {met:?}");
    }
}
