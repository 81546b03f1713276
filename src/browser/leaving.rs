//! Leaving the page: the browser asks first while something would be lost by it.

use leptos::ev;
use leptos::prelude::*;

/// Has the browser ask before the page is closed, reloaded or left, for as long as that holds. It is listened for only
/// then, since browsers do not keep a page at hand that listens.
pub fn ask_while(holds: impl Fn() -> bool + Send + Sync + 'static) {
    let holds = Memo::new(move |_| holds());
    Effect::new(move |_| {
        if holds.get() {
            let handle = window_event_listener(ev::beforeunload, |event| {
                event.prevent_default();
                // Chromium before 119 asks for this alone; nobody is shown the text.
                event.set_return_value("unsaved");
            });
            on_cleanup(move || handle.remove());
        }
    });
}
