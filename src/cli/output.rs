//! Writing files: whole or not at all. What is written goes to a file beside the place, is made durable, and takes the
//! place then; so a full disk or a cut cable leaves what stood there before.

use super::files::{is_standard, name_of};
use super::{Failure, say};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Tries to find a free name beside the place.
const MAX_TRIES: u32 = 100;

/// Writes one text to a file or, for `-`, to standard output.
pub fn put(out: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if is_standard(out) {
        return say::to_stdout(|stdout| stdout.write_all(bytes));
    }
    put_all([(out.to_owned(), bytes)])
}

/// Writes several files: none takes its place before all are written.
pub fn put_all<B: AsRef<[u8]>>(files: impl IntoIterator<Item = (PathBuf, B)>) -> Result<(), Failure> {
    let mut staged = Vec::new();
    for (path, bytes) in files {
        let failed = |reason| Failure::Write { name: name_of(&path), reason };
        staged.extend(stage(&path, bytes.as_ref()).map_err(failed)?);
    }
    staged.into_iter().try_for_each(|file| {
        let name = name_of(&file.place);
        file.take_place().map_err(|reason| Failure::Write { name, reason })
    })
}

/// The place of part n of m: `-n-of-m` before the ending (F7). Part 1 bears the name that was asked for.
pub fn part_path(out: &Path, number: usize, of: usize) -> PathBuf {
    if number == 1 {
        return out.to_owned();
    }
    let mut name = out.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}-of-{of}"));
    if let Some(ending) = out.extension() {
        name.push(".");
        name.push(ending);
    }
    out.with_file_name(name)
}

/// Whether two names lead to one file.
pub fn is_same(a: &Path, b: &Path) -> bool {
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}

/// A file that is written and waits for its place. Dropped before that, it is removed.
struct Staged {
    beside: PathBuf,
    place: PathBuf,
}

impl Drop for Staged {
    fn drop(&mut self) {
        fs::remove_file(&self.beside).ok();
    }
}

/// Nothing is left to do for a pipe or a device, which has no place to take.
fn stage(path: &Path, bytes: &[u8]) -> io::Result<Option<Staged>> {
    let there = fs::metadata(path).ok();
    match &there {
        Some(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Some(there) if !there.is_file() => {
            OpenOptions::new().write(true).open(path)?.write_all(bytes)?;
            return Ok(None);
        }
        _ => {}
    }
    // A link stays a link: the file it leads to is replaced.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (mut file, beside) = create_beside(&place)?;
    let staged = Staged { beside, place };
    if let Some(there) = there {
        file.set_permissions(there.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(Some(staged))
}

fn create_beside(place: &Path) -> io::Result<(File, PathBuf)> {
    let name = place.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut tries = 0;
    loop {
        let mut beside = std::ffi::OsString::from(".");
        beside.push(name);
        beside.push(format!(".{}-{tries}.part", std::process::id()));
        let beside = place.with_file_name(beside);
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Err(reason) if reason.kind() == io::ErrorKind::AlreadyExists && tries < MAX_TRIES => tries += 1,
            file => return Ok((file?, beside)),
        }
    }
}

impl Staged {
    fn take_place(self) -> io::Result<()> {
        fs::rename(&self.beside, &self.place)?;
        // The name is durable once its folder is. Where a folder can not be opened, the system sees to it.
        let folder = self.place.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
            folder.sync_all().ok();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f7_parts_are_named_before_the_ending() {
        let check = |out: &str, number, expected: &str| {
            assert_eq!(part_path(Path::new(out), number, 3), Path::new(expected), "{out}");
        };
        check("a/all.json", 1, "a/all.json");
        check("a/all.json", 2, "a/all-2-of-3.json");
        check("all", 3, "all-3-of-3");
        check("all.2026.txt", 3, "all.2026-3-of-3.txt");
    }
}
