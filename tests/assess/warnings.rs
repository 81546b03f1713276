//! Each early warning, on either side of its edge, and the sentences.

use plan_tracker::assess::{Absence, Cause, Level, ValueAt, Verdict, WarningKind::*};
use plan_tracker::catalogue::{Op, Trend};
use plan_tracker::lang::Lang;
use plan_tracker::text::missing_reason;

use crate::support::{Ask, close, count, gap_of_share, kinds, rate, share, verdict};

const SLOW: [(i32, f64); 5] = [
    (2020, 60.0),
    (2021, 60.6),
    (2022, 60.9),
    (2023, 61.6),
    (2024, 62.0),
];

#[test]
fn hard_to_reach_needs_a_forecast_that_misses_and_a_low_pace_or_chance() {
    let slow = verdict(share(), Op::AtLeast(90.0), &SLOW);
    assert_eq!(kinds(&slow), [HardToReach]);
    assert!(slow.pace().unwrap() < 0.6 && !slow.forecast().unwrap().odds.unwrap().meets);

    // Where no chance is low enough to warn, the pace decides, below 0.6 only.
    let by_pace = |latest| {
        let points = [(2020, 50.0), (2022, 54.7), (2024, latest)];
        let mut ask = Ask::new(share(), Op::AtLeast(90.0), &points);
        ask.cutoffs.hard_chance = 0.0;
        kinds(&ask.verdict())
    };
    assert_eq!(by_pace(59.5), [HardToReach]);
    assert_eq!(by_pace(59.7), []);
    // From two values nothing is forecast, and so nothing is known to miss.
    let two = [(2020, 50.0), (2024, 59.5)];
    assert_eq!(kinds(&verdict(share(), Op::AtLeast(90.0), &two)), []);

    // A fair pace with no chance at all warns; the cut-off of the chance decides.
    let points = [
        (2020, 60.0),
        (2021, 62.3),
        (2022, 64.1),
        (2023, 66.4),
        (2024, 68.0),
    ];
    let mut ask = Ask::new(share(), Op::AtLeast(90.0), &points);
    let fair = ask.verdict();
    let chance = fair.forecast().unwrap().odds.unwrap().nearly;
    assert!(fair.pace().unwrap() > 0.6 && chance < 0.25);
    assert_eq!(kinds(&fair), [HardToReach]);
    ask.cutoffs.hard_chance = chance;
    assert_eq!(kinds(&ask.verdict()), [], "the chance is not below itself");
}

#[test]
fn what_is_met_is_not_hard_to_reach_but_may_be_at_risk() {
    let falling = [
        (2020, 99.0),
        (2021, 97.5),
        (2022, 95.4),
        (2023, 93.6),
        (2024, 91.0),
    ];
    let verdict = verdict(share(), Op::AtLeast(90.0), &falling);
    assert_eq!(verdict.level(), Some(Level::Met));
    assert!(verdict.pace().unwrap() < 0.0);
    assert_eq!(kinds(&verdict), [MetAtRisk], "what is met does not move away");
    let kept = [
        (2020, 91.0),
        (2021, 91.5),
        (2022, 92.4),
        (2023, 93.6),
        (2024, 94.0),
    ];
    assert_eq!(
        kinds(&crate::support::verdict(share(), Op::AtLeast(90.0), &kept)),
        []
    );
}

#[test]
fn only_a_target_around_a_value_is_told_as_around_it() {
    let points = [
        (2020, 40.0),
        (2021, 40.1),
        (2022, 40.2),
        (2023, 40.2),
        (2024, 40.3),
    ];
    let reason = |op| {
        let verdict = verdict(share(), op, &points);
        let warning = verdict
            .warnings
            .iter()
            .find(|warning| warning.kind() == HardToReach);
        warning.expect("50 is far off").reason(Lang::Zh)
    };
    assert!(reason(Op::Around(50.0)).contains("50%左右"));
    assert!(!reason(Op::Equal(50.0)).contains("左右"));
}

#[test]
fn moving_away_is_any_step_the_wrong_way_since_the_base() {
    let kinds = |latest| {
        kinds(&verdict(
            share(),
            Op::Trend(Trend::Up),
            &[(2020, 50.0), (2024, latest)],
        ))
    };
    assert_eq!(kinds(49.99), [MovingAway]);
    assert_eq!(kinds(50.0), []);
    let left = verdict(share(), Op::AtLeast(90.0), &[(2020, 90.0), (2024, 89.5)]);
    assert!(
        crate::support::kinds(&left).contains(&MovingAway),
        "0/0 has a direction all the same"
    );
}

#[test]
fn wandering_within_the_tolerance_is_not_moving_away() {
    let within = verdict(share(), Op::Around(45.0), &[(2020, 45.1), (2024, 45.4)]);
    assert_eq!(kinds(&within), []);
    let outside = verdict(share(), Op::Around(45.0), &[(2020, 45.1), (2024, 48.0)]);
    assert!(kinds(&outside).contains(&MovingAway));
}

#[test]
fn swinging_needs_shock_turns_and_enough_values() {
    let wild = [
        (2020, 12.0),
        (2021, 19.0),
        (2022, 11.0),
        (2023, 20.0),
        (2024, 10.0),
    ];
    let verdict = |points: &[(i32, f64)]| kinds(&verdict(rate(), Op::Trend(Trend::Down), points));
    assert!(verdict(&wild).contains(&Swinging));
    assert!(!verdict(&wild[1..4]).contains(&Swinging), "three values");
    // A smooth curve never swings, however much it bends.
    let smooth = [
        (2020, 40.0),
        (2021, 25.0),
        (2022, 18.0),
        (2023, 15.0),
        (2024, 14.0),
    ];
    assert!(!verdict(&smooth).contains(&Swinging));
    // Turning every year, but by less than 2%.
    let calm = [
        (2020, 12.0),
        (2021, 12.2),
        (2022, 12.0),
        (2023, 12.2),
        (2024, 12.0),
    ];
    assert!(!verdict(&calm).contains(&Swinging));
}

#[test]
fn a_move_of_exactly_the_cutoff_counts_as_a_turn() {
    // Shares move in points: 0.5 at 99 is a large step on the scale of forecasts.
    let turns = |step: f64| {
        let points = [
            (2020, 99.2),
            (2021, 99.2 + step),
            (2022, 99.2),
            (2023, 99.2 + step),
            (2024, 99.2),
        ];
        kinds(&verdict(share(), Op::Trend(Trend::Up), &points)).contains(&Swinging)
    };
    assert!(turns(0.5));
    assert!(!turns(0.499));
}

#[test]
fn half_of_the_inner_years_have_to_turn() {
    let half = [
        (2019, 10.0),
        (2020, 14.0),
        (2021, 10.0),
        (2022, 13.0),
        (2023, 17.0),
        (2024, 22.0),
    ];
    let less = [
        (2018, 7.0),
        (2019, 10.0),
        (2020, 14.0),
        (2021, 10.0),
        (2022, 13.0),
        (2023, 17.0),
        (2024, 22.0),
    ];
    let swings =
        |points: &[(i32, f64)]| kinds(&verdict(count(), Op::Trend(Trend::Up), points)).contains(&Swinging);
    assert!(swings(&half), "2 of 4");
    assert!(!swings(&less), "2 of 5");
}

#[test]
fn a_gap_that_grows_is_widening() {
    let kinds = |latest| {
        kinds(&verdict(
            gap_of_share(),
            Op::Trend(Trend::Narrow),
            &[(2020, 3.0), (2024, latest)],
        ))
    };
    assert_eq!(kinds(3.1), [MovingAway, GapWidening]);
    assert_eq!(kinds(3.0), []);
    assert_eq!(kinds(2.9), []);
}

#[test]
fn too_few_cases_silence_every_trend() {
    let mut ask = Ask::new(
        rate(),
        Op::AtMost(12.0),
        &[(2020, 14.0), (2021, 17.0), (2022, 20.0), (2024, 25.0)],
    );
    assert!(kinds(&ask.verdict()).contains(&MovingAway));
    ask.cases = Some(&[(2020, 12.0), (2024, 9.0)]);
    let small = ask.verdict();
    assert_eq!(kinds(&small), [SmallNumber]);
    assert_eq!(
        (small.pace(), small.growth(), small.forecast()),
        (None, None, None)
    );
    assert_eq!(small.level(), Some(Level::NotMet));
    let Cause::SmallNumber {
        year: 2024,
        interval: (low, high),
        values: Some((from, to)),
        ..
    } = small.warnings[0].cause
    else {
        panic!("{:?}", small.warnings)
    };
    assert!((low - 4.1154).abs() < 1e-4 && (high - 17.0848).abs() < 1e-4);
    close(from, 25.0 * low / 9.0);
    close(to, 25.0 * high / 9.0);
    // Ten are enough; a small base is not.
    ask.cases = Some(&[(2020, 12.0), (2024, 10.0)]);
    assert!(!kinds(&ask.verdict()).contains(&SmallNumber));
    ask.cases = Some(&[(2020, 9.0), (2024, 10.0)]);
    assert_eq!(kinds(&ask.verdict()), [SmallNumber]);
    ask.cases = Some(&[(2024, 0.0)]);
    assert!(matches!(
        ask.verdict().warnings[0].cause,
        Cause::SmallNumber { values: None, .. }
    ));
}

#[test]
fn stale_is_more_than_two_years_old() {
    let kinds = |newest| {
        kinds(&verdict(
            share(),
            Op::AtLeast(50.0),
            &[(2020, 60.0), (newest, 61.0)],
        ))
    };
    assert_eq!(kinds(2022), []);
    assert_eq!(kinds(2021), [Stale]);
    // After the deadline the age counts to the deadline.
    let points = [(2020, 60.0), (2029, 61.0)];
    let mut ask = Ask::new(share(), Op::AtLeast(50.0), &points);
    ask.as_of = 2040;
    assert_eq!(crate::support::kinds(&ask.verdict()), []);
}

#[test]
fn nothing_loaded_is_said() {
    let nothing = verdict(share(), Op::AtLeast(50.0), &[]);
    assert_eq!(nothing.verdict, Verdict::NoData(Absence::Figures));
    assert_eq!(kinds(&nothing), []);
    let alone = verdict(share(), Op::Compare("other".into()), &[(2024, 40.0)]);
    let missing = Absence::Comparison(ValueAt {
        year: 2024,
        value: 40.0,
    });
    assert_eq!(alone.verdict, Verdict::NoData(missing));
    for lang in [Lang::Zh, Lang::En] {
        assert_ne!(
            missing_reason(missing, lang),
            missing_reason(Absence::Figures, lang)
        );
    }
}

#[test]
fn every_reason_carries_its_numbers_in_both_languages() {
    let slow = verdict(share(), Op::AtLeast(90.0), &SLOW);
    let (zh, en) = (
        slow.warnings[0].reason(Lang::Zh),
        slow.warnings[0].reason(Lang::En),
    );
    assert!(
        zh.contains("2030\u{2009}年") && zh.contains("90%") && zh.ends_with('。'),
        "{zh}"
    );
    assert!(
        en.contains("2030") && en.contains("90%") && en.ends_with('.'),
        "{en}"
    );

    let gap = verdict(
        gap_of_share(),
        Op::Trend(Trend::Narrow),
        &[(2020, 3.0), (2024, 4.5)],
    );
    let widening = gap.warnings.iter().find(|w| w.kind() == GapWidening).unwrap();
    assert_eq!(
        widening.reason(Lang::Zh).replace('\u{2009}', " "),
        "男女差距从 2020 年的 3 个百分点扩大到 2024 年的 4.5 个百分点。"
    );
    assert_eq!(
        widening.reason(Lang::En),
        "The gap between women and men widened from 3 percentage points in 2020 to 4.5 percentage points in 2024."
    );
}
