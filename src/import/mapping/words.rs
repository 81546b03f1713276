//! What a question asks, as a sentence in both languages.

use super::{Place, Question, Why};
use crate::lang::{Lang, plural};

impl Question {
    /// What is not sure, and what was done meanwhile.
    pub fn message(&self, lang: Lang) -> String {
        let Question { text, cells, .. } = self;
        match lang {
            Lang::Zh => format!("{}涉及 {cells} 个数值。", self.why.asks_zh(text)),
            Lang::En => format!(
                "{} It concerns {}.",
                self.why.asks_en(text),
                plural(*cells, "value")
            ),
        }
    }
}

impl Place {
    /// It as a word.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Place::Column => lang.pick("列", "column"),
            Place::Cell => lang.pick("单元格", "cell"),
            Place::File => lang.pick("文件名", "file name"),
        }
    }
}

impl Why {
    /// A word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Why::UnknownIndicator => "unknown-indicator",
            Why::Nameless => "no-indicator",
            Why::AssumedArea => "assumed-area",
            Why::NoArea => "no-area",
            Why::UnknownTotal => "unknown-total",
            Why::NearArea => "near-area",
            Why::UnknownWord { .. } => "unknown-word",
            Why::UnknownGroup { .. } => "unknown-group",
            Why::UnreadableColumn => "unreadable-column",
            Why::MayHoldAreas => "may-hold-areas",
            Why::Headless => "no-header",
            Why::MissingColumns { .. } => "missing-columns",
        }
    }

    fn asks_zh(&self, text: &str) -> String {
        match self {
            Why::UnknownIndicator => format!("目录里没有叫“{text}”的指标，暂未采用。"),
            Why::Nameless => "文件里没有写明是哪个指标，暂未采用。".to_owned(),
            Why::AssumedArea => "文件里没有写明是哪里的数，暂按本地的数采用。".to_owned(),
            Why::NoArea => "这些行没有写地区，表里别的行写了，所以不知道是哪里的数，暂未采用。".to_owned(),
            Why::UnknownTotal => format!("“{text}”是哪里的合计没有写明，暂未采用。"),
            Why::NearArea => format!("“{text}”很像一个已知的地区，暂当作另一个地区采用。"),
            Why::UnknownWord { role } => {
                format!("“{text}”在“{}”一列里不认识，暂未采用。", role.title())
            }
            Why::UnknownGroup { title } if title.is_empty() => {
                format!("“{text}”是一个分组，目录里没有，暂未采用。")
            }
            Why::UnknownGroup { title } => {
                format!("“{text}”是“{title}”里的一个分组，目录里没有这种分组，暂未采用。")
            }
            Why::UnreadableColumn => format!("“{text}”这一列是数，但不知道是什么数，暂未采用。"),
            Why::MayHoldAreas => format!("“{text}”这一列里有像是地区的名称，暂没有当作地区。"),
            Why::Headless => format!(
                "表里没有标题行，第 {} 列是什么没有写明，暂未采用。",
                text.trim_start_matches('#')
            ),
            Why::MissingColumns { missing } => {
                let missing: Vec<&str> = missing.iter().map(|role| role.title()).collect();
                format!(
                    "表里没有找到{}列，“{text}”这一列也许就是，暂未采用。",
                    missing.join("、")
                )
            }
        }
    }

    fn asks_en(&self, text: &str) -> String {
        match self {
            Why::UnknownIndicator => {
                format!("The catalogue has no indicator called “{text}”; not taken so far.")
            }
            Why::Nameless => {
                "The file does not say which indicator it is about; not taken so far.".to_owned()
            }
            Why::AssumedArea => {
                "The file does not say whose figures these are; taken for the plans' own area so far."
                    .to_owned()
            }
            Why::NoArea => "These rows name no area while others do, so nobody can tell whose figures they are; not taken so far.".to_owned(),
            Why::UnknownTotal => {
                format!("Nothing says what area “{text}” is the total of; not taken so far.")
            }
            Why::NearArea => {
                format!("“{text}” is nearly the name of a known area; taken as another one so far.")
            }
            Why::UnknownWord { role } => {
                format!(
                    "“{text}” is not known in the column of {}; not taken so far.",
                    role.title_en()
                )
            }
            Why::UnknownGroup { title } if title.is_empty() => {
                format!("“{text}” is a group that the catalogue does not know; not taken so far.")
            }
            Why::UnknownGroup { title } => {
                format!(
                    "“{text}” is a group of “{title}” that the catalogue does not know; not taken so far."
                )
            }
            Why::UnreadableColumn => {
                format!("The column “{text}” holds numbers, and nobody knows of what; not taken so far.")
            }
            Why::MayHoldAreas => {
                format!("Some texts of the column “{text}” look like areas; not read as areas so far.")
            }
            Why::Headless => format!(
                "The table has no line of titles, so nothing says what column {text} holds; not taken so far."
            ),
            Why::MissingColumns { missing } => {
                let missing: Vec<&str> = missing.iter().map(|role| role.title_en()).collect();
                format!(
                    "No column of {} was found; “{text}” may be it. Nothing is taken so far.",
                    missing.join(", ")
                )
            }
        }
    }
}
