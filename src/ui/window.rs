//! A long list of which only what is seen is in the page.
//!
//! The rows stand in chunks, each a row group of the table. A chunk is drawn while it is within a screen's height of what is
//! seen; then it keeps the height it had. One that was never drawn is as high as its rows are likely to be. So the page scrolls
//! by itself, with the finger, the wheel or the keys, and what the keyboard comes to next is always there.

use super::browser;
use super::shared::{Derived, Shared};
use web_sys::{DomRect, Element, HtmlCollection};

/// Rows in a chunk.
pub const CHUNK: usize = 25;
/// Chunks that a list begins with. The rest is one place of their height, and becomes chunks, twice as many each time, when
/// one gets there.
pub const FIRST: usize = 8;
/// The class of that place.
pub const REST: &str = "rest";

const TABLE: &str = "table.records";

/// Which part of the list on the screen is drawn. There is never more than one list.
#[derive(Clone, Copy)]
pub struct Window {
    /// The first chunk, and the one after the last.
    drawn: Shared<(usize, usize)>,
    /// How many chunks there may be.
    made: Shared<usize>,
    /// The first row seen and how far below the top of the screen it begins, in pixels: for coming back.
    place: Shared<Option<(usize, f64)>>,
}

impl Default for Window {
    fn default() -> Self {
        Window { drawn: Shared::new((0, 1)), made: Shared::new(FIRST), place: Shared::new(None) }
    }
}

impl Window {
    /// A list is being drawn: from its beginning, or where one was in it.
    pub fn open(self) {
        let place = self.place.peek_value();
        let first = place.map_or(0, |(row, _)| row / CHUNK);
        let end = first.saturating_add(if place.is_some() { 2 } else { 1 });
        self.drawn.set((first.saturating_sub(1), end));
        self.made.set(end.max(FIRST));
        leptos::task::spawn_local(async move {
            // What stands above has to have its height before.
            if let Some(table) = browser::find(TABLE) {
                Chunks::of(&table).measure(&table, first.saturating_sub(1));
            }
            if let Some((row, top)) = place
                && let Some(row) = row_of(row)
            {
                browser::scroll_by(row.get_bounding_client_rect().top() - top);
            }
            self.look();
        });
    }

    /// The next list is shown from its beginning.
    pub fn forget(self) {
        self.place.set(None);
    }

    /// Whether a chunk is drawn; followed.
    pub fn has(self, chunk: usize) -> Derived<bool> {
        Derived::new(move || {
            let (first, end) = *self.drawn.see();
            (first..end).contains(&chunk)
        })
    }

    /// Whether there are more chunks than these; followed.
    pub fn is_beyond(self, chunks: usize) -> Derived<bool> {
        Derived::new(move || *self.made.see() > chunks)
    }

    /// Draws what is seen now, and takes away what is far from it.
    pub fn look(self) {
        let Some(table) = browser::find(TABLE) else { return };
        let chunks = Chunks::of(&table);
        let (scrolled, height) = browser::scrolled();
        // On a phone a table may be in the page that only a desktop shows.
        if table.get_bounding_client_rect().height() < 1.0 {
            return;
        }
        let (old_first, old_end) = self.drawn.peek_value();
        let is_at_end = scrolled > 0.0 && is_at_end(height);
        let first = chunks.first_where(&|rect| rect.bottom() > -height);
        let mut end = chunks.first_where(&|rect| rect.top() > height * 2.0).max(first.saturating_add(1));
        if chunks.chunk(end.saturating_sub(1)).is_some_and(|last| last.class_name() == REST) {
            end = end.saturating_sub(1);
            self.made.update(|made| *made = made.saturating_mul(2));
            browser::after(0, move || self.look());
            if end <= first {
                // Beyond all chunks: nothing to draw before there are more.
                return;
            }
        }
        self.place.set(if scrolled > 0.0 { chunks.first_row_seen() } else { None });
        if (first, end) == (old_first, old_end) {
            return;
        }
        for chunk in old_first..old_end {
            if !(first..end).contains(&chunk) {
                chunks.hold_height(chunk);
            }
        }
        (first..end).for_each(|chunk| chunks.release(chunk));
        self.drawn.set((first, end));
        // What was drawn may be of another height than it was likely to be. Who went to the end wants to be there.
        browser::after(0, move || {
            if is_at_end {
                browser::scroll_by(f64::from(i32::MAX));
            }
            self.look();
        });
    }
}

/// Whether the page is scrolled to its end.
fn is_at_end(height: f64) -> bool {
    browser::find("body").is_some_and(|body| body.get_bounding_client_rect().bottom() < height + 2.0)
}

fn row_of(row: usize) -> Option<web_sys::HtmlElement> {
    browser::find(&["tr[aria-rowindex=\"", &row.saturating_add(2).to_string(), "\"]"].concat())
}

/// The chunks of the table in the page.
struct Chunks(HtmlCollection);

impl Chunks {
    fn of(table: &Element) -> Self {
        Chunks(table.get_elements_by_tag_name("tbody"))
    }

    fn chunk(&self, chunk: usize) -> Option<Element> {
        self.0.item(chunk as u32)
    }

    /// The first chunk of which this is true, as it is of all after it.
    fn first_where(&self, fits: &dyn Fn(&DomRect) -> bool) -> usize {
        let (mut low, mut high) = (0, self.0.length() as usize);
        while low < high {
            let middle = low.midpoint(high);
            if self.chunk(middle).is_some_and(|chunk| fits(&chunk.get_bounding_client_rect())) {
                high = middle;
            } else {
                low = middle.saturating_add(1);
            }
        }
        low
    }

    fn first_row_seen(&self) -> Option<(usize, f64)> {
        let chunk = self.first_where(&|rect| rect.bottom() > 0.0);
        let rows = self.chunk(chunk)?.children();
        let tops = (0..rows.length()).map(|row| rows.item(row).map(|row| row.get_bounding_client_rect()));
        let seen = (0..).zip(tops.flatten()).find(|(_, rect)| rect.bottom() > 0.0);
        seen.map(|(row, rect)| (chunk.saturating_mul(CHUNK).saturating_add(row), rect.top()))
    }

    /// Learns from a chunk that is drawn how high a row is.
    fn measure(&self, table: &Element, chunk: usize) {
        let Some(drawn) = self.chunk(chunk) else { return };
        let rows = drawn.child_element_count().max(1);
        let height = drawn.get_bounding_client_rect().height() as u32;
        if height == 0 {
            return;
        }
        style(table, &["--row:", &height.div_ceil(rows).to_string(), "px"].concat());
    }

    /// Keeps a chunk as high as it is while its rows are gone.
    fn hold_height(&self, chunk: usize) {
        if let Some(chunk) = self.chunk(chunk).filter(|chunk| chunk.child_element_count() > 0) {
            let height = chunk.get_bounding_client_rect().height() as u32;
            style(&chunk, &["height:", &height.to_string(), "px"].concat());
        }
    }

    fn release(&self, chunk: usize) {
        if let Some(chunk) = self.chunk(chunk).filter(|chunk| chunk.child_element_count() == 0) {
            style(&chunk, "");
        }
    }
}

fn style(element: &Element, style: &str) {
    // Fails only for a malformed name.
    let _ = element.set_attribute("style", style);
}
