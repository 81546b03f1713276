//! Recorded assessments as the CSV that the import reads back.

use crate::observation::Record;
use crate::tabular::{spreadsheet, spreadsheet_safe};

/// The names of the columns, as the import knows them.
const HEAD: [&str; 5] = ["目标", "日期", "状态", "说明", "来源"];

/// One row a record.
pub fn records_csv(records: &[Record]) -> String {
    let text = |text: &str| spreadsheet_safe(text).into_owned();
    let row = |record: &Record| {
        [
            record.goal.to_string(),
            text(&record.date),
            record.state.slug().to_owned(),
            text(&record.note),
            text(&record.source),
        ]
    };
    let rows = std::iter::once(HEAD.map(str::to_owned)).chain(records.iter().map(row));
    spreadsheet(rows.map(Vec::from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::Progress;

    #[test]
    fn a_record_is_a_row_and_no_cell_is_a_formula() {
        let record = Record {
            goal: "W8.02".parse().unwrap(),
            date: "2024-05-01".into(),
            state: Progress::UnderWay,
            note: "=1+1".into(),
            source: "文件, 第 3 页".into(),
        };
        let csv = records_csv(&[record]);
        assert!(
            csv.ends_with("W8.02,2024-05-01,under-way,'=1+1,\"文件, 第 3 页\"\r\n"),
            "{csv}"
        );
    }
}
