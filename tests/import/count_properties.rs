//! What holds of every table of counts: the rates computed from them are the same however it is laid out, in whatever
//! order its rows and columns stand, and what nobody knows neither adds a rate nor changes one.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::laid_out::{csv, put, reordered, with_column};
use crate::support::accounted;

/// Where, when, of which sex (合计 is everyone), live births and infant deaths.
type Counted = (&'static str, i32, &'static str, u32, u32);

/// Where, when, of which sex, and the rate, as far as it is told.
type Rate = (String, i32, String, String);

const AREAS: [&str; 3] = ["钦州市", "灵山县", "浦北县"];
const YEARS: [i32; 3] = [2021, 2022, 2023];
const SEXES: [(&str, &str); 3] = [("合计", ""), ("男", "male"), ("女", "female")];

/// Every combination of some areas, years and sexes, each with its counts.
fn counts() -> impl Strategy<Value = Vec<Counted>> {
    let some = (1..=3usize, 1..=3usize, 1..=3usize);
    some.prop_flat_map(|(areas, years, sexes)| {
        let mut all: Vec<BoxedStrategy<Counted>> = Vec::new();
        for area in &AREAS[..areas] {
            for year in &YEARS[..years] {
                for (sex, _) in &SEXES[..sexes] {
                    let counted = |(births, deaths)| (*area, *year, *sex, births, deaths);
                    all.push((2000u32..20_000, 1u32..90).prop_map(counted).boxed());
                }
            }
        }
        all
    })
}

/// The ways to lay counts out.
#[derive(Clone, Copy, Debug)]
enum Layout {
    /// One row a count.
    Tidy,
    /// Births and deaths in columns.
    Columns,
    /// The rate named, its numerator and its denominator in columns.
    Parts,
    /// The same in rows, with the years across.
    YearsAcross,
    /// The sexes across.
    SexesAcross,
}

const LAYOUTS: [Layout; 5] = [
    Layout::Tidy,
    Layout::Columns,
    Layout::Parts,
    Layout::YearsAcross,
    Layout::SexesAcross,
];

/// The table of counts in a layout: its titles, and its rows.
fn table(counts: &[Counted], layout: Layout) -> Vec<Vec<String>> {
    let row = |cells: &[&str]| -> Vec<String> { cells.iter().map(|cell| (*cell).to_owned()).collect() };
    let mut rows = Vec::new();
    match layout {
        Layout::Tidy => {
            rows.push(row(&["指标", "地区", "年份", "性别", "数值"]));
            for (area, year, sex, births, deaths) in counts {
                let year = year.to_string();
                rows.push(row(&["活产数", area, &year, sex, &births.to_string()]));
                rows.push(row(&["婴儿死亡数", area, &year, sex, &deaths.to_string()]));
            }
        }
        Layout::Columns | Layout::Parts => {
            let is_parts = matches!(layout, Layout::Parts);
            rows.push(match is_parts {
                true => row(&["地区", "年份", "性别", "分母", "分子", "指标"]),
                false => row(&["地区", "年份", "性别", "活产数", "婴儿死亡数"]),
            });
            for (area, year, sex, births, deaths) in counts {
                let (year, births, deaths) = (year.to_string(), births.to_string(), deaths.to_string());
                rows.push(row(&[area, &year, sex, &births, &deaths]));
                if is_parts && let Some(last) = rows.last_mut() {
                    last.push("婴儿死亡率".to_owned());
                }
            }
        }
        Layout::YearsAcross => {
            rows = across(
                counts,
                |(area, year, sex, ..)| (year.to_string(), area, sex),
                "性别",
            );
        }
        Layout::SexesAcross => {
            rows = across(
                counts,
                |(area, year, sex, ..)| (sex.to_owned(), area, year),
                "年份",
            );
        }
    }
    rows
}

/// The counts in rows by area and something else, with the last thing across.
fn across<Other: ToString>(
    counts: &[Counted],
    split: impl Fn(Counted) -> (String, &'static str, Other),
    other: &str,
) -> Vec<Vec<String>> {
    let mut columns: Vec<String> = counts.iter().map(|counted| split(*counted).0).collect();
    columns.sort();
    columns.dedup();
    let head = ["指标", "地区", other].map(str::to_owned);
    let mut rows: Vec<Vec<String>> = vec![head.into_iter().chain(columns.iter().cloned()).collect()];
    for counted in counts {
        let (column, area, key) = split(*counted);
        for (name, count) in [("活产数", counted.3), ("婴儿死亡数", counted.4)] {
            let keys = [name.to_owned(), area.to_owned(), key.to_string()];
            put(&mut rows, &keys, (&columns, &column), &count.to_string());
        }
    }
    rows
}

/// The rates that come of a table.
fn rates(rows: &[Vec<String>]) -> BTreeSet<Rate> {
    let import = accounted("a.csv", csv(rows).as_bytes());
    let values = import.table.values();
    values
        .map(|row| {
            assert_eq!(row.indicator, "infant-mortality");
            let sex: &str = row.group.sex.map_or("", Into::into);
            (
                row.area.to_owned(),
                row.year,
                sex.to_owned(),
                format!("{:.6}", row.value),
            )
        })
        .collect()
}

/// The rates that the counts mean.
fn meant(counts: &[Counted]) -> BTreeSet<Rate> {
    let rate = |(area, year, sex, births, deaths): &Counted| {
        let (_, sex) = SEXES
            .iter()
            .find(|(word, _)| word == sex)
            .copied()
            .unwrap_or_default();
        let rate = f64::from(*deaths) / f64::from(*births) * 1000.0;
        ((*area).to_owned(), *year, sex.to_owned(), format!("{rate:.6}"))
    };
    counts.iter().map(rate).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rates_are_the_same_however_their_counts_are_laid_out(counts in counts()) {
        for layout in LAYOUTS {
            let rows = table(&counts, layout);
            prop_assert_eq!(rates(&rows), meant(&counts), "{:?}\n{}", layout, csv(&rows));
        }
    }

    #[test]
    fn the_order_of_rows_and_columns_changes_no_rate(
        counts in counts().prop_shuffle(),
        layout in prop::sample::select(&LAYOUTS[..]),
        keys in prop::collection::vec(any::<u32>(), 8),
    ) {
        let rows = reordered(&table(&counts, layout), &keys);
        prop_assert_eq!(rates(&rows), meant(&counts), "{}", csv(&rows));
    }

    #[test]
    fn a_column_that_nobody_knows_adds_and_changes_no_rate(
        counts in counts(),
        layout in prop::sample::select(&LAYOUTS[..]),
        at in 0..5usize,
        title in "(甲|qqq|第三列|Zeta|)",
        cells in prop::collection::vec("(某|7|12.5|zzz|)", 60),
    ) {
        let rows = with_column(&table(&counts, layout), at, &title, &cells);
        let found = rates(&rows);
        prop_assert!(found.is_subset(&meant(&counts)), "{:?}\n{}", found, csv(&rows));
    }

    #[test]
    fn counts_without_those_of_a_sex_make_no_rate_of_it(counts in counts(), layout in 0..3usize) {
        // The births of girls are missing: their rate is nobody's guess.
        let mut rows = table(&counts, LAYOUTS[layout]);
        let births = rows[0].iter().position(|title| ["活产数", "分母"].contains(&title.as_str()));
        rows.retain(|row| births.is_some() || !(row[0] == "活产数" && row.iter().any(|cell| cell == "女")));
        for row in rows.iter_mut().skip(1).filter(|row| row.iter().any(|cell| cell == "女")) {
            if let Some(births) = births {
                row[births].clear();
            }
        }
        let known: Vec<Counted> = counts.iter().copied().filter(|(_, _, sex, ..)| *sex != "女").collect();
        prop_assert_eq!(rates(&rows), meant(&known), "{}", csv(&rows));
    }
}
