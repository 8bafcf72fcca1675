//! The report of the example, held line by line against what the page says.

use super::records::all;
use ayni::i18n::Lang;
use ayni::record::RecordId;
use ayni::record::template::Heading;
use ayni::report::document::{Block, Document, Table};
use ayni::report::fill::{Asked, Audience, fill};
use ayni::report::markdown::markdown;

fn report(lang: Lang, audience: Audience) -> Document {
    let today = "2026-11-26".to_owned();
    fill(&all(), &Asked { lang, audience, today, ..Asked::default() })
}

/// Lines and items under a heading.
fn lines(document: &Document, heading: Heading) -> Vec<String> {
    let mut all = Vec::new();
    for block in blocks(document, heading) {
        match block {
            Block::Line(line) | Block::Note(line) => all.push(line.text.clone()),
            Block::Items(lines) => all.extend(lines.iter().map(|line| line.text.clone())),
            _ => {}
        }
    }
    all
}

fn blocks(document: &Document, heading: Heading) -> &[Block] {
    let section = document.sections.iter().find(|section| section.heading == heading);
    section.map(|section| section.filled.as_slice()).unwrap_or_default()
}

fn tables(document: &Document, heading: Heading) -> Vec<&Table> {
    let of = |block: &'_ Block| matches!(block, Block::Table(_));
    let all = blocks(document, heading).iter().filter(|block| of(block));
    all.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

fn cells(table: &Table, columns: &[usize]) -> Vec<String> {
    table
        .rows
        .iter()
        .map(|row| columns.iter().map(|at| row.cells[*at].clone()).collect::<Vec<_>>().join(" | "))
        .collect()
}

#[test]
fn the_five_production_areas_and_the_four_thematic_ones_are_those_of_the_page() {
    let check = |lang, areas: &str, focus: &str| {
        let lines = lines(&report(lang, Audience::Team), Heading::ThematicArea);
        assert_eq!(lines[..2], [areas.to_owned(), focus.to_owned()]);
    };
    // "Thematic Area: Local Development, Gender Equality, Sustainable cities and communities, Productive development"
    let areas = "Desarrollo local, Igualdad de género, Ciudades y comunidades sostenibles, Desarrollo productivo";
    // "five production areas: milk production, organic coffee, woven alpaca, vegetables and community tourism"
    let spanish = "Producción de leche, Café orgánico, Tejidos de alpaca, Hortalizas, Turismo comunitario";
    check(Lang::Es, areas, &format!("Rubros del intercambio: {spanish}"));
    let english = "Milk production, Organic coffee, Alpaca weaving, Vegetables, Community tourism";
    check(Lang::En, areas, &format!("Production areas of the exchange: {english}"));
}

#[test]
fn the_countries_are_those_of_the_page() {
    // "Country: Bolivia, Ecuador"
    for lang in [Lang::Es, Lang::En] {
        assert_eq!(lines(&report(lang, Audience::Team), Heading::Country), ["Bolivia, Ecuador"]);
    }
}

#[test]
fn the_agenda_has_the_visits_in_the_order_of_the_page() {
    let document = report(Lang::En, Audience::Team);
    let agenda = tables(&document, Heading::Implemented)[0];
    assert_eq!(
        cells(agenda, &[0, 2, 3]),
        [
            "26 Oct 2015–30 Oct 2015 | Asociación de Agricultores Agroecológicos de Íntag | Site visit",
            "26 Oct 2015–30 Oct 2015 | Asociación de Caficultores Río Íntag | Site visit",
            "26 Oct 2015–30 Oct 2015 | Asociación de Mujeres de El Rosal | Site visit",
            "26 Oct 2015–30 Oct 2015 | Corporación Talleres del Gran Valle | Site visit",
            "26 Oct 2015–30 Oct 2015 | GAD Municipal de Cotacachi | Meeting",
        ]
    );
    assert!(agenda.rows.iter().all(|row| row.records.len() == 1), "each line knows its note");
    // The six associations and the two municipal governments that the page names as travelling.
    assert_eq!(lines(&document, Heading::Implemented).len(), 8);
}

#[test]
fn the_partners_of_the_page_stand_by_country_and_municipality() {
    let document = report(Lang::Es, Audience::Team);
    let all = cells(tables(&document, Heading::Partners)[0], &[0, 1, 2, 4]);
    for partner in [
        // "Tiquipaya - Flower Producers Association Montecillo Bajo"
        "Bolivia | Tiquipaya · Cochabamba (Montecillo Bajo) | Asociación de Productores de Flores de Montecillo Bajo | Delegación, Organización aliada",
        // "Tiquipaya – Horticulturists APROBUM"
        "Bolivia | Tiquipaya · Cochabamba | Horticultores APROBUM | Organización aliada",
        // "Tiquipaya – Fish Farming Association Summit"
        "Bolivia | Tiquipaya · Cochabamba | Asociación Piscícola «Summit» | Organización aliada",
        // "Sacaba - Association Bartolinas Villa Obrajes"
        "Bolivia | Sacaba · Cochabamba (Villa Obrajes) | Asociación Bartolinas Villa Obrajes | Organización aliada",
        // "Sacaba - Milk Producers Association Sacaba Valley"
        "Bolivia | Sacaba · Cochabamba (Valle de Sacaba) | Asociación de Productores de Leche del Valle de Sacaba | Delegación, Organización aliada",
        // "CAYAMBE: … (RESSAK)"
        "Ecuador | Cayambe · Pichincha | Red de Economía Solidaria y Soberanía Alimentaria del territorio Kayambi (RESSAK) | Organización aliada",
    ] {
        assert!(all.iter().any(|row| row == partner), "{partner}\nis not among\n{}", all.join("\n"));
    }
    // "INTAG: Biological Corridors buffer zone of the Cotacachi Cayapas Ecological Reserve ZARECC"
    assert!(all.iter().any(|row| row.contains("(ZARECC)")));
}

#[test]
fn the_75_stand_apart_with_their_note_and_in_no_sum() {
    for lang in [Lang::Es, Lang::En] {
        let document = report(lang, Audience::Team);
        let told = lines(&document, Heading::Activities);
        let line = told.iter().find(|line| line.starts_with("75 ")).expect("the number is told");
        assert!(line.contains("75 producers trained in AFS"), "its note says where it comes from: {line}");
        let numbers = tables(&document, Heading::Activities);
        let has = |table: &&Table| table.rows.iter().any(|row| row.cells.iter().any(|cell| cell.contains("75")));
        assert!(!numbers.iter().any(has), "no table has it");
    }
    let public = lines(&report(Lang::Es, Audience::Public), Heading::Activities);
    assert!(public.iter().any(|line| line.starts_with("75 ")) && !public.iter().any(|line| line.contains("AFS")));
}

#[test]
fn what_was_not_reviewed_stays_out_and_is_named() {
    let document = report(Lang::Es, Audience::Team);
    let out: Vec<&str> = document.left_out.iter().map(|(record, _)| record.rid()).collect();
    assert_eq!(
        out,
        ["apertura", "cierre"],
        "of the opening and the closing meeting the page says neither place nor host"
    );
    // So their lessons are in no report yet, and the heading says that nothing is there.
    assert_eq!(lines(&document, Heading::Lessons), ["Sin información registrada."]);
}

#[test]
fn no_heading_of_the_form_vanishes() {
    for (lang, first, last) in [
        (Lang::Es, "## Área temática", "## Material relacionado"),
        (Lang::En, "## Thematic Area", "## Related Material"),
    ] {
        let text = markdown(&report(lang, Audience::Team), &|_| None);
        let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!((headings.len(), headings.first(), headings.last()), (13, Some(&first), Some(&last)));
    }
}

#[test]
fn one_visit_is_told_by_itself() {
    let visit = RecordId::parse("visit/el-rosal");
    let asked = Asked {
        template: ayni::record::template::Template::Visit,
        visit,
        today: "2026-11-26".into(),
        ..Asked::default()
    };
    let document = fill(&all(), &asked);
    assert_eq!(document.title, "Asociación de Mujeres de El Rosal");
    assert!(lines(&document, Heading::Findings)[0].starts_with("Según la página: la asociación de mujeres creó"));
    assert_eq!(tables(&document, Heading::Purpose)[0].rows[1].cells, ["Dónde", "El Rosal, Cotacachi · Imbabura"]);
}
