//! What a file would hold and leave out, looked at in pieces: of thousands of notes all texts are read for it.

use super::Page;
use crate::exchange::Public;
use crate::insight::joins::is_counted_elsewhere;
use crate::record::Kind;
use crate::record::pace::Steps;
use crate::report::sheets::Audience;
use crate::ui::browser;
use crate::ui::pieces::in_pieces;

/// Records between two looks at the clock.
const AMOUNT: usize = 16;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub audience: Audience,
    pub visits: usize,
    pub sessions: usize,
    pub visits_kept: usize,
    pub quotes_kept: usize,
    pub blotted: usize,
}

/// Looks through the notebook as it is now. What was begun before is given up.
pub fn told(page: Page, audience: Audience) {
    let turn = page.turn.peek_value().wrapping_add(1);
    page.turn.set(turn);
    let notebook = page.desk.notebook.peek();
    leptos::task::spawn_local(async move {
        // The page is being drawn: the screen comes first.
        browser::breathe().await;
        let is_last = || !page.turn.is_gone() && page.turn.peek_value() == turn;
        if !is_last() {
            return;
        }
        let log = &notebook.log;
        let steps = Steps::new(|pace| async move {
            if audience == Audience::Public {
                let public = Public::gathered(log, pace).await;
                let Public { visits, sessions, visits_kept, quotes_kept, blotted, .. } = public;
                return Told { audience, visits, sessions, visits_kept, quotes_kept, blotted };
            }
            let mut told = Told { audience, ..Told::default() };
            for (kind, count) in [(Kind::Visit, &mut told.visits), (Kind::Session, &mut told.sessions)] {
                for view in log.records_of(kind) {
                    *count += usize::from(!view.is_binned() && !is_counted_elsewhere(log, view));
                    pace.spend(1).await;
                }
            }
            told
        });
        if let Some(told) = in_pieces(steps, AMOUNT, |_| is_last()).await
            && is_last()
        {
            page.told.set(Some(told));
        }
    });
}
