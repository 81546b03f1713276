//! A verdict as one sentence: what is, what was to be, by when, and where it is heading at this pace.

use super::{
    Lang, after_chinese, chance, computed, demand, demand_by, level_word, number, record_sentence, with_unit,
    year,
};
use crate::assess::{
    Absence, Assessment, Base, Figures, Forecast, Judged, Level, NoForecast, Record, Status, ValueAt,
    Verdict, WarningKind,
};
use crate::catalogue::{Catalogue, Indicator, Op, Target, Trend};

/// What a verdict is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The catalogue that indicator and target come from.
    pub catalogue: &'a Catalogue,
    /// What was measured.
    pub indicator: &'a Indicator,
    /// What is demanded.
    pub target: &'a Target,
    /// The area's name in the language of the sentence.
    pub area: &'a str,
    /// The verdict.
    pub assessment: &'a Assessment,
}

impl<'a> Subject<'a> {
    /// A judged target at an area of that name.
    pub fn of(catalogue: &'a Catalogue, item: &'a Judged, area: &'a str) -> Subject<'a> {
        Subject {
            catalogue,
            indicator: &item.indicator,
            target: &item.target,
            area,
            assessment: &item.assessment,
        }
    }
}

impl Subject<'_> {
    /// The verdict as one sentence.
    pub fn verdict(&self, lang: Lang) -> String {
        match &self.assessment.verdict {
            Verdict::Recorded(record) => self.recorded(record.as_ref(), lang),
            Verdict::NoData(Absence::Figures) => self.missing(lang),
            Verdict::NoData(Absence::Comparison(latest)) => self.nothing_to_compare(*latest, lang),
            Verdict::TooFewData(figures) | Verdict::Measured(_, figures) => self.measured(figures, lang),
        }
    }

    fn name(&self, lang: Lang) -> &str {
        self.indicator.name_in(lang)
    }

    pub(super) fn value(&self, value: f64, lang: Lang) -> String {
        with_unit(value, &self.indicator.unit, lang)
    }

    fn computed(&self, value: f64, lang: Lang) -> String {
        computed(value, &self.indicator.unit, lang)
    }

    fn demand(&self, lang: Lang) -> String {
        demand_by(self.catalogue, self.indicator, self.target, lang)
    }

    fn missing(&self, lang: Lang) -> String {
        let (name, area, demand) = (self.name(lang), self.area, self.demand(lang));
        match lang {
            Lang::Zh => format!(
                "{area}没有“{name}”的数值，还无法判断。目标是{}。",
                after_chinese(&demand)
            ),
            Lang::En => format!(
                "{area} has no figure for “{name}”, so nothing can be told yet. The target: {demand}."
            ),
        }
    }

    fn recorded(&self, record: Option<&Record>, lang: Lang) -> String {
        if let Some(record) = record {
            return record_sentence(record, lang);
        }
        match lang {
            Lang::Zh => format!("“{}”没有数可量，靠查证评定；还没有记录。", self.name(lang)),
            Lang::En => format!(
                "“{}” cannot be counted; it is judged by evidence, and none is recorded yet.",
                self.name(lang)
            ),
        }
    }

    fn nothing_to_compare(&self, latest: ValueAt, lang: Lang) -> String {
        let (name, value, demand) = (self.name(lang), self.value(latest.value, lang), self.demand(lang));
        let when = year(latest.year, lang);
        match lang {
            Lang::Zh => format!(
                "{when}{}为 {value}，但没有同一年可以对照的数值。目标是{}。",
                after_chinese(name),
                after_chinese(&demand)
            ),
            Lang::En => format!(
                "{name}: {value} in {when}, but there is no figure of the same year to compare with. The target: {demand}."
            ),
        }
    }

    fn measured(&self, figures: &Figures, lang: Lang) -> String {
        let latest = figures.latest;
        let (name, value, when) = (
            self.name(lang),
            self.value(latest.value, lang),
            year(latest.year, lang),
        );
        let is = match lang {
            Lang::Zh => format!("{when}{}为 {value}", after_chinese(name)),
            Lang::En => format!("{name}: {value} in {when}"),
        };
        let rest = match (figures.level, self.assessment.status()) {
            (Some(Level::Met), _) => self.met(lang),
            (None, _) if self.is_older_than_plan(figures) => self.too_old(lang),
            (_, Status::TooFewData) => self.too_few(lang),
            (None, status) => self.direction(status, latest, lang),
            (Some(level), _) => self.not_met(level, lang),
        };
        format!("{is}{rest}{}", self.caution(lang))
    }

    /// Says that a pace rests on one year's change, where nothing else in the sentence does.
    fn caution(&self, lang: Lang) -> String {
        let one_year = self
            .assessment
            .steps()
            .filter(|steps| steps.latest.year == steps.base.year + 1);
        let Some(steps) = one_year.filter(|_| self.assessment.level() != Some(Level::Met)) else {
            return String::new();
        };
        let (from, to) = (year(steps.base.year, lang), year(steps.latest.year, lang));
        match lang {
            Lang::Zh => {
                let (from, to) = (after_chinese(&from), after_chinese(&to));
                format!("这个速度只由{from}到{to}一年的变化算出，仅供参考。")
            }
            Lang::En => {
                format!(" The pace rests on the one year from {from} to {to}: take it with care.")
            }
        }
    }

    /// What is met is met for the year of the figure: an old one says nothing about today.
    fn met(&self, lang: Lang) -> String {
        let demand = self.demand(lang);
        let meets = match (lang, self.is_stale()) {
            (Lang::Zh, false) => format!("，已达到目标（{demand}）"),
            (Lang::Zh, true) => format!("，当年已达到目标（{demand}），此后没有新的数值"),
            (Lang::En, false) => format!(", which meets the target ({demand})"),
            (Lang::En, true) => {
                format!(", which met the target then ({demand}); there is no newer figure")
            }
        };
        let leaves = |forecast: &Forecast| forecast.odds.is_some_and(|odds| !odds.meets);
        let Some(forecast) = self.assessment.forecast().filter(leaves) else {
            return meets + lang.pick("。", ".");
        };
        let (when, value) = (year(forecast.year, lang), self.computed(forecast.value, lang));
        let risk = if self.target.op.is_around() {
            lang.pick("可能偏离目标", "may leave the target")
        } else {
            lang.pick("可能守不住", "may not hold")
        };
        match lang {
            Lang::Zh => format!("{meets}；但照现在的走势，{when}约 {value}，{risk}。"),
            Lang::En => format!("{meets}; but as things go it will be about {value} in {when} and {risk}."),
        }
    }

    fn is_stale(&self) -> bool {
        let mut warnings = self.assessment.warnings.iter();
        warnings.any(|warning| warning.kind() == WarningKind::Stale)
    }

    fn too_few(&self, lang: Lang) -> String {
        let demand = self.demand(lang);
        match lang {
            Lang::Zh => format!("，目标是{}；数值太少，还看不出变化。", after_chinese(&demand)),
            Lang::En => format!("; the target: {demand}. There are too few figures to tell a change."),
        }
    }

    fn is_older_than_plan(&self, figures: &Figures) -> bool {
        let base_year = self.indicator.base_year.unwrap_or(self.catalogue.base_year);
        figures.latest.year < base_year
    }

    /// A figure of before the plan says nothing about the plan, whatever it was.
    fn too_old(&self, lang: Lang) -> String {
        let demand = self.demand(lang);
        match lang {
            Lang::Zh => format!(
                "，目标是{}；这个数值早于规划的基期，不能用来判断，此后没有新的数值。",
                after_chinese(&demand)
            ),
            Lang::En => format!(
                "; the target: {demand}. The figure is older than the plan's base year, so nothing can be told from it; there is no newer one."
            ),
        }
    }

    fn direction(&self, status: Status, latest: ValueAt, lang: Lang) -> String {
        let demand = demand(self.catalogue, self.indicator, self.target, lang);
        let base = self.assessment.figures().and_then(|figures| figures.base);
        let Some(base) = base.filter(|base| base.at.year < latest.year) else {
            return self.too_few(lang);
        };
        let estimated = self.estimated(&base, lang);
        let (when, value) = (year(base.at.year, lang), self.value(base.at.value, lang));
        let word = super::status_word(status, lang);
        let way = match status {
            Status::NoClearChange => lang.pick(
                "变化没有超出常年的波动",
                "the change is within the usual variation",
            ),
            Status::MovingAway => lang.pick("方向相反", "it moves the other way"),
            _ => lang.pick("方向一致", "it moves that way"),
        };
        let ratio = self.ratio(lang).unwrap_or_default();
        match lang {
            Lang::Zh => format!("，{when}为 {value}{estimated}；规划要求{demand}，{way}（{word}）。{ratio}"),
            Lang::En => {
                let demand = if self.target.op == Op::Trend(Trend::Narrow) {
                    "narrowing"
                } else {
                    demand.as_str()
                };
                format!(", {value}{estimated} in {when}; the plan wants it {demand}: {way} ({word}).{ratio}")
            }
        }
    }

    /// Marks a base that is estimated.
    fn estimated(&self, base: &Base, lang: Lang) -> &'static str {
        match base.estimate {
            Some(_) => lang.pick("（e，估计）", " (e, estimated)"),
            None => "",
        }
    }

    /// The ratio behind a gap, since a gap can narrow in points while it widens in proportion.
    fn ratio(&self, lang: Lang) -> Option<String> {
        let ratio = self.assessment.figures()?.ratio?;
        let (from, to) = (number(ratio.from.value, Some(2)), number(ratio.to.value, Some(2)));
        Some(match (lang, ratio.widens) {
            (Lang::Zh, true) => format!("两者之比从 {from} 倍扩大到 {to} 倍，不算缩小。"),
            (Lang::Zh, false) => format!("两者之比从 {from} 倍到 {to} 倍。"),
            (Lang::En, true) => {
                format!(
                    " The larger was {from} times the smaller and is now {to} times: it does not count as narrower."
                )
            }
            (Lang::En, false) => format!(" The larger was {from} times the smaller and is now {to} times."),
        })
    }

    fn not_met(&self, level: Level, lang: Lang) -> String {
        let demand = self.demand(lang);
        let nearly = if level == Level::NearlyMet {
            match lang {
                Lang::Zh => format!("（{}）", level_word(level, lang)),
                Lang::En => format!(" ({})", level_word(level, lang)),
            }
        } else {
            String::new()
        };
        let (held, outlook, disagreement) = (self.held(lang), self.outlook(lang), self.disagreement(lang));
        match lang {
            Lang::Zh => {
                format!(
                    "，目标是{}{nearly}；{held}{outlook}。{disagreement}",
                    after_chinese(&demand)
                )
            }
            Lang::En => format!("; the target: {demand}{nearly}; {held}{outlook}.{disagreement}"),
        }
    }

    /// Says where the change since the base is no more than the series' own wandering.
    fn held(&self, lang: Lang) -> &'static str {
        match self.assessment.change() {
            Some(change) if change.held => lang.pick(
                "基期以来的变化没有超出常年的波动；",
                "the change since the base is within the usual variation; ",
            ),
            _ => "",
        }
    }

    /// Where it is heading: the forecast where there is one, else why there is none, or the word for the pace.
    fn outlook(&self, lang: Lang) -> String {
        let Some(forecast) = self.assessment.forecast() else {
            return self.without_forecast(lang);
        };
        let (when, value) = (year(forecast.year, lang), self.computed(forecast.value, lang));
        let (meets, sure) = match forecast.odds {
            Some(odds) if odds.meets => (lang.pick("，能达到", ", which meets it"), odds.chance),
            Some(odds) => (lang.pick("，达不到", ", which misses it"), odds.chance),
            None => return self.without_forecast(lang),
        };
        let sure = chance(sure, lang);
        match lang {
            Lang::Zh => format!("照现在的走势，{when}约 {value}{meets}（达标的把握{sure}）"),
            Lang::En => {
                format!("as things go, about {value} in {when}{meets} (chance of meeting it: {sure})")
            }
        }
    }

    fn without_forecast(&self, lang: Lang) -> String {
        let word = super::status_word(self.assessment.status(), lang);
        let pace = match lang {
            Lang::Zh => format!("进度：{word}"),
            Lang::En => format!("progress: {}", word.to_ascii_lowercase()),
        };
        let deadline = year(self.target.year, lang);
        let why = match (self.assessment.no_forecast(), lang) {
            (Some(NoForecast::FewValues), _) => lang.pick(
                "（只有两个数值，不作预测）",
                " (there are two figures only, from which nothing is forecast)",
            ),
            (Some(NoForecast::Old), _) => lang.pick(
                "（最新的数值太旧，不作预测）",
                " (the newest figure is too old to forecast from)",
            ),
            (Some(NoForecast::State), _) => {
                return lang.pick("还没有做到", "it is not there yet").to_owned();
            }
            (Some(NoForecast::FarBeyond), Lang::Zh) => {
                return format!("照现在的走势，{deadline}超过目标的两倍（{word}）");
            }
            (Some(NoForecast::FarBeyond), Lang::En) => {
                return format!(
                    "as things go, over twice the target in {deadline} ({})",
                    word.to_ascii_lowercase()
                );
            }
            _ => "",
        };
        pace + why
    }

    /// Where pace and forecast disagree: one looks at the average since the base, the other at the last years.
    fn disagreement(&self, lang: Lang) -> &'static str {
        let odds = self.assessment.forecast().and_then(|forecast| forecast.odds);
        let Some((pace, odds)) = self.assessment.pace().zip(odds) else {
            return "";
        };
        match pace {
            pace if pace >= 1.0 && !odds.meets => lang.pick(
                "按基期以来的平均速度够快，但预测更看重近几年的走势，达到的把握不大。",
                " On average since the base it was fast enough, but the forecast looks at the last years more, and they lead less far.",
            ),
            pace if pace < 0.6 && odds.meets => lang.pick(
                "按基期以来的平均速度还不够，但预测更看重近几年的走势，走得更快。",
                " On average since the base it was not fast enough, but the forecast looks at the last years more, and they were faster.",
            ),
            _ => "",
        }
    }
}
