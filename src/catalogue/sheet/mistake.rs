//! What can be wrong in a CSV of targets, and the sentence that says so.

use crate::lang::Lang;

/// One mistake and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// Line of the file, from 1.
    pub line: u64,
    /// The column at fault; empty where none is.
    pub column: String,
    /// What stands there.
    pub cell: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// The file cannot be split into records at all.
    NotCsv,
    /// There is no row below the header.
    Empty,
    /// A column that has to be there is not.
    NoColumn,
    /// A cell stands beyond the last title.
    ExtraCells,
    /// A cell that has to be filled is empty.
    Blank,
    /// Not a number.
    NotANumber,
    /// Not a whole number from `least` to 255.
    NotACount {
        /// 1, or 0 where the chapters outside the fields are meant.
        least: u8,
    },
    /// Not a year from 1900 to 2100.
    NotAYear,
    /// A plan is one capital letter.
    NotAPlan,
    /// Not a section such as goal or measure.
    NotASection,
    /// Not an operator.
    NotAnOp,
    /// The operator needs a value, a direction or another indicator that is not given.
    OpNeeds(&'static str),
    /// Not a direction.
    NotADirection,
    /// Not `compound` or `linear`.
    NotAForm,
    /// The same id with another name; the first one.
    OtherName(String),
    /// Another indicator already has this name; its id.
    NameTaken(String),
    /// No indicator of this id or name in the file.
    UnknownIndicator,
    /// An indicator compared with itself.
    Itself,
}

impl Mistake {
    /// What is wrong, where, and what to do, in one sentence.
    pub fn message(&self, lang: Lang) -> String {
        let line = self.line;
        let part = |text: &str, around: fn(&str) -> String| match text {
            "" => String::new(),
            text => around(text),
        };
        let cell = shortened(&self.cell);
        match lang {
            Lang::Zh => {
                let column = part(&self.column, |column| format!(" {column} 列"));
                let cell = part(&cell, |cell| format!("的“{cell}”"));
                format!("第 {line} 行{column}{cell}{}。", self.wrong.chinese())
            }
            Lang::En => {
                let column = part(&self.column, |column| format!(", column {column}"));
                let cell = part(&cell, |cell| format!(", “{cell}”"));
                format!("Line {line}{column}{cell}: {}.", self.wrong.english())
            }
        }
    }
}

/// A cell as a sentence quotes it.
fn shortened(cell: &str) -> String {
    const LONGEST: usize = 40;
    let mut text: String = cell.chars().take(LONGEST).collect();
    if text.len() < cell.len() {
        text.push('…');
    }
    text
}

impl Wrong {
    fn chinese(&self) -> String {
        match self {
            Wrong::NotCsv => "不能按 CSV 读取，请另存为 CSV 再试".into(),
            Wrong::Empty => "下面没有内容，请至少写一行目标".into(),
            Wrong::NoColumn => "没有找到，请按模板补上这一列".into(),
            Wrong::ExtraCells => "在最后一列之外，如果某一格里有逗号，请给这一格加上双引号".into(),
            Wrong::Blank => "是空的，请填写".into(),
            Wrong::NotANumber => "不是数，请只写数字".into(),
            Wrong::NotACount { least } => format!("不是 {least} 到 255 之间的整数"),
            Wrong::NotAYear => "不是 1900 到 2100 之间的年份".into(),
            Wrong::NotAPlan => "不是规划代号，请写一个大写字母，例如 W 或 C".into(),
            Wrong::NotASection => "不是 goal、measure、implementation 等部分".into(),
            Wrong::NotAnOp => {
                "不是 >=、<=、=、around、change、compare、compare-around、trend、milestone 之一".into()
            }
            Wrong::OpNeeds(what) => format!("还需要填写 {what} 列"),
            Wrong::NotADirection => "不是 up、down、narrow 之一".into(),
            Wrong::NotAForm => "不是 compound 或 linear".into(),
            Wrong::OtherName(first) => format!("与同一编号前面的名称“{first}”不同，请统一"),
            Wrong::NameTaken(id) => format!("已是指标 {id} 的名称，请改用不同的名称"),
            Wrong::UnknownIndicator => "不是本表中的指标编号或名称".into(),
            Wrong::Itself => "就是这个指标自己，请写另一个指标".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Wrong::NotCsv => "cannot be read as CSV; save it as CSV and try again".into(),
            Wrong::Empty => "there is nothing below the header; write at least one target".into(),
            Wrong::NoColumn => "this column is missing; add it as in the template".into(),
            Wrong::ExtraCells => {
                "stands beyond the last column; put a cell that holds a comma in quotes".into()
            }
            Wrong::Blank => "is empty; please fill it in".into(),
            Wrong::NotANumber => "is not a number; write digits alone".into(),
            Wrong::NotACount { least } => format!("is not a whole number from {least} to 255"),
            Wrong::NotAYear => "is not a year from 1900 to 2100".into(),
            Wrong::NotAPlan => "is not a plan; write one capital letter, such as W or C".into(),
            Wrong::NotASection => "is not a section such as goal, measure or implementation".into(),
            Wrong::NotAnOp => {
                "is none of >=, <=, =, around, change, compare, compare-around, trend, milestone".into()
            }
            Wrong::OpNeeds(what) => format!("also needs the column {what}"),
            Wrong::NotADirection => "is none of up, down, narrow".into(),
            Wrong::NotAForm => "is neither compound nor linear".into(),
            Wrong::OtherName(first) => format!("differs from “{first}”, the name of the same id above"),
            Wrong::NameTaken(id) => format!("is already the name of {id}; use another"),
            Wrong::UnknownIndicator => "is neither id nor name of an indicator of this file".into(),
            Wrong::Itself => "is the indicator itself; name another one".into(),
        }
    }
}
