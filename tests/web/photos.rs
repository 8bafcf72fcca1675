//! Photos of real cameras, as far as a browser can make them: turned, with the place in them, huge, broken, or no photo at all.

use ayni::app::original::NotAPhoto;
use ayni::exchange::Photo;
use ayni::ui::photo::scale::{Scaled, scale, thumbnail};
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

const BLUE: &str = "blue";
const RED: &str = "red";
const YELLOW: &str = "yellow";
const GREEN: &str = "green";

/// Four quarters of a colour each, with grain over them, as `type`: red, green; blue, yellow.
const PAINT: &str = "
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    const quarter = (colour, x, y) => {
        context.fillStyle = colour;
        context.fillRect(x * width / 2, y * height / 2, width / 2, height / 2);
    };
    quarter('#f00', 0, 0); quarter('#0f0', 1, 0); quarter('#00f', 0, 1); quarter('#ff0', 1, 1);
    if (grain) {
        const tile = new OffscreenCanvas(512, 512);
        const noise = tile.getContext('2d');
        const pixels = noise.createImageData(512, 512);
        let seed = 7;
        for (let at = 0; at < pixels.data.length; at += 4) {
            seed = (seed * 1103515245 + 12345) % 2147483648;
            pixels.data[at] = pixels.data[at + 1] = pixels.data[at + 2] = seed >> 16;
            pixels.data[at + 3] = 60;
        }
        noise.putImageData(pixels, 0, 0);
        context.fillStyle = context.createPattern(tile, 'repeat');
        context.fillRect(0, 0, width, height);
    }
    if (hole) context.clearRect(0, 0, width / 2, height / 2);
    return canvas.convertToBlob({ type, quality: 0.9 }).then(blob => blob.arrayBuffer());";

/// The names of the colours in the middle of the four quarters, row by row, and the size.
const SEE: &str = "
    return createImageBitmap(new Blob([bytes])).then(picture => {
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        context.drawImage(picture, 0, 0);
        const name = (x, y) => {
            const [r, g, b] = context.getImageData(picture.width * x, picture.height * y, 1, 1).data;
            const high = value => value > 128;
            if (high(r) && high(g) && high(b)) return 'white';
            if (high(r) && high(g)) return 'yellow';
            return high(r) ? 'red' : high(g) ? 'green' : high(b) ? 'blue' : 'black';
        };
        const colours = [name(.25, .25), name(.75, .25), name(.25, .75), name(.75, .75)];
        return [picture.width, picture.height, ...colours].join(' ');
    });";

async fn promised(script: &str, names: &str, values: &[JsValue]) -> JsValue {
    let made = Function::new_with_args(names, script).apply(&JsValue::NULL, &Array::from_iter(values));
    JsFuture::from(made.expect("it runs").unchecked_into::<Promise>()).await.expect("it is made")
}

async fn paint(kind: &str, (width, height): (u32, u32), grain: bool, hole: bool) -> Vec<u8> {
    let values = [kind.into(), width.into(), height.into(), grain.into(), hole.into()];
    Uint8Array::new(&promised(PAINT, "type, width, height, grain, hole", &values).await).to_vec()
}

async fn seen(bytes: &[u8]) -> String {
    promised(SEE, "bytes", &[Uint8Array::from(bytes).into()]).await.as_string().expect("a text")
}

fn file(bytes: &[u8]) -> Blob {
    Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).expect("a file")
}

/// What a phone that is held upright writes: orientation 6, the moment, and where it stood.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    let at = |place: u32| place.to_be_bytes();
    let directory = [
        &[0, 3][..],
        &entry(0x0112, 3, 1, [0, 6, 0, 0]),
        &entry(0x0132, 2, 20, at(50)),
        &entry(0x8825, 4, 1, at(70)),
        &at(0),
    ]
    .concat();
    let place =
        [&[0, 3][..], &entry(1, 2, 2, *b"N\0\0\0"), &entry(2, 5, 3, at(112)), &entry(0x12, 2, 7, at(136)), &at(0)]
            .concat();
    let degrees = [0u32, 1, 21, 1, 36, 1].map(u32::to_be_bytes).concat();
    let tiff = [b"MM\0*\0\0\0\x08", &directory[..], b"2015:10:27 08:11:22\0", &place, &degrees, b"WGS-84\0"].concat();
    let body = [b"Exif\0\0", &tiff[..]].concat();
    let length = u16::try_from(body.len() + 2).expect("short").to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &body, &jpeg[2..]].concat()
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[wasm_bindgen_test]
async fn a_photo_taken_upright_stays_upright_and_loses_the_place_where_it_was_taken() {
    let original = with_exif(&paint("image/jpeg", (4000, 3000), true, false).await);
    assert!(has(&original, b"Exif") && has(&original, b"WGS-84"), "the place is in it");
    let made = scale(&file(&original)).await.expect("a photo");
    assert_eq!(seen(&made.photo.bytes).await, ["1200 1600", BLUE, RED, YELLOW, GREEN].join(" "));
    assert_eq!(seen(&made.thumbnail).await, ["180 240", BLUE, RED, YELLOW, GREEN].join(" "));
    for bytes in [&made.photo.bytes, &made.thumbnail] {
        for part in [&b"Exif"[..], b"WGS-84", b"2015:10:27", b"\xff\xe1"] {
            assert!(!has(bytes, part), "{part:?}");
        }
    }
    assert_eq!(made.taken_on, "2015-10-27");
}

#[wasm_bindgen_test]
async fn an_original_of_48_megapixels_becomes_a_photo_of_the_usual_size() {
    let original = paint("image/jpeg", (8064, 6048), true, false).await;
    assert!(original.len() > 3_000_000, "a heavy one: {}", original.len());
    let made = scale(&file(&original)).await.expect("a photo");
    assert_eq!(seen(&made.photo.bytes).await, ["1600 1200", RED, GREEN, BLUE, YELLOW].join(" "));
    assert!(made.photo.bytes.len() <= 300_000, "{} bytes", made.photo.bytes.len());
    assert!(made.thumbnail.len() <= 30_000, "{} bytes", made.thumbnail.len());
    // The same on its side: the longer edge is the other one after turning.
    let upright = scale(&file(&with_exif(&original))).await.expect("a photo");
    assert_eq!(seen(&upright.photo.bytes).await, ["1200 1600", BLUE, RED, YELLOW, GREEN].join(" "));
}

#[wasm_bindgen_test]
async fn a_photo_that_did_not_arrive_whole_is_said_to_be_broken() {
    let whole = paint("image/jpeg", (3000, 2000), true, false).await;
    let check = async |bytes: &[u8], expected: NotAPhoto| {
        let made = scale(&file(bytes)).await.map(|made| made.photo.bytes.len());
        assert_eq!(made, Err(expected));
    };
    check(&whole[..whole.len() / 2], NotAPhoto::Broken).await;
    check(&whole[..400], NotAPhoto::Broken).await;
    check(b"\xff\xd8\xff\xe0 picture", NotAPhoto::Broken).await;
    check(b"", NotAPhoto::Empty).await;
    let png = paint("image/png", (300, 200), false, false).await;
    check(&png[..png.len() / 2], NotAPhoto::Broken).await;
}

#[wasm_bindgen_test]
async fn a_png_becomes_a_jpeg_and_what_could_be_seen_through_becomes_white() {
    let made = scale(&file(&paint("image/png", (2400, 1200), false, true).await)).await.expect("a photo");
    assert_eq!(made.photo.kind, "image/jpeg");
    assert_eq!(seen(&made.photo.bytes).await, ["1600 800", "white", GREEN, BLUE, YELLOW].join(" "));
    let webp = scale(&file(&paint("image/webp", (320, 200), false, false).await)).await.expect("a photo");
    assert_eq!(seen(&webp.photo.bytes).await, ["320 200", RED, GREEN, BLUE, YELLOW].join(" "), "not enlarged");
}

#[wasm_bindgen_test]
async fn what_is_no_photo_whatever_its_name_says_is_told_so() {
    let text = file("Lista de asistentes, guardada como foto.jpg".as_bytes());
    assert_eq!(scale(&text).await, Err(NotAPhoto::OtherContent));
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x14ispe\0\0\0\0\0\0\x0f\xc0\0\0\x0b\xd0 no picture data";
    assert_eq!(scale(&file(heic)).await, Err(NotAPhoto::Heic), "Chromium decodes none");
    let huge = Blob::new_with_u8_array_sequence(&Array::from_iter(vec![
        Uint8Array::from(&b"\xff\xd8\xff\xe0"[..]),
        Uint8Array::new_with_length(60_000_000),
    ]));
    assert_eq!(scale(&huge.expect("a file")).await, Err(NotAPhoto::TooManyBytes));
}

#[wasm_bindgen_test]
async fn a_picture_that_the_browser_leaves_blank_is_not_taken_for_a_photo() {
    let original = paint("image/jpeg", (400, 300), false, false).await;
    let replace = "const real = CanvasRenderingContext2D.prototype.drawImage;
        CanvasRenderingContext2D.prototype.drawImage = () => {};
        return Promise.resolve(real);";
    let real = promised(replace, "", &[]).await;
    let made = scale(&file(&original)).await;
    promised("CanvasRenderingContext2D.prototype.drawImage = real; return Promise.resolve()", "real", &[real]).await;
    assert_eq!(made, Err(NotAPhoto::Blank));
}

#[wasm_bindgen_test]
async fn a_photo_that_came_in_a_file_gets_a_small_picture_for_lists() {
    let Scaled { photo, .. } =
        scale(&file(&paint("image/jpeg", (1600, 900), true, false).await)).await.expect("a photo");
    let small = thumbnail(&photo).await.expect("a small picture");
    assert_eq!(seen(&small).await, ["240 135", RED, GREEN, BLUE, YELLOW].join(" "));
    let broken = Photo { bytes: photo.bytes[..400].to_vec(), ..photo };
    assert_eq!(thumbnail(&broken).await, None);
}
