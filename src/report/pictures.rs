//! Charts and maps as pictures: what `insight` worked out, put into shapes and words.

use super::svg::{Look, Picture};
use crate::i18n::Lang;
use crate::insight::map::{self, Map};
use crate::insight::rows::{self, Rows, Said};

/// A chart of rows, and over it what its parts are where there are several. Nothing where there is nothing to draw.
pub fn of_rows(lang: Lang, title: &str, said: &[Said], legend: &[String]) -> Option<Picture> {
    let chart = rows::rows(said)?;
    let above = if legend.is_empty() { 0 } else { LEGEND };
    let mut picture = Picture::new(rows::WIDTH, chart.height.saturating_add(above), title);
    draw_legend(&mut picture, legend);
    let scale = above.saturating_add(26);
    for (at, (value, x)) in chart.lines.iter().enumerate() {
        let look = if at == 0 { Look::Zero } else { Look::Line };
        let foot = chart.height.saturating_add(above).saturating_sub(10);
        picture.line(look, [(*x).max(2), scale.saturating_add(8), (*x).max(2), foot]);
        if at > 0 {
            picture.text(Look::Scale, [*x, scale], &lang.number(*value));
        }
    }
    draw_rows(lang, &mut picture, &chart, said, above);
    Some(picture)
}

/// How high the line is that says what the parts are.
const LEGEND: i64 = 44;

fn draw_legend(picture: &mut Picture, legend: &[String]) {
    let mut x: i64 = 0;
    for (at, name) in legend.iter().enumerate() {
        picture.rect(Look::Part(at), [x, 8, 22, 22]);
        picture.text(Look::Name, [x.saturating_add(32), 28], name);
        let letters = i64::try_from(name.chars().count()).unwrap_or_default();
        x = x.saturating_add(letters.saturating_mul(13)).saturating_add(64);
    }
}

fn draw_rows(lang: Lang, picture: &mut Picture, chart: &Rows, said: &[Said], above: i64) {
    for (row, said) in chart.rows.iter().zip(said) {
        let (top, mut foot) = (row.top.saturating_add(above), row.name_y.saturating_add(above));
        for line in &row.name {
            picture.text(Look::Name, [6, foot], line);
            foot = foot.saturating_add(30);
        }
        for (at, (left, width)) in row.parts.iter().enumerate().filter(|(_, (_, width))| *width > 0) {
            picture.rect(Look::Part(at), [*left, top, *width, row.height]);
        }
        if let Some((left, width)) = row.may_be {
            picture.rect(Look::MayBe, [left, top, width, row.height]);
        }
        if let Some(x) = row.target {
            let (from, to) = (top.saturating_sub(5), top.saturating_add(row.height).saturating_add(5));
            picture.line(Look::Target, [x, from, x, to]);
        }
        let place = [row.end.saturating_add(10), top.saturating_add(24)];
        picture.text(Look::Value, place, &number(lang, said));
    }
}

fn number(lang: Lang, said: &Said) -> String {
    let known: Vec<i64> = said.parts.iter().flatten().copied().collect();
    if known.is_empty() {
        return "—".to_owned();
    }
    let sum = known.into_iter().fold(0, i64::saturating_add);
    match said.up_to.filter(|up_to| *up_to > sum) {
        Some(up_to) => [lang.number(sum), lang.number(up_to)].join("–"),
        None => lang.number(sum),
    }
}

/// A map with its circles; the number stands on those that are large enough.
pub fn of_map(lang: Lang, title: &str, drawn: &Map) -> Picture {
    let mut picture = Picture::new(map::WIDTH, drawn.height, title);
    drawn.land.iter().for_each(|ring| picture.area(Look::Land, ring));
    if let Some((left, top, width, height)) = drawn.inset {
        picture.rect(Look::Frame, [left, top, width, height]);
    }
    for circle in &drawn.circles {
        picture.circle(Look::Spot, [circle.x, circle.y, circle.radius]);
        if circle.radius >= 18 {
            picture.text(Look::OnSpot, [circle.x, circle.y.saturating_add(8)], &lang.number(circle.count));
        }
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_its_number_its_bounds_or_that_nothing_was_recorded() {
        let row = |name: &str, parts: &[Option<i64>], up_to| Said {
            name: name.to_owned(),
            parts: parts.to_vec(),
            up_to,
            target: None,
        };
        let said = [row("a", &[Some(1200), Some(34)], None), row("b", &[Some(25)], Some(75)), row("c", &[None], None)];
        let legend = ["Mujeres".to_owned(), "Hombres".to_owned()];
        let picture = of_rows(Lang::Es, "Asistencias", &said, &legend).expect("a picture");
        let drawn = picture.marks();
        for text in [">25–75<", ">—<", ">Mujeres<", ">a<"] {
            assert!(drawn.contains(text), "{text}: {drawn}");
        }
        assert_eq!(drawn.matches("class=\"part two\"").count(), 2, "one in the legend, one bar");
        assert_eq!(of_rows(Lang::Es, "", &[], &[]), None);
    }

    #[test]
    fn a_map_shows_where_and_how_much() {
        let counted = [("EC1003".to_owned(), 16), ("EC1001".to_owned(), 1)];
        let picture = of_map(Lang::En, "Visits", &map::map(map::Country::Ecuador, &counted));
        assert_eq!(picture.marks().matches("<circle").count(), 2);
        assert!(picture.marks().contains(">16</text>") && !picture.marks().contains(">1</text>"));
    }
}
