//! Texts of several words: `2022年实际完成值`, `婴儿死亡率（‰）-农村`, `基期值（2020年）`, `指标 Indicator`. A text is
//! understood when every part of it is.

use std::ops::Range;

use super::{Figure, Lexicon, Meaning, group};
use crate::catalogue::Sex;
use crate::tabular::fold;

/// Between two words.
const SEPARATORS: &[char] = &[
    ' ', ',', '，', '、', ';', '；', ':', '：', '/', '|', '·', '_', '—', '–', '-', '－', '\\', '\n', '\r',
    '\t', '（', '）', '(', ')', '[', ']', '【', '】',
];

/// Words that add nothing.
const EMPTY_WORDS: &[&str] = &[
    "其中", "其中:", "的", "其", "数据", "指标", "of", "by", "and", "in", "the", "年", "单位",
];

/// Whether a text is a word that says nothing of its own beside others: 其中.
pub fn adds_nothing(text: &str) -> bool {
    EMPTY_WORDS.contains(&text.trim_end_matches([':', '：']).trim())
}

/// Reads a text from its parts.
pub fn read(lexicon: &Lexicon<'_>, text: &str) -> Meaning {
    let text = fold::squeeze(text);
    if let Some(meaning) = translated(lexicon, &text) {
        return meaning;
    }
    let words = words(&text);
    let mut meaning = Meaning::default();
    let mut any = false;
    let mut at = 0;
    while at < words.len() {
        let (next, of_run) = run(lexicon, &text, &words[at..]);
        at += next;
        if let Some(of_run) = of_run {
            any = true;
            meaning = meaning.and(&of_run);
        }
    }
    meaning.unknown |= !any;
    if meaning.unknown {
        // “World region according to OWID” holds no areas of the table.
        meaning.role = None;
    }
    meaning
}

/// Where the words of a text stand.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (SEPARATORS.contains(&c), start) {
            (true, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words
}

/// No name of the vocabulary has more words.
const MOST_WORDS: usize = 12;

/// The longest run of words that is one of the vocabulary's, such as `Infant mortality rate`, else the first word:
/// how many words it has, and its meaning where it has one.
fn run(lexicon: &Lexicon<'_>, text: &str, words: &[Range<usize>]) -> (usize, Option<Meaning>) {
    let start = words[0].start;
    for count in (2..=words.len().min(MOST_WORDS)).rev() {
        if let Some(meaning) = lexicon.whole(&text[start..words[count - 1].end]) {
            return (count, Some(meaning));
        }
    }
    let word = &text[words[0].clone()];
    let says = !EMPTY_WORDS.contains(&word);
    (1, says.then(|| of_word(lexicon, word)))
}

/// A text in Chinese with its English behind it: the first says all, unless the second says more.
fn translated(lexicon: &Lexicon<'_>, text: &str) -> Option<Meaning> {
    let chinese = |c: char| ('\u{2e80}'..='\u{ffdc}').contains(&c);
    let start = text.find(|c: char| c.is_ascii_alphabetic())?;
    let (front, back) = text.split_at(start);
    let front = front.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '(' | '（' | '|'));
    if !front.contains(chinese) || back.contains(chinese) || back.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let meaning = lexicon.whole(front)?;
    let translation = lexicon.meaning(back);
    if translation.unknown || !translation.is_known() {
        return Some(meaning);
    }
    Some(meaning.and(&translation))
}

/// One run of letters: a word of the vocabulary, or several without anything between them.
fn of_word(lexicon: &Lexicon<'_>, word: &str) -> Meaning {
    if let Some(meaning) = lexicon.whole(word) {
        return meaning;
    }
    year_first(lexicon, word)
        .or_else(|| of_one_sex(lexicon, word))
        .or_else(|| known_first(lexicon, word))
        .or_else(|| figure_last(lexicon, word))
        .unwrap_or(Meaning {
            unknown: true,
            ..Meaning::default()
        })
}

/// `2022年实际`, `2020年末`
fn year_first(lexicon: &Lexicon<'_>, word: &str) -> Option<Meaning> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 4 {
        return None;
    }
    let rest = &word[4..];
    let rest = rest.strip_prefix('年')?;
    let rest = rest.strip_prefix(['末', '底', '度']).unwrap_or(rest);
    let year = lexicon.whole(&word[..4])?;
    if rest.is_empty() {
        return Some(year);
    }
    // “2021年6月” is no year with something behind it.
    if rest.contains(|c: char| c.is_ascii_digit())
        || ["上半年", "下半年", "第", "季", "春", "秋"]
            .iter()
            .any(|part| rest.starts_with(part))
    {
        return None;
    }
    Some(year.and(&of_word(lexicon, rest)))
}

/// Children of one sex, each with the word for all of them.
const CHILDREN: [(&str, &str, Sex); 6] = [
    ("男婴儿", "婴儿", Sex::Male),
    ("女婴儿", "婴儿", Sex::Female),
    ("男婴", "婴儿", Sex::Male),
    ("女婴", "婴儿", Sex::Female),
    ("男童", "儿童", Sex::Male),
    ("女童", "儿童", Sex::Female),
];

/// `女婴死亡率`, `5岁以下男童死亡率`: the indicator of all children, of one sex.
fn of_one_sex(lexicon: &Lexicon<'_>, word: &str) -> Option<Meaning> {
    let (sexed, all, sex) = CHILDREN.iter().find(|(sexed, ..)| word.contains(sexed))?;
    let mut meaning = lexicon.whole(&word.replacen(sexed, all, 1))?;
    let about = &mut meaning.about;
    if about.indicator.is_none() || about.sex.is_some_and(|named| named != *sex) {
        return None;
    }
    about.sex = Some(*sex);
    Some(meaning)
}

/// `农村婴儿死亡率`, `城镇女性`, `钦州市合计`
fn known_first(lexicon: &Lexicon<'_>, word: &str) -> Option<Meaning> {
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(2).collect();
    for end in ends.into_iter().rev() {
        let (front, rest) = word.split_at(end);
        let Some(mut first) = lexicon.whole(front).filter(|first| first.unit.is_none()) else {
            continue;
        };
        // 城市 over a column names areas; before an indicator it is a group.
        let names_column = first.role.take().is_some();
        if names_column && !first.about.is_group() {
            continue;
        }
        let rest = rest.trim_start_matches('的');
        let second = of_word(lexicon, rest);
        if !second.unknown && (!names_column || second.about.indicator.is_some()) {
            return Some(first.and(&second));
        }
    }
    None
}

/// `婴儿死亡率目标值`, `钦州市排名`
fn figure_last(lexicon: &Lexicon<'_>, word: &str) -> Option<Meaning> {
    let (rest, figure) = Figure::chinese_words()
        .filter(|(end, _)| end.chars().count() >= 2)
        .filter_map(|(end, figure)| Some((word.strip_suffix(end)?, figure)))
        .min_by_key(|(rest, _)| rest.len())?;
    let mut meaning = if rest.is_empty() || group::is_total(rest) {
        Meaning::default()
    } else {
        of_word(lexicon, rest)
    };
    // A target or a rank of something unknown is a target or a rank still.
    meaning.about.figure = Some(figure);
    Some(meaning)
}
