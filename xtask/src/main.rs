//! The project's tasks: `cargo xtask run`, `build`, `size`, `test`, `torture`, `tidy`, `bench`, `pictures`, `seed`.
//!
//! Everything a fresh clone lacks is set up on the way ([`tools`]); a program that can not be set up from here is
//! named with the one line that installs it.

mod app;
mod bench;
mod first_load;
mod place;
mod seal;
mod seed;
mod serve;
mod shell;
mod size;
mod slim;
mod split;
mod suite;
mod tidy;
mod tools;

use anyhow::Result;
use pico_args::Arguments;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--port N] [--open] [--dev]   build the app and serve it on this machine
cargo xtask build                             leave the app in dist/, for any static host
cargo xtask size                              print what dist/ weighs, raw and compressed
cargo xtask test [STEP…]                      prove everything, or only the steps named by a word
cargo xtask torture [STEP…]                   the same proofs with many more cases; hours
cargo xtask tidy                              check the rules of the house that no other tool knows
cargo xtask bench [--browser]                 print what the log costs on this machine and in a browser: time and memory
cargo xtask pictures                          take the pictures of the help from the running app
cargo xtask seed                              make the shipped records and places from data/seed
";

fn main() -> ExitCode {
    match command(Arguments::from_env()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(mut args: Arguments) -> Result<ExitCode> {
    let name = args.subcommand()?.unwrap_or_default();
    match name.as_str() {
        "run" => {
            let wish = serve::Wish {
                port: args.opt_value_from_str("--port")?.unwrap_or(serve::DEFAULT_PORT),
                open: args.contains("--open"),
                dev: args.contains("--dev"),
            };
            nothing_left(args)?;
            serve::run(&wish)?;
        }
        "build" => {
            nothing_left(args)?;
            app::build_saying(&say)?;
            println!("The app is in dist/. Any static host can serve that folder, also under a sub-path.");
        }
        // Trunk's hook, of no use by itself.
        "finish" => {
            nothing_left(args)?;
            app::finish()?;
        }
        "size" => {
            nothing_left(args)?;
            let sizes = size::measure(&place::dist())?;
            print!("{}", size::table(&sizes));
            return Ok(exit(size::within_budget(&sizes)));
        }
        "test" => return Ok(exit(suite::run(&words(args))?)),
        "torture" => return Ok(exit(suite::torture(&words(args))?)),
        "tidy" => {
            nothing_left(args)?;
            let findings = tidy::run()?;
            findings.iter().for_each(|finding| println!("{finding}"));
            return Ok(exit(findings.is_empty()));
        }
        "bench" => {
            let browser_only = args.contains("--browser");
            nothing_left(args)?;
            bench::run(browser_only)?;
        }
        "pictures" => {
            nothing_left(args)?;
            suite::take_pictures()?;
            println!("assets/help/ shows the app as it now is; the next build takes it along.");
        }
        "seed" => {
            nothing_left(args)?;
            seed::run()?;
            println!("data/ holds what its sources say.");
        }
        _ => {
            print!("{USAGE}");
            return Ok(exit(matches!(name.as_str(), "" | "help")));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn exit(ok: bool) -> ExitCode {
    if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A mistyped option is an error, not something to ignore.
fn nothing_left(args: Arguments) -> Result<()> {
    let rest = args.finish();
    anyhow::ensure!(rest.is_empty(), "not understood: {rest:?}\n\n{USAGE}");
    Ok(())
}

/// How a task tells the person at the terminal what takes time.
fn say(line: &str) {
    println!("{line}");
}

fn words(args: Arguments) -> Vec<String> {
    args.finish().into_iter().map(|word| word.to_string_lossy().into_owned()).collect()
}
