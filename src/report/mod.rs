//! The evaluation reports that the plans ask for: annual monitoring, mid-term and final evaluation. [`report`]
//! answers a [`Request`] with a [`Document`], plain words, tables and charts without a look; [`markdown`],
//! [`html`] and [`rtf`] write it down for a reader, [`csv`] writes the judged targets for a spreadsheet. Every
//! number in it is the board's: nothing is judged here, and a reference figure is shown but never counted.

mod charts;
mod check;
mod document;
mod evidence;
mod findings;
mod html;
mod markdown;
mod method;
mod references;
mod request;
mod rows;
mod rtf;
mod spreadsheet;
mod summary;
mod targets;
mod unit;
mod words;

pub use document::{Advice, Block, Document, Finding, Section, Table};
pub use html::html;
pub use markdown::markdown;
pub use request::{Author, Kind, Request, Scope, Source};
pub use rtf::rtf;
pub use spreadsheet::csv;

use rows::Rows;
use words::Words;

/// Writes the report that was asked for.
pub fn report(request: &Request<'_>) -> Document {
    let rows = Rows::new(request);
    let words = Words(request);
    let sections = [
        summary::author(request),
        Some(summary::overview(&rows)),
        unit::section(&rows),
        Some(summary::counts(&rows)),
        check::section(&rows),
        targets::measured(&rows),
        charts::section(&rows),
        Some(findings::section(&rows)),
        targets::gaps(&rows),
        targets::recorded(&rows),
        references::section(&rows),
        Some(method::section(request)),
        Some(evidence::section(&rows)),
    ];
    let sections = sections.into_iter().flatten().enumerate();
    Document {
        lang: request.lang,
        title: words.title(),
        subtitle: words.subtitle(),
        meta: words.meta(),
        mark: request.example.then(|| words.example().to_owned()),
        sections: sections
            .map(|(at, section)| Section {
                heading: words.numbered(at, &section.heading),
                ..section
            })
            .collect(),
    }
}
