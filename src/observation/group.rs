//! The group of people that a figure speaks of: by sex, by town and country, by age. Blank means everyone.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::Sex;
use crate::lang::Lang;

/// 城乡
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
pub enum Residence {
    /// 城镇
    Urban,
    /// 农村
    Rural,
}

impl Residence {
    /// 城镇 or 农村.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Residence::Urban => lang.pick("城镇", "urban"),
            Residence::Rural => lang.pick("农村", "rural"),
        }
    }
}

/// 女 or 男.
pub fn sex_word(sex: Sex, lang: Lang) -> &'static str {
    match sex {
        Sex::Female => lang.pick("女", "female"),
        Sex::Male => lang.pick("男", "male"),
    }
}

/// A group of people; the default is the total.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
pub struct Group {
    /// 性别; none for both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// 城乡; none for both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residence: Option<Residence>,
    /// 年龄 as the source words it, such as `15岁及以上`; empty for all ages.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub age: String,
}

impl Group {
    /// Everyone.
    pub const TOTAL: Group = Group {
        sex: None,
        residence: None,
        age: String::new(),
    };

    /// All ages, town and country, of one sex.
    pub fn of_sex(sex: Sex) -> Group {
        Group {
            sex: Some(sex),
            ..Group::TOTAL
        }
    }

    /// Both sexes and all ages of town or country.
    pub fn of_residence(residence: Residence) -> Group {
        Group {
            residence: Some(residence),
            ..Group::TOTAL
        }
    }

    /// Whether it is everyone.
    pub fn is_total(&self) -> bool {
        *self == Group::TOTAL
    }

    /// Such as 女·农村; empty for everyone.
    pub fn name(&self, lang: Lang) -> String {
        let sex = self.sex.map(|sex| sex_word(sex, lang));
        let residence = self.residence.map(|residence| residence.word(lang));
        let age = Some(self.age.as_str()).filter(|age| !age.is_empty());
        let parts: Vec<&str> = [sex, residence, age].into_iter().flatten().collect();
        parts.join(lang.pick("·", ", "))
    }
}
