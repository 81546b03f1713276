//! A report as a Word document, which Word, WPS and LibreOffice open and edit: A4 with the margins of official papers,
//! real styles, a table of contents, page numbers, tables whose heads are repeated, charts as pictures.

mod body;
mod package;
mod table;
mod template;
mod xml;

use super::document::Document;
use crate::tabular::pack;

pub use template::{Filled, NotADocument, charts_wanted, fill};

use body::Body;
use package::Part;

/// A chart as a picture of dots, for a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The bytes of a PNG file; empty where the chart could not be drawn, and its sentence stands in.
    pub png: Vec<u8>,
    /// How wide it is for its height.
    pub width: u32,
    /// Its height, in the same measure as the width.
    pub height: u32,
}

/// Writes a document as .docx. `pictures` holds the charts in their order; where one is missing, its sentence stands in.
/// Text from files is escaped: it can hold no markup and no field.
pub fn docx(document: &Document, pictures: &[Picture]) -> Vec<u8> {
    let body = Body::write(document, pictures);
    let parts = package::parts(document, &body);
    let media = body.media.iter().enumerate().map(|(at, png)| Part {
        name: format!("word/media/image{}.png", at + 1),
        bytes: (*png).to_vec(),
    });
    let parts: Vec<Part> = parts.into_iter().chain(media).collect();
    pack(
        parts
            .iter()
            .map(|part| (part.name.as_str(), part.bytes.as_slice())),
    )
}
