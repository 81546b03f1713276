//! The series that one thing tells apart (sex, residence, age, area), each judged: a chart, and a table of where
//! each stands. The worst of all is named beside the headline.

use leptos::prelude::*;

use super::chart::Chart;
use super::status::StatusMark;
use super::table_frame::table_frame;
use crate::app::plots;
use crate::app::state::State;
use crate::assess::{Disaggregated, Judged, Member, worst_of_all};
use crate::catalogue::Indicator;
use crate::chart::Plot;
use crate::text::indicator::{newest, worst_group};
use crate::text::member_name;

/// The group or part that is furthest behind, in one sentence.
pub fn worst_line(
    state: State,
    indicator: &Indicator,
    area: &str,
    dimensions: &[Disaggregated],
) -> Option<impl IntoView + use<>> {
    let (by, worst) = worst_of_all(dimensions)?;
    let lang = state.lang();
    let name = member_name(state.catalogue, &state.area_name(area), by, worst, lang);
    let sentence = worst_group(&name, &worst.assessment, indicator, lang);
    Some(view! { <p class="row">{sentence} <StatusMark status=worst.assessment.status() /></p> })
}

/// The chart and the table.
pub fn groups(state: State, item: &Judged, area: &str, dimension: &Disaggregated) -> impl IntoView + use<> {
    let plot = plots::disaggregated(state, item, area, dimension);
    let table = table(
        state,
        &item.indicator,
        &state.area_name(area),
        &plot.title,
        dimension,
    );
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
    dimension: &Disaggregated,
) -> impl IntoView + use<> {
    let lang = state.lang();
    let row = |member: &Member| {
        let name = member_name(state.catalogue, area, dimension.by, member, lang);
        let headline = member.is_headline.then(|| {
            view! { <span class="muted small">{state.say("（本页的判断用它）", " (judged on this page)")}</span> }
        });
        view! {
            <tr>
                <th scope="row">{name} {headline}</th>
                <td class="number">{newest(indicator, &member.assessment, lang)}</td>
                <td><StatusMark status=member.assessment.status() /></td>
            </tr>
        }
    };
    let rows: Vec<_> = dimension.members.iter().map(row).collect();
    let table = view! {
    <table>
        <thead>
            <tr>
                <th scope="col">{state.say("组或地区", "Group or part")}</th>
                <th scope="col" class="number">{state.say("最新数值", "Newest figure")}</th>
                <th scope="col">{state.say("状态", "Status")}</th>
            </tr>
        </thead>
        <tbody>{rows}</tbody>
    </table>};
    table_frame(title.to_owned(), false, table)
}
