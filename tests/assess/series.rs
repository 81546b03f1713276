//! One series against one target: level, base, pace, status, path, and every edge of them.

use plan_tracker::assess::{Demand, Level, Midterm, NoForecast, Progress, Record, Status, ValueAt};
use plan_tracker::catalogue::{Direction, Form, Indicator, ItemId, Kind, Op, Trend, Unit};

use crate::support::{Ask, close, count, gap_of_share, indicator, rate, share, verdict};

fn at(year: i32, value: f64) -> ValueAt {
    ValueAt { year, value }
}

#[test]
fn bounds_are_inclusive_and_a_miss_of_one_percent_is_nearly_met() {
    use Level::*;
    for (op, value, level) in [
        (Op::AtLeast(90.0), 90.0, Met),
        (Op::AtLeast(90.0), 89.9, NearlyMet),
        (Op::AtLeast(90.0), 89.1, NearlyMet),
        (Op::AtLeast(90.0), 89.09, NotMet),
        (Op::AtMost(30.0), 30.0, Met),
        (Op::AtMost(30.0), 30.3, NearlyMet),
        (Op::AtMost(30.0), 30.31, NotMet),
        (Op::AtMost(20.0), 20.1, NearlyMet),
        (Op::Around(45.0), 43.0, Met),
        (Op::Around(45.0), 47.0, Met),
        (Op::Around(45.0), 47.45, NearlyMet),
        (Op::Around(45.0), 47.46, NotMet),
        (Op::Around(45.0), 42.54, NotMet),
        (Op::Equal(50.0), 50.0, Met),
        (Op::Equal(50.0), 50.5, NearlyMet),
        (Op::Equal(50.0), 49.5, NearlyMet),
        (Op::Equal(50.0), 50.51, NotMet),
        (Op::AtLeast(0.0), 0.0, Met),
        (Op::AtLeast(0.0), -0.001, NotMet),
    ] {
        assert_eq!(
            verdict(share(), op.clone(), &[(2024, value)]).level(),
            Some(level),
            "{op:?} {value}"
        );
    }
}

#[test]
fn all_of_a_whole_is_at_least_all_of_it() {
    let over = Indicator {
        limit: Some(100.0),
        ..share()
    };
    let verdict = verdict(over, Op::Equal(100.0), &[(2020, 96.0), (2024, 98.0)]);
    assert_eq!(verdict.demand(), Some(Demand::AtLeast(100.0)));
    close(verdict.pace().unwrap(), (2.0 / 4.0) / (4.0 / 10.0));
}

#[test]
fn around_allows_two_percent_of_anything_but_a_share() {
    let level = |value| verdict(count(), Op::Around(50.0), &[(2024, value)]).level();
    assert_eq!(level(51.0), Some(Level::Met));
    assert_eq!(level(51.5), Some(Level::NearlyMet));
    assert_eq!(level(51.51), Some(Level::NotMet));
}

#[test]
fn a_share_is_paced_by_differences() {
    // "base 60 in 2020, needed 3 a year, was 2.5: 83% of the pace"
    let verdict = verdict(
        share(),
        Op::AtLeast(90.0),
        &[(2020, 60.0), (2022, 66.0), (2024, 70.0)],
    );
    let steps = verdict.steps().unwrap();
    assert_eq!(verdict.form(), Some(Form::Linear));
    close(steps.required.unwrap(), 3.0);
    close(steps.actual, 2.5);
    close(verdict.pace().unwrap(), 2.5 / 3.0);
    assert_eq!(verdict.status(), Status::AccelerationNeeded);
    assert_eq!(
        (verdict.base(), verdict.latest()),
        (Some(at(2020, 60.0)), Some(at(2024, 70.0)))
    );
}

#[test]
fn a_rate_is_paced_by_compound_growth() {
    let verdict = verdict(rate(), Op::AtMost(12.0), &[(2020, 16.0), (2024, 15.0)]);
    assert_eq!(verdict.form(), Some(Form::Compound));
    let cagr = |v1: f64, v0: f64, n: f64| (v1 / v0).powf(1.0 / n) - 1.0;
    close(
        verdict.pace().unwrap(),
        -cagr(15.0, 16.0, 4.0) / cagr(12.0, 16.0, 10.0).abs(),
    );
    assert_eq!(verdict.status(), Status::LimitedProgress);
}

#[test]
fn zeros_and_negatives_are_paced_by_differences_whatever_the_unit() {
    let cases: &[(Op, &[(i32, f64)])] = &[
        (Op::AtLeast(5.0), &[(2020, 0.0), (2024, 2.0)]),
        (Op::AtMost(0.0), &[(2020, 5.0), (2024, 3.0)]),
        (Op::AtLeast(5.0), &[(2020, -5.0), (2024, 1.0)]),
    ];
    for (op, points) in cases {
        let indicator = Indicator {
            direction: Direction::Up,
            ..rate()
        };
        let verdict = verdict(indicator, op.clone(), points);
        assert_eq!(verdict.form(), Some(Form::Linear), "{op:?}");
        assert!(verdict.pace().is_some(), "{op:?}");
    }
}

#[test]
fn every_band_includes_its_lower_edge() {
    // Needed: 5 a year from 0 to 50.
    for (latest, status) in [
        (19.0, Status::OnTrack),
        (18.999, Status::AccelerationNeeded),
        (12.0, Status::AccelerationNeeded),
        (11.999, Status::LimitedProgress),
        (0.0, Status::LimitedProgress),
        (-0.001, Status::MovingAway),
    ] {
        let verdict = verdict(share(), Op::AtLeast(50.0), &[(2020, 0.0), (2024, latest)]);
        assert_eq!(verdict.status(), status, "{latest}");
    }
}

#[test]
fn without_the_base_year_the_first_later_year_is_the_base() {
    let verdict = verdict(
        share(),
        Op::AtLeast(90.0),
        &[(2016, 50.0), (2021, 81.0), (2024, 84.0)],
    );
    assert_eq!(verdict.base(), Some(at(2021, 81.0)));
    close(verdict.pace().unwrap(), (3.0 / 3.0) / (9.0 / 9.0));
}

#[test]
fn one_value_since_the_base_year_is_too_few_unless_it_meets() {
    let one = verdict(share(), Op::AtLeast(90.0), &[(2015, 20.0), (2023, 80.0)]);
    assert_eq!(
        (one.status(), one.level(), one.pace()),
        (Status::TooFewData, Some(Level::NotMet), None)
    );
    assert_eq!(
        verdict(share(), Op::AtLeast(90.0), &[(2023, 90.0)]).status(),
        Status::Met
    );
    assert_eq!(
        verdict(share(), Op::Trend(Trend::Up), &[(2023, 90.0)]).status(),
        Status::TooFewData
    );
}

#[test]
fn values_from_before_the_base_year_tell_nothing_of_the_plan() {
    let before = verdict(share(), Op::AtLeast(90.0), &[(2015, 60.0), (2018, 80.0)]);
    assert_eq!((before.base(), before.level()), (None, None));
    assert_eq!((before.status(), before.path().len()), (Status::TooFewData, 0));
    assert_eq!(
        verdict(share(), Op::AtLeast(75.0), &[(2019, 80.0)]).status(),
        Status::TooFewData
    );
    assert_eq!(
        verdict(share(), Op::AtLeast(75.0), &[(2020, 80.0)]).status(),
        Status::Met
    );
    // Nothing to take a percentage of.
    let change = verdict(rate(), Op::Change(-20.0), &[(2015, 10.0), (2018, 1.0)]);
    assert_eq!(
        (change.status(), change.level(), change.demand()),
        (Status::TooFewData, None, None)
    );
}

#[test]
fn a_base_at_the_target_has_no_pace() {
    let kept = verdict(share(), Op::AtLeast(90.0), &[(2020, 90.0), (2024, 90.0)]);
    assert_eq!((kept.status(), kept.pace()), (Status::Met, None));
    let nearly = verdict(share(), Op::AtLeast(90.0), &[(2020, 90.0), (2024, 89.5)]);
    assert_eq!(
        (nearly.status(), nearly.level()),
        (Status::MovingAway, Some(Level::NearlyMet))
    );
    let left = verdict(share(), Op::AtLeast(90.0), &[(2020, 90.0), (2024, 80.0)]);
    assert_eq!((left.status(), left.pace()), (Status::MovingAway, None));
}

#[test]
fn a_nearly_met_target_keeps_the_band_of_its_pace() {
    let verdict = verdict(share(), Op::AtLeast(90.0), &[(2020, 89.0), (2024, 89.2)]);
    assert_eq!(
        (verdict.level(), verdict.status()),
        (Some(Level::NearlyMet), Status::LimitedProgress)
    );
}

#[test]
fn a_base_beyond_the_target_that_falls_back_moves_away() {
    let fell = verdict(share(), Op::AtLeast(90.0), &[(2020, 98.0), (2024, 80.0)]);
    assert_eq!(fell.status(), Status::MovingAway);
    let still = verdict(share(), Op::AtLeast(90.0), &[(2020, 98.0), (2024, 95.0)]);
    assert_eq!(still.status(), Status::Met);
    assert!(still.pace().unwrap() < 0.0);
    // The path of a figure that is there already is to stay there, not to fall to it.
    assert!(still.path().iter().all(|point| point.value == 90.0));
}

#[test]
fn a_change_is_a_percent_of_the_base_never_points() {
    let less = verdict(share(), Op::Change(-30.0), &[(2020, 90.0), (2024, 63.0)]);
    close(less.goal().unwrap(), 63.0);
    assert_eq!(less.level(), Some(Level::Met));
    let more = verdict(count(), Op::Change(20.0), &[(2020, 50.0), (2024, 59.0)]);
    assert_eq!(more.demand(), Some(Demand::AtLeast(60.0)));
    // The base is itself the only value: a target, but no change yet.
    let only = verdict(rate(), Op::Change(-20.0), &[(2020, 10.0)]);
    assert_eq!((only.goal(), only.status()), (Some(8.0), Status::TooFewData));
    // 20% less than nothing is nothing.
    let none = verdict(rate(), Op::Change(-20.0), &[(2020, 0.0), (2024, 0.0)]);
    assert_eq!(none.status(), Status::Met);
}

#[test]
fn around_is_paced_by_the_distance() {
    let nearer = verdict(share(), Op::Around(45.0), &[(2020, 35.0), (2024, 39.0)]);
    close(nearer.pace().unwrap(), 1.0);
    assert_eq!(
        (nearer.form(), nearer.steps().unwrap().turned),
        (Some(Form::Linear), true)
    );
    // The same from above.
    let above = verdict(share(), Op::Around(45.0), &[(2020, 55.0), (2024, 51.0)]);
    close(above.pace().unwrap(), 1.0);
    // Past the middle and out on the other side.
    let past = verdict(share(), Op::Around(45.0), &[(2020, 40.0), (2024, 55.0)]);
    assert_eq!(past.status(), Status::MovingAway);
}

#[test]
fn a_ratio_of_women_to_men_is_turned_about_one() {
    let ratio = || indicator(Kind::Count, "", Direction::Up);
    let level = |value| verdict(ratio(), Op::Around(1.0), &[(2024, value)]).level();
    for value in [0.97, 1.0, 1.03] {
        assert_eq!(level(value), Some(Level::Met), "{value}");
    }
    assert_eq!(level(0.96), Some(Level::NearlyMet));
    assert_eq!(level(1.05), Some(Level::NotMet));
    let steps = verdict(ratio(), Op::Around(1.0), &[(2020, 0.8), (2024, 0.9)])
        .steps()
        .unwrap();
    close(steps.base.value, 1.25);
    close(steps.latest.value, 1.0 / 0.9);
    // A ratio of 0 cannot be turned: no pace, but nothing breaks.
    assert_eq!(
        verdict(ratio(), Op::Around(1.0), &[(2020, 0.0), (2024, 0.5)]).status(),
        Status::TooFewData
    );
}

#[test]
fn kept_is_decided_by_the_newest_year_and_shows_earlier_misses() {
    let points = [
        (2018, 10.0),
        (2020, 92.0),
        (2021, 89.0),
        (2022, 88.0),
        (2024, 91.0),
    ];
    let mut ask = Ask::new(share(), Op::AtLeast(90.0), &points);
    ask.target.keep = true;
    let verdict = ask.verdict();
    assert_eq!(verdict.status(), Status::Met);
    assert_eq!(verdict.missed_years(), [2021, 2022]);
    ask.target.keep = false;
    assert!(ask.verdict().missed_years().is_empty());
}

#[test]
fn a_direction_is_judged_by_growth_and_never_met() {
    for (latest, status) in [
        (50.0 * 1.015f64.powi(4), Status::OnTrack),
        (50.0 * 1.0149f64.powi(4), Status::AccelerationNeeded),
        (50.0 * 1.005f64.powi(4), Status::AccelerationNeeded),
        (50.0 * 1.0049f64.powi(4), Status::LimitedProgress),
        (50.0, Status::LimitedProgress),
        (49.999, Status::MovingAway),
    ] {
        let verdict = verdict(count(), Op::Trend(Trend::Up), &[(2020, 50.0), (2024, latest)]);
        assert_eq!((verdict.status(), verdict.level()), (status, None), "{latest}");
        assert_eq!((verdict.pace(), verdict.path().len()), (None, 0));
    }
    let falling = verdict(rate(), Op::Trend(Trend::Down), &[(2020, 10.0), (2024, 8.0)]);
    close(falling.growth().unwrap(), 1.0 - 0.8f64.powf(0.25));
    assert_eq!(falling.status(), Status::OnTrack);
}

#[test]
fn near_its_limit_a_rising_share_needs_little_growth() {
    let at_limit = verdict(share(), Op::Trend(Trend::Up), &[(2020, 100.0), (2024, 100.0)]);
    assert_eq!(
        (
            at_limit.growth_asked().map(|asked| asked.limit_factor),
            at_limit.status()
        ),
        (Some(0.0), Status::OnTrack)
    );
    close(at_limit.score().unwrap(), 5.0);
    let near = verdict(share(), Op::Trend(Trend::Up), &[(2020, 98.0), (2024, 98.6)]);
    assert_eq!(near.status(), Status::OnTrack);
    // The limit lies behind a falling share.
    let falling = verdict(
        Indicator {
            direction: Direction::Down,
            ..share()
        },
        Op::Trend(Trend::Down),
        &[(2020, 98.0), (2024, 97.6)],
    );
    assert_eq!(
        (
            falling.growth_asked().map(|asked| asked.limit_factor),
            falling.status()
        ),
        (Some(1.0), Status::LimitedProgress)
    );
    let asked = falling.growth_asked().unwrap();
    assert_eq!((asked.on_track, asked.accelerate), (0.015, 0.005));
    let asked = near.growth_asked().unwrap();
    assert!(asked.on_track < near.growth().unwrap() && asked.accelerate < asked.on_track);
}

#[test]
fn a_direction_from_nothing_is_told_by_its_sign() {
    let from_zero = |trend, latest| verdict(rate(), Op::Trend(trend), &[(2020, 0.0), (2024, latest)]);
    assert_eq!(from_zero(Trend::Down, 0.0).status(), Status::OnTrack);
    assert_eq!(from_zero(Trend::Down, 0.1).status(), Status::MovingAway);
    assert_eq!(from_zero(Trend::Up, 0.1).status(), Status::OnTrack);
    assert_eq!(from_zero(Trend::Up, 0.0).status(), Status::MovingAway);
    assert_eq!(from_zero(Trend::Up, 0.1).growth(), None);
    // Below 0 growth is relative to the size of the base.
    let negative = verdict(count(), Op::Trend(Trend::Up), &[(2020, -10.0), (2024, -8.0)]);
    close(negative.growth().unwrap(), 0.05);
}

#[test]
fn a_comparison_takes_the_newest_common_year() {
    let own = [(2020, 25.0), (2022, 28.0), (2024, 40.0)];
    let mut ask = Ask::new(share(), Op::Compare("other".into()), &own);
    ask.compared_with = Some(&[(2020, 30.0), (2022, 31.0), (2023, 32.0)]);
    let verdict = ask.verdict();
    assert_eq!(verdict.compared_with(), Some(at(2022, 31.0)));
    assert_eq!(
        (verdict.latest(), verdict.level()),
        (Some(at(2022, 28.0)), Some(Level::NotMet))
    );
    close(verdict.pace().unwrap(), (3.0 / 2.0) / (6.0 / 10.0));
    ask.compared_with = None;
    assert_eq!(ask.verdict().status(), Status::NoData);
    ask.target.op = Op::CompareAround("other".into());
    ask.compared_with = Some(&[(2024, 41.9)]);
    assert_eq!(ask.verdict().level(), Some(Level::Met));
}

#[test]
fn later_values_are_unknown() {
    let points = [(2020, 60.0), (2022, 66.0), (2024, 95.0)];
    let mut ask = Ask::new(share(), Op::AtLeast(90.0), &points);
    ask.as_of = 2023;
    let verdict = ask.verdict();
    assert_eq!(
        (verdict.latest(), verdict.status()),
        (Some(at(2022, 66.0)), Status::OnTrack)
    );
    ask.as_of = 2019;
    assert_eq!(ask.verdict().status(), Status::NoData);
}

#[test]
fn after_the_deadline_its_own_year_is_judged_and_nothing_extrapolated() {
    let points = [
        (2020, 60.0),
        (2024, 72.0),
        (2028, 85.0),
        (2030, 91.0),
        (2031, 70.0),
        (2032, 60.0),
    ];
    let mut ask = Ask::new(share(), Op::AtLeast(90.0), &points);
    ask.as_of = 2032;
    let verdict = ask.verdict();
    assert_eq!((verdict.as_of, verdict.latest()), (2030, Some(at(2030, 91.0))));
    assert_eq!(verdict.status(), Status::Met);
    assert_eq!((verdict.forecast(), verdict.outlook().len()), (None, 0));
    ask.as_of = 2030;
    assert_eq!(ask.verdict().forecast(), None);
    ask.as_of = 2029;
    assert_eq!(ask.verdict().forecast().map(|forecast| forecast.year), Some(2030));
}

#[test]
fn the_interim_path_runs_from_base_to_target() {
    let linear = verdict(share(), Op::AtLeast(90.0), &[(2020, 60.0), (2024, 70.0)]);
    assert_eq!(linear.path().len(), 11);
    close(linear.path()[5].value, 75.0);
    close(linear.path()[10].value, 90.0);
    let compound = verdict(rate(), Op::AtMost(12.0), &[(2020, 16.0), (2024, 15.0)]);
    close(compound.path()[5].value, 16.0 * (12.0f64 / 16.0).sqrt());
    assert_eq!(compound.midterm().unwrap().actual, None);
}

#[test]
fn midterm_is_checked_against_the_path() {
    let midterm = |op, points: &[(i32, f64)]| {
        let mut ask = Ask::new(share(), op, points);
        ask.as_of = 2026;
        ask.verdict().midterm()
    };
    let behind = midterm(Op::AtLeast(90.0), &[(2020, 60.0), (2025, 74.9)]).unwrap();
    assert_eq!((behind.actual, behind.reached), (Some(74.9), Some(false)));
    let there = midterm(Op::AtLeast(90.0), &[(2020, 60.0), (2025, 75.0)]);
    assert_eq!(
        there,
        Some(Midterm {
            expected: at(2025, 75.0),
            actual: Some(75.0),
            reached: Some(true)
        })
    );
    // Nearer than the path, from the other side.
    let around = midterm(Op::Around(45.0), &[(2020, 35.0), (2025, 49.0)]).unwrap();
    assert_eq!((around.expected.value, around.reached), (40.0, Some(true)));
    // A base later than the mid-term has no path through it.
    assert_eq!(midterm(Op::AtLeast(90.0), &[(2025, 75.0), (2026, 80.0)]), None);
}

#[test]
fn a_target_in_another_unit_is_converted() {
    let mut ask = Ask::new(share(), Op::AtLeast(900.0), &[(2024, 90.0)]);
    ask.target.unit = Some(Unit::new("‰"));
    assert_eq!(
        (ask.verdict().goal(), ask.verdict().level()),
        (Some(90.0), Some(Level::Met))
    );
    ask.target.unit = Some(Unit::new("所"));
    assert_eq!((ask.verdict().demand(), ask.verdict().level()), (None, None));
}

#[test]
fn a_milestone_is_what_its_record_says() {
    let milestone = indicator(Kind::Milestone, "", Direction::Up);
    let mut ask = Ask::new(milestone, Op::Milestone, &[(2024, 1.0)]);
    assert_eq!(
        (ask.verdict().status(), ask.verdict().level()),
        (Status::Qualitative, None)
    );
    for (state, level) in [
        (Progress::NotStarted, None),
        (Progress::UnderWay, None),
        (Progress::Done, Some(Level::Met)),
    ] {
        let goal = ItemId::goal('W', 1, 1);
        let record = Record {
            goal,
            date: "2024".into(),
            state,
            note: String::new(),
            source: String::new(),
        };
        ask.record = Some(record);
        assert_eq!(
            (ask.verdict().status(), ask.verdict().level()),
            (Status::Qualitative, level)
        );
        assert!(ask.verdict().warnings.is_empty());
    }
}

#[test]
fn a_narrowing_gap_is_a_direction() {
    let verdict = verdict(
        gap_of_share(),
        Op::Trend(Trend::Narrow),
        &[(2020, 4.0), (2024, 3.0)],
    );
    assert_eq!((verdict.status(), verdict.level()), (Status::OnTrack, None));
    assert_eq!(verdict.growth_asked().map(|asked| asked.limit_factor), Some(1.0));
}

#[test]
fn the_forecast_is_the_last_of_the_outlook() {
    let points = [
        (2020, 60.0),
        (2021, 62.0),
        (2022, 66.0),
        (2023, 67.0),
        (2024, 70.0),
    ];
    let verdict = verdict(share(), Op::AtLeast(90.0), &points);
    assert_eq!(
        verdict.outlook().iter().map(|f| f.year).collect::<Vec<_>>(),
        (2025..=2030).collect::<Vec<_>>()
    );
    let forecast = verdict.forecast().unwrap();
    assert_eq!(Some(&forecast), verdict.outlook().last());
    assert!(forecast.low < forecast.value && forecast.value < forecast.high);
    assert!(forecast.high < 100.0);
}

#[test]
fn nothing_is_forecast_from_a_value_more_than_five_years_old() {
    let points = [(2020, 16.0), (2021, 15.5), (2022, 15.2)];
    let mut ask = Ask::new(rate(), Op::AtMost(12.0), &points);
    ask.as_of = 2027;
    assert_eq!(ask.verdict().forecast().map(|forecast| forecast.year), Some(2030));
    ask.as_of = 2028;
    assert_eq!(
        (ask.verdict().forecast(), ask.verdict().outlook().len()),
        (None, 0)
    );
    ask.cutoffs.set("forecast_age", 6.0).unwrap();
    assert!(ask.verdict().forecast().is_some());
}

#[test]
fn the_trend_of_a_share_is_damped_more_than_that_of_a_rate() {
    // Both series are straight on their scale, by 0.1 a year: the centre tells the damping alone.
    let years = 2019..=2024;
    let shares: Vec<_> = years
        .clone()
        .map(|year| (year, 100.0 / (1.0 + (-0.1 * f64::from(year - 2020)).exp())))
        .collect();
    let rates: Vec<_> = years
        .map(|year| (year, 20.0 * (-0.1 * f64::from(year - 2020)).exp()))
        .collect();
    let damped = |kept: f64| (1..=6).map(|year| kept.powi(year)).sum::<f64>();
    let share = verdict(share(), Op::AtLeast(90.0), &shares)
        .forecast()
        .unwrap()
        .value;
    assert!(((share / (100.0 - share)).ln() - 0.4 - 0.1 * damped(0.90)).abs() < 1e-9);
    let rate = verdict(rate(), Op::AtMost(12.0), &rates)
        .forecast()
        .unwrap()
        .value;
    assert!(((20.0 / rate).ln() - 0.4 - 0.1 * damped(0.95)).abs() < 1e-9);
}

#[test]
fn nothing_is_forecast_from_two_values() {
    let two = verdict(rate(), Op::AtMost(12.0), &[(2020, 16.0), (2024, 15.0)]);
    assert_eq!(
        (two.forecast(), two.no_forecast()),
        (None, Some(NoForecast::FewValues))
    );
    assert!(two.pace().is_some());
    let three = verdict(
        rate(),
        Op::AtMost(12.0),
        &[(2020, 16.0), (2022, 15.4), (2024, 15.0)],
    );
    assert!(three.forecast().is_some() && three.no_forecast().is_none());
    assert_eq!(
        verdict(rate(), Op::AtMost(12.0), &[(2024, 15.0)]).forecast(),
        None
    );
}

#[test]
fn a_straight_series_has_the_least_spread_and_no_less() {
    let straight: Vec<_> = (2018..=2024)
        .map(|year| (year, 5.0 * f64::from(year - 2010)))
        .collect();
    // Points of a difference of shares are forecast as they are.
    let plain = indicator(Kind::Share, "百分点", Direction::Up);
    let sure = verdict(plain.clone(), Op::AtLeast(90.0), &straight)
        .forecast()
        .unwrap();
    let odds = sure.odds.unwrap();
    assert!(sure.low < sure.value && sure.value < sure.high);
    assert!(odds.meets && odds.chance > 0.9 && odds.chance < 1.0);
    // Rounding to whole points leaves 1/√6 a year, more than the tenth of a point of the floor.
    let (ahead, span): (f64, f64) = (6.0, 6.0);
    let error = (ahead + ahead * ahead / span).sqrt() / 6f64.sqrt();
    close(sure.high - sure.value, 1.475_884_048_824_481 * error);
    let lost = verdict(plain, Op::AtLeast(99.0), &straight).forecast().unwrap();
    assert!(!lost.odds.unwrap().meets && lost.odds.unwrap().chance < 0.25);
    // A rate without rounding to speak of: a hundredth on its scale.
    let even: Vec<_> = (2018..=2024)
        .map(|year| (year, 20.0 * 0.9f64.powi(year - 2018)))
        .collect();
    let even = verdict(rate(), Op::AtMost(12.0), &even).forecast().unwrap();
    let error = 0.01 * (ahead + ahead * ahead / span).sqrt();
    close((even.high / even.value).ln(), 1.475_884_048_824_481 * error);
}

#[test]
fn beside_the_chance_stands_that_of_nearly_meeting() {
    let shares = [
        (2020, 95.0),
        (2021, 96.8),
        (2022, 97.4),
        (2023, 98.3),
        (2024, 98.6),
    ];
    let odds = verdict(share(), Op::AtLeast(100.0), &shares)
        .forecast()
        .unwrap()
        .odds
        .unwrap();
    assert!(odds.chance < 0.05 && odds.nearly > 0.5, "{odds:?}");
    let rates = [
        (2020, 16.0),
        (2021, 15.1),
        (2022, 14.6),
        (2023, 13.9),
        (2024, 13.5),
    ];
    let below = |goal| {
        let forecast = verdict(rate(), Op::AtMost(goal), &rates).forecast();
        forecast.unwrap().odds.unwrap()
    };
    close(below(12.0).nearly, below(12.0 * 1.01).chance);
}

#[test]
fn what_leads_beyond_twice_the_target_has_no_number() {
    let places = [(2021, 2.03), (2022, 2.57), (2023, 3.38), (2024, 4.08)];
    let far = verdict(count(), Op::AtLeast(4.5), &places);
    assert_eq!(
        (far.forecast(), far.no_forecast()),
        (None, Some(NoForecast::FarBeyond))
    );
    assert_eq!(far.status(), Status::OnTrack, "the pace is its only witness");
    assert!(verdict(count(), Op::AtLeast(7.0), &places).forecast().is_some());
}

#[test]
fn a_gross_rate_may_pass_a_hundred_and_stays_below_its_own_limit() {
    let gross = Indicator {
        limit: None,
        ..share()
    };
    let points = [
        (2020, 101.0),
        (2021, 103.0),
        (2022, 104.0),
        (2023, 106.0),
        (2024, 107.0),
    ];
    let forecast = verdict(gross, Op::AtLeast(100.0), &points).forecast().unwrap();
    assert!(
        forecast.value > 107.0 && forecast.high < 1.05 * 107.0,
        "{forecast:?}"
    );
}

#[test]
fn a_figure_cannot_leave_its_range() {
    let zeros = [(2020, 3.0), (2021, 0.0), (2022, 2.0), (2023, 0.0), (2024, 0.0)];
    let forecast = verdict(rate(), Op::AtMost(1.0), &zeros).forecast().unwrap();
    assert!(forecast.value >= 0.0 && forecast.low >= 0.0);
    let full = [
        (2020, 98.0),
        (2021, 99.5),
        (2022, 100.0),
        (2023, 100.0),
        (2024, 100.0),
    ];
    let forecast = verdict(share(), Op::AtLeast(100.0), &full).forecast().unwrap();
    assert!(forecast.high <= 100.0);
}

#[test]
fn changed_cutoffs_change_the_verdict() {
    let points = [(2020, 60.0), (2024, 70.0)];
    let mut ask = Ask::new(share(), Op::AtLeast(90.0), &points);
    ask.cutoffs.set("on_track_pace", 0.8).unwrap();
    assert_eq!(ask.verdict().status(), Status::OnTrack);
}
