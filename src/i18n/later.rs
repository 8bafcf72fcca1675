//! Texts of pages that come later than the first one (`ui/later.rs`).
//!
//! They are no members of [`Words`]: whatever hangs on that tree is loaded with it. Here each is reached by a function, so
//! that it comes with the pages that call it.

use super::{
    Clashes, Column, Counting, Courses, Device, Directory, DocumentWords, Exchange, Figures, Form, Help, Hints,
    Indicators, Lang, Leaf, Loading, Loads, MyData, Offline, OtherFiles, Pad, Photos, Picker, Preview, Record, Reports,
    Review, Sending, Settings, Training, Trouble, Twins, Visit, VisitMore, Vocabulary, Words, en, es,
};
use crate::exchange::Refused;

impl Words {
    /// The help.
    pub const fn help(&self) -> &'static Help {
        match self.lang {
            Lang::Es => &es::help::HELP,
            Lang::En => &en::help::HELP,
        }
    }

    /// What is said in place the first time.
    pub const fn hints(&self) -> &'static Hints {
        match self.lang {
            Lang::Es => &es::help::HINTS,
            Lang::En => &en::help::HINTS,
        }
    }

    /// Figures of trainings.
    pub const fn figures(&self) -> &'static Figures {
        match self.lang {
            Lang::Es => &es::figures::FIGURES,
            Lang::En => &en::figures::FIGURES,
        }
    }

    /// What may have been written down twice.
    pub const fn twins(&self) -> &'static Twins {
        match self.lang {
            Lang::Es => &es::twins::TWINS,
            Lang::En => &en::twins::TWINS,
        }
    }

    /// Sharing, saving and joining files.
    pub const fn exchange(&self) -> &'static Exchange {
        match self.lang {
            Lang::Es => &es::exchange::EXCHANGE,
            Lang::En => &en::exchange::EXCHANGE,
        }
    }

    /// Loads, after and before they are accepted.
    pub const fn loads(&self) -> &'static Loads {
        match self.lang {
            Lang::Es => &es::loads::LOADS,
            Lang::En => &en::loads::LOADS,
        }
    }

    /// What leaves.
    pub const fn sending(&self) -> &'static Sending {
        match self.lang {
            Lang::Es => &es::sending::SENDING,
            Lang::En => &en::sending::SENDING,
        }
    }

    /// What would come in.
    pub const fn preview(&self) -> &'static Preview {
        match self.lang {
            Lang::Es => &es::exchange::PREVIEW,
            Lang::En => &en::exchange::PREVIEW,
        }
    }

    /// How far loading is, and other ways in.
    pub const fn loading(&self) -> &'static Loading {
        match self.lang {
            Lang::Es => &es::loading::LOADING,
            Lang::En => &en::loading::LOADING,
        }
    }

    /// Settings.
    pub const fn settings(&self) -> &'static Settings {
        match self.lang {
            Lang::Es => &es::pages::SETTINGS,
            Lang::En => &en::pages::SETTINGS,
        }
    }

    /// Where everything is.
    pub const fn my_data(&self) -> &'static MyData {
        match self.lang {
            Lang::Es => &es::my_data::MY_DATA,
            Lang::En => &en::my_data::MY_DATA,
        }
    }

    /// Why a file is not taken in.
    pub fn refused(&self, refused: &Refused) -> Trouble {
        let tell = match self.lang {
            Lang::Es => es::errors::refused(refused),
            Lang::En => en::errors::refused(refused),
        };
        let version;
        let part = match refused {
            Refused::Picture(name) | Refused::Encoding(name) => name,
            Refused::NewerVersion(number) => {
                version = number.to_string();
                version.as_str()
            }
            _ => "",
        };
        // The device makes no difference to a file.
        tell.with(Device::Phone, &[part])
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

    /// Where people wrote different things.
    pub const fn clashes(&self) -> &'static Clashes {
        match self.lang {
            Lang::Es => &es::clashes::CLASHES,
            Lang::En => &en::clashes::CLASHES,
        }
    }

    /// The way to it. By itself, because another page has it too.
    pub const fn see_clashes(&self) -> &'static str {
        match self.lang {
            Lang::Es => es::clashes::SEE,
            Lang::En => en::clashes::SEE,
        }
    }

    /// The table of everything, to be checked.
    pub const fn review(&self) -> &'static Review {
        match self.lang {
            Lang::Es => &es::review::REVIEW,
            Lang::En => &en::review::REVIEW,
        }
    }

    /// Reports, and what they are made of.
    pub const fn reports(&self) -> &'static Reports {
        match self.lang {
            Lang::Es => &es::reports::REPORTS,
            Lang::En => &en::reports::REPORTS,
        }
    }

    /// Indicators, charts and the map.
    pub const fn indicators(&self) -> &'static Indicators {
        match self.lang {
            Lang::Es => &es::indicators::INDICATORS,
            Lang::En => &en::indicators::INDICATORS,
        }
    }

    /// Files for others: spreadsheets, open data.
    pub const fn other_files(&self) -> &'static OtherFiles {
        match self.lang {
            Lang::Es => &es::other_files::OTHER_FILES,
            Lang::En => &en::other_files::OTHER_FILES,
        }
    }

    /// The form of a training.
    pub const fn training(&self) -> &'static Training {
        match self.lang {
            Lang::Es => &es::forms::TRAINING,
            Lang::En => &en::forms::TRAINING,
        }
    }

    /// The count pad.
    pub const fn pad(&self) -> &'static Pad {
        match self.lang {
            Lang::Es => &es::forms::PAD,
            Lang::En => &en::forms::PAD,
        }
    }

    /// Around the count pad.
    pub const fn counting(&self) -> &'static Counting {
        match self.lang {
            Lang::Es => &es::counting::COUNTING,
            Lang::En => &en::counting::COUNTING,
        }
    }

    /// Courses and their sessions.
    pub const fn courses(&self) -> &'static Courses {
        match self.lang {
            Lang::Es => &es::counting::COURSES,
            Lang::En => &en::counting::COURSES,
        }
    }

    /// A record, read.
    pub const fn record(&self) -> &'static Record {
        match self.lang {
            Lang::Es => &es::pages::RECORD,
            Lang::En => &en::pages::RECORD,
        }
    }

    /// The directory.
    pub const fn directory(&self) -> &'static Directory {
        match self.lang {
            Lang::Es => &es::directory::DIRECTORY,
            Lang::En => &en::directory::DIRECTORY,
        }
    }

    /// The rest of the visit form.
    pub const fn visit_more(&self) -> &'static VisitMore {
        match self.lang {
            Lang::Es => &es::visit_more::VISIT_MORE,
            Lang::En => &en::visit_more::VISIT_MORE,
        }
    }

    /// The words of lists.
    pub const fn vocabulary(&self) -> &'static Vocabulary {
        match self.lang {
            Lang::Es => &es::vocabulary::VOCABULARY,
            Lang::En => &en::vocabulary::VOCABULARY,
        }
    }

    /// What both forms say.
    pub const fn form(&self) -> &'static Form {
        match self.lang {
            Lang::Es => &es::forms::FORM,
            Lang::En => &en::forms::FORM,
        }
    }

    /// Search fields for a municipality and for an organisation.
    pub const fn picker(&self) -> &'static Picker {
        match self.lang {
            Lang::Es => &es::forms::PICKER,
            Lang::En => &en::forms::PICKER,
        }
    }

    /// The visit form.
    pub const fn visit(&self) -> &'static Visit {
        match self.lang {
            Lang::Es => &es::forms::VISIT,
            Lang::En => &en::forms::VISIT,
        }
    }

    /// What a table of a file for others is called.
    pub fn leaf(&self, leaf: Leaf) -> &'static str {
        match self.lang {
            Lang::Es => es::columns::leaf(leaf),
            Lang::En => en::columns::leaf(leaf),
        }
    }

    /// The heading of a column of such a table, and what it holds.
    pub fn column(&self, column: Column) -> [&'static str; 2] {
        match self.lang {
            Lang::Es => es::columns::column(column),
            Lang::En => en::columns::column(column),
        }
    }

    /// What stands in a report that is handed in.
    pub const fn document(&self) -> &'static DocumentWords {
        match self.lang {
            Lang::Es => &es::document::DOCUMENT,
            Lang::En => &en::document::DOCUMENT,
        }
    }
}
