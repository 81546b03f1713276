//! What a cell that should hold a number says: nothing, one number and what is written behind it, or something that
//! is not one number. Nothing is guessed: a spelling with two readings is refused.

use super::{Delimiter, fold};

/// What stands in a cell for a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// No value: empty, or one of the marks and words for that.
    Blank,
    /// A number, and the text behind it, such as a unit; half width, without the mark of a footnote.
    One(f64, String),
    /// An interval or a bound, such as `12.1 [10–14]` or `<5`.
    Interval,
    /// Anything else.
    NotANumber,
}

/// What a comma between digits means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comma {
    /// `1,234.5`
    Thousands,
    /// `1.234,5`
    Decimal,
}

impl Comma {
    /// The meaning in one file. Where the comma separates cells it groups digits; elsewhere it is the decimal
    /// mark if some value can only be read so (`12,4`) and none has a decimal point.
    pub fn used_in<'c>(delimiter: Option<Delimiter>, values: impl Iterator<Item = &'c str>) -> Comma {
        if !matches!(delimiter, Some(Delimiter::Semicolon | Delimiter::Tab)) {
            return Comma::Thousands;
        }
        let mut decimal = false;
        for value in values {
            match decimal_mark(value) {
                Some('.') => return Comma::Thousands,
                Some(_) => decimal = true,
                None => {}
            }
        }
        if decimal { Comma::Decimal } else { Comma::Thousands }
    }
}

/// The decimal mark of a number, where it cannot be a mark that groups digits by three.
fn decimal_mark(value: &str) -> Option<char> {
    let at = value.rfind([',', '.'])?;
    let (whole, tail) = (&value[..at], &value[at + 1..]);
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let mark = value[at..].chars().next()?;
    let grouped = whole.contains(if mark == ',' { '.' } else { ',' });
    (!whole.contains(mark) && digits > 0 && (digits != 3 || grouped)).then_some(mark)
}

/// Words for no value, folded.
const MISSING: &[&str] = &[
    "na",
    "nan",
    "null",
    "none",
    "nil",
    "nodata",
    "无",
    "缺",
    "缺失",
    "暂无",
    "不详",
    "无数据",
    "暂无数据",
    "尚无数据",
    "缺数据",
    "未统计",
    "未填",
    "空",
];

/// Reads a value cell.
pub fn read(text: &str, comma: Comma) -> Number {
    let text = fold::trim(text);
    if text.is_empty() {
        return Number::Blank;
    }
    // Most cells are plain: a few digits and a point.
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b'.' && comma == Comma::Thousands);
    if plain && text.bytes().any(|b| b.is_ascii_digit()) {
        return text.parse().map_or(Number::NotANumber, finite);
    }
    if is_missing(text) {
        return Number::Blank;
    }
    let half: String = text.chars().map(half_mark).collect();
    // A spreadsheet's mark for “this is text”.
    let half = half.strip_prefix('\'').unwrap_or(&half).trim();
    let (digits, tail) = split(half);
    let tail = without_footnote(tail.trim());
    if is_bound(half) {
        return Number::Interval;
    }
    if is_range(tail) {
        let value = parse(digits, comma).filter(|value| is_within(*value, tail, comma));
        return value.map_or(Number::Interval, finite);
    }
    match parse(digits, comma) {
        Some(value) if value.is_finite() => Number::One(value, tail.to_owned()),
        _ => Number::NotANumber,
    }
}

fn finite(value: f64) -> Number {
    if value.is_finite() {
        Number::One(value, String::new())
    } else {
        Number::NotANumber
    }
}

fn is_missing(text: &str) -> bool {
    let mark = |c: char| {
        fold::is_dash(c) && c != '至' || matches!(c, '…' | '.' | '*' | '·' | '/' | '\\') || c == ' '
    };
    // Eurostat's mark is a colon.
    if text == ":" || text.chars().all(mark) {
        return true;
    }
    // Only short cells can be one of the words.
    text.len() <= 24 && !text.contains('!') && MISSING.contains(&fold::name(text).as_str())
}

/// Half width, with every minus and the full stop that is typed for a decimal point as ASCII.
fn half_mark(c: char) -> char {
    match c {
        '。' | '．' => '.',
        '−' | '–' | '－' | '﹣' => '-',
        '’' => '\'',
        other => fold::half(other),
    }
}

/// The number in front and what stands behind it.
fn split(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let mut end = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let digit_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    while let Some(byte) = bytes.get(end) {
        let exponent_sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        match byte {
            b'0'..=b'9' | b'.' | b',' => end += 1,
            // Between digits a space or an apostrophe may group them.
            b' ' | b'\'' if digit_at(end + 1) => end += 1,
            b'e' | b'E' if end > 0 && digit_at(end + 1 + exponent_sign) => end += 2 + exponent_sign,
            _ => break,
        }
    }
    text.split_at(end)
}

fn parse(digits: &str, comma: Comma) -> Option<f64> {
    let (group, point) = match comma {
        Comma::Thousands => (',', '.'),
        Comma::Decimal => ('.', ','),
    };
    let (mantissa, exponent) = match digits.find(['e', 'E']) {
        Some(at) => digits.split_at(at),
        None => (digits, ""),
    };
    let (sign, magnitude) = match mantissa.strip_prefix(['+', '-']) {
        Some(rest) => (if mantissa.starts_with('-') { "-" } else { "" }, rest),
        None => ("", mantissa),
    };
    let (whole, fraction) = magnitude.split_once(point).unwrap_or((magnitude, ""));
    let whole = ungrouped(whole, group)?;
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !plain(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    format!("{sign}{whole}.{fraction}0{exponent}").parse().ok()
}

/// Digits without the marks that group them by three; none where the groups are not of three.
fn ungrouped(whole: &str, group: char) -> Option<String> {
    let mark = whole.chars().find(|c| !c.is_ascii_digit());
    let Some(mark) = mark else {
        return Some(whole.to_owned());
    };
    if mark != group && mark != ' ' && mark != '\'' {
        return None;
    }
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let sound = (1..=3).contains(&first.len()) && digits(first) && groups.all(|g| g.len() == 3 && digits(g));
    sound.then(|| whole.replace(mark, ""))
}

/// Words in brackets that say how final a number is.
const HOW_FINAL: [&str; 7] = ["初步", "初步数", "初步统计", "快报", "快报数", "暂定", "最终"];

/// Without a mark that points to a footnote: `[1]`, `*`, `†`, `①`, `¹`; or a word that it is preliminary: `（初步）`.
fn without_footnote(tail: &str) -> &str {
    let in_brackets = tail.trim_end().strip_suffix([')', '）']);
    let word = in_brackets.and_then(|rest| rest.rsplit_once(['(', '（']));
    if let Some((rest, _)) = word.filter(|(_, word)| HOW_FINAL.contains(word)) {
        return rest.trim_end();
    }
    let marks = |c: char| matches!(c, '*' | '†' | '‡' | '①'..='⑳' | '¹' | '²' | '³');
    let tail = tail.trim_end_matches(marks).trim_end();
    let numbered = tail.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    match numbered {
        Some((rest, note)) if (1..=2).contains(&note.len()) && note.bytes().all(|b| b.is_ascii_digit()) => {
            rest.trim_end()
        }
        _ => tail,
    }
}

/// `<5`, `≥90`, `约5`
fn is_bound(text: &str) -> bool {
    let rest = text.trim_start_matches(['<', '>', '=', '≤', '≥', '≈', '~', '约']);
    let bounded = ["以上", "以下", "左右"].iter().any(|word| text.ends_with(word));
    (rest.len() < text.len() && !text.starts_with('=')
        || text.starts_with("大于")
        || text.starts_with("小于")
        || bounded)
        && text.bytes().any(|b| b.is_ascii_digit())
}

/// `-14`, `[10-14]`, `(10~14)` behind a number
fn is_range(tail: &str) -> bool {
    let inner = tail.trim_start_matches(['[', '(', ' ']);
    let bracketed = inner.len() < tail.len() && inner.contains(|c: char| fold::is_dash(c) || c == ',');
    let joined = tail.starts_with(fold::is_dash) || tail.starts_with('±');
    (bracketed || joined) && inner.bytes().any(|b| b.is_ascii_digit())
}

/// Whether a value lies between the two bounds in brackets behind it, as confidence intervals are written:
/// `5.3 [4.8-5.9]`, `5.3 (95% CI 4.8–5.9)`.
fn is_within(value: f64, tail: &str, comma: Comma) -> bool {
    let Some(inner) = tail
        .strip_prefix(['[', '('])
        .and_then(|rest| rest.strip_suffix([']', ')']))
    else {
        return false;
    };
    let inner = ["95%CI", "95% CI", "95%ci", "CI"]
        .iter()
        .find_map(|label| inner.strip_prefix(label))
        .map_or(inner, |rest| rest.trim_start_matches([':', ' ']));
    let Some((low, high)) = inner
        .split_once(", ")
        .or_else(|| inner.split_once(fold::is_dash))
        .or_else(|| inner.split_once(" to "))
    else {
        return false;
    };
    let bound = |text: &str| parse(text.trim(), comma);
    matches!((bound(low), bound(high)), (Some(low), Some(high)) if low <= value && value <= high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        read(text, Comma::Thousands)
    }

    fn plain(value: f64) -> Number {
        Number::One(value, String::new())
    }

    #[test]
    fn numbers_as_offices_write_them() {
        let twelve = "12.3 １２．３ 12。3 ＋12.3 '12.3 12.3[1] 12.3［１］ 12.3* 12.3① 1.23e1 0012.30 1230E-2";
        for text in twelve.split(' ') {
            assert_eq!(number(text), plain(12.3), "{text}");
        }
        for text in [
            "1,234,567",
            "1，234，567",
            "1 234 567",
            "1\u{a0}234\u{a0}567",
            "1'234'567",
            " 1234567　",
            "1234567.",
        ] {
            assert_eq!(number(text), plain(1_234_567.0), "{text}");
        }
        for text in "-4.7 −4.7 －4.7 –4.7 '-4.7".split(' ') {
            assert_eq!(number(text), plain(-4.7), "{text}");
        }
        assert_eq!(number("1,234.5"), plain(1234.5));
        assert_eq!(number(".5"), plain(0.5));
    }

    #[test]
    fn what_stands_behind_a_number_is_kept() {
        for (text, tail) in [
            ("12.3%", "%"),
            ("12.3 ％", "%"),
            ("12.3‰[2]", "‰"),
            ("12.3/10万", "/10万"),
            ("12.3 a", "a"),
        ] {
            assert_eq!(number(text), Number::One(12.3, tail.to_owned()), "{text}");
        }
    }

    #[test]
    fn every_mark_for_nothing_is_blank() {
        for text in "|\u{3000}|:|—|－|-|--|…|……|..|...|***|NA|N/A|n/a|NaN|null|无|缺|暂无|不详|无数据|#N/A|/"
            .split('|')
        {
            assert_eq!(number(text), Number::Blank, "{text}");
        }
    }

    #[test]
    fn what_is_not_one_number_is_refused() {
        let nonsense =
            "12.3.4|12,4|1,23,456|1,2345|inf|-inf|1e999|(12.3)|#DIV/0!|=1+1|五|1 2|+|e5|,|'|1,234 567";
        for text in nonsense.split('|') {
            assert_eq!(number(text), Number::NotANumber, "{text}");
        }
        for text in "12.1 [13–14]|12.1 [10-14|10-14|10～14|<0.1|≥90|12±1|90%以上|约5".split('|') {
            assert_eq!(number(text), Number::Interval, "{text}");
        }
    }

    #[test]
    fn a_value_with_its_interval_is_the_value() {
        for text in [
            "12.1 [10–14]",
            "12.1[10.2-14]",
            "12.1 (95% CI 10–14)",
            "12.1 (10, 14)",
            "12.1 [12.1-14]",
        ] {
            assert_eq!(number(text), plain(12.1), "{text}");
        }
        assert_eq!(number("175700 [145100-211100]"), plain(175_700.0));
        assert_eq!(number("1 757 [1 451-2 111]"), plain(1757.0));
        // One that its own interval does not hold is misread or mistyped.
        for text in ["12.1 [1.0-1.4]", "12.1 [14-10]", "12.1 [10-14]%"] {
            assert_eq!(number(text), Number::Interval, "{text}");
        }
    }

    #[test]
    fn a_comma_is_decimal_only_where_the_file_says_so() {
        let used = |delimiter, cells: &[&str]| Comma::used_in(Some(delimiter), cells.iter().copied());
        assert_eq!(used(Delimiter::Semicolon, &["12,4", "3"]), Comma::Decimal);
        assert_eq!(used(Delimiter::Semicolon, &["1.234,5", "1.234"]), Comma::Decimal);
        assert_eq!(used(Delimiter::Tab, &["1,234", "12.4"]), Comma::Thousands);
        assert_eq!(used(Delimiter::Semicolon, &["1,234"]), Comma::Thousands);
        assert_eq!(used(Delimiter::Comma, &["12,4"]), Comma::Thousands);
        assert_eq!(read("12,4", Comma::Decimal), plain(12.4));
        assert_eq!(read("1.234,5", Comma::Decimal), plain(1234.5));
    }
}
