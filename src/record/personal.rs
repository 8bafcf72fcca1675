//! What in a free text looks like somebody's phone, e-mail or identity number: a hint, never a block.

/// What it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    Email,
    /// A phone or identity number; nobody can tell the two apart by their digits.
    Number,
}

/// Digits from which a number may be a person's: phones have 7 to 13 of them, identity cards 5 to 10. Of fewer than seven
/// most are amounts.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=13;

/// The first such thing in a text, and where it stands.
pub fn personal(text: &str) -> Option<(Personal, &str)> {
    email(text).map(|found| (Personal::Email, found)).or_else(|| number(text).map(|found| (Personal::Number, found)))
}

fn email(text: &str) -> Option<&str> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | ',' | ';'));
    words.map(|word| word.trim_end_matches(['.', ':'])).find(|word| {
        word.split_once('@').is_some_and(|(name, host)| {
            let is_host = host.split_once('.').is_some_and(|(name, ending)| !name.is_empty() && ending.len() >= 2);
            !name.is_empty() && is_host && !host.contains('@')
        })
    })
}

/// A run of digits, with single spaces or hyphens in between, that is no date, no amount and no span of years.
fn number(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '+') {
        let run = rest.get(start..)?;
        let mut end = 0;
        let mut was_gap = false;
        for (at, c) in run.char_indices() {
            let is_gap = matches!(c, ' ' | '-') && !was_gap && at > 0;
            if !(c.is_ascii_digit() || is_gap || (c == '+' && at == 0)) {
                break;
            }
            was_gap = is_gap;
            end = if is_gap { end } else { at + c.len_utf8() };
        }
        let before = rest.get(..start)?.chars().next_back();
        let after = run.get(end..)?;
        let found = run.get(..end)?;
        if looks_personal(found) && !is_part_of_amount(before, after) {
            return Some(found);
        }
        rest = run.get(end.max(1)..)?;
    }
    None
}

fn looks_personal(run: &str) -> bool {
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let groups: Vec<&str> = run.split([' ', '-']).collect();
    let all_years = groups.len() > 1 && groups.iter().all(|group| matches!(group.len(), 4) && is_year(group));
    let is_date = matches!(groups.as_slice(), [a, b, c] if a.len() <= 4 && b.len() <= 2 && c.len() <= 4
        && (is_year(a) || is_year(c)));
    // "3 500 000": groups of three after the first are an amount.
    let is_amount = groups.len() > 1
        && !run.starts_with('+')
        && run.contains(' ')
        && groups.iter().skip(1).all(|group| group.len() == 3 && group.ends_with("00"));
    // "12 35 8 40": counts that stand beside each other.
    let are_counts = groups.len() > 1 && groups.iter().all(|group| group.len() <= 2) && !run.contains('-');
    DIGITS.contains(&digits) && !all_years && !is_date && !is_amount && !are_counts
}

fn is_year(group: &str) -> bool {
    group.len() == 4 && (group.starts_with("19") || group.starts_with("20"))
}

/// "1.250.000", "0,1234567" and "10000000 Bs" are amounts; so is what stands beside a currency.
fn is_part_of_amount(before: Option<char>, after: &str) -> bool {
    let is_after = after.starts_with(['.', ',']) && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let next: String =
        after.trim_start().chars().take_while(|c| !c.is_whitespace() && !matches!(c, '.' | ',')).collect();
    let units = ["bs", "usd", "$", "kg", "%", "l", "litros", "ha", "m", "m²"];
    let is_unit = units.contains(&super::text::fold(&next).as_str());
    matches!(before, Some('.' | ',' | '/' | '$')) || is_after || is_unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_an_email_or_an_identity_number_is_noticed() {
        let check = |text: &str, expected: &str| {
            assert_eq!(personal(text).map(|(_, found)| found), Some(expected), "{text}");
        };
        check("Llamar a doña Rosa, 71234567, por la tarde.", "71234567");
        check("su cel. +591 712 34567", "+591 712 34567");
        check("09-9876-5432", "09-9876-5432");
        check("CI 4567890 Cbba", "4567890");
        check("cédula 1712345678.", "1712345678");
        check("71234567 habla con la lideresa", "71234567");
        check("Escribir a rosa.quispe@correo.bo.", "rosa.quispe@correo.bo");
        check("el 2015-10-26 llamó al 4 4251234", "4 4251234");
    }

    #[test]
    fn dates_amounts_and_counts_are_left_in_peace() {
        for text in [
            "",
            "Del 26-10-2015 al 30-10-2015.",
            "2015-10-26",
            "entre 2014-2015",
            "2014 2015 2016",
            "unos 1.250.000 bolivianos",
            "3 500 000 plantas",
            "2500 litros, 12 vacas, 35 socias",
            "12 35 8 40 9",
            "@",
            "a @ b",
            "x@y",
            "+",
            "$12345678",
            "12345678 Bs",
            "ñ 🌽 ½",
        ] {
            assert_eq!(personal(text), None, "{text}");
        }
    }
}
