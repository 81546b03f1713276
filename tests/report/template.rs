//! A template of the office's own: its names are filled, everything else stays as it is.

use plan_tracker::report::{NotADocument, Picture, chart_of, charts_wanted, docx, fill};
use plan_tracker::tabular::pack;

use crate::support::{Sample, word_part, word_text};

const STYLES: &str = "<w:styles xmlns:w=\"x\"><!-- 本单位的样式 --></w:styles>";

/// A template with that text; its first name is cut into several runs, as editors do.
fn template(body: &str) -> Vec<u8> {
    let main = format!("<w:document xmlns:w=\"x\"><w:body>{body}<w:sectPr/></w:body></w:document>");
    let files = [
        ("[Content_Types].xml", "<Types></Types>".to_owned()),
        ("word/document.xml", main),
        ("word/styles.xml", STYLES.to_owned()),
        (
            "word/header1.xml",
            "<w:hdr><w:p><w:r><w:t>{{数据截至}}</w:t></w:r></w:p></w:hdr>".to_owned(),
        ),
        (
            "word/_rels/document.xml.rels",
            "<Relationships></Relationships>".to_owned(),
        ),
    ];
    pack(files.iter().map(|(name, text)| (*name, text.as_bytes())))
}

fn paragraph(text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"own\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
    )
}

#[test]
fn parts_tables_values_and_rows_are_filled_in_the_look_of_the_template() {
    let document = Sample::example(None).report();
    let cut =
        "<w:p><w:r><w:t>关于{{标</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>题}}的说明</w:t></w:r></w:p>";
    let row = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{未达标指标.指标}}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{{未达标指标.最新}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let body = [cut, &paragraph("{{摘要}}"), &paragraph("{{表:达标情况}}"), row].concat();
    let filled = fill(&template(&body), &document, &[]).unwrap();
    assert_eq!(filled.unknown, Vec::<String>::new());
    let text = word_text(&filled.bytes);
    let title = document.title.replace('\u{2009}', "");
    assert!(
        text.replace('\n', "").contains(&format!("关于{title}的说明")),
        "{text}"
    );
    assert!(text.contains("总体进展") && text.contains("不能判断") && !text.contains("{{"));
    let main = word_part(&filled.bytes, "word/document.xml");
    assert!(main.matches("<w:pStyle w:val=\"own\"/>").count() > 3 && main.contains("<w:tblGrid>"));
    let missed = crate::support::tables(&document, "未达标和重点难点")[0];
    assert_eq!(
        main.rsplit("<w:tbl>").next().unwrap().matches("<w:tr>").count(),
        missed.rows.len()
    );
    assert!(word_part(&filled.bytes, "word/header1.xml").contains("2024年"));
}

#[test]
fn everything_else_stays_byte_for_byte_and_an_unknown_name_is_told() {
    let before = template(
        &[
            paragraph("{{没有这个}}"),
            paragraph("{{图:没有这个指标}}"),
            paragraph("正文"),
        ]
        .concat(),
    );
    let filled = fill(&before, &Sample::example(None).report(), &[]).unwrap();
    assert_eq!(filled.unknown, ["图:没有这个指标", "没有这个"]);
    assert_eq!(word_part(&filled.bytes, "word/styles.xml"), STYLES);
    assert_eq!(
        word_part(&filled.bytes, "word/document.xml"),
        word_part(&before, "word/document.xml")
    );
}

#[test]
fn a_chart_is_drawn_where_it_is_named() {
    let sample = Sample::example(None);
    let before = template(&paragraph("{{图:孕产妇死亡率}}"));
    assert_eq!(charts_wanted(&before), Ok(vec!["孕产妇死亡率".to_owned()]));
    assert!(sample.ask(|request| chart_of(request, "孕产妇死亡率")).is_some());
    assert!(sample.ask(|request| chart_of(request, "没有这个指标")).is_none());
    let picture = Picture {
        png: b"png".to_vec(),
        svg: "<svg/>".into(),
        width: 2,
        height: 1,
    };
    let filled = fill(&before, &sample.report(), &[("孕产妇死亡率".to_owned(), picture)]).unwrap();
    assert!(word_part(&filled.bytes, "word/document.xml").contains("r:embed=\"rIdImage9001\""));
    assert!(word_part(&filled.bytes, "word/_rels/document.xml.rels").contains("media/image9001.png"));
    assert!(word_part(&filled.bytes, "[Content_Types].xml").contains("Extension=\"png\""));
    assert_eq!(word_part(&filled.bytes, "word/media/image9001.png"), "png");
    assert!(word_part(&filled.bytes, "word/document.xml").contains("r:embed=\"rIdLines9001\""));
    assert_eq!(word_part(&filled.bytes, "word/media/image9001.svg"), "<svg/>");
    assert!(word_part(&filled.bytes, "[Content_Types].xml").contains("image/svg+xml"));
}

#[test]
fn text_from_files_stays_text_and_what_is_no_document_is_refused() {
    let mut sample = Sample::example(None);
    sample.author.title = "<w:p/>&{{摘要}}".to_owned();
    let filled = fill(&template(&paragraph("{{标题}}")), &sample.report(), &[]).unwrap();
    assert!(word_part(&filled.bytes, "word/document.xml").contains("&lt;w:p/&gt;&amp;{{摘要}}"));
    assert_eq!(fill(b"no zip", &sample.report(), &[]), Err(NotADocument));
    assert_eq!(
        charts_wanted(&pack([("a.txt", b"a".as_slice())])),
        Err(NotADocument)
    );
    // What the app itself writes is a document that can be filled, too.
    let own = docx(&sample.report(), &[]);
    assert!(fill(&own, &sample.report(), &[]).is_ok());
}
