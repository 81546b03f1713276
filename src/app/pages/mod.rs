//! One file for each page.

pub mod agency;
pub mod compare;
pub mod data;
pub mod family;
pub mod field;
pub mod fields;
pub mod full_text;
pub mod goal;
pub mod method;
pub mod overview;
pub mod present;
pub mod privacy;
pub mod report;
pub mod search;
pub mod stage;
pub mod unknown;
pub mod warnings;

use leptos::prelude::*;

use super::state::State;
use crate::browser::look;

/// Sets the tab's title: the page's own, then the app's.
pub fn set_title(title: impl Fn() -> String + 'static) {
    let state = State::get();
    Effect::new(move |_| {
        look::set_title(&format!("{} · {}", title(), state.title()));
    });
}
