//! The search beside the notebook: the index, built in pieces when it is first wanted, and what each list is asked.

use super::browser;
use super::desk::Desk;
use super::shared::Shared;
use super::window::Window;
use crate::app::{Asked, Facet, Finder, Names, Route};
use crate::insight::Piece;
use crate::log::{Entry, Log};
use crate::record::{Kind, RecordId};
use leptos::__reexports::send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};

/// How long a piece of the index may take, in milliseconds, before the screen gets its turn.
const PIECE: u64 = 20;
/// Notes that are read between two looks at the clock.
const NOTES: usize = 10;

/// How long after a letter the address says what is typed, in milliseconds.
const SOON: i32 = 200;

/// What is found, and where one is in it.
pub struct Finding {
    finder: SendWrapper<(RefCell<Finder>, Cell<bool>)>,
    /// Counts up whenever more or other notes can be found.
    turn: Shared<u32>,
    visits: ListState,
    trainings: ListState,
    /// The part of the list on the screen that is drawn.
    pub window: Window,
}

/// What a list is asked; it stays while one goes to a record and comes back.
#[derive(Clone, Copy)]
pub struct ListState {
    pub asked: Shared<Asked>,
    pub are_filters_open: Shared<bool>,
    /// Something else was typed than the address says.
    is_to_be_named: Shared<bool>,
    /// Counts up when filters are taken back elsewhere than in their own fields.
    pub taken_back: Shared<u32>,
}

impl Default for Finding {
    fn default() -> Self {
        let list = || ListState {
            asked: Shared::new(Asked::default()),
            are_filters_open: Shared::new(false),
            is_to_be_named: Shared::new(false),
            taken_back: Shared::new(0),
        };
        Finding {
            finder: SendWrapper::new((RefCell::default(), Cell::new(false))),
            turn: Shared::new(0),
            visits: list(),
            trainings: list(),
            window: Window::default(),
        }
    }
}

/// The records that were written about, where somebody wants to know.
pub struct Touched(Option<Vec<RecordId>>);

impl Touched {
    /// Notes what an entry is about, and what it erases, before it is taken in.
    pub fn note(&mut self, log: &Log, entry: &Entry) {
        let Some(records) = &mut self.0 else { return };
        let erased = entry.change().into_iter().flat_map(|change| change.erases());
        records.extend(erased.filter_map(|id| Some(log.entry(&id)?.record().clone())));
        records.push(entry.record().clone());
    }
}

impl Finding {
    /// Nobody wants to know before the search was first wanted.
    pub fn touched(&self) -> Touched {
        Touched(self.finder.0.borrow().is_begun().then(Vec::new))
    }

    pub fn list(&self, kind: Kind) -> ListState {
        if kind == Kind::Session { self.trainings } else { self.visits }
    }

    fn list_of(&self, home: &Route) -> ListState {
        if *home == Route::Trainings { self.trainings } else { self.visits }
    }
}

impl ListState {
    /// Asks something else; one then looks at the beginning of what is found.
    pub fn ask(self, desk: Desk, change: impl FnOnce(&mut Asked)) {
        desk.finding.window.forget();
        self.asked.update(change);
        self.name(desk);
    }

    /// Asks for other words. The address follows when there is time for it: at the latest when the field is left.
    pub fn type_in(self, desk: Desk, typed: String) {
        desk.finding.window.forget();
        self.asked.update(|asked| asked.typed = typed);
        if !self.is_to_be_named.peek_value() {
            self.is_to_be_named.set(true);
            browser::after(SOON, move || self.name(desk));
        }
    }

    /// Names what is asked in the address: a reload and the way back ask the same.
    pub fn name(self, desk: Desk) {
        self.is_to_be_named.set(false);
        let route = desk.route.peek_value();
        if Route::parse(&browser::hash()) == route && matches!(route, Route::Visits | Route::Trainings) {
            browser::rename_address(&desk.address(&route));
        }
    }

    /// Takes filters back.
    pub fn take_back(self, desk: Desk, change: impl FnOnce(&mut Asked)) {
        self.ask(desk, change);
        self.taken_back.update(|count| *count = count.wrapping_add(1));
    }
}

impl Desk {
    /// Goes to the screen of an address. A list is asked what its address says, and for everything again once one has gone
    /// elsewhere than to its records.
    pub fn go_to(self, hash: &str) {
        let (route, asked) = (Route::parse(hash), Asked::of_address(hash));
        let section = route.section();
        let is_other = self.route.peek().section() != section;
        self.route.set(route.clone());
        if is_other {
            self.finding.window.forget();
        }
        for home in [Route::Visits, Route::Trainings] {
            let list = self.finding.list_of(&home);
            if section != home {
                list.asked.set(Asked::default());
                list.are_filters_open.set(false);
            } else if route == home && *list.asked.peek() != asked {
                list.take_back(self, |held| held.clone_from(&asked));
            }
        }
    }

    /// The address of a screen; that of a list with what it is asked, which is followed.
    pub fn address(self, route: &Route) -> String {
        let asked = matches!(route, Route::Visits | Route::Trainings).then(|| self.finding.list_of(route).asked.see());
        [route.hash(), asked.map(|asked| asked.query()).unwrap_or_default()].concat()
    }

    /// Gets the search ready, piece by piece, if it is not.
    pub fn prepare_search(self) {
        let (finder, is_working) = &*self.finding.finder;
        if finder.borrow().is_ready() || is_working.replace(true) {
            return;
        }
        leptos::task::spawn_local(async move {
            while !self.search_a_piece() {
                browser::breathe().await;
            }
            self.finding.finder.1.set(false);
        });
    }

    /// True when all can be found.
    fn search_a_piece(self) -> bool {
        let start = browser::now().ms;
        {
            let notebook = self.notebook.peek();
            let names = Names { log: &notebook.log, lang: self.lang.peek_value() };
            let mut finder = self.finding.finder.0.borrow_mut();
            finder.begin(names.log);
            while !finder.work(names, NOTES) {
                if browser::now().ms.saturating_sub(start) >= PIECE {
                    return false;
                }
            }
        }
        self.finding.turn.update(|turn| *turn = turn.wrapping_add(1));
        true
    }

    /// Reads again what was written about. A save is found at once, an import piece by piece.
    pub fn search_again(self, touched: Touched) {
        let Some(records) = touched.0 else { return };
        self.finding.finder.0.borrow_mut().touch(&records);
        if !self.search_a_piece() {
            self.prepare_search();
        }
    }

    /// Another workspace is open: nothing of the one before is found.
    pub fn search_anew(self) {
        let was_begun = {
            let mut finder = self.finding.finder.0.borrow_mut();
            std::mem::take(&mut *finder).is_begun()
        };
        if was_begun {
            self.prepare_search();
        }
    }

    /// Whether all can be found; followed.
    pub fn can_search(self) -> bool {
        self.finding.turn.see();
        self.finding.finder.0.borrow().is_ready()
    }

    /// The numbers of records in the index; followed.
    pub fn numbers(self, records: &[RecordId]) -> Vec<u32> {
        self.finding.turn.see();
        self.finding.finder.0.borrow().numbers(records)
    }

    /// Which lines of a list are shown, by their place in it; followed.
    pub fn found(self, numbers: &[u32], kind: Kind, asked: &Asked) -> Vec<u32> {
        self.finding.turn.see();
        self.finding.finder.0.borrow().shown(&self.notebook.see().log, numbers, kind, asked)
    }

    /// The values of a filter, with how many notes have each; followed.
    pub fn values(self, kind: Kind, facet: Facet) -> Vec<(String, usize)> {
        self.finding.turn.see();
        self.finding.finder.0.borrow().values(&self.notebook.see().log, kind, facet)
    }

    /// Where the words stand in a note, if that is none of the texts that are seen anyway.
    pub fn sentence(self, names: Names, record: &RecordId, words: &[String], seen: &[&str]) -> Option<Vec<Piece>> {
        self.finding.finder.0.borrow().sentence(names, record, words, seen)
    }
}
