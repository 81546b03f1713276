//! The sentences for each reason, in both languages: where, what stands there, what to do.

use super::Reason;
use crate::lang::Lang;
use crate::lang::plural;
use crate::tabular::{self, Encoding, fold, year};

/// How much of a cell a sentence quotes.
const LONGEST_QUOTE: usize = 40;

impl Reason {
    /// What is wrong at that line with that cell, and what to do about it.
    pub fn message(&self, lang: Lang, line: Option<u32>, cell: &str) -> String {
        if let Some(error) = self.unopened() {
            return error.message(lang).to_owned();
        }
        let cell = fold::shorten(&fold::squeeze(cell), LONGEST_QUOTE);
        match lang {
            Lang::Zh => match self.about_the_file_zh() {
                Some(sentence) => sentence,
                None => {
                    let what = self.about_a_cell_zh(&cell);
                    match line {
                        Some(line) => format!("第 {line} 行{what}"),
                        // The name of a sheet or a file stands on no line.
                        None => what.strip_prefix('的').unwrap_or(&what).to_owned(),
                    }
                }
            },
            Lang::En => match self.about_the_file_en() {
                Some(sentence) => sentence,
                None => {
                    let line = line.map(|line| format!("Line {line}: ")).unwrap_or_default();
                    format!("{line}{}", self.about_a_cell_en(&cell))
                }
            },
        }
    }

    /// Why the file could not be opened, where that is the reason.
    fn unopened(&self) -> Option<tabular::Error> {
        let encoding = Encoding::Unknown;
        Some(match self {
            Reason::Empty => tabular::Error::Empty { encoding },
            Reason::NotText { kind } => tabular::Error::NotText { kind: *kind },
            Reason::Password => tabular::Error::Password,
            Reason::NoTable => tabular::Error::NoTable { encoding },
            _ => return None,
        })
    }

    fn about_the_file_zh(&self) -> Option<String> {
        Some(match self {
            Reason::NoHeader => {
                "没有找到表头。请在第一行写上列名，如“指标,地区,年份,数值”；或者一行一个指标、一列一个年份，\
                                 列名写成“指标,2021年,2022年”。"
                    .to_owned()
            }
            Reason::Headless => {
                "表里没有标题行，各列是什么没有写明，什么都没有采用。请在“对应”一步说明各列是什么；\
                                 或者在第一行写上列名，如“指标,地区,年份,数值”，再载入。"
                    .to_owned()
            }
            _ => return None,
        })
    }

    #[expect(clippy::too_many_lines, reason = "one sentence a cause")]
    fn about_a_cell_zh(&self, cell: &str) -> String {
        match self {
            Reason::MissingColumns { missing } => {
                let missing: Vec<String> = missing.iter().map(|role| format!("“{}”", role.title())).collect();
                format!(
                    "像是表头，但缺少{}列，整个文件没有采用。请补上后重新载入。",
                    missing.join("、")
                )
            }
            Reason::UnknownGroup { title } if title.is_empty() => {
                format!("的“{cell}”是一个分组，目录里没有，没有采用：同一指标只采用总体的数。")
            }
            Reason::UnknownGroup { title } => format!(
                "的“{cell}”是“{title}”里的一个分组，目录里没有这种分组，这个数没有采用：同一指标只采用总体的数。"
            ),
            Reason::NoArea if cell.is_empty() => {
                "没有写地区。表里别的数写了地区，所以不知道这里是哪里的数，没有采用。请补上地区名称。"
                    .to_owned()
            }
            Reason::NoArea => format!(
                "地区一格里写的是“{cell}”，看不出是哪里的，没有采用。请写上地区名称，把“{cell}”写在“性别”或“城乡”一列。"
            ),
            Reason::UnknownTotal => {
                format!("的“{cell}”所在的合计不知道是哪里的，已跳过。请把“合计”改成地区的名称。")
            }
            Reason::NotAnAge => format!(
                "的“{cell}”像是被表格软件改成了日期的年龄，整行已跳过。请把单元格设为文本，写成 3-5岁。"
            ),
            Reason::Contradiction { role } => format!(
                "的“{cell}”与同一行、同一列的另一处说的“{}”不一致，已跳过。请检查。",
                role.title()
            ),
            Reason::NotMeasured { figure } => {
                format!("的“{cell}”是{}，不是监测值，没有采用。", figure.word(Lang::Zh))
            }
            Reason::Deleted => format!(
                "的“{cell}”表示删除以前发布的数，不是新的数，没有采用。以前载入的文件如果还有这个数，请自行移除。"
            ),
            Reason::FutureYear { year, today } => format!(
                "的“{cell}”写的是 {year} 年，现在才 {today} 年，不会是监测值，没有采用。如果是目标值，不必载入：目标已在目录里。"
            ),
            Reason::UnreadableColumn { nearest } => format!(
                "的列名“{cell}”读不懂，这一列的数没有采用。{}请写明它是哪个指标、哪一年或哪一组人的数。",
                nearest_zh(nearest)
            ),
            Reason::Fraction { value, unit } => format!(
                "的“{cell}”像是写成了小数：是不是 {value}{unit}？在问清以前没有采用。如果是，请写成 {value}{unit}。"
            ),
            Reason::NoResult => {
                "的公式还没有计算结果，没有采用。请用 Excel 或 WPS 打开文件，保存一次，再载入。".to_owned()
            }
            Reason::LeftOut => format!("的“{cell}”按您的选择没有采用。"),
            Reason::Hidden => format!("是隐藏的行或列，同样的数另有看得见的一处，隐藏的“{cell}”没有采用。"),
            Reason::LostCharacters => {
                format!("的“{cell}”里有无法识别的字符（显示为“\u{fffd}”）。请用 UTF-8 编码重新保存文件。")
            }
            Reason::Entities => format!(
                "{}里有网页的代码（如 &nbsp;、&lt;），原来是什么字符要看网页，没有采用。请从网页上直接复制表格，或下载 Excel 文件，再载入。",
                if cell.is_empty() {
                    String::new()
                } else {
                    format!("的“{cell}”")
                }
            ),
            Reason::OtherEncoding => format!(
                "的编码与文件其余部分不同，按它自己的编码读作“{cell}”，没有采用。请把整个文件用同一种编码（UTF-8）重新保存后载入。"
            ),
            Reason::ExtraCells { columns, found } => format!(
                "有 {found} 格，表头只有 {columns} 列，多出“{cell}”，整行已跳过。如果某一格里有逗号，请给这一格加上双引号。"
            ),
            Reason::NoIndicator => "没有写明是哪个指标，已跳过。请填写“指标”一列。".to_owned(),
            Reason::NamelessTable => "的表头没有“指标”一列，文件名也不是指标名称，整个表没有采用。\
                                      请加上“指标”一列，或者用指标名称作文件名。"
                .to_owned(),
            Reason::UnknownIndicator { nearest } if nearest.is_empty() => {
                format!("的“{cell}”不是规划中的指标，已跳过。名称请以指标目录为准。")
            }
            Reason::UnknownIndicator { nearest } => format!(
                "的“{cell}”不是规划中的指标，已跳过。相近的有：{}。如果是其中之一，请改用这个名称。",
                nearest.join("、")
            ),
            Reason::Milestone { name } => {
                format!("的“{name}”只看是否完成，不用数值衡量，已跳过。请改为记录完成情况和依据。")
            }
            Reason::UnknownGoal { nearest } if nearest.is_empty() => {
                format!("的“{cell}”不是规划中的目标，已跳过。请写目标编号，例如 W1.02。")
            }
            Reason::UnknownGoal { nearest } => format!(
                "的“{cell}”不是规划中的目标，已跳过。相近的有：{}。请写目标编号。",
                nearest.join("、")
            ),
            Reason::UnknownState => {
                format!("的状态“{cell}”看不懂，已跳过。请写“未启动”“进行中”或“已完成”。")
            }
            Reason::NotADate => format!("的日期“{cell}”看不懂，已跳过。请写成“2024-05-01”。"),
            Reason::NoYear => "没有写年份，已跳过。请补上四位数的年份。".to_owned(),
            Reason::OtherPeriod => {
                format!("的“{cell}”不是一个整年，已跳过。这里只用年度数据，请改成年度数值和年份。")
            }
            Reason::PartOfYear => format!(
                "“{cell}”说的是一年里的一段时间，这张表的数没有采用。这里只用全年的数；如果表里就是全年的数，请改掉这个说法，再载入。"
            ),
            Reason::ImplausibleYear => format!(
                "的年份“{cell}”不在 {} 到 {} 之间，已跳过。请检查是否写错。",
                year::PLAUSIBLE.start(),
                year::PLAUSIBLE.end()
            ),
            Reason::NotAYear => format!("的“{cell}”不是年份，已跳过。请写成“2021”或“2021年”。"),
            Reason::UnknownSex => {
                format!("的性别“{cell}”无法识别，已跳过。请写“男”“女”，合计请留空。")
            }
            Reason::UnknownResidence => {
                format!("的城乡“{cell}”无法识别，已跳过。请写“城镇”“农村”，合计请留空。")
            }
            Reason::SexConflict => {
                format!("的指标名称说的是女性，性别一列却是“{cell}”，已跳过。请改正其中一处。")
            }
            Reason::NotANumber => format!("的“{cell}”不是数，已跳过。修改后可重新载入。"),
            Reason::Interval => {
                format!("的“{cell}”是区间或界限，不是一个数，已跳过。请只保留要采用的数值。")
            }
            Reason::CountAlone => format!(
                "的“{cell}”是个数，不是率；同一地区、同一年没有可用的死亡数和活产数一起算出率，没有采用。请补上，或者写上算好的率。"
            ),
            Reason::NotACount => {
                format!("的例数“{cell}”不是整数个数，例数没有采用。请填写发生的例数，如“3”。")
            }
            Reason::UnitConflict { sign, unit } => {
                format!("的“{cell}”带的单位是 {sign}，表里写的单位却是 {unit}，已跳过。请改成一致。")
            }
            Reason::UnitMismatch { unit, expected } => {
                format!("的单位“{unit}”不能换算成这个指标的单位“{expected}”，已跳过。请改用“{expected}”。")
            }
            Reason::AboveLimit { value, limit, unit } => {
                format!(
                    "的“{cell}”即 {value}{unit}，超过了这个指标可能的最大值 {limit}{unit}，已跳过。请检查数值和单位。"
                )
            }
            Reason::Negative { value, unit } => {
                format!("的“{cell}”即 {value}{unit}，小于 0，而这个指标不会是负数，已跳过。请检查数值。")
            }
            Reason::Conflict { sheet, line, value } => {
                let sheet = sheet
                    .as_ref()
                    .map(|name| format!("工作表“{name}”"))
                    .unwrap_or_default();
                format!(
                    "的“{cell}”与{sheet}第 {line} 行的 {value} 说的是同一件事却不相同，哪个对不得而知，都没有采用。请删去不对的一处。"
                )
            }
            Reason::Empty
            | Reason::NotText { .. }
            | Reason::Password
            | Reason::NoTable
            | Reason::NoHeader
            | Reason::Headless => String::new(),
        }
    }

    fn about_the_file_en(&self) -> Option<String> {
        Some(match self {
            Reason::NoHeader => "No header was found. Please name the columns in the first row, such as \
                                 “indicator,area,year,value”; or use one row an indicator and one column a year, \
                                 headed “indicator,2021,2022”."
                .to_owned(),
            Reason::Headless => "The table has no line of titles, so nothing says what its columns hold, and nothing was \
                                 taken. Please say it in the step “Mapping”, or name the columns in the first row, such \
                                 as “indicator,area,year,value”, and load it again."
                .to_owned(),
            _ => return None,
        })
    }

    #[expect(clippy::too_many_lines, reason = "one sentence a cause")]
    fn about_a_cell_en(&self, cell: &str) -> String {
        match self {
            Reason::MissingColumns { missing } => {
                let missing: Vec<String> = missing.iter().map(|role| format!("“{}”", role.title_en())).collect();
                format!(
                    "this looks like the header, but has no column {}; nothing was taken. Please add it and load \
                     the file again.",
                    missing.join(", ")
                )
            }
            Reason::UnknownGroup { title } if title.is_empty() => format!(
                "“{cell}” is a group that the catalogue does not know; not taken. Of one indicator, \
                 only the total is."
            ),
            Reason::UnknownGroup { title } => format!(
                "“{cell}” is a group of “{title}”, which the catalogue does not know; the value was not taken. Of one \
                 indicator, only the total is."
            ),
            Reason::NoArea if cell.is_empty() => {
                "the area is blank. Other figures of the table name theirs, so nobody can tell whose these are; not \
                 taken. Please fill in the area."
                    .to_owned()
            }
            Reason::NoArea => format!(
                "“{cell}” stands where the area should, and does not say where; not taken. Please name the area, and \
                 put “{cell}” into a column for sex or residence."
            ),
            Reason::UnknownTotal => format!(
                "“{cell}” stands in a total of which nobody knows what area it is; skipped. Please put the area’s name \
                 there."
            ),
            Reason::NotAnAge => format!(
                "“{cell}” looks like an age that a spreadsheet has turned into a date; the row was skipped. Please \
                 format the cell as text."
            ),
            Reason::Contradiction { role } => format!(
                "“{cell}” contradicts what its row or column says elsewhere about the {}; skipped. Please check it.",
                role.title_en()
            ),
            Reason::NotMeasured { figure } => format!(
                "“{cell}” is {}, not a measured value; it was not taken.", figure.word(Lang::En)
            ),
            Reason::Deleted => format!(
                "“{cell}” asks for a figure published before to be deleted; it is no new figure and was not taken. If an \
                 earlier file still has that figure, please remove it."
            ),
            Reason::FutureYear { year, today } => format!(
                "“{cell}” is of {year}, and it is only {today}: nothing was measured then, so it was not taken. \
                 Targets need not be loaded; the catalogue has them."
            ),
            Reason::UnreadableColumn { nearest } => format!(
                "nobody knows what the column title “{cell}” means, so its numbers were not taken.{} Please say which \
                 indicator, year or group they are of.", nearest_en(nearest)
            ),
            Reason::Fraction { value, unit } => format!(
                "“{cell}” looks like a rate written as a fraction: is it {value}{unit}? Until that is clear it is not \
                 taken. If so, please write {value}{unit}."
            ),
            Reason::NoResult => "the formula has no result yet, so nothing was taken. Please open the file in Excel, \
                                 save it once, and load it again."
                .to_owned(),
            Reason::LeftOut => format!("“{cell}” was left out, as you chose."),
            Reason::Hidden => format!(
                "the row or column is hidden, and one that can be seen is about the same thing; the hidden “{cell}” \
                 was not taken."
            ),
            Reason::LostCharacters => format!(
                "“{cell}” contains bytes that are no characters (shown as “\u{fffd}”). Please save the file again \
                 as UTF-8."
            ),
            Reason::Entities => format!(
                "{} the code of a web page (such as &nbsp; or &lt;) in place of characters; not taken. Please copy the \
                 table from the page itself, or download it as Excel, and load that.",
                if cell.is_empty() { "there is".to_owned() } else { format!("“{cell}” has") }
            ),
            Reason::OtherEncoding => format!(
                "the line is stored in another encoding than the rest of the file; in its own it reads “{cell}”. It \
                 was not taken: please save the whole file in one encoding (UTF-8) and load it again."
            ),
            Reason::ExtraCells { columns, found } => format!(
                "the row has {} but the header only {} (“{cell}” is left over); the row was skipped. If a cell \
                 contains a comma, please put the cell in double quotes.",
                plural(*found, "cell"),
                plural(*columns, "column")
            ),
            Reason::NoIndicator => {
                "nothing says which indicator this is; skipped. Please fill in the column “indicator”.".to_owned()
            }
            Reason::NamelessTable => "the header has no column “indicator” and the file is not named after one; \
                                      nothing was taken. Please add the column, or name the file after the indicator."
                .to_owned(),
            Reason::UnknownIndicator { nearest } if nearest.is_empty() => format!(
                "“{cell}” is not an indicator of the plans; skipped. Please use the names in the list of indicators."
            ),
            Reason::UnknownIndicator { nearest } => format!(
                "“{cell}” is not an indicator of the plans; skipped. The nearest are: {}. If it is one of them, \
                 please use that name.",
                nearest.join(", ")
            ),
            Reason::Milestone { name } => format!(
                "“{name}” is either done or not done and is not measured by a number; skipped. Please record its \
                 state and the evidence instead."
            ),
            Reason::UnknownGoal { nearest } if nearest.is_empty() => {
                format!("“{cell}” is no goal of the plans and was skipped. Write the goal’s id, such as W1.02.")
            }
            Reason::UnknownGoal { nearest } => format!(
                "“{cell}” is no goal of the plans and was skipped. Most like it: {}. Write the goal’s id.",
                nearest.join(", ")
            ),
            Reason::UnknownState => {
                format!("the state “{cell}” is not known and was skipped. Write not-started, under-way or done.")
            }
            Reason::NotADate => format!("“{cell}” is not a date and was skipped. Write 2024-05-01."),
            Reason::NoYear => "the year is missing; skipped. Please add it in four digits.".to_owned(),
            Reason::OtherPeriod => format!(
                "“{cell}” is not one whole year; skipped. Only yearly figures are used: please give the year's value."
            ),
            Reason::PartOfYear => format!(
                "“{cell}” says that the table is of a part of a year; none of its figures was taken. Only figures of whole \
                 years are used: if these are, change that wording and load the file again."
            ),
            Reason::ImplausibleYear => format!(
                "the year “{cell}” is not between {} and {}; skipped. Please check it.",
                year::PLAUSIBLE.start(),
                year::PLAUSIBLE.end()
            ),
            Reason::NotAYear => format!("“{cell}” is not a year; skipped. Please write it as 2021."),
            Reason::UnknownSex => format!(
                "the sex “{cell}” is not known; skipped. Please write “female” or “male”, and nothing for both."
            ),
            Reason::UnknownResidence => format!(
                "the residence “{cell}” is not known; skipped. Please write “urban” or “rural”, and nothing for both."
            ),
            Reason::SexConflict => format!(
                "the indicator's name speaks of women, but the column for sex says “{cell}”; skipped. Please correct \
                 one of them."
            ),
            Reason::NotANumber => {
                format!("“{cell}” is not a number; skipped. You can correct it and load the file again.")
            }
            Reason::Interval => format!(
                "“{cell}” is an interval or a bound, not one number; skipped. Please keep only the value to use."
            ),
            Reason::CountAlone => format!(
                "“{cell}” is a count, not a rate, and there are no deaths and live births of the same area and year to \
                 compute the rate from; not taken. Please add them, or write the rate itself."
            ),
            Reason::NotACount => format!(
                "“{cell}” is not a whole number of cases; the number of cases was skipped. Please write how many \
                 there were, such as 3."
            ),
            Reason::UnitConflict { sign, unit } => {
                format!("“{cell}” is in {sign}, but the table says {unit}; skipped. Please make them agree.")
            }
            Reason::UnitMismatch { unit, expected } => format!(
                "the unit “{unit}” cannot be converted to this indicator's unit “{expected}”; skipped. Please use \
                 “{expected}”."
            ),
            Reason::AboveLimit { value, limit, unit } => format!(
                "“{cell}” is {value}{unit}, more than the {limit}{unit} that this indicator can be at most; skipped. \
                 Please check the value and its unit."
            ),
            Reason::Negative { value, unit } => format!(
                "“{cell}” is {value}{unit}, below zero, which this indicator cannot be; skipped. Please check it."
            ),
            Reason::Conflict { sheet, line, value } => {
                let sheet = sheet.as_ref().map(|name| format!(" of sheet “{name}”")).unwrap_or_default();
                format!(
                    "“{cell}” and the {value} on line {line}{sheet} are about the same thing but differ; neither \
                     was taken. Please delete the wrong one."
                )
            }
            Reason::Empty
            | Reason::NotText { .. }
            | Reason::Password
            | Reason::NoTable
            | Reason::NoHeader
            | Reason::Headless => String::new(),
        }
    }
}

/// The nearest names as a sentence; nothing where there are none.
fn nearest_zh(nearest: &[String]) -> String {
    match nearest {
        [] => String::new(),
        nearest => format!("相近的指标有：{}。", nearest.join("、")),
    }
}

fn nearest_en(nearest: &[String]) -> String {
    match nearest {
        [] => String::new(),
        nearest => format!(" The nearest indicators are: {}.", nearest.join(", ")),
    }
}
