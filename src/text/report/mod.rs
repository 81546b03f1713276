//! What reports say with a figure or a name in it, in a module a part of them.

pub mod background;
pub mod better;
pub mod check;
pub mod official;
pub mod parts;
pub mod progress;
pub mod short;
pub mod since;
pub mod summary;
pub mod title;
pub mod warnings;

use super::{NO_NUMBER, number};

/// The English verb of a count.
fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// The English verb of a count that has something.
fn have(count: usize) -> &'static str {
    if count == 1 { "has" } else { "have" }
}

/// A rate as offices print it.
pub fn percent(rate: f64) -> String {
    format!("{}%", number(rate * 100.0, Some(1)))
}

/// A part of a whole in per cent.
pub fn share(part: usize, of: usize) -> String {
    match of {
        0 => NO_NUMBER.to_owned(),
        _ => percent(part as f64 / of as f64),
    }
}
