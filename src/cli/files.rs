//! Reading the files that a command names, one after the other: the bytes of one are gone before the next is read.

use super::args::{Files, Key};
use super::say::Progress;
use super::{Failure, passphrase};
use crate::exchange::seal::Closed;
use crate::exchange::{MAX_BYTES, Parcel, Refused, read, read_with_photos, seal};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Why a file as a whole is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("{0}")]
    Refused(#[from] Refused),
    /// Nobody said how to open it.
    #[error(
        "the file is protected with a passphrase: name a file with it by --passphrase-file, or set AYNI_PASSPHRASE"
    )]
    NoPassphrase,
    #[error("{0}")]
    Closed(#[from] Closed),
}

/// Whether photos are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Photos {
    Take,
    Leave,
}

/// One file that was read.
pub struct Given<'a> {
    pub path: &'a Path,
    /// As the person wrote it.
    pub name: String,
    pub content: Result<Parcel, Unread>,
}

/// Hands over the files one by one, in the order in which they were named.
pub fn each(args: &Files, photos: Photos, mut take: impl FnMut(Given)) -> Result<(), Failure> {
    only_once(args.files.iter())?;
    let key = passphrase::given(&args.key)?;
    let size = |path: &PathBuf| fs::metadata(path).map_or(0, |file| file.len());
    let mut progress = Progress::new(args.files.len(), args.files.iter().map(size).sum());
    for path in &args.files {
        let name = name_of(path);
        progress.next(&name);
        let content = match bytes_of(path)? {
            Ok(bytes) => parcel(bytes, photos, key.as_deref()),
            Err(refused) => Err(refused.into()),
        };
        progress.clear();
        take(Given { path, name, content });
    }
    Ok(())
}

/// One file beside the others, without its photos; the command can do nothing without it.
pub fn one(path: &Path, key: &Key) -> Result<Parcel, Failure> {
    let key = passphrase::given(key)?;
    let content = bytes_of(path)?.map_err(Unread::from).and_then(|bytes| parcel(bytes, Photos::Leave, key.as_deref()));
    content.map_err(|reason| Failure::Refused { name: name_of(path), reason: reason.to_string() })
}

/// All bytes of a file; refused before memory is spent where there are too many (I3).
pub fn bytes_of(path: &Path) -> Result<Result<Vec<u8>, Refused>, Failure> {
    let failed = |reason| Failure::Read { name: name_of(path), reason };
    if is_standard(path) {
        return up_to_limit(io::stdin().lock(), 0).map_err(failed);
    }
    let file = File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    if size > MAX_BYTES { Ok(Err(Refused::TooBig)) } else { up_to_limit(file, size).map_err(failed) }
}

fn up_to_limit(source: impl Read, size: u64) -> io::Result<Result<Vec<u8>, Refused>> {
    // One byte more than is expected, so that the end is found without another piece of memory.
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default().saturating_add(1));
    let read = source.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    let is_too_big = u64::try_from(read).is_ok_and(|read| read > MAX_BYTES);
    Ok(if is_too_big { Err(Refused::TooBig) } else { Ok(bytes) })
}

fn parcel(bytes: Vec<u8>, photos: Photos, key: Option<&str>) -> Result<Parcel, Unread> {
    let read = match photos {
        Photos::Take => read_with_photos,
        Photos::Leave => read,
    };
    match read(&bytes) {
        Err(refused) if is_sealed(&refused, &bytes) => {
            let inside = seal::open(&bytes, key.ok_or(Unread::NoPassphrase)?)?;
            drop(bytes);
            Ok(read(&inside)?)
        }
        other => Ok(other?),
    }
}

/// Known by its content (F1): JSON that is no export and says that it is protected.
fn is_sealed(refused: &Refused, bytes: &[u8]) -> bool {
    const SIGN: &[u8] = b"\"ayni-sealed\"";
    match refused {
        Refused::Sealed => true,
        Refused::OtherJson => bytes.windows(SIGN.len()).any(|part| part == SIGN),
        _ => false,
    }
}

/// Standard input ends once.
pub fn only_once<'a>(files: impl Iterator<Item = &'a PathBuf>) -> Result<(), Failure> {
    let times = files.filter(|path| is_standard(path)).count();
    if times > 1 { Err(Failure::Usage("standard input (-) can be read only once".to_owned())) } else { Ok(()) }
}

pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

pub fn name_of(path: &Path) -> String {
    if is_standard(path) { "standard input".to_owned() } else { super::say::plain(&path.display().to_string()) }
}
