//! How far the reading of a file is, for whoever waits for it.

/// Is told now and then which part of a file is read, 0–1, and how many rows.
pub type Watch<'w> = &'w dyn Fn(f64, usize);

/// Nobody waits.
pub const UNWATCHED: Watch<'static> = &|_, _| {};

/// So many times, at most, each long part of the reading tells how far it is.
pub const TELLINGS: usize = 25;
