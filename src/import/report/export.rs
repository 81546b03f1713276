//! A report as JSON for programs and as CSV for people.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::{Rejection, Report};
use crate::text::Lang;

impl Report {
    /// The report as `cargo xtask judge` prints it.
    pub fn to_json(&self, lang: Lang) -> Value {
        let rejected = |rejection: &Rejection| {
            let mut rejected = json!({
                "line": rejection.line,
                "column": rejection.column,
                "cell": rejection.cell,
                "cells": rejection.cells,
                "code": rejection.reason.code(),
                "message": rejection.message(lang),
            });
            if let Some(sheet) = &rejection.sheet {
                rejected["sheet"] = json!(sheet);
            }
            rejected
        };
        json!({
            "name": self.name,
            "encoding": self.encoding.as_str(),
            "layout": self.layout.as_str(),
            "sheets": self.sheets,
            "ignored_sheets": self.ignored_sheets,
            "rows": self.rows,
            "cells": self.cells,
            "taken": self.taken,
            "blank": self.blank,
            "rejected": self.rejected.iter().map(rejected).collect::<Vec<_>>(),
            "ignored_columns": self.ignored_columns,
            "notes": self.notes,
        })
    }

    /// The rejections, then the notes, as a CSV file that Excel opens in the right encoding.
    pub fn to_csv(&self, lang: Lang) -> String {
        let titles = match lang {
            Lang::Zh => [
                "文件",
                "行",
                "列",
                "单元格",
                "涉及数值个数",
                "代码",
                "原因",
                "工作表",
            ],
            Lang::En => [
                "file",
                "line",
                "column",
                "cell",
                "values concerned",
                "code",
                "reason",
                "sheet",
            ],
        };
        let mut csv = String::from("\u{feff}");
        push_record(&mut csv, &titles.map(str::to_owned));
        for rejection in &self.rejected {
            push_record(
                &mut csv,
                &[
                    self.name.clone(),
                    rejection.line.to_string(),
                    rejection.column.clone(),
                    rejection.cell.clone(),
                    rejection.cells.to_string(),
                    rejection.reason.code().to_owned(),
                    rejection.message(lang),
                    rejection.sheet.clone().unwrap_or_default(),
                ],
            );
        }
        for note in &self.notes {
            push_record(
                &mut csv,
                &[
                    self.name.clone(),
                    note.line.to_string(),
                    String::new(),
                    note.text.clone(),
                    "0".to_owned(),
                    "note".to_owned(),
                    lang.pick(
                        "说明文字，不是数据行。",
                        "A remark on the table, not a row of it.",
                    )
                    .to_owned(),
                ],
            );
        }
        csv
    }
}

fn push_record(csv: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        let cell = spreadsheet_safe(cell);
        if at > 0 {
            csv.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}

/// A text cell that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@`, a tab or a
/// carriage return gets an apostrophe in front, which spreadsheets read as “this is text”. For texts that come
/// from elsewhere, not for numbers that the app itself writes.
///
/// ```
/// use plan_tracker::import::spreadsheet_safe;
///
/// assert_eq!(spreadsheet_safe("=HYPERLINK(\"…\")"), "'=HYPERLINK(\"…\")");
/// assert_eq!(spreadsheet_safe("孕产妇死亡率"), "孕产妇死亡率");
/// ```
pub fn spreadsheet_safe(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Rows as a CSV file that spreadsheets open in the right encoding. Every row has as many cells as the first;
/// words in them have been through [`spreadsheet_safe`], numbers stand as they are.
pub fn spreadsheet(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}
