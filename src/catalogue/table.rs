//! A catalogue as two flat tables, for spreadsheets and open data: every text of the plans, and every area
//! that states a target.

use super::{Catalogue, Indicator, ItemId, Target, Trend};
use crate::tabular::{spreadsheet, spreadsheet_safe};

/// The columns of [`texts`].
pub const TEXT_COLUMNS: [&str; 6] = ["plan", "field", "section", "item", "id", "text"];

/// The columns of [`targets`].
pub const TARGET_COLUMNS: [&str; 15] = [
    "indicator",
    "name",
    "plan",
    "field",
    "section",
    "item",
    "op",
    "value",
    "unit",
    "year",
    "direction",
    "relative_to",
    "quote",
    "plan_name",
    "field_name",
];

/// One row for each text of the plans, in reading order. A text of several paragraphs holds line breaks.
pub fn texts(catalogue: &Catalogue) -> Vec<[String; 6]> {
    catalogue
        .texts()
        .into_iter()
        .map(|(id, text)| text_row(id, text))
        .collect()
}

fn text_row(id: ItemId, text: &str) -> [String; 6] {
    let [plan, field, section, item] = item_columns(id);
    [
        plan,
        field,
        section,
        item,
        id.to_string(),
        spreadsheet_safe(text).into_owned(),
    ]
}

/// One row for each area that states a target: an indicator that serves two goals has two rows.
pub fn targets(catalogue: &Catalogue) -> Vec<[String; 15]> {
    let mut rows = Vec::new();
    for indicator in &catalogue.indicators {
        for target in &indicator.targets {
            let [plan, field, section, item] = item_columns(target.at);
            let unit = target.unit.as_ref().unwrap_or(&indicator.unit);
            let row = [
                indicator.id.clone(),
                spreadsheet_safe(&indicator.name).into_owned(),
                plan,
                field,
                section,
                item,
                target.op.symbol().to_owned(),
                target
                    .op
                    .value()
                    .map(|value| value.to_string())
                    .unwrap_or_default(),
                unit.to_string(),
                target.year.to_string(),
                target.op.trend().map(trend_word).unwrap_or_default().to_owned(),
                relative_to(indicator, target).to_owned(),
                spreadsheet_safe(&target.quote).into_owned(),
                catalogue
                    .plan(target.at.plan)
                    .map(|plan| plan.short.clone())
                    .unwrap_or_default(),
                field_name(catalogue, target.at),
            ];
            rows.push(row);
        }
    }
    rows
}

/// What the field of a text is called; nothing outside the fields.
fn field_name(catalogue: &Catalogue, at: ItemId) -> String {
    let field = catalogue.field(&at.field_id());
    field.map(|field| field.name.clone()).unwrap_or_default()
}

/// The indicator that a target is held against; for a gap, the one whose groups are compared.
fn relative_to<'a>(indicator: &'a Indicator, target: &'a Target) -> &'a str {
    let gap = indicator.gap.as_ref().map(|gap| gap.of.as_str());
    target.op.relative_to().or(gap).unwrap_or_default()
}

/// A table as a CSV file.
pub fn to_csv<const N: usize>(columns: [&str; N], rows: &[[String; N]]) -> String {
    let head = columns.map(str::to_owned).to_vec();
    spreadsheet(std::iter::once(head).chain(rows.iter().map(|row| row.to_vec())))
}

fn item_columns(id: ItemId) -> [String; 4] {
    [
        id.plan.to_string(),
        id.field.to_string(),
        id.section.slug().to_owned(),
        id.item.to_string(),
    ]
}

fn trend_word(trend: Trend) -> &'static str {
    match trend {
        Trend::Up => "up",
        Trend::Down => "down",
        Trend::Narrow => "narrow",
    }
}
