//! What the page of figures is asked, the values there are to choose from, and what the keys of its tables are called.

use super::Names;
use crate::insight::trainings::{AgeWanted, Dimension, Filter, Measure, PlaceWanted, Trainings};
use crate::record::bands::{Band, NOT_RECORDED};
use crate::record::cells::{ROLES, SEXES};
use crate::record::periods::Period;
use crate::record::text::fold;
use crate::record::{Choice, gather};
pub use crate::report::names::key_in_words;

/// What can be asked of the figures, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Period,
    Place,
    Topic,
    Area,
    Method,
    Organiser,
    Role,
    Sex,
    Age,
}

impl Part {
    pub const ALL: [Part; 9] = [
        Part::Period,
        Part::Place,
        Part::Topic,
        Part::Area,
        Part::Method,
        Part::Organiser,
        Part::Role,
        Part::Sex,
        Part::Age,
    ];
}

/// Every value as it stands in its field; empty where everything is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedFigures {
    chosen: [String; Part::ALL.len()],
    pub rows: Dimension,
    pub columns: Option<Dimension>,
    pub measure: Measure,
    /// Ages to put together, as typed: `15-29, 30+`.
    pub bands: String,
}

impl Default for AskedFigures {
    fn default() -> Self {
        AskedFigures {
            chosen: Default::default(),
            rows: Dimension::Month,
            columns: Some(Dimension::Sex),
            measure: Measure::Attendances,
            bands: String::new(),
        }
    }
}

impl AskedFigures {
    pub fn chosen(&self, part: Part) -> &str {
        let at = Part::ALL.iter().position(|one| *one == part);
        at.and_then(|at| self.chosen.get(at)).map_or("", String::as_str)
    }

    pub fn choose(&mut self, part: Part, value: String) {
        let at = Part::ALL.iter().position(|one| *one == part);
        if let Some(chosen) = at.and_then(|at| self.chosen.get_mut(at)) {
            *chosen = value;
        }
    }

    /// How many parts are asked for.
    pub fn parts(&self) -> usize {
        self.chosen.iter().filter(|chosen| !chosen.is_empty()).count()
    }

    pub fn filter(&self) -> Filter {
        let all = |part| Some(self.chosen(part).to_owned()).filter(|value| !value.is_empty()).into_iter().collect();
        let choice = |part| Choice::from_name(self.chosen(part));
        let period = self.chosen(Part::Period).split_once("..");
        let code = self.chosen(Part::Place).to_owned();
        Filter {
            from: period.map(|(from, _)| from.to_owned()),
            to: period.map(|(_, to)| to.to_owned()),
            topics: all(Part::Topic),
            areas: all(Part::Area),
            methods: all(Part::Method),
            organisers: all(Part::Organiser),
            funders: Vec::new(),
            places: if code.is_empty() { Vec::new() } else { vec![PlaceWanted { code, community: String::new() }] },
            course: None,
            sex: choice(Part::Sex),
            role: choice(Part::Role),
            age: match self.chosen(Part::Age) {
                NOT_RECORDED => Some(AgeWanted::NotRecorded),
                id => Band::of_id(id).map(AgeWanted::Band),
            },
        }
    }

    /// The ages to put together; nothing where what is typed can not be read as ages.
    pub fn bands(&self) -> Option<Vec<Band>> {
        let texts = self.bands.split([',', ';', ' ']).map(str::trim).filter(|text| !text.is_empty());
        texts.map(Band::of_text).collect()
    }
}

/// What there is to choose from, with its words, in the order of the list. `periods` and `bands` are those of the workspace.
pub fn values(
    part: Part,
    names: Names,
    trainings: &Trainings,
    periods: &[Period],
    bands: &[Band],
) -> Vec<(String, String)> {
    let labels = &names.lang.words().labels;
    let choices = |choices: &[Choice]| {
        choices.iter().map(|choice| (choice.name().to_owned(), (labels.choice)(*choice).to_owned())).collect()
    };
    let named = |keys: Vec<String>, by: Dimension| -> Vec<(String, String)> {
        let keys = gather::set(keys.into_iter().filter(|key| !key.is_empty()));
        let named = keys.iter().map(|key| (key.clone(), key_in_words(names, by, key))).collect();
        gather::ordered_by(named, |(_, name): &(String, String)| fold(name))
    };
    let courses = trainings.courses.iter();
    match part {
        Part::Period => all_periods(names, trainings, periods),
        Part::Place => {
            let codes: Vec<&str> = courses.map(|course| course.municipality.as_str()).collect();
            let regions = codes.iter().filter_map(|code| code.get(..4)).map(str::to_owned).collect();
            let regions = named(regions, Dimension::Region);
            let municipalities = named(codes.into_iter().map(str::to_owned).collect(), Dimension::Municipality);
            regions.into_iter().chain(municipalities).collect()
        }
        Part::Topic => named(courses.flat_map(|course| course.topics.clone()).collect(), Dimension::Topic),
        Part::Area => named(courses.flat_map(|course| course.areas.clone()).collect(), Dimension::Area),
        Part::Method => named(courses.map(|course| course.method.clone()).collect(), Dimension::Method),
        Part::Organiser => named(courses.map(|course| course.organiser.clone()).collect(), Dimension::Organiser),
        Part::Role => choices(&ROLES),
        Part::Sex => choices(&SEXES),
        Part::Age => {
            let ids = bands.iter().map(|band| band.id()).chain([NOT_RECORDED.to_owned()]);
            ids.map(|id| (id.clone(), (names.lang.words().pad().age_long)(&id))).collect()
        }
    }
}

/// The periods of the workspace, then the years in which there were sessions, the last first.
fn all_periods(names: Names, trainings: &Trainings, periods: &[Period]) -> Vec<(String, String)> {
    let words = names.lang.words().figures();
    let own = periods.iter().rev().map(|period| {
        let days = [&period.from, &period.to].map(|day| names.lang.date_short(day));
        let [from, to] = days.each_ref().map(String::as_str);
        ([&period.from, "..", &period.to].concat(), (words.from_to)(from, to))
    });
    let years = gather::set(trainings.sessions.iter().filter_map(|session| session.held_on.get(..4)));
    let years = years.into_iter().rev().map(|year| ([year, "-01-01..", year, "-12-31"].concat(), year.to_owned()));
    own.chain(years).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::hand::Hand;
    use crate::record::{Field, Value};

    #[test]
    fn what_is_chosen_is_what_is_counted() {
        let mut asked = AskedFigures::default();
        assert_eq!(asked.filter(), Filter::default());
        asked.choose(Part::Period, "2026-05-01..2026-10-31".to_owned());
        asked.choose(Part::Sex, "female".to_owned());
        asked.choose(Part::Age, "18_29".to_owned());
        asked.choose(Part::Place, "EC10".to_owned());
        let filter = asked.filter();
        assert_eq!((filter.from.as_deref(), filter.to.as_deref()), (Some("2026-05-01"), Some("2026-10-31")));
        assert_eq!((filter.sex, filter.age), (Some(Choice::Female), Some(AgeWanted::Band(Band::new(18, Some(29))))));
        assert_eq!((filter.places.len(), asked.parts()), (1, 4));
    }

    #[test]
    fn ages_to_put_together_are_read_as_people_write_them() {
        let check = |text: &str, expected: Option<&[&str]>| {
            let asked = AskedFigures { bands: text.to_owned(), ..AskedFigures::default() };
            let ids = asked.bands().map(|bands| bands.iter().map(|band| band.id()).collect::<Vec<_>>());
            let expected = expected.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect());
            assert_eq!(ids, expected, "{text:?}");
        };
        check("", Some(&[]));
        check("15-29, 30+", Some(&["15_29", "30_plus"]));
        check("<18;18–59 60+", Some(&["under_18", "18_59", "60_plus"]));
        check("jóvenes", None);
    }

    #[test]
    fn there_is_to_choose_from_what_was_recorded() {
        let mut hand = Hand::of("phone");
        hand.write("term/pgs", &[(Field::LabelEs, "SPG".into()), (Field::List, "topic".into())]);
        let topics = Value::List(vec!["term/pgs".into()]);
        hand.write("course/a", &[(Field::Topics, topics), (Field::Municipality, "EC1003".into())]);
        hand.write("session/a", &[(Field::Course, "course/a".into()), (Field::HeldOn, "2026-05-04".into())]);
        let trainings = Trainings::read(&hand.notebook.log);
        let periods = [Period { from: "2026-05-01".to_owned(), to: "2026-10-31".to_owned() }];
        let of = |part| {
            let values = values(part, hand.names(), &trainings, &periods, &[]);
            values.into_iter().map(|(value, name)| [value, name].join(" = ")).collect::<Vec<_>>()
        };
        assert_eq!(of(Part::Topic), ["term/pgs = SPG"]);
        assert_eq!(of(Part::Place), ["EC10 = Imbabura · Ecuador", "EC1003 = Cotacachi · Imbabura"]);
        assert_eq!(
            of(Part::Period),
            ["2026-05-01..2026-10-31 = 01/05/2026 al 31/10/2026", "2026-01-01..2026-12-31 = 2026"]
        );
        assert_eq!(of(Part::Area), Vec::<String>::new());
    }
}
