//! From the crate to what Vite bundles: the WebAssembly modules of the pages and of the import worker, the JavaScript
//! that loads them, the figures that the app carries, and the catalogue as open data.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use plan_tracker::catalogue::{Catalogue, from_json};
use plan_tracker::import::Import;
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use super::Edition;
use super::first::First;
use super::split::{Split, split};
use crate::setup::node;
use crate::setup::toolchain::{TARGET, Toolchain};
use crate::{catalogue, paths, process};

const PACKAGE: &str = "plan-tracker";

/// A target folder of its own: native builds go on while the page is built, and the other way round.
fn target() -> PathBuf {
    paths::target().join("wasm")
}

/// A WebAssembly module of the page.
struct Module {
    /// The binary in Cargo.toml.
    binary: &'static str,
    /// Its feature. Each is built with its own alone: a script that the other's part of the library asks for would
    /// come along.
    feature: &'static str,
    /// What its files are called: the script, and with `_bg.wasm` the module.
    name: &'static str,
    /// How wasm-opt is to make it: small, or fast.
    goal: &'static str,
}

const PAGES: Module = Module {
    binary: "plan-tracker",
    feature: "app",
    name: "app",
    goal: "-Os",
};
const IMPORT: Module = Module {
    binary: "import-worker",
    feature: "worker",
    name: "import",
    goal: "-O3",
};

/// The cargo commands that compile the modules. What the first made, it writes into [`messages`].
pub fn compile(toolchain: &Toolchain, edition: Edition) -> Result<[Command; 2]> {
    let messages = messages(edition);
    process::write(&messages, "")?;
    let messages =
        File::create(&messages).with_context(|| format!("{} cannot be written", messages.display()))?;
    let mut pages = cargo(toolchain, edition, "rustc", &PAGES);
    pages.args(["--profile", edition.profile()]);
    pages
        .arg("--message-format=json-render-diagnostics")
        .stdout(messages);
    // Where functions stand must be known to cut the module apart.
    pages.args(["--", "-Clink-arg=--emit-relocs"]);
    let mut import = cargo(toolchain, edition, "build", &IMPORT);
    import.args(["--profile", edition.import_profile()]);
    Ok([pages, import])
}

fn cargo(toolchain: &Toolchain, edition: Edition, subcommand: &str, module: &Module) -> Command {
    let mut cargo = toolchain.cargo();
    cargo.args([
        subcommand,
        "--package",
        PACKAGE,
        "--bin",
        module.binary,
        "--features",
        module.feature,
        "--target",
        TARGET,
    ]);
    cargo.arg("--target-dir").arg(target());
    if let Some(city) = edition.city() {
        cargo.env("PLAN_CATALOGUE", city);
    }
    cargo
}

/// Where cargo writes what it made, a line of JSON each.
fn messages(edition: Edition) -> PathBuf {
    edition.folder().join("messages.jsonl")
}

/// Compiles the modules and writes the folder of the edition.
pub fn wasm(toolchain: &Toolchain, edition: Edition) -> Result<()> {
    for mut command in compile(toolchain, edition)? {
        process::run(&mut command)?;
    }
    bindgen(edition)
}

/// Writes the folder of the edition from what was compiled: the modules, and the data that they carry.
pub fn bindgen(edition: Edition) -> Result<()> {
    modules(edition)?;
    let folder = edition.folder();
    let json = embedded(edition, "catalogue.json")?;
    let city = from_json(&json).context("the catalogue that was embedded")?;
    let reference = figures(edition, "reference", &city)?;
    figures(edition, "example", &city)?;
    let first = First::of(&city, reference.as_ref());
    process::write(&folder.join("first.json"), serde_json::to_string(&first)?)?;
    catalogue::publish(&json, &folder.join("data"))
}

/// The module of the pages, cut apart, and the one of the import.
fn modules(edition: Edition) -> Result<()> {
    let folder = edition.folder();
    let compiled = compiled(edition.profile(), &PAGES);
    let Split { main, parts } = split(&compiled, &folder, &format!("{}.js", PAGES.name))?;
    generate(edition, &main, &PAGES)?;
    if edition == Edition::Published {
        for part in parts {
            optimise(&part, PAGES.goal)?;
        }
    }
    generate(
        edition,
        &self::compiled(edition.import_profile(), &IMPORT),
        &IMPORT,
    )
}

/// Where cargo leaves a module.
fn compiled(profile: &str, module: &Module) -> PathBuf {
    let folder = target().join(TARGET).join(profile);
    folder.join(format!("{}.wasm", module.binary))
}

fn generate(edition: Edition, compiled: &Path, module: &Module) -> Result<()> {
    let folder = edition.folder();
    let published = edition == Edition::Published;
    let generated = Bindgen::new()
        .input_path(compiled)
        .out_name(module.name)
        .web(true)
        // The page passes the module's address, so that Vite can give it a name that changes with its content.
        .and_then(|bindgen| {
            bindgen.omit_default_module_path(true).typescript(false);
            // The modules that come later are given the table of functions.
            bindgen.keep_lld_exports(true);
            bindgen.remove_name_section(published).generate(&folder)
        });
    generated.with_context(|| format!("wasm-bindgen refused {}", compiled.display()))?;
    match published {
        true => optimise(&folder.join(format!("{}_bg.wasm", module.name)), module.goal),
        false => Ok(()),
    }
}

/// Reads a table that the city has and writes what was read where the page takes it from; nothing in it where the city
/// has no such table.
fn figures(edition: Edition, name: &str, city: &Catalogue) -> Result<Option<Import>> {
    let table = format!("{name}.csv");
    let csv = embedded(edition, &table)?;
    let read = (!csv.is_empty()).then(|| Import::of_builtin(&table, &csv, city));
    let bytes = read.as_ref().map(Import::to_bytes).unwrap_or_default();
    process::write(&edition.folder().join(format!("{name}.bin")), bytes)?;
    Ok(read)
}

/// A file of the city that the build script of this very build embedded, whatever city this program was built for.
fn embedded(edition: Edition, name: &str) -> Result<String> {
    let messages = messages(edition);
    let text =
        fs::read_to_string(&messages).with_context(|| format!("{} cannot be read", messages.display()))?;
    let out_dir = text.lines().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let ours =
            message["reason"] == "build-script-executed" && message["package_id"].as_str()?.contains(PACKAGE);
        ours.then(|| message["out_dir"].as_str().map(PathBuf::from))?
    });
    let out_dir = out_dir.context("cargo did not say where the build script wrote the catalogue")?;
    let file = out_dir.join(name);
    fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
}

/// Runs wasm-opt over a module, unless the module is the one it did last.
fn optimise(module: &Path, goal: &str) -> Result<()> {
    let read = |path: &Path| fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let (input, output) = (module.with_extension("input"), module.with_extension("output"));
    let raw = read(module)?;
    let done = output.exists() && fs::read(&input).is_ok_and(|last| last == raw);
    if !done {
        let mut optimise = node::script("binaryen/bin/wasm-opt");
        // Which features rustc has used, the module says itself.
        optimise.args([goal, "--strip-debug", "--strip-producers"]);
        process::run(optimise.arg(module).arg("-o").arg(&output))?;
        process::write(&input, raw)?;
    }
    process::write(module, read(&output)?)
}
