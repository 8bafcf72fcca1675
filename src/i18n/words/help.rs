//! The help, and the hints that stand in place the first time.

/// What the help explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    FirstVisit,
    Counting,
    Sending,
    Loading,
    Clashes,
    Report,
    NewPhone,
    Hosting,
}

impl Topic {
    /// In the order in which people come to need them.
    pub const ALL: [Topic; 8] = [
        Topic::FirstVisit,
        Topic::Counting,
        Topic::Sending,
        Topic::Loading,
        Topic::Clashes,
        Topic::Report,
        Topic::NewPhone,
        Topic::Hosting,
    ];
}

#[derive(Clone, Copy)]
pub struct Help {
    pub title: &'static str,
    pub lead: &'static str,
    /// Above the topics that are not on the page.
    pub others: &'static str,
    pub print: &'static str,
    pub print_all: &'static str,
    pub topic: fn(Topic) -> &'static TopicWords,
}

#[derive(Clone, Copy)]
pub struct TopicWords {
    pub name: &'static str,
    /// What one can do when one has read it.
    pub about: &'static str,
    /// What the picture shows, for who does not see it.
    pub picture: &'static str,
    pub steps: &'static [Step],
}

/// A short sentence. Each `{}` takes the next of the names, which are the very words that stand on the screens.
#[derive(Clone, Copy)]
pub struct Step {
    pub text: &'static str,
    pub names: &'static [&'static str],
}

/// A step in which nothing on a screen is named.
pub(in crate::i18n) const fn say(text: &'static str) -> Step {
    Step { text, names: &[] }
}

pub(in crate::i18n) const fn step(text: &'static str, names: &'static [&'static str]) -> Step {
    Step { text, names }
}

/// One or two sentences each, for the first time one is there.
#[derive(Clone, Copy)]
pub struct Hints {
    /// What such a hint is called, for those who hear it.
    pub title: &'static str,
    pub close: &'static str,
    pub visit: &'static str,
    pub count: &'static str,
    pub share: &'static str,
    pub load: &'static str,
    pub review: &'static str,
    pub report: &'static str,
}
