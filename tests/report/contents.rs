//! What stands in a report, and that its numbers add up.

use plan_tracker::assess::CutOffs;
use plan_tracker::report::{Author, Kind, Scope, Table};
use plan_tracker::text::{Lang, NO_NUMBER};

use crate::support::{Desk, findings, section, tables, text};

const SCOPES: [&str; 6] = ["", "W", "C", "W1", "C3", "W8"];

fn numbers(row: &[String]) -> Vec<usize> {
    row.iter().map_while(|cell| cell.parse().ok()).collect()
}

/// Every row adds up to its second column, and the whole is the sum of the lines that sum up nothing.
fn assert_adds_up(table: &Table) {
    let rows: Vec<Vec<usize>> = table.rows.iter().map(|row| numbers(&row[1..])).collect();
    for row in &rows {
        assert_eq!(row[0], row[1..].iter().sum::<usize>(), "{}", table.caption);
    }
    let parts = || rows.iter().enumerate().filter(|(at, _)| !table.is_sum(*at)).map(|(_, row)| row);
    if table.is_sum(0) {
        for column in 0..rows[0].len() {
            assert_eq!(rows[0][column], parts().map(|row| row[column]).sum::<usize>(), "{}", table.caption);
        }
    }
}

#[test]
fn counts_add_up_in_every_state_and_scope() {
    for mut desk in [Desk::bare(), Desk::example(None), Desk::example(Some(2022))] {
        for slug in SCOPES {
            desk.scope = Scope::from_slug(slug);
            let document = desk.report();
            let counts = tables(&document, "总体完成情况");
            assert_eq!(counts.len(), 2);
            counts.into_iter().for_each(assert_adds_up);
            for table in document.sections.iter().flat_map(|s| tables(&document, &s.heading)) {
                assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{}", table.caption);
            }
        }
    }
}

#[test]
fn the_whole_counts_156_goals_and_lists_every_target_once() {
    let desk = Desk::example(None);
    let document = desk.report();
    let counts = tables(&document, "总体完成情况");
    assert_eq!(counts[0].rows[0][..2], ["合计".to_owned(), "156".to_owned()]);
    let listed = |words| tables(&document, words).iter().map(|table| table.rows.len()).sum::<usize>();
    let (measured, missing) = (listed("各项指标"), listed("数据缺口"));
    assert!(measured > 80, "{measured}");
    let by_evidence = desk.ask(|request| {
        let status = |item: &plan_tracker::assess::Judged| item.assessment.status;
        request.board.items.iter().filter(|item| status(item) == plan_tracker::assess::Status::NotMeasurable).count()
    });
    let all = desk.ask(|request| request.board.items.len());
    assert_eq!(measured + missing + by_evidence, all);
}

#[test]
fn attainment_names_its_denominator() {
    let document = Desk::example(None).report();
    let table = tables(&document, "总体完成情况")[1].clone();
    for row in &table.rows {
        let [_, met, nearly, not, _] = numbers(&row[1..])[..] else { panic!("{row:?}") };
        let (reached, of) = (met + nearly, met + nearly + not);
        let expected = match of {
            0 => NO_NUMBER.to_owned(),
            _ => format!("{:.1}%（{reached}/{of}）", reached as f64 / of as f64 * 100.0),
        };
        assert_eq!(row[6], expected);
    }
    let summary = text(&document, "摘要");
    assert!(summary.contains("达标率") && summary.contains("不计入分母"), "{summary}");
}

#[test]
fn attainment_reads_as_offices_print_it() {
    let levels = plan_tracker::assess::Levels { total: 60, met: 40, nearly_met: 4, not_met: 10, no_data: 6 };
    let of = levels.attainment().unwrap();
    assert_eq!(format!("{}%（{}/{}）", plan_tracker::text::number(of.rate * 100.0, Some(1)), of.reached, of.of), "81.5%（44/54）");
}

#[test]
fn every_warning_has_its_reason_and_the_measures_of_its_goal() {
    let mut desk = Desk::example(None);
    for slug in SCOPES {
        desk.scope = Scope::from_slug(slug);
        let document = desk.report();
        let findings = findings(&document);
        assert!(slug == "W8" || !findings.is_empty(), "{slug}");
        for finding in findings {
            assert!(!finding.reasons.is_empty(), "{}", finding.title);
            assert!(finding.reasons.iter().all(|reason| reason.contains('：')), "{:?}", finding.reasons);
            assert!((1..=3).contains(&finding.advice.len()), "{}", finding.title);
            assert!(finding.advice.iter().all(|advice| advice.text.ends_with('。')), "{:?}", finding.advice);
        }
    }
}

#[test]
fn a_reference_figure_is_labelled_and_never_counted() {
    let document = Desk::bare().report();
    let levels = &tables(&document, "总体完成情况")[1].rows[0];
    let own: Vec<usize> = numbers(&levels[1..]);
    assert_eq!(own[0], 156);
    // The nation has met and missed goals on the same figures; the city has published none that decides one.
    let reference = tables(&document, "参考数据对照");
    assert!(!reference.is_empty());
    for table in reference {
        assert!(table.head[3..].iter().all(|head| head.ends_with("（参考）")), "{:?}", table.head);
        assert!(table.head[2].starts_with("钦州市"));
    }
    assert!(text(&document, "参考数据对照").contains("不计入"));
    let evidence: Vec<String> = tables(&document, "历年数值").iter().flat_map(|table| table.rows.concat()).collect();
    assert!(!evidence.iter().any(|cell| cell.contains("全国（")), "{evidence:?}");
    let deaths = Desk::bare();
    let nation = deaths.ask(|request| request.references.iter().filter(|board| board.summary().levels.met > 0).count());
    assert!(nation > 0, "the nation would have counted");
}

#[test]
fn own_figures_are_judged_with_their_source() {
    let csv = "指标,年份,数值,来源\n孕产妇死亡率,2020,16.0,卫生年报\n孕产妇死亡率,2022,15.0,卫生年报\n孕产妇死亡率,2024,11.5,统计年鉴\n";
    let document = Desk::with_file(csv).report();
    assert_eq!(document.title, "钦州市妇女儿童发展规划 2024\u{2009}年度监测报告");
    assert_eq!(document.mark, None);
    let rows: Vec<&Vec<String>> = tables(&document, "各项指标").into_iter().flat_map(|table| &table.rows).collect();
    let deaths: Vec<_> = rows.iter().filter(|row| row[0].starts_with("孕产妇死亡率")).collect();
    assert_eq!(deaths.len(), 1);
    assert_eq!(deaths[0][2..6], ["16/10万（2020）", "11.5/10万（2024）", "达标", "● 已达标"]);
    let evidence: Vec<&Vec<String>> = tables(&document, "历年数值").into_iter().flat_map(|table| &table.rows).collect();
    let deaths: Vec<_> = evidence.iter().filter(|row| row[0].starts_with("孕产妇死亡率")).map(|row| &row[1..]).collect();
    assert_eq!(deaths, [["2020：16.0；2022：15.0", "卫生年报"], ["2024：11.5", "统计年鉴"]]);
}

#[test]
fn the_example_is_marked_in_every_heading() {
    let document = Desk::example(None).report();
    assert_eq!(document.mark.as_deref(), Some("示例（虚构）"));
    assert!(document.sections.iter().all(|section| section.heading.contains("示例（虚构）")));
    assert!(document.charts().all(|plot| plot.example));
}

#[test]
fn evaluations_check_the_year_that_they_are_held_for() {
    let mut desk = Desk::example(None);
    assert!(section(&desk.report(), "中期对照").is_none());
    desk.kind = Kind::MidTerm;
    let document = desk.report();
    assert!(document.title.contains("中期评估报告（2025"));
    let check = tables(&document, "中期对照")[0];
    assert!(check.rows.iter().any(|row| row[3].starts_with("预计 ")), "2025 is not known yet: {:?}", check.rows[0]);
    let sentence = text(&document, "中期对照");
    assert!(sentence.contains("尚不能判断"), "{sentence}");
    desk.kind = Kind::Final;
    let document = desk.report();
    assert!(document.title.contains("终期评估报告（2030"));
    assert!(tables(&document, "终期对照")[0].rows.iter().all(|row| row[4] == "尚不能判断" || !row[3].starts_with("预计")));
}

#[test]
fn a_mid_term_value_decides_the_check() {
    let csv = "指标,年份,数值\n孕产妇死亡率,2020,16\n孕产妇死亡率,2025,13.5\n婴儿死亡率,2020,5.5\n婴儿死亡率,2025,5.4\n";
    let mut desk = Desk::with_file(csv);
    desk.kind = Kind::MidTerm;
    let document = desk.report();
    let result = |name: &str| {
        let table = tables(&document, "中期对照")[0];
        table.rows.iter().find(|row| row[0].starts_with(name)).map(|row| row[4].clone())
    };
    assert_eq!(result("孕产妇死亡率").as_deref(), Some("达到"));
    assert_eq!(result("婴儿死亡率").as_deref(), Some("未达到"));
}

#[test]
fn changed_cut_offs_are_marked() {
    let mut cutoffs = CutOffs::default();
    cutoffs.set("on_track_pace", 0.9).unwrap();
    let desk = Desk::judged_by(&[], "钦州市", None, cutoffs);
    let document = desk.report();
    assert!(text(&document, "评判方法").contains("改动了 1 条"));
    let marked = tables(&document, "评判方法")[0].rows.iter().filter(|row| row[3] == "已改动").count();
    assert_eq!(marked, 1);
}

#[test]
fn charts_are_few_and_spread_over_the_fields() {
    let mut desk = Desk::example(None);
    assert!((8..=15).contains(&desk.report().charts().count()));
    desk.scope = Scope::Field("W1".into());
    assert!((2..=12).contains(&desk.report().charts().count()));
    assert_eq!(Desk::new(&[], "钦州市", None).report().charts().count(), 0);
}

#[test]
fn the_author_has_a_say() {
    let mut desk = Desk::bare();
    desk.author = Author { title: "我们的报告".into(), issuer: "市妇儿工委办".into(), text: "第一段\n\n第二段".into() };
    let document = desk.report();
    assert_eq!(document.title, "我们的报告");
    assert_eq!(text(&document, "综述"), "第一段\n第二段");
    assert!(document.meta.contains(&("编制单位".into(), "市妇儿工委办".into())));
}

#[test]
fn english_is_complete() {
    let mut desk = Desk::example(None);
    desk.lang = Lang::En;
    for kind in Kind::ALL {
        desk.kind = kind;
        let document = desk.report();
        let cjk = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(!cjk(&document.title) && !cjk(&document.subtitle), "{} {}", document.title, document.subtitle);
        for section in &document.sections {
            assert!(!cjk(&section.heading), "{}", section.heading);
            for table in tables(&document, &section.heading) {
                assert!(!table.head.iter().any(|head| cjk(head)), "{:?}", table.head);
            }
        }
    }
}
