//! A small line beside a row: how the area's own figures went, where they end, and the target. The words of the row say
//! the same; it is hidden from those who do not see it.

use leptos::prelude::*;

use super::finish_line::percent;
use crate::assess::Status;
use crate::chart::{Plot, SmallMultiples, Spot};

/// The line of a plot, its end in the colour of a status; nothing where the area has no figure.
pub fn spark(plot: &Plot, status: Status) -> Option<impl IntoView + use<>> {
    let multiples = SmallMultiples::new(std::slice::from_ref(plot));
    let sketch = multiples.sketches.into_iter().flatten().next()?;
    let stroke = |(from, to): &(Spot, Spot)| {
        view! {
            <line class="stroke" x1=percent(from.x) y1=percent(from.y) x2=percent(to.x) y2=percent(to.y) />
        }
    };
    let strokes: Vec<_> = sketch.strokes.iter().map(stroke).collect();
    let target = sketch.target.map(|end| {
        view! { <line class="target" x1="0%" y1=percent(end.y) x2=percent(end.x) y2=percent(end.y) /> }
    });
    let newest = sketch.figures.last().map(|at| {
        view! { <circle class=format!("end {}", status.slug()) cx=percent(at.x) cy=percent(at.y) r="4" /> }
    });
    Some(view! { <svg class="spark" aria-hidden="true">{target} {strokes} {newest}</svg> })
}
