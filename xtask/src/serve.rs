//! `cargo xtask serve`: Vite serves the page and reloads it when the module changes; this side watches the sources
//! and builds the module again. A build that fails is shown in the terminal and over the page, and the last module
//! that worked stays.

use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, bail};

use crate::build::{self, Edition};
use crate::setup::toolchain::Toolchain;
use crate::setup::{node, rust_wasm};
use crate::{paths, process};

/// How `cargo xtask serve` can be asked.
#[derive(clap::Args)]
pub struct Options {
    /// Serve the optimised build in dist/, without watching the sources
    #[arg(long)]
    release: bool,
    /// The port on this machine
    #[arg(long, default_value_t = 5173)]
    port: u16,
}

/// How often the sources are looked at. A change counts once two looks in a row agree on it.
const LOOK: Duration = Duration::from_millis(300);

/// Sets up what is missing, builds, serves, and goes on until interrupted.
pub fn run(options: &Options) -> Result<()> {
    let port = options.port;
    if TcpListener::bind(("127.0.0.1", port)).is_err() {
        bail!("port {port} is in use or not allowed: choose another with `--port`");
    }
    let toolchain = rust_wasm::toolchain()?;
    node::packages()?;
    if options.release {
        build::bundle(&toolchain, Edition::Published)?;
        return wait(start(Edition::Published.vite().arg("preview"), port)?);
    }
    build::wasm(&toolchain, Edition::Dev)?;
    report(None)?;
    let seen = Sources::look();
    let server = start(&mut Edition::Dev.vite(), port)?;
    watch(&toolchain, seen, server)
}

fn start(vite: &mut Command, port: u16) -> Result<Child> {
    vite.args(["--port", &port.to_string(), "--strictPort"]);
    process::announce(vite);
    // vite.config.js makes it end when its input does, so that it never outlives this program.
    let server = vite
        .env("STOP_WITH_INPUT", "1")
        .stdin(Stdio::piped())
        .spawn()
        .with_context(|| process::cannot_start(vite))?;
    println!("serving http://127.0.0.1:{port}/ (stop with Ctrl-C)");
    Ok(server)
}

fn wait(mut server: Child) -> Result<()> {
    // Kept, since waiting closes the input that it finds, and that ends the server.
    let _input = server.stdin.take();
    let status = server.wait().context("the server was lost")?;
    if !status.success() {
        bail!("the server stopped ({status})");
    }
    Ok(())
}

/// Builds again after each change, for as long as the server runs.
fn watch(toolchain: &Toolchain, mut built: Sources, mut server: Child) -> Result<()> {
    let mut last = built.clone();
    loop {
        std::thread::sleep(LOOK);
        if server.try_wait().context("the server was lost")?.is_some() {
            return wait(server);
        }
        let now = Sources::look();
        if now != built && now == last {
            let changed = now.first_difference(&built);
            eprintln!(
                "changed: {}",
                changed.strip_prefix(paths::root()).unwrap_or(changed).display()
            );
            rebuild(toolchain)?;
            built = now.clone();
        }
        last = now;
    }
}

fn rebuild(toolchain: &Toolchain) -> Result<()> {
    let start = Instant::now();
    let commands = build::compile(toolchain, Edition::Dev)?;
    let compiled = commands
        .into_iter()
        .try_for_each(|mut command| process::run_keeping_errors(&mut command))
        .and_then(|()| build::bindgen(Edition::Dev).map_err(|error| format!("{error:#}")));
    match compiled {
        Ok(()) => eprintln!("built again in {:.1} s", start.elapsed().as_secs_f32()),
        Err(_) => eprintln!("the build failed; the page goes on with the last one that worked"),
    }
    report(compiled.err().as_deref())
}

/// Tells Vite that a build is over: the file is empty after one that worked, and else holds what to show.
fn report(error: Option<&str>) -> Result<()> {
    process::write(
        &Edition::Dev.folder().join("build-error.txt"),
        error.unwrap_or_default(),
    )
}

/// The files that go into the module, with the time of their last change.
#[derive(Clone, Default, PartialEq)]
struct Sources(BTreeMap<PathBuf, SystemTime>);

impl Sources {
    fn look() -> Self {
        let mut sources = Self::default();
        for name in ["src", "build.rs", "Cargo.toml", "Cargo.lock"] {
            sources.add(&paths::root().join(name));
        }
        sources
    }

    /// A file that vanishes meanwhile is a change that the next look will see.
    fn add(&mut self, path: &Path) {
        if let Ok(entries) = fs::read_dir(path) {
            entries.flatten().for_each(|entry| self.add(&entry.path()));
        } else if !served_by_vite(path)
            && let Ok(changed) = fs::metadata(path).and_then(|metadata| metadata.modified())
        {
            self.0.insert(path.to_owned(), changed);
        }
    }

    fn first_difference<'a>(&'a self, other: &'a Self) -> &'a Path {
        let differs = |path: &&PathBuf| self.0.get(*path) != other.0.get(*path);
        self.0
            .keys()
            .chain(other.0.keys())
            .find(differs)
            .map_or(Path::new("src"), PathBuf::as_path)
    }
}

/// Styles and scripts do not go into the module: Vite watches them itself, and is quicker.
fn served_by_vite(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "css" || extension == "js")
}
