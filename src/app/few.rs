//! A few figures that go into a link: those of the visitor's own files that a goal's page shows.

use leptos::prelude::*;

use super::dataset::Provenance;
use super::route::Page;
use super::state::State;
use crate::browser::{address, packed};
use crate::import::few_csv;

/// Number of the visitor's own figures on the page shown; none on pages that put none into a link.
pub fn count(state: State) -> usize {
    table(state).map_or(0, |(count, _)| count)
}

/// The link to the page shown with those figures in it; none where there are none, or the browser cannot.
pub async fn link(state: State) -> Option<String> {
    let (_, table) = untrack(|| table(state))?;
    let figures = packed::pack(&table).await?;
    let address = state.navigation.address.try_get_untracked()?;
    let with = super::route::Address {
        figures: Some(figures),
        ..address
    };
    Some(address::with_hash(&with.format()))
}

fn table(state: State) -> Option<(usize, String)> {
    let Page::Goal(id) = state.page() else { return None };
    let board = state.board.get();
    let shown: Vec<&str> = board
        .items_of(id)
        .map(|item| item.indicator.id.as_str())
        .collect();
    state.session.files.with(|files| {
        let own = files.iter().filter(|file| file.provenance == Provenance::File);
        let values: Vec<_> = own
            .flat_map(|file| file.table.values())
            .filter(|value| value.area == board.area && shown.contains(&value.indicator))
            .collect();
        let count = values.len();
        (count > 0).then(|| (count, few_csv(state.catalogue, values)))
    })
}
