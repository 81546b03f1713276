//! The warnings, a row each: rank, indicator, where it is and was to go, its small line, by how much it is to miss, and
//! why in a few words. A row opens into its reasons and into the measures of its goal as what to do next.

use leptos::prelude::*;

use crate::app::components::agencies::AgenciesOfGoal;
use crate::app::components::chart::unique;
use crate::app::components::promises::{goal_of, item_href};
use crate::app::components::spark::spark;
use crate::app::components::status::StatusMark;
use crate::app::plots::headline;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Alert, Judged, Warning};
use crate::catalogue::{Goal, Measure};
use crate::text::{alerts, cause_in_short, goals, missed_by, now_and_goal, warning_word};

/// As many as are looked at in one go; the rest are a button away.
const AT_FIRST: usize = 20;

/// An [`Alert`] that a page can keep.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ShownAlert {
    /// The item.
    pub item: Judged,
    /// The warnings to show.
    pub warnings: Vec<Warning>,
    /// The part of its way that is missing.
    pub shortfall: Option<f64>,
}

impl From<Alert<'_>> for ShownAlert {
    fn from(alert: Alert<'_>) -> ShownAlert {
        ShownAlert {
            item: alert.item.clone(),
            warnings: alert.warnings.into_iter().cloned().collect(),
            shortfall: alert.off,
        }
    }
}

impl ShownAlert {
    /// Whether its target has no value to reach, only a way to go.
    pub fn is_of_direction(&self) -> bool {
        self.item.assessment.goal().is_none()
    }
}

/// One list of warnings, the first twenty at first; nothing where there are none.
#[component]
pub(super) fn AlertList(
    /// The warnings, in their order.
    alerts: Memo<Vec<ShownAlert>>,
) -> impl IntoView {
    let state = State::get();
    let all = RwSignal::new(false);
    let count = Memo::new(move |_| alerts.with(Vec::len));
    let rows = move || {
        let shown = if all.get() { usize::MAX } else { AT_FIRST };
        let alerts = alerts.get().into_iter().take(shown).enumerate();
        alerts.map(|(at, alert)| row(state, at + 1, alert)).collect_view()
    };
    let rest = move || alerts::list_rest(count.get() - AT_FIRST, state.lang());
    view! {
        <Show when=move || count.get() != 0>
            <div class="alert-head muted small" aria-hidden="true">
                <span></span>
                <span>{move || state.say("指标", "Indicator")}</span>
                <span>{move || state.say("现在和目标", "Now and target")}</span>
                <span></span>
                <span>{move || state.say("预计差", "Expected miss")}</span>
                <span>{move || state.say("为什么", "Why")}</span>
            </div>
            <ol class="alerts">{rows}</ol>
        </Show>
        <Show when=move || { count.get() > AT_FIRST && !all.get() }>
            <p><button type="button" on:click=move |_| all.set(true)>{rest}</button></p>
        </Show>
    }
}

/// A row. A plain function, not a component: what it reads belongs to the list around it.
fn row(state: State, rank: usize, alert: ShownAlert) -> impl IntoView {
    let lang = state.lang();
    let item = &alert.item;
    let goal = goal_of(state, item);
    let status = item.assessment.status();
    let line = spark(&headline(state, item, &state.area()), status);
    let reason = |warning: &Warning| {
        view! {
            <li>
                <strong class="kind">{warning_word(warning.kind(), lang)}</strong>
                " "
                {warning.reason(lang)}
            </li>
        }
    };
    let reasons = alert.warnings.iter().map(reason).collect_view();
    let missed = missed_by(item, lang);
    let name = item.indicator.name_in(lang).to_owned();
    let (open, panel) = (RwSignal::new(false), unique("alert"));
    let label = alerts::reasons_of(&name, lang);
    // The button covers the row in the style sheet, below the link: within a summary the link could not be reached.
    view! {
        <li>
            <div class="alert-row">
                <button
                    type="button"
                    class="plain rank"
                    aria-label=label
                    aria-expanded=move || open.get().to_string()
                    aria-controls=panel.clone()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {rank}
                </button>
                <span class="name">
                    <a href=item_href(state, item)>{name}</a>
                    <span class="id">{goal.map(|goal| goal.id.to_string())}</span>
                </span>
                <span class="now">{now_and_goal(item, lang)}</span>
                <span class="line">{line}</span>
                <span class="missed number">{missed}</span>
                <span class="why"><StatusMark status /> <span class="small">{cause_in_short(item, lang)}</span></span>
            </div>
            <div id=panel class="alert-more" hidden=move || !open.get()>
                <ul class="reasons reading">{reasons}</ul>
                {goal.map(|goal| view! { <AgenciesOfGoal goal=goal.id /> })}
                {goal.and_then(|goal| next_steps(state, goal))}
            </div>
        </li>
    }
}

/// What the plan says is to be done for a goal.
fn next_steps(state: State, goal: &'static Goal) -> Option<impl IntoView> {
    let measures: Vec<&'static Measure> = goal
        .measures
        .iter()
        .filter_map(|id| state.catalogue.measure(*id))
        .collect();
    let count = measures.len();
    // The rest of a measure is a link away.
    let item = |measure: &'static Measure| {
        view! {
            <li>
                <a class="id" href=state.href(Page::Text(measure.id.plan, Some(measure.id)))>
                    {measure.id.to_string()}
                </a>
                <span lang="zh-CN">{measure.name()}</span>
            </li>
        }
    };
    (count > 0).then(|| {
        view! {
            <p class="muted small">{goals::next_steps(count, state.lang())}</p>
            <ul class="numbered">{measures.into_iter().map(item).collect_view()}</ul>
        }
    })
}
