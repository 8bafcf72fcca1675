//! A workbook for Excel and LibreOffice (Office Open XML, ECMA-376), written by hand: a sheet is a list of rows, and a library
//! for all of the format weighs more than the rest of the app.
//!
//! Dates are dates and numbers are numbers, shown as the reader's own country writes them. Texts are texts: none is ever a formula.

mod sheet;
mod text;

use super::package::{Package, Part};
use super::sheets::Book;
use crate::record::pace::Pace;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Places in the list of styles below.
mod style {
    pub const HEADING: usize = 1;
    pub const SHORT: usize = 2;
    pub const LONG: usize = 3;
    pub const DATE: usize = 4;
    pub const WHOLE: usize = 5;
    pub const DEGREES: usize = 6;
    /// A text that a person could turn into a formula by touching it is marked as text once more.
    pub const SHORT_MARKED: usize = 7;
    pub const LONG_MARKED: usize = 8;
}

/// Number format 14 is a date as the reader's country writes it; 1 a whole number.
const STYLES: &str = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.00####\"/></numFmts>\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
<font><b/><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF28325A\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>\
<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"9\">\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">\
<alignment vertical=\"center\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">\
<alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">\
<alignment horizontal=\"left\" vertical=\"top\"/></xf>\
<xf numFmtId=\"1\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">\
<alignment horizontal=\"right\" vertical=\"top\"/></xf>\
<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">\
<alignment vertical=\"top\"/></xf>\
<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyAlignment=\"1\">\
<alignment vertical=\"top\"/></xf>\
<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyAlignment=\"1\">\
<alignment vertical=\"top\" wrapText=\"1\"/></xf>\
</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

/// The bytes of the workbook; nothing where it can not be packed.
pub async fn write(book: &Book, pace: &Pace) -> Option<Vec<u8>> {
    let mut package = Package::default();
    let [mut types, mut sheets, mut relations] = [const { String::new() }; 3];
    for (number, sheet) in (1..).zip(&book.sheets) {
        let number: usize = number;
        let name = ["worksheets/sheet", &number.to_string(), ".xml"].concat();
        let id = number.to_string();
        types.push_str(&part_type(&["/xl/", &name].concat(), "worksheet"));
        let sheet_name = text::attribute(sheet.name);
        sheets.push_str(&["<sheet name=\"", &sheet_name, "\" sheetId=\"", &id, "\" r:id=\"rId", &id, "\"/>"].concat());
        relations.push_str(&relation(&id, &[RELATIONS, "/worksheet"].concat(), &name));
        let mut part = Part::default();
        sheet::write(&mut part, book, sheet, number == 1, pace).await;
        package.put(&["xl/", &name].concat(), part);
    }
    let styles_id = book.sheets.len().saturating_add(1).to_string();
    relations.push_str(&relation(&styles_id, &[RELATIONS, "/styles"].concat(), "styles.xml"));
    let mut add = |name: &str, parts: &[&str]| package.add(name, [&[HEAD], parts].concat().concat().as_bytes());
    let workbook =
        ["<workbook xmlns=\"", MAIN, "\" xmlns:r=\"", RELATIONS, "\"><sheets>", &sheets, "</sheets></workbook>"];
    add("xl/workbook.xml", &workbook);
    add(
        "xl/_rels/workbook.xml.rels",
        &["<Relationships xmlns=\"", PACKAGE, "/relationships\">", &relations, "</Relationships>"],
    );
    add("xl/styles.xml", &["<styleSheet xmlns=\"", MAIN, "\">", STYLES, "</styleSheet>"]);
    let root = relation("1", &[RELATIONS, "/officeDocument"].concat(), "xl/workbook.xml");
    add("_rels/.rels", &["<Relationships xmlns=\"", PACKAGE, "/relationships\">", &root, "</Relationships>"]);
    let defaults = [
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    ];
    let own = [part_type("/xl/workbook.xml", "sheet.main"), part_type("/xl/styles.xml", "styles")].concat();
    let parts = ["<Types xmlns=\"", PACKAGE, "/content-types\">", &defaults.concat(), &own, &types, "</Types>"];
    add("[Content_Types].xml", &parts);
    package.finish()
}

fn part_type(name: &str, kind: &str) -> String {
    ["<Override PartName=\"", name, "\" ContentType=\"", TYPES, ".", kind, "+xml\"/>"].concat()
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    ["<Relationship Id=\"rId", id, "\" Type=\"", kind, "\" Target=\"", target, "\"/>"].concat()
}
