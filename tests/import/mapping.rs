//! What a visitor says of a text changes what it says and nothing else, is asked for where something is not sure, and
//! never reaches a file of another shape.

use std::collections::BTreeSet;

use plan_tracker::catalogue::builtin;
use plan_tracker::import::{
    Answer, Import, Mapping, Mappings, Place, Question, Role, Says, Wrong, import, import_with,
};
use plan_tracker::lang::Lang;
use proptest::prelude::*;

const TODAY: i32 = 2026;

/// A file as it is read when one thing after the other was said of it.
fn said(name: &str, text: &str, say: impl Fn(&mut Mapping, &Import)) -> Import {
    let before = import(name, text.as_bytes(), builtin(), TODAY);
    let mut mapping = Mapping::of(before.log.shape.clone());
    say(&mut mapping, &before);
    with(name, text, &Mappings(vec![mapping]))
}

fn with(name: &str, text: &str, mappings: &Mappings) -> Import {
    let import = import_with(name, text.as_bytes(), builtin(), TODAY, mappings);
    let log = &import.log;
    assert_eq!(log.taken + log.blank + log.rejected_cells(), log.cells, "{name}");
    import
}

/// Every value as a text.
fn values(import: &Import) -> BTreeSet<String> {
    let values = import.table.values();
    values
        .map(|row| {
            let group = serde_json::to_string(row.group).unwrap();
            format!(
                "{} {} {} {group} {}",
                row.indicator, row.area, row.year, row.value
            )
        })
        .collect()
}

fn codes(import: &Import) -> Vec<&'static str> {
    let rejected = import.log.rejected.iter();
    rejected.map(|rejection| rejection.reason.code()).collect()
}

fn question<'i>(import: &'i Import, code: &str) -> &'i Question {
    let asked = import
        .log
        .questions
        .iter()
        .find(|question| question.why.code() == code);
    asked.unwrap_or_else(|| panic!("{code} is not asked: {:?}", import.log.questions))
}

const NAMES: &str = "指标,地区,2021年,2022年\n婴儿死亡率,灵山县,4.4,4.3\n婴幼儿死亡率,灵山县,4.9,4.8\n";

#[test]
fn a_name_near_a_known_one_is_asked_about_and_taken_as_answered() {
    let before = import("a.csv", NAMES.as_bytes(), builtin(), TODAY);
    let asked = question(&before, "unknown-indicator");
    assert_eq!(
        (asked.place, asked.text.as_str(), asked.cells),
        (Place::Cell, "婴幼儿死亡率", 2)
    );
    assert!(asked.proposals[0].likeness.unwrap() > 60);

    let after = said("a.csv", NAMES, |mapping, _| {
        mapping.set(
            Place::Cell,
            "婴幼儿死亡率",
            Some(Answer::indicator("under-5-mortality")),
        );
    });
    let mut expected = values(&before);
    expected.insert("under-5-mortality 灵山县 2021 {} 4.9".to_owned());
    expected.insert("under-5-mortality 灵山县 2022 {} 4.8".to_owned());
    assert_eq!(values(&after), expected);
    assert!(after.log.is_clean() && after.log.questions.is_empty());
    assert_eq!(after.log.mapped[0].text, "婴幼儿死亡率");
}

#[test]
fn what_is_to_be_ignored_is_named_as_left_out_and_asked_no_more() {
    let after = said("a.csv", NAMES, |mapping, _| {
        mapping.set(Place::Cell, "婴幼儿死亡率", Some(Answer::Ignore));
    });
    assert_eq!((after.log.taken, codes(&after)), (2, vec!["left-out"]));
    assert!(after.log.questions.is_empty());

    let table = "指标,地区,年份,数值,修正数\n婴儿死亡率,灵山县,2021,4.4,9.9\n";
    let before = import("a.csv", table.as_bytes(), builtin(), TODAY);
    assert_eq!(question(&before, "unreadable-column").text, "修正数");
    let after = said("a.csv", table, |mapping, _| {
        mapping.set(Place::Column, "修正数", Some(Answer::Ignore));
    });
    assert_eq!(
        (values(&after), codes(&after)),
        (values(&before), vec!["left-out"])
    );
    assert!(after.log.questions.is_empty());
}

#[test]
fn columns_hold_what_is_said_of_them() {
    // The column of areas has a name that nobody knows.
    let table =
        "指标,片,年份,数值\n婴儿死亡率,灵山县,2021,4.4\n婴儿死亡率,东站,2021,4.1\n婴儿死亡率,西站,2021,4.2\n";
    let before = import("a.csv", table.as_bytes(), builtin(), TODAY);
    let asked = question(&before, "may-hold-areas");
    assert_eq!((asked.place, asked.text.as_str()), (Place::Column, "片"));
    let after = said("a.csv", table, |mapping, before| {
        let asked = question(before, "may-hold-areas");
        mapping.set(asked.place, &asked.text, Some(asked.proposals[0].answer.clone()));
        mapping.set(Place::Cell, "东站", Some(Answer::area("浦北县")));
    });
    assert_eq!(
        values(&after).into_iter().collect::<Vec<_>>(),
        [
            "infant-mortality 浦北县 2021 {} 4.1",
            "infant-mortality 灵山县 2021 {} 4.4",
            "infant-mortality 西站 2021 {} 4.2"
        ]
    );

    let table = "地区,年份,婴死\n灵山县,2021,4.4\n灵山县,2022,4.3\n";
    let after = said("a.csv", table, |mapping, _| {
        let answer = Answer::Says(Says {
            indicator: Some("infant-mortality".to_owned()),
            ..Says::default()
        });
        mapping.set(Place::Column, "婴死", Some(answer));
    });
    assert_eq!(after.log.taken, 2);
}

#[test]
fn a_table_that_lacks_a_column_is_asked_which_one_it_is() {
    let table = "指标,地区,期别代号,数值\n婴儿死亡率,灵山县,2021,4.4\n婴儿死亡率,灵山县,2022,4.3\n";
    let before = import("a.csv", table.as_bytes(), builtin(), TODAY);
    assert_eq!((before.log.taken, codes(&before)), (0, vec!["missing-columns"]));
    let asked = question(&before, "missing-columns");
    assert_eq!(
        (asked.text.as_str(), &asked.proposals[0].answer),
        ("期别代号", &Answer::Column(Role::Year))
    );
    let after = said("a.csv", table, |mapping, _| {
        mapping.set(Place::Column, "期别代号", Some(Answer::Column(Role::Year)));
    });
    assert_eq!(after.log.taken, 2);
    assert!(after.log.is_clean());
}

const NOWHERE: &str = "指标,2021年,2022年\n婴儿死亡率,4.4,4.3\n";

#[test]
fn a_table_without_titles_is_asked_what_each_column_is() {
    let text = "灵山县,婴儿死亡率,2021,4.4\n浦北县,婴儿死亡率,2021,5.1\n灵山县,婴儿死亡率,2022,4.1\n";
    let before = import("a.csv", text.as_bytes(), builtin(), TODAY);
    assert_eq!((codes(&before), before.log.taken), (vec!["no-header"], 0));
    let asked: Vec<(&str, Option<&Answer>)> = before
        .log
        .questions
        .iter()
        .map(|question| {
            (
                question.text.as_str(),
                question.proposals.first().map(|it| &it.answer),
            )
        })
        .collect();
    let column = |role| Answer::Column(role);
    assert_eq!(
        asked,
        [
            ("#1", Some(&column(Role::Area))),
            ("#2", Some(&column(Role::Indicator))),
            ("#3", Some(&column(Role::Year))),
            ("#4", Some(&column(Role::Value))),
        ]
    );
    assert_eq!(before.log.seen[0].rows.len(), 3);

    let after = said("a.csv", text, |mapping, before| {
        for question in &before.log.questions {
            mapping.set(
                Place::Column,
                &question.text,
                Some(question.proposals[0].answer.clone()),
            );
        }
    });
    assert_eq!((after.log.taken, codes(&after)), (3, vec![]));
    assert!(after.log.questions.is_empty());
    assert!(
        values(&after)
            .iter()
            .any(|row| row.starts_with("infant-mortality 浦北县 2021"))
    );
    // Not enough to read it: the rest is asked still.
    let half = said("a.csv", text, |mapping, _| {
        mapping.set(Place::Column, "#3", Some(Answer::Ignore));
    });
    assert_eq!((codes(&half), half.log.questions.len()), (vec!["no-header"], 3));
    // In another order it is another shape.
    let turned = "2021,灵山县,婴儿死亡率,4.4\n2022,灵山县,婴儿死亡率,4.1\n";
    let turned = import("b.csv", turned.as_bytes(), builtin(), TODAY);
    assert_ne!(turned.log.shape, before.log.shape);
}

#[test]
fn an_assumed_area_is_confirmed_or_corrected_for_files_of_that_name() {
    let before = import("妇幼年报2022.csv", NOWHERE.as_bytes(), builtin(), TODAY);
    assert_eq!(before.log.assumed_area.as_deref(), Some(builtin().own_area()));
    let asked = question(&before, "assumed-area");
    assert_eq!(
        (asked.place, asked.text.as_str(), asked.cells),
        (Place::File, "妇幼年报", 2)
    );

    let mut mapping = Mapping::of(before.log.shape.clone());
    mapping.set(Place::File, "妇幼年报", Some(Answer::area("灵山县")));
    let mappings = Mappings(vec![mapping]);
    let next_year = "指标,2022年,2023年\n婴儿死亡率,4.3,4.1\n";
    let after = with("妇幼年报2023 (1).csv", next_year, &mappings);
    assert_eq!(
        (after.log.assumed_area.as_deref(), after.table.areas()),
        (None, &["灵山县".to_owned()][..])
    );
    // Another county's file of the same shape is not its.
    let other = with("卫生年报2023.csv", next_year, &mappings);
    assert_eq!(other.log.assumed_area.as_deref(), Some(builtin().own_area()));
    // What the file itself says counts more.
    let named = "浦北县妇幼年报\n指标,2022年,2023年\n婴儿死亡率,4.3,4.1\n";
    assert_eq!(with("妇幼年报.csv", named, &mappings).table.areas(), ["浦北县"]);
}

#[test]
fn blanks_and_totals_get_the_area_that_is_said() {
    let table = "指标,地区,年份,数值\n婴儿死亡率,灵山县,2021,4.4\n婴儿死亡率,,2021,4.1\n";
    let before = import("a.csv", table.as_bytes(), builtin(), TODAY);
    assert_eq!(question(&before, "no-area").text, "");
    let after = said("a.csv", table, |mapping, _| {
        mapping.set(Place::Cell, "", Some(Answer::area(builtin().own_area())));
    });
    assert_eq!(after.table.areas(), ["灵山县", builtin().own_area()]);

    let table = "指标,地区,年份,数值\n婴儿死亡率,灵川镇医院站点,2021,4.4\n婴儿死亡率,合计,2021,4.1\n";
    let after = said("a.csv", table, |mapping, before| {
        let asked = question(before, "unknown-total");
        mapping.set(asked.place, &asked.text, Some(Answer::area("浦北县")));
    });
    assert!(
        values(&after).contains("infant-mortality 浦北县 2021 {} 4.1"),
        "{after:?}"
    );
}

#[test]
fn words_of_sexes_and_groups_mean_what_is_said() {
    let table = "指标,年份,性别,组,数值\n婴儿死亡率,2021,女娃,常住,4.1\n婴儿死亡率,2021,,常住,4.4\n婴儿死亡率,2021,,流动,6.4\n";
    let before = import("a.csv", table.as_bytes(), builtin(), TODAY);
    assert_eq!(before.log.taken, 0);
    let after = said("a.csv", table, |mapping, before| {
        let asked = question(before, "unknown-word");
        mapping.set(asked.place, &asked.text, Some(asked.proposals[0].answer.clone()));
        mapping.set(Place::Cell, "常住", Some(Answer::Total));
    });
    let own = builtin().own_area();
    let expected = [
        format!(r#"infant-mortality {own} 2021 {{"sex":"female"}} 4.1"#),
        format!("infant-mortality {own} 2021 {{}} 4.4"),
    ];
    assert_eq!(values(&after), expected.into());
    assert_eq!(codes(&after), ["unknown-group"]);
}

#[test]
fn a_heading_or_a_title_of_some_people_means_everyone_where_that_is_said() {
    for table in [
        "指标,2021年\n一、少数民族,\n婴儿死亡率（‰）,4.1\n",
        "少数民族妇幼指标,\n指标,2021年\n婴儿死亡率（‰）,4.1\n",
    ] {
        let after = said("a.csv", table, |mapping, before| {
            let asked = question(before, "unknown-group");
            mapping.set(asked.place, &asked.text, Some(asked.proposals[0].answer.clone()));
        });
        assert_eq!((after.log.taken, codes(&after)), (1, vec![]), "{table}");
    }
}

const DOUBTED: &str = "指标,地区,2018,2019,2020,2021\n婴儿死亡率,灵山县,5.1,5.0,4.9,48\n";

#[test]
fn a_doubt_is_confirmed_or_its_value_withdrawn() {
    let before = import("a.csv", DOUBTED.as_bytes(), builtin(), TODAY);
    assert!(!before.log.doubts[0].confirmed);
    let right = said("a.csv", DOUBTED, |mapping, before| {
        mapping.judge(before.log.doubts[0].said(true), true);
    });
    assert_eq!(right.log.doubts.len(), 1);
    assert!(right.log.doubts[0].confirmed && right.log.is_clean());
    assert_eq!(values(&right), values(&before));

    let wrong = said("a.csv", DOUBTED, |mapping, before| {
        mapping.judge(before.log.doubts[0].said(false), true);
    });
    assert_eq!(
        (wrong.log.taken, codes(&wrong), wrong.log.doubts.len()),
        (3, vec!["left-out"], 0)
    );
    // Another value in its place is asked about anew.
    let mut mapping = Mapping::of(before.log.shape.clone());
    mapping.judge(before.log.doubts[0].said(true), true);
    let next = with("a.csv", &DOUBTED.replace("48", "47"), &Mappings(vec![mapping]));
    assert!(!next.log.doubts[0].confirmed);
}

#[test]
fn only_what_is_sure_is_one_answer() {
    let only_sure = |mapping: &mut Mapping, _: &Import| mapping.only_sure = true;
    let doubted = said("a.csv", DOUBTED, only_sure);
    assert_eq!((doubted.log.taken, codes(&doubted)), (3, vec!["left-out"]));
    let assumed = said("a.csv", NOWHERE, only_sure);
    assert_eq!((assumed.log.taken, assumed.log.assumed_area), (0, None));
    let sure = said("a.csv", NAMES, only_sure);
    assert_eq!(sure.log.taken, 2);
}

#[test]
fn a_file_of_mappings_comes_back_as_it_was_and_is_refused_with_its_line() {
    let before = import("a.csv", NAMES.as_bytes(), builtin(), TODAY);
    let mut mapping = Mapping::of(before.log.shape.clone());
    mapping.set(
        Place::Cell,
        "婴幼儿死亡率",
        Some(Answer::indicator("under-5-mortality")),
    );
    mapping.set(Place::Column, "备 注", Some(Answer::Column(Role::Note)));
    mapping.set(Place::File, "年报", Some(Answer::area("灵山县")));
    mapping.only_sure = true;
    let mappings = Mappings(vec![mapping]);
    let file = mappings.to_file();
    assert_eq!(Mappings::from_file(&file, builtin()).as_ref(), Ok(&mappings));

    let refused = |text: &str| Mappings::from_file(text, builtin()).unwrap_err();
    assert_eq!(refused("指标,2021\n").wrong, Wrong::Foreign);
    assert_eq!(refused("{\"plans\": []}").wrong, Wrong::Foreign);
    assert_eq!(refused("[1]").wrong, Wrong::Foreign);
    let older = refused(&file.replace("\"version\": 1", "\"version\": 0"));
    assert_eq!((older.line, older.wrong), (3, Wrong::Version(0)));
    let unknown = refused(&file.replace("under-5-mortality", "no-such"));
    assert_eq!(unknown.wrong, Wrong::UnknownIndicator("no-such".to_owned()));
    assert!(
        file.lines()
            .nth(unknown.line - 1)
            .unwrap()
            .contains("under-5-mortality")
    );
    let broken = refused(&file.replace("\"column\": \"note\"", "\"column\": \"nonsense\""));
    assert!(matches!(broken.wrong, Wrong::Broken(_)) && broken.line > 3);
    let cut = refused(&file[..file.len() / 2]);
    assert!(matches!(cut.wrong, Wrong::Broken(_)));
    for lang in [Lang::Zh, Lang::En] {
        assert!(broken.message(lang).contains(&broken.line.to_string()));
    }
}

#[test]
fn what_judge_prints_can_be_written_into_a_file() {
    let table = "指标,地区,2021年\n婴幼儿死亡率,灵山县,4.4\n";
    let before = import("a.csv", table.as_bytes(), builtin(), TODAY);
    let log = before.log.to_json(builtin(), Lang::Zh);
    let mut said = log["questions"][0]["proposals"][0]["said"].clone();
    said["headers"] = log["headers"].clone();
    let file = serde_json::json!({ "format": "plan-tracker-mapping", "version": 1, "shapes": [said] });
    let mappings = Mappings::from_file(&file.to_string(), builtin()).unwrap();
    assert!(with("a.csv", table, &mappings).log.taken == 1 && before.log.taken == 0);
}

/// Cells of small tables: names that are known, nearly known and unknown, areas, words and numbers.
const CELLS: [&str; 12] = [
    "婴儿死亡率",
    "婴幼儿死亡率",
    "灵山县",
    "灵山",
    "合计",
    "女",
    "女娃",
    "",
    "4.4",
    "48",
    "2021",
    "备考",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn what_was_said_of_one_shape_never_reaches_another(
        rows in prop::collection::vec(prop::collection::vec(prop::sample::select(&CELLS[..]), 4), 1..8),
    ) {
        let mut table = "指标,地区,性别,2021年\n".to_owned();
        for row in rows {
            table += &(row.join(",") + "\n");
        }
        let alone = import("a.csv", table.as_bytes(), builtin(), TODAY);
        let other = import("a.csv", NOWHERE.as_bytes(), builtin(), TODAY);
        let mut mapping = Mapping::of(other.log.shape);
        for cell in CELLS {
            mapping.set(Place::Cell, cell, Some(Answer::Ignore));
        }
        mapping.set(Place::File, "a", Some(Answer::area("浦北县")));
        mapping.only_sure = true;
        let empty = Mapping::of(alone.log.shape.clone());
        prop_assert_eq!(&with("a.csv", &table, &Mappings(vec![mapping])), &alone);
        prop_assert_eq!(&with("a.csv", &table, &Mappings(vec![empty])), &alone);
    }
}
