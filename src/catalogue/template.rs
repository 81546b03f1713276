//! Empty tables to fill in: every countable indicator with its unit, in the two layouts that the import reads, and
//! every goal for the agencies that answer for it.

use std::iter;

use super::{Catalogue, Goal, Indicator, Kind};
use crate::tabular::spreadsheet;

/// One row an indicator, one column a year from the base year to the deadline.
pub fn wide(catalogue: &Catalogue) -> String {
    let years: Vec<String> = (catalogue.base_year..=catalogue.deadline)
        .map(|year| format!("{year}年"))
        .collect();
    let head = ["指标", "地区", "单位", "来源"]
        .map(str::to_owned)
        .into_iter()
        .chain(years.iter().cloned())
        .collect();
    let row = |indicator: &Indicator| {
        let fixed = [
            indicator.name.as_str(),
            catalogue.own_area(),
            indicator.unit.as_str(),
            "",
        ]
        .map(str::to_owned);
        fixed
            .into_iter()
            .chain(years.iter().map(|_| String::new()))
            .collect()
    };
    spreadsheet(iter::once(head).chain(countable(catalogue).map(row)))
}

/// One row a value, with the groups that a value can be about.
pub fn tidy(catalogue: &Catalogue) -> String {
    let head = [
        "指标", "地区", "年份", "性别", "城乡", "年龄", "数值", "单位", "来源",
    ]
    .map(str::to_owned);
    let row = |indicator: &Indicator| {
        let cells = [
            indicator.name.as_str(),
            catalogue.own_area(),
            "",
            "",
            "",
            "",
            "",
            indicator.unit.as_str(),
            "",
        ];
        cells.map(str::to_owned).to_vec()
    };
    spreadsheet(iter::once(head.to_vec()).chain(countable(catalogue).map(row)))
}

/// One row a goal, for the agency that leads and those that support it; what the goal is about helps whoever fills it
/// in and is not read.
pub fn agencies(catalogue: &Catalogue) -> String {
    let head = ["目标", "内容", "牵头单位", "配合单位"]
        .map(str::to_owned)
        .to_vec();
    let row = |goal: &Goal| {
        vec![
            goal.id.to_string(),
            goal.brief.clone(),
            String::new(),
            String::new(),
        ]
    };
    spreadsheet(iter::once(head).chain(catalogue.goals().map(row)))
}

fn countable(catalogue: &Catalogue) -> impl Iterator<Item = &Indicator> {
    catalogue
        .indicators
        .iter()
        .filter(|indicator| indicator.kind != Kind::Milestone)
}
