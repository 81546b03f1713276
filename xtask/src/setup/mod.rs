//! What the project needs on a machine, each found where it already is and installed where it is missing. Nothing
//! is downloaded but packages, by the machine's own package managers, from wherever those are set up to look.

mod apt;
mod debian_rust;

pub mod chromium;
pub mod firefox;
pub mod node;
pub mod office;
pub mod rust_wasm;
pub mod toolchain;
