//! The one way to write a value down: RFC 8785 (JCS), restricted to whole numbers (C1).

use crate::record::{Map, Value, gather};

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
    let mut sorted: Vec<&(String, Value)> = members.iter().collect();
    // A map sorts by UTF-8, which differs from UTF-16 only where a key leaves the basic plane.
    if sorted.iter().any(|(key, _)| !key.is_ascii()) {
        sorted = gather::ordered(sorted, |a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
    }
    out.push('{');
    for (index, (key, value)) in sorted.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_text(out, key);
        out.push(':');
        write(out, value);
    }
    out.push('}');
}

fn write_text(out: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                out.push_str("\\u00");
                out.push(if (c as u32) < 0x10 { '0' } else { '1' });
                out.extend(HEX.get(c as usize & 0xf));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        let value: Value = serde_json::from_str(input).expect("test input is JSON");
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
    fn c1_text_is_escaped_as_little_as_possible_and_never_normalised() {
        check(
            r#""\u0007\u001f\u000b\b\f\n\r\t\"\\\/\u007f""#,
            "\"\\u0007\\u001f\\u000b\\b\\f\\n\\r\\t\\\"\\\\/\u{7f}\"",
        );
        check("\"e\u{301}\"", "\"e\u{301}\"");
        check(r#""\ud83c\udf3d""#, "\"🌽\"");
    }

    #[test]
    fn c1_only_whole_numbers_within_two_to_the_53_are_numbers() {
        check("[0,-1,9007199254740991,-9007199254740991]", "[0,-1,9007199254740991,-9007199254740991]");
        for bad in ["1.0", "1e3", "-0", "9007199254740992", "-9007199254740992", "1E400", "18446744073709551616", "01"]
        {
            assert!(serde_json::from_str::<Value>(bad).is_err(), "{bad} must not be a number");
        }
    }
}
