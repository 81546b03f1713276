//! What a visitor is asked about a file: texts of which the import is not sure, each with what it may mean.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::{Answer, Place, Says};
use crate::import::meaning::{Figure, Role};

/// A text that is not understood for sure.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Question {
    /// Where the text stands.
    pub place: Place,
    /// The text: an answer is given to it.
    pub text: String,
    /// The sheet where it stands first; none in a text file.
    pub sheet: Option<String>,
    /// The line where it stands first.
    pub line: Option<u32>,
    /// Why it is asked about.
    pub why: Why,
    /// What it may mean, the likeliest first; none where nobody knows.
    pub proposals: Vec<Proposal>,
    /// Number of value cells that depend on it.
    pub cells: usize,
}

/// Something that a text may mean.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Proposal {
    /// What.
    pub answer: Answer,
    /// How alike the names are, or how much of the column fits, in per cent; none for a mere guess.
    pub likeness: Option<u8>,
}

impl Proposal {
    /// A guess that nothing but the place speaks for.
    pub fn guess(answer: Answer) -> Proposal {
        Proposal {
            answer,
            likeness: None,
        }
    }

    /// A proposal that is so likely, from 0 to 1.
    pub fn likely(answer: Answer, share: f64) -> Proposal {
        Proposal {
            answer,
            likeness: Some((100.0 * share.clamp(0.0, 1.0)).round() as u8),
        }
    }
}

/// Why a text is asked about.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Why {
    /// The catalogue does not know an indicator of that name.
    UnknownIndicator,
    /// Nothing in the file says which indicator is meant.
    Nameless,
    /// Nothing in the file says whose figures they are; they were taken for the plans' own area.
    AssumedArea,
    /// The area is blank where others are named.
    NoArea,
    /// A total of areas, of which nobody knows what they are together.
    UnknownTotal,
    /// An area that the catalogue does not know, and nearly the name of one that it knows.
    NearArea,
    /// A word that is none for what its column holds.
    UnknownWord {
        /// What the column holds.
        role: Role,
    },
    /// A group that the catalogue does not know.
    UnknownGroup {
        /// The title of the column that tells groups apart.
        title: String,
    },
    /// The column holds numbers, and nobody knows what they are.
    UnreadableColumn,
    /// Some texts of the column are areas, and no other column holds areas.
    MayHoldAreas,
    /// The table has no line of titles, so nothing says what the column holds.
    Headless,
    /// The table lacks columns that it cannot do without.
    MissingColumns {
        /// Which ones.
        missing: Vec<Role>,
    },
}

/// A text that was understood as a visitor said.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Mapped {
    /// Where it stands.
    pub place: Place,
    /// The text.
    pub text: String,
    /// What was said of it.
    pub answer: Answer,
}

/// The beginning of a table as it was understood.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Seen {
    /// The sheet that it stands in; none in a text file.
    pub sheet: Option<String>,
    /// Its columns, from the left.
    pub columns: Vec<SeenColumn>,
    /// Its first rows: the line and the cells.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// A column as it was understood.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct SeenColumn {
    /// What answers are given to: its titles as one text, or `#6` where it has none.
    pub text: String,
    /// What it holds.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    /// Something about its rows.
    Key(Role),
    /// Whatever its cells say.
    Words,
    /// A group that nobody knows: only totals count.
    Groups,
    /// Values, and what its titles say about them.
    Values(Says),
    /// Numbers that are not measured values.
    NotMeasured(Figure),
    /// Numbers that nobody understands.
    Unreadable,
    /// Numbers that a visitor does not want.
    LeftOut,
    /// Nothing that is read.
    Nothing,
}
