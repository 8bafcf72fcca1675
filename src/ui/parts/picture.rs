//! A chart or a map on a page: the picture, the same as a table, and the picture as a file.

use crate::report::svg::Picture;
use crate::ui::browser;
use crate::ui::browser::picture::{png_file, svg_file};
use crate::ui::desk::Desk;
use crate::ui::html::{El, Node, button, div, el};
use crate::ui::parts::icon::{Pic, icon};
use crate::ui::wires::{Way, Wire, Wires};
use leptos::prelude::{AddAnyAttr, IntoAny};
use leptos::svg::svg;

/// A file of pixels has so many for each unit of the picture: sharp on paper too.
const SHARP: i64 = 2;

/// A picture drawn in a page.
struct Drawn<'a>(&'a Picture);

impl Node for Drawn<'_> {
    fn put(parent: El, Drawn(picture): Self) -> El {
        let frame = ["0 0 ", &picture.width.to_string(), " ", &picture.height.to_string()].concat();
        let attributes = [("class", "picture".to_owned()), ("viewBox", frame), ("role", "img".to_owned())];
        let mut wires: Vec<Wire> =
            attributes.into_iter().map(|(name, value)| Wire(name, Way::Fixed(value.into()))).collect();
        wires.push(Wire("aria-label", Way::Fixed(picture.title.clone().into())));
        wires.push(Wire("", Way::Inside(picture.on_screen().into())));
        Node::put(parent, svg().add_any_attr(Wires::new(wires)).into_any())
    }
}

/// The picture with its table and the ways to save it. `file` is the name of a file without its ending.
pub fn figure(desk: Desk, test: &'static str, picture: &Picture, file: &str, table: El) -> El {
    let words = desk.words().indicators();
    let (text, name) = (picture.standalone(), [file, ".svg"].concat());
    let save_svg = move || {
        if svg_file(&text).and_then(|file| browser::download_file(&name, &file)).is_none() {
            desk.say(words.not_saved);
        }
    };
    let (text, name) = (picture.standalone(), [file, ".png"].concat());
    let pixels = |units: i64| u32::try_from(units.saturating_mul(SHARP)).unwrap_or(1);
    let (width, height) = (pixels(picture.width), pixels(picture.height));
    let save_png = move || {
        let (text, name) = (text.clone(), name.clone());
        leptos::task::spawn_local(async move {
            let file = png_file(&text, width, height).await;
            if file.and_then(|file| browser::download_file(&name, &file)).is_none() {
                desk.say(words.not_saved);
            }
        });
    };
    let summary = el("summary").class("btn plain").test("as-table").child(words.as_table);
    let save =
        |test, press: Box<dyn Fn()>, label| button("btn plain", test, press).child(icon(Pic::SaveFile)).child(label);
    div("stack tight figure")
        .test(test)
        .child(Drawn(picture))
        .child(el("details").child(summary).child(div("scroll").child(table)))
        .child(div("line doings").child([
            save("save-svg", Box::new(save_svg), words.save_svg),
            save("save-png", Box::new(save_png), words.save_png),
        ]))
}
