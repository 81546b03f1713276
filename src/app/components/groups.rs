//! The series that one thing tells apart (sex, residence, age, area), each judged: a chart, and a table of where
//! each stands. The worst of all is named beside the headline.

use leptos::prelude::*;

use super::chart::Chart;
use super::status::StatusMark;
use crate::app::plots;
use crate::app::state::State;
use crate::assess::{Assessment, Disaggregated, Judged, worst_of_all};
use crate::catalogue::Indicator;
use crate::chart::Plot;
use crate::text::{Lang, with_unit, year};

/// The group or part that is furthest behind, in one sentence.
pub fn worst_line(
    state: State,
    indicator: &Indicator,
    item: &Judged,
    place: &str,
    told: &[Disaggregated],
) -> Option<impl IntoView + use<>> {
    let worst = worst_of_all(told)?;
    let by = told.iter().find(|told| told.members.contains(worst))?.by;
    let name = plots::with_chart(state, indicator, item, place, &[], |chart| {
        chart.member_name(by, worst, state.lang())
    });
    let figure = figure(indicator, &worst.assessment, state.lang());
    let sentence = match state.lang() {
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
    place: &str,
    told: &Disaggregated,
) -> impl IntoView + use<> {
    let plot = plots::disaggregated(state, indicator, item, place, told);
    let names: Vec<String> = plots::with_chart(state, indicator, item, place, &[], |chart| {
        told.members
            .iter()
            .map(|member| chart.member_name(told.by, member, state.lang()))
            .collect()
    });
    let lang = Signal::derive(move || state.lang());
    view! {
        {drawn(&plot).then(|| view! { <Chart plot=Signal::stored(plot.clone()) lang open=false /> })}
        {table(state, indicator, &plot.title, told, names)}
    }
}

/// Whether a chart has a figure to draw.
pub fn drawn(plot: &Plot) -> bool {
    plot.lines.iter().any(|line| !line.points.is_empty())
}

fn table(
    state: State,
    indicator: &Indicator,
    title: &str,
    told: &Disaggregated,
    names: Vec<String>,
) -> impl IntoView + use<> {
    let row = |(member, name): (&crate::assess::Member, String)| {
        let headline = member.is_headline.then(|| {
            view! { <span class="muted small">{state.say("（本页的判断用它）", " (judged on this page)")}</span> }
        });
        view! {
            <tr>
                <th scope="row">{name} {headline}</th>
                <td class="number">{figure(indicator, &member.assessment, state.lang())}</td>
                <td><StatusMark status=member.assessment.status /></td>
            </tr>
        }
    };
    let rows: Vec<_> = told.members.iter().zip(names).map(row).collect();
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
    let Some(latest) = verdict.latest else {
        return lang.pick("无数据", "no data").to_owned();
    };
    let (value, when) = (
        with_unit(latest.value, &indicator.unit, lang),
        year(latest.year, lang),
    );
    match lang {
        Lang::Zh => format!("{when} {value}"),
        Lang::En => format!("{value} in {when}"),
    }
}
