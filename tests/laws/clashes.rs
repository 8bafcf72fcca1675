//! What people wrote differently: whatever is decided, nothing is left to decide; and what is undone waits again.

use crate::dice::Dice;
use crate::law::{ALL_KINDS, law, look};
use crate::tally::Met;
use ayni::app::clashes::{Decided, decide};
use ayni::app::decisions::decisions;
use ayni::app::{Notebook, Now, keep_one, undo};
use ayni::log::{Conflict, DeviceId, ERASURE, Entry, Have};
use ayni::record::{Draft, RecordId, Value};
use ayni::storage::Writer;
use std::collections::BTreeSet;

/// A device that takes part in no history, and decides.
struct Desk {
    notebook: Notebook,
    device: DeviceId,
    writer: Writer,
}

impl Desk {
    fn save(&mut self, drafts: &[Draft]) -> Result<(), String> {
        let now = Now { ms: crate::world::NOW, offset_minutes: 0 };
        let changes = self.notebook.changes_for(drafts, &self.device, &self.writer, now).map_err(|e| e.to_string())?;
        for change in changes {
            self.writer = Writer { seq: change.seq(), tip: Some(change.id()), tick: change.tick() };
            self.notebook.accept(Entry::from(change), &self.device, now);
        }
        Ok(())
    }

    /// All that is undecided. What was erased for ever is decided.
    fn conflicts(&self) -> Vec<(RecordId, Conflict)> {
        let records = self.notebook.log.records().filter(|view| view.id().kind_name() != ERASURE);
        records.flat_map(|view| view.conflicts().into_iter().map(move |one| (view.id().clone(), one))).collect()
    }

    /// The same, as a person tells one from another: whatever is blank says nothing.
    fn said(&self) -> BTreeSet<(String, String, Vec<Value>)> {
        let told = |(record, conflict): (RecordId, Conflict)| {
            let blank = |value: Value| if value.is_blank() { Value::Null } else { value };
            let values: BTreeSet<Value> = conflict.variants.into_iter().map(|variant| blank(variant.value)).collect();
            (values.len() > 1).then(|| (record.to_string(), conflict.field, values.into_iter().collect()))
        };
        self.conflicts().into_iter().filter_map(told).collect()
    }
}

/// M4
#[test]
fn m4_after_one_was_kept_of_everything_nothing_is_left_to_decide() {
    law("m4_decided", ALL_KINDS, |world, dice, tally| {
        let mut notebook = Notebook::own(Have::new());
        notebook.log = world.log();
        look(&notebook.log, tally);
        let device = DeviceId::parse("decides000").ok_or("a device")?;
        let mut desk = Desk { notebook, device, writer: Writer::default() };
        let (before, said, told) = (desk.conflicts(), desk.said(), decisions(&desk.notebook.log).len());
        let choice = |dice: &mut Dice, (record, conflict): &(RecordId, Conflict)| -> Result<Decided, String> {
            let variant = dice.pick(&conflict.variants).ok_or("a conflict has values")?;
            Ok(Decided { record: record.clone(), field: conflict.field.clone(), value: variant.value.clone() })
        };
        let chosen = before.iter().map(|one| choice(dice, one)).collect::<Result<Vec<_>, _>>()?;

        // All at once, and that undone.
        let drafts = decide(&desk.notebook, &chosen);
        desk.save(&drafts)?;
        nothing_left(&desk)?;
        for one in &chosen {
            let shown = desk.notebook.log.shown(&one.record, &one.field);
            if shown != Some(&one.value) && !(one.value.is_blank() && shown.is_none_or(Value::is_blank)) {
                return Err(format!("{one:?} was chosen, and {shown:?} is shown"));
            }
        }
        if decisions(&desk.notebook.log).len() < told + before.len() {
            return Err("a decision is not told".to_owned());
        }
        let back = undo(&desk.notebook, &drafts);
        desk.save(&back)?;
        if desk.said() != said {
            return Err(format!("undone:\n{:?}\n–––– is not ––––\n{said:?}", desk.said()));
        }
        tally.add(Met::Saved, said.len());

        // One after the other, as a person does.
        while let Some((record, conflict)) = desk.conflicts().into_iter().next() {
            let variant = dice.pick(&conflict.variants).ok_or("a conflict has values")?;
            let left = desk.conflicts().len();
            let draft = keep_one(&desk.notebook, &record, &conflict.field, &variant.value);
            desk.save(&[draft])?;
            if desk.conflicts().len() >= left {
                return Err(format!("{record} {} is as before", conflict.field));
            }
        }
        nothing_left(&desk)
    });
}

fn nothing_left(desk: &Desk) -> Result<(), String> {
    let left = desk.conflicts();
    if left.is_empty() { Ok(()) } else { Err(format!("left: {left:?}")) }
}
