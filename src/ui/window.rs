//! A long list of which only what is seen is in the page.
//!
//! The rows stand in chunks, each a row group of the table. A chunk is drawn while it is within a screen's height of what is
//! seen; then it keeps the height it had. One that was never drawn is as high as its rows are likely to be. So the page scrolls
//! by itself, with the finger, the wheel or the keys, and what the keyboard comes to next is always there.
//!
//! Chunks are drawn one at a time, what is seen first, and the screen gets its turn in between: a row costs a cheap phone
//! milliseconds. On paper all of them stand.

use super::browser;
use super::shared::{Derived, Shared};
use web_sys::{DomRect, Element, HtmlCollection};

/// Rows in a chunk: about as many as are seen at once.
pub const CHUNK: usize = 10;
/// Lists of up to so many chunks are drawn whole, so that the browser's own search finds all that is in them.
const WHOLE: usize = 15;
/// Chunks that a list begins with. The rest is one place of their height, and becomes chunks, twice as many each time, when
/// one gets there.
pub const FIRST: usize = WHOLE;
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
    /// All of it is drawn, for printing.
    is_whole: Shared<bool>,
    /// How high a row was in the list before, in pixels; 0 before the first.
    row: Shared<u32>,
    /// The next look is on its way.
    is_looking: Shared<bool>,
}

impl Default for Window {
    fn default() -> Self {
        Window {
            drawn: Shared::new((0, 1)),
            made: Shared::new(FIRST),
            place: Shared::new(None),
            is_whole: Shared::new(false),
            row: Shared::new(0),
            is_looking: Shared::new(false),
        }
    }
}

impl Window {
    /// A list is being drawn: from its beginning, or where one was in it.
    pub fn open(self) {
        let place = self.place.peek_value();
        let first = place.map_or(0, |(row, _)| row / CHUNK);
        let end = first.saturating_add(1);
        self.drawn.set((first, end));
        self.made.set(end.max(FIRST));
        let Some((row, top)) = place else { return self.look_soon() };
        leptos::task::spawn_local(async move {
            // What stands above has to have its height before.
            if let Some(table) = browser::find(TABLE) {
                self.measure(&table, first);
            }
            if let Some(row) = row_of(row) {
                browser::scroll_by(row.get_bounding_client_rect().top() - top);
            }
            self.look();
        });
    }

    /// The height that rows are likely to have, as the style of a new table.
    pub fn likely(self) -> String {
        likely(self.row.peek_value())
    }

    /// Learns from a chunk that is drawn how high a row is. The table is told only of what is really another height: all of it
    /// is laid out anew then.
    fn measure(self, table: &Element, chunk: usize) {
        let (row, before) = (Chunks::of(table).height_of_row(chunk), self.row.peek_value());
        if row > 0 && row.abs_diff(before).saturating_mul(8) > before {
            self.row.set(row);
            style(table, &likely(row));
        }
    }

    /// Looks once the screen had its turn.
    fn look_soon(self) {
        if !self.is_looking.peek_value() {
            self.is_looking.set(true);
            browser::after(0, move || {
                self.is_looking.set(false);
                self.look();
            });
        }
    }

    /// The first row seen, and how far below the top of the screen it begins; nothing at the beginning.
    pub fn place(self) -> Option<(usize, f64)> {
        self.place.peek_value()
    }

    /// The next list is shown from this place on.
    pub fn return_to(self, row: usize, top: f64) {
        self.place.set(Some((row, top)));
    }

    /// The next list is shown from its beginning.
    pub fn forget(self) {
        self.place.set(None);
    }

    /// Whether a chunk is drawn; followed.
    pub fn has(self, chunk: usize) -> Derived<bool> {
        Derived::new(move || {
            let (first, end) = *self.drawn.see();
            (first..end).contains(&chunk) || self.is_whole.get()
        })
    }

    /// Whether there are more chunks than these; followed.
    pub fn is_beyond(self, chunks: usize) -> Derived<bool> {
        Derived::new(move || *self.made.see() > chunks || self.is_whole.get())
    }

    /// Draws all rows before the page is printed, and lets go of them afterwards.
    pub fn print(self, is_printing: bool) {
        self.is_whole.set(is_printing);
        if !is_printing {
            self.look();
        }
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
        let is_short = chunks.len() <= WHOLE && table.get_elements_by_class_name(REST).length() == 0;
        let first = if is_short { 0 } else { chunks.first_where(&|rect| rect.bottom() > -height) };
        let mut end = match is_short {
            true => chunks.len(),
            false => chunks.first_where(&|rect| rect.top() > height * 2.0),
        };
        end = end.max(first.saturating_add(1));
        if chunks.chunk(end.saturating_sub(1)).is_some_and(|last| last.class_name() == REST) {
            end = end.saturating_sub(1);
            self.made.update(|made| *made = made.saturating_mul(2));
            self.look_soon();
            if end <= first {
                // Beyond all chunks: nothing to draw before there are more.
                return;
            }
        }
        self.place.set(if scrolled > 0.0 { chunks.first_row_seen() } else { None });
        let seen = chunks.first_where(&|rect| rect.bottom() > 0.0);
        let (first, end) = nearer((old_first, old_end), (first, end), seen);
        if (first, end) == (old_first, old_end) {
            self.measure(&table, seen);
            return;
        }
        for chunk in old_first..old_end {
            if !(first..end).contains(&chunk) {
                chunks.hold_height(chunk);
            }
        }
        (first..end).for_each(|chunk| chunks.release(chunk));
        self.drawn.set((first, end));
        // What was drawn may be of another height than it was likely to be. Who went to the end wants to be there, unless they
        // went up again meanwhile.
        if is_at_end {
            browser::after(0, move || {
                if browser::scrolled().0 >= scrolled {
                    browser::scroll_by(f64::from(i32::MAX));
                }
            });
        }
        self.look_soon();
    }
}

fn likely(row: u32) -> String {
    if row == 0 { String::new() } else { ["--row:", &row.to_string(), "px"].concat() }
}

/// Of what is drawn what is wanted, and one chunk more on the way to all that is wanted: what is seen comes first.
fn nearer(drawn: (usize, usize), wanted: (usize, usize), seen: usize) -> (usize, usize) {
    let seen = seen.clamp(wanted.0, wanted.1.saturating_sub(1).max(wanted.0));
    let (first, end) = (drawn.0.max(wanted.0), drawn.1.min(wanted.1));
    if first >= end || seen > end || seen.saturating_add(1) < first {
        (seen, seen.saturating_add(1))
    } else if first > wanted.0 && (seen < first || end == wanted.1) {
        (first.saturating_sub(1), end)
    } else {
        (first, end.saturating_add(1).min(wanted.1))
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

    fn len(&self) -> usize {
        self.0.length() as usize
    }

    fn chunk(&self, chunk: usize) -> Option<Element> {
        self.0.item(chunk as u32)
    }

    /// The first chunk of which this is true, as it is of all after it.
    fn first_where(&self, fits: &dyn Fn(&DomRect) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
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

    /// How high a row is in a chunk, in the middle; 0 where none is drawn.
    fn height_of_row(&self, chunk: usize) -> u32 {
        let Some(drawn) = self.chunk(chunk).filter(|chunk| chunk.child_element_count() > 0) else { return 0 };
        let height = drawn.get_bounding_client_rect().height() as u32;
        height.div_ceil(drawn.child_element_count())
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
