//! What the author says, the report in a few sentences, and the counts by plan and field, which add up.

use super::rows::Rows;
use super::{Block, Request, Section, Table};
use crate::assess::{GoalStatus, Levels, Status, Summary, WarningKind};
use crate::catalogue::{Field, ItemId};
use crate::text::{Lang, NO_NUMBER, number, status_glyph, status_word, warning_word, year};

/// The author's own text; none where there is none.
pub(super) fn author(request: &Request<'_>) -> Option<Section> {
    let lines = request
        .author
        .text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let blocks: Vec<Block> = lines.map(|line| Block::Paragraph(line.to_owned())).collect();
    (!blocks.is_empty()).then(|| Section {
        heading: request.lang.pick("综述", "Statement").to_owned(),
        blocks,
    })
}

/// Where things stand, in a few sentences.
pub(super) fn overview(rows: &Rows<'_>) -> Section {
    let mut blocks = vec![
        Block::Paragraph(goals_sentence(rows)),
        Block::Paragraph(targets_sentence(rows)),
        Block::Paragraph(warnings_sentence(rows)),
    ];
    if rows.request.example {
        let note = rows.say(
            "本报告的地区和数值都是虚构的，只用来演示，不得引用。",
            "The place and every figure in this report are invented, for demonstration; do not cite them.",
        );
        blocks.insert(0, Block::Note(note));
    }
    if !rows.request.references.is_empty() {
        blocks.push(Block::Note(rows.say(
            "标有“参考”的数值是其他地区的，只供对照，不计入本报告的任何统计。",
            "Figures marked “reference” are other places’; they are shown beside and never counted.",
        )));
    }
    Section {
        heading: rows.say("摘要", "Summary"),
        blocks,
    }
}

fn goals_in<'a>(rows: &'a Rows<'_>) -> impl Iterator<Item = &'a GoalStatus> + Clone {
    let goals = rows.request.board.goals.iter();
    goals.filter(|goal| rows.holds(goal.id))
}

fn goals_sentence(rows: &Rows<'_>) -> String {
    let (lang, place) = (rows.lang(), rows.request.place());
    let counts = Summary::of(goals_in(rows)).statuses;
    let total = counts.total();
    let measured: usize = Status::ALL
        .into_iter()
        .filter(|s| s.is_measured())
        .map(|s| counts.get(s))
        .sum();
    let part = |status: Status| match (lang, counts.get(status)) {
        (_, 0) => None,
        (Lang::Zh, count) => Some(format!("{} {count} 项", status_word(status, lang))),
        (Lang::En, count) => Some(format!("{} {count}", status_word(status, lang).to_lowercase())),
    };
    let told: Vec<String> = Status::ALL
        .into_iter()
        .filter(|s| s.is_measured())
        .filter_map(part)
        .collect();
    let told = match told.is_empty() {
        true => String::new(),
        false => format!("{}{}", lang.pick("：", ": "), told.join(lang.pick("、", ", "))),
    };
    let until = rows.request.board.as_of.map(|at| match lang {
        Lang::Zh => format!("截至 {}，", year(at, lang)),
        Lang::En => format!("Up to {at}, "),
    });
    let until = until.unwrap_or_default();
    match lang {
        Lang::Zh => format!(
            "本报告所及主要目标共 {total} 项。{until}{place}有数据的 {measured} 项{told}；无数据 {} 项；定性目标 {} 项，靠查证评定。",
            counts.no_data, counts.not_measurable
        ),
        Lang::En => format!(
            "This report covers {total} goals. {until}{place} has figures for {measured}{told}; no data for {}; {} are qualitative and judged by evidence.",
            counts.no_data, counts.not_measurable
        ),
    }
}

/// 达标率 over the figures to reach, with its denominator.
fn targets_sentence(rows: &Rows<'_>) -> String {
    let levels = Levels::of(rows.all.iter().map(|row| row.item.assessment.level));
    let Levels {
        total,
        met,
        nearly_met,
        not_met,
        no_data,
    } = levels;
    match (rows.lang(), levels.attainment()) {
        (Lang::Zh, Some(of)) => format!(
            "按指标计，规划列出 {total} 个，其中能判断是否达标的 {} 个：达标 {met} 个，基本实现 {nearly_met} 个，未达标 {not_met} 个；达标率 {}（{}/{}）。另有 {no_data} 个没有数据、只有方向或者靠查证，不计入分母。",
            of.of,
            percent(of.rate),
            of.reached,
            of.of,
        ),
        (Lang::En, Some(of)) => format!(
            "The plans list {total} indicators; for {} it can be told whether the target is met: {met} met, {nearly_met} nearly met, {not_met} not met. Attainment: {} ({} of {}). The other {no_data} have no data, only a direction, or are judged by evidence; they are not in the denominator.",
            of.of,
            percent(of.rate),
            of.reached,
            of.of,
        ),
        (Lang::Zh, None) => format!("按指标计，规划列出 {total} 个，都还不能判断是否达标，因此没有达标率。"),
        (Lang::En, None) => {
            format!(
                "The plans list {total} indicators; for none can it be told yet whether its target is met, so there is no attainment rate."
            )
        }
    }
}

fn warnings_sentence(rows: &Rows<'_>) -> String {
    let lang = rows.lang();
    let carried = |kind| {
        let carries =
            |row: &&super::rows::Row<'_>| row.item.assessment.warnings.iter().any(|w| w.kind() == kind);
        rows.all.iter().filter(carries).count()
    };
    let kinds = WarningKind::ALL
        .into_iter()
        .filter(|kind| *kind != WarningKind::NoData);
    let told: Vec<String> = kinds
        .map(|kind| (kind, carried(kind)))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| match lang {
            Lang::Zh => format!("{} {count} 个", warning_word(kind, lang)),
            Lang::En => format!("{} {count}", warning_word(kind, lang).to_lowercase()),
        })
        .collect();
    match (lang, told.is_empty()) {
        (_, true) => super::findings::nothing(rows),
        (Lang::Zh, false) => format!("预警的指标：{}；同一指标可以有几种预警。", told.join("，")),
        (Lang::En, false) => {
            format!(
                "Indicators warned of: {}; one indicator may carry several warnings.",
                told.join(", ")
            )
        }
    }
}

/// Two tables: goals by status, goals by level. Rows and columns of both add up.
pub(super) fn counts(rows: &Rows<'_>) -> Section {
    let [by_status, by_level] = [by_status(rows), attainment(rows)];
    Section {
        heading: rows.say("总体完成情况", "Overall results"),
        blocks: [by_status.blocks, by_level.blocks].concat(),
    }
}

/// The table of goals by status alone.
pub(super) fn by_status(rows: &Rows<'_>) -> Section {
    let caption = rows.say("主要目标按状态统计（项）", "Goals by status");
    let statuses =
        Status::ALL.map(|status| format!("{} {}", status_glyph(status), status_word(status, rows.lang())));
    let head = rows.head(&[("领域", "Field"), ("目标", "Goals")]);
    let table = table(
        caption.clone(),
        head.into_iter().chain(statuses).collect(),
        &lines(rows),
        |summary| {
            let counts = Status::ALL.map(|status| summary.statuses.get(status));
            std::iter::once(summary.statuses.total())
                .chain(counts)
                .map(|count| count.to_string())
                .collect()
        },
    );
    Section {
        heading: caption,
        blocks: vec![Block::Table(table)],
    }
}

/// The table of goals by level, with 达标率 and its denominator, alone.
pub(super) fn attainment(rows: &Rows<'_>) -> Section {
    let head = [
        ("领域", "Field"),
        ("目标", "Goals"),
        ("达标", "Met"),
        ("基本实现", "Nearly met"),
        ("未达标", "Not met"),
        ("不能判断", "Cannot be told"),
        ("达标率", "Attainment"),
    ];
    let table = table(
        rows.say(
            "主要目标达标情况（项）；达标率＝（达标＋基本实现）÷能判断的目标",
            "Goals by level; attainment = (met + nearly met) of those that can be told",
        ),
        rows.head(&head),
        &lines(rows),
        |Summary { levels, .. }| {
            let counts = [
                levels.total,
                levels.met,
                levels.nearly_met,
                levels.not_met,
                levels.no_data,
            ];
            let rate = levels
                .attainment()
                .map(|of| format!("{}（{}/{}）", percent(of.rate), of.reached, of.of));
            let rate = rate.unwrap_or_else(|| NO_NUMBER.to_owned());
            counts
                .map(|count| count.to_string())
                .into_iter()
                .chain([rate])
                .collect()
        },
    );
    Section {
        heading: rows.say("达标情况", "Attainment"),
        blocks: vec![Block::Table(table)],
    }
}

/// A line of the tables of counts.
struct Line {
    name: String,
    summary: Summary,
    is_sum: bool,
}

/// The whole first, then each plan with its fields, as offices print it. A scope of one field is one line.
fn lines(rows: &Rows<'_>) -> Vec<Line> {
    let lang = rows.lang();
    let of = |is_in: &dyn Fn(ItemId) -> bool| Summary::of(goals_in(rows).filter(|goal| is_in(goal.id)));
    let has_goals = |field: &&Field| field.goals.iter().any(|goal| rows.holds(goal.id));
    let fields: Vec<&Field> = rows.fields().filter(has_goals).collect();
    let mut lines = Vec::new();
    if fields.len() > 1 {
        let summary = of(&|_| true);
        lines.push(Line {
            name: rows.say("合计", "Total"),
            summary,
            is_sum: true,
        });
    }
    let plans = &rows.request.catalogue.plans;
    let in_plan = |plan: char| {
        fields
            .iter()
            .filter(move |field| field.id.starts_with(plan))
            .collect::<Vec<_>>()
    };
    let several = plans.iter().filter(|plan| !in_plan(plan.id).is_empty()).count() > 1;
    for plan in plans {
        let fields = in_plan(plan.id);
        if several && !fields.is_empty() {
            let name = lang.pick(&plan.short, &plan.english_short).to_owned();
            lines.push(Line {
                name,
                summary: of(&|id| id.plan == plan.id),
                is_sum: true,
            });
        }
        lines.extend(fields.into_iter().map(|field| Line {
            name: lang.pick(&field.name, &field.english).to_owned(),
            summary: of(&|id| id.field_id() == field.id),
            is_sum: false,
        }));
    }
    lines
}

fn table(
    caption: String,
    head: Vec<String>,
    lines: &[Line],
    cells: impl Fn(&Summary) -> Vec<String>,
) -> Table {
    let row = |line: &Line| {
        std::iter::once(line.name.clone())
            .chain(cells(&line.summary))
            .collect()
    };
    let sums = lines.iter().enumerate().filter(|(_, line)| line.is_sum);
    Table {
        caption,
        numeric: (1..head.len()).collect(),
        head,
        rows: lines.iter().map(row).collect(),
        sums: sums.map(|(at, _)| at).collect(),
    }
}

fn percent(rate: f64) -> String {
    format!("{}%", number(rate * 100.0, Some(1)))
}
