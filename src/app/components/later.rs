//! Parts of a page that stand below its first screen: they are drawn after the page's first frame, so that a tap is
//! answered before them.

use leptos::prelude::*;

use crate::app::state::State;
use crate::browser::look;

/// Draws its children once the page's heading has been painted, and keeps them from then on.
#[component]
pub fn Later(children: ChildrenFn) -> impl IntoView {
    // A frame that is out of sight on another site's page is never painted, and yet has to say how high it is.
    let is_due = RwSignal::new(
        State::get()
            .navigation
            .address
            .with_untracked(|it| it.embed.is_some()),
    );
    if !is_due.get_untracked() {
        // The page may have been left before it was painted.
        look::after_paint(move || {
            is_due.try_set(true);
        });
    }
    // Tests wait for these to be gone; a template is allowed everywhere, in lists and tables, too.
    let pending = || view! { <template data-pending="later"></template> };
    view! { <Show when=move || is_due.get() fallback=pending>{children()}</Show> }
}
