//! Tracks how far the targets of a city's development plans are, from the files that its visitors bring.
//!
//! In the order in which data flows: [`catalogue`] knows what was promised, [`observation`] holds what was
//! measured, [`import`] turns a file's bytes into observations and a log of every cell not taken,
//! [`assess`] judges series against targets, [`chart`] makes pictures of both, [`compare`] lays many of them side
//! by side, [`report`] writes evaluation reports of them, [`kept`] is what outlives a visit, and [`text`] says all of it in the languages of
//! [`mod@lang`]. These are pure and run natively. With the feature `app`, [`app`] is the Leptos pages on top of
//! them, and `browser` everything that touches the browser.

#[cfg(feature = "app")]
pub mod app;
pub mod assess;
#[cfg(feature = "app")]
mod browser;
pub mod catalogue;
pub mod chart;
pub mod compare;
pub mod import;
pub mod kept;
pub mod lang;
pub mod observation;
pub mod report;
pub mod tabular;
pub mod text;
