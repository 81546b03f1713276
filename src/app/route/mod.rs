//! The address of a view. Everything that a link should carry (page, area, year, language, look) is written in the
//! part after `#`, so that any static host and `file://` serve every page: `#/goal/W1.02?area=全国&year=2023`.

mod address;
mod escape;
mod page;
#[cfg(test)]
mod tests;

pub use address::Address;
pub use page::Page;
