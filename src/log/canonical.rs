//! The one way to write a value down: RFC 8785 (JCS), restricted to whole numbers (C1).

use crate::record::{Map, Name, Value, gather, json};
use std::ops::Range;

/// The canonical form of a value: keys sorted by UTF-16 code units, no white space, minimal escapes.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value);
    out
}

/// The canonical form of an object that is held as a map.
pub fn canonical_object(members: &Map<Value>) -> String {
    let mut out = String::new();
    write_object(&mut out, members);
    out
}

/// The canonical form of an object, and where in it one member stands, with the comma that would go with it.
pub fn canonical_with(members: &Map<Value>, name: &str, size: usize) -> (String, Range<usize>) {
    let mut out = String::with_capacity(size);
    let mut place = 0..0;
    write_members(&mut out, members, &mut |key, start, end| {
        if key == name {
            place = start..end;
        }
    });
    // The first member has no comma before it, so the one after it would go.
    if place.start == 1 && out.as_bytes().get(place.end) == Some(&b',') {
        place.end += 1;
    }
    (out, place)
}

fn write(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Int(number) => out.push_str(&number.to_string()),
        Value::Text(text) => write_text(out, text),
        Value::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(out, item);
            }
            out.push(']');
        }
        Value::Map(members) => write_object(out, members),
    }
}

fn write_object(out: &mut String, members: &Map<Value>) {
    write_members(out, members, &mut |_, _, _| {});
}

/// Tells of each member, comma before it included, from where to where it stands.
fn write_members(out: &mut String, members: &Map<Value>, tell: &mut dyn FnMut(&str, usize, usize)) {
    out.push('{');
    let mut member = |index: usize, (key, value): &(Name, Value)| {
        let start = out.len();
        if index > 0 {
            out.push(',');
        }
        write_text(out, key);
        out.push(':');
        write(out, value);
        tell(key, start, out.len());
    };
    // A map sorts by UTF-8, which differs from UTF-16 only where a key leaves the basic plane.
    if members.keys().all(|key| key.is_ascii()) {
        members.iter().enumerate().for_each(|(index, pair)| member(index, pair));
    } else {
        let sorted = gather::ordered(members.iter().collect(), |a: &&(Name, Value), b: &&(Name, Value)| {
            a.0.encode_utf16().cmp(b.0.encode_utf16())
        });
        sorted.into_iter().enumerate().for_each(|(index, pair)| member(index, pair));
    }
    out.push('}');
}

fn write_text(out: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    out.push('"');
    let mut rest = text;
    // Everything else is written as it stands, many characters at a time.
    while let Some((plain, special)) =
        rest.split_at_checked(json::plain(rest.as_bytes())).filter(|(_, s)| !s.is_empty())
    {
        out.push_str(plain);
        let byte = special.bytes().next().unwrap_or_default();
        out.push('\\');
        match byte {
            8 => out.push('b'),
            b'\t' => out.push('t'),
            b'\n' => out.push('n'),
            0xc => out.push('f'),
            b'\r' => out.push('r'),
            0..0x20 => {
                out.push_str(if byte < 0x10 { "u000" } else { "u001" });
                out.extend(HEX.get(usize::from(byte & 0xf)));
            }
            _ => out.push(char::from(byte)),
        }
        rest = special.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        let value = json::read(input).expect("test input is JSON");
        assert_eq!(canonical(&value), expected);
    }

    #[test]
    fn c1_keys_are_sorted_by_utf16_and_white_space_is_gone() {
        check(r#"{ "b" : 1, "a" : [ true , null ] }"#, r#"{"a":[true,null],"b":1}"#);
        // U+1F33D is D83C DF3D in UTF-16 and sorts before U+FB33, the other way round than in UTF-8.
        check("{\"\u{fb33}\":1,\"🌽\":2}", "{\"🌽\":2,\"\u{fb33}\":1}");
        check(r#"{"é":1,"z":2,"€":3}"#, r#"{"z":2,"é":1,"€":3}"#);
    }

    #[test]
    fn c1_a_member_is_found_with_the_comma_that_goes_with_it() {
        let check = |input: &str, expected: &str| {
            let Ok(Value::Map(members)) = json::read(input) else { panic!("test input is an object") };
            let (mut form, place) = canonical_with(&members, "id", 0);
            form.replace_range(place, "");
            assert_eq!(form, expected);
        };
        check(r#"{"at":1,"id":2,"x":3}"#, r#"{"at":1,"x":3}"#);
        check(r#"{"id":2,"x":3}"#, r#"{"x":3}"#);
        check(r#"{"at":1,"id":2}"#, r#"{"at":1}"#);
        check(r#"{"id":2}"#, "{}");
        check(r#"{"at":1}"#, r#"{"at":1}"#);
    }

    #[test]
    fn c1_text_is_escaped_as_little_as_possible_and_never_normalised() {
        check(
            r#""\u0007\u001f\u000b\b\f\n\r\t\"\\\/\u007f""#,
            "\"\\u0007\\u001f\\u000b\\b\\f\\n\\r\\t\\\"\\\\/\u{7f}\"",
        );
        check("\"e\u{301}\"", "\"e\u{301}\"");
        check(r#""\ud83c\udf3d""#, "\"🌽\"");
    }

    #[test]
    fn c1_whole_numbers_are_written_as_they_are() {
        check("[0,-1,9007199254740991,-9007199254740991]", "[0,-1,9007199254740991,-9007199254740991]");
    }
}
