//! What is said of files that are read: what became of one, and of a number in it.

use super::number;
use crate::import::times;
use crate::lang::Lang;

/// What was done to the number of a cell: read, taken as it stands, or converted to the unit of its indicator.
pub fn done_to(cell: &str, value: f64, lang: Lang) -> String {
    match (times(cell, value), lang) {
        (None, _) => lang
            .pick("按整格的文字读出", "read from the whole text")
            .to_owned(),
        (Some(1.0), _) => lang.pick("照原数采用", "taken as it stands").to_owned(),
        (Some(factor), Lang::Zh) if factor > 1.0 => format!("换算单位：乘以 {}", number(factor, None)),
        (Some(factor), Lang::En) if factor > 1.0 => {
            format!("converted to the unit: times {}", number(factor, None))
        }
        (Some(factor), Lang::Zh) => format!("换算单位：除以 {}", number(1.0 / factor, None)),
        (Some(factor), Lang::En) => {
            format!("converted to the unit: divided by {}", number(1.0 / factor, None))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_to_a_number_is_said() {
        assert_eq!(done_to("4.4", 4.4, Lang::En), "taken as it stands");
        assert_eq!(done_to("0.861", 86.1, Lang::Zh), "换算单位：乘以 100");
        assert_eq!(done_to("86.1%", 86.1, Lang::En), "taken as it stands");
        assert_eq!(
            done_to("1510", 15.1, Lang::En),
            "converted to the unit: divided by 100"
        );
    }
}
