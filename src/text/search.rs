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
