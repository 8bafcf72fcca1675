//! Indicators, charts and the map.

use crate::i18n::Indicators;

pub const INDICATORS: Indicators = Indicators { title: "Indicators" };
