//! What can be wrong in a table of targets, and the sentence that says so.

use super::column::OPS;
use crate::lang::Lang;
use crate::tabular::{self, fold};

/// One mistake and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// The sheet of a workbook that it stands in.
    pub sheet: Option<String>,
    /// Line of the file or row of the sheet, from 1.
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
    /// The file holds no table at all.
    Unreadable(tabular::Error),
    /// There is no row below the header.
    Empty,
    /// A column that has to be there is not.
    NoColumn,
    /// A cell stands beyond the last title.
    ExtraCells,
    /// Bytes of the cell stand for no character.
    LostCharacters,
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
    OpNeeds(String),
    /// Not a direction.
    NotADirection,
    /// Not `compound` or `linear`.
    NotAForm,
    /// The same id with another name; the first one.
    OtherName(String),
    /// Another name of the same plan or field; the first one.
    OtherTitle(String),
    /// Another indicator already has this name; its id.
    NameTaken(String),
    /// No indicator of this id or name in the file.
    UnknownIndicator,
    /// An indicator compared with itself.
    Itself,
}

impl Mistake {
    /// A mistake on a line.
    pub(super) fn at(line: u32, wrong: Wrong) -> Mistake {
        Mistake {
            sheet: None,
            line: u64::from(line),
            column: String::new(),
            cell: String::new(),
            wrong,
        }
    }

    /// A mistake of the file as a whole.
    pub(super) fn of_file(wrong: Wrong) -> Mistake {
        Mistake::at(1, wrong)
    }

    /// What is wrong, where, and what to do, in one sentence.
    pub fn message(&self, lang: Lang) -> String {
        if let Wrong::Unreadable(error) = &self.wrong {
            return error.message(lang).to_owned();
        }
        let line = self.line;
        let part = |text: &str, around: fn(&str) -> String| match text {
            "" => String::new(),
            text => around(text),
        };
        let sheet = self.sheet.as_deref().unwrap_or_default();
        let cell = fold::shorten(&self.cell, LONGEST_CELL);
        match lang {
            Lang::Zh => {
                let sheet = part(sheet, |sheet| format!("工作表“{sheet}”"));
                let column = part(&self.column, |column| format!(" {column} 列"));
                let cell = part(&cell, |cell| format!("的“{cell}”"));
                format!("{sheet}第 {line} 行{column}{cell}{}。", self.wrong.chinese())
            }
            Lang::En => {
                let sheet = part(sheet, |sheet| format!("Sheet “{sheet}”, line "));
                let sheet = if sheet.is_empty() {
                    "Line ".to_owned()
                } else {
                    sheet
                };
                let column = part(&self.column, |column| format!(", column {column}"));
                let cell = part(&cell, |cell| format!(", “{cell}”"));
                format!("{sheet}{line}{column}{cell}: {}.", self.wrong.english())
            }
        }
    }
}

/// How much of a cell a sentence quotes.
const LONGEST_CELL: usize = 40;

impl Wrong {
    fn chinese(&self) -> String {
        match self {
            // The sentence of the file's error stands alone.
            Wrong::Unreadable(_) => String::new(),
            Wrong::Empty => "下面没有内容，请至少写一行目标".into(),
            Wrong::NoColumn => "没有找到，请按模板补上这一列".into(),
            Wrong::ExtraCells => "在最后一列之外，如果某一格里有逗号，请给这一格加上双引号".into(),
            Wrong::LostCharacters => "里有无法识别的字符，请用 UTF-8 编码重新保存文件".into(),
            Wrong::Blank => "是空的，请填写".into(),
            Wrong::NotANumber => "不是数，请只写数字".into(),
            Wrong::NotACount { least } => format!("不是 {least} 到 255 之间的整数"),
            Wrong::NotAYear => "不是 1900 到 2100 之间的年份".into(),
            Wrong::NotAPlan => "不是规划代号，请写一个大写字母，例如 W 或 C".into(),
            Wrong::NotASection => "不是规划的部分，请写“主要目标”“策略措施”等".into(),
            Wrong::NotAnOp => {
                format!("不是认识的要求，请写{}之一", quoted())
            }
            Wrong::OpNeeds(what) => format!("还需要填写 {what} 列"),
            Wrong::NotADirection => "不是“提高”“降低”“缩小”之一".into(),
            Wrong::NotAForm => "不是“增长率”或“差值”".into(),
            Wrong::OtherName(first) => format!("与同一编号前面的名称“{first}”不同，请统一"),
            Wrong::OtherTitle(first) => format!("与前面写的“{first}”不同，请统一"),
            Wrong::NameTaken(id) => format!("已是指标 {id} 的名称，请改用不同的名称"),
            Wrong::UnknownIndicator => "不是本表中的指标编号或名称".into(),
            Wrong::Itself => "就是这个指标自己，请写另一个指标".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Wrong::Unreadable(_) => String::new(),
            Wrong::Empty => "there is nothing below the header; write at least one target".into(),
            Wrong::NoColumn => "this column is missing; add it as in the template".into(),
            Wrong::ExtraCells => {
                "stands beyond the last column; put a cell that holds a comma in quotes".into()
            }
            Wrong::LostCharacters => {
                "holds characters that were lost; save the file in UTF-8 and load it again".into()
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
            Wrong::OtherTitle(first) => format!("differs from “{first}”, which it is called above"),
            Wrong::NameTaken(id) => format!("is already the name of {id}; use another"),
            Wrong::UnknownIndicator => "is neither id nor name of an indicator of this file".into(),
            Wrong::Itself => "is the indicator itself; name another one".into(),
        }
    }
}

/// The words for operators in Chinese, each in quotes.
fn quoted() -> String {
    OPS.iter().map(|(_, word)| format!("“{word}”")).collect()
}
