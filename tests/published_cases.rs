//! Figures that offices have published: the same inputs have to give the same outputs here.

use plan_tracker::assess::pace::{compound_growth, linear_change};
use plan_tracker::assess::score::{published_pace, score_with_target, score_without_target};
use plan_tracker::assess::status::{growth_band, pace_band};
use plan_tracker::assess::trend::{growth, limit_factor};
use plan_tracker::assess::{CutOffs, Fit, Levels, Measure, Outcome, Scale, ValueAt};
use plan_tracker::assess::{Demand, Level};
use plan_tracker::catalogue::Year;

const UP: f64 = 1.0;
const DOWN: f64 = -1.0;

fn at(year: Year, value: f64) -> ValueAt {
    ValueAt { year, value }
}

fn close(a: f64, b: f64, tolerance: f64) {
    assert!((a - b).abs() <= tolerance, "{a} is not {b}");
}

/// Statistics Canada, `indicator_calculation_components.yml`: inputs and outputs of the Open SDG method.
struct Case {
    id: &'static str,
    base: (Year, f64),
    latest: (Year, f64),
    sign: f64,
    target: Option<f64>,
    limit: Option<f64>,
    pace: Option<f64>,
    score: f64,
    band: Outcome,
}

#[rustfmt::skip]
const CASES: &[Case] = &[
    Case { id: "1-1-1", base: (2015, 14.5), latest: (2023, 10.2), sign: DOWN, target: Some(7.25), limit: None,
        pace: Some(0.9525901792032172), score: 2.5185563910306596, band: Outcome::OnTrack },
    Case { id: "1-2-1", base: (2016, 66.6), latest: (2023, 71.4), sign: UP, target: None, limit: Some(100.0),
        pace: Some(0.009991483690946268), score: 1.739752850099936, band: Outcome::AccelerationNeeded },
    Case { id: "1-3-1", base: (2015, 178.8), latest: (2024, 171.9), sign: DOWN, target: None, limit: None,
        pace: Some(0.004363225612730504), score: -0.3183871936347482, band: Outcome::LimitedProgress },
    Case { id: "10-2-1", base: (2015, 3.8), latest: (2024, 11.9), sign: DOWN, target: None, limit: None,
        pace: Some(-0.1352325064900486), score: -5.0, band: Outcome::MovingAway },
    Case { id: "11-6-1", base: (2014, 699.0), latest: (2022, 683.4), sign: DOWN, target: Some(490.0), limit: None,
        pace: Some(0.12830416881599752), score: -1.9653950197943832, band: Outcome::LimitedProgress },
    Case { id: "12-1-1", base: (2015, 0.37), latest: (2024, 14.63), sign: UP, target: Some(60.0), limit: None,
        pace: Some(1.249622415033452), score: 4.640227948342444, band: Outcome::OnTrack },
    Case { id: "15-4-1", base: (2015, 10.1), latest: (2023, 13.7), sign: UP, target: Some(30.0), limit: None,
        pace: Some(0.5160064971944834), score: -0.34995572813974585, band: Outcome::LimitedProgress },
    Case { id: "15-5-1", base: (2015, 70.0), latest: (2021, 68.0), sign: DOWN, target: Some(100.0), limit: None,
        pace: Some(0.20028868698657923), score: 5.0, band: Outcome::Met },
    Case { id: "16-1-1", base: (2021, 79.0), latest: (2022, 79.0), sign: UP, target: None, limit: Some(100.0),
        pace: Some(0.0), score: -2.5, band: Outcome::LimitedProgress },
    Case { id: "1-4-1", base: (2015, 100.0), latest: (2022, 100.0), sign: UP, target: Some(100.0), limit: None,
        pace: None, score: 5.0, band: Outcome::Met },
    Case { id: "1-3-1c", base: (2015, 90.0), latest: (2021, 93.2), sign: UP, target: None, limit: Some(100.0),
        pace: Some(0.005839995229728112), score: 2.815386645395768, band: Outcome::OnTrack },
];

#[test]
fn the_score_of_open_sdg_sites() {
    let cutoffs = CutOffs::default();
    for case in CASES {
        let (base, latest) = (at(case.base.0, case.base.1), at(case.latest.0, case.latest.1));
        let (pace, score, band) = match case.target {
            Some(goal) => {
                let demand = if case.sign == UP {
                    Demand::AtLeast(goal)
                } else {
                    Demand::AtMost(goal)
                };
                let met = demand.level(latest.value, &cutoffs) == Some(Level::Met);
                let pace = published_pace(base, latest, at(2030, goal), case.sign);
                let band = if met {
                    Some(Outcome::Met)
                } else {
                    pace.map(|r| pace_band(r, &cutoffs))
                };
                (pace, score_with_target(met, pace), band)
            }
            None => {
                let pace = growth(base, latest, case.sign);
                let factor = limit_factor(base.value, case.limit, case.sign);
                let band = pace.map(|p| growth_band(p, factor, &cutoffs));
                (pace, pace.map(|p| score_without_target(p, factor)), band)
            }
        };
        assert_eq!(pace.is_some(), case.pace.is_some(), "{}", case.id);
        if let (Some(ours), Some(theirs)) = (pace, case.pace) {
            close(ours, theirs, 1e-9);
        }
        close(score.unwrap(), case.score, 1e-9);
        assert_eq!(band, Some(case.band), "{}", case.id);
    }
}

#[test]
fn the_same_yearly_rate_of_the_triple_billion_tests() {
    // World Health Organization, triple-billion test suite: 88 in 2018 from 87 in 2017, to 2025.
    let rate = compound_growth(at(2017, 87.0), at(2018, 88.0)).unwrap();
    close(88.0 * (1.0 + rate).powi(7), 95.3293449648516, 1e-9);
}

#[test]
fn the_arithmetic_of_the_statistics_bureau() {
    let cutoffs = CutOffs::default();
    // 54 targets, 44 of them met: 81.5%.
    let levels = Levels {
        total: 60,
        met: 40,
        nearly_met: 4,
        not_met: 10,
        no_data: 6,
    };
    let attainment = levels.attainment().unwrap();
    assert_eq!((attainment.reached, attainment.of), (44, 54));
    assert_eq!(format!("{:.1}%", 100.0 * attainment.rate), "81.5%");
    // 20.1 against 20 is 基本实现.
    assert_eq!(Demand::AtMost(20.0).level(20.1, &cutoffs), Some(Level::NearlyMet));
    // From 30.0 in 2010 to 16.9 in 2020 is down 43.7%.
    let change = linear_change(at(2010, 30.0), at(2020, 16.9)).unwrap() * 10.0 / 30.0;
    assert_eq!(format!("{:.1}%", 100.0 * change), "-43.7%");
}

#[test]
fn the_forecast_of_maternal_mortality() {
    // 孕产妇死亡率, the nation, per 100,000; 14.3 came true in 2024.
    #[rustfmt::skip]
    let points = [
        at(2005, 47.7), at(2010, 30.0), at(2011, 26.1), at(2012, 24.5), at(2014, 21.7), at(2015, 20.1),
        at(2016, 19.9), at(2017, 19.6), at(2018, 18.3), at(2019, 17.8), at(2020, 16.9), at(2021, 16.1),
    ];
    let cutoffs = CutOffs::default();
    let measure = Measure {
        scale: Scale::Log,
        digit: 0.1,
        share: false,
    };
    let fit = Fit::new(&points, measure, 2021, &cutoffs).unwrap();
    close(fit.slope, -0.046039, 1e-6);
    close(fit.shock, 0.049391, 1e-6);
    let near = fit.at(2024, None, &cutoffs).unwrap();
    close(near.value, 14.211615, 1e-6);
    close(near.low, 12.505140, 1e-6);
    close(near.high, 16.150959, 1e-6);
    let far = fit.at(2030, Some(&Demand::AtMost(12.0)), &cutoffs).unwrap();
    close(far.value, 11.650906, 1e-6);
    close(far.low, 9.036148, 1e-6);
    close(far.high, 15.022288, 1e-6);
    let odds = far.odds.unwrap();
    close(odds.chance, 0.561735, 1e-6);
    assert!(odds.meets && odds.nearly > odds.chance);
}
