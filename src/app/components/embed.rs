//! A page or one of its charts within another site: without the frame, with a link to the whole, in an `<iframe>` that
//! takes the height of what it shows.

use leptos::prelude::*;

use crate::app::route::Address;
use crate::app::state::State;
use crate::browser::{address, clipboard, embedded, look, own_file};

/// Lets the page look as it is embedded, and tells the site around it how high it is.
pub fn follow(state: State) {
    Effect::new(move |told: Option<bool>| {
        let shown = state.embedded();
        let kind = match shown.as_deref() {
            None => "no",
            Some("") => "page",
            Some(_) => "chart",
        };
        look::set_root("data-embed", kind);
        let told = told.unwrap_or_default();
        if shown.is_some() && !told {
            embedded::tell_height();
        }
        told || shown.is_some()
    });
}

/// What stands below an embedded page: whose it is, and the way to the whole.
#[component]
pub fn EmbeddedFoot() -> impl IntoView {
    let state = State::get();
    let whole = move || {
        state.navigation.address.with(|address| {
            let whole = Address {
                embed: None,
                ..address.clone()
            };
            whole.format()
        })
    };
    view! {
        <footer class="embedded-foot small">
            {move || state.title()}
            {move || state.say("：", ": ")}
            <a href=whole target="_blank" rel="noopener">{move || state.say("打开完整网页", "open the whole page")}</a>
        </footer>
    }
}

/// Copies what another site has to hold to show a chart.
#[component]
pub fn EmbedChart(
    /// The chart's title.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let state = State::get();
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let title = title.get_untracked();
        let hash = state.navigation.address.with_untracked(|address| {
            // Whoever sees it may have chosen another language here: the chart keeps the one of its title.
            let shown = Address {
                lang: Some(state.lang()),
                embed: Some(subject(&title).to_owned()),
                ..address.clone()
            };
            shown.format()
        });
        copied.set(None);
        clipboard::copy(snippet(&address::with_hash(&hash), &title), move |done| {
            copied.try_set(Some(done));
        });
    };
    let said = move || match copied.get() {
        Some(true) => state.say(
            "嵌入代码已复制，粘贴到别的网页里即可。",
            "The code is copied; paste it into another page.",
        ),
        Some(false) => state.say("没能复制。", "Could not copy."),
        None => "",
    };
    // The page in one file has no address that another site could show.
    (!own_file::is_single()).then(|| {
        view! {
            <button type="button" on:click=copy>{move || state.say("嵌入", "Embed")}</button>
            <span class="small" role="status">{said}</span>
        }
    })
}

/// What a chart is about, by which it is found on its page: its title without what its newest figures say.
fn subject(title: &str) -> &str {
    title.split(['：', ':']).next().unwrap_or(title).trim()
}

/// Whether a chart of that title is the one that is shown alone.
pub fn is_shown_alone(state: State, title: &str) -> bool {
    state.embedded().is_some_and(|shown| shown == subject(title))
}

/// The HTML for another site: a frame, and a script that gives it the height of what it shows.
fn snippet(address: &str, title: &str) -> String {
    let escape = |text: &str| {
        text.replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;")
    };
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"480\" style=\"border:0\" loading=\"lazy\"></iframe>\n\
         <script>addEventListener('message', ({{ data, source }}) => {{\n  \
         if (data?.type !== 'plan-tracker-height') return;\n  \
         for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height;\n\
         }});</script>\n",
        escape(address),
        escape(title),
    )
}

#[cfg(test)]
mod tests {
    use super::{snippet, subject};

    #[test]
    fn a_chart_is_found_when_its_figures_are_newer() {
        assert_eq!(
            subject("孕产妇死亡率：2024 年 14.3/10万"),
            subject("孕产妇死亡率：2025 年 12/10万")
        );
        assert_eq!(subject("Maternal mortality: 14.3 in 2024"), "Maternal mortality");
    }

    #[test]
    fn nothing_in_an_address_or_a_title_leaves_its_quotes() {
        let html = snippet("https://example.org/?a=1&b=\"><script>", "“x\" onload=\"y");
        assert!(html.starts_with(
            "<iframe src=\"https://example.org/?a=1&amp;b=&quot;>&lt;script>\" title=\"“x&quot; onload=&quot;y\" width"
        ));
    }
}
