//! 快捷键: what the keyboard does, in a dialog over the page. What stands here has to be what the pages listen for.

use leptos::prelude::*;

use super::dialog::Dialog;
use crate::app::dialogs::DialogWanted;
use crate::app::state::State;
use crate::browser::look;

const ID: &str = "keys";

/// Keys that do something somewhere: names of keys, then what they do in Chinese and in English.
type Row = (&'static [&'static str], &'static str, &'static str);

/// Where keys do something, in Chinese and in English, and those keys.
const AREA: [(&str, &str, &[Row]); 5] = [
    (
        "每一页",
        "Every page",
        &[
            (&["/"], "搜索", "Search"),
            (&["?"], "打开这份说明", "Open this list"),
            (&["Esc"], "关闭菜单或这份说明", "Close a menu or this list"),
        ],
    ),
    (
        "图上",
        "On a chart",
        &[
            (&["←", "→"], "前一年、后一年", "A year earlier, a year later"),
            (&["↑", "↓"], "换一条线", "Another line"),
            (&["Home", "End"], "最早、最新", "The first, the newest"),
            (&["Esc"], "收起读数", "Put the reading away"),
        ],
    ),
    (
        "总体和分组的标签",
        "On the tabs of an indicator",
        &[
            (&["←", "→"], "前一个、后一个", "The tab before, the tab after"),
            (&["Home", "End"], "第一个、最后一个", "The first, the last"),
        ],
    ),
    (
        "总览的目标格",
        "Among the goals of the overview",
        &[
            (&["←", "→"], "前一项、后一项", "The goal before, the goal after"),
            (
                &["↑", "↓"],
                "上一个、下一个领域",
                "The field above, the field below",
            ),
            (
                &["Home", "End"],
                "本领域第一项、最后一项",
                "The first, the last goal of the field",
            ),
        ],
    ),
    (
        "演示时",
        "While presenting",
        &[
            (
                &["→", "↓", "Page Down", "Space", "Enter"],
                "下一张",
                "The next slide",
            ),
            (&["←", "↑", "Page Up", "Backspace"], "上一张", "The slide before"),
            (&["Home", "End"], "第一张、最后一张", "The first, the last slide"),
            (
                &["+", "−"],
                "如果换个速度：每年多一些、少一些",
                "Another pace: more, or less, a year",
            ),
            (&["C"], "同一张，换下一个县区", "The same slide of the next area"),
            (&["P"], "打印这一张", "Print this slide"),
            (&["F"], "全屏", "Full screen"),
            (&["Esc"], "结束演示", "End the talk"),
        ],
    ),
];

/// Opens the list. Open menus are closed first, so that the focus comes back to something that is still there.
pub fn show(dialog: DialogWanted) {
    look::close_menus();
    dialog.open(ID);
}

/// The list of keys; hidden until [`show`]n.
#[component]
pub fn KeysDialog() -> impl IntoView {
    let state = State::get();
    view! {
        <Dialog id=ID title=Signal::derive(move || state.say("快捷键", "Keyboard"))>
            {AREA.map(|(zh, en, rows)| view! {
                <section class="stack tight">
                    <h3>{move || state.say(zh, en)}</h3>
                    <dl>{rows.iter().map(|row| row_view(state, row)).collect_view()}</dl>
                </section>
            })}
        </Dialog>
    }
}

fn row_view(state: State, &(keys, zh, en): &'static Row) -> impl IntoView {
    view! {
        <div>
            <dt>{keys.iter().map(|key| view! { <kbd>{*key}</kbd> }).collect_view()}</dt>
            <dd>{move || state.say(zh, en)}</dd>
        </div>
    }
}
