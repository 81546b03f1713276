//! The office's own form: the parts that published reports have, in their order, and what stands in them.

use plan_tracker::catalogue::builtin;
use plan_tracker::import::import;
use plan_tracker::lang::Lang;
use plan_tracker::report::{Author, Block, Kind, Scope};

use crate::support::{EXAMPLE, INVENTED, Sample, section, tables, text};

const AGENCIES: &str = include_str!("../data/files/responsible-agencies.csv");

fn with_agencies() -> Sample {
    let files = [("example.csv", EXAMPLE), ("agencies.csv", AGENCIES)];
    Sample::new(&files, INVENTED, None)
}

#[test]
fn an_evaluation_has_the_parts_of_published_ones_in_their_order() {
    let mut sample = with_agencies();
    sample.kind = Kind::MidTerm;
    let document = sample.report();
    let headings: Vec<&str> = document
        .sections
        .iter()
        .map(|section| section.heading.trim_end_matches("［示例（虚构）］"))
        .collect();
    let parts = [
        "一、摘要",
        "基本情况",
        "评估过程",
        "监测目标实现程度",
        "总体完成情况",
        "中期对照",
        "分领域进展和各项指标",
        "未达标和重点难点指标",
        "数据缺口",
        "策略措施完成情况",
        "经验做法",
        "问题及原因",
        "对策建议",
        "评判方法和标准",
        "历年数值与来源",
        "附录：指标解释",
    ];
    let mut rest = headings.iter();
    for part in parts {
        assert!(
            rest.any(|heading| heading.ends_with(part)),
            "{part} in {headings:?}"
        );
    }
}

#[test]
fn the_official_classes_add_up_and_state_their_denominator() {
    for mut sample in [Sample::bare(), Sample::example(None), Sample::example(Some(2022))] {
        for slug in ["", "W", "C1"] {
            sample.scope = Scope::from_slug(slug);
            let document = sample.report();
            let found = tables(&document, "监测目标实现程度");
            let Some(table) = found
                .iter()
                .find(|table| table.head.iter().any(|head| head == "提前达标"))
            else {
                continue;
            };
            let numbers = |row: &[String]| {
                row[1..]
                    .iter()
                    .map(|cell| cell.parse::<usize>().unwrap())
                    .collect::<Vec<_>>()
            };
            let whole = numbers(&table.rows[0]);
            assert_eq!(whole[0], whole[1..].iter().sum::<usize>());
            assert!(
                table.caption.contains(&format!("{} 个为分母", whole[0])),
                "{}",
                table.caption
            );
            assert!(table.rows[1][1..].iter().all(|cell| cell.ends_with('%')));
            for (column, total) in whole.iter().enumerate() {
                let parts: usize = table.rows[2..].iter().map(|row| numbers(row)[column]).sum();
                assert_eq!(*total, parts, "{} {}", slug, table.head[column + 1]);
            }
        }
    }
}

#[test]
fn the_whole_is_not_said_to_go_well_where_most_is_unknown() {
    let lead = |sample: &Sample| {
        let document = sample.report();
        let blocks = section(&document, "摘要").unwrap().to_vec();
        let found = blocks.into_iter().find_map(|block| match block {
            Block::Lead(text) => Some(text),
            _ => None,
        });
        found.unwrap()
    };
    let own = "指标,年份,数值\n孕产妇死亡率,2020,16\n孕产妇死亡率,2022,13\n孕产妇死亡率,2024,11\n";
    for sample in [
        Sample::new(&[], "钦州市", None),
        Sample::bare(),
        Sample::with_file(own),
    ] {
        assert!(lead(&sample).contains("总体进展不能下结论"), "{}", lead(&sample));
    }
    let mut one = Sample::with_file(own);
    one.scope = Scope::Field("W1".into());
    assert!(lead(&one).contains("多数目标还没有数据"), "{}", lead(&one));
    assert!(
        lead(&Sample::example(None)).starts_with("总体进展不平衡"),
        "{}",
        lead(&Sample::example(None))
    );
}

#[test]
fn a_field_opens_with_its_sentence_and_holds_figures_against_those_before() {
    let csv = "指标,年份,数值\n孕产妇死亡率,2020,16.0\n孕产妇死亡率,2023,12.5\n孕产妇死亡率,2024,11.5\n婴儿死亡率,2020,5.5\n婴儿死亡率,2024,5.5\n";
    let document = Sample::with_file(csv).report();
    let blocks = section(&document, "分领域进展").unwrap();
    let at = blocks
        .iter()
        .position(|block| *block == Block::Heading("（一）妇女与健康".into()))
        .unwrap();
    let Block::Lead(lead) = &blocks[at + 1] else {
        panic!("{:?}", blocks[at + 1])
    };
    assert!(
        lead.starts_with("有数值的指标 1 个：提前达标 1 个；与上年可比的 1 个中，向好 1 个"),
        "{lead}"
    );
    let Block::List(figures) = &blocks[at + 2] else {
        panic!("{:?}", blocks[at + 2])
    };
    assert_eq!(
        figures[..],
        [
            "孕产妇死亡率：2024\u{2009}年 11.5/10万，比 2023\u{2009}年下降\u{2009}1.0/10万，比 2020\u{2009}年下降\u{2009}4.5/10万。"
        ]
    );
    assert!(
        text(&document, "分领域进展").contains("婴儿死亡率：2024\u{2009}年 5.5‰，与 2020\u{2009}年持平。")
    );
}

#[test]
fn nothing_is_compared_across_a_break_of_the_series() {
    let csv =
        "指标,年份,数值,数据状态\n孕产妇死亡率,2020,16.0,\n孕产妇死亡率,2023,30,\n孕产妇死亡率,2024,11.5,B\n";
    let told = text(&Sample::with_file(csv).report(), "分领域进展");
    assert!(!told.contains("18.5"), "{told}");
}

#[test]
fn what_is_better_than_in_a_larger_area_is_counted_and_named_with_the_year() {
    let csv = "指标,年份,数值\n孕产妇死亡率,2020,16\n孕产妇死亡率,2022,14\n婴儿死亡率,2022,9.9\n";
    let document = Sample::with_file(csv).report();
    let nation = tables(&document, "优于上级地区")
        .into_iter()
        .find(|table| table.caption.contains("全国"))
        .unwrap();
    let deaths = nation.rows.iter().find(|row| row[0] == "孕产妇死亡率").unwrap();
    assert_eq!(deaths[1..], ["2022", "14/10万", "15.7/10万"]);
    assert!(!nation.rows.iter().any(|row| row[0].starts_with("婴儿死亡率")));
    let said = text(&document, "优于上级地区");
    assert!(
        said.contains(&format!("其中 {} 个优于全国水平", nation.rows.len())),
        "{said}"
    );
    assert!(text(&document, "摘要").contains(&format!("优于全国水平的 {} 个", nation.rows.len())));
}

#[test]
fn what_is_not_met_is_named_with_agency_cause_and_measures() {
    let records = "目标,日期,状态,说明,来源\nW1.02,2024-05-01,进行中,危重救治床位不足,督导记录\n";
    let csv = "指标,地区,年份,数值\n孕产妇死亡率,示例市,2020,16\n孕产妇死亡率,示例市,2022,15.9\n孕产妇死亡率,示例市,2024,15.8\n";
    let files = [
        ("own.csv", csv),
        ("records.csv", records),
        ("agencies.csv", AGENCIES),
    ];
    let document = Sample::new(&files, INVENTED, None).report();
    let missed = tables(&document, "未达标和重点难点")[0].clone();
    let row = missed.rows.iter().find(|row| row[0] == "孕产妇死亡率").unwrap();
    assert_eq!(row[3], "预期难以达标");
    assert!(row[4].contains("示例市卫生健康委"), "{row:?}");
    assert_eq!(row[5], "危重救治床位不足");
    assert!(row[6].contains("W1.m"), "{row:?}");
    assert!(text(&document, "重点难点").contains("孕产妇死亡率：最新 15.8/10万（2024）"));
    assert!(text(&document, "、对策建议").contains("针对：孕产妇死亡率"));
}

#[test]
fn who_owes_a_figure_is_named() {
    let document = with_agencies().report();
    let gaps = tables(&document, "数据缺口");
    assert!(gaps.iter().all(|table| table.head.last().unwrap() == "责任单位"));
    let none = Sample::example(None).report();
    assert!(
        tables(&none, "数据缺口")
            .iter()
            .all(|table| table.head.len() == 4)
    );
}

#[test]
fn measures_carry_records_and_are_counted_by_field_and_agency() {
    let csv = "措施编号,日期,完成状态,情况说明,依据,责任单位\nW1.m01,2024-06,已完成,已建成,验收文件,示例市卫生健康委\nC1.m02,2024,进行中,,,示例市妇联\nW1.m99,2024,进行中,,,\n";
    let read = import("measures.csv", csv.as_bytes(), builtin(), 2026);
    assert_eq!((read.records.len(), read.log.rejected.len()), (2, 1));
    let mut sample = Sample::new(&[("example.csv", EXAMPLE), ("measures.csv", csv)], INVENTED, None);
    let document = sample.report();
    let found = tables(&document, "策略措施完成情况");
    let total = &found[0].rows[0];
    assert_eq!(total[1..], ["188", "1", "1", "0", "186"]);
    for column in 1..6 {
        let of = |row: &Vec<String>| row[column].parse::<usize>().unwrap();
        assert_eq!(of(total), found[0].rows[1..].iter().map(of).sum::<usize>());
    }
    let by_agency: Vec<&str> = found[1].rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(by_agency, ["示例市卫生健康委", "示例市妇联"]);
    assert_eq!(
        found[2].rows[0][1..],
        ["已完成", "2024-06", "示例市卫生健康委", "已建成", "验收文件"]
    );
    sample.scope = Scope::Agency("示例市妇联".into());
    assert_eq!(tables(&sample.report(), "策略措施完成情况")[0].rows[0][1], "1");
    sample.scope = Scope::Whole;
    sample.lang = Lang::En;
    assert!(text(&sample.report(), "Measures carried out").contains("188 measures: 2 with a record"));
}

#[test]
fn an_evaluation_says_what_is_still_to_be_written_and_takes_what_was() {
    let mut sample = Sample::example(None);
    for part in ["评估过程", "经验做法", "问题及原因"] {
        assert!(
            section(&sample.report(), part).is_none(),
            "{part} in a yearly report"
        );
    }
    sample.kind = Kind::Final;
    assert!(text(&sample.report(), "经验做法").starts_with("（待编制单位补写。"));
    sample.author = Author {
        experience: "推广了三项服务".into(),
        ..Author::default()
    };
    assert_eq!(text(&sample.report(), "经验做法"), "推广了三项服务");
}

#[test]
fn the_area_is_told_of_in_published_figures_that_are_never_judged() {
    let document = Sample::bare().report();
    let table = tables(&document, "基本情况")[0];
    assert_eq!(table.rows.len(), 5, "the city and its parts");
    assert!(
        table.rows.iter().all(|row| row.iter().all(|cell| cell != "–")),
        "{:?}",
        table.rows
    );
    let residents = |row: &Vec<String>| row[1].replace(',', "").parse::<u64>().unwrap();
    assert_eq!(
        residents(&table.rows[0]),
        table.rows[1..].iter().map(residents).sum::<u64>()
    );
    assert!(text(&document, "基本情况").contains("不评判"));
    let judged = Sample::new(&[], "钦州市", None);
    assert!(judged.ask(|request| request.board.items.iter().all(|item| item.values.is_empty())));
    assert!(
        section(
            &Sample::with_file("指标,地区,年份,数值\n婴儿死亡率,示例县,2024,3\n").report(),
            "基本情况"
        )
        .is_some()
    );
}

#[test]
fn definitions_state_their_source_and_none_is_made_up() {
    let document = Sample::bare().report();
    let table = tables(&document, "指标解释")[0];
    let deaths = table.rows.iter().find(|row| row[0] == "孕产妇死亡率").unwrap();
    assert!(
        deaths[1].contains("42天内")
            && deaths[2].contains("活产数")
            && deaths[5].contains("《妇幼健康统计调查制度》")
    );
    let known = builtin()
        .indicators
        .iter()
        .filter(|indicator| indicator.definition.is_some())
        .count();
    assert_eq!(table.rows.len(), known);
    let all = builtin().indicators.len();
    assert!(text(&document, "指标解释").contains(&format!("其余 {} 个", all - known)));
}

#[test]
fn a_yearly_report_says_what_changed_since_the_last_and_why() {
    let csv = "指标,地区,年份,数值\n孕产妇死亡率,示例市,2020,16\n孕产妇死亡率,示例市,2022,15\n孕产妇死亡率,示例市,2023,14\n孕产妇死亡率,示例市,2024,11.5\n";
    let mut sample = Sample::new(&[("own.csv", csv)], INVENTED, None);
    let document = sample.report();
    let changed = tables(&document, "与上年报告相比")[0];
    assert_eq!(changed.head[1..3], ["截至 2023", "截至 2024"]);
    let deaths = changed.rows.iter().find(|row| row[0] == "孕产妇死亡率").unwrap();
    assert!(deaths[2].contains("已达标"), "{deaths:?}");
    assert!(
        deaths[3].starts_with("有了新数值：14/10万（2023）→11.5/10万（2024）"),
        "{deaths:?}"
    );
    assert!(text(&document, "与上年报告相比").contains("变好 1 个"));
    sample.kind = Kind::MidTerm;
    assert!(section(&sample.report(), "与上年报告相比").is_none());
}
