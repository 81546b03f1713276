//! What was found for some words in goals, indicators, measures and the other chapters.

use leptos::prelude::*;

use crate::app::components::official_text::OfficialText;
use crate::app::route::Page;
use crate::app::state::State;
use crate::catalogue::{Catalogue, Indicator, ItemId, Section};
use crate::text::search;

/// At most this many texts of one sort are shown at once; a phone stays quick.
const MOST: usize = 60;

/// Results for some words; with none, a box to enter them.
#[component]
pub fn Search(words: String) -> impl IntoView {
    let state = State::get();
    let title = words.clone();
    super::set_title(move || match title.is_empty() {
        true => state.say("搜索", "Search").to_owned(),
        false => search::title(&title, state.lang()),
    });
    let plan_words = state.catalogue.in_plan_words(&words);
    let mut wanted = vec![words.trim().to_lowercase()];
    wanted.extend(plan_words.iter().map(|&word| word.to_owned()));
    wanted.retain(|word| !word.is_empty());
    let found = Found::new(state.catalogue, &wanted);
    let count = found.len();
    let empty = words.trim().is_empty();
    let nothing = !words.is_empty() && count == 0;
    let asked = words.clone();
    let said = words.clone();
    view! {
        <div class="stack">
            <h1 tabindex="-1">{move || state.say("搜索", "Search")}</h1>
            <SearchForm words=asked />
            <p role="status">
                {move || (!said.is_empty()).then(|| search::found(&said, count, state.lang()))}
            </p>
            {(!plan_words.is_empty()).then(|| {
                let named: Vec<String> = plan_words.iter().map(|word| format!("“{word}”")).collect();
                let named = named.join("");
                view! {
                    <p class="muted">
                        {move || state.say("规划里的说法也一起找了：", "Also looked for the plans’ own words: ")}
                        <span lang="zh-CN">{named.clone()}</span>
                        {move || state.say("。", ".")}
                    </p>
                }
            })}
            <Show when=move || empty>
                <p class="reading muted">
                    {move || state.say(
                        "在目标、指标、措施和规划原文里找。",
                        "Looks through goals, indicators, measures and the official text, which is Chinese.",
                    )}
                    {move || example(state)}
                </p>
            </Show>
            <Show when=move || nothing>
                <p class="reading">
                    {move || state.say(
                        "原文和指标名称里都没有这些字。请换一个更短的词。",
                        "Neither the texts nor the indicators’ names hold these words. Try a shorter one, or Chinese words: the official text is Chinese.",
                    )}
                </p>
            </Show>
        </div>
        {indicators(state, found.indicators)}
        {texts(state, "目标", "Goals", found.goals, &wanted)}
        {texts(state, "措施", "Measures", found.measures, &wanted)}
        {texts(state, "其他章节", "Other chapters", found.chapters, &wanted)}
    }
}

/// What was found, each in the order of the plans.
struct Found {
    indicators: Vec<&'static Indicator>,
    goals: Vec<(ItemId, &'static str)>,
    measures: Vec<(ItemId, &'static str)>,
    chapters: Vec<(ItemId, &'static str)>,
}

impl Found {
    /// What holds any of these words, in small letters.
    fn new(catalogue: &'static Catalogue, wanted: &[String]) -> Found {
        let holds = |text: &str| {
            let text = text.to_lowercase();
            wanted.iter().any(|word| text.contains(word.as_str()))
        };
        let named = |indicator: &&Indicator| {
            let names = [&indicator.id, &indicator.name, &indicator.english];
            names
                .into_iter()
                .chain(&indicator.aliases)
                .any(|name| holds(name))
        };
        let brief = |id: ItemId| {
            catalogue
                .goal(id)
                .is_some_and(|goal| holds(&goal.brief) || holds(&goal.english))
        };
        let (mut goals, mut measures, mut chapters) = (Vec::new(), Vec::new(), Vec::new());
        for (id, text) in catalogue.texts() {
            let list = match id.section {
                Section::Goal => &mut goals,
                Section::Measure => &mut measures,
                _ => &mut chapters,
            };
            if holds(text) || holds(&id.to_string()) || brief(id) {
                list.push((id, text));
            }
        }
        Found {
            indicators: catalogue.indicators.iter().filter(named).collect(),
            goals,
            measures,
            chapters,
        }
    }

    fn len(&self) -> usize {
        self.indicators.len() + self.goals.len() + self.measures.len() + self.chapters.len()
    }
}

/// Words that are sure to find something: the name of the first indicator.
fn example(state: State) -> Option<String> {
    let first = state.catalogue.indicators.first()?;
    Some(search::example(first, state.lang()))
}

#[component]
fn SearchForm(words: String) -> impl IntoView {
    let state = State::get();
    let input = NodeRef::<leptos::html::Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(input) = input.get_untracked() {
            state.go(Page::Search(input.value().trim().to_owned()));
        }
    };
    view! {
        <form class="row" on:submit=submit>
            <label class="visually-hidden" for="search-words">{move || state.say("要找的词", "Words to find")}</label>
            <input id="search-words" type="search" node_ref=input value=words />
            <button type="submit" class="primary">{move || state.say("查找", "Find")}</button>
        </form>
    }
}

fn indicators(state: State, indicators: Vec<&'static Indicator>) -> impl IntoView {
    (!indicators.is_empty()).then(|| {
        let item = move |indicator: &'static Indicator| {
            let stated = indicator.targets.first().map(|target| target.at);
            let goal = state.catalogue.goals_of(indicator).first().copied();
            let page = goal
                .map(Page::Goal)
                .or(stated.map(|at| Page::Text(at.plan, Some(at))));
            view! {
                <li>
                    <a href=move || state.href(page.clone().unwrap_or_default())>
                        {move || state.lang().pick(&indicator.name, &indicator.english).to_owned()}
                    </a>
                    <p class="muted small">
                        {move || state.lang().pick(&indicator.meaning, &indicator.meaning_en).to_owned()}
                    </p>
                </li>
            }
        };
        view! {
            <section class="stack tight">
                <h2>{move || state.say("指标", "Indicators")}</h2>
                <ul class="goal-list">{indicators.into_iter().map(item).collect_view()}</ul>
            </section>
        }
    })
}

fn texts(
    state: State,
    zh: &'static str,
    en: &'static str,
    found: Vec<(ItemId, &'static str)>,
    wanted: &[String],
) -> impl IntoView + use<> {
    let wanted = wanted.to_vec();
    let rest = found.len().saturating_sub(MOST);
    (!found.is_empty()).then(|| {
        let item = move |(id, text): (ItemId, &'static str)| {
            let page = match id.section {
                Section::Goal => Page::Goal(id),
                _ => Page::Text(id.plan, Some(id)),
            };
            // Of several words, the first that stands there; a goal found by its name may hold none.
            let word = wanted.iter().find(|word| text.contains(word.as_str())).cloned();
            let word = word.unwrap_or_default();
            view! {
                <li>
                    <a class="id" href=move || state.href(page.clone())>{id.to_string()}</a>
                    <p class="reading"><OfficialText text=excerpt(text, &word) found=word.clone() /></p>
                </li>
            }
        };
        view! {
            <section class="stack tight">
                <h2>{move || state.say(zh, en)}</h2>
                <ul class="goal-list">{found.into_iter().take(MOST).map(item).collect_view()}</ul>
                <Show when=move || { rest > 0 }>
                    <p class="muted">{move || search::not_listed(rest, state.lang())}</p>
                </Show>
            </section>
        }
    })
}

/// The sentences around the first place found, so that a long measure does not bury it.
fn excerpt(text: &str, words: &str) -> String {
    const AROUND: usize = 60;
    let Some(at) = text.find(words) else {
        return text.chars().take(2 * AROUND).collect();
    };
    let before = text[..at].chars().count();
    let from = before.saturating_sub(AROUND);
    let length = AROUND * 2 + words.chars().count();
    let middle: String = text.chars().skip(from).take(length).collect();
    let start = if from > 0 { "……" } else { "" };
    let end = if from + length < text.chars().count() {
        "……"
    } else {
        ""
    };
    format!("{start}{middle}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_holds_the_words_and_says_what_it_leaves_out() {
        let text = format!("{}近视{}", "前".repeat(100), "后".repeat(100));
        let cut = excerpt(&text, "近视");
        assert!(cut.contains("近视") && cut.starts_with("……") && cut.ends_with("……"));
        assert_eq!(excerpt("短句近视。", "近视"), "短句近视。");
    }
}
