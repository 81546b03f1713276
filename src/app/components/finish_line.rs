//! The finish line of one promise, drawn: the promise as one line, the places by their names, and the same in words
//! for those who do not see it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::state::State;
use crate::assess::{Board, Judged};
use crate::chart::{FinishLine, FinishPlace};
use crate::text::indicator::{self, Place};
use crate::text::{number, status_glyph};

/// The line of a target at an area, beside the same target at the areas compared with; none where nothing can be drawn.
pub fn finish_line(
    state: State,
    own: &Judged,
    board: &Board,
    references: &[Arc<Board>],
) -> Option<impl IntoView + use<>> {
    let others: Vec<Option<&Judged>> = references.iter().map(|board| board.same(own)).collect();
    let line = FinishLine::new(own, &others, &board.cutoffs)?;
    let areas = std::iter::once(&board.area).chain(references.iter().map(|board| &board.area));
    let names: Vec<String> = areas.map(|area| state.area_name(area)).collect();
    let words = in_words(state, own, &line, &names);
    let upright = |class: &'static str, x: f64| {
        let x = percent(x);
        view! { <line class=class x1=x.clone() x2=x y1="8%" y2="92%" /> }
    };
    let places: Vec<_> = line
        .places
        .iter()
        .map(|place| match place.area {
            0 => own_view(own, place).into_any(),
            _ => reference_view(&line, place, &names[place.area]).into_any(),
        })
        .collect();
    let has_own = line.own().is_some();
    Some(view! {
        <svg class="finish" class:with-own=has_own role="img" aria-label=words>
            <line class="way" x1="4%" x2="96%" y1="50%" y2="50%" />
            {line.start.map(|x| upright("start", x))}
            {line.expected.map(|x| upright("expected", x))}
            {upright("promise", line.promise)}
            {places}
        </svg>
    })
}

/// A part of the room.
pub fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

fn own_view(own: &Judged, place: &FinishPlace) -> impl IntoView + use<> {
    let status = own.assessment.status();
    let x = percent(place.x);
    view! {
        <text class=format!("sign glyph {}", status.slug()) x=x.clone() y="50%" dy="0.36em" text-anchor="middle">
            {status_glyph(status)}
        </text>
        <text class="own" x=x y="50%" dy="-0.9em" text-anchor="middle">{number(place.latest.value, None)}</text>
    }
}

/// A reference: a grey point with its name on the side that is free.
fn reference_view(line: &FinishLine, place: &FinishPlace, name: &str) -> impl IntoView + use<> {
    let (anchor, dx, dy) = beside(line, place);
    let x = percent(place.x);
    let words = format!("{name} {}", number(place.latest.value, None));
    view! {
        <circle class="place" class:hollow=place.area.is_multiple_of(2) cx=x.clone() cy="50%" r="4.5" />
        <text class="name" x=x y="50%" dy=dy dx=dx text-anchor=anchor>{words}</text>
    }
}

/// Where a name stands to its point: which end of it is held, how far to the side, how far up or down. Beside the point
/// and away from the promise where no other stands further out; else above it, or below where the own figure is above.
fn beside(line: &FinishLine, place: &FinishPlace) -> (&'static str, &'static str, &'static str) {
    /// Right of this no name has room beside its point.
    const NO_ROOM: f64 = 70.0;
    let before = place.x < line.promise;
    let aside = if line.own().is_some() { "1.5em" } else { "-0.7em" };
    let others = || {
        let same_side = |other: &&FinishPlace| (other.x < line.promise) == before;
        line.places
            .iter()
            .filter(|other| other.area > 0 && *other != place)
            .filter(same_side)
    };
    let nearer = |other: &FinishPlace| {
        let off = |place: &FinishPlace| (place.x - line.promise).abs();
        (off(place), place.area) < (off(other), other.area)
    };
    let outermost = !others().any(nearer);
    match (before, outermost) {
        (true, true) => ("end", "-9", "0.36em"),
        (true, false) => ("end", "4", aside),
        (false, true) if place.x < NO_ROOM || line.start.is_none() => ("start", "9", "0.36em"),
        (false, true) => ("start", "-10", "1.5em"),
        (false, false) => ("start", "-4", "-0.7em"),
    }
}

/// The same in words.
fn in_words(state: State, own: &Judged, line: &FinishLine, names: &[String]) -> String {
    let place = |place: &FinishPlace| Place {
        area: &names[place.area],
        latest: place.latest,
        is_kept: place.kept,
    };
    let places: Vec<Place<'_>> = line.places.iter().map(place).collect();
    indicator::finish_line(state.catalogue, own, &places, state.lang())
}
