//! How texts are compared: full-width forms as their half-width ones, without case, and for names without
//! spaces and punctuation.

use std::borrow::Cow;

/// Without blanks of any width and characters that nobody sees (byte order marks, zero-width spaces, marks of
/// direction) on either side, and without the `="…"` that keeps a text a text in spreadsheets.
pub fn trim(text: &str) -> &str {
    let unseen = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
    };
    let text = text.trim_matches(unseen);
    let quoted = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    quoted.map_or(text, |inner| inner.trim_matches(unseen))
}

/// A full-width form (`Ａ`, `％`, `　`) as its half-width one.
pub fn half(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
        other => other,
    }
}

/// The same text in half-width forms; borrowed where nothing changes.
pub fn half_width(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(half).collect())
    }
}

/// What two spellings of one name have in common: letters and digits, lower case, half width.
pub fn name(text: &str) -> String {
    text.chars()
        .map(half)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A name as it is shown: trimmed, without the blanks that tables pad Chinese words with (`全　区`), and with
/// one space where other scripts have several.
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut words = text
        .split(|c: char| c.is_whitespace() || c == '\u{feff}')
        .filter(|word| !word.is_empty());
    out.extend(words.next());
    for word in words {
        let chinese = |c: Option<char>| c.is_some_and(|c| ('\u{2e80}'..='\u{ffdc}').contains(&c));
        if !(chinese(out.chars().next_back()) && chinese(word.chars().next())) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a dash of any length joins two numbers there.
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '~' | '～' | '〜' | '─' | '━' | '至'
    )
}

/// The first `most` characters, with an ellipsis where there were more.
pub fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_punctuation_do_not_tell_names_apart() {
        assert_eq!(name(" Ｉnfant–mortality（‰）"), name("infantMORTALITY"));
        assert_eq!(name("0－6岁儿童"), name("0~6岁 儿童"));
    }

    #[test]
    fn padding_inside_chinese_words_goes_and_spaces_between_others_stay() {
        assert_eq!(squeeze("　全　区 "), "全区");
        assert_eq!(squeeze("New   York"), "New York");
        assert_eq!(squeeze("钦州 A"), "钦州 A");
    }

    #[test]
    fn long_texts_are_shortened_between_characters() {
        assert_eq!(shorten("钦州市", 2), "钦州…");
        assert_eq!(shorten("钦州", 2), "钦州");
    }
}
