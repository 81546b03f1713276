//! What a workbook says about cells beside their values: rows and columns that are hidden, formulas without a result,
//! and texts whose last digit is a raised one that points to a note.

use crate::tabular::archive::Archive;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};

/// What one sheet says; rows and columns from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// Rows that are hidden.
    pub hidden_rows: BTreeSet<u32>,
    /// Columns that are hidden.
    pub hidden_columns: BTreeSet<u32>,
    /// Cells with a formula and no result.
    pub no_result: BTreeSet<(u32, u32)>,
    /// Cells whose text has raised digits: the text without them.
    pub plain: BTreeMap<(u32, u32), String>,
}

/// The marks of each sheet by its name. A workbook whose parts are not found has none.
pub fn read(archive: &mut Archive<'_>) -> BTreeMap<String, Marks> {
    marks(archive).unwrap_or_default()
}

fn marks(archive: &mut Archive<'_>) -> Option<BTreeMap<String, Marks>> {
    let targets = relations(&part(archive, "xl/_rels/workbook.xml.rels")?);
    let texts = part(archive, "xl/sharedStrings.xml")
        .map(|xml| raised(&xml))
        .unwrap_or_default();
    let mut marks = BTreeMap::new();
    for (name, id) in sheets(&part(archive, "xl/workbook.xml")?) {
        let Some(target) = targets.get(&id) else {
            continue;
        };
        let target = target.trim_start_matches('/');
        let path = if target.starts_with("xl/") {
            target.to_owned()
        } else {
            format!("xl/{target}")
        };
        if let Some(xml) = part(archive, &path) {
            marks.insert(name, of_sheet(&xml, &texts));
        }
    }
    Some(marks)
}

fn part(archive: &mut Archive<'_>, path: &str) -> Option<String> {
    String::from_utf8(archive.part(path)?).ok()
}

/// The value of an attribute, with or without a prefix before its name.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| {
        let key: &str = attribute.key.as_ref();
        key == name || key.rsplit(':').next() == Some(name)
    });
    found.map(|attribute| attribute.value.into_owned())
}

/// Every element of a text in order: its name, and whether it begins, ends or is empty; and the texts between.
fn walk(xml: &str, mut see: impl FnMut(Part<'_, '_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => see(Part::Start(&element)),
            Ok(Event::Empty(element)) => {
                see(Part::Start(&element));
                see(Part::End(element.local_name().as_ref()));
            }
            Ok(Event::End(element)) => see(Part::End(element.local_name().as_ref())),
            Ok(Event::Text(text)) => see(Part::Text(&text.xml10_content())),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

enum Part<'a, 'e> {
    Start(&'a BytesStart<'e>),
    End(&'a str),
    Text(&'a str),
}

fn relations(xml: &str) -> BTreeMap<String, String> {
    let mut targets = BTreeMap::new();
    walk(xml, |part| {
        if let Part::Start(element) = part {
            targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
    });
    targets
}

fn sheets(xml: &str) -> Vec<(String, String)> {
    let mut sheets = Vec::new();
    walk(xml, |part| {
        if let Part::Start(element) = part
            && element.local_name().as_ref() == "sheet"
        {
            let id = element.attributes().flatten().find(|attribute| {
                let key: &str = attribute.key.as_ref();
                key.ends_with(":id")
            });
            sheets.extend(attribute(element, "name").zip(id.map(|id| id.value.into_owned())));
        }
    });
    sheets
}

/// The shared texts that have raised digits, by position, without these.
fn raised(xml: &str) -> BTreeMap<usize, String> {
    let mut texts = BTreeMap::new();
    let (mut at, mut plain, mut run) = (0, String::new(), String::new());
    let (mut in_text, mut is_raised, mut any, mut phonetic) = (false, false, false, false);
    walk(xml, |part| match part {
        Part::Start(element) => match element.local_name().as_ref() {
            "si" => {
                plain.clear();
                any = false;
            }
            "r" => {
                run.clear();
                is_raised = false;
            }
            "vertAlign" => is_raised = attribute(element, "val").as_deref() == Some("superscript"),
            "t" => in_text = true,
            "rPh" => phonetic = true,
            _ => {}
        },
        Part::Text(text) if in_text && !phonetic => run.push_str(text),
        Part::Text(_) => {}
        Part::End(name) => match name {
            "t" => in_text = false,
            "rPh" => phonetic = false,
            "r" => {
                let note = is_raised
                    && !run.trim().is_empty()
                    && run.trim().bytes().all(|b| b.is_ascii_digit() || b == b',');
                any |= note;
                if !note {
                    plain.push_str(&run);
                }
                run.clear();
            }
            "si" => {
                if any {
                    texts.insert(at, plain.clone());
                }
                run.clear();
                at += 1;
            }
            _ => {}
        },
    });
    texts
}

fn of_sheet(xml: &str, texts: &BTreeMap<usize, String>) -> Marks {
    let mut marks = Marks::default();
    let (mut row, mut column) = (0u32, 0u32);
    let (mut formula, mut value, mut in_value, mut shared) = (false, String::new(), false, false);
    let is_hidden =
        |element: &BytesStart<'_>| matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
    walk(xml, |part| match part {
        Part::Start(element) => match element.local_name().as_ref() {
            "col" if is_hidden(element) => {
                let number = |name| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
                let (first, last) = (number("min").unwrap_or(1), number("max").unwrap_or(1));
                marks
                    .hidden_columns
                    .extend(first.saturating_sub(1)..last.min(16_384));
            }
            "row" => {
                row = attribute(element, "r")
                    .and_then(|text| text.parse().ok())
                    .unwrap_or(row.saturating_add(1));
                column = 0;
                if is_hidden(element) {
                    marks.hidden_rows.insert(row.saturating_sub(1));
                }
            }
            "c" => {
                column = attribute(element, "r")
                    .and_then(|cell| column_of(&cell))
                    .unwrap_or(column.saturating_add(1));
                shared = attribute(element, "t").as_deref() == Some("s");
                formula = false;
                value.clear();
            }
            "f" => formula = true,
            "v" | "is" => in_value = true,
            _ => {}
        },
        Part::Text(text) if in_value => value.push_str(text),
        Part::Text(_) => {}
        Part::End(name) => match name {
            "v" | "is" => in_value = false,
            "c" => {
                let at = (row.saturating_sub(1), column.saturating_sub(1));
                if formula && value.is_empty() {
                    marks.no_result.insert(at);
                }
                let plain = shared.then(|| texts.get(&value.parse().ok()?)).flatten();
                marks.plain.extend(plain.map(|plain| (at, plain.clone())));
            }
            _ => {}
        },
    });
    marks
}

/// `C12` is in column 3.
fn column_of(cell: &str) -> Option<u32> {
    let letters = cell.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0u32, |column, letter| {
        column
            .saturating_mul(26)
            .saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    (column > 0).then_some(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_digits_are_no_part_of_a_text() {
        let xml = "<sst><si><t>4.1</t></si><si><r><t>4.4</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r></si></sst>";
        assert_eq!(raised(xml), BTreeMap::from([(1, "4.4".to_owned())]));
    }

    #[test]
    fn hidden_rows_and_formulas_without_a_result_are_seen() {
        let xml = "<worksheet><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"2\" hidden=\"1\">\
                   <c r=\"C2\"><f>A1+1</f></c><c r=\"D2\"><f>A1</f><v>3</v></c></row></sheetData></worksheet>";
        let marks = of_sheet(xml, &BTreeMap::new());
        assert_eq!(marks.hidden_rows, BTreeSet::from([1]));
        assert_eq!(marks.hidden_columns, BTreeSet::from([1, 2]));
        assert_eq!(marks.no_result, BTreeSet::from([(1, 2)]));
    }
}
