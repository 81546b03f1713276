//! A catalogue as two flat tables, for spreadsheets and open data: every text of the plans, and every area
//! that states a target.

use super::{Catalogue, Indicator, ItemId, Target, Trend};

/// The columns of [`texts`].
pub const TEXT_COLUMNS: [&str; 6] = ["plan", "field", "section", "item", "id", "text"];

/// The columns of [`targets`].
pub const TARGET_COLUMNS: [&str; 13] = [
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
    let [plan, field, section, item] = area_columns(id);
    [plan, field, section, item, id.to_string(), text.to_owned()]
}

/// One row for each area that states a target: an indicator that serves two goals has two rows.
pub fn targets(catalogue: &Catalogue) -> Vec<[String; 13]> {
    let mut rows = Vec::new();
    for indicator in &catalogue.indicators {
        for target in &indicator.targets {
            let [plan, field, section, item] = area_columns(target.at);
            let unit = target.unit.as_ref().unwrap_or(&indicator.unit);
            let row = [
                indicator.id.clone(),
                indicator.name.clone(),
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
                target.quote.clone(),
            ];
            rows.push(row);
        }
    }
    rows
}

/// The indicator that a target is held against; for a gap, the one whose groups are compared.
fn relative_to<'a>(indicator: &'a Indicator, target: &'a Target) -> &'a str {
    let gap = indicator.gap.as_ref().map(|gap| gap.of.as_str());
    target.op.relative_to().or(gap).unwrap_or_default()
}

/// A table as CSV text: UTF-8, comma, LF, quoted where needed.
///
/// # Errors
/// Never for these tables; the writer's own error is passed on rather than swallowed.
pub fn to_csv<const N: usize>(columns: [&str; N], rows: &[[String; N]]) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row)?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn area_columns(id: ItemId) -> [String; 4] {
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
