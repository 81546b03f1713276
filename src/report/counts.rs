//! The counts of goals by plan and field, which add up: by status, and by level with 达标率 and its denominator.

use super::rows::Rows;
use super::summary::goals_in;
use super::{Block, Section, Table};
use crate::assess::{Status, Summary};
use crate::catalogue::{Field, ItemId};
use crate::text::report::percent;
use crate::text::{NO_NUMBER, status_glyph, status_word};

/// Two tables: goals by status, goals by level. Rows and columns of both add up.
pub(super) fn section(rows: &Rows<'_>) -> Section {
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
    let plans = &rows.request.loaded.catalogue.plans;
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
        ..Table::default()
    }
}
