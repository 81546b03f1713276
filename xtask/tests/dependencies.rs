//! What the project is made of besides its own sources: each package from its registry, under a licence that lets
//! anybody host the page.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than to be named; under one of them each part of a package must be had.
const PERMISSIVE: [&str; 10] = [
    "MIT",
    "Apache-2.0",
    "BSD-3-Clause",
    "Zlib",
    "Unlicense",
    "Unicode-3.0",
    "CC0-1.0",
    "ISC",
    "0BSD",
    "BSL-1.0",
];

/// The lock files of npm: of the page and what builds and tests it, and of what measures it.
const NPM: [&str; 2] = ["package-lock.json", "tests/bench/page/package-lock.json"];

/// State their licences (MIT, BSD-3-Clause) in texts beside them, which a lock file does not repeat.
const UNSTATED: [&str; 2] = ["node_modules/detect-eol", "node_modules/parse-cache-control"];

/// For tools that build, test and measure the page and are no part of it. Of the first, changed sources would have to be
/// shown.
const OF_TOOLS: [&str; 3] = ["MPL-2.0", "BSD-2-Clause", "BlueOak-1.0.0"];

fn is_accepted(expression: &str, more: &[&str]) -> bool {
    let accepted = |licence: &str| PERMISSIVE.contains(&licence) || more.contains(&licence);
    let any = |part: &str| {
        let part = part.trim_matches(['(', ')']).replace('/', " OR ");
        part.split(" OR ").any(|licence| accepted(licence.trim()))
    };
    expression.split(" AND ").all(any)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

#[test]
fn crates_come_from_crates_io_under_permissive_licences() {
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let told = Command::new(cargo)
        // Not offline: packages of other systems are in no cache of a fresh machine.
        .args(["metadata", "--locked", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let packages = told["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    for package in packages {
        let name = &package["name"];
        if let Some(source) = package["source"].as_str() {
            assert_eq!(
                source, "registry+https://github.com/rust-lang/crates.io-index",
                "{name}"
            );
        }
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_accepted(licence, &[]), "{name}: {licence}");
    }
}

#[test]
fn npm_packages_come_from_the_registry_checked_by_digest_under_permissive_licences() {
    for lock in NPM {
        let lock = fs::read_to_string(root().join(lock)).unwrap();
        let lock: Value = serde_json::from_str(&lock).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        assert!(packages.len() > 10);
        for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
            check_npm(path, package);
        }
    }
}

fn check_npm(path: &str, package: &Value) {
    // Where a package comes from anywhere else, its lock says so.
    assert_eq!(package["resolved"], Value::Null, "{path}");
    assert!(package["integrity"].is_string(), "{path}");
    let is_tool = package["dev"] == true;
    if is_tool && UNSTATED.contains(&path) {
        return;
    }
    let licence = package["license"].as_str().unwrap_or_default();
    let of_tools: &[&str] = if is_tool { &OF_TOOLS } else { &[] };
    assert!(is_accepted(licence, of_tools), "{path}: {licence}");
}

#[test]
fn an_expression_of_licences_is_read_as_it_is_meant() {
    assert!(is_accepted("(Apache-2.0 OR MIT) AND BSD-3-Clause", &[]));
    assert!(is_accepted("Unlicense/MIT", &[]));
    assert!(is_accepted("MIT OR GPL-3.0-only", &[]));
    assert!(!is_accepted("MIT AND GPL-3.0-only", &[]));
    assert!(!is_accepted("", &[]));
}
