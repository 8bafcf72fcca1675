//! Who decided what where people had written different things: read from the changes alone, so that every device that holds them
//! tells the same.

use crate::log::{Change, ChangeId, DeviceId, Log, MAX_OVER, RecordView, Tick};
use crate::record::{RecordId, Value, gather};
use std::collections::BTreeSet;

/// A change that chose between values whose authors had not seen each other's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub record: RecordId,
    pub field: String,
    /// What was written then: one of the values, both, or another.
    pub kept: Value,
    /// What was not kept, the latest first.
    pub aside: Vec<Value>,
    pub by: DeviceId,
    /// RFC 3339, as the device's own clock showed it.
    pub at: String,
    /// Whether nobody wrote in the field since.
    pub stands: bool,
    order: (Tick, ChangeId),
}

/// Every decision, the latest first. A decision whose values were erased for ever is none any more: nobody can tell.
pub fn decisions(log: &Log) -> Vec<Decision> {
    let mut all = Vec::new();
    // Decisions over more values than one change can name (C4) are told once, by the last of their changes.
    let mut parts: BTreeSet<(ChangeId, &str)> = BTreeSet::new();
    for change in log.changes().filter(|change| !change.is_erasure()) {
        for (field, kept) in change.set().iter() {
            if change.over(field).len() > 1
                && let Some(view) = log.record(change.record())
            {
                let (named, part_of_it) = named(view, field, change);
                parts.extend(part_of_it.into_iter().map(|part| (part, field.as_str())));
                all.extend(decision(view, field, kept, change, &named));
            }
        }
    }
    all.retain(|decision: &Decision| !parts.contains(&(decision.order.1, decision.field.as_str())));
    gather::ordered(all, |a, b| b.order.cmp(&a.order))
}

fn decision(view: RecordView, field: &str, kept: &Value, change: &Change, named: &[&Change]) -> Option<Decision> {
    let seen = seen_by(view, field, named);
    let mut values: Vec<&Value> = Vec::new();
    let unseen = named.iter().filter(|other| !seen.contains(&other.id())).copied().collect();
    let unseen = gather::ordered(unseen, |a: &&Change, b| (b.tick(), b.id()).cmp(&(a.tick(), a.id())));
    for value in unseen.into_iter().filter_map(|other| other.set().get(field)) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    (values.len() > 1).then(|| Decision {
        record: view.id().clone(),
        field: field.to_owned(),
        kept: kept.clone(),
        aside: values.into_iter().filter(|value| *value != kept).cloned().collect(),
        by: *change.device(),
        at: change.at().to_owned(),
        stands: view.heads(field).contains(&change.id()),
        order: (change.tick(), change.id()),
    })
}

/// The changes that a change replaces in a field. In the place of one that is a part of the same decision stand those that it
/// replaces; these parts come along.
fn named<'a>(view: RecordView<'a>, field: &str, change: &'a Change) -> (Vec<&'a Change>, Vec<ChangeId>) {
    let (mut named, mut parts) = (Vec::new(), Vec::new());
    let mut open: Vec<&Change> = vec![change];
    while let Some(replacing) = open.pop() {
        for other in replacing.over(field).iter().filter_map(|id| view.change(id)) {
            let is_part = other.over(field).len() == MAX_OVER
                && (other.device(), other.at()) == (change.device(), change.at())
                && other.set().get(field) == change.set().get(field);
            if is_part && !parts.contains(&other.id()) {
                parts.push(other.id());
                open.push(other);
            } else if !is_part && other.set().contains_key(field) {
                named.push(other);
            }
        }
    }
    (named, parts)
}

/// What the authors of these changes had seen of the field, near and far.
fn seen_by(view: RecordView, field: &str, changes: &[&Change]) -> BTreeSet<ChangeId> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&Change> = changes.to_vec();
    while let Some(change) = open.pop() {
        for id in change.over(field) {
            if seen.insert(*id) {
                open.extend(view.change(id));
            }
        }
    }
    seen
}

/// Rows as a table for spreadsheets (RFC 4180), with the mark by which they know UTF-8. A text with which a formula could begin
/// is marked as text, so that opening it never runs what somebody wrote.
pub fn table(rows: &[Vec<String>], separator: char) -> String {
    let mut table = "\u{feff}".to_owned();
    for row in rows {
        for (at, cell) in (0..).zip(row) {
            if at > 0 {
                table.push(separator);
            }
            let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
            let text = [guard, cell].concat();
            if text.contains(['"', ',', ';', '\n', '\r', '\t']) {
                table.push_str(&["\"", &text.replace('"', "\"\""), "\""].concat());
            } else {
                table.push_str(&text);
            }
        }
        table.push_str("\r\n");
    }
    table
}

#[cfg(test)]
#[path = "decisions_tests.rs"]
mod tests;
