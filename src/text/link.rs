//! What is said of what is handed on: how long a link is, the figures that one carries, the tools beside a chart.

use super::before_chinese;
use crate::lang::{Lang, plural};

/// At most so many names of a kind are told.
const MOST: usize = 5;

/// How long a link is, in characters, and whether that is more than every program passes on.
pub fn length(length: usize, most: usize, lang: Lang) -> String {
    match (lang, length > most) {
        (Lang::Zh, true) => format!("链接有 {length} 个字符，超过 {most}：有的软件会截断它。"),
        (Lang::En, true) => {
            format!("The link has {length} characters, more than {most}: some programs cut it off.")
        }
        (Lang::Zh, false) => format!("链接有 {length} 个字符，各种软件都能完整传递。"),
        (Lang::En, false) => {
            format!("The link has {length} characters, which every program passes on whole.")
        }
    }
}

/// The choice to put the visitor's own figures of a page into its link.
pub fn with_figures(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("带上这一页里您自己的 {count} 个数值"),
        Lang::En => format!("Put your own {} of this page into it", plural(count, "figure")),
    }
}

/// What the figures of a link are about: names as people read them, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// How many figures there are.
    pub count: usize,
    /// Of which indicators.
    pub indicators: Vec<String>,
    /// Of which areas.
    pub areas: Vec<String>,
    /// Of which years.
    pub years: Vec<String>,
}

impl Carried {
    /// How many figures of what, where and when a link carries, who says so, and whether they are shown already.
    pub fn sentence(&self, is_shown: bool, lang: Lang) -> String {
        let count = self.count;
        let [indicators, areas, years] =
            [&self.indicators, &self.areas, &self.years].map(|names| first(names, lang));
        match (lang, is_shown) {
            (Lang::Zh, false) => format!(
                "这个链接带来 {count} 个数值：{indicators}；{areas}；{years}。它们由发链接的人给出，还没有显示，也没有保存。"
            ),
            (Lang::Zh, true) => format!(
                "正在看链接带来的 {count} 个数值（{indicators}；{areas}；{years}），由发链接的人给出，没有保存。"
            ),
            (Lang::En, false) => format!(
                "This link carries {}: {indicators}; {areas}; {years}. Whoever sent it says so; they are neither shown nor kept yet.",
                plural(count, "figure")
            ),
            (Lang::En, true) => format!(
                "You see {} of the link ({indicators}; {areas}; {years}), by whoever sent it; they are not kept.",
                plural(count, "figure")
            ),
        }
    }
}

/// The first names, and a sign where there are more.
fn first(names: &[String], lang: Lang) -> String {
    let more = match names.len() > MOST {
        true => lang.pick("等", "…"),
        false => "",
    };
    let named = names[..names.len().min(MOST)].join(lang.pick("、", ", "));
    match (lang, more.is_empty()) {
        (Lang::Zh, false) => before_chinese(&named) + more,
        _ => named + more,
    }
}

/// The name of the tools that hand on a chart of that title.
pub fn hand_on(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("分享和下载：{title}"),
        Lang::En => format!("Share and download: {title}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_long_only_beyond_the_limit() {
        assert_eq!(
            length(2000, 2000, Lang::Zh),
            "链接有 2000 个字符，各种软件都能完整传递。"
        );
        assert_eq!(
            length(2001, 2000, Lang::En),
            "The link has 2001 characters, more than 2000: some programs cut it off."
        );
    }

    #[test]
    fn of_many_years_the_first_are_named() {
        let carried = Carried {
            count: 1,
            indicators: vec!["婴儿死亡率".to_owned()],
            areas: vec!["某市".to_owned()],
            years: (2018..2024).map(|year| year.to_string()).collect(),
        };
        assert_eq!(
            carried.sentence(false, Lang::Zh),
            "这个链接带来 1 个数值：婴儿死亡率；某市；2018、2019、2020、2021、2022\u{2009}等。它们由发链接的人给出，还没有显示，也没有保存。"
        );
        assert_eq!(
            carried.sentence(true, Lang::En),
            "You see 1 figure of the link (婴儿死亡率; 某市; 2018, 2019, 2020, 2021, 2022…), by whoever sent it; they are not kept."
        );
    }
}
