//! What is safe elsewhere: only what another device's file says it holds (F4).

use super::Header;
use crate::log::{DeviceId, Have, Log};

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
