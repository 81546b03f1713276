//! The letters to responsible agencies: about their own warnings and missing figures, on one page.

use plan_tracker::report::{Block, Document, docx, letter, letters};

use crate::support::{EXAMPLE, INVENTED, Sample, word_part, word_text};

const AGENCIES: &str = include_str!("../data/files/responsible-agencies.csv");

fn sample() -> Sample {
    Sample::new(
        &[("example.csv", EXAMPLE), ("agencies.csv", AGENCIES)],
        INVENTED,
        None,
    )
}

fn all_text(document: &Document) -> String {
    word_text(&docx(document, &[]))
}

#[test]
fn every_agency_with_something_to_heed_gets_a_letter_about_its_own_alone() {
    let letters = sample().ask(letters);
    let (name, document) = letters
        .iter()
        .find(|(name, _)| name == "示例市卫生健康委")
        .unwrap();
    let text = all_text(document);
    assert!(
        text.contains(&format!("{name}：")) && text.contains("孕产妇死亡率"),
        "{text}"
    );
    assert!(!text.contains("学前教育毛入园率"));
    assert!(text.contains("不是法定公文格式") && text.contains("示例（虚构）"));
    assert_eq!(document.name, "工作提示函-示例市卫生健康委");
    assert!(sample().ask(|request| letter(request, "市某局")).is_none());
}

#[test]
fn a_letter_is_short_and_says_what_it_leaves_out() {
    let everything: String = plan_tracker::catalogue::builtin()
        .goals()
        .map(|goal| format!("{},示例市某局,\n", goal.id))
        .collect();
    let agencies = format!("目标,牵头单位,配合单位\n{everything}");
    let sample = Sample::new(
        &[("example.csv", EXAMPLE), ("agencies.csv", &agencies)],
        INVENTED,
        None,
    );
    let document = sample.ask(|request| letter(request, "示例市某局")).unwrap();
    let lines: usize = document.sections[0]
        .blocks
        .iter()
        .map(|block| {
            if let Block::Table(table) = block {
                table.rows.len()
            } else {
                0
            }
        })
        .sum();
    assert!(lines <= 16, "{lines}");
    assert!(all_text(&document).contains("个见该单位的监测报告"));
    assert!(
        !word_part(&docx(&document, &[]), "word/document.xml").contains("TOC "),
        "a letter has no contents"
    );
}
