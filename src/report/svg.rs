//! Pictures as text: one SVG for the screen, for a file, and for a report.
//!
//! Every shape says by itself how it looks, so that a file of it looks the same anywhere and on paper. A page whose colours change,
//! as in the dark, gets the same shapes in its own colours.

use super::markup::escaped;

/// A picture being drawn, in whole units from the left and from above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: i64,
    pub height: i64,
    /// What it shows, for those who can not see it.
    pub title: String,
    marks: String,
}

/// What a shape is, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A line of the scale; the one at zero.
    Line,
    Zero,
    /// Parts of bars, in their order; more than these are alike.
    Part(usize),
    /// What may be beyond.
    MayBe,
    Target,
    Land,
    Frame,
    Spot,
    // Texts, from their left end, their middle or their right end
    Name,
    Value,
    Scale,
    OnSpot,
}

/// Each colour on white, and the token of the page that it is (`style/tokens.css`). A text can hold none of them: `#` in quotes is ours.
const COLOURS: [(&str, &str); 10] = [
    ("\"#27306b\"", "\"var(--indigo)\""),
    ("\"#f2b632\"", "\"var(--maize)\""),
    ("\"#8a806e\"", "\"var(--edge)\""),
    ("\"#e5dccb\"", "\"var(--line)\""),
    ("\"#e9ebf7\"", "\"var(--indigo-soft)\""),
    ("\"#8a1733\"", "\"var(--cochineal)\""),
    ("\"#f3ecdf\"", "\"var(--sunk)\""),
    ("\"#1b1a2e\"", "\"var(--ink)\""),
    ("\"#4b4858\"", "\"var(--stone)\""),
    ("\"#fff\"", "\"var(--surface)\""),
];

impl Look {
    /// Its class, and what it looks like on white.
    fn says(self) -> (&'static str, &'static str) {
        match self {
            Look::Line => ("line", r##"fill="none" stroke="#e5dccb" stroke-width="1.5""##),
            Look::Zero => ("zero", r##"fill="none" stroke="#8a806e" stroke-width="3""##),
            Look::Part(0) => ("part", r##"fill="#27306b""##),
            Look::Part(1) => ("part two", r##"fill="#f2b632""##),
            Look::Part(_) => ("part three", r##"fill="#8a806e""##),
            Look::MayBe => ("may-be", r##"fill="#e9ebf7" stroke="#27306b" stroke-width="2" stroke-dasharray="6 4""##),
            Look::Target => ("target", r##"fill="none" stroke="#8a1733" stroke-width="5""##),
            Look::Land => ("land", r##"fill="#f3ecdf" stroke="#8a806e" stroke-width="1.5" stroke-linejoin="round""##),
            Look::Frame => ("edge", r##"fill="none" stroke="#8a806e" stroke-width="1.5" stroke-dasharray="6 4""##),
            Look::Spot => ("spot", r##"fill="#27306b" fill-opacity=".8" stroke="#fff" stroke-width="2""##),
            Look::Name => ("name", r##"fill="#1b1a2e" font-size="24" text-anchor="start""##),
            Look::Value => ("value", r##"fill="#1b1a2e" font-size="24" font-weight="700" text-anchor="start""##),
            Look::Scale => ("scale", r##"fill="#4b4858" font-size="22" text-anchor="middle""##),
            Look::OnSpot => ("on-spot", r##"fill="#fff" font-size="22" font-weight="700" text-anchor="middle""##),
        }
    }
}

impl Picture {
    pub fn new(width: i64, height: i64, title: impl Into<String>) -> Self {
        Picture { width, height, title: title.into(), marks: String::new() }
    }

    fn shape(&mut self, tag: &str, look: Look, numbers: &[(&str, i64)]) -> &mut Self {
        let (class, looks) = look.says();
        self.marks.push_str(&["<", tag, " class=\"", class, "\" ", looks].concat());
        for (name, number) in numbers {
            self.marks.push_str(&[" ", name, "=\"", &number.to_string(), "\""].concat());
        }
        self
    }

    pub fn rect(&mut self, look: Look, [x, y, width, height]: [i64; 4]) {
        self.shape("rect", look, &[("x", x), ("y", y), ("width", width), ("height", height)]).marks.push_str("/>");
    }

    pub fn line(&mut self, look: Look, [x1, y1, x2, y2]: [i64; 4]) {
        self.shape("line", look, &[("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)]).marks.push_str("/>");
    }

    pub fn circle(&mut self, look: Look, [x, y, radius]: [i64; 3]) {
        self.shape("circle", look, &[("cx", x), ("cy", y), ("r", radius)]).marks.push_str("/>");
    }

    /// An area within these points.
    pub fn area(&mut self, look: Look, points: &[(i64, i64)]) {
        let points: Vec<String> = points.iter().map(|(x, y)| [x.to_string(), y.to_string()].join(" ")).collect();
        self.shape("path", look, &[]).marks.push_str(&[" d=\"M", &points.join("L"), "Z\"/>"].concat());
    }

    /// A text whose foot stands here. What could be markup is not.
    pub fn text(&mut self, look: Look, [x, y]: [i64; 2], text: &str) {
        self.shape("text", look, &[("x", x), ("y", y)]).marks.push_str(&[">", &escaped(text), "</text>"].concat());
    }

    /// The shapes alone, for a page that has a frame for them: in the colours of the page, which change in the dark.
    pub fn on_screen(&self) -> String {
        COLOURS.iter().fold(self.marks.clone(), |marks, (paper, screen)| marks.replace(paper, screen))
    }

    /// The shapes alone, as on paper.
    pub fn marks(&self) -> &str {
        &self.marks
    }

    /// The whole as a file by itself, on white.
    pub fn standalone(&self) -> String {
        let [width, height] = [self.width, self.height].map(|number| number.to_string());
        let title = escaped(&self.title);
        [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" font-family=\"system-ui, sans-serif\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\"><title>",
            &title,
            "</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
            &self.marks,
            "</svg>\n",
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_is_never_markup() {
        let mut picture = Picture::new(10, 10, "<script>\"a\" & 'b'\u{0}</script>");
        picture.text(Look::Name, [1, 2], "</text><image href=\"x\"/>");
        let text = picture.standalone();
        assert!(text.contains("&lt;script&gt;&quot;a&quot; &amp; 'b' &lt;/script&gt;"), "{text}");
        assert!(!text.contains("<image") && !text.contains("<script"), "{text}");
    }

    #[test]
    fn a_picture_stands_by_itself() {
        let mut picture = Picture::new(720, 300, "Visitas");
        picture.rect(Look::Part(0), [0, 1, 2, 3]);
        picture.area(Look::Land, &[(1, 2), (3, 4), (5, 6)]);
        picture.circle(Look::Spot, [7, 8, 9]);
        let text = picture.standalone();
        assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && text.ends_with("</svg>\n"));
        assert!(text.contains("viewBox=\"0 0 720 300\"><title>Visitas</title>"), "{text}");
        assert!(text.contains("x=\"0\" y=\"1\" width=\"2\" height=\"3\"/>"), "{text}");
        assert!(text.contains("d=\"M1 2L3 4L5 6Z\"/>") && text.contains("r=\"9\"/>"), "{text}");
        assert!(!text.contains("style") && !text.contains("http://www.w3.org/1999"), "nothing of it needs a page");
    }
}
