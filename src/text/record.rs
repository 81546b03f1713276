//! The words for what an office has recorded about something that no figure can speak for.

use super::Lang;
use crate::observation::{Progress, Record};

/// The word for how far it has come.
pub fn progress_word(progress: Progress, lang: Lang) -> &'static str {
    match progress {
        Progress::NotStarted => lang.pick("未启动", "Not started"),
        Progress::UnderWay => lang.pick("进行中", "Under way"),
        Progress::Done => lang.pick("已完成", "Done"),
    }
}

/// A record in one sentence, such as “2024-05-01 记录：进行中。…”.
pub fn record_sentence(record: &Record, lang: Lang) -> String {
    let Record {
        date, state, note, ..
    } = record;
    let word = progress_word(*state, lang);
    match lang {
        Lang::Zh => format!("{date} 记录：{word}。{note}"),
        Lang::En => format!("Recorded on {date}: {}. {note}", word.to_ascii_lowercase()),
    }
    .trim_end()
    .to_owned()
}
