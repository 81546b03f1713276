//! Whose figures of which year they are, by what stands around a table: the file's name, lines above and below, the
//! columns beside. The figures are invented.

use plan_tracker::import::{Import, Why};

use crate::support::{accounted, taken};

fn file(name: &str, text: &str) -> Import {
    accounted(name, text.as_bytes())
}

/// Area, year and value of every observation, as one line each.
fn read(name: &str, text: &str) -> Vec<String> {
    let import = file(name, text);
    let lines = taken(&import).into_iter();
    lines
        .map(|(_, area, year, value)| format!("{area} {year} {value}"))
        .collect()
}

#[test]
fn who_signs_below_a_table_says_whose_it_is() {
    let text = "指标,2021年\n婴儿死亡率（‰）,6.1\n填报单位：灵山县妇联　填报人：某某,\n";
    assert_eq!(read("报表.csv", text), ["灵山县 2021 6.1"]);
    // Between two tables such a line belongs to the next.
    let text = "指标,2021年\n婴儿死亡率（‰）,4.4\n填报单位：灵山县妇联,\n指标,2021年\n婴儿死亡率（‰）,6.1\n";
    assert_eq!(read("报表.csv", text), ["钦州市 2021 4.4", "灵山县 2021 6.1"]);
}

#[test]
fn the_whole_region_beside_the_whole_city_is_the_region() {
    let rows = "地区,2021年\n全区,3.4\n全市,4.4\n灵山县,6.1\n";
    assert_eq!(
        read("婴儿死亡率.csv", rows),
        ["广西 2021 3.4", "钦州市 2021 4.4", "灵山县 2021 6.1"]
    );
    let columns = "指标,全区2021年,全市2021年\n婴儿死亡率（‰）,3.4,4.4\n";
    assert_eq!(read("报表.csv", columns), ["广西 2021 3.4", "钦州市 2021 4.4"]);
    // Alone over columns it may be anybody's.
    let alone = file("报表.csv", "指标,全区2021年\n婴儿死亡率（‰）,3.4\n");
    assert_eq!(alone.log.taken, 0);
}

#[test]
fn a_province_in_the_name_of_a_file_is_no_city() {
    let text = "指标,2021年\n婴儿死亡率（‰）,3.1\n";
    assert_eq!(read("浙江妇幼年报.csv", text), ["浙江省 2021 3.1"]);
    let import = file("妇幼年报.csv", text);
    assert_eq!(import.log.assumed_area.as_deref(), Some("钦州市"));
}

#[test]
fn numbers_and_words_around_a_file_name_do_not_hide_the_indicator() {
    for name in [
        "01 婴儿死亡率.csv",
        "3.婴儿死亡率（‰）.csv",
        "附件2：婴儿死亡率统计表.csv",
        "表2-3 婴儿死亡率.csv",
    ] {
        assert_eq!(read(name, "年份,数值\n2021,4.4\n"), ["钦州市 2021 4.4"], "{name}");
    }
    // A number that belongs to the name stays.
    let import = file("5岁以下儿童死亡率.csv", "年份,数值\n2021,5.4\n");
    assert_eq!(taken(&import)[0].0, "under-5-mortality");
}

#[test]
fn the_year_of_a_file_dates_columns_without_one() {
    let text = "指标,本年,上年,增减\n婴儿死亡率（‰）,4.1,4.4,-0.3\n";
    assert_eq!(
        read("2022年妇幼年报.csv", text),
        ["钦州市 2022 4.1", "钦州市 2021 4.4"]
    );
    let titled = format!("2022年妇幼卫生主要指标,,,\n{text}");
    assert_eq!(read("报表.csv", &titled), ["钦州市 2022 4.1", "钦州市 2021 4.4"]);
    // A part of a year, the year of a yearbook and that of a target date nothing.
    for name in [
        "报表.csv",
        "2022年1-6月妇幼.csv",
        "2022年上半年.csv",
        "2022年统计年鉴.csv",
        "2025年目标.csv",
        "导出20220315.csv",
    ] {
        assert_eq!(file(name, text).log.taken, 0, "{name}");
    }
    // 上年同期 may be of a part of the year, though 本期 was said to be of the whole.
    let import = file(
        "2022年妇幼年报.csv",
        "指标,本期,上年同期\n婴儿死亡率（‰）,4.1,4.4\n",
    );
    assert_eq!(import.log.taken, 1);
}

#[test]
fn a_column_of_kinds_of_figures_tells_targets_from_measured_values() {
    let text = "指标,年份,类型,数值\n婴儿死亡率,2021,监测值,4.4\n婴儿死亡率,2021,目标值,5\n";
    assert_eq!(read("报表.csv", text), ["钦州市 2021 4.4"]);
    let text = "指标,年份,分组,数值\n婴儿死亡率,2021,农村,5.4\n婴儿死亡率,2021,合计,5\n";
    assert_eq!(read("报表.csv", text).len(), 2);
    // With one word that nobody knows they are groups again.
    let text = "指标,年份,分组,数值\n婴儿死亡率,2021,农村,5.4\n婴儿死亡率,2021,牧区,5\n";
    assert_eq!(file("报表.csv", text).log.taken, 0);
}

#[test]
fn ages_written_as_intervals_are_groups_and_no_values() {
    let text = "Year,Mother age,Indicator,Value\n2021,<20,Infant mortality rate,8\n\
                2021,20-34,Infant mortality rate,3\n2021,All,Infant mortality rate,5\n";
    assert_eq!(read("a.csv", text), ["钦州市 2021 5"]);
}

#[test]
fn a_value_with_its_interval_is_taken_and_a_wrong_one_is_not() {
    let text = "Indicator,Location,Period,Dim1,First Tooltip\n\
                Infant mortality rate,China,2021,Both sexes,5.3 [4.8-5.9]\n\
                Infant mortality rate,China,2022,Both sexes,5.3 [0.48-0.59]\n";
    assert_eq!(read("a.csv", text), ["全国 2021 5.3"]);
}

#[test]
fn a_source_tells_whose_figures_they_are() {
    let below = "指标,2021年\n婴儿死亡率（‰）,6.1\n数据来源：灵山县卫生健康局,\n";
    assert_eq!(read("报表.csv", below), ["灵山县 2021 6.1"]);
    let beside = "指标,2021年,数据来源\n婴儿死亡率（‰）,4.9,国家统计局\n孕产妇死亡率（1/10万）,12,卫生部门\n";
    assert_eq!(read("报表.csv", beside), ["全国 2021 4.9", "钦州市 2021 12"]);
}

#[test]
fn a_township_is_not_the_city_and_a_unit_may_be_a_county() {
    for title in ["乡镇", "报送单位名", "单位"] {
        let text = format!("{title},指标,年份,数值\n石埠镇,婴儿死亡率,2021,6.1\n");
        assert_eq!(read("报表.csv", &text), ["石埠镇 2021 6.1"], "{title}");
    }
    let text = "单位,2021年\n合计,4.4\n灵山县,6.1\n";
    assert_eq!(
        read("婴儿死亡率.csv", text),
        ["钦州市 2021 4.4", "灵山县 2021 6.1"]
    );
    let text = "单位,指标,年份,数值\n‰,婴儿死亡率,2021,6.1\n";
    assert_eq!(read("报表.csv", text), ["钦州市 2021 6.1"]);
    // Some areas among other words under a title that nobody knows: asked, and nothing taken for the city.
    let text =
        "片,指标,年份,数值\n灵山县,婴儿死亡率,2021,6.1\n东站,婴儿死亡率,2022,5.8\n西站,婴儿死亡率,2023,5\n";
    assert_eq!(file("报表.csv", text).log.taken, 0);
}

#[test]
fn a_column_of_bodies_is_asked_about() {
    let text = "部门,指标,年份,数值\n灵山县卫健局,婴儿死亡率,2021,6.1\n浦北县卫健局,婴儿死亡率,2021,5.8\n";
    let import = file("上报.csv", text);
    assert_eq!(import.log.taken, 0);
    let asked = |why: &Why| import.log.questions.iter().any(|question| question.why == *why);
    assert!(asked(&Why::MayHoldAreas));
}

#[test]
fn a_title_that_names_an_indicator_says_of_whom_it_is() {
    let groups = |name: &str, text: &str| -> Vec<String> {
        let import = file(name, text);
        let values = import.table.values();
        values
            .map(|it| format!("{:?} {:?}", it.group.sex, it.group.residence))
            .collect()
    };
    let rows = "指标,2022年\n婴儿死亡率（‰）,5.1\n";
    let rural = ["None Some(Rural)"];
    assert_eq!(
        groups("报表.csv", &format!("农村婴儿死亡率统计表,\n{rows}")),
        rural
    );
    assert_eq!(groups("农村婴儿死亡率.csv", rows), rural);
    // What a row says itself is nearer.
    let rows = "指标,2022年\n城市婴儿死亡率（‰）,5.1\n";
    assert_eq!(groups("农村婴儿死亡率.csv", rows), ["None Some(Urban)"]);
    let title = format!("孕产妇死亡率和婴儿死亡率,\n{rows}");
    assert_eq!(groups("报表.csv", &title), ["None Some(Urban)"]);
    let women = "指标,2022年\n婴儿死亡率（‰）,5.1\n孕产妇死亡率（/10万）,9.1\n";
    assert_eq!(groups("孕产妇死亡率.csv", women), ["None None", "None None"]);
}

#[test]
fn a_table_of_targets_or_of_growth_says_so_in_its_title_or_its_name() {
    let rows = "指标,2022年,2023年\n婴儿死亡率（‰）,5,4.8\n";
    for (name, title) in [
        ("报表.csv", "钦州市儿童发展规划目标任务分解表,,\n"),
        ("报表.csv", "2023年目标值,,\n"),
        ("2023年目标.csv", ""),
        ("报表.csv", "主要指标增长速度,,\n"),
    ] {
        let import = file(name, &format!("{title}{rows}"));
        assert_eq!(
            (import.log.taken, import.log.rejected.len()),
            (0, 1),
            "{name} {title}"
        );
        let rejection = &import.log.rejected[0];
        assert_eq!(
            (rejection.reason.code(), rejection.cells),
            ("not-measured", 2),
            "{name} {title}"
        );
    }
    // Columns that say which of them are targets leave the others measured.
    let both = "规划目标任务,,\n指标,2022年,2025年目标\n婴儿死亡率（‰）,5,4.8\n";
    assert_eq!(read("报表.csv", both), ["钦州市 2022 5"]);
    assert_eq!(read("目标完成情况.csv", rows).len(), 2);
}

#[test]
fn a_remark_that_a_value_is_a_target_is_believed() {
    let text = "指标,地区,年份,数值,备注\n婴儿死亡率（‰）,钦州市,2022,5,目标值\n婴儿死亡率（‰）,钦州市,2023,4.8,快报数\n";
    assert_eq!(read("报表.csv", text), ["钦州市 2023 4.8"]);
}

#[test]
fn figures_of_some_people_are_not_those_of_all() {
    let rows = "指标,2022年,2023年\n婴儿死亡率（‰）,5,4.8\n";
    for (name, text) in [
        ("报表.csv", format!("流动人口婴儿死亡率,,\n{rows}")),
        ("报表.csv", format!("壮族妇女儿童主要指标,,\n{rows}")),
        ("少数民族妇幼指标.csv", rows.to_owned()),
        ("报表.csv", rows.replacen('\n', "\n流动人口,,\n", 1)),
        ("报表.csv", rows.replacen('\n', "\n一、残疾儿童,,\n", 1)),
    ] {
        let import = file(name, &text);
        assert_eq!(import.log.taken, 0, "{text}");
        assert!(
            import
                .log
                .rejected
                .iter()
                .all(|it| it.reason.code() == "unknown-group"),
            "{text}"
        );
        assert!(
            import
                .log
                .questions
                .iter()
                .any(|it| matches!(it.why, Why::UnknownGroup { .. })),
            "{text}"
        );
    }
    // An indicator of such people is taken below their heading, and others behind the next one.
    let text = "指标,2022年\n残疾儿童,\n残疾儿童接受义务教育比例（%）,97\n妇女与健康,\n婴儿死亡率（‰）,5\n";
    let import = file("报表.csv", text);
    assert!(
        taken(&import)
            .iter()
            .any(|(indicator, ..)| *indicator == "infant-mortality")
    );
    assert!(
        import
            .log
            .rejected
            .iter()
            .all(|it| it.reason.code() != "unknown-group")
    );
}
