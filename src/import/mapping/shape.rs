//! The shape of a file: the titles of its columns, in whichever sheets and order they stand. Next year's file has one
//! year more and is of the same shape.

use std::collections::BTreeSet;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::tabular::fold;

/// The titles of a file's columns, each once, with `#` for years.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(transparent)]
pub struct Shape(BTreeSet<String>);

/// More titles do not tell shapes apart better.
const MOST: usize = 300;

impl Shape {
    /// The shape of a file with those titles.
    pub fn new<'t>(titles: impl IntoIterator<Item = &'t str>) -> Shape {
        let titles = titles.into_iter().filter(|title| !title.is_empty());
        let mut shape: BTreeSet<String> = titles.map(without_years).collect();
        while shape.len() > MOST {
            shape.pop_last();
        }
        Shape(shape)
    }

    /// Whether no title was found: of such files nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its titles.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// A title with `#` for each run of four digits.
fn without_years(title: &str) -> String {
    let title = fold::squeeze(&fold::half_width(title)).to_lowercase();
    let mut out = String::with_capacity(title.len());
    let mut rest = title.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        out.push_str(&rest[..at]);
        let digits = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
        let number = &rest[at..at + digits];
        out.push_str(if digits == 4 { "#" } else { number });
        rest = &rest[at + digits..];
    }
    out.push_str(rest);
    // 2021年 and 2021 are the same title of another program.
    if out == "#年" { "#".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_more_is_the_same_shape_and_a_column_more_is_another() {
        let of = |titles: &[&str]| Shape::new(titles.iter().copied());
        assert_eq!(of(&["指标", "2021年"]), of(&["2022", "指 标", "2021", ""]));
        assert_ne!(of(&["指标", "2021年"]), of(&["指标", "2021年", "备注"]));
        assert_ne!(of(&["指标", "5岁以下"]), of(&["指标", "6岁以下"]));
        assert!(of(&["", ""]).is_empty());
    }
}
