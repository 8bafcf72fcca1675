//! Hints for the first time: which one is due. One is gone for good once its thing was done, or somebody closed it.

use super::{Notebook, Settings};
use crate::log::DeviceId;
use crate::record::{Choice, Field, Kind, RecordId, Value};

/// What one may not know the first time. A screen has one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// On the form of a visit.
    Visit,
    /// On the count pad.
    Count,
    /// Where files leave a phone.
    Share,
    /// Where files come in at a desk.
    Load,
    Review,
    Report,
}

impl Hint {
    pub const ALL: [Hint; 6] = [Hint::Visit, Hint::Count, Hint::Share, Hint::Load, Hint::Review, Hint::Report];

    /// As it stands in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Hint::Visit => "visit",
            Hint::Count => "count",
            Hint::Share => "share",
            Hint::Load => "load",
            Hint::Review => "review",
            Hint::Report => "report",
        }
    }
}

/// Whether it is to be shown: its thing was never done here, there is something to do it with, and nobody closed it.
pub fn is_due(hint: Hint, notebook: &Notebook, settings: &Settings) -> bool {
    !settings.hints_gone.contains(hint.name()) && is_possible(hint, notebook) && !is_done(hint, notebook, settings)
}

/// A hint on what one can not do yet would only be in the way.
fn is_possible(hint: Hint, notebook: &Notebook) -> bool {
    match hint {
        Hint::Share | Hint::Review => notebook.holds_records(),
        Hint::Visit | Hint::Count | Hint::Load | Hint::Report => true,
    }
}

/// Whether this device, or the team where it is the team's work, has done it before.
pub fn is_done(hint: Hint, notebook: &Notebook, settings: &Settings) -> bool {
    let log = &notebook.log;
    let own = settings.device();
    let wrote_one = |kind| log.records_of(kind).any(|view| view.first().is_some_and(|it| Some(*it.device()) == own));
    match hint {
        Hint::Visit => wrote_one(Kind::Visit),
        Hint::Count => wrote_one(Kind::Session),
        Hint::Share => !settings.last_file_at.is_empty() || !settings.sent.is_empty(),
        Hint::Load => {
            // Whoever writes says who it is, so each other device is a record.
            let of = |id: &RecordId| DeviceId::parse(id.rid()).filter(|device| !device.is_shipped());
            log.records_of(Kind::Device).any(|view| of(view.id()).is_some_and(|device| Some(device) != own))
        }
        Hint::Review => log.records_of(Kind::Visit).any(|view| {
            let status = view.shown(Field::Status.name()).and_then(Value::as_text);
            [Choice::Reviewed, Choice::Returned].map(|choice| Some(choice.name())).contains(&status)
        }),
        Hint::Report => log.records_of(Kind::Report).next().is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::hand::Hand;

    /// Those that are due, by their names.
    fn due(hand: &Hand, settings: &Settings) -> Vec<&'static str> {
        let due = Hint::ALL.into_iter().filter(|hint| is_due(*hint, &hand.notebook, settings));
        due.map(Hint::name).collect()
    }

    fn settings(hand: &Hand) -> Settings {
        Settings { device: hand.device.to_string(), ..Settings::default() }
    }

    #[test]
    fn a_hint_is_due_until_its_thing_was_done() {
        let mut phone = Hand::of("phone");
        let mut kept = settings(&phone);
        phone.write("device/phone00000", &[(Field::Name, "Equipo Intag".into())]);
        assert_eq!(due(&phone, &kept), ["visit", "count", "load", "report"]);

        phone.write("visit/a", &[(Field::Purpose, "ver".into())]);
        assert_eq!(due(&phone, &kept), ["count", "share", "load", "review", "report"]);
        phone.write("session/a", &[(Field::Total, 7.into())]);
        assert_eq!(due(&phone, &kept), ["share", "load", "review", "report"]);
        kept.last_file_at = "2026-11-26T08:05:00-05:00".to_owned();
        assert_eq!(due(&phone, &kept), ["load", "review", "report"]);
        phone.write("visit/a", &[(Field::Status, Choice::Reviewed.name().into())]);
        assert_eq!(due(&phone, &kept), ["load", "report"]);
        phone.write("report/a", &[(Field::Name, "Informe".into())]);
        assert_eq!(due(&phone, &kept), ["load"]);

        let mut other = Hand::of("other");
        other.write("device/other00000", &[(Field::Name, "Equipo Sacaba".into())]);
        phone.join(&other);
        assert_eq!(due(&phone, &kept), [""; 0]);
    }

    #[test]
    fn what_others_wrote_is_not_ones_own_first_time() {
        let mut other = Hand::of("other");
        other.write("visit/a", &[(Field::Purpose, "ver".into())]);
        let mut desk = Hand::of("desk");
        desk.join(&other);
        assert_eq!(due(&desk, &settings(&desk)), ["visit", "count", "share", "load", "review", "report"]);
    }

    #[test]
    fn what_was_closed_stays_closed() {
        let phone = Hand::of("phone");
        let mut kept = settings(&phone);
        kept.hints_gone = ["visit", "load"].map(str::to_owned).into();
        assert_eq!(due(&phone, &kept), ["count", "report"]);
        assert_eq!(due(&phone, &Settings::from_value(kept.to_value())), ["count", "report"]);
    }
}
