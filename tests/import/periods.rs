//! Figures of a part of a year are never taken for those of the year, wherever the file says that they are: in a title,
//! in the name of a sheet or a file, beside the year, in a remark. The figures are invented.

use plan_tracker::import::Import;

use crate::support::{accounted, rejected, taken};

fn file(name: &str, text: &str) -> Import {
    accounted(name, text.as_bytes())
}

/// Year and value of every observation, and the codes of what was not taken.
fn read(name: &str, text: &str) -> (Vec<(i32, f64)>, Vec<String>) {
    let import = file(name, text);
    let values = taken(&import)
        .iter()
        .map(|(.., year, value)| (*year, *value))
        .collect();
    let codes = rejected(&import)
        .iter()
        .map(|(.., code)| (*code).to_owned())
        .collect();
    (values, codes)
}

const YEARS: &str = "指标,2022年,2023年\n婴儿死亡率（‰）,3.1,2.9\n";

#[test]
fn a_title_over_columns_of_years_says_which_part_of_them() {
    for title in [
        "钦州市2023年一季度妇幼健康指标",
        "2023年1－6月主要指标",
        "报告期：2023年上半年",
        "妇幼卫生月报",
    ] {
        let import = file("报表.csv", &format!("{title},,\n{YEARS}"));
        assert_eq!(import.log.taken, 0, "{title}");
        let [(line, _, cell, code)] = rejected(&import)[..] else {
            panic!("one rejection for the whole table: {title}");
        };
        assert_eq!((line, code), (1, "part-of-year"), "{title}");
        assert!(title.ends_with(cell), "{title}");
        assert_eq!(import.log.rejected[0].cells, 2);
    }
    for title in [
        "钦州市2023年妇幼健康指标",
        "2023年1-12月主要指标",
        "2023年度各季度",
        "2024年一季度编制",
    ] {
        let (values, codes) = read("报表.csv", &format!("{title},,\n{YEARS}"));
        assert_eq!((values.len(), codes.len()), (2, 0), "{title}: {codes:?}");
    }
}

#[test]
fn a_name_of_a_file_says_it_as_a_title_does() {
    for name in [
        "2023年一季度.csv",
        "妇幼季报（2023Q1）.csv",
        "data/1-9月/2023年1-9月.csv",
    ] {
        assert_eq!(
            read(name, YEARS),
            (vec![], vec!["part-of-year".to_owned()]),
            "{name}"
        );
    }
    // When a file was written says nothing of its figures.
    for name in [
        "2024年3月导出.csv",
        "指标_2024-03.csv",
        "0-6岁.csv",
        "2024年一季度报送.csv",
    ] {
        assert_eq!(read(name, YEARS).0.len(), 2, "{name}");
    }
}

#[test]
fn a_row_says_it_beside_its_year() {
    for title in ["时期", "季度", "频度", "备注"] {
        let text = format!(
            "指标,地区,年份,{title},数值\n婴儿死亡率（‰）,钦州市,2022,一季度,3.1\n婴儿死亡率（‰）,钦州市,2023,全年,2.9\n"
        );
        let expected = (vec![(2023, 2.9)], vec!["other-period".to_owned()]);
        assert_eq!(read("报表.csv", &text), expected, "{title}");
    }
    let often = "INDICATOR,REF_AREA,FREQ,TIME_PERIOD,OBS_VALUE\n婴儿死亡率,钦州市,Q,2022,3.1\n婴儿死亡率,钦州市,A,2023,2.9\n";
    assert_eq!(read("报表.csv", often).0, [(2023, 2.9)]);
    // A remark about something else is none about the period.
    let remark = "指标,地区,年份,数值,备注\n婴儿死亡率（‰）,钦州市,2022,3.1,一季度起口径调整\n";
    assert_eq!(read("报表.csv", remark).0, [(2022, 3.1)]);
}

#[test]
fn columns_of_quarters_and_months_stand_beside_that_of_the_year() {
    let quarters = "指标,地区,年份,一季度,上半年,全年\n婴儿死亡率（‰）,钦州市,2022,1.1,2.2,4.4\n";
    let expected = (vec![(2022, 4.4)], vec!["other-period".to_owned(); 2]);
    assert_eq!(read("报表.csv", quarters), expected);
    let months = "指标,地区,年份,1-6月,1-12月\n婴儿死亡率（‰）,钦州市,2022,2.2,4.4\n";
    let expected = (vec![(2022, 4.4)], vec!["other-period".to_owned()]);
    assert_eq!(read("报表.csv", months), expected);
}

#[test]
fn a_heading_between_rows_says_it_of_those_below() {
    let text = "指标,2022年,2023年\n上半年,,\n婴儿死亡率（‰）,2.1,2.2\n全年,,\n婴儿死亡率（‰）,4.1,4.2\n";
    let expected = (vec![(2022, 4.1), (2023, 4.2)], vec!["other-period".to_owned()]);
    assert_eq!(read("报表.csv", text), expected);
}
