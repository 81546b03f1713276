//! What a report tells of a city before its targets: population and births as published, each figure with its source.
//! They are context: never judged, never counted, and no indicator of the plans.

use std::sync::LazyLock;

use super::Year;

/// A published figure about a city or a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ContextFigure {
    /// What was counted, such as 常住人口.
    pub name: String,
    /// The area, by its Chinese name.
    pub area: String,
    /// The year.
    pub year: Year,
    /// 女 or 男; empty for both.
    pub sex: String,
    /// 城镇 or 农村; empty for both.
    pub residence: String,
    /// Such as 1-4岁; empty for all ages.
    pub age: String,
    /// The figure.
    pub value: f64,
    /// Its unit.
    pub unit: String,
    /// Who published it.
    pub source: String,
}

static BUILTIN: LazyLock<Vec<ContextFigure>> =
    LazyLock::new(|| read(include_str!(concat!(env!("OUT_DIR"), "/context.csv"))));

/// The figures that come with the catalogue; none where the city's folder has no `context.csv`.
pub fn builtin_context() -> &'static [ContextFigure] {
    &BUILTIN
}

/// Reads the columns 指标, 地区, 年份, 性别, 城乡, 年龄, 数值, 单位, 来源 in that order; a row without year or number is no
/// figure.
fn read(text: &str) -> Vec<ContextFigure> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    reader
        .records()
        .filter_map(|record| figure(&record.ok()?))
        .collect()
}

fn figure(record: &csv::StringRecord) -> Option<ContextFigure> {
    let cell = |at: usize| record.get(at).unwrap_or_default().trim().to_owned();
    Some(ContextFigure {
        name: cell(0),
        area: cell(1),
        year: cell(2).parse().ok()?,
        sex: cell(3),
        residence: cell(4),
        age: cell(5),
        value: cell(6).parse().ok()?,
        unit: cell(7),
        source: cell(8),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_city_is_a_figure_with_a_source() {
        let rows = include_str!("qinzhou/context.csv").lines().count() - 1;
        assert_eq!(builtin_context().len(), rows);
        assert!(
            builtin_context()
                .iter()
                .all(|figure| !figure.source.is_empty() && !figure.unit.is_empty())
        );
    }

    #[test]
    fn a_city_can_do_without_and_a_slip_is_no_figure() {
        assert!(read("").is_empty());
        assert!(
            read("指标,地区,年份,性别,城乡,年龄,数值,单位,来源\n常住人口,甲,2020,,,,约三百万,人,年鉴\n")
                .is_empty()
        );
    }
}
