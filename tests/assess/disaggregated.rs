//! An item told apart by sex, residence, age and area: what each way offers, and what it leaves out.

use plan_tracker::assess::{CutOffs, Disaggregated, Disaggregation, Status, board};
use plan_tracker::catalogue::{Each, Indicator, Op, Target};
use plan_tracker::observation::{Group, Residence};

use crate::city::{FALLING, HIGH, MEN, RISING, Row, WOMEN, catalogue, collection, stated};
use crate::support::{share, target};

/// The only item of an indicator, told apart at the city.
fn told_apart(indicator: Indicator, rows: &[Row<'_>]) -> Vec<Disaggregated> {
    let (catalogue, figures) = (catalogue(vec![indicator]), collection(rows));
    let cutoffs = CutOffs::default();
    let board = board(&catalogue, &figures, "城", None, &[], &cutoffs);
    board.disaggregated(&board.items[0], &catalogue, &figures)
}

#[test]
fn an_item_is_told_apart_by_whatever_its_figures_state() {
    let rural_women = Group {
        residence: Some(Residence::Rural),
        ..WOMEN
    };
    let aged = Group {
        age: "15岁及以上".into(),
        ..Group::TOTAL
    };
    let rows: &[Row<'_>] = &[
        ("x", "城", &Group::TOTAL, RISING),
        ("x", "城", &WOMEN, RISING),
        ("x", "城", &MEN, FALLING),
        ("x", "城", &rural_women, RISING),
        ("x", "城", &aged, &[(2024, 50.0)]),
        ("x", "甲县", &MEN, RISING),
        ("x", "乙县", &WOMEN, FALLING),
        ("x", "国", &Group::TOTAL, RISING),
    ];
    let told = told_apart(stated("x", share(), &[("W1.01", Op::AtLeast(80.0))]), rows);
    let told: Vec<_> = told
        .iter()
        .map(|told| {
            let members = told
                .members
                .iter()
                .map(|m| (m.key.area.as_str(), m.key.group.clone(), m.is_headline));
            (
                told.by,
                members.collect::<Vec<_>>(),
                told.worst().map(|worst| worst.key.group.clone()),
            )
        })
        .collect();
    let (total, women) = (("城", Group::TOTAL, false), ("城", WOMEN, true));
    assert_eq!(
        told,
        [
            (
                Disaggregation::Sex,
                vec![
                    total.clone(),
                    women.clone(),
                    ("城", rural_women.clone(), false),
                    ("城", MEN, false)
                ],
                Some(MEN),
            ),
            (
                Disaggregation::Residence,
                vec![total.clone(), ("城", rural_women, false)],
                Some(Group::TOTAL),
            ),
            (
                Disaggregation::Age,
                vec![total, ("城", aged, false)],
                Some(Group::TOTAL)
            ),
            // A county without figures for women or for everyone has nothing to set beside those for women.
            (
                Disaggregation::Area,
                vec![women, ("乙县", WOMEN, false)],
                Some(WOMEN)
            ),
        ]
    );
}

#[test]
fn counties_that_must_each_meet_it_stand_there_without_a_figure_too() {
    let each = Target {
        each: Some(Each::County),
        at: "C1.01".parse().unwrap(),
        ..target(Op::AtLeast(50.0))
    };
    let x = Indicator {
        id: "x".into(),
        targets: vec![each],
        ..share()
    };
    let told = told_apart(x, &[("x", "甲县", &Group::TOTAL, HIGH)]);
    let [areas] = told.as_slice() else {
        panic!("{told:?}")
    };
    let areas: Vec<_> = areas
        .members
        .iter()
        .map(|member| (member.key.area.as_str(), member.assessment.status()))
        .collect();
    assert_eq!(areas, [("甲县", Status::Met), ("乙县", Status::NoData)]);
}

#[test]
fn what_is_not_told_apart_offers_nothing() {
    let x = stated("x", share(), &[("C1.01", Op::AtLeast(50.0))]);
    let told = told_apart(x, &[("x", "城", &Group::TOTAL, HIGH)]);
    assert_eq!(told, []);
}
