//! Counts with their nouns, in English; Chinese nouns have one form.

/// A count with its noun.
///
/// ```
/// use plan_tracker::lang::plural;
/// assert_eq!(plural(1, "goal"), "1 goal");
/// assert_eq!(plural(0, "goal"), "0 goals");
/// assert_eq!(plural(3, "more indicator"), "3 more indicators");
/// ```
pub fn plural(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}
