//! Counts that rates are computed from, by the names that tables give them. Only rates whose definition leaves no
//! choice: deaths of one kind per live births of the same area and year.

use super::{Names, split_unit};
use crate::catalogue::Unit;
use crate::tabular::fold;

/// What a number counts that is no value of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// The cases of the indicator: the deaths behind a rate of mortality.
    Cases,
    /// Live births, which all of these rates are of.
    Births,
    /// What the rate of the row is of, without its name: 分母.
    Denominator,
}

/// The names of the rates, each with those of its deaths, folded (see [`fold::name`]).
const RATES: [(&str, &str); 4] = [
    (
        "孕产妇死亡率",
        "孕产妇死亡数 孕产妇死亡人数 孕产妇死亡例数 maternaldeaths numberofmaternaldeaths",
    ),
    (
        "新生儿死亡率",
        "新生儿死亡数 新生儿死亡人数 新生儿死亡例数 neonataldeaths numberofneonataldeaths newborndeaths",
    ),
    (
        "婴儿死亡率",
        "婴儿死亡数 婴儿死亡人数 婴儿死亡例数 infantdeaths numberofinfantdeaths",
    ),
    (
        "5岁以下儿童死亡率",
        "5岁以下儿童死亡数 5岁以下儿童死亡人数 5岁以下儿童死亡例数 五岁以下儿童死亡数 五岁以下儿童死亡人数 \
         underfivedeaths under5deaths numberofunderfivedeaths numberofunder5deaths",
    ),
];

/// Names of live births, folded.
const BIRTHS: &str = "活产数 活产儿数 活产婴儿数 活产人数 活产婴儿 活产 livebirths numberoflivebirths";

/// A count as a text names it.
pub struct Counted {
    /// What it counts.
    pub count: Count,
    /// The indicator that it is of, or of several one that stands for them all: its position in the catalogue.
    pub indicator: usize,
    /// The unit in the text.
    pub unit: Option<Unit>,
}

/// The count that a text names; none where it names none, or where the catalogue has no such rate.
pub fn read(names: &Names<'_>, text: &str) -> Option<Counted> {
    let (bare, unit) = match split_unit(text) {
        Some((bare, unit)) => (bare, Some(unit)),
        None => (text, None),
    };
    let word = fold::name(bare);
    let is = |words: &str| words.split_whitespace().any(|known| known == word);
    let known = |rate: &str| names.find(rate).map(|named| named.indicator);
    let (count, indicator) = if is(BIRTHS) {
        (Count::Births, RATES.iter().find_map(|(rate, _)| known(rate))?)
    } else {
        let (rate, _) = RATES.iter().find(|(_, deaths)| is(deaths))?;
        (Count::Cases, known(rate)?)
    };
    Some(Counted {
        count,
        indicator,
        unit,
    })
}

/// The indicators whose rates are of live births: their positions in the catalogue.
pub fn of_births(names: &Names<'_>) -> Vec<usize> {
    let known = RATES.iter().filter_map(|(rate, _)| names.find(rate));
    known.map(|named| named.indicator).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    #[test]
    fn deaths_and_births_are_told_from_rates_and_other_counts() {
        let names = Names::new(builtin());
        let named = |text: &str| {
            let counted = read(&names, text)?;
            Some((counted.count, builtin().indicators[counted.indicator].id.as_str()))
        };
        let infants = Some((Count::Cases, "infant-mortality"));
        for text in ["婴儿死亡数", "婴儿死亡人数（人）", "Infant deaths"] {
            assert_eq!(named(text), infants, "{text}");
        }
        assert_eq!(named("Under-5 deaths"), Some((Count::Cases, "under-5-mortality")));
        assert_eq!(named("活产数(人)").map(|it| it.0), Some(Count::Births));
        for text in ["婴儿死亡率", "出生人数", "死亡数", ""] {
            assert_eq!(named(text), None, "{text}");
        }
        assert_eq!(of_births(&names).len(), 4);
    }
}
