//! Text of headings whose lines never end within a figure.

use leptos::prelude::*;

use crate::text::pieces;

/// The text, each figure with its unit kept on one line.
pub fn unbroken(text: &str) -> impl IntoView + use<> {
    let piece = |(is_figure, piece): (bool, &str)| {
        let piece = piece.to_owned();
        match is_figure {
            true => view! { <span class="whole">{piece}</span> }.into_any(),
            false => piece.into_any(),
        }
    };
    pieces(text).into_iter().map(piece).collect_view()
}
