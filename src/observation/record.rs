//! Recorded assessments: what an office has noted down about a milestone or a qualitative goal, since no
//! figure can speak for it. They are shown as recorded, never as if measured.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use crate::catalogue::{ItemId, Year};

/// How far something without a figure has come.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    VariantArray,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Progress {
    /// 未启动
    NotStarted,
    /// 进行中
    UnderWay,
    /// 已完成
    Done,
}

impl Progress {
    /// The word for it in exports.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// Reads the word as files write it, in Chinese or English.
    pub fn from_word(word: &str) -> Option<Progress> {
        match word.trim().to_lowercase().replace([' ', '_'], "-").as_str() {
            "not-started" | "未启动" | "未开始" | "未开展" | "未实施" => {
                Some(Progress::NotStarted)
            }
            "under-way" | "underway" | "in-progress" | "进行中" | "推进中" | "实施中" | "在建" => {
                Some(Progress::UnderWay)
            }
            "done" | "completed" | "complete" | "已完成" | "完成" | "已实现" | "已建成" => {
                Some(Progress::Done)
            }
            _ => None,
        }
    }
}

/// 记录的评估
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Record {
    /// The goal or the measure that it is about.
    pub goal: ItemId,
    /// When it was assessed: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// How far it has come.
    pub state: Progress,
    /// What was found; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Evidence: a document or a link; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Record {
    /// The year of its date; none where the date does not begin with one.
    pub fn year(&self) -> Option<Year> {
        let year = self.date.get(..4)?;
        year.chars()
            .all(|c| c.is_ascii_digit())
            .then(|| year.parse().ok())
            .flatten()
    }
}

/// The newest record about any of the goals, none later than `until` where that is set; of several of one
/// date the one that stands last.
pub fn newest_record<'a>(records: &'a [Record], goals: &[ItemId], until: Option<Year>) -> Option<&'a Record> {
    let known = |record: &&Record| match (record.year(), until) {
        (Some(year), Some(until)) => year <= until,
        (None, Some(_)) => false,
        (_, None) => true,
    };
    records
        .iter()
        .filter(|record| goals.contains(&record.goal))
        .filter(known)
        .max_by(|a, b| a.date.cmp(&b.date))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(date: &str, state: Progress) -> Record {
        let goal = ItemId::goal('C', 1, 3);
        Record {
            goal,
            date: date.into(),
            state,
            note: String::new(),
            source: String::new(),
        }
    }

    #[test]
    fn the_newest_record_known_in_the_year_counts() {
        let records = [
            record("2024-05-01", Progress::Done),
            record("2022", Progress::NotStarted),
            record("2022-06", Progress::UnderWay),
        ];
        let goals = [ItemId::goal('C', 1, 3)];
        let state = |until| newest_record(&records, &goals, until).map(|r| r.state);
        assert_eq!(state(None), Some(Progress::Done));
        assert_eq!(state(Some(2023)), Some(Progress::UnderWay));
        assert_eq!(state(Some(2021)), None);
        assert_eq!(newest_record(&records, &[], None), None);
    }

    #[test]
    fn words_of_both_languages_are_read() {
        assert_eq!(Progress::from_word("进行中"), Some(Progress::UnderWay));
        assert_eq!(Progress::from_word(" Under way "), Some(Progress::UnderWay));
        assert_eq!(Progress::from_word("maybe"), None);
        assert_eq!(record("soon", Progress::Done).year(), None);
    }
}
