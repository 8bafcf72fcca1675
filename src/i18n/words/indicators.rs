//! Indicators, charts and the map.

#[derive(Clone, Copy)]
pub struct Indicators {
    pub title: &'static str,
}
