//! How what is invented is marked, wherever its figures stand.

use crate::lang::Bilingual;

/// The mark of the invented example.
pub const EXAMPLE_MARK: Bilingual = Bilingual::new("示例（虚构）", "Example (invented)");
