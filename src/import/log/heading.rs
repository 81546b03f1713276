//! Each reason as a heading, over everything that was not taken for it: a few words, without the cell at fault.

use super::Reason;
use crate::lang::Lang;

impl Reason {
    /// The reason in a few words, as a heading.
    pub fn heading(&self, lang: Lang) -> String {
        match self {
            Reason::UnknownGroup { title } if !title.is_empty() => match lang {
                Lang::Zh => format!("目录里没有“{title}”的这些分组"),
                Lang::En => format!("Groups of “{title}” that the catalogue does not know"),
            },
            Reason::NotMeasured { figure } => match lang {
                Lang::Zh => format!("是{}，不是监测值", figure.word(lang)),
                Lang::En => format!("Not a measured value: {}", figure.word(lang)),
            },
            Reason::MissingColumns { missing } => {
                let titles = missing
                    .iter()
                    .map(|role| lang.pick(role.title(), role.title_en()));
                let titles: Vec<&str> = titles.collect();
                match lang {
                    Lang::Zh => format!("表头缺少{}列", titles.join("、")),
                    Lang::En => format!("The header has no column {}", titles.join(", ")),
                }
            }
            _ => {
                let (zh, en) = self.heading_alone();
                lang.pick(zh, en).to_owned()
            }
        }
    }

    /// The headings that are the same whatever stands in the file.
    fn heading_alone(&self) -> (&'static str, &'static str) {
        match self {
            Reason::Empty => ("文件是空的", "The file is empty"),
            Reason::NotText { .. } => ("不是能读的表格文件", "Not a table that can be read"),
            Reason::Password => ("文件有密码", "The file has a password"),
            Reason::NoTable => ("里面没有表格", "There is no table in it"),
            Reason::NoHeader | Reason::MissingColumns { .. } => ("没有找到表头", "No header was found"),
            Reason::Headless => ("表里没有标题行", "The table has no line of titles"),
            Reason::Entities => (
                "有网页的代码，不是文字",
                "Entities of a web page in place of characters",
            ),
            Reason::Deleted => ("是要删除的数", "Rows that are to be deleted"),
            Reason::LostCharacters => ("有无法识别的字符", "Characters that cannot be read"),
            Reason::OtherEncoding => ("这一行的编码与别处不同", "A line in another encoding"),
            Reason::ExtraCells { .. } => ("比表头多出的格", "More cells than the header has"),
            Reason::NoIndicator | Reason::NamelessTable => {
                ("没有写明是哪个指标", "Nothing says which indicator it is")
            }
            Reason::UnknownIndicator { .. } => ("目录里没有这个指标", "Not an indicator of the plans"),
            Reason::Milestone { .. } => ("只看是否完成，不用数值衡量", "Done or not done, not measured"),
            Reason::UnknownGoal { .. } => ("规划里没有这项目标", "Not a goal of the plans"),
            Reason::UnknownState => ("看不懂的完成状态", "A state that is not known"),
            Reason::NotADate => ("看不懂的日期", "Not a date"),
            Reason::NoYear => ("没有写年份", "The year is missing"),
            Reason::OtherPeriod => ("不是一个整年", "Not one whole year"),
            Reason::PartOfYear => ("整张表只是一年的一部分", "A table of a part of a year"),
            Reason::ImplausibleYear => ("年份太远", "A year too far away"),
            Reason::NotAYear => ("不是年份", "Not a year"),
            Reason::UnknownSex => ("无法识别的性别", "A sex that is not known"),
            Reason::UnknownResidence => ("无法识别的城乡", "A residence that is not known"),
            Reason::UnknownGroup { .. } => ("目录里没有这种分组", "Groups that the catalogue does not know"),
            Reason::NoArea => ("没有写地区", "The area is missing"),
            Reason::UnknownTotal => ("不知道是哪里的合计", "A total of unknown areas"),
            Reason::NotAnAge => ("被改成日期的年龄", "An age that became a date"),
            Reason::Contradiction { .. } => (
                "同一个数的几处说法不一致",
                "What is said of a value contradicts itself",
            ),
            Reason::NotMeasured { .. } => ("不是监测值", "Not a measured value"),
            Reason::FutureYear { .. } => ("还没有到的年份", "A year still to come"),
            Reason::UnreadableColumn { .. } => ("读不懂的列名", "A column title that nobody understands"),
            Reason::Fraction { .. } => ("像是写成了小数的比率", "Perhaps a rate written as a fraction"),
            Reason::NoResult => ("没有计算结果的公式", "A formula without a result"),
            Reason::LeftOut => ("按您的选择没有采用", "Left out, as you chose"),
            Reason::Hidden => ("隐藏的行或列", "A hidden row or column"),
            Reason::SexConflict => (
                "指标名称和性别一列不一致",
                "The indicator’s name and the sex disagree",
            ),
            Reason::NotANumber => ("不是数", "Not a number"),
            Reason::Interval => ("是区间或界限，不是一个数", "An interval or a bound"),
            Reason::CountAlone => ("只有个数，算不出率", "A count without what it is a part of"),
            Reason::NotACount => ("例数不是整数", "Not a whole number of cases"),
            Reason::UnitConflict { .. } => (
                "格里和表里的单位不一致",
                "The cell and the table give different units",
            ),
            Reason::UnitMismatch { .. } => ("单位不能换算", "A unit that does not convert"),
            Reason::AboveLimit { .. } | Reason::Negative { .. } => {
                ("超出了可能的范围", "Outside of what is possible")
            }
            Reason::Conflict { .. } => ("同一件事有两个不同的数", "Two values for the same thing"),
        }
    }
}
