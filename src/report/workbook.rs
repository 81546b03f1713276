//! The figures of a report as an Excel workbook: the statistical table of the year, every figure by year in the form
//! that the import reads, and the tables of counts. Numbers are numbers, and no cell is a formula.

use std::collections::BTreeSet;

use super::evidence::series_of;
use super::rows::{Row, Rows};
use super::{Request, Section, Table, counts, measures, official};
use crate::catalogue::Year;
use crate::lang::Lang;
use crate::observation::{Group, publisher, sex_word};
use crate::tabular::{CellOut, SheetOut, xlsx};
use crate::text::report::title;
use crate::text::{EXAMPLE_MARK, NO_NUMBER, decimals, demand, status_word};

/// The workbook of a request: every target with a figure, whatever the edition.
pub fn workbook(request: &Request<'_>) -> Vec<u8> {
    let rows = Rows::new(request);
    let annexes = [
        Some(official::section(&rows)),
        Some(counts::section(&rows)),
        measures::section(&rows),
    ];
    let sheets = [year_table(&rows), all_years(&rows)];
    let annexes = annexes.into_iter().flatten().filter_map(annex);
    let sheets: Vec<SheetOut> = sheets.into_iter().chain(annexes).collect();
    xlsx(&sheets)
}

fn text(words: impl Into<String>) -> CellOut {
    CellOut::Text(words.into())
}

/// What stands above a table: what it is, and that the area is invented.
fn title(rows: &Rows<'_>, words: &str) -> Vec<CellOut> {
    let mark = match rows.request.example {
        true => format!("　{}", EXAMPLE_MARK.in_lang(rows.lang())),
        false => String::new(),
    };
    vec![text(format!("{} {words}{mark}", rows.request.area()))]
}

/// 指标, 单位, 目标, 基期, 上年, 本年, 判断, 数据来源. A figure of another year stands in the table of all years.
fn year_table(rows: &Rows<'_>) -> SheetOut {
    let years = years(rows);
    let name = title::year_table(rows.request.board.as_of, rows.lang());
    let before = [
        ("指标", "Indicator"),
        ("地区", "Area"),
        ("性别", "Sex"),
        ("城乡", "Residence"),
        ("单位", "Unit"),
        ("目标要求", "Demanded"),
        ("规定处", "Stated at"),
    ];
    let after = [("判断", "Verdict"), ("预期", "Outlook"), ("数据来源", "Source")];
    let named = years.iter().map(|year| title::year_column(*year, rows.lang()));
    let head: Vec<CellOut> = rows
        .head(&before)
        .into_iter()
        .chain(named)
        .chain(rows.head(&after))
        .map(text)
        .collect();
    let lines = rows
        .all
        .iter()
        .filter(|row| row.item.assessment.latest().is_some() && row.item.basis.key().is_some());
    let body = lines.map(|row| line(rows, row, &years));
    SheetOut {
        rows: [title(rows, &name), head].into_iter().chain(body).collect(),
        name,
        heads: 2,
        bold: Vec::new(),
    }
}

/// The base year, the year before the one judged, and that one; each once, in order.
fn years(rows: &Rows<'_>) -> Vec<Year> {
    let base = rows.request.loaded.catalogue.base_year;
    let as_of = rows.request.board.as_of;
    let years = [Some(base), as_of.map(|year| year - 1), as_of];
    years
        .into_iter()
        .flatten()
        .collect::<BTreeSet<Year>>()
        .into_iter()
        .collect()
}

fn line(rows: &Rows<'_>, row: &Row<'_>, years: &[Year]) -> Vec<CellOut> {
    let (lang, verdict) = (rows.lang(), &row.item.assessment);
    let group = row.item.basis.group();
    let digits = decimals(row.item.values.iter().map(|at| at.value));
    let value = |year: &Year| {
        let found = row.item.values.iter().find(|at| at.year == *year);
        found.map_or(text(""), |at| CellOut::Number(at.value, digits))
    };
    let class = crate::assess::Official::of(row.item, &rows.request.board.cutoffs);
    let class = class.map_or(NO_NUMBER, |class| official::class_word(class, lang));
    let before = [
        row.indicator.name_in(lang).to_owned(),
        rows.request.area(),
        sex(&group, lang).to_owned(),
        residence(&group, lang).to_owned(),
        row.indicator.unit.as_str().to_owned(),
        demand(
            rows.request.loaded.catalogue,
            row.indicator,
            &row.item.target,
            lang,
        ),
        rows.stated_at(row),
    ];
    let after = [
        status_word(verdict.status(), lang).to_owned(),
        class.to_owned(),
        rows.sources(row.item).join(lang.pick("；", "; ")),
    ];
    before
        .into_iter()
        .map(text)
        .chain(years.iter().map(value))
        .chain(after.into_iter().map(text))
        .collect()
}

fn sex(group: &Group, lang: Lang) -> &'static str {
    group.sex.map_or("", |sex| sex_word(sex, lang))
}

fn residence(group: &Group, lang: Lang) -> &'static str {
    let residence = group.residence;
    residence.map_or("", |residence| residence.word(lang))
}

/// Every figure that a verdict rests on, one a row, as the import reads it.
fn all_years(rows: &Rows<'_>) -> SheetOut {
    let lang = rows.lang();
    let mut seen = BTreeSet::new();
    let mut body = Vec::new();
    for row in &rows.all {
        for series in series_of(rows, row) {
            if !seen.insert(series.key.clone()) {
                continue;
            }
            let digits = decimals(series.points.iter().map(|point| point.value));
            for point in rows.points(&series.key) {
                let source = publisher(point, rows.request.loaded.sources).unwrap_or_default();
                let group = &series.key.group;
                body.push(vec![
                    text(row.indicator.name_in(lang)),
                    text(rows.request.area_name(&series.key.area)),
                    CellOut::Text(point.year.to_string()),
                    text(sex(group, lang)),
                    text(residence(group, lang)),
                    text(group.age.clone()),
                    CellOut::Number(point.value, digits),
                    text(row.indicator.unit.as_str()),
                    text(source),
                ]);
            }
        }
    }
    let head = [
        ("指标", "Indicator"),
        ("地区", "Area"),
        ("年份", "Year"),
        ("性别", "Sex"),
        ("城乡", "Residence"),
        ("年龄", "Age"),
        ("数值", "Value"),
        ("单位", "Unit"),
        ("来源", "Source"),
    ];
    let head: Vec<CellOut> = rows.head(&head).into_iter().map(text).collect();
    SheetOut {
        name: rows.say("历年数值", "Figures by year"),
        rows: std::iter::once(head).chain(body).collect(),
        heads: 1,
        bold: Vec::new(),
    }
}

/// The tables of a section under one another; none where it has none.
fn annex(section: Section) -> Option<SheetOut> {
    let mut sheet = SheetOut {
        name: section.heading,
        ..SheetOut::default()
    };
    for block in section.blocks {
        if let super::Block::Table(table) = block {
            if !sheet.rows.is_empty() {
                sheet.rows.push(Vec::new());
            }
            append(&mut sheet, &table);
        }
    }
    (!sheet.rows.is_empty()).then_some(sheet)
}

fn append(sheet: &mut SheetOut, table: &Table) {
    let at = sheet.rows.len();
    sheet.rows.push(vec![text(table.caption.clone())]);
    sheet.rows.push(table.head.iter().cloned().map(text).collect());
    sheet.bold.extend([at, at + 1]);
    for (row, cells) in table.rows.iter().enumerate() {
        if table.is_sum(row) {
            sheet.bold.push(sheet.rows.len());
        }
        let cells = cells.iter().enumerate();
        sheet.rows.push(
            cells
                .map(|(column, cell)| {
                    if table.is_numeric(column) {
                        figure(cell)
                    } else {
                        text(cell.clone())
                    }
                })
                .collect(),
        );
    }
}

/// A printed number as a number; what holds more than one stays text.
fn figure(cell: &str) -> CellOut {
    let digits = |number: &str| number.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let plain = cell.replace(',', "").replace('−', "-");
    if let Ok(value) = plain.parse::<f64>() {
        return CellOut::Number(value, digits(&plain));
    }
    let share = plain
        .strip_suffix('%')
        .and_then(|number| Some((number.parse::<f64>().ok()?, digits(number))));
    share.map_or(text(cell), |(value, digits)| {
        CellOut::Share(value / 100.0, digits)
    })
}
