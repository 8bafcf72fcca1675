//! `ayni seal` and `ayni open`: a file under a passphrase, and out of it again (section 7 of the format).

use super::files::{Unread, bytes_of, name_of};
use super::made::random;
use super::{End, Failure, args, output, passphrase, say};
use crate::exchange;
use std::path::Path;

pub fn seal(args: &args::Seal) -> Result<End, Failure> {
    let refused = |reason: Unread| Failure::Refused { name: name_of(&args.file), reason: reason.to_string() };
    let bytes = bytes_of(&args.file)?.map_err(|reason| refused(reason.into()))?;
    // What is no file of Ayni, or is protected already, would be of no use to whoever opens it.
    exchange::read(&bytes).map_err(|reason| refused(reason.into()))?;
    may_write(&args.file, &args.output)?;
    say::tell("There is no way round a forgotten passphrase: keep it where you will find it.");
    let passphrase = passphrase::needed(&args.key, true)?;
    let sealed = exchange::seal::seal(&bytes, &passphrase, random()?, random()?);
    let mut sealed = sealed.map_err(|reason| refused(reason.into()))?;
    sealed.push('\n');
    output::put(&args.output, sealed.as_bytes())?;
    Ok(End::Fine)
}

pub fn open(args: &args::Open) -> Result<End, Failure> {
    let refused = |reason: Unread| Failure::Refused { name: name_of(&args.file), reason: reason.to_string() };
    let bytes = bytes_of(&args.file)?.map_err(|reason| refused(reason.into()))?;
    may_write(&args.file, &args.output)?;
    let passphrase = passphrase::needed(&args.key, false)?;
    let inside = exchange::seal::open(&bytes, &passphrase).map_err(|reason| refused(reason.into()))?;
    output::put(&args.output, &inside)?;
    Ok(End::Fine)
}

/// Whoever mistypes a name should still have the file.
fn may_write(file: &Path, out: &Path) -> Result<(), Failure> {
    if output::is_same(file, out) {
        return Err(Failure::Usage("-o names the file that is read: choose another name".to_owned()));
    }
    Ok(())
}
