//! From a judged target to its chart: the area's own series with target, base, path and outlook, and thin
//! lines of the areas that it is compared with.

use super::plot::{Forecast, ForecastPoint, Line, LineRole, Origin, Plot, TargetKind, TargetLine};
use crate::assess::{CutOffs, Demand, Judged};
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::observation::{Group, Loaded, Series, SeriesKey, ValueAt};
use crate::text::{Subject, demand, status_word, unit_after, with_year};

/// What a chart of a judged target is made from.
#[derive(Clone, Copy, Debug)]
pub struct ItemChart<'a> {
    /// The plans, and every series with its source.
    pub loaded: Loaded<'a>,
    /// The judged target.
    pub item: &'a Judged,
    /// The cut-offs that it was judged by.
    pub cutoffs: &'a CutOffs,
    /// The area, in the language of the chart.
    pub area: &'a str,
    /// The areas compared with.
    pub references: &'a [Reference],
    /// Whether the area is invented.
    pub example: bool,
}

/// An area compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its id.
    pub area: String,
    /// Its name in the language of the chart.
    pub name: String,
    /// The year that it is judged in: the one chosen, else that of its own newest figure. The chart's own area may
    /// have published less, or nothing.
    pub as_of: Option<Year>,
}

impl ItemChart<'_> {
    /// The headline chart.
    pub fn headline(&self, lang: Lang) -> Plot {
        let verdict = &self.item.assessment;
        let key = self
            .item
            .basis
            .key()
            .map(std::slice::from_ref)
            .unwrap_or_default();
        let compared: Vec<Line> = self.compared(lang).collect();
        let alone = self.item.values.is_empty() && !compared.is_empty();
        let frame = self.frame(key, lang);
        Plot {
            title: self.title(lang),
            subtitle: match alone {
                true => self.subtitle_of_references(&compared, lang),
                false => frame.subtitle.clone(),
            },
            summary: self.subject().verdict(lang),
            lines: std::iter::once(self.own(lang)).chain(compared).collect(),
            base: verdict.base(),
            path: verdict.path().to_vec(),
            forecast: self.forecast(),
            ..frame
        }
    }

    /// What every chart of the target has: where, in what unit, from whom, by when, and what is to be reached. `keys`
    /// are the series drawn of the chart's own area.
    pub(super) fn frame(&self, keys: &[SeriesKey], lang: Lang) -> Plot {
        let sources = self.loaded.publishers(keys, Some(self.item.assessment.as_of));
        Plot {
            subtitle: self.subtitle(self.area, &sources, lang),
            area: self.area.to_owned(),
            source: sources.join(lang.pick("；", "; ")),
            unit: self.item.indicator.unit.clone(),
            target: self.target(lang),
            as_of: Some(self.item.assessment.as_of),
            midterm: Some(self.loaded.catalogue.midterm),
            example: self.example,
            years: Some(self.loaded.catalogue.base_year..=self.item.target.year),
            ..Plot::default()
        }
    }

    fn subject(&self) -> Subject<'_> {
        Subject::of(self.loaded.catalogue, self.item, self.area)
    }

    pub(super) fn name(&self, lang: Lang) -> &str {
        self.item.indicator.name_in(lang)
    }

    fn title(&self, lang: Lang) -> String {
        let word = status_word(self.item.assessment.status(), lang);
        let name = self.name(lang);
        let newest = self
            .item
            .assessment
            .latest()
            .map(|latest| with_year(latest.year, latest.value, &self.item.indicator.unit, lang));
        match (lang, newest) {
            (Lang::Zh, Some(newest)) => format!("{name}：{newest}，{word}"),
            (Lang::En, Some(newest)) => format!("{name}: {newest}, {}", word.to_ascii_lowercase()),
            (Lang::Zh, None) => format!("{name}：{}{word}", self.area),
            (Lang::En, None) => format!("{name}: {} for {}", word.to_ascii_lowercase(), self.area),
        }
    }

    /// The subtitle of a chart that draws other areas alone: it says whose figures are seen, and whose are missing.
    fn subtitle_of_references(&self, compared: &[Line], lang: Lang) -> String {
        let names: Vec<&str> = compared.iter().map(|line| line.name.as_str()).collect();
        let areas = match lang {
            Lang::Zh => format!("{}（参考）；{}无数据", names.join("、"), self.area),
            Lang::En => format!("{} (reference); no data for {}", names.join(", "), self.area),
        };
        self.subtitle(&areas, &[], lang)
    }

    /// Unit, area and who published the figures.
    fn subtitle(&self, area: &str, sources: &[&str], lang: Lang) -> String {
        let unit = unit_after(&self.item.indicator.unit, lang).trim().to_owned();
        let source = (*sources.first().unwrap_or(&"")).to_owned();
        let others = match (sources.len(), lang) {
            (0 | 1, _) => String::new(),
            (many, Lang::Zh) => format!("等 {many} 个来源"),
            (many, Lang::En) => format!(" and {} more", many - 1),
        };
        let parts = [unit, area.to_owned(), source + &others];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn own(&self, lang: Lang) -> Line {
        let group = self.item.basis.group().name(lang);
        let name = if group.is_empty() {
            self.area.to_owned()
        } else {
            format!("{}·{group}", self.area)
        };
        Line {
            name,
            role: LineRole::Own,
            points: self.item.values.clone(),
            origin: None,
            series: self.item.basis.key().cloned(),
        }
    }

    /// The same group at the areas compared with, else their total; only what was known in the year that each of them
    /// is judged in.
    fn compared(&self, lang: Lang) -> impl Iterator<Item = Line> {
        self.references
            .iter()
            .filter_map(move |Reference { area, name, as_of }| {
                let key = |group: Group| SeriesKey::of_values(&self.item.indicator.id, area, group);
                let own = self.loaded.collection.get(&key(self.item.basis.group()));
                let series = own.or_else(|| self.loaded.collection.get(&key(Group::TOTAL)))?;
                let points = known_in(series, *as_of);
                let sources = self.loaded.publishers(std::slice::from_ref(&series.key), *as_of);
                let origin = Origin {
                    area: name.clone(),
                    source: sources.join(lang.pick("；", "; ")),
                };
                (!points.is_empty()).then(|| Line {
                    name: name.clone(),
                    role: LineRole::Reference,
                    points,
                    origin: Some(origin),
                    series: Some(series.key.clone()),
                })
            })
    }

    /// The values that were known in the year judged.
    pub(super) fn known(&self, series: &Series) -> Vec<ValueAt> {
        known_in(series, Some(self.item.assessment.as_of))
    }

    fn target(&self, lang: Lang) -> Option<TargetLine> {
        // The target line stands in the chart even where the area has no figure yet.
        let (kind, value) = match self.item.demand(self.cutoffs)? {
            Demand::AtLeast(value) => (TargetKind::AtLeast, value),
            Demand::AtMost(value) => (TargetKind::AtMost, value),
            Demand::Exactly(goal) => (TargetKind::Equal, goal),
            Demand::Near { goal, .. } => (TargetKind::Around, goal),
            Demand::Parity { .. } => (TargetKind::Around, 1.0),
            Demand::Rise | Demand::Fall => return None,
        };
        let words = demand(
            self.loaded.catalogue,
            &self.item.indicator,
            &self.item.target,
            lang,
        );
        let label = format!("{}{words}", lang.pick("目标 ", "Target: "));
        Some(TargetLine {
            kind,
            value,
            year: self.item.target.year,
            label,
        })
    }

    fn forecast(&self) -> Option<Forecast> {
        let points: Vec<ForecastPoint> = self
            .item
            .assessment
            .outlook()
            .iter()
            .map(|f| ForecastPoint {
                year: f.year,
                value: f.value,
                low: f.low,
                high: f.high,
            })
            .collect();
        (!points.is_empty()).then_some(Forecast { points })
    }
}

/// The values of a series up to a year.
fn known_in(series: &Series, until: Option<Year>) -> Vec<ValueAt> {
    let mut values = series.values();
    values.retain(|point| until.is_none_or(|until| point.year <= until));
    values
}
