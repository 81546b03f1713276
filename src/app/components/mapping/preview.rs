//! What would come of the answers: how much more or less is taken, and which verdicts change.

use leptos::prelude::*;

use super::{Draft, open_questions};
use crate::app::answers::{Change, changes};
use crate::app::state::State;
use crate::import::{Import, Log};
use crate::lang::{Lang, plural};
use crate::text::status_word;

/// So many changed verdicts are named.
const MOST: usize = 5;

/// The sentence about it, or that it is being worked out.
pub fn preview(state: State, id: &str, now: &Log, draft: Draft) -> impl IntoView + use<> {
    let lang = state.lang();
    draft.read.with(|read| match read {
        None => view! { <p>{lang.pick("正在试读……", "Trying it out…")}</p> }.into_any(),
        Some(then) => {
            let changed = changes(state, id, &then.table);
            let named: Vec<_> = changed
                .iter()
                .take(MOST)
                .map(|change| view! { <li>{named(change, lang)}</li> })
                .collect();
            view! {
                <div class="notice stack tight">
                    <p>{counts(now, then, lang)} {lang.pick("", " ")} {verdicts(&changed, lang)}</p>
                    {(!named.is_empty()).then(|| view! { <ul>{named}</ul> })}
                </div>
            }
            .into_any()
        }
    })
}

fn counts(now: &Log, then: &Import, lang: Lang) -> String {
    let then = &then.log;
    let left = open_questions(then);
    match lang {
        Lang::Zh => {
            let left = match left {
                0 => "没有拿不准的了。".to_owned(),
                left => format!("还有 {left} 处拿不准。"),
            };
            format!(
                "照此：采用 {} → {} 个数值，没有采用 {} → {} 个。{left}",
                now.taken,
                then.taken,
                now.rejected_cells(),
                then.rejected_cells()
            )
        }
        Lang::En => {
            let left = match left {
                0 => "Nothing is unsure then.".to_owned(),
                left => format!("{} would still be unsure.", plural(left, "thing")),
            };
            format!(
                "So: {} → {} values taken, {} → {} not taken. {left}",
                now.taken,
                then.taken,
                now.rejected_cells(),
                then.rejected_cells()
            )
        }
    }
}

fn verdicts(changed: &[Change], lang: Lang) -> String {
    match (lang, changed.len()) {
        (Lang::Zh, 0) => "现在这个地区的判断都不变。".to_owned(),
        (Lang::Zh, count) => format!("现在这个地区有 {count} 项目标的判断会变："),
        (Lang::En, 0) => "No verdict on the area shown changes.".to_owned(),
        (Lang::En, 1) => "The verdict on 1 goal of the area shown changes:".to_owned(),
        (Lang::En, count) => format!("The verdicts on {count} goals of the area shown change:"),
    }
}

fn named((goal, before, after): &Change, lang: Lang) -> String {
    let name = lang.pick(&goal.brief, &goal.english);
    let (before, after) = (status_word(*before, lang), status_word(*after, lang));
    let colon = lang.pick("：", ": ");
    format!("{} {name}{colon}{before} → {after}", goal.id)
}
