//! The office's four classes: every line of the mapping, and counts that add up on the published figures.

use plan_tracker::assess::{
    Board, CutOffs, Judged, Level, MetEarly, Official, OfficialCounts, OfficialDirection, board,
};
use plan_tracker::catalogue::{Indicator, Op, Trend, Year, builtin};
use plan_tracker::import::import;
use plan_tracker::observation::{Collection, Group, Settlement};

use crate::city::{judged, stated};
use crate::support::{rate, share};

fn item(indicator: Indicator, op: Op, points: &[(Year, f64)]) -> Judged {
    let stated = stated("x", indicator, &[("C1.01", op)]);
    let board = judged(vec![stated], &[("x", "城", &Group::TOTAL, points)]);
    board.items[0].clone()
}

fn class(op: Op, points: &[(Year, f64)]) -> Option<Official> {
    Official::of(&item(share(), op, points), &CutOffs::default())
}

const STEADY: [(Year, f64); 5] = [
    (2020, 70.0),
    (2021, 74.0),
    (2022, 78.0),
    (2023, 81.0),
    (2024, 84.0),
];

#[test]
fn what_is_met_or_nearly_met_is_met_early_whatever_else_is_noted() {
    let early = |op, points: &[(Year, f64)]| match class(op, points) {
        Some(Official::MetEarly(notes)) => notes,
        other => panic!("{other:?}"),
    };
    let plain = MetEarly {
        level: Level::Met,
        at_risk: false,
        old: false,
        missed: false,
    };
    assert_eq!(early(Op::AtLeast(80.0), &STEADY), plain);
    let nearly = early(Op::AtLeast(84.5), &STEADY);
    assert_eq!(
        nearly,
        MetEarly {
            level: Level::NearlyMet,
            ..plain
        }
    );
    let falling: Vec<_> = STEADY
        .iter()
        .map(|(year, value)| (*year, 164.0 - value))
        .collect();
    assert!(early(Op::AtLeast(80.0), &falling).at_risk);
}

#[test]
fn what_is_not_met_is_told_by_its_chance_and_without_one_by_its_pace() {
    assert_eq!(
        class(Op::AtLeast(90.0), &STEADY),
        Some(Official::Expected { unsure: false })
    );
    let slow: Vec<_> = STEADY
        .iter()
        .map(|(year, value)| (*year, 70.0 + (value - 70.0) / 10.0))
        .collect();
    assert_eq!(class(Op::AtLeast(90.0), &slow), Some(Official::Hard));
    // Far beyond twice the target nothing is forecast: the pace is there.
    let places = [(2020, 1.0), (2021, 2.0), (2022, 4.0), (2024, 8.0)];
    let far = item(rate(), Op::AtLeast(9.0), &places);
    assert_eq!(
        Official::of(&far, &CutOffs::default()),
        Some(Official::Expected { unsure: false })
    );
}

#[test]
fn a_chance_that_is_barely_even_is_noted_as_unsure() {
    let target = item(share(), Op::AtLeast(90.0), &STEADY);
    let nearly = target.assessment.forecast().unwrap().odds.unwrap().nearly;
    let with = |likely, sure| {
        let cutoffs = CutOffs {
            likely_chance: likely,
            sure_chance: sure,
            ..CutOffs::default()
        };
        Official::of(&target, &cutoffs)
    };
    assert_eq!(with(nearly, nearly), Some(Official::Expected { unsure: false }));
    assert_eq!(
        with(nearly, nearly + 1e-6),
        Some(Official::Expected { unsure: true })
    );
    assert_eq!(with(nearly + 1e-6, 1.0), Some(Official::Hard));
}

#[test]
fn what_cannot_be_told_is_said_to_be_so() {
    assert_eq!(
        class(Op::AtLeast(90.0), &[(2018, 95.0)]),
        Some(Official::CannotTell)
    );
    assert_eq!(
        class(Op::AtLeast(90.0), &[(2020, 50.0), (2024, 80.0)]),
        Some(Official::CannotTell)
    );
    // Of two values one can see that it is met.
    assert!(matches!(
        class(Op::AtLeast(90.0), &[(2020, 50.0), (2024, 92.0)]),
        Some(Official::MetEarly(_))
    ));
    assert_eq!(class(Op::AtLeast(90.0), &[]), None, "no data stands apart");
    assert_eq!(class(Op::Trend(Trend::Up), &STEADY), None, "so does a direction");
}

#[test]
fn once_due_a_target_has_been_met_or_not() {
    let due = |value| {
        let points = [(2020, 70.0), (2025, 80.0), (2028, 85.0), (2030, value)];
        class(Op::AtLeast(90.0), &points)
    };
    assert_eq!(due(90.0), Some(Official::Due(Level::Met)));
    assert_eq!(due(89.5), Some(Official::Due(Level::NearlyMet)));
    assert_eq!(due(80.0), Some(Official::Due(Level::NotMet)));
}

#[test]
fn directions_have_classes_of_their_own() {
    let class = |points: &[(Year, f64)]| OfficialDirection::of(&item(share(), Op::Trend(Trend::Up), points));
    assert_eq!(class(&STEADY), Some(OfficialDirection::Along));
    let falling: Vec<_> = STEADY
        .iter()
        .map(|(year, value)| (*year, 164.0 - value))
        .collect();
    assert_eq!(class(&falling), Some(OfficialDirection::Against));
    let wanders = [
        (2020, 50.0),
        (2021, 53.0),
        (2022, 49.0),
        (2023, 52.0),
        (2024, 50.5),
    ];
    assert_eq!(class(&wanders), Some(OfficialDirection::NoClearChange));
    assert_eq!(class(&[(2024, 50.0)]), Some(OfficialDirection::CannotTell));
    assert_eq!(class(&[]), None);
    assert_eq!(
        OfficialDirection::of(&item(share(), Op::AtLeast(90.0), &STEADY)),
        None
    );
}

fn published(area: &str) -> Board {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalogue/qinzhou/reference.csv");
    let table = import("reference.csv", std::fs::read(file).unwrap(), builtin(), 2026).table;
    let collection = Collection::new(&[table], &Settlement::default());
    board(builtin(), &collection, area, None, &[], &CutOffs::default())
}

#[test]
fn the_nations_classes_add_up() {
    let board = published("全国");
    let counts = OfficialCounts::of(&board.items, &board.cutoffs);
    let with_data = board
        .items
        .iter()
        .filter(|item| item.target.op.trend().is_none() && item.assessment.figures().is_some());
    assert_eq!(counts.total(), with_data.count());
    // The same, computed apart from this program: 16, 4, 4 and 11 of 35.
    assert_eq!(
        (counts.met_early, counts.expected, counts.hard, counts.cannot_tell),
        (16, 4, 4, 11)
    );
    assert_eq!(
        (counts.nearly, counts.at_risk, counts.old, counts.missed),
        (1, 0, 4, 0)
    );
}
