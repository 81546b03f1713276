//! What visitors said that texts mean, remembered on this device, and what it would change.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::State;
use crate::assess::{Board, Status, board};
use crate::catalogue::Goal;
use crate::import::{Mapping, Mappings, Shape};
use crate::kept::{Shelf, mapping_id};
use crate::observation::{Collection, Table};

/// What was said, by the shape of the files: each shape is kept as one thing, so that two tabs add to one another.
#[derive(Clone, Copy)]
pub struct Answers {
    state: State,
    said: Memo<Mappings>,
}

impl Answers {
    /// What was said on earlier visits and in other tabs; what names an indicator that the catalogue does not have is
    /// kept for the catalogue that has it.
    pub fn start(state: State) -> Answers {
        let said = Memo::new(move |_| {
            let all = state.kept.all::<Mapping>(Shelf::Mappings).into_iter();
            let known = all
                .map(|(_, said)| said)
                .filter(|said| said.fits(state.catalogue));
            Mappings(known.collect())
        });
        Answers { state, said }
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

    /// Remembers what was said for a shape, in place of what was; nothing where nothing is left.
    pub fn remember(self, said: &Mapping) {
        let id = mapping_id(&said.headers);
        match said.is_empty() {
            true => self
                .state
                .kept
                .forget_one((Shelf::Mappings.slug().to_owned(), id)),
            false => self.state.kept.keep(Shelf::Mappings, &id, said),
        }
    }

    /// Adds what a file of mappings says.
    pub fn add(self, others: Mappings) {
        let before = self.now();
        let mut after = before.clone();
        after.add(others);
        let changed = after.0.iter().filter(|said| !before.0.contains(said));
        changed.for_each(|said| self.remember(said));
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
            true => Arc::from(table),
            false => Arc::clone(&dataset.table),
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
