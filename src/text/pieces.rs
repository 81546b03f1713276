//! Where a line may not end: within a figure and its unit. Chinese may otherwise be broken anywhere, and “12/10” at the
//! end of a line with “万以下” on the next is read wrong.

use super::THIN_SPACE;

/// What belongs to the figure before it.
const AFTER: [&str; 8] = ["万", "%", "‰", "以上", "以下", "左右", "年", "个百分点"];

/// A text in pieces, in their order: those that are a figure with what belongs to it (`true`), and what is between them.
pub fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let length = length(&rest[start..]);
        pieces.extend((start > 0).then(|| (false, &rest[..start])));
        pieces.push((true, &rest[start..start + length]));
        rest = &rest[start + length..];
    }
    pieces.extend((!rest.is_empty()).then_some((false, rest)));
    pieces
}

/// The bytes of the figure that a text begins with, and of what belongs to it.
fn length(text: &str) -> usize {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/');
    let mut length = text.find(|c: char| !is_figure(c)).unwrap_or(text.len());
    loop {
        let rest = &text[length..];
        let spaced = rest.strip_prefix(THIN_SPACE).unwrap_or(rest);
        let Some(after) = AFTER.iter().find(|after| spaced.starts_with(**after)) else {
            return length;
        };
        length += rest.len() - spaced.len() + after.len();
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_figure_keeps_its_unit() {
        let text = "孕产妇死亡率：14.3/10万，承诺 12/10万以下，照现在的走势 2029\u{2009}年达到。";
        let kept: Vec<&str> = pieces(text)
            .into_iter()
            .filter(|piece| piece.0)
            .map(|piece| piece.1)
            .collect();
        assert_eq!(kept, ["14.3/10万", "12/10万以下", "2029\u{2009}年"]);
        let whole: String = pieces(text).into_iter().map(|piece| piece.1).collect();
        assert_eq!(whole, text);
    }

    #[test]
    fn a_text_without_figures_is_one_piece() {
        assert_eq!(pieces("还没有数"), [(false, "还没有数")]);
        assert!(pieces("").is_empty());
    }
}
