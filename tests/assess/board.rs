//! Whole boards: which series answers for which plan, what speaks for a goal, and counts that add up.

use std::collections::BTreeMap;

use plan_tracker::assess::{
    Assessment, Basis, Board, Cause, CutOffs, Judged, Level, Levels, Progress, Record, Status, Summary,
    WarningKind, board,
};
use plan_tracker::catalogue::{Dimension, Direction, Each, Gap, Indicator, Kind, Op, Sex, Trend, Year};
use plan_tracker::observation::{Group, Residence, ValueAt};

use crate::city::{FALLING, HIGH, MEN, RISING, Row, WOMEN, catalogue, collection, judged, stated};
use crate::support::{count, indicator, share};

fn goal(board: &Board, id: &str) -> (Status, Option<Level>) {
    let goal = board.goal(id.parse().unwrap()).unwrap();
    (goal.status, goal.level)
}

fn group_of(item: &Judged) -> Group {
    item.basis.group()
}

fn assert_adds_up(board: &Board) {
    let adds_up = |summary: Summary| {
        let Levels {
            total,
            met,
            nearly_met,
            not_met,
            no_data,
        } = summary.levels;
        assert_eq!(met + nearly_met + not_met + no_data, total);
        assert_eq!(summary.statuses.total(), total);
        total
    };
    assert_eq!(adds_up(board.summary()), board.goals.len());
    assert_eq!(
        adds_up(board.plan_summary('W')) + adds_up(board.plan_summary('C')),
        board.goals.len()
    );
    assert_eq!(
        adds_up(board.field_summary("W1")) + adds_up(board.field_summary("C1")),
        board.goals.len()
    );
    for goal in &board.goals {
        assert_eq!(goal.items.total(), board.items_of(goal.id).count());
    }
}

#[test]
fn each_plan_takes_its_own_series() {
    let both = stated(
        "x",
        share(),
        &[("W1.01", Op::AtLeast(90.0)), ("C1.02", Op::AtLeast(90.0))],
    );
    let total = &Group::TOTAL;

    // Only a total: one item that speaks for both goals, and says what stands in.
    let board = judged(vec![both.clone()], &[("x", "城", total, RISING)]);
    assert_eq!(board.items.len(), 1);
    assert_eq!(
        board.items[0]
            .goals
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["W1.01", "C1.02"]
    );
    assert_eq!(board.items[0].plans, ['W', 'C']);
    assert_eq!(board.items[0].stands_in_for, Some(Sex::Female));
    assert_eq!(
        (goal(&board, "W1.01").0, goal(&board, "C1.02").0),
        (Status::OnTrack, Status::OnTrack)
    );

    // Women's own series: two items.
    let rows: &[Row<'_>] = &[
        ("x", "城", total, RISING),
        ("x", "城", &WOMEN, FALLING),
        ("x", "城", &MEN, HIGH),
    ];
    let board = judged(vec![both.clone()], rows);
    assert_eq!(
        board.items.iter().map(group_of).collect::<Vec<_>>(),
        [WOMEN, Group::TOTAL]
    );
    assert_eq!(
        (goal(&board, "W1.01").0, goal(&board, "C1.02").0),
        (Status::MovingAway, Status::OnTrack)
    );
    assert!(
        board
            .items
            .iter()
            .all(|item| item.stands_in_for.is_none() && item.groups.len() == 2)
    );

    // Nothing: one item without data for both.
    let board = judged(vec![both.clone()], &[]);
    assert_eq!((board.items.len(), board.as_of), (1, None));
    assert_eq!(board.items[0].basis, Basis::Nothing);
    assert_eq!(goal(&board, "W1.01"), (Status::NoData, None));
    assert_adds_up(&board);

    // Only another group: it is judged, but it is no headline.
    let board = judged(vec![both], &[("x", "城", &MEN, HIGH)]);
    assert_eq!(board.items[0].assessment.status(), Status::NoData);
    assert_eq!(board.items[0].groups[0].assessment.status(), Status::Met);
}

#[test]
fn an_indicator_about_one_sex_takes_it_in_every_plan() {
    let women = Indicator {
        sex: Some(Sex::Female),
        ..share()
    };
    let women = stated("x", women, &[("C1.01", Op::AtLeast(90.0))]);
    let rows: &[Row<'_>] = &[("x", "城", &Group::TOTAL, RISING), ("x", "城", &WOMEN, HIGH)];
    let board = judged(vec![women], rows);
    assert_eq!(
        (group_of(&board.items[0]), goal(&board, "C1.01").0),
        (WOMEN, Status::Met)
    );
}

#[test]
fn another_areas_figures_are_never_borrowed() {
    let x = stated("x", share(), &[("W1.01", Op::AtLeast(90.0))]);
    let board = judged(vec![x], &[("x", "国", &Group::TOTAL, HIGH)]);
    assert_eq!(goal(&board, "W1.01"), (Status::NoData, None));
}

#[test]
fn the_worst_measured_item_speaks_for_a_goal() {
    let at = |id: &str, op| stated(id, share(), &[("W1.01", op)]);
    let indicators = vec![
        at("met", Op::AtLeast(90.0)),
        at("falls", Op::Trend(Trend::Up)),
        at("unknown", Op::AtLeast(90.0)),
        stated(
            "built",
            indicator(Kind::Milestone, "", Direction::Up),
            &[("W1.01", Op::Milestone)],
        ),
    ];
    let total = &Group::TOTAL;
    let board = judged(
        indicators,
        &[("met", "城", total, HIGH), ("falls", "城", total, FALLING)],
    );
    assert_eq!(goal(&board, "W1.01"), (Status::MovingAway, Some(Level::Met)));
    let counts = board.goal("W1.01".parse().unwrap()).unwrap().items;
    assert_eq!(
        (
            counts.get(Status::Met),
            counts.get(Status::MovingAway),
            counts.get(Status::NoData),
            counts.get(Status::Qualitative)
        ),
        (1, 1, 1, 1)
    );
    assert_eq!(goal(&board, "W1.02"), (Status::Qualitative, None));
    assert_adds_up(&board);
}

#[test]
fn an_indicator_of_measures_stands_beside_the_goals_that_they_serve_and_judges_none() {
    let x = stated("x", share(), &[("W1.m02", Op::AtLeast(90.0))]);
    let catalogue = catalogue(vec![x]);
    let rows: [Row<'_>; 1] = [("x", "城", &Group::TOTAL, HIGH)];
    let board = board(
        &catalogue,
        &collection(&rows),
        "城",
        None,
        &[],
        &CutOffs::default(),
    );
    assert!(board.items[0].goals.is_empty());
    assert_eq!(goal(&board, "W1.02"), (Status::Qualitative, None));
    let served = catalogue
        .goals()
        .filter(|goal| board.items_beside(goal).next().is_some());
    assert_eq!(
        served.map(|goal| goal.id.to_string()).collect::<Vec<_>>(),
        ["W1.02", "W1.03", "W1.04"]
    );
}

#[test]
fn a_goal_that_only_gives_a_direction_is_served_by_the_value_set_elsewhere() {
    let x = stated(
        "x",
        share(),
        &[("C1.01", Op::Trend(Trend::Up)), ("C1.02", Op::AtLeast(90.0))],
    );
    let board = judged(vec![x], &[("x", "城", &Group::TOTAL, HIGH)]);
    assert_eq!(board.items.len(), 1);
    assert_eq!(
        (goal(&board, "C1.01").0, goal(&board, "C1.02").0),
        (Status::Met, Status::Met)
    );
}

#[test]
fn recorded_states_are_shown_and_a_finished_milestone_is_met() {
    let built = stated(
        "built",
        indicator(Kind::Milestone, "", Direction::Up),
        &[("W1.01", Op::Milestone)],
    );
    let x = stated("x", share(), &[("C1.01", Op::AtLeast(90.0))]);
    let catalogue = catalogue(vec![built, x]);
    let collection = collection(&[("x", "城", &Group::TOTAL, HIGH)]);
    let record = |goal: &str, date: &str, state| Record {
        goal: goal.parse().unwrap(),
        date: date.into(),
        state,
        note: String::new(),
        source: String::new(),
    };
    let records = [
        record("W1.01", "2022-05-01", Progress::UnderWay),
        record("W1.01", "2025-03-01", Progress::Done),
        record("W1.02", "2023", Progress::Done),
    ];
    let judge = |as_of| {
        board(
            &catalogue,
            &collection,
            "城",
            as_of,
            &records,
            &CutOffs::default(),
        )
    };

    // The newest figures are of 2024; a record of 2025 is known with them.
    let now = judge(None);
    assert_eq!(goal(&now, "W1.01"), (Status::Qualitative, Some(Level::Met)));
    // A qualitative goal keeps its recorded state, but has no level.
    assert_eq!(goal(&now, "W1.02"), (Status::Qualitative, None));
    assert_eq!(
        now.goal("W1.02".parse().unwrap())
            .unwrap()
            .record
            .as_ref()
            .unwrap()
            .state,
        Progress::Done
    );
    let back = judge(Some(2023));
    assert_eq!(goal(&back, "W1.01"), (Status::Qualitative, None));
    assert_adds_up(&now);
    // It says nothing about another area.
    let nation = board(&catalogue, &collection, "国", None, &records, &CutOffs::default());
    assert_eq!(goal(&nation, "W1.01"), (Status::Qualitative, None));
}

#[test]
fn a_milestone_of_every_county_keeps_its_record() {
    let mut built = stated(
        "built",
        indicator(Kind::Milestone, "", Direction::Up),
        &[("C1.01", Op::Milestone)],
    );
    built.targets[0].each = Some(Each::County);
    let record = Record {
        goal: "C1.01".parse().unwrap(),
        date: "2024".into(),
        state: Progress::Done,
        note: String::new(),
        source: String::new(),
    };
    let board = board(
        &catalogue(vec![built]),
        &collection(&[]),
        "城",
        None,
        &[record],
        &CutOffs::default(),
    );
    assert_eq!(goal(&board, "C1.01"), (Status::Qualitative, Some(Level::Met)));
}

#[test]
fn a_gap_is_built_from_the_groups_unless_it_is_loaded() {
    let gap = |by| Indicator {
        gap: Some(Gap { of: "x".into(), by }),
        ..share()
    };
    let watch = |by| stated("gap", gap(by), &[("W1.01", Op::Trend(Trend::Narrow))]);
    let (urban, rural) = (
        Group::of_residence(Residence::Urban),
        Group::of_residence(Residence::Rural),
    );
    let total = &Group::TOTAL;
    let rows: &[Row<'_>] = &[
        ("x", "城", &WOMEN, &[(2020, 50.0), (2021, 51.0), (2024, 58.0)]),
        ("x", "城", &MEN, &[(2020, 60.0), (2024, 55.0)]),
        ("x", "城", &urban, &[(2020, 60.0), (2024, 66.0)]),
        ("x", "城", &rural, &[(2020, 50.0), (2024, 60.0)]),
        ("x", "甲县", total, &[(2020, 40.0), (2022, 44.0), (2024, 40.0)]),
        ("x", "乙县", total, &[(2020, 45.0), (2024, 55.0)]),
    ];
    let values = |by| judged(vec![watch(by)], rows).items[0].values.clone();
    assert_eq!(
        values(Dimension::Sex),
        [(2020, 10.0), (2024, 3.0)].map(ValueAt::from)
    );
    assert_eq!(
        values(Dimension::Residence),
        [(2020, 10.0), (2024, 6.0)].map(ValueAt::from)
    );
    assert_eq!(
        values(Dimension::Area),
        [(2020, 5.0), (2024, 15.0)].map(ValueAt::from)
    );
    let area = judged(vec![watch(Dimension::Area)], rows);
    let kinds = &area.goal("W1.01".parse().unwrap()).unwrap().warnings;
    assert_eq!(*kinds, [WarningKind::MovingAway, WarningKind::GapWidening]);
    assert_eq!(
        area.items[0].basis,
        Basis::Gap {
            of: "x".into(),
            by: Dimension::Area
        }
    );

    let mut loaded = rows.to_vec();
    loaded.push(("gap", "城", total, &[(2020, 9.0), (2024, 2.0)]));
    let board = judged(vec![watch(Dimension::Sex)], &loaded);
    assert_eq!(
        board.items[0].values,
        [(2020, 9.0), (2024, 2.0)].map(ValueAt::from)
    );
}

#[test]
fn a_gap_begins_anew_with_the_series_that_it_is_between() {
    let values: &[(Year, f64)] = &[
        (2020, 60.0),
        (2021, 61.0),
        (2022, 70.0),
        (2023, 70.5),
        (2024, 71.0),
    ];
    let others: &[(Year, f64)] = &[
        (2020, 50.0),
        (2021, 52.0),
        (2022, 64.0),
        (2023, 65.0),
        (2024, 66.0),
    ];
    let base = |of: &'static str, by| {
        let gap = Indicator {
            gap: Some(Gap { of: of.into(), by }),
            ..share()
        };
        let watch = stated("gap", gap, &[("W1.01", Op::Trend(Trend::Narrow))]);
        let rows: &[Row<'_>] = &[
            (of, "城", &WOMEN, values),
            (of, "城", &MEN, others),
            (of, "甲县", &Group::TOTAL, values),
            (of, "乙县", &Group::TOTAL, others),
        ];
        let board = judged(vec![watch], rows);
        board.items[0].assessment.base().map(|value| value.year)
    };
    for by in [Dimension::Sex, Dimension::Area] {
        assert_eq!(base("whole", by), Some(2020), "{by:?}");
        assert_eq!(base("broken", by), Some(2022), "{by:?}");
    }
}

#[test]
fn a_area_without_parts_has_no_gap_between_them() {
    let gap = Indicator {
        gap: Some(Gap {
            of: "x".into(),
            by: Dimension::Area,
        }),
        ..share()
    };
    let catalogue = catalogue(vec![stated("gap", gap, &[("W1.01", Op::Trend(Trend::Narrow))])]);
    let rows: &[Row<'_>] = &[
        ("x", "甲县", &Group::TOTAL, RISING),
        ("x", "乙县", &Group::TOTAL, FALLING),
    ];
    let board = board(
        &catalogue,
        &collection(rows),
        "国",
        None,
        &[],
        &CutOffs::default(),
    );
    assert_eq!(goal(&board, "W1.01").0, Status::NoData);
}

#[test]
fn any_indicator_warns_when_its_groups_drift_apart() {
    let x = || stated("x", share(), &[("C1.01", Op::AtLeast(50.0))]);
    let rows: &[Row<'_>] = &[
        ("x", "城", &Group::TOTAL, HIGH),
        ("x", "城", &WOMEN, &[(2020, 90.0), (2024, 90.0)]),
        ("x", "城", &MEN, &[(2020, 92.0), (2024, 99.0)]),
    ];
    let board = judged(vec![x()], rows);
    let (_, warning) = board.warnings().next().unwrap();
    assert_eq!(warning.unit.as_str(), "百分点");
    assert!(
        matches!(warning.cause, Cause::GapWidening { by: Dimension::Sex, from, to }
        if (from.value, to.value) == (2.0, 9.0))
    );
    // An indicator that watches the gap says it instead.
    let gap = Indicator {
        gap: Some(Gap {
            of: "x".into(),
            by: Dimension::Sex,
        }),
        ..share()
    };
    let watched = judged(
        vec![x(), stated("gap", gap, &[("C1.02", Op::Trend(Trend::Narrow))])],
        rows,
    );
    assert!(watched.items[0].assessment.warnings.is_empty());
}

#[test]
fn each_county_has_to_meet_by_itself() {
    let mut x = stated("x", count(), &[("C1.01", Op::AtLeast(1.0))]);
    x.targets[0].each = Some(Each::County);
    let total = &Group::TOTAL;
    let parts = |a: &[(Year, f64)], b: &[(Year, f64)]| {
        judged(
            vec![x.clone()],
            &[
                ("x", "城", total, HIGH),
                ("x", "甲县", total, a),
                ("x", "乙县", total, b),
            ],
        )
    };
    let met: &[(Year, f64)] = &[(2024, 2.0)];

    let both = parts(met, met);
    assert_eq!(goal(&both, "C1.01"), (Status::Met, Some(Level::Met)));
    assert_eq!(both.items[0].parts.len(), 2);
    // The city's own total does not count for its counties, but is not hidden.
    assert_eq!(both.items[0].groups.len(), 1);

    let behind = parts(met, &[(2020, 0.0), (2024, 0.0)]);
    assert_eq!(
        goal(&behind, "C1.01"),
        (Status::AccelerationNeeded, Some(Level::NotMet))
    );
    let missing = parts(met, &[]);
    assert_eq!(goal(&missing, "C1.01"), (Status::NoData, None));
    let worse = parts(&[(2020, 1.0), (2024, 0.0)], &[]);
    // A state has no way to move: it is there, or it is not.
    assert_eq!(
        goal(&worse, "C1.01"),
        (Status::AccelerationNeeded, Some(Level::NotMet))
    );

    // An area without parts speaks for itself.
    let catalogue = catalogue(vec![x]);
    let nation = collection(&[("x", "国", total, met)]);
    let board = board(&catalogue, &nation, "国", None, &[], &CutOffs::default());
    assert_eq!(goal(&board, "C1.01").0, Status::Met);
}

#[test]
fn a_comparison_takes_the_same_people_else_everyone() {
    let x = stated("x", share(), &[("W1.01", Op::Compare("y".into()))]);
    let y = stated("y", share(), &[("W1.02", Op::Trend(Trend::Up))]);
    let total = &Group::TOTAL;
    let own: &[(Year, f64)] = &[(2024, 30.0)];
    let compared = |rows: &[Row<'_>]| {
        let assessment: Assessment = judged(vec![x.clone(), y.clone()], rows).items[0]
            .assessment
            .clone();
        (
            assessment.compared_with().map(|value| value.value),
            assessment.level(),
        )
    };
    let rows: &[Row<'_>] = &[("x", "城", total, own), ("y", "城", total, &[(2024, 31.0)])];
    assert_eq!(compared(rows), (Some(31.0), Some(Level::NotMet)));
    let rows: &[Row<'_>] = &[("x", "城", &WOMEN, own), ("y", "城", total, &[(2024, 29.0)])];
    assert_eq!(compared(rows), (Some(29.0), Some(Level::Met)));
    assert_eq!(compared(&[("x", "城", total, own)]), (None, None));
}

#[test]
fn a_board_measures_nothing_across_a_break_of_the_series() {
    let points: &[(Year, f64)] = &[
        (2020, 44.0),
        (2021, 46.0),
        (2022, 70.0),
        (2023, 71.0),
        (2024, 72.0),
    ];
    let base = |id: &'static str| {
        let x = stated(id, share(), &[("W1.01", Op::AtLeast(90.0))]);
        let board = judged(vec![x], &[(id, "城", &Group::TOTAL, points)]);
        board.items[0].assessment.base().map(|value| value.year)
    };
    assert_eq!(base("whole"), Some(2020));
    // Its value of 2022 is marked as the first of a new series.
    assert_eq!(base("broken"), Some(2022));
}

#[test]
fn known_cases_silence_a_trend() {
    let x = stated("x", crate::support::rate(), &[("W1.01", Op::AtMost(12.0))]);
    let rows: &[Row<'_>] = &[
        ("x", "城", &Group::TOTAL, &[(2020, 14.0), (2024, 20.0)]),
        ("x cases", "城", &Group::TOTAL, &[(2024, 4.0)]),
    ];
    let board = judged(vec![x], rows);
    assert_eq!(goal(&board, "W1.01"), (Status::TooFewData, Some(Level::NotMet)));
    assert_eq!(
        board.goal("W1.01".parse().unwrap()).unwrap().warnings,
        [WarningKind::SmallNumber]
    );
}

#[test]
fn an_earlier_year_is_judged_with_what_was_known_then() {
    let x = stated("x", share(), &[("W1.01", Op::AtLeast(90.0))]);
    let catalogue = catalogue(vec![x]);
    let collection = collection(&[(
        "x",
        "城",
        &Group::TOTAL,
        &[(2020, 60.0), (2022, 66.0), (2024, 95.0)],
    )]);
    let status = |as_of| {
        goal(
            &board(&catalogue, &collection, "城", as_of, &[], &CutOffs::default()),
            "W1.01",
        )
        .0
    };
    assert_eq!((status(None), status(Some(2024))), (Status::Met, Status::Met));
    assert_eq!(
        (status(Some(2023)), status(Some(2019))),
        (Status::OnTrack, Status::NoData)
    );
}

#[test]
fn counts_add_up_whatever_is_loaded() {
    let names = ["a", "b", "c", "d", "e"];
    let areas = ["W1.01", "W1.02", "C1.01", "C1.m01", "W1.m02"];
    let ops = [
        Op::AtLeast(90.0),
        Op::Trend(Trend::Up),
        Op::Around(45.0),
        Op::Change(20.0),
        Op::Compare("a".into()),
    ];
    let mut levels: BTreeMap<Status, usize> = BTreeMap::new();
    for seed in 0..300usize {
        let indicators = (0..5)
            .map(|i| {
                let at = |shift: usize| (areas[(seed + i + shift) % 5], ops[(seed / 5 + i) % 5].clone());
                stated(names[i], share(), &[at(0), at(2)])
            })
            .collect();
        let series = [RISING, HIGH, FALLING, &[(2023, 50.0)], &[]];
        let total = &Group::TOTAL;
        let rows: Vec<Row<'_>> = (0..5)
            .map(|i| (names[i], "城", total, series[(seed / 25 + i * seed) % 5]))
            .collect();
        let board = judged(indicators, &rows);
        assert_adds_up(&board);
        let targets = board.targets();
        assert_eq!(targets.total, board.items.len());
        for goal in &board.goals {
            *levels.entry(goal.status).or_default() += 1;
        }
    }
    assert!(
        levels.len() >= 6,
        "the boards tried are of many kinds: {levels:?}"
    );
}
