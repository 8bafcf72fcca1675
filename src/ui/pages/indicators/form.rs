//! The form of an indicator: its name, what counts, where it starts, and a target for each period.

use crate::app::figures::{Part, key_in_words, values};
use crate::app::terms::terms;
use crate::app::workspace::{age_bands, reporting_periods};
use crate::app::{Form, Route, all_organisations};
use crate::insight::indicators::{
    AGE, AREA, FUNDER, MEASURE, METHOD, Measure, ORGANISER, PLACE, ROLE, SEX, THEME, TOPIC,
};
use crate::insight::trainings::{Dimension, Trainings};
use crate::record::{Choice, Field, Kind, Map, Value, gather, gazetteer};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, button, div, el};
use crate::ui::pages::form_of;
use crate::ui::pages::record::not_here;
use crate::ui::parts::chips::{Chip, Group, chips};
use crate::ui::parts::fields::{At, day, line};
use crate::ui::parts::form_frame::{discard, foot, head};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::parts::items::{put_back, remove};
use crate::ui::parts::select::select;
use crate::ui::parts::trouble::why;
use crate::ui::shared::{Derived, Shared};
use leptos::prelude::AnyView;

const KIND: Kind = Kind::Indicator;
/// No number of anything here is greater.
const GREATEST: i64 = 1_000_000_000;
const METHODS: [Choice; 7] = [
    Choice::FieldSchool,
    Choice::Workshop,
    Choice::ExchangeVisit,
    Choice::Demonstration,
    Choice::FarmerToFarmer,
    Choice::OnFarmAdvice,
    Choice::Other,
];

/// A new indicator, or one that is there.
pub fn open(desk: Desk, route: Route) -> AnyView {
    let form = match route {
        Route::New(kind) => desk.new_record(kind).map(Form::new_plain),
        Route::Edit(record) => form_of(desk, &record),
        _ => None,
    };
    match form {
        Some(form) => page(desk, form).view(),
        None => not_here(desk).view(),
    }
}

fn page(desk: Desk, form: Form) -> El {
    let is_new = form.summary().is_none_or(|form| form.is_new);
    let back = match form.key() {
        Some(key) if !is_new => Route::Record(key.clone()),
        _ => Route::Indicators,
    };
    let filling = Filling::open(desk, form);
    let words = desk.words().indicators();
    let title = if is_new { words.new } else { (desk.words().labels.kind)(KIND) };
    let label = |field| (desk.words().labels.field)(field);
    let at = |field| At { kind: KIND, field };
    let card = |title: &'static str| el("section").class("card stack").child(el("h2").child(title));
    let text = |field, hint| line(filling, at(field), label(field), hint);
    let names = card(title).child([
        text(Field::Code, ""),
        text(Field::NameEs, ""),
        text(Field::NameEn, ""),
        text(Field::Unit, words.unit_hint),
        direction(desk, filling),
    ]);
    let counts = card(words.what_counts).child(el("p").class("hint").child(words.what_counts_hint));
    let counts = counts.child(what_counts(desk, filling));
    let held = filling.form.peek().fields_of(KIND).and_then(|fields| fields.int(Field::Baseline));
    let baseline = whole(desk, "indicator-baseline".to_owned(), label(Field::Baseline), held, move |number| {
        filling.edit(|form| form.set(KIND, Field::Baseline, number.map_or(Value::Null, Value::Int)));
    });
    let start = card(words.where_from).child(el("p").class("hint").child(words.start_hint));
    let start =
        start.child(div("pair").child([baseline, day(filling, at(Field::BaselineOn), label(Field::BaselineOn))]));
    el("form")
        .class("main-form")
        .attr("novalidate", "")
        .test("indicator-form")
        .on("submit", move |event| filling.submit(&event))
        .child(head(desk, filling, &back, title))
        .child([names, counts, start, targets(desk, filling)])
        .child(discard(desk, filling, back))
        .child(foot(desk, filling, (), |_| ()))
}

fn direction(desk: Desk, filling: Filling) -> El {
    let words = desk.words().indicators();
    let at = At { kind: KIND, field: Field::Direction };
    let chip = |value: &str, label: &str| Chip { value: value.to_owned(), label: label.to_owned() };
    chips(
        Group { name: at.id(), legend: (desk.words().labels.field)(at.field), many: false },
        move || vec![chip("up", words.up), chip("down", words.down)],
        move |value| (filling.form.see().text(KIND, Field::Direction) == "down") == (value == "down"),
        move |value| filling.set_text(KIND, Field::Direction, value),
    )
}

/// A member of `counts` as the form holds it now: a text, or the only one of a list.
fn counted(form: &Form, name: &str) -> String {
    let held = form.fields_of(KIND).and_then(|fields| fields.0.get(Field::Counts.name())?.member(name).cloned());
    let text = |value: &Value| value.as_text().or_else(|| value.as_list()?.first()?.as_text()).map(str::to_owned);
    held.as_ref().and_then(text).unwrap_or_default()
}

/// Writes a member; an empty one goes. What the measure can not be narrowed down by goes with it.
fn count(filling: Filling, name: &'static str, value: &str) {
    filling.edit(|form| {
        let held = form.fields_of(KIND).and_then(|fields| fields.0.get(Field::Counts.name()).cloned());
        let mut members: Map<Value> = held.map(Value::into_map).unwrap_or_default();
        members.remove(name);
        if !value.is_empty() {
            let written = if name == MEASURE { value.into() } else { Value::List(vec![value.into()]) };
            members.insert(name.to_owned(), written);
        }
        let measure = members.get(MEASURE).and_then(Value::as_text).and_then(Measure::from_name);
        let fits = |name: &str| name == MEASURE || measure.is_some_and(|measure| measure.filters().contains(&name));
        let members: Map<Value> = members.into_iter().filter(|(name, _)| fits(name.as_str())).collect();
        form.set(KIND, Field::Counts, Value::Map(members));
    });
}

fn what_counts(desk: Desk, filling: Filling) -> El {
    let words = desk.words().indicators();
    let measure = Derived::new(move || Measure::from_name(&counted(&filling.form.see(), MEASURE)));
    let chip = move |measure: &Measure| Chip {
        value: measure.name().to_owned(),
        label: (desk.words().indicators().measure)(*measure).to_owned(),
    };
    let measures = chips(
        Group { name: "indicator-measure".to_owned(), legend: words.what_counts, many: false },
        move || Measure::ALL.iter().map(chip).collect(),
        move |value| measure.get().is_some_and(|measure| measure.name() == value),
        move |value| count(filling, MEASURE, &value),
    );
    let narrow = move || {
        let measure = measure.get()?;
        let filters: Vec<El> = measure.filters().iter().map(|name| filter(desk, filling, name)).collect();
        let rule = el("p").class("hint").child((words.counted)(measure));
        Some(div("stack tight").child([rule, div("filters").child(filters)]))
    };
    div("stack tight").child(measures).follow(narrow)
}

fn filter(desk: Desk, filling: Filling, name: &'static str) -> El {
    let words = desk.words().indicators();
    let figures = desk.words().figures();
    let short = desk.words().labels.short;
    let label = match name {
        TOPIC => short(Field::Topics),
        METHOD => short(Field::Method),
        AREA => short(Field::ProductionAreas),
        THEME => words.theme,
        PLACE => figures.place,
        FUNDER => words.funder,
        ORGANISER => short(Field::Organiser),
        SEX => figures.sex,
        AGE => figures.age,
        _ => figures.role,
    };
    let held = counted(&filling.form.peek(), name);
    let mut offered = offered(desk, filling, name);
    if !held.is_empty() && !offered.iter().any(|(value, _)| *value == held) {
        let named = desk.with_names(|names| key_in_words(names, Dimension::Organiser, &held));
        offered.push((held.clone(), named));
    }
    let id = ["indicator-", name].concat();
    select(id, label, Some(words.any), offered, &held, move |value| count(filling, name, &value))
}

/// What can be chosen, with its words.
fn offered(desk: Desk, filling: Filling, name: &str) -> Vec<(String, String)> {
    let choice = |choice: &Choice| (choice.name().to_owned(), (desk.words().labels.choice)(*choice).to_owned());
    let of_list = |list: Choice| {
        let words = desk.with_names(|names| terms(names, list));
        words.into_iter().map(|word| (word.term.to_string(), word.label)).collect::<Vec<_>>()
    };
    let of_figures = |part: Part| {
        desk.with_names(|names| {
            values(part, names, &Trainings::default(), &reporting_periods(names.log), &age_bands(names.log))
        })
    };
    match name {
        TOPIC => of_list(Choice::Topic),
        AREA => of_list(Choice::ProductionArea),
        THEME => of_list(Choice::Theme),
        METHOD => METHODS.iter().map(choice).collect(),
        FUNDER | ORGANISER => {
            let form = filling.form.peek();
            desk.with_names(|names| all_organisations(names, &form))
        }
        SEX => of_figures(Part::Sex),
        AGE => of_figures(Part::Age),
        ROLE => of_figures(Part::Role),
        _ => places(desk),
    }
}

/// The countries, their departments and provinces, and the municipalities in which something was recorded.
fn places(desk: Desk) -> Vec<(String, String)> {
    let words = desk.words().indicators();
    let mut all: Vec<(String, String)> =
        ["BO", "EC"].map(|code| (code.to_owned(), (words.country)(code).to_owned())).into_iter().collect();
    let regions = gather::set(gazetteer::all().iter().filter_map(|place| place.id.get(..4)));
    desk.with_names(|names| {
        let region = |code: &str| (code.to_owned(), key_in_words(names, Dimension::Region, code));
        all.extend(regions.into_iter().map(region));
        let records = names.log.records_of(Kind::Visit).chain(names.log.records_of(Kind::Course));
        let codes = records.filter_map(|view| view.shown(Field::Municipality.name())?.as_text());
        let codes = gather::set(codes.filter(|code| !code.is_empty()));
        all.extend(codes.into_iter().map(|code| (code.to_owned(), names.municipality(code))));
    });
    all
}

/// A period and what is to be reached in it, as many as there are.
fn targets(desk: Desk, filling: Filling) -> El {
    let words = desk.words().indicators();
    let at = At { kind: KIND, field: Field::Targets };
    let number = Derived::new(move || filling.form.see().list(KIND, Field::Targets).len());
    let list = move || (0..number.get()).map(|which| target(desk, filling, at, which)).collect::<Vec<_>>();
    let add = move || filling.edit(|form| form.add_item(KIND, Field::Targets));
    let add = button("btn quiet", "add-target", add).child(icon(Pic::Plus)).child(words.add_target);
    let title = el("h2").child((desk.words().labels.field)(Field::Targets));
    el("section")
        .class("card stack tight")
        .child([title, el("p").class("hint").child(words.targets_hint)])
        .child(div("stack tight").follow(list))
        .child(put_back(desk, filling, at))
        .child(div("line").child(add))
}

fn target(desk: Desk, filling: Filling, at: At, which: usize) -> El {
    let words = desk.words().indicators();
    let label = |field| (desk.words().labels.field)(field);
    let id = |part: &str| ["target-", &which.to_string(), "-", part].concat();
    let day = |part: &'static str, label: &'static str| {
        let text = Derived::new(move || filling.form.see().item_text(KIND, Field::Targets, which, part).to_owned());
        let write = move |typed: String| filling.edit(|form| form.set_item(KIND, Field::Targets, which, part, typed));
        let input = el("input").class("input").attr("type", "date").attr("id", id(part)).test(id(part));
        let input = input.value(move || text.get()).on_input(write);
        div("field").child(el("label").attr("for", id(part)).child(label)).child(input)
    };
    let held = filling.form.peek().item_int(KIND, Field::Targets, which, "value");
    let value = whole(desk, id("value"), words.value, held, move |number| {
        filling.edit(|form| {
            form.set_item(KIND, Field::Targets, which, "value", number.map_or(Value::Null, Value::Int));
        });
    });
    let name = which.saturating_add(1).to_string();
    let days = div("pair").child([day("from", label(Field::StartsOn)), day("to", label(Field::EndsOn))]);
    let remove = remove(desk, filling, at, which, &(words.remove_target)(&name));
    div("target stack tight")
        .test("target-fields")
        .child(days)
        .child(div("line").child([div("grow").child(value), remove]))
}

/// A whole number; what is none is said and not taken over.
fn whole(desk: Desk, id: String, label: &'static str, held: Option<i64>, write: impl Fn(Option<i64>) + 'static) -> El {
    let typed = Shared::new(held.map(|number| number.to_string()).unwrap_or_default());
    let read = |text: &str| text.trim().parse().ok().filter(|number| (0..=GREATEST).contains(number));
    let is_wrong = move || {
        let text = typed.see();
        !text.trim().is_empty() && read(&text).is_none()
    };
    let input = el("input")
        .class("input")
        .attr("id", id.clone())
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .test(id.clone())
        .value(move || typed.get())
        .on_input(move |text| {
            let number = read(&text);
            typed.set(text);
            write(number);
        });
    div("field")
        .class_when("wrong", is_wrong)
        .child(el("label").attr("for", id).child(label))
        .child(input)
        .follow(move || is_wrong().then(|| why("not-a-number", desk.words().indicators().not_a_number)))
}
