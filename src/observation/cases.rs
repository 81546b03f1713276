//! The numbers of cases behind an indicator's values: loaded beside them, and kept apart from them by an id.

/// The id under which the numbers of cases behind an indicator's values are kept, such as
/// `maternal-mortality.cases`.
pub fn cases_id(indicator: &str) -> String {
    format!("{indicator}.cases")
}
