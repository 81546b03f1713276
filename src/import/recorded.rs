//! Recorded assessments as the CSV that the import reads back.

use super::spreadsheet_safe;
use crate::observation::Record;

/// One row a record, with a byte order mark so that Excel reads it as UTF-8.
pub fn records_csv(records: &[Record]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ["目标", "日期", "状态", "说明", "来源"].map(str::to_owned);
    let row = |record: &Record| {
        let Record {
            goal,
            date,
            state,
            note,
            source,
        } = record;
        [
            goal.to_string(),
            date.clone(),
            state.slug().to_owned(),
            note.clone(),
            source.clone(),
        ]
    };
    for row in std::iter::once(head).chain(records.iter().map(row)) {
        // A vector takes any number of bytes, and every row has five cells.
        let _ = writer.write_record(row.iter().map(|cell| spreadsheet_safe(cell).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
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
            csv.ends_with("W8.02,2024-05-01,under-way,'=1+1,\"文件, 第 3 页\"\n"),
            "{csv}"
        );
    }
}
