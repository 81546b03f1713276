//! `cargo xtask fuzz`: damages sound files at random, as often as the time allows, and gives them to the readers. A
//! reader may refuse a file; one that panics or takes very long has a fault, and the file that shows it is kept.

use std::io::{Cursor, Read, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context, Result, bail, ensure};
use plan_tracker::catalogue::builtin;
use plan_tracker::catalogue::sheet::{from_table, template};
use plan_tracker::import::import;
use plan_tracker::tabular;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

use crate::paths;

/// What to give to the readers, and for how long.
#[derive(clap::Args)]
pub struct Options {
    /// Only these: csv, xlsx, xls, html, xml, ods, zip, targets, import
    targets: Vec<String>,
    /// How long for each
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Run one kept file again instead, by every reader named
    #[arg(long)]
    file: Option<PathBuf>,
}

/// A reader, and sound files for it.
struct Target {
    name: &'static str,
    read: fn(&[u8]),
    seeds: fn() -> Result<Vec<Seed>>,
}

/// A sound file: its bytes, or the files of an archive, which are damaged before they are packed.
enum Seed {
    Plain(Vec<u8>),
    Parts(Vec<(String, Vec<u8>)>),
}

const TARGETS: [Target; 9] = [
    Target {
        name: "csv",
        read: open,
        seeds: || files(&["csv", "txt"]),
    },
    Target {
        name: "xlsx",
        read: open,
        seeds: || files(&["xlsx"]),
    },
    Target {
        name: "xls",
        read: open,
        seeds: || Ok(plain(fs::read(data().join("old-workbook.xls"))?)),
    },
    Target {
        name: "html",
        read: open,
        seeds: || Ok(plain(PAGE.into())),
    },
    Target {
        name: "xml",
        read: open,
        seeds: || Ok(plain(XML.into())),
    },
    Target {
        name: "ods",
        read: open,
        seeds: || Ok(vec![ods()]),
    },
    Target {
        name: "zip",
        read: open,
        seeds: || {
            let book = packed(&ods())?;
            let table = fs::read(data().join("tidy.csv"))?;
            Ok(plain(packed(&Seed::Parts(vec![
                ("a/b.csv".to_owned(), table),
                ("c.ods".to_owned(), book),
            ]))?))
        },
    },
    Target {
        name: "targets",
        read: |bytes| drop(from_table(bytes)),
        seeds: || Ok(plain(template().into_bytes())),
    },
    Target {
        name: "import",
        read: |bytes| drop(import("婴儿死亡率.csv", bytes, builtin(), 2026)),
        seeds: || {
            let mut seeds = files(&["csv", "txt", "xlsx", "xls"])?;
            seeds.extend(shapes()?);
            Ok(seeds)
        },
    },
];

const PAGE: &str = "<html><style>td {}</style><div>年报</div><table border=1><tr><th rowspan=2>指标<th colspan=2>2021\
    <tr><th>男<th>女<tr style='display: none'><td>&nbsp;率<td>4.4<sup>1</sup><td>4&#46;1<table><tr><td>x</table></table><p>注：";

const XML: &str = "<?xml version=\"1.0\"?><Workbook><Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0.0%\"/></Style></Styles>\
    <Worksheet ss:Name=\"一\"><Table><Column ss:Hidden=\"1\" ss:Span=\"2\"/><Row ss:Index=\"3\" ss:Hidden=\"1\"><Cell \
    ss:MergeAcross=\"1\" ss:MergeDown=\"2\"><Data ss:Type=\"String\">a&amp;<Sup>2</Sup></Data><Comment><Data>x</Data></Comment>\
    </Cell><Cell ss:StyleID=\"p\" ss:Index=\"5\" ss:Formula=\"=1\"><Data ss:Type=\"Number\">0.354</Data></Cell></Row></Table>\
    <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>";

const CONTENT: &str = "<a><style:style style:name=\"t\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
    <table:table table:name=\"一\"><table:table-column table:number-columns-repeated=\"3\" table:visibility=\"collapse\"/>\
    <table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-rows-spanned=\"2\"><text:p>率\
    <text:span text:style-name=\"t\">1</text:span></text:p></table:table-cell><table:table-cell office:value-type=\"percentage\" \
    office:value=\"0.354\" table:number-columns-repeated=\"2\"><text:p>35%</text:p></table:table-cell></table:table-row>\
    </table:table></a>";

/// Pieces that mean something to one reader or another.
const WORDS: [&[u8]; 20] = [
    b"\"",
    b"\r\n",
    b",",
    b"\xEF\xBB\xBF",
    b"\xD6\xB8\xB1\xEA",
    b"\xFF\xFF\xFF\xFF",
    b"\0\0\0\0",
    b"9999999999",
    b"-1",
    b"1e308",
    b"<table>",
    b"<td colspan=1000 rowspan=65534>",
    b"<tr>",
    b"</",
    b"&#x;",
    b"<![CDATA[",
    b"ss:Index=\"1048576\"",
    b"table:number-rows-repeated=\"1048576\"",
    b"table:number-columns-repeated=\"16384\"",
    "指标,2021年".as_bytes(),
];

/// A reader that takes longer for a file of this size has a fault.
const SLOW: Duration = Duration::from_secs(5);
/// One that takes so long hangs.
const HANGS: Duration = Duration::from_secs(60);

/// Damages files until the time is over.
///
/// # Errors
/// A reader has a fault; the files that show it are named.
pub fn run(options: &Options) -> Result<()> {
    let is_meant = |target: &&Target| {
        options.targets.is_empty() || options.targets.iter().any(|name| name == target.name)
    };
    let targets: Vec<&Target> = TARGETS.iter().filter(is_meant).collect();
    for name in &options.targets {
        ensure!(
            TARGETS.iter().any(|target| target.name == name),
            "no reader is called {name}"
        );
    }
    if let Some(file) = &options.file {
        let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        for target in targets {
            (target.read)(&bytes);
        }
        return Ok(());
    }
    let folder = paths::target().join("fuzz");
    fs::create_dir_all(&folder)?;
    let found: Vec<PathBuf> = targets
        .into_iter()
        .map(|target| fuzz(target, Duration::from_secs(options.seconds), &folder))
        .collect::<Result<Vec<_>>>()?
        .concat();
    if found.is_empty() {
        return Ok(());
    }
    let found: Vec<String> = found.iter().map(|file| file.display().to_string()).collect();
    bail!(
        "run these again with `cargo xtask fuzz --file FILE`:\n{}",
        found.join("\n")
    )
}

/// Gives damaged files to one reader; the files that show a fault.
fn fuzz(target: &Target, time: Duration, folder: &Path) -> Result<Vec<PathBuf>> {
    let seeds = (target.seeds)()?;
    let mut random = fastrand::Rng::new();
    let current = folder.join(format!("{}-current", target.name));
    let (start, mut found, mut runs) = (Instant::now(), Vec::new(), 0u64);
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    watch(&current);
    while start.elapsed() < time {
        let bytes = damaged(&seeds, &mut random)?;
        // A reader that takes the whole program down leaves its file here.
        fs::write(&current, &bytes)?;
        RUNS.fetch_add(1, Ordering::Relaxed);
        runs += 1;
        let begun = Instant::now();
        let ended = panic::catch_unwind(AssertUnwindSafe(|| (target.read)(&bytes)));
        if ended.is_err() || begun.elapsed() > SLOW {
            let file = folder.join(format!("{}-{}-{}", target.name, std::process::id(), found.len()));
            fs::write(&file, &bytes)?;
            found.push(file);
        }
    }
    panic::set_hook(hook);
    fs::remove_file(&current)?;
    let seconds = start.elapsed().as_secs();
    println!(
        "{}: {runs} files in {seconds} s, {} faults",
        target.name,
        found.len()
    );
    Ok(found)
}

/// Files given to any reader so far.
static RUNS: AtomicU64 = AtomicU64::new(0);

/// Ends the program when a reader hangs.
fn watch(current: &Path) {
    let current = current.to_owned();
    thread::spawn(move || {
        loop {
            let before = RUNS.load(Ordering::Relaxed);
            thread::sleep(HANGS);
            if !current.exists() {
                return;
            }
            if RUNS.load(Ordering::Relaxed) == before {
                eprintln!("a reader hangs over {}", current.display());
                std::process::exit(1);
            }
        }
    });
}

fn damaged(seeds: &[Seed], random: &mut fastrand::Rng) -> Result<Vec<u8>> {
    match &seeds[random.usize(..seeds.len())] {
        Seed::Plain(bytes) => {
            let mut bytes = bytes.clone();
            damage(&mut bytes, random);
            Ok(bytes)
        }
        Seed::Parts(parts) => {
            let mut parts = parts.clone();
            for _ in 0..random.usize(1..3) {
                let at = random.usize(..parts.len());
                damage(&mut parts[at].1, random);
            }
            packed(&Seed::Parts(parts))
        }
    }
}

/// A few changes anywhere: bytes, meaningful pieces, parts cut out or doubled, the end cut off.
fn damage(bytes: &mut Vec<u8>, random: &mut fastrand::Rng) {
    for _ in 0..random.usize(1..6) {
        let at = random.usize(..=bytes.len());
        let end = (at + random.usize(..64)).min(bytes.len());
        match random.u8(..6) {
            0 if at < bytes.len() => bytes[at] = random.u8(..),
            1 if at < bytes.len() => bytes[at] ^= 1 << random.u8(..8),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let doubled = bytes[at..end].to_vec();
                let to = random.usize(..=bytes.len());
                drop(bytes.splice(to..to, doubled));
            }
            4 if random.u8(..8) == 0 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at, WORDS[random.usize(..WORDS.len())].iter().copied())),
        }
    }
}

fn open(bytes: &[u8]) {
    drop(tabular::open(bytes));
}

fn data() -> PathBuf {
    paths::root().join("tests/data/files")
}

/// The files of the tests with such names; archives by their parts.
fn files(extensions: &[&str]) -> Result<Vec<Seed>> {
    let seeds = files_in(&data(), extensions)?;
    ensure!(!seeds.is_empty(), "no files to begin with");
    Ok(seeds)
}

/// The tables in every shape that the tests have.
fn shapes() -> Result<Vec<Seed>> {
    let mut seeds = Vec::new();
    for folder in fs::read_dir(data().with_file_name("shapes"))? {
        let folder = folder?.path();
        if folder.is_dir() {
            seeds.extend(files_in(&folder, &["csv", "tsv", "xlsx"])?);
        }
    }
    Ok(seeds)
}

fn files_in(folder: &Path, extensions: &[&str]) -> Result<Vec<Seed>> {
    let mut seeds = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        if extensions.contains(&extension.as_ref()) {
            let bytes = fs::read(&path)?;
            seeds.push(if extension == "xlsx" {
                parts(&bytes)?
            } else {
                Seed::Plain(bytes)
            });
        }
    }
    Ok(seeds)
}

fn plain(bytes: Vec<u8>) -> Vec<Seed> {
    vec![Seed::Plain(bytes)]
}

fn parts(bytes: &[u8]) -> Result<Seed> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;
        parts.push((file.name()?.into_owned(), content));
    }
    Ok(Seed::Parts(parts))
}

fn packed(seed: &Seed) -> Result<Vec<u8>> {
    match seed {
        Seed::Plain(bytes) => Ok(bytes.clone()),
        Seed::Parts(parts) => {
            let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
            let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            for (name, content) in parts {
                archive.start_file(name.as_str(), stored)?;
                archive.write_all(content)?;
            }
            Ok(archive.finish()?.into_inner())
        }
    }
}

fn ods() -> Seed {
    Seed::Parts(vec![
        (
            "mimetype".to_owned(),
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("content.xml".to_owned(), CONTENT.into()),
    ])
}
