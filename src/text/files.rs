//! What is said of files that are read: what became of one, how it was read, what of it was not taken, and what was done
//! to a number in it.

use super::kept::size;
use super::{before_chinese, number};
use crate::import::{End, HostFile, Log, times};
use crate::lang::{Lang, plural};

/// Which file is being read, and how many wait after it.
pub fn reading(name: &str, rest: usize, lang: Lang) -> String {
    match (lang, rest) {
        (Lang::Zh, 0) => format!("正在读取“{name}”。"),
        (Lang::Zh, _) => format!("正在读取“{name}”，还有 {rest} 个文件。"),
        (Lang::En, 0) => format!("Reading “{name}”."),
        (Lang::En, _) => format!("Reading “{name}”; {rest} more to come."),
    }
}

/// How far the reading of several files is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Bytes read.
    pub bytes: f64,
    /// Bytes of all files, read or not.
    pub of: f64,
    /// Rows read.
    pub rows: usize,
    /// Seconds left at the pace so far, where that can be told.
    pub seconds_left: Option<f64>,
}

/// That the figures of a file are shown, and that the file itself is still being stored.
pub fn storing(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("正在把“{name}”存进这个浏览器，存好之前请不要关闭或刷新页面。"),
        Lang::En => format!(
            "Storing “{name}” in this browser. Please do not close or reload the page until it is done."
        ),
    }
}

/// How far the reading of several files is, with the time left.
pub fn progress(so_far: &Progress, lang: Lang) -> String {
    let (bytes, of) = (size(so_far.bytes), size(so_far.of));
    let rows = number(so_far.rows as f64, Some(0));
    let mut said = match lang {
        Lang::Zh => format!("已读 {bytes}（{rows} 行），共 {of}"),
        Lang::En => format!("{bytes} ({rows} rows) of {of} read"),
    };
    if let Some(seconds) = so_far.seconds_left {
        let left = number(seconds.ceil().max(1.0), Some(0));
        said += &match lang {
            Lang::Zh => format!("，大约还要 {left} 秒"),
            Lang::En => format!("; about {left} s left"),
        };
    }
    said + lang.pick("。", ".")
}

/// That the browser cannot get at a file, and what to do.
pub fn out_of_reach(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{name}”读不出来：文件可能已被移动或删除。请重新选择它。"),
        Lang::En => {
            format!("“{name}” could not be read: it may have been moved or deleted. Please choose it again.")
        }
    }
}

/// That the visitor stopped the reading of a file.
pub fn cancelled(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{name}”已取消，没有载入。"),
        Lang::En => format!("“{name}” was cancelled and is not loaded."),
    }
}

/// That the browser stopped the reading of a file, and what to do.
pub fn broken_off(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{name}”没有读成：浏览器停止了读取。请刷新页面后再试一次，其他数据都还在。"),
        Lang::En => format!(
            "“{name}” was not read: the browser stopped it. Reload the page and try again; everything else is still here."
        ),
    }
}

/// That the browser stopped the reading of a table of targets, and what to do.
pub fn catalogue_broken_off(lang: Lang) -> &'static str {
    lang.pick(
        "目录没有读成：浏览器停止了读取。请刷新页面后再试一次。",
        "The catalogue was not read: the browser stopped it. Reload the page and try again.",
    )
}

/// That the browser could not remove a file, and what to do.
pub fn not_removed(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("“{name}”没有移除：浏览器没能删掉它，所以仍列在下面。请关闭本应用的其他标签页后再试。")
        }
        Lang::En => format!(
            "“{name}” was not removed: the browser could not delete it, so it stays in the list. Close this app’s other tabs and try again."
        ),
    }
}

/// That figures which the app carries did not come, and what to do.
pub fn absent(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{name}”没有取到，所以没有载入。请检查网络后再试一次。"),
        Lang::En => {
            format!("“{name}” did not come and is not loaded. Check the network and try again.")
        }
    }
}

/// What became of a file, in the few words of its line; `is_asked` where the visitor can answer for it.
pub fn in_short(log: &Log, is_asked: bool, lang: Lang) -> String {
    let (taken, rejected) = (log.taken, log.rejected_cells());
    let mut parts = match (End::of(log), lang) {
        (End::Unread, _) => vec![lang.pick("读不了", "cannot be read").to_owned()],
        (End::Whole, Lang::Zh) => vec![format!("采用 {taken} 个"), "全部读懂".to_owned()],
        (End::Whole, Lang::En) => vec![format!("{taken} taken"), "all understood".to_owned()],
        (End::Partly, Lang::Zh) => vec![format!("采用 {taken} 个")],
        (End::Partly, Lang::En) => vec![format!("{taken} taken")],
    };
    if rejected > 0 {
        parts.push(match lang {
            Lang::Zh => format!("没有采用 {rejected} 个"),
            Lang::En => format!("{rejected} not taken"),
        });
    }
    let open = log.open_questions();
    if is_asked && open > 0 {
        parts.push(match lang {
            Lang::Zh => format!("{open} 处待确认"),
            Lang::En => format!("{open} to confirm"),
        });
    }
    parts.join(lang.pick("，", ", "))
}

/// What became of a file, in one sentence: only what there is is counted.
pub fn in_one_sentence(log: &Log, lang: Lang) -> String {
    let Log {
        rows, taken, blank, ..
    } = log;
    let (rejected, places) = (log.rejected_cells(), log.rejected.len());
    let mut parts = match lang {
        Lang::Zh => vec![format!("共 {rows} 行"), format!("采用 {taken} 个数值")],
        Lang::En => vec![plural(*rows, "row"), format!("{} taken", plural(*taken, "value"))],
    };
    if *blank > 0 {
        parts.push(match lang {
            Lang::Zh => format!("空白 {blank} 个"),
            Lang::En => format!("{blank} blank"),
        });
    }
    parts.push(match (rejected, places, lang) {
        (0, 0, _) => lang.pick("全部读懂", "all understood").to_owned(),
        (0, _, Lang::Zh) => format!("有 {places} 处要注意，列在下面"),
        (0, _, Lang::En) => format!("{} to look at, listed below", plural(places, "place")),
        (_, _, Lang::Zh) => format!("没有采用 {rejected} 个，列在下面"),
        (_, _, Lang::En) => format!("{rejected} not taken, listed below"),
    });
    parts.join(lang.pick("，", ", ")) + lang.pick("。", ". ")
}

/// How a file was read: its encoding, layout and sheets, and what of it was passed over.
pub fn how_read(log: &Log, lang: Lang) -> String {
    let listed = |names: &[String], zh: &str, en: &str| match names {
        [] => String::new(),
        names => lang.pick(zh, en).to_owned() + &names.join(lang.pick("、", ", ")),
    };
    let encoding = log.encoding;
    let layout = log.layout.word(lang);
    let sheets = listed(&log.sheets, "；工作表：", "; sheets: ");
    let unread = listed(
        &log.ignored_sheets,
        "；没有读的工作表（隐藏的，或没有表格）：",
        "; sheets not read (hidden, or without a table): ",
    );
    let columns = listed(&log.ignored_columns, "；没有用到的列：", "; columns not used: ");
    match lang {
        Lang::Zh => format!("编码 {encoding}；版式 {layout}{sheets}{unread}{columns}。"),
        Lang::En => format!("Encoding {encoding}; layout {layout}{sheets}{unread}{columns}."),
    }
}

/// When a file was loaded; the date is in words of the language.
pub fn loaded_on(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("载入于 {date}。"),
        Lang::En => format!(" Loaded on {date}."),
    }
}

/// What the host says of its own file.
pub fn of_host(file: &HostFile, lang: Lang) -> String {
    let HostFile {
        source,
        date,
        licence,
        ..
    } = file;
    match lang {
        Lang::Zh => format!("本站提供。来源：{source}；日期：{date}；许可：{licence}。"),
        Lang::En => format!("Provided by this site. Source: {source}; date: {date}; licence: {licence}. "),
    }
}

/// What of a file was read as the visitor said before; none where nothing was.
pub fn read_as_remembered(said: &[String], lang: Lang) -> Option<String> {
    (!said.is_empty()).then(|| match lang {
        Lang::Zh => format!("按记住的对应读的：{}。", said.join("；")),
        Lang::En => format!("Read as remembered: {}.", said.join("; ")),
    })
}

/// How many rates were computed that the file does not state.
pub fn computed(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("由个数算出的 {count} 个率"),
        Lang::En => format!("{} computed from counts", plural(count, "rate")),
    }
}

/// Where a count stands that a rate was computed from, and what its cell says where that is known; `column` is as
/// spreadsheets name it.
pub fn count_stands(sheet: &str, line: u32, column: &str, cell: Option<&str>, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            let sheet = (!sheet.is_empty()).then(|| format!("工作表“{sheet}”，"));
            let cell = cell.map(|cell| format!("，单元格里是“{cell}”"));
            let (sheet, cell) = (sheet.unwrap_or_default(), cell.unwrap_or_default());
            format!("{sheet}第 {line} 行，{column} 列{cell}")
        }
        Lang::En => {
            let sheet = (!sheet.is_empty()).then(|| format!("sheet “{sheet}”, "));
            let cell = cell.map(|cell| format!("; the cell says “{cell}”"));
            let (sheet, cell) = (sheet.unwrap_or_default(), cell.unwrap_or_default());
            format!("{sheet}line {line}, column {column}{cell}")
        }
    }
}

/// For which area the figures of a file were taken that names none, and what to do where that is wrong.
pub fn assumed_area(area: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "文件里没有写明地区，这些数按{area}的数采用。如果不是，请在文件里加上“地区”一列，再重新载入。"
        ),
        Lang::En => format!(
            "The file does not say whose figures these are; they were taken for {area}. If they are not, please add a \
             column “area” and load the file again."
        ),
    }
}

/// Which files name no area, and for which one their figures are taken so far.
pub fn without_area(files: &[String], area: &str, lang: Lang) -> String {
    let named = files.join(lang.pick("、", ", "));
    match (lang, files.len()) {
        (Lang::Zh, _) => {
            let named = before_chinese(&named);
            format!("{named}没有写明是哪里的数，暂按{area}的数采用。")
        }
        (Lang::En, 1) => format!("{named} does not say whose figures these are; taken for {area} so far. "),
        (Lang::En, _) => format!("{named} do not say whose figures these are; taken for {area} so far. "),
    }
}

/// How many places were not taken, of which at most so many are listed.
pub fn not_taken(all: usize, most: usize, lang: Lang) -> String {
    match (lang, all > most) {
        (Lang::Zh, true) => format!("没有采用的 {all} 条，这里列出前 {most} 条，全部见下载的报告"),
        (Lang::Zh, false) => format!("没有采用的 {all} 条"),
        (Lang::En, true) => {
            format!("{all} not taken; the first {most} are listed, the downloaded log has all")
        }
        (Lang::En, false) => format!("{all} not taken"),
    }
}

/// How many lines were read as notes, of which at most so many are listed.
pub fn notes(all: usize, most: usize, lang: Lang) -> String {
    match (lang, all > most) {
        (Lang::Zh, true) => {
            format!("当作说明、没有当作数据的 {all} 行，这里列出前 {most} 行，全部见下载的报告")
        }
        (Lang::Zh, false) => format!("当作说明、没有当作数据的 {all} 行"),
        (Lang::En, true) => format!(
            "{all} lines read as notes, not as data; the first {most} are listed, the downloaded log has all"
        ),
        (Lang::En, false) if all == 1 => "1 line read as a note, not as data".to_owned(),
        (Lang::En, false) => format!("{all} lines read as notes, not as data"),
    }
}

/// Where a note stands, before its text.
pub fn line(number: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 行："),
        Lang::En => format!("Line {number}: "),
    }
}

/// The name of a file's log as a file of its own, without its ending.
pub fn log_title(name: &str, lang: Lang) -> String {
    format!("{name}-{}", lang.pick("读取报告", "import log"))
}

/// The button that saves what the visitor has recorded.
pub fn save_records(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("下载 {count} 条查证记录"),
        Lang::En => format!("Download {}", plural(count, "recorded assessment")),
    }
}

/// The way back from plans of the visitor's own to those of the area that the app is about.
pub fn back_to_plans(area: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("换回{area}的规划"),
        Lang::En => format!("Go back to {area}’s plans"),
    }
}

/// What was done to the number of a cell: read, taken as it stands, or converted to the unit of its indicator.
pub fn done_to(cell: &str, value: f64, lang: Lang) -> String {
    match (times(cell, value), lang) {
        (None, _) => lang
            .pick("按整格的文字读出", "read from the whole text")
            .to_owned(),
        (Some(1.0), _) => lang.pick("照原数采用", "taken as it stands").to_owned(),
        (Some(factor), Lang::Zh) if factor > 1.0 => format!("换算单位：乘以 {}", number(factor, None)),
        (Some(factor), Lang::En) if factor > 1.0 => {
            format!("converted to the unit: times {}", number(factor, None))
        }
        (Some(factor), Lang::Zh) => format!("换算单位：除以 {}", number(1.0 / factor, None)),
        (Some(factor), Lang::En) => {
            format!("converted to the unit: divided by {}", number(1.0 / factor, None))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_to_a_number_is_said() {
        assert_eq!(done_to("4.4", 4.4, Lang::En), "taken as it stands");
        assert_eq!(done_to("0.861", 86.1, Lang::Zh), "换算单位：乘以 100");
        assert_eq!(done_to("86.1%", 86.1, Lang::En), "taken as it stands");
        assert_eq!(
            done_to("1510", 15.1, Lang::En),
            "converted to the unit: divided by 100"
        );
    }

    #[test]
    fn a_count_behind_a_rate_is_named_with_its_cell() {
        let stands = |sheet, cell, lang| count_stands(sheet, 3, "C (3)", cell, lang);
        assert_eq!(
            stands("年报", Some("50"), Lang::Zh),
            "工作表“年报”，第 3 行，C (3) 列，单元格里是“50”"
        );
        assert_eq!(
            stands("", Some("50"), Lang::En),
            "line 3, column C (3); the cell says “50”"
        );
        assert_eq!(stands("", None, Lang::Zh), "第 3 行，C (3) 列");
    }

    #[test]
    fn the_last_file_has_none_after_it() {
        assert_eq!(reading("a.csv", 0, Lang::Zh), "正在读取“a.csv”。");
        assert_eq!(reading("a.csv", 0, Lang::En), "Reading “a.csv”.");
        assert_eq!(reading("a.csv", 1, Lang::Zh), "正在读取“a.csv”，还有 1 个文件。");
        assert_eq!(reading("a.csv", 1, Lang::En), "Reading “a.csv”; 1 more to come.");
    }

    #[test]
    fn one_file_and_several_name_no_area() {
        let files = ["a.csv", "b.csv"].map(str::to_owned);
        let said =
            |count: usize, lang: Lang| without_area(&files[..count], lang.pick("某市", "A city"), lang);
        assert_eq!(
            said(1, Lang::En),
            "a.csv does not say whose figures these are; taken for A city so far. "
        );
        assert_eq!(
            said(2, Lang::En),
            "a.csv, b.csv do not say whose figures these are; taken for A city so far. "
        );
        assert_eq!(
            said(2, Lang::Zh),
            "a.csv、b.csv\u{2009}没有写明是哪里的数，暂按某市的数采用。"
        );
    }

    #[test]
    fn long_lists_say_how_much_of_them_is_shown() {
        assert_eq!(not_taken(200, 200, Lang::Zh), "没有采用的 200 条");
        assert_eq!(
            not_taken(201, 200, Lang::Zh),
            "没有采用的 201 条，这里列出前 200 条，全部见下载的报告"
        );
        assert_eq!(notes(1, 200, Lang::En), "1 line read as a note, not as data");
        assert_eq!(notes(2, 200, Lang::En), "2 lines read as notes, not as data");
        assert!(notes(201, 200, Lang::En).ends_with("the first 200 are listed, the downloaded log has all"));
    }

    #[test]
    fn what_nobody_said_is_not_remembered() {
        assert_eq!(read_as_remembered(&[], Lang::Zh), None);
        let said = ["列“片区” → 地区".to_owned()];
        assert_eq!(
            read_as_remembered(&said, Lang::Zh).as_deref(),
            Some("按记住的对应读的：列“片区” → 地区。")
        );
    }
}
