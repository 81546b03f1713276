//! Reports over the built-in catalogue, from files in memory.

use std::sync::Arc;

use plan_tracker::assess::{Board, CutOffs, board};
use plan_tracker::catalogue::{Role, Year, builtin, builtin_context};
use plan_tracker::import::{Import, import};
use plan_tracker::lang::Lang;
use plan_tracker::observation::{Collection, GoalAgencies, Loaded, Record, Settlement, Source};
use plan_tracker::report::{Author, Block, Document, Edition, Finding, Kind, Request, Scope, Table, report};

/// The year in which the files are read.
const TODAY: i32 = 2026;

const REFERENCE: &str = include_str!("../../src/catalogue/qinzhou/reference.csv");
pub const EXAMPLE: &str = include_str!("../../src/catalogue/qinzhou/example.csv");

pub const CITY: &str = "钦州市";
pub const INVENTED: &str = "示例市";

/// Everything that a report is asked with.
pub struct Sample {
    imports: Vec<Import>,
    collection: Collection,
    board: Board,
    pub agencies: Vec<GoalAgencies>,
    references: Vec<Arc<Board>>,
    before: Option<Board>,
    pub author: Author,
    pub kind: Kind,
    pub scope: Scope,
    pub edition: Edition,
    pub lang: Lang,
}

impl Sample {
    /// Nothing but the bundled reference figures.
    pub fn bare() -> Sample {
        Sample::new(&[("reference.csv", REFERENCE)], CITY, None)
    }

    /// The reference figures and a file of the city's own.
    pub fn with_file(csv: &str) -> Sample {
        Sample::new(&[("reference.csv", REFERENCE), ("own.csv", csv)], CITY, None)
    }

    /// The invented example, in the year judged.
    pub fn example(year: Option<Year>) -> Sample {
        Sample::new(
            &[("reference.csv", REFERENCE), ("example.csv", EXAMPLE)],
            INVENTED,
            year,
        )
    }

    pub fn new(files: &[(&str, &str)], area: &str, year: Option<Year>) -> Sample {
        Sample::judged_by(files, area, year, CutOffs::default())
    }

    pub fn judged_by(files: &[(&str, &str)], area: &str, year: Option<Year>, cutoffs: CutOffs) -> Sample {
        let catalogue = builtin();
        let imports: Vec<Import> = files
            .iter()
            .map(|(name, csv)| import(name, csv.as_bytes(), catalogue, TODAY))
            .collect();
        let tables = imports.iter().map(|import| &import.table);
        let collection = Collection::new(tables, &Settlement::default());
        let records: Vec<Record> = imports.iter().flat_map(|import| import.records.clone()).collect();
        let judged = |area: &str| board(catalogue, &collection, area, year, &records, &cutoffs);
        let compared = catalogue
            .areas
            .iter()
            .filter(|known| known.role == Role::Reference);
        let now = judged(area);
        let last = now.as_of.map(|year| year - 1);
        let before = last.map(|year| board(catalogue, &collection, area, Some(year), &records, &cutoffs));
        Sample {
            board: now,
            before,
            references: compared.map(|known| Arc::new(judged(&known.id))).collect(),
            agencies: imports
                .iter()
                .flat_map(|import| import.agencies.clone())
                .collect(),
            imports,
            collection,
            author: Author::default(),
            kind: Kind::Annual,
            scope: Scope::Whole,
            edition: Edition::Full,
            lang: Lang::Zh,
        }
    }

    /// Calls `then` with the request.
    pub fn ask<R>(&self, then: impl FnOnce(&Request<'_>) -> R) -> R {
        let sources: Vec<Source<'_>> = self
            .imports
            .iter()
            .map(|import| Source {
                name: &import.log.name,
                table: &import.table,
            })
            .collect();
        then(&Request {
            loaded: Loaded {
                catalogue: builtin(),
                collection: &self.collection,
                sources: &sources,
            },
            board: &self.board,
            agencies: &self.agencies,
            references: &self.references,
            before: self.before.as_ref(),
            context: builtin_context(),
            kind: self.kind,
            scope: &self.scope,
            edition: self.edition,
            lang: self.lang,
            date: "2025-03-01",
            example: self.board.area == INVENTED,
            author: &self.author,
        })
    }

    /// The report.
    pub fn report(&self) -> Document {
        self.ask(report)
    }
}

/// A file of a Word document as text.
pub fn word_part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("a zip");
    let mut text = String::new();
    let mut file = archive
        .by_name(name)
        .unwrap_or_else(|why| panic!("{name}: {why}"));
    std::io::Read::read_to_string(&mut file, &mut text).expect("UTF-8");
    text
}

/// What a reader of a Word document sees, paragraph by paragraph.
pub fn word_text(docx: &[u8]) -> String {
    let xml = word_part(docx, "word/document.xml");
    let texts = xml.split("<w:t").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let is_text = attributes.is_empty() || attributes.starts_with(" xml:space");
        is_text.then(|| rest.split("</w:t>").next().unwrap_or_default())
    });
    let text: Vec<&str> = texts.collect();
    let text = text.join("\n");
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// The section whose heading contains some words.
pub fn section<'a>(document: &'a Document, words: &str) -> Option<&'a [Block]> {
    let found = document
        .sections
        .iter()
        .find(|section| section.heading.contains(words));
    found.map(|section| section.blocks.as_slice())
}

/// The tables of such a section.
pub fn tables<'a>(document: &'a Document, words: &str) -> Vec<&'a Table> {
    let blocks = section(document, words).unwrap_or_default();
    blocks
        .iter()
        .filter_map(|block| {
            if let Block::Table(table) = block {
                Some(table)
            } else {
                None
            }
        })
        .collect()
}

/// Every target warned of.
pub fn findings(document: &Document) -> Vec<&Finding> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .filter_map(|block| {
            if let Block::Finding(finding) = block {
                Some(finding)
            } else {
                None
            }
        })
        .collect()
}

/// The running text of such a section.
pub fn text(document: &Document, words: &str) -> String {
    let blocks = section(document, words).unwrap_or_default();
    let words = blocks.iter().map(|block| match block {
        Block::Paragraph(text) | Block::Note(text) => text.clone(),
        Block::List(items) => items.join("\n"),
        _ => String::new(),
    });
    words.collect::<Vec<_>>().join("\n")
}
