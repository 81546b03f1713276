//! Debian's Rust as a toolchain for the browser. Its packages hold the compiler, the linker and the sources of the
//! standard library, but no compiled library for the browser: that is built here, once for each compiler version,
//! into the user's cache. Nothing of the system or of rustup is changed but for the packages.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::apt;
use super::toolchain::{TARGET, Toolchain, has_std};
use crate::{paths, process};

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";

/// The toolchain, when everything it needs is in place.
pub fn ready() -> Option<Toolchain> {
    let rustc = Rustc::installed()?;
    let sysroot = rustc.wasm_sysroot();
    (has_std(&libraries(&sysroot)))
        .then(|| rustc.toolchain(&sysroot))
        .flatten()
}

/// Installs the packages and builds the standard library, as far as they are missing.
pub fn install() -> Result<Toolchain> {
    let sources = Path::new("/usr/lib/rustlib/src/rust/library/std");
    if Rustc::installed().is_none() || !sources.exists() || !Path::new(CARGO).exists() {
        apt::install(
            "a Rust compiler for the browser",
            &["rustc-web", "cargo-web", "rust-web-src"],
        )?;
    }
    let Some(rustc) = Rustc::installed() else {
        bail!(
            "Debian's Rust is older than this project needs: add the target with `rustup target add {TARGET}`"
        );
    };
    if rustc.linker().is_none() {
        apt::install("a linker for the browser", &[&format!("lld-{}", rustc.llvm)])?;
    }
    let sysroot = rustc.wasm_sysroot();
    if !has_std(&libraries(&sysroot)) {
        build_std(&sysroot)?;
    }
    rustc
        .toolchain(&sysroot)
        .context("Debian's Rust was installed and still does not build for the browser")
}

/// Debian's compiler, recent enough for this project.
struct Rustc {
    /// Such as `1.96.0-ac68faa20`: libraries fit this very compiler alone.
    version: String,
    /// The major version of LLVM, which the linker has to share.
    llvm: String,
}

impl Rustc {
    fn installed() -> Option<Self> {
        let text = process::ask(Command::new(RUSTC).arg("-vV"))?;
        let field = |name: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(name))
                .map(str::trim)
        };
        let release = field("release:")?;
        let commit: String = field("commit-hash:")?.chars().take(9).collect();
        let llvm = field("LLVM version:")?.split('.').next()?.to_owned();
        let recent = at_least(release, env!("CARGO_PKG_RUST_VERSION"));
        recent.then(|| Self {
            version: format!("{release}-{commit}"),
            llvm,
        })
    }

    fn linker(&self) -> Option<PathBuf> {
        process::find(&format!("wasm-ld-{}", self.llvm))
    }

    /// Where the compiled standard library for the browser is kept between checkouts.
    fn wasm_sysroot(&self) -> PathBuf {
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = cache
            .or_else(|| Some(std::env::home_dir()?.join(".cache")))
            .unwrap_or_else(paths::target);
        cache
            .join("plan-tracker")
            .join(format!("{TARGET}-{}", self.version))
    }

    fn toolchain(&self, sysroot: &Path) -> Option<Toolchain> {
        let mut sysroot_flag = OsString::from("--sysroot=");
        sysroot_flag.push(sysroot);
        Some(Toolchain {
            cargo: CARGO.into(),
            flags: vec![sysroot_flag],
            environment: vec![
                ("RUSTC", RUSTC.into()),
                (
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
                    self.linker()?.into(),
                ),
            ],
        })
    }
}

/// Compiles the standard library for the browser into a sysroot of its own.
fn build_std(sysroot: &Path) -> Result<()> {
    eprintln!("building the standard library for the browser, once for this compiler (about a minute)");
    let work = paths::target().join("wasm-std");
    process::write(&work.join("src/lib.rs"), "#![no_std]\n")?;
    process::write(
        &work.join("Cargo.toml"),
        "[package]\nname = \"std-for-wasm\"\nedition = \"2024\"\n\n[workspace]\n",
    )?;
    let mut build = Command::new(CARGO);
    build.current_dir(&work).env("RUSTC", RUSTC);
    // Debian's compiler is a stable one, and building the standard library is not a stable feature. Without the
    // bitcode in it, the release build could not optimise over the border of the crates.
    build
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_ENCODED_RUSTFLAGS", "-Cembed-bitcode=yes");
    build.args([
        "build",
        "--release",
        "-Zbuild-std=std,panic_abort",
        "--target",
        TARGET,
        "--target-dir",
        "target",
    ]);
    process::run(&mut build).context("the standard library for the browser could not be built")?;

    // Copied beside the place first, so that an interrupted copy is never taken for a library.
    let partial = sysroot.with_file_name("partial");
    let copied = copy_libraries(
        &work.join("target").join(TARGET).join("release/deps"),
        &libraries(&partial),
    )
    .and_then(|()| fs::rename(&partial, sysroot));
    copied.with_context(|| format!("{} cannot be written", sysroot.display()))
}

/// Where a compiler looks for the libraries of the target below its sysroot.
fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

fn copy_libraries(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let path = file?.path();
        if let (Some("rlib"), Some(name)) = (path.extension().and_then(|end| end.to_str()), path.file_name())
        {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// Compares versions such as `1.96.0` and `1.88`.
fn at_least(version: &str, least: &str) -> bool {
    let numbers = |text: &str| {
        text.split('.')
            .map(|part| part.parse().unwrap_or(0))
            .collect::<Vec<u32>>()
    };
    numbers(version) >= numbers(least)
}
