//! Every figure that a verdict rests on, by year, with who published it.

use std::collections::BTreeSet;

use super::rows::{Row, Rows, bracketed};
use super::{Block, Section, Table};
use crate::assess::Basis;
use crate::observation::{Group, Series, SeriesKey, publisher};
use crate::text::report::parts;
use crate::text::{decimals, number, unit_after};

/// Files loaded, then the series judged.
pub(super) fn section(rows: &Rows<'_>) -> Section {
    let mut seen = BTreeSet::new();
    let body: Vec<Vec<String>> = rows
        .all
        .iter()
        .flat_map(|row| series_of(rows, row).into_iter().map(move |series| (*row, series)))
        .filter(|(_, series)| seen.insert(series.key.clone()))
        .flat_map(|(row, series)| lines(rows, &row, series))
        .collect();
    let derived: Vec<String> = rows
        .all
        .iter()
        .filter(|row| matches!(row.item.basis, Basis::Gap { .. }))
        .map(|row| derived(rows, row))
        .collect();
    let mut blocks = vec![Block::Paragraph(files(rows))];
    if body.is_empty() {
        blocks.push(Block::Paragraph(
            rows.say("没有用于判断的数值。", "No figure was used to judge."),
        ));
    } else {
        blocks.push(Block::Table(Table {
            caption: rows.say("用于判断的历年数值", "Figures used, by year"),
            head: rows.head(&[
                ("指标", "Indicator"),
                ("年份：数值", "Year: value"),
                ("来源", "Source"),
            ]),
            rows: body,
            ..Table::default()
        }));
    }
    if !derived.is_empty() {
        blocks.push(Block::Paragraph(
            rows.say("由分组数值之差算出：", "Computed as the difference of groups:"),
        ));
        blocks.push(Block::List(derived));
    }
    Section {
        heading: rows.say("历年数值与来源", "Figures by year and their sources"),
        blocks,
    }
}

/// The files loaded.
pub(super) fn files(rows: &Rows<'_>) -> String {
    let names: Vec<&str> = rows
        .request
        .loaded
        .sources
        .iter()
        .map(|source| source.name)
        .collect();
    parts::files(&names, rows.lang())
}

/// The loaded series behind a target: its own, or those of the parts.
pub(super) fn series_of<'a>(rows: &Rows<'a>, row: &Row<'a>) -> Vec<&'a Series> {
    let collection = rows.request.loaded.collection;
    let of_part = |area: &String| {
        let key = SeriesKey::of_values(&row.indicator.id, area, Group::TOTAL);
        collection.get(&key)
    };
    match &row.item.basis {
        Basis::Series(key) => collection.get(key).into_iter().collect(),
        Basis::Parts => row
            .item
            .parts
            .iter()
            .filter_map(|part| of_part(&part.area))
            .collect(),
        Basis::Gap { .. } | Basis::Nothing => Vec::new(),
    }
}

/// A line for each publisher of a series, so that every figure stands beside its source.
fn lines(rows: &Rows<'_>, row: &Row<'_>, series: &Series) -> Vec<Vec<String>> {
    let lang = rows.lang();
    let digits = decimals(series.points.iter().map(|point| point.value));
    let mut by_source: Vec<(String, Vec<String>)> = Vec::new();
    for point in rows.points(&series.key) {
        let source = publisher(point, rows.request.loaded.sources)
            .unwrap_or_default()
            .to_owned();
        let figure = format!(
            "{}{}{}",
            point.year,
            lang.pick("：", ": "),
            number(point.value, Some(digits))
        );
        match by_source.iter_mut().find(|(known, _)| *known == source) {
            Some((_, figures)) => figures.push(figure),
            None => by_source.push((source, vec![figure])),
        }
    }
    let mut name = row.indicator.name_in(lang).to_owned();
    let unit = unit_after(&row.indicator.unit, lang).trim().to_owned();
    let area = match series.key.area == rows.request.board.area {
        true => String::new(),
        false => rows.request.area_name(&series.key.area),
    };
    for note in [area, series.key.group.name(lang), unit] {
        if !note.is_empty() {
            name += &bracketed(&note, lang);
        }
    }
    by_source
        .into_iter()
        .map(|(source, figures)| vec![name.clone(), figures.join(lang.pick("；", "; ")), source])
        .collect()
}

fn derived(rows: &Rows<'_>, row: &Row<'_>) -> String {
    let lang = rows.lang();
    let digits = decimals(row.item.values.iter().map(|point| point.value));
    let figures: Vec<String> = row
        .item
        .values
        .iter()
        .map(|point| {
            let value = number(point.value, Some(digits));
            format!("{}{}{value}", point.year, lang.pick("：", ": "))
        })
        .collect();
    format!(
        "{}{}{}",
        rows.name(row),
        lang.pick("　", " — "),
        figures.join(lang.pick("；", "; "))
    )
}
