//! 预警: every early warning of the area, the largest shortfall first, with its reason and what to do next; what is
//! missing stands apart, folded.

mod export;
mod filters;
mod missing;
mod rows;

use leptos::prelude::*;

use crate::app::choices::{Listed, WarningFilter};
use crate::app::components::agencies::{UnknownAgency, all_agencies};
use crate::app::components::alert::nothing;
use crate::app::components::bring_files::BringFiles;
use crate::app::components::heading::Heading;
use crate::app::components::later::Later;
use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Judged, Remit};
use crate::browser::download;
use crate::compare::stated_in;
use crate::text::alerts;
use export::to_csv;
use filters::Filters;
use missing::missing_list;
use rows::{AlertList, ShownAlert};

/// The warnings of a board that a choice leaves, with what is missing apart.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    alerts: Vec<ShownAlert>,
    missing: Vec<Judged>,
}

impl Shown {
    fn of(state: State, board: &Board, filter: &WarningFilter) -> Shown {
        let remit = filter.agency.as_ref().map(|agency| {
            let agencies = state.session.agencies.get();
            Remit::of(agency, &agencies, state.catalogue)
        });
        let wanted = |item: &Judged| {
            filter.field.as_ref().is_none_or(|field| stated_in(item, field))
                && remit.as_ref().is_none_or(|remit| remit.covers(item))
        };
        let of_kind = |kind: Listed| filter.kind.is_none_or(|wanted| wanted == kind);
        let alerts = board
            .alerts()
            .into_iter()
            .filter(|alert| wanted(alert.item))
            .map(ShownAlert::from);
        let mut alerts: Vec<ShownAlert> = alerts.collect();
        for alert in &mut alerts {
            alert
                .warnings
                .retain(|warning| of_kind(Listed::Warnings(warning.kind())));
        }
        alerts.retain(|alert| !alert.warnings.is_empty());
        let missing = board
            .unknown()
            .filter(|item| of_kind(Listed::Missing) && wanted(item));
        Shown {
            missing: missing.cloned().collect(),
            alerts,
        }
    }

    fn count(&self, kind: Listed) -> usize {
        match kind {
            Listed::Missing => self.missing.len(),
            Listed::Warnings(kind) => {
                let warnings = self.alerts.iter().flat_map(|alert| &alert.warnings);
                warnings.filter(|warning| warning.kind() == kind).count()
            }
        }
    }

    fn warnings(&self) -> usize {
        self.alerts.iter().map(|alert| alert.warnings.len()).sum()
    }
}

/// The page.
#[component]
pub fn Warnings() -> impl IntoView {
    let state = State::get();
    let board = state.board;
    super::set_title(move || state.say("预警", "Warnings").to_owned());
    let filter = Memo::new(move |_| match state.page() {
        Page::Warnings(filter) => filter,
        _ => WarningFilter::default(),
    });
    // Of every kind, within the other choices.
    let every_kind = Memo::new(move |_| {
        let filter = WarningFilter {
            kind: None,
            ..filter.get()
        };
        board.with(|board| Shown::of(state, board, &filter))
    });
    let shown = Memo::new(move |_| filter.with(|filter| board.with(|board| Shown::of(state, board, filter))));
    let agency = Memo::new(move |_| filter.with(|filter| filter.agency.clone()));
    let is_unknown = Memo::new(move |_| {
        agency.with(|agency| {
            agency
                .as_ref()
                .is_some_and(|agency| !all_agencies(state).contains(agency))
        })
    });
    // What has a value to reach, and what has only a way to go, whose shortfalls do not compare.
    let alerts = |of_direction: bool| {
        Memo::new(move |_| {
            let alerts = shown.with(|shown| shown.alerts.clone());
            let wanted = |alert: &ShownAlert| alert.is_of_direction() == of_direction;
            alerts.into_iter().filter(wanted).collect::<Vec<_>>()
        })
    };
    let (of_value, of_direction) = (alerts(false), alerts(true));
    let missing = move || shown.with(|shown| shown.missing.clone());
    // None found for an agency that nobody knows is no good news.
    let answer = Signal::derive(move || match is_unknown.get() {
        true => String::new(),
        false => shown.with(|shown| answer(state, &board.get(), shown)),
    });
    view! {
        <div class="stack">
            <Heading about=Signal::derive(move || state.say("预警", "Early warnings").to_owned()) answer />
            <Filters filter every_kind />
        </div>
        <section class="stack tight" aria-label=move || state.say("预警清单", "List of warnings")>
            <Later>
                <AlertList alerts=of_value />
                <Show when=move || of_direction.with(|alerts| !alerts.is_empty())>
                    <h2>{move || state.say("只定了方向的", "Targets with a direction only")}</h2>
                    <p class="muted small">
                        {move || state.say(
                            "规划只写了要提高、要下降或者要缩小差距，没有写到多少，所以说不出差多少。",
                            "The plans say that these are to rise, to fall or to narrow, but not how far, so no shortfall can be told.",
                        )}
                    </p>
                </Show>
                <AlertList alerts=of_direction />
                <Show when=move || !is_unknown.get() fallback=move || view! { <UnknownAgency agency /> }>
                    {move || {
                        let none = shown.with(|shown| shown.alerts.is_empty());
                        none.then(|| empty(state, &board.get(), filter.get().kind))
                    }}
                    <HowRanked shown agency />
                </Show>
            </Later>
        </section>
        <Later>
            {move || {
                let open = filter.with(|filter| filter.kind == Some(Listed::Missing));
                missing_list(state, &missing(), open)
            }}
            <Show when=move || !is_unknown.get() && board.with(|board| !board.shows_change())>
                <BringFiles />
            </Show>
        </Later>
    }
}

fn answer(state: State, board: &Board, shown: &Shown) -> String {
    let area = state.area_name(&board.area);
    let (warnings, indicators, missing) = (shown.warnings(), shown.alerts.len(), shown.missing.len());
    alerts::answer(&area, warnings, indicators, missing, state.lang())
}

fn empty(state: State, board: &Board, kind: Option<Listed>) -> Option<impl IntoView + use<>> {
    let sentence = match kind {
        Some(Listed::Missing) => return None,
        _ if board.alerts().is_empty() => nothing(state, board),
        _ => state.say("这个范围里没有预警。", "There is no warning within this choice."),
    };
    Some(view! { <p class="reading">{sentence}</p> })
}

/// The rule of the order, and the list as a file.
#[component]
fn HowRanked(shown: Memo<Shown>, agency: Memo<Option<String>>) -> impl IntoView {
    let state = State::get();
    let save = move |_| {
        let agencies = state.session.agencies.get();
        let csv = shown.with(|shown| to_csv(state.catalogue, &agencies, shown, state.lang()));
        let name = state.say("预警清单", "warnings");
        let title = agency
            .get()
            .map_or(name.to_owned(), |agency| format!("{name}-{agency}"));
        download::text(
            &download::file_name(&title, name, "csv"),
            "text/csv;charset=utf-8",
            &csv,
        );
    };
    view! {
        <details>
            <summary>{move || state.say("按什么排序", "How these are ranked")}</summary>
            <p class="reading">
                {move || state.say(
                    "从基期到目标是一段路，预计还差的部分占全程越多，排得越前：差全程，等于没有走；超过全程，比起点还远。目标本身有危险的在前，只有差距扩大的在后。下载的清单里，这一比例写在“偏离程度”一列。倒退的指标用最新数值计算；只有方向的目标和扩大的差距，用最新数值与起点之比。波动较大、数量太小和数据过旧不说明远近，排在最后。这条规则是本应用规定的。",
                    "The larger the part of the way from base to target that is expected to be missing, the higher the row. The whole way missing means that nothing was gained; more than that, that it is further away than at the start. Targets in danger come first, then gaps that widen while the target itself is in no danger. The downloaded list has the part missing in its column “shortfall”. For what moves away it is computed from the newest figure; for a direction or a widening gap, from the newest figure over the first. Swinging, too few cases and outdated figures say nothing of distance and come last. The rule is ours.",
                )}
            </p>
        </details>
        <p>
            <button type="button" on:click=save>
                {move || state.say("下载这份清单（CSV）", "Download this list (CSV)")}
            </button>
        </p>
    }
}
