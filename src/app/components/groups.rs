//! How the groups and the parts of a place stand beside the headline, the worst one named first.

use leptos::prelude::*;

use super::about_bar::place_name;
use super::status::StatusMark;
use crate::app::state::State;
use crate::assess::{Assessment, Judged, Status};
use crate::catalogue::Indicator;
use crate::text::{Lang, group, with_unit, year};

/// One group or part: its name and its verdict.
type Named = (String, Assessment);

/// Every group and part of an item; nothing where there is only the headline.
#[component]
pub fn Groups(item: std::sync::Arc<Judged>, indicator: &'static Indicator) -> impl IntoView {
    let state = State::get();
    move || {
        let named = named(state, &item);
        let worst = worst(&named).map(|(name, assessment)| worst_line(state, indicator, name, assessment));
        (!named.is_empty()).then(|| {
            view! {
                <div class="stack tight">
                    {worst}
                    <details>
                        <summary>{state.say("各组、各地分别怎样", "Every group and part")}</summary>
                        {table(state, indicator, &named)}
                    </details>
                </div>
            }
        })
    }
}

fn named(state: State, item: &Judged) -> Vec<Named> {
    let of_group = |key: &crate::observation::SeriesKey| match group(&key.group, state.lang()) {
        name if name.is_empty() => state.say("全部人口", "everyone").to_owned(),
        name => name,
    };
    let groups = item
        .groups
        .iter()
        .map(|other| (of_group(&other.key), other.assessment.clone()));
    let parts = item
        .parts
        .iter()
        .map(|part| (place_name(state, &part.area), part.assessment.clone()));
    groups.chain(parts).collect()
}

/// The one with the worst measured status; of several, the one furthest behind.
fn worst(named: &[Named]) -> Option<&Named> {
    let status =
        Status::headline(named.iter().map(|(_, a)| a.status)).filter(|status| status.is_measured())?;
    let behind = |(_, a): &&Named| a.pace.or(a.growth).unwrap_or(f64::MAX);
    let of_status = named.iter().filter(|(_, a)| a.status == status);
    of_status.min_by(|a, b| behind(a).total_cmp(&behind(b)))
}

fn worst_line(
    state: State,
    indicator: &Indicator,
    name: &str,
    verdict: &Assessment,
) -> impl IntoView + use<> {
    let figure = figure(indicator, verdict, state.lang());
    let sentence = match state.lang() {
        Lang::Zh => format!("最差的一组：{name}，{figure}"),
        Lang::En => format!("The worst group: {name}, {figure}"),
    };
    view! { <p class="row">{sentence} <StatusMark status=verdict.status /></p> }
}

fn table(state: State, indicator: &Indicator, named: &[Named]) -> impl IntoView + use<> {
    let row = |(name, verdict): &Named| {
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td class="number">{figure(indicator, verdict, state.lang())}</td>
                <td><StatusMark status=verdict.status /></td>
            </tr>
        }
    };
    view! {
        <div class="table-frame">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{state.say("组或地区", "Group or part")}</th>
                        <th scope="col" class="number">{state.say("最新数值", "Newest figure")}</th>
                        <th scope="col">{state.say("状态", "Status")}</th>
                    </tr>
                </thead>
                <tbody>{named.iter().map(row).collect_view()}</tbody>
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{CutOffs, Question, assess};
    use crate::catalogue::builtin;

    fn verdict(values: &[(i32, f64)]) -> Assessment {
        let indicator = builtin().indicator("infant-mortality").unwrap();
        assess(&Question {
            indicator,
            target: indicator.distinct_targets()[0],
            points: values,
            compared_with: None,
            cases: None,
            base_year: 2020,
            midterm: 2025,
            as_of: 2024,
            cutoffs: &CutOffs::default(),
            record: None,
        })
    }

    #[test]
    fn the_group_that_moves_away_is_the_worst() {
        let named = [
            ("城镇".to_owned(), verdict(&[(2020, 6.0), (2024, 5.1)])),
            ("农村".to_owned(), verdict(&[(2020, 8.0), (2024, 8.4)])),
            ("无".to_owned(), verdict(&[])),
        ];
        assert_eq!(worst(&named).unwrap().0, "农村");
        assert!(worst(&named[2..]).is_none());
    }
}
