//! Organisations in a form: the one that was visited, those of the delegation, and new ones that Save writes with the note.

use super::Form;
use crate::record::{Choice, Draft, Field, Kind, RecordId, Value};

impl Form {
    /// Refers to an organisation, or to none. One that this form creates and nothing refers to any more is dropped.
    pub fn choose_organisation(&mut self, kind: Kind, field: Field, organisation: &str) {
        self.set(kind, field, organisation);
        self.drop_unused_organisations();
    }

    /// Creates an organisation with this name in the form and refers to it.
    pub fn create_organisation(&mut self, kind: Kind, field: Field, organisation: &RecordId, name: &str) {
        self.draft_organisation(
            organisation,
            name,
            if field == Field::HostOrganisation { Some(Choice::Host) } else { None },
        );
        self.choose_organisation(kind, field, organisation.as_str());
    }

    /// Adds an organisation to a list, once.
    pub fn add_organisation(&mut self, kind: Kind, field: Field, organisation: &str) {
        if !self.list(kind, field).iter().any(|held| held.as_text() == Some(organisation)) {
            self.toggle(kind, field, organisation);
        }
    }

    /// Creates an organisation and adds it to a list.
    pub fn create_and_add(&mut self, kind: Kind, field: Field, organisation: &RecordId, name: &str) {
        let role = if field == Field::Delegation { Some(Choice::DelegationRole) } else { None };
        self.draft_organisation(organisation, name, role);
        self.add_organisation(kind, field, organisation.as_str());
    }

    pub fn remove_organisation(&mut self, kind: Kind, field: Field, organisation: &str) {
        let left = self.list(kind, field).iter().filter(|held| held.as_text() != Some(organisation));
        let left: Vec<Value> = left.cloned().collect();
        self.set(kind, field, left);
        self.drop_unused_organisations();
    }

    fn draft_organisation(&mut self, organisation: &RecordId, name: &str, role: Option<Choice>) {
        let mut draft = Draft::new(organisation.clone());
        draft.fields.set(Field::Name, name.trim());
        if let Some(role) = role {
            draft.fields.set(Field::Roles, vec![Value::from(role.name())]);
        }
        self.drafts.push(draft);
    }

    fn drop_unused_organisations(&mut self) {
        let is_created = |draft: &Draft| draft.is_new() && draft.record.kind() == Some(Kind::Organisation);
        let unused = self.drafts.iter().filter(|draft| is_created(draft)).filter(|created| {
            let name = created.record.as_str();
            !self.drafts.iter().any(|draft| draft.fields.0.values().any(|value| mentions(value, name)))
        });
        let unused: Vec<RecordId> = unused.map(|draft| draft.record.clone()).collect();
        self.drafts.retain(|draft| !unused.contains(&draft.record));
    }

    /// The name of the organisation behind this reference, if the form creates it.
    pub fn new_organisation(&self, reference: &str) -> Option<&str> {
        let draft = self.drafts.iter().find(|draft| draft.record.as_str() == reference && draft.is_new())?;
        Some(draft.fields.text(Field::Name))
    }

    /// The organisations that this form creates: reference and name.
    pub fn new_organisations(&self) -> impl Iterator<Item = (String, String)> {
        let created = |draft: &&Draft| draft.is_new() && draft.record.kind() == Some(Kind::Organisation);
        self.drafts
            .iter()
            .filter(created)
            .map(|draft| (draft.record.to_string(), draft.fields.text(Field::Name).to_owned()))
    }
}

/// Whether a value is this reference or holds it at any depth.
fn mentions(value: &Value, reference: &str) -> bool {
    match value {
        Value::Text(text) => text == reference,
        Value::List(items) => items.iter().any(|item| mentions(item, reference)),
        Value::Map(members) => members.values().any(|member| mentions(member, reference)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Now;

    #[test]
    fn only_new_organisations_that_something_refers_to_are_saved() {
        let id = |rid: &str| RecordId::new(Kind::Organisation, rid).expect("a fitting name");
        let visit = RecordId::new(Kind::Visit, "a").expect("a fitting name");
        let mut form = Form::new_visit(visit, Now { ms: 0, offset_minutes: 0 });
        let created = |form: &Form| form.new_organisations().map(|(_, name)| name).collect::<Vec<_>>();
        form.create_organisation(Kind::Visit, Field::HostOrganisation, &id("a"), " Los Andes ");
        form.create_and_add(Kind::Visit, Field::Delegation, &id("b"), "Sacaba");
        form.add_organisation(Kind::Visit, Field::Delegation, "organisation/b");
        assert_eq!(created(&form), ["Los Andes", "Sacaba"]);
        assert_eq!(form.list(Kind::Visit, Field::Delegation).len(), 1);
        form.create_organisation(Kind::Visit, Field::HostOrganisation, &id("c"), "Otra");
        assert_eq!(created(&form), ["Sacaba", "Otra"]);
        form.remove_organisation(Kind::Visit, Field::Delegation, "organisation/b");
        form.choose_organisation(Kind::Visit, Field::HostOrganisation, "");
        assert_eq!(created(&form), Vec::<String>::new());
    }
}
