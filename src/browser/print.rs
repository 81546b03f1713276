//! Printing the page, on paper or into a PDF file.

use leptos::prelude::window;

/// Opens the browser's print dialogue.
pub fn page() {
    // A browser that cannot print has no dialogue to open, and the visitor sees that.
    let _ = window().print();
}
