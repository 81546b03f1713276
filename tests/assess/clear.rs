//! Whether a change is a clear one: the usual variation, the last digit, and what is never held back.

use plan_tracker::assess::{Assessment, Status, WarningKind};
use plan_tracker::catalogue::{Direction, Kind, Op, Trend, Year};

use crate::support::{Ask, count, gap_of_share, indicator, kinds, rate, share, verdict};

/// A difference of shares, which is taken on the plain scale.
fn points_of_share() -> plan_tracker::catalogue::Indicator {
    indicator(Kind::Share, "百分点", Direction::Up)
}

fn is_held(verdict: &Assessment) -> bool {
    verdict.change().is_some_and(|change| change.held)
}

#[test]
fn the_edge_is_the_quantile_times_the_shock_of_these_years() {
    // Up, a little down, and up again.
    let wander = |latest: f64| -> Assessment {
        let points = [
            (2020, 50.0),
            (2021, 52.0),
            (2022, 51.5),
            (2023, 53.5),
            (2024, latest),
        ];
        verdict(points_of_share(), Op::Trend(Trend::Up), &points)
    };
    // The edge is found from the published formula, for the values themselves.
    let edge = |latest: f64| {
        let z = [50.0, 52.0, 51.5, 53.5, latest];
        let weight = |t: usize| 0.7f64.powi(4 - t as i32);
        let total: f64 = (0..5).map(weight).sum();
        let mean_t = (0..5).map(|t| weight(t) * t as f64).sum::<f64>() / total;
        let mean_z = (0..5).map(|t| weight(t) * z[t]).sum::<f64>() / total;
        let cross: f64 = (0..5)
            .map(|t| weight(t) * (t as f64 - mean_t) * (z[t] - mean_z))
            .sum();
        let square: f64 = (0..5).map(|t| weight(t) * (t as f64 - mean_t).powi(2)).sum();
        let b = cross / square;
        let s2: f64 = z.windows(2).map(|two| (two[1] - two[0] - b).powi(2)).sum::<f64>() / 3.0;
        // 1.64: the 90% quantile of Student's t with 3 degrees of freedom.
        1.637_744_353_696_210_2f64.powi(2) * s2 * 4.0
    };
    let (mut low, mut high) = (53.0, 56.0);
    for _ in 0..60 {
        let middle: f64 = 0.5 * (low + high);
        if (middle - 50.0).powi(2) < edge(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    assert!(low > 53.1 && low < 55.9, "there is an edge: {low}");
    assert_eq!(wander(low - 0.01).status(), Status::NoClearChange);
    assert_eq!(wander(high + 0.01).status(), Status::OnTrack);
}

#[test]
fn a_change_of_one_last_digit_is_no_change_but_of_whole_things_it_is() {
    let falls =
        |latest| -> [(Year, f64); 4] { [(2020, 60.47), (2021, 60.46), (2022, 60.48), (2024, latest)] };
    for latest in [60.46, 60.48] {
        let verdict = verdict(points_of_share(), Op::Trend(Trend::Up), &falls(latest));
        assert_eq!(verdict.status(), Status::NoClearChange, "{latest}");
        assert_eq!(kinds(&verdict), []);
    }
    // One person more in a steady series is a change that nobody has rounded; three steps tell it.
    let whole = [(2020, 3.0), (2021, 4.0), (2022, 5.0), (2024, 6.0)];
    assert_eq!(
        verdict(count(), Op::Trend(Trend::Up), &whole).status(),
        Status::OnTrack
    );
}

#[test]
fn two_values_are_taken_at_their_word() {
    let two = verdict(
        points_of_share(),
        Op::Trend(Trend::Up),
        &[(2020, 60.1), (2024, 60.0)],
    );
    assert_eq!((is_held(&two), two.status()), (false, Status::MovingAway));
}

#[test]
fn three_steps_one_way_are_a_change_however_wild_they_are() {
    let wild = [(2020, 50.0), (2021, 50.2), (2022, 60.0), (2024, 60.1)];
    assert!(!is_held(&verdict(points_of_share(), Op::Trend(Trend::Up), &wild)));
    // Two steps are not enough, and a step that stands still is none.
    let two = [(2018, 56.0), (2020, 55.0), (2021, 50.0), (2024, 56.0)];
    assert!(is_held(&verdict(points_of_share(), Op::Trend(Trend::Up), &two)));
    let still = [(2020, 50.0), (2021, 50.0), (2022, 60.0), (2024, 50.3)];
    assert!(is_held(&verdict(points_of_share(), Op::Trend(Trend::Up), &still)));
    // Three steps of a last digit in sum are none either.
    let tiny = [(2020, 50.1), (2021, 50.2), (2022, 50.1), (2024, 50.2)];
    assert!(is_held(&verdict(points_of_share(), Op::Trend(Trend::Up), &tiny)));
}

#[test]
fn held_towards_a_value_is_slow_or_no_clear_change_and_never_moving_away() {
    let towards = |latest, goal| {
        let points = [
            (2020, 50.0),
            (2021, 56.0),
            (2022, 48.0),
            (2023, 55.0),
            (2024, latest),
        ];
        verdict(share(), Op::AtLeast(goal), &points)
    };
    let away = towards(49.0, 60.0);
    assert!(is_held(&away) && away.pace().unwrap() < 0.0);
    assert_eq!(away.status(), Status::LimitedProgress);
    assert!(!kinds(&away).contains(&WarningKind::MovingAway));
    // Fast enough for a near target, if only it were a change.
    let seeming = towards(52.0, 53.0);
    assert!(is_held(&seeming) && seeming.pace().unwrap() >= 0.6);
    assert_eq!(seeming.status(), Status::NoClearChange);
    // What is met is met.
    assert_eq!(towards(52.0, 51.0).status(), Status::Met);
}

#[test]
fn close_to_the_whole_the_level_alone_speaks() {
    let near = |base, latest| {
        let points = [(2020, base), (2021, 99.7), (2022, 99.8), (2024, latest)];
        verdict(share(), Op::AtLeast(100.0), &points)
    };
    assert_eq!(near(99.5, 99.9).status(), Status::NoClearChange);
    assert_eq!(near(99.9, 99.5).status(), Status::NoClearChange);
    assert_eq!(
        near(99.9, 99.5).level(),
        Some(plan_tracker::assess::Level::NearlyMet)
    );
    assert_ne!(near(99.4, 99.9).status(), Status::NoClearChange);
}

#[test]
fn cases_widen_what_may_be_chance() {
    // A fall in a county: by its own steps a clear change, by its numbers of cases none.
    let points = [
        (2020, 16.0),
        (2021, 14.9),
        (2022, 15.0),
        (2023, 13.6),
        (2024, 12.4),
    ];
    let mut ask = Ask::new(rate(), Op::Trend(Trend::Down), &points);
    assert!(!is_held(&ask.verdict()));
    ask.cases = Some(&[(2020, 1600.0), (2024, 1240.0)]);
    assert!(!is_held(&ask.verdict()));
    ask.cases = Some(&[(2020, 16.0), (2024, 12.0)]);
    assert_eq!(ask.verdict().status(), Status::NoClearChange);
}

#[test]
fn a_gap_narrows_only_if_its_ratio_does_not_widen() {
    let gap = [(2020, 4.0), (2021, 3.6), (2022, 3.2), (2023, 2.8), (2024, 2.4)];
    let mut ask = Ask::new(gap_of_share(), Op::Trend(Trend::Narrow), &gap);
    assert_eq!(ask.verdict().status(), Status::OnTrack);
    ask.ratio = Some(&[(2020, 1.5), (2021, 1.6), (2022, 1.7), (2023, 1.8), (2024, 1.9)]);
    let verdict = ask.verdict();
    assert_eq!(verdict.status(), Status::NoClearChange);
    let ratio = verdict.figures().unwrap().ratio.unwrap();
    assert!(ratio.widens && (ratio.from.value, ratio.to.value) == (1.5, 1.9));
    assert_eq!(kinds(&verdict), []);
    ask.ratio = Some(&[(2020, 1.5), (2021, 1.4), (2022, 1.4), (2023, 1.3), (2024, 1.3)]);
    assert_eq!(ask.verdict().status(), Status::OnTrack);
    // A gap that wanders does not widen, and warns of nothing.
    let wanders = [(2020, 1.75), (2021, 2.3), (2022, 1.5), (2023, 2.2), (2024, 1.77)];
    let wanders = crate::support::verdict(gap_of_share(), Op::Trend(Trend::Narrow), &wanders);
    assert_eq!(wanders.status(), Status::NoClearChange);
    assert!(!kinds(&wanders).contains(&WarningKind::GapWidening));
}

#[test]
fn the_years_looked_at_end_eight_years_back() {
    // Wild until 2015, calm since: with the calm years alone the change is a clear one.
    let mut points = vec![(2010, 40.0), (2011, 60.0), (2012, 38.0), (2013, 61.0)];
    points.extend([
        (2016, 49.0),
        (2018, 49.8),
        (2020, 50.1),
        (2022, 51.4),
        (2024, 52.2),
    ]);
    let trend = || Op::Trend(Trend::Up);
    assert!(!is_held(&verdict(points_of_share(), trend(), &points)));
    // With three values in eight years the longer window counts, and its wildness.
    points.retain(|(year, _)| *year < 2016 || *year >= 2020);
    assert!(is_held(&verdict(points_of_share(), trend(), &points)));
}
