//! What is said of things kept in the browser: the step that can be taken back, what cannot be read, how much room
//! they take.

use super::number;
use crate::lang::{Lang, plural};
use crate::observation::Record;

/// That files are loaded: one by its name, several by their number.
pub fn loaded(names: &[String], lang: Lang) -> String {
    match (lang, names) {
        (Lang::Zh, [name]) => format!("已载入“{name}”。"),
        (Lang::En, [name]) => format!("“{name}” is loaded."),
        (Lang::Zh, _) => format!("已载入 {} 个文件。", names.len()),
        (Lang::En, _) => format!("{} loaded.", plural(names.len(), "file")),
    }
}

/// That a file is removed.
pub fn removed(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已移除“{name}”。"),
        Lang::En => format!("“{name}” is removed."),
    }
}

/// What an assessment that a visitor recorded is called in a list.
pub fn assessment(record: &Record, lang: Lang) -> String {
    let Record { goal, date, .. } = record;
    match lang {
        Lang::Zh => format!("查证记录 {goal} {date}"),
        Lang::En => format!("assessment of {goal} {date}"),
    }
}

/// What something is called that a later version keeps, by its shelf and id there.
pub fn of_later_version(shelf: &str, id: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("新版本保存的内容（{shelf}/{id}）"),
        Lang::En => format!("something that a later version keeps ({shelf}/{id})"),
    }
}

/// That so many things kept earlier cannot be read.
pub fn unreadable(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("以前保存的内容里有 {count} 项这一版读不懂，已原样留着，没有改动。"),
        Lang::En => format!(
            "This version cannot read {} kept earlier; nothing was changed.",
            plural(count, "thing")
        ),
    }
}

/// How much room the site takes in the browser and how much it may take, in bytes, where the browser tells; and whether
/// the browser has promised to clear nothing by itself.
pub fn room(used_of: Option<(f64, f64)>, is_persistent: bool, lang: Lang) -> String {
    let counted = used_of.map(|(used, allowed)| match (lang, size(used), size(allowed)) {
        (Lang::Zh, used, allowed) => format!("据浏览器说，本站共占用 {used}，最多可用 {allowed}。"),
        (Lang::En, used, allowed) => {
            format!("By the browser’s count this site uses {used} of at most {allowed}. ")
        }
    });
    let promise = match is_persistent {
        true => lang.pick(
            "浏览器已答应不自行清除这些内容。",
            "The browser has promised not to clear it by itself.",
        ),
        false => lang.pick(
            "空间不足时浏览器可能自行清除这些内容，重要的请保存备份。",
            "When room gets short the browser may clear it by itself: save a backup of what matters.",
        ),
    };
    counted.unwrap_or_default() + promise
}

/// A number of bytes in words: `1.2 MB`.
pub(super) fn size(bytes: f64) -> String {
    let (part, unit) = match bytes.max(0.0) {
        bytes if bytes >= 1e9 => (bytes / 1e9, "GB"),
        bytes if bytes >= 1e6 => (bytes / 1e6, "MB"),
        bytes => (bytes / 1e3, "kB"),
    };
    format!(
        "{} {unit}",
        number(part, Some(usize::from(part < 10.0 && part > 0.0)))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_is_named_and_several_are_counted() {
        let names = ["a.csv".to_owned(), "b.csv".to_owned()];
        assert_eq!(loaded(&names[..1], Lang::Zh), "已载入“a.csv”。");
        assert_eq!(loaded(&names[..1], Lang::En), "“a.csv” is loaded.");
        assert_eq!(loaded(&names, Lang::Zh), "已载入 2 个文件。");
        assert_eq!(loaded(&names, Lang::En), "2 files loaded.");
    }

    #[test]
    fn bytes_are_said_in_the_unit_that_keeps_them_short() {
        for (bytes, words) in [
            (0.0, "0 kB"),
            (1_500.0, "1.5 kB"),
            (12_345_678.0, "12 MB"),
            (2e9, "2.0 GB"),
        ] {
            assert_eq!(size(bytes), words);
        }
    }
}
