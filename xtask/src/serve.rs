//! A server for static files on this machine: for looking at the release build, and for the journeys.
//!
//! It answers as a plain static host does and adds nothing that the app could come to depend on.

use crate::{app, place, tools};
use anyhow::{Context, Result, bail};
use percent_encoding::percent_decode_str;
use std::fs;
use std::io::{BufRead as _, BufReader, ErrorKind, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

/// Where `cargo xtask run` serves unless told otherwise.
pub const DEFAULT_PORT: u16 = 8080;

/// What was asked of `cargo xtask run`.
pub struct Wish {
    pub port: u16,
    /// Open the browser.
    pub open: bool,
    /// Watch the sources and build again on each change.
    pub dev: bool,
}

/// Builds the app and serves it until interrupted.
pub fn run(wish: &Wish) -> Result<()> {
    if wish.dev {
        return watch(wish);
    }
    // The port first: to learn after minutes of building that it is taken would be a pity.
    let listener = listen(wish.port)?;
    app::build_saying(&crate::say)?;
    let address = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
    let server = start(listener, place::dist(), "/");
    println!("Ayni is at {address} (Ctrl-C ends it)");
    if wish.open {
        open(&address);
    }
    server.join().ok();
    bail!("the server has stopped")
}

/// Trunk's own server, which builds again whenever a file changes.
fn watch(wish: &Wish) -> Result<()> {
    drop(listen(wish.port)?);
    let tools = tools::ensure(&crate::say)?;
    let dist = place::target().join("dev-dist");
    fs::create_dir_all(&dist)?;
    let mut trunk = app::trunk(&tools, "serve")?;
    trunk.args(["--address", "127.0.0.1", "--port", &wish.port.to_string(), "--dist"]).arg(&dist);
    if wish.open {
        trunk.arg("--open");
    }
    let status = trunk.status().context("trunk could not be started")?;
    anyhow::ensure!(status.success(), "trunk has stopped");
    Ok(())
}

/// Takes a port of this machine; 0 means any free one.
pub fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!(
            "port {port} is taken by another program. Choose another one: cargo xtask run --port {}",
            port.wrapping_add(1).max(1024)
        ),
        _ => anyhow::Error::new(error).context(format!("could not listen on port {port}")),
    })
}

/// Serves `folder` below `prefix` (`/`, or a sub-path such as `/ayni/`) in a thread of its own.
///
/// Each connection has its thread and ends with its answer: browsers open connections ahead and ask for nothing, and none of
/// them may hold up another.
pub fn start(listener: TcpListener, folder: PathBuf, prefix: &str) -> thread::JoinHandle<()> {
    let prefix = prefix.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (folder, prefix) = (folder.clone(), prefix.clone());
            // A browser that went away in the middle of an answer is no matter.
            thread::spawn(move || answer(stream, &folder, &prefix).ok());
        }
    })
}

fn answer(mut stream: TcpStream, folder: &Path, prefix: &str) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let Some(asked) = lines.next().transpose()? else { return Ok(()) };
    // What else the browser says; an empty line ends it.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut asked = asked.split(' ');
    let (method, url) = (asked.next().unwrap_or_default(), asked.next().unwrap_or_default());
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let found = below(path, prefix).map(|path| folder.join(path)).filter(|path| path.is_file());
    let file = found.and_then(|path| Some((media_type(&path), fs::read(&path).ok()?)));
    let text = "text/plain; charset=utf-8";
    let (status, more, kind, body) = match (method, file) {
        ("GET" | "HEAD", Some((kind, body))) => ("200 OK", String::new(), kind, body),
        ("GET" | "HEAD", None) if format!("{path}/") == prefix => {
            ("301 Moved Permanently", format!("Location: {prefix}\r\n"), text, Vec::new())
        }
        ("GET" | "HEAD", None) => ("404 Not Found", String::new(), text, b"not found".to_vec()),
        _ => ("405 Method Not Allowed", String::new(), text, b"only GET and HEAD".to_vec()),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\n{more}Content-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    if method == "HEAD" { Ok(()) } else { stream.write_all(&body) }
}

/// The file, relative to the served folder, that the path of an address asks for; nothing if it leads elsewhere.
fn below(path: &str, prefix: &str) -> Option<PathBuf> {
    let inside = path.strip_prefix(prefix)?;
    let inside = percent_decode_str(inside).decode_utf8().ok()?;
    let foreign = |part: &str| part.is_empty() || part == "." || part == ".." || part.contains(['\\', ':', '\0']);
    let (folders, name) = inside.rsplit_once('/').unwrap_or(("", &inside));
    if (!folders.is_empty() && folders.split('/').any(foreign)) || (!name.is_empty() && foreign(name)) {
        return None;
    }
    Some(Path::new(folders).join(if name.is_empty() { "index.html" } else { name }))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Opens the address in the person's browser; where that fails, it stands in the terminal anyway.
fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let started = Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if started.is_err() {
        crate::say(&format!("{opener} could not be started; open {address} yourself"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_file_of_the_folder_or_nowhere() {
        let check = |prefix, path, expected: Option<&str>| {
            assert_eq!(below(path, prefix), expected.map(PathBuf::from), "{path} below {prefix}");
        };
        check("/", "/", Some("index.html"));
        check("/", "/a.js", Some("a.js"));
        check("/", "/icons/a%20b.png", Some("icons/a b.png"));
        check("/", "/icons/", Some("icons/index.html"));
        check("/ayni/", "/ayni/", Some("index.html"));
        check("/ayni/", "/ayni/a.js", Some("a.js"));
        check("/ayni/", "/a.js", None);
        check("/", "/../secret", None);
        check("/", "/%2e%2e/secret", None);
        check("/", "/..%2fsecret", None);
        check("/", "//etc/passwd", None);
        check("/", "/icons/../../secret", None);
        check("/", "/a%5c..%5cb", None);
        check("/", "/%ff", None);
    }

    #[test]
    fn browsers_run_what_they_get_because_its_type_is_right() {
        let check = |name: &str, expected| assert_eq!(media_type(Path::new(name)), expected, "{name}");
        check("ayni-12_bg.wasm", "application/wasm");
        check("ayni-12.js", "text/javascript; charset=utf-8");
        check("manifest.webmanifest", "application/manifest+json; charset=utf-8");
        check("LICENSE", "application/octet-stream");
    }
}
