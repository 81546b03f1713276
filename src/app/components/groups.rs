//! The series that one thing tells apart (sex, residence, age, area), each judged: a chart, and a table of where
//! each stands. The worst of all is named beside the headline.

use leptos::prelude::*;

use super::chart::Chart;
use super::status::StatusMark;
use crate::app::plots;
use crate::app::state::State;
use crate::assess::{Assessment, Disaggregated, Judged, Member, worst_of_all};
use crate::catalogue::Indicator;
use crate::chart::Plot;
use crate::lang::Lang;
use crate::text::{member_name, with_year};

/// The group or part that is furthest behind, in one sentence.
pub fn worst_line(
    state: State,
    indicator: &Indicator,
    area: &str,
    told: &[Disaggregated],
) -> Option<impl IntoView + use<>> {
    let (by, worst) = worst_of_all(told)?;
    let lang = state.lang();
    let name = member_name(state.catalogue, &state.area_name(area), by, worst, lang);
    let figure = figure(indicator, &worst.assessment, lang);
    let sentence = match lang {
        Lang::Zh => format!("最差的一组：{name}，{figure}"),
        Lang::En => format!("The worst group: {name}, {figure}"),
    };
    Some(view! { <p class="row">{sentence} <StatusMark status=worst.assessment.status /></p> })
}

/// The chart and the table.
pub fn groups(
    state: State,
    indicator: &'static Indicator,
    item: &Judged,
    area: &str,
    told: &Disaggregated,
) -> impl IntoView + use<> {
    let plot = plots::disaggregated(state, indicator, item, area, told);
    let table = table(state, indicator, &state.area_name(area), &plot.title, told);
    let lang = Signal::derive(move || state.lang());
    view! {
        {drawn(&plot).then(|| view! { <Chart plot=Signal::stored(plot) lang open=false /> })}
        {table}
    }
}

/// Whether a chart has a figure to draw.
pub fn drawn(plot: &Plot) -> bool {
    plot.lines.iter().any(|line| !line.points.is_empty())
}

fn table(
    state: State,
    indicator: &Indicator,
    area: &str,
    title: &str,
    told: &Disaggregated,
) -> impl IntoView + use<> {
    let lang = state.lang();
    let row = |member: &Member| {
        let name = member_name(state.catalogue, area, told.by, member, lang);
        let headline = member.is_headline.then(|| {
            view! { <span class="muted small">{state.say("（本页的判断用它）", " (judged on this page)")}</span> }
        });
        view! {
            <tr>
                <th scope="row">{name} {headline}</th>
                <td class="number">{figure(indicator, &member.assessment, lang)}</td>
                <td><StatusMark status=member.assessment.status /></td>
            </tr>
        }
    };
    let rows: Vec<_> = told.members.iter().map(row).collect();
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=title.to_owned()>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{state.say("组或地区", "Group or part")}</th>
                        <th scope="col" class="number">{state.say("最新数值", "Newest figure")}</th>
                        <th scope="col">{state.say("状态", "Status")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn figure(indicator: &Indicator, verdict: &Assessment, lang: Lang) -> String {
    match verdict.latest {
        Some(latest) => with_year(latest.year, latest.value, &indicator.unit, lang),
        None => lang.pick("无数据", "no data").to_owned(),
    }
}
