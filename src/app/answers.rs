//! What visitors said that texts mean, remembered on this device, and what it would change.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::State;
use crate::assess::{Board, Status, board};
use crate::browser::storage;
use crate::catalogue::Goal;
use crate::import::{Mapping, Mappings, Shape};
use crate::observation::{Collection, Table};

/// Where they are kept.
const KEPT: &str = "mappings";

/// What was said, by the shape of the files.
#[derive(Clone, Copy)]
pub struct Answers {
    said: RwSignal<Mappings>,
}

impl Answers {
    /// What was said on earlier visits; what names an indicator that the catalogue does not have is forgotten.
    pub fn start(state: State) -> Answers {
        let kept: Option<String> = storage::load(KEPT);
        let said = kept.and_then(|file| Mappings::from_file(&file, state.catalogue).ok());
        Answers {
            said: RwSignal::new(said.unwrap_or_default()),
        }
    }

    /// Everything that was said.
    pub fn all(self) -> Mappings {
        self.said.get()
    }

    /// The same, without following it.
    pub fn now(self) -> Mappings {
        self.said.try_get_untracked().unwrap_or_default()
    }

    /// What was said of files of a shape.
    pub fn of(self, shape: &Shape) -> Mapping {
        let said = self.said.with_untracked(|said| said.get(shape).cloned());
        said.unwrap_or_else(|| Mapping::of(shape.clone()))
    }

    pub(super) fn remember(self, mapping: Mapping) {
        self.change(|said| said.remember(mapping));
    }

    pub(super) fn add(self, others: Mappings) {
        self.change(|said| said.add(others));
    }

    fn change(self, change: impl FnOnce(&mut Mappings)) {
        self.said.try_update(change);
        storage::save(KEPT, &self.now().to_file());
    }
}

/// A goal whose status would change: before and after.
pub type Change = (&'static Goal, Status, Status);

/// The goals whose status at the area shown would change if a file held those values instead.
pub fn changes(state: State, id: &str, table: &Table) -> Vec<Change> {
    let now: Arc<Board> = state.board.get_untracked();
    let (year, cutoffs) = state.asked.get_untracked();
    let then = state.session.datasets.with_untracked(|datasets| {
        let tables = datasets.iter().map(|dataset| match dataset.id == id {
            true => table,
            false => &*dataset.table,
        });
        let collection = Collection::new(tables, &state.preferences.settlement());
        let records = state.session.records.get_untracked();
        board(state.catalogue, &collection, &now.area, year, &records, &cutoffs)
    });
    let status = |board: &Board, goal: &Goal| board.goal(goal.id).map(|goal| goal.status);
    let changed = state.catalogue.goals().filter_map(|goal| {
        let (before, after) = (status(&now, goal)?, status(&then, goal)?);
        (before != after).then_some((goal, before, after))
    });
    changed.collect()
}
