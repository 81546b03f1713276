//! Judging every target of the example area by all of the example's figures: what a change of the area or
//! the year costs a visitor.

use anyhow::{Context, Result};
use plan_tracker::assess::{Board, CutOffs, board};
use plan_tracker::catalogue::{Role, builtin};
use plan_tracker::import::import;
use plan_tracker::observation::{Collection, Settlement};

use super::timing::{median, once};
use crate::paths;

/// The year in which the files are read.
const TODAY: i32 = 2026;

const RUNS: usize = 51;

/// The table of times.
pub fn measure() -> Result<String> {
    let path = paths::city().join("example.csv");
    let bytes = std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let table = import("example.csv", &bytes, builtin(), TODAY).table;
    let collection = Collection::new([&table], &Settlement::default());
    let example = builtin().areas.iter().find(|area| area.role == Role::Example);
    let area = &example.context("the catalogue has no example area")?.id;
    let judge = || board(builtin(), &collection, area, None, &[], &CutOffs::default());
    let judged = judge();
    let verdicts = verdicts(&judged);
    let time = median((0..RUNS).map(|_| once(judge)));
    let each = time * 1e3 / verdicts as f64;
    Ok(format!(
        "## Assessment\n\n\
         Every target at the example area, groups and counties included: level, pace, forecast, status and \
         warnings; median of {RUNS} runs.\n\n\
         | targets | verdicts | time for all | time for one |\n\
         |---|---|---|---|\n\
         | {} | {verdicts} | {time:.1} ms | {each:.0} µs |\n",
        judged.items.len()
    ))
}

/// Headlines, groups and parts.
fn verdicts(board: &Board) -> usize {
    let beside = |item: &plan_tracker::assess::Judged| item.groups.len() + item.parts.len();
    board.items.iter().map(|item| 1 + beside(item)).sum()
}
