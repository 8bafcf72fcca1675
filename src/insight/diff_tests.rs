use super::*;
use proptest::prelude::{Strategy, any};
use proptest::{collection, proptest};

/// A text with its marked pieces in brackets.
fn marked(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| if piece.differs { ["[", piece.text, "]"].concat() } else { piece.text.to_owned() };
    pieces.iter().map(piece).collect()
}

#[test]
fn words_that_differ_are_marked_in_both() {
    let check = |texts: &[&str], expected: &[&str]| {
        let found = compare(texts, &mut Effort::of_a_screen());
        assert_eq!(found.iter().map(|pieces| marked(pieces)).collect::<Vec<_>>(), expected);
    };
    check(
        &["La planta procesa cuatro quintales por día.", "La planta procesa cinco quintales por día."],
        &["La planta procesa [cuatro] quintales por día.", "La planta procesa [cinco] quintales por día."],
    );
    // Whole words, also where they begin or end alike; letters with accents are letters.
    check(&["cantón", "cantera"], &["[cantón]", "[cantera]"]);
    check(&["mañana fría", "hermana fría"], &["[mañana] fría", "[hermana] fría"]);
    check(&["té", "tè"], &["[té]", "[tè]"]);
    // What only one says.
    check(&["secan en marquesinas", "secan"], &["secan[ en marquesinas]", "secan"]);
    check(&["", "algo"], &["", "[algo]"]);
    check(&["igual", "igual"], &["igual", "igual"]);
    // Several words in a row are one piece.
    check(&["a uno dos z", "a tres cuatro z"], &["a [uno dos] z", "a [tres cuatro] z"]);
    // In two places.
    check(&["uno, dos y tres", "un, dos o tres"], &["[uno], dos [y] tres", "[un], dos [o] tres"]);
    // Three texts: of the first all that any other says differently.
    check(&["a b c", "x b c", "a b z"], &["[a] b [c]", "[x] b c", "a b [z]"]);
    check(&["uno"], &["uno"]);
    check(&[], &[]);
}

#[test]
fn the_longest_texts_are_compared_in_a_bounded_number_of_steps() {
    let word = |number: usize| ["w", &(number * 7919 % 10_007).to_string(), " "].concat();
    let text = |from: usize| (from..from + 9_000).map(word).collect::<String>();
    let (one, other) = (["Inicio. ", &text(0), " Fin."].concat(), ["Inicio. ", &text(20_000), " Fin."].concat());
    let mut effort = Effort::of_a_screen();
    let found = compare(&[&one, &other], &mut effort);
    assert!(Effort::of_a_screen().0 - effort.0 <= FOR_ONE_PAIR + one.len() + other.len());
    // The beginning and the end are told all the same.
    let texts: Vec<Vec<bool>> = found.iter().map(|pieces| pieces.iter().map(|piece| piece.differs).collect()).collect();
    assert_eq!(texts, [[false, true, false], [false, true, false]]);
    // A small difference in long texts is found to the word.
    let changed = one.replacen("w7919 ", "aquí ", 1);
    let found = compare(&[&one, &changed], &mut Effort::of_a_screen());
    let differing: Vec<&str> = found.iter().flatten().filter(|piece| piece.differs).map(|piece| piece.text).collect();
    assert_eq!(differing, ["w7919", "aquí"]);
    // Without any effort too.
    assert_eq!(marked(&compare(&["a b c d", "a x y d"], &mut Effort::none())[0]), "a [b c] d");
}

fn text() -> impl Strategy<Value = String> {
    let word =
        proptest::sample::select(vec!["a", "b", "ab", "ñ", " ", "  ", ", ", ".", "\n", "🌽", "é", "e\u{301}", "«"]);
    collection::vec(word, 0..40).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn pieces_are_the_text_and_what_is_not_marked_is_in_both(one in text(), other in text(), bounded in any::<bool>()) {
        let mut effort = if bounded { Effort(60) } else { Effort::of_a_screen() };
        let found = compare(&[&one, &other], &mut effort);
        for (pieces, text) in found.iter().zip([&one, &other]) {
            assert_eq!(&pieces.iter().map(|piece| piece.text).collect::<String>(), text);
        }
        let common = |pieces: &Vec<Piece>| -> String {
            pieces.iter().filter(|piece| !piece.differs).map(|piece| piece.text).collect()
        };
        assert_eq!(common(&found[0]), common(&found[1]));
        assert_eq!(one == other, found.iter().flatten().all(|piece| !piece.differs));
    }

    #[test]
    fn words_that_were_put_in_are_all_that_is_marked(before in text(), put_in in "[xyz]{1,5}", after in text()) {
        let one = [&before, " ", &after].concat();
        let other = [&before, " ", &put_in, " ", &after].concat();
        let found = compare(&[&one, &other], &mut Effort::of_a_screen());
        let marked: usize = found.iter().flatten().filter(|piece| piece.differs).map(|piece| piece.text.trim().len()).sum();
        assert_eq!(marked, put_in.len());
    }
}
