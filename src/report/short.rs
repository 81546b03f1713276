//! The short edition: a few pages for those who decide. Every part says what it leaves out, and the last one
//! counts the parts of the full edition that are left out whole.

use std::collections::BTreeMap;

use super::rows::{Row, Rows};
use super::{
    Block, Section, Table, agency, author, background, better, charts, check, counts, evidence, findings,
    glossary, measures, method, official, references, shortfall, since, summary, targets,
};
use crate::assess::{Status, StatusCounts};
use crate::text::counts_sentence;
use crate::text::report::{short as words, warnings};

/// Warnings told at most.
const MOST_WARNINGS: usize = 5;
/// Indicators listed at most that do not keep pace: with this many the edition prints on eight pages.
const MOST_BEHIND: usize = 10;
/// Publishers named at most.
const MOST_SOURCES: usize = 8;
/// Statuses that call for something, the worst first.
const BEHIND: [Status; 3] = [
    Status::MovingAway,
    Status::LimitedProgress,
    Status::AccelerationNeeded,
];

/// The parts of the short edition, in order.
pub(super) fn sections(rows: &Rows<'_>) -> Vec<Section> {
    let parts = [
        author::statement(rows.request),
        Some(overview(rows)),
        agency::section(rows),
        Some(official::section(rows)),
        Some(counts::attainment(rows)),
        since::section(rows),
        check::section(rows),
        behind(rows),
        Some(warned(rows)),
        gaps(rows),
        targets::recorded_counts(rows),
        Some(basis(rows)),
        contents_left_out(rows),
    ];
    parts.into_iter().flatten().collect()
}

/// Whether a target is among those that the short edition lists one by one.
pub(super) fn calls_for_attention(row: &Row<'_>) -> bool {
    is_behind(row) || findings::shown_warnings(row).next().is_some()
}

fn is_behind(row: &Row<'_>) -> bool {
    BEHIND.contains(&row.item.assessment.status())
}

fn overview(rows: &Rows<'_>) -> Section {
    let mut section = summary::overview(rows);
    section.blocks.push(Block::Note(rows.say(
        "这是简版：只列需要关注的内容，各部分都写明省略了多少。其余的在本应用“报告”页的附件里，也可以选“全文”。",
        "This is the short edition: it lists what calls for attention, and each part says what it leaves out. The rest is in the annex on the report page, or choose “Full” there.",
    )));
    section
}

/// The targets that do not keep pace, the worst first.
fn behind(rows: &Rows<'_>) -> Option<Section> {
    let statuses = rows.all.iter().map(|row| row.item.assessment.status());
    let counts = StatusCounts::of(statuses.filter(|status| status.is_measured()));
    let listed = worst_first(rows);
    let lang = rows.lang();
    let each = counts_sentence(counts, "个", lang);
    let (total, behind, shown) = (counts.total(), listed.len(), listed.len().min(MOST_BEHIND));
    let intro = words::behind(total, &each, behind, shown, lang);
    let table = (shown > 0).then(|| Block::Table(behind_table(rows, &listed[..shown])));
    (total > 0).then(|| Section {
        heading: rows.say("没有跟上进度的指标", "Indicators that do not keep pace"),
        blocks: std::iter::once(Block::Paragraph(intro)).chain(table).collect(),
    })
}

/// The targets that do not keep pace: by status, and within one by how far they fall short.
fn worst_first<'a>(rows: &Rows<'a>) -> Vec<Row<'a>> {
    let ranked = findings::furthest_off(rows);
    let mut listed: Vec<Row<'_>> = rows.all.iter().filter(|row| is_behind(row)).copied().collect();
    listed.sort_by_cached_key(|row| {
        let status = row.item.assessment.status();
        let warned = ranked.iter().position(|other| std::ptr::eq(other.item, row.item));
        (
            BEHIND.iter().position(|known| *known == status),
            warned.unwrap_or(usize::MAX),
        )
    });
    listed
}

fn behind_table(rows: &Rows<'_>, listed: &[Row<'_>]) -> Table {
    let (demanded, demands) = rows.demands(listed);
    let line = |(row, demand): (&Row<'_>, String)| {
        let verdict = &row.item.assessment;
        vec![
            rows.name(row),
            demand,
            rows.value_at(row, verdict.latest()),
            rows.status(verdict.status()),
            rows.pace(row),
            rows.forecast(row),
        ]
    };
    Table {
        caption: rows.say("没有跟上进度的指标", "Indicators that do not keep pace"),
        head: vec![
            rows.say("指标", "Indicator"),
            demanded,
            rows.say("最新", "Latest"),
            rows.say("状态", "Status"),
            rows.say("速度", "Pace"),
            rows.say("到期预测", "Forecast when due"),
        ],
        rows: listed.iter().zip(demands).map(line).collect(),
        numeric: vec![2, 4],
        ..Table::default()
    }
}

/// The warnings with the largest shortfall, with their reasons.
fn warned(rows: &Rows<'_>) -> Section {
    let ranked = findings::furthest_off(rows);
    let (total, shown) = (ranked.len(), ranked.len().min(MOST_WARNINGS));
    let intro = match total {
        0 => findings::nothing(rows),
        _ => warnings::furthest_off(total, shown, rows.lang()),
    };
    let heading = rows.say("最需要关注的预警", "Warnings to heed first");
    let listed = &ranked[..shown];
    let (demanded, demands) = rows.demands(listed);
    let line = |(row, demand): (&Row<'_>, String)| {
        let home = rows.stated_at(row);
        let reasons = findings::reasons(rows, row).join(rows.lang().pick("", " "));
        vec![rows.name(row), home, demand, reasons]
    };
    let table = Table {
        caption: heading.clone(),
        head: vec![
            rows.say("指标", "Indicator"),
            rows.say("规定处", "Stated at"),
            demanded,
            rows.say("预警和理由", "Warning and reason"),
        ],
        rows: listed.iter().zip(demands).map(line).collect(),
        prose: vec![3],
        ..Table::default()
    };
    let table = (total > 0).then_some(Block::Table(table));
    Section {
        heading,
        blocks: std::iter::once(Block::Paragraph(intro)).chain(table).collect(),
    }
}

/// How many indicators of each field have no figures.
fn gaps(rows: &Rows<'_>) -> Option<Section> {
    let lang = rows.lang();
    let count_of = |field| {
        let missing = |row: &Row<'_>| row.item.assessment.status() == Status::NoData;
        rows.of_field(field).filter(missing).count()
    };
    let fields = rows.fields().map(|field| {
        let name = lang.pick(&field.name, &field.english).to_owned();
        (name, count_of(Some(field)))
    });
    let elsewhere = (rows.say("其他章节", "Other chapters"), count_of(None));
    let counts: Vec<(String, usize)> = fields
        .chain([elsewhere])
        .filter(|(_, count)| *count > 0)
        .collect();
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let each: Vec<String> = counts
        .iter()
        .map(|(name, count)| words::count_of(name, *count, lang))
        .collect();
    let sentence = words::gaps(total, &each, lang);
    (total > 0).then(|| Section {
        heading: rows.say("数据缺口", "Data gaps"),
        blocks: std::iter::once(sentence)
            .chain(gaps_by_agency(rows))
            .map(Block::Paragraph)
            .collect(),
    })
}

/// Which agency owes how many of the missing figures, the most first; none where no file names agencies. A figure that
/// two lead counts for both.
fn gaps_by_agency(rows: &Rows<'_>) -> Option<String> {
    if rows.request.agencies.is_empty() {
        return None;
    }
    let mut owed: BTreeMap<String, usize> = BTreeMap::new();
    let mut nobody = 0;
    let missing = |row: &&Row<'_>| row.item.assessment.status() == Status::NoData;
    for row in rows.all.iter().filter(missing) {
        let agencies = rows.agencies(row);
        nobody += usize::from(agencies.is_empty());
        for agency in agencies {
            *owed.entry(agency).or_default() += 1;
        }
    }
    let mut ranked: Vec<(String, usize)> = owed.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let lang = rows.lang();
    let each = ranked
        .iter()
        .map(|(agency, count)| words::count_of(agency, *count, lang));
    let none = (nobody > 0).then(|| words::of_no_agency(nobody, lang));
    let each: Vec<String> = each.chain(none).collect();
    Some(words::by_agency(&each, lang))
}

/// The rules, and who published the figures.
fn basis(rows: &Rows<'_>) -> Section {
    let mut blocks = method::in_short(rows.request);
    blocks.push(Block::Paragraph(evidence::files(rows)));
    blocks.extend(publishers(rows).map(Block::Paragraph));
    Section {
        heading: rows.say("评判方法和数据来源", "Method and sources"),
        blocks,
    }
}

/// Who published most of the figures; none where there are none.
fn publishers(rows: &Rows<'_>) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for source in rows.all.iter().flat_map(|row| rows.sources(row.item)) {
        *counts.entry(source).or_default() += 1;
    }
    let mut ranked: Vec<(String, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let left = ranked.len().saturating_sub(MOST_SOURCES);
    let named: Vec<String> = ranked
        .into_iter()
        .take(MOST_SOURCES)
        .map(|(source, count)| words::publisher(&source, count, rows.lang()))
        .collect();
    (!named.is_empty()).then(|| words::publishers(&named, left, rows.lang()))
}

/// The parts of the full edition of which this one shows some lines.
pub(super) fn in_part(rows: &Rows<'_>) -> Vec<Section> {
    let parts = [
        check::section(rows),
        Some(findings::section(rows)),
        targets::gaps(rows),
        targets::recorded(rows),
    ];
    parts.into_iter().flatten().collect()
}

/// The parts of the full edition that this one leaves out whole.
pub(super) fn left_out(rows: &Rows<'_>) -> Vec<Section> {
    let parts = [
        Some(counts::by_status(rows)),
        targets::measured(rows),
        charts::section(rows),
        better::section(rows),
        shortfall::section(rows),
        background::section(rows),
        author::process(rows),
        measures::section(rows),
        author::experience(rows.request),
        author::problems(rows.request),
        author::proposals(rows),
        references::section(rows),
        Some(method::section(rows.request)),
        Some(evidence::section(rows)),
        glossary::section(rows),
    ];
    parts.into_iter().flatten().collect()
}

/// What is left out whole, by what stands in it.
fn contents_left_out(rows: &Rows<'_>) -> Option<Section> {
    let whole = left_out(rows);
    let named = |part: &Section| match size(rows, part) {
        Some(size) => format!("{}{}{size}", part.heading, rows.say("：", ": ")),
        None => part.heading.clone(),
    };
    let items: Vec<String> = whole.iter().map(named).collect();
    (!items.is_empty()).then(|| Section {
        heading: rows.say("全文另有的内容", "What the full edition adds"),
        blocks: vec![Block::List(items)],
    })
}

/// How much stands in a part; none where it is text alone.
fn size(rows: &Rows<'_>, part: &Section) -> Option<String> {
    let (mut lines, mut drawn) = (0, 0);
    for block in &part.blocks {
        match block {
            Block::Table(table) => lines += table.rows.len(),
            Block::Chart(_) => drawn += 1,
            _ => {}
        }
    }
    words::size(lines, drawn, rows.lang())
}
