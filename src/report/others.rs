//! Files for others, whole: what is asked for in, their names and bytes out.

use super::csv::{self, Separator};
use super::package::Package;
use super::sheets::{Asked, Audience, Book, gathered};
use super::{geojson, xlsx};
use crate::record::pace::{Pace, Steps};
use crate::record::text::fold;

/// How the tables are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// One workbook.
    #[default]
    Xlsx,
    /// A file for each table.
    Csv(Separator),
    /// The same with HXL hashtags.
    Hxl,
    GeoJson,
}

/// A file, ready to be handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Makes the files in steps, which a screen does in pieces; nothing where they can not be packed.
pub fn make(asked: Asked<'_>, format: Format) -> Steps<'_, Option<Vec<File>>> {
    Steps::new(move |pace| async move {
        let book = gathered(asked, pace.clone()).await;
        files(&book, format, &pace).await
    })
}

/// The same from tables that are there.
pub async fn files(book: &Book, format: Format, pace: &Pace) -> Option<Vec<File>> {
    let audience = audience(book);
    let (separator, with_tags) = match format {
        Format::Xlsx => {
            let bytes = xlsx::write(book, pace).await?;
            return Some(vec![File { name: ["ayni-", audience, ".xlsx"].concat(), bytes }]);
        }
        Format::GeoJson => {
            let bytes = geojson::write(book, pace).await.into_bytes();
            return Some(vec![File { name: ["ayni-", audience, ".geojson"].concat(), bytes }]);
        }
        Format::Csv(separator) => (separator, false),
        Format::Hxl => (Separator::Comma, true),
    };
    let ending = if with_tags { ".hxl.csv" } else { ".csv" };
    let mut files = Vec::new();
    for sheet in &book.sheets {
        let name = [&slug(sheet.name), "-", audience, ending].concat();
        let bytes = csv::write(book, sheet, separator, with_tags, pace).await.into_bytes();
        files.push(File { name, bytes });
    }
    Some(files)
}

/// Whom a file is for stands in its name, so that it says so wherever it is sent.
fn audience(book: &Book) -> &'static str {
    let words = book.lang.words().other_files();
    match book.audience {
        Audience::Team => words.team_in_name,
        Audience::Public => words.public_in_name,
    }
}

/// "Pies de foto" as the name of a file: `pies-de-foto`.
fn slug(name: &str) -> String {
    fold(name).replace(' ', "-")
}

/// Several files as one, for those who can take only one at a time.
pub fn zipped(files: &[File]) -> Option<Vec<u8>> {
    let mut package = Package::default();
    files.iter().for_each(|file| package.add(&file.name, &file.bytes));
    package.finish()
}
