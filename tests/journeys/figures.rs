//! Figures of trainings: what a coordinator reads, decides and sets.

use crate::stage::{Browser, Language, journey};
use crate::steps::{at, begin, join, record_training, save_file};

/// Waits until a number and its words stand in a tile.
fn wait_tile(browser: &Browser, tile: &str, says: &str) {
    let script = format!(
        "const tile = document.querySelector('{}'); return !!tile && tile.textContent.includes({says:?})",
        at(tile)
    );
    browser.wait_js(&format!("{tile} says {says:?}"), &script);
}

fn choose(browser: &Browser, select: &str, value: &str) {
    browser.wait_for(&at(select));
    let script = "const [css, value] = arguments; const select = document.querySelector(css); select.value = value; \
                  select.dispatchEvent(new Event('input', { bubbles: true })); return select.value === value";
    assert_eq!(browser.run_js(script, &[at(select).into(), value.into()]), true, "{select} has no {value}");
}

#[test]
fn a_coordinator_reads_what_the_number_is_and_decides_whether_two_sessions_are_one() {
    journey(|stage| {
        let files = ["Equipo Intag", "Equipo Sacaba"].map(|name| {
            let phone = stage.phone(Language::Spanish);
            begin(&phone, name);
            record_training(&phone);
            save_file(&phone)
        });
        let desk = stage.desktop(Language::English);
        begin(&desk, "Office");
        join(&desk, &files.each_ref().map(std::path::PathBuf::as_path));

        desk.open("#/trainings");
        desk.click(&at("to-figures"));
        wait_tile(&desk, "figure-sessions", "2sessions");
        wait_tile(&desk, "figure-attendances", "10attendances");
        wait_tile(&desk, "figure-people", "between 5 and 10different people");
        wait_tile(&desk, "figure-women", "60%women");
        desk.click(&at("as-table"));
        desk.wait_for(&at("figure-sum"));
        assert_eq!(desk.texts_of(&at("figure-sum")), ["10"]);
        // The sum of all opens what it is the sum of.
        desk.click(&format!("{} {}", at("figure-sum"), at("open-behind")));
        desk.wait_for(&format!("{} {}", at("behind-table"), at("behind-record")));

        // Of the women alone.
        desk.click(&at("figure-filters"));
        choose(&desk, "figure-sex", "female");
        wait_tile(&desk, "figure-attendances", "6attendances");
        wait_tile(&desk, "figure-people", "between 3 and 6");
        desk.click(&at("clear-all"));
        wait_tile(&desk, "figure-attendances", "10attendances");

        // Two devices recorded the same place, date and topic.
        assert_eq!(desk.texts_of(&at("twice-side")).len(), 2);
        desk.click(&at("keep-this"));
        wait_tile(&desk, "figure-people", "5different people");
        desk.wait_gone(&at("twice"));
        desk.click(&at("undo"));
        wait_tile(&desk, "figure-sessions", "2sessions");
        // Later it is undone on the page of the one that does not count.
        desk.click(&at("keep-this"));
        desk.wait_gone(&at("twice"));
        desk.open("#/trainings");
        desk.wait_text("counted in another");
        desk.open("#/figures");
        wait_tile(&desk, "figure-sessions", "1session");
        desk.open("#/trainings");
        let joined = "return [...document.querySelectorAll('[data-test=record-row]')]            .find(row => row.textContent.includes('counted in another')).querySelector('a').hash";
        let joined = desk.run_js(joined, &[]);
        desk.open(joined.as_str().expect("an address"));
        desk.click(&at("take-apart"));
        desk.wait_gone(&at("joined"));
        desk.open("#/figures");
        wait_tile(&desk, "figure-sessions", "2sessions");
        desk.wait_for(&at("twice"));
        desk.click(&at("are-two"));
        desk.wait_gone(&at("twice"));
        desk.reload();
        wait_tile(&desk, "figure-sessions", "2sessions");
        desk.wait_gone(&at("twice"));

        // Topics overlap, so there is no sum.
        choose(&desk, "table-rows", "topic");
        desk.wait_for(&at("table-note"));
        desk.wait_text("no sum is shown");
    });
}

#[test]
fn what_others_reported_stands_apart_with_the_reason_in_both_languages() {
    journey(|stage| {
        for (language, apart, people) in [
            (Language::Spanish, "Según terceros", "0personas distintas"),
            (Language::English, "Reported by others", "0different people"),
        ] {
            let phone = stage.phone(language);
            phone.open("");
            phone.click(&at("open-example"));
            phone.wait_for(&at("example-banner"));
            phone.open("#/figures");
            wait_tile(&phone, "figure-people", people);
            phone.wait_text(apart);
            let reported = phone.texts_of(&at("reported"));
            assert!(reported.len() == 1 && reported[0].contains("75"), "{reported:?}");
            assert!(reported[0].contains("75 producers trained in AFS"), "the note says why: {reported:?}");
            assert!(phone.texts_of(&at("sum-it")).is_empty(), "its unit is not stated");
        }
    });
}

#[test]
fn ages_and_periods_of_the_team_are_what_the_pad_and_the_figures_ask_for() {
    journey(|stage| {
        let desk = stage.phone(Language::Spanish);
        begin(&desk, "Equipo Intag");
        desk.open("#/figures/settings");
        desk.wait_for(&at("counting-form"));
        for _ in 0..3 {
            desk.click(&at("remove-line"));
        }
        desk.fill(&at("bands-0-from"), "30");
        desk.click(&at("add-bands"));
        desk.fill(&at("bands-1-from"), "15");
        desk.fill(&at("bands-1-to"), "30");
        desk.click(&at("save-settings"));
        desk.wait_for(&at("setting-fault"));
        desk.fill(&at("bands-1-to"), "29");
        desk.wait_gone(&at("setting-fault"));
        desk.click(&at("add-periods"));
        desk.fill(&at("periods-0-from"), "2026-05-01");
        desk.fill(&at("periods-0-to"), "2026-10-31");
        desk.click(&at("save-settings"));
        desk.wait_for(&at("no-figures"));

        desk.open("#/training/new");
        desk.wait_for(&at("key-w-15_29"));
        desk.wait_for(&at("key-m-30_plus"));
        assert!(desk.texts_of(&at("key-w-18_29")).is_empty());
        record_training_of(&desk);
        desk.open("#/figures");
        wait_tile(&desk, "figure-sessions", "1sesión");
        desk.click(&at("figure-filters"));
        choose(&desk, "figure-period", "2026-05-01..2026-10-31");
        choose(&desk, "figure-age", "15_29");
    });
}

/// Counts one woman in the bands of the team and saves as far as it is.
fn record_training_of(browser: &Browser) {
    browser.click(&at("key-w-15_29"));
    browser.click(&at("save"));
    browser.wait_for(&at("record-title"));
}
