//! What an evaluation is held for: the mid-term year against the interim path, or the values at the deadline.

use super::rows::{Row, Rows};
use super::{Block, Edition, Kind, Section};
use crate::assess::Level;
use crate::catalogue::{Kind as Sort, Year};
use crate::lang::Lang;
use crate::text::report::check as words;
use crate::text::{NO_NUMBER, level_word, with_unit};

/// The check that the kind of report asks for; none for an annual report.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    match rows.request.kind {
        Kind::Annual => None,
        Kind::MidTerm => Some(midterm(rows)),
        Kind::Final => Some(at_deadline(rows)),
    }
}

/// The outcome of a check.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Reached,
    Missed,
    Unknown,
}

/// One line: its name and figures, and how it came out.
struct Line<'a> {
    row: Row<'a>,
    outcome: Outcome,
}

fn midterm(rows: &Rows<'_>) -> Section {
    let due = rows.request.loaded.catalogue.midterm;
    let lines: Vec<Line<'_>> = rows
        .all
        .iter()
        .filter_map(|row| {
            let outcome = match row.item.assessment.midterm()?.reached {
                Some(true) => Outcome::Reached,
                Some(false) => Outcome::Missed,
                None => Outcome::Unknown,
            };
            Some(Line { row: *row, outcome })
        })
        .collect();
    let cells = |line: &Line<'_>| {
        let check = line.row.item.assessment.midterm();
        let expected = check.map(|check| rows.computed(&line.row, check.expected.value));
        let actual = check.and_then(|check| check.actual);
        vec![
            rows.value_at(&line.row, line.row.item.assessment.base()),
            expected.unwrap_or_else(|| NO_NUMBER.to_owned()),
            actual_or_forecast(rows, &line.row, actual, due),
            outcome_word(line.outcome, rows.lang()).to_owned(),
        ]
    };
    let head = words::midterm_head(due, rows.lang());
    let intro = words::midterm(due, rows.lang());
    section_of(
        rows,
        rows.say("中期对照", "Mid-term check"),
        intro,
        &head,
        &lines,
        cells,
    )
}

fn at_deadline(rows: &Rows<'_>) -> Section {
    let counted = rows
        .all
        .iter()
        .filter(|row| row.indicator.kind != Sort::Milestone);
    let lines: Vec<Line<'_>> = counted
        .map(|row| {
            let outcome = match (value_in(row, row.item.target.year), row.item.assessment.level()) {
                (Some(_), Some(Level::Met | Level::NearlyMet)) => Outcome::Reached,
                (Some(_), Some(Level::NotMet)) => Outcome::Missed,
                _ => Outcome::Unknown,
            };
            Line { row: *row, outcome }
        })
        .collect();
    let cells = |line: &Line<'_>| {
        let due = line.row.item.target.year;
        let level = line
            .row
            .item
            .assessment
            .level()
            .filter(|_| line.outcome != Outcome::Unknown);
        let word = level.map_or(outcome_word(line.outcome, rows.lang()), |level| {
            level_word(level, rows.lang())
        });
        vec![
            rows.demand(&line.row),
            rows.value_at(&line.row, line.row.item.assessment.base()),
            actual_or_forecast(rows, &line.row, value_in(&line.row, due), due),
            word.to_owned(),
        ]
    };
    let head = rows.head(&[
        ("目标", "Target"),
        ("基期", "Base"),
        ("到期年份的数值", "Value when due"),
        ("结论", "Result"),
    ]);
    let intro = rows.say(
        "按目标到期年份的数值判断；那一年还没有数值的，给出按现在走势的预计，不作结论。",
        "Judged by the value of the year in which the target is due; where it is not there yet, the forecast is shown and nothing is concluded.",
    );
    section_of(
        rows,
        rows.say("终期对照", "Final check"),
        intro,
        &head,
        &lines,
        cells,
    )
}

/// Sentence, counts that add up, and the table.
fn section_of<'a>(
    rows: &Rows<'a>,
    heading: String,
    intro: String,
    head: &[String],
    lines: &[Line<'a>],
    cells: impl Fn(&Line<'a>) -> Vec<String>,
) -> Section {
    let count = |outcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let (reached, missed, unknown) = (
        count(Outcome::Reached),
        count(Outcome::Missed),
        count(Outcome::Unknown),
    );
    let counts = words::counts(lines.len(), reached, missed, unknown, rows.lang());
    let short = rows.request.edition == Edition::Short;
    let rest = match (short, missed) {
        (false, _) => String::new(),
        (true, 0) => rows.say("逐个见全文。", " The full edition lists them."),
        (true, _) => rows.say(
            "下表只列未达到的，其余见全文。",
            " The table lists the missed ones alone; the others are in the full edition.",
        ),
    };
    let mut blocks = vec![Block::Paragraph(intro), Block::Paragraph(counts + &rest)];
    // What can be told comes first: a long list of unknowns would bury it.
    let is_listed = |line: &&Line<'_>| match line.outcome {
        Outcome::Missed => true,
        Outcome::Reached => !short,
        Outcome::Unknown => !short && line.row.item.assessment.latest().is_some(),
    };
    let body: Vec<Vec<String>> = lines
        .iter()
        .filter(is_listed)
        .map(|line| std::iter::once(rows.name(&line.row)).chain(cells(line)).collect())
        .collect();
    if !body.is_empty() {
        blocks.push(Block::Table(super::Table {
            caption: heading.clone(),
            head: std::iter::once(rows.say("指标", "Indicator"))
                .chain(head.iter().cloned())
                .collect(),
            rows: body,
            numeric: vec![head.len() - 2, head.len() - 1],
            ..super::Table::default()
        }));
    }
    Section { heading, blocks }
}

fn value_in(row: &Row<'_>, year: Year) -> Option<f64> {
    row.item
        .values
        .iter()
        .find(|point| point.year == year)
        .map(|point| point.value)
}

/// The value of that year; before it is known, the forecast, marked as one.
fn actual_or_forecast(rows: &Rows<'_>, row: &Row<'_>, actual: Option<f64>, due: Year) -> String {
    if let Some(actual) = actual {
        return with_unit(actual, &row.indicator.unit, rows.lang());
    }
    let forecast = row
        .item
        .assessment
        .outlook()
        .iter()
        .find(|forecast| forecast.year == due);
    forecast.map_or_else(
        || NO_NUMBER.to_owned(),
        |forecast| words::forecast(&rows.computed(row, forecast.value), rows.lang()),
    )
}

fn outcome_word(outcome: Outcome, lang: Lang) -> &'static str {
    match outcome {
        Outcome::Reached => lang.pick("达到", "reached"),
        Outcome::Missed => lang.pick("未达到", "missed"),
        Outcome::Unknown => lang.pick("尚不能判断", "cannot be told yet"),
    }
}
