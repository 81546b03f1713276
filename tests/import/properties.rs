//! What holds of every table: how it is laid out and in which order its rows and columns stand changes nothing, and
//! what nobody knows neither adds a value nor changes one.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::laid_out::{csv, put, reordered, with_column};
use crate::support::accounted;

/// Indicator, area, year and value.
type Fact = (&'static str, &'static str, i32, String);

/// Names in a table, ids, and what values are plausible.
const INDICATORS: [(&str, &str, std::ops::Range<u32>); 3] = [
    ("婴儿死亡率", "infant-mortality", 20..80),
    ("新生儿死亡率", "neonatal-mortality", 10..50),
    ("学前教育毛入园率", "preschool-enrolment", 700..990),
];
const AREAS: [&str; 4] = ["钦州市", "灵山县", "浦北县", "钦南区"];
const YEARS: [i32; 4] = [2020, 2021, 2022, 2023];

/// Every combination of some indicators, areas and years, each with a value.
fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let some = (1..=3usize, 1..=4usize, 2..=4usize);
    some.prop_flat_map(|(indicators, areas, years)| {
        let each = INDICATORS[..indicators].iter().flat_map(move |indicator| {
            AREAS[..areas]
                .iter()
                .flat_map(move |area| YEARS[..years].iter().map(move |year| (indicator, *area, *year)))
        });
        let facts: Vec<BoxedStrategy<Fact>> = each
            .map(|((_, id, range), area, year)| {
                let fact = move |value: u32| (*id, area, year, format!("{}.{}", value / 10, value % 10));
                range.clone().prop_map(fact).boxed()
            })
            .collect();
        facts
    })
}

fn name(id: &str) -> &'static str {
    INDICATORS
        .iter()
        .find(|(_, known, _)| *known == id)
        .map_or("", |(name, ..)| name)
}

/// One row a value.
fn tidy(facts: &[Fact]) -> Vec<Vec<String>> {
    let head = ["指标", "地区", "年份", "数值"].map(str::to_owned).to_vec();
    let row = |(id, area, year, value): &Fact| {
        vec![
            name(id).to_owned(),
            (*area).to_owned(),
            year.to_string(),
            value.clone(),
        ]
    };
    std::iter::once(head).chain(facts.iter().map(row)).collect()
}

/// One dimension across, the two others down.
fn across(facts: &[Fact], dimension: usize) -> Vec<Vec<String>> {
    const TITLES: [&str; 3] = ["指标", "地区", "年份"];
    let texts = |(id, area, year, _): &Fact| [name(id).to_owned(), (*area).to_owned(), year.to_string()];
    let mut columns: Vec<String> = facts.iter().map(|fact| texts(fact)[dimension].clone()).collect();
    columns.sort();
    columns.dedup();
    let keys: Vec<usize> = (0..3).filter(|at| *at != dimension).collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for fact in facts {
        let texts = texts(fact);
        let key: Vec<String> = keys.iter().map(|at| texts[*at].clone()).collect();
        put(&mut rows, &key, (&columns, &texts[dimension]), &fact.3);
    }
    let head = keys
        .iter()
        .map(|at| TITLES[*at].to_owned())
        .chain(columns)
        .collect();
    std::iter::once(head).chain(rows).collect()
}

fn taken(file: &str, rows: &[Vec<String>]) -> BTreeSet<(String, String, i32, String)> {
    let import = accounted(file, csv(rows).as_bytes());
    let row = |row: plan_tracker::observation::Observation<'_>| {
        (
            row.indicator.to_owned(),
            row.area.to_owned(),
            row.year,
            format!("{:.1}", row.value),
        )
    };
    import.table.values().map(row).collect()
}

fn meant(facts: &[Fact]) -> BTreeSet<(String, String, i32, String)> {
    facts
        .iter()
        .map(|(id, area, year, value)| ((*id).to_owned(), (*area).to_owned(), *year, value.clone()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dimension_may_run_across(facts in facts(), dimension in 0..3usize) {
        prop_assert_eq!(taken("a.csv", &tidy(&facts)), meant(&facts));
        prop_assert_eq!(taken("a.csv", &across(&facts, dimension)), meant(&facts));
    }

    #[test]
    fn the_order_of_rows_and_columns_changes_nothing(
        facts in facts().prop_shuffle(),
        layout in 0..4usize,
        keys in prop::collection::vec(any::<u32>(), 12),
    ) {
        let rows = if layout == 3 { tidy(&facts) } else { across(&facts, layout) };
        prop_assert_eq!(taken("a.csv", &reordered(&rows, &keys)), meant(&facts));
    }

    #[test]
    fn a_column_that_nobody_knows_adds_and_changes_nothing(
        facts in facts(),
        layout in 0..4usize,
        at in 0..4usize,
        title in "(甲|qqq|第三列|Zeta|)",
        cells in prop::collection::vec("(某|7|12.5|zzz|)", 48),
    ) {
        let rows = if layout == 3 { tidy(&facts) } else { across(&facts, layout) };
        let rows = with_column(&rows, at, &title, &cells);
        let found = taken("a.csv", &rows);
        prop_assert!(found.is_subset(&meant(&facts)), "{:?}\n{}", found.difference(&meant(&facts)), csv(&rows));
    }

    #[test]
    fn a_further_county_never_changes_the_city(facts in facts(), layout in 0..4usize) {
        let city: Vec<Fact> = facts.iter().filter(|(_, area, ..)| *area == AREAS[0]).cloned().collect();
        let of_city = |facts: &[Fact]| {
            let rows = if layout == 3 { tidy(facts) } else { across(facts, layout) };
            let all = taken("a.csv", &rows).into_iter();
            all.filter(|(_, area, ..)| area == AREAS[0]).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(of_city(&facts), of_city(&city));
    }

    #[test]
    fn the_name_of_a_file_moves_no_figure(
        facts in facts(),
        layout in 0..4usize,
        file in "(灵山县|全国|广西2021年|农村|男|婴儿死亡率|目标值|2022|新生儿死亡率（浦北县）)\\.csv",
    ) {
        let rows = if layout == 3 { tidy(&facts) } else { across(&facts, layout) };
        prop_assert!(taken(&file, &rows).is_subset(&meant(&facts)));
    }
}
