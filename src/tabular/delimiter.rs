//! What separates the cells of a record: judged by which candidate cuts the first records into the most
//! columns of the same number, quotes respected.

use std::borrow::Cow;
use std::collections::HashMap;

use super::records;

/// What separates two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// A tab, as in Excel's “Unicode text”.
    Tab,
    /// `;`, as Excel writes where the comma is the decimal mark.
    Semicolon,
    /// `|`
    Pipe,
    /// `，`, typed by hand.
    FullWidthComma,
    /// A tab, with commas between the first cells: `freq,unit,geo\TIME_PERIOD`, then years. Eurostat writes so.
    TabAndComma,
}

/// How much of a file is looked at.
const SAMPLE_BYTES: usize = 64 * 1024;
const SAMPLE_RECORDS: usize = 50;

impl Delimiter {
    /// The text as the record reader takes it: it knows delimiters of one byte only.
    pub fn prepare(self, text: Cow<'_, str>) -> Cow<'_, str> {
        match self {
            Delimiter::FullWidthComma => Cow::Owned(text.replace('，', ",")),
            Delimiter::TabAndComma => Cow::Owned(text.replace('\t', ",")),
            _ => text,
        }
    }

    /// The byte that separates cells in the [prepared](Self::prepare) text.
    pub fn byte(self) -> u8 {
        match self {
            Delimiter::Comma | Delimiter::FullWidthComma | Delimiter::TabAndComma => b',',
            Delimiter::Tab => b'\t',
            Delimiter::Semicolon => b';',
            Delimiter::Pipe => b'|',
        }
    }
}

/// The delimiter of a text; none where nothing cuts it into columns.
pub fn sniff(text: &str) -> Option<Delimiter> {
    if let Some(stated) = stated(text) {
        return Some(stated);
    }
    if is_eurostat(text) {
        return Some(Delimiter::TabAndComma);
    }
    let sample = start_of(text, SAMPLE_BYTES);
    // Earlier candidates win ties: NBS files have a tab before each comma.
    let common = [
        Delimiter::Comma,
        Delimiter::Tab,
        Delimiter::Semicolon,
        Delimiter::Pipe,
    ];
    best(sample, &common).or_else(|| best(sample, &[Delimiter::FullWidthComma]))
}

/// Whether the first cell names several columns and, behind a backslash, what the other titles are.
fn is_eurostat(text: &str) -> bool {
    let first = text.lines().next().and_then(|line| line.split_once('\t'));
    first.is_some_and(|(corner, _)| {
        let end = corner.rsplit(',').next().unwrap_or_default();
        corner.contains(',') && end.contains('\\') && !corner.contains('"')
    })
}

/// The delimiter that a first line such as `sep=;` states.
fn stated(text: &str) -> Option<Delimiter> {
    let first = text
        .lines()
        .next()?
        .trim_start_matches('\u{feff}')
        .trim_matches('"');
    let mark = first
        .strip_prefix("sep=")
        .or_else(|| first.strip_prefix("SEP="))?;
    match mark.trim_end_matches(['\r', '\n']) {
        "," => Some(Delimiter::Comma),
        ";" => Some(Delimiter::Semicolon),
        "|" => Some(Delimiter::Pipe),
        "\t" => Some(Delimiter::Tab),
        _ => None,
    }
}

/// At most the first `bytes` bytes, cut between characters.
fn start_of(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn best(sample: &str, candidates: &[Delimiter]) -> Option<Delimiter> {
    let mut best = (0, None);
    for &candidate in candidates {
        let score = score(sample, candidate);
        if score > best.0 {
            best = (score, Some(candidate));
        }
    }
    best.1
}

/// Inner borders of the most common number of columns, over all records that have it.
fn score(sample: &str, delimiter: Delimiter) -> usize {
    let mut by_width: HashMap<usize, usize> = HashMap::new();
    for record in records::read(delimiter.prepare(sample.into()).into_owned(), delimiter.byte())
        .iter()
        .take(SAMPLE_RECORDS)
    {
        *by_width.entry(record.width()).or_default() += 1;
    }
    by_width
        .into_iter()
        .map(|(width, count)| count * (width - 1))
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_candidate_that_cuts_best_wins() {
        assert_eq!(sniff("指标,年份,数值\nA,2021,1\n"), Some(Delimiter::Comma));
        assert_eq!(
            sniff("指标\t年份\t数值\n\"A,B,C\"\t2021\t1,234\n"),
            Some(Delimiter::Tab)
        );
        assert_eq!(
            sniff("指标;年份;数值\nA;2021;12,4\nB;2021;12,5\n"),
            Some(Delimiter::Semicolon)
        );
        assert_eq!(
            sniff("指标，年份，数值\nA，2021，1\n"),
            Some(Delimiter::FullWidthComma)
        );
    }

    #[test]
    fn one_column_is_no_table() {
        assert_eq!(sniff(""), None);
        assert_eq!(sniff("孕产妇死亡率\n婴儿死亡率\n"), None);
    }
}
