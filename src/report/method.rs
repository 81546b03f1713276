//! How the targets were judged, and by which cut-offs.

use super::{Block, Request, Section, Table};
use crate::lang::Lang;
use crate::text::report::parts;
use crate::text::{cutoff_meaning, cutoff_value};

/// The rules in a few sentences, then every cut-off; changed ones are marked.
pub(super) fn section(request: &Request<'_>) -> Section {
    let mut blocks = vec![rules(request.lang)];
    blocks.extend(changed(request));
    blocks.push(Block::Table(cutoffs(request)));
    Section {
        heading: request
            .lang
            .pick("评判方法和标准", "Method and cut-offs")
            .to_owned(),
        blocks,
    }
}

/// The rules, and the cut-offs only where they were changed.
pub(super) fn in_short(request: &Request<'_>) -> Vec<Block> {
    let changed_alone = || {
        let mut table = cutoffs(request);
        table
            .rows
            .retain(|row| row.last().is_some_and(|remark| !remark.is_empty()));
        Block::Table(table)
    };
    match changed(request) {
        Some(note) => vec![rules(request.lang), note, changed_alone()],
        None => vec![rules(request.lang)],
    }
}

fn rules(lang: Lang) -> Block {
    let rules: &[(&str, &str)] = &[
        (
            "只用被评判地区自己的数值判断；其他地区的数值只作对照。",
            "An area is judged by its own figures alone; other areas’ stand beside for comparison.",
        ),
        (
            "是否达标看最新一年的数值；差得很少的记为“基本实现”。达标率＝（达标＋基本实现）÷能判断的数目。",
            "Whether a target is met is decided by the newest value; a small miss is “nearly met”. Attainment is met and nearly met of those that can be told.",
        ),
        (
            "进度看从基期以来的速度：实际每年的变化与按期达标所需每年的变化之比。一项目标有几个指标时，取其中最差的，不取平均。",
            "Progress is pace: the yearly change since the base held against the one needed to arrive in time. A goal with several indicators takes the worst, never an average.",
        ),
        (
            "基期以来的变化没有超出序列自己常年波动的，既不算进步也不算倒退，记为“变化不明显”；速度够而预测达到的把握很小的，不算“进展顺利”。缺基期数值的，按前后年份估计并标明。",
            "A change that is within the usual variation of its series is neither progress nor a step back: no clear change. What is fast enough but hardly likely to arrive is not on track. A missing base is estimated from the years around it and marked.",
        ),
        (
            "预测是逐年减弱的走势，只用已有数值推算，附达标的把握；它不是承诺，也不考虑今后的措施。",
            "Forecasts carry the trend on, weakening year by year, from the figures alone, with the chance of meeting the target; they promise nothing and know no future measure.",
        ),
        (
            "数值太少、没有数值或没有数可量的目标分别列出，不作推断。",
            "Targets with too few figures, with none, or with nothing to count are listed apart; nothing is guessed.",
        ),
    ];
    let said = rules.iter().map(|(zh, en)| lang.pick(zh, en).to_owned());
    Block::List(said.collect())
}

/// What is to be borne in mind where cut-offs were changed.
fn changed(request: &Request<'_>) -> Option<Block> {
    let changed = request.board.cutoffs.changed().len();
    let note = parts::changed_cutoffs(changed, request.lang);
    (changed > 0).then_some(Block::Note(note))
}

fn cutoffs(request: &Request<'_>) -> Table {
    let lang = request.lang;
    let head = [
        ("判断标准", "Cut-off"),
        ("本报告", "Here"),
        ("通常", "Default"),
        ("备注", "Remark"),
    ];
    let row = |cutoff: crate::assess::CutOff| {
        let default = crate::assess::CutOff {
            value: cutoff.default,
            ..cutoff
        };
        let remark = if cutoff.is_changed() {
            lang.pick("已改动", "changed")
        } else {
            ""
        };
        vec![
            cutoff_meaning(cutoff.name, lang).to_owned(),
            cutoff_value(&cutoff, lang),
            cutoff_value(&default, lang),
            remark.to_owned(),
        ]
    };
    Table {
        caption: lang.pick("判断标准", "Cut-offs").to_owned(),
        head: head.iter().map(|(zh, en)| lang.pick(zh, en).to_owned()).collect(),
        rows: request.board.cutoffs.list().into_iter().map(row).collect(),
        numeric: vec![1, 2],
        ..Table::default()
    }
}
