//! A report as Markdown (CommonMark, with tables as GitHub has them).

use super::document::{Block, Document, Line, Photo, Table};

/// The text. A photo is named by the path that `photo_path` gives for what it is kept under; without one only its caption stands there.
pub fn markdown(document: &Document, photo_path: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = Vec::new();
    out.push(["# ", &escaped(&document.title)].concat());
    out.push(document.about.iter().map(|line| escaped(line)).collect::<Vec<_>>().join(" · "));
    for section in &document.sections {
        out.push(["## ", &escaped(section.title)].concat());
        out.extend(section.written.iter().map(|line| escaped(line)));
        for block in &section.filled {
            out.push(match block {
                Block::Part(title) => ["### ", &escaped(title)].concat(),
                Block::Line(line) => escaped(&line.text),
                Block::Note(line) => ["*", &escaped(&line.text), "*"].concat(),
                Block::Items(lines) => items(lines),
                Block::Table(counted) => table(counted),
                Block::Photo(shown) => photo(shown, photo_path),
            });
        }
    }
    out.push("---".to_owned());
    out.extend(document.closing.iter().map(|line| escaped(line)));
    out.join("\n\n") + "\n"
}

fn items(lines: &[Line]) -> String {
    lines.iter().map(|line| ["- ", &escaped(&line.text)].concat()).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let width = table.rows.iter().map(|row| row.cells.len()).chain([table.head.len()]).max().unwrap_or_default();
    let row = |cells: &[String]| {
        let cell = |at: usize| {
            cells.get(at).map(|cell| escaped(cell).replace('|', "\\|").replace('\n', " ")).unwrap_or_default()
        };
        ["| ", &(0..width).map(cell).collect::<Vec<_>>().join(" | "), " |"].concat()
    };
    let rule = |at: usize| if at < table.words { "---" } else { "---:" };
    let mut lines = Vec::new();
    if !table.caption.is_empty() {
        lines.push(["**", &escaped(&table.caption), "**\n"].concat());
    }
    lines.push(row(&table.head));
    lines.push(["|", &(0..width).map(rule).collect::<Vec<_>>().join("|"), "|"].concat());
    lines.extend(table.rows.iter().map(|one| row(&one.cells)));
    if let Some(note) = &table.note {
        lines.push(["\n*", &escaped(note), "*"].concat());
    }
    lines.join("\n")
}

fn photo(photo: &Photo, path: &dyn Fn(&str) -> Option<String>) -> String {
    match path(&photo.attachment) {
        Some(path) => ["![", &escaped(&photo.caption), "](", &path, ")"].concat(),
        None => ["- ", &escaped(&photo.caption)].concat(),
    }
}

/// Text in which nothing is markup: what a person typed stays what it is.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (at, sign) in text.char_indices() {
        let is_first = text.get(..at).is_none_or(|before| before.trim().is_empty());
        let is_markup = matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>')
            || (is_first && matches!(sign, '#' | '+' | '-' | '=' | '~'));
        // "1. " at the beginning of a line would become a list.
        let is_number = sign == '.'
            && text
                .get(..at)
                .is_some_and(|before| !before.is_empty() && before.trim().bytes().all(|byte| byte.is_ascii_digit()));
        if is_markup || is_number {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_typed_is_text_and_no_markup() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected, "{text}");
        check("# 3 * 4", "\\# 3 \\* 4");
        check("a - b", "a - b");
        check("- a", "\\- a");
        check("1. uno", "1\\. uno");
        check("<script>", "\\<script\\>");
        check("[x](y)", "\\[x\\](y)");
    }

    #[test]
    fn a_bar_in_a_cell_ends_no_cell() {
        let row = super::super::document::Row { cells: vec!["a|b".into(), "1".into()], records: Vec::new() };
        let counted = Table { head: vec!["x".into(), "y".into()], rows: vec![row], words: 1, ..Table::default() };
        assert_eq!(table(&counted), "| x | y |\n|---|---:|\n| a\\|b | 1 |");
    }
}
