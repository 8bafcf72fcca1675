//! From a draft to changes and back: a Save keeps what the form says, no more and no less, and loses nothing of before.

use crate::dice::Dice;
use crate::law::run;
use crate::tally::{Met, Tally};
use crate::words::{odd_value, plain_value};
use ayni::app::{Notebook, Now};
use ayni::log::{DeviceId, Entry, canonical};
use ayni::record::{Draft, Field, Fields, Kind, Map, RecordId, Value, json};
use ayni::storage::Writer;
use proptest::prelude::any;

/// A phone that saves drafts.
struct Phone {
    notebook: Notebook,
    device: DeviceId,
    writer: Writer,
}

impl Phone {
    /// Saves a draft as the app does. The line is read again, as the next start does.
    fn save(&mut self, draft: &Draft, now: Now) -> Result<usize, String> {
        let drafts = std::slice::from_ref(draft);
        let changes = self.notebook.changes_for(drafts, &self.device, &self.writer, now).map_err(|e| e.to_string())?;
        for change in &changes {
            self.writer = Writer { seq: change.seq(), tip: Some(change.id()), tick: change.tick() };
            let entry = Entry::read(change.line()).map_err(|error| error.to_string())?;
            self.notebook.accept(entry, &self.device, now);
        }
        Ok(changes.len())
    }
}

/// What a form says: blank is as good as not there.
fn said(fields: &Fields) -> Map<Value> {
    fields.0.iter().filter(|(_, value)| !value.is_blank()).cloned().collect()
}

fn type_in(draft: &mut Draft, dice: &mut Dice) {
    for _ in 0..dice.below(6) {
        let Some(field) = dice.pick(Field::ALL).copied().filter(|field| *field != Field::Trashed) else { continue };
        let value = match dice.below(4) {
            0 => Value::Null,
            1 => odd_value(dice),
            _ => plain_value(dice),
        };
        draft.fields.set(field, value);
    }
}

#[test]
fn what_is_typed_is_what_is_saved_and_what_it_said_before_stays_in_the_history() {
    let tally = Tally::new("drafts");
    run(&any::<u64>(), |chance| {
        let dice = &mut Dice::new(chance);
        let device = DeviceId::parse("p0aab3c4d5").ok_or("a device")?;
        let mut phone = Phone { notebook: Notebook::default(), device, writer: Writer::default() };
        let record = RecordId::new(Kind::Visit, "a").ok_or("a record")?;
        let mut shown: Vec<(String, Value)> = Vec::new();
        for step in 1..=4 {
            // A clock that stands still or goes back is no reason to lose a word (C5).
            let now = Now { ms: 1_700_000_000_000 - dice.below(3) as u64 * step, offset_minutes: -240 };
            let mut draft = phone.notebook.draft(&record);
            type_in(&mut draft, dice);
            // Killed in between: the draft comes back from what was kept.
            let kept = json::read(&canonical(&draft.to_value())).map_err(|error| error.to_string())?;
            let draft =
                Draft::from_value(kept).filter(|kept| *kept == draft).ok_or("the draft came back as another")?;
            let changes = phone.save(&draft, now)?;
            if changes != usize::from(draft.is_changed()) {
                return Err(format!("{changes} changes of a draft of which {} differ", draft.changed().len()));
            }
            tally.add(Met::Replaced, usize::from(changes > 0 && step > 1));
            tally.add(Met::Cleared, usize::from(draft.changed().values().any(|value| *value == Value::Null)));
            let now_shown = phone.notebook.draft(&record);
            if said(&now_shown.fields) != said(&draft.fields) {
                return Err(format!("saved {:?}\nshown {:?}", said(&draft.fields), said(&now_shown.fields)));
            }
            if phone.save(&now_shown, now)? != 0 {
                return Err("a Save of nothing new wrote something".to_owned());
            }
            shown.extend(said(&now_shown.fields).iter().map(|(name, value)| (name.to_string(), value.clone())));
        }
        let Some(view) = phone.notebook.log.record(&record) else {
            return if shown.is_empty() { Ok(()) } else { Err("the record is gone".to_owned()) };
        };
        let history = view.history();
        let lost = shown.iter().find(|(name, value)| !history.iter().any(|save| save.set().get(name) == Some(value)));
        lost.map_or(Ok(()), |(name, value)| Err(format!("{name} said {value:?} and nothing tells of it")))
    });
    tally.close(&[Met::Replaced, Met::Cleared]);
}
