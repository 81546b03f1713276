//! From the crate to what Vite bundles: the WebAssembly module, the JavaScript module that loads it, and the catalogue
//! that it carries as open data.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use plan_tracker::catalogue::from_json;
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use super::Edition;
use super::first::First;
use crate::setup::node;
use crate::setup::toolchain::{TARGET, Toolchain};
use crate::{catalogue, paths, process};

const PACKAGE: &str = "plan-tracker";

/// A target folder of its own: native builds go on while the page is built, and the other way round.
fn target() -> PathBuf {
    paths::target().join("wasm")
}

/// The cargo command that compiles the page. What it made, it writes into [`messages`].
pub fn compile(toolchain: &Toolchain, edition: Edition) -> Result<Command> {
    let mut cargo = toolchain.cargo();
    cargo.args([
        "build",
        "--package",
        PACKAGE,
        "--bin",
        PACKAGE,
        "--features",
        "app",
    ]);
    cargo.args(["--target", TARGET, "--profile", edition.profile()]);
    cargo.arg("--target-dir").arg(target());
    cargo.arg("--message-format=json-render-diagnostics");
    if let Some(city) = edition.city() {
        cargo.env("PLAN_CATALOGUE", city);
    }
    let messages = messages(edition);
    process::write(&messages, "")?;
    let messages =
        File::create(&messages).with_context(|| format!("{} cannot be written", messages.display()))?;
    cargo.stdout(messages);
    Ok(cargo)
}

/// Where cargo writes what it made, a line of JSON each.
fn messages(edition: Edition) -> PathBuf {
    edition.folder().join("messages.jsonl")
}

/// Compiles the page and writes the folder of the edition.
pub fn wasm(toolchain: &Toolchain, edition: Edition) -> Result<()> {
    process::run(&mut compile(toolchain, edition)?)?;
    bindgen(edition)
}

/// Writes the folder of the edition from the compiled page: the module, and the data that it carries.
pub fn bindgen(edition: Edition) -> Result<()> {
    let module = target()
        .join(TARGET)
        .join(edition.profile())
        .join("plan-tracker.wasm");
    let folder = edition.folder();
    let published = edition == Edition::Published;
    let generated = Bindgen::new()
        .input_path(&module)
        .out_name("app")
        .web(true)
        // The page passes the module's address, so that Vite can give it a name that changes with its content.
        .and_then(|bindgen| {
            bindgen.omit_default_module_path(true).typescript(false);
            bindgen.remove_name_section(published).generate(&folder)
        });
    generated.with_context(|| format!("wasm-bindgen refused {}", module.display()))?;
    if published {
        shrink(&folder.join("app_bg.wasm"))?;
    }
    let json = embedded(edition, "catalogue.json")?;
    let city = from_json(&json).context("the catalogue that was embedded")?;
    let first = First::of(&city, &embedded(edition, "reference.csv")?);
    process::write(&folder.join("first.json"), serde_json::to_string(&first)?)?;
    catalogue::publish(&json, &folder.join("data"))
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

/// Runs wasm-opt over the module, unless the module is the one it did last.
fn shrink(module: &Path) -> Result<()> {
    let read = |path: &Path| fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let (input, output) = (module.with_extension("input"), module.with_extension("output"));
    let raw = read(module)?;
    let done = output.exists() && fs::read(&input).is_ok_and(|last| last == raw);
    if !done {
        let mut optimise = node::script("binaryen/bin/wasm-opt");
        // Which features rustc has used, the module says itself.
        optimise.args(["-Os", "--strip-debug", "--strip-producers"]);
        process::run(optimise.arg(module).arg("-o").arg(&output))?;
        process::write(&input, raw)?;
    }
    process::write(module, read(&output)?)
}
