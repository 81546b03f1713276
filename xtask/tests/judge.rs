//! `cargo xtask judge` as a host calls it: what it prints, and how it ends.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// A file of that name and content, in a folder of the test's own.
fn file(test: &str, name: &str, content: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

fn xtask(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .output()
        .unwrap()
}

fn judge(arguments: &[&str]) -> (i32, Value) {
    let output = xtask(&[&["judge"], arguments].concat());
    let json = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (output.status.code().unwrap(), json)
}

fn of<'a>(verdicts: &'a Value, indicator: &str) -> &'a Value {
    let all = verdicts["assessments"].as_array().unwrap();
    all.iter()
        .find(|a| a["indicator"] == indicator && a["sex"] == "" && a["residence"] == "")
        .unwrap()
}

fn cells_balance(report: &Value) -> bool {
    let count = |key: &str| report[key].as_u64().unwrap();
    let rejected: u64 = report["rejected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["cells"].as_u64().unwrap())
        .sum();
    count("taken") + count("blank") + rejected == count("cells")
}

#[test]
fn a_clean_file_is_judged_about_the_plans_own_place() {
    let path = file(
        "clean",
        "deaths.csv",
        "指标,年份,数值,单位\n婴儿死亡率,2020,6.0,‰\n婴儿死亡率,2022,5.86,‰\n婴儿死亡率,2024,5.7,‰\n",
    );
    let (code, verdicts) = judge(&[path.to_str().unwrap()]);
    assert_eq!(code, 0);
    assert_eq!(
        (verdicts["area"].as_str(), verdicts["as_of"].as_i64()),
        (Some("钦州市"), Some(2024))
    );
    let deaths = of(&verdicts, "infant-mortality");
    assert_eq!(deaths["goals"][0], "C1.03");
    assert_eq!(deaths["base"]["value"], 6.0);
    assert_eq!(deaths["latest"]["year"], 2024);
    assert_eq!(
        (deaths["target"]["op"].as_str(), deaths["target"]["unit"].as_str()),
        (Some("<="), Some("‰"))
    );
    assert_eq!(
        (deaths["level"].as_str(), deaths["status"].as_str()),
        (Some("not-met"), Some("accelerate"))
    );
    assert_eq!(deaths["forecast"]["year"], 2030);
    let summary = &verdicts["summary"];
    let count = |key: &str| summary[key].as_u64().unwrap();
    assert_eq!(count("goals"), 156);
    assert_eq!(
        count("met") + count("nearly_met") + count("not_met") + count("no_data"),
        156
    );
    assert!(cells_balance(&verdicts["files"][0]));
}

/// Names every key that hosts rely on: what is promised to be there is there, null where nothing can be told.
#[test]
fn every_key_of_the_contract_is_there() {
    let path = file(
        "keys",
        "keys.csv",
        "指标,年份,数值\n5岁以下儿童死亡率,2020,7.5\n5岁以下儿童死亡率,2021,7.7\n5岁以下儿童死亡率,2022,8.0\n\
         5岁以下儿童死亡率,2024,8.4\n不是指标,2024,1\n",
    );
    let (_, verdicts) = judge(&[path.to_str().unwrap()]);
    let has = |value: &Value, keys: &str| {
        for key in keys.split(' ') {
            assert!(value.get(key).is_some(), "{key} in {value}");
        }
    };
    has(&verdicts, "files assessments summary conflicts area as_of");
    has(
        &verdicts["files"][0],
        "name encoding layout rows cells taken blank rejected",
    );
    has(
        &verdicts["files"][0]["rejected"][0],
        "line column cell cells code message",
    );
    has(&verdicts["summary"], "goals met nearly_met not_met no_data");
    for assessment in verdicts["assessments"].as_array().unwrap() {
        has(
            assessment,
            "goals indicator area sex residence age base latest target level form pace growth score status forecast \
             warnings",
        );
        has(&assessment["target"], "op value unit year");
    }
    let deaths = of(&verdicts, "under-5-mortality");
    has(&deaths["base"], "year value");
    has(&deaths["latest"], "year value");
    has(&deaths["forecast"], "year value low high chance");
    let kinds: Vec<&str> = deaths["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|warning| warning["reason"].as_str().and(warning["kind"].as_str()))
        .collect();
    assert!(
        kinds.contains(&"hard-to-reach") && kinds.contains(&"moving-away"),
        "{kinds:?}"
    );
}

#[test]
fn what_was_not_taken_is_listed_and_ends_with_1() {
    let path = file(
        "unclean",
        "bad.csv",
        "指标,年份,数值\n婴儿死亡率,2020,6.0\n婴儿死亡律,2021,5\n婴儿死亡率,2022,12.3.4\n婴儿死亡率,2023,—\n",
    );
    let (code, verdicts) = judge(&[path.to_str().unwrap()]);
    assert_eq!(code, 1);
    let report = &verdicts["files"][0];
    assert_eq!(
        (report["rows"].as_u64(), report["cells"].as_u64()),
        (Some(4), Some(4))
    );
    assert_eq!(
        (report["taken"].as_u64(), report["blank"].as_u64()),
        (Some(1), Some(1))
    );
    let rejected = report["rejected"].as_array().unwrap();
    assert_eq!(
        (rejected[0]["line"].as_u64(), rejected[0]["code"].as_str()),
        (Some(3), Some("unknown-indicator"))
    );
    assert_eq!(
        (rejected[1]["line"].as_u64(), rejected[1]["cell"].as_str()),
        (Some(4), Some("12.3.4"))
    );
    assert!(rejected[0]["message"].as_str().unwrap().contains("婴儿死亡率"));
    assert!(cells_balance(report));
}

#[test]
fn place_and_year_can_be_chosen() {
    let path = file(
        "chosen",
        "two.csv",
        "指标,地区,年份,数值\n婴儿死亡率,示例县,2020,6.0\n婴儿死亡率,示例县,2022,5.9\n婴儿死亡率,示例县,2024,4.9\n",
    );
    let path = path.to_str().unwrap();
    let (_, newest) = judge(&["--area", "示例县", path]);
    assert_eq!(of(&newest, "infant-mortality")["level"], "met");
    let (_, earlier) = judge(&["--area", "示例县", "--as-of", "2022", path]);
    assert_eq!(of(&earlier, "infant-mortality")["latest"]["value"], 5.9);
    assert_eq!(of(&earlier, "infant-mortality")["level"], "not-met");
    let (_, own) = judge(&[path]);
    assert_eq!(of(&own, "infant-mortality")["status"], "no-data");
}

#[test]
fn where_two_files_contradict_the_later_one_counts_and_both_are_shown() {
    let old = file("conflict", "old.csv", "指标,年份,数值\n婴儿死亡率,2024,5.7\n");
    let new = file("conflict", "new.csv", "指标,年份,数值\n婴儿死亡率,2024,5.2\n");
    let (code, verdicts) = judge(&[old.to_str().unwrap(), new.to_str().unwrap()]);
    assert_eq!(code, 0);
    assert_eq!(of(&verdicts, "infant-mortality")["latest"]["value"], 5.2);
    let values = verdicts["conflicts"][0]["values"].as_array().unwrap();
    assert_eq!(values.len(), 2);
    assert_eq!(
        (values[0]["file"].as_str(), values[0]["used"].as_bool()),
        (Some("old.csv"), Some(false))
    );
}

#[test]
fn another_catalogue_gives_the_same_verdict_and_its_mistakes_are_told() {
    let targets = xtask(&["catalogue", "targets"]);
    assert!(targets.status.success());
    let catalogue = file(
        "catalogue",
        "targets.csv",
        &String::from_utf8(targets.stdout).unwrap(),
    );
    let figures = file(
        "catalogue",
        "f.csv",
        "指标,年份,数值\n婴儿死亡率,2020,6.0\n婴儿死亡率,2024,5.7\n孕产妇死亡率,2020,16\n孕产妇死亡率,2024,11\n",
    );
    let figures = figures.to_str().unwrap();
    let (_, ours) = judge(&[figures]);
    let (_, theirs) = judge(&["--catalogue", catalogue.to_str().unwrap(), figures]);
    for indicator in ["infant-mortality", "maternal-mortality"] {
        assert_eq!(of(&ours, indicator), of(&theirs, indicator));
    }
    // Goals without any target are not in a sheet of targets, so only the totals differ.
    for level in ["met", "nearly_met", "not_met"] {
        assert_eq!(ours["summary"][level], theirs["summary"][level]);
    }

    let broken = file(
        "catalogue",
        "broken.csv",
        "name,plan,field,section,item,op,value\n甲,C,1,goal,1,>=,九\n乙,C,1,goal,2,至少,9\n",
    );
    let output = xtask(&["judge", "--catalogue", broken.to_str().unwrap(), figures]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("\n第 2 行 value 列的“九”不是数") && told.contains("\n第 3 行 op 列的“至少”"),
        "{told}"
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn the_printed_template_is_a_catalogue() {
    let template = xtask(&["catalogue", "template"]);
    let catalogue = file(
        "template",
        "template.csv",
        &String::from_utf8(template.stdout).unwrap(),
    );
    let figures = file(
        "template",
        "figures.csv",
        "指标,年份,数值\n示例：婴儿死亡率,2020,6.0\n示例：婴儿死亡率,2024,4.9\n",
    );
    let (code, verdicts) = judge(&[
        "--catalogue",
        catalogue.to_str().unwrap(),
        figures.to_str().unwrap(),
    ]);
    assert_eq!((code, verdicts["area"].as_str()), (0, Some("示例县")));
    assert_eq!(of(&verdicts, "example-2")["level"], "met");
    assert_eq!(verdicts["summary"]["goals"], 2);
}

#[test]
fn a_usage_error_ends_with_2() {
    assert_eq!(xtask(&["judge"]).status.code(), Some(2));
    assert_eq!(xtask(&["judge", "no-such-file.csv"]).status.code(), Some(2));
}
