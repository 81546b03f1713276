//! Every touch of the browser: the address bar, the figures that the app carries, the clipboard, the clock, files, the whole screen, the import worker,
//! letters, storage, the look of the page, the page as one file, and charts. Each file wraps one part of it behind plain Rust
//! functions; nothing else in the crate names a web interface except Leptos' own event types.

pub mod address;
pub mod bundled;
pub mod clipboard;
pub mod clock;
pub mod download;
pub mod echarts;
pub mod embedded;
pub mod files;
pub mod fullscreen;
pub mod hand_on;
mod held;
pub mod hosted;
pub mod leaving;
pub mod letters;
pub mod local;
pub mod look;
pub mod offline;
pub mod own_file;
pub mod packed;
pub mod print;
pub mod raster;
pub mod readings;
pub mod storage;
pub mod worker;
