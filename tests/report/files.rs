//! The files that a report is downloaded as: whole, and safe whatever stands in the cells.

use plan_tracker::report::{Author, Block, Document, Picture, Scope, csv, docx, html, markdown};

use crate::support::{Sample, word_part, word_text};

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
fn hostile_text_is_text_in_word() {
    let file = docx(&hostile().report(), &[]);
    let xml = word_part(&file, "word/document.xml");
    assert!(!xml.contains("<script") && !xml.contains("<img"));
    assert!(
        word_text(&file).contains(HOSTILE),
        "it stands there as it was written"
    );
    assert!(word_text(&file).contains("{\\field}"));
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
}

/// The first bytes of a picture.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The same as lines.
const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="680" height="300"/>"#;

fn pictures(document: &Document) -> Vec<Picture> {
    let picture = Picture {
        png: PNG.to_vec(),
        svg: SVG.to_owned(),
        width: 680,
        height: 300,
    };
    document.charts().map(|_| picture.clone()).collect()
}

#[test]
fn a_word_document_is_well_formed_and_whole() {
    let mut sample = Sample::example(None);
    sample.scope = Scope::Field("C1".into());
    let document = sample.report();
    let file = docx(&document, &pictures(&document));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&file)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(
        archive.by_index(0).unwrap().name().unwrap(),
        "[Content_Types].xml"
    );
    let xml = |name: &&String| name.ends_with(".xml") || name.ends_with(".rels");
    for name in names.iter().filter(xml) {
        let text = word_part(&file, name);
        let mut reader = quick_xml::Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        while reader.read_event().unwrap_or_else(|why| panic!("{name}: {why}"))
            != quick_xml::events::Event::Eof
        {}
    }
    let main = word_part(&file, "word/document.xml");
    let drawn = document.charts().count();
    let media = |extension: &str| {
        let is_one = |name: &&String| name.starts_with("word/media/") && name.ends_with(extension);
        names.iter().filter(is_one).count()
    };
    assert!(drawn > 0 && media(".png") == drawn && media(".svg") == drawn);
    assert!(main.matches("<w:drawing>").count() == drawn);
    // What is referred to is there: pictures, styles, the marks of the contents.
    let relations = word_part(&file, "word/_rels/document.xml.rels");
    for id in main
        .split("r:embed=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
    }
    let styles = word_part(&file, "word/styles.xml");
    for id in main
        .split("Style w:val=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
    }
    for mark in main
        .split("w:anchor=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        assert!(main.contains(&format!("w:name=\"{mark}\"")), "{mark}");
    }
    assert!(word_part(&file, "word/header1.xml").contains("示例（虚构）"));
}

#[test]
fn tables_in_word_have_a_grid_as_wide_as_the_page_and_a_repeated_head() {
    let document = Sample::example(None).report();
    let main = word_part(&docx(&document, &[]), "word/document.xml");
    let count = document
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter(|block| matches!(block, Block::Table(_)))
        .count();
    assert_eq!(main.matches("<w:tblHeader/>").count(), count);
    for table in main.split("<w:tblGrid>").skip(1) {
        let grid = table.split("</w:tblGrid>").next().unwrap();
        let widths: Vec<usize> = grid
            .split("w:w=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
            .collect();
        let total: usize = widths.iter().sum();
        assert!((8800..=8844).contains(&total), "{widths:?}");
        assert!(widths.iter().all(|width| *width > 350), "{widths:?}");
    }
    assert!(
        main.contains("TOC \\o") && word_part(&docx(&document, &[]), "word/footer1.xml").contains(" PAGE ")
    );
}

/// Everything that a document says, piece by piece.
fn pieces(document: &Document) -> Vec<String> {
    let mut pieces = vec![document.title.clone(), document.subtitle.clone()];
    for section in &document.sections {
        pieces.push(section.heading.clone());
        for block in &section.blocks {
            match block {
                Block::Heading(text) | Block::Lead(text) | Block::Paragraph(text) | Block::Note(text) => {
                    pieces.push(text.clone());
                }
                Block::List(items) => pieces.extend(items.iter().cloned()),
                Block::Table(table) => {
                    pieces.push(table.caption.clone());
                    pieces.extend(table.head.iter().chain(table.rows.iter().flatten()).cloned());
                }
                Block::Chart(plot) => pieces.push(plot.title.clone()),
                Block::Finding(finding) => {
                    pieces.extend([finding.title.clone(), finding.subtitle.clone()]);
                    pieces.extend(finding.reasons.iter().cloned());
                    pieces.extend(finding.advice.iter().map(|advice| advice.text.clone()));
                }
            }
        }
    }
    pieces
}

/// A text without spaces, which formats write in their own ways.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\\')
        .collect()
}

/// Every piece stands in the file, in its order: no number is another one, none is left out.
#[test]
fn every_number_of_every_format_is_the_document_s() {
    let mut sample = Sample::example(None);
    sample.kind = plan_tracker::report::Kind::MidTerm;
    for lang in [plan_tracker::lang::Lang::Zh, plan_tracker::lang::Lang::En] {
        sample.lang = lang;
        let document = sample.report();
        let page = html(&document, "", &[]);
        let body = &page[page.find("<body>").unwrap()..];
        let plain: String = body
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
            .collect();
        let markup = |text: &str| {
            text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
        };
        let word = word_text(&docx(&document, &[]));
        for (name, text) in [
            ("HTML", markup(&plain)),
            ("Markdown", markup(&markdown(&document))),
            ("Word", word),
        ] {
            let text = bare(&text);
            let mut at = 0;
            for piece in pieces(&document) {
                let piece = bare(&piece);
                let found = text[at..]
                    .find(&piece)
                    .unwrap_or_else(|| panic!("{name} lacks {piece}"));
                at += found + piece.len();
            }
        }
    }
}
