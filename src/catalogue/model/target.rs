//! A target: what one sentence of the plans demands of an indicator, and by when.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::{ItemId, Unit, Year};

/// Where a figure without a value to reach should go.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// 逐步提高
    Up,
    /// 明显下降
    Down,
    /// 差距缩小
    Narrow,
}

/// Every one of which areas has to meet a target by itself.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Each {
    /// 各县区
    County,
}

/// What is demanded. Bounds are inclusive.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Op {
    /// `>=` 达到…以上
    AtLeast(f64),
    /// `<=` …以下
    AtMost(f64),
    /// `=`
    Equal(f64),
    /// `around` 左右
    Around(f64),
    /// `change`: percent of the base year's value, −20 for 下降20%
    Change(f64),
    /// `compare`: at least as much as the indicator with that id
    Compare(String),
    /// `compare-around`: as much as the indicator with that id, more or less
    CompareAround(String),
    /// `trend`
    Trend(Trend),
    /// `milestone`
    Milestone,
}

impl Op {
    /// Its word in data files and exports.
    pub fn symbol(&self) -> &'static str {
        match self {
            Op::AtLeast(_) => ">=",
            Op::AtMost(_) => "<=",
            Op::Equal(_) => "=",
            Op::Around(_) => "around",
            Op::Change(_) => "change",
            Op::Compare(_) => "compare",
            Op::CompareAround(_) => "compare-around",
            Op::Trend(_) => "trend",
            Op::Milestone => "milestone",
        }
    }

    /// The value demanded, where there is one; for a change the percentage.
    pub fn value(&self) -> Option<f64> {
        match self {
            Op::AtLeast(v) | Op::AtMost(v) | Op::Equal(v) | Op::Around(v) | Op::Change(v) => Some(*v),
            _ => None,
        }
    }

    /// The indicator compared with, where there is one.
    pub fn relative_to(&self) -> Option<&str> {
        match self {
            Op::Compare(id) | Op::CompareAround(id) => Some(id),
            _ => None,
        }
    }

    /// Whether a value is to be near another one, on either side, and not that value itself.
    pub fn is_around(&self) -> bool {
        matches!(self, Op::Around(_) | Op::CompareAround(_))
    }

    /// The direction demanded, where only that is.
    pub fn trend(&self) -> Option<Trend> {
        match self {
            Op::Trend(trend) => Some(*trend),
            _ => None,
        }
    }

    /// Builds a demand from the parts that data files spell out one by one.
    ///
    /// # Errors
    /// When a part is missing or not known, as one sentence.
    pub fn from_parts(
        symbol: &str,
        value: Option<f64>,
        trend: Option<Trend>,
        relative_to: Option<String>,
    ) -> Result<Op, String> {
        let need_value = || value.ok_or_else(|| format!("op “{symbol}” needs a value"));
        let need_other = || {
            relative_to
                .clone()
                .ok_or_else(|| format!("op “{symbol}” needs relative_to"))
        };
        match symbol {
            ">=" => Ok(Op::AtLeast(need_value()?)),
            "<=" => Ok(Op::AtMost(need_value()?)),
            "=" => Ok(Op::Equal(need_value()?)),
            "around" => Ok(Op::Around(need_value()?)),
            "change" => Ok(Op::Change(need_value()?)),
            "compare" => Ok(Op::Compare(need_other()?)),
            "compare-around" => Ok(Op::CompareAround(need_other()?)),
            "trend" => trend
                .map(Op::Trend)
                .ok_or_else(|| "op “trend” needs a direction".to_owned()),
            "milestone" => Ok(Op::Milestone),
            other => Err(format!("“{other}” is not an op")),
        }
    }
}

/// 目标值
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(try_from = "Spelled", into = "Spelled")]
pub struct Target {
    /// Where the plans state it.
    pub at: ItemId,
    /// What is demanded.
    pub op: Op,
    /// The unit of the demand where it is not the indicator's.
    pub unit: Option<Unit>,
    /// The year by which it is due.
    pub year: Year,
    /// 保持: every year since the baseline has to meet it.
    pub keep: bool,
    /// Set where each of several areas has to meet it.
    pub each: Option<Each>,
    /// The words that state it, verbatim from the text at [`at`](Self::at).
    pub quote: String,
}

impl Target {
    /// Whether both demand the same thing by the same year.
    pub fn same_demand(&self, other: &Target) -> bool {
        self.op == other.op && self.year == other.year && self.each == other.each
    }
}

/// A target as data files spell it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelled {
    at: ItemId,
    op: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    year: Year,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    direction: Option<Trend>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    relative_to: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    keep: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    each: Option<Each>,
    quote: String,
}

impl TryFrom<Spelled> for Target {
    type Error = String;

    fn try_from(spelled: Spelled) -> Result<Self, String> {
        let Spelled {
            at,
            op,
            value,
            unit,
            year,
            direction,
            relative_to,
            keep,
            each,
            quote,
        } = spelled;
        let op = Op::from_parts(&op, value, direction, relative_to).map_err(|e| format!("{at}: {e}"))?;
        Ok(Target {
            at,
            op,
            unit,
            year,
            keep,
            each,
            quote,
        })
    }
}

impl From<Target> for Spelled {
    fn from(target: Target) -> Spelled {
        let Target {
            at,
            op,
            unit,
            year,
            keep,
            each,
            quote,
        } = target;
        Spelled {
            at,
            op: op.symbol().to_owned(),
            value: op.value(),
            unit,
            year,
            direction: op.trend(),
            relative_to: op.relative_to().map(str::to_owned),
            keep,
            each,
            quote,
        }
    }
}
