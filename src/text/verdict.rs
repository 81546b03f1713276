//! A verdict as one sentence: what is, what was to be, by when, and where it is heading at this pace.

use super::{
    Lang, after_chinese, demand, demand_by, indicator_name, level_word, quantity, record_sentence, with_unit,
    year,
};
use crate::assess::{
    Absence, Assessment, Figures, Forecast, Level, Record, Status, ValueAt, Verdict, WarningKind,
};
use crate::catalogue::{Catalogue, Indicator, Op, Target};

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
        indicator_name(self.indicator, lang)
    }

    pub(super) fn value(&self, value: f64, lang: Lang) -> String {
        with_unit(value, &self.indicator.unit, lang)
    }

    /// A computed value: one digit more than the data carry says more than is known.
    fn computed(&self, value: f64, lang: Lang) -> String {
        let digits = match value.abs() {
            v if v >= 100.0 => 0,
            v if v >= 1.0 => 1,
            _ => 2,
        };
        quantity(value, Some(digits), &self.indicator.unit, lang)
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
                "{when}{name}为 {value}，但没有同一年可以对照的数值。目标是{}。",
                after_chinese(&demand)
            ),
            Lang::En => format!(
                "{name} was {value} in {when}, but there is no figure of the same year to compare with. The target: {demand}."
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
            Lang::Zh => format!("{when}{name}为 {value}"),
            Lang::En => format!("{name} was {value} in {when}"),
        };
        let rest = match (figures.level, self.assessment.status()) {
            (Some(Level::Met), _) => self.met(lang),
            (_, Status::TooFewData) => self.too_few(lang),
            (None, status) => self.direction(status, latest, lang),
            (Some(level), _) => self.not_met(level, lang),
        };
        format!("{is}{rest}{}", self.caution(lang))
    }

    /// Says that a pace rests on one year's change, where nothing else in the sentence does.
    fn caution(&self, lang: Lang) -> String {
        let (steps, forecast) = (self.assessment.steps(), self.assessment.forecast());
        let one_year = steps.filter(|steps| steps.latest.year == steps.base.year + 1);
        let rough = forecast.is_some_and(|forecast| is_rough(&forecast));
        let Some(steps) = one_year.filter(|_| self.assessment.level() != Some(Level::Met) && !rough) else {
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
            (Lang::En, false) => format!(" and meets the target ({demand})"),
            (Lang::En, true) => {
                format!(" and met the target then ({demand}); there is no newer figure")
            }
        };
        let leaves = |forecast: &Forecast| forecast.meets == Some(false);
        let Some(forecast) = self.assessment.forecast().filter(leaves) else {
            return meets + lang.pick("。", ".");
        };
        let (when, value) = (year(forecast.year, lang), self.heading(&forecast, lang));
        let risk = if self.target.op.is_around() {
            lang.pick("可能偏离目标", "may leave the target")
        } else {
            lang.pick("可能守不住", "may not hold")
        };
        match lang {
            Lang::Zh => format!("{meets}；但照现在的走势，{when}{value}，{risk}。"),
            Lang::En => format!("{meets}; but as things go it will be {value} in {when} and {risk}."),
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

    fn direction(&self, status: Status, latest: ValueAt, lang: Lang) -> String {
        let demand = demand(self.catalogue, self.indicator, self.target, lang);
        let base = self.assessment.base().filter(|base| base.year < latest.year);
        let from = base.map(|base| (year(base.year, lang), self.value(base.value, lang)));
        let right = status != Status::MovingAway;
        match (lang, from) {
            (Lang::Zh, Some((when, value))) => {
                let way = if right { "方向一致" } else { "方向相反" };
                format!(
                    "，{when}为 {value}；规划要求{demand}，{way}（{}）。",
                    super::status_word(status, lang)
                )
            }
            (Lang::En, Some((when, value))) => {
                let way = if right {
                    "it moves that way"
                } else {
                    "it moves the other way"
                };
                format!(
                    ", {value} in {when}; the plan wants it {demand}: {way} ({}).",
                    super::status_word(status, lang)
                )
            }
            (_, None) => self.too_few(lang),
        }
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
        let outlook = self.outlook(lang);
        match lang {
            Lang::Zh => format!("，目标是{}{nearly}；{outlook}。", after_chinese(&demand)),
            Lang::En => format!("; the target: {demand}{nearly}; {outlook}."),
        }
    }

    /// Where it is heading: the forecast where there is one, else the word for the pace.
    fn outlook(&self, lang: Lang) -> String {
        let Some(forecast) = self.assessment.forecast() else {
            let word = super::status_word(self.assessment.status(), lang);
            return match lang {
                Lang::Zh => format!("进度：{word}"),
                Lang::En => format!("pace: {}", word.to_lowercase()),
            };
        };
        let (when, value) = (year(forecast.year, lang), self.heading(&forecast, lang));
        let meets = match forecast.meets {
            Some(true) => lang.pick("，能达到", ", which meets it"),
            Some(false) => lang.pick("，达不到", ", which misses it"),
            None => "",
        };
        let sure = match forecast.chance {
            Some(chance) => chance_words(chance, lang),
            None if is_rough(&forecast) => lang
                .pick(
                    "（只有两个年份的数，是粗略推算）",
                    " (a rough reckoning: there are figures of two years only)",
                )
                .to_owned(),
            None => String::new(),
        };
        match lang {
            Lang::Zh => format!("照现在的走势，{when}{value}{meets}{sure}"),
            Lang::En => format!("as things go, {value} in {when}{meets}{sure}"),
        }
    }

    /// The centre of a forecast. Far beyond a target to rise to, a figure would only look precise.
    fn heading(&self, forecast: &Forecast, lang: Lang) -> String {
        let rises = matches!(self.target.op, Op::AtLeast(_));
        let far_beyond = |goal: &f64| rises && *goal > 0.0 && forecast.value > MOST_TIMES * goal;
        match (lang, self.assessment.goal().filter(far_beyond)) {
            (Lang::Zh, Some(goal)) => format!("超过 {} 的两倍", self.value(goal, lang)),
            (Lang::En, Some(goal)) => format!("more than twice {}", self.value(goal, lang)),
            (Lang::Zh, None) => format!("约 {}", self.computed(forecast.value, lang)),
            (Lang::En, None) => format!("about {}", self.computed(forecast.value, lang)),
        }
    }
}

/// Whether a forecast comes from two values, which tell of no spread.
fn is_rough(forecast: &Forecast) -> bool {
    forecast.meets.is_some() && forecast.chance.is_none()
}

/// A forecast beyond this many times the target is only called that.
const MOST_TIMES: f64 = 2.0;

/// The chance in tenths, as people say it.
fn chance_words(chance: f64, lang: Lang) -> String {
    const TENTHS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let tenths = (chance * 10.0).round() as usize;
    match (lang, tenths) {
        (Lang::Zh, 0) => "（几乎没有达标的把握）".to_owned(),
        (Lang::Zh, 10..) => "（很有把握达标）".to_owned(),
        (Lang::Zh, _) => format!("（达标的把握约{}成）", TENTHS[tenths]),
        (Lang::En, 0) => " (hardly any chance of meeting it)".to_owned(),
        (Lang::En, 10..) => " (almost certain to meet it)".to_owned(),
        (Lang::En, _) => format!(" (about {tenths} in 10 to meet it)"),
    }
}
