//! Bars drawn as a picture. Where they stand is worked out by `insight::chart`; here it becomes markup.

use crate::insight::chart::{Bar, Bars, GROUND, HEIGHT, LEFT, Line, WIDTH};
use crate::ui::html::{El, Node};
use crate::ui::wires::{Way, Wire, Wires};
use leptos::prelude::{AddAnyAttr, IntoAny};
use leptos::svg::svg;

/// What stands under a bar, and whether it stands apart from the others.
pub struct Named {
    pub name: String,
    pub is_apart: bool,
}

/// A chart, and what it says for those who can not see it.
pub struct Chart {
    pub bars: Bars,
    pub names: Vec<Named>,
    pub spoken: String,
}

impl Node for Chart {
    fn put(parent: El, chart: Self) -> El {
        let frame = ["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat();
        let attributes = [("class", "chart".to_owned()), ("viewBox", frame), ("role", "img".to_owned())];
        let mut wires: Vec<Wire> =
            attributes.into_iter().map(|(name, value)| Wire(name, Way::Fixed(value.into()))).collect();
        wires.push(Wire("aria-label", Way::Fixed(chart.spoken.clone().into())));
        wires.push(Wire("", Way::Inside(markup(&chart).into())));
        Node::put(parent, svg().add_any_attr(Wires::new(wires)).into_any())
    }
}

fn markup(chart: &Chart) -> String {
    let mut drawn = String::new();
    for line in &chart.bars.lines {
        draw_line(&mut drawn, *line);
    }
    for (bar, named) in chart.bars.bars.iter().zip(&chart.names) {
        draw_bar(&mut drawn, *bar, named);
    }
    drawn
}

fn draw_line(drawn: &mut String, Line { value, y }: Line) {
    let y_text = y.to_string();
    drawn.push_str(&["<path d=\"M", &LEFT.to_string(), " ", &y_text, "H", &WIDTH.to_string(), "\"/>"].concat());
    text(drawn, ("axis", LEFT.saturating_sub(5), y.saturating_add(4)), &value.to_string());
}

fn draw_bar(drawn: &mut String, bar: Bar, named: &Named) {
    let class = if named.is_apart { "apart" } else { "" };
    let place = [("x", bar.left), ("y", bar.top), ("width", bar.width), ("height", bar.height)];
    drawn.push_str(&["<rect class=\"", class, "\""].concat());
    for (name, number) in place {
        drawn.push_str(&[" ", name, "=\"", &number.to_string(), "\""].concat());
    }
    drawn.push_str("/>");
    if bar.is_named {
        let value = bar.value.map_or("–".to_owned(), |value| value.to_string());
        text(drawn, ("value", bar.middle(), bar.top.saturating_sub(4)), &value);
        text(drawn, ("name", bar.middle(), GROUND.saturating_add(16)), &named.name);
    }
}

/// A text at a place. What could be markup is not.
fn text(drawn: &mut String, (class, x, y): (&str, i64, i64), text: &str) {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let place = ["<text class=\"", class, "\" x=\"", &x.to_string(), "\" y=\"", &y.to_string(), "\">"].concat();
    drawn.push_str(&[&place, text.as_str(), "</text>"].concat());
}
