//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// The root of the checkout, where the workspace's Cargo.toml stands.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// The folder of the city that the app is built for: the one in `PLAN_CATALOGUE`, else the one that comes with it.
pub fn city() -> PathBuf {
    let named = std::env::var_os("PLAN_CATALOGUE").map(PathBuf::from);
    root().join(named.unwrap_or_else(|| "src/catalogue/qinzhou".into()))
}

/// Everything that is built and never kept.
pub fn target() -> PathBuf {
    root().join("target")
}
