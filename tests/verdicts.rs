//! What a verdict says in words where its figures are old, few or far beyond the target. The figures are the
//! nation's, as `src/catalogue/qinzhou/reference.csv` has them.

use plan_tracker::assess::status::growth_band;
use plan_tracker::assess::trend::limit_factor;
use plan_tracker::assess::{Assessment, CutOffs, Outcome, Question, Status, assess};
use plan_tracker::catalogue::{Indicator, Target, Year, builtin};
use plan_tracker::lang::Lang;
use plan_tracker::text::Subject;

fn judged(id: &str, points: &[(Year, f64)]) -> (&'static Indicator, &'static Target, Assessment) {
    let indicator = builtin().indicator(id).unwrap();
    let target = indicator.distinct_targets()[0];
    let assessment = assess(&Question {
        indicator,
        target,
        points,
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
    let points = [(2018, 74.9)];
    let said = verdict("breastfeeding", &points, Lang::Zh);
    assert!(said.contains("当年已达到目标"), "{said}");
    assert!(said.contains("此后没有新的数值"), "{said}");
    let said = verdict("breastfeeding", &points, Lang::En);
    assert!(said.contains("met the target then"), "{said}");
    // The same figure, were it of last year.
    let fresh = verdict("breastfeeding", &[(2024, 74.9)], Lang::Zh);
    assert!(fresh.contains("，已达到目标"), "{fresh}");
}

#[test]
fn two_years_give_a_rough_reckoning_that_says_so() {
    let said = verdict("paediatricians", &[(2020, 0.64), (2021, 0.78)], Lang::Zh);
    assert!(said.contains("只有两个年份的数，是粗略推算"), "{said}");
    assert!(!said.contains("仅供参考"), "one caution is enough: {said}");
}

#[test]
fn a_pace_of_one_year_is_called_that() {
    let points = [(2016, 99.8), (2018, 99.9), (2022, 99.94), (2023, 99.95)];
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
    assert!(assessment.forecast().unwrap().value > 9.0);
    let said = verdict("nursery-places", &points, Lang::Zh);
    assert!(said.contains("超过 4.5"), "{said}");
    assert!(said.contains("的两倍，能达到"), "{said}");
    assert!(!said.contains("13"), "{said}");
}

#[test]
fn what_is_to_stay_near_a_value_may_leave_it_on_either_side() {
    let points = [(2020, 39.8), (2021, 40.3), (2022, 40.5), (2024, 41.7)];
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
fn a_long_life_is_asked_for_the_growth_that_long_lives_can_give() {
    let points = [(2020, 77.9), (2023, 78.6), (2024, 79.0)];
    let (_, _, assessment) = judged("women-life-expectancy", &points);
    // 0.35 % a year: less than the 0.5 % asked where nothing ends, more than two thirds of it.
    assert_eq!(assessment.status(), Status::AccelerationNeeded);
    let said = said("women-life-expectancy", &points, |subject| {
        subject.arithmetic(Lang::Zh).unwrap()
    });
    assert!(said.contains("平均每年 +0.35%"), "{said}");
    assert!(
        said.contains("1.01% 起算进展顺利，0.34% 起算需加快（离上限越近，要求越低）"),
        "{said}"
    );
    // For every limit from the goalpost of the human development index to 100 the verdict is the same.
    for limit in [85.0, 90.0, 95.0] {
        let factor = limit_factor(77.9, Some(limit), 1.0);
        let band = growth_band(assessment.growth().unwrap(), factor, &CutOffs::default());
        assert_eq!(band, Outcome::AccelerationNeeded, "{limit}");
    }
}
