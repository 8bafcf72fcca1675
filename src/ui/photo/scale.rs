//! The photo that is kept of what a camera wrote: upright, 1600 px on its longer edge, without EXIF and so without the place.
//!
//! The browser decodes, scales and encodes beside the screen's own work. A large original is never drawn in its own size: over
//! 16.7 million pixels iOS gives a blank picture and no error.

use crate::app::original::{EDGE, Format, HEAD, NotAPhoto, Original, SMALL_EDGE, TYPICAL, fit, look};
use crate::exchange::{self, Photo};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap, ImageBitmapOptions, ImageOrientation, ResizeQuality,
};

const JPEG: Format = Format::Picture(exchange::Format::Jpeg);

/// Qualities that are tried until a photo is no larger than usual; the last one is taken as it comes.
const QUALITIES: [f64; 5] = [0.8, 0.7, 0.6, 0.5, 0.4];

/// A photo made of an original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scaled {
    pub photo: Photo,
    /// JPEG; for lists.
    pub thumbnail: Vec<u8>,
    /// `YYYY-MM-DD`, where the camera wrote it down; else empty.
    pub taken_on: String,
}

/// Makes a photo of a file. It is looked at before it is decoded.
pub async fn scale(file: &Blob) -> Result<Scaled, NotAPhoto> {
    // Sizes of files are whole numbers far below 2^53.
    let size = file.size() as u64;
    let head = file.slice_with_i32_and_f64(0, HEAD as f64).map_err(|_| NotAPhoto::Broken)?;
    // A file that is gone or can not be read is as good as broken.
    let original = look(&bytes_of(&head).await.ok_or(NotAPhoto::Broken)?, size)?;
    let undecoded = if original.format == Format::Heic { NotAPhoto::Heic } else { NotAPhoto::Broken };
    let decoded = decode(file, &original).await.ok_or(undecoded)?;
    let drawn = draw(&decoded, original.format);
    decoded.close();
    let large = drawn.ok_or(NotAPhoto::Blank)?;
    let photo = encode_within(&large).await.ok_or(NotAPhoto::Blank)?;
    let small = shrink(&large).ok_or(NotAPhoto::Blank)?;
    let thumbnail = encode(&small, 0.7).await.ok_or(NotAPhoto::Blank)?;
    Ok(Scaled { photo, thumbnail, taken_on: original.taken_on })
}

/// The small picture of a photo that came without one.
pub async fn thumbnail(photo: &Photo) -> Option<Vec<u8>> {
    let parts = js_sys::Array::of1(&Uint8Array::from(photo.bytes.as_slice()));
    let file = Blob::new_with_u8_array_sequence(&parts).ok()?;
    let original = look(&photo.bytes, u64::try_from(photo.bytes.len()).ok()?).ok()?;
    let decoded = decode(&file, &original).await?;
    let drawn = draw(&decoded, original.format);
    decoded.close();
    encode(&shrink(&drawn?)?, 0.7).await
}

async fn bytes_of(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The picture, upright, scaled down while it is decoded.
async fn decode(file: &Blob, original: &Original) -> Option<ImageBitmap> {
    let options = ImageBitmapOptions::new();
    options.set_image_orientation(ImageOrientation::FromImage);
    if original.width.max(original.height) > EDGE {
        options.set_resize_quality(ResizeQuality::High);
        // Only one edge: whether it is meant before or after turning, the longer one comes out at 1600 or more.
        if original.width >= original.height {
            options.set_resize_width(EDGE);
        } else {
            options.set_resize_height(EDGE);
        }
    }
    let decoding = web_sys::window()?.create_image_bitmap_with_blob_and_image_bitmap_options(file, &options).ok()?;
    JsFuture::from(decoding).await.ok()?.dyn_into().ok()
}

fn canvas(width: u32, height: u32) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    Some((canvas, context))
}

/// The picture in the size in which it is kept; nothing where it came out blank.
fn draw(decoded: &ImageBitmap, format: Format) -> Option<HtmlCanvasElement> {
    let (width, height) = fit(decoded.width(), decoded.height(), EDGE);
    let (canvas, context) = canvas(width, height)?;
    let (wide, high) = (f64::from(width), f64::from(height));
    if !matches!(format, Format::Heic | JPEG) {
        // What can be seen through would become black.
        context.set_fill_style_str("#fff");
        context.fill_rect(0.0, 0.0, wide, high);
    }
    context.draw_image_with_image_bitmap_and_dw_and_dh(decoded, 0.0, 0.0, wide, high).ok()?;
    is_covered(&context, f64::from(width / 2), f64::from(height / 2)).then_some(canvas)
}

/// Whether something was drawn here: a canvas that the browser could not provide is seen through everywhere.
fn is_covered(context: &CanvasRenderingContext2d, x: f64, y: f64) -> bool {
    let pixel = context.get_image_data(x, y, 1.0, 1.0);
    pixel.is_ok_and(|pixel| pixel.data().get(3).is_some_and(|alpha| *alpha == u8::MAX))
}

fn shrink(large: &HtmlCanvasElement) -> Option<HtmlCanvasElement> {
    let (width, height) = fit(large.width(), large.height(), SMALL_EDGE);
    let (small, context) = canvas(width, height)?;
    let (wide, high) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_canvas_element_and_dw_and_dh(large, 0.0, 0.0, wide, high).ok()?;
    Some(small)
}

/// JPEG of the usual size if one of the qualities gives it. It is checked as a photo from a file is, and has to say of itself
/// the size that was drawn.
async fn encode_within(canvas: &HtmlCanvasElement) -> Option<Photo> {
    let mut bytes = Vec::new();
    for quality in QUALITIES {
        bytes = encode(canvas, quality).await?;
        if bytes.len() <= TYPICAL {
            break;
        }
    }
    let made = look(&bytes, u64::try_from(bytes.len()).ok()?).ok()?;
    let is_whole = made.format == JPEG && (made.width, made.height) == (canvas.width(), canvas.height());
    Photo::of("image/jpeg", bytes).ok().filter(|_| is_whole)
}

async fn encode(canvas: &HtmlCanvasElement, quality: f64) -> Option<Vec<u8>> {
    let encoding = Promise::new(&mut |encoded, failed| {
        let asked = canvas.to_blob_with_type_and_encoder_options(&encoded, "image/jpeg", &JsValue::from_f64(quality));
        if asked.is_err() {
            // A function of the promise's own; calling it can not fail.
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    let blob: Blob = JsFuture::from(encoding).await.ok()?.dyn_into().ok()?;
    bytes_of(&blob).await.filter(|bytes| !bytes.is_empty())
}
