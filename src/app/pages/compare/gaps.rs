//! Women and men, or town and country, over time for one indicator.

use leptos::prelude::*;

use super::pick::{Choice, PickIndicator, switch};
use super::{among, too_little};
use crate::app::choices::Comparison;
use crate::app::components::chart::Chart;
use crate::app::plots::publishers_of;
use crate::app::state::State;
use crate::catalogue::{Dimension, Indicator, Unit};
use crate::chart::{Line, LineRole, Plot};
use crate::compare::{GapSeries, gap_of, gap_options};
use crate::observation::{Group, SeriesKey};
use crate::text::{compare, unit_after};

/// The gap charts.
#[component]
pub fn Gaps(chosen: Memo<Comparison>) -> impl IntoView {
    let state = State::get();
    let lang = Signal::derive(move || state.lang());
    let by = Memo::new(move |_| chosen.with(|chosen| chosen.by));
    let options = Memo::new(move |_| {
        let (area, by) = (state.area(), by.get());
        state
            .session
            .collection
            .with(|all| gap_options(state.catalogue, all, by, &area, state.year()))
    });
    let shown = Signal::derive(move || {
        let id = chosen.with(|chosen| chosen.indicator.clone());
        options.with(|options| among(options, id.as_ref()))
    });
    let plots = Memo::new(move |_| {
        let (indicator, area, by) = (shown.get()?, state.area(), by.get());
        let gap = state
            .session
            .collection
            .with(|all| gap_of(all, &indicator.id, by, &area, state.year()))?;
        Some(plots(state, indicator, &gap))
    });
    let ways = move || {
        let by = by.get();
        let choices: [Choice; 2] = [
            (
                state.say("女与男", "Women and men"),
                by == Dimension::Sex,
                |chosen| chosen.by = Dimension::Sex,
            ),
            (
                state.say("城镇与农村", "Town and country"),
                by == Dimension::Residence,
                |chosen| {
                    chosen.by = Dimension::Residence;
                },
            ),
        ];
        switch(state, state.say("按什么分组", "Groups"), choices)
    };
    view! {
        <section class="stack" aria-label=move || state.say("差距", "Gaps")>
            {ways}
            <Show when=move || options.with(|options| !options.is_empty())>
                <p class="row">
                    <PickIndicator options shown label=("指标", "Indicator") pick=|chosen, id| chosen.indicator = Some(id) />
                </p>
            </Show>
            {move || match plots.get() {
                Some((both, gap)) => view! {
                    <Chart plot=both lang />
                    <Chart plot=gap lang open=false />
                }
                .into_any(),
                None => {
                    let needs = (
                        "这里会是两组人的数值和差距。需要同一个指标、同一年里两组都有的数值（文件里的“性别”或“城乡”列）。",
                        "Here two groups stand side by side. It takes figures of both for the same indicator and year (the sex or residence column of a file).",
                    );
                    too_little(state, needs).into_any()
                }
            }}
        </section>
    }
}

/// Both groups, and below them the gap alone.
fn plots(state: State, indicator: &Indicator, gap: &GapSeries) -> (Plot, Plot) {
    let lang = state.lang();
    let said = change(state, indicator, gap);
    let key = |who: &Group| SeriesKey::of_values(&indicator.id, &state.area(), who.clone());
    let line = |role, (who, points): &(Group, Vec<_>)| Line {
        name: who.name(lang),
        role,
        points: points.clone(),
        origin: None,
        series: Some(key(who)),
    };
    let source = publishers_of(state, &[key(&gap.first.0), key(&gap.second.0)]).join(lang.pick("；", "; "));
    let area = state.area_name(&state.area());
    let subtitle = |unit: &Unit| match unit_after(unit, lang).trim() {
        "" => area.clone(),
        unit => format!("{unit} · {area}"),
    };
    let both = Plot {
        title: compare::both_groups(indicator, &said, lang),
        subtitle: subtitle(&indicator.unit),
        area: area.clone(),
        source: source.clone(),
        summary: said.clone(),
        unit: indicator.unit.clone(),
        lines: vec![
            line(LineRole::Group(0), &gap.first),
            line(LineRole::Group(1), &gap.second),
        ],
        example: state.is_example(),
        ..Plot::default()
    };
    let unit = gap_unit(&indicator.unit);
    let between = Plot {
        title: compare::gap_alone(indicator, lang),
        subtitle: subtitle(&unit),
        area: area.clone(),
        source,
        summary: said,
        lines: vec![Line {
            name: lang.pick("差距", "gap").to_owned(),
            role: LineRole::Own,
            points: gap.gap.clone(),
            origin: None,
            series: None,
        }],
        unit,
        years: both.span(),
        example: both.example,
        ..Plot::default()
    };
    (both, between)
}

/// The unit of a difference: of shares, percentage points.
fn gap_unit(unit: &Unit) -> Unit {
    if unit.as_str() == "%" {
        Unit::new("百分点")
    } else {
        unit.clone()
    }
}

/// How the gap has changed, in words.
fn change(state: State, indicator: &Indicator, gap: &GapSeries) -> String {
    let lang = state.lang();
    let base = indicator.base_year.unwrap_or(state.catalogue.base_year);
    let Some((from, to)) = gap.change(base) else {
        return lang.pick("两组的数值", "both groups").to_owned();
    };
    compare::gap_change(from, to, &gap_unit(&indicator.unit), lang)
}
