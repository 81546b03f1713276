//! Reading a catalogue from its source files: the plans' texts as plain text ([`text`]), areas, goals and
//! indicators as TOML ([`data`]), then one pass of checks over the whole ([`check`]). Used by the build script
//! alone, so that a mistake stops the build with the file and the sentence at fault.

mod check;
mod data;
mod text;

use std::fs;
use std::path::Path;

use super::model::Catalogue;

/// The files that a catalogue can do without.
const STAGES: &str = "stages.toml";
const EVERYDAY: &str = "everyday.toml";
const DEFINITIONS: &str = "definitions.toml";

/// Reads and checks the catalogue in `folder`.
///
/// # Errors
/// Every mistake found, one sentence each.
pub fn read(folder: &Path) -> Result<Catalogue, Vec<String>> {
    let open = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).map_err(|why| vec![format!("{}: {why}", path.display())])
    };
    let root = data::root(&open("city.toml")?).map_err(|why| vec![format!("city.toml: {why}")])?;
    let mut outlines = Vec::new();
    for plan in &root.plan {
        let outline =
            text::outline(&open(&plan.text)?).map_err(|why| vec![format!("{}: {why}", plan.text)])?;
        outlines.push(outline);
    }
    let notice = open("notice.txt")?;
    let mut sheets = Vec::new();
    for field in &root.field {
        let name = format!("{}.toml", field.id);
        sheets.push(data::sheet(&open(&name)?).map_err(|why| vec![format!("{name}: {why}")])?);
    }
    let stages = if folder.join(STAGES).exists() {
        data::stages(&open(STAGES)?).map_err(|why| vec![format!("{STAGES}: {why}")])?
    } else {
        Vec::new()
    };
    let mut catalogue = data::assemble(root, &notice, outlines, sheets, stages)?;
    if folder.join(DEFINITIONS).exists() {
        let known =
            data::definitions(&open(DEFINITIONS)?).map_err(|why| vec![format!("{DEFINITIONS}: {why}")])?;
        data::define(&mut catalogue, known)?;
    }
    if folder.join(EVERYDAY).exists() {
        catalogue.everyday =
            data::everyday(&open(EVERYDAY)?).map_err(|why| vec![format!("{EVERYDAY}: {why}")])?;
    }
    let mistakes = check::mistakes(&catalogue);
    if mistakes.is_empty() {
        Ok(catalogue)
    } else {
        Err(mistakes)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn small_city() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/small-city")
    }

    /// The small city with one file changed, in a folder that no other test uses.
    fn changed(file: &str, from: &str, to: &str) -> Result<Catalogue, Vec<String>> {
        static FOLDERS: AtomicUsize = AtomicUsize::new(0);
        let (process, number) = (std::process::id(), FOLDERS.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(format!("small-city-{process}-{number}"));
        fs::create_dir_all(&folder).unwrap();
        for entry in fs::read_dir(small_city()).unwrap() {
            let entry = entry.unwrap();
            let text = fs::read_to_string(entry.path()).unwrap();
            let text = if entry.file_name() == file {
                text.replace(from, to)
            } else {
                text
            };
            fs::write(folder.join(entry.file_name()), text).unwrap();
        }
        let result = read(&folder);
        fs::remove_dir_all(&folder).unwrap();
        result
    }

    #[test]
    fn a_folder_of_text_files_becomes_a_catalogue() {
        let catalogue = read(&small_city()).unwrap();
        assert_eq!(catalogue.own_area(), "示例县");
        assert_eq!(catalogue.goals().count(), 4);
        assert_eq!(
            catalogue.text("C.monitoring.01".parse().unwrap()),
            Some("每年监测一次。\n监测组由统计部门牵头。")
        );
        assert_eq!(catalogue.indicator("newborn-visits").unwrap().limit, Some(100.0));
    }

    #[test]
    fn a_quote_that_does_not_stand_in_its_text_is_a_mistake() {
        let mistakes = changed("C1.toml", "降至5.0‰以下\"", "降至4.0‰以下\"").unwrap_err();
        assert_eq!(
            mistakes,
            ["infant-mortality at C1.01: “婴儿死亡率降至4.0‰以下” does not stand there"]
        );
    }

    #[test]
    fn a_name_used_twice_is_a_mistake() {
        let mistakes = changed("C1.toml", "name = \"新生儿访视率\"", "name = \"imr\"").unwrap_err();
        assert_eq!(mistakes, ["“imr” names both infant-mortality and newborn-visits"]);
    }

    #[test]
    fn a_figure_without_an_indicator_is_a_mistake() {
        let mistakes = changed("plan.txt", "4. 形成尊重儿童", "4. 到2030年形成尊重儿童").unwrap_err();
        assert_eq!(mistakes, ["C1.04 has figures but no indicator"]);
    }

    #[test]
    fn a_stage_of_an_unknown_goal_or_figure_is_a_mistake() {
        let mistakes = changed("stages.toml", "\"C1.04\"", "\"C1.09\"").unwrap_err();
        assert_eq!(mistakes, ["stage baby: no such goal as C1.09"]);
        let mistakes = changed("everyday.toml", "\"保健\"", "\"没有这个词\"").unwrap_err();
        assert_eq!(
            mistakes,
            ["everyday words: “没有这个词” stands in no text of the plans"]
        );
        let mistakes = changed("stages.toml", "\"newborn-visits\"", "\"no-such\"").unwrap_err();
        assert_eq!(mistakes, ["stage baby: no such indicator as no-such"]);
        let mistakes = changed("C1.toml", "plain_en = \"A friendly city.\"", "").unwrap_err();
        assert_eq!(mistakes, ["stage baby: C1.04 has no plain sentence"]);
    }

    #[test]
    fn a_toml_mistake_names_its_file_and_line() {
        let mistakes = changed("city.toml", "base_year = 2020", "base_year = \"2020\"").unwrap_err();
        assert!(
            mistakes[0].starts_with("city.toml: ") && mistakes[0].contains("line 5"),
            "{mistakes:?}"
        );
    }
}
