//! The trainings as figures need them: read in pieces when they are wanted, and what the page of figures is asked.

use super::browser;
use super::desk::Desk;
use super::shared::Shared;
use crate::app::figures::AskedFigures;
use crate::app::trainings as all_trainings;
use crate::insight::trainings::{Reading, Trainings};

/// How long a piece of reading may take, in milliseconds, before the screen gets its turn.
const PIECE: u64 = 12;
/// Sessions that are read between two looks at the clock.
const SESSIONS: usize = 50;

/// What is counted, and what is asked; it stays while one goes to a record and comes back.
#[derive(Clone, Copy)]
pub struct Counting {
    pub asked: Shared<AskedFigures>,
    pub trainings: Shared<Trainings>,
    /// Whether the trainings are those of the notebook as it is now.
    pub is_ready: Shared<bool>,
    /// Counts up when the filters are taken back elsewhere than in their own fields.
    pub taken_back: Shared<u32>,
    /// Which reading is the last one.
    turn: Shared<u32>,
    /// How many changes the set had that is read, or was. It only grows, so as many are the same ones.
    read: Shared<Option<usize>>,
}

impl Counting {
    pub fn new() -> Self {
        Counting {
            asked: Shared::new(AskedFigures::default()),
            trainings: Shared::new(Trainings::default()),
            is_ready: Shared::new(false),
            taken_back: Shared::new(0),
            turn: Shared::new(0),
            read: Shared::new(None),
        }
    }

    pub fn ask(self, change: impl FnOnce(&mut AskedFigures)) {
        self.asked.update(change);
    }

    /// Asks for everything again.
    pub fn clear(self) {
        self.asked.set(AskedFigures::default());
        self.taken_back.update(|turn| *turn = turn.wrapping_add(1));
    }

    /// Another workspace is open: nothing of the one before is shown, or asked for.
    pub fn forget(self) {
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.read.set(None);
        self.trainings.set(Trainings::default());
        self.clear();
    }
}

impl Desk {
    /// Reads the trainings of the notebook as it is now, unless that was done; what changes meanwhile begins another reading.
    pub fn count_anew(self) {
        let counting = self.counting;
        let held = Some(self.notebook.peek().log.len());
        if counting.read.peek_value() == held {
            return;
        }
        counting.read.set(held);
        let turn = counting.turn.peek_value().wrapping_add(1);
        counting.turn.set(turn);
        counting.is_ready.set(false);
        let records = all_trainings(&self.notebook.peek().log);
        leptos::task::spawn_local(async move {
            let mut reading = Reading::default();
            // What asked for it is being drawn: the screen comes first.
            browser::breathe().await;
            if counting.turn.peek_value() != turn {
                return;
            }
            let mut start = browser::now().ms;
            for records in records.chunks(SESSIONS) {
                {
                    let notebook = self.notebook.peek();
                    let views = records.iter().filter_map(|record| notebook.log.record(record));
                    views.for_each(|view| reading.add(&notebook.log, view));
                }
                if browser::now().ms.saturating_sub(start) >= PIECE {
                    browser::breathe().await;
                    if counting.turn.peek_value() != turn {
                        return;
                    }
                    start = browser::now().ms;
                }
            }
            // What follows the figures is drawn in the same breath.
            browser::breathe().await;
            if counting.turn.peek_value() != turn {
                return;
            }
            counting.trainings.set(reading.finish());
            counting.is_ready.set(true);
        });
    }
}
