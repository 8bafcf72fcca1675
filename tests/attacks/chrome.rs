//! A browser with a profile of its own, whose pages and whose self can be killed; and pages with the pilot in them.

use super::Setting;
use super::devtools::{DEADLINE, Devtools, is_death};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const PILOT: &str = include_str!("pilot.js");

pub struct Chrome<'a> {
    setting: &'a Setting,
    profile: PathBuf,
    child: Child,
    pub devtools: Devtools,
}

/// A page of the app.
#[derive(Clone, Debug)]
pub struct Page {
    target: String,
    pub session: String,
}

/// What the pilot of a page told.
#[derive(Clone, Debug)]
pub struct Told {
    pub session: String,
    pub what: Value,
}

impl<'a> Chrome<'a> {
    /// A browser that has never seen the app.
    pub fn new(setting: &'a Setting, name: &str) -> Self {
        let profile = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("attacks").join(name);
        fs::remove_dir_all(&profile).ok();
        fs::create_dir_all(&profile).expect("a folder for the profile");
        let (child, devtools) = start(setting, &profile);
        Chrome { setting, profile, child, devtools }
    }

    /// Ends all of it at once, as an empty battery does, and starts it again.
    pub fn empty_battery(&mut self) {
        let pids = self.pids(|_| true);
        kill(&pids);
        self.child.kill().ok();
        self.begin_again();
    }

    /// Closes it as a person does, and starts it again.
    pub fn restart(&mut self) {
        // It may be gone before it answers.
        let _ = self.devtools.ask(None, "Browser.close", &json!({}));
        self.begin_again();
    }

    fn begin_again(&mut self) {
        self.child.wait().ok();
        for name in ["SingletonLock", "SingletonCookie", "SingletonSocket", "DevToolsActivePort"] {
            fs::remove_file(self.profile.join(name)).ok();
        }
        (self.child, self.devtools) = start(self.setting, &self.profile);
    }

    /// Opens the app at a place, with the pilot in it.
    pub fn open(&mut self, hash: &str) -> Page {
        let start = Instant::now();
        loop {
            // The browser may have given it a process that was about to be killed with the others.
            match self.try_open(hash) {
                Ok(page) => return page,
                Err(error) => assert!(start.elapsed() < DEADLINE, "no page: {error}"),
            }
        }
    }

    fn try_open(&mut self, hash: &str) -> Result<Page, String> {
        let page = self.attach()?;
        let url = format!("{}{hash}", self.setting.app);
        for (method, params) in [
            ("Runtime.addBinding", json!({ "name": "told" })),
            ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PILOT })),
            ("Page.navigate", json!({ "url": url })),
        ] {
            self.devtools.ask(Some(&page.session), method, &params)?;
        }
        Ok(page)
    }

    fn attach(&mut self) -> Result<Page, String> {
        let devtools = &mut self.devtools;
        let new = json!({ "url": "about:blank", "newWindow": true });
        let text = |answer: &Value, name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        let target = text(&devtools.ask(None, "Target.createTarget", &new)?, "targetId");
        let attached = devtools.ask(None, "Target.attachToTarget", &json!({ "targetId": target, "flatten": true }))?;
        let session = text(&attached, "sessionId");
        for method in ["Inspector.enable", "Page.enable", "Runtime.enable"] {
            devtools.ask(Some(&session), method, &json!({}))?;
        }
        Ok(Page { target, session })
    }

    /// Opens the app and lets the pilot say what is there: the page, and what was found.
    pub fn begin(&mut self, draft: Option<&str>) -> (Page, Value) {
        let page = self.open("");
        let script = format!("window.pilot ? (pilot.start({}), true) : false", json!(draft));
        let start = Instant::now();
        // The page may still be on its way.
        while self.try_look(&page, &script) != Ok(Value::Bool(true)) {
            assert!(start.elapsed() < DEADLINE, "the app does not come");
            thread::sleep(Duration::from_millis(10));
        }
        let found = self.wait_told("started", |_| ());
        (page, found)
    }

    /// Lets the pilot of a page do something; it tells by itself what becomes of it. False where the page died.
    pub fn act(&mut self, page: &Page, script: &str) -> bool {
        let params = json!({ "expression": script, "awaitPromise": false });
        match self.devtools.ask(Some(&page.session), "Runtime.evaluate", &params) {
            Ok(done) => {
                assert!(done["exceptionDetails"].is_null(), "{script}: {}", done["exceptionDetails"]);
                true
            }
            Err(_) => false,
        }
    }

    /// What a script in the page returns.
    pub fn look(&mut self, page: &Page, script: &str) -> Value {
        self.try_look(page, script).unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    fn try_look(&mut self, page: &Page, script: &str) -> Result<Value, String> {
        let params = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let seen = self.devtools.ask(Some(&page.session), "Runtime.evaluate", &params)?;
        Ok(seen["result"]["value"].clone())
    }

    /// The next thing that a pilot tells within this time; nothing where it told nothing.
    pub fn told(&mut self, within: Duration) -> Option<Told> {
        let start = Instant::now();
        while let Some(event) = self.devtools.event(within.saturating_sub(start.elapsed())) {
            let session = event["sessionId"].as_str().unwrap_or_default().to_owned();
            if event["method"] == "Runtime.bindingCalled" && event["params"]["name"] == "told" {
                let payload = event["params"]["payload"].as_str().unwrap_or_default();
                if std::env::var_os("AYNI_TELL").is_some() {
                    println!("{} {}", session.get(..4).unwrap_or_default(), payload.get(..120).unwrap_or(payload));
                }
                let what = serde_json::from_str(payload);
                return Some(Told { session, what: what.expect("the pilot tells JSON") });
            }
            if is_death(&event) {
                return Some(Told { session, what: json!({ "died": true }) });
            }
            if event["method"] == "Runtime.exceptionThrown" {
                panic!("an error in the page: {}", event["params"]["exceptionDetails"]);
            }
        }
        None
    }

    /// What a pilot tells under this name; whatever it tells before is handed on.
    pub fn wait_told(&mut self, name: &str, mut other: impl FnMut(&Told)) -> Value {
        let start = Instant::now();
        loop {
            if let Some(told) = self.told(Duration::from_millis(500)) {
                if let Some(value) = told.what.get(name) {
                    return value.clone();
                }
                other(&told);
            }
            assert!(start.elapsed() < DEADLINE, "waited in vain to be told {name:?}");
        }
    }

    /// Kills the processes of all pages, with SIGKILL.
    pub fn kill_pages(&mut self) {
        let pids = self.pids(|kind| kind == "renderer");
        kill(&pids);
    }

    pub fn close(&mut self, page: &Page) {
        // A page that died may be gone already.
        let _ = self.devtools.ask(None, "Target.closeTarget", &json!({ "targetId": page.target }));
    }

    fn pids(&mut self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let info = self.devtools.ask(None, "SystemInfo.getProcessInfo", &json!({})).expect("it lists its processes");
        let all = info["processInfo"].as_array().expect("a list").clone();
        let wanted = all.iter().filter(|one| wanted(one["type"].as_str().unwrap_or_default()));
        wanted.map(|one| one["id"].to_string()).collect()
    }
}

impl Drop for Chrome<'_> {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn start(setting: &Setting, profile: &Path) -> (Child, Devtools) {
    let child = Command::new(&setting.chrome)
        .args(&setting.flags)
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(["--remote-debugging-port=0", "--lang=es-BO", "--window-size=400,800", "about:blank"])
        .env("TZ", "America/La_Paz")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the browser starts");
    let start = Instant::now();
    let (port, path) = loop {
        let told = fs::read_to_string(profile.join("DevToolsActivePort")).unwrap_or_default();
        if let Some((port, path)) = told.trim().split_once('\n')
            && let Ok(port) = port.parse()
        {
            break (port, path.to_owned());
        }
        assert!(start.elapsed() < DEADLINE, "the browser does not listen");
        thread::sleep(Duration::from_millis(20));
    };
    (child, Devtools::connect(port, &path))
}

fn kill(pids: &[String]) {
    Command::new("kill").arg("-9").args(pids).output().expect("kill is there");
}
