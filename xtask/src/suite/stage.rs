//! What journeys need around them: the built app, served, and a driver for the browser.

use super::browser::{self, Browser, Driver};
use super::{Say, Site, packages};
use crate::seal::{self, Change};
use crate::{place, serve};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// Builds beside that in `dist/`, for journeys through updates: their folder, their name, and how they differ.
const BUILDS: [(&str, &str, Change); 3] = [
    ("b", "bbbbbbbbbbbb", Change::All),
    ("c", "cccccccccccc", Change::Names),
    ("broken", "dddddddddddd", Change::Broken),
];

/// The wheel that carries axe, which looks for what keeps people out of a page.
const AXE: [&str; 1] = ["axe-playwright-python==0.1.8"];

/// Stands as long as it is held.
pub struct Stage {
    browser: Browser,
    driver: Driver,
    addresses: Vec<(&'static str, String)>,
    axe: PathBuf,
}

impl Stage {
    /// The app is served as a static host would, once at the root and once under a sub-path.
    pub fn set(site: &mut Site, say: Say) -> Result<Self> {
        if !place::dist().join("index.html").is_file() {
            bail!("dist/ is empty; `cargo xtask build` fills it");
        }
        for (folder, id, change) in BUILDS {
            seal::other(&place::dist(), &builds().join(folder), id, change)?;
        }
        let browser = site.browser(say)?;
        let driver = browser::start_driver(&browser)?;
        let mut addresses = Vec::new();
        for (name, prefix) in [("AYNI_APP_URL", "/ayni/"), ("AYNI_APP_ROOT_URL", "/")] {
            let listener = serve::listen(0)?;
            addresses.push((name, format!("http://{}{prefix}", listener.local_addr()?)));
            serve::start(listener, place::dist(), prefix);
        }
        let axe = packages::ensure("axe", &AXE, say)?.join("axe_playwright_python/axe.min.js");
        Ok(Stage { browser, driver, addresses, axe })
    }

    /// Tells a command where everything is.
    pub fn give<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.envs(self.addresses.iter().map(|(name, address)| (name, address)));
        // A failed journey tells its own story; the calls that led there would hide it.
        command.env("RUST_BACKTRACE", "0").env("AYNI_WEBDRIVER_URL", &self.driver.address);
        command.env("AYNI_AXE", &self.axe);
        command.env("AYNI_DIST", place::dist()).env("AYNI_BUILDS", builds());
        command.env("AYNI_CHROME", &self.browser.chrome).env("AYNI_CHROME_FLAGS", browser::flags().join(" "))
    }
}

fn builds() -> PathBuf {
    place::target().join("builds")
}
