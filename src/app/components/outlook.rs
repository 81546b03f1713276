//! How much time is left, and how many of the countable goals have figures at all.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::route::Page;
use crate::app::state::State;
use crate::assess::{Board, Status};
use crate::browser::clock;
use crate::catalogue::Year;
use crate::lang::{Lang, plural};
use crate::text::year;

/// Three facts in a row: years left, the mid-term check, coverage.
#[component]
pub fn Outlook(board: Memo<Arc<Board>>) -> impl IntoView {
    let state = State::get();
    let (midterm, deadline) = (state.catalogue.midterm, state.catalogue.deadline);
    let today = clock::today();
    let now: Year = today
        .get(..4)
        .and_then(|year| year.parse().ok())
        .unwrap_or(midterm);
    let missing = move || {
        let statuses = board.with(|board| board.summary().statuses);
        (statuses.get(Status::NoData), statuses.countable())
    };
    view! {
        <dl class="facts">
            <div>
                <dt>{move || state.say("到期", "Deadline")}</dt>
                <dd>{move || until(now, deadline, state.lang())}</dd>
            </div>
            <div>
                <dt>{move || state.say("中期评估", "Mid-term evaluation")}</dt>
                <dd>{move || until(now, midterm, state.lang())}</dd>
            </div>
            <div>
                <dt>{move || state.say("缺数据的目标", "Goals without figures")}</dt>
                <dd>
                    <a href=move || state.href(Page::Fields(Some(Status::NoData)))>
                        {move || coverage(missing(), state.lang())}
                    </a>
                </dd>
            </div>
        </dl>
    }
}

/// How far away a year is.
fn until(now: Year, then: Year, lang: Lang) -> String {
    let named = year(then, lang);
    match (lang, then - now) {
        (Lang::Zh, 0) => format!("{named}，就在今年"),
        (Lang::Zh, left) if left > 0 => format!("{named}，还有 {left} 年"),
        (Lang::Zh, left) => format!("{named}，已过 {} 年", -left),
        (Lang::En, 0) => format!("{named}, this year"),
        (Lang::En, left) => {
            let years = plural(left.unsigned_abs() as usize, "year");
            let way = if left > 0 { "to go" } else { "ago" };
            format!("{named}, {years} {way}")
        }
    }
}

fn coverage((missing, countable): (usize, usize), lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("可以计数的 {countable} 项里有 {missing} 项"),
        Lang::En => format!("{missing} of {countable} that can be counted"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_ahead_now_or_past() {
        assert_eq!(until(2026, 2030, Lang::En), "2030, 4 years to go");
        assert_eq!(until(2026, 2025, Lang::En), "2025, 1 year ago");
        assert_eq!(until(2025, 2025, Lang::Zh), "2025\u{2009}年，就在今年");
        assert_eq!(until(2026, 2025, Lang::Zh), "2025\u{2009}年，已过 1 年");
    }
}
