//! Pieces of WordprocessingML.

use crate::lang::{Lang, escape_markup};
use crate::text::THIN_SPACE;

/// Text that stays text. Signs that XML cannot hold are left out, line breaks are spaces; official Chinese writes no
/// space between a number and its unit.
pub fn text(text: &str, lang: Lang) -> String {
    let kept = text.chars().filter_map(|c| match c {
        THIN_SPACE if lang == Lang::Zh => None,
        '\t' | '\n' | '\r' => Some(' '),
        '\u{fffe}' | '\u{ffff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    escape_markup(&kept.collect::<String>())
}

/// A run of escaped text.
pub fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A paragraph of escaped text in a style.
pub fn paragraph(style: &str, text: &str) -> String {
    paragraph_of(style, &run(text))
}

/// A paragraph of runs in a style.
pub fn paragraph_of(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>\n")
}

/// A field with the text that stands until it is computed.
pub fn field(instruction: &str, shown: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}
