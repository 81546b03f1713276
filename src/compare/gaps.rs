//! Two groups of one indicator over time, and the gap between them.

use crate::assess::gap::gap_series;
use crate::catalogue::{Catalogue, Dimension, Indicator, Sex, Year};
use crate::observation::{Collection, Group, Residence, Series, SeriesKey, ValueAt};

/// Two groups and their gap, up to the year judged.
#[derive(Clone, Debug, PartialEq)]
pub struct GapSeries {
    /// The first group, women or town, and its values.
    pub first: (Group, Vec<ValueAt>),
    /// The second group, men or country, and its values.
    pub second: (Group, Vec<ValueAt>),
    /// The gap in each year that both have.
    pub gap: Vec<ValueAt>,
}

impl GapSeries {
    /// The gap in the base year, or the first later one, and the newest gap; none for fewer than two.
    pub fn change(&self, base: Year) -> Option<(ValueAt, ValueAt)> {
        let mut since = self.gap.iter().filter(|point| point.year >= base);
        Some((*since.next()?, *since.next_back()?))
    }
}

/// The two groups that a dimension tells apart; none for places, which may be many.
fn groups(by: Dimension) -> Option<(Group, Group)> {
    match by {
        Dimension::Sex => Some((Group::of_sex(Sex::Female), Group::of_sex(Sex::Male))),
        Dimension::Residence => {
            let (urban, rural) = (Residence::Urban, Residence::Rural);
            Some((Group::of_residence(urban), Group::of_residence(rural)))
        }
        Dimension::Area => None,
    }
}

/// The two groups of an indicator at an area; none unless they share a year up to `as_of`.
pub fn gap_of(
    collection: &Collection,
    indicator: &str,
    by: Dimension,
    area: &str,
    as_of: Option<Year>,
) -> Option<GapSeries> {
    let (first, second) = groups(by)?;
    let known = |point: &ValueAt| as_of.is_none_or(|as_of| point.year <= as_of);
    let values = |group: &Group| {
        let key = SeriesKey::of_values(indicator, area, group.clone());
        let mut values = collection.get(&key).map(Series::values)?;
        values.retain(known);
        Some(values)
    };
    let mut gap = gap_series(collection, indicator, by, area, &[]);
    gap.retain(known);
    let (of_first, of_second) = (values(&first)?, values(&second)?);
    (!gap.is_empty()).then_some(GapSeries {
        first: (first, of_first),
        second: (second, of_second),
        gap,
    })
}

/// Every indicator with both groups at an area, in the catalogue's order.
pub fn gap_options<'a>(
    catalogue: &'a Catalogue,
    collection: &Collection,
    by: Dimension,
    area: &str,
    as_of: Option<Year>,
) -> Vec<&'a Indicator> {
    let has = |indicator: &&Indicator| gap_of(collection, &indicator.id, by, area, as_of).is_some();
    catalogue.indicators.iter().filter(has).collect()
}
