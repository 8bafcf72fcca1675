//! How a command ends: its exit status, and the reasons for which it stops before the end.

use std::io;
use std::process::ExitCode;

/// The exit statuses; `--help` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Fine = 0,
    /// `check` found something damaged or refused.
    Damaged = 1,
    /// What was asked for can not be done as it was asked for.
    Usage = 2,
    /// A file was refused; what could be done without it was done.
    Refused = 3,
    /// A file could not be read or written.
    NoAccess = 4,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        ExitCode::from(end as u8)
    }
}

/// Why a command stopped. No file was changed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The arguments fit each other or the files in a way that can not be carried out.
    #[error("{0}")]
    Usage(String),
    /// Without this file the command would do harm or nothing.
    #[error("{name}: {reason}")]
    Refused { name: String, reason: String },
    /// The operating system gives no access to a file.
    #[error("{name} can not be read: {reason}")]
    Read { name: String, reason: io::Error },
    /// The operating system does not take what was written.
    #[error("{name} can not be written: {reason}")]
    Write { name: String, reason: io::Error },
    /// Without randomness nothing can be sealed or named.
    #[error("the system gives no random numbers: {0}")]
    NoChance(#[from] getrandom::Error),
}

impl Failure {
    pub fn end(&self) -> End {
        match self {
            Failure::Usage(_) => End::Usage,
            Failure::Refused { .. } => End::Refused,
            Failure::Read { .. } | Failure::Write { .. } | Failure::NoChance(_) => End::NoAccess,
        }
    }
}
