//! The plans' text files: `#` title, `##` chapter or field, `###` 主要目标 or 策略措施, then numbered items;
//! an indented line goes on with the item above it. In chapters without numbers every line is a paragraph of
//! one single item.

use strum::VariantArray;

use super::super::model::Section;

/// A plan's text, cut into its parts.
#[derive(Debug, Default, PartialEq)]
pub struct Outline {
    /// The line after `#`.
    pub title: String,
    /// Chapters outside the fields with their items.
    pub chapters: Vec<(Section, Vec<String>)>,
    /// Fields in order: name, goals, measures.
    pub fields: Vec<(String, Vec<String>, Vec<String>)>,
}

/// Cuts a plan's text file into its parts.
///
/// # Errors
/// One sentence with the line number.
pub fn outline(text: &str) -> Result<Outline, String> {
    let mut outline = Outline::default();
    let mut section = None;
    for (index, line) in text.lines().enumerate() {
        let at = |why: String| format!("line {}: {why}", index + 1);
        if line.trim().is_empty() {
            continue;
        }
        if let Some(heading) = line.strip_prefix("### ") {
            section = Some(list_of_field(heading).map_err(at)?);
        } else if let Some(heading) = line.strip_prefix("## ") {
            section = open_part(&mut outline, heading).map_err(at)?;
        } else if let Some(title) = line.strip_prefix("# ") {
            outline.title = title.to_owned();
        } else {
            let section = section.ok_or_else(|| at("text before the first heading".into()))?;
            let items = items_of(&mut outline, section).ok_or_else(|| at("a list outside a field".into()))?;
            add_line(items, section, line).map_err(at)?;
        }
    }
    Ok(outline)
}

fn list_of_field(heading: &str) -> Result<Section, String> {
    [Section::Goal, Section::Measure]
        .into_iter()
        .find(|section| section.heading() == heading)
        .ok_or_else(|| format!("“{heading}” is not a list of a field"))
}

fn open_part(outline: &mut Outline, heading: &str) -> Result<Option<Section>, String> {
    if let Some(field) = heading.strip_prefix("领域 ") {
        let (number, name) = field.split_once(' ').ok_or("a field needs a number and a name")?;
        if number != (outline.fields.len() + 1).to_string() {
            return Err(format!("field {number} is out of order"));
        }
        outline.fields.push((name.to_owned(), Vec::new(), Vec::new()));
        return Ok(None);
    }
    let section = Section::VARIANTS
        .iter()
        .copied()
        .find(|section| section.heading() == heading);
    let section = section.ok_or_else(|| format!("“{heading}” is not a chapter"))?;
    outline.chapters.push((section, Vec::new()));
    Ok(Some(section))
}

fn items_of(outline: &mut Outline, section: Section) -> Option<&mut Vec<String>> {
    match section {
        Section::Goal => outline.fields.last_mut().map(|(_, goals, _)| goals),
        Section::Measure => outline.fields.last_mut().map(|(_, _, measures)| measures),
        _ => outline.chapters.last_mut().map(|(_, items)| items),
    }
}

fn add_line(items: &mut Vec<String>, section: Section, line: &str) -> Result<(), String> {
    let prose = matches!(section, Section::Preface | Section::Thought | Section::Aim);
    let goes_on = line.starts_with(' ') || (prose && !items.is_empty());
    if goes_on {
        let item = items
            .last_mut()
            .ok_or("an indented line without an item above it")?;
        item.push('\n');
        item.push_str(line.trim());
        return Ok(());
    }
    if prose {
        items.push(line.trim().to_owned());
        return Ok(());
    }
    let next = items.len() + 1;
    let text = line
        .strip_prefix(&format!("{next}. "))
        .ok_or_else(|| format!("item {next} expected"))?;
    items.push(text.trim().to_owned());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_keep_their_paragraphs_and_their_order() {
        let text = "# 规划\n\n## 前言\n一\n二\n## 领域 1 健康\n### 主要目标\n1. 甲\n2. 乙\n### 策略措施\n1. 丙\n## 监测评估\n1. 丁\n   戊\n";
        let outline = outline(text).unwrap();
        assert_eq!(outline.title, "规划");
        assert_eq!(outline.chapters[0], (Section::Preface, vec!["一\n二".to_owned()]));
        assert_eq!(
            outline.fields[0],
            (
                "健康".to_owned(),
                vec!["甲".to_owned(), "乙".to_owned()],
                vec!["丙".to_owned()]
            )
        );
        assert_eq!(outline.chapters[1].1, ["丁\n戊"]);
    }

    #[test]
    fn a_gap_in_the_numbers_names_its_line() {
        let why = outline("## 领域 1 健康\n### 主要目标\n1. 甲\n3. 乙\n").unwrap_err();
        assert_eq!(why, "line 4: item 2 expected");
    }
}
