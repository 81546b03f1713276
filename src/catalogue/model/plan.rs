//! A plan as published: chapters, fields, and in each field the goals and the measures, word for word.

use borsh::{BorshDeserialize, BorshSerialize, io};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::{ItemId, Section};

/// Whose figures a plan or an observation speaks of.
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
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Sex {
    /// 女
    Female,
    /// 男
    Male,
}

/// The document that put the plans into force.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Notice {
    /// Document number, such as 钦政发〔2022〕11号.
    pub number: String,
    /// Date of publication, `YYYY-MM-DD`.
    pub published: String,
    /// Its text, one entry a paragraph.
    pub paragraphs: Vec<String>,
}

/// 规划
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Plan {
    /// One capital letter, such as `W`.
    #[borsh(serialize_with = "write_letter", deserialize_with = "read_letter")]
    pub id: char,
    /// Official title.
    pub title: String,
    /// Short Chinese name.
    pub short: String,
    /// English name; ours, not official.
    pub english: String,
    /// Short English name; ours, not official.
    pub english_short: String,
    /// The sex that the plan is about: its own series is judged first where one is loaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// The chapters outside the fields, in reading order.
    pub chapters: Vec<Chapter>,
    /// The fields, numbered from 1.
    pub fields: Vec<Field>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "borsh lends what it writes")]
fn write_letter<W: io::Write>(letter: &char, writer: &mut W) -> io::Result<()> {
    BorshSerialize::serialize(&u32::from(*letter), writer)
}

fn read_letter<R: io::Read>(reader: &mut R) -> io::Result<char> {
    let number = u32::deserialize_reader(reader)?;
    char::from_u32(number).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
}

/// A chapter outside the fields. Its items may hold several paragraphs, joined by line breaks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Chapter {
    /// Which chapter it is; [`Section::slug`] in the data.
    pub section: Section,
    /// Official texts without their leading number.
    pub items: Vec<String>,
}

/// 领域
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Field {
    /// Plan letter and number, such as `W1`.
    pub id: String,
    /// Official name.
    pub name: String,
    /// English name; ours, not official.
    pub english: String,
    /// 主要目标, in order.
    pub goals: Vec<Goal>,
    /// 策略措施, in order.
    pub measures: Vec<Measure>,
}

/// 主要目标
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Goal {
    /// Such as `W1.02`.
    pub id: ItemId,
    /// Official text, verbatim, without its leading number.
    pub text: String,
    /// A few Chinese words for lists; ours, not official.
    pub brief: String,
    /// A few English words for lists; ours, not official.
    pub english: String,
    /// What it promises, one plain Chinese sentence for families; ours, not official.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plain: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plain_en: String,
    /// The measures of the same field that serve it, most relevant first.
    pub measures: Vec<ItemId>,
}

/// 策略措施
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Measure {
    /// Such as `W1.m04`.
    pub id: ItemId,
    /// Official text, verbatim, without its leading number.
    pub text: String,
}

impl Measure {
    /// The name that the text opens with, before its first full stop.
    pub fn name(&self) -> &str {
        self.text.split('。').next().unwrap_or_default()
    }
}
