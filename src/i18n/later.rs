//! Texts of pages that come later than the first one (`ui/later.rs`).
//!
//! They are no members of [`Words`]: whatever hangs on that tree is loaded with it. Here each is reached by a function, so
//! that it comes with the pages that call it.

use super::{Exchange, Figures, Lang, Offline, Photos, Preview, Settings, Words, en, es};

impl Words {
    /// Figures of trainings.
    pub const fn figures(&self) -> &'static Figures {
        match self.lang {
            Lang::Es => &es::figures::FIGURES,
            Lang::En => &en::figures::FIGURES,
        }
    }

    /// Sharing, saving and joining files.
    pub const fn exchange(&self) -> &'static Exchange {
        match self.lang {
            Lang::Es => &es::exchange::EXCHANGE,
            Lang::En => &en::exchange::EXCHANGE,
        }
    }

    /// What would come in.
    pub const fn preview(&self) -> &'static Preview {
        match self.lang {
            Lang::Es => &es::exchange::PREVIEW,
            Lang::En => &en::exchange::PREVIEW,
        }
    }

    /// Settings.
    pub const fn settings(&self) -> &'static Settings {
        match self.lang {
            Lang::Es => &es::pages::SETTINGS,
            Lang::En => &en::pages::SETTINGS,
        }
    }

    /// Photos.
    pub const fn photos(&self) -> &'static Photos {
        match self.lang {
            Lang::Es => &es::photos::PHOTOS,
            Lang::En => &en::photos::PHOTOS,
        }
    }

    /// Without internet, and newer versions.
    pub const fn offline(&self) -> &'static Offline {
        match self.lang {
            Lang::Es => &es::offline::OFFLINE,
            Lang::En => &en::offline::OFFLINE,
        }
    }

    /// That a newer version waits. By itself, because every page says it.
    pub const fn newer(&self) -> &'static str {
        match self.lang {
            Lang::Es => es::offline::NEWER,
            Lang::En => en::offline::NEWER,
        }
    }
}
