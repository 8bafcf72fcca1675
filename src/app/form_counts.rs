//! What a session says besides its keys: the way it is counted, who came for the first time, and what is worth a second look
//! while it is being typed. The numbers in the tests are those of "Counting honestly".

use super::Form;
use crate::record::periods::{self, Period};
use crate::record::{Choice, Field, Fields, Kind, Value, cells};

/// How people count in real life. It is no field of its own: it follows from what the fields hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// Only how many came.
    Total,
    /// One by one, by sex and age.
    #[default]
    Grid,
    /// The total of a signed list, and one by one; what lies between them is shown until it is explained.
    List,
}

impl Way {
    pub const ALL: [Way; 3] = [Way::Total, Way::Grid, Way::List];
}

/// Worth a second look. Nothing of it holds a Save back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountNote {
    /// More came for the first time than came at all.
    FirstTimeAboveTotal,
    NoMinutes,
    /// Outside of the days of its course.
    OutsideCourse,
    InFuture,
    /// Others reported it: it stands apart from what the team counted.
    ThirdParty,
}

impl Form {
    /// The way that fits what the fields hold.
    pub fn way(&self) -> Way {
        let session = self.main();
        let basis = session.choice(Field::CountBasis);
        let is_list = basis == Some(Choice::SignedList);
        match (session.int(Field::Total), self.counted()) {
            (Some(_), None) => Way::Total,
            (None, Some(_)) | (None, None) if is_list => Way::List,
            (None, None) if matches!(basis, Some(Choice::Estimate | Choice::ThirdParty)) => Way::Total,
            (Some(total), Some(counted)) if is_list || total != counted => Way::List,
            _ => Way::Grid,
        }
    }

    /// How many it says there were: the total as it was typed, else what the cells add up to.
    pub fn total(&self) -> Option<i64> {
        self.main().int(Field::Total).or_else(|| self.counted())
    }

    /// The period that "for the first time" speaks of: the one for which it was asked, else that of the day.
    pub fn first_time_period(&self, all: &[Period]) -> Option<Period> {
        let asked = self.main().get(Field::FirstTimePeriod).and_then(Period::from_value);
        asked.or_else(|| periods::period_of(all, self.main().text(Field::HeldOn)))
    }

    /// Writes how many came for the first time, with the period for which that was asked; nothing takes both away.
    pub fn set_first_time(&mut self, all: &[Period], count: Option<i64>) {
        let period = count.and_then(|_| self.first_time_period(all));
        self.set(Kind::Session, Field::FirstTime, count.map_or(Value::Null, Value::Int));
        self.set(Kind::Session, Field::FirstTimePeriod, period.map_or(Value::Null, |period| period.to_value()));
    }

    /// Writes the day. What came for the first time is then asked for the period of that day, unless its own holds it too.
    pub fn set_held_on(&mut self, all: &[Period], day: String) {
        self.set(Kind::Session, Field::HeldOn, day.as_str());
        let still_holds = self.first_time_period(all).is_some_and(|period| period.holds(&day));
        if !still_holds && !self.main().is_blank(Field::FirstTime) {
            let period = periods::period_of(all, &day);
            self.set(Kind::Session, Field::FirstTimePeriod, period.map_or(Value::Null, |period| period.to_value()));
        }
    }

    /// What is worth a second look; `course` is what is known of the course, `today` the day of this device.
    pub fn count_notes(&self, course: &Fields, today: &str) -> Vec<CountNote> {
        let session = self.main();
        let day = session.text(Field::HeldOn);
        let first_above = cells::is_first_time_above(session.int(Field::FirstTime), self.total());
        let outside = periods::is_outside(day, course.text(Field::StartsOn), course.text(Field::EndsOn));
        let all = [
            (CountNote::FirstTimeAboveTotal, first_above),
            (CountNote::NoMinutes, session.is_blank(Field::Minutes)),
            (CountNote::OutsideCourse, outside),
            (CountNote::InFuture, day > today),
            (CountNote::ThirdParty, session.choice(Field::CountBasis) == Some(Choice::ThirdParty)),
        ];
        all.into_iter().filter(|(_, holds)| *holds).map(|(note, _)| note).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Now;
    use crate::record::RecordId;
    use crate::record::cells::{self, CellKey};

    fn form(fields: &[(Field, Value)]) -> Form {
        let record = |text| RecordId::parse(text).expect("a fitting record");
        let now = Now { ms: 1_795_525_882_000, offset_minutes: -300 };
        let mut form = Form::new_training(record("session/a"), record("course/a"), now);
        fields.iter().for_each(|(field, value)| form.set(Kind::Session, *field, value.clone()));
        form
    }

    fn women(count: i64) -> Value {
        let key = CellKey { sex: Choice::Female, age: "18_29", role: Choice::Producer };
        Value::List(cells::put(&[], key, Some(count)))
    }

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.to_owned(), to: to.to_owned() }
    }

    #[test]
    fn the_way_follows_from_what_the_fields_hold() {
        let basis = |choice: Choice| (Field::CountBasis, Value::from(choice.name()));
        let (total, cells) = ((Field::Total, Value::from(25)), (Field::Cells, women(25)));
        let check = |fields: &[(Field, Value)], expected: Way| assert_eq!(form(fields).way(), expected, "{fields:?}");
        check(&[], Way::Grid);
        check(std::slice::from_ref(&total), Way::Total);
        check(std::slice::from_ref(&cells), Way::Grid);
        check(&[total.clone(), cells.clone()], Way::Grid);
        check(&[(Field::Total, 26.into()), cells.clone()], Way::List);
        check(&[total, cells.clone(), basis(Choice::SignedList)], Way::List);
        check(&[cells, basis(Choice::SignedList)], Way::List);
        check(&[basis(Choice::SignedList)], Way::List);
        check(&[basis(Choice::ThirdParty)], Way::Total);
        check(&[basis(Choice::HeadCount)], Way::Grid);
    }

    #[test]
    fn what_is_worth_a_second_look_is_said() {
        let mut course = Fields::default();
        course.set(Field::StartsOn, "2026-05-01");
        course.set(Field::EndsOn, "2026-11-30");
        let check = |fields: &[(Field, Value)], expected: &[CountNote]| {
            let mut form = form(&[(Field::Minutes, 90.into())]);
            fields.iter().for_each(|(field, value)| form.set(Kind::Session, *field, value.clone()));
            assert_eq!(form.count_notes(&course, "2026-11-25"), expected, "{fields:?}");
        };
        check(&[], &[]);
        // 1: first_time ≤ total, be it typed or counted; blank is not zero.
        check(&[(Field::FirstTime, 5.into())], &[]);
        check(&[(Field::FirstTime, 5.into()), (Field::Total, 5.into())], &[]);
        check(&[(Field::FirstTime, 6.into()), (Field::Total, 5.into())], &[CountNote::FirstTimeAboveTotal]);
        check(&[(Field::FirstTime, 6.into()), (Field::Cells, women(5))], &[CountNote::FirstTimeAboveTotal]);
        check(&[(Field::FirstTime, 1.into()), (Field::Total, 0.into())], &[CountNote::FirstTimeAboveTotal]);
        // 5: what others reported stands apart.
        check(&[(Field::CountBasis, Choice::ThirdParty.name().into())], &[CountNote::ThirdParty]);
        // 7: duration missing, outside the dates, in the future.
        check(&[(Field::Minutes, Value::Null)], &[CountNote::NoMinutes]);
        check(&[(Field::HeldOn, "2026-04-30".into())], &[CountNote::OutsideCourse]);
        check(&[(Field::HeldOn, "2026-05-01".into())], &[]);
        check(&[(Field::HeldOn, "2026-11-26".into())], &[CountNote::InFuture]);
        check(&[(Field::HeldOn, "2026-12-01".into())], &[CountNote::OutsideCourse, CountNote::InFuture]);
        check(&[(Field::HeldOn, "".into())], &[]);
    }

    #[test]
    fn the_first_time_is_asked_for_the_period_of_the_day() {
        // 2: the sum of first_time is over the sessions that have it for one reporting period.
        let all = [period("2026-01-01", "2026-06-30"), period("2026-07-01", "2026-12-31")];
        let held = |form: &Form| form.main().get(Field::FirstTimePeriod).and_then(Period::from_value);
        let mut form = form(&[(Field::HeldOn, "2026-11-24".into())]);
        assert_eq!(form.first_time_period(&all), Some(all[1].clone()));
        assert_eq!(held(&form), None, "nothing is written where nothing was asked");
        form.set_first_time(&all, Some(0));
        assert_eq!((form.main().int(Field::FirstTime), held(&form)), (Some(0), Some(all[1].clone())));
        form.set_held_on(&all, "2026-08-01".to_owned());
        assert_eq!(held(&form), Some(all[1].clone()));
        form.set_held_on(&all, "2026-02-01".to_owned());
        assert_eq!(held(&form), Some(all[0].clone()));
        // A team that set other periods since does not change what was asked.
        form.set_held_on(&[], "2026-03-01".to_owned());
        assert_eq!(held(&form), Some(all[0].clone()));
        form.set_first_time(&all, None);
        assert!(form.main().is_blank(Field::FirstTime) && form.main().is_blank(Field::FirstTimePeriod));
    }
}
