//! One table sheet of a file, cut into records. A text file is one sheet without a name.

use super::delimiter::Delimiter;
use super::number::Comma;
use super::records::Record;

/// A sheet of a file.
pub struct Sheet {
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
