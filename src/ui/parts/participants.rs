//! How many people came to a visit, by group. Blank is not zero, and these are no training numbers.

use crate::record::cells::parse_count;
use crate::record::{Choice, Field, Kind};
use crate::ui::desk::Desk;
use crate::ui::filling::Filling;
use crate::ui::html::{El, div, el};
use crate::ui::parts::trouble::why;
use crate::ui::shared::Shared;

const GROUPS: [Choice; 4] = [Choice::Producers, Choice::Officials, Choice::Staff, Choice::Other];
const COLUMNS: [&str; 3] = ["women", "men", "not_stated"];
const AT: (Kind, Field) = (Kind::Visit, Field::Participants);

pub fn participants(desk: Desk, filling: Filling) -> El {
    let words = desk.words().visit_more();
    let name = move |group: Choice| match group {
        Choice::Other => words.others,
        group => (desk.words().labels.choice)(group),
    };
    let is_wrong = Shared::new(false);
    let heads = [words.women, words.men, words.not_stated].map(|head| el("th").attr("scope", "col").child(head));
    let row = |group: Choice| {
        let columns = COLUMNS.into_iter().zip([words.women, words.men, words.not_stated]);
        let cells =
            columns.map(|(column, head)| el("td").child(cell(filling, group, column, [name(group), head], is_wrong)));
        el("tr").child(el("th").attr("scope", "row").child(name(group))).child(cells.collect::<Vec<_>>())
    };
    let table = el("table")
        .class("grid counts")
        .child(el("thead").child(el("tr").child(el("td")).child(heads)))
        .child(el("tbody").child(GROUPS.map(row)));
    div("stack tight")
        .child(el("p").class("label").child((desk.words().labels.field)(AT.1)))
        .child(el("p").class("hint").child(words.participants_hint))
        .child(table)
        .follow(move || is_wrong.get().then(|| why("not-a-number", desk.words().form().not_a_count)))
}

fn cell(filling: Filling, group: Choice, column: &'static str, label: [&'static str; 2], is_wrong: Shared<bool>) -> El {
    let held = filling.form.peek().number_of(AT.0, AT.1, "group", group.name(), column);
    let typed = Shared::new(held.map(|number| number.to_string()).unwrap_or_default());
    el("input")
        .class("input")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("maxlength", "4")
        .attr("id", ["visit-participants-", group.name(), "-", column].concat())
        .test(["participants-", group.name(), "-", column].concat())
        .attr("aria-label", label.join(", "))
        .value(move || typed.get())
        .on_input(move |text| {
            let number = parse_count(&text);
            is_wrong.set(number.is_none() && !text.trim().is_empty());
            typed.set(text);
            filling.edit(|form| form.set_number_of(AT.0, AT.1, ("group", group.name()), column, number));
        })
}
