//! Tabs over one panel, as the WAI-ARIA practices have them: one stop for the Tab key, arrows go from one to the
//! next and show it at once.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::chart::unique;
use crate::browser::look;

/// What a tab leads to: its word in ids, and its name.
pub type Tab = (&'static str, String);

/// The row of tabs, and the panel that shows the chosen one. With one tab there is only the panel.
#[component]
pub fn Tabs(
    /// What the tabs are for.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs, in order.
    #[prop(into)]
    tabs: Signal<Vec<Tab>>,
    /// The word of the one shown.
    #[prop(into)]
    shown: Signal<&'static str>,
    /// Shows another.
    choose: Callback<&'static str>,
    /// What the panel shows.
    children: Children,
) -> impl IntoView {
    let name = unique("tabs");
    let (name, panel) = (StoredValue::new(name.clone()), format!("{name}-panel"));
    let id = move |word: &str| format!("{}-{word}", name.get_value());
    let on_key = move |event: KeyboardEvent| {
        let words: Vec<&'static str> =
            tabs.with_untracked(|tabs| tabs.iter().map(|(word, _)| *word).collect());
        let Some(next) = next(&words, shown.get_untracked(), &event.key()) else {
            return;
        };
        event.prevent_default();
        event.stop_propagation();
        choose.run(next);
        look::focus(&format!("#{}", id(next)));
    };
    let panel_id = panel.clone();
    let tab = move |(word, text): Tab| {
        let is_shown = move || shown.get() == word;
        view! {
            <button
                type="button"
                role="tab"
                id=id(word)
                aria-controls=panel_id.clone()
                aria-selected=move || is_shown().to_string()
                tabindex=move || if is_shown() { "0" } else { "-1" }
                on:click=move |_| choose.run(word)
            >
                {text}
            </button>
        }
    };
    let several = move || tabs.with(|tabs| tabs.len() > 1);
    view! {
        {move || several().then(|| view! {
            <div class="tabs" role="tablist" aria-label=move || label.get() on:keydown=on_key>
                {tabs.get().into_iter().map(tab.clone()).collect_view()}
            </div>
        })}
        <div
            class="stack tight"
            id=panel
            role=move || several().then_some("tabpanel")
            aria-labelledby=move || several().then(|| id(shown.get()))
        >
            {children()}
        </div>
    }
}

/// The tab that a key leads to from the one shown; the ends meet.
fn next(words: &[&'static str], shown: &str, key: &str) -> Option<&'static str> {
    let here = words.iter().position(|word| *word == shown)?;
    let at = match key {
        "ArrowRight" => (here + 1) % words.len(),
        "ArrowLeft" => (here + words.len() - 1) % words.len(),
        "Home" => 0,
        "End" => words.len() - 1,
        _ => return None,
    };
    words.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_and_other_keys_go_nowhere() {
        let words = ["all", "sex", "area"];
        assert_eq!(next(&words, "all", "ArrowLeft"), Some("area"));
        assert_eq!(next(&words, "area", "ArrowRight"), Some("all"));
        assert_eq!(next(&words, "sex", "Home"), Some("all"));
        assert_eq!(next(&words, "sex", "End"), Some("area"));
        assert_eq!(next(&words, "sex", "Enter"), None);
        assert_eq!(next(&[], "sex", "End"), None);
    }
}
