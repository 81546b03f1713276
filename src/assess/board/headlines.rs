//! Many areas judged beside one another, by their headline series alone.

use rustc_hash::FxHashMap;

use super::ask::Context;
use super::{Board, judged, shared_indicators};
use crate::assess::CutOffs;
use crate::catalogue::{Catalogue, Year};
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
    let newest = newest_years(collection);
    let newest_year = |area: &str| newest.get(area).copied();
    let indicators = shared_indicators(catalogue);
    let one = |area| {
        let context = Context::headlines(catalogue, collection, area, as_of, cutoffs, newest_year);
        judged(&context, &indicators)
    };
    areas.iter().map(AsRef::as_ref).map(one).collect()
}

/// The newest year with a value at each area: one walk over all series, however many areas are asked for.
fn newest_years(collection: &Collection) -> FxHashMap<&str, Year> {
    let mut newest: FxHashMap<&str, Year> = FxHashMap::default();
    for series in collection.iter() {
        if let Some(point) = series.points.last() {
            let year = newest.entry(&series.key.area).or_insert(point.year);
            *year = point.year.max(*year);
        }
    }
    newest
}
