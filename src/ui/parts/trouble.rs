//! What went wrong, on the page: what happened, what is safe, what to do.

use super::icon::{Pic, icon};
use crate::i18n;
use crate::storage::StoreError;
use crate::ui::desk::{Desk, Trouble};
use leptos::prelude::*;

/// The trouble that start-up met, if any, on top of every page.
pub fn trouble(desk: Desk) -> Option<AnyView> {
    let (errors, device) = (&desk.words().errors, desk.device_word());
    let (test, told) = match desk.trouble.get()? {
        Trouble::NothingKept => ("storage-blocked", (errors.blocked)(device)),
        Trouble::NotOpened(StoreError::Newer(_)) => ("store-newer", (errors.newer)(device)),
        Trouble::NotOpened(_) => ("store-error", (errors.not_opened)(device)),
        Trouble::DamagedLines(lines) => ("store-damaged", (errors.store_damaged)(lines, device)),
    };
    Some(alert(test, told).into_any())
}

/// What a store could not do, in words.
pub fn store_error(desk: Desk, error: &StoreError) -> i18n::Trouble {
    let (errors, device) = (&desk.words().errors, desk.device_word());
    let tell = match error {
        StoreError::Blocked(_) => errors.blocked,
        StoreError::Full(_) => errors.full,
        StoreError::Newer(_) => errors.newer,
        StoreError::NotAChange(_) => errors.not_a_change,
        StoreError::Failed(_) => errors.failed,
        StoreError::Forked => errors.forked,
    };
    tell(device)
}

/// An error on the page.
pub fn alert(test: &'static str, told: i18n::Trouble) -> impl IntoView {
    view! {
        <section class="note bad" role="alert" data-test=test>
            {icon(Pic::Warning)}
            <div class="grow stack tight">
                <p><b>{told.happened}</b></p>
                <p>{told.safe}</p>
                <p>{told.to_do}</p>
            </div>
        </section>
    }
}
