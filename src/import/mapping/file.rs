//! Mappings as a small file (JSON) that another office loads, and what is wrong with one that is not read.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Answer, Mapping, Mappings};
use crate::catalogue::Catalogue;
use crate::lang::Lang;

/// What such a file says that it is.
const FORMAT: &str = "plan-tracker-mapping";
/// The version that is written and read.
const VERSION: u32 = 1;

/// The content of a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    shapes: Vec<Mapping>,
}

/// What a file says that it is, whatever else stands in it.
#[derive(Deserialize)]
struct Claim {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u32,
}

/// Why a file is not read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingError {
    /// The line at fault, from 1.
    pub line: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong with a file of mappings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is no file of mappings.
    Foreign,
    /// Another version of the app has written it: that version.
    Version(u32),
    /// It cannot be read from that line on: what the reader of JSON says.
    Broken(String),
    /// It names an indicator that the catalogue does not have.
    UnknownIndicator(String),
}

impl Mappings {
    /// Reads a file of mappings for a catalogue.
    ///
    /// # Errors
    /// When it is no such file, of another version, damaged, or names an indicator that the catalogue does not have.
    pub fn from_file(text: &str, catalogue: &Catalogue) -> Result<Mappings, MappingError> {
        let text = text.trim_start_matches('\u{feff}');
        let at = |line: usize, wrong: Wrong| MappingError {
            line: line.max(1),
            wrong,
        };
        let broken = |error: &serde_json::Error| at(error.line(), Wrong::Broken(error.to_string()));
        if !text.trim_start().starts_with('{') {
            return Err(at(1, Wrong::Foreign));
        }
        let claim: Claim = serde_json::from_str(text).map_err(|error| broken(&error))?;
        if claim.format != FORMAT {
            return Err(at(line_of(text, "\"format\""), Wrong::Foreign));
        }
        if claim.version != VERSION {
            return Err(at(line_of(text, "\"version\""), Wrong::Version(claim.version)));
        }
        let file: File = serde_json::from_str(text).map_err(|error| broken(&error))?;
        let unknown = file
            .shapes
            .iter()
            .flat_map(indicators)
            .find(|id| catalogue.indicator(id).is_none());
        match unknown {
            Some(id) => {
                let line = line_of(text, &format!("\"{id}\""));
                Err(at(line, Wrong::UnknownIndicator(id.to_owned())))
            }
            None => Ok(Mappings(file.shapes)),
        }
    }

    /// The mappings as such a file.
    pub fn to_file(&self) -> String {
        let file = File {
            format: FORMAT.to_owned(),
            version: VERSION,
            shapes: self.0.clone(),
        };
        // Plain structs with string keys always have a JSON form.
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }
}

impl Mapping {
    /// Whether a catalogue has every indicator that was named.
    pub fn fits(&self, catalogue: &Catalogue) -> bool {
        indicators(self)
            .into_iter()
            .all(|id| catalogue.indicator(id).is_some())
    }
}

/// The indicators that a mapping names.
fn indicators(mapping: &Mapping) -> Vec<&str> {
    let answers = mapping.answers().filter_map(|(_, _, answer)| match answer {
        Answer::Says(says) => says.indicator.as_deref(),
        _ => None,
    });
    let values = mapping.values.iter().map(|said| said.indicator.as_str());
    answers.chain(values).collect()
}

/// The first line with that text; the first line of all where there is none.
fn line_of(text: &str, part: &str) -> usize {
    text.lines().position(|line| line.contains(part)).unwrap_or(0) + 1
}

impl MappingError {
    /// What is wrong, where, and what to do.
    pub fn message(&self, lang: Lang) -> String {
        let line = self.line;
        match (&self.wrong, lang) {
            (Wrong::Foreign, Lang::Zh) => {
                format!("第 {line} 行：这不是本应用保存的对应文件。请选择“保存对应”得到的那个文件。")
            }
            (Wrong::Foreign, Lang::En) => format!(
                "Line {line}: this is no mapping file of this app. Please choose a file that “Save the mappings” gave."
            ),
            (Wrong::Version(version), Lang::Zh) => format!(
                "第 {line} 行：这个对应文件是第 {version} 版，这里读第 {VERSION} 版。请用同一版的应用重新保存。"
            ),
            (Wrong::Version(version), Lang::En) => format!(
                "Line {line}: this mapping file is of version {version}; version {VERSION} is read here. Please save it \
                 anew with the same version of the app."
            ),
            (Wrong::Broken(why), Lang::Zh) => {
                format!("第 {line} 行读不下去，文件可能被改动过，什么都没有采用（{why}）。")
            }
            (Wrong::Broken(why), Lang::En) => {
                format!(
                    "Line {line} cannot be read; the file may have been altered. Nothing of it is used ({why})."
                )
            }
            (Wrong::UnknownIndicator(id), Lang::Zh) => format!(
                "第 {line} 行的指标“{id}”不在这里的目录中：这个对应文件是为另一套规划做的，什么都没有采用。"
            ),
            (Wrong::UnknownIndicator(id), Lang::En) => format!(
                "Line {line}: the catalogue here has no indicator “{id}”. The file was made for other plans; nothing of \
                 it is used."
            ),
        }
    }
}

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for MappingError {}
