//! The words of the lists: added in a form, tidied on their page.

use crate::record::Choice;

#[derive(Clone, Copy)]
pub struct Vocabulary {
    pub title: &'static str,
    pub hint: &'static str,
    /// Before the choice of a list.
    pub which: &'static str,
    /// What a list is called.
    pub list: fn(Choice) -> &'static str,
    /// In how many records a word is used.
    pub uses: fn(usize) -> String,
    /// A list without words.
    pub empty: &'static str,
    pub retired: &'static str,
    /// The name of the word that it was joined into.
    pub same_as: fn(&str) -> String,
    /// Under the words of a form.
    pub add_another: &'static str,
    pub new_word: &'static str,
    pub add: &'static str,
    /// Over words like the one being typed.
    pub similar: &'static str,
    pub retire: &'static str,
    pub use_again: &'static str,
    /// The label of the choice of another word.
    pub join: &'static str,
    /// Nothing chosen yet.
    pub join_choose: &'static str,
    pub join_do: &'static str,
    pub join_hint: &'static str,
    pub part: &'static str,
}
