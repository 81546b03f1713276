//! The evaluation reports that the plans ask for: annual monitoring, mid-term and final evaluation. [`report`]
//! answers a [`Request`] with a [`Document`], plain words, tables and charts without a look, in full or in short ([`annex`] holds the
//! rest); [`markdown`],
//! [`html`] and [`docx`] write it down for a reader, [`workbook`] and [`csv`] write the judged targets for a spreadsheet. Every
//! number in it is the board's: nothing is judged here, and a reference figure is shown but never counted.

mod agency;
mod author;
mod background;
mod better;
mod charts;
mod check;
mod counts;
mod document;
mod docx;
mod evidence;
mod findings;
mod glossary;
mod html;
mod letter;
mod markdown;
mod measures;
mod method;
mod name;
mod official;
mod progress;
mod references;
mod request;
mod rows;
mod short;
mod shortfall;
mod since;
mod spreadsheet;
mod summary;
mod targets;
mod words;
mod workbook;

pub use charts::chart_of;
pub use document::{Advice, Block, Document, Finding, Section, Table};
pub use docx::{Filled, NotADocument, Picture, charts_wanted, docx, fill};
pub use html::html;
pub use letter::{letter, letters};
pub use markdown::markdown;
pub use name::Name;
pub use request::{Author, Edition, Kind, Request, Scope};
pub use spreadsheet::csv;
pub use workbook::workbook;

use rows::Rows;
use words::Words;

/// Writes the report that was asked for.
pub fn report(request: &Request<'_>) -> Document {
    let rows = Rows::new(request);
    let words = Words(request);
    let sections = match request.edition {
        Edition::Full => full(&rows),
        Edition::Short => short::sections(&rows),
    };
    document(&words, Name::of(request).title(), words.meta(), sections)
}

/// Writes what the short edition leaves out, in whole or in part, as its annex.
pub fn annex(request: &Request<'_>) -> Document {
    let full = Request {
        edition: Edition::Full,
        ..*request
    };
    let rows = Rows::new(&full);
    let sections = [short::in_part(&rows), short::left_out(&rows)].concat();
    document(&Words(&full), Words(request).annex_title(), Vec::new(), sections)
}

fn document(
    words: &Words<'_>,
    title: String,
    meta: Vec<(String, String)>,
    sections: Vec<Section>,
) -> Document {
    let numbered = |(at, section): (usize, Section)| Section {
        heading: words.numbered(at, &section.heading),
        ..section
    };
    Document {
        lang: words.0.lang,
        title,
        name: Name::of(words.0).of_files(),
        subtitle: words.subtitle(),
        meta,
        mark: words.0.example.then(|| words.example().to_owned()),
        sections: sections.into_iter().enumerate().map(numbered).collect(),
    }
}

fn full(rows: &Rows<'_>) -> Vec<Section> {
    let parts = [
        author::statement(rows.request),
        Some(summary::overview(rows)),
        background::section(rows),
        author::process(rows),
        agency::section(rows),
        Some(official::section(rows)),
        Some(counts::section(rows)),
        since::section(rows),
        check::section(rows),
        targets::measured(rows),
        charts::section(rows),
        better::section(rows),
        shortfall::section(rows),
        Some(findings::section(rows)),
        targets::gaps(rows),
        measures::section(rows),
        targets::recorded(rows),
        author::experience(rows.request),
        author::problems(rows.request),
        author::proposals(rows),
        references::section(rows),
        Some(method::section(rows.request)),
        Some(evidence::section(rows)),
        glossary::section(rows),
    ];
    parts.into_iter().flatten().collect()
}
