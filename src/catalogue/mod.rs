//! What was promised: the plans with their official text, the indicators and their targets. The data stand
//! in the city's folder as text files; the build script reads and checks them (`source/`) and embeds the result,
//! which [`builtin`] hands out. [`table`] publishes a catalogue as CSV.

mod builtin;
mod context;
mod model;
mod names;
pub mod sheet;
#[cfg(test)]
mod source;
pub mod table;
pub mod template;

pub use builtin::{
    BadCatalogue, builtin, builtin_example, builtin_reference, from_bytes, from_json, has_head_of_json,
    is_builtin, to_bytes, to_json,
};
pub use context::{ContextFigure, builtin_context};
pub use model::*;
