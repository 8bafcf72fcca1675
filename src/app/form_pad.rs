//! The count pad behind its keys: what a tap, a held key, a typed number and Undo make of the cells.

use super::Form;
use super::form_counts::Way;
use crate::record::cells::{self, CellKey, ROLES};
use crate::record::{Choice, Field, Kind, Value};

/// The state of the pad while it is open. What was counted is in the form; here is only how it goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pad {
    /// Who is counted now.
    pub role: Choice,
    pub way: Way,
    /// The next tap takes one away.
    pub is_less: bool,
    /// The keys are fields to type numbers into.
    pub is_typing: bool,
    /// The basis was proposed with the way, and nobody chose it.
    is_basis_proposed: bool,
    /// The counts before each hit, latest last, with what the hit was.
    past: Vec<(Counts, Hit)>,
}

/// What the pad writes to the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub cells: Vec<Value>,
    pub total: Option<i64>,
}

/// Which key was hit, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub sex: Choice,
    /// Id of an age band.
    pub age: String,
    pub role: Choice,
    pub did: Did,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    Added,
    TookAway,
    Typed,
}

impl Default for Pad {
    fn default() -> Self {
        Pad {
            role: Choice::Producer,
            way: Way::Grid,
            is_less: false,
            is_typing: false,
            is_basis_proposed: false,
            past: Vec::new(),
        }
    }
}

impl Pad {
    /// The pad as it fits a form: its way, and the first role that was counted.
    pub fn open(form: &Form) -> Self {
        let role = ROLES.into_iter().find(|role| form.counted_role(*role).is_some()).unwrap_or(Choice::Producer);
        Pad { role, way: form.way(), ..Pad::default() }
    }

    pub fn last(&self) -> Option<&Hit> {
        self.past.last().map(|(_, hit)| hit)
    }

    /// A key was tapped, or held down (`is_held`), which takes one away without arming it first. Nothing where nothing changes.
    pub fn tap(&mut self, form: &Form, sex: Choice, age: &str, is_held: bool) -> Option<Counts> {
        let takes_away = is_held || self.is_less;
        self.is_less = false;
        let did = if takes_away { Did::TookAway } else { Did::Added };
        let key = CellKey { sex, age, role: self.role };
        let after = cells::tap(form.cells(), key, if takes_away { -1 } else { 1 });
        self.hit(form, after, key, did)
    }

    /// A number was typed into a cell. While one goes on typing in the same cell, it stays one hit to be undone.
    pub fn write(&mut self, form: &Form, sex: Choice, age: &str, count: Option<i64>) -> Option<Counts> {
        let key = CellKey { sex, age, role: self.role };
        self.hit(form, cells::put(form.cells(), key, count), key, Did::Typed)
    }

    fn hit(&mut self, form: &Form, after: Vec<Value>, key: CellKey, did: Did) -> Option<Counts> {
        let before = form.counts();
        if after == before.cells {
            return None;
        }
        let hit = Hit { sex: key.sex, age: key.age.to_owned(), role: key.role, did };
        let total = match before.total {
            // The total of a Save that nobody typed follows what is counted; one from a list stays.
            Some(total) if self.way == Way::Grid && form.counted() == Some(total) => cells::sum(&after),
            total => total,
        };
        if did != Did::Typed || self.last() != Some(&hit) {
            self.past.push((before, hit));
        }
        Some(Counts { cells: after, total })
    }

    /// Takes the last hit back; gives what was before it.
    pub fn undo(&mut self) -> Option<Counts> {
        self.is_less = false;
        let (before, hit) = self.past.pop()?;
        // What comes back is seen.
        self.role = hit.role;
        Some(before)
    }

    /// Turns to another way of counting. Nothing that was counted goes away; a basis is proposed where none was chosen.
    pub fn choose_way(&mut self, form: &mut Form, way: Way) {
        self.way = way;
        self.is_less = false;
        let basis = form.main().choice(Field::CountBasis);
        if way == Way::List && basis.is_none() {
            form.set(Kind::Session, Field::CountBasis, Choice::SignedList.name());
            self.is_basis_proposed = true;
        } else if way != Way::List && self.is_basis_proposed {
            self.is_basis_proposed = false;
            if basis == Some(Choice::SignedList) {
                form.set(Kind::Session, Field::CountBasis, Value::Null);
            }
        }
    }
}

impl Form {
    pub fn cells(&self) -> &[Value] {
        self.main().list(Field::Cells)
    }

    pub fn counts(&self) -> Counts {
        Counts { cells: self.cells().to_vec(), total: self.main().int(Field::Total) }
    }

    pub fn set_counts(&mut self, counts: Counts) {
        self.set(Kind::Session, Field::Cells, counts.cells);
        self.set(Kind::Session, Field::Total, counts.total.map_or(Value::Null, Value::Int));
    }

    /// How many of a role were counted; nothing where none was.
    pub fn counted_role(&self, role: Choice) -> Option<i64> {
        cells::sum(&self.cells_of(role))
    }

    /// The cells of a role.
    pub fn cells_of(&self, role: Choice) -> Vec<Value> {
        let is_role = |cell: &&Value| cell.member("role").and_then(Value::as_text) == Some(role.name());
        self.cells().iter().filter(is_role).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Now;
    use crate::record::RecordId;

    const W: Choice = Choice::Female;

    fn form() -> Form {
        let record = |text| RecordId::parse(text).expect("a fitting record");
        let now = Now { ms: 1_795_525_882_000, offset_minutes: -300 };
        Form::new_training(record("session/a"), record("course/a"), now)
    }

    fn put(form: &mut Form, counts: Option<Counts>) -> Option<i64> {
        form.set_counts(counts.expect("something changed"));
        form.counted()
    }

    #[test]
    fn taps_held_keys_and_typed_numbers_can_all_be_taken_back() {
        let (mut form, mut pad) = (form(), Pad::default());
        let made = pad.tap(&form, W, "18_29", false);
        assert_eq!(put(&mut form, made), Some(1));
        for (typed, expected) in [(Some(1), None), (Some(12), Some(12))] {
            // The first sign typed says what stands there already, and is no hit.
            let made = pad.write(&form, W, "18_29", typed);
            assert_eq!(made.map(|made| cells::sum(&made.cells)), expected.map(Some));
            form.set_counts(pad.write(&form, W, "18_29", typed).unwrap_or(form.counts()));
        }
        let made = pad.tap(&form, W, "18_29", true);
        assert_eq!(put(&mut form, made), Some(11));
        pad.role = Choice::Official;
        let made = pad.tap(&form, Choice::Male, "60_plus", false);
        assert_eq!(put(&mut form, made), Some(12));
        assert_eq!((form.counted_role(Choice::Official), form.counted_role(Choice::Staff)), (Some(1), None));
        pad.role = Choice::Producer;
        let mut undo = |expected| {
            let made = pad.undo();
            assert_eq!(put(&mut form, made), expected);
            pad.role
        };
        assert_eq!(undo(Some(11)), Choice::Official, "what goes is seen");
        assert_eq!(undo(Some(12)), Choice::Producer);
        undo(Some(1));
        undo(None);
        assert_eq!(pad.undo(), None);
    }

    #[test]
    fn typing_on_in_one_cell_is_one_hit_and_a_typed_zero_is_a_count() {
        let (mut form, mut pad) = (form(), Pad::default());
        for typed in [Some(1), Some(12), None, Some(0)] {
            if let Some(made) = pad.write(&form, W, "18_29", typed) {
                form.set_counts(made);
            }
        }
        assert_eq!(form.counted(), Some(0));
        let made = pad.undo();
        assert_eq!(put(&mut form, made), None);
        assert_eq!(pad.last(), None);
    }

    #[test]
    fn an_armed_key_takes_away_once_and_nothing_goes_below_none() {
        let (mut form, mut pad) = (form(), Pad { is_less: true, ..Pad::default() });
        assert_eq!(pad.tap(&form, W, "18_29", false), None);
        assert!(!pad.is_less && pad.last().is_none());
        let made = pad.tap(&form, W, "18_29", false);
        assert_eq!(put(&mut form, made), Some(1));
        assert_eq!(pad.last().map(|hit| hit.did), Some(Did::Added));
    }

    #[test]
    fn a_total_that_nobody_typed_follows_the_keys_and_one_of_a_list_stays() {
        // 1: total = sum of cells, else a reason is asked for.
        let (mut form, mut pad) = (form(), Pad::default());
        let made = pad.tap(&form, W, "18_29", false);
        put(&mut form, made);
        form.set(Kind::Session, Field::Total, 1);
        let made = pad.tap(&form, W, "18_29", false).expect("a hit");
        assert_eq!(made.total, Some(2));
        assert_eq!(pad.undo().and_then(|before| before.total), Some(1));
        pad.way = Way::List;
        assert_eq!(pad.tap(&form, W, "18_29", false).and_then(|made| made.total), Some(1));
        pad.way = Way::Grid;
        form.set(Kind::Session, Field::Total, 26);
        assert_eq!(pad.tap(&form, W, "18_29", false).and_then(|made| made.total), Some(26));
    }

    #[test]
    fn turning_to_another_way_throws_nothing_away_and_proposes_the_basis() {
        let (mut form, mut pad) = (form(), Pad::default());
        let made = pad.tap(&form, W, "18_29", false);
        put(&mut form, made);
        let basis = |form: &Form| form.main().choice(Field::CountBasis);
        pad.choose_way(&mut form, Way::List);
        assert_eq!(basis(&form), Some(Choice::SignedList));
        form.set(Kind::Session, Field::Total, 26);
        for way in [Way::Total, Way::Grid, Way::List] {
            pad.choose_way(&mut form, way);
            assert_eq!((form.counted(), form.main().int(Field::Total)), (Some(1), Some(26)), "{way:?}");
        }
        form.set(Kind::Session, Field::CountBasis, Choice::Roster.name());
        for way in Way::ALL {
            pad.choose_way(&mut form, way);
            assert_eq!(basis(&form), Some(Choice::Roster), "what was chosen is never written over");
        }
    }

    #[test]
    fn the_pad_opens_where_somebody_was_counted() {
        let mut form = form();
        assert_eq!(Pad::open(&form).role, Choice::Producer);
        let mut pad = Pad { role: Choice::Student, ..Pad::default() };
        let made = pad.tap(&form, W, "18_29", false);
        put(&mut form, made);
        assert_eq!(Pad::open(&form).role, Choice::Student);
    }
}
