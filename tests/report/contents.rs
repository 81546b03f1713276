//! What stands in a report, and that its numbers add up.

use plan_tracker::report::{Scope, Table};
use plan_tracker::text::NO_NUMBER;

use crate::support::{Sample, findings, tables, text};

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
    let parts = || {
        rows.iter()
            .enumerate()
            .filter(|(at, _)| !table.is_sum(*at))
            .map(|(_, row)| row)
    };
    if table.is_sum(0) {
        for column in 0..rows[0].len() {
            assert_eq!(
                rows[0][column],
                parts().map(|row| row[column]).sum::<usize>(),
                "{}",
                table.caption
            );
        }
    }
}

#[test]
fn counts_add_up_in_every_state_and_scope() {
    for mut sample in [Sample::bare(), Sample::example(None), Sample::example(Some(2022))] {
        for slug in SCOPES {
            sample.scope = Scope::from_slug(slug);
            let document = sample.report();
            let counts = tables(&document, "总体完成情况");
            assert_eq!(counts.len(), 2);
            counts.into_iter().for_each(assert_adds_up);
            for table in document
                .sections
                .iter()
                .flat_map(|s| tables(&document, &s.heading))
            {
                assert!(
                    table.rows.iter().all(|row| row.len() == table.head.len()),
                    "{}",
                    table.caption
                );
            }
        }
    }
}

#[test]
fn the_whole_counts_156_goals_and_lists_every_target_once() {
    let sample = Sample::example(None);
    let document = sample.report();
    let counts = tables(&document, "总体完成情况");
    assert_eq!(counts[0].rows[0][..2], ["合计".to_owned(), "156".to_owned()]);
    let listed = |words| {
        tables(&document, words)
            .iter()
            .map(|table| table.rows.len())
            .sum::<usize>()
    };
    let (measured, missing) = (listed("各项指标"), listed("数据缺口"));
    assert!(measured > 80, "{measured}");
    let by_evidence = sample.ask(|request| {
        let status = |item: &plan_tracker::assess::Judged| item.assessment.status();
        request
            .board
            .items
            .iter()
            .filter(|item| status(item) == plan_tracker::assess::Status::Qualitative)
            .count()
    });
    let all = sample.ask(|request| request.board.items.len());
    assert_eq!(measured + missing + by_evidence, all);
}

#[test]
fn attainment_names_its_denominator() {
    let document = Sample::example(None).report();
    let table = tables(&document, "总体完成情况")[1].clone();
    for row in &table.rows {
        let [_, met, nearly, not, _] = numbers(&row[1..])[..] else {
            panic!("{row:?}")
        };
        let (reached, of) = (met + nearly, met + nearly + not);
        let expected = match of {
            0 => NO_NUMBER.to_owned(),
            _ => format!("{:.1}%（{reached}/{of}）", reached as f64 / of as f64 * 100.0),
        };
        assert_eq!(row[6], expected);
    }
    let summary = text(&document, "摘要");
    assert!(
        summary.contains("达标率") && summary.contains("不计入分母"),
        "{summary}"
    );
}

#[test]
fn attainment_reads_as_offices_print_it() {
    let levels = plan_tracker::assess::Levels {
        total: 60,
        met: 40,
        nearly_met: 4,
        not_met: 10,
        no_data: 6,
    };
    let of = levels.attainment().unwrap();
    assert_eq!(
        format!(
            "{}%（{}/{}）",
            plan_tracker::text::number(of.rate * 100.0, Some(1)),
            of.reached,
            of.of
        ),
        "81.5%（44/54）"
    );
}

#[test]
fn every_warning_has_its_reason_and_the_measures_of_its_goal() {
    let mut sample = Sample::example(None);
    for slug in SCOPES {
        sample.scope = Scope::from_slug(slug);
        let document = sample.report();
        let findings = findings(&document);
        assert!(slug == "W8" || !findings.is_empty(), "{slug}");
        for finding in findings {
            assert!(!finding.reasons.is_empty(), "{}", finding.title);
            assert!(
                finding.reasons.iter().all(|reason| reason.contains('：')),
                "{:?}",
                finding.reasons
            );
            assert!((1..=3).contains(&finding.advice.len()), "{}", finding.title);
            assert!(
                finding.advice.iter().all(|advice| advice.text.ends_with('。')),
                "{:?}",
                finding.advice
            );
        }
    }
}

#[test]
fn a_reference_figure_is_labelled_and_never_counted() {
    let document = Sample::bare().report();
    let levels = &tables(&document, "总体完成情况")[1].rows[0];
    let own: Vec<usize> = numbers(&levels[1..]);
    assert_eq!(own[0], 156);
    // The nation has met and missed goals on the same figures; the city has published none that decides one.
    let reference = tables(&document, "参考数据对照");
    assert!(!reference.is_empty());
    for table in reference {
        assert!(
            table.head[3..].iter().all(|head| head.ends_with("（参考）")),
            "{:?}",
            table.head
        );
        assert!(table.head[2].starts_with("钦州市"));
    }
    assert!(text(&document, "参考数据对照").contains("不计入"));
    let evidence: Vec<String> = tables(&document, "历年数值")
        .iter()
        .flat_map(|table| table.rows.concat())
        .collect();
    assert!(
        !evidence.iter().any(|cell| cell.contains("全国（")),
        "{evidence:?}"
    );
    let deaths = Sample::bare();
    let nation = deaths.ask(|request| {
        request
            .references
            .iter()
            .filter(|board| board.summary().levels.met > 0)
            .count()
    });
    assert!(nation > 0, "the nation would have counted");
}

#[test]
fn own_figures_are_judged_with_their_source() {
    let csv = "指标,年份,数值,来源\n孕产妇死亡率,2020,16.0,卫生年报\n孕产妇死亡率,2022,15.0,卫生年报\n孕产妇死亡率,2024,11.5,统计年鉴\n";
    let document = Sample::with_file(csv).report();
    assert_eq!(document.title, "钦州市妇女儿童发展规划 2024\u{2009}年度监测报告");
    assert_eq!(document.mark, None);
    let rows: Vec<&Vec<String>> = tables(&document, "各项指标")
        .into_iter()
        .flat_map(|table| &table.rows)
        .collect();
    let deaths: Vec<_> = rows
        .iter()
        .filter(|row| row[0].starts_with("孕产妇死亡率"))
        .collect();
    assert_eq!(deaths.len(), 1);
    assert_eq!(
        deaths[0][2..6],
        ["16/10万（2020）", "11.5/10万（2024）", "达标", "● 已达标"]
    );
    let evidence: Vec<&Vec<String>> = tables(&document, "历年数值")
        .into_iter()
        .flat_map(|table| &table.rows)
        .collect();
    let deaths: Vec<_> = evidence
        .iter()
        .filter(|row| row[0].starts_with("孕产妇死亡率"))
        .map(|row| &row[1..])
        .collect();
    assert_eq!(
        deaths,
        [["2020：16.0；2022：15.0", "卫生年报"], ["2024：11.5", "统计年鉴"]]
    );
}

#[test]
fn the_example_is_marked_in_every_heading() {
    let document = Sample::example(None).report();
    assert_eq!(document.mark.as_deref(), Some("示例（虚构）"));
    assert!(
        document
            .sections
            .iter()
            .all(|section| section.heading.contains("示例（虚构）"))
    );
    assert!(document.charts().all(|plot| plot.example));
}

#[test]
fn warnings_stand_in_the_order_that_the_report_says() {
    let sample = Sample::example(None);
    let document = sample.report();
    let titles: Vec<&str> = findings(&document).iter().map(|f| f.title.as_str()).collect();
    let ranked: Vec<String> = sample.ask(|request| {
        let alerts = request.board.alerts();
        let name = |id: &String| {
            plan_tracker::catalogue::builtin()
                .indicator(id)
                .unwrap()
                .name
                .clone()
        };
        alerts
            .iter()
            .map(|alert| name(&alert.item.indicator.id))
            .collect()
    });
    assert!(
        titles.len() > 10 && titles.len() == ranked.len(),
        "{}",
        titles.len()
    );
    for (title, name) in titles.iter().zip(&ranked) {
        assert!(title.starts_with(name.as_str()), "{title} is not {name}");
    }
    assert!(text(&document, "预警与对策建议").contains("按紧要程度排列"));
}

#[test]
fn no_id_of_the_data_files_is_printed() {
    let mut named = 0;
    for mut sample in [Sample::bare(), Sample::example(None)] {
        for slug in ["", "W", "C"] {
            sample.scope = Scope::from_slug(slug);
            let document = sample.report();
            let cells = document
                .sections
                .iter()
                .flat_map(|section| tables(&document, &section.heading))
                .flat_map(|table| table.rows.concat());
            let subtitles = findings(&document)
                .into_iter()
                .map(|finding| finding.subtitle.clone());
            for printed in cells.chain(subtitles) {
                assert!(!printed.contains(".implementation."), "{printed}");
                named += usize::from(printed.contains("“组织实施”第 "));
            }
        }
    }
    assert!(named > 0, "texts outside the fields are named in words");
}

#[test]
fn the_two_attainments_are_told_apart() {
    let summary = text(&Sample::example(None).report(), "摘要");
    assert!(
        summary.contains("达标率按主要目标计") && summary.contains("不是同一个数"),
        "{summary}"
    );
}
