//! `cargo xtask judge`: the app's import and assessment without a browser. Reads files, judges one area by
//! them alone, and prints one JSON object on standard output, so that a host can check files before
//! publishing them.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;

use anyhow::{Context, Result, anyhow};
use plan_tracker::assess::{Assessment, Board, CutOffs, Judged, ValueAt, Verdict, board};
use plan_tracker::catalogue::sheet::from_table;
use plan_tracker::catalogue::{Catalogue, ItemId, Section, Sex, Year, builtin, from_json};
use plan_tracker::import::{Import, Mappings, import_with};
use plan_tracker::lang::Lang;
use plan_tracker::observation::{Collection, Group, Residence, Settlement};
use plan_tracker::text::missing_reason;
use serde_json::{Value, json};

/// What to judge.
#[derive(clap::Args)]
pub struct Options {
    /// Judge by another catalogue: published JSON, or a table of targets (CSV or Excel)
    #[arg(long, value_name = "FILE")]
    catalogue: Option<PathBuf>,
    /// The year judged; the newest with data unless said
    #[arg(long, value_name = "YEAR")]
    as_of: Option<Year>,
    /// The area judged; the plans' own unless said
    #[arg(long)]
    area: Option<String>,
    /// Read as was said in this file, saved by the app or written after the questions that are printed
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// CSV files, oldest first: where two contradict, the later one counts
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Prints the verdicts. Succeeds when every cell was taken; 1 when some were not.
pub fn run(options: &Options) -> Result<ExitCode> {
    let other = options.catalogue.as_ref().map(read_catalogue).transpose()?;
    let catalogue = other.as_ref().unwrap_or_else(|| builtin());
    let mappings = read_mappings(options.mapping.as_ref(), catalogue)?;
    let imports = read_files(&options.files, catalogue, &mappings)?;
    let verdicts = verdicts(catalogue, &imports, options.area.as_deref(), options.as_of);
    println!("{}", serde_json::to_string_pretty(&verdicts)?);
    Ok(exit_code(&imports))
}

/// Success when every cell of every file was taken.
pub fn exit_code(imports: &[Import]) -> ExitCode {
    let clean = imports.iter().all(|import| import.log.is_clean());
    if clean {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Imports files in the order in which they are named.
pub fn read_files(files: &[PathBuf], catalogue: &Catalogue, mappings: &Mappings) -> Result<Vec<Import>> {
    let read = |path: &PathBuf| {
        let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        Ok(import_with(&name, &bytes, catalogue, today(), mappings))
    };
    files.iter().map(read).collect()
}

/// What a file says that texts mean; nothing where none is named.
pub fn read_mappings(path: Option<&PathBuf>, catalogue: &Catalogue) -> Result<Mappings> {
    let Some(path) = path else {
        return Ok(Mappings::default());
    };
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Mappings::from_file(&text, catalogue).map_err(|error| {
        let message = error.message(Lang::Zh);
        anyhow!("{}: {message}\n{error}", path.display())
    })
}

/// The current year, counted in days of the Gregorian calendar's mean year since 1970.
pub fn today() -> Year {
    const MEAN_YEAR: u64 = 31_556_952;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    now.map_or(Year::MAX, |since| 1970 + (since.as_secs() / MEAN_YEAR) as Year)
}

/// A catalogue as published JSON, or as a table of targets.
pub fn read_catalogue(path: &PathBuf) -> Result<Catalogue> {
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    if bytes.trim_ascii_start().starts_with(b"{") {
        let text = String::from_utf8_lossy(&bytes);
        return from_json(&text).with_context(|| format!("{} is no catalogue", path.display()));
    }
    from_table(&bytes).map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(|mistake| mistake.message(Lang::Zh)).collect();
        anyhow!("{} is no catalogue:\n{}", path.display(), lines.join("\n"))
    })
}

/// The whole answer.
pub fn verdicts(catalogue: &Catalogue, imports: &[Import], area: Option<&str>, as_of: Option<Year>) -> Value {
    let collection = Collection::new(imports.iter().map(|import| &import.table), &Settlement::default());
    let area = area.unwrap_or(catalogue.own_area());
    let board = board(catalogue, &collection, area, as_of, &[], &CutOffs::default());
    let reports: Vec<Value> = imports
        .iter()
        .map(|import| import.log.to_json(catalogue, Lang::Zh))
        .collect();
    json!({
        "files": reports,
        "conflicts": conflicts(&collection, imports),
        "area": board.area,
        "as_of": board.as_of,
        "assessments": board.items.iter().flat_map(|item| assessments(&board, item, imports)).collect::<Vec<_>>(),
        "summary": summary(&board),
    })
}

/// The headline, then every other series of the same target.
fn assessments(board: &Board, item: &Judged, imports: &[Import]) -> Vec<Value> {
    let target = target(item);
    let judged = |area: &str, group: &Group, verdict: &Assessment| {
        let doubts = doubts(board, item, (area, group), imports);
        assessment(item, &target, (area, group), verdict, doubts)
    };
    let headline = judged(&board.area, &item.basis.group(), &item.assessment);
    let groups = item
        .groups
        .iter()
        .map(|other| judged(&other.key.area, &other.key.group, &other.assessment));
    let parts = item
        .parts
        .iter()
        .map(|part| judged(&part.area, &Group::TOTAL, &part.assessment));
    std::iter::once(headline).chain(groups).chain(parts).collect()
}

fn assessment(
    item: &Judged,
    target: &Value,
    (area, group): (&str, &Group),
    verdict: &Assessment,
    doubts: Vec<Value>,
) -> Value {
    let measures: Vec<&ItemId> = item
        .stated_at
        .iter()
        .filter(|at| at.section != Section::Goal)
        .collect();
    let warning = |kind: &str, reason: &str| json!({ "kind": kind, "reason": reason });
    let warnings = verdict
        .warnings
        .iter()
        .map(|it| warning(it.kind().slug(), &it.reason(Lang::Zh)));
    let missing = match verdict.verdict {
        Verdict::NoData(absence) => Some(warning("no-data", missing_reason(absence, Lang::Zh))),
        _ => None,
    };
    let warnings: Vec<Value> = warnings.chain(missing).collect();
    json!({
        "goals": item.goals,
        "stated_at_measures": measures,
        "indicator": item.indicator.id,
        "area": area,
        "sex": sex(group),
        "residence": residence(group),
        "age": group.age,
        "base": value_at(verdict.base()),
        "latest": value_at(verdict.latest()),
        "target": target,
        "level": verdict.level(),
        "form": verdict.form(),
        "pace": verdict.pace(),
        "growth": verdict.growth(),
        "score": verdict.score(),
        "status": verdict.status(),
        "forecast": verdict.forecast().map(|f| json!({
            "year": f.year, "value": f.value, "low": f.low, "high": f.high, "chance": f.odds.map(|odds| odds.chance),
        })),
        "warnings": warnings,
        "doubts": doubts,
    })
}

/// The values of a series that are in doubt: a verdict on it rests on them.
fn doubts(board: &Board, item: &Judged, (area, group): (&str, &Group), imports: &[Import]) -> Vec<Value> {
    let doubts = imports.iter().flat_map(|import| {
        let of_file = import.log.doubts_of(&item.indicator.id, area, group, board.as_of);
        of_file.map(|doubt| (&import.log.name, doubt))
    });
    doubts
        .map(|(file, doubt)| {
            json!({ "file": file, "sheet": doubt.sheet, "line": doubt.line, "column": doubt.column, "year": doubt.year,
                "value": doubt.value, "code": doubt.oddity.code() })
        })
        .collect()
}

fn target(item: &Judged) -> Value {
    let target = &item.target;
    let unit = target.unit.as_ref().unwrap_or(&item.indicator.unit);
    json!({
        "op": target.op.symbol(),
        "value": target.op.value(),
        "unit": unit.as_str(),
        "year": target.year,
        "direction": target.op.trend(),
        "relative_to": target.op.relative_to(),
    })
}

fn value_at(at: Option<ValueAt>) -> Value {
    at.map_or(Value::Null, |at| json!({ "year": at.year, "value": at.value }))
}

fn sex(group: &Group) -> &'static str {
    match group.sex {
        None => "",
        Some(Sex::Female) => "female",
        Some(Sex::Male) => "male",
    }
}

fn residence(group: &Group) -> &'static str {
    match group.residence {
        None => "",
        Some(Residence::Urban) => "urban",
        Some(Residence::Rural) => "rural",
    }
}

fn conflicts(collection: &Collection, imports: &[Import]) -> Vec<Value> {
    let file = |table: usize| imports.get(table).map(|import| import.log.name.as_str());
    let conflict = |conflict: &plan_tracker::observation::Conflict| {
        let values: Vec<Value> = conflict
            .values
            .iter()
            .map(|(value, origin)| json!({ "value": value, "file": file(origin.table), "used": *origin == conflict.used }))
            .collect();
        json!({
            "indicator": conflict.key.indicator,
            "area": conflict.key.area,
            "sex": sex(&conflict.key.group),
            "residence": residence(&conflict.key.group),
            "age": conflict.key.group.age,
            "year": conflict.year,
            "values": values,
        })
    };
    collection.conflicts.iter().map(conflict).collect()
}

/// Goals by level; `no_data` holds every goal whose level cannot be told, so that the four always add up.
fn summary(board: &Board) -> Value {
    let levels = board.summary().levels;
    json!({
        "goals": levels.total,
        "met": levels.met,
        "nearly_met": levels.nearly_met,
        "not_met": levels.not_met,
        "no_data": levels.no_data,
    })
}
