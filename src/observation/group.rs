//! The group of people that a figure speaks of: by sex, by town and country, by age. Blank means everyone.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::Sex;

/// 城乡
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Residence {
    /// 城镇
    Urban,
    /// 农村
    Rural,
}

/// A group of people; the default is the total.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
}
