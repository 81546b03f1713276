//! What belongs to one kind of report, to its author, its language and its cut-offs.

use plan_tracker::assess::CutOffs;
use plan_tracker::lang::Lang;
use plan_tracker::report::{Author, Kind, Scope};
use strum::VariantArray;

use crate::support::{Sample, section, tables, text};

#[test]
fn evaluations_check_the_year_that_they_are_held_for() {
    let mut sample = Sample::example(None);
    assert!(section(&sample.report(), "中期对照").is_none());
    sample.kind = Kind::MidTerm;
    let document = sample.report();
    assert!(document.title.contains("中期评估报告（2025"));
    let check = tables(&document, "中期对照")[0];
    assert!(
        check.rows.iter().any(|row| row[3].starts_with("预计 ")),
        "2025 is not known yet: {:?}",
        check.rows[0]
    );
    let sentence = text(&document, "中期对照");
    assert!(sentence.contains("尚不能判断"), "{sentence}");
    sample.kind = Kind::Final;
    let document = sample.report();
    assert!(document.title.contains("终期评估报告（2030"));
    assert!(
        tables(&document, "终期对照")[0]
            .rows
            .iter()
            .all(|row| row[4] == "尚不能判断" || !row[3].starts_with("预计"))
    );
}

#[test]
fn a_mid_term_value_decides_the_check() {
    let csv = "指标,年份,数值\n孕产妇死亡率,2020,16\n孕产妇死亡率,2025,13.5\n婴儿死亡率,2020,5.5\n婴儿死亡率,2025,5.4\n";
    let mut sample = Sample::with_file(csv);
    sample.kind = Kind::MidTerm;
    let document = sample.report();
    let result = |name: &str| {
        let table = tables(&document, "中期对照")[0];
        table
            .rows
            .iter()
            .find(|row| row[0].starts_with(name))
            .map(|row| row[4].clone())
    };
    assert_eq!(result("孕产妇死亡率").as_deref(), Some("达到"));
    assert_eq!(result("婴儿死亡率").as_deref(), Some("未达到"));
}

#[test]
fn changed_cut_offs_are_marked() {
    let mut cutoffs = CutOffs::default();
    cutoffs.set("on_track_pace", 0.9).unwrap();
    let sample = Sample::judged_by(&[], "钦州市", None, cutoffs);
    let document = sample.report();
    assert!(text(&document, "评判方法").contains("改动了 1 条"));
    let marked = tables(&document, "评判方法")[0]
        .rows
        .iter()
        .filter(|row| row[3] == "已改动")
        .count();
    assert_eq!(marked, 1);
}

#[test]
fn charts_are_few_and_spread_over_the_fields() {
    let mut sample = Sample::example(None);
    assert!((8..=15).contains(&sample.report().charts().count()));
    sample.scope = Scope::Field("W1".into());
    assert!((2..=12).contains(&sample.report().charts().count()));
    assert_eq!(Sample::new(&[], "钦州市", None).report().charts().count(), 0);
}

#[test]
fn the_author_has_a_say() {
    let mut sample = Sample::bare();
    sample.author = Author {
        title: "我们的报告".into(),
        issuer: "市妇儿工委办".into(),
        text: "第一段\n\n第二段".into(),
        ..Author::default()
    };
    let document = sample.report();
    assert_eq!(document.title, "我们的报告");
    assert_eq!(text(&document, "综述"), "第一段\n第二段");
    assert!(
        document
            .meta
            .contains(&("编制单位".into(), "市妇儿工委办".into()))
    );
}

#[test]
fn english_is_complete() {
    let mut sample = Sample::example(None);
    sample.lang = Lang::En;
    for &kind in Kind::VARIANTS {
        sample.kind = kind;
        let document = sample.report();
        let cjk = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(
            !cjk(&document.title) && !cjk(&document.subtitle),
            "{} {}",
            document.title,
            document.subtitle
        );
        for section in &document.sections {
            assert!(!cjk(&section.heading), "{}", section.heading);
            for table in tables(&document, &section.heading) {
                assert!(!table.head.iter().any(|head| cjk(head)), "{:?}", table.head);
            }
        }
    }
}
