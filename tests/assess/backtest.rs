//! The forecasts are as good as the method page says, on the published figures that the project carries.

use std::collections::BTreeMap;
use std::path::Path;

use plan_tracker::assess::backtest::{FEWEST, FINDINGS, HORIZONS, Method, backtest};
use plan_tracker::assess::{CutOffs, Measure, ValueAt};
use plan_tracker::catalogue::{Unit, natural_limit};

/// Every series of the published figures with its measure, whether or not a catalogue knows the indicator.
fn published() -> Vec<(Measure, Vec<ValueAt>)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalogue/qinzhou/reference.csv");
    let mut rows = csv::Reader::from_path(file).unwrap();
    let mut series: BTreeMap<Vec<String>, Vec<ValueAt>> = BTreeMap::new();
    for row in rows.records().map(Result::unwrap) {
        // Indicator, area, sex, residence, age and unit tell series apart.
        let key = [0, 1, 3, 4, 5, 7].map(|column| row[column].to_owned()).to_vec();
        if let (Ok(year), Ok(value)) = (row[2].parse(), row[6].parse()) {
            series.entry(key).or_default().push(ValueAt { year, value });
        }
    }
    series.retain(|_, points| points.len() >= FEWEST);
    let scaled = |(key, mut points): (Vec<String>, Vec<ValueAt>)| {
        points.sort_by_key(|point| point.year);
        let unit = Unit::new(&key[5]);
        (
            Measure::for_values(unit.kind(), &unit, natural_limit(&key[0], &unit), &points),
            points,
        )
    };
    series.into_iter().map(scaled).collect()
}

#[test]
fn the_figures_on_the_method_page_are_those_found() {
    let outcomes = backtest(&published(), &CutOffs::default());
    for (finding, horizons) in FINDINGS.iter().zip(HORIZONS) {
        let of = |method| {
            let mut outcomes = outcomes.iter();
            *outcomes
                .find(|o| o.method == method && o.horizons == horizons)
                .unwrap()
        };
        let percent = |part: f64, step: f64| (100.0 * part / step).round() * step;
        let error = |method| format!("{:.1}", percent(of(method).error, 0.1));
        let held = format!("{:.0}", percent(of(Method::Damped).coverage.unwrap(), 1.0));
        assert_eq!(
            (
                error(Method::Damped),
                held,
                error(Method::NoChange),
                error(Method::LeastSquares)
            ),
            (
                format!("{:.1}", finding.error),
                format!("{:.0}", finding.held),
                format!("{:.1}", finding.no_change),
                format!("{:.1}", finding.straight_line)
            )
        );
    }
}

#[test]
fn intervals_hold_the_truth_as_often_as_they_claim_and_rivals_do_worse() {
    let outcomes = backtest(&published(), &CutOffs::default());
    for horizons in [(1, 3), (4, 8)] {
        let of = |method| {
            *outcomes
                .iter()
                .find(|o| o.method == method && o.horizons == horizons)
                .unwrap()
        };
        let (ours, stays, line) = (of(Method::Damped), of(Method::NoChange), of(Method::LeastSquares));
        assert!(ours.forecasts > 150, "{ours:?}");
        // An interval that holds the truth somewhat too often is the price of a floor where a series hardly moved.
        assert!((0.70..=0.95).contains(&ours.coverage.unwrap()), "{ours:?}");
        assert!(
            ours.error < line.error && ours.error < stays.error,
            "{ours:?} {line:?} {stays:?}"
        );
        assert!(ours.error < if horizons.0 == 1 { 0.03 } else { 0.06 }, "{ours:?}");
    }
}
