//! 策略措施完成情况: the measures of the plans by what an office has recorded of them, counted by field and by agency;
//! then every record with its evidence.

use super::findings::first_sentence;
use super::rows::{Rows, agencies_of, or_none};
use super::{Block, Section, Table};
use crate::assess::{Progress, Record};
use crate::catalogue::{ItemId, Measure};
use crate::text::progress_word;
use crate::text::report::parts;

/// The counts, which add up, and the records; without any record one sentence.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    let measures: Vec<&Measure> = measures(rows).collect();
    let records: Vec<&Record> = measures
        .iter()
        .filter_map(|measure| record(rows, measure.id))
        .collect();
    let mut blocks = vec![Block::Paragraph(intro(rows, measures.len(), records.len()))];
    if !records.is_empty() {
        blocks.push(Block::Table(by_field(rows, &measures)));
        blocks.extend(by_agency(rows, &measures).map(Block::Table));
        blocks.push(Block::Table(listed(rows, &records)));
    }
    (!measures.is_empty()).then(|| Section {
        heading: rows.say("策略措施完成情况", "Measures carried out"),
        blocks,
    })
}

fn measures<'a>(rows: &'a Rows<'_>) -> impl Iterator<Item = &'a Measure> {
    let measures = rows.request.loaded.catalogue.measures();
    measures.filter(|measure| rows.holds(measure.id))
}

fn record<'a>(rows: &Rows<'a>, id: ItemId) -> Option<&'a Record> {
    rows.request
        .board
        .measures
        .iter()
        .find(|record| record.goal == id)
}

fn intro(rows: &Rows<'_>, total: usize, noted: usize) -> String {
    parts::measures(total, noted, rows.lang())
}

/// How many of some measures have been done, are under way, were not started, and have no record.
fn counts(rows: &Rows<'_>, name: String, measures: &[&Measure]) -> Vec<String> {
    let of = |wanted: Option<Progress>| {
        let states = measures
            .iter()
            .map(|measure| record(rows, measure.id).map(|record| record.state));
        states.filter(|state| *state == wanted).count().to_string()
    };
    let states = [
        Some(Progress::Done),
        Some(Progress::UnderWay),
        Some(Progress::NotStarted),
        None,
    ];
    [name, measures.len().to_string()]
        .into_iter()
        .chain(states.map(of))
        .collect()
}

fn table(rows: &Rows<'_>, caption: String, first: (&str, &str), body: Vec<Vec<String>>) -> Table {
    Table {
        caption,
        head: rows.head(&[
            first,
            ("措施", "Measures"),
            ("已完成", "Done"),
            ("进行中", "Under way"),
            ("未启动", "Not started"),
            ("没有记录", "No record"),
        ]),
        rows: body,
        numeric: (1..6).collect(),
        ..Table::default()
    }
}

fn by_field(rows: &Rows<'_>, measures: &[&Measure]) -> Table {
    let fields = rows.fields().filter_map(|field| {
        let here: Vec<&Measure> = measures
            .iter()
            .filter(|measure| measure.id.field_id() == field.id)
            .copied()
            .collect();
        (!here.is_empty()).then(|| counts(rows, rows.part_name(Some(field)), &here))
    });
    let total = counts(rows, rows.say("合计", "Total"), measures);
    let body = std::iter::once(total).chain(fields).collect();
    let caption = rows.say("策略措施按领域统计（项）", "Measures by field");
    Table {
        sums: vec![0],
        ..table(rows, caption, ("领域", "Field"), body)
    }
}

/// A measure counts at each of its agencies, so this table has no sum; none where no file names agencies.
fn by_agency(rows: &Rows<'_>, measures: &[&Measure]) -> Option<Table> {
    let mut agencies: Vec<(String, Vec<&Measure>)> = Vec::new();
    for measure in measures {
        for name in agencies_for(rows, measure.id) {
            match agencies.iter_mut().find(|(known, _)| *known == name) {
                Some((_, here)) => here.push(measure),
                None => agencies.push((name, vec![measure])),
            }
        }
    }
    let caption = rows.say(
        "策略措施按责任单位统计（项；有几个单位的各计一次）",
        "Measures by agency (one with several agencies counts at each)",
    );
    let body: Vec<Vec<String>> = agencies
        .iter()
        .map(|(name, here)| counts(rows, name.clone(), here))
        .collect();
    (!body.is_empty()).then(|| table(rows, caption, ("责任单位", "Agency"), body))
}

/// The agencies that a file gives a measure, else those of the goals that it serves.
fn agencies_for(rows: &Rows<'_>, id: ItemId) -> Vec<String> {
    let own = agencies_of(rows.request.agencies, &[id]);
    if !own.is_empty() {
        return own;
    }
    let served = rows
        .request
        .loaded
        .catalogue
        .goals()
        .filter(|goal| goal.measures.contains(&id));
    agencies_of(
        rows.request.agencies,
        &served.map(|goal| goal.id).collect::<Vec<_>>(),
    )
}

fn listed(rows: &Rows<'_>, records: &[&Record]) -> Table {
    let line = |record: &&Record| {
        let text = rows
            .request
            .loaded
            .catalogue
            .text(record.goal)
            .unwrap_or_default();
        vec![
            format!("{} {}", record.goal, first_sentence(text)),
            progress_word(record.state, rows.lang()).to_owned(),
            record.date.clone(),
            or_none(agencies_for(rows, record.goal).join(rows.lang().pick("、", ", "))),
            or_none(record.note.as_str()),
            or_none(record.source.as_str()),
        ]
    };
    Table {
        caption: rows.say("已记录的策略措施", "Measures with a record"),
        head: rows.head(&[
            ("措施", "Measure"),
            ("进展", "State"),
            ("日期", "Date"),
            ("责任单位", "Agency"),
            ("说明", "Note"),
            ("依据", "Evidence"),
        ]),
        rows: records.iter().map(line).collect(),
        ..Table::default()
    }
}
