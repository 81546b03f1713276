//! The back-test: every published series cut at every year, the later values forecast from the earlier ones
//! by the app's method and by two rivals, and compared with what came true.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result};
use plan_tracker::assess::backtest::{FEWEST, Method, Outcome, backtest};
use plan_tracker::assess::{CutOffs, Measure, ValueAt};
use plan_tracker::catalogue::{Unit, natural_limit};

use crate::paths;

/// Coverage outside of these is said to be so.
const ACCEPTABLE: std::ops::RangeInclusive<f64> = 0.70..=0.90;

/// The table of errors and coverage.
pub fn measure() -> Result<String> {
    let series = published()?;
    let outcomes = backtest(&series, &CutOffs::default());
    let mut text = format!(
        "## Forecasts\n\n\
         Back-test on the {} published series of the reference data with at least {FEWEST} values: each is cut at \
         every year, and the values after the cut are forecast from those before it. The error is relative to what \
         came true; an 80% interval should hold the truth four times in five.\n\n\
         | years ahead | method | forecasts | mean error | an 80% interval held the truth |\n\
         |---|---|---|---|---|\n",
        series.len()
    );
    for outcome in &outcomes {
        writeln!(text, "{}", row(outcome))?;
    }
    let held = outcomes
        .iter()
        .filter(|o| o.method == Method::Damped)
        .filter_map(|o| o.coverage);
    if held.clone().any(|held| !ACCEPTABLE.contains(&held)) {
        text.push_str(
            "\nThe intervals of the damped trend hold the truth too often or too seldom: outside 70–90%.\n",
        );
    }
    Ok(text)
}

fn row(outcome: &Outcome) -> String {
    let Outcome {
        method,
        horizons,
        forecasts,
        error,
        intervals,
        coverage,
        ..
    } = *outcome;
    let method = match method {
        Method::Damped => "**damped trend (this app)**",
        Method::NoChange => "no change",
        Method::LeastSquares => "least squares, straight line",
    };
    let held = coverage.map_or("—".to_owned(), |held| {
        format!("{:.0}% of {intervals}", held * 100.0)
    });
    let (from, to) = horizons;
    format!(
        "| {from}–{to} | {method} | {forecasts} | {:.1}% | {held} |",
        error * 100.0
    )
}

/// Every published series with its measure, whether or not a target speaks of it.
fn published() -> Result<Vec<(Measure, Vec<ValueAt>)>> {
    let path = paths::city().join("reference.csv");
    let mut reader =
        csv::Reader::from_path(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut series: BTreeMap<[String; 6], Vec<ValueAt>> = BTreeMap::new();
    for row in reader.records() {
        let row = row?;
        let cell = |column: usize| row.get(column).unwrap_or_default();
        // Indicator, area, sex, residence, age and unit tell series apart.
        let key = [0, 1, 3, 4, 5, 7].map(|column| cell(column).to_owned());
        let point = ValueAt {
            year: cell(2)
                .parse()
                .with_context(|| format!("not a year: {}", cell(2)))?,
            value: cell(6)
                .parse()
                .with_context(|| format!("not a number: {}", cell(6)))?,
        };
        series.entry(key).or_default().push(point);
    }
    series.retain(|_, points| points.len() >= FEWEST);
    let scaled = |([indicator, .., unit], mut points): ([String; 6], Vec<ValueAt>)| {
        points.sort_by_key(|point| point.year);
        let unit = Unit::new(&unit);
        let measure = Measure::for_values(unit.kind(), &unit, natural_limit(&indicator, &unit), &points);
        (measure, points)
    };
    Ok(series.into_iter().map(scaled).collect())
}
