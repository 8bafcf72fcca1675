//! The same program in a terminal: it shows, merges, checks, erases, tabulates, counts and protects files, for those who
//! script.
//!
//! Every command reads files into one set and writes something new; none changes a file it reads, unless its output bears
//! that name and all of it is in the output. Nothing is kept between two calls: the files are the only state.
//!
//! The texts stand here and not in `i18n`, in English alone: whoever scripts reads manuals and messages of programs in
//! English, and other programs read ours, so that they must not change with a person's language.
//!
//! Not here: what a change means (`log`), what a file is (`exchange`), the screens (`ui`).

mod args;
mod check;
mod decisions;
mod desk_figures;
mod erase;
mod failure;
mod figures;
mod files;
mod made;
mod merge;
mod output;
mod passphrase;
mod report;
mod say;
mod seal;
mod tables;
mod told;
mod union;
pub mod view;

use args::{Args, Command};
use clap::{CommandFactory as _, Parser as _};
use failure::{End, Failure};
use std::process::ExitCode;

/// Does what the arguments of the process ask for.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Nobody is left to be told that a terminal is closed.
            error.print().ok();
            return if error.use_stderr() { End::Usage } else { End::Fine }.into();
        }
    };
    match command(&args) {
        Ok(end) => end.into(),
        Err(failure) => {
            say::tell(&["ayni: ", &failure.to_string()].concat());
            failure.end().into()
        }
    }
}

fn command(args: &Args) -> Result<End, Failure> {
    match &args.command {
        None => {
            let help = Args::command().render_help().to_string();
            say::to_stdout(|out| out.write_all(help.as_bytes()))?;
            Ok(End::Fine)
        }
        Some(Command::View(args)) => view::run(args),
        Some(Command::Merge(args)) => merge::run(args),
        Some(Command::Check(args)) => check::run(args),
        Some(Command::Erase(args)) => erase::run(args),
        Some(Command::Tables(args)) => tables::run(args),
        Some(Command::Decisions(args)) => decisions::run(args),
        Some(Command::Figures(args)) => figures::run(args),
        Some(Command::Report(args)) => report::run(args),
        Some(Command::Seal(args)) => seal::seal(args),
        Some(Command::Open(args)) => seal::open(args),
    }
}
