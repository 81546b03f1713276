//! Charts. A [`Plot`] is what a chart says: lines, a target, a base, a path and a forecast, as plain numbers.
//! Everything shown follows from it by plain functions: [`Plot::option`] the drawing for a given size and
//! look, [`Plot::drawing`] the same with every text that a pointer or a key brings up, [`Plot::table`] the
//! numbers as a table, [`Cursor`] the walk from point to point. Nothing here knows a browser.

mod card;
mod cursor;
mod drawing;
mod export;
pub mod finish;
mod frame;
mod key;
mod labels;
mod marks;
mod of_groups;
mod of_item;
mod option;
mod placing;
mod plot;
mod scale;
mod small;
mod table;
mod tokens;
mod words;

pub use card::{CARD, CARD_PROMISES, CardPromise, card};
pub use cursor::{Cursor, Step};
pub use drawing::{Drawing, Note};
pub use export::{POSTER, POSTER_TEXT};
pub use finish::{FinishLine, FinishPlace};
pub use key::{KeyItem, KeySign};
pub use of_item::{ItemChart, Reference};
pub use plot::{Forecast, ForecastPoint, Line, LineRole, MAX_LINES, Origin, Plot, TargetKind, TargetLine};
pub use small::{Sketch, SmallMultiples, Spot};
pub use table::{Cell, PlotTable};
pub use tokens::{Size, Tokens};
