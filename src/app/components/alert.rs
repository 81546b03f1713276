//! One indicator with its early warnings: why, the shortfall, and the measures of its goal as what to do next.

use leptos::prelude::*;

use super::promises::{item_href, page_of};
use super::status::StatusMark;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Alert, Board, Judged, Warning};
use crate::catalogue::{Goal, Measure};
use crate::lang::{Lang, plural};
use crate::text::{indicator_name, number, warning_word};

/// An [`Alert`] that a page can keep.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownAlert {
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
    /// The goal that it warns about: one that states the target, else one that a stating measure serves.
    pub fn goal(&self, state: State) -> Option<&'static Goal> {
        match page_of(state, &self.item) {
            Page::Goal(id) => state.catalogue.goal(id),
            _ => None,
        }
    }
}

/// One row in a list of warnings, with the measures where they are to follow. A plain function, not a component:
/// what it reads belongs to the list around it.
pub fn alert_row(state: State, alert: ShownAlert, measures: bool) -> impl IntoView {
    let goal = alert.goal(state);
    let href = item_href(state, &alert.item);
    let name = indicator_name(&alert.item.indicator, state.lang()).to_owned();
    let reason = |warning: &Warning| {
        view! {
            <li>
                <strong class="kind">{warning_word(warning.kind(), state.lang())}</strong>
                " "
                {warning.reason(state.lang())}
            </li>
        }
    };
    let reasons = alert.warnings.iter().map(reason).collect_view();
    view! {
        <li>
            <div class="goal-head">
                <span>
                    <span class="id">{goal.map(|goal| goal.id.to_string())}</span>
                    " "
                    <a href=href>{name}</a>
                </span>
                <StatusMark status=alert.item.assessment.status() />
            </div>
            <ul class="reasons reading">{reasons}</ul>
            {alert.shortfall.map(|part| view! { <p class="muted small">{shortfall(part, state.lang())}</p> })}
            {goal.filter(|_| measures).map(|goal| next_steps(state, goal))}
        </li>
    }
}

/// The shortfall in words: 偏离 64%.
pub fn shortfall(part: f64, lang: Lang) -> String {
    let percent = number(100.0 * part, Some(0));
    match (lang, part > 2.0) {
        (Lang::Zh, true) => "偏离程度：两倍以上".to_owned(),
        (Lang::Zh, false) => format!("偏离程度：{percent}%"),
        (Lang::En, true) => "Shortfall: over twice".to_owned(),
        (Lang::En, false) => format!("Shortfall: {percent}%"),
    }
}

fn next_steps(state: State, goal: &'static Goal) -> Option<impl IntoView> {
    let measures: Vec<&'static Measure> = goal
        .measures
        .iter()
        .filter_map(|id| state.catalogue.measure(*id))
        .collect();
    let count = measures.len();
    let item = |measure: &'static Measure| {
        // A measure opens with its name and a full stop; the rest is a link away.
        let head = measure
            .text
            .split_once('。')
            .map_or(measure.text.as_str(), |(head, _)| head);
        view! {
            <li>
                <a class="id" href=state.href(Page::Text(measure.id.plan, Some(measure.id)))>
                    {measure.id.to_string()}
                </a>
                <span lang="zh-CN">{head.to_owned()}</span>
            </li>
        }
    };
    (count > 0).then(|| {
        view! {
            <details>
                <summary>
                    {match state.lang() {
                        Lang::Zh => format!("接下来做什么：规划为这项目标写了 {count} 项措施"),
                        Lang::En => {
                            format!("What to do next: the plan has {} for this goal", plural(count, "measure"))
                        }
                    }}
                </summary>
                <ul class="numbered">{measures.into_iter().map(item).collect_view()}</ul>
            </details>
        }
    })
}

/// Why there is no warning: no figures that show a change, or none that calls for one.
pub fn nothing(state: State, board: &Board) -> &'static str {
    if board.shows_change() {
        state.say("没有需要预警的指标。", "Nothing calls for a warning.")
    } else {
        state.say(
            "这里的数值还看不出变化，所以没有可以预警的。载入历年数据后，预计完成困难、波动较大的指标会列在这里。",
            "The figures here show no change yet, so there is nothing to warn about. Once files of several years are loaded, targets that will be hard to reach, or that swing, are listed here.",
        )
    }
}
