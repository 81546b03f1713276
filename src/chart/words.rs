//! The few words that a chart says by itself, in both languages.

use super::plot::{TargetKind, TargetLine};
use crate::catalogue::{Unit, Year};
use crate::lang::Lang;
use crate::text::{EXAMPLE_MARK, THIN_SPACE, number, year as year_text};

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(pub Lang);

impl Words {
    pub fn year(self) -> &'static str {
        self.0.pick("年份", "Year")
    }

    pub fn base(self) -> &'static str {
        self.0.pick("基期", "Baseline")
    }

    pub fn target(self) -> &'static str {
        self.0.pick("目标", "Target")
    }

    pub fn path(self) -> &'static str {
        self.0.pick("应有进度", "Needed path")
    }

    pub fn forecast(self) -> &'static str {
        self.0.pick("预测", "Forecast")
    }

    pub fn range(self) -> &'static str {
        self.0.pick("预测范围", "Forecast range")
    }

    /// Where a target comes from.
    pub fn plans(self) -> &'static str {
        self.0.pick("规划", "The plans")
    }

    /// Where what nobody measured comes from.
    pub fn computed(self) -> &'static str {
        self.0.pick("本应用推算", "Computed by this app")
    }

    pub fn example(self) -> &'static str {
        EXAMPLE_MARK.in_lang(self.0)
    }

    pub fn as_of(self, year: Year) -> String {
        match self.0 {
            Lang::Zh => format!("截至{THIN_SPACE}{}", year_text(year, Lang::Zh)),
            Lang::En => format!("As of {year}"),
        }
    }

    pub fn midterm(self, year: Year) -> String {
        match self.0 {
            Lang::Zh => format!("{year}{THIN_SPACE}中期评估"),
            Lang::En => format!("{year} mid-term"),
        }
    }

    /// A name with what belongs to it, such as `钦州市 15.1`.
    pub fn named(self, name: &str, value: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{name}{THIN_SPACE}{value}"),
            Lang::En => format!("{name} {value}"),
        }
    }

    /// Something with a note in brackets, such as a value with the range around it.
    pub fn note(self, said: &str, note: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{said}（{note}）"),
            Lang::En => format!("{said} ({note})"),
        }
    }

    /// Something said of a year.
    pub fn in_year(self, year: Year, said: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{}：{said}", year_text(year, Lang::Zh)),
            Lang::En => format!("{year}: {said}"),
        }
    }

    /// The same, of a line that is named first.
    pub fn of_line(self, name: &str, said: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{name}，{said}"),
            Lang::En => format!("{name}, {said}"),
        }
    }

    /// The words at a target line's end.
    pub fn target_label(self, target: &TargetLine, unit: &Unit) -> String {
        if !target.label.is_empty() {
            return target.label.clone();
        }
        // The unit stands in the subtitle; the signs of shares are short enough to stand here too.
        let sign = if matches!(unit.as_str(), "%" | "‰") {
            unit.as_str()
        } else {
            ""
        };
        let value = number(target.value, None) + sign;
        let demand = match (self.0, target.kind) {
            (Lang::Zh, TargetKind::AtLeast) => format!("{value}{THIN_SPACE}以上"),
            (Lang::Zh, TargetKind::AtMost) => format!("{value}{THIN_SPACE}以下"),
            (Lang::Zh, TargetKind::Around) => format!("{value}{THIN_SPACE}左右"),
            (Lang::En, TargetKind::AtLeast) => format!("≥ {value}"),
            (Lang::En, TargetKind::AtMost) => format!("≤ {value}"),
            (Lang::En, TargetKind::Around) => format!("about {value}"),
            (_, TargetKind::Equal) => value,
        };
        self.named(self.target(), &demand)
    }
}

/// A range of values, the same in every language.
pub fn range_of(low: f64, high: f64, digits: usize) -> String {
    format!("{}–{}", number(low, Some(digits)), number(high, Some(digits)))
}
