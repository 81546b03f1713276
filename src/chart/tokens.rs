//! The look and the size of a drawing, as the page has them at the moment: colours and font are read from the
//! style sheet, so none stands in the code.

use serde::{Deserialize, Serialize};

/// Colours and font, read from the page's custom properties.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tokens {
    /// Text and the target line.
    pub ink: String,
    /// Secondary text, references and the path.
    pub muted: String,
    /// Grid lines.
    pub line: String,
    /// The page behind the chart.
    pub page: String,
    /// The box that a pointer brings up.
    pub raised: String,
    /// The colours of lines, the main one first.
    pub series: Vec<String>,
    /// The font family.
    pub font: String,
    /// The size of the chart's text in pixels.
    pub text: f64,
}

impl Tokens {
    /// The colour of the nth line; they repeat when there are too few.
    pub fn series(&self, n: usize) -> &str {
        match self.series.len() {
            0 => &self.ink,
            len => &self.series[n % len],
        }
    }
}

/// The room that a drawing has, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// About how wide a text will be in pixels: a Chinese character is as wide as it is high, a Latin one about half.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    let ems: f64 = text
        .chars()
        .map(|c| {
            if c < '\u{1100}' {
                ems_of_narrow(c)
            } else {
                ems_of_wide(c)
            }
        })
        .sum();
    ems * size
}

fn ems_of_narrow(c: char) -> f64 {
    match c {
        'm' | 'w' | 'M' | 'W' | '%' | '‰' => 0.9,
        'A'..='Z' => 0.7,
        ',' | '.' | ' ' | 'i' | 'j' | 'l' | 't' | 'f' | 'r' | '(' | ')' => 0.36,
        _ => 0.58,
    }
}

fn ems_of_wide(c: char) -> f64 {
    match c {
        '\u{2009}' => 0.2,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '≤' | '≥' => 0.6,
        _ => 1.0,
    }
}

/// The text, cut with an ellipsis where it would be wider than `room` pixels.
pub(super) fn cut(text: &str, size: f64, room: f64) -> String {
    if text_width(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut width = size;
    for c in text.chars() {
        width += text_width(c.encode_utf8(&mut [0; 4]), size);
        if width > room {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_to_its_room() {
        assert_eq!(cut("钦州市", 12.0, 36.0), "钦州市");
        let short = cut("广西壮族自治区", 12.0, 60.0);
        assert!(
            short.ends_with('…') && text_width(&short, 12.0) <= 60.0,
            "{short}"
        );
    }
}
