//! Finding the series that answers for a target at an area, and putting the question.

use crate::catalogue::{Catalogue, Indicator, ItemId, Role, Sex, Target, Year};
use crate::observation::{Collection, Group, Quantity, Series, SeriesKey, newest_record};

use super::super::gap::{gap_breaks, gap_series, ratio_series};
use super::super::{Assessment, CutOffs, Question, Record, ValueAt, assess};
use super::Basis;

/// Everything that questions about one area have in common.
pub(super) struct Context<'a> {
    pub catalogue: &'a Catalogue,
    pub collection: &'a Collection,
    pub area: &'a str,
    pub cutoffs: &'a CutOffs,
    /// The parts of the area that the catalogue knows; none for most areas.
    pub parts: Vec<&'a str>,
    /// Whether the headline alone is asked for: no groups beside it, and no gaps between them.
    pub headline_alone: bool,
    chosen: Option<Year>,
    newest: Option<Year>,
    records: &'a [Record],
}

impl<'a> Context<'a> {
    /// What is asked of an area, without records.
    pub fn new(
        catalogue: &'a Catalogue,
        collection: &'a Collection,
        area: &'a str,
        chosen: Option<Year>,
        cutoffs: &'a CutOffs,
    ) -> Self {
        let parts = parts(catalogue, area);
        let of_parts = || parts.iter().filter_map(|part| collection.newest_year(part)).max();
        let newest = collection.newest_year(area).or_else(of_parts);
        Context {
            catalogue,
            collection,
            area,
            cutoffs,
            parts,
            headline_alone: false,
            chosen,
            newest,
            records: &[],
        }
    }

    /// With what an office has recorded, which is about the plans' area, not about those it is compared with.
    pub fn with_records(mut self, records: &'a [Record]) -> Self {
        let role = self.catalogue.area(self.area).map(|area| area.role);
        if matches!(role, Some(Role::Own | Role::Example)) {
            self.records = records;
        }
        self
    }

    /// The headline alone.
    pub fn of_headline(mut self) -> Self {
        self.headline_alone = true;
        self
    }

    /// The year judged; none without a choice and without data.
    pub fn year_judged(&self) -> Option<Year> {
        self.chosen.or(self.newest)
    }

    /// The same for a question: without data any year gives the same answer.
    fn as_of(&self) -> Year {
        self.year_judged().unwrap_or(self.catalogue.base_year)
    }

    /// The newest record about any of the goals that was known in the year judged. Records come later than
    /// the figures of a year: they are held back only where the visitor has gone back in time.
    pub fn record(&self, goals: &[ItemId]) -> Option<&'a Record> {
        let back_in_time = self
            .chosen
            .filter(|chosen| self.newest.is_some_and(|newest| *chosen < newest));
        newest_record(self.records, goals, back_in_time)
    }

    /// The loaded series of an indicator at `area` with a value up to the year judged.
    pub fn series(&self, indicator: &str, area: &str, group: &Group) -> Option<&'a Series> {
        let series = self.collection.find(indicator, Quantity::Value, area, group);
        series.filter(|series| self.is_known(series))
    }

    /// The loaded numbers of cases behind that series.
    fn cases(&self, indicator: &str, area: &str, group: &Group) -> Option<&'a Series> {
        let series = self.collection.find(indicator, Quantity::Cases, area, group);
        series.filter(|series| self.is_known(series))
    }

    /// Whether any of its values is known in the year judged.
    pub fn is_known(&self, series: &Series) -> bool {
        series.points.iter().any(|point| point.year <= self.as_of())
    }

    /// The series that answers for an indicator at `area`: that of the sex wanted, else the total, else for a
    /// gap the difference of its groups.
    pub fn basis(&self, indicator: &Indicator, area: &str, sex: Option<Sex>) -> Basis {
        match (self.answering(indicator, area, sex), &indicator.gap) {
            (Some((Some(group), _)), _) => Basis::Series(SeriesKey::of_values(&indicator.id, area, group)),
            (Some((None, _)), Some(gap)) => Basis::Gap {
                of: gap.of.clone(),
                by: gap.by,
            },
            _ => Basis::Nothing,
        }
    }

    /// The newest year of the figures that [`basis`](Self::basis) finds at the area; none where it finds nothing.
    pub fn newest_year(&self, indicator: &Indicator, sex: Option<Sex>) -> Option<Year> {
        self.answering(indicator, self.area, sex).map(|(_, year)| year)
    }

    /// The group whose series answers for an indicator at `area`, none for the difference of groups, and the newest year
    /// up to the one judged. No series is put together for it, except those of a difference.
    fn answering(
        &self,
        indicator: &Indicator,
        area: &str,
        sex: Option<Sex>,
    ) -> Option<(Option<Group>, Year)> {
        let last = self.as_of();
        let of_group = |group: Group| {
            let year = self
                .collection
                .newest_year_of(&indicator.id, area, &group, last)?;
            Some((Some(group), year))
        };
        let of_gap = || {
            let years = self.gap(indicator, area).into_iter().map(|point| point.year);
            Some((None, years.filter(|year| *year <= last).max()?))
        };
        let own = sex.and_then(|sex| of_group(Group::of_sex(sex)));
        own.or_else(|| of_group(Group::TOTAL)).or_else(of_gap)
    }

    /// Years and values of a basis up to the year judged, in order of years.
    pub fn values(&self, indicator: &Indicator, area: &str, basis: &Basis) -> Vec<ValueAt> {
        let mut values = match basis {
            Basis::Series(key) => self.collection.get(key).map(Series::values).unwrap_or_default(),
            Basis::Gap { .. } => self.gap(indicator, area),
            Basis::Parts | Basis::Nothing => Vec::new(),
        };
        values.retain(|point| point.year <= self.as_of());
        values
    }

    fn gap(&self, indicator: &Indicator, area: &str) -> Vec<ValueAt> {
        let gap = indicator.gap.as_ref();
        gap.map(|gap| gap_series(self.collection, &gap.of, gap.by, area, self.parts_of(area)))
            .unwrap_or_default()
    }

    /// The ratio of the figures that a gap is between, where those are loaded.
    fn ratio(&self, indicator: &Indicator, area: &str, group: &Group) -> Option<Vec<ValueAt>> {
        let gap = indicator.gap.as_ref().filter(|_| group.is_total())?;
        let parts = self.parts_of(area);
        Some(ratio_series(self.collection, &gap.of, gap.by, area, parts))
    }

    /// The years in which the series behind a question begins anew; where a gap is computed, those of the series that
    /// it is between.
    fn breaks(&self, indicator: &Indicator, area: &str, group: &Group) -> Vec<Year> {
        match (self.series(&indicator.id, area, group), &indicator.gap) {
            (Some(series), _) => series.breaks().collect(),
            (None, Some(gap)) => gap_breaks(self.collection, &gap.of, gap.by, area, self.parts_of(area)),
            (None, None) => Vec::new(),
        }
    }

    /// The parts that a gap between areas is taken over: those of the plans' own area alone are known.
    fn parts_of(&self, area: &str) -> &[&'a str] {
        if area == self.area { &self.parts } else { &[] }
    }

    /// Puts one question: values of `indicator` at `area` for `group` against `target`.
    pub fn ask(
        &self,
        indicator: &Indicator,
        target: &Target,
        area: &str,
        group: &Group,
        values: &[ValueAt],
        record: Option<&Record>,
    ) -> Assessment {
        let of_group = |id: &str, group: &Group| self.series(id, area, group).map(Series::values);
        let other = target.op.relative_to();
        // The other indicator's figure for the same people, else for everyone.
        let compared_with = other.and_then(|id| of_group(id, group).or_else(|| of_group(id, &Group::TOTAL)));
        let cases = self.cases(&indicator.id, area, group).map(Series::values);
        let ratio = self.ratio(indicator, area, group);
        assess(&Question {
            indicator,
            target,
            points: values,
            breaks: &self.breaks(indicator, area, group),
            ratio: ratio.as_deref(),
            compared_with: compared_with.as_deref(),
            cases: cases.as_deref(),
            base_year: self.base_year(indicator),
            midterm: self.catalogue.midterm,
            as_of: self.as_of(),
            cutoffs: self.cutoffs,
            record,
        })
    }

    /// The year that an indicator's change is measured from.
    pub fn base_year(&self, indicator: &Indicator) -> Year {
        indicator.base_year.unwrap_or(self.catalogue.base_year)
    }
}

/// The parts of an area: counties of the plans' own area, or of the invented one.
fn parts<'a>(catalogue: &'a Catalogue, area: &str) -> Vec<&'a str> {
    let part_role = match catalogue.area(area).map(|area| area.role) {
        Some(Role::Own) => Role::Part,
        Some(Role::Example) => Role::ExamplePart,
        _ => return Vec::new(),
    };
    catalogue
        .areas
        .iter()
        .filter(|area| area.role == part_role)
        .map(|area| area.id.as_str())
        .collect()
}
