//! The number of cases behind a value.

use plan_tracker::catalogue::builtin;
use plan_tracker::import::{Import, Oddity};
use plan_tracker::lang::Lang;
use plan_tracker::observation::Quantity;

use crate::support::{accounted, counts, load, rejected, taken};

#[test]
fn cases_stand_beside_the_values_and_count_as_none() {
    let import = load("tidy-with-cases.csv");
    assert_eq!(counts(&import), [6, 6, 4, 2]);
    assert_eq!(
        taken(&import),
        [
            ("maternal-mortality", "示例市", 2020, 14.5),
            ("maternal-mortality", "示例市", 2021, 12.1),
            ("maternal-mortality", "示例市", 2023, 10.0),
            ("maternal-mortality", "示例市", 2024, 9.0),
        ]
    );
    let cases = import.table.iter().filter(|row| row.quantity == Quantity::Cases);
    let cases: Vec<_> = cases
        .map(|row| (row.indicator, row.area, row.year, row.value))
        .collect();
    assert_eq!(cases, [("maternal-mortality", "示例市", 2022, 2.0)]);
    assert_eq!(
        rejected(&import),
        [
            (2, "例数", "3", "conflict"),
            (5, "例数", "两", "not-a-number"),
            (6, "例数", "1.5", "not-a-count"),
            (7, "例数", "4", "conflict")
        ]
    );
    assert!(import.log.rejected.iter().all(|rejection| rejection.cells == 0));
    assert!(import.log.ignored_columns.is_empty());
}

/// The cases that stand behind values: indicator, year and number.
fn cases(import: &Import) -> Vec<(&str, i32, f64)> {
    let cases = import.table.iter().filter(|row| row.quantity == Quantity::Cases);
    cases.map(|row| (row.indicator, row.year, row.value)).collect()
}

#[test]
fn deaths_and_live_births_make_a_rate_and_the_deaths_are_kept_for_small_numbers() {
    let file = "指标,2021年,2022年\n活产数,12500,10000\n婴儿死亡数,50,45\n".as_bytes();
    let import = accounted("灵山县.csv", file);
    assert_eq!(
        taken(&import),
        [
            ("infant-mortality", "灵山县", 2021, 4.0),
            ("infant-mortality", "灵山县", 2022, 4.5)
        ]
    );
    assert_eq!(
        cases(&import),
        [("infant-mortality", 2021, 50.0), ("infant-mortality", 2022, 45.0)]
    );
    let computed = &import.log.computed[0];
    assert_eq!(
        computed.message(builtin(), Lang::Zh),
        "第 3 行：灵山县 2021 年的婴儿死亡率 4‰，由死亡 50 例、活产 12500 例算出。"
    );
    assert_eq!((computed.line, computed.column), (3, 2));
    assert_eq!((computed.births_at.line, computed.births_at.column), (2, 2));
}

#[test]
fn a_stated_rate_counts_and_is_asked_about_where_its_counts_say_otherwise() {
    let file = "年份,活产数,婴儿死亡数,婴儿死亡率\n2021,12500,50,4\n2022,10000,45,5.4\n".as_bytes();
    let import = accounted("灵山县.csv", file);
    assert_eq!(taken(&import)[1], ("infant-mortality", "灵山县", 2022, 5.4));
    assert!(import.log.computed.is_empty() && import.log.is_clean());
    let [doubt] = &import.log.doubts[..] else {
        panic!("{:?}", import.log.doubts)
    };
    assert_eq!(
        (doubt.year, doubt.oddity),
        (2022, Oddity::OtherThanCounted { counted: 4.5 })
    );
}

#[test]
fn a_count_without_the_other_is_no_value() {
    for file in [
        "年份,婴儿死亡数\n2021,50\n",
        "年份,活产数,婴儿死亡数\n2021,,50\n",
        "年份,活产数,婴儿死亡数\n2021,0,50\n",
        "年份,活产数,婴儿死亡数\n2021,40,50\n",
    ] {
        let import = accounted("灵山县.csv", file.as_bytes());
        assert_eq!((taken(&import), cases(&import)), (vec![], vec![]), "{file}");
        assert!(rejected(&import).iter().any(|it| it.3 == "count-alone"), "{file}");
    }
}

#[test]
fn multipliers_and_units_of_people_hold_for_counts() {
    for file in [
        "指标,年份,数值,UNIT_MULT\n活产数,2021,12.5,3\n婴儿死亡数,2021,50,0\n",
        "指标,年份,数值,单位\n活产数,2021,1.25,万人\n婴儿死亡数,2021,50,人\n",
        "年份,活产数（万人）,婴儿死亡数（例）\n2021,1.25,50\n",
    ] {
        let import = accounted("灵山县.csv", file.as_bytes());
        assert_eq!(
            taken(&import),
            [("infant-mortality", "灵山县", 2021, 4.0)],
            "{file}"
        );
    }
}

#[test]
fn numerators_and_denominators_make_the_rates_that_are_of_live_births() {
    let file = "指标,年份,分子,分母\n婴儿死亡率,2022,50,12500\n新生儿访视率,2022,9000,10000\n".as_bytes();
    let import = accounted("灵山县.csv", file);
    assert_eq!(taken(&import), [("infant-mortality", "灵山县", 2022, 4.0)]);
    assert_eq!(rejected(&import), [(3, "分子", "9000", "count-alone")]);
}

#[test]
fn a_denominator_beside_a_rate_is_nothing_but_a_check_of_it() {
    let file = "指标,年份,分子,分母,数值\n婴儿死亡率,2022,50,12500,4.9\n新生儿访视率,2022,9000,10000,91\n";
    let import = accounted("灵山县.csv", file.as_bytes());
    assert!(import.log.is_clean() && import.log.computed.is_empty());
    assert_eq!(taken(&import).len(), 2);
    let doubts: Vec<_> = import.log.doubts.iter().map(|doubt| doubt.oddity).collect();
    assert_eq!(doubts, [Oddity::OtherThanCounted { counted: 4.0 }]);
}

#[test]
fn a_sex_below_a_count_is_of_that_count() {
    let file = "指标,2022年\n婴儿死亡数,50\n其中：男,30\n活产数,12500\n其中：男,6000\n女,6500\n";
    let import = accounted("灵山县.csv", file.as_bytes());
    let rates: Vec<f64> = import.table.values().map(|row| row.value).collect();
    assert_eq!(rates, [4.0, 5.0]);
    assert_eq!(rejected(&import), [(6, "2022年", "6500", "count-alone")]);
}
