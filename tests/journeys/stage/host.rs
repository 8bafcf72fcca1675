//! A host of the journey's own: it serves builds of the app below some path, and can do what hosts and roads do on bad days.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// What happens to a file on its way to the service worker. Pages get theirs as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The road ends in the middle of the file.
    Cut,
    NotFound,
    Broken,
    /// A page to sign in to the network, with 200.
    Portal,
    /// One byte is another one.
    WrongByte,
}

pub const FAULTS: [Fault; 5] = [Fault::Cut, Fault::NotFound, Fault::Broken, Fault::Portal, Fault::WrongByte];

pub struct Host {
    state: Arc<State>,
    port: u16,
}

#[derive(Default)]
struct State {
    /// The folders by the paths under which they are served.
    folders: Mutex<BTreeMap<String, PathBuf>>,
    /// Below its path, the file that does not come through.
    fault: Mutex<Option<(String, Fault)>>,
    away: AtomicBool,
    asked: Mutex<Vec<String>>,
}

impl Host {
    #[track_caller]
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap_or_else(|error| panic!("no host: {error}"));
        let port = listener.local_addr().map_or(0, |address| address.port());
        let state = Arc::<State>::default();
        let serving = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&serving);
                // Whoever went away in the middle of an answer is no matter.
                thread::spawn(move || state.answer(stream).ok());
            }
        });
        Host { state, port }
    }

    /// Serves the folder below the path (with `/` at both ends) from now on, and gives the address.
    pub fn serve(&self, path: &str, folder: PathBuf) -> String {
        lock(&self.state.folders).insert(path.to_owned(), folder);
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Answers nobody any more, or again.
    pub fn away(&self, away: bool) {
        self.state.away.store(away, Ordering::SeqCst);
    }

    /// One file does not come through to the worker. `index.html` is the page.
    pub fn fault(&self, fault: Option<(&str, Fault)>) {
        *lock(&self.state.fault) = fault.map(|(name, fault)| (name.to_owned(), fault));
    }

    /// What was asked for since the last time, also while the host was away.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.state.asked))
    }
}

impl State {
    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        // A connection that was opened ahead asks for nothing.
        let Some(first) = lines.next().transpose()? else { return Ok(()) };
        let mut is_worker = false;
        for line in lines {
            let line = line?.to_lowercase();
            is_worker |= line.starts_with("referer:") && line.ends_with("/sw.js");
            if line.is_empty() {
                break;
            }
        }
        let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
        lock(&self.asked).push(path.clone());
        if self.away.load(Ordering::SeqCst) {
            return Ok(());
        }
        let (name, bytes) = self.find(path.split('?').next().unwrap_or_default());
        let is_hit = |(at, _): &(String, Fault)| *at == name && (is_worker || bytes.is_none() || name == "sw.js");
        let fault = lock(&self.fault).clone().filter(is_hit).map(|(_, fault)| fault);
        let (status, kind, body) = match (fault, bytes) {
            (Some(Fault::Broken), _) => (500, "text/plain", b"broken".to_vec()),
            // Browsers ask for it where a page names no icon.
            (None, None) if path == "/favicon.ico" => (200, "image/png", Vec::new()),
            (Some(Fault::Portal), _) => (200, "text/html", b"<!doctype html><p>Sign in".to_vec()),
            (Some(Fault::WrongByte), Some(mut bytes)) => {
                let middle = bytes.len() / 2;
                bytes.iter_mut().skip(middle).take(1).for_each(|byte| *byte ^= 1);
                (200, media_type(&name), bytes)
            }
            (Some(Fault::NotFound), _) | (None, None) => (404, "text/plain", b"not here".to_vec()),
            (_, bytes) => (200, media_type(&name), bytes.unwrap_or_default()),
        };
        let sent = if fault == Some(Fault::Cut) { body.len() / 2 } else { body.len() };
        let head = format!(
            "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.get(..sent).unwrap_or_default())
    }

    /// The file that an address asks for, by its name below the longest path that fits.
    fn find(&self, path: &str) -> (String, Option<Vec<u8>>) {
        let folders = lock(&self.folders);
        let fitting = folders.iter().filter_map(|(at, folder)| Some((path.strip_prefix(at.as_str())?, folder)));
        let Some((name, folder)) = fitting.min_by_key(|(name, _)| name.len()) else { return (path.to_owned(), None) };
        let name = if name.is_empty() { "index.html" } else { name };
        (name.to_owned(), fs::read(folder.join(name)).ok())
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "text/plain; charset=utf-8",
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
