//! An organisation: one that is known, or a new one, in one field.

use super::combo::{Combo, ComboWords, Offer, Picked};
use super::icon::Pic;
use crate::app::similar_organisations;
use crate::record::text::fold;
use crate::record::{Field, Kind};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::El;

/// The field for the host of a visit or the organiser of a course.
pub fn organisation(desk: Desk, filling: Filling, id: &'static str, kind: Kind, field: Field) -> El {
    let words = &desk.words().picker;
    let picked = move || {
        let reference = filling.form.see().text(kind, field).to_owned();
        if reference.is_empty() {
            return None;
        }
        // One that this form creates is not in the log yet.
        let new = filling.form.see().new_organisation(&reference).map(str::to_owned);
        Some(match new {
            Some(name) => Picked { title: name, note: words.will_be_created.to_owned(), pic: Pic::Plus },
            None => {
                Picked { title: desk.with_names(|names| names.of(&reference)), note: String::new(), pic: Pic::Building }
            }
        })
    };
    let offers = move |typed: &str| {
        let typed = typed.trim();
        let similar = {
            let notebook = desk.notebook.see();
            similar_organisations(&notebook.log, typed, 6)
        };
        let is_known = similar.iter().any(|known| fold(&known.name) == fold(typed));
        let found = similar.into_iter().map(|known| Offer {
            value: known.record.to_string(),
            title: known.name,
            note: String::new(),
            pic: Pic::Building,
            is_other: false,
        });
        let mut offers: Vec<Offer> = found.collect();
        if !typed.is_empty() && !is_known {
            offers.push(Offer {
                value: typed.to_owned(),
                title: (words.create_organisation)(typed),
                note: String::new(),
                pic: Pic::Plus,
                is_other: true,
            });
        }
        offers
    };
    let choose = move |offer: Option<Offer>| match offer {
        Some(offer) if offer.is_other => {
            if let Some(record) = desk.new_record(Kind::Organisation) {
                filling.edit(|form| form.create_organisation(kind, field, &record, &offer.value));
            }
        }
        known => {
            let reference = known.map(|offer| offer.value).unwrap_or_default();
            filling.edit(|form| form.choose_organisation(kind, field, &reference));
        }
    };
    let words = ComboWords {
        label: (desk.words().labels.field)(field),
        placeholder: words.organisation_placeholder,
        list: words.organisations,
        clear: desk.words().a11y.choose_another,
    };
    Combo { id, words, picked, offers, choose }.view()
}
