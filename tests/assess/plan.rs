//! What a figure is held against: the base and its stand-ins, breaks of a series, two witnesses for on track, states,
//! lengths of life, and shares of women.

use plan_tracker::assess::{Level, NoForecast, Status, ValueAt};
use plan_tracker::catalogue::{Direction, Each, Indicator, Kind, Op, Trend};

use crate::support::{Ask, close, count, indicator, kinds, rate, share, verdict};

fn at(year: i32, value: f64) -> ValueAt {
    ValueAt { year, value }
}

#[test]
fn a_missing_base_is_estimated_between_neighbours() {
    // On the logarithmic scale half way between 16 and 25 lies 20.
    let points = [(2018, 16.0), (2022, 25.0), (2023, 24.0), (2024, 23.0)];
    let judged = verdict(rate(), Op::AtMost(12.0), &points);
    let base = judged.figures().unwrap().base.unwrap();
    assert_eq!(base.at.year, 2020);
    close(base.at.value, 20.0);
    let estimate = base.estimate.unwrap();
    assert_eq!(
        (estimate.before, estimate.after),
        (at(2018, 16.0), at(2022, 25.0))
    );
    // s·√(ab/(a + b)) with a = b = 2 is s itself.
    let (low, high) = estimate.error.unwrap();
    let shock = judged.figures().unwrap().fit.unwrap().shock;
    close((high / 20.0).ln(), shock);
    close((20.0 / low).ln(), shock);
}

#[test]
fn neighbours_further_away_than_three_years_estimate_nothing() {
    let base = |before, after| {
        let points = [(before, 16.0), (after, 15.0), (2024, 14.0)];
        verdict(rate(), Op::AtMost(12.0), &points)
            .figures()
            .unwrap()
            .base
            .unwrap()
    };
    assert_eq!(base(2017, 2023).at.year, 2020);
    assert_eq!(base(2016, 2022).at, at(2022, 15.0));
    assert!(base(2016, 2022).estimate.is_none());
    assert_eq!(base(2018, 2020).at, at(2020, 15.0));
    assert!(base(2018, 2020).estimate.is_none());
}

#[test]
fn nothing_is_measured_across_a_break_of_the_series() {
    let points = [
        (2018, 40.0),
        (2019, 42.0),
        (2020, 44.0),
        (2022, 70.0),
        (2023, 71.0),
        (2024, 72.0),
    ];
    let mut ask = Ask::new(share(), Op::AtLeast(90.0), &points);
    assert_eq!(ask.verdict().base(), Some(at(2020, 44.0)));
    ask.breaks = &[2022];
    let since = ask.verdict();
    assert_eq!(since.base(), Some(at(2022, 70.0)));
    assert_eq!(since.figures().unwrap().fit.unwrap().first, 2022);
    assert_eq!(since.level(), Some(Level::NotMet));
    // The broken year itself has a level and no change.
    ask.as_of = 2022;
    let alone = ask.verdict();
    assert_eq!(
        (alone.pace(), alone.no_forecast()),
        (None, Some(NoForecast::FewValues))
    );
    assert_eq!(alone.status(), Status::TooFewData);
    // A break that is not known yet breaks nothing.
    ask.as_of = 2020;
    assert_eq!(ask.verdict().figures().unwrap().fit.unwrap().first, 2018);
}

#[test]
fn on_track_needs_the_forecast_as_a_second_witness() {
    // Fast at first, still of late: on average fast enough, but it does not lead there.
    let slowing = [
        (2020, 60.0),
        (2021, 61.6),
        (2022, 62.8),
        (2023, 63.5),
        (2024, 63.9),
    ];
    let mut ask = Ask::new(share(), Op::AtLeast(70.0), &slowing);
    let judged = ask.verdict();
    assert!(judged.pace().unwrap() >= 0.95);
    let nearly = judged.forecast().unwrap().odds.unwrap().nearly;
    assert!(nearly < 0.25, "{nearly}");
    assert_eq!(judged.status(), Status::AccelerationNeeded);
    // The edge: a chance that is not under the cut-off bears the pace out.
    ask.cutoffs.witness_chance = nearly;
    assert_eq!(ask.verdict().status(), Status::OnTrack);
}

#[test]
fn so_many_whole_things_in_each_county_are_a_state() {
    let state = |points: &[(i32, f64)]| {
        let mut ask = Ask::new(count(), Op::AtLeast(1.0), points);
        ask.target.each = Some(Each::County);
        ask.verdict()
    };
    let missing = state(&[(2020, 0.0), (2022, 0.0), (2024, 0.0)]);
    assert_eq!(
        (missing.status(), missing.level()),
        (Status::AccelerationNeeded, Some(Level::NotMet))
    );
    assert_eq!(
        (missing.pace(), missing.no_forecast()),
        (None, Some(NoForecast::State))
    );
    assert!(missing.path().is_empty() && kinds(&missing).is_empty());
    assert_eq!(state(&[(2024, 0.0)]).status(), Status::AccelerationNeeded);
    assert_eq!(state(&[(2024, 1.0)]).status(), Status::Met);
    // A share in each county has a pace like any other.
    let mut each = Ask::new(share(), Op::AtLeast(90.0), &[(2020, 50.0), (2024, 70.0)]);
    each.target.each = Some(Each::County);
    assert!(each.verdict().pace().is_some());
}

#[test]
fn a_length_of_life_is_judged_by_years_gained() {
    let life = || Indicator {
        limit: Some(100.0),
        ..indicator(Kind::Count, "岁", Direction::Up)
    };
    for (latest, status) in [
        (78.8, Status::OnTrack),
        (78.79, Status::AccelerationNeeded),
        (78.4, Status::AccelerationNeeded),
        (78.39, Status::LimitedProgress),
        (78.0, Status::LimitedProgress),
        (77.9, Status::MovingAway),
    ] {
        let judged = verdict(life(), Op::Trend(Trend::Up), &[(2020, 78.0), (2024, latest)]);
        assert_eq!(judged.status(), status, "{latest}");
        assert!(judged.growth_asked().unwrap().of_life);
    }
    // An age at marriage has no limit and is no length of life.
    let age = indicator(Kind::Count, "岁", Direction::Up);
    let judged = verdict(age, Op::Trend(Trend::Up), &[(2020, 26.0), (2024, 26.8)]);
    assert!(!judged.growth_asked().unwrap().of_life);
}

#[test]
fn of_a_share_of_women_more_up_to_parity_is_no_fault() {
    let women = || Indicator {
        name: "就业人员中的女性比例".into(),
        ..share()
    };
    let level = |value| verdict(women(), Op::Around(45.0), &[(2024, value)]).level();
    for (value, expected) in [
        (43.0, Level::Met),
        (50.0, Level::Met),
        (52.0, Level::Met),
        (52.1, Level::NearlyMet),
        (52.46, Level::NotMet),
        (42.6, Level::NearlyMet),
        (42.54, Level::NotMet),
    ] {
        assert_eq!(level(value), Some(expected), "{value}");
    }
    // From above, what counts is the way back to what is allowed.
    let back = verdict(women(), Op::Around(45.0), &[(2020, 56.0), (2024, 54.0)]);
    assert!(back.pace().unwrap() > 0.0);
    assert_eq!(
        verdict(share(), Op::Around(45.0), &[(2024, 50.0)]).level(),
        Some(Level::NotMet)
    );
}

#[test]
fn three_years_of_few_cases_are_told_together() {
    let points = [(2022, 10.0), (2023, 20.0), (2024, 30.0)];
    let mut ask = Ask::new(rate(), Op::AtMost(12.0), &points);
    // 4 of 40,000, 8 of 40,000 and 9 of 30,000: 21 of 110,000.
    ask.cases = Some(&[(2022, 4.0), (2023, 8.0), (2024, 9.0)]);
    let warning = ask.verdict().warnings.remove(0);
    let plan_tracker::assess::Cause::SmallNumber { pooled, .. } = warning.cause else {
        panic!("{warning:?}");
    };
    let pooled = pooled.unwrap();
    assert_eq!((pooled.from, pooled.to, pooled.cases), (2022, 2024, 21.0));
    close(pooled.value, 100_000.0 * 21.0 / 110_000.0);
    assert!(pooled.interval.0 < pooled.value && pooled.value < pooled.interval.1);
    ask.cases = Some(&[(2023, 8.0), (2024, 9.0)]);
    let warning = ask.verdict().warnings.remove(0);
    assert!(matches!(
        warning.cause,
        plan_tracker::assess::Cause::SmallNumber { pooled: None, .. }
    ));
}
