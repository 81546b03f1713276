//! Two indicators of one area: one above the other on the same years, or together on an index.

use leptos::prelude::*;

use super::pick::{Choice, PickIndicator, switch};
use super::{among, too_little};
use crate::app::choices::Comparison;
use crate::app::components::chart::Chart;
use crate::app::plots::publishers_of;
use crate::app::state::State;
use crate::assess::Judged;
use crate::catalogue::{Indicator, Unit};
use crate::chart::{Line, LineRole, Plot};
use crate::compare::{INDEX, index_on, shared_years};
use crate::observation::ValueAt;
use crate::text::{compare, unit_after};

/// An indicator with its values, and who published them.
struct Valued {
    indicator: &'static Indicator,
    points: Vec<ValueAt>,
    sources: Vec<String>,
}

/// Both indicators.
type Both = [Valued; 2];

/// The pair.
#[component]
pub fn Pair(chosen: Memo<Comparison>) -> impl IntoView {
    let state = State::get();
    let lang = Signal::derive(move || state.lang());
    let options = Memo::new(move |_| state.board.with(|board| with_values(state, &board.items)));
    let first = Signal::derive(move || {
        let id = chosen.with(|chosen| chosen.indicator.clone());
        options.with(|options| among(options, id.as_ref()))
    });
    let second = Signal::derive(move || {
        let id = chosen.with(|chosen| chosen.with.clone());
        let other = |option: &&Indicator| first.get().is_none_or(|first| first.id != option.id);
        let others: Vec<&Indicator> = options.with(|options| options.iter().copied().filter(other).collect());
        // A pair of the same is chosen on purpose or not at all.
        options.with(|options| match id {
            Some(_) => among(options, id.as_ref()),
            None => others.first().copied(),
        })
    });
    let indexed = Memo::new(move |_| chosen.with(|chosen| chosen.indexed));
    let plots = Memo::new(move |_| {
        let both = [first.get()?, second.get()?].map(|indicator| valued(state, indicator));
        Some(plots(state, &both, indexed.get()))
    });
    let ways = move || {
        let (indexed, base) = (indexed.get(), state.catalogue.base_year);
        let choices: [Choice; 2] = [
            (
                state.say("各用各的单位", "Each in its unit"),
                !indexed,
                |chosen| chosen.indexed = false,
            ),
            (
                state.say("以基期为 100", "Base year = 100"),
                indexed,
                |chosen| chosen.indexed = true,
            ),
        ];
        let label = state.say("怎么放在一起", "How to lay them together");
        view! { {switch(state, label, choices)} <span class="muted small">{state.say("基期 ", "Base year ")} {base}</span> }
    };
    let charts = move || match plots.get() {
        Some(plots) => plots
            .into_iter()
            .map(|plot| view! { <Chart plot=Signal::stored(plot) lang open=false /> })
            .collect_view()
            .into_any(),
        None => {
            let needs = (
                "这里会是两个指标逐年的对照。这个地区至少要有两个指标的数值。",
                "Here two indicators stand together year by year. It takes figures of two indicators for this area.",
            );
            too_little(state, needs).into_any()
        }
    };
    view! {
        <section class="stack" aria-label=move || state.say("两项对照", "Two indicators")>
            <Show when=move || options.with(|options| !options.is_empty())>
                <p class="row">
                    <PickIndicator options shown=first label=("第一项", "First") pick=|chosen, id| chosen.indicator = Some(id) />
                    <PickIndicator options shown=second label=("第二项", "Second") pick=|chosen, id| chosen.with = Some(id) />
                </p>
                {ways}
            </Show>
            {charts}
        </section>
    }
}

/// The indicators with at least two values at the area.
fn with_values(state: State, items: &[Judged]) -> Vec<&'static Indicator> {
    let has = |indicator: &&Indicator| {
        items
            .iter()
            .any(|item| item.indicator.id == indicator.id && item.values.len() >= 2)
    };
    state.catalogue.indicators.iter().filter(has).collect()
}

fn valued(state: State, indicator: &'static Indicator) -> Valued {
    let of_it = |item: &&Judged| item.indicator.id == indicator.id && item.values.len() >= 2;
    let item = state.board.with(|board| board.items.iter().find(of_it).cloned());
    let keys = item.iter().filter_map(|item| item.basis.key());
    Valued {
        indicator,
        sources: publishers_of(state, keys),
        points: item.as_ref().map(|item| item.values.clone()).unwrap_or_default(),
    }
}

/// Two plots over the same years, or one on the index. An indicator without a base above nothing has no index:
/// the plot says so and leaves it out.
fn plots(state: State, both: &Both, indexed: bool) -> Vec<Plot> {
    let lang = state.lang();
    let area = state.area_name(&state.area());
    let plot = |title: String, subtitle: String, sources: &[String], lines: Vec<Line>, unit: Unit| Plot {
        summary: title.clone(),
        title,
        subtitle,
        area: area.clone(),
        source: sources.join(lang.pick("；", "; ")),
        unit,
        lines,
        example: state.is_example(),
        years: shared_years(&both[0].points, &both[1].points),
        ..Plot::default()
    };
    let name = |indicator: &Indicator| indicator.name_in(lang).to_owned();
    if !indexed {
        let single = |valued: &Valued| {
            let line = Line {
                name: area.clone(),
                role: LineRole::Own,
                points: valued.points.clone(),
                origin: None,
                series: None,
            };
            let unit = unit_after(&valued.indicator.unit, lang);
            let subtitle = [unit.trim(), &area]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>();
            plot(
                name(valued.indicator),
                subtitle.join(" · "),
                &valued.sources,
                vec![line],
                valued.indicator.unit.clone(),
            )
        };
        return both.iter().map(single).collect();
    }
    let base = state.catalogue.base_year;
    let line = |(at, valued): (usize, &Valued)| {
        let mut points = index_on(&valued.points, base)?;
        for point in &mut points {
            point.value = (point.value * 10.0).round() / 10.0;
        }
        Some(Line {
            name: name(valued.indicator),
            role: LineRole::Group(at),
            points,
            origin: None,
            series: None,
        })
    };
    let lines: Vec<Line> = both.iter().enumerate().filter_map(line).collect();
    let title = compare::pair(both[0].indicator, both[1].indicator, lang);
    let subtitle = compare::indexed(base, INDEX, &area, lines.len() == both.len(), lang);
    let mut sources = both[0].sources.clone();
    sources.extend(
        both[1]
            .sources
            .iter()
            .filter(|source| !both[0].sources.contains(source))
            .cloned(),
    );
    vec![plot(title, subtitle, &sources, lines, Unit::default())]
}
