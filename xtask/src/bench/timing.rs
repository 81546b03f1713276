//! Stopwatch: several runs, and the median of them.

use std::hint::black_box;
use std::time::Instant;

/// How long one run of `work` takes, in milliseconds.
pub fn once<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let result = black_box(work());
    let taken = start.elapsed().as_secs_f64() * 1e3;
    // Giving the memory back is not part of the work.
    drop(result);
    taken
}

/// The middle one of some figures; 0 of none.
pub fn median(figures: impl IntoIterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_unstable_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
