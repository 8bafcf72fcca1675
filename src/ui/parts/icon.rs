//! The icons: one family of lines, drawn for this app on a field of 24 × 24.

use crate::ui::html::{El, Node};
use crate::ui::wires::{Way, Wire, Wires};
use leptos::prelude::{AddAnyAttr, IntoAny};
use leptos::svg::svg;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pic {
    Today,
    Visit,
    Training,
    Exchange,
    Settings,
    Back,
    Check,
    Plus,
    Undo,
    Pin,
    People,
    Search,
    Close,
    Edit,
    SaveFile,
    LoadFile,
    Shield,
    Warning,
    Info,
    Help,
    Trash,
    Building,
    Leaf,
    Chevron,
    Device,
    File,
    Camera,
    Picture,
    Chart,
    Table,
    Report,
}

impl Pic {
    /// The shapes inside the picture, as markup of our own.
    const fn shapes(self) -> &'static str {
        match self {
            Pic::Today => {
                r#"<path d="M3 18.5h18M6.5 18.5a5.5 5.5 0 0 1 11 0M12 6v3.5M4.6 10.6l2 2M19.4 10.6l-2 2M8 22h8"/>"#
            }
            Pic::Visit => r#"<path d="M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9.5 12.5h6M9.5 16.5h6"/>"#,
            Pic::Training => {
                r#"<circle cx="8.5" cy="8" r="3.2"/><circle cx="17" cy="9" r="2.5"/><path d="M2.8 20c.5-4 2.6-6 5.7-6s5.2 2 5.7 6M15.5 14.4c3-.5 5.2 1.4 5.8 4.6"/>"#
            }
            Pic::Exchange => r#"<path d="M4 8.5h15.5M15.5 4.5l4 4-4 4M20 15.5H4.5M8.5 11.5l-4 4 4 4"/>"#,
            Pic::Settings => {
                r#"<path d="M4 7.5h8M17 7.5h3M4 16.5h3M12 16.5h8"/><circle cx="14.5" cy="7.5" r="2.5"/><circle cx="9.5" cy="16.5" r="2.5"/>"#
            }
            Pic::Chart => r#"<path d="M4 4v16h16M8.5 16v-4M13 16V7.5M17.5 16v-6"/>"#,
            Pic::Table => r#"<path d="M3.5 5h17v14h-17zM3.5 10h17M3.5 14.5h17M9.5 10v9"/>"#,
            Pic::Report => r#"<path d="M6 3.5h12v17H6zM9.5 8h5M9.5 12h5M9.5 16h2.5"/>"#,
            Pic::Back => r#"<path d="M15 5l-7 7 7 7"/>"#,
            Pic::Check => r#"<path d="m5 12.5 4.5 4.5L19 7.5"/>"#,
            Pic::Plus => r#"<path d="M12 5v14M5 12h14"/>"#,
            Pic::Undo => r#"<path d="M8 4.5l-4 4 4 4M4 8.5h10.5a5.25 5.25 0 0 1 0 10.5H9.5"/>"#,
            Pic::Pin => {
                r#"<path d="M12 21s7-6.2 7-11a7 7 0 0 0-14 0c0 4.8 7 11 7 11z"/><circle cx="12" cy="10" r="2.5"/>"#
            }
            Pic::People => {
                r#"<circle cx="12" cy="8.5" r="3"/><circle cx="5" cy="10.5" r="2"/><circle cx="19" cy="10.5" r="2"/><path d="M6.5 19.5c.4-3.6 2.4-5.5 5.5-5.5s5.1 1.9 5.5 5.5M2 18c.2-1.8.9-2.9 2.2-3.4M22 18c-.2-1.8-.9-2.9-2.2-3.4"/>"#
            }
            Pic::Search => r#"<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>"#,
            Pic::Close => r#"<path d="M6 6l12 12M18 6L6 18"/>"#,
            Pic::Edit => r#"<path d="M4 20l1-4.5L16 4.5l3.5 3.5-11 11zM13.5 7L17 10.5"/>"#,
            Pic::SaveFile => r#"<path d="M12 3.5v11M7.5 10l4.5 4.5 4.5-4.5M4.5 16v4h15v-4"/>"#,
            Pic::LoadFile => r#"<path d="M12 15V4M7.5 8.5L12 4l4.5 4.5M4.5 16v4h15v-4"/>"#,
            Pic::Shield => r#"<path d="M12 3L5 6v5c0 5 3 8.5 7 10 4-1.5 7-5 7-10V6z"/>"#,
            Pic::Warning => r#"<path d="M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.1"/>"#,
            Pic::Info => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.6v.1"/>"#,
            Pic::Help => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M9.7 9.6a2.4 2.4 0 1 1 3.6 2.1c-.9.5-1.3 1-1.3 2M12 16.4v.1"/>"#
            }
            Pic::Trash => {
                r#"<path d="M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5l1 13.5h9l1-13.5M10.3 10.5v5.5M13.7 10.5v5.5"/>"#
            }
            Pic::Building => r#"<path d="M5 20.5V9.5l7-5.5 7 5.5v11M3 20.5h18M10 20.5v-5.5h4v5.5"/>"#,
            Pic::Leaf => {
                r#"<path d="M6.5 18.5C2.5 11 8.5 4.5 20 4.5c.5 10.5-5 16.5-13.5 14zM4 21.5c1.5-5 4.5-8.5 9-11"/>"#
            }
            Pic::Chevron => r#"<path d="m9 5 7 7-7 7"/>"#,
            Pic::Device => r#"<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18h2"/>"#,
            Pic::Camera => r#"<path d="M3.5 7.5h4l1.5-3h6l1.5 3h4v12h-17z"/><circle cx="12" cy="13" r="3.5"/>"#,
            Pic::Picture => {
                r#"<rect x="3.5" y="4.5" width="17" height="15" rx="1.5"/><circle cx="9" cy="9.5" r="1.7"/><path d="m4 17.5 5-4.5 3.5 3 3.5-3.5 4 4"/>"#
            }
            Pic::File => r#"<path d="M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5"/>"#,
        }
    }
}

/// A picture beside a word; it says nothing of its own to a screen reader.
pub fn icon(pic: Pic) -> Icon {
    Icon("icon", pic.shapes())
}

/// The mark of the app, as on the home screen.
pub fn mark() -> Icon {
    Icon(
        "mark",
        r##"<path fill="#27306b" d="M0 0h24v24H0z"/><path fill="#931a37" d="M0 20h4v-4h12v-4H8V8h12V4h4v20H0z"/><path fill="none" stroke="#f2b632" stroke-width="1.8" stroke-linejoin="round" d="M-1 20h5v-4h12v-4H8V8h12V4h5"/>"##,
    )
}

/// A picture: its class and its shapes.
pub struct Icon(&'static str, &'static str);

impl Node for Icon {
    #[inline(never)]
    fn put(parent: El, Icon(class, shapes): Self) -> El {
        let attributes = [("class", class), ("viewBox", "0 0 24 24"), ("aria-hidden", "true")];
        let mut wires: Vec<Wire> =
            attributes.into_iter().map(|(name, value)| Wire(name, Way::Fixed(value.into()))).collect();
        wires.push(Wire("", Way::Inside(shapes.into())));
        Node::put(parent, svg().add_any_attr(Wires::new(wires)).into_any())
    }
}
