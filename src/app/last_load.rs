//! The last load of files, for as long as it can be taken back as a whole: until something is saved, sent or loaded after it.

use super::Settings;
use crate::record::{MAX_INT, Value};
use crate::storage::LastImport;

/// What is kept of it, beside the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastLoad {
    pub import: LastImport,
    /// RFC 3339.
    pub at: String,
    pub files: usize,
    pub changes: usize,
    /// The photos that came with it.
    pub photos: Vec<String>,
    /// What was known of the others before it. Its other members say nothing.
    pub before: Settings,
}

impl LastLoad {
    /// Whether nothing left here since.
    pub fn is_unsent(&self, settings: &Settings) -> bool {
        self.before.last_file_at == settings.last_file_at
    }

    /// The settings as they were as far as the load changed them.
    pub fn restore(&self, settings: &mut Settings) {
        let before = self.before.clone();
        settings.safe = before.safe;
        settings.photos_not_there = before.photos_not_there;
        settings.peers = before.peers;
        settings.last_confirmed_at = before.last_confirmed_at;
        settings.last_confirmed_by = before.last_confirmed_by;
    }

    pub fn to_value(&self) -> Value {
        let int = |number: usize| Value::Int(i64::try_from(number).unwrap_or(MAX_INT).min(MAX_INT));
        let (unread_before, unread_after) = self.import.unread;
        Value::map([
            ("row", i64::from(self.import.row).into()),
            ("rows", i64::from(self.import.rows).into()),
            ("bytes", int(self.import.bytes)),
            ("unread_before", int(unread_before)),
            ("unread_after", int(unread_after)),
            ("at", self.at.as_str().into()),
            ("files", int(self.files)),
            ("changes", int(self.changes)),
            ("photos", Value::List(self.photos.iter().map(|name| name.as_str().into()).collect())),
            ("before", self.before.to_value()),
        ])
    }

    /// Nothing where it is of another form: then it is not offered.
    pub fn from_value(mut kept: Value) -> Option<Self> {
        let mut int = |name: &str| usize::try_from(kept.take(name).as_int()?).ok();
        let (row, unread) = (int("row")?, (int("unread_before")?, int("unread_after")?));
        let (files, changes) = (int("files")?, int("changes")?);
        let (rows, bytes) = (u32::try_from(int("rows")?).ok()?, int("bytes")?);
        let import = LastImport { row: u32::try_from(row).ok()?, rows, bytes, unread };
        Some(LastLoad {
            import,
            at: kept.take("at").into_text(),
            files,
            changes,
            photos: kept.take("photos").into_list().into_iter().map(Value::into_text).collect(),
            before: Settings::from_value(kept.take("before")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load() -> LastLoad {
        LastLoad {
            import: LastImport { row: 7, rows: 2, bytes: 70_000, unread: (1, 3) },
            at: "2026-11-26T08:00:00-05:00".to_owned(),
            files: 5,
            changes: 120,
            photos: vec!["cd".repeat(32)],
            before: Settings { last_confirmed_by: "Mesa".to_owned(), name: "Rosa".to_owned(), ..Settings::default() },
        }
    }

    #[test]
    fn it_reads_back_as_it_was_kept_and_nothing_else_is_one() {
        assert_eq!(LastLoad::from_value(load().to_value()), Some(load()));
        assert_eq!(LastLoad::from_value(Value::map([("row", 7.into())])), None);
        assert_eq!(LastLoad::from_value(Value::Null), None);
    }

    #[test]
    fn it_can_be_taken_back_until_something_leaves_and_gives_back_only_what_it_changed() {
        let mut settings =
            Settings { last_confirmed_by: "Otra".to_owned(), name: "Rosa Q.".to_owned(), ..Settings::default() };
        assert!(load().is_unsent(&settings));
        load().restore(&mut settings);
        assert_eq!((settings.last_confirmed_by.as_str(), settings.name.as_str()), ("Mesa", "Rosa Q."));
        settings.last_file_at = "2026-11-26T08:05:00-05:00".to_owned();
        assert!(!load().is_unsent(&settings));
    }
}
