//! The list of the files that a host puts beside the page, `data/index.json`: what each is called, where its figures
//! come from, of which day it is, how it may be used and what its texts mean. `docs/host-data.md` describes it for hosts.

use serde_json::Value;

use super::mapping::{MappingError, Mappings};
use crate::catalogue::Catalogue;
use crate::lang::Lang;

/// More files than this are no list that somebody keeps.
const MOST: usize = 200;

/// A file of the host's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostFile {
    /// Its path below the folder of the list.
    pub file: String,
    /// What it is called, in Chinese.
    pub name: String,
    /// The same in English; the Chinese name where the host gave none.
    pub english: String,
    /// Who published its figures.
    pub source: String,
    /// The day that it is of, as the host writes it.
    pub date: String,
    /// How its figures may be used.
    pub licence: String,
    /// The path of a mapping file, below the folder of the list, that says what its texts mean.
    pub mapping: Option<String>,
}

impl HostFile {
    /// What its mapping file says, by the text of that where it can be had; nothing where it has none.
    ///
    /// # Errors
    /// When the mapping file cannot be had or is none for the catalogue: the file is read without it.
    pub fn mappings(&self, text: Option<&str>, catalogue: &Catalogue) -> Result<Mappings, HostMistake> {
        let Some(path) = &self.mapping else {
            return Ok(Mappings::default());
        };
        let text = text.ok_or_else(|| HostMistake::Absent(path.clone()))?;
        Mappings::from_file(text, catalogue).map_err(|error| HostMistake::Mapping(path.clone(), error))
    }
}

/// What of a host's list cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostMistake {
    /// The list is not JSON with a list called `files`; the reader's own words.
    NoList(String),
    /// The list has more files than are read: how many of them are left out.
    TooMany(usize),
    /// An entry, counted from 1, lacks a text.
    Missing(usize, &'static str),
    /// An entry, counted from 1, names no file below the folder of the list.
    NoPath(usize, String),
    /// The mapping of an entry, counted from 1, is no path below the folder of the list.
    NoMappingPath(usize, String),
    /// A mapping file cannot be used: its path, and why.
    Mapping(String, MappingError),
    /// A file stands twice; only the first is read.
    Twice(String),
    /// A file that is listed cannot be had.
    Absent(String),
}

impl HostMistake {
    /// It as a sentence: what is wrong, where, and what the host can do.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (HostMistake::NoList(why), Lang::Zh) => {
                format!("data/index.json 不是清单（应为带有 files 列表的 JSON）：{why}")
            }
            (HostMistake::NoList(why), Lang::En) => {
                format!("data/index.json is no list (it should be JSON with a list called files): {why}")
            }
            (HostMistake::TooMany(left), Lang::Zh) => {
                format!("data/index.json 列了太多文件：只读前 {MOST} 个，其余 {left} 个没有读。")
            }
            (HostMistake::TooMany(left), Lang::En) => {
                format!(
                    "data/index.json lists too many files: the first {MOST} are read, the other {left} are not."
                )
            }
            (HostMistake::Missing(at, what), Lang::Zh) => {
                format!("data/index.json 第 {at} 项缺少 {what}，没有读。请补上。")
            }
            (HostMistake::Missing(at, what), Lang::En) => {
                format!("data/index.json, entry {at} has no {what} and was not read. Please add it.")
            }
            (HostMistake::NoPath(at, file), Lang::Zh) => {
                format!("data/index.json 第 {at} 项的 file“{file}”不是 data 文件夹里的文件，没有读。")
            }
            (HostMistake::NoPath(at, file), Lang::En) => {
                format!(
                    "data/index.json, entry {at}: “{file}” is no file within the folder data and was not read."
                )
            }
            (HostMistake::NoMappingPath(at, path), Lang::Zh) => {
                format!(
                    "data/index.json 第 {at} 项的 mapping“{path}”不是 data 文件夹里的文件，这一项没有按对应文件读。"
                )
            }
            (HostMistake::NoMappingPath(at, path), Lang::En) => {
                format!(
                    "data/index.json, entry {at}: the mapping “{path}” is no file within the folder data; the entry was \
                     read without it."
                )
            }
            (HostMistake::Mapping(path, error), Lang::Zh) => {
                format!("对应文件 data/{path} 没有采用。{}", error.message(lang))
            }
            (HostMistake::Mapping(path, error), Lang::En) => {
                format!(
                    "The mapping file data/{path} was not used. {}",
                    error.message(lang)
                )
            }
            (HostMistake::Twice(file), Lang::Zh) => {
                format!("data/index.json 里“{file}”列了两次，只读一次。")
            }
            (HostMistake::Twice(file), Lang::En) => {
                format!("data/index.json lists “{file}” twice; it was read once.")
            }
            (HostMistake::Absent(file), Lang::Zh) => {
                format!("data/{file} 列在清单里，但取不到，没有读。")
            }
            (HostMistake::Absent(file), Lang::En) => {
                format!("data/{file} is listed but cannot be had, and was not read.")
            }
        }
    }
}

/// Reads the list. What is wrong with an entry leaves the others as they are.
///
/// ```
/// use plan_tracker::import::host_files;
///
/// let list = r#"{"files": [{"file": "2024.csv", "name": "监测", "source": "统计局", "date": "2025-06-30", "licence": "CC BY 4.0"}]}"#;
/// let (files, mistakes) = host_files(list);
/// assert_eq!((files[0].english.as_str(), mistakes.len()), ("监测", 0));
/// ```
pub fn host_files(json: &str) -> (Vec<HostFile>, Vec<HostMistake>) {
    let list: Value = match serde_json::from_str(json.trim_start_matches('\u{feff}')) {
        Ok(list) => list,
        Err(why) => return (Vec::new(), vec![HostMistake::NoList(why.to_string())]),
    };
    let Some(entries) = list["files"].as_array() else {
        return (Vec::new(), vec![HostMistake::NoList("files".to_owned())]);
    };
    let (mut files, mut mistakes) = (Vec::<HostFile>::new(), Vec::new());
    for (at, entry) in entries.iter().take(MOST).enumerate() {
        match host_file(entry, at + 1) {
            Ok((file, _)) if files.iter().any(|known| known.file == file.file) => {
                mistakes.push(HostMistake::Twice(file.file));
            }
            Ok((file, mistake)) => {
                files.push(file);
                mistakes.extend(mistake);
            }
            Err(mistake) => mistakes.push(mistake),
        }
    }
    if entries.len() > MOST {
        mistakes.push(HostMistake::TooMany(entries.len() - MOST));
    }
    (files, mistakes)
}

/// An entry, and what of it cannot be used though the file can.
fn host_file(entry: &Value, at: usize) -> Result<(HostFile, Option<HostMistake>), HostMistake> {
    let stated = |key: &str| {
        let text = entry[key].as_str().map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let text = |key: &'static str| stated(key).ok_or(HostMistake::Missing(at, key));
    let (file, name) = (text("file")?, text("name")?);
    if !is_within(&file) {
        return Err(HostMistake::NoPath(at, file));
    }
    let (mapping, mistake) = match &entry["mapping"] {
        Value::Null => (None, None),
        Value::String(path) if is_within(path.trim()) => (Some(path.trim().to_owned()), None),
        other => {
            let written = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
            (None, Some(HostMistake::NoMappingPath(at, written)))
        }
    };
    let file = HostFile {
        english: stated("english").unwrap_or_else(|| name.clone()),
        file,
        name,
        source: text("source")?,
        date: text("date")?,
        licence: text("licence")?,
        mapping,
    };
    Ok((file, mistake))
}

/// Whether a path stays below the folder that it starts from, whatever a browser or a system makes of it.
fn is_within(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(plain)
        && !path.contains(['\\', ':', '?', '#', '%'])
        && !path.contains(char::is_control)
}
