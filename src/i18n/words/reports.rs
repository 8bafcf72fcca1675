//! Reports, and what they are made of.

#[derive(Clone, Copy)]
pub struct Reports {
    pub title: &'static str,
}
