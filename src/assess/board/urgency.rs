//! The items of a board that carry early warnings, the furthest off first, and apart from them the items that
//! nothing is known of.
//!
//! How far off an item is, is the part of its way that is missing: 1 where nothing of it is done, more where it
//! stands further away than it began. It is computed from the numbers of each warning, and the largest counts; a
//! widening gap counts only where the target itself is in no danger, and such items come after those where it is:
//!
//! | warning | part missing |
//! |---|---|
//! | hard to reach, met but at risk | distance from forecast to target, by the distance from base to target |
//! | moving away | the same, from the newest value; of a direction, newest value and base by one another |
//! | gap widening | newest gap by the first gap |
//! | swinging, small number, stale | none: they say how sure a figure is, not how far, and come last |
//!
//! Of equals the more urgent kind goes first, then the catalogue's order. The rule is ours.

use super::super::number::finite;
use super::super::warning::{Cause, Warning, WarningKind};
use super::super::{Assessment, Demand, Status, ValueAt};
use super::{Board, Judged};

/// A way shorter than this part of the target counts as this long: a target that asked for a tenth of a point
/// would else be off many times over by missing half a point.
const LEAST_WAY: f64 = 0.05;

/// An item with its early warnings.
#[derive(Clone, Debug)]
pub struct Alert<'a> {
    /// The item.
    pub item: &'a Judged,
    /// Its warnings, most urgent first; at least one.
    pub warnings: Vec<&'a Warning>,
    /// The part of its way that is missing; none where its warnings measure no distance.
    pub off: Option<f64>,
}

impl Board {
    /// Every item with an early warning, the furthest off first.
    pub fn alerts(&self) -> Vec<Alert<'_>> {
        let mut alerts: Vec<Alert<'_>> = self.items.iter().filter_map(alert).collect();
        alerts.sort_by(|a, b| {
            let (a_off, b_off) = (a.off.unwrap_or(-1.0), b.off.unwrap_or(-1.0));
            b.endangers_target()
                .cmp(&a.endangers_target())
                .then_with(|| b_off.total_cmp(&a_off))
                .then_with(|| a.first_kind().cmp(&b.first_kind()))
        });
        alerts
    }

    /// Whether any item has figures of two years since its base, without which nothing can be warned about.
    pub fn shows_change(&self) -> bool {
        let changes = |item: &Judged| {
            let (base, latest) = (item.assessment.base(), item.assessment.latest());
            base.zip(latest)
                .is_some_and(|(base, latest)| base.year < latest.year)
        };
        self.items.iter().any(changes)
    }

    /// Every item that the area has no figure of, or none to compare with, in the catalogue's order.
    pub fn unknown(&self) -> impl Iterator<Item = &Judged> {
        let is_unknown = |item: &&Judged| item.assessment.status() == Status::NoData;
        self.items.iter().filter(is_unknown)
    }
}

impl Alert<'_> {
    fn first_kind(&self) -> Option<WarningKind> {
        self.warnings.first().map(|warning| warning.kind())
    }

    fn endangers_target(&self) -> bool {
        self.warnings.iter().any(|warning| endangers_target(warning))
    }
}

/// Whether a warning is about the target rather than about who is left behind, or how sure a figure is.
fn endangers_target(warning: &Warning) -> bool {
    matches!(
        warning.kind(),
        WarningKind::HardToReach | WarningKind::MovingAway | WarningKind::MetAtRisk
    )
}

fn alert(item: &Judged) -> Option<Alert<'_>> {
    let warnings: Vec<&Warning> = item.assessment.warnings.iter().collect();
    let endangered = warnings.iter().any(|warning| endangers_target(warning));
    let parts = warnings
        .iter()
        .filter(|warning| endangers_target(warning) || !endangered)
        .filter_map(|warning| missing(&item.assessment, &warning.cause));
    let off = parts.max_by(f64::total_cmp);
    (!warnings.is_empty()).then_some(Alert { item, warnings, off })
}

/// The part of the way that a warning says is missing.
fn missing(verdict: &Assessment, cause: &Cause) -> Option<f64> {
    match cause {
        Cause::HardToReach { forecast, .. } | Cause::MetAtRisk { forecast, .. } => {
            short_of(verdict, *forecast)
        }
        Cause::MovingAway { from, to } => match verdict.demand()? {
            Demand::Rise => finite(from.value / to.value),
            Demand::Fall => finite(to.value / from.value),
            _ => short_of(verdict, *to),
        },
        Cause::GapWidening { from, to, .. } => finite(to.value / from.value),
        Cause::Swinging(_) | Cause::SmallNumber { .. } | Cause::Stale { .. } => None,
    }
}

/// How far `value` is short of the target, as a part of the way from the base; 0 where it is not.
fn short_of(verdict: &Assessment, value: ValueAt) -> Option<f64> {
    let demand = verdict.demand()?;
    let goal = demand.turn(demand.goal()?)?;
    let distance = |value: f64| Some(demand.sign() * (goal - demand.turn(value)?));
    let allowed = match demand {
        Demand::Near { below, .. } => below,
        _ => 0.0,
    };
    let miss = (distance(value.value)? - allowed).max(0.0);
    let way = verdict
        .base()
        .and_then(|base| distance(base.value))
        .map_or(0.0, f64::abs);
    finite(miss / way.max(LEAST_WAY * goal.abs()))
}
