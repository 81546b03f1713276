//! A report by the office's own template: a .docx whose `{{…}}` are filled. A paragraph that is one name becomes that
//! part of the report (`{{摘要}}`), a table (`{{表:达标情况}}`) or a chart (`{{图:孕产妇死亡率}}`), in the look of the
//! paragraph; a name within a sentence becomes its value (`{{标题}}`); a row of a table with `{{表名.列名}}` is repeated
//! for each row. Every other file of the template stays as it is, byte for byte; names that mean nothing stay and are
//! handed back.

use std::collections::BTreeSet;

use super::super::document::{Block, Document, Table};
use super::picture::KINDS;
use super::table::grid;
use super::{Picture, xml};
use crate::tabular::{packed_names, packed_text, repack};

/// A filled template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The document.
    pub bytes: Vec<u8>,
    /// The names that mean nothing, as the template writes them.
    pub unknown: Vec<String>,
}

/// The file is no .docx: it cannot be unpacked or has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADocument;

const MAIN: &str = "word/document.xml";
const RELATIONS: &str = "word/_rels/document.xml.rels";
const TYPES: &str = "[Content_Types].xml";
/// Numbers of our pictures begin here, so that they meet none of the template's.
const FIRST_PICTURE: usize = 9001;
/// What the name of a chart begins with, in either width of the colon.
const CHART: [&str; 2] = ["图:", "图："];
const TABLE: [&str; 2] = ["表:", "表："];

/// The indicators whose charts a template asks for.
///
/// # Errors
/// When the file is no .docx.
pub fn charts_wanted(template: &[u8]) -> Result<Vec<String>, NotADocument> {
    let text = packed_text(template, MAIN).ok_or(NotADocument)?;
    let paragraphs = elements(&text, "w:p");
    let names = paragraphs
        .iter()
        .flat_map(|(from, to)| names(&spoken(&text[*from..*to])));
    let wanted = names.filter_map(|name| after(&name, &CHART).map(str::to_owned));
    Ok(wanted.collect())
}

/// Fills a template from a report; `pictures` are charts by the name of their indicator.
///
/// # Errors
/// When the file is no .docx.
pub fn fill(
    template: &[u8],
    document: &Document,
    pictures: &[(String, Picture)],
) -> Result<Filled, NotADocument> {
    let text = packed_text(template, MAIN).ok_or(NotADocument)?;
    let mut filler = Filler {
        document,
        pictures,
        used: Vec::new(),
        unknown: BTreeSet::new(),
    };
    let main = filler.paragraphs(&filler.rows(&text));
    let mut changed = vec![(MAIN.to_owned(), main)];
    let names = packed_names(template).ok_or(NotADocument)?;
    let margins = |name: &&String| name.starts_with("word/header") || name.starts_with("word/footer");
    for name in names.iter().filter(margins) {
        let text = packed_text(template, name).unwrap_or_default();
        if text.contains("{{") {
            changed.push((name.clone(), filler.paragraphs(&text)));
        }
    }
    if !filler.used.is_empty() {
        let relations = packed_text(template, RELATIONS).unwrap_or_default();
        changed.push((RELATIONS.to_owned(), with_pictures(&relations, &filler.used)));
        changed.push((
            TYPES.to_owned(),
            with_kinds(&packed_text(template, TYPES).unwrap_or_default()),
        ));
    }
    let text = changed.into_iter().map(|(name, text)| (name, text.into_bytes()));
    let media = (FIRST_PICTURE..)
        .zip(&filler.used)
        .flat_map(|(id, picture)| picture.files(id));
    let files: Vec<(String, Vec<u8>)> = text.chain(media).collect();
    Ok(Filled {
        bytes: repack(template, &files).ok_or(NotADocument)?,
        unknown: filler.unknown.into_iter().collect(),
    })
}

struct Filler<'a> {
    document: &'a Document,
    pictures: &'a [(String, Picture)],
    used: Vec<&'a Picture>,
    unknown: BTreeSet<String>,
}

impl<'a> Filler<'a> {
    /// Repeats every row of a table that names columns.
    fn rows(&self, text: &str) -> String {
        replace(text, "w:tr", |row| {
            let table = names(&spoken(row))
                .iter()
                .find_map(|name| self.table(name.split_once('.')?.0))?;
            let column = |name: &str| {
                let wanted = name.split_once('.')?.1;
                table
                    .head
                    .iter()
                    .position(|head| head == wanted || head.contains(wanted))
            };
            let lines = table.rows.iter().map(|cells| {
                inline(row, |name| {
                    Some(xml::text(cells.get(column(name)?)?, self.document.lang))
                })
            });
            Some(lines.collect())
        })
    }

    /// Fills every paragraph that names something.
    fn paragraphs(&mut self, text: &str) -> String {
        replace(text, "w:p", |paragraph| {
            let said = spoken(paragraph);
            let asked = names(&said);
            let whole = asked
                .first()
                .filter(|name| said.trim() == format!("{{{{{name}}}}}"));
            if let Some(blocks) = whole.and_then(|name| self.blocks(name, paragraph)) {
                return Some(blocks);
            }
            let document = self.document;
            for name in &asked {
                if value(document, name).is_none() {
                    self.unknown.insert(name.clone());
                }
            }
            (!asked.is_empty()).then(|| {
                inline(paragraph, |name| {
                    Some(xml::text(&value(document, name)?, document.lang))
                })
            })
        })
    }

    /// What a name becomes that stands alone: a chart, a table or a part of the report.
    fn blocks(&mut self, name: &str, paragraph: &str) -> Option<String> {
        let look = Look::of(paragraph);
        if let Some(wanted) = after(name, &CHART) {
            let (_, picture) = self
                .pictures
                .iter()
                .find(|(known, picture)| known == wanted && !picture.png.is_empty())?;
            self.used.push(picture);
            let id = FIRST_PICTURE + self.used.len() - 1;
            return Some(look.last(&picture.drawing(id, &xml::text(wanted, self.document.lang))));
        }
        if let Some(wanted) = after(name, &TABLE) {
            return Some(self.grid(self.table(wanted)?, &look) + &look.last(""));
        }
        let section = self
            .document
            .sections
            .iter()
            .find(|section| bare(&section.heading) == name)?;
        let written: String = section
            .blocks
            .iter()
            .map(|block| self.block(block, &look))
            .collect();
        Some(written + &look.last(""))
    }

    fn block(&self, block: &Block, look: &Look) -> String {
        let said = |text: &str| look.paragraph(&xml::text(text, self.document.lang));
        match block {
            Block::Heading(text) | Block::Lead(text) | Block::Paragraph(text) | Block::Note(text) => {
                said(text)
            }
            Block::List(items) => items.iter().map(|item| said(item)).collect(),
            Block::Table(table) => said(&table.caption) + &self.grid(table, look),
            Block::Chart(plot) => said(&plot.summary),
            Block::Finding(finding) => {
                let advice = finding
                    .advice
                    .iter()
                    .map(|advice| format!("{} {}", advice.id, advice.text));
                let lines = [finding.title.clone(), finding.subtitle.clone()].into_iter();
                lines
                    .chain(finding.reasons.iter().cloned())
                    .chain(advice)
                    .map(|line| said(&line))
                    .collect()
            }
        }
    }

    /// A table with lines of its own, since the template need not have a style for them.
    fn grid(&self, table: &Table, look: &Look) -> String {
        let lines: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
            .iter()
            .map(|side| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"))
            .collect();
        let properties = format!("<w:tblBorders>{lines}</w:tblBorders>");
        grid(
            table,
            self.document.lang,
            ("", &properties),
            |text, is_number, _| {
                let side = if is_number {
                    "<w:pPr><w:jc w:val=\"right\"/></w:pPr>"
                } else {
                    ""
                };
                format!("<w:p>{side}{}</w:p>", look.run(text))
            },
        )
    }

    /// The table that a name means: by its caption, else the first of the part of that name.
    fn table(&self, name: &str) -> Option<&'a Table> {
        let tables = |blocks: &'a [Block]| {
            blocks.iter().filter_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            })
        };
        let sections = &self.document.sections;
        let captioned = sections
            .iter()
            .flat_map(|section| tables(&section.blocks))
            .find(|table| table.caption.contains(name));
        captioned.or_else(|| {
            let part = sections
                .iter()
                .find(|section| bare(&section.heading).contains(name))?;
            tables(&part.blocks).next()
        })
    }
}

/// What a name within a sentence stands for: the title, what the report is about, or what it rests on.
fn value(document: &Document, name: &str) -> Option<String> {
    match name {
        "标题" => Some(document.title.clone()),
        "副标题" => Some(document.subtitle.clone()),
        _ => document
            .meta
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.clone()),
    }
}

/// A heading without its number and the mark of what is invented.
fn bare(heading: &str) -> &str {
    let words = heading
        .split_once('、')
        .or_else(|| heading.split_once(". "))
        .map_or(heading, |(_, words)| words);
    words.split(['［', '[']).next().unwrap_or(words).trim()
}

fn after<'n>(name: &'n str, openings: &[&str]) -> Option<&'n str> {
    openings
        .iter()
        .find_map(|opening| name.strip_prefix(opening))
        .map(str::trim)
}

/// The look of a paragraph, which what takes its place keeps.
struct Look {
    paragraph: String,
    run: String,
}

impl Look {
    fn of(paragraph: &str) -> Look {
        let between = |text: &str, tag: &str| -> Option<(usize, usize)> {
            let from = text.find(&format!("<{tag}>"))?;
            let to = text[from..].find(&format!("</{tag}>"))? + from + tag.len() + 3;
            Some((from, to))
        };
        let properties = between(paragraph, "w:pPr");
        let runs = &paragraph[properties.map_or(0, |(_, to)| to)..];
        Look {
            paragraph: properties.map_or(String::new(), |(from, to)| paragraph[from..to].to_owned()),
            run: between(runs, "w:rPr").map_or(String::new(), |(from, to)| runs[from..to].to_owned()),
        }
    }

    fn run(&self, text: &str) -> String {
        format!("<w:r>{}<w:t xml:space=\"preserve\">{text}</w:t></w:r>", self.run)
    }

    /// A paragraph of escaped text. A break of sections stays with the last one.
    fn paragraph(&self, text: &str) -> String {
        let properties = match (
            self.paragraph.find("<w:sectPr"),
            self.paragraph.find("</w:sectPr>"),
        ) {
            (Some(from), Some(to)) => {
                self.paragraph[..from].to_owned() + &self.paragraph[to + "</w:sectPr>".len()..]
            }
            _ => self.paragraph.clone(),
        };
        format!("<w:p>{properties}{}</w:p>", self.run(text))
    }

    /// The last paragraph, of runs.
    fn last(&self, runs: &str) -> String {
        format!("<w:p>{}{runs}</w:p>", self.paragraph)
    }
}

/// Where the innermost elements of a name stand.
fn elements(text: &str, tag: &str) -> Vec<(usize, usize)> {
    let (close, plain, with) = (format!("</{tag}>"), format!("<{tag}>"), format!("<{tag} "));
    let mut found = Vec::new();
    let mut after = 0;
    while let Some(at) = text[after..].find(&close) {
        let to = after + at + close.len();
        let opening = &text[after..to];
        if let Some(from) = opening.rfind(&plain).max(opening.rfind(&with)) {
            found.push((after + from, to));
        }
        after = to;
    }
    found
}

/// Replaces the innermost elements of a name for which something is handed back.
fn replace(text: &str, tag: &str, mut with: impl FnMut(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after = 0;
    for (from, to) in elements(text, tag) {
        let element = &text[from..to];
        let instead = element.contains('{').then(|| with(element)).flatten();
        out += &text[after..from];
        out += instead.as_deref().unwrap_or(element);
        after = to;
    }
    out + &text[after..]
}

/// Where the texts of runs stand.
fn texts(element: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut after = 0;
    while let Some(at) = element[after..].find("<w:t") {
        let tag = after + at;
        let Some(open) = element[tag..].find('>').map(|end| tag + end + 1) else {
            break;
        };
        let is_text = matches!(element.as_bytes().get(tag + 4), Some(b'>' | b' '))
            && !element[tag..open].ends_with("/>");
        let Some(close) = element[open..]
            .find("</w:t>")
            .map(|end| open + end)
            .filter(|_| is_text)
        else {
            after = open;
            continue;
        };
        found.push((open, close));
        after = close;
    }
    found
}

/// What an element says: editors cut a name into several runs.
fn spoken(element: &str) -> String {
    texts(element)
        .into_iter()
        .map(|(from, to)| &element[from..to])
        .collect()
}

/// The names in a text, in order.
fn names(said: &str) -> Vec<String> {
    let parts = said.split("{{").skip(1);
    parts
        .filter_map(|part| Some(part.split_once("}}")?.0.trim().to_owned()))
        .collect()
}

/// Puts values in the place of names, each in the run that its name begins in; a name without one stays.
fn inline(element: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let said = spoken(element);
    let mut places: Vec<(usize, usize, String)> = Vec::new();
    let mut after = 0;
    while let Some(from) = said[after..].find("{{").map(|at| after + at) {
        let Some(to) = said[from..].find("}}").map(|at| from + at + 2) else {
            break;
        };
        if let Some(value) = value(said[from + 2..to - 2].trim()) {
            places.push((from, to, value));
        }
        after = to;
    }
    let (mut out, mut copied, mut at) = (String::new(), 0, 0);
    for (from, to) in texts(element) {
        out += &element[copied..from];
        for (offset, c) in element[from..to].char_indices() {
            let here = at + offset;
            match places
                .iter()
                .find(|(start, end, _)| (*start..*end).contains(&here))
            {
                Some((start, _, value)) if *start == here => out += value,
                Some(_) => {}
                None => out.push(c),
            }
        }
        at += to - from;
        copied = to;
    }
    out + &element[copied..]
}

fn with_pictures(relations: &str, pictures: &[&Picture]) -> String {
    let added: String = (FIRST_PICTURE..)
        .zip(pictures)
        .map(|(id, picture)| picture.relations(id))
        .collect();
    relations.replacen("</Relationships>", &format!("{added}</Relationships>"), 1)
}

/// The list of types with those of pictures, where it lacks them.
fn with_kinds(types: &str) -> String {
    let known = types.to_lowercase();
    let added: String = KINDS
        .iter()
        .filter(|(extension, _)| !known.contains(&format!("extension=\"{extension}\"")))
        .map(|(extension, kind)| format!("<Default Extension=\"{extension}\" ContentType=\"{kind}\"/>"))
        .collect();
    types.replacen("</Types>", &format!("{added}</Types>"), 1)
}
