//! Files about goals: what was recorded, and who answers.

use plan_tracker::catalogue::builtin;
use plan_tracker::import::{Import, Layout, import, records_csv};
use plan_tracker::observation::{Progress, Record};

/// The year in which the files are read.
const TODAY: i32 = 2026;

fn read(name: &str, bytes: &[u8]) -> Import {
    let import = import(name, bytes, builtin(), TODAY);
    let log = &import.log;
    assert_eq!(log.taken + log.blank + log.rejected_cells(), log.cells);
    assert!(import.table.is_empty());
    import
}

fn codes(import: &Import) -> Vec<(u32, &str)> {
    import
        .log
        .rejected
        .iter()
        .map(|rejected| (rejected.line.unwrap_or(1), rejected.reason.code()))
        .collect()
}

#[test]
fn recorded_assessments_are_taken_and_the_rest_is_explained() {
    let import = read("records.csv", include_bytes!("data/files/records.csv"));
    assert_eq!(import.log.layout, Layout::Records);
    let taken: Vec<(String, &str, Progress)> = import
        .records
        .iter()
        .map(|r| (r.goal.to_string(), r.date.as_str(), r.state))
        .collect();
    assert_eq!(
        taken,
        [
            ("W8.02".to_owned(), "2023-05-01", Progress::UnderWay),
            ("C5.07".to_owned(), "2024-03", Progress::Done)
        ]
    );
    assert_eq!(
        codes(&import),
        [(4, "not-a-date"), (5, "unknown-goal"), (6, "unknown-state")]
    );
    assert_eq!(import.log.blank, 1);
}

#[test]
fn responsible_agencies_are_taken_by_goal() {
    let import = read(
        "agencies.csv",
        include_bytes!("data/files/responsible-agencies.csv"),
    );
    assert_eq!(import.log.layout, Layout::Units);
    let first = &import.agencies[0];
    assert_eq!(
        (first.goal.to_string(), first.lead.len(), first.support.len()),
        ("W1.02".to_owned(), 1, 2)
    );
    assert_eq!(codes(&import), [(4, "unknown-goal")]);
    assert_eq!((import.log.taken, import.log.blank), (2, 1));
}

#[test]
fn supporting_agencies_alone_are_a_file_of_agencies_too() {
    let import = read(
        "agencies.csv",
        "目标,配合单位\nC1.03,示例市妇联、示例市财政局\n".as_bytes(),
    );
    assert_eq!(import.log.layout, Layout::Units);
    let [agencies] = import.agencies.as_slice() else {
        panic!("{:?}", import.agencies)
    };
    assert_eq!((agencies.lead.len(), agencies.support.len()), (0, 2));
}

#[test]
fn notes_and_repeated_headers_are_no_rows() {
    let file =
        "目标,日期,状态\nW8.02,2024-02-30,已完成\n目标,日期,状态\nW8.02,2024-02-29,已完成\n注：截至年底,,\n";
    let import = read("records.csv", file.as_bytes());
    assert_eq!((import.log.rows, import.records.len()), (2, 1));
    assert_eq!(codes(&import), [(2, "not-a-date")]);
    let lines: Vec<u32> = import.log.notes.iter().map(|note| note.line).collect();
    assert_eq!(lines, [3, 5]);
}

#[test]
fn what_the_app_writes_it_reads_back() {
    let noted = |note: &str| Record {
        goal: "W8.02".parse().unwrap(),
        date: "2024-05-01".into(),
        state: Progress::UnderWay,
        note: note.into(),
        source: "https://example.org/a,b".into(),
    };
    let records = [
        noted("已发文，“第 3 号”"),
        noted("=1+1"),
        noted("- 待“验收”，\"年底\""),
    ];
    let csv = records_csv(&records);
    assert_eq!(read("records.csv", csv.as_bytes()).records, records);
}
