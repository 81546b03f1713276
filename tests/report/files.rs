//! The files that a report is downloaded as: whole, and safe whatever stands in the cells.

use plan_tracker::report::{Author, Scope, csv, html, markdown, rtf};

use crate::support::Sample;

const HOSTILE: &str = "<script>alert(1)</script>";

/// A file whose source column is hostile, and an author who is no better.
fn hostile() -> Sample {
    let source = "=HYPERLINK(\"http://x\")|<img src=x onerror=alert(1)>{\\field}";
    let quoted = source.replace('"', "\"\"");
    let csv = format!(
        "指标,年份,数值,来源\n孕产妇死亡率,2022,15,\"{quoted}\"\n孕产妇死亡率,2024,14,\"{quoted}\"\n"
    );
    let mut sample = Sample::with_file(&csv);
    sample.author = Author {
        title: HOSTILE.into(),
        text: format!("{HOSTILE}\n| a | b |"),
        ..Author::default()
    };
    sample
}

#[test]
fn hostile_text_is_escaped_in_html() {
    let file = html(&hostile().report(), "body{}", &[]);
    assert!(
        !file.contains("<script") && !file.contains("<img"),
        "markup came through"
    );
    assert!(file.contains("&lt;script&gt;") && file.contains("&lt;img src=x"));
    assert!(file.contains("default-src 'none'"));
}

#[test]
fn hostile_text_is_escaped_in_markdown() {
    let file = markdown(&hostile().report());
    assert!(!file.contains("<script") && !file.contains("<img"));
    assert!(file.contains("\\| a \\| b \\|"));
    assert!(file.contains("=HYPERLINK(\"http://x\")\\|&lt;img"));
}

#[test]
fn hostile_text_is_escaped_in_rtf() {
    let file = rtf(&hostile().report());
    assert!(file.contains("\\{\\\\field\\}") && !file.contains("{\\field}"));
    let depth = file.replace("\\\\", "").replace("\\{", "").replace("\\}", "");
    assert_eq!(depth.matches('{').count(), depth.matches('}').count());
    assert!(file.is_ascii());
}

#[test]
fn hostile_text_is_no_formula_in_csv() {
    let file = hostile().ask(csv);
    let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    let width = reader.headers().unwrap().len();
    let mut rows = 0;
    for record in reader.records() {
        let record = record.unwrap();
        assert_eq!(record.len(), width);
        assert!(
            record.iter().all(|cell| !cell.starts_with(['=', '@', '+'])),
            "{record:?}"
        );
        rows += 1;
    }
    assert!(rows > 100);
}

#[test]
fn every_file_holds_the_whole_report() {
    let mut sample = Sample::example(None);
    sample.scope = Scope::Field("C1".into());
    let document = sample.report();
    let pictures: Vec<String> = document.charts().map(|_| "<svg></svg>".to_owned()).collect();
    let (page, text) = (html(&document, "", &pictures), markdown(&document));
    assert_eq!(page.matches("<svg>").count(), pictures.len());
    for section in &document.sections {
        assert!(
            page.contains(&section.heading) && text.contains(&section.heading),
            "{}",
            section.heading
        );
    }
    assert!(page.contains("paper-watermark") && text.contains("**示例（虚构）**"));
    assert!(rtf(&document).matches("\\trhdr").count() > 5);
}
