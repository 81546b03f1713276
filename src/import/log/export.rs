//! A log as JSON for programs and as CSV for people.

use serde_json::{Value, json};

use super::{Log, Note, Rejection};
use crate::catalogue::Catalogue;
use crate::import::{Answer, Computed, Doubt, Mapping, Proposal, Question};
use crate::lang::Lang;
use crate::tabular::{spreadsheet, spreadsheet_safe};

/// The names of the columns.
const HEAD: [(&str, &str); 8] = [
    ("文件", "file"),
    ("行", "line"),
    ("列", "column"),
    ("单元格", "cell"),
    ("涉及数值个数", "values concerned"),
    ("代码", "code"),
    ("原因", "reason"),
    ("工作表", "sheet"),
];

impl Log {
    /// The log as `cargo xtask judge` prints it.
    pub fn to_json(&self, catalogue: &Catalogue, lang: Lang) -> Value {
        let rejected = |rejection: &Rejection| {
            let mut rejected = json!({
                "line": rejection.line.unwrap_or(1),
                "column": rejection.column.as_deref().unwrap_or_default(),
                "cell": rejection.cell.as_deref().unwrap_or_default(),
                "cells": rejection.cells,
                "code": rejection.reason.code(),
                "message": rejection.message(lang),
            });
            if let Some(sheet) = &rejection.sheet {
                rejected["sheet"] = json!(sheet);
            }
            rejected
        };
        let doubt = |doubt: &Doubt| {
            json!({
                "indicator": doubt.indicator,
                "area": doubt.area,
                "year": doubt.year,
                "group": doubt.group,
                "value": doubt.value,
                "sheet": doubt.sheet,
                "line": doubt.line,
                "column": doubt.column,
                "code": doubt.oddity.code(),
                "confirmed": doubt.confirmed,
                "said": { "values": [doubt.said(true)] },
                "message": doubt.message(catalogue, lang),
            })
        };
        let computed = |computed: &Computed| {
            json!({
                "indicator": computed.indicator,
                "area": computed.area,
                "year": computed.year,
                "group": computed.group,
                "value": computed.value,
                "sheet": computed.sheet,
                "line": computed.line,
                "column": computed.column,
                "message": computed.message(catalogue, lang),
            })
        };
        // What to write into a file of mappings, were the first proposal right.
        let question = |question: &Question| {
            let said = |answer: &Answer| {
                let mut mapping = Mapping::default();
                mapping.set(question.place, &question.text, Some(answer.clone()));
                let mut said = json!(mapping);
                if let Some(said) = said.as_object_mut() {
                    said.remove("headers");
                }
                said
            };
            let proposal = |proposal: &Proposal| json!({ "likeness": proposal.likeness, "said": said(&proposal.answer) });
            json!({
                "place": question.place,
                "text": question.text,
                "sheet": question.sheet,
                "line": question.line,
                "cells": question.cells,
                "code": question.why.code(),
                "message": question.message(lang),
                "proposals": question.proposals.iter().map(proposal).collect::<Vec<_>>(),
                "left_out": said(&Answer::Ignore),
            })
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
            "assumed_area": self.assumed_area,
            "computed": self.computed.iter().map(computed).collect::<Vec<_>>(),
            "doubts": self.doubts.iter().map(doubt).collect::<Vec<_>>(),
            "headers": self.shape,
            "questions": self.questions.iter().map(question).collect::<Vec<_>>(),
            "mapped": self.mapped,
            "ignored_columns": self.ignored_columns,
            "notes": self.notes,
        })
    }

    /// The rejections, then the notes, as a CSV file that spreadsheets open in the right encoding.
    pub fn to_csv(&self, lang: Lang) -> String {
        let text = |text: &str| spreadsheet_safe(text).into_owned();
        let rejected = |rejection: &Rejection| {
            [
                text(&self.name),
                rejection.line.map(|line| line.to_string()).unwrap_or_default(),
                text(rejection.column.as_deref().unwrap_or_default()),
                text(rejection.cell.as_deref().unwrap_or_default()),
                rejection.cells.to_string(),
                rejection.reason.code().to_owned(),
                text(&rejection.message(lang)),
                text(rejection.sheet.as_deref().unwrap_or_default()),
            ]
        };
        let remark = lang.pick(
            "说明文字，不是数据行。",
            "A remark on the table, not a row of it.",
        );
        let noted = |note: &Note| {
            [
                text(&self.name),
                note.line.to_string(),
                String::new(),
                text(&note.text),
                "0".to_owned(),
                "note".to_owned(),
                remark.to_owned(),
                text(note.sheet.as_deref().unwrap_or_default()),
            ]
        };
        let head = HEAD.map(|(zh, en)| lang.pick(zh, en).to_owned());
        let rows = std::iter::once(head)
            .chain(self.rejected.iter().map(rejected))
            .chain(self.notes.iter().map(noted));
        spreadsheet(rows.map(Vec::from))
    }
}
