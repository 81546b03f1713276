//! Many indicators, areas and years side by side: what stands in the heat maps, the ranking, the gap charts, the
//! pairs and the slopes of the comparing page. Plain rows of numbers from boards that are judged already and from
//! the series behind them; nothing is judged anew, and nothing here knows a page.

mod areas;
mod gaps;
mod pair;
mod ranking;
mod reach;
mod slope;
mod years;

pub use areas::{AreaCell, AreaRow, area_rows};
pub use gaps::{GapSeries, gap_of, gap_options};
pub use pair::{INDEX, index_on, shared_years};
pub use ranking::{Rank, Ranking, ranking, to_rank};
pub use reach::Reach;
pub use slope::{Slope, slopes};
pub use years::{YearCell, YearMap, YearRow, year_map};

use crate::assess::Judged;

/// The items that are told once: plans that demand the same of the same figures have an item each.
fn once<'a>(items: impl Iterator<Item = &'a Judged>) -> Vec<&'a Judged> {
    let mut told: Vec<&Judged> = Vec::new();
    for item in items {
        let same = |known: &&Judged| {
            known.indicator == item.indicator
                && known.target.same_demand(&item.target)
                && known.values == item.values
        };
        if !told.iter().any(same) {
            told.push(item);
        }
    }
    told
}

/// Whether an item is stated in a field, such as `W1`.
pub fn stated_in(item: &Judged, field: &str) -> bool {
    item.stated_at.iter().any(|at| at.field_id() == field)
}
