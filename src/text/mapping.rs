//! What is said of the step between a file and its figures: how a table was understood, what is not sure in it, what a
//! visitor's answers would change, and what of them is remembered.

use crate::assess::Status;
use crate::catalogue::Goal;
use crate::import::{Log, Place};
use crate::lang::{Lang, plural};
use crate::text::{after_chinese, before_chinese, status_word};

/// From so many percent on a proposal is likely.
const LIKELY: u8 = 75;

/// The title of the step, with how many things are not sure.
pub fn title(open: usize, lang: Lang) -> String {
    match (lang, open) {
        (Lang::Zh, 0) => "对应：这张表读成了什么".to_owned(),
        (Lang::Zh, _) => format!("对应：有 {open} 处拿不准，请确认"),
        (Lang::En, 0) => "Mapping: how this table was understood".to_owned(),
        (Lang::En, _) => format!("Mapping: {} not sure, please confirm", plural(open, "thing")),
    }
}

/// The step by the name of its file.
pub fn of_file(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{name}”的对应"),
        Lang::En => format!("Mapping of “{name}”"),
    }
}

/// The title of a table's first rows, with its sheet where it has one.
pub fn first_rows(sheet: Option<&str>, lang: Lang) -> String {
    match (lang, sheet) {
        (Lang::Zh, None) => "读成了这样的表（前几行）".to_owned(),
        (Lang::En, None) => "The table as it was understood (first rows)".to_owned(),
        (Lang::Zh, Some(sheet)) => format!("工作表“{sheet}”读成了这样的表（前几行）"),
        (Lang::En, Some(sheet)) => format!("Sheet “{sheet}” as it was understood (first rows)"),
    }
}

/// The choice of what a column is read as.
pub fn column_read_as(column: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("列“{column}”当作"),
        Lang::En => format!("Column “{column}” read as"),
    }
}

/// That a column holds values, and of what.
pub fn values_of(about: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("数值：{about}"),
        Lang::En => format!("values: {about}"),
    }
}

/// A text with where it stands, such as 列“片区”.
pub fn place(place: Place, text: &str, lang: Lang) -> String {
    let word = place.word(lang);
    match (lang, text) {
        (_, "") => lang.pick("空着的地区", "a blank area").to_owned(),
        (Lang::Zh, text) => format!("{word}“{text}”"),
        (Lang::En, text) => format!("{word} “{text}”"),
    }
}

/// Where a text stands that is asked about, such as 工作表“儿童” 第 3 行.
pub fn where_it_stands(sheet: Option<&str>, line: Option<u32>, lang: Lang) -> String {
    let sheet = sheet.map(|sheet| match lang {
        Lang::Zh => format!("工作表“{sheet}” "),
        Lang::En => format!("Sheet “{sheet}”, "),
    });
    let line = line.map(|line| match lang {
        Lang::Zh => format!("第 {line} 行："),
        Lang::En => format!("line {line}: "),
    });
    sheet.unwrap_or_default() + &line.unwrap_or_default()
}

/// What a text may mean, with how like it is in percent; without that it is a guess.
pub fn proposed(what: &str, likeness: Option<u8>, lang: Lang) -> String {
    let sure = match (likeness, lang) {
        (Some(likeness), Lang::Zh) if likeness >= LIKELY => format!("很可能，{likeness}% 相符"),
        (Some(likeness), Lang::Zh) => format!("可能，{likeness}% 相符"),
        (None, Lang::Zh) => "只是猜测".to_owned(),
        (Some(likeness), Lang::En) if likeness >= LIKELY => format!("likely, {likeness}% alike"),
        (Some(likeness), Lang::En) => format!("possible, {likeness}% alike"),
        (None, Lang::En) => "a mere guess".to_owned(),
    };
    match lang {
        Lang::Zh => format!("是“{what}”（{sure}）"),
        Lang::En => format!("it is “{what}” ({sure})"),
    }
}

/// The answer that so many values are not to be taken.
pub fn not_to_be_taken(cells: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("不采用这 {cells} 个数"),
        Lang::En if cells == 1 => "do not take this value".to_owned(),
        Lang::En => format!("do not take these {cells} values"),
    }
}

/// How many names are like none known.
pub fn like_none(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 处与目录里的名称都不像"),
        Lang::En => format!("{count} more that are like no name of the catalogue"),
    }
}

/// How many values were taken with a question.
pub fn in_doubt(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已采用但有疑问的 {count} 个数"),
        Lang::En => format!("{} taken with a question", plural(count, "value")),
    }
}

/// How much more or less would be taken of a file than now, and how many things would still not be sure.
pub fn outcome(now: &Log, then: &Log, lang: Lang) -> String {
    let unsure = then.open_questions();
    let unsure = match (lang, unsure) {
        (Lang::Zh, 0) => "没有拿不准的了。".to_owned(),
        (Lang::Zh, _) => format!("还有 {unsure} 处拿不准。"),
        (Lang::En, 0) => "Nothing is unsure then.".to_owned(),
        (Lang::En, _) => format!("{} would still be unsure.", plural(unsure, "thing")),
    };
    let (taken, taken_then) = (now.taken, then.taken);
    let (rejected, rejected_then) = (now.rejected_cells(), then.rejected_cells());
    match lang {
        Lang::Zh => format!(
            "照此：采用 {taken} → {taken_then} 个数值，没有采用 {rejected} → {rejected_then} 个。{unsure}"
        ),
        Lang::En => format!(
            "So: {taken} → {taken_then} values taken, {rejected} → {rejected_then} not taken. {unsure}"
        ),
    }
}

/// How many verdicts on the area shown would change.
pub fn verdicts(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, 0) => "现在这个地区的判断都不变。".to_owned(),
        (Lang::Zh, count) => format!("现在这个地区有 {count} 项目标的判断会变："),
        (Lang::En, 0) => "No verdict on the area shown changes.".to_owned(),
        (Lang::En, 1) => "The verdict on 1 goal of the area shown changes:".to_owned(),
        (Lang::En, count) => format!("The verdicts on {count} goals of the area shown change:"),
    }
}

/// One of them.
pub fn verdict(goal: &Goal, before: Status, after: Status, lang: Lang) -> String {
    let (id, name, colon) = (
        goal.id,
        lang.pick(&goal.brief, &goal.english),
        lang.pick("：", ": "),
    );
    let [before, after] = [before, after].map(|status| status_word(status, lang));
    format!("{id} {name}{colon}{before} → {after}")
}

/// The way to take back something remembered.
pub fn undo(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("撤销：{what}"),
        Lang::En => format!("Undo: {what}"),
    }
}

/// The files that something is remembered for, by their first titles, in which `#` stands for a year.
pub fn files_with_titles(titles: &[&str], is_all: bool, lang: Lang) -> String {
    let more = if is_all { "" } else { "…" };
    let titles = titles.join(lang.pick("、", ", ")) + more;
    let titles = titles.replace('#', lang.pick("（年份）", "(year)"));
    match lang {
        Lang::Zh => format!("列名为{}的文件", before_chinese(&after_chinese(&titles))),
        Lang::En => format!("Files with the titles {titles}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_is_likely_possible_or_a_guess() {
        assert_eq!(proposed("女", Some(75), Lang::Zh), "是“女”（很可能，75% 相符）");
        assert_eq!(proposed("女", Some(74), Lang::Zh), "是“女”（可能，74% 相符）");
        assert_eq!(proposed("girls", None, Lang::En), "it is “girls” (a mere guess)");
    }

    #[test]
    fn sheet_and_line_are_named_where_there_are_any() {
        assert_eq!(where_it_stands(None, None, Lang::Zh), "");
        assert_eq!(
            where_it_stands(Some("儿童"), Some(3), Lang::Zh),
            "工作表“儿童” 第 3 行："
        );
        assert_eq!(where_it_stands(None, Some(3), Lang::En), "line 3: ");
    }

    #[test]
    fn changed_verdicts_are_counted_from_none_to_many() {
        assert_eq!(verdicts(0, Lang::Zh), "现在这个地区的判断都不变。");
        assert_eq!(
            verdicts(1, Lang::En),
            "The verdict on 1 goal of the area shown changes:"
        );
        assert_eq!(
            verdicts(2, Lang::En),
            "The verdicts on 2 goals of the area shown change:"
        );
    }

    #[test]
    fn years_in_titles_are_told_as_such() {
        assert_eq!(
            files_with_titles(&["指标", "#"], false, Lang::Zh),
            "列名为指标、（年份）…的文件"
        );
        assert_eq!(
            files_with_titles(&["indicator", "#"], true, Lang::En),
            "Files with the titles indicator, (year)"
        );
        assert_eq!(
            files_with_titles(&["year", "value"], true, Lang::Zh),
            "列名为\u{2009}year、value\u{2009}的文件"
        );
    }
}
