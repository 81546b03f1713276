//! Texts that are stored in two ways: lines of GB18030 pasted behind lines of UTF-8, or the other way round. Each is
//! told by the bytes of the whole line; where these say nothing, a line is like the one above it.

use encoding_rs::GB18030;

/// A text whose lines are stored in two ways.
#[derive(Debug)]
pub struct Mixed {
    /// The text.
    pub text: String,
    /// Whether most lines are UTF-8, not GB18030.
    pub is_mostly_utf8: bool,
    /// The lines, from 1, that are stored in the other way.
    pub other_lines: Vec<u32>,
}

/// What the bytes of a line above ASCII are.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    /// There are none.
    Plain,
    /// UTF-8, of which at least one character has three bytes.
    Utf8,
    /// Pairs as GB18030 has them for characters in common use, and no Chinese character of UTF-8.
    Gb18030,
    /// Anything else: too few to tell, or damaged.
    Unclear,
}

/// The text, if some lines are surely UTF-8 and others surely GB18030.
pub fn decode(bytes: &[u8]) -> Option<Mixed> {
    // Most files that are not UTF-8 have no line that is.
    let is_utf8 =
        |line: &[u8]| !line.is_ascii() && std::str::from_utf8(line).is_ok() && kind(line) == Line::Utf8;
    if std::str::from_utf8(bytes).is_ok() || !lines(bytes).any(is_utf8) {
        return None;
    }
    let lines: Vec<(&[u8], Line)> = lines(bytes).map(|line| (line, kind(line))).collect();
    let count = |kind| lines.iter().filter(|(_, known)| *known == kind).count();
    let (utf8, gb18030) = (count(Line::Utf8), count(Line::Gb18030));
    if utf8 == 0 || gb18030 == 0 {
        return None;
    }
    let main = if utf8 >= gb18030 {
        Line::Utf8
    } else {
        Line::Gb18030
    };
    let (mut text, mut other_lines, mut kind) = (String::with_capacity(bytes.len()), Vec::new(), main);
    for (number, (line, own)) in (1..).zip(&lines) {
        if matches!(own, Line::Utf8 | Line::Gb18030) {
            kind = *own;
        }
        if kind == Line::Gb18030 {
            text.push_str(&GB18030.decode_without_bom_handling(line).0);
        } else {
            text.push_str(&String::from_utf8_lossy(line));
        }
        if kind != main && *own != Line::Plain {
            other_lines.push(number);
        }
    }
    Some(Mixed {
        text,
        is_mostly_utf8: main == Line::Utf8,
        other_lines,
    })
}

/// The lines with what ends them: CR, LF or both.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let end = memchr::memchr2(b'\n', b'\r', rest);
        let end = match end {
            None if rest.is_empty() => return None,
            None => rest.len(),
            Some(end) if rest[end..].starts_with(b"\r\n") => end + 2,
            Some(end) => end + 1,
        };
        let (line, behind) = rest.split_at(end);
        rest = behind;
        Some(line)
    })
}

fn kind(line: &[u8]) -> Line {
    if line.is_ascii() {
        return Line::Plain;
    }
    // Two bytes of GB18030 may well look like a letter of UTF-8; three hardly ever like one of its Chinese characters.
    let (mut long, mut broken) = (0, 0);
    for chunk in line.utf8_chunks() {
        long += chunk.valid().chars().filter(|c| c.len_utf8() == 3).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if broken == 0 && long > 0 {
        Line::Utf8
    } else if long == 0 && broken > 0 && pairs(line).is_some_and(|pairs| pairs > 1) {
        Line::Gb18030
    } else {
        Line::Unclear
    }
}

/// How many pairs of bytes there are, if all bytes above ASCII stand in such that GB2312 has a character for.
fn pairs(line: &[u8]) -> Option<usize> {
    let (mut pairs, mut at) = (0, 0);
    while let Some(first) = line.get(at) {
        if first.is_ascii() {
            at += 1;
        } else {
            let second = line.get(at + 1)?;
            if !(0xA1..=0xF7).contains(first) || *second < 0xA1 {
                return None;
            }
            pairs += 1;
            at += 2;
        }
    }
    Some(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(first: &str, second: &str, second_is_gb: bool) -> Vec<u8> {
        let gb = |text: &str| GB18030.encode(text).0.into_owned();
        match second_is_gb {
            true => [first.as_bytes(), &gb(second)].concat(),
            false => [&gb(first), second.as_bytes()].concat(),
        }
    }

    #[test]
    fn each_line_is_read_as_it_is_stored_and_the_odd_ones_are_named() {
        let (first, second) = (
            "指标,地区\r\n婴儿死亡率,示例市\r\n",
            "孕产妇死亡率,示例县\n男,1\n",
        );
        let mixed = decode(&joined(first, second, true)).expect("two encodings");
        assert_eq!(mixed.text, [first, second].concat());
        assert!(mixed.is_mostly_utf8);
        assert_eq!(mixed.other_lines, [3, 4]);
        let mixed = decode(&joined(&first.repeat(2), second, false)).expect("two encodings");
        assert_eq!(mixed.text, [first, first, second].concat());
        assert!(!mixed.is_mostly_utf8);
        assert_eq!(mixed.other_lines, [5, 6]);
    }

    #[test]
    fn one_encoding_with_damage_is_one_encoding() {
        let gb = GB18030.encode("指标,地区\n婴儿死亡率,示例市\n").0;
        assert!(decode(&gb).is_none());
        assert!(decode("指标,地区\n".as_bytes()).is_none());
        let mut damaged = "指标,地区\n婴儿死亡率,示例市\n".as_bytes().to_vec();
        damaged.extend(b"\xE5\xA9,2022\n");
        assert!(decode(&damaged).is_none());
    }
}
