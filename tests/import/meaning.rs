//! What a value is taken for: everything around it says so, and what is not understood is not taken. The figures are
//! invented.

use plan_tracker::import::Import;

use crate::support::{accounted, rejected};

/// A file as it is typed.
fn file(name: &str, text: &str) -> Import {
    accounted(name, text.as_bytes())
}

/// Indicator, area, year, group and value of every observation, as one line each.
fn taken(import: &Import) -> Vec<String> {
    let line = |row: plan_tracker::observation::Observation<'_>| {
        let group = serde_json::to_string(row.group).unwrap();
        format!(
            "{} {} {} {group} {}",
            row.indicator, row.area, row.year, row.value
        )
    };
    import.table.iter().map(line).collect()
}

fn codes(import: &Import) -> Vec<&'static str> {
    import
        .log
        .rejected
        .iter()
        .map(|rejection| rejection.reason.code())
        .collect()
}

#[test]
fn a_header_of_two_rows_reaches_over_its_columns() {
    let import = file(
        "a.csv",
        "指标,2021年,,2022年,\n,农村,合计,农村,合计\n婴儿死亡率,5.2,4.4,5.0,4.1\n",
    );
    assert_eq!(
        taken(&import),
        [
            r#"infant-mortality 钦州市 2021 {"residence":"rural"} 5.2"#,
            r"infant-mortality 钦州市 2021 {} 4.4",
            r#"infant-mortality 钦州市 2022 {"residence":"rural"} 5"#,
            r"infant-mortality 钦州市 2022 {} 4.1",
        ]
    );
    assert_eq!(import.log.assumed_area.as_deref(), Some("钦州市"));
}

#[test]
fn any_of_indicator_year_and_area_may_run_across() {
    let indicators = file(
        "a.csv",
        "年份,地区,孕产妇死亡率(1/10万),婴儿死亡率(‰)\n2021,灵山县,13,4.4\n2022,灵山县,12,4.1\n",
    );
    let years = file(
        "b.csv",
        "指标,地区,2021,2022\n孕产妇死亡率,灵山县,13,12\n婴儿死亡率,灵山县,4.4,4.1\n",
    );
    let areas = file(
        "婴儿死亡率.csv",
        "年份,灵山县,浦北县\n2021,4.4,4.5\n2022,4.1,4.2\n",
    );
    let sorted = |import: &Import| {
        let mut lines = taken(import);
        lines.sort();
        lines
    };
    assert_eq!(sorted(&indicators), sorted(&years));
    assert_eq!(sorted(&indicators).len(), 4);
    assert_eq!(taken(&areas)[1], "infant-mortality 浦北县 2021 {} 4.5");
    assert!(rejected(&areas).is_empty() && areas.log.assumed_area.is_none());
}

#[test]
fn tables_beside_one_another_keep_their_own_names() {
    let import = file(
        "a.csv",
        "指标,2019年,2020年,,指标,2021年\n婴儿死亡率,4.9,4.7,,孕产妇死亡率,12.5\n",
    );
    assert_eq!(
        taken(&import),
        [
            "infant-mortality 钦州市 2019 {} 4.9",
            "infant-mortality 钦州市 2020 {} 4.7",
            "maternal-mortality 钦州市 2021 {} 12.5",
        ]
    );
}

#[test]
fn only_the_total_of_an_unknown_group_counts_whatever_the_order() {
    for rows in [
        "2021,壮族,5.1\n2021,,4.4\n2022,壮族,5.0\n",
        "2022,壮族,5.0\n2021,,4.4\n2021,壮族,5.1\n",
    ] {
        let import = file("婴儿死亡率.csv", &format!("Year,民族,Value\n{rows}"));
        assert_eq!(taken(&import), ["infant-mortality 钦州市 2021 {} 4.4"]);
        assert_eq!(codes(&import), ["unknown-group"; 2]);
    }
    // A title that nobody knows is one, too, where rows differ in it alone.
    let import = file("婴儿死亡率.csv", "Year,Xyz,Value\n2021,a,5.1\n2021,Total,4.4\n");
    assert_eq!(taken(&import), ["infant-mortality 钦州市 2021 {} 4.4"]);
}

#[test]
fn groups_are_known_by_their_words_under_any_title() {
    let import = file(
        "婴儿死亡率.csv",
        "Location,Period,Dim1,FactValueNumeric\nChina,2021,Male,5.4\nChina,2021,Both sexes,5.0\n",
    );
    assert_eq!(
        taken(&import),
        [
            r#"infant-mortality 全国 2021 {"sex":"male"} 5.4"#,
            "infant-mortality 全国 2021 {} 5"
        ]
    );
}

#[test]
fn targets_ranks_and_years_to_come_were_not_measured() {
    let import = file(
        "a.csv",
        "指标,单位,基期值（2020年）,2021年实际,2021年目标值,全区排名,2030年\n婴儿死亡率,‰,4.7,4.4,4.5,3,4\n",
    );
    assert_eq!(
        taken(&import),
        [
            "infant-mortality 钦州市 2020 {} 4.7",
            "infant-mortality 钦州市 2021 {} 4.4"
        ]
    );
    let mut found = codes(&import);
    found.sort_unstable();
    assert_eq!(found, ["not-measured"; 3]);
    // A mid-term target stands apart from the years measured.
    let import = file(
        "a.csv",
        "指标,2021年,2022年,2025年,2030年\n婴儿死亡率,4.4,4.1,4.3,4\n",
    );
    assert_eq!(import.log.taken, 2);
}

#[test]
fn whose_figures_they_are_is_said_by_what_stands_nearest() {
    let area = |name: &str, text: &str| {
        let import = file(name, text);
        let areas: Vec<String> = import.table.iter().map(|row| row.area.to_owned()).collect();
        (areas, import.log.assumed_area)
    };
    let table = "指标,2021年\n婴儿死亡率,4.4\n";
    assert_eq!(
        area("a.csv", table),
        (vec!["钦州市".into()], Some("钦州市".into()))
    );
    assert_eq!(area("浦北县年报.csv", table), (vec!["浦北县".into()], None));
    let titled = format!("灵山县2021年统计表,\n{table}");
    assert_eq!(area("浦北县.csv", &titled), (vec!["灵山县".into()], None));
    assert_eq!(
        area("a.csv", &format!("填报单位：浦北县妇幼保健院,\n{table}")),
        (vec!["浦北县".into()], None)
    );
    assert_eq!(
        area("a.csv", &format!("{table}数据来源：国家统计局,\n")),
        (vec!["全国".into()], None)
    );
    assert_eq!(
        area("a.csv", &format!("防城港市妇幼年报,\n{table}")),
        (vec!["防城港市".into()], None)
    );
    // 合计 of counties is the city; a blank among areas is nobody's.
    let counties = "指标：婴儿死亡率,\n地区,2021年\n合计,4.4\n灵山县,4.5\n,4.6\n";
    let import = file("a.csv", counties);
    assert_eq!(taken(&import)[0], "infant-mortality 钦州市 2021 {} 4.4");
    assert_eq!(codes(&import), ["no-area"]);
    let provinces = file("a.csv", "指标：婴儿死亡率,\n地区,2021年\n合计,4.4\n北京市,2.5\n");
    assert_eq!(codes(&provinces), ["unknown-total"]);
}

#[test]
fn a_column_that_nobody_can_read_is_named_with_its_numbers() {
    let import = file(
        "a.csv",
        "指标,2021年,其他数\n婴儿死亡率,4.4,17\n新生儿死亡率,2.4,18\n",
    );
    let unreadable = &import.log.rejected[0];
    assert_eq!(
        (unreadable.reason.code(), unreadable.cells),
        ("unreadable-column", 2)
    );
    assert_eq!(import.log.taken, 2);
}

#[test]
fn multipliers_are_applied_and_fractions_asked_about() {
    let import = file(
        "indicator.csv",
        "indicator,area,year,value,UNIT_MULT\nnon-medical-abortions,灵山县,2021,1.2,3\n",
    );
    assert_eq!(taken(&import), ["non-medical-abortions 灵山县 2021 {} 1200"]);
    let import = file(
        "a.csv",
        "指标,年份,数值\n农村自来水普及率,2020,84.2\n农村自来水普及率,2021,0.853\n",
    );
    assert_eq!((import.log.taken, codes(&import)), (1, vec!["fraction"]));
}

#[test]
fn odd_neighbours_are_taken_with_a_question() {
    let import = file(
        "a.csv",
        "指标,地区,2018,2019,2020,2021\n婴儿死亡率,灵山县,5.1,5.0,4.9,48\n",
    );
    assert_eq!(import.log.taken, 4);
    let doubt = &import.log.doubts[0];
    assert_eq!(
        (doubt.oddity.code(), doubt.year, doubt.line, doubt.column),
        ("magnitude", 2021, 2, 6)
    );
    let import = file(
        "b.csv",
        "指标,地区,年份,性别,数值\n婴儿死亡率,灵山县,2021,,4.0\n婴儿死亡率,灵山县,2021,男,5.4\n婴儿死亡率,灵山县,2021,女,4.9\n",
    );
    assert_eq!(import.log.doubts[0].oddity.code(), "outside-its-parts");
}

#[test]
fn parts_below_an_indicator_are_its_groups() {
    let import = file(
        "a.csv",
        "指标,2021年\n婴儿死亡率（‰）,4.4\n其中：城镇,3.9\n其中：产后出血,1\n",
    );
    assert_eq!(
        taken(&import),
        [
            "infant-mortality 钦州市 2021 {} 4.4",
            r#"infant-mortality 钦州市 2021 {"residence":"urban"} 3.9"#
        ]
    );
    assert_eq!(codes(&import), ["unknown-indicator"]);
}

#[test]
fn a_break_of_a_series_is_kept_and_a_forecast_is_not_taken() {
    let import = file(
        "a.csv",
        "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\ninfant mortality rate,China,2021,5.0,A\n\
         infant mortality rate,China,2022,4.4,B\ninfant mortality rate,China,2023,4.2,B: Break in series\n\
         infant mortality rate,China,2024,4.1,F\n",
    );
    let read: Vec<(i32, bool)> = import.table.iter().map(|row| (row.year, row.is_break)).collect();
    assert_eq!(read, [(2021, false), (2022, true), (2023, true)]);
    assert_eq!(codes(&import), ["not-measured"]);
}
