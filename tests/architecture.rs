//! What holds for the sources as a whole. Imports point one way: read from the `use` lines, test modules apart. What a parent hands on by
//! `pub use` counts as the parent's own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The floors of the house, from the ground up: a module may use those on lower floors, never its neighbours.
const FLOORS: [&[&str]; 11] = [
    &["lang"],
    &["tabular"],
    &["catalogue"],
    &["observation"],
    &["import", "assess"],
    &["kept"],
    &["text"],
    &["chart", "compare"],
    &["report"],
    &["browser"],
    &["app"],
];

/// Imports that still break a rule, as `user -> used`: to be emptied, never added to.
const TO_BE_MENDED: [&str; 0] = [];

/// Imports that still are part of a circle inside a folder: to be emptied, never added to.
const CIRCLES_TO_BE_MENDED: [&str; 0] = [];

type Import = (Vec<String>, Vec<String>);

#[test]
fn every_module_stands_on_lower_floors() {
    let floor = |module: &str| FLOORS.iter().position(|floor| floor.contains(&module));
    let upward: BTreeSet<String> = imports("src")
        .into_iter()
        .filter(|(user, used)| user[0] != used[0])
        .filter(|(user, used)| match (floor(&user[0]), floor(&used[0])) {
            (Some(user), Some(used)) => user <= used,
            _ => panic!("{user:?} uses {used:?}: one of them stands on no floor"),
        })
        .map(|(user, used)| format!("{} -> {}", user.join("::"), used[0]))
        .collect();
    let expected = TO_BE_MENDED.iter().map(|&import| import.to_owned()).collect();
    assert_eq!(upward, expected, "upward imports; mended ones leave the list");
}

#[test]
fn no_files_of_one_folder_use_one_another_in_a_circle() {
    let mut folders: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for root in ["src", "xtask/src"] {
        for (user, used) in imports(root) {
            let shared = user.iter().zip(&used).take_while(|(a, b)| a == b).count();
            // Of modules at the top, the floors say more.
            if shared > 0 || root != "src" {
                let name = [root.to_owned(), user[..shared].join("/")].join("/");
                let folder = folders.entry(name).or_default();
                folder.insert((user[shared].clone(), used[shared].clone()));
            }
        }
    }
    let circles = folders.into_iter().flat_map(|(folder, edges)| {
        let name = move |(user, used): (String, String)| format!("{folder}: {user} -> {used}");
        circle(edges).into_iter().map(name)
    });
    let circles: BTreeSet<String> = circles.collect();
    let expected = CIRCLES_TO_BE_MENDED
        .iter()
        .map(|&import| import.to_owned())
        .collect();
    assert_eq!(circles, expected, "circles; mended ones leave the list");
}

#[test]
fn no_code_names_the_city() {
    let mut files = Vec::new();
    for folder in ["src", "xtask/src"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html"));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        // Tests stand at the end of a file, and a comment may give an example.
        let code = text.split("#[cfg(test)]").next().unwrap().lines();
        let mut code = code.filter(|line| !line.trim_start().starts_with("//"));
        let named = |line: &&str| {
            ["钦州", "Qinzhou", "广西", "Guangxi"]
                .iter()
                .any(|name| line.contains(name))
        };
        assert_eq!(code.find(named), None, "{}", file.display());
    }
}

#[test]
fn no_page_and_no_report_builds_a_sentence() {
    let mut files = Vec::new();
    for folder in ["src/app", "src/report"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let calls = code.split("format!(").skip(1).map(arguments);
        let joined = code
            .lines()
            .filter(|line| line.contains("\" +") || line.contains("+ \""));
        let built = calls.chain(joined).find(|code| code.contains(is_chinese));
        assert_eq!(
            built,
            None,
            "{}: such a sentence stands in src/text",
            file.display()
        );
    }
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// What stands in the parentheses that have just been opened; what a text opens is taken to be closed in it.
fn arguments(code: &str) -> &str {
    let mut depth = 1;
    let closes = |sign: char| {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        depth == 0
    };
    &code[..code.find(closes).unwrap_or(code.len())]
}

/// What is left after taking away, again and again, whatever leads out of every circle or into one.
fn circle(mut edges: BTreeSet<(String, String)>) -> BTreeSet<(String, String)> {
    loop {
        let users: BTreeSet<String> = edges.iter().map(|(user, _)| user.clone()).collect();
        let all_used: BTreeSet<String> = edges.iter().map(|(_, used)| used.clone()).collect();
        let before = edges.len();
        edges.retain(|(user, used)| users.contains(used) && all_used.contains(user));
        if edges.len() == before {
            return edges;
        }
    }
}

/// Who imports which module, each as its path from the root.
fn imports(root: &str) -> Vec<Import> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut files = Vec::new();
    sources(&root, &mut files);
    let module = |file: &Path| -> Vec<String> {
        let path = file.strip_prefix(&root).unwrap().with_extension("");
        let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
        parts.filter(|part| part != "mod").collect()
    };
    let modules: BTreeSet<Vec<String>> = files.iter().map(|file| module(file)).collect();
    let mut imports = Vec::new();
    for file in &files {
        let user = module(file);
        if matches!(user[0].as_str(), "lib" | "main" | "wasm") {
            continue;
        }
        for path in used_paths(&fs::read_to_string(file).unwrap()) {
            let mut used = absolute(&user, &path);
            // The last words name an item, not a module.
            while !used.is_empty() && !modules.contains(&used) {
                used.pop();
            }
            if !used.is_empty() && !user.starts_with(&used) && !used.starts_with(&user) {
                imports.push((user.clone(), used));
            }
        }
    }
    assert!(!imports.is_empty(), "no imports read from {}", root.display());
    imports
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

/// The paths of every `use` at the left margin, where no test module stands, one for each name in braces.
fn used_paths(source: &str) -> Vec<String> {
    let statements = format!("\n{source}")
        .replace("\npub use ", "\nuse ")
        .replace("\npub(super) use ", "\nuse ");
    let statements: Vec<&str> = statements.split("\nuse ").skip(1).collect();
    let statement = |text: &&str| {
        text.split(';')
            .next()
            .unwrap()
            .split_whitespace()
            .collect::<String>()
    };
    statements
        .iter()
        .map(statement)
        .flat_map(|tree| expand("", &tree))
        .collect()
}

fn expand(prefix: &str, tree: &str) -> Vec<String> {
    let Some((before, inside)) = tree.split_once('{') else {
        return vec![format!("{prefix}{tree}")];
    };
    let inside = inside.strip_suffix('}').unwrap_or(inside);
    let mut depth = 0;
    let parts = inside.split(|sign| {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        sign == ',' && depth == 0
    });
    parts
        .filter(|part| !part.is_empty())
        .flat_map(|part| expand(&format!("{prefix}{before}"), part))
        .collect()
}

fn absolute(user: &[String], path: &str) -> Vec<String> {
    let mut words = path.split("::").peekable();
    let mut base = match words.peek() {
        Some(&"crate") => Vec::new(),
        Some(&"super" | &"self") => user.to_vec(),
        _ => return Vec::new(),
    };
    for word in words {
        match word {
            "crate" | "self" => {}
            "super" => drop(base.pop()),
            word => base.push(word.to_owned()),
        }
    }
    base
}
