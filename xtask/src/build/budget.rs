//! What the parts of the published page weigh on the wire, in brotli as hosts send them, and what they may: printed at
//! each build, which fails where a part has grown beyond its budget.

use anyhow::{Context, Result, bail};

use super::Edition;
use crate::process;

/// Bytes of a kilobyte, as sizes are told.
const KILO: f64 = 1000.0;

/// A part of the page, and what it may weigh in kilobytes of brotli.
struct Part {
    name: &'static str,
    holds: fn(&str) -> bool,
    most: f64,
}

/// A file counts for the first part that holds it, so the last holds whatever else there is.
const PARTS: [Part; 9] = [
    Part {
        name: "first readable page",
        holds: |file| file == "index.html" || file.ends_with(".css"),
        most: 20.0,
    },
    Part {
        name: "module of the start",
        holds: |file| file.contains("app_bg") && file.ends_with(".wasm"),
        most: 510.0,
    },
    Part {
        name: "module of the import",
        holds: |file| file.contains("import_bg") && file.ends_with(".wasm"),
        most: 700.0,
    },
    Part {
        name: "pages when visited",
        holds: |file| file.ends_with(".wasm"),
        most: 690.0,
    },
    Part {
        name: "figures carried",
        holds: |file| file.ends_with(".bin"),
        most: 60.0,
    },
    Part {
        name: "drawing of charts",
        holds: |file| file.contains("echarts-parts"),
        most: 150.0,
    },
    Part {
        name: "scripts",
        holds: |file| file.ends_with(".js"),
        most: 40.0,
    },
    Part {
        name: "plain pages",
        holds: |file| file.ends_with(".html"),
        most: 110.0,
    },
    Part {
        name: "icons and the rest",
        holds: |_| true,
        most: 30.0,
    },
];

/// The size of a file of the page.
struct Size {
    file: String,
    raw: usize,
    brotli: usize,
}

/// Prints what the page in a bundle weighs.
///
/// # Errors
/// When a part weighs more than it may.
pub fn check(edition: Edition, single: &str) -> Result<()> {
    let mut sizes = process::command("node");
    sizes.arg("vite/sizes.js").arg(edition.bundle()).arg(single);
    let printed = process::ask(&mut sizes).context("vite/sizes.js did not say what the page weighs")?;
    let sizes = printed.lines().map(size).collect::<Result<Vec<_>>>()?;
    let (table, over) = weigh(&sizes);
    println!("{table}");
    if !over.is_empty() {
        bail!(
            "beyond their budgets in xtask/src/build/budget.rs: {}",
            over.join(", ")
        );
    }
    Ok(())
}

/// A line of vite/sizes.js.
fn size(line: &str) -> Result<Size> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [file, raw, brotli] = columns[..] else {
        bail!("vite/sizes.js: {line}");
    };
    Ok(Size {
        file: file.to_owned(),
        raw: raw.parse().with_context(|| line.to_owned())?,
        brotli: brotli.parse().with_context(|| line.to_owned())?,
    })
}

/// The table of the parts, and those that weigh more than they may.
fn weigh(sizes: &[Size]) -> (String, Vec<String>) {
    let mut table = format!("{:<22}{:>10}{:>12}{:>10}\n", "", "kB", "kB brotli", "budget");
    let (mut raw_of_all, mut brotli_of_all, mut over) = (0.0, 0.0, Vec::new());
    for (at, part) in PARTS.iter().enumerate() {
        let here = |size: &&Size| PARTS.iter().position(|part| (part.holds)(&size.file)) == Some(at);
        let sum = |of: fn(&Size) -> usize| sizes.iter().filter(here).map(of).sum::<usize>() as f64 / KILO;
        let (raw, brotli) = (sum(|size| size.raw), sum(|size| size.brotli));
        let Part { name, most, .. } = part;
        table += &format!("{name:<22}{raw:>10.1}{brotli:>12.1}{most:>10.0}\n");
        if brotli > *most {
            over.push(format!("{name}: {brotli:.1} of {most:.0} kB"));
        }
        raw_of_all += raw;
        brotli_of_all += brotli;
    }
    table += &format!("{:<22}{raw_of_all:>10.1}{brotli_of_all:>12.1}", "all");
    (table, over)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, usize)]) -> Vec<Size> {
        let size = |(file, brotli): &(&str, usize)| size(&format!("{file}\t{}\t{brotli}", brotli * 3));
        files.iter().map(size).collect::<Result<_>>().unwrap()
    }

    #[test]
    fn a_file_counts_once_for_the_part_it_belongs_to_and_for_all() {
        let files = [
            ("index.html", 3_000),
            ("assets/index-a.css", 9_000),
            ("assets/app_bg-b.wasm", 500_000),
            ("assets/split_office-b.wasm", 500_000),
            ("assets/import_bg-b.wasm", 240_000),
            ("assets/reference-b.bin", 10_000),
            ("assets/echarts-parts-c.js", 144_000),
            ("assets/worker-d.js", 10_000),
            ("text-w.html", 30_000),
            ("icon.svg", 200),
        ];
        let (table, over) = weigh(&of(&files));
        let line = |name: &str| {
            table
                .lines()
                .find(|line| line.starts_with(name))
                .unwrap()
                .to_owned()
        };
        assert!(line("first readable page").contains("12.0"), "{table}");
        assert!(line("drawing of charts").contains("144.0"), "{table}");
        assert!(line("scripts").contains("10.0"), "{table}");
        assert!(line("module of the start").contains("500.0"), "{table}");
        assert!(line("module of the import").contains("240.0"), "{table}");
        assert!(line("figures carried").contains("10.0"), "{table}");
        assert!(line("plain pages").contains("30.0"), "{table}");
        assert!(line("all").contains("1446.2"), "{table}");
        assert!(over.is_empty(), "{over:?}");
    }

    #[test]
    fn a_part_that_has_outgrown_its_budget_is_named_with_both_numbers() {
        let (_, over) = weigh(&of(&[
            ("assets/echarts-parts-c.js", 150_100),
            ("index.html", 20_000),
        ]));
        assert_eq!(over, ["drawing of charts: 150.1 of 150 kB"]);
    }
}
