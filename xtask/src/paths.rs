//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// The root of the checkout, where the workspace's Cargo.toml stands.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// Everything that is built and never kept.
pub fn target() -> PathBuf {
    root().join("target")
}

/// The published page.
pub fn dist() -> PathBuf {
    root().join("dist")
}
