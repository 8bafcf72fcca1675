//! What the tests stand on: phones that save, a folder of files, and the program itself.

use ayni::exchange::{Contains, Made, Photo, read_with_photos, write, write_parts};
use ayni::log::{Change, ChangeId, Compose, DeviceId, Entry, Log, Tick};
use ayni::record::{Map, RecordId, Value, json};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub const PHONE: &str = "k3v9q2m7x1";
pub const DESK: &str = "p0aab3c4d5";
pub const AT: &str = "2026-11-24T18:05:12-05:00";

/// A device that saves one change after the other.
pub struct Phone {
    device: DeviceId,
    seq: i64,
    prev: Option<ChangeId>,
    ms: u64,
    pub log: Log,
}

impl Phone {
    /// Its clock begins at `ms` and goes on by one with each Save.
    pub fn new(device: &str, ms: u64) -> Self {
        let device = DeviceId::parse(device).expect("a fitting device");
        Phone { device, seq: 0, prev: None, ms, log: Log::new() }
    }

    pub fn save(&mut self, record: &str, fields: &[(&str, Value)]) -> Change {
        self.compose(record, fields, &[], &[])
    }

    /// The author saw and replaced these.
    pub fn save_over(&mut self, record: &str, fields: &[(&str, Value)], over: &[&Change]) -> Change {
        self.compose(record, fields, over, &[])
    }

    pub fn bin(&mut self, record: &str, seen: &[&Change]) -> Change {
        self.compose(record, &[("trashed", true.into())], &[], seen)
    }

    fn compose(&mut self, record: &str, fields: &[(&str, Value)], over: &[&Change], seen: &[&Change]) -> Change {
        self.seq += 1;
        self.ms += 1;
        let ids: Vec<ChangeId> = over.iter().map(|change| change.id()).collect();
        let change = Change::compose(Compose {
            record: &RecordId::parse(record).expect("a fitting record"),
            set: fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            over: fields.iter().map(|(name, _)| ((*name).to_owned(), ids.clone())).collect::<Map<_>>(),
            seen: seen.iter().map(|change| change.id()).collect(),
            device: &self.device,
            seq: self.seq,
            prev: self.prev,
            at: "2026-11-24T08:11:22-05:00",
            tick: Tick::parse(&format!("{:012x}-0000", self.ms)).expect("a fitting tick"),
        })
        .expect("a change within the limits");
        self.prev = Some(change.id());
        self.log.accept(change.clone());
        change
    }

    fn made(&self) -> Made<'_> {
        Made { at: AT, by: "Equipo Intag", device: &self.device }
    }

    /// What it would share.
    pub fn file(&self) -> String {
        write(&self.log, &self.made())
    }

    pub fn file_with(&self, photos: &[Photo]) -> String {
        write_parts(&self.log, &self.made(), Contains::Everything, photos).concat()
    }
}

/// The smallest picture that a PNG can hold, as far as its head goes. Each `number` is another one.
pub fn photo(number: u8) -> Photo {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0".to_vec();
    bytes.extend([number, 0, 0, 0]);
    Photo::of("image/png", bytes).expect("a picture")
}

/// A folder of one test, empty at its start.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(test);
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).expect("a folder can be made");
        Folder(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), content).expect("a file can be written");
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|reason| panic!("{name}: {reason}"))
    }

    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("it is there");
        let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("it can be listed").file_name();
        let mut names: Vec<String> = entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    pub fn make_folder(&self, name: &str) {
        fs::create_dir(self.0.join(name)).expect("a folder can be made");
    }

    /// `ayni` with these words, in this folder, with nothing on standard input.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ayni"));
        command.current_dir(&self.0).args(words).env_remove("AYNI_PASSPHRASE").stdin(Stdio::null());
        command
    }

    pub fn ayni(&self, words: &[&str]) -> Ran {
        Ran::of(self.command(words).output().expect("the program can be run"))
    }

    /// The same with this on standard input.
    pub fn ayni_fed(&self, words: &[&str], input: &str) -> Ran {
        let mut command = self.command(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be run");
        // A program that refuses its arguments ends without reading.
        child.stdin.take().expect("it is piped").write_all(input.as_bytes()).ok();
        Ran::of(child.wait_with_output().expect("it ends"))
    }

    /// The view of these files, which must be fine.
    pub fn view(&self, files: &[&str]) -> Value {
        let ran = self.ayni(&[&["view"], files].concat());
        assert_eq!(ran.status, 0, "{}", ran.err);
        value(&ran.out)
    }

    /// Every line of a file that is a change or stub.
    pub fn entries(&self, name: &str) -> Vec<Entry> {
        read_with_photos(self.text(name).as_bytes()).expect("a file of Ayni").entries
    }
}

/// What the program left behind.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        Ran {
            status: output.status.code().expect("it was not killed"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Stops the test unless it went well.
    pub fn fine(self) -> Self {
        assert_eq!(self.status, 0, "{}{}", self.out, self.err);
        self
    }
}

pub fn value(text: &str) -> Value {
    json::read(text).unwrap_or_else(|reason| panic!("{reason}: {text}"))
}

/// What stands in a value under these names.
pub fn at<'a>(value: &'a Value, names: &[&str]) -> &'a Value {
    names.iter().fold(value, |value, name| value.member(name).unwrap_or_else(|| panic!("no {name} in {value:?}")))
}
