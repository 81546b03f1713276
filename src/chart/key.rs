//! The key under a chart: what its signs mean, where words on the drawing itself may have found no room.

use strum::IntoStaticStr;

use super::plot::Plot;
use super::words::Words;
use crate::lang::Lang;
use crate::text::year;

/// One sign with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyItem {
    /// The sign.
    pub sign: KeySign,
    /// What it means.
    pub text: String,
}

/// A sign that is not named where it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum KeySign {
    /// The hollow point.
    Base,
    /// The dotted line.
    Path,
    /// The band.
    Forecast,
}

impl KeySign {
    /// Its word in style sheets.
    pub fn slug(self) -> &'static str {
        self.into()
    }
}

impl Plot {
    /// The signs that this plot uses.
    pub fn key(&self, lang: Lang) -> Vec<KeyItem> {
        let words = Words(lang);
        let item = |sign, text: String| KeyItem { sign, text };
        let base = self
            .base()
            .map(|base| item(KeySign::Base, words.note(words.base(), &year(base.year, lang))));
        let path = (!self.path().is_empty()).then(|| item(KeySign::Path, words.path().to_owned()));
        let band = lang.pick("预测和可能的范围", "Forecast and its likely range");
        let forecast = (!self.forecast().is_empty()).then(|| item(KeySign::Forecast, band.to_owned()));
        base.into_iter().chain(path).chain(forecast).collect()
    }
}
