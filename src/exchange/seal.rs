//! A protected file (section 7): one file of section 4 under a passphrase.
//!
//! The ciphers are borrowed, in a terminal from libraries and in a browser from itself (`ui/browser/sealing.rs`); here stands only how
//! they are put together. Salt and nonce are random and passed in.

use crate::log::canonical;
use crate::record::{Value, json};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization as _;

/// Rounds of the key derivation that this program writes, and the least it reads (S1).
pub const ROUNDS: u32 = 600_000;
/// The most that is read (S1): more would only keep a phone busy.
const MAX_ROUNDS: i64 = 10_000_000;

/// Why a protected file stays closed. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    /// It is no protected file, or one whose parts are missing or of another form (S2).
    #[error("not a protected file of this version")]
    Form,
    /// Fewer or more rounds than allowed; refused before any work (S1).
    #[error("its key is derived in fewer or more rounds than allowed")]
    Rounds,
    /// One of the two; no one can tell which (S3).
    #[error("the passphrase is wrong, or the file is damaged")]
    WrongOrDamaged,
}

/// A protected file as it stands: what the cipher needs to know, and what only it can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub salt: [u8; 16],
    pub nonce: [u8; 12],
    /// Of the key derivation (S1).
    pub rounds: u32,
    /// The additional data (S2).
    pub head: String,
    /// The ciphertext with its tag.
    pub data: Vec<u8>,
}

/// The additional data of a file that is about to be sealed (S2). `salt` and `nonce` must be random and never used again.
pub fn head(salt: [u8; 16], nonce: [u8; 12]) -> String {
    canonical(&object(&members(salt, nonce)))
}

/// The protected file, once the bytes were encrypted under that head.
pub fn close(salt: [u8; 16], nonce: [u8; 12], data: &[u8]) -> String {
    let mut members = members(salt, nonce);
    members.push(("data", STANDARD.encode(data).into()));
    canonical(&object(&members))
}

/// Reads a protected file as far as that goes without its passphrase.
pub fn parse(sealed: &[u8]) -> Result<Sealed, Closed> {
    let text = std::str::from_utf8(sealed).map_err(|_| Closed::Form)?;
    let mut object = json::read(text.trim_start_matches('\u{feff}')).map_err(|_| Closed::Form)?;
    let data = object.take("data").into_text();
    let (salt, nonce, rounds) = parameters(&object).ok_or(Closed::Form)?;
    if !(i64::from(ROUNDS)..=MAX_ROUNDS).contains(&rounds) {
        return Err(Closed::Rounds);
    }
    let rounds = u32::try_from(rounds).map_err(|_| Closed::Rounds)?;
    let data = STANDARD.decode(data).map_err(|_| Closed::WrongOrDamaged)?;
    Ok(Sealed { salt, nonce, rounds, head: canonical(&object), data })
}

/// Seals the bytes of a file. `salt` and `nonce` must be random and never used again (S1, S2).
pub fn seal(file: &[u8], passphrase: &str, salt: [u8; 16], nonce: [u8; 12]) -> Result<String, Closed> {
    let head = head(salt, nonce);
    let payload = Payload { msg: file, aad: head.as_bytes() };
    let data = key(passphrase, &salt, ROUNDS).encrypt(&Nonce::from(nonce), payload).map_err(|_| Closed::Form)?;
    Ok(close(salt, nonce, &data))
}

/// Opens a sealed file: the bytes of the file inside (S3).
pub fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, Closed> {
    let Sealed { salt, nonce, rounds, head, data } = parse(sealed)?;
    let payload = Payload { msg: &data, aad: head.as_bytes() };
    key(passphrase, &salt, rounds).decrypt(&Nonce::from(nonce), payload).map_err(|_| Closed::WrongOrDamaged)
}

fn members(salt: [u8; 16], nonce: [u8; 12]) -> Vec<(&'static str, Value)> {
    let cipher = Value::map([("name", CIPHER.into()), ("nonce", STANDARD.encode(nonce).into())]);
    let kdf = Value::map([
        ("iterations", i64::from(ROUNDS).into()),
        ("name", KDF.into()),
        ("salt", STANDARD.encode(salt).into()),
    ]);
    vec![("cipher", cipher), ("format", FORMAT.into()), ("kdf", kdf), ("version", VERSION.into())]
}

const FORMAT: &str = "ayni-sealed";
const CIPHER: &str = "AES-256-GCM";
const KDF: &str = "PBKDF2-HMAC-SHA-256";
const VERSION: i64 = 1;

fn object(members: &[(&str, Value)]) -> Value {
    Value::Map(members.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
}

/// Salt, nonce and rounds of an object that has the form of section 7; nothing for any other.
fn parameters(object: &Value) -> Option<([u8; 16], [u8; 12], i64)> {
    let (cipher, kdf) = (object.member("cipher")?, object.member("kdf")?);
    let is = |of: &Value, name: &str, text: &str| of.member(name).and_then(Value::as_text) == Some(text);
    let bytes = |of: &Value, name: &str| STANDARD.decode(of.member(name)?.as_text()?).ok();
    let fits = is(object, "format", FORMAT)
        && object.member("version").and_then(Value::as_int) == Some(VERSION)
        && is(cipher, "name", CIPHER)
        && is(kdf, "name", KDF);
    let salt = bytes(kdf, "salt").filter(|_| fits)?.try_into().ok()?;
    Some((salt, bytes(cipher, "nonce")?.try_into().ok()?, kdf.member("iterations")?.as_int()?))
}

fn key(passphrase: &str, salt: &[u8; 16], rounds: u32) -> Aes256Gcm {
    let passphrase: String = passphrase.nfc().collect();
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(passphrase.as_bytes(), salt, rounds, &mut key);
    Aes256Gcm::new(&Key::<Aes256Gcm>::from(key))
}
