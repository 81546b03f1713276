//! 基本情况: population and births of the area and its parts as published, never judged.

use std::collections::BTreeSet;

use super::rows::Rows;
use super::{Block, Section, Table};
use crate::catalogue::{ContextFigure, Role, Unit};
use crate::text::report::background as words;
use crate::text::{NO_NUMBER, number, quantity};

/// 常住人口, whose census figures the table is of.
const POPULATION: &str = "常住人口";
/// Shares of the whole population that the census volumes state.
const WOMEN_15_49: &str = "15-49岁育龄妇女比重";
const CHILDREN_0_14: &str = "0-14岁人口比重";
const SEX_RATIO: &str = "人口性别比（女=100）";

/// The table of population by area, then the other figures; none where nothing is known of the area.
pub(super) fn section(rows: &Rows<'_>) -> Option<Section> {
    let here = rows.request.board.area.as_str();
    let figures: Vec<&ContextFigure> = rows
        .request
        .context
        .iter()
        .filter(|figure| figure.area == here)
        .collect();
    let newest = |name: &str| {
        figures
            .iter()
            .filter(|figure| figure.name == name)
            .map(|figure| figure.year)
            .max()
    };
    let mut blocks = Vec::new();
    if let Some(census) = newest(POPULATION) {
        blocks.extend(population(rows, census).map(Block::Paragraph));
        blocks.push(Block::Table(table(rows, census)));
    }
    let others = others(rows, &figures);
    if !others.is_empty() {
        blocks.push(Block::List(others));
    }
    if !blocks.is_empty() {
        blocks.push(Block::Note(sources(rows)));
    }
    (!blocks.is_empty()).then(|| Section {
        heading: rows.say("基本情况", "The area in figures"),
        blocks,
    })
}

/// A figure of an area and a year, for both sexes, all ages and both kinds of places unless asked otherwise.
fn find<'a>(
    rows: &Rows<'a>,
    area: &str,
    name: &str,
    census: i32,
    sex: &str,
    residence: &str,
) -> Option<&'a ContextFigure> {
    rows.request.context.iter().find(|figure| {
        figure.area == area
            && figure.name == name
            && figure.year == census
            && figure.sex == sex
            && figure.residence == residence
            && figure.age.is_empty()
    })
}

fn population(rows: &Rows<'_>, census: i32) -> Option<String> {
    let area = rows.request.board.area.as_str();
    let of = |sex, residence| find(rows, area, POPULATION, census, sex, residence).map(|figure| figure.value);
    let (all, women, urban) = (of("", "")?, of("女", ""), of("", "城镇"));
    let people = words::People { all, women, urban };
    Some(words::population(
        &rows.request.area(),
        census,
        people,
        rows.lang(),
    ))
}

/// A line for the area and each of its parts.
fn table(rows: &Rows<'_>, census: i32) -> Table {
    let board = &rows.request.board.area;
    let catalogue = rows.request.loaded.catalogue;
    let parts = match catalogue.area(board).map(|area| area.role) {
        Some(Role::Own) => Some(Role::Part),
        Some(Role::Example) => Some(Role::ExamplePart),
        _ => None,
    };
    let parts = catalogue
        .areas
        .iter()
        .filter(|area| Some(area.role) == parts)
        .map(|area| &area.id);
    let line = |area: &String| -> Option<Vec<String>> {
        let count = |sex, residence| {
            find(rows, area, POPULATION, census, sex, residence).map(|figure| number(figure.value, Some(0)))
        };
        let stated =
            |name| find(rows, area, name, census, "", "").map(|figure| number(figure.value, Some(2)));
        let cells = [
            count("", ""),
            count("女", ""),
            stated(WOMEN_15_49),
            stated(CHILDREN_0_14),
            stated(SEX_RATIO),
            count("", "城镇"),
        ];
        cells[0].as_ref()?;
        let cells = cells
            .into_iter()
            .map(|cell| cell.unwrap_or_else(|| NO_NUMBER.to_owned()));
        Some(
            std::iter::once(rows.request.area_name(area))
                .chain(cells)
                .collect(),
        )
    };
    Table {
        caption: words::caption(census, rows.lang()),
        head: rows.head(&[
            ("地区", "Area"),
            ("常住人口", "Residents"),
            ("女性", "Women"),
            ("15–49 岁妇女比重", "Women 15–49, %"),
            ("0–14 岁比重", "Aged 0–14, %"),
            ("性别比（女=100）", "Men per 100 women"),
            ("城镇人口", "In towns"),
        ]),
        rows: std::iter::once(board).chain(parts).filter_map(line).collect(),
        numeric: (1..7).collect(),
        sums: vec![0],
        ..Table::default()
    }
}

/// The newest of every other figure, in one sentence each.
fn others(rows: &Rows<'_>, figures: &[&ContextFigure]) -> Vec<String> {
    let in_table = [POPULATION, WOMEN_15_49, CHILDREN_0_14, SEX_RATIO];
    let mut seen = BTreeSet::new();
    let mut newest: Vec<&ContextFigure> = figures
        .iter()
        .filter(|figure| !in_table.contains(&figure.name.as_str()))
        .copied()
        .collect();
    newest.sort_by_key(|figure| std::cmp::Reverse(figure.year));
    let whole = newest
        .into_iter()
        .filter(|figure| figure.sex.is_empty() && figure.residence.is_empty());
    whole
        .filter(|figure| seen.insert((figure.name.as_str(), figure.age.as_str())))
        .map(|figure| {
            let lang = rows.lang();
            let value = quantity(figure.value, None, &Unit::new(&figure.unit), lang);
            words::figure(figure, &value, lang)
        })
        .collect()
}

fn sources(rows: &Rows<'_>) -> String {
    let here = &rows.request.board.area;
    let census = rows
        .request
        .context
        .iter()
        .filter(|figure| figure.area == *here && figure.name == POPULATION);
    // One figure may name several sources, some of which other figures name, too.
    let named: BTreeSet<&str> = census.flat_map(|figure| figure.source.split('；')).collect();
    let named = named
        .into_iter()
        .collect::<Vec<_>>()
        .join(rows.lang().pick("；", "; "));
    words::sources(&named, rows.lang())
}
