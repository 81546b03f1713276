//! 全文: a plan to read from beginning to end, every text with an address of its own.

use leptos::prelude::*;

use crate::app::components::official_text::OfficialText;
use crate::app::route::Page;
use crate::app::state::State;
use crate::browser::look;
use crate::catalogue::{Chapter, Field, ItemId, Plan, Section};

/// One plan.
#[component]
pub fn FullText(
    /// The plan's letter.
    plan: char,
    /// The text to scroll to.
    at: Option<ItemId>,
) -> impl IntoView {
    let state = State::get();
    let Some(shown) = state.catalogue.plan(plan) else {
        return view! { <super::unknown::Unknown path=format!("/text/{plan}") /> }.into_any();
    };
    super::set_title(move || state.lang().pick(&shown.short, &shown.english_short).to_owned());
    if let Some(at) = at {
        // After the heading has taken the focus on the next frame.
        request_animation_frame(move || {
            request_animation_frame(move || {
                look::scroll_to(&at.to_string());
            });
        });
    }
    view! {
        <div class="stack">
            <h1 tabindex="-1" lang="zh-CN">{shown.title.clone()}</h1>
            <Show when=move || state.lang() == crate::lang::Lang::En>
                <p class="muted">{shown.english.clone()} " (English names are ours; the official text is Chinese.)"</p>
            </Show>
            <nav class="row" aria-label=move || state.say("选择规划", "Choose a plan")>
                {move || other_plans(state, plan)}
            </nav>
            <Contents plan=shown />
        </div>
        <article class="stack full-text reading">
            {chapters(state, shown, false, at)}
            {shown.fields.iter().map(|field| field_text(state, field, at)).collect_view()}
            {chapters(state, shown, true, at)}
        </article>
    }
    .into_any()
}

fn other_plans(state: State, here: char) -> impl IntoView {
    let link = move |plan: &Plan| {
        let current = (plan.id == here).then_some("page");
        let name = state.lang().pick(&plan.short, &plan.english_short).to_owned();
        view! { <a class="button" aria-current=current href=state.href(Page::Text(plan.id, None))>{name}</a> }
    };
    state.catalogue.plans.iter().map(link).collect_view()
}

#[component]
fn Contents(plan: &'static Plan) -> impl IntoView {
    let state = State::get();
    let entry = move |id: ItemId, name: &str| {
        view! {
            <li>
                <a lang="zh-CN" href=move || state.href(Page::Text(id.plan, Some(id)))>{name.to_owned()}</a>
            </li>
        }
    };
    let chapter =
        move |chapter: &Chapter| entry(chapter_item(plan, chapter.section, 1), chapter.section.heading());
    let (before, after): (Vec<_>, Vec<_>) = plan.chapters.iter().partition(|c| c.section < Section::Goal);
    let fields = plan
        .fields
        .iter()
        .filter_map(|field| Some(entry(field.goals.first()?.id, &field.name)));
    view! {
        <details>
            <summary>{move || state.say("目录", "Contents")}</summary>
            <ul class="field-grid">
                {before.into_iter().map(chapter).collect_view()}
                {fields.collect_view()}
                {after.into_iter().map(chapter).collect_view()}
            </ul>
        </details>
    }
}

fn chapter_item(plan: &Plan, section: Section, item: u8) -> ItemId {
    ItemId {
        plan: plan.id,
        field: 0,
        section,
        item,
    }
}

fn chapters(state: State, plan: &'static Plan, after: bool, at: Option<ItemId>) -> impl IntoView {
    let wanted = plan
        .chapters
        .iter()
        .filter(move |c| (c.section > Section::Measure) == after);
    let view = move |chapter: &'static Chapter| {
        let items: Vec<(ItemId, &str)> = (1..)
            .zip(&chapter.items)
            .map(|(item, text)| (chapter_item(plan, chapter.section, item), text.as_str()))
            .collect();
        view! {
            <section class="stack tight">
                <h2 lang="zh-CN">{chapter.section.heading()}</h2>
                {items_view(state, items, at)}
            </section>
        }
    };
    wanted.map(view).collect_view()
}

fn field_text(state: State, field: &'static Field, at: Option<ItemId>) -> impl IntoView {
    let goals = field
        .goals
        .iter()
        .map(|goal| (goal.id, goal.text.as_str()))
        .collect();
    let measures = field
        .measures
        .iter()
        .map(|measure| (measure.id, measure.text.as_str()))
        .collect();
    view! {
        <section class="stack tight">
            <h2>
                <a lang="zh-CN" href=move || state.href(Page::field(&field.id))>{field.name.clone()}</a>
            </h2>
            <h3 lang="zh-CN">{Section::Goal.heading()}</h3>
            {items_view(state, goals, at)}
            <h3 lang="zh-CN">{Section::Measure.heading()}</h3>
            {items_view(state, measures, at)}
        </section>
    }
}

fn items_view(state: State, items: Vec<(ItemId, &'static str)>, at: Option<ItemId>) -> impl IntoView {
    let item = move |(id, text): (ItemId, &'static str)| {
        let quotes: Vec<String> = state
            .catalogue
            .stated_at(id)
            .flat_map(|(_, targets)| targets.into_iter().map(|target| target.quote.clone()))
            .collect();
        let page = if id.section == Section::Goal {
            Page::Goal(id)
        } else {
            Page::Text(id.plan, Some(id))
        };
        let paragraph = |text: &str| {
            view! { <p><OfficialText text=text.to_owned() quotes=quotes.clone() /></p> }
        };
        let paragraphs = text.lines().map(paragraph).collect_view();
        // Goals and measures are known by their ids; in the other chapters the number is enough.
        let label = if id.field > 0 {
            id.to_string()
        } else {
            format!("§{}", id.item)
        };
        view! {
            <li id=id.to_string() class:here=at == Some(id)>
                <a class="id" href=move || state.href(page.clone()) aria-label=id.to_string()>{label}</a>
                <div class="stack tight">{paragraphs}</div>
            </li>
        }
    };
    view! { <ol class="numbered">{items.into_iter().map(item).collect_view()}</ol> }
}
