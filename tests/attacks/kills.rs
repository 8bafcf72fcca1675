//! The process of the page is killed at random moments while somebody types, saves, loads a file or starts the app; now and
//! then the whole browser.

use super::chrome::{Chrome, Page, Told};
use super::kept::{Kept, file};
use super::{Dice, Setting, attack, number};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A browser is used for so many kills; then the log has grown enough.
const OF_ONE_BROWSER: u64 = 100;
/// Every so many kills the whole browser dies.
const BATTERY: u64 = 15;
/// Visits in a file that is loaded.
const LOADED: i64 = 40;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doing {
    Typing,
    Saving,
    Loading,
    Starting,
}

const ALL: [Doing; 4] = [Doing::Typing, Doing::Saving, Doing::Loading, Doing::Starting];

/// What the app promised so far, and what may be there besides.
#[derive(Default)]
struct Promised {
    saved: Vec<String>,
    pressed: Vec<String>,
    /// Files that were called loaded, with their lines.
    loaded: Vec<Vec<String>>,
    /// The one that was being loaded when the page died.
    loading: Option<(u64, Vec<String>)>,
    /// The address of the draft, and what was typed into it when, in milliseconds since 1970.
    draft: Option<String>,
    typed: Vec<(String, u64)>,
    died_at: u64,
}

#[derive(Default)]
struct Score {
    kills: BTreeMap<Doing, u64>,
    batteries: u64,
    /// Kills after Save was pressed and before the app called it saved.
    between: u64,
    saved: u64,
    loaded: u64,
    /// Unsaid and there all the same: killed after the writing.
    unsaid: u64,
    /// Letters of the last second that were lost at most.
    lost: usize,
}

#[test]
fn nothing_that_was_called_saved_is_lost_when_a_phone_dies_again_and_again() {
    attack("kills of one phone", |setting| kills(setting, 1));
}

#[test]
fn nothing_that_was_called_saved_is_lost_when_another_phone_dies_at_other_moments() {
    attack("kills of another phone", |setting| kills(setting, 1_001));
}

/// Half of the kills, with seeds from this one on.
fn kills(setting: &Setting, first: u64) {
    let (kills, seed) = (number("AYNI_KILLS", 200).div_ceil(2), number("AYNI_SEED", 1).wrapping_sub(1) + first);
    let start = Instant::now();
    let mut score = Score::default();
    for (browser, done) in (0_u64..).zip((0..kills).step_by(usize::try_from(OF_ONE_BROWSER).unwrap_or(1))) {
        let of_this = OF_ONE_BROWSER.min(kills - done);
        let seed = seed.wrapping_add(browser);
        println!("seed {seed}: {of_this} kills");
        let mut chrome = Chrome::new(setting, &format!("kills-{seed}"));
        one_browser(&mut chrome, Dice::new(seed), of_this, &mut score);
    }
    let of = |doing| score.kills.get(&doing).copied().unwrap_or_default();
    println!(
        "met by kills: {} in {:.0} s; typing {}, saving {} ({} between Save and the answer), loading {}, starting {}; whole browser {}",
        score.kills.values().sum::<u64>(),
        start.elapsed().as_secs_f64(),
        of(Doing::Typing),
        of(Doing::Saving),
        score.between,
        of(Doing::Loading),
        of(Doing::Starting),
        score.batteries,
    );
    println!(
        "met by kills: {} notes called saved and {} files called loaded, none lost; {} there without having been said; at most {} letters of the last second lost",
        score.saved, score.loaded, score.unsaid, score.lost,
    );
    assert!(ALL.iter().all(|doing| of(*doing) > 0) && score.batteries > 0, "something was never tried");
    assert!(score.saved > 0 && score.loaded > 0, "nothing was ever saved");
}

fn one_browser(chrome: &mut Chrome, mut dice: Dice, kills: u64, score: &mut Score) {
    let mut promised = Promised::default();
    // How long each takes when nobody kills it, in milliseconds: the dice are thrown within that and a little more.
    let mut lengths = [1_500_u64, 900, 1_200, 900];
    let mut page = begin(chrome, &mut promised, score);
    for kill in 0..kills {
        let at = usize::try_from(dice.throw(4)).unwrap_or_default();
        let doing = ALL[at];
        let delay = Duration::from_millis(dice.throw(lengths[at] * 5 / 4));
        match doing {
            Doing::Typing => {
                let draft = promised.draft.as_ref().map_or_else(|| "null".to_owned(), |draft| json!(draft).to_string());
                chrome.act(&page, &format!("pilot.type({draft}, {})", json!(letters(kill))))
            }
            Doing::Saving => chrome.act(&page, &format!("pilot.save('nota {kill} de {}')", dice.throw(u64::MAX))),
            Doing::Loading => {
                let number = dice.throw(1_000_000_000);
                let (text, lines) = file(number, LOADED);
                promised.loading = Some((number, lines));
                chrome.act(&page, &format!("pilot.load('f{number}', {})", json!(text)))
            }
            Doing::Starting => {
                chrome.close(&page);
                page = chrome.open("");
                true
            }
        };
        let began = Instant::now();
        let mut was_pressed = false;
        let mut is_done = false;
        while began.elapsed() < delay {
            if let Some(told) = chrome.told(delay.saturating_sub(began.elapsed())) {
                was_pressed |= told.what.get("pressed").is_some();
                if told.what.get("finished").is_some() {
                    is_done = true;
                    let took = u64::try_from(began.elapsed().as_millis()).unwrap_or_default();
                    lengths[at] = (lengths[at] * 3 + took) / 4;
                }
                note(&mut promised, score, &told);
            }
        }
        let is_battery = kill % BATTERY == BATTERY - 1;
        promised.died_at = now();
        if is_battery {
            chrome.empty_battery();
            score.batteries += 1;
        } else {
            chrome.kill_pages();
            while let Some(told) = chrome.told(Duration::from_secs(10)) {
                if told.what.get("died").is_some() {
                    break;
                }
                note(&mut promised, score, &told);
            }
            chrome.close(&page);
        }
        *score.kills.entry(doing).or_default() += 1;
        score.between += u64::from(was_pressed && !is_done);
        page = begin(chrome, &mut promised, score);
    }
}

/// Takes up what the pilot told.
fn note(promised: &mut Promised, score: &mut Score, told: &Told) {
    let text = |name: &str| told.what.get(name).and_then(Value::as_str).map(str::to_owned);
    if let Some(pressed) = text("pressed") {
        promised.pressed.push(pressed);
    }
    if let Some(saved) = text("saved") {
        promised.saved.push(saved);
        score.saved += 1;
    }
    if text("loaded").is_some() {
        promised.loaded.extend(promised.loading.take().map(|(_, lines)| lines));
        score.loaded += 1;
    }
    if let Some(form) = text("form") {
        promised.draft = Some(form);
    }
    if let Some(typed) = text("typed") {
        promised.typed.push((typed, told.what["at"].as_u64().unwrap_or_default()));
    }
    assert!(text("refused").is_none(), "refused without reason: {}", told.what);
}

/// Starts the app after a kill and holds what is there against what was promised.
fn begin(chrome: &mut Chrome, promised: &mut Promised, score: &mut Score) -> Page {
    let (page, found) = chrome.begin(promised.draft.as_deref());
    let alarms = found["alarms"].as_array().cloned().unwrap_or_default();
    assert!(alarms.is_empty(), "an alarm at the start: {alarms:?}");
    let kept = Kept::read(found["rows"].as_str().expect("rows"));
    for saved in &promised.saved {
        assert!(kept.has(saved), "{saved:?} was called saved and is lost");
    }
    for lines in &promised.loaded {
        assert!(lines.iter().all(|line| kept.has(line)), "a file was called loaded and is not there");
    }
    if let Some((number, lines)) = promised.loading.take() {
        let there = lines.iter().filter(|line| kept.has(line)).count();
        assert!(there == 0 || there == lines.len(), "{there} of {} lines of file {number} are there", lines.len());
        if there > 0 {
            promised.loaded.push(lines);
            score.unsaid += 1;
        }
    }
    let unsaid = promised.pressed.iter().filter(|pressed| kept.has(pressed) && !promised.saved.contains(pressed));
    let unsaid: Vec<String> = unsaid.cloned().collect();
    score.unsaid += u64::try_from(unsaid.len()).unwrap_or_default();
    promised.saved.extend(unsaid);
    promised.pressed.clear();
    let shown = found["shown"].as_u64().unwrap_or_default();
    assert_eq!(usize::try_from(shown).ok(), Some(kept.visits), "the list shows another number than is kept");
    drafts(promised, score, &found);
    page
}

/// The draft has all but the last second.
fn drafts(promised: &mut Promised, score: &mut Score, found: &Value) {
    let Some(there) = found["typed"].as_str() else { return };
    let old_enough = |at: u64| at + 1_000 <= promised.died_at;
    let safe = promised.typed.iter().rev().find(|(_, at)| old_enough(*at)).map_or("", |(typed, _)| typed.as_str());
    let last = promised.typed.last().map_or("", |(typed, _)| typed.as_str());
    assert!(there.starts_with(safe), "of the draft {safe:?} was typed a second before; there is {there:?}");
    let lost = last.chars().count().saturating_sub(there.chars().count());
    score.lost = score.lost.max(lost);
    // From here on what is there counts.
    promised.typed = vec![(there.to_owned(), 0)];
    if there.chars().count() > 1_500 {
        promised.draft = None;
        promised.typed.clear();
    }
}

fn letters(kill: u64) -> String {
    format!(" {kill}: la planta procesa cuatro quintales por día y seca despacio a la sombra.")
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or_default()
}
