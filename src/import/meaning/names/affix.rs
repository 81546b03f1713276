//! What tables put around a name: a unit in brackets, numbering and 其中 in front, footnote marks behind.

use crate::catalogue::Unit;

use super::is_known_unit;
use crate::tabular::fold;

/// The name and the unit that stands in its last brackets, or as a sign at its end.
pub fn split_unit(text: &str) -> Option<(&str, Unit)> {
    let text = fold::trim(text);
    if let Some(rest) = text.strip_suffix(['%', '％', '‰']) {
        let unit = Unit::new(&text[rest.len()..]);
        let rest = rest.trim_end_matches(['/', ':', '：', ',', '，', ' ', '\u{3000}']);
        return Some((rest, unit));
    }
    let inner = text.strip_suffix([')', '）', ']', '］', '】'])?;
    let open = inner.rfind(['(', '（', '[', '［', '【'])?;
    let bracket = inner[open..].chars().next()?.len_utf8();
    let written = fold::trim(&inner[open + bracket..]);
    let written = ["单位：", "单位:"]
        .iter()
        .find_map(|mark| written.strip_prefix(mark))
        .unwrap_or(written);
    let unit = Unit::new(written);
    // “1/10” has lost its 万: not a unit that converts, but no part of the name either.
    let fraction = written.starts_with(['1', '１', '/']) && written.contains(['/', '／']);
    (is_known_unit(&unit) || fraction).then(|| (fold::trim(&inner[..open]), unit))
}

/// Without marks that point to a footnote: `[1]`, `*`, `①`.
pub fn without_footnote(text: &str) -> &str {
    let mark = |c: char| matches!(c, '*' | '＊' | '†' | '①'..='⑳' | '¹' | '²' | '³' | '★');
    let text = fold::trim(text).trim_end_matches(mark);
    let numbered = text
        .strip_suffix([']', '］'])
        .and_then(|rest| rest.rsplit_once(['[', '［']));
    match numbered {
        Some((rest, note)) if is_number_of_note(note) => fold::trim(rest),
        _ => fold::trim(text),
    }
}

/// `1`, `注2`
fn is_number_of_note(note: &str) -> bool {
    let number = note.strip_prefix('注').unwrap_or(note);
    !note.is_empty() && number.chars().all(|c| fold::half(c).is_ascii_digit())
}

/// Without one mark in front: `1.`, `（一）`, `①`, `其中：`, `*`; none where there is none.
pub fn without_lead(text: &str) -> Option<&str> {
    let text = fold::trim(text);
    let mut chars = text.chars();
    let first = chars.next()?;
    // 2021 in front of a name is its year, and nothing to lose.
    if text.chars().take_while(|c| is_numeral(*c)).count() == 4 {
        return None;
    }
    let rest = match first {
        '*'
        | '＊'
        | '★'
        | '☆'
        | '△'
        | '▲'
        | '●'
        | '○'
        | '■'
        | '□'
        | '·'
        | '•'
        | '#'
        | '-'
        | '—'
        | '①'..='⑳' => chars.as_str(),
        '(' | '（' => chars
            .as_str()
            .trim_start_matches(is_numeral)
            .strip_prefix([')', '）'])?,
        _ if text.starts_with("其中") => text["其中".len()..].trim_start_matches([':', '：', '，', ',']),
        _ => text.trim_start_matches(is_numeral).strip_prefix(|c: char| {
            c.is_whitespace() || matches!(c, '.' | '．' | '、' | ')' | '）' | ':' | '：')
        })?,
    };
    (rest.len() < text.len()).then(|| fold::trim(rest))
}

fn is_numeral(c: char) -> bool {
    fold::half(c).is_ascii_digit() || is_chinese_numeral(c)
}

/// Whether headings are numbered with it: 一、（二）
pub fn is_chinese_numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_in_brackets_stay_part_of_the_name() {
        assert_eq!(split_unit("文盲率（女性）"), None);
        assert_eq!(
            split_unit("人口数(抽样调查)(万人)"),
            Some(("人口数(抽样调查)", Unit::new("万人")))
        );
        assert_eq!(split_unit("孕产妇死亡率(1/10)").unwrap().0, "孕产妇死亡率");
        assert_eq!(split_unit("近视率（单位：%）"), Some(("近视率", Unit::new("%"))));
        assert_eq!(split_unit("死亡率‰"), Some(("死亡率", Unit::new("‰"))));
    }

    #[test]
    fn figures_that_belong_to_a_name_are_no_numbering() {
        assert_eq!(without_lead("2021 婴儿死亡率"), None);
        assert_eq!(without_lead("5岁以下"), None);
        assert_eq!(without_lead("0-6岁"), None);
        assert_eq!(without_lead("1.5岁以下"), Some("5岁以下"));
        assert_eq!(without_lead("其中：产后"), Some("产后"));
    }
}
