//! Files for others: spreadsheets, open data.

use crate::i18n::OtherFiles;

pub const OTHER_FILES: OtherFiles = OtherFiles { title: "Archivos para otros" };
