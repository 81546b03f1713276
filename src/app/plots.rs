//! Charts of judged targets, with the names of places in the visitor's language and the sources of their figures.

use leptos::prelude::*;

use super::components::about_bar::place_name;
use super::dataset::Dataset;
use super::state::State;
use crate::assess::{Basis, Disaggregated, Judged};
use crate::catalogue::Indicator;
use crate::chart::{ItemChart, Plot};
use crate::observation::{Collection, SeriesKey};

/// The chart of a judged target at a place.
pub fn headline(state: State, indicator: &Indicator, item: &Judged, place: &str) -> Plot {
    let keys = match &item.basis {
        Basis::Series(key) => std::slice::from_ref(key),
        _ => &[],
    };
    with_chart(state, indicator, item, place, keys, |chart| {
        chart.headline(state.lang())
    })
}

/// The chart of the series that one thing tells apart.
pub fn disaggregated(
    state: State,
    indicator: &Indicator,
    item: &Judged,
    place: &str,
    told: &Disaggregated,
) -> Plot {
    let keys: Vec<SeriesKey> = told.members.iter().map(|member| member.key.clone()).collect();
    with_chart(state, indicator, item, place, &keys, |chart| {
        chart.disaggregated(told, state.lang())
    })
}

/// Puts what a chart of a judged target is made from; `keys` are the series drawn.
pub fn with_chart<R>(
    state: State,
    indicator: &Indicator,
    item: &Judged,
    place: &str,
    keys: &[SeriesKey],
    draw: impl FnOnce(&ItemChart<'_>) -> R,
) -> R {
    let references: Vec<(String, String)> = state.references.with(|boards| {
        boards
            .iter()
            .map(|board| (board.area.clone(), place_name(state, &board.area)))
            .collect()
    });
    state.collection.with(|collection| {
        let sources = state
            .datasets
            .with(|datasets| sources(collection, datasets, keys));
        draw(&ItemChart {
            catalogue: state.catalogue,
            collection,
            item,
            indicator,
            place: &place_name(state, place),
            references: &references,
            sources: &sources,
            example: state.is_example(),
        })
    })
}

/// Who published the figures of some series, newest first, each once; files without a source by name.
pub fn sources(collection: &Collection, datasets: &[Dataset], keys: &[SeriesKey]) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    let series = keys.iter().filter_map(|key| collection.get(key));
    for point in series.flat_map(|series| series.points.iter().rev()) {
        let Some(dataset) = datasets.get(point.origin.table) else {
            continue;
        };
        let stated = dataset
            .table
            .get(point.origin.row)
            .map(|row| row.source.to_owned());
        let source = stated
            .filter(|source| !source.is_empty())
            .unwrap_or_else(|| dataset.name.clone());
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}
