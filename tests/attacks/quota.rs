//! The browser's room is used up at many sizes: what was called saved is there, what was refused is said and leaves nothing.

use super::attack;
use super::chrome::{Chrome, Page};
use super::kept::{Kept, file};
use serde_json::{Value, json};
use std::time::Duration;

/// So many bytes beyond what is used by all but the ballast. The browser counts inexactly; closer together than the ballast is
/// big, some meet the sizes at which it decides.
const ROOM: [u64; 13] = [
    0, 5_000, 50_000, 200_000, 500_000, 1_000_000, 1_500_000, 2_000_000, 2_500_000, 3_000_000, 3_750_000, 4_500_000,
    6_000_000,
];
/// What is set aside for a Save on a full phone (`assets/ballast.js`).
const BALLAST: u64 = 1 << 20;
/// Notes that are tried at each size.
const NOTES: u32 = 4;
/// The length of each.
const LENGTH: usize = 30_000;

#[test]
fn with_every_size_of_room_what_was_called_saved_is_there_and_what_was_not_is_said() {
    attack("quota", |setting| {
        let mut chrome = Chrome::new(setting, "quota");
        let origin = setting.app.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        let mut page = chrome.begin(None).0;
        let (mut saved, mut loaded) = (Vec::new(), Vec::new());
        let mut refused = [0, 0];
        // How often a note was saved only because room was set aside for it.
        let mut almost_full = 0;
        for (number, room) in (1..).zip(ROOM) {
            assert_eq!(chrome.look(&page, "pilot.ballast()"), json!(true), "room is set aside for a full phone");
            let used = chrome.look(&page, "navigator.storage.estimate().then(told => told.usage)").as_u64();
            let used = used.expect("the browser says how much is used");
            // It remembers for half a minute how much room there was, so a new one is asked before the app is.
            chrome.restart();
            let beside = chrome.open("icons/favicon.svg");
            limit(&mut chrome, &beside, &origin, Some((used + room).saturating_sub(BALLAST)));
            page = chrome.begin(None).0;
            for note in 0..NOTES {
                let text = format!("nota {note} con {room} {}", "x".repeat(LENGTH));
                chrome.act(&page, &format!("pilot.save({})", json!(text)));
                let still = outcome(&mut chrome);
                match still {
                    Some(still) => {
                        refused[0] += 1;
                        assert_eq!(still, text, "what was typed stands there");
                    }
                    None => saved.push(text),
                }
            }
            let alarm = "document.querySelector('[data-test=almost-full]') !== null";
            almost_full += u32::from(chrome.look(&page, alarm) == json!(true));
            let (text, lines) = file(number, 400);
            chrome.act(&page, &format!("pilot.load('f{number}', {})", json!(text)));
            match outcome(&mut chrome) {
                Some(_) => refused[1] += 1,
                None => loaded.extend(lines.iter().cloned()),
            }
            limit(&mut chrome, &beside, &origin, None);
            chrome.close(&beside);
            chrome.close(&page);
            page = chrome.begin(None).0;
            let rows = chrome.look(&page, "pilot.rows()");
            let kept = Kept::read(rows.as_str().expect("rows"));
            assert!(saved.iter().all(|text| kept.has(text)), "{room}: a note was called saved and is lost");
            assert!(loaded.iter().all(|line| kept.has(line)), "{room}: a file was called loaded and is lost");
            let is_loaded = lines.first().is_some_and(|line| loaded.contains(line));
            let there = lines.iter().filter(|line| kept.has(line)).count();
            assert_eq!(there, if is_loaded { lines.len() } else { 0 }, "{room}: part of a file");
        }
        chrome.act(&page, "pilot.save('con espacio otra vez')");
        assert_eq!(outcome(&mut chrome), None, "with room again everything works");
        println!(
            "met by quota: {} sizes; {} notes called saved, none lost, and {} refused; {almost_full} times what was set aside was given up; {} files loaded and {} refused",
            ROOM.len(),
            saved.len(),
            refused[0],
            ROOM.len() - refused[1],
            refused[1],
        );
        assert!(almost_full > 0, "what was set aside never helped");
        assert!(refused[0] + refused[1] > 0 && !saved.is_empty(), "the room was never used up");
    });
}

fn limit(chrome: &mut Chrome, page: &Page, origin: &str, bytes: Option<u64>) {
    let mut params = json!({ "origin": origin });
    if let Some(bytes) = bytes {
        params["quotaSize"] = bytes.into();
    }
    chrome.devtools.ask(Some(&page.session), "Storage.overrideQuotaForOrigin", &params).expect("the room is set");
}

/// Waits for the end; gives what still stands in the form where it was refused.
fn outcome(chrome: &mut Chrome) -> Option<String> {
    let mut refused = None;
    loop {
        let told = chrome.told(Duration::from_secs(60)).expect("the pilot tells how it ended");
        if told.what.get("refused").is_some() {
            refused = Some(told.what.get("still").and_then(Value::as_str).unwrap_or_default().to_owned());
        }
        if told.what.get("finished").is_some() {
            return refused;
        }
    }
}
