//! Protecting and opening files (section 7) with the ciphers that the browser brings along.

use super::random;
use crate::exchange::seal::{self, Closed, Sealed};
use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// Whether the browser has ciphers for this page: not on pages that came over an open line.
pub fn can_seal() -> bool {
    subtle().is_some()
}

/// Seals the bytes of a file under a passphrase. Nothing where the browser can not.
pub async fn seal(file: &[u8], passphrase: &str) -> Option<String> {
    let (salt, nonce) = (random(), random());
    let key = key(passphrase, &salt, seal::ROUNDS, "encrypt").await?;
    let how = cipher(&nonce, &seal::head(salt, nonce))?;
    let sealed = subtle()?.encrypt_with_object_and_buffer_source(&how, &key, &Uint8Array::from(file)).ok()?;
    let sealed = Uint8Array::new(&JsFuture::from(sealed).await.ok()?).to_vec();
    Some(seal::close(salt, nonce, &sealed))
}

/// Opens a protected file (S3).
pub async fn open(file: &[u8], passphrase: &str) -> Result<Vec<u8>, Closed> {
    let Sealed { salt, nonce, rounds, head, data } = seal::parse(file)?;
    let opened = async {
        let key = key(passphrase, &salt, rounds, "decrypt").await?;
        let data = Uint8Array::from(data.as_slice());
        let opened = subtle()?.decrypt_with_object_and_buffer_source(&cipher(&nonce, &head)?, &key, &data).ok()?;
        Some(Uint8Array::new(&JsFuture::from(opened).await.ok()?).to_vec())
    };
    opened.await.ok_or(Closed::WrongOrDamaged)
}

fn subtle() -> Option<SubtleCrypto> {
    let crypto = web_sys::window()?.crypto().ok()?;
    let subtle = Reflect::get(&crypto, &JsValue::from_str("subtle")).ok()?;
    (!subtle.is_undefined()).then(|| subtle.unchecked_into())
}

/// S1: the same letters make the same key, however the keyboard writes their accents.
async fn key(passphrase: &str, salt: &[u8], rounds: u32, may: &str) -> Option<CryptoKey> {
    let subtle = subtle()?;
    let letters = String::from(JsString::from(passphrase).normalize("NFC"));
    let letters = Uint8Array::from(letters.as_bytes());
    let derives = Array::of1(&JsValue::from_str("deriveKey"));
    let secret = subtle.import_key_with_str("raw", &letters, "PBKDF2", false, &derives).ok()?;
    let secret: CryptoKey = JsFuture::from(secret).await.ok()?.unchecked_into();
    let kdf = object(&[
        ("name", JsValue::from_str("PBKDF2")),
        ("hash", JsValue::from_str("SHA-256")),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", JsValue::from_f64(rounds.into())),
    ])?;
    let made = object(&[("name", JsValue::from_str("AES-GCM")), ("length", JsValue::from_f64(256.0))])?;
    let uses = Array::of1(&JsValue::from_str(may));
    let key = subtle.derive_key_with_object_and_object(&kdf, &secret, &made, false, &uses).ok()?;
    Some(JsFuture::from(key).await.ok()?.unchecked_into())
}

/// S2
fn cipher(nonce: &[u8], head: &str) -> Option<Object> {
    object(&[
        ("name", JsValue::from_str("AES-GCM")),
        ("iv", Uint8Array::from(nonce).into()),
        ("additionalData", Uint8Array::from(head.as_bytes()).into()),
    ])
}

fn object(members: &[(&str, JsValue)]) -> Option<Object> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &JsValue::from_str(name), value).ok()?;
    }
    Some(object)
}
