//! What a report consists of: a template is a list of headings, each with the field in which a person's text is kept.

use super::Field;

/// A kind of report. Its name stands in the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Template {
    /// A whole exchange, by the headings of the form that it is handed in with.
    #[default]
    Exchange,
    /// One visit, on two pages.
    Visit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    ThematicArea,
    Country,
    Summary,
    Implemented,
    Achieved,
    Evidence,
    Instruments,
    Activities,
    Partners,
    Results,
    Lessons,
    Role,
    Material,
    Purpose,
    Findings,
    Agreements,
    Recommendations,
}

impl Template {
    pub const ALL: [(Template, &str); 2] = [(Template::Exchange, "exchange"), (Template::Visit, "visit")];

    /// The name in the log and in a terminal.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(template, _)| *template == self).map_or("", |(_, name)| *name)
    }

    /// Nothing for a name of a newer version.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, one)| *one == name).map(|(template, _)| *template)
    }

    /// In the order of the page.
    pub fn headings(self) -> &'static [Heading] {
        match self {
            Template::Exchange => &[
                Heading::ThematicArea,
                Heading::Country,
                Heading::Summary,
                Heading::Implemented,
                Heading::Achieved,
                Heading::Evidence,
                Heading::Instruments,
                Heading::Activities,
                Heading::Partners,
                Heading::Results,
                Heading::Lessons,
                Heading::Role,
                Heading::Material,
            ],
            Template::Visit => &[
                Heading::Purpose,
                Heading::Findings,
                Heading::Instruments,
                Heading::Lessons,
                Heading::Agreements,
                Heading::Recommendations,
                Heading::Material,
            ],
        }
    }
}

impl Heading {
    /// Where what a person wrote is kept.
    pub fn field(self) -> Field {
        match self {
            Heading::ThematicArea => Field::TextThematicArea,
            Heading::Country => Field::TextCountry,
            Heading::Summary => Field::TextSummary,
            Heading::Implemented => Field::TextImplemented,
            Heading::Achieved => Field::TextAchieved,
            Heading::Evidence => Field::TextEvidence,
            Heading::Instruments => Field::TextInstruments,
            Heading::Activities => Field::TextActivities,
            Heading::Partners => Field::TextPartners,
            Heading::Results => Field::TextResults,
            Heading::Lessons => Field::TextLessons,
            Heading::Role => Field::TextRole,
            Heading::Material => Field::TextMaterial,
            Heading::Purpose => Field::TextPurpose,
            Heading::Findings => Field::TextFindings,
            Heading::Agreements => Field::TextAgreements,
            Heading::Recommendations => Field::TextRecommendations,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_headings_of_a_template_keep_their_text_in_one_place() {
        for (template, name) in Template::ALL {
            assert_eq!(Template::from_name(name), Some(template));
            let mut fields: Vec<Field> = template.headings().iter().map(|heading| heading.field()).collect();
            let all = fields.len();
            fields.sort();
            fields.dedup();
            assert_eq!(fields.len(), all, "{name}");
        }
        assert_eq!(Template::from_name("poster"), None);
    }
}
