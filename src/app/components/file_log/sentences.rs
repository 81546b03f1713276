//! What became of a file, in words.

use crate::app::components::mapping::open_questions;
use crate::browser::clock;
use crate::import::{End, Log};
use crate::lang::{Lang, plural};

/// What became of a file, in the few words of its line; `asked` where the visitor can answer for it.
pub(super) fn in_short(log: &Log, asked: bool, lang: Lang) -> String {
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
    let open = open_questions(log);
    if asked && open > 0 {
        parts.push(match lang {
            Lang::Zh => format!("{open} 处待确认"),
            Lang::En => format!("{open} to confirm"),
        });
    }
    parts.join(lang.pick("，", ", "))
}

/// What became of a file, in one sentence: only what there is is counted.
pub(super) fn in_one_sentence(log: &Log, lang: Lang) -> String {
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
pub(super) fn how_read(log: &Log, lang: Lang) -> String {
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

/// When a file was loaded.
pub(super) fn loaded_on(moment: f64, lang: Lang) -> String {
    let date = clock::date(moment, lang.tag());
    match lang {
        Lang::Zh => format!("载入于 {date}。"),
        Lang::En => format!(" Loaded on {date}."),
    }
}
