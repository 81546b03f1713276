//! The titles that stand over a column, one above the other, and what they mean together.

use crate::import::meaning::{AreaSaid, Lexicon, Meaning, Role, WHOLE_REGION, adds_nothing};
use crate::tabular::{Record, fold, has_entity};

/// The titles of a column from top to bottom. A title that reaches over several columns stands in the first.
/// Where a row names what stands across in it (`labels`), that is a title of no column.
pub fn stack(
    lexicon: &Lexicon<'_>,
    (header, labels): (&[Record], &[Option<usize>]),
    column: usize,
    from: usize,
) -> Vec<String> {
    let mut stack: Vec<String> = Vec::new();
    for (level, record) in header.iter().enumerate() {
        if labels[level].is_some_and(|label| column <= label) {
            continue;
        }
        let mut text = record.cell(column);
        let has_below = header[level + 1..]
            .iter()
            .any(|below| !below.cell(column).is_empty());
        if text.is_empty() && has_below {
            let first = labels[level].map_or(from, |label| from.max(label + 1));
            let over = (first..column)
                .rev()
                .map(|at| record.cell(at))
                .find(|text| !text.is_empty());
            let no_role = || {
                let below = header[level + 1..].iter().map(|below| below.cell(column));
                below.into_iter().all(|text| lexicon.title(text).role.is_none())
            };
            let reaches = |text: &&str| {
                let meaning = lexicon.meaning(text);
                match meaning.role {
                    None | Some(Role::Year) => true,
                    Some(Role::Value) => no_role(),
                    Some(_) => meaning.about.is_group() && no_role(),
                }
            };
            text = over.filter(reaches).unwrap_or_default();
        }
        if !text.is_empty() && stack.last().is_none_or(|last| last != text) {
            stack.push(text.to_owned());
        }
    }
    stack
}

/// How a column is named in what is said of it.
pub fn key(title: &str, column: usize) -> String {
    match title {
        "" => format!("#{}", column + 1),
        title => title.to_owned(),
    }
}

/// The titles of a column as one text.
pub fn title(stack: &[String]) -> String {
    stack
        .iter()
        .map(|text| fold::squeeze(text))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What the titles of a column mean together.
pub fn together(lexicon: &Lexicon<'_>, stack: &[String]) -> Meaning {
    if stack.iter().any(|text| has_entity(text)) {
        return Meaning {
            unknown: true,
            ..Meaning::default()
        };
    }
    // 其中 over 男 and 女 says nothing of its own.
    let says = |text: &&String| stack.len() == 1 || !adds_nothing(text);
    let mut meanings = stack.iter().filter(says).map(|text| lexicon.meaning(text));
    let first = meanings.next().map(|first| (*first).clone()).unwrap_or_default();
    let meaning = meanings.fold(first, |meaning, next| meaning.and(&next));
    if meaning.unknown && stack.len() > 1 {
        // 孕产妇死亡 over 人数 and 率（1/10万）: a name in two pieces.
        let joined = lexicon.meaning(&stack.concat());
        if !joined.unknown && (joined.about.indicator.is_some() || joined.about.count.is_some()) {
            return (*joined).clone();
        }
    }
    meaning
}

/// 全区 over a column beside one of the plans' own area is the region.
pub fn name_the_region(lexicon: &Lexicon<'_>, stacks: &[Vec<String>], meanings: &mut [Meaning]) {
    let own = Some(AreaSaid::One(lexicon.areas.own().to_owned()));
    let Some(region) = lexicon.areas.region() else {
        return;
    };
    if !meanings.iter().any(|meaning| meaning.about.area == own) {
        return;
    }
    for (stack, meaning) in stacks.iter().zip(meanings) {
        if meaning.unknown && stack.iter().any(|text| text.contains(WHOLE_REGION)) {
            let named: Vec<String> = stack
                .iter()
                .map(|text| text.replace(WHOLE_REGION, region))
                .collect();
            *meaning = together(lexicon, &named);
        }
    }
}
