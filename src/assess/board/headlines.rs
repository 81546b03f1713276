//! Many areas judged beside one another, by their headline series alone.

use std::sync::Arc;

use super::ask::Context;
use super::items::{headline_plan, items, sex};
use super::{Board, judged, shared_indicators};
use crate::assess::CutOffs;
use crate::catalogue::{Catalogue, Indicator, Sex, Year};
use crate::observation::Collection;

/// Judges every target at each of the areas as [`board`](super::board) does, but for what only an area looked at by itself
/// needs: the groups beside the headline, and the gaps between them, are left out, and so are records.
pub fn headlines(
    catalogue: &Catalogue,
    collection: &Collection,
    areas: &[impl AsRef<str>],
    as_of: Option<Year>,
    cutoffs: &CutOffs,
) -> Vec<Board> {
    let indicators = shared_indicators(catalogue);
    let contexts = contexts(catalogue, collection, areas, as_of, cutoffs);
    contexts
        .iter()
        .map(|context| judged(context, &indicators))
        .collect()
}

/// The same of one indicator: boards with its items alone. Of goals and measures these know nothing.
pub fn headlines_of(
    indicator: &Indicator,
    catalogue: &Catalogue,
    collection: &Collection,
    areas: &[impl AsRef<str>],
    as_of: Option<Year>,
    cutoffs: &CutOffs,
) -> Vec<Board> {
    let indicator = Arc::new(indicator.clone());
    let one = |context: &Context<'_>| Board {
        area: context.area.to_owned(),
        cutoffs: *cutoffs,
        as_of: context.year_judged(),
        items: items(context, &indicator),
        goals: Vec::new(),
        measures: Vec::new(),
    };
    let contexts = contexts(catalogue, collection, areas, as_of, cutoffs);
    contexts.iter().map(one).collect()
}

/// The newest year that each of the areas has a value of each indicator of, with the indicator's id: of that value which
/// the first of its items would be judged by. An area that is judged by each of its parts has none of its own.
pub fn newest_years<'a>(
    catalogue: &'a Catalogue,
    collection: &Collection,
    areas: &[impl AsRef<str>],
    as_of: Option<Year>,
) -> Vec<(&'a str, Year)> {
    let cutoffs = CutOffs::default();
    let asked = |context: &Context<'_>| -> Vec<(&'a Indicator, Option<Sex>)> {
        let of_own = |indicator: &'a Indicator| {
            let plan = headline_plan(context, indicator)?;
            Some((indicator, sex(indicator, plan)))
        };
        catalogue.indicators.iter().filter_map(of_own).collect()
    };
    // Of all areas without parts the same is asked.
    let mut of_whole = None;
    let of_area = |context: &Context<'_>| {
        let of_parts = (!context.parts.is_empty()).then(|| asked(context));
        let asked = of_parts
            .as_ref()
            .unwrap_or_else(|| of_whole.get_or_insert_with(|| asked(context)));
        let year = |(indicator, sex): &(&'a Indicator, Option<Sex>)| {
            Some((indicator.id.as_str(), context.newest_year(indicator, *sex)?))
        };
        asked.iter().filter_map(year).collect::<Vec<_>>()
    };
    let contexts = contexts(catalogue, collection, areas, as_of, &cutoffs);
    contexts.iter().flat_map(of_area).collect()
}

fn contexts<'a>(
    catalogue: &'a Catalogue,
    collection: &'a Collection,
    areas: &'a [impl AsRef<str>],
    as_of: Option<Year>,
    cutoffs: &'a CutOffs,
) -> Vec<Context<'a>> {
    let one = |area| Context::new(catalogue, collection, area, as_of, cutoffs).of_headline();
    areas.iter().map(AsRef::as_ref).map(one).collect()
}
