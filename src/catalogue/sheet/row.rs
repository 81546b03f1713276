//! One row of a sheet.

use super::super::{Form, ItemId, Op, Unit, Year};

/// One row: a target at the area that states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Line of the file, from 1.
    pub line: u32,
    pub id: String,
    pub name: String,
    pub at: ItemId,
    pub op: Op,
    pub unit: Unit,
    pub year: Year,
    pub relative_to: String,
    pub quote: String,
    pub form: Option<Form>,
    pub limit: Option<f64>,
    pub base_year: Option<Year>,
    pub aliases: Vec<String>,
    pub area: String,
    pub plan_name: String,
    pub field_name: String,
}
