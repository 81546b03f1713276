//! A report as a Word document, which Word, WPS and LibreOffice open and edit: A4 with the margins of official papers,
//! real styles, a table of contents, page numbers, tables whose heads are repeated, charts as pictures.

mod body;
mod package;
mod picture;
mod table;
mod template;
mod xml;

use super::document::Document;
use crate::tabular::pack;

pub use picture::Picture;
pub use template::{Filled, NotADocument, charts_wanted, fill};

use body::Body;
use package::Part;

/// Writes a document as .docx. `pictures` holds the charts in their order; where one is missing, its sentence stands in.
/// Text from files is escaped: it can hold no markup and no field.
pub fn docx(document: &Document, pictures: &[Picture]) -> Vec<u8> {
    let body = Body::write(document, pictures);
    let parts = package::parts(document, &body);
    let media = (1..)
        .zip(&body.media)
        .flat_map(|(id, picture)| picture.files(id))
        .map(|(name, bytes)| Part { name, bytes });
    let parts: Vec<Part> = parts.into_iter().chain(media).collect();
    pack(
        parts
            .iter()
            .map(|part| (part.name.as_str(), part.bytes.as_slice())),
    )
}
