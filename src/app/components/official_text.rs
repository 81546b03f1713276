//! Official text: word for word, marked as Chinese in every language, with the figures that a target comes
//! from underlined and the words searched for highlighted.

use leptos::prelude::*;

/// A stretch of text and how it is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As it is.
    Plain,
    /// States a target.
    Quote,
    /// Was searched for.
    Found,
}

/// Official text with marks.
#[component]
pub fn OfficialText(
    /// The text, paragraphs joined by line breaks.
    text: String,
    /// Stretches that state a target.
    #[prop(optional)]
    quotes: Vec<String>,
    /// Words searched for; empty for none.
    #[prop(optional)]
    found: String,
) -> impl IntoView {
    let pieces = pieces(&text, &quotes, &found);
    let view = pieces.into_iter().map(|(mark, piece)| match mark {
        Mark::Plain => piece.into_any(),
        Mark::Quote => view! { <mark>{piece}</mark> }.into_any(),
        Mark::Found => view! { <mark class="found">{piece}</mark> }.into_any(),
    });
    view! { <span lang="zh-CN">{view.collect_view()}</span> }
}

/// Cuts a text into marked stretches. Where quotes overlap, the one that starts first is marked.
fn pieces(text: &str, quotes: &[String], found: &str) -> Vec<(Mark, String)> {
    let quotes = quotes.iter().map(|quote| (Mark::Quote, quote.as_str()));
    let wanted: Vec<(Mark, &str)> = quotes
        .chain([(Mark::Found, found)])
        .filter(|(_, words)| !words.is_empty())
        .collect();
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        let next = wanted
            .iter()
            .filter_map(|(mark, words)| Some((rest.find(words)?, *mark, words.len())))
            .min_by_key(|(at, _, length)| (*at, usize::MAX - length));
        let Some((at, mark, length)) = next else { break };
        if at > 0 {
            pieces.push((Mark::Plain, rest[..at].to_owned()));
        }
        pieces.push((mark, rest[at..at + length].to_owned()));
        rest = &rest[at + length..];
    }
    if !rest.is_empty() {
        pieces.push((Mark::Plain, rest.to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, quotes: &[&str], found: &str) -> String {
        let quotes: Vec<String> = quotes.iter().map(|quote| (*quote).to_owned()).collect();
        let show = |(mark, piece): (Mark, String)| match mark {
            Mark::Plain => piece,
            Mark::Quote => format!("[{piece}]"),
            Mark::Found => format!("<{piece}>"),
        };
        pieces(text, &quotes, found).into_iter().map(show).collect()
    }

    #[test]
    fn quotes_and_found_words_are_marked_and_nothing_is_lost() {
        let text = "孕产妇死亡率下降到12/10万以下，城乡、区域差距缩小。";
        assert_eq!(
            marked(text, &["孕产妇死亡率下降到12/10万以下"], "区域"),
            "[孕产妇死亡率下降到12/10万以下]，城乡、<区域>差距缩小。"
        );
        assert_eq!(marked(text, &[], ""), text);
    }

    #[test]
    fn of_two_quotes_that_start_together_the_longer_is_marked() {
        assert_eq!(marked("甲乙丙", &["甲", "甲乙"], ""), "[甲乙]丙");
    }
}
