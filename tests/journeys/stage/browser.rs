//! A browser with a profile of its own: it can go offline, lose its tab, be killed, and start again as it was.

use super::wire::Session;
use super::{DEADLINE, Setting, processes};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

/// The language the browser asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Spanish,
    English,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Device {
    Phone,
    Small,
    Desktop,
}

impl Device {
    #[track_caller]
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Small => "small-phone",
            Self::Desktop => "desktop",
        }
    }
}

/// How often a condition is looked at.
const PAUSE: Duration = Duration::from_millis(40);

pub struct Browser {
    pub(super) setting: Rc<Setting>,
    pub(super) name: String,
    device: Device,
    language: Language,
    profile: PathBuf,
    downloads: PathBuf,
    /// Downloads that a journey has been given already.
    taken: RefCell<BTreeSet<PathBuf>>,
    offline: Cell<bool>,
    /// Where the app is for this browser.
    pub(super) app: RefCell<String>,
    console: RefCell<Vec<String>>,
    session: RefCell<Option<Session>>,
}

impl Browser {
    pub(super) fn new(setting: Rc<Setting>, name: String, folder: PathBuf, device: Device, language: Language) -> Self {
        Self {
            app: RefCell::new(setting.app.clone()),
            setting,
            name,
            device,
            language,
            profile: folder.join("profile"),
            downloads: folder.join("downloads"),
            taken: RefCell::default(),
            offline: Cell::new(false),
            console: RefCell::default(),
            session: RefCell::default(),
        }
    }

    /// Starts the browser; after [`Browser::kill`] it has what it had stored.
    #[track_caller]
    pub fn start(&self) {
        fs::create_dir_all(&self.downloads).unwrap_or_else(|error| panic!("no folder for downloads: {error}"));
        let session = Session::start(&self.setting.driver, &self.capabilities());
        let session = session.unwrap_or_else(|error| panic!("{}: the browser did not start: {error}", self.name));
        *self.session.borrow_mut() = Some(session);
        self.offline(self.offline.get());
    }

    /// Ends the browser's processes at once, as when the battery is empty: nothing is written any more.
    ///
    /// Chromium itself writes `localStorage` to disk only every few seconds; IndexedDB with strict durability at once.
    #[track_caller]
    pub fn kill(&self) {
        self.listen();
        let session = self.session.take();
        let start = Instant::now();
        while processes::kill(&self.profile) {
            assert!(start.elapsed() < DEADLINE, "{}: the browser can not be killed", self.name);
            thread::sleep(PAUSE);
        }
        if let Some(session) = session {
            session.forget();
        }
    }

    /// Closes the tab and opens the app in a new one.
    #[track_caller]
    pub fn close_tab_and_reopen(&self, hash: &str) {
        self.listen();
        self.with(|session| {
            session.ask(async |client| {
                let new = client.new_window(true).await?.handle;
                client.close_window().await?;
                client.switch_to_window(new).await
            })
        })
        .unwrap_or_else(|error| panic!("{}: no new tab: {error}", self.name));
        self.offline(self.offline.get());
        self.open(hash);
    }

    /// Prints the page; gives the bytes of the PDF.
    #[track_caller]
    pub fn print(&self) -> String {
        let printed = self.with(|session| session.chromium("Page.printToPDF", json!({})));
        let printed = printed.unwrap_or_else(|error| panic!("{}: it can not be printed: {error}", self.name));
        printed.get("data").and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// A light picture (WebP) of the page from an element on, of this size in CSS pixels and a third as fine again; from the right
    /// edge on where the screen is wider.
    #[track_caller]
    pub fn photograph(&self, from: &str, [width, height]: [u32; 2], quality: u32) -> Vec<u8> {
        let place = "
            const element = document.querySelector(arguments[0]);
            scrollBy({ top: element.getBoundingClientRect().top - 8, behavior: 'instant' });
            return new Promise(done => requestAnimationFrame(() => setTimeout(() => done([
                document.documentElement.clientWidth - arguments[1], element.getBoundingClientRect().top + scrollY - 8, 4 / 3 / devicePixelRatio]))));";
        let place = self.run_js(place, &[json!(from), json!(width)]);
        let [x, y, scale] = [0, 1, 2].map(|at| place.get(at).and_then(Value::as_f64).unwrap_or_default());
        let clip = json!({ "x": x, "y": y.max(0.0), "width": width, "height": height, "scale": scale });
        let ask = json!({ "format": "webp", "quality": quality, "clip": clip });
        let taken = self.with(|session| session.chromium("Page.captureScreenshot", ask));
        let taken = taken.unwrap_or_else(|error| panic!("{}: no picture: {error}", self.name));
        let text = taken.get("data").and_then(Value::as_str).unwrap_or_default();
        BASE64_STANDARD.decode(text).unwrap_or_else(|error| panic!("{}: no picture: {error}", self.name))
    }

    /// A window of another width.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let resized = self.with(|session| session.chromium("Emulation.setDeviceMetricsOverride", screen));
        resized.unwrap_or_else(|error| panic!("{}: it keeps its size: {error}", self.name));
    }

    /// For `screen` or `print`, where the system is `light` or `dark`.
    #[track_caller]
    pub fn emulate(&self, media: &str, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let ask = json!({ "media": media, "features": features });
        let emulated = self.with(|session| session.chromium("Emulation.setEmulatedMedia", ask));
        emulated.unwrap_or_else(|error| panic!("{}: it stays as it is: {error}", self.name));
    }

    /// Takes the network away, or gives it back.
    #[track_caller]
    pub fn offline(&self, offline: bool) {
        self.offline.set(offline);
        let params = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.with(|session| session.chromium("Network.emulateNetworkConditions", params.clone()))
            .unwrap_or_else(|error| panic!("{}: the network can not be switched: {error}", self.name));
    }

    /// Lets the app ask where it is, and says it: latitude, longitude, metres around it; with nothing, the person refuses.
    #[track_caller]
    pub fn stand_at(&self, place: Option<(f64, f64, f64)>) {
        let allow = json!({
            "permission": { "name": "geolocation" },
            "setting": if place.is_some() { "granted" } else { "denied" },
        });
        let put = |session: &Session| {
            session.chromium("Browser.setPermission", allow.clone())?;
            let Some((latitude, longitude, accuracy)) = place else { return Ok(json!(null)) };
            let params = json!({ "latitude": latitude, "longitude": longitude, "accuracy": accuracy });
            session.chromium("Emulation.setGeolocationOverride", params)
        };
        self.with(put).unwrap_or_else(|error| panic!("{}: no place to stand: {error}", self.name));
    }

    /// The next file that the browser has saved, once it is complete.
    #[track_caller]
    pub fn wait_download(&self) -> PathBuf {
        let path = self.until("a download", |_| {
            let files = fs::read_dir(&self.downloads).into_iter().flatten().flatten();
            let mut new: Vec<PathBuf> = files.map(|entry| entry.path()).filter(|path| self.is_new(path)).collect();
            new.sort();
            Ok::<_, Infallible>(new.into_iter().next())
        });
        self.taken.borrow_mut().insert(path.clone());
        path
    }

    /// Not given to the journey yet, written, and under its final name: Chromium writes under other names first.
    fn is_new(&self, path: &Path) -> bool {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let unfinished = path.extension().is_some_and(|end| end == "crdownload" || end == "tmp");
        let is_empty = path.metadata().is_ok_and(|file| file.len() == 0);
        !hidden && !unfinished && !is_empty && !self.taken.borrow().contains(path)
    }

    /// Keeps what is on the screen as `target/journeys/<name>.png`.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../journeys");
        let path = folder.join(format!("{name}.png"));
        let taken = self.with(|session| session.ask(async |client| client.screenshot().await));
        let bytes = taken.unwrap_or_else(|error| panic!("{}: no picture: {error}", self.name));
        fs::create_dir_all(&folder).and_then(|()| fs::write(&path, bytes)).unwrap_or_else(|error| panic!("{error}"));
        path
    }

    /// The errors that the console has shown so far, also in tabs that are closed.
    pub fn console_errors(&self) -> Vec<String> {
        self.listen();
        self.console.borrow().clone()
    }

    /// Waits for an error in the console that the journey provokes, and forgives it.
    #[track_caller]
    pub fn wait_console_error(&self, part: &str) {
        self.until(&format!("{part:?} in the console"), |_| {
            self.listen();
            let mut console = self.console.borrow_mut();
            let before = console.len();
            console.retain(|error| !error.contains(part));
            Ok::<_, Infallible>((console.len() < before).then_some(()))
        });
    }

    /// Takes up what the console shows: the driver tells it once, and a closed tab takes it away.
    fn listen(&self) {
        let told = self.session.borrow().as_ref().and_then(|session| session.console().ok());
        let entries = told.as_ref().and_then(Value::as_array).cloned().unwrap_or_default();
        let errors = entries.iter().filter(|entry| entry.get("level").is_some_and(|level| level == "SEVERE"));
        let texts = errors.map(|entry| entry.get("message").and_then(Value::as_str).unwrap_or("?").to_owned());
        self.console.borrow_mut().extend(texts.map(|text| format!("{}: {text}", self.name)));
    }

    /// Looks until there is something, and fails with a picture when there is nothing for too long.
    #[track_caller]
    pub(super) fn until<T, E: std::fmt::Display>(
        &self,
        what: &str,
        mut look: impl FnMut(&Session) -> Result<Option<T>, E>,
    ) -> T {
        let start = Instant::now();
        loop {
            // An element may go away between being found and being used: an error means to look again.
            let last = match self.with(&mut look) {
                Ok(Some(found)) => return found,
                Ok(None) => String::new(),
                Err(error) => format!(" (last error: {error})"),
            };
            assert!(start.elapsed() < DEADLINE, "{}: waited in vain for {what}{last}", self.name);
            thread::sleep(PAUSE);
        }
    }

    #[track_caller]
    pub(super) fn with<T>(&self, act: impl FnOnce(&Session) -> T) -> T {
        let session = self.session.borrow();
        act(session.as_ref().unwrap_or_else(|| panic!("{}: the browser is not running", self.name)))
    }

    /// Says what can be seen, after a failure.
    pub(super) fn testify(&self) {
        if self.session.borrow().is_none() {
            eprintln!("\n{}: not running", self.name);
            return;
        }
        let path = self
            .with(|session| session.ask(async |client| client.screenshot().await))
            .ok()
            .map(|_| self.screenshot(&self.name));
        let script = "return location.href + '\\n' + document.body.innerText";
        let page = self.with(|session| session.script(script, &[]));
        let text = page.ok().and_then(|page| page.as_str().map(str::to_owned)).unwrap_or("no answer".into());
        eprintln!("\n{}: picture {path:?}\n--- the page ---\n{text}\n--- the console ---", self.name);
        self.console_errors().iter().for_each(|error| eprintln!("{error}"));
    }

    /// Ends the browser, whatever state it is in.
    pub(super) fn close(&self) {
        if let Some(session) = self.session.take() {
            session.end();
        }
        processes::kill(&self.profile);
    }

    fn capabilities(&self) -> Capabilities {
        let (language, accepted) = match self.language {
            Language::Spanish => ("es-BO", "es-BO,es"),
            Language::English => ("en-GB", "en-GB,en"),
        };
        let mut args = self.setting.flags.clone();
        args.push(format!("--user-data-dir={}", self.profile.display()));
        args.push(format!("--lang={language}"));
        // By emulation for the laptop too: a window of the wanted size would lose some of it to the tool bar.
        let screen = match self.device {
            Device::Phone => json!({ "width": 360, "height": 740, "pixelRatio": 2.0, "touch": true, "mobile": true }),
            Device::Small => json!({ "width": 320, "height": 640, "pixelRatio": 2.0, "touch": true, "mobile": true }),
            Device::Desktop => {
                json!({ "width": 1366, "height": 768, "pixelRatio": 1.0, "touch": false, "mobile": false })
            }
        };
        let options = json!({
            "binary": self.setting.chrome,
            "args": args,
            "mobileEmulation": { "deviceMetrics": screen },
            "prefs": {
                "intl.accept_languages": accepted,
                "download.default_directory": self.downloads,
                "download.prompt_for_download": false,
                // A second file from the same page must not wait for a person's permission.
                "profile.default_content_setting_values.automatic_downloads": 1,
            },
        });
        let all = json!({
            "timeouts": { "script": 30_000, "pageLoad": 60_000 },
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": options,
        });
        all.as_object().cloned().unwrap_or_default()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        processes::kill(&self.profile);
    }
}
