//! How often a law met what it is about. A law that holds because nothing ever happened proves nothing, so a kind that was
//! not met at all fails it.

use std::cell::Cell;
use std::io::Write as _;

macro_rules! kinds {
    ($($kind:ident $name:literal),* $(,)?) => {
        /// What a history can hold, as it shows in the view or in a file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Met { $($kind),* }

        const NAMES: &[&str] = &[$($name),*];
    };
}

kinds! {
    Case "cases",
    Change "changes",
    Conflict "conflicts",
    EqualApart "equal values written apart",
    Binned "binned",
    EditedSince "edited after binning",
    Restored "restored",
    BinConflict "bin in conflict",
    Erased "erased",
    ErasureOfErasure "erasures of erasures",
    ErasureOfUnknown "erasures of unknown ids",
    ErasureOfNoId "erasures of what is no id",
    UnnamedStub "stubs that nobody asked for",
    DifferingStub "differing stubs",
    Fork "forks",
    UnknownKind "unknown kinds",
    UnknownMember "unknown members",
    Newer "newer schema",
    OddText "odd letters",
    FarClock "far clocks",
    Cleared "cleared values",
    EmptyOver "empty lists in over",
    Replaced "values replaced",
    Salvaged "undamaged changes saved",
    Damaged "damaged texts told",
    CutOff "files cut off",
    Refused "files refused",
    LetterAround "letters around files",
    BrokenLines "lines broken or indented",
    NewlySafe "changes confirmed by others",
    NotSafe "changes not confirmed",
    SentAgain "files that left out what is known",
    FarNotAdopted "far clocks not adopted",
    Jump "clock jumps",
    Json "texts that are JSON",
    NoJson "texts that are not",
    Known "changes known already",
    Saved "saves",
    Exchange "files exchanged",
    Clone "cloned devices",
    Restore "devices restored from a copy",
    NewName "new names taken",
    Found "notes found",
    NotFound "notes not found",
    ReadAgain "notes read again",
    Proposed "pairs proposed",
    Joined "pairs joined and taken apart",
    KeptApart "pairs kept apart",
}

/// The counts of one law.
pub struct Tally {
    law: &'static str,
    counts: Vec<Cell<u64>>,
}

impl Tally {
    pub fn new(law: &'static str) -> Self {
        Tally { law, counts: NAMES.iter().map(|_| Cell::new(0)).collect() }
    }

    pub fn met(&self, kind: Met) {
        self.add(kind, 1);
    }

    pub fn add(&self, kind: Met, count: usize) {
        let cell = &self.counts[kind as usize];
        cell.set(cell.get() + count as u64);
    }

    /// Whether all of these were met.
    pub fn has(&self, about: &[Met]) -> bool {
        about.iter().all(|kind| self.counts[*kind as usize].get() > 0)
    }

    /// Says what was met, past the harness, which keeps to itself what tests print; fails if a kind was not met at all.
    pub fn close(&self, about: &[Met]) {
        let met = NAMES.iter().zip(&self.counts).filter(|(_, count)| count.get() > 0);
        let met: Vec<String> = met.map(|(name, count)| format!("{} {name}", count.get())).collect();
        let line = format!("met by {}: {}\n", self.law, met.join(", "));
        std::io::stderr().lock().write_all(line.as_bytes()).expect("it can be said");
        let never = about.iter().filter(|kind| self.counts[**kind as usize].get() == 0);
        let never: Vec<&str> = never.map(|kind| NAMES[*kind as usize]).collect();
        assert!(never.is_empty(), "{} never met: {}", self.law, never.join(", "));
    }
}
