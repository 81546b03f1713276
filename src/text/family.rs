//! What is said to families of a stage of life: how much was promised, how much of it is known and kept, in numbers.

use super::{THIN_SPACE, plain_value, year};
use crate::catalogue::{Unit, Year};
use crate::lang::{Lang, plural};
use crate::observation::ValueAt;

/// How many of a stage's figures there are, are known, and are what was promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StageCounts {
    /// How many things were promised.
    pub promises: usize,
    /// How many figures tell of them.
    pub all: usize,
    /// How many of these an area has published.
    pub known: usize,
    /// How many of those are as promised.
    pub met: usize,
}

impl StageCounts {
    /// How far an area is.
    pub fn sentence(self, area: &str, lang: Lang) -> String {
        let StageCounts {
            promises,
            all,
            known,
            met,
        } = self;
        match (lang, known) {
            (Lang::Zh, 0) => format!(
                "规划答应了 {promises} 件事，这里用 {all} 个数来看。{area}一个也还没有公布，所以做到哪一步，现在说不准。"
            ),
            (Lang::Zh, _) => format!(
                "规划答应了 {promises} 件事，这里用 {all} 个数来看。{area}公布了 {known} 个，{}。",
                match (met, known) {
                    (0, 1) => "还没有做到".to_owned(),
                    (1, 1) => "已经做到".to_owned(),
                    (0, _) => "还没有一个做到".to_owned(),
                    _ if met == known => "都已经做到".to_owned(),
                    _ => format!("其中 {met} 个已经做到"),
                }
            ),
            (Lang::En, 0) => format!(
                "The plans make {} here, and {} would tell how far they are. {area} has published none of them, so nobody can tell yet.",
                plural(promises, "promise"),
                plural(all, "figure")
            ),
            (Lang::En, _) => format!(
                "The plans make {} here, and {} would tell how far they are. {area} has published {known}, {}.",
                plural(promises, "promise"),
                plural(all, "figure"),
                match (met, known) {
                    (0, 1) => "which is not yet as promised".to_owned(),
                    (1, 1) => "which is as promised".to_owned(),
                    (0, _) => "and none of those is as promised yet".to_owned(),
                    _ if met == known => "and all of those are as promised".to_owned(),
                    (1, _) => "and 1 of those is as promised".to_owned(),
                    _ => format!("and {met} of those are as promised"),
                }
            ),
        }
    }

    /// How far a reference area is; none where it has no figure either.
    pub fn of_reference(self, area: &str, lang: Lang) -> Option<String> {
        let StageCounts { known, met, .. } = self;
        (known > 0).then(|| match lang {
            Lang::Zh => format!(
                "用同样的目标去看，{area}（参考）有 {known} 个数，做到了 {met} 个。{area}的数只供对照，不是本地的数。"
            ),
            Lang::En => format!(
                "Held against the same targets, {area} (reference) has {known} of these figures and meets {met}. They are for comparison only, and not this area’s own."
            ),
        })
    }
}

/// The year that a page is about.
pub fn as_of(at: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("截至 {}。", year(at, lang)),
        Lang::En => format!("As of {at}."),
    }
}

/// How many things were promised for a stage, under its name.
pub fn promised(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("答应了{THIN_SPACE}{count}{THIN_SPACE}件事"),
        Lang::En => plural(count, "promise"),
    }
}

/// The same on a tile, where there is less room.
pub fn promised_in_short(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 件事"),
        Lang::En => plural(count, "promise"),
    }
}

/// A figure as people say it, with its year.
pub fn value_of_year(at: ValueAt, unit: &Unit, lang: Lang) -> String {
    let (when, value) = (year(at.year, lang), plain_value(at.value, unit, lang));
    match lang {
        Lang::Zh => format!("{when}：{value}"),
        Lang::En => format!("{value} in {when}"),
    }
}

/// The way to a goal's own page, with how many more figures are there.
pub fn more(others: usize, lang: Lang) -> String {
    match (lang, others) {
        (Lang::Zh, 0) => "详细的数和图".to_owned(),
        (Lang::Zh, _) => format!("详细的数和图，另有{THIN_SPACE}{others}{THIN_SPACE}个数"),
        (Lang::En, 0) => "Numbers and charts".to_owned(),
        (Lang::En, _) => format!("Numbers and charts, and {}", plural(others, "more figure")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTS: StageCounts = StageCounts {
        promises: 2,
        all: 3,
        known: 0,
        met: 0,
    };

    #[test]
    fn what_nobody_published_nobody_can_tell() {
        assert_eq!(
            COUNTS.sentence("某市", Lang::Zh),
            "规划答应了 2 件事，这里用 3 个数来看。某市一个也还没有公布，所以做到哪一步，现在说不准。"
        );
        assert_eq!(COUNTS.of_reference("全国", Lang::Zh), None);
    }

    #[test]
    fn one_figure_is_and_several_are_as_promised() {
        let said = |met| {
            let counts = StageCounts {
                known: 3,
                met,
                ..COUNTS
            };
            counts.sentence("A city", Lang::En)
        };
        assert!(said(0).ends_with("has published 3, and none of those is as promised yet."));
        assert!(said(1).ends_with("has published 3, and 1 of those is as promised."));
        assert!(said(2).ends_with("has published 3, and 2 of those are as promised."));
        assert!(said(3).ends_with("has published 3, and all of those are as promised."));
    }

    #[test]
    fn none_and_all_are_told_in_words() {
        let said = |known, met| StageCounts { known, met, ..COUNTS }.sentence("某市", Lang::Zh);
        assert!(said(3, 0).ends_with("公布了 3 个，还没有一个做到。"));
        assert!(said(3, 2).ends_with("公布了 3 个，其中 2 个已经做到。"));
        assert!(said(3, 3).ends_with("公布了 3 个，都已经做到。"));
        assert!(said(1, 1).ends_with("公布了 1 个，已经做到。"));
    }

    #[test]
    fn more_figures_are_promised_only_where_there_are_more() {
        assert_eq!(more(0, Lang::Zh), "详细的数和图");
        assert_eq!(more(1, Lang::En), "Numbers and charts, and 1 more figure");
        assert_eq!(more(2, Lang::En), "Numbers and charts, and 2 more figures");
    }
}
