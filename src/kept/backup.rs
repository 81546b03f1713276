//! Everything kept as one file: JSON with a version, and a checksum for each entry and for all of them. What a page
//! that is one file carries has the same form.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};

use super::checksum::Checksum;
use super::{Content, Entry};

/// What the file says that it is.
const FORMAT: &str = "plan-tracker-backup";
/// The version of the file that this app writes; a later one is refused and not touched.
const VERSION: u32 = 1;
/// The largest file that is opened, in bytes: more than a browser keeps for most pages.
const MOST: usize = 512 * 1024 * 1024;

/// Everything kept, at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backup {
    /// When it was made, in milliseconds since 1970.
    pub made_at: f64,
    /// What the app was called that made it.
    pub title: String,
    /// Who says to have made it; may be empty.
    pub by: String,
    /// The address that was shown, with its `#`; may be empty.
    pub view: String,
    /// What was kept.
    pub entries: Vec<Entry>,
    /// What the file has but cannot be read, as its checksum tells: a name for each.
    pub damaged: Vec<String>,
}

/// Why a file is not restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no backup of this app.
    Other,
    /// It begins as one and breaks off or is damaged.
    Broken,
    /// A later version made it; the number is that version's.
    Later(u32),
    /// It is larger than any backup.
    TooLarge,
}

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    made_at: f64,
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    by: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    view: String,
    entries: Vec<Line>,
    /// Of the checks of all entries, so that none is missed.
    check: String,
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Line {
    shelf: String,
    id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    version: u32,
    saved_at: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    base64: Option<String>,
    check: String,
}

/// The text of the file.
pub fn write(backup: &Backup) -> String {
    let entries: Vec<Line> = backup.entries.iter().map(line).collect();
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        made_at: backup.made_at,
        title: backup.title.clone(),
        by: backup.by.clone(),
        view: backup.view.clone(),
        check: check_of_all(&entries),
        entries,
    };
    // A plain struct of texts and numbers always has a JSON form.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// Opens such a file. Entries whose checksum does not hold are named and left out.
///
/// # Errors
/// When it is no such file, a damaged one, or one of a later version.
pub fn open(bytes: &[u8]) -> Result<Backup, Refusal> {
    if bytes.len() > MOST {
        return Err(Refusal::TooLarge);
    }
    let looks_like_one = contains(&bytes[..bytes.len().min(400)], FORMAT.as_bytes());
    let broken = if looks_like_one {
        Refusal::Broken
    } else {
        Refusal::Other
    };
    let text = std::str::from_utf8(bytes).map_err(|_| broken)?;
    let text = text.trim_start_matches('\u{feff}');
    let head: Head = serde_json::from_str(text).map_err(|_| broken)?;
    match head {
        Head { format, .. } if format != FORMAT => return Err(Refusal::Other),
        Head { version, .. } if version > VERSION => return Err(Refusal::Later(version)),
        _ => {}
    }
    let file: File = serde_json::from_str(text).map_err(|_| Refusal::Broken)?;
    if check_of_all(&file.entries) != file.check {
        return Err(Refusal::Broken);
    }
    let mut backup = Backup {
        made_at: file.made_at,
        title: file.title,
        by: file.by,
        view: file.view,
        ..Backup::default()
    };
    for line in file.entries {
        let name = if line.name.is_empty() {
            format!("{}/{}", line.shelf, line.id)
        } else {
            line.name.clone()
        };
        match entry(line) {
            Some(entry) => backup.entries.push(entry),
            None => backup.damaged.push(name),
        }
    }
    Ok(backup)
}

fn line(entry: &Entry) -> Line {
    let (text, base64) = match &entry.content {
        Content::Text(text) => (Some(text.clone()), None),
        Content::Bytes(bytes) => (None, Some(BASE64_STANDARD.encode(bytes))),
    };
    Line {
        shelf: entry.shelf.clone(),
        id: entry.id.clone(),
        name: entry.name.clone(),
        version: entry.version,
        saved_at: entry.saved_at,
        text,
        base64,
        check: check(entry),
    }
}

/// The entry of a line; none where it is not what was written.
fn entry(line: Line) -> Option<Entry> {
    let content = match (line.text, line.base64) {
        (Some(text), None) => Content::Text(text),
        (None, Some(base64)) => Content::Bytes(BASE64_STANDARD.decode(base64).ok()?),
        _ => return None,
    };
    let entry = Entry {
        shelf: line.shelf,
        id: line.id,
        name: line.name,
        version: line.version,
        saved_at: line.saved_at,
        content,
    };
    (check(&entry) == line.check).then_some(entry)
}

/// CRC-32 of all that an entry says, its parts kept apart.
fn check(entry: &Entry) -> String {
    let mut sum = Checksum::new();
    for text in [&entry.shelf, &entry.id, &entry.name] {
        sum.update(text.as_bytes());
        sum.update(&[0]);
    }
    sum.update(&entry.version.to_le_bytes());
    match &entry.content {
        Content::Text(text) => sum.update(text.as_bytes()),
        Content::Bytes(bytes) => sum.update(bytes),
    }
    sum.finish()
}

fn check_of_all(lines: &[Line]) -> String {
    let mut sum = Checksum::new();
    for line in lines {
        sum.update(line.check.as_bytes());
    }
    sum.finish()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
