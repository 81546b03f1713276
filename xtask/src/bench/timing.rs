//! Stopwatch: several runs, and the median of them.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long one run of `work` takes, in milliseconds. Where the system tells how long a thread was at work, the time in
/// which it had to wait for others does not count.
pub fn once<T>(work: impl FnOnce() -> T) -> f64 {
    let (start, busy) = (Instant::now(), busy());
    let result = black_box(work());
    let taken = self::busy()
        .zip(busy)
        .map(|(now, before)| now.saturating_sub(before));
    let taken = taken.unwrap_or_else(|| start.elapsed()).as_secs_f64() * 1e3;
    // Giving the memory back is not part of the work.
    drop(result);
    taken
}

/// How long this thread has been at work, as Linux tells.
fn busy() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = told.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// The middle one of some figures; 0 of none.
pub fn median(figures: impl IntoIterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_unstable_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
