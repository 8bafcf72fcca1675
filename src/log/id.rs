//! The names of changes and devices.

use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::fmt;

const ALPHABET: [u8; 32] = *b"abcdefghijklmnopqrstuvwxyz234567";

/// The name of a change: the first 130 bits of the SHA-256 of its canonical form without `id`, in lower-case base32.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ChangeId([u8; 26]);

impl PartialOrd for ChangeId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As the texts are ordered. The first eight letters nearly always tell, and a number of eight bytes is compared at once.
impl Ord for ChangeId {
    fn cmp(&self, other: &Self) -> Ordering {
        let first = |id: &Self| id.0.first_chunk().map_or(0, |letters| u64::from_be_bytes(*letters));
        first(self).cmp(&first(other)).then_with(|| self.0.cmp(&other.0))
    }
}

impl ChangeId {
    /// Nothing unless it is 26 characters `a-z2-7`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 26] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7')).then_some(ChangeId(bytes))
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The name that a change with this canonical form (without `id`) must bear.
pub fn change_id(canonical: &str) -> ChangeId {
    change_id_of([canonical])
}

/// The same for a canonical form in pieces.
pub fn change_id_of<const N: usize>(pieces: [&str; N]) -> ChangeId {
    let mut hash = Sha256::new();
    pieces.iter().for_each(|piece| hash.update(piece.as_bytes()));
    let digest = hash.finalize();
    let mut name = [0; 26];
    for (place, letter) in name.iter_mut().enumerate() {
        // Five bits from bit 5·place on; they stand in at most two bytes.
        let bit = place * 5;
        let pair = u16::from_be_bytes([at(&digest, bit / 8), at(&digest, bit / 8 + 1)]);
        *letter = at(&ALPHABET, usize::from(pair >> (11 - bit % 8) & 31));
    }
    ChangeId(name)
}

fn at(bytes: &[u8], index: usize) -> u8 {
    bytes.get(index).copied().unwrap_or_default()
}

/// SHA-256 in lower-case hex, as trailers and attachments use it (F5, F6).
pub fn sha256_hex(bytes: &[u8]) -> String {
    let mut hashing = Hashing::default();
    hashing.add(bytes);
    hashing.hex()
}

/// The same of what is too long to be hashed at once.
#[derive(Default)]
pub struct Hashing(Sha256);

impl Hashing {
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub fn hex(self) -> String {
        let mut hex = String::with_capacity(64);
        for byte in self.0.finalize() {
            for nibble in [byte >> 4, byte & 15] {
                hex.extend(char::from_digit(u32::from(nibble), 16));
            }
        }
        hex
    }
}

/// A phone or computer: 10 characters `a-z0-9`, made at random on first start.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DeviceId([u8; 10]);

impl DeviceId {
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 10] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()).then_some(DeviceId(bytes))
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// True for the names under which the app itself ships records (C6).
    pub fn is_shipped(&self) -> bool {
        super::SHIPPED.contains(&self.as_str())
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c1_the_test_vector_of_the_contract_has_its_id() {
        let form = r#"{"at":"2026-11-24T08:11:22-05:00","by":{"device":"k3v9q2m7x1","seq":1},"record":"visit/a","schema":1,"set":{"title":"Visita 🌽"},"tick":"000000000001-0000"}"#;
        assert_eq!(change_id(form).as_str(), "53oeawinjqlua6fdzfucz3en4b");
    }

    #[test]
    fn ids_are_26_letters_of_base32_and_nothing_else() {
        assert!(ChangeId::parse("53oeawinjqlua6fdzfucz3en4b").is_some());
        for bad in ["", "53oeawinjqlua6fdzfucz3en4", "53oeawinjqlua6fdzfucz3en4B", "13oeawinjqlua6fdzfucz3en4b", "…"]
        {
            assert!(ChangeId::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn sha256_is_written_in_lower_case_hex() {
        assert_eq!(sha256_hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
