//! The frame of a table: wide ones scroll sideways inside it, by keyboard, too.

use leptos::prelude::*;

/// A table in a frame of its own, with what it shows as its name for screen readers. `fixed_first` keeps the first
/// column in sight when the rest is scrolled. A plain function, not a component: a table is made from borrowed rows.
pub fn table_frame(label: String, fixed_first: bool, table: impl IntoView) -> impl IntoView {
    view! {
        <div class="table-frame" class=("fixed-first", fixed_first) role="region" tabindex="0" aria-label=label>
            {table}
        </div>
    }
}
