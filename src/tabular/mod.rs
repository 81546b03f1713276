//! Tables as files hold them: bytes become sheets of cells as a person sees them ([`open`]), and rows of texts
//! become CSV again ([`spreadsheet()`]). An encoding and a delimiter are guessed, a workbook is opened, and every
//! cell keeps the line that it stands on. What the texts mean is nobody's business here.

mod archive;
mod book;
mod columns;
mod delimiter;
mod encoding;
mod error;
mod file_kind;
pub mod fold;
mod markup;
mod mixed;
pub mod number;
mod pack;
pub(crate) mod records;
mod refusal;
mod spreadsheet;
mod watch;
mod workbook;
mod xlsx;
pub mod year;

pub use book::{Book, Sheet, Unread, open, open_watched};
pub use columns::Columns;
pub use delimiter::Delimiter;
pub use encoding::Encoding;
pub use error::Error;
pub use file_kind::FileKind;
pub use markup::has_entity;
pub use pack::{pack, packed_names, packed_text, repack};
pub use records::{Content, Record};
pub(crate) use spreadsheet::without_apostrophe;
pub use spreadsheet::{spreadsheet, spreadsheet_safe};
pub(crate) use watch::TELLINGS;
pub use watch::{UNWATCHED, Watch};
pub use xlsx::{CellOut, SheetOut, column_letters, xlsx};
