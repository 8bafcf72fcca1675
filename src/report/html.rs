//! A report as one page of HTML that needs nothing beside it: style, photos and all are inside. It prints well.

use super::document::{Block, Document, Line, Photo, Section, Table};
use super::markup::escaped;

const STYLE: &str = include_str!("report.css");

/// A photo's media type and its bytes in base64.
pub type Pictures<'a> = &'a dyn Fn(&str) -> Option<(String, String)>;

/// The whole page.
pub fn page(document: &Document, pictures: Pictures) -> String {
    let title = escaped(&document.title);
    let words = document.lang.words().document();
    // The words of the running foot stand in the style, where a quote would end them.
    let foot = |text: &str| text.replace(['\\', '"', '\n', '<'], " ");
    let style = STYLE.replace("{page}", &foot(words.page)).replace("{title}", &foot(&document.title));
    [
        "<!doctype html>\n<html lang=\"",
        document.lang.code(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        &title,
        "</title>\n<style>\n",
        &style,
        "</style>\n</head>\n<body>\n",
        &body(document, pictures),
        "</body>\n</html>\n",
    ]
    .concat()
}

/// What stands in its body: the same that is printed from the app.
pub fn body(document: &Document, pictures: Pictures) -> String {
    let mut out = String::from("<main class=\"report\">\n<header>\n");
    element(&mut out, "h1", &document.title);
    element(&mut out, "p", &document.about.join(" · "));
    out.push_str("</header>\n");
    for one in &document.sections {
        section(&mut out, one, pictures);
    }
    out.push_str("<footer>\n");
    for line in &document.closing {
        element(&mut out, "p", line);
    }
    out.push_str("</footer>\n</main>\n");
    out
}

fn section(out: &mut String, section: &Section, pictures: Pictures) {
    out.push_str("<section>\n");
    element(out, "h2", section.title);
    for line in &section.written {
        element(out, "p", line);
    }
    for block in &section.filled {
        match block {
            Block::Part(title) => element(out, "h3", title),
            Block::Line(line) => element(out, "p", &line.text),
            Block::Note(line) => {
                out.push_str("<p class=\"note\">");
                out.push_str(&escaped(&line.text));
                out.push_str("</p>\n");
            }
            Block::Items(lines) => items(out, lines),
            Block::Table(counted) => table(out, counted),
            Block::Photo(shown) => photo(out, shown, pictures),
        }
    }
    out.push_str("</section>\n");
}

fn items(out: &mut String, lines: &[Line]) {
    out.push_str("<ul>\n");
    for line in lines {
        element(out, "li", &line.text);
    }
    out.push_str("</ul>\n");
}

fn table(out: &mut String, table: &Table) {
    let class = |at: usize| if at < table.words { "" } else { " class=\"number\"" };
    out.push_str("<table>\n");
    if !table.caption.is_empty() {
        element(out, "caption", &table.caption);
    }
    if !table.head.is_empty() {
        out.push_str("<thead><tr>");
        for (at, cell) in table.head.iter().enumerate() {
            out.push_str(&["<th scope=\"col\"", class(at), ">", &escaped(cell), "</th>"].concat());
        }
        out.push_str("</tr></thead>\n");
    }
    out.push_str("<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (at, cell) in row.cells.iter().enumerate() {
            let (open, close) = if at == 0 { ("<th scope=\"row\"", "</th>") } else { ("<td", "</td>") };
            out.push_str(&[open, class(at), ">", &escaped(cell), close].concat());
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    if let Some(note) = &table.note {
        out.push_str(&["<p class=\"note\">", &escaped(note), "</p>\n"].concat());
    }
}

fn photo(out: &mut String, photo: &Photo, pictures: Pictures) {
    let caption = escaped(&photo.caption);
    out.push_str("<figure>");
    if let Some((kind, bytes)) = pictures(&photo.attachment) {
        out.push_str(&["<img alt=\"", &caption, "\" src=\"data:", &escaped(&kind), ";base64,", &bytes, "\">"].concat());
    }
    out.push_str(&["<figcaption>", &caption, "</figcaption></figure>\n"].concat());
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push_str(&["<", name, ">", &escaped(text), "</", name, ">\n"].concat());
}
