//! How a status is shown: glyph and word, a bar of counts that add up, and the legend that explains them.

use leptos::prelude::*;

use crate::app::state::State;
use crate::assess::{Status, StatusCounts};
use crate::lang::Lang;
use crate::text::{status_glyph, status_meaning, status_word};

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
        <div class="bar" role="img" aria-label=move || counts_sentence(counts, state.lang())>
            {parts.collect_view()}
        </div>
    }
}

/// What each status means, with its count.
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
    view! { <ul class="legend">{Status::ALL.map(|status| item((status, counts.get(status)))).collect_view()}</ul> }
}

/// The counts in words, those that are 0 left out.
pub fn counts_sentence(counts: StatusCounts, lang: Lang) -> String {
    let part = |(status, count): (Status, usize)| match lang {
        Lang::Zh => format!("{} {count} 项", status_word(status, lang)),
        Lang::En => format!("{}: {count}", status_word(status, lang)),
    };
    let shown = Status::ALL
        .map(|status| (status, counts.get(status)))
        .into_iter()
        .filter(|(_, count)| *count > 0);
    shown.map(part).collect::<Vec<_>>().join(lang.pick("，", ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_without_the_empty_ones() {
        let statuses = [
            (Status::Met, 2),
            (Status::AccelerationNeeded, 1),
            (Status::NoData, 7),
        ];
        let counts = StatusCounts::of(statuses.into_iter().flat_map(|(status, n)| vec![status; n]));
        assert_eq!(
            counts_sentence(counts, Lang::Zh),
            "已达标 2 项，需加快 1 项，无数据 7 项"
        );
        assert_eq!(
            counts_sentence(counts, Lang::En),
            "Met: 2, Acceleration needed: 1, No data: 7"
        );
    }
}
