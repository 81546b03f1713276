//! What is said of a search: what was looked for, how much was found, and what is not listed.

use crate::catalogue::Indicator;
use crate::lang::{Lang, plural};

/// The title of a search for some words.
pub fn title(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("搜索：{words}"),
        Lang::En => format!("Search: {words}"),
    }
}

/// How much was found for some words.
pub fn found(words: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{words}”：找到 {count} 处。"),
        Lang::En => format!("{} found for “{words}”.", plural(count, "result")),
    }
}

/// Words that are sure to find something: the name of an indicator.
pub fn example(indicator: &Indicator, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("例如“{}”。", indicator.name),
        Lang::En => format!(" Try “{}”.", indicator.english),
    }
}

/// How much is not listed, and what to do.
pub fn not_listed(rest: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("还有 {rest} 处没有列出，请用更长的词缩小范围。"),
        Lang::En => format!(
            "{} not listed; use a longer word to narrow it down.",
            plural(rest, "more result")
        ),
    }
}

/// How many areas have a name that holds the words, of which at most so many are listed.
pub fn areas(count: usize, most: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, 0) => "没有叫这个名字的地区。它的数在哪个文件里，请先载入。".to_owned(),
        (Lang::En, 0) => "No area of that name. Load the file that has its figures first.".to_owned(),
        (Lang::Zh, _) if count > most => format!("{count} 个地区，这里列出前 {most} 个，请再多写几个字。"),
        (Lang::En, _) if count > most => {
            format!("{count} areas; the first {most} are listed. Write a little more of the name.")
        }
        (Lang::Zh, _) => format!("{count} 个地区"),
        (Lang::En, _) => plural(count, "area"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_counted_from_none_to_too_many() {
        assert_eq!(areas(1, 20, Lang::En), "1 area");
        assert_eq!(areas(20, 20, Lang::Zh), "20 个地区");
        assert_eq!(
            areas(21, 20, Lang::Zh),
            "21 个地区，这里列出前 20 个，请再多写几个字。"
        );
        assert!(areas(0, 20, Lang::En).starts_with("No area of that name."));
    }
}
