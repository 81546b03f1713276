//! A rate that the file does not state, computed from the counts that it has.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::doubt::whose;
use crate::catalogue::{Catalogue, Year};
use crate::lang::Lang;
use crate::observation::Group;

/// A computed rate, where its deaths stand.
#[derive(Clone, Debug, PartialEq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Computed {
    /// Id of the indicator.
    pub indicator: String,
    /// The area.
    pub area: String,
    /// When.
    pub year: Year,
    /// Whom it is about.
    pub group: Group,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, BorshSerialize, BorshDeserialize)]
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
    pub fn message(&self, catalogue: &Catalogue, lang: Lang) -> String {
        let Computed { year, line, .. } = self;
        let area = whose(catalogue, &self.area, &self.group, lang);
        let name = catalogue.indicator_name(&self.indicator, lang);
        let unit = catalogue.indicator(&self.indicator).map(|known| &known.unit);
        let unit = match (
            unit.map_or("", |unit| lang.pick(unit.as_str(), unit.english())),
            lang,
        ) {
            (word, Lang::En) if !matches!(word, "%" | "‰") => format!(" {word}"),
            (sign, _) => sign.to_owned(),
        };
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
