//! The settings that all devices of a workspace share: age bands, reporting periods. They travel as any record does.

use crate::log::Log;
use crate::record::bands::{self, Band};
use crate::record::periods::{self, Period};
use crate::record::{Fields, RecordId};

/// What the workspace set; what it did not set has its default where it is read.
pub fn settings(log: &Log) -> Fields {
    log.record(&RecordId::workspace()).map(|view| view.fields()).unwrap_or_default()
}

/// The age bands in use, youngest first.
pub fn age_bands(log: &Log) -> Vec<Band> {
    bands::bands(&settings(log))
}

/// The reporting periods, the earliest first; none where nobody set any.
pub fn reporting_periods(log: &Log) -> Vec<Period> {
    periods::periods(&settings(log))
}
