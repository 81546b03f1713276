//! The catalogue that the app carries, and reading one that somebody else has published in the same format.

use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Catalogue, FORMAT};

/// The built-in catalogue as [`to_bytes`] writes it.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.borsh"));

static BUILTIN: LazyLock<Catalogue> = LazyLock::new(|| {
    from_bytes(BYTES).expect("the build script has written this file from a checked catalogue")
});

/// The plans of the city that the app was built for.
pub fn builtin() -> &'static Catalogue {
    &BUILTIN
}

/// Whether a catalogue is the very one that the app was built for, and not another of the visitor's own.
pub fn is_builtin(catalogue: &Catalogue) -> bool {
    std::ptr::eq(catalogue, builtin())
}

/// A catalogue as bytes for another module of the same build, as `borsh` writes it: its readers weigh a fraction of those
/// of JSON. [`from_bytes`] reads them.
pub fn to_bytes(catalogue: &Catalogue) -> Vec<u8> {
    // Only what is no number cannot be written, and no catalogue has such.
    borsh::to_vec(catalogue).unwrap_or_default()
}

/// The catalogue that was written as bytes; none of others.
pub fn from_bytes(bytes: &[u8]) -> Option<Catalogue> {
    borsh::from_slice(bytes).ok()
}

/// The published figures that come with the catalogue, as CSV; none where the city's folder has no such file.
pub fn builtin_reference() -> Option<&'static str> {
    present(include_str!(concat!(env!("OUT_DIR"), "/reference.csv")))
}

/// The invented example that comes with the catalogue, as CSV; none where the city's folder has no such file.
pub fn builtin_example() -> Option<&'static str> {
    present(include_str!(concat!(env!("OUT_DIR"), "/example.csv")))
}

/// The build script leaves an empty file for one that the city does not have.
fn present(text: &'static str) -> Option<&'static str> {
    (!text.is_empty()).then_some(text)
}

/// Why a file is not a catalogue, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadCatalogue {
    /// Not JSON of this shape; the reader's own words with line and column.
    Shape(String),
    /// Written for another version of the format.
    Format(u32),
}

impl fmt::Display for BadCatalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadCatalogue::Shape(why) => write!(f, "not a catalogue: {why}"),
            BadCatalogue::Format(found) => {
                write!(
                    f,
                    "a catalogue of format {found}; this version reads format {FORMAT}"
                )
            }
        }
    }
}

impl std::error::Error for BadCatalogue {}

/// A catalogue in its published JSON form.
pub fn to_json(catalogue: &Catalogue) -> String {
    // Plain structs with string keys always have a JSON form.
    serde_json::to_string(catalogue).unwrap_or_default()
}

/// What every version of the format begins with.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

/// Whether a text seems to be a catalogue of this version of the format, by its head alone.
pub fn has_head_of_json(text: &str) -> bool {
    serde_json::from_str::<Head>(text).is_ok_and(|head| head.format == FORMAT)
}

/// Reads a catalogue from its published JSON form.
///
/// # Errors
/// When the text is not such a file, or one of another format version.
pub fn from_json(text: &str) -> Result<Catalogue, BadCatalogue> {
    let catalogue: Catalogue =
        serde_json::from_str(text).map_err(|why| BadCatalogue::Shape(why.to_string()))?;
    match catalogue.format {
        FORMAT => Ok(catalogue),
        other => Err(BadCatalogue::Format(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_script_writes_the_catalogue_as_it_is_written_here() {
        assert_eq!(to_bytes(builtin()), BYTES);
    }
}
