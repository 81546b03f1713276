//! The pages that can be built: with how much work, about which city, and where they go.

use std::path::PathBuf;
use std::process::Command;

use crate::paths;
use crate::setup::node;

/// One page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Edition {
    /// Small and fast, for everyone: dist/
    Published,
    /// Quick to build, for `cargo xtask serve`
    Dev,
    /// Quick to build, about the invented county of the tests: target/small-city/
    SmallCity,
}

impl Edition {
    /// The name by which vite.config.js finds what it bundles, and the folder of it.
    pub fn name(self) -> &'static str {
        match self {
            Edition::Published => "published",
            Edition::Dev => "dev",
            Edition::SmallCity => "small-city",
        }
    }

    /// The profile's name in Cargo.toml, which is also its folder below target/.
    pub fn profile(self) -> &'static str {
        match self {
            Edition::Published => "release",
            Edition::Dev | Edition::SmallCity => "wasm-dev",
        }
    }

    /// The same for the module of the import worker.
    pub fn import_profile(self) -> &'static str {
        match self {
            Edition::Published => "worker",
            Edition::Dev | Edition::SmallCity => self.profile(),
        }
    }

    /// The folder of the city that it is about, where it is not the one that is asked for.
    pub fn city(self) -> Option<PathBuf> {
        (self == Edition::SmallCity).then(|| paths::root().join("tests/data/small-city"))
    }

    /// Where vite.config.js looks for the module and the data.
    pub fn folder(self) -> PathBuf {
        paths::target().join("page").join(self.name())
    }

    /// The Vite command line, about this page.
    pub fn vite(self) -> Command {
        let mut vite = node::script("vite/bin/vite.js");
        vite.env("PLAN_EDITION", self.name());
        vite
    }

    /// Where the page goes that can be served.
    pub fn bundle(self) -> PathBuf {
        match self {
            Edition::Published => paths::root().join("dist"),
            Edition::Dev | Edition::SmallCity => paths::target().join(self.name()),
        }
    }
}
