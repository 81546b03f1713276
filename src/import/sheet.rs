//! A file cut into table sheets, and those into records. A text file is one sheet without a name.

use super::delimiter::Delimiter;
use super::encoding::Encoding;
use super::number::Comma;
use super::records::Record;

/// The sheets of a file.
pub struct Book {
    /// How the file was stored.
    pub encoding: Encoding,
    /// Every sheet that the visitor sees, in order, at least one with a record.
    pub sheets: Vec<Sheet>,
    /// Names of the sheets that are hidden.
    pub hidden: Vec<String>,
}

/// A sheet of a file.
pub struct Sheet {
    /// Its name; none for a text file.
    pub name: Option<String>,
    /// What separates the cells of a text; none where cells are stored apart.
    pub delimiter: Option<Delimiter>,
    /// Every record that is not empty.
    pub records: Vec<Record>,
}

impl Sheet {
    /// What a comma in its values means.
    pub fn comma<'c>(&self, values: impl Iterator<Item = &'c str>) -> Comma {
        match self.delimiter {
            Some(delimiter) => Comma::used_in(delimiter, values),
            None => Comma::Thousands,
        }
    }
}
