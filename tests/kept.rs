//! What is kept travels in one file and is brought together with what is kept elsewhere: nothing is lost on the way,
//! and nothing is overwritten that nobody chose to give up.

use plan_tracker::kept::{
    Answer, Backup, Changes, Content, Entry, Pair, Plan, Refusal, Shelf, Way, compare, open, write,
};

fn file(id: &str, name: &str, bytes: &[u8]) -> Entry {
    Entry {
        shelf: Shelf::Files.slug().to_owned(),
        id: id.to_owned(),
        name: name.to_owned(),
        version: 1,
        saved_at: 1.0,
        content: Content::Bytes(bytes.to_vec()),
    }
}

fn record(id: &str, note: &str) -> Entry {
    let text = format!(r#"{{"goal":"C1.03","date":"2024-05-01","state":"done","note":"{note}"}}"#);
    Entry::of_text(Shelf::Records, id, text, 2.0)
}

fn from_tomorrow() -> Entry {
    Entry {
        shelf: "photos".into(),
        version: 9,
        ..Entry::of_text(
            Shelf::Records,
            "7",
            r#"{"a shape":["of","tomorrow"]}"#.into(),
            3.0,
        )
    }
}

fn everything() -> Backup {
    Backup {
        made_at: 1_700_000_000_000.0,
        title: "示例市妇女儿童发展规划".into(),
        by: "示例市统计局".into(),
        view: "#/goal/C1.03?area=示例县".into(),
        entries: vec![
            file("1-a", "数据 2024.csv", b"\xff\x00 not utf-8 \"quoted\""),
            record("2", "已查 </script> \u{2028}"),
            from_tomorrow(),
        ],
        damaged: vec![],
    }
}

#[test]
fn three_generations_hold_equal_data_also_what_only_a_later_version_understands() {
    let first = everything();
    let second = open(write(&first).as_bytes()).unwrap();
    let third = open(write(&second).as_bytes()).unwrap();
    assert_eq!(first, second);
    assert_eq!(second, third);
    assert_eq!(write(&first), write(&third));
}

#[test]
fn a_file_that_is_no_backup_cut_short_or_of_a_later_version_is_told_apart() {
    let text = write(&everything());
    assert_eq!(open(b""), Err(Refusal::Other));
    assert_eq!(open(b"\xd0\xcf\x11\xe0"), Err(Refusal::Other));
    assert_eq!(open(br#"{"format":"another","version":1}"#), Err(Refusal::Other));
    for cut in [text.len() / 2, text.len() - 2] {
        let short = String::from_utf8_lossy(&text.as_bytes()[..cut]).into_owned();
        assert_eq!(open(short.as_bytes()), Err(Refusal::Broken), "cut at {cut}");
    }
    let later = text.replace("\"version\": 1,\n  \"made_at\"", "\"version\": 2,\n  \"made_at\"");
    assert_eq!(open(later.as_bytes()), Err(Refusal::Later(2)));
    // A mark that a Windows editor puts in front does no harm.
    assert_eq!(open(format!("\u{feff}{text}").as_bytes()), Ok(everything()));
}

#[test]
fn an_entry_that_was_changed_is_named_and_the_others_are_restored() {
    let text = write(&everything()).replace("2024-05-01", "2025-05-01");
    let opened = open(text.as_bytes()).unwrap();
    assert_eq!(opened.damaged, ["records/2"]);
    assert_eq!(opened.entries, [everything().entries[0].clone(), from_tomorrow()]);
}

#[test]
fn an_entry_that_was_taken_out_is_noticed() {
    let whole = write(&everything());
    let parsed: serde_json::Value = serde_json::from_str(&whole).unwrap();
    let mut without = parsed.clone();
    without["entries"].as_array_mut().unwrap().remove(1);
    assert_eq!(open(without.to_string().as_bytes()), Err(Refusal::Broken));
    assert_eq!(open(parsed.to_string().as_bytes()), Ok(everything()));
}

#[test]
fn what_is_here_there_in_both_and_different_is_told_apart() {
    let here = [
        file("1", "a.csv", b"1"),
        file("2", "b.csv", b"2"),
        record("r", "old"),
        record("mine", "m"),
    ];
    let there = [
        file("9", "a.csv", b"1"),
        file("8", "b.csv", b"22"),
        record("r", "new"),
        record("theirs", "t"),
    ];
    assert_eq!(
        compare(&here, &there),
        [
            Pair::Same(0, 0),
            Pair::Different(1, 1),
            Pair::Different(2, 2),
            Pair::OnlyThere(3),
            Pair::OnlyHere(3)
        ]
    );
}

#[test]
fn merging_adds_and_overwrites_nothing_unless_asked_to() {
    let here = [file("2", "b.csv", b"2"), record("r", "old")];
    let there = [
        file("8", "b.csv", b"22"),
        record("r", "new"),
        record("t", "theirs"),
    ];
    let mut plan = Plan::default();
    let changes = plan.changes(&here, &there);
    assert_eq!(
        (changes.put, changes.delete),
        (vec![record("t", "theirs")], vec![])
    );
    plan.answers.insert(0, Answer::Both);
    plan.answers.insert(1, Answer::There);
    let changes = plan.changes(&here, &there);
    assert_eq!(changes.put, there);
    assert_eq!(changes.delete, []);
}

#[test]
fn replacing_leaves_exactly_what_comes_and_can_be_undone() {
    let here = vec![
        file("1", "a.csv", b"1"),
        file("2", "b.csv", b"2"),
        record("r", "old"),
    ];
    let there = [file("8", "b.csv", b"22"), record("r", "new"), from_tomorrow()];
    let plan = Plan {
        way: Way::Replace,
        ..Plan::default()
    };
    let changes = plan.changes(&here, &there);
    let mut after = here.clone();
    changes.apply(&mut after);
    assert_eq!(sorted(after.clone()), sorted(there.to_vec()));
    changes.reverse(&here).apply(&mut after);
    assert_eq!(sorted(after), sorted(here));
}

#[test]
fn a_file_that_comes_under_the_id_of_another_takes_a_free_one() {
    let here = vec![file("1", "a.csv", b"1")];
    let there = [file("1", "b.csv", b"2")];
    let mut plan = Plan::default();
    plan.answers.insert(0, Answer::Both);
    let mut after = here.clone();
    plan.changes(&here, &there).apply(&mut after);
    assert_eq!(after.len(), 2);
    assert_eq!(after[0], here[0]);
    assert_eq!(after[1].name, "b.csv");
}

#[test]
fn changes_that_change_nothing_are_empty() {
    let here = [record("r", "same")];
    let changes: Changes = Plan::default().changes(&here, &here);
    assert!(changes.is_empty());
}

fn sorted(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(Entry::key);
    entries
}

#[test]
fn hostile_backups_end_at_once_with_a_reason() {
    let head = r#"{"format":"plan-tracker-backup","version":1,"made_at":0,"title":"#;
    let cases = [
        (format!("{head}{}", "[".repeat(1_000_000)), Refusal::Broken),
        (
            format!("{head}\"x\",\"entries\":[{{\"shelf\":7}}],\"check\":\"\"}}"),
            Refusal::Broken,
        ),
        (
            format!("{head}\"x\",\"entries\":[],\"check\":\"ffffffff\"}}"),
            Refusal::Broken,
        ),
        ("[".repeat(1_000_000), Refusal::Other),
        ("<script>alert(1)</script>".into(), Refusal::Other),
    ];
    for (text, refusal) in cases {
        let start = std::time::Instant::now();
        assert_eq!(
            open(text.as_bytes()),
            Err(refusal),
            "{}",
            &text[..40.min(text.len())]
        );
        assert!(start.elapsed().as_secs() < 2);
    }
}
