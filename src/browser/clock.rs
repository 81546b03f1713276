//! The time of day. The pure modules take it as an argument and never ask for it.

use js_sys::Date;
use wasm_bindgen::JsValue;

use crate::catalogue::Year;
use crate::lang::Lang;
use crate::text;

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

/// A moment as a [date](text::date) in the visitor's own time zone. The browser's own words for it take 20 ms to come.
pub fn date(moment: f64, lang: Lang) -> String {
    let date = Date::new(&JsValue::from_f64(moment));
    text::date(date.get_full_year(), date.get_month() + 1, date.get_date(), lang)
}
