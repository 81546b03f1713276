//! Charts of judged targets, with the names of areas in the visitor's language and the sources of their figures.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::State;
use crate::assess::{Board, Disaggregated, Judged};
use crate::catalogue::Year;
use crate::chart::{ItemChart, Line, Plot, Reference};
use crate::observation::SeriesKey;
use crate::text::Subject;

/// What was judged, for the sentences about it; `area` by its name in the visitor's language.
pub fn subject<'a>(state: State, item: &'a Judged, area: &'a str) -> Subject<'a> {
    Subject::of(state.catalogue, item, area)
}

/// The chart of a judged target at an area.
pub fn headline(state: State, item: &Judged, area: &str) -> Plot {
    with_chart(state, item, area, |chart| chart.headline(state.lang()))
}

/// The same chart from a few years before the plan's base on, which is what the plan is about; none where it begins no
/// earlier anyway.
pub fn recent(state: State, plot: &Plot) -> Option<Plot> {
    /// Years before the base that show where things came from.
    const BEFORE: Year = 4;
    let first = state.catalogue.base_year - BEFORE;
    let is_older = |line: &Line| line.points.iter().any(|point| point.year < first);
    plot.lines.iter().any(is_older).then(|| {
        let mut recent = plot.clone();
        for line in &mut recent.lines {
            line.points.retain(|point| point.year >= first);
        }
        recent.lines.retain(|line| !line.points.is_empty());
        recent
    })
}

/// The chart of the series of one dimension.
pub fn disaggregated(state: State, item: &Judged, area: &str, dimension: &Disaggregated) -> Plot {
    with_chart(state, item, area, |chart| {
        chart.disaggregated(dimension, state.lang())
    })
}

/// Puts what a chart of a judged target is made from.
fn with_chart<R>(state: State, item: &Judged, area: &str, draw: impl FnOnce(&ItemChart<'_>) -> R) -> R {
    let references: Vec<Reference> = state.references.with(|boards| {
        let reference = |board: &Arc<Board>| Reference {
            area: board.area.clone(),
            name: state.area_name(&board.area),
            as_of: board.as_of,
        };
        boards.iter().map(reference).collect()
    });
    let (_, cutoffs) = state.asked.get();
    state.with_loaded(|loaded| {
        draw(&ItemChart {
            loaded,
            item,
            cutoffs: &cutoffs,
            area: &state.area_name(area),
            references: &references,
            example: state.is_example(),
        })
    })
}

/// Who published the figures of some series, each once; files that name nobody by their own names.
pub fn publishers_of<'k>(state: State, keys: impl IntoIterator<Item = &'k SeriesKey>) -> Vec<String> {
    state.with_loaded(|loaded| {
        let names = loaded.publishers(keys, None);
        names.into_iter().map(str::to_owned).collect()
    })
}
