//! One record an indicator and one column a year; or one record an area, where the indicator stands above the
//! table or in the file's name.

use super::header::Header;
use super::{Layout, Role, Shape, ValueColumn};

/// A header with years, and beside them an indicator or an area.
pub fn recognise(header: &Header, named: bool) -> Option<Shape> {
    let years = header
        .titles
        .iter()
        .enumerate()
        .filter(|(_, title)| title.year.is_some());
    let values: Vec<ValueColumn> = years
        .map(|(at, title)| header.value_column(at, title.year))
        .collect();
    if values.is_empty() || header.has_numbers() {
        return None;
    }
    let labelled = header.first(Role::Indicator).or(header.first(Role::Area));
    if labelled.is_some() {
        return Some(header.shape(Layout::Wide, values, None));
    }
    // The corner of such a table is often left empty. One year alone could then be anything.
    let corner = if named { Role::Area } else { Role::Indicator };
    (values.len() > 1 && header.is_untitled(0)).then(|| header.shape(Layout::Wide, values, Some((0, corner))))
}
