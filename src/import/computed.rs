//! A rate that the file does not state, computed from the counts that it has.

use serde::{Deserialize, Serialize};

use crate::catalogue::Year;
use crate::lang::Lang;

/// A computed rate, where its deaths stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Computed {
    /// Id of the indicator.
    pub indicator: String,
    /// Its name.
    pub name: String,
    /// The indicator's unit, which the value is in.
    pub unit: String,
    /// The area.
    pub area: String,
    /// When.
    pub year: Year,
    /// The rate.
    pub value: f64,
    /// The deaths.
    pub cases: f64,
    /// The live births.
    pub births: f64,
    /// The sheet that the deaths stand in; empty for a text.
    pub sheet: String,
    /// Their line, from 1.
    pub line: u32,
    /// Their column, from 1.
    pub column: u32,
    /// Where the live births stand.
    pub births_at: Place,
}

/// Where a count stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The sheet; empty for a text.
    pub sheet: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Computed {
    /// What was computed from what, as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        let Computed {
            name,
            unit,
            area,
            year,
            line,
            ..
        } = self;
        let value = (self.value * 100.0).round() / 100.0;
        let made = self.made(lang);
        match lang {
            Lang::Zh => format!("第 {line} 行：{area} {year} 年的{name} {value}{unit}，{made}。"),
            Lang::En => format!("Line {line}: {name} for {area} in {year}, {value}{unit}, {made}."),
        }
    }

    /// From what it was computed, as a part of a sentence.
    pub fn made(&self, lang: Lang) -> String {
        let Computed { cases, births, .. } = self;
        match lang {
            Lang::Zh => format!("由死亡 {cases} 例、活产 {births} 例算出"),
            Lang::En => format!("computed from {cases} deaths among {births} live births"),
        }
    }
}
