//! What is safe elsewhere: only what another device's file says it holds (F4).

use super::Header;
use crate::log::{Change, DeviceId, Have, Log};
use crate::record::gather;
use std::collections::BTreeSet;

/// Adds to `safe` what a loaded file vouches for. A file made by `own` vouches for nothing, and an entry counts only if
/// the set holds exactly the change that the entry names: a cloned phone's other half is not this one's work.
/// Returns true if more is safe than before.
pub fn acknowledge(safe: &mut Have, header: &Header, own: &DeviceId, log: &Log) -> bool {
    let mut more = false;
    if header.device.as_ref().is_none_or(|device| device == own) {
        return more;
    }
    for (device, mark) in &header.have {
        let further = safe.get(device).is_none_or(|known| known.seq < mark.seq);
        if further && log.agrees(device, mark) {
            safe.insert(*device, *mark);
            more = true;
        }
    }
    more
}

/// The photos that are named by changes which others hold, and that they lack (F4): those are not safe elsewhere. To be asked
/// before [`acknowledge`], with what was `safe` until then; returns true if `not_there` changed.
pub fn photos_not_there(
    not_there: &mut BTreeSet<String>,
    safe: &Have,
    header: &Header,
    own: &DeviceId,
    log: &Log,
) -> bool {
    if header.device.as_ref().is_none_or(|device| device == own) {
        return false;
    }
    let covers = |have: &Have, change: &Change| have.get(change.device()).is_some_and(|mark| change.seq() <= mark.seq);
    let held: Have = gather::map(
        header.have.iter().filter(|(device, mark)| log.agrees(device, mark)).map(|(device, mark)| (*device, *mark)),
    );
    let mut changed = false;
    for change in log.changes_with_photo().filter(|change| covers(&held, change)) {
        let Some(photo) = change.attachment() else { continue };
        if !header.missing.iter().any(|missing| missing == photo) {
            changed |= not_there.remove(photo);
        } else if !covers(safe, change) {
            // Whoever confirmed it earlier had the photo, or it is among them already.
            changed |= not_there.insert(photo.to_owned());
        }
    }
    changed
}
