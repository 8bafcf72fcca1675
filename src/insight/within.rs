//! In which unit or municipality of the gazetteer a place of the team lies.

use super::joins::standing;
use crate::log::Log;
use crate::record::{Field, RecordId, gazetteer};

/// Places lie in places; a ring of them ends here.
const DEPTH: usize = 8;

/// What a place is called, and the first code above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Within {
    /// The name of the place itself; empty for a code of the gazetteer.
    pub name: String,
    /// `EC1003`, or of a unit or country; empty where none is known.
    pub code: String,
}

impl Within {
    /// Of a reference (`place/…`) or a code. A place that was put away says nothing.
    pub fn of(log: &Log, reference: &str) -> Self {
        let mut within = Within::default();
        let mut next = reference.to_owned();
        for _ in 0..DEPTH {
            let Some(record) = RecordId::parse(&next).map(|record| standing(log, record)) else {
                within.code = next;
                break;
            };
            let Some(view) = log.record(&record).filter(|view| !view.is_binned()) else { break };
            let fields = view.fields();
            if within.name.is_empty() && fields.text(Field::Code).is_empty() {
                within.name = fields.text(Field::Name).trim().to_owned();
            }
            let above = [fields.text(Field::Code), fields.text(Field::Parent)];
            let Some(above) = above.into_iter().find(|above| !above.is_empty()) else { break };
            next = above.to_owned();
        }
        within
    }

    /// Whether the code is that of a municipality.
    pub fn is_in_municipality(&self) -> bool {
        gazetteer::find(&self.code).is_some()
    }
}
