//! From a judged target to its chart: the area's own series with target, base, path and outlook, and thin
//! lines of the areas that it is compared with.

use super::plot::{Forecast, ForecastPoint, Line, LineRole, Plot, TargetKind, TargetLine};
use crate::assess::{Demand, Judged};
use crate::catalogue::{Catalogue, Indicator, Year};
use crate::lang::Lang;
use crate::observation::{Collection, Group, Series, SeriesKey};
use crate::text::{Subject, demand, group, indicator_name, status_word, unit_after, with_year};

/// What a chart of a judged target is made from.
#[derive(Clone, Copy, Debug)]
pub struct ItemChart<'a> {
    /// Where indicator and target come from.
    pub catalogue: &'a Catalogue,
    /// Where the areas compared with have their series.
    pub collection: &'a Collection,
    /// The judged target.
    pub item: &'a Judged,
    /// Its indicator.
    pub indicator: &'a Indicator,
    /// The area, in the language of the chart.
    pub area: &'a str,
    /// The areas compared with: id, and name in the language of the chart.
    pub references: &'a [(String, String)],
    /// Who published the area's figures.
    pub sources: &'a [String],
    /// Whether the area is invented.
    pub example: bool,
}

impl ItemChart<'_> {
    /// The headline chart.
    pub fn headline(&self, lang: Lang) -> Plot {
        let verdict = &self.item.assessment;
        Plot {
            title: self.title(lang),
            summary: self.subject().verdict(lang),
            lines: std::iter::once(self.own(lang)).chain(self.compared()).collect(),
            base: verdict.base.map(|base| (base.year, base.value)),
            path: verdict
                .path
                .iter()
                .map(|point| (point.year, point.value))
                .collect(),
            forecast: self.forecast(),
            ..self.frame(lang)
        }
    }

    /// What every chart of the target has: where, in what unit, from whom, by when, and what is to be reached.
    pub(super) fn frame(&self, lang: Lang) -> Plot {
        Plot {
            subtitle: self.subtitle(lang),
            area: self.area.to_owned(),
            source: self.sources.join(lang.pick("；", "; ")),
            unit: self.indicator.unit.clone(),
            target: self.target(lang),
            as_of: Some(self.item.assessment.as_of),
            midterm: Some(self.catalogue.midterm),
            example: self.example,
            years: Some(self.catalogue.base_year..=self.item.target.year),
            ..Plot::default()
        }
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            catalogue: self.catalogue,
            indicator: self.indicator,
            target: &self.item.target,
            area: self.area,
            assessment: &self.item.assessment,
        }
    }

    pub(super) fn name(&self, lang: Lang) -> &str {
        indicator_name(self.indicator, lang)
    }

    fn title(&self, lang: Lang) -> String {
        let word = status_word(self.item.assessment.status, lang);
        let name = self.name(lang);
        let newest = self
            .item
            .assessment
            .latest
            .map(|latest| with_year(latest.year, latest.value, &self.indicator.unit, lang));
        match (lang, newest) {
            (Lang::Zh, Some(newest)) => format!("{name}：{newest}，{word}"),
            (Lang::En, Some(newest)) => format!("{name}: {newest}, {}", word.to_lowercase()),
            (Lang::Zh, None) => format!("{name}：{word}"),
            (Lang::En, None) => format!("{name}: {}", word.to_lowercase()),
        }
    }

    /// Unit, area and who published the figures.
    fn subtitle(&self, lang: Lang) -> String {
        let unit = unit_after(&self.indicator.unit, lang).trim().to_owned();
        let source = self.sources.first().cloned().unwrap_or_default();
        let others = match (self.sources.len(), lang) {
            (0 | 1, _) => String::new(),
            (many, Lang::Zh) => format!("等 {many} 个来源"),
            (many, Lang::En) => format!(" and {} more", many - 1),
        };
        let parts = [unit, self.area.to_owned(), source + &others];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn own(&self, lang: Lang) -> Line {
        let group = group(&self.item.basis.group(), lang);
        let name = if group.is_empty() {
            self.area.to_owned()
        } else {
            format!("{}·{group}", self.area)
        };
        Line {
            name,
            role: LineRole::Own,
            points: self.item.values.clone(),
        }
    }

    /// The same group at the areas compared with, else their total; only what was known in the year judged.
    fn compared(&self) -> impl Iterator<Item = Line> {
        self.references.iter().filter_map(|(area, name)| {
            let key = |group: Group| SeriesKey {
                indicator: self.indicator.id.clone(),
                area: area.clone(),
                group,
            };
            let own = self.collection.get(&key(self.item.basis.group()));
            let series = own.or_else(|| self.collection.get(&key(Group::TOTAL)))?;
            Some(Line {
                name: name.clone(),
                role: LineRole::Reference,
                points: self.known(series),
            })
        })
    }

    /// The values that were known in the year judged.
    pub(super) fn known(&self, series: &Series) -> Vec<(Year, f64)> {
        let mut values = series.values();
        values.retain(|(year, _)| *year <= self.item.assessment.as_of);
        values
    }

    fn target(&self, lang: Lang) -> Option<TargetLine> {
        let demanded = self.item.assessment.demand.or_else(|| self.demand_without_data());
        let (kind, value) = match demanded? {
            Demand::AtLeast(value) => (TargetKind::AtLeast, value),
            Demand::AtMost(value) => (TargetKind::AtMost, value),
            Demand::Near { goal, tolerance: 0.0 } => (TargetKind::Equal, goal),
            Demand::Near { goal, .. } => (TargetKind::Around, goal),
            Demand::Parity { .. } => (TargetKind::Around, 1.0),
            Demand::Rise | Demand::Fall => return None,
        };
        let words = demand(self.catalogue, self.indicator, &self.item.target, lang);
        let label = format!("{}{words}", lang.pick("目标 ", "Target: "));
        Some(TargetLine {
            kind,
            value,
            year: self.item.target.year,
            label,
        })
    }

    /// The target line stands in the chart even where the area has no figure yet.
    fn demand_without_data(&self) -> Option<Demand> {
        let cutoffs = crate::assess::CutOffs::default();
        Demand::resolve(self.indicator, &self.item.target, None, None, &cutoffs)
    }

    fn forecast(&self) -> Option<Forecast> {
        let points: Vec<ForecastPoint> = self
            .item
            .assessment
            .outlook
            .iter()
            .map(|f| ForecastPoint {
                year: f.year,
                value: f.value,
                low: f.low.unwrap_or(f.value),
                high: f.high.unwrap_or(f.value),
            })
            .collect();
        (!points.is_empty()).then_some(Forecast { points })
    }
}
