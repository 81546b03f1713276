//! A few figures that go into a link: those of the visitor's own files that a goal's page shows.

use leptos::prelude::*;

use super::dataset::Provenance;
use super::route::{Address, Page};
use super::state::State;
use crate::browser::{address, packed};
use crate::import::few_csv;
use crate::observation::Observation;

/// Number of the visitor's own figures on the page shown; none on pages that put none into a link.
pub fn count(state: State) -> usize {
    with_own(state, |values| values.len())
}

/// The link to the page shown with those figures in it; none where there are none, or the browser cannot.
pub async fn link(state: State) -> Option<String> {
    let table = untrack(|| {
        with_own(state, |values| {
            (!values.is_empty()).then(|| few_csv(state.catalogue, values))
        })
    });
    let figures = packed::pack(&table?).await?;
    let address = state.navigation.address.try_get_untracked()?;
    let with = Address {
        figures: Some(figures),
        ..address
    };
    Some(address::with_hash(&with.format()))
}

/// Puts the visitor's own figures of the goal that is shown, of the area shown.
fn with_own<R: Default>(state: State, then: impl FnOnce(Vec<Observation<'_>>) -> R) -> R {
    let Page::Goal(id) = state.page() else {
        return R::default();
    };
    let board = state.board.get();
    let shown: Vec<&str> = board
        .items_of(id)
        .map(|item| item.indicator.id.as_str())
        .collect();
    state.session.files.with(|files| {
        let own = files.iter().filter(|file| file.provenance == Provenance::File);
        let values = own
            .flat_map(|file| file.table.values())
            .filter(|value| value.area == board.area && shown.contains(&value.indicator));
        then(values.collect())
    })
}
