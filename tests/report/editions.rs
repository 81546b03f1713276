//! The short edition: what calls for attention on a few pages, and nothing dropped in silence.

use plan_tracker::assess::{CutOffs, Status};
use plan_tracker::lang::Lang;
use plan_tracker::observation::GoalAgencies;
use plan_tracker::report::{Author, Block, Document, Edition, Kind, Scope, annex, csv, docx, html, markdown};

use crate::support::{Sample, section, tables, text, word_text};

fn short(mut sample: Sample) -> Sample {
    sample.edition = Edition::Short;
    sample
}

#[test]
fn it_lists_the_indicators_furthest_behind_and_counts_the_rest() {
    let sample = short(Sample::example(None));
    let document = sample.report();
    let (measured, behind) = sample.ask(|request| {
        let statuses = request.board.items.iter().map(|item| item.assessment.status());
        let late = [
            Status::AccelerationNeeded,
            Status::LimitedProgress,
            Status::MovingAway,
        ];
        (
            statuses.clone().filter(|status| status.is_measured()).count(),
            statuses.filter(|status| late.contains(status)).count(),
        )
    });
    let table = tables(&document, "没有跟上进度")[0];
    let listed = table.rows.len();
    assert!(listed == 10 && behind > listed, "{listed} of {behind}");
    // Every target listed is due in the same year, which the head says once.
    assert!(
        table.head[1].starts_with("2030")
            && table
                .rows
                .iter()
                .all(|row| !row[1].ends_with("（2030\u{2009}年）"))
    );
    assert!(table.rows[0][3].contains("倒退"));
    let told = text(&document, "没有跟上进度");
    assert!(told.starts_with(&format!("有数值的指标 {measured} 个")), "{told}");
    assert!(
        told.contains(&format!(
            "没有跟上进度的 {behind} 个，下表列出最差的 10 个；其余 {} 个见全文",
            measured - 10
        )),
        "{told}"
    );
}

#[test]
fn of_a_field_it_lists_all_that_do_not_keep_pace_the_worst_first() {
    let mut sample = short(Sample::example(None));
    sample.scope = Scope::Field("W2".into());
    let document = sample.report();
    let table = tables(&document, "没有跟上进度")[0];
    let told = text(&document, "没有跟上进度");
    let listed = table.rows.len();
    assert!(
        told.contains(&format!("下表列出其中没有跟上进度的 {listed} 个，最差的在前")),
        "{told}"
    );
    let order = ["倒退", "进展缓慢", "需加快"];
    let status = |row: &Vec<String>| order.iter().position(|word| row[3].contains(word)).unwrap();
    assert!(table.rows.iter().map(status).is_sorted(), "{:?}", table.rows);
}

#[test]
fn gaps_are_counted_by_the_agency_that_owes_the_figures() {
    let mut sample = short(Sample::bare());
    assert!(!text(&sample.report(), "数据缺口").contains("按责任单位"));
    sample.agencies = vec![GoalAgencies {
        goal: "W1.02".parse().unwrap(),
        lead: vec!["示例市卫生健康委".into()],
        support: Vec::new(),
    }];
    let told = text(&sample.report(), "数据缺口");
    assert!(told.contains("按责任单位：示例市卫生健康委 "), "{told}");
    assert!(told.contains("没有登记责任单位的 "), "{told}");
}

#[test]
fn it_tells_the_furthest_warnings_and_how_to_get_the_rest() {
    let sample = short(Sample::example(None));
    let document = sample.report();
    let warned = sample.ask(|request| request.board.alerts().len());
    assert!(warned > 5);
    let table = tables(&document, "最需要关注的预警")[0];
    assert_eq!(table.rows.len(), 5);
    let told = text(&document, "预警");
    assert!(
        told.contains(&format!(
            "预警的指标 {warned} 个，这里列出偏离最远的 5 个；其余 {} 个",
            warned - 5
        )),
        "{told}"
    );
    let first = sample.ask(|request| request.board.alerts()[0].item.indicator.id.clone());
    let first = plan_tracker::catalogue::builtin().indicator(&first).unwrap();
    assert!(table.rows[0][0].starts_with(&first.name));
    assert!(table.rows.iter().all(|row| row[3].contains('：')));
}

#[test]
fn it_names_every_part_that_it_leaves_out() {
    let whole = Sample::example(None).report();
    let document = short(Sample::example(None)).report();
    let added = text(&document, "全文另有的内容");
    let bare = |heading: &str| {
        let heading = heading.split('、').nth(1).unwrap();
        heading.trim_end_matches("［示例（虚构）］").to_owned()
    };
    for part in &whole.sections {
        let heading = bare(&part.heading);
        let told = section(&document, &heading).is_some() || added.contains(&heading);
        let under_another_name = ["总体完成情况", "预警与对策建议"].contains(&heading.as_str());
        assert!(told || under_another_name, "{heading} is left out in silence");
    }
    let drawn = whole.charts().count();
    assert!(
        added.contains(&format!("主要指标的走势：图 {drawn} 幅")),
        "{added}"
    );
    assert_eq!(document.charts().count(), 0);
    assert!(text(&document, "摘要").contains("达标率") && text(&document, "摘要").contains("这是简版"));
    assert!(text(&document, "数据缺口").contains("个："));
}

#[test]
fn the_author_and_changed_cut_offs_are_in_it_too() {
    let mut cutoffs = CutOffs::default();
    cutoffs.set("on_track_pace", 0.9).unwrap();
    let mut sample = short(Sample::judged_by(&[], "钦州市", None, cutoffs));
    sample.author = Author {
        text: "总体平稳".into(),
        ..Author::default()
    };
    let document = sample.report();
    assert_eq!(text(&document, "综述"), "总体平稳");
    assert!(text(&document, "评判方法").contains("改动了 1 条"));
    assert_eq!(tables(&document, "评判方法")[0].rows.len(), 1);
}

#[test]
fn an_evaluation_in_short_lists_what_was_missed() {
    let csv = "指标,年份,数值\n孕产妇死亡率,2020,16\n孕产妇死亡率,2025,13.5\n婴儿死亡率,2020,5.5\n婴儿死亡率,2025,5.4\n";
    let mut sample = short(Sample::with_file(csv));
    sample.kind = Kind::MidTerm;
    let document = sample.report();
    let names: Vec<_> = tables(&document, "中期对照")[0]
        .rows
        .iter()
        .map(|row| row[0].clone())
        .collect();
    assert!(names.iter().any(|name| name.starts_with("婴儿死亡率")));
    assert!(!names.iter().any(|name| name.starts_with("孕产妇死亡率")));
    assert!(text(&document, "中期对照").contains("下表只列未达到的"));
}

#[test]
fn every_format_follows_and_says_that_it_is_short() {
    let mut sample = short(Sample::example(None));
    sample.scope = Scope::Field("C1".into());
    let document = sample.report();
    assert!(document.title.ends_with("（简版）"));
    assert!(
        document.name.ends_with("-儿童与健康（简版）"),
        "{}",
        document.name
    );
    for file in [html(&document, "", &[]), markdown(&document)] {
        assert!(file.contains("（简版）") && file.contains("全文另有的内容"));
    }
    let word = word_text(&docx(&document, &[]));
    assert!(word.contains("（简版）") && word.contains("全文另有的内容"));
    let sheet = sample.ask(csv);
    let all = {
        sample.edition = Edition::Full;
        sample.ask(csv)
    };
    let left = all.lines().count() - (sheet.lines().count() - 1);
    assert!(left > 0);
    let last = sheet.lines().last().unwrap();
    assert!(last.contains(&format!("其余 {left} 个见全文")), "{last}");
}

#[test]
fn with_its_annex_it_has_every_part_of_the_full_edition() {
    let mut sample = Sample::example(None);
    let parts = |document: &Document| -> Vec<String> {
        let headings = document.sections.iter().map(|part| &part.heading);
        headings
            .map(|heading| heading.split_once('、').map_or("", |it| it.1).to_owned())
            .collect()
    };
    let full = parts(&sample.report());
    sample.edition = Edition::Short;
    let (short, rest) = (sample.report(), sample.ask(annex));
    assert_eq!(rest.title, "附件：简版没有列出的内容");
    assert_eq!(rest.mark, short.mark);
    let both = [parts(&short), parts(&rest)].concat();
    // The counts stand in two halves: by field in the short edition, by status in its annex.
    for part in full.iter().filter(|part| !part.starts_with("总体完成情况")) {
        assert!(both.contains(part), "{part} of {both:?}");
    }
}

#[test]
fn it_is_complete_in_english_and_calm_without_data() {
    for mut sample in [
        Sample::bare(),
        Sample::new(&[], "钦州市", None),
        Sample::example(None),
    ] {
        sample.edition = Edition::Short;
        for lang in [Lang::Zh, Lang::En] {
            sample.lang = lang;
            let document = sample.report();
            for part in &document.sections {
                assert!(!part.blocks.is_empty(), "{}", part.heading);
                let words = part.blocks.iter().filter_map(|block| match block {
                    Block::Paragraph(text) | Block::Note(text) => Some(text.clone()),
                    _ => None,
                });
                for words in words.filter(|words| {
                    lang == Lang::En
                        && !words.starts_with("Figures published by")
                        && !words.starts_with("Data loaded")
                }) {
                    assert!(!words.contains(['，', '。', '全']), "{words}");
                }
            }
        }
    }
}
