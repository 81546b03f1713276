//! The fields to choose from in a picker: all, or one.

use leptos::prelude::*;

use crate::app::state::State;
use crate::catalogue::Field;

/// The options; the value of all fields is empty.
pub fn field_options(state: State, chosen: Option<String>) -> impl IntoView {
    let option = |field: &'static Field| {
        let selected = chosen.as_ref() == Some(&field.id);
        let name = state.lang().pick(&field.name, &field.english).to_owned();
        view! { <option value=field.id.clone() selected=selected>{name}</option> }
    };
    (
        view! { <option value="" selected=chosen.is_none()>{state.say("全部领域", "All fields")}</option> },
        state.catalogue.fields().map(option).collect_view(),
    )
}
