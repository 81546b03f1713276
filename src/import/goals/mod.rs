//! Files about goals and measures rather than figures: recorded assessments (`目标, 日期, 状态, 说明, 来源`, where wanted
//! with `责任单位`) and responsible agencies (`目标, 牵头单位, 配合单位`). Each record has one cell that counts, the state or
//! the agencies.

mod find;
mod header;

pub use header::{Kind, Sheet, recognise};

use crate::catalogue::{Catalogue, ItemId};
use crate::observation::{GoalAgencies, Progress, Record};

use super::log::{Reason, Rejection};
use super::{Import, Layout, remark};
use crate::tabular::Record as Line;
use crate::tabular::fold;
use crate::tabular::without_apostrophe;
use find::Goals;
use header::Column;

impl Kind {
    /// How such a table is laid out.
    pub fn layout(self) -> Layout {
        match self {
            Kind::Records => Layout::Records,
            Kind::Units => Layout::Units,
        }
    }
}

/// Adds what every record below the header of `sheet` says.
pub fn read(import: &mut Import, records: &[Line], sheet: &Sheet, catalogue: &Catalogue) {
    import
        .log
        .ignore_columns(sheet.columns.ignored().map(str::to_owned));
    let goals = Goals::new(catalogue);
    let mut after_remark = false;
    for line in &records[sheet.header + 1..] {
        after_remark = remark::is_remark(line, after_remark);
        if after_remark || sheet.columns.repeats(line) {
            import.log.notes.push(remark::note(line));
            continue;
        }
        import.log.rows += 1;
        import.log.cells += 1;
        match sheet.kind {
            Kind::Records => record(import, &goals, sheet, line),
            Kind::Units => units(import, &goals, sheet, line),
        }
    }
}

fn record(import: &mut Import, goals: &Goals, sheet: &Sheet, line: &Line) {
    let cell = |column| sheet.columns.cell(line, column).to_owned();
    let word = cell(Column::State);
    if word.is_empty() {
        import.log.blank += 1;
        return;
    }
    let state = Progress::from_word(&word).ok_or((Column::State, Reason::UnknownState));
    let date = date(&cell(Column::Date)).ok_or((Column::Date, Reason::NotADate));
    let taken = goal(goals, &cell(Column::Goal)).and_then(|goal| Ok((goal, state?, date?)));
    match taken {
        Ok((goal, state, date)) => {
            let text = |column| without_apostrophe(sheet.columns.cell(line, column)).to_owned();
            let (note, source) = (text(Column::Note), text(Column::Source));
            import.records.push(Record {
                goal,
                date,
                state,
                note,
                source,
            });
            import.log.taken += 1;
            // A record that says who answers is a line of a list of agencies, too.
            let (lead, support) = (names(&cell(Column::Lead)), names(&cell(Column::Support)));
            if !(lead.is_empty() && support.is_empty()) {
                import.agencies.push(GoalAgencies { goal, lead, support });
            }
        }
        Err((column, reason)) => reject(import, sheet, line, column, reason),
    }
}

fn units(import: &mut Import, goals: &Goals, sheet: &Sheet, line: &Line) {
    let (lead, support) = (
        names(sheet.columns.cell(line, Column::Lead)),
        names(sheet.columns.cell(line, Column::Support)),
    );
    if lead.is_empty() && support.is_empty() {
        import.log.blank += 1;
        return;
    }
    match goal(goals, sheet.columns.cell(line, Column::Goal)) {
        Ok(goal) => {
            import.agencies.push(GoalAgencies { goal, lead, support });
            import.log.taken += 1;
        }
        Err((column, reason)) => reject(import, sheet, line, column, reason),
    }
}

fn goal(goals: &Goals, text: &str) -> Result<ItemId, (Column, Reason)> {
    goals
        .find(text)
        .map_err(|nearest| (Column::Goal, Reason::UnknownGoal { nearest }))
}

fn reject(import: &mut Import, sheet: &Sheet, line: &Line, column: Column, reason: Reason) {
    import.log.rejected.push(Rejection {
        column: Some(sheet.columns.title(column).unwrap_or_default().to_owned()),
        cell: Some(fold::shorten(
            sheet.columns.cell(line, column),
            Rejection::LONGEST_CELL,
        )),
        cells: 1,
        ..Rejection::at(line.line, reason)
    });
}

/// `2024`, `2024-05`, `2024/5/1`, `2024年5月1日` as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn date(text: &str) -> Option<String> {
    let text = fold::half_width(text);
    let parts: Vec<&str> = text
        .split(['-', '/', '.', '年', '月', '日'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let number = |part: &&str, most: u32| part.parse::<u32>().ok().filter(|n| (1..=most).contains(n));
    let year = |part: &&str| {
        part.parse::<u32>()
            .ok()
            .filter(|year| (1900..=2100).contains(year))
    };
    match parts.as_slice() {
        [y] => Some(format!("{}", year(y)?)),
        [y, m] => Some(format!("{}-{:02}", year(y)?, number(m, 12)?)),
        [y, m, d] => {
            let (year, month) = (year(y)?, number(m, 12)?);
            let day = number(d, days(year, month))?;
            Some(format!("{year}-{month:02}-{day:02}"))
        }
        _ => None,
    }
}

/// How many days a month has.
fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Several units in one cell.
fn names(cell: &str) -> Vec<String> {
    let names = cell
        .split(['、', '，', ',', '；', ';', '/', '\n'])
        .map(fold::squeeze);
    names.filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_every_dress() {
        for (written, read) in [
            ("2024", Some("2024")),
            ("2024年", Some("2024")),
            ("2024-5", Some("2024-05")),
            ("2024/05/01", Some("2024-05-01")),
            ("２０２４年５月１日", Some("2024-05-01")),
            ("去年", None),
            ("2024-13-01", None),
            ("2024-02-29", Some("2024-02-29")),
            ("2023-02-29", None),
            ("2024-06-31", None),
            ("", None),
        ] {
            assert_eq!(date(written).as_deref(), read, "{written}");
        }
    }

    #[test]
    fn units_are_told_apart_however_they_are_listed() {
        assert_eq!(
            names("市卫健委、市妇联；市 医保局"),
            ["市卫健委", "市妇联", "市医保局"]
        );
        assert!(names(" ").is_empty());
    }
}
