//! The note of a visit: what is needed on one screen, in the order in which one thinks of it standing up.

use crate::app::{Form, Route};
use crate::record::{Choice, Field, Kind, RecordId};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::parts::chips::{Chip, chips};
use crate::ui::parts::fields::{At, day, line, lines};
use crate::ui::parts::form_frame::{choice_chips, discard, foot, head, term_chips};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::organisation::organisation;
use crate::ui::parts::place::municipality;
use leptos::prelude::*;

const TYPES: [Choice; 7] = [
    Choice::SiteVisit,
    Choice::Workshop,
    Choice::Meeting,
    Choice::MarketOrFair,
    Choice::FollowUp,
    Choice::PeerReview,
    Choice::Other,
];

pub fn visit_form(desk: Desk, form: Form) -> impl IntoView {
    let words = &desk.words().visit;
    let is_new = form.summary().is_none_or(|form| form.is_new);
    let back = if is_new { Route::Visits } else { form.key().map_or(Route::Visits, |key| Route::Record(key.clone())) };
    let filling = Filling::open(desk, form);
    let at = |field| At { kind: Kind::Visit, field };
    let label = move |field| (desk.words().labels.field)(field);
    view! {
        <form class="main-form" novalidate data-test="visit-form" on:submit=move |event| filling.submit(event)>
            {head(desk, filling, back.clone(), if is_new { words.title_new } else { words.title })}
            <div class="cols even">
                <div class="stack">
                    <section class="part card" aria-labelledby="where">
                        <h2 id="where" class="only-wide">{words.part_where}</h2>
                        {municipality(desk, filling, Kind::Visit)}
                        {line(filling, at(Field::Community), label(Field::Community), "")}
                        {organisation(desk, filling, "host", Kind::Visit, Field::HostOrganisation)}
                        <div class="pair">
                            {day(filling, at(Field::StartsOn), label(Field::StartsOn))}
                            {day(filling, at(Field::EndsOn), label(Field::EndsOn))}
                        </div>
                        {move || ends_too_early(desk, filling)}
                        {choice_chips(desk, filling, at(Field::VisitType), &TYPES)}
                    </section>
                </div>
                <div class="stack">
                    <section class="part card" aria-labelledby="what">
                        <h2 id="what">{words.part_what}</h2>
                        {term_chips(desk, filling, at(Field::ProductionAreas), Choice::ProductionArea)}
                        {term_chips(desk, filling, at(Field::Themes), Choice::Theme)}
                        {lines(filling, at(Field::Purpose), label(Field::Purpose), words.purpose_hint)}
                        {lines(filling, at(Field::Observations), label(Field::Observations), words.observations_hint)}
                    </section>
                    {commitments(desk, filling)}
                    {confidentiality(desk, filling)}
                </div>
            </div>
            {discard(desk, filling, back)}
            {foot(desk, filling, ())}
        </form>
    }
}

fn ends_too_early(desk: Desk, filling: Filling) -> Option<impl IntoView> {
    let (starts, ends) = filling.form.with(|form| {
        (form.text(Kind::Visit, Field::StartsOn).to_owned(), form.text(Kind::Visit, Field::EndsOn).to_owned())
    });
    (!ends.is_empty() && ends < starts).then(|| {
        view! {
            <p class="why" role="alert" data-test="ends-on-error">
                {icon(Pic::Warning)} <span>{desk.words().form.ends_before_it_starts}</span>
            </p>
        }
    })
}

fn confidentiality(desk: Desk, filling: Filling) -> impl IntoView {
    let words = &desk.words().visit;
    let field = Field::Confidentiality;
    let options = [Choice::Internal, Choice::Shareable, Choice::Public]
        .map(|choice| Chip { value: choice.name().to_owned(), label: (desk.words().labels.choice)(choice).to_owned() });
    view! {
        <section class="part card" aria-labelledby="privacy">
            <h2 id="privacy">{words.part_privacy}</h2>
            {chips(
                "visit-confidentiality".to_owned(),
                (desk.words().labels.field)(field),
                "",
                false,
                Signal::stored(options.to_vec()),
                move |value| filling.form.with(|form| form.text(Kind::Visit, field) == value),
                move |value| filling.set_text(Kind::Visit, field, value),
            )}
            <p class="hint">{words.confidentiality_hint}</p>
        </section>
    }
}

fn commitments(desk: Desk, filling: Filling) -> impl IntoView {
    let words = &desk.words().commitments;
    let keys = Memo::new(move |_| {
        let keys = |form: &Form| -> Vec<(usize, RecordId, bool)> {
            (1..).zip(form.agreements()).map(|(number, draft)| (number, draft.record.clone(), draft.is_new())).collect()
        };
        filling.form.with(keys)
    });
    let add = move |_| {
        if let Some(record) = desk.new_record(Kind::Agreement) {
            filling.edit(|form| form.add_agreement(record));
        }
    };
    view! {
        <section class="part card" aria-labelledby="commitments">
            <h2 id="commitments">{words.title}</h2>
            <Show when=move || keys.with(Vec::is_empty)>
                <p class="hint">{words.hint}</p>
            </Show>
            <ul class="stack">
                <For
                    each=move || keys.get()
                    key=|(number, record, _)| (*number, record.clone())
                    children=move |(number, record, is_new)| commitment(desk, filling, number, record, is_new)
                />
            </ul>
            <button class="btn quiet full" type="button" data-test="commitment-add" on:click=add>
                {icon(Pic::Plus)} {words.add}
            </button>
        </section>
    }
}

fn commitment(desk: Desk, filling: Filling, number: usize, record: RecordId, is_new: bool) -> impl IntoView {
    let words = &desk.words().commitments;
    let label = move |field| (desk.words().labels.field)(field);
    let field = {
        let record = record.clone();
        move |field: Field, name: &str| {
            let (read, write) = (record.clone(), record.clone());
            let text = Memo::new(move |_| filling.form.with(|form| form.agreement_text(&read, field).to_owned()));
            let typed = move |event| {
                let typed = event_target_value(&event);
                filling.edit(|form| form.set_agreement(&write, field, typed));
            };
            (["commitment-", &number.to_string(), "-", name].concat(), text, typed)
        }
    };
    let (what_id, what, type_what) = field(Field::What, "what");
    let (who_id, who, type_who) = field(Field::Responsible, "who");
    let (due_id, due, type_due) = field(Field::DueOn, "due");
    let remove = move |_| filling.edit(|form| form.remove_agreement(&record));
    view! {
        <li>
            <fieldset class="promise stack tight">
                <legend>{(words.numbered)(number)}</legend>
                {if is_new {
                    view! {
                        <button
                            class="icon-btn"
                            type="button"
                            aria-label=(desk.words().a11y.remove_commitment)(number)
                            data-test="commitment-remove"
                            on:click=remove
                        >
                            {icon(Pic::Trash)}
                        </button>
                    }
                        .into_any()
                } else {
                    view! { <p class="hint">{words.saved_stays}</p> }.into_any()
                }}
                <div class="field">
                    <label for=what_id.clone()>{label(Field::What)}</label>
                    <textarea class="input" id=what_id data-test="commitment-what" prop:value=what on:input=type_what></textarea>
                </div>
                <div class="pair">
                    <div class="field">
                        <label for=who_id.clone()>{label(Field::Responsible)}</label>
                        <input class="input" id=who_id autocomplete="off" data-test="commitment-who" prop:value=who on:input=type_who />
                    </div>
                    <div class="field">
                        <label for=due_id.clone()>{label(Field::DueOn)}</label>
                        <input class="input" type="date" id=due_id data-test="commitment-due" prop:value=due on:input=type_due />
                    </div>
                </div>
            </fieldset>
        </li>
    }
}
