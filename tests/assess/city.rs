//! A made-up city of two counties, with two plans, for boards in tests.

use plan_tracker::assess::{Board, CutOffs, board};
use plan_tracker::catalogue::{
    Area, Catalogue, FORMAT, Field, Goal, Indicator, ItemId, Measure, Notice, Op, Plan, Role, Sex, Target,
    Year,
};
use plan_tracker::observation::{Collection, Group, Observation, Quantity, Settlement, Table};

use crate::support::target;

pub const WOMEN: Group = Group {
    sex: Some(Sex::Female),
    residence: None,
    age: String::new(),
};
pub const MEN: Group = Group {
    sex: Some(Sex::Male),
    residence: None,
    age: String::new(),
};

/// Two plans of one field each, with four goals and two measures; a city of two counties, and a nation.
pub fn catalogue(indicators: Vec<Indicator>) -> Catalogue {
    let plan = |id: char, sex| {
        let goal = |item| Goal {
            id: ItemId::goal(id, 1, item),
            text: String::new(),
            brief: String::new(),
            english: String::new(),
            plain: String::new(),
            plain_en: String::new(),
            measures: vec![ItemId::measure(id, 1, if item == 1 { 1 } else { 2 })],
        };
        let measure = |item| Measure {
            id: ItemId::measure(id, 1, item),
            text: String::new(),
        };
        let field = Field {
            id: format!("{id}1"),
            name: String::new(),
            english: String::new(),
            goals: (1..=4).map(goal).collect(),
            measures: (1..=2).map(measure).collect(),
        };
        let blank = String::new;
        Plan {
            id,
            title: blank(),
            short: blank(),
            english: blank(),
            english_short: blank(),
            sex,
            chapters: Vec::new(),
            fields: vec![field],
        }
    };
    let area = |id: &str, role| Area {
        id: id.into(),
        english: String::new(),
        aliases: Vec::new(),
        publishers: Vec::new(),
        role,
    };
    Catalogue {
        english: String::new(),
        subject: String::new(),
        slug: String::new(),
        subject_english: String::new(),
        about_reference: String::new(),
        about_reference_english: String::new(),
        format: FORMAT,
        title: String::new(),
        stages: Vec::new(),
        everyday: Vec::new(),
        notice: Notice::default(),
        base_year: 2020,
        midterm: 2025,
        deadline: 2030,
        areas: vec![
            area("城", Role::Own),
            area("甲县", Role::Part),
            area("乙县", Role::Part),
            area("国", Role::Reference),
        ],
        plans: vec![plan('W', Some(Sex::Female)), plan('C', None)],
        indicators,
    }
}

/// An indicator stated at some areas.
pub fn stated(id: &str, indicator: Indicator, targets: &[(&str, Op)]) -> Indicator {
    let target = |(at, op): &(&str, Op)| Target {
        at: at.parse().unwrap(),
        ..target(op.clone())
    };
    Indicator {
        id: id.into(),
        targets: targets.iter().map(target).collect(),
        ..indicator
    }
}

pub type Row<'a> = (&'a str, &'a str, &'a Group, &'a [(Year, f64)]);

/// Behind an indicator's id in a [`Row`]: the numbers of cases.
pub const CASES: &str = " cases";

/// Indicators and years whose values cannot be compared with those before them.
const BREAKS: [(&str, Year); 1] = [("broken", 2022)];

pub fn collection(rows: &[Row<'_>]) -> Collection {
    let mut table = Table::default();
    for &(indicator, area, group, points) in rows {
        let (indicator, quantity) = match indicator.strip_suffix(CASES) {
            Some(indicator) => (indicator, Quantity::Cases),
            None => (indicator, Quantity::Value),
        };
        for &(year, value) in points {
            table.push(Observation {
                indicator,
                quantity,
                area,
                year,
                group,
                value,
                is_break: BREAKS.contains(&(indicator, year)),
                source: "",
                sheet: "",
                line: 1,
                column: 1,
            });
        }
    }
    Collection::new([&table], &Settlement::default())
}

pub fn judged(indicators: Vec<Indicator>, rows: &[Row<'_>]) -> Board {
    board(
        &catalogue(indicators),
        &collection(rows),
        "城",
        None,
        &[],
        &CutOffs::default(),
    )
}

pub const RISING: &[(Year, f64)] = &[(2020, 60.0), (2022, 70.0), (2024, 80.0)];
pub const HIGH: &[(Year, f64)] = &[(2020, 91.0), (2024, 95.0)];
pub const FALLING: &[(Year, f64)] = &[(2020, 60.0), (2024, 50.0)];
