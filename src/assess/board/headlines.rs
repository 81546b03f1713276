//! Many areas judged beside one another, by their headline series alone.

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
    let newest = collection.newest_years();
    let newest_year = |area: &str| newest.get(area).copied();
    let indicators = shared_indicators(catalogue);
    let one = |area| {
        let context = Context::new(catalogue, collection, area, as_of, cutoffs, newest_year);
        judged(&context.of_headline(), &indicators)
    };
    areas.iter().map(AsRef::as_ref).map(one).collect()
}
