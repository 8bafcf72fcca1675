//! A report as a Word file (Office Open XML, ECMA-376): real headings, tables with a head that repeats, page numbers, the
//! language said, so that spelling is checked in it.

use super::document::{Block, Document, Line, Photo, Section, Table};
use super::markup::escaped;
use super::package::Package;
use crate::i18n::Lang;

/// A photo: its media type, width and height in pixels, and its bytes.
pub struct Picture {
    pub kind: String,
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

/// Twentieths of a point: the width between the margins of an A4 page.
const WIDTH: usize = 9_866;
/// English metric units: the same width, and the greatest height of a photo (12 cm).
const WIDTH_EMU: u64 = 6_264_000;
const HEIGHT_EMU: u64 = 4_320_000;
const EMU_PER_PIXEL: u64 = 9_525;

const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The bytes of the file; nothing where it would be too large for one.
pub fn docx(document: &Document, pictures: &dyn Fn(&str) -> Option<Picture>) -> Option<Vec<u8>> {
    let mut writing = Writing { body: String::new(), pictures, photos: Vec::new() };
    writing.document(document);
    let Writing { body, photos, .. } = writing;
    let mut package = Package::default();
    package.add("[Content_Types].xml", content_types().as_bytes());
    package.add("_rels/.rels", relations(&[("rId1", "officeDocument", "word/document.xml")]).as_bytes());
    let mut related = vec![
        ("rId1".to_owned(), "styles", "styles.xml".to_owned()),
        ("rId2".to_owned(), "numbering", "numbering.xml".to_owned()),
        ("rId3".to_owned(), "footer", "footer.xml".to_owned()),
        ("rId4".to_owned(), "header", "header.xml".to_owned()),
    ];
    for (number, picture) in photos.iter().enumerate() {
        let name = photo_name(number, &picture.kind);
        package.add_as_is(&["word/", &name].concat(), &picture.bytes);
        related.push((["rIdP", &number.to_string()].concat(), "image", name));
    }
    let related: Vec<(&str, &str, &str)> =
        related.iter().map(|(id, kind, to)| (id.as_str(), *kind, to.as_str())).collect();
    package.add("word/_rels/document.xml.rels", relations(&related).as_bytes());
    package.add("word/document.xml", whole(&body).as_bytes());
    package.add("word/styles.xml", styles(document.lang).as_bytes());
    package.add("word/numbering.xml", numbering().as_bytes());
    package.add("word/footer.xml", footer(document).as_bytes());
    package.add("word/header.xml", header(document).as_bytes());
    package.finish()
}

struct Writing<'a> {
    body: String,
    pictures: &'a dyn Fn(&str) -> Option<Picture>,
    photos: Vec<Picture>,
}

impl Writing<'_> {
    fn document(&mut self, document: &Document) {
        self.paragraph("Title", &document.title);
        self.paragraph("Subtitle", &document.about.join(" · "));
        for section in &document.sections {
            self.section(section);
        }
        for line in &document.closing {
            self.paragraph("Note", line);
        }
    }

    fn section(&mut self, section: &Section) {
        self.paragraph("Heading1", section.title);
        for line in &section.written {
            self.paragraph("", line);
        }
        for block in &section.filled {
            match block {
                Block::Part(title) => self.paragraph("Heading2", title),
                Block::Line(line) => self.paragraph("", &line.text),
                Block::Note(line) => self.paragraph("Note", &line.text),
                Block::Items(lines) => self.items(lines),
                Block::Table(table) => self.table(table),
                Block::Photo(photo) => self.photo(photo),
            }
        }
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        let style = if style.is_empty() {
            String::new()
        } else {
            ["<w:pPr><w:pStyle w:val=\"", style, "\"/></w:pPr>"].concat()
        };
        self.body.push_str(&["<w:p>", &style, &run(text), "</w:p>"].concat());
    }

    fn items(&mut self, lines: &[Line]) {
        for line in lines {
            self.paragraph("ListBullet", &line.text);
        }
    }

    fn table(&mut self, table: &Table) {
        let columns = table.rows.iter().map(|row| row.cells.len()).chain([table.head.len()]).max().unwrap_or_default();
        if columns == 0 {
            return;
        }
        if !table.caption.is_empty() {
            self.paragraph("Caption", &table.caption);
        }
        let width = (WIDTH / columns).to_string();
        let grid = ["<w:gridCol w:w=\"", &width, "\"/>"].concat().repeat(columns);
        let whole = WIDTH.to_string();
        self.body.push_str(
            &[
                "<w:tbl><w:tblPr><w:tblStyle w:val=\"Records\"/><w:tblW w:w=\"",
                &whole,
                "\" w:type=\"dxa\"/><w:tblLayout w:type=\"autofit\"/></w:tblPr><w:tblGrid>",
                &grid,
                "</w:tblGrid>",
            ]
            .concat(),
        );
        if !table.head.is_empty() {
            self.row(table, &table.head, columns, &width, true);
        }
        for row in &table.rows {
            self.row(table, &row.cells, columns, &width, false);
        }
        self.body.push_str("</w:tbl>");
        // Two tables without a paragraph between them would become one.
        self.paragraph("Note", table.note.as_deref().unwrap_or_default());
    }

    fn row(&mut self, table: &Table, cells: &[String], columns: usize, width: &str, is_head: bool) {
        self.body.push_str("<w:tr><w:trPr><w:cantSplit/>");
        self.body.push_str(if is_head { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        for at in 0..columns {
            let text = cells.get(at).map(String::as_str).unwrap_or_default();
            let right = if at < table.words { "" } else { "<w:jc w:val=\"right\"/>" };
            let style = if is_head || at == 0 { "CellStrong" } else { "Cell" };
            let cell = [
                "<w:tc><w:tcPr><w:tcW w:w=\"",
                width,
                "\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"",
                style,
                "\"/>",
                right,
                "</w:pPr>",
                &run(text),
                "</w:p></w:tc>",
            ];
            self.body.push_str(&cell.concat());
        }
        self.body.push_str("</w:tr>");
    }

    fn photo(&mut self, photo: &Photo) {
        if let Some(picture) =
            (self.pictures)(&photo.attachment).filter(|picture| picture.width > 0 && picture.height > 0)
        {
            let number = self.photos.len();
            let drawn = drawing(number, &picture, &photo.caption);
            self.body.push_str(&["<w:p><w:pPr><w:keepNext/></w:pPr><w:r>", &drawn, "</w:r></w:p>"].concat());
            self.photos.push(picture);
        }
        self.paragraph("Caption", &photo.caption);
    }
}

/// A text, its lines apart.
fn run(text: &str) -> String {
    let line = |line: &str| ["<w:t xml:space=\"preserve\">", &escaped(line), "</w:t>"].concat();
    let lines: Vec<String> = text.split('\n').map(line).collect();
    ["<w:r>", &lines.join("<w:br/>"), "</w:r>"].concat()
}

fn drawing(number: usize, picture: &Picture, caption: &str) -> String {
    let (width, height) = (
        u64::from(picture.width).saturating_mul(EMU_PER_PIXEL),
        u64::from(picture.height).saturating_mul(EMU_PER_PIXEL),
    );
    // The one of the two that is too large says how much smaller both become; photos here have at most 1600 pixels.
    let (mut wide, mut high) = (width, height);
    if wide > WIDTH_EMU {
        high = high.saturating_mul(WIDTH_EMU) / wide.max(1);
        wide = WIDTH_EMU;
    }
    if high > HEIGHT_EMU {
        wide = wide.saturating_mul(HEIGHT_EMU) / high.max(1);
        high = HEIGHT_EMU;
    }
    let extent = ["cx=\"", &wide.to_string(), "\" cy=\"", &high.to_string(), "\""].concat();
    let id = number.saturating_add(1).to_string();
    let name = escaped(caption);
    [
        "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent ", &extent,
        "/><wp:docPr id=\"", &id, "\" name=\"photo", &id, "\" descr=\"", &name, "\"/>",
        "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">",
        "<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"", &id, "\" name=\"photo", &id,
        "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdP", &number.to_string(),
        "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext ", &extent,
        "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>",
    ]
    .concat()
}

fn photo_name(number: usize, kind: &str) -> String {
    let end = match kind {
        "image/png" => "png",
        "image/webp" => "webp",
        _ => "jpeg",
    };
    ["media/photo", &number.to_string(), ".", end].concat()
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn content_types() -> String {
    let part = |name: &str, kind: &str| {
        ["<Override PartName=\"/word/", name, ".xml\" ContentType=\"", CONTENT, kind, "+xml\"/>"].concat()
    };
    [
        XML,
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"webp\" ContentType=\"image/webp\"/>",
        &part("document", "document.main"),
        &part("styles", "styles"),
        &part("numbering", "numbering"),
        &part("footer", "footer"),
        &part("header", "header"),
        "</Types>",
    ]
    .concat()
}

fn relations(all: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, to): &(&str, &str, &str)| {
        ["<Relationship Id=\"", id, "\" Type=\"", RELATION, kind, "\" Target=\"", to, "\"/>"].concat()
    };
    let all: String = all.iter().map(one).collect();
    [
        XML,
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
        &all,
        "</Relationships>",
    ]
    .concat()
}

fn whole(body: &str) -> String {
    let section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:footerReference w:type=\"first\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1020\" w:bottom=\"1134\" w:left=\"1020\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>";
    [
        XML,
        "<w:document xmlns:w=\"",
        WORD,
        "\" xmlns:r=\"",
        RELATION.trim_end_matches('/'),
        "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><w:body>",
        body,
        section,
        "</w:body></w:document>",
    ]
    .concat()
}

fn footer(document: &Document) -> String {
    let field = |name: &str| {
        ["<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> ", name, " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"].concat()
    };
    let page = [document.lang.words().document().page, " "].concat();
    let text = [&run(&page), &field("PAGE"), &run(" / "), &field("NUMPAGES")].map(String::as_str).concat();
    [
        XML,
        "<w:ftr xmlns:w=\"",
        WORD,
        "\"><w:p><w:pPr><w:pStyle w:val=\"Note\"/><w:jc w:val=\"right\"/></w:pPr>",
        &text,
        "</w:p></w:ftr>",
    ]
    .concat()
}

fn header(document: &Document) -> String {
    [
        XML,
        "<w:hdr xmlns:w=\"",
        WORD,
        "\"><w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>",
        &run(&document.title),
        "</w:p></w:hdr>",
    ]
    .concat()
}

fn numbering() -> String {
    [
        XML, "<w:numbering xmlns:w=\"", WORD,
        "\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"360\" w:hanging=\"260\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
    ]
    .concat()
}

fn styles(lang: Lang) -> String {
    let lang = match lang {
        Lang::Es => "es-BO",
        Lang::En => "en-GB",
    };
    // Name for people, name in the file, what a paragraph is, what its letters are.
    let style = |(id, name, paragraph, letters): (&str, &str, &str, &str)| {
        [
            "<w:style w:type=\"paragraph\" w:styleId=\"",
            id,
            "\"><w:name w:val=\"",
            name,
            "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>",
            paragraph,
            "</w:pPr><w:rPr>",
            letters,
            "</w:rPr></w:style>",
        ]
        .concat()
    };
    let all: String = [
        ("Title", "Title", "<w:keepNext/><w:spacing w:after=\"80\" w:line=\"252\" w:lineRule=\"auto\"/>", "<w:b/><w:sz w:val=\"40\"/>"),
        ("Subtitle", "Subtitle", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"9B1B3B\"/></w:pBdr><w:spacing w:after=\"240\"/>", "<w:color w:val=\"4A4E66\"/>"),
        ("Heading1", "heading 1", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"320\" w:after=\"100\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:color w:val=\"9B1B3B\"/><w:sz w:val=\"28\"/>"),
        ("Heading2", "heading 2", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>", "<w:b/><w:sz w:val=\"23\"/>"),
        ("ListBullet", "List Bullet", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/><w:ind w:left=\"360\" w:hanging=\"260\"/>", ""),
        ("Caption", "caption", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>", "<w:b/><w:sz w:val=\"20\"/>"),
        ("Cell", "Cell", "<w:spacing w:before=\"30\" w:after=\"30\"/>", "<w:sz w:val=\"19\"/>"),
        ("CellStrong", "Cell Strong", "<w:spacing w:before=\"30\" w:after=\"30\"/>", "<w:b/><w:sz w:val=\"19\"/>"),
        ("Note", "Note", "<w:spacing w:after=\"80\"/>", "<w:color w:val=\"4A4E66\"/><w:sz w:val=\"18\"/>"),
    ]
    .into_iter()
    .map(style)
    .collect();
    [
        XML, "<w:styles xmlns:w=\"", WORD, "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:color w:val=\"1F2440\"/><w:sz w:val=\"22\"/><w:lang w:val=\"", lang,
        "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>",
        &all,
        "<w:style w:type=\"table\" w:styleId=\"Records\"><w:name w:val=\"Records\"/><w:tblPr><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9C6BD\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9C6BD\"/></w:tblBorders><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"115\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>",
    ]
    .concat()
}
