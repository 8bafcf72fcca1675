//! A report as a file: made when it is asked for, with its photos, and handed to the person; and as a page that is printed.

use super::put_together;
use crate::app::reports::file_name;
use crate::exchange::Photo;
use crate::i18n::Trouble;
use crate::report::docx::{Picture, docx};
use crate::report::fill::Asked;
use crate::report::html::page;
use crate::report::markdown::markdown;
use crate::storage::PhotoStore as _;
use crate::ui::browser::{self, printing};
use crate::ui::desk::Desk;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Print,
    Html,
    Markdown,
    Word,
}

/// Makes it and hands it out.
pub async fn hand(desk: Desk, asked: &Asked, form: Form) -> Result<(), Trouble> {
    let failed = || desk.words().errors.file_not_made.on(desk.device_word());
    let document = put_together(desk, asked, || true).await.ok_or_else(failed)?;
    let mut photos = Vec::new();
    if form != Form::Markdown {
        for name in document.attachments() {
            // One that is not held here is told by its caption alone.
            photos.extend(photo(desk, name).await);
        }
    }
    let of = |name: &str| photos.iter().find(|photo| photo.sha256 == name);
    let whole =
        || page(&document, &|name| of(name).map(|photo| (photo.kind.to_owned(), STANDARD.encode(&photo.bytes))));
    let (end, bytes) = match form {
        Form::Print => return printing::print(&whole()).ok_or_else(failed),
        Form::Html => ("html", whole().into_bytes()),
        Form::Markdown => ("md", markdown(&document, &|_| None).into_bytes()),
        Form::Word => ("docx", docx(&document, &|name| of(name).and_then(picture)).ok_or_else(failed)?),
    };
    let name = file_name(asked.lang, asked.template, browser::now(), end);
    let file = browser::bytes_file(&bytes).ok_or_else(failed)?;
    browser::download_file(&name, &file).ok_or_else(failed)
}

async fn photo(desk: Desk, name: &str) -> Option<Photo> {
    let bytes = desk.photo_store().await.ok()?.photo(name).await.ok()??;
    Photo::by_content(bytes).ok()
}

fn picture(photo: &Photo) -> Option<Picture> {
    let (width, height) = photo.size()?;
    Some(Picture { kind: photo.kind.to_owned(), width, height, bytes: photo.bytes.clone() })
}
