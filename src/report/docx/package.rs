//! The files of a .docx around its text: styles, fonts, numbering, header, footer, and the list of them all.

use super::super::document::Document;
use super::body::Body;
use super::picture::{KINDS, Picture};
use super::xml;

/// A file of the document.
pub struct Part {
    /// Its name with folders.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A4 with the margins of official papers (GB/T 9704): 37 mm above, 35 below, 28 left, 26 right.
const PAGE: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"1134\" w:footer=\"1134\" w:gutter=\"0\"/>";

const STYLES: &str = include_str!("styles.xml");
const FONTS: &str = include_str!("fonts.xml");
const NUMBERING: &str = include_str!("numbering.xml");

/// Every part but the pictures; the list of types goes first, as readers want it.
pub fn parts(document: &Document, body: &Body<'_>) -> Vec<Part> {
    let part = |name: &str, text: String| Part {
        name: name.to_owned(),
        bytes: (DECLARATION.to_owned() + &text).into_bytes(),
    };
    vec![
        part("[Content_Types].xml", content_types()),
        part("_rels/.rels", package_relations()),
        part("docProps/core.xml", properties(document)),
        part("word/document.xml", main(body)),
        part("word/_rels/document.xml.rels", relations(&body.media)),
        part("word/styles.xml", STYLES.to_owned()),
        part("word/fontTable.xml", FONTS.to_owned()),
        part("word/numbering.xml", NUMBERING.to_owned()),
        part("word/settings.xml", settings()),
        part("word/header1.xml", header(document)),
        part("word/footer1.xml", footer()),
    ]
}

/// The parts that the text refers to: id, kind, file.
const PARTS: [(&str, &str, &str); 6] = [
    ("rIdStyles", "styles", "styles.xml"),
    ("rIdFonts", "fontTable", "fontTable.xml"),
    ("rIdNumbering", "numbering", "numbering.xml"),
    ("rIdSettings", "settings", "settings.xml"),
    ("rIdHeader", "header", "header1.xml"),
    ("rIdFooter", "footer", "footer1.xml"),
];

fn content_types() -> String {
    let parts: String = PARTS
        .iter()
        .map(|(_, kind, file)| {
            format!("<Override PartName=\"/word/{file}\" ContentType=\"{TYPES}.{kind}+xml\"/>")
        })
        .collect();
    let pictures: String = KINDS
        .iter()
        .map(|(extension, kind)| format!("<Default Extension=\"{extension}\" ContentType=\"{kind}\"/>"))
        .collect();
    format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{pictures}\
         <Override PartName=\"/word/document.xml\" ContentType=\"{TYPES}.document.main+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>{parts}</Types>"
    )
}

fn package_relations() -> String {
    format!(
        "<Relationships xmlns=\"{RELATIONSHIPS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{RELATIONSHIPS}/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn relations(pictures: &[&Picture]) -> String {
    let parts: String = PARTS
        .iter()
        .map(|(id, kind, file)| {
            format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{file}\"/>")
        })
        .collect();
    let pictures: String = (1..)
        .zip(pictures)
        .map(|(id, picture)| picture.relations(id))
        .collect();
    format!("<Relationships xmlns=\"{RELATIONSHIPS}\">{parts}{pictures}</Relationships>")
}

fn properties(document: &Document) -> String {
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        xml::text(&document.title, document.lang),
        document.lang.tag()
    )
}

fn main(body: &Body<'_>) -> String {
    format!(
        "<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{OFFICE}\">\
         <w:body>\n{}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>\
         {PAGE}</w:sectPr></w:body></w:document>",
        body.xml
    )
}

fn settings() -> String {
    format!(
        "<w:settings xmlns:w=\"{MAIN}\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

/// That the area is invented, else the title, on every page.
fn header(document: &Document) -> String {
    let words = document.mark.as_deref().unwrap_or(&document.title);
    let words = xml::text(words, document.lang);
    format!(
        "<w:hdr xmlns:w=\"{MAIN}\">{}</w:hdr>",
        xml::paragraph("Header", &words)
    )
}

/// `— 1 —`, as official papers number their pages.
fn footer() -> String {
    let number = format!("{}{}{}", xml::run("— "), xml::field("PAGE", "1"), xml::run(" —"));
    format!(
        "<w:ftr xmlns:w=\"{MAIN}\">{}</w:ftr>",
        xml::paragraph_of("Footer", &number)
    )
}
