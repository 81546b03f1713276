//! One record a value: columns for the indicator, the year and the value, and others for the group. A file
//! that names its indicator in its name or above the table needs no column for it.

use super::header::Header;
use super::{Layout, Role, Shape};

/// A header with a year and a value.
pub fn recognise(header: &Header, _named: bool) -> Option<Shape> {
    let value = header.first(Role::Value)?;
    header.first(Role::Year)?;
    Some(header.shape(Layout::Tidy, vec![header.value_column(value, None)], None))
}

/// The necessary columns that a header lacks.
pub fn missing(header: &Header) -> Vec<Role> {
    Role::NECESSARY
        .into_iter()
        .filter(|role| header.first(*role).is_none())
        .collect()
}
