//! Mounts the app, nothing else.

use leptos::prelude::*;

fn main() {
    // A worker loads this same module for its functions alone: it has no window and mounts nothing.
    if web_sys::window().is_none() {
        return;
    }
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <main><h1>"钦州市妇女儿童发展规划"</h1></main> });
}
