//! Empty tables to fill in: of values, and of the agencies that answer for goals.

use leptos::prelude::*;

use crate::app::state::State;
use crate::browser::download;
use crate::catalogue::{Catalogue, template};

/// A template: the name of its file, what writes it, and what its button says.
type Template = (&'static str, fn(&Catalogue) -> String, [&'static str; 2]);

const TEMPLATES: [Template; 3] = [
    (
        "template-wide.csv",
        template::wide,
        ["下载宽表模板", "Download the wide template"],
    ),
    (
        "template-tidy.csv",
        template::tidy,
        ["下载长表模板", "Download the tidy template"],
    ),
    (
        "template-agencies.csv",
        template::agencies,
        ["下载责任单位模板", "Download the template of agencies"],
    ),
];

/// The templates, each behind a button.
#[component]
pub(super) fn Templates() -> impl IntoView {
    let state = State::get();
    let button = |(file, write, [zh, en]): Template| {
        let save = move |_| download::text(file, "text/csv;charset=utf-8", &write(state.catalogue));
        view! { <button type="button" on:click=save>{move || state.say(zh, en)}</button> }
    };
    view! {
        <section class="stack tight">
            <h2>{move || state.say("填报模板", "Templates to fill in")}</h2>
            <p class="reading">
                {move || state.say(
                    "宽表一行一个指标、一列一年；长表一行一个数值，可以写明性别、城乡和年龄。两种都列出全部可计数的指标和单位。责任单位表一行一项目标，填写牵头单位和配合单位。没有的留空即可。",
                    "Wide: one row an indicator, one column a year. Tidy: one row a value, with sex, residence and age where you have them. Both list every countable indicator with its unit. The table of agencies has one row a goal, for who leads and who supports. Leave blank what you do not have.",
                )}
            </p>
            <p class="row">{TEMPLATES.map(button).collect_view()}</p>
        </section>
    }
}
