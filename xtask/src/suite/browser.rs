//! The browser that the tests drive: Chromium and its driver, from the system.

use crate::{place, shell};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const CHROMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
/// How long the driver may take to listen.
const DRIVER_DEADLINE: Duration = Duration::from_secs(60);

/// Where the two programs are.
#[derive(Clone)]
pub struct Browser {
    pub chrome: PathBuf,
    pub driver: PathBuf,
}

/// Finds Chromium and its driver; on Debian, as root, installs them.
pub fn ensure(say: &dyn Fn(&str)) -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let debian = Path::new("/etc/debian_version").exists() && place::on_path("apt-get").is_some();
    let root = shell::answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if debian && root {
        say("installing chromium and chromium-driver with apt-get …");
        shell::must("apt update", apt().arg("update"))?;
        shell::must("apt install", apt().args(["install", "-y", "chromium", "chromium-driver"]))?;
        return find().context("chromium and chromium-driver are installed, but not on PATH");
    }
    let line = match (debian, cfg!(target_os = "macos")) {
        (true, _) => "sudo apt-get install -y chromium chromium-driver",
        (_, true) => "brew install --cask google-chrome chromedriver",
        _ => "your package manager: Chromium (or Chrome) and the chromedriver of the same version, both on PATH",
    };
    bail!("Chromium or its driver is missing. Install them with\n    {line}")
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn find() -> Option<Browser> {
    let mac = Some(PathBuf::from(MAC_CHROME)).filter(|path| path.is_file());
    let chrome = CHROMES.iter().find_map(|name| place::on_path(name)).or(mac)?;
    let driver = env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| place::on_path("chromedriver"))?;
    Some(Browser { chrome, driver })
}

/// The options that a browser under test gets. Nothing of it may reach for a network on its own.
pub fn flags() -> Vec<&'static str> {
    let mut flags = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
        "--no-default-browser-check",
        "--hide-crash-restore-bubble",
    ];
    // Chromium's sandbox refuses to work for root, which is who runs things in containers.
    if shell::answer(Command::new("id").arg("-u")).as_deref() == Some("0") {
        flags.push("--no-sandbox");
    }
    flags
}

/// Writes the file that tells wasm-bindgen's test runner how to start the browser.
pub fn write_capabilities(browser: &Browser) -> Result<PathBuf> {
    let quoted: Vec<_> = flags().iter().map(|flag| format!("{flag:?}")).collect();
    let chrome = browser.chrome.to_string_lossy();
    let text = format!("{{\"goog:chromeOptions\":{{\"binary\":{chrome:?},\"args\":[{}]}}}}\n", quoted.join(","));
    let path = place::log("webdriver").with_extension("json");
    fs::create_dir_all(path.parent().unwrap_or(&path))?;
    fs::write(&path, text).with_context(|| format!("could not write {}", path.display()))?;
    Ok(path)
}

/// A driver that is listening; it ends when this is dropped.
pub struct Driver {
    child: Child,
    pub address: String,
}

/// Starts the driver on a free port.
pub fn start_driver(browser: &Browser) -> Result<Driver> {
    let port = crate::serve::listen(0)?.local_addr()?.port();
    let log = place::log("chromedriver");
    let child = Command::new(&browser.driver)
        .arg(format!("--port={port}"))
        .arg(format!("--log-path={}", log.display()))
        // One time zone for all, so that times on the screen are the same everywhere.
        .env("TZ", "America/La_Paz")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("could not start {}", browser.driver.display()))?;
    let mut driver = Driver { child, address: format!("http://127.0.0.1:{port}/") };
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if start.elapsed() > DRIVER_DEADLINE || driver.child.try_wait()?.is_some() {
            bail!("the driver did not start; what it said is in {}", log.display());
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(driver)
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
