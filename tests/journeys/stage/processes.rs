//! The processes of a browser, known by the folder of its profile.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Ends all processes whose command line names the profile, as a phone without battery would. True if there were any.
pub fn kill(profile: &Path) -> bool {
    let all = pids(&profile.to_string_lossy());
    if all.is_empty() {
        return false;
    }
    Command::new("sh").args(["-c", &format!("kill -9 {}", all.join(" "))]).output().ok();
    true
}

fn pids(mark: &str) -> Vec<String> {
    match fs::read_dir("/proc") {
        Ok(entries) => {
            let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
            let numbers = names.filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()));
            numbers
                .filter(|pid| fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|line| names_it(&line, mark)))
                .collect()
        }
        Err(_) => {
            let listed = Command::new("ps")
                .args(["-axo", "pid=,command="])
                .output()
                .unwrap_or_else(|error| panic!("ps: {error}"));
            let text = String::from_utf8_lossy(&listed.stdout).into_owned();
            let lines = text.lines().filter(|line| names_it(line.as_bytes(), mark));
            lines.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
        }
    }
}

fn names_it(command_line: &[u8], mark: &str) -> bool {
    String::from_utf8_lossy(command_line).contains(&format!("--user-data-dir={mark}"))
}
