//! Texts that stand over or left of several rows or columns, and totals among groups. The figures are invented.

use plan_tracker::import::Import;

use crate::support::accounted;

fn file(name: &str, text: &str) -> Import {
    accounted(name, text.as_bytes())
}

/// Area, year, group and value of every observation, as one line each.
fn read(name: &str, text: &str) -> Vec<String> {
    let import = file(name, text);
    let line = |row: plan_tracker::observation::Observation<'_>| {
        let sex: &str = row.group.sex.map_or("", Into::into);
        let residence: &str = row.group.residence.map_or("", Into::into);
        let (year, value) = (row.year.to_string(), row.value.to_string());
        let words = [row.area, &year, sex, residence, &value];
        let said: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        said.join(" ")
    };
    import.table.values().map(line).collect()
}

#[test]
fn a_blank_below_a_merged_cell_is_what_stands_above() {
    let by_year = "年份,城乡,婴儿死亡率（‰）\n2021,合计,4.4\n,农村,5.5\n2022,合计,4.1\n,农村,5.1\n";
    assert_eq!(
        read("a.csv", by_year),
        [
            "钦州市 2021 4.4",
            "钦州市 2021 rural 5.5",
            "钦州市 2022 4.1",
            "钦州市 2022 rural 5.1"
        ]
    );
    let by_group = "指标,,2021年\n婴儿死亡率（‰）,合计,4.4\n,农村,5.5\n";
    assert_eq!(
        read("a.csv", by_group),
        ["钦州市 2021 4.4", "钦州市 2021 rural 5.5"]
    );
    // A year that was forgotten behind other columns is not guessed.
    let forgotten = "指标,年份,性别,数值\n婴儿死亡率,2021,男,4.4\n婴儿死亡率,,女,4.1\n";
    assert_eq!(read("a.csv", forgotten), ["钦州市 2021 male 4.4"]);
}

#[test]
fn headings_of_areas_and_then_of_groups_follow_one_another() {
    let text = "指标,2021年\n全市,\n婴儿死亡率（‰）,4.4\n农村,\n婴儿死亡率（‰）,5.5\n";
    assert_eq!(read("a.csv", text), ["钦州市 2021 4.4", "钦州市 2021 rural 5.5"]);
}

#[test]
fn a_further_column_of_totals_changes_nothing() {
    let text = "指标,年份,地区,数值,合计\n婴儿死亡率,2021,灵山县,6.1,30\n";
    let import = file("a.csv", text);
    assert_eq!(import.log.rejected[0].reason.code(), "unreadable-column");
    assert_eq!(read("a.csv", text), ["灵山县 2021 6.1"]);
    // Beside columns of groups it is their total.
    let text = "指标,年份,男,女,合计\n婴儿死亡率,2021,5.4,4.4,4.9\n";
    assert_eq!(read("a.csv", text).len(), 3);
}

#[test]
fn a_total_behind_its_code_is_the_total() {
    let text = "REF_AREA:Geographic area,INDICATOR:Indicator,WEALTH_QUINTILE:Wealth quintile,TIME_PERIOD:Time period,\
                OBS_VALUE:Observation Value\nCHN: China,X: Infant mortality rate,Q1: Poorest,2021,9\n\
                CHN: China,X: Infant mortality rate,_T: Total,2021,5\n";
    assert_eq!(read("a.csv", text), ["全国 2021 5"]);
}

#[test]
fn traditional_characters_are_read_in_names_of_areas_too() {
    let text = "指標,地區,年份,數值\n嬰兒死亡率,欽州市,2021,4.4\n";
    assert_eq!(read("a.csv", text), ["钦州市 2021 4.4"]);
    let text = "指標,年份,數值\n嬰兒死亡率,2021,4.4\n";
    assert_eq!(read("靈山縣婦幼年報.csv", text), ["灵山县 2021 4.4"]);
}
