//! What every store of photos must do. Each check gets one store, opened twice, as two tabs do.

use ayni::log::sha256_hex;
use ayni::storage::{HeldPhoto, NewPhoto, PhotoError, PhotoStore};

/// Hands the names of all checks to a macro, which runs them on its store.
macro_rules! on_every_photo_store {
    ($run:ident) => {
        $run! {
            an_empty_store_holds_no_photo
            a_photo_comes_back_byte_for_byte_with_its_small_picture
            a_photo_kept_twice_is_held_once
            several_photos_are_kept_together_or_not_at_all
            what_is_not_what_its_name_says_is_not_kept
            a_small_picture_can_be_made_later_but_not_for_what_is_not_held
            a_photo_that_is_taken_away_leaves_nothing_behind
            a_photo_of_ten_megabytes_comes_back_byte_for_byte
        }
    };
}
pub(crate) use on_every_photo_store;

pub async fn an_empty_store_holds_no_photo<S: PhotoStore>(one: &S, other: &S) {
    let name = sha256_hex(b"a photo");
    for store in [one, other] {
        assert_eq!(store.held().await, Ok(vec![]));
        assert_eq!(store.photo(&name).await, Ok(None));
        assert_eq!(store.thumbnail(&name).await, Ok(None));
        assert_eq!(store.remove(std::slice::from_ref(&name)).await, Ok(()));
    }
}

pub async fn a_photo_comes_back_byte_for_byte_with_its_small_picture<S: PhotoStore>(one: &S, other: &S) {
    let bytes: Vec<u8> = (0..=255).cycle().take(70_001).collect();
    let name = sha256_hex(&bytes);
    let photo = NewPhoto { sha256: &name, bytes: &bytes, thumbnail: b"small", made_at: 1_795_500_000_000 };
    one.keep(&[photo]).await.expect("kept");
    assert_eq!(other.photo(&name).await, Ok(Some(bytes)));
    assert_eq!(other.thumbnail(&name).await, Ok(Some(b"small".to_vec())));
    assert_eq!(other.held().await, Ok(vec![HeldPhoto { sha256: name, size: 70_001, made_at: 1_795_500_000_000 }]));
}

pub async fn a_photo_kept_twice_is_held_once<S: PhotoStore>(one: &S, other: &S) {
    let name = sha256_hex(b"a photo");
    let photo = NewPhoto { sha256: &name, bytes: b"a photo", thumbnail: b"small", made_at: 5 };
    one.keep(&[photo, photo]).await.expect("kept");
    // As it comes in a file: without a small picture, which stays.
    other.keep(&[NewPhoto { thumbnail: b"", made_at: 0, ..photo }]).await.expect("kept");
    assert_eq!(one.held().await.expect("it can be read").len(), 1);
    assert_eq!(one.photo(&name).await, Ok(Some(b"a photo".to_vec())));
    assert_eq!(one.thumbnail(&name).await, Ok(Some(b"small".to_vec())));
}

pub async fn several_photos_are_kept_together_or_not_at_all<S: PhotoStore>(one: &S, other: &S) {
    let names = [&b"one"[..], b"two", b"three"].map(sha256_hex);
    let photo = |at: usize, bytes| NewPhoto { sha256: &names[at], bytes, thumbnail: b"", made_at: 0 };
    let kept = one.keep(&[photo(0, b"one"), photo(1, b"another"), photo(2, b"three")]).await;
    assert_eq!(kept, Err(PhotoError::Differs));
    assert_eq!(other.held().await, Ok(vec![]));
    one.keep(&[photo(0, b"one"), photo(1, b"two"), photo(2, b"three")]).await.expect("kept");
    let held = other.held().await.expect("it can be read");
    assert_eq!(held.iter().map(|photo| photo.size).sum::<usize>(), 11);
    assert!(held.is_sorted_by(|a, b| a.sha256 < b.sha256), "by name");
}

pub async fn what_is_not_what_its_name_says_is_not_kept<S: PhotoStore>(one: &S, other: &S) {
    let name = sha256_hex(b"a photo");
    let wrong = NewPhoto { sha256: &name, bytes: b"another", thumbnail: b"small", made_at: 5 };
    assert_eq!(one.keep(&[wrong]).await, Err(PhotoError::Differs));
    assert_eq!(other.photo(&name).await, Ok(None));
    assert_eq!(other.thumbnail(&name).await, Ok(None));
}

pub async fn a_small_picture_can_be_made_later_but_not_for_what_is_not_held<S: PhotoStore>(one: &S, other: &S) {
    let (name, unknown) = (sha256_hex(b"a photo"), sha256_hex(b"unknown"));
    one.keep(&[NewPhoto { sha256: &name, bytes: b"a photo", thumbnail: b"", made_at: 0 }]).await.expect("kept");
    assert_eq!(other.thumbnail(&name).await, Ok(None));
    other.keep_thumbnail(&name, b"small").await.expect("kept");
    other.keep_thumbnail(&unknown, b"small").await.expect("nothing to do");
    assert_eq!(one.thumbnail(&name).await, Ok(Some(b"small".to_vec())));
    assert_eq!(one.thumbnail(&unknown).await, Ok(None));
}

pub async fn a_photo_that_is_taken_away_leaves_nothing_behind<S: PhotoStore>(one: &S, other: &S) {
    let (name, stays) = (sha256_hex(b"a photo"), sha256_hex(b"another"));
    let photo = NewPhoto { sha256: &name, bytes: b"a photo", thumbnail: b"small", made_at: 5 };
    one.keep(&[photo, NewPhoto { sha256: &stays, bytes: b"another", ..photo }]).await.expect("kept");
    other.remove(std::slice::from_ref(&name)).await.expect("taken away");
    assert_eq!(one.photo(&name).await, Ok(None));
    assert_eq!(one.thumbnail(&name).await, Ok(None));
    assert_eq!(one.held().await, Ok(vec![HeldPhoto { sha256: stays.clone(), size: 7, made_at: 5 }]));
    assert_eq!(one.thumbnail(&stays).await, Ok(Some(b"small".to_vec())));
}

pub async fn a_photo_of_ten_megabytes_comes_back_byte_for_byte<S: PhotoStore>(one: &S, other: &S) {
    let bytes: Vec<u8> = (0..=250).cycle().take(10_000_000).collect();
    let name = sha256_hex(&bytes);
    one.keep(&[NewPhoto { sha256: &name, bytes: &bytes, thumbnail: b"", made_at: 0 }]).await.expect("kept");
    let back = other.photo(&name).await.expect("it can be read").expect("it is held");
    assert!(back == bytes, "byte for byte");
}
