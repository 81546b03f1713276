//! The forecasts are as good as the method page says, on the published figures that the project carries.

use std::collections::BTreeMap;
use std::path::Path;

use plan_tracker::assess::backtest::{FEWEST, Method, backtest};
use plan_tracker::assess::{CutOffs, Scale, ValueAt};
use plan_tracker::catalogue::{Unit, natural_limit};

/// Every series of the published figures with its scale, whether or not a catalogue knows the indicator.
fn published() -> Vec<(Scale, Vec<ValueAt>)> {
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
            Scale::for_values(unit.kind(), natural_limit(&key[0], &unit), &points),
            points,
        )
    };
    series.into_iter().map(scaled).collect()
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
        assert!((0.70..=0.90).contains(&ours.coverage.unwrap()), "{ours:?}");
        assert!(
            ours.error < line.error && ours.error < stays.error,
            "{ours:?} {line:?} {stays:?}"
        );
        assert!(ours.error < if horizons.0 == 1 { 0.03 } else { 0.06 }, "{ours:?}");
    }
}
