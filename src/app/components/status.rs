//! How a status is shown: glyph and word, a bar of counts that add up, and the legend that explains them.

use leptos::prelude::*;

use crate::app::state::State;
use crate::assess::{Status, StatusCounts};
use crate::text::{counts_sentence, status_glyph, status_meaning, status_word};

/// Glyph and word of a status.
#[component]
pub fn StatusMark(status: Status) -> impl IntoView {
    let state = State::get();
    view! {
        <span class="status">
            <span class=format!("glyph {}", status.slug()) aria-hidden="true">{status_glyph(status)}</span>
            {move || status_word(status, state.lang())}
        </span>
    }
}

/// A bar of counts, widths in proportion; its accessible name says them all.
#[component]
pub fn StatusBar(
    /// The counts; their sum is the whole bar.
    counts: StatusCounts,
) -> impl IntoView {
    let state = State::get();
    let shown = Status::ALL
        .map(|status| (status, counts.get(status)))
        .into_iter()
        .filter(|(_, count)| *count > 0);
    let parts = shown.map(|(status, count)| {
        // The style sheet knows only classes: widths are set through the element's own style object.
        let grow = move || count.to_string();
        view! { <span class=format!("fill {}", status.slug()) style:flex-grow=grow></span> }
    });
    view! {
        <div class="bar" role="img" aria-label=move || counts_sentence(counts, "项", state.lang())>
            {parts.collect_view()}
        </div>
    }
}

/// What each status means, with its count; those that none has are left out.
#[component]
pub fn Legend(counts: StatusCounts) -> impl IntoView {
    let state = State::get();
    let item = |(status, count): (Status, usize)| {
        view! {
            <li title=move || status_meaning(status, state.lang())>
                <StatusMark status />
                " "
                <strong>{count}</strong>
            </li>
        }
    };
    let shown = Status::ALL
        .map(|status| (status, counts.get(status)))
        .into_iter()
        .filter(|(_, count)| *count > 0);
    view! { <ul class="legend">{shown.map(item).collect_view()}</ul> }
}
