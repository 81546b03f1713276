//! What has to hold of any input at all, tried on many from a seeded generator.

use plan_tracker::assess::{Assessment, CutOffs, Level, Status, WarningKind};
use plan_tracker::catalogue::{Form, Indicator, Op, Trend, Year};
use plan_tracker::lang::Lang;

use crate::support::{Ask, count, gap_of_share, rate, share};

/// SplitMix64: small, seeded, good enough to try inputs with.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A series with gaps; values of a plausible size.
    fn series(&mut self) -> Vec<(Year, f64)> {
        let mut points = Vec::new();
        for year in 2012..=2024 {
            if self.below(3) > 0 {
                points.push((year, self.between(1.0, 99.0)));
            }
        }
        points
    }

    /// A value that no office would publish.
    fn hostile(&mut self) -> f64 {
        const VALUES: [f64; 18] = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            100.0,
            99.95,
            1e-300,
            -1e-300,
            5e-324,
            1e300,
            -1e300,
            f64::MAX,
            f64::MIN,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            50.0,
            1e-9,
        ];
        VALUES[self.below(VALUES.len())]
    }

    fn op(&mut self, goal: f64) -> Op {
        match self.below(9) {
            0 | 1 => Op::AtLeast(goal),
            2 | 3 => Op::AtMost(goal),
            4 => Op::Around(goal),
            5 => Op::Change(goal - 50.0),
            6 => Op::Equal(goal),
            7 => Op::Trend(Trend::Up),
            _ => Op::Trend(Trend::Down),
        }
    }

    fn indicator(&mut self) -> Indicator {
        match self.below(5) {
            0 => share(),
            1 => rate(),
            2 => count(),
            3 => gap_of_share(),
            _ => Indicator {
                limit: None,
                ..share()
            },
        }
    }
}

/// Worst first; a status that says nothing about the way is not compared.
fn goodness(status: Status) -> Option<u8> {
    match status {
        Status::MovingAway => Some(0),
        Status::LimitedProgress => Some(1),
        Status::AccelerationNeeded => Some(2),
        Status::OnTrack => Some(3),
        Status::Met => Some(4),
        _ => None,
    }
}

/// Judged by level, pace and growth alone. The rules that ask whether a change is a clear one, or whether the forecast
/// bears it out, look at how much a series wanders, and a worse value may make it wander more; an estimated base
/// moves with the value after it.
fn by_pace_alone(indicator: Indicator, op: Op, points: &[(Year, f64)]) -> Assessment {
    let mut ask = Ask::new(indicator, op, points);
    for (cutoff, value) in [
        ("clear_confidence", 0.5),
        ("witness_chance", 0.0),
        ("base_years", 0.0),
    ] {
        ask.cutoffs.set(cutoff, value).unwrap();
    }
    ask.verdict()
}

#[test]
fn what_is_within_the_usual_variation_never_moves_away() {
    let (mut dice, mut held) = (Dice(7), 0);
    for _ in 0..5_000 {
        let (indicator, goal, points) = (dice.indicator(), dice.between(1.0, 99.0), dice.series());
        let verdict = Ask::new(indicator, dice.op(goal), &points).verdict();
        if verdict.change().is_some_and(|change| change.held) {
            held += 1;
            assert_ne!(verdict.status(), Status::MovingAway, "{points:?}");
            assert_ne!(verdict.status(), Status::OnTrack, "{points:?}");
            let kinds = crate::support::kinds(&verdict);
            assert!(!kinds.contains(&WarningKind::MovingAway) && !kinds.contains(&WarningKind::GapWidening));
        }
    }
    assert!(held > 1_000, "{held}");
}

#[test]
fn status_never_improves_when_the_newest_value_worsens() {
    let mut dice = Dice(1);
    for _ in 0..20_000 {
        let (indicator, goal, mut points) = (dice.indicator(), dice.between(1.0, 99.0), dice.series());
        if points.is_empty() {
            continue;
        }
        let op = dice.op(goal);
        let better = by_pace_alone(indicator.clone(), op.clone(), &points);
        let Some(demand) = better.demand() else { continue };
        let last = points.len() - 1;
        let worse_by = dice.between(0.0, 30.0);
        let value = points[last].1;
        points[last].1 = match op {
            // Further from the middle, on the side where it already is.
            Op::Around(goal) | Op::Equal(goal) => value + worse_by * (value - goal).signum(),
            _ => value - worse_by * demand.sign(),
        };
        // The newest value being the base, its change would move the goal too.
        if better.base().is_some_and(|base| base.year == points[last].0) {
            continue;
        }
        let worse = by_pace_alone(indicator, op.clone(), &points);
        assert!(
            goodness(worse.status()) <= goodness(better.status()),
            "{op:?} {points:?} was {value}"
        );
        assert!(worse.level() <= better.level());
    }
}

#[test]
fn scaling_units_changes_nothing() {
    // A share's limit and a distance in points do not scale; rates and counts do.
    let mut dice = Dice(2);
    for _ in 0..5_000 {
        let measured = match dice.below(3) {
            0 => rate(),
            1 => count(),
            _ => Indicator {
                form: Some(Form::Linear),
                ..rate()
            },
        };
        let (goal, points) = (dice.between(1.0, 99.0), dice.series());
        let factor = 10f64.powi(dice.below(7) as i32 - 3);
        let (op, scaled_op) = match dice.below(4) {
            0 => (Op::AtLeast(goal), Op::AtLeast(goal * factor)),
            1 => (Op::AtMost(goal), Op::AtMost(goal * factor)),
            2 => (Op::Change(-20.0), Op::Change(-20.0)),
            _ => (Op::Trend(Trend::Up), Op::Trend(Trend::Up)),
        };
        let scaled_points: Vec<_> = points
            .iter()
            .map(|&(year, value)| (year, value * factor))
            .collect();
        let plain = Ask::new(measured.clone(), op, &points).verdict();
        let scaled = Ask::new(measured, scaled_op, &scaled_points).verdict();
        assert_eq!(
            (plain.status(), plain.level(), plain.form()),
            (scaled.status(), scaled.level(), scaled.form())
        );
        same(plain.pace(), scaled.pace());
        same(plain.growth(), scaled.growth());
        same(plain.score(), scaled.score());
        same(
            plain.forecast().and_then(|f| f.odds).map(|odds| odds.chance),
            scaled.forecast().and_then(|f| f.odds).map(|odds| odds.chance),
        );
        same(
            plain.forecast().map(|f| f.value * factor),
            scaled.forecast().map(|f| f.value),
        );
    }
}

#[track_caller]
fn same(a: Option<f64>, b: Option<f64>) {
    match (a, b) {
        (Some(a), Some(b)) => assert!((a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1e-3), "{a} {b}"),
        (a, b) => assert_eq!(a, b),
    }
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let mut dice = Dice(3);
    for _ in 0..2_000 {
        let (indicator, goal, mut points) = (dice.indicator(), dice.between(1.0, 99.0), dice.series());
        let op = dice.op(goal);
        let sorted = Ask::new(indicator.clone(), op.clone(), &points).verdict();
        for at in (1..points.len()).rev() {
            let other = dice.below(at + 1);
            points.swap(at, other);
        }
        assert_eq!(Ask::new(indicator, op, &points).verdict(), sorted);
    }
}

#[test]
fn what_is_later_than_the_year_judged_changes_nothing() {
    let mut dice = Dice(4);
    for _ in 0..2_000 {
        let (indicator, goal, mut points) = (dice.indicator(), dice.between(1.0, 99.0), dice.series());
        let op = dice.op(goal);
        let before = Ask::new(indicator.clone(), op.clone(), &points).verdict();
        points.extend((2025..2035).map(|year| (year, dice.hostile())));
        assert_eq!(Ask::new(indicator, op, &points).verdict(), before);
    }
}

#[test]
fn no_hostile_input_gives_a_number_that_is_none() {
    let mut dice = Dice(5);
    for round in 0..30_000 {
        let indicator = dice.indicator();
        let mut points: Vec<(Year, f64)> = (0..dice.below(9))
            .map(|_| (2008 + dice.below(26) as Year, dice.hostile()))
            .collect();
        if dice.below(8) == 0 {
            points.push((Year::MIN, 1.0));
            points.push((Year::MAX, 2.0));
        }
        let cases: Vec<(Year, f64)> = (2018..=2024).map(|year| (year, dice.hostile())).collect();
        let op = match dice.below(8) {
            0 => Op::Compare("other".into()),
            1 => Op::CompareAround("other".into()),
            2 => Op::Around(1.0),
            _ => {
                let goal = dice.hostile();
                dice.op(goal)
            }
        };
        let mut ask = Ask::new(indicator, op, &points);
        ask.target.keep = dice.below(2) == 0;
        ask.target.year = [2019, 2020, 2025, 2030, Year::MAX, Year::MIN][dice.below(6)];
        ask.as_of = [2018, 2020, 2024, 2030, 2040, Year::MAX, Year::MIN][dice.below(7)];
        ask.cases = (dice.below(3) == 0).then_some(&cases);
        ask.compared_with = (dice.below(2) == 0).then_some(&cases);
        if dice.below(4) == 0 {
            ask.cutoffs = hostile_cutoffs(&mut dice);
        }
        let verdict = ask.verdict();
        assert_finite(&verdict, round);
        for warning in &verdict.warnings {
            for lang in [Lang::Zh, Lang::En] {
                let reason = warning.reason(lang);
                assert!(!reason.contains("NaN") && !reason.contains("inf"), "{reason}");
            }
        }
    }
}

fn hostile_cutoffs(dice: &mut Dice) -> CutOffs {
    CutOffs {
        coverage: dice.hostile(),
        damping: dice.hostile(),
        share_damping: dice.hostile(),
        forecast_age: dice.hostile(),
        slope_weight: dice.hostile(),
        held_share: dice.hostile(),
        window_years: dice.hostile(),
        around_points: dice.hostile(),
        nearly_met: dice.hostile(),
        ..CutOffs::default()
    }
}

/// Every number of the verdict, in whatever field, prints as one.
#[track_caller]
fn assert_finite(verdict: &Assessment, round: usize) {
    let printed = format!("{verdict:?}");
    assert!(
        !printed.contains("NaN") && !printed.contains("inf"),
        "round {round}: {printed}"
    );
    let chance = verdict.forecast().and_then(|f| f.odds).map(|odds| odds.chance);
    assert!(chance.is_none_or(|chance| (0.0..=1.0).contains(&chance)));
    assert!(verdict.level() != Some(Level::Met) || verdict.status() == Status::Met);
}
