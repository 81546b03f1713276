//! 评判方法: every rule and cut-off behind a verdict, in plain words.

use leptos::prelude::*;

use crate::app::components::cutoffs::CutOffTable;
use crate::app::components::status::StatusMark;
use crate::app::components::worked_examples::WorkedExamples;
use crate::app::state::State;
use crate::assess::Status;
use crate::text::status_meaning;

/// A section of the page: heading and paragraphs, in Chinese and in English. `{base}` stands for the catalogue's base
/// year.
struct Rule {
    heading: (&'static str, &'static str),
    paragraphs: &'static [(&'static str, &'static str)],
}

const RULES: &[Rule] = &[
    Rule {
        heading: ("评判的是哪一串数", "What is judged"),
        paragraphs: &[
            (
                "一个指标、一个地区、一类人的逐年数值是一条序列。标题里的判断用全部人口、所选地区的序列；妇女规划先用女性的序列，没有才用全部人口的，并写明用的是哪一条。一个地区绝不用别处的数来评判。",
                "The yearly figures of one indicator, area and group are a series. The headline is about everyone at the chosen area; the women’s plan takes the women’s series first and says so when it has to take everyone’s. No area is ever judged by another area’s figures.",
            ),
            (
                "“截至”哪一年可以选。选了较早的年份，之后的数值就当作还不知道。",
                "The year judged can be chosen; later figures then count as unknown.",
            ),
        ],
    },
    Rule {
        heading: ("达标没有", "Level"),
        paragraphs: &[(
            "“以上”“以下”都包含本数。“左右”允许相差 2 个百分点。“以 {base} 年为基数下降 20%”指降到 {base} 年的八成，不是减 20 个百分点。“保持”看最新一年，中间没达到的年份会列出。相差不超过目标值 1% 算“基本实现”。",
            "Bounds are inclusive. “Around” allows 2 percentage points. “Down 20% on {base}” means four fifths of the {base} figure, never 20 points less. “Kept” looks at the newest year and lists earlier misses. A miss of at most 1% of the target counts as nearly met.",
        )],
    },
    Rule {
        heading: ("速度够不够", "Pace"),
        paragraphs: &[
            (
                "速度＝实际每年的变化÷从基期到期限每年需要的变化。比例（%）按差算，其他按增长率算。达到所需速度的 95% 是“进展顺利”，60% 以上是“需加快”，不到 60% 是“进展缓慢”，反向变化是“倒退”。已经达到目标的只写“已达标”。",
                "Pace is the actual yearly change over the yearly change needed from the base year to the deadline: differences for shares, growth rates for everything else. From 95% of the pace needed it is on track, from 60% too slow, below that far too slow; the wrong way is moving away. What is met is simply met.",
            ),
            (
                "基期是 {base} 年；没有 {base} 年的数值时用之后第一年，并写明是哪一年。",
                "The base year is {base}; without a {base} figure the first later year is used and named.",
            ),
        ],
    },
    Rule {
        heading: ("只有方向的目标", "Targets that are only a direction"),
        paragraphs: &[(
            "“逐步提高”“明显下降”“差距缩小”没有要达到的数，只看每年的变化：每年 1.5% 以上是“进展顺利”，0.5% 以上是“需加快”，方向反了是“倒退”；接近 100% 时要求相应放低。这类目标不写“已达标”。",
            "“Rising”, “falling” and “narrowing” have no value to reach; only yearly change counts: from 1.5% on track, from 0.5% too slow, the wrong way moving away. Near 100% less is asked. Such targets are never called met.",
        )],
    },
    Rule {
        heading: ("照现在的走势会到哪里", "Forecast"),
        paragraphs: &[(
            "预测从最新数值出发，按近年的走势逐年放缓地延伸，并给出八成把握的区间。死亡率一类在对数尺度上算，比例在 0 与 100 之间算，所以预测不会越界。比例越接近 100% 走势放缓得越快。只有两个数值时不给区间；最新数值比评判年份早五年以上，或期限已过，就不作预测。",
            "A forecast starts from the newest figure and follows the recent trend, damped a little more each year, with an interval that holds the truth eight times in ten. Rates are reckoned on the log scale and shares between 0 and 100, so no forecast leaves its range. The trend of a share is damped faster, since shares slow down near 100%. With two figures there is no interval; from a newest figure more than five years before the year judged, or after the deadline, there is no forecast.",
        )],
    },
    Rule {
        heading: ("一项目标有几个指标", "A goal with several indicators"),
        paragraphs: &[(
            "以最差的那个有数据的指标为准，不取平均，因为平均会掩盖正在变差的那一个。没有数可量的目标是“定性目标”，靠查证和记录评定。",
            "The worst measured one speaks for the goal, never an average: an average hides the one that falls. A goal with nothing to count is qualitative and judged by evidence and record.",
        )],
    },
];

/// The page.
#[component]
pub fn Method() -> impl IntoView {
    let state = State::get();
    super::set_title(move || state.say("评判方法", "How we judge").to_owned());
    view! {
        <div class="stack">
            <h1 tabindex="-1">{move || state.say("评判方法", "How we judge")}</h1>
            <p class="answer">
                {move || state.say(
                    "每一个判断都由公开的数值按下面的规则算出，任何人都可以复算。",
                    "Every verdict follows from published figures by the rules below; anyone can compute it again.",
                )}
            </p>
        </div>
        <section class="stack tight">
            <h2>{move || state.say("八种状态", "Eight statuses")}</h2>
            <dl class="stack tight">{Status::ALL.map(|status| status_entry(state, status)).collect_view()}</dl>
        </section>
        {RULES.iter().map(|rule| rule_view(state, rule)).collect_view()}
        <WorkedExamples />
        <section class="stack tight">
            <h2>{move || state.say("全部界限", "Every cut-off")}</h2>
            <p class="reading">
                {move || state.say(
                    "界限可以改，改动只在这次查看中生效，并写进链接和报告里。",
                    "Cut-offs can be changed; a change holds for this visit and goes into links and reports.",
                )}
            </p>
            <CutOffTable />
        </section>
    }
}

fn status_entry(state: State, status: Status) -> impl IntoView {
    view! {
        <div class="row">
            <dt><StatusMark status /></dt>
            <dd>{move || status_meaning(status, state.lang())}</dd>
        </div>
    }
}

fn rule_view(state: State, rule: &'static Rule) -> impl IntoView {
    let base = state.catalogue.base_year;
    let paragraph = |(zh, en): &'static (&'static str, &'static str)| {
        view! { <p>{move || state.say(zh, en).replace("{base}", &base.to_string())}</p> }
    };
    view! {
        <section class="stack tight reading">
            <h2>{move || state.say(rule.heading.0, rule.heading.1)}</h2>
            {rule.paragraphs.iter().map(paragraph).collect_view()}
        </section>
    }
}
