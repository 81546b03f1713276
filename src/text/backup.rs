//! What is said of all that is kept as one file: a backup, the page that carries it, and what bringing it back would
//! change.

use crate::kept::{Backup, Refusal};
use crate::lang::{Lang, plural};

/// The name of a backup's file, without its ending; the date as `2024-05-01`.
pub fn file_title(title: &str, date: &str, lang: Lang) -> String {
    format!("{title}-{}-{date}", lang.pick("备份", "backup"))
}

/// Why a file is not restored, and what to do.
pub fn refusal(why: Refusal, name: &str, lang: Lang) -> String {
    match (why, lang) {
        (Refusal::Other, Lang::Zh) => {
            format!("“{name}”不是本应用的备份。数据文件（CSV、Excel）请在数据页载入。")
        }
        (Refusal::Other, Lang::En) => {
            format!("“{name}” is no backup of this app. Load files of figures (CSV, Excel) on the data page.")
        }
        (Refusal::Broken, Lang::Zh) => format!(
            "“{name}”是备份，但不完整或被改动过，校验不符，所以没有恢复。请重新取得这个文件，例如再复制一次。"
        ),
        (Refusal::Broken, Lang::En) => format!(
            "“{name}” is a damaged or incomplete backup: its checksum does not hold, so nothing was restored. Get the file anew, by copying it once more perhaps."
        ),
        (Refusal::Later(_), Lang::Zh) => format!(
            "“{name}”是更新版本的本应用保存的备份。请刷新页面改用新版后再恢复；文件没有改动，请留着它。"
        ),
        (Refusal::Later(_), Lang::En) => format!(
            "“{name}” was saved by a later version of this app. Reload the page to use that version, then restore it; the file is untouched, keep it."
        ),
        (Refusal::TooLarge, Lang::Zh) => format!("“{name}”超过 512 MB，不可能是本应用的备份。"),
        (Refusal::TooLarge, Lang::En) => {
            format!("“{name}” is over 512 MB and cannot be a backup of this app.")
        }
    }
}

/// A backup by the name of its file.
pub fn named(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("备份“{name}”"),
        Lang::En => format!("The backup “{name}”"),
    }
}

/// Who made a backup, when, and how much is in it. The date is in words of the language.
pub fn made(backup: &Backup, date: &str, lang: Lang) -> String {
    let (title, count) = (&backup.title, backup.entries.len());
    match lang {
        Lang::Zh => format!("由“{title}”于{date}保存，共 {count} 项。"),
        Lang::En => format!("Saved by “{title}” on {date}; things in it: {count}."),
    }
}

/// Who saved the page with data in it, when, and how much is in it. The date is in words of the language.
pub fn saved_by(backup: &Backup, date: &str, lang: Lang) -> String {
    let (by, count) = (backup.by.as_str(), backup.entries.len());
    match (lang, by) {
        (Lang::Zh, "") => format!("此文件于{date}另存，带着 {count} 项内容。"),
        (Lang::Zh, by) => format!("此文件由“{by}”于{date}另存，带着 {count} 项内容。"),
        (Lang::En, "") => format!("This file was saved on {date} with {}.", plural(count, "thing")),
        (Lang::En, by) => format!(
            "This file was saved by “{by}” on {date} with {}.",
            plural(count, "thing")
        ),
    }
}

/// What of a backup is damaged and stays out; none where all of it is whole.
pub fn damaged(names: &[String], lang: Lang) -> Option<String> {
    let count = names.len();
    let sentence = match lang {
        Lang::Zh => format!(
            "其中 {count} 项校验不符，已经损坏，不会恢复：{}。",
            names.join("、")
        ),
        Lang::En => format!(
            "Damaged, as their checksums tell, and left out ({count}): {}.",
            names.join(", ")
        ),
    };
    (count > 0).then_some(sentence)
}

/// How many things would be added, changed and removed.
pub fn effect(added: usize, changed: usize, removed: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("将加入 {added} 项，改动 {changed} 项，移除 {removed} 项。恢复后可以撤销。"),
        Lang::En => format!(
            "Would be added: {added}; changed: {changed}; removed: {removed}. You can undo it afterwards."
        ),
    }
}

/// How many things the page saved with data would carry.
pub fn would_carry(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("将带上 {count} 项内容"),
        Lang::En => format!("{} would be in it", plural(count, "thing")),
    }
}

/// How many of these are not listed.
pub fn not_listed(rest: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("……还有 {rest} 项"),
        Lang::En => format!("… and {rest} more"),
    }
}

/// That the page saved with data would carry the host's own files as well.
pub fn would_carry_of_host(files: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("本站提供的 {files} 个文件也在其中。"),
        Lang::En => format!(
            "{} of this site’s own would be in it, too.",
            plural(files, "file")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_saved_the_page_is_named_where_it_is_known() {
        let nobody = Backup::default();
        let somebody = Backup {
            by: "张三".to_owned(),
            ..Backup::default()
        };
        assert_eq!(
            saved_by(&nobody, "5月1日", Lang::Zh),
            "此文件于5月1日另存，带着 0 项内容。"
        );
        assert_eq!(
            saved_by(&somebody, "5月1日", Lang::Zh),
            "此文件由“张三”于5月1日另存，带着 0 项内容。"
        );
        assert_eq!(
            saved_by(&somebody, "May 1", Lang::En),
            "This file was saved by “张三” on May 1 with 0 things."
        );
    }

    #[test]
    fn of_what_is_whole_nothing_is_said() {
        assert_eq!(damaged(&[], Lang::Zh), None);
        let names = ["a.csv".to_owned(), "b.csv".to_owned()];
        assert_eq!(
            damaged(&names, Lang::En).as_deref(),
            Some("Damaged, as their checksums tell, and left out (2): a.csv, b.csv.")
        );
    }
}
