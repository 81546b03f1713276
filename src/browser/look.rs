//! The look of the whole page: theme, size of type and language as attributes of its root element, its title,
//! and where the focus and the scroll stand after a change of page.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn root() -> Option<web_sys::Element> {
    document().document_element()
}

/// Sets an attribute of the root element that the style sheet asks for.
pub fn set_root(attribute: &str, value: &str) {
    if let Some(root) = root() {
        // Fails only for a name that is no attribute name; these are constants.
        let _ = root.set_attribute(attribute, value);
    }
}

/// Whether the system asks for dark pages.
pub fn prefers_dark() -> bool {
    dark_query().is_some_and(|query| query.matches())
}

/// Whether the system asks for still pages.
pub fn prefers_still() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// Calls `then` when the system turns dark or light.
pub fn on_dark_change(then: impl Fn(bool) + 'static) {
    let Some(query) = dark_query() else { return };
    let callback = wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || then(prefers_dark()));
    query.set_onchange(Some(callback.as_ref().unchecked_ref()));
    // Lives as long as the page.
    callback.forget();
}

fn dark_query() -> Option<web_sys::MediaQueryList> {
    window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
}

/// The title of the browser's tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Puts the focus on the page's heading and scrolls to the top, as loading a new document would.
pub fn start_of_page() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus("main h1");
}

/// Puts the focus on the first element that matches.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// The element with that id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Opens the browser's own sheet for printing.
pub fn print() {
    // A browser that cannot print has nothing better to offer than its own silence.
    let _ = window().print();
}

/// Scrolls to the element with that id; whether there is one.
pub fn scroll_to(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    if let Some(element) = &element {
        element.scroll_into_view();
    }
    element.is_some()
}

/// Closes an open `<details>` menu.
pub fn close_menus() {
    let open = document().query_selector_all("details.menu[open]").ok();
    let open = open
        .into_iter()
        .flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at)));
    for menu in open.filter_map(|node| node.dyn_into::<web_sys::Element>().ok()) {
        let _ = menu.remove_attribute("open");
    }
}

fn find(selector: &str) -> Option<HtmlElement> {
    document()
        .query_selector(selector)
        .ok()
        .flatten()?
        .dyn_into()
        .ok()
}

/// Calls `then` with every key pressed outside a text field, without a modifier.
pub fn on_key(then: impl Fn(&web_sys::KeyboardEvent) + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let typing = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        if !typing && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
            then(&event);
        }
    });
    on_cleanup(move || handle.remove());
}
