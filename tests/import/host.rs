//! The list of a host's own files: what is sound is taken, what is not is named, and nothing leaves its folder.

use plan_tracker::catalogue::builtin;
use plan_tracker::import::{HostMistake, host_files, import_with};
use plan_tracker::lang::Lang;

fn entry(file: &str) -> String {
    format!(
        r#"{{"file": "{file}", "name": "监测", "source": "统计局", "date": "2025-06-30", "licence": "CC BY 4.0"}}"#
    )
}

fn list(entries: &[String]) -> String {
    format!(r#"{{"files": [{}]}}"#, entries.join(","))
}

#[test]
fn one_broken_entry_leaves_the_others() {
    let broken =
        r#"{"file": "b.csv", "name": " ", "source": "统计局", "date": "2025", "licence": "CC0"}"#.to_owned();
    let (files, mistakes) = host_files(&list(&[
        entry("a.csv"),
        broken,
        entry("c/2024.xlsx"),
        entry("a.csv"),
    ]));
    let names: Vec<&str> = files.iter().map(|file| file.file.as_str()).collect();
    assert_eq!(names, ["a.csv", "c/2024.xlsx"]);
    assert_eq!(
        mistakes,
        [
            HostMistake::Missing(2, "name"),
            HostMistake::Twice("a.csv".to_owned())
        ]
    );
    assert_eq!(
        mistakes[0].message(Lang::Zh),
        "data/index.json 第 2 项缺少 name，没有读。请补上。"
    );
}

#[test]
fn nothing_is_read_from_outside_the_folder() {
    for path in [
        "../secret.csv",
        "/etc/passwd",
        "a/../../b.csv",
        "https://example.org/a.csv",
        "//example.org/a.csv",
        "..\\\\a.csv",
        "%2e%2e/a.csv",
        "a.csv?x",
        "./a.csv",
    ] {
        let (files, mistakes) = host_files(&list(&[entry(path)]));
        assert!(files.is_empty(), "{path}");
        assert!(
            matches!(&mistakes[..], [HostMistake::NoPath(1, _)]),
            "{path}: {mistakes:?}"
        );
    }
}

#[test]
fn what_is_no_list_is_said_and_a_list_without_end_is_cut() {
    for text in ["", "<!doctype html>", "[]", "{}", r#"{"files": "a.csv"}"#] {
        let (files, mistakes) = host_files(text);
        assert!(files.is_empty());
        assert!(matches!(&mistakes[..], [HostMistake::NoList(_)]), "{text}");
    }
    let many: Vec<String> = (0..1000).map(|at| entry(&format!("{at}.csv"))).collect();
    let (files, mistakes) = host_files(&list(&many));
    assert_eq!(
        (files.len(), &mistakes[..]),
        (200, &[HostMistake::TooMany(800)][..])
    );
}

#[test]
fn a_list_without_files_is_no_mistake() {
    assert_eq!(host_files("\u{feff}{\"files\": []}"), (vec![], vec![]));
}

#[test]
fn a_mapping_file_says_what_the_texts_of_a_file_mean() {
    let mapped = |path: &str| entry("a.csv").replace('}', &format!(r#", "mapping": {path}}}"#));
    let (files, mistakes) = host_files(&list(&[mapped(r#""said/a.json""#)]));
    assert_eq!(
        (files[0].mapping.as_deref(), mistakes),
        (Some("said/a.json"), vec![])
    );
    let said = r##"{"format": "plan-tracker-mapping", "version": 1, "shapes": [{"headers": ["地区", "指标", "#"],
        "cells": {"婴死率": {"says": {"indicator": "infant-mortality"}}}}]}"##;
    let mappings = files[0].mappings(Some(said), builtin()).unwrap();
    let file = "指标,地区,2023年\n婴死率,钦州市,4.1\n".as_bytes();
    assert_eq!(
        import_with("a.csv", file, builtin(), 2026, &mappings).log.taken,
        1
    );
}

#[test]
fn a_missing_or_broken_mapping_is_named_and_the_file_is_read_without_it() {
    let mapped = |path: &str| entry("a.csv").replace('}', &format!(r#", "mapping": {path}}}"#));
    for path in [r#""../a.json""#, "7", r#""""#] {
        let (files, mistakes) = host_files(&list(&[mapped(path)]));
        assert_eq!((files.len(), files[0].mapping.as_deref()), (1, None), "{path}");
        assert!(
            matches!(&mistakes[..], [HostMistake::NoMappingPath(1, _)]),
            "{path}"
        );
    }
    let (files, _) = host_files(&list(&[mapped(r#""a.json""#)]));
    let missing = files[0].mappings(None, builtin()).unwrap_err();
    assert_eq!(missing, HostMistake::Absent("a.json".to_owned()));
    let broken = files[0].mappings(Some("{}"), builtin()).unwrap_err();
    assert!(
        broken
            .message(Lang::Zh)
            .starts_with("对应文件 data/a.json 没有采用。第 1 行"),
        "{broken:?}"
    );
    assert!(broken.message(Lang::En).contains("data/a.json"));
    let (files, _) = host_files(&list(&[entry("b.csv")]));
    assert_eq!(files[0].mappings(None, builtin()).map(|said| said.0), Ok(vec![]));
}
