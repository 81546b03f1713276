//! From the crate to target/bindgen/: the WebAssembly module and the JavaScript module that loads it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::setup::node;
use crate::setup::toolchain::{TARGET, Toolchain};
use crate::{paths, process};

/// How much work goes into the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, for `cargo xtask serve`.
    Dev,
    /// Small and fast, for everyone.
    Release,
}

impl Profile {
    /// The profile's name in Cargo.toml, which is also its folder below target/.
    fn cargo_name(self) -> &'static str {
        match self {
            Profile::Dev => "wasm-dev",
            Profile::Release => "release",
        }
    }

    /// Where vite.config.js looks for the module.
    pub fn folder(self) -> PathBuf {
        paths::target().join("bindgen").join(match self {
            Profile::Dev => "dev",
            Profile::Release => "release",
        })
    }
}

/// A target folder of its own: native builds go on while the page is built, and the other way round.
fn target() -> PathBuf {
    paths::target().join("wasm")
}

/// The cargo command that compiles the page.
pub fn compile(toolchain: &Toolchain, profile: Profile) -> Command {
    let mut cargo = toolchain.cargo();
    cargo.args([
        "build",
        "--package",
        "plan-tracker",
        "--bin",
        "plan-tracker",
        "--features",
        "app",
    ]);
    cargo
        .args([
            "--target",
            TARGET,
            "--profile",
            profile.cargo_name(),
            "--target-dir",
        ])
        .arg(target());
    cargo
}

/// Compiles the page and writes target/bindgen/.
pub fn wasm(toolchain: &Toolchain, profile: Profile) -> Result<()> {
    process::run(&mut compile(toolchain, profile))?;
    bindgen(profile)
}

/// Writes target/bindgen/ from the compiled page.
pub fn bindgen(profile: Profile) -> Result<()> {
    let module = target()
        .join(TARGET)
        .join(profile.cargo_name())
        .join("plan-tracker.wasm");
    let folder = profile.folder();
    let generated = Bindgen::new()
        .input_path(&module)
        .out_name("app")
        .web(true)
        // The page passes the module's address, so that Vite can give it a name that changes with its content.
        .and_then(|bindgen| {
            bindgen.omit_default_module_path(true).typescript(false);
            bindgen
                .remove_name_section(profile == Profile::Release)
                .generate(&folder)
        });
    generated.with_context(|| format!("wasm-bindgen refused {}", module.display()))?;
    if profile == Profile::Release {
        shrink(&folder.join("app_bg.wasm"))?;
    }
    Ok(())
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
