//! 评判方法: every rule and cut-off behind a verdict, in plain words.

use leptos::prelude::*;

use crate::app::components::cutoffs::CutOffTable;
use crate::app::components::later::Later;
use crate::app::components::status::StatusMark;
use crate::app::components::worked_examples::WorkedExamples;
use crate::app::route::Address;
use crate::app::state::State;
use crate::assess::Status;
use crate::assess::backtest::FINDINGS;
use crate::text::{cutoff_value, status_meaning};

/// A section of the page: heading and paragraphs, in Chinese and in English. `{base}` stands for the catalogue's base
/// year, the name of a cut-off for its value, and so on: see [`filled_in`].
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
        paragraphs: &[
            (
                "“以上”“以下”都包含本数。“左右”允许相差 {around_points}；女性比例的“左右”高到 {parity_points} 以内都不算偏离，因为更接近男女各半不是毛病。“以 {base} 年为基数下降 20%”指降到 {base} 年的八成，不是减 20 个百分点。“保持”看最新一年，中间没达到的年份会列出。相差不超过目标值 {nearly_met} 算“基本实现”。",
                "Bounds are inclusive. “Around” allows {around_points}; of a share of women anything up to {parity_points} is no fault, since nearer to half and half is none. “Down 20% on {base}” means four fifths of the {base} figure, never 20 points less. “Kept” looks at the newest year and lists earlier misses. A miss of at most {nearly_met} of the target counts as nearly met.",
            ),
            (
                "最新的数值早于 {base} 年的，不管高低都不能说明规划完成得怎样，算“数据不足”。“每个县区至少 1 所”一类只看有没有，不谈速度，也不预测；没有的算“需加快”。",
                "A newest figure of before {base} tells nothing of the plan, whatever it was: too few data. “At least one in every county” is a state, there or not: it has no pace and no forecast, and what is not there is in need of acceleration.",
            ),
        ],
    },
    Rule {
        heading: ("速度够不够", "Pace"),
        paragraphs: &[
            (
                "速度＝实际每年的变化÷从基期到期限每年需要的变化。比例（%）按差算，其他按增长率算。达到所需速度的 {on_track_pace} 是“进展顺利”，{accelerate_pace} 以上是“需加快”，再低是“进展缓慢”，反向变化是“倒退”。已经达到目标的只写“已达标”，不写倒退。",
                "Pace is the actual yearly change over the yearly change needed from the base year to the deadline: differences for shares, growth rates for everything else. From {on_track_pace} of the pace needed it is on track, from {accelerate_pace} acceleration is needed, below that progress is limited; the wrong way is moving away. What is met is simply met, and never moves away.",
            ),
            (
                "“进展顺利”要有两个证据：速度够，而且按预测达到目标（差 {nearly_met} 以内也算）的把握不低于 {witness_chance}；否则算“需加快”。速度看基期以来的平均，预测看重近几年，两者不一致时会写明。",
                "On track needs two witnesses: the pace, and a forecast whose chance of meeting the target, or missing it by no more than {nearly_met}, is not under {witness_chance}; else acceleration is needed. Pace is the average since the base, the forecast looks at the last years more; where they disagree, a sentence says so.",
            ),
            (
                "基期是 {base} 年。没有 {base} 年的数值，而前后 {base_years}以内都有数值时，按两边连线估计，标上 e 并给出误差；否则用之后第一年，并写明是哪一年。统计口径中断（序列中断）的年份前后不相比较。",
                "The base year is {base}. Where it has no figure and there are neighbours within {base_years} on both sides, it is estimated on the line between them and marked e, with its error; else the first later year is used and named. Nothing is compared across a break of the series.",
            ),
        ],
    },
    Rule {
        heading: ("只有方向的目标", "Targets that are only a direction"),
        paragraphs: &[
            (
                "“逐步提高”“明显下降”“差距缩小”没有要达到的数，只看每年的变化：每年 {on_track_growth} 以上是“进展顺利”，{accelerate_growth} 以上是“需加快”，方向反了是“倒退”；接近 100% 时要求相应放低。预期寿命看每年增加几岁：{on_track_life}以上是“进展顺利”，{accelerate_life}以上是“需加快”。这类目标不写“已达标”。",
                "“Rising”, “falling” and “narrowing” have no value to reach; only yearly change counts: from {on_track_growth} on track, from {accelerate_growth} acceleration is needed, the wrong way moving away. Near 100% less is asked. A length of life is judged by years gained a year: from {on_track_life} on track, from {accelerate_life} acceleration is needed. Such targets are never called met.",
            ),
            (
                "差距要“缩小”，两组之差变小的同时，两组之比也不能明显扩大（世界卫生组织健康不平等手册要求两者都看）；两个数都会写出来。",
                "A gap narrows only if the ratio of the two groups does not clearly widen while their difference shrinks (WHO’s handbook on health inequality asks for both); both are shown.",
            ),
        ],
    },
    Rule {
        heading: ("变化不明显", "No clear change"),
        paragraphs: &[
            (
                "很多指标每年都会上下波动。基期以来的变化如果没有超出这个序列自己近 {clear_years}的波动（{clear_confidence} 分位），或者不超过公布数字的最后一位，就不能说是进步，也不能说是倒退：只有方向的目标写“变化不明显”；有目标值的，速度不到 {accelerate_pace} 写“进展缓慢”，否则写“变化不明显”。知道例数的，例数少带来的偶然波动也算在内。",
                "Most figures go up and down from year to year. Where the change since the base is within the usual variation of the series over the last {clear_years} (its {clear_confidence} quantile), or is no more than the last digit published, it is neither progress nor a step back: a direction has no clear change; of a target with a value progress is limited below {accelerate_pace} of the pace and else there is no clear change. Where numbers of cases are known, the chance in small numbers counts too.",
            ),
            (
                "连续 {steady_steps}都朝同一方向、合起来超过最后一位的，算明显变化。只有两个数值时不用这条规则。前后都在 {ceiling} 以上的比例只看达标没有。",
                "{steady_steps} or more all one way, together more than the last digit, are a clear change. Of two figures the rule says nothing. Of a share that was and is above {ceiling} the level alone speaks.",
            ),
        ],
    },
    Rule {
        heading: ("照现在的走势会到哪里", "Forecast"),
        paragraphs: &[
            (
                "预测从最新数值出发，按近年的走势逐年放缓地延伸，并给出 {coverage} 把握的区间。死亡率一类在对数尺度上算，比例在 0 与 100 之间算，毛入学率一类可以超过 100，所以预测不会越界。比例越接近 100% 走势放缓得越快。区间至少有 {least_spread} 的波动，序列再平稳也不当作毫无疑问。",
                "A forecast starts from the newest figure and follows the recent trend, damped a little more each year, with an interval that holds the truth {coverage} of the time. Rates are computed on the log scale, shares between 0 and 100, and gross rates may pass 100, so no forecast leaves its range. The trend of a share is damped faster, since shares slow down near 100%. An interval has a spread of at least {least_spread}: no series is so smooth that nothing is in doubt.",
            ),
            (
                "只有两个数值，最新数值比评判年份早 {forecast_age}以上，或期限已过，都不作预测；会超过目标 {far_beyond} 的，只说“超过两倍”。把握说到几成为止，两头只说不到 5% 或超过 95%。",
                "Nothing is forecast from two figures, from a newest figure more than {forecast_age} before the year judged, or after the deadline; what leads beyond {far_beyond} of the target is only called over twice. A chance is said in tenths, at either end as under 5% or over 95%.",
            ),
            (
                "检验：把公布的每个序列在每一年切断，用之前的数预测之后的数，再与实际比较。今后 1–3 年平均相差 {error_near}，区间装下实际值的占 {held_near}；今后 4–8 年 {error_far}，{held_far}（区间偏宽）。假定不变的做法相差 {still_near} 和 {still_far}，直线外推 {line_near} 和 {line_far}。",
                "Tested: every published series is cut at every year, the later values are forecast from the earlier ones and compared with what came true. 1–3 years ahead the mean error is {error_near} and the interval held the truth in {held_near} of cases; 4–8 years ahead {error_far} and {held_far} (the interval is rather too wide). Taking nothing to change errs by {still_near} and {still_far}, a straight line by {line_near} and {line_far}.",
            ),
        ],
    },
    Rule {
        heading: ("一项目标有几个指标", "A goal with several indicators"),
        paragraphs: &[(
            "以最差的那个有数据的指标为准，不取平均，因为平均会掩盖正在变差的那一个；数据不足的指标不代表整项目标。由差到好：倒退、进展缓慢、变化不明显、需加快、进展顺利、已达标。没有数可量的目标是“定性目标”，靠查证和记录评定。",
            "The worst measured one speaks for the goal, never an average: an average hides the one that falls; one with too few data never speaks for it. Worst first: moving away, limited progress, no clear change, acceleration needed, on track, met. A goal with nothing to count is qualitative and judged by evidence and record.",
        )],
    },
    Rule {
        heading: ("报告里的四类", "The four classes of official reports"),
        paragraphs: &[(
            "公开的监测评估报告把可监测的目标分为：提前达标（已达到或基本实现）、预期可达标（预测达到的把握不低于 {likely_chance}，低于 {sure_chance} 的注明把握不足；没有预测的看速度）、预期难以达标（其余）、无法判断（数值早于基期、例数太少，或未达标且只有一两个数值）。只有方向的目标另列：方向一致、变化不明显、方向相反、无法判断。",
            "Published reports sort the targets that can be monitored into: met early 提前达标 (met or nearly met), expected to be met 预期可达标 (a chance of at least {likely_chance}; below {sure_chance} it is noted as unsure; without a forecast the pace decides), hardly to be met 预期难以达标 (the rest), and cannot be told 无法判断 (figures of before the base year, too few cases, or not met and one or two figures only). Directions stand apart: same way, no clear change, opposite way, cannot be told.",
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
            <h2>{move || state.say("九种状态", "Nine statuses")}</h2>
            <dl class="statuses">{Status::ALL.map(|status| status_entry(state, status)).collect_view()}</dl>
        </section>
        <Later>
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
        </Later>
    }
}

fn status_entry(state: State, status: Status) -> impl IntoView {
    view! {
        <div>
            <dt><StatusMark status /></dt>
            <dd>{move || status_meaning(status, state.lang())}</dd>
        </div>
    }
}

fn rule_view(state: State, rule: &'static Rule) -> impl IntoView {
    let paragraph = |(zh, en): &'static (&'static str, &'static str)| {
        view! { <p>{move || filled_in(state, state.say(zh, en))}</p> }
    };
    view! {
        <section class="stack tight reading">
            <h2>{move || state.say(rule.heading.0, rule.heading.1)}</h2>
            {rule.paragraphs.iter().map(paragraph).collect_view()}
        </section>
    }
}

/// A paragraph with its figures: the base year, every cut-off as it is in force, and what the back-test found.
fn filled_in(state: State, paragraph: &str) -> String {
    let lang = state.lang();
    let cutoffs = state.navigation.address.with(Address::cutoffs).list();
    let cutoffs = cutoffs
        .into_iter()
        .map(|cutoff| (cutoff.name.to_owned(), cutoff_value(&cutoff, lang)));
    let base = ("base".to_owned(), state.catalogue.base_year.to_string());
    let figures = FINDINGS.iter().flat_map(|finding| {
        let figures = [
            ("error", finding.error),
            ("held", finding.held),
            ("still", finding.no_change),
            ("line", finding.straight_line),
        ];
        figures.map(|(name, percent)| (format!("{name}_{}", finding.name), format!("{percent}%")))
    });
    let all = cutoffs.chain([base]).chain(figures);
    all.fold(paragraph.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), &value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::CutOffs;

    #[test]
    fn every_figure_of_a_rule_has_a_name_that_is_filled_in() {
        let cutoffs = CutOffs::default().list();
        let known = |name: &str| {
            let of_backtest = |finding: &str| {
                let figure = name.strip_suffix(finding).and_then(|name| name.strip_suffix('_'));
                figure.is_some_and(|figure| ["error", "held", "still", "line"].contains(&figure))
            };
            name == "base"
                || cutoffs.iter().any(|it| it.name == name)
                || of_backtest("near")
                || of_backtest("far")
        };
        for (zh, en) in RULES.iter().flat_map(|rule| rule.paragraphs) {
            let names = |text: &'static str| {
                let parts = text.split('{').skip(1);
                let mut names: Vec<&str> = parts.filter_map(|part| part.split('}').next()).collect();
                names.sort_unstable();
                names.dedup();
                names
            };
            assert!(names(zh).into_iter().all(known), "{zh}");
            assert_eq!(names(zh), names(en), "{zh}");
        }
    }
}
