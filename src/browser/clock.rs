//! The time of day. The pure modules take it as an argument and never ask for it.

use js_sys::Date;
use wasm_bindgen::JsValue;

/// Milliseconds since 1970.
pub fn now() -> f64 {
    Date::now()
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

/// A moment as a date in the visitor's own time zone and the given language.
pub fn date(moment: f64, language: &str) -> String {
    Date::new(&JsValue::from_f64(moment))
        .to_locale_date_string(language, &JsValue::UNDEFINED)
        .into()
}
