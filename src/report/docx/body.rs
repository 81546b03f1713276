//! The document's text: title, contents, and every block of it as WordprocessingML.

use super::super::document::{Block, Document, Finding};
use super::Picture;
use super::table::table;
use super::xml::{self, paragraph, paragraph_of};
use crate::chart::Plot;
use crate::lang::Lang;

/// The text, and what it refers to.
pub struct Body<'a> {
    /// The blocks, without the frame around them.
    pub xml: String,
    /// The pictures, in the order of their names.
    pub media: Vec<&'a Picture>,
    pictures: std::slice::Iter<'a, Picture>,
    lang: Lang,
    /// Every heading so far: its level and escaped words.
    headings: Vec<(usize, String)>,
}

impl<'a> Body<'a> {
    pub fn write(document: &Document, pictures: &'a [Picture]) -> Body<'a> {
        let mut body = Body {
            xml: String::new(),
            media: Vec::new(),
            pictures: pictures.iter(),
            lang: document.lang,
            headings: Vec::new(),
        };
        for section in &document.sections {
            if !section.heading.is_empty() {
                body.heading(1, &section.heading);
            }
            section.blocks.iter().for_each(|block| body.block(block));
        }
        let contents = match body.headings.len() {
            // A letter of one part has nothing to look up.
            0 | 1 => String::new(),
            _ => contents(&body.headings, document.lang),
        };
        let opening = opening(document) + &contents;
        body.xml.insert_str(0, &opening);
        body
    }

    fn push(&mut self, style: &str, text: &str) {
        self.xml += &paragraph(style, &xml::text(text, self.lang));
    }

    /// A heading with the mark that the table of contents leads to.
    fn heading(&mut self, level: usize, words: &str) {
        let words = xml::text(words, self.lang);
        let at = self.headings.len();
        let marked = format!(
            "<w:bookmarkStart w:id=\"{at}\" w:name=\"_Toc{at:08}\"/>{}<w:bookmarkEnd w:id=\"{at}\"/>",
            xml::run(&words)
        );
        self.xml += &paragraph_of(&format!("Heading{level}"), &marked);
        self.headings.push((level, words));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => self.heading(2, text),
            Block::Lead(text) => self.push("Lead", text),
            Block::Paragraph(text) => self.push("BodyText", text),
            Block::Note(text) => self.push("Note", text),
            Block::List(items) => items.iter().for_each(|item| self.push("ListBullet", item)),
            Block::Table(block) => self.xml += &table(block, self.lang),
            Block::Chart(plot) => self.chart(plot),
            Block::Finding(finding) => self.finding(finding),
        }
    }

    fn chart(&mut self, plot: &Plot) {
        let title = [self.lang.pick("图：", "Chart: "), &plot.title].concat();
        match self.pictures.next().filter(|picture| !picture.png.is_empty()) {
            Some(picture) => {
                self.media.push(picture);
                let alternative = xml::text(&plot.summary, self.lang);
                self.xml += &paragraph_of("Picture", &picture.drawing(self.media.len(), &alternative));
                self.push("Caption", &title);
                self.push("Source", &plot.subtitle);
            }
            None => {
                self.push("Caption", &title);
                self.push("BodyText", &plot.summary);
            }
        }
    }

    fn finding(&mut self, finding: &Finding) {
        self.push("Heading3", &finding.title);
        self.push("Source", &finding.subtitle);
        finding
            .reasons
            .iter()
            .for_each(|reason| self.push("ListBullet", reason));
        if !finding.advice.is_empty() {
            let label = self
                .lang
                .pick("可采取的措施（规划原文）：", "Measures to take (from the plans):");
            self.push("BodyText", label);
        }
        for advice in &finding.advice {
            self.push("ListBullet", &format!("{} {}", advice.id, advice.text));
        }
    }
}

/// Title, what it is about, and what it rests on.
fn opening(document: &Document) -> String {
    let lang = document.lang;
    let text = |words: &str| xml::text(words, lang);
    let mark = document.mark.as_ref().map(|mark| paragraph("Mark", &text(mark)));
    let meta: String = document
        .meta
        .iter()
        .map(|(name, value)| paragraph("Meta", &text(&format!("{name}{}{value}", lang.pick("：", ": ")))))
        .collect();
    format!(
        "{}{}{}{meta}",
        mark.unwrap_or_default(),
        paragraph("Title", &text(&document.title)),
        paragraph("Subtitle", &text(&document.subtitle)),
    )
}

/// The table of contents as a field that holds its entries already: what does not compute fields shows them, too.
fn contents(headings: &[(usize, String)], lang: Lang) -> String {
    let mut out = paragraph("TOCHeading", lang.pick("目　录", "Contents"));
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-2&quot; \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    for (at, (level, words)) in headings.iter().enumerate() {
        let name = format!("_Toc{at:08}");
        let page = xml::field(&format!("PAGEREF {name} \\h"), "");
        let entry = format!(
            "{}<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">{}<w:r><w:tab/></w:r>{page}</w:hyperlink>",
            if at == 0 { begin } else { "" },
            xml::run(words),
        );
        out += &paragraph_of(&format!("TOC{level}"), &entry);
    }
    out += "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\n";
    out + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n"
}
