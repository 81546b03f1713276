//! Short ways to ask a question in a test.

use plan_tracker::assess::{Assessment, CutOffs, Question, Record, ValueAt, WarningKind, assess};
use plan_tracker::catalogue::{
    Dimension, Direction, Form, Gap, Indicator, ItemId, Kind, Op, Target, Unit, Year,
};

/// A share in % where more is better, up to 100.
pub fn share() -> Indicator {
    Indicator {
        limit: Some(100.0),
        ..indicator(Kind::Share, "%", Direction::Up)
    }
}

/// A rate per 100,000 where less is better.
pub fn rate() -> Indicator {
    indicator(Kind::Rate, "/10万", Direction::Down)
}

/// A number of things where more is better.
pub fn count() -> Indicator {
    indicator(Kind::Count, "个", Direction::Up)
}

/// The gap of a share between the sexes.
pub fn gap_of_share() -> Indicator {
    let gap = Some(Gap {
        of: "share".into(),
        by: Dimension::Sex,
    });
    Indicator {
        gap,
        direction: Direction::Down,
        ..share()
    }
}

pub fn indicator(kind: Kind, unit: &str, direction: Direction) -> Indicator {
    Indicator {
        id: "thing".into(),
        name: "某项指标".into(),
        english: String::new(),
        aliases: Vec::new(),
        unit: Unit::new(unit),
        kind,
        direction,
        limit: None,
        form: None::<Form>,
        base_year: None,
        gap: None,
        sex: None,
        meaning: String::new(),
        meaning_en: String::new(),
        definition: None,
        targets: Vec::new(),
    }
}

pub fn target(op: Op) -> Target {
    let at = ItemId::goal('W', 1, 1);
    Target {
        at,
        op,
        unit: None,
        year: 2030,
        keep: false,
        each: None,
        quote: String::new(),
    }
}

/// A question in the making: plan 2020–2030, judged in 2024.
pub struct Ask<'a> {
    pub indicator: Indicator,
    pub target: Target,
    pub points: &'a [(Year, f64)],
    pub breaks: &'a [Year],
    pub ratio: Option<&'a [(Year, f64)]>,
    pub compared_with: Option<&'a [(Year, f64)]>,
    pub cases: Option<&'a [(Year, f64)]>,
    pub as_of: Year,
    pub cutoffs: CutOffs,
    pub record: Option<Record>,
}

impl<'a> Ask<'a> {
    pub fn new(indicator: Indicator, op: Op, points: &'a [(Year, f64)]) -> Self {
        Ask {
            indicator,
            target: target(op),
            points,
            breaks: &[],
            ratio: None,
            compared_with: None,
            cases: None,
            as_of: 2024,
            cutoffs: CutOffs::default(),
            record: None,
        }
    }

    pub fn verdict(&self) -> Assessment {
        let series =
            |points: &[(Year, f64)]| -> Vec<ValueAt> { points.iter().copied().map(ValueAt::from).collect() };
        let [ratio, compared_with, cases] =
            [self.ratio, self.compared_with, self.cases].map(|points| points.map(series));
        assess(&Question {
            indicator: &self.indicator,
            target: &self.target,
            points: &series(self.points),
            breaks: self.breaks,
            ratio: ratio.as_deref(),
            compared_with: compared_with.as_deref(),
            cases: cases.as_deref(),
            base_year: 2020,
            midterm: 2025,
            as_of: self.as_of,
            cutoffs: &self.cutoffs,
            record: self.record.as_ref(),
        })
    }
}

/// The verdict on a series, judged in 2024.
pub fn verdict(indicator: Indicator, op: Op, points: &[(Year, f64)]) -> Assessment {
    Ask::new(indicator, op, points).verdict()
}

pub fn kinds(assessment: &Assessment) -> Vec<WarningKind> {
    assessment
        .warnings
        .iter()
        .map(plan_tracker::assess::Warning::kind)
        .collect()
}

#[track_caller]
pub fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{a} is not {b}");
}
