//! The stage of a journey: the served app, the driver, and the browsers a journey opens.

mod browser;
mod host;
mod page;
mod processes;
mod reading;
mod tabs;
mod wire;

pub use browser::{Browser, Language};
pub use host::{FAULTS, Fault, Host};

use browser::Device;
use std::cell::RefCell;
use std::env;
use std::fs;
use std::io::{Write as _, stderr};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::rc::Rc;
use std::thread;
use std::time::Duration;

/// How long a step may wait for what it needs. Only a journey that fails ever waits so long.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// What `cargo xtask test journeys` passes on.
struct Setting {
    /// The app under a sub-path, with `/` at the end.
    app: String,
    app_at_root: String,
    /// The build that journeys run against, and the folder of other builds.
    dist: PathBuf,
    builds: PathBuf,
    driver: String,
    chrome: String,
    flags: Vec<String>,
    /// The script that looks for what keeps people out of a page.
    axe: PathBuf,
}

impl Setting {
    fn from_env() -> Option<Self> {
        let var = |name| env::var(name).ok();
        Some(Self {
            app: var("AYNI_APP_URL")?,
            app_at_root: var("AYNI_APP_ROOT_URL")?,
            dist: var("AYNI_DIST")?.into(),
            builds: var("AYNI_BUILDS")?.into(),
            driver: var("AYNI_WEBDRIVER_URL")?,
            chrome: var("AYNI_CHROME")?,
            flags: var("AYNI_CHROME_FLAGS")?.split(' ').map(str::to_owned).collect(),
            axe: var("AYNI_AXE")?.into(),
        })
    }
}

/// Where one journey happens.
pub struct Stage {
    setting: Rc<Setting>,
    /// The journey's own folder: profiles and downloads.
    folder: PathBuf,
    name: String,
    opened: RefCell<Vec<Rc<Browser>>>,
}

/// Runs a journey. Where it fails, it leaves pictures; where the console of a browser shows an error, it fails.
pub fn journey(body: impl FnOnce(&Stage)) {
    let name = thread::current().name().unwrap_or("journey").replace("::", "-");
    let Some(setting) = Setting::from_env() else {
        // Not through `eprintln!`, which the test harness hides for tests that pass.
        writeln!(stderr(), "{name}: SKIPPED, run `cargo xtask test journeys`").ok();
        return;
    };
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("journeys").join(&name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("a folder for the journey");
    let stage = Stage { setting: Rc::new(setting), folder, name, opened: RefCell::default() };

    let result = catch_unwind(AssertUnwindSafe(|| body(&stage)));
    let opened = stage.opened.take();
    match result {
        Ok(()) => {
            let errors: Vec<String> = opened.iter().flat_map(|browser| browser.console_errors()).collect();
            opened.iter().for_each(|browser| browser.close());
            assert!(errors.is_empty(), "the console shows errors:\n{}", errors.join("\n"));
            fs::remove_dir_all(&stage.folder).ok();
        }
        Err(failure) => {
            opened.iter().for_each(|browser| browser.testify());
            opened.iter().for_each(|browser| browser.close());
            resume_unwind(failure);
        }
    }
}

impl Stage {
    /// A phone of 360×740 with a touch screen, on which the app was never opened.
    pub fn phone(&self, language: Language) -> Rc<Browser> {
        self.open(Device::Phone, language)
    }

    /// A phone of 320×640, as small as they come.
    pub fn small_phone(&self, language: Language) -> Rc<Browser> {
        self.open(Device::Small, language)
    }

    /// A laptop of 1366×768 on which the app was never opened.
    pub fn desktop(&self, language: Language) -> Rc<Browser> {
        self.open(Device::Desktop, language)
    }

    /// The address of the app served at the root of its host; journeys run under a sub-path otherwise.
    pub fn app_at_root(&self) -> &str {
        &self.setting.app_at_root
    }

    /// The folder of a build: `a` is the one that all journeys run against; of `b` every file is another one, of `c` only the names are,
    /// and the app of `broken` does not start.
    pub fn build(&self, name: &str) -> PathBuf {
        if name == "a" { self.setting.dist.clone() } else { self.setting.builds.join(name) }
    }

    /// The script of axe, which looks for what keeps people out of a page.
    pub fn axe(&self) -> String {
        fs::read_to_string(&self.setting.axe).unwrap_or_else(|error| panic!("{}: {error}", self.setting.axe.display()))
    }

    fn open(&self, device: Device, language: Language) -> Rc<Browser> {
        let number = self.opened.borrow().len() + 1;
        let name = format!("{}-{number}-{}", self.name, device.name());
        let folder = self.folder.join(number.to_string());
        let browser = Rc::new(Browser::new(Rc::clone(&self.setting), name, folder, device, language));
        self.opened.borrow_mut().push(Rc::clone(&browser));
        browser.start();
        browser
    }
}
