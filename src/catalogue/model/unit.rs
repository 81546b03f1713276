//! Units as Chinese statistics write them, and how a value goes from one to another. Units of one family
//! (parts of a whole; counts of people) convert by powers of ten; any other pair does not.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::Kind;
use crate::tabular::fold;

/// A unit in its usual spelling: `%`, `‰`, `/万`, `/10万`, `所`, `名`, … Empty where there is none.
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
#[serde(from = "String", into = "String")]
pub struct Unit(String);

/// The usual spelling, and the others that files use for it (compared without case, width or spaces).
const SPELLINGS: &[(&str, &[&str])] = &[
    (
        "%",
        &[
            "%",
            "％",
            "percent",
            "pct",
            "pt",
            "per cent",
            "百分比",
            "百分之",
            "百分之一",
            "百分率",
            "百分数",
            "percentage",
            "percents",
        ],
    ),
    (
        "‰",
        &[
            "‰",
            "千分之",
            "千分之一",
            "千分率",
            "千分比",
            "per thousand",
            "per mille",
            "/千",
            "1/千",
            "/1000",
            "1/1000",
            "permille",
        ],
    ),
    (
        "/万",
        &[
            "/万",
            "1/万",
            "万分之",
            "万分之一",
            "万分率",
            "/10000",
            "1/10000",
            "‱",
        ],
    ),
    (
        "/10万",
        &[
            "/10万",
            "1/10万",
            "10万分之",
            "10万分之一",
            "十万分之",
            "十万分之一",
            "10万分率",
            "十万分率",
            "/十万",
            "1/十万",
            "/100000",
            "1/100000",
        ],
    ),
    (
        "百分点",
        &[
            "百分点",
            "个百分点",
            "percentage point",
            "percentage points",
            "pp",
        ],
    ),
    ("人", &["人", "person", "persons", "people", "number"]),
    ("千人", &["千人", "thousand persons"]),
    (
        "万人",
        &["万人", "ten thousand persons", "10000 persons", "10,000 persons"],
    ),
    ("年", &["年", "years", "year"]),
    ("岁", &["岁", "周岁", "years of age"]),
    ("小时", &["小时", "hours", "hour", "h"]),
];

/// Families of units, each with the size of one unit in a common measure.
const FAMILIES: &[&[(&str, f64)]] = &[
    &[("%", 1e-2), ("‰", 1e-3), ("/万", 1e-4), ("/10万", 1e-5)],
    &[("人", 1.0), ("千人", 1e3), ("万人", 1e4), ("亿人", 1e8)],
    &[("名", 1.0), ("千名", 1e3), ("万名", 1e4)],
    &[("个", 1.0), ("千个", 1e3), ("万个", 1e4)],
    &[("张", 1.0), ("万张", 1e4)],
    &[("所", 1.0), ("万所", 1e4)],
    &[("元", 1.0), ("千元", 1e3), ("万元", 1e4), ("亿元", 1e8)],
];

/// Words for people that files use one for another.
const HEADS: &[&str] = &["人", "名", "位"];

impl Unit {
    /// Reads a unit from a file's spelling; one that is not known stays as written, without outer spaces.
    pub fn new(text: &str) -> Unit {
        let folded = fold::spelling(text);
        let known = SPELLINGS
            .iter()
            .find(|(_, others)| others.iter().any(|other| fold::spelling(other) == folded))
            .map(|(spelling, _)| *spelling);
        let known = known.or_else(|| rate_in_words(&folded));
        Unit(known.map_or_else(|| text.trim().to_owned(), str::to_owned))
    }

    /// The unit in English. Words that only count things (所, 个, 张) have no counterpart and fall away.
    pub fn english(&self) -> &str {
        match self.as_str() {
            "/万" => "per 10,000",
            "/10万" => "per 100,000",
            "百分点" => "percentage points",
            "年" | "岁" => "years",
            "个月" => "months",
            "小时" => "hours",
            "起" | "例" => "cases",
            "人次" => "person-times",
            "女=100" => "males per 100 females",
            "人" | "名" | "位" => "people",
            "千人" | "千名" => "thousand people",
            "万人" | "万名" => "×10,000 people",
            "元" => "yuan",
            "千元" => "thousand yuan",
            "万元" => "×10,000 yuan",
            "亿元" => "×100 million yuan",
            "所" | "个" | "张" | "家" | "件" | "次" | "处" | "项" | "份" | "支" | "种" => "",
            other => other,
        }
    }

    /// The usual spelling.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no unit.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a value in this unit is multiplied with to be in `other`; none where the two do not convert.
    pub fn factor_to(&self, other: &Unit) -> Option<f64> {
        if self == other || (HEADS.contains(&self.as_str()) && HEADS.contains(&other.as_str())) {
            return Some(1.0);
        }
        FAMILIES.iter().find_map(|family| {
            let size = |unit: &Unit| {
                family
                    .iter()
                    .find(|(name, _)| *name == unit.0)
                    .map(|(_, size)| *size)
            };
            // Sizes are powers of ten: rounding their quotient keeps 13.2 ‰ from turning into 1.3199999 %.
            Some(10f64.powf((size(self)? / size(other)?).log10().round()))
        })
    }

    /// How many of the unit make one whole: 100 for %, 1000 for ‰; 1 where it is no part of a whole.
    pub fn parts_of_one(&self) -> f64 {
        match self.as_str() {
            "%" => 1e2,
            "‰" => 1e3,
            "/万" => 1e4,
            "/10万" => 1e5,
            _ => 1.0,
        }
    }

    /// The kind of number that the unit alone suggests.
    pub fn kind(&self) -> Kind {
        match self.as_str() {
            "%" | "百分点" => Kind::Share,
            "‰" | "/万" | "/10万" | "女=100" => Kind::Rate,
            "" => Kind::Milestone,
            _ => Kind::Count,
        }
    }

    /// Whether Chinese text writes it straight after the number, without a space.
    pub fn sticks(&self) -> bool {
        matches!(self.as_str(), "%" | "‰" | "/万" | "/10万")
    }
}

/// The natural limit that a name and a unit suggest. A share ends at 100 %, but gross ratios (毛入学率) and the
/// completion rate of compulsory schooling (巩固率) count pupils from outside the age group and can pass it. A
/// length of life in years gets 100: no people's has come near it, and without a limit 0.5 % a year would be
/// asked of it, which long lives give nowhere; the nation's verdict is the same for any limit from 85 (the upper
/// goalpost of the UN's human development index) to 100.
pub fn natural_limit(name: &str, unit: &Unit) -> Option<f64> {
    let name = name.to_ascii_lowercase();
    let says = |marks: &[&str]| marks.iter().any(|mark| name.contains(mark));
    let ends = match unit.as_str() {
        "%" => !says(&["毛入", "巩固率", "gross enrol"]),
        "岁" => says(&["寿命", "life expectancy"]),
        _ => false,
    };
    ends.then_some(100.0)
}

/// How many a rate is counted per, as sentences write it, and its spelling.
const PER: &[(&str, &str)] = &[
    ("100000", "/10万"),
    ("10万", "/10万"),
    ("十万", "/10万"),
    ("10000", "/万"),
    ("万", "/万"),
    ("1000", "‰"),
    ("千", "‰"),
    ("100", "%"),
];

/// What may stand in front: parts of a whole are counted. 张/千人 counts none.
const COUNTED: &[&str] = &[
    "",
    "rate",
    "ratio",
    "deaths",
    "d",
    "cases",
    "number",
    "modeledestimate",
    "modelledestimate",
    "nationalestimate",
    "人",
    "例",
    "名",
];

/// The unit of `Deaths per 1,000 live births`, `PER_1000_LIVE_BIRTHS`, `每10万活产`, `人/10万`.
fn rate_in_words(folded: &str) -> Option<&'static str> {
    let plain: String = folded
        .chars()
        .filter(|c| !matches!(c, ',' | '_' | '-' | ' '))
        .collect();
    let per = ["per", "每", "/"].iter().find_map(|word| {
        let (counted, per) = plain.split_once(word)?;
        COUNTED.contains(&counted).then_some(per)
    })?;
    let (size, spelling) = PER.iter().find(|(size, _)| per.starts_with(size))?;
    let rest = &per[size.len()..];
    let goes_on = rest.starts_with(['万', '千', '百', '元']) || !rest.chars().all(char::is_alphabetic);
    // 每千名儿童拥有儿科床位数 is a name, and a unit of its own.
    (!goes_on && rest.chars().count() <= 24 && !rest.contains("拥有")).then_some(*spelling)
}

impl From<String> for Unit {
    fn from(text: String) -> Unit {
        Unit::new(&text)
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> String {
        unit.0
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(from: &str, to: &str) -> Option<f64> {
        Unit::new(from).factor_to(&Unit::new(to))
    }

    #[test]
    fn parts_of_a_whole_convert_exactly() {
        assert_eq!(factor("‰", "%"), Some(0.1));
        assert_eq!(factor("1/10万", "‰"), Some(0.01));
        assert_eq!(factor("/万", "/10万"), Some(10.0));
        assert_eq!(factor("万人", "人"), Some(10_000.0));
    }

    #[test]
    fn unrelated_units_do_not_convert() {
        assert_eq!(factor("%", "人"), None);
        assert_eq!(factor("百分点", "%"), None);
        assert_eq!(factor("岁", "年"), None);
    }

    #[test]
    fn spellings_of_one_unit_are_one_unit() {
        assert_eq!(Unit::new(" ％ "), Unit::new("percent"));
        assert_eq!(Unit::new("１０万分之"), Unit::new("/10万"));
    }

    #[test]
    fn a_rate_in_words_is_its_unit() {
        for (words, unit) in [
            ("per 1,000 live births", "‰"),
            ("Rate per 1 000 live births", "‰"),
            ("PER_1000_LIVE_BIRTHS", "‰"),
            ("modeled estimate, per 100,000 live births", "/10万"),
            ("per 10,000", "/万"),
            ("每10万活产", "/10万"),
            ("人/10万", "/10万"),
            ("千分率", "‰"),
        ] {
            assert_eq!(Unit::new(words), Unit::new(unit), "{words}");
        }
        for words in [
            "张/千人",
            "per 1,000,000 people",
            "每千名儿童拥有床位数",
            "person",
        ] {
            assert!(
                !["‰", "/10万", "%"].contains(&Unit::new(words).as_str()),
                "{words}"
            );
        }
    }

    #[test]
    fn a_gross_ratio_has_no_limit() {
        let percent = Unit::new("%");
        assert_eq!(natural_limit("孕产妇系统管理率", &percent), Some(100.0));
        assert_eq!(natural_limit("学前教育毛入园率", &percent), None);
        assert_eq!(natural_limit("婴儿死亡率", &Unit::new("‰")), None);
        assert_eq!(natural_limit("妇女人均预期寿命", &Unit::new("岁")), Some(100.0));
        assert_eq!(natural_limit("平均初婚年龄", &Unit::new("岁")), None);
    }
}
