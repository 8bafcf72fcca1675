//! Reports, and what they are made of.

use crate::insight::ready::WhyNot;
use crate::record::template::Template;

#[derive(Clone, Copy)]
pub struct Reports {
    pub title: &'static str,
    pub hint: &'static str,
    pub new: &'static str,
    pub empty: &'static str,
    pub empty_hint: &'static str,
    pub template: fn(Template) -> &'static str,
    pub language: &'static str,
    pub which_template: &'static str,
    pub which_exchange: &'static str,
    pub which_visit: &'static str,
    pub only_one: &'static str,
    pub period: &'static str,
    pub period_hint: &'static str,
    /// Over what the records say under a heading, and over what a person writes.
    pub from_records: &'static str,
    pub your_text: &'static str,
    pub your_text_hint: &'static str,
    pub whom: &'static str,
    pub team: &'static str,
    pub public: &'static str,
    pub public_hint: &'static str,
    pub write: &'static str,
    pub print: &'static str,
    pub save_html: &'static str,
    pub save_markdown: &'static str,
    pub save_word: &'static str,
    pub saved: &'static str,
    pub making: &'static str,
    pub sources: fn(usize) -> String,
    pub missing: &'static str,
    pub nothing_missing: &'static str,
    pub no_consent: &'static str,
    pub no_caption: &'static str,
    pub no_target: &'static str,
    pub no_total: &'static str,
    pub left_out: &'static str,
    pub left_out_hint: &'static str,
    pub why_not: fn(WhyNot) -> &'static str,
    pub to_review: &'static str,
    pub other_files: &'static str,
    /// Under a list that is not shown to its end.
    pub and_more: fn(usize) -> String,
    /// Of how many lines so many are shown, and that the file holds them all.
    pub shown_of: fn(&str, &str) -> String,
}
