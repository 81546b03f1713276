//! Starts the app, nothing else.

fn main() {
    // A worker loads this same module for its import alone: it has no window and mounts nothing.
    if web_sys::window().is_none() {
        return;
    }
    console_error_panic_hook::set_once();
    plan_tracker::app::start();
}
