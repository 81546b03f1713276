//! What LibreOffice makes of the documents: every word of a Word document is in its text, the short edition prints on a
//! few pages, and a workbook that it saves again holds the same figures. `cargo xtask test` runs these where it finds or
//! can install LibreOffice.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use plan_tracker::catalogue::builtin;
use plan_tracker::import::import;
use plan_tracker::lang::Lang;
use plan_tracker::observation::{Collection, Settlement};
use plan_tracker::report::{Edition, Kind, docx, workbook};

use crate::support::{EXAMPLE, INVENTED, Sample, word_text};

/// One at a time: when several of it start for the first time on a machine, LibreOffice may break off.
static TURN: Mutex<()> = Mutex::new(());

/// Has a file converted, and says where the result lies. Each test has a folder of its own: LibreOffice keeps a profile
/// in it, which two of it cannot share.
fn converted(test: &str, name: &str, bytes: &[u8], filter: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office").join(test);
    let out = folder.join("out");
    std::fs::create_dir_all(&out).expect("a folder for the documents");
    let file = folder.join(name);
    std::fs::write(&file, bytes).expect("the document is written");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let status = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", filter, "--outdir"])
        .args([&out, &file])
        .status()
        .expect("soffice runs");
    drop(turn);
    assert!(status.success(), "{name} as {filter}");
    let suffix = filter.split(':').next().unwrap_or_default();
    out.join(name).with_extension(suffix)
}

fn without_blanks(text: &str) -> String {
    let seen = |c: &char| !c.is_whitespace() && *c != '\u{feff}';
    text.chars().filter(seen).collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn every_word_of_a_report_is_read() {
    for (lang, name) in [(Lang::Zh, "zh.docx"), (Lang::En, "en.docx")] {
        let mut sample = Sample::example(None);
        sample.kind = Kind::MidTerm;
        sample.lang = lang;
        let bytes = docx(&sample.report(), &[]);
        let text = converted("words", name, &bytes, "txt:Text (encoded):UTF8");
        let read = std::fs::read_to_string(text).expect("a text");
        let (read, written) = (without_blanks(&read), word_text(&bytes));
        assert!(written.lines().count() > 3000, "{}", written.lines().count());
        // In order: what stands between two words, such as numbers of headings, is LibreOffice's own.
        let mut rest = read.as_str();
        for line in written.lines().map(without_blanks) {
            let found = rest.find(&line);
            let at = found.unwrap_or_else(|| panic!("“{line}” is not read, or not in its place"));
            rest = &rest[at + line.len()..];
        }
    }
}

/// How many pages a PDF says that it has.
fn pages(pdf: &Path) -> usize {
    let bytes = std::fs::read(pdf).expect("a PDF");
    let text = String::from_utf8_lossy(&bytes);
    let counts = text.split("/Type/Pages").skip(1);
    let count = |rest: &str| {
        let rest = rest.split("/Count ").nth(1)?;
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    };
    counts.filter_map(count).max().unwrap_or_default()
}

#[test]
#[ignore = "needs LibreOffice"]
fn the_short_edition_prints_on_eight_pages_and_the_full_one_on_more() {
    let printed = |edition, name| {
        let mut sample = Sample::example(None);
        sample.kind = Kind::MidTerm;
        sample.edition = edition;
        pages(&converted("pages", name, &docx(&sample.report(), &[]), "pdf"))
    };
    let (short, full) = (
        printed(Edition::Short, "short.docx"),
        printed(Edition::Full, "full.docx"),
    );
    assert!((1..=8).contains(&short), "{short} pages");
    assert!(full > 2 * short, "{full} pages");
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_workbook_saved_again_holds_the_same_figures() {
    let sample = Sample::new(&[("example.csv", EXAMPLE)], INVENTED, None);
    let written = sample.ask(workbook);
    let saved = converted("workbook", "report.xlsx", &written, "xlsx:Calc MS Excel 2007 XML");
    let saved = std::fs::read(saved).expect("a workbook");
    let figures = |bytes: &[u8]| {
        let import = import("report.xlsx", bytes, builtin(), 2026);
        let collection = Collection::new([&import.table], &Settlement::default());
        let points = collection.iter().flat_map(|series| {
            series
                .points
                .iter()
                .map(|point| (series.key.clone(), point.year, point.value))
        });
        points.collect::<Vec<_>>()
    };
    let (before, after) = (figures(&written), figures(&saved));
    assert!(before.len() > 500, "{}", before.len());
    assert_eq!(before, after);
}
