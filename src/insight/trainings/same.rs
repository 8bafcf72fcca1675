//! The same session twice? Proposed with the reason, and joined only by a person (rules 7 and 8).

use super::facts::{Course, Session, Trainings};
use crate::record::text::fold;
use std::collections::BTreeMap;

/// So many are enough to look at; a file made to have more does not stop the app.
const MOST: usize = 500;

/// Two sessions of the same place, date and topic that two devices recorded, by their places in [`Trainings::sessions`].
/// What a person kept apart is not proposed again.
pub fn twice(trainings: &Trainings) -> Vec<[usize; 2]> {
    let mut of_day: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, session) in trainings.sessions.iter().enumerate() {
        let Some(course) = trainings.course(session) else { continue };
        if !session.held_on.is_empty() && !session.stands_apart() {
            of_day.entry((session.held_on.as_str(), course.municipality.as_str())).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for sessions in of_day.values() {
        for (number, one) in sessions.iter().enumerate() {
            for other in sessions.iter().skip(number.saturating_add(1)) {
                if pairs.len() < MOST && may_be_same(trainings, *one, *other) {
                    pairs.push([*one, *other]);
                }
            }
        }
    }
    pairs
}

/// Of the same day and municipality: is the rest the same as well?
fn may_be_same(trainings: &Trainings, one: usize, other: usize) -> bool {
    let (Some(one), Some(other)) = (trainings.sessions.get(one), trainings.sessions.get(other)) else { return false };
    let (Some(course), Some(others)) = (trainings.course(one), trainings.course(other)) else { return false };
    one.by != other.by && is_same_place(course, others) && is_same_topic(course, others) && !are_apart(one, other)
}

/// A community that one of the two left out may be the other's.
fn is_same_place(one: &Course, other: &Course) -> bool {
    let (a, b) = (one.community.as_str(), other.community.as_str());
    match one.municipality.is_empty() {
        true => !a.is_empty() && a == b,
        false => a.is_empty() || b.is_empty() || a == b,
    }
}

fn is_same_topic(one: &Course, other: &Course) -> bool {
    let is_one_course = one.record.is_some() && one.record == other.record;
    let without = one.topics.is_empty() && other.topics.is_empty();
    let is_same_name = without && !one.name.trim().is_empty() && fold(one.name.trim()) == fold(other.name.trim());
    is_one_course || is_same_name || one.topics.iter().any(|topic| other.topics.contains(topic))
}

fn are_apart(one: &Session, other: &Session) -> bool {
    let says = |one: &Session, other: &Session| one.kept_apart.iter().any(|apart| apart == other.record.as_str());
    says(one, other) || says(other, one)
}
