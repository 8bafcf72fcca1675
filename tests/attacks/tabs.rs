//! Several tabs of one browser write at random: new notes, corrections of the same ones, into the bin and back.

use super::chrome::{Chrome, Page};
use super::kept::Kept;
use super::{Dice, attack, number};
use ayni::log::Log;
use ayni::record::Kind;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

#[test]
fn two_tabs_that_write_at_random_lose_nothing_and_show_the_same() {
    attack("two tabs", |setting| {
        wander(&mut Chrome::new(setting, "two-tabs"), 2, number("AYNI_STEPS", 50), number("AYNI_SEED", 2));
    });
}

#[test]
fn five_tabs_that_write_at_random_lose_nothing_and_show_the_same() {
    attack("five tabs", |setting| {
        wander(&mut Chrome::new(setting, "five-tabs"), 5, number("AYNI_STEPS", 75), number("AYNI_SEED", 5));
    });
}

#[derive(Default)]
struct Met {
    saved: Vec<String>,
    corrected: usize,
    binned: usize,
    /// Looked for in a tab that had not heard of it yet, or in the bin.
    missed: usize,
    records: Vec<String>,
}

fn wander(chrome: &mut Chrome, tabs: usize, steps: u64, seed: u64) {
    println!("seed {seed}: {tabs} tabs");
    let mut dice = Dice::new(seed);
    let mut met = Met::default();
    let pages: Vec<Page> = (0..tabs).map(|_| chrome.begin(None).0).collect();
    for (number, page) in (0..).zip(&pages) {
        next(chrome, page, &mut dice, &met, number);
    }
    let (mut begun, mut running) = (u64::try_from(tabs).unwrap_or_default(), tabs);
    let start = Instant::now();
    while running > 0 {
        assert!(start.elapsed() < Duration::from_secs(300), "the tabs do not come to an end");
        let Some(told) = chrome.told(Duration::from_millis(500)) else { continue };
        let text = |name: &str| told.what.get(name).and_then(Value::as_str).map(str::to_owned);
        assert!(text("refused").is_none(), "refused without reason: {}", told.what);
        met.saved.extend(text("saved"));
        if let Some(record) = text("record").filter(|record| !met.records.contains(record)) {
            met.records.push(record);
        }
        let Some(finished) = text("finished") else { continue };
        match finished.as_str() {
            "correcting" => met.corrected += 1,
            "binning" => met.binned += 1,
            "missing" => met.missed += 1,
            _ => {}
        }
        if begun < steps {
            let page = pages.iter().find(|page| page.session == told.session).expect("one of the tabs");
            next(chrome, page, &mut dice, &met, begun);
            begun += 1;
        } else {
            running -= 1;
        }
    }
    let heard = hear(chrome, &pages, &mut met);
    judge(chrome, &pages, &met, tabs, heard);
}

fn next(chrome: &mut Chrome, page: &Page, dice: &mut Dice, met: &Met, step: u64) {
    let known = u64::try_from(met.records.len()).unwrap_or_default();
    let record = usize::try_from(dice.throw(known)).ok().and_then(|at| met.records.get(at)).cloned();
    let token = format!("paso {step} de {}", dice.throw(u64::MAX));
    let script = match (dice.throw(5), record) {
        (2 | 3, Some(record)) => format!("pilot.correct({}, {})", json!(record), json!(token)),
        (4, Some(record)) => format!("pilot.bin({})", json!(record)),
        _ => format!("pilot.save({})", json!(token)),
    };
    if std::env::var_os("AYNI_TELL").is_some() {
        println!("{} {script}", page.session.get(..4).unwrap_or_default());
    }
    chrome.act(page, &script);
}

/// A note that one tab saves is seen in all others, which nobody touches. Gives how long the last one took, in milliseconds.
fn hear(chrome: &mut Chrome, pages: &[Page], met: &mut Met) -> u128 {
    let shown = |chrome: &mut Chrome, page| chrome.look(page, "pilot.listed()").as_u64();
    let (first, others) = pages.split_first().expect("a tab");
    let before: Vec<Option<u64>> = others
        .iter()
        .map(|page| {
            chrome.look(page, "pilot.shown()");
            shown(chrome, page)
        })
        .collect();
    chrome.act(first, "pilot.save('oído por todas')");
    let told = chrome.wait_told("saved", |_| ());
    let start = Instant::now();
    met.saved.extend(told.as_str().map(str::to_owned));
    for (page, before) in others.iter().zip(before) {
        while shown(chrome, page) <= before {
            assert!(start.elapsed() < Duration::from_secs(30), "a tab did not hear of a note that another one saved");
        }
    }
    start.elapsed().as_millis()
}

fn judge(chrome: &mut Chrome, pages: &[Page], met: &Met, tabs: usize, heard: u128) {
    let rows = chrome.look(&pages[0], "pilot.rows()");
    let kept = Kept::read(rows.as_str().expect("rows"));
    for saved in &met.saved {
        assert!(kept.has(saved), "{saved:?} was called saved and is in no change");
    }
    let (log, damaged) = Log::from_lines(kept.text.lines());
    assert!(damaged.is_empty());
    let visits = log.records_of(Kind::Visit).filter(|visit| !visit.is_binned()).count();
    let conflicts: usize = log.records_of(Kind::Visit).map(|visit| visit.conflicts().len()).sum();
    for page in pages {
        let shown = chrome.look(page, "pilot.shown()").as_u64();
        assert_eq!(shown.and_then(|shown| usize::try_from(shown).ok()), Some(visits), "a tab shows another number");
    }
    println!(
        "met by {tabs} tabs: {} values called saved, none lost; {} corrections, {} times into the bin or back, {} not found, {conflicts} conflicts; heard by all after {heard} ms",
        met.saved.len(),
        met.corrected,
        met.binned,
        met.missed,
    );
    assert!(met.corrected > 0 && met.binned > 0, "something was never tried");
}
