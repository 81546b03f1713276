//! Where a sentence stands in the plans. One id names a goal (`W1.02`), a measure (`W1.m04`) or an item of a
//! chapter outside the fields (`W.monitoring.05`); it is written the same way in the data files, in URLs and
//! in exports.

use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize, io};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A part of a plan that holds a numbered list of texts.
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
    EnumString,
    IntoStaticStr,
    VariantArray,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Section {
    /// 前言
    Preface,
    /// 指导思想
    Thought,
    /// 基本原则
    Principle,
    /// 总体目标
    Aim,
    /// 主要目标 of a field
    Goal,
    /// 策略措施 of a field
    Measure,
    /// 组织实施
    Implementation,
    /// 监测评估
    Monitoring,
}

impl Section {
    /// The word for it in ids and exports.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// The official heading.
    pub fn heading(self) -> &'static str {
        match self {
            Section::Preface => "前言",
            Section::Thought => "指导思想",
            Section::Principle => "基本原则",
            Section::Aim => "总体目标",
            Section::Goal => "主要目标",
            Section::Measure => "策略措施",
            Section::Implementation => "组织实施",
            Section::Monitoring => "监测评估",
        }
    }
}

/// The place of one text in the plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ItemId {
    /// The plan's letter, such as `W`.
    pub plan: char,
    /// The field's number from 1; 0 for the chapters outside the fields.
    pub field: u8,
    /// The list that the text stands in.
    pub section: Section,
    /// Position in that list, from 1.
    pub item: u8,
}

impl ItemId {
    /// The goal at `item` of a field.
    pub fn goal(plan: char, field: u8, item: u8) -> Self {
        ItemId {
            plan,
            field,
            section: Section::Goal,
            item,
        }
    }

    /// The measure at `item` of a field.
    pub fn measure(plan: char, field: u8, item: u8) -> Self {
        ItemId {
            plan,
            field,
            section: Section::Measure,
            item,
        }
    }

    /// The id of the field that the text belongs to, such as `W1`; the plan's letter alone outside the fields.
    pub fn field_id(self) -> String {
        match self.field {
            0 => self.plan.to_string(),
            n => format!("{}{n}", self.plan),
        }
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ItemId {
            plan,
            field,
            section,
            item,
        } = self;
        match section {
            Section::Goal => write!(f, "{plan}{field}.{item:02}"),
            Section::Measure => write!(f, "{plan}{field}.m{item:02}"),
            other => write!(f, "{plan}.{}.{item:02}", other.slug()),
        }
    }
}

/// The text is not an id such as `W1.02`, `W1.m04` or `W.monitoring.05`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadItemId(pub String);

impl fmt::Display for BadItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is not an id such as W1.02, W1.m04 or W.monitoring.05",
            self.0
        )
    }
}

impl std::error::Error for BadItemId {}

impl FromStr for ItemId {
    type Err = BadItemId;

    fn from_str(text: &str) -> Result<Self, BadItemId> {
        parse(text).ok_or_else(|| BadItemId(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<ItemId> {
    let mut letters = text.chars();
    let plan = letters.next().filter(char::is_ascii_uppercase)?;
    let (head, tail) = letters.as_str().split_once('.')?;
    if head.is_empty() {
        let (slug, item) = tail.split_once('.')?;
        let section = slug.parse().ok()?;
        if matches!(section, Section::Goal | Section::Measure) {
            return None;
        }
        return Some(ItemId {
            plan,
            field: 0,
            section,
            item: item.parse().ok()?,
        });
    }
    let field = head.parse().ok().filter(|n| *n > 0)?;
    Some(match tail.strip_prefix('m') {
        Some(item) => ItemId::measure(plan, field, item.parse().ok()?),
        None => ItemId::goal(plan, field, tail.parse().ok()?),
    })
}

impl TryFrom<String> for ItemId {
    type Error = BadItemId;

    fn try_from(text: String) -> Result<Self, BadItemId> {
        text.parse()
    }
}

impl From<ItemId> for String {
    fn from(id: ItemId) -> String {
        id.to_string()
    }
}

impl BorshSerialize for ItemId {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        BorshSerialize::serialize(&self.to_string(), writer)
    }
}

impl BorshDeserialize for ItemId {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let text = String::deserialize_reader(reader)?;
        text.parse()
            .map_err(|why: BadItemId| io::Error::new(io::ErrorKind::InvalidData, why.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_written() {
        for text in ["W1.02", "C7.m14", "W.monitoring.05", "C.preface.01"] {
            assert_eq!(text.parse::<ItemId>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_not_an_id_is_refused() {
        for text in [
            "",
            "W",
            "W1",
            "W0.02",
            "w1.02",
            "W1.x2",
            "W.goal.01",
            "W..1",
            "1.02",
        ] {
            assert!(text.parse::<ItemId>().is_err(), "{text}");
        }
    }
}
