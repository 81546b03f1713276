//! An indicator: one thing that can be counted, with the names that files call it by and the targets that
//! the plans set for it.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::{Op, Sex, Target, Unit, Year};

/// What sort of number an indicator is; it decides how pace and forecast are computed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A part of a whole, in %, or a difference of two such.
    Share,
    /// Cases per thousand, ten thousand or hundred thousand.
    Rate,
    /// Anything counted or measured: areas, doctors per thousand children, years, hours.
    Count,
    /// Done or not done, with evidence; no number.
    Milestone,
}

/// Which way is better.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

impl Direction {
    /// +1 where more is better, −1 where less is.
    pub fn sign(self) -> f64 {
        match self {
            Direction::Up => 1.0,
            Direction::Down => -1.0,
        }
    }
}

/// How yearly change is measured.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// By a yearly growth rate: for rates and counts.
    Compound,
    /// By a yearly difference: for percentages and shares.
    Linear,
}

/// A dimension along which two groups can be told apart.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// 性别
    Sex,
    /// 城乡
    Residence,
    /// 地区
    Area,
}

/// An indicator that is the absolute difference of two groups' series of another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Gap {
    /// Id of the indicator whose groups are compared.
    pub of: String,
    /// The dimension that tells the groups apart.
    pub by: Dimension,
}

/// 指标
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Indicator {
    /// Stable slug, such as `maternal-mortality`.
    pub id: String,
    /// The plan's own wording; unique in the catalogue.
    pub name: String,
    /// English name; ours, not official.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub english: String,
    /// Other names of the same thing in files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The unit that its values are kept in.
    pub unit: Unit,
    /// What sort of number it is.
    pub kind: Kind,
    /// Which way is better.
    pub direction: Direction,
    /// Set where the plan means one sex but files also give the figure for everyone: a name that says so
    /// (女性平均预期寿命) then means this sex even where a file's sex column is blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// The value that nature does not let it pass, such as 100 for a true share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<f64>,
    /// The form of its pace where it is not the usual one of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// The year that change is measured from where it is not the catalogue's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_year: Option<Year>,
    /// Set where the indicator is a difference of groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Gap>,
    /// What the figure means, one plain sentence in Chinese.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub meaning: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub meaning_en: String,
    /// What it means officially; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Box<Definition>>,
    /// Every place of the plans that states a target for it.
    pub targets: Vec<Target>,
}

/// 指标解释: what an indicator means officially, in Chinese. A part that is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Definition {
    /// 定义
    pub definition: String,
    /// 计算方法
    #[serde(skip_serializing_if = "String::is_empty")]
    pub method: String,
    /// 数据来源: who collects it, and how.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub collected: String,
    /// 说明
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where the definition is published.
    pub source: String,
}

impl Indicator {
    /// How its yearly change is measured: linear for shares, compound for rates and counts, unless set.
    pub fn form(&self) -> Form {
        self.form.unwrap_or(match self.kind {
            Kind::Share | Kind::Milestone => Form::Linear,
            Kind::Rate | Kind::Count => Form::Compound,
        })
    }

    /// The sex that a name in a file speaks of by itself; none where it leaves that to the sex column.
    pub fn sex_implied_by(&self, name: &str) -> Option<Sex> {
        let name = name.to_ascii_lowercase();
        let marks: &[&str] = match self.sex? {
            Sex::Female => &["女", "women", "female", "girl"],
            Sex::Male => &["男", "boy"],
        };
        self.sex.filter(|_| marks.iter().any(|mark| name.contains(mark)))
    }

    /// The different targets to judge it by, each at the first area that states it. An area that only gives
    /// a direction is not judged apart where another sets a value.
    pub fn distinct_targets(&self) -> Vec<&Target> {
        let valued = self.targets.iter().any(|t| !matches!(t.op, Op::Trend(_)));
        let mut distinct: Vec<&Target> = Vec::new();
        for target in &self.targets {
            let subsumed = valued && matches!(target.op, Op::Trend(_));
            if !subsumed && !distinct.iter().any(|other| other.same_demand(target)) {
                distinct.push(target);
            }
        }
        distinct
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_says_women_means_women() {
        let json = r#"{"id":"women-life-expectancy","name":"妇女人均预期寿命","unit":"岁","kind":"count",
            "direction":"up","sex":"female","targets":[]}"#;
        let indicator: Indicator = serde_json::from_str(json).unwrap();
        assert_eq!(indicator.sex_implied_by("女性平均预期寿命"), Some(Sex::Female));
        assert_eq!(indicator.sex_implied_by("人均预期寿命"), None);
        let general = Indicator {
            sex: None,
            ..indicator
        };
        assert_eq!(general.sex_implied_by("就业人员中的女性比例"), None);
    }
}
