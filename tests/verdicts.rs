//! What a verdict says in words where its figures are old, few or far beyond the target. The figures are the
//! nation's, as `src/catalogue/qinzhou/reference.csv` has them.

use plan_tracker::assess::{Assessment, CutOffs, Question, Status, assess};
use plan_tracker::catalogue::{Indicator, Target, Year, builtin};
use plan_tracker::lang::Lang;
use plan_tracker::observation::ValueAt;
use plan_tracker::text::Subject;

fn judged(id: &str, points: &[(Year, f64)]) -> (&'static Indicator, &'static Target, Assessment) {
    let indicator = builtin().indicator(id).unwrap();
    let target = indicator.distinct_targets()[0];
    let points: Vec<ValueAt> = points.iter().copied().map(ValueAt::from).collect();
    let assessment = assess(&Question {
        indicator,
        target,
        points: &points,
        breaks: &[],
        ratio: None,
        compared_with: None,
        cases: None,
        base_year: 2020,
        midterm: 2025,
        as_of: 2025,
        cutoffs: &CutOffs::default(),
        record: None,
    });
    (indicator, target, assessment)
}

/// What is said of it, with plain spaces.
fn said(id: &str, points: &[(Year, f64)], say: impl Fn(&Subject<'_>) -> String) -> String {
    let (indicator, target, assessment) = judged(id, points);
    let subject = Subject {
        catalogue: builtin(),
        indicator,
        target,
        area: "全国",
        assessment: &assessment,
    };
    say(&subject).replace('\u{2009}', " ")
}

fn verdict(id: &str, points: &[(Year, f64)], lang: Lang) -> String {
    said(id, points, |subject| subject.verdict(lang))
}

#[test]
fn an_old_figure_met_the_target_then_and_says_nothing_of_today() {
    let said = verdict("breastfeeding", &[(2021, 74.9)], Lang::Zh);
    assert!(said.contains("当年已达到目标"), "{said}");
    assert!(said.contains("此后没有新的数值"), "{said}");
    let said = verdict("breastfeeding", &[(2021, 74.9)], Lang::En);
    assert!(said.contains("met the target then"), "{said}");
    // The same figure, were it of last year.
    let fresh = verdict("breastfeeding", &[(2024, 74.9)], Lang::Zh);
    assert!(fresh.contains("，已达到目标"), "{fresh}");
}

#[test]
fn a_figure_of_before_the_plan_says_nothing_of_the_plan() {
    let said = verdict("breastfeeding", &[(2018, 74.9)], Lang::Zh);
    assert!(
        said.contains("早于规划的基期") && !said.contains("达到目标"),
        "{said}"
    );
    let said = verdict("breastfeeding", &[(2018, 74.9)], Lang::En);
    assert!(
        said.contains("older than the plan") && !said.contains("meets"),
        "{said}"
    );
}

#[test]
fn from_two_years_nothing_is_forecast_and_that_is_said() {
    let said = verdict("paediatricians", &[(2020, 0.64), (2021, 0.78)], Lang::Zh);
    assert!(said.contains("只有两个数值，不作预测"), "{said}");
    assert!(said.ends_with("一年的变化算出，仅供参考。"), "{said}");
}

#[test]
fn a_pace_of_one_year_is_called_that() {
    let points = [(2014, 92.8), (2015, 93.9), (2022, 95.94), (2023, 95.95)];
    let said = verdict("hospital-delivery", &points, Lang::Zh);
    assert!(
        said.ends_with("2022 年到 2023 年一年的变化算出，仅供参考。"),
        "{said}"
    );
    let said = verdict("hospital-delivery", &points, Lang::En);
    assert!(said.contains("the one year from 2022 to 2023"), "{said}");
}

#[test]
fn a_forecast_far_beyond_the_target_is_only_called_that() {
    let points = [(2021, 2.03), (2022, 2.57), (2023, 3.38), (2024, 4.08)];
    let (_, _, assessment) = judged("nursery-places", &points);
    assert_eq!(assessment.forecast(), None);
    let said = verdict("nursery-places", &points, Lang::Zh);
    assert!(said.contains("2030 年超过目标的两倍"), "{said}");
    assert!(!said.contains("13"), "{said}");
    let said = verdict("nursery-places", &points, Lang::En);
    assert!(said.contains("over twice the target in 2030"), "{said}");
}

#[test]
fn a_change_within_the_usual_variation_is_said_to_be_so() {
    let points = [
        (2020, 60.47),
        (2021, 61.3),
        (2022, 59.9),
        (2023, 61.1),
        (2024, 60.40),
    ];
    for (lang, words) in [
        (Lang::Zh, "没有超出常年的波动"),
        (Lang::En, "within the usual variation"),
    ] {
        let said = verdict("senior-secondary-enrolment", &points, lang);
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn an_estimated_base_is_marked_and_its_neighbours_are_named() {
    let points = [(2018, 74.0), (2022, 76.0), (2023, 77.0), (2024, 78.1)];
    let said = said("senior-secondary-enrolment", &points, |subject| {
        subject.arithmetic(Lang::Zh).unwrap()
    });
    assert!(
        said.contains("（e，由 2018 和 2022 年的数值估计，标准误差范围 "),
        "{said}"
    );
}

#[test]
fn where_pace_and_forecast_disagree_a_sentence_says_why() {
    let slowing = [
        (2020, 82.0),
        (2021, 84.4),
        (2022, 86.2),
        (2023, 87.4),
        (2024, 88.1),
    ];
    let (_, _, assessment) = judged("senior-secondary-enrolment", &slowing);
    assert_eq!(assessment.status(), Status::AccelerationNeeded);
    let words = verdict("senior-secondary-enrolment", &slowing, Lang::Zh);
    assert!(words.contains("预测更看重近几年的走势"), "{words}");
    let words = verdict("senior-secondary-enrolment", &slowing, Lang::En);
    assert!(
        words.contains("the forecast looks at the last years more"),
        "{words}"
    );
}

#[test]
fn what_is_to_stay_near_a_value_may_leave_it_on_either_side() {
    let points = [(2020, 40.2), (2021, 39.7), (2022, 39.5), (2024, 38.3)];
    let said = verdict("women-urban-unit-share", &points, Lang::Zh);
    assert!(said.ends_with("可能偏离目标。"), "{said}");
    let (.., assessment) = judged("women-urban-unit-share", &points);
    let reasons: Vec<String> = assessment.warnings.iter().map(|w| w.reason(Lang::Zh)).collect();
    assert!(
        reasons
            .iter()
            .any(|reason| reason.contains("40%左右") && reason.contains("可能偏离目标")),
        "{reasons:?}"
    );
}

#[test]
fn a_long_life_is_asked_for_years_gained_a_year() {
    let points = [(2020, 77.9), (2021, 78.1), (2022, 78.2), (2024, 78.4)];
    let (_, _, assessment) = judged("women-life-expectancy", &points);
    assert_eq!(assessment.status(), Status::AccelerationNeeded);
    let said = said("women-life-expectancy", &points, |subject| {
        subject.arithmetic(Lang::Zh).unwrap()
    });
    assert!(said.contains("平均每年 +0.12 岁"), "{said}");
    assert!(
        said.contains("0.20 岁 起算进展顺利，0.10 岁 起算需加快"),
        "{said}"
    );
}
