//! Which indicator a file means: by id, name or alias, after folding and without a unit in brackets, a
//! number in front or a footnote mark behind. Only exact names are accepted; for others the nearest are named.

mod affix;
mod nearest;

use std::cell::OnceCell;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::catalogue::{Catalogue, Kind, Sex, Unit};

use crate::tabular::fold;
pub use nearest::Nearest;

pub use affix::{is_chinese_numeral, split_unit, without_lead};

/// The indicator that a name stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Position in the catalogue.
    pub indicator: usize,
    /// The unit in the name's brackets.
    pub unit: Option<Unit>,
    /// The sex that the name alone says; see [`Indicator::sex_implied_by`](crate::catalogue::Indicator::sex_implied_by).
    pub sex: Option<Sex>,
}

/// Every name of a catalogue.
pub struct Names<'c> {
    catalogue: &'c Catalogue,
    by_name: FxHashMap<String, usize>,
    nearest: OnceCell<Nearest>,
}

/// No name is longer, in bytes; a longer text is not worth trying.
const LONGEST: usize = 500;

impl<'c> Names<'c> {
    /// Prepares the look-up.
    pub fn new(catalogue: &'c Catalogue) -> Self {
        let mut by_name = FxHashMap::default();
        let mut add = |name: &str, at: usize| {
            let key = fold::name(name);
            if !key.is_empty() {
                by_name.entry(key).or_insert(at);
            }
        };
        let names = || {
            let all = catalogue.indicators.iter().enumerate();
            all.flat_map(|(at, it)| {
                [&it.id, &it.name]
                    .into_iter()
                    .chain(&it.aliases)
                    .map(move |name| (name, at))
            })
        };
        names().for_each(|(name, at)| add(name, at));
        // What follows need not be unique, and never takes a name from another indicator.
        for (name, at) in names() {
            if let Some((bare, _)) = affix::split_unit(name) {
                add(bare, at);
            }
        }
        for (at, indicator) in catalogue.indicators.iter().enumerate() {
            add(&indicator.english, at);
        }
        Names {
            catalogue,
            by_name,
            nearest: OnceCell::new(),
        }
    }

    /// The indicator that the text names.
    pub fn find(&self, text: &str) -> Option<Named> {
        let mut rest = Some(affix::without_footnote(text)).filter(|text| text.len() <= LONGEST)?;
        loop {
            if let Some(named) = self.exactly(rest) {
                return Some(named);
            }
            rest = affix::without_lead(rest)?;
        }
    }

    fn exactly(&self, text: &str) -> Option<Named> {
        let known = |name: &str| self.by_name.get(&fold::name(name)).copied();
        let with_unit =
            affix::split_unit(text).and_then(|(rest, unit)| Some((known(rest)?, rest, Some(unit))));
        let (indicator, name, unit) = with_unit.or_else(|| Some((known(text)?, text, None)))?;
        Some(Named {
            indicator,
            unit,
            sex: self.sex(indicator, name),
        })
    }

    /// The sex that a name alone says. An id says none: `women-life-expectancy` is everyone's, too, where a table
    /// gives everyone's.
    fn sex(&self, indicator: usize, name: &str) -> Option<Sex> {
        let indicator = &self.catalogue.indicators[indicator];
        let is_id = fold::name(name) == fold::name(&indicator.id);
        indicator.sex_implied_by(name).filter(|_| !is_id)
    }

    /// The names of up to three indicators that sound most like the text, best first.
    pub fn nearest(&self, text: &str) -> Vec<String> {
        let nearest = self.likely(text).into_iter();
        nearest
            .map(|(at, _)| self.catalogue.indicators[at].name.clone())
            .collect()
    }

    /// The same by their position in the catalogue, each with how alike the names are, from 0 to 1.
    pub fn likely(&self, text: &str) -> Vec<(usize, f64)> {
        let text = affix::split_unit(text).map_or(text, |(rest, _)| rest);
        let nearest = self.nearest.get_or_init(|| Nearest::new(&self.by_name));
        nearest.to(&fold::name(&fold::shorten(text, 100)))
    }
}

/// Whether a text is a unit at all, as opposed to a remark in brackets.
pub fn is_known_unit(unit: &Unit) -> bool {
    static MEASURES: LazyLock<Vec<Unit>> =
        LazyLock::new(|| "% 人 名 个 张 所 元".split(' ').map(Unit::new).collect());
    const OTHERS: &str =
        "百分点 年 岁 小时 个月 家 件 户 例 起 次 人次 处 支 份 种 项 对 台 辆 公里 平方米 单位 女=100";
    unit.kind() == Kind::Rate
        || OTHERS.split(' ').any(|other| other == unit.as_str())
        || MEASURES.iter().any(|measure| unit.factor_to(measure).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Direction, Indicator};

    fn indicator(id: &str, name: &str, aliases: &[&str]) -> Indicator {
        Indicator {
            id: id.into(),
            name: name.into(),
            english: String::new(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            unit: Unit::new("‰"),
            kind: Kind::Rate,
            direction: Direction::Down,
            sex: None,
            limit: None,
            form: None,
            base_year: None,
            gap: None,
            meaning: String::new(),
            meaning_en: String::new(),
            definition: None,
            targets: Vec::new(),
        }
    }

    fn catalogue() -> Catalogue {
        let mut catalogue = crate::catalogue::builtin().clone();
        catalogue.indicators = vec![
            indicator(
                "infant-mortality",
                "婴儿死亡率",
                &["IMR", "Infant mortality rate"],
            ),
            indicator("under-five-mortality", "5岁以下儿童死亡率", &[]),
            Indicator {
                sex: Some(Sex::Female),
                ..indicator("schooling", "女性平均受教育年限", &["平均受教育年限"])
            },
            indicator("delegates", "女性代表比例", &["代表中女性比例"]),
        ];
        catalogue
    }

    #[test]
    fn names_are_found_in_every_dress() {
        let catalogue = catalogue();
        let names = Names::new(&catalogue);
        for text in [
            "infant-mortality",
            "INFANT_MORTALITY",
            "婴儿死亡率",
            " 婴儿 死亡率",
            "婴儿死亡率（‰）",
            "婴儿死亡率(1/10万)",
            "婴儿死亡率‰",
            "1.婴儿死亡率",
            "（一）婴儿死亡率",
            "其中：婴儿死亡率",
            "*婴儿死亡率",
            "1.2.1 婴儿死亡率",
            "①婴儿死亡率",
            "婴儿死亡率[1]",
            "imr",
            "一、婴儿死亡率",
            "(2) 婴儿死亡率 (‰) [3]",
        ] {
            assert_eq!(names.find(text).map(|named| named.indicator), Some(0), "{text}");
        }
        assert_eq!(names.find("5岁以下儿童死亡率").unwrap().indicator, 1);
        assert_eq!(
            names.find("婴儿死亡率（1/10万）").unwrap().unit,
            Some(Unit::new("/10万"))
        );
        assert_eq!(names.find("婴儿死亡率％").unwrap().unit, Some(Unit::new("%")));
    }

    #[test]
    fn a_name_that_is_only_like_one_is_not_taken() {
        let catalogue = catalogue();
        let names = Names::new(&catalogue);
        for text in [
            "婴儿死亡",
            "新婴儿死亡率",
            "婴儿死亡率（农村）",
            "6岁以下儿童死亡率",
            "",
            "1.",
            "（‰）",
        ] {
            assert_eq!(names.find(text), None, "{text}");
        }
        assert_eq!(names.nearest("婴幼儿死亡率（‰）")[0], "婴儿死亡率");
        assert_eq!(names.nearest("地区生产总值"), [""; 0]);
    }

    #[test]
    fn a_womens_name_of_a_general_figure_means_the_female_series() {
        let catalogue = catalogue();
        let names = Names::new(&catalogue);
        assert_eq!(names.find("女性平均受教育年限").unwrap().sex, Some(Sex::Female));
        assert_eq!(names.find("平均受教育年限").unwrap().sex, None);
        assert_eq!(names.find("女性代表比例").unwrap().sex, None);
    }
}
