//! The time of day. The pure modules take it as an argument and never ask for it.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::catalogue::Year;

/// Milliseconds since 1970.
pub fn now() -> f64 {
    Date::now()
}

/// A number by chance.
pub fn chance() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// The current year in the visitor's own time zone.
pub fn year() -> Year {
    Year::try_from(Date::new_0().get_full_year()).unwrap_or(Year::MAX)
}

/// Today as `YYYY-MM-DD` in the visitor's own time zone.
pub fn today() -> String {
    let now = Date::new_0();
    format!(
        "{}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}

/// A moment as a date in the visitor's own time zone, as a letter in the given language has it: `2026年11月25日`,
/// `25 November 2026`.
pub fn date(moment: f64, language: &str) -> String {
    // Without a country, English would put the month first.
    let locale = if language == "en" { "en-GB" } else { language };
    let options = Object::new();
    for (part, style) in [("year", "numeric"), ("month", "long"), ("day", "numeric")] {
        // Setting a property of a new object does not fail.
        let _ = Reflect::set(&options, &part.into(), &style.into());
    }
    Date::new(&JsValue::from_f64(moment))
        .to_locale_date_string(locale, &options)
        .into()
}
