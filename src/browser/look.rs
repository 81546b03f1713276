//! The look of the whole page: theme, size of type and language as attributes of its root element, its title,
//! and where the focus and the scroll stand after a change of page.

use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDialogElement, HtmlElement};

#[wasm_bindgen(module = "/src/browser/opening.js")]
extern "C" {
    /// Says that the page could not start, and why.
    #[wasm_bindgen(js_name = notOpened)]
    pub fn not_opened(why: &JsValue);
}

const DARK: &str = "(prefers-color-scheme: dark)";
/// As the style sheets ask for it.
const NARROW: &str = "(max-width: 719px)";
const CONTRAST: &str = "(prefers-contrast: more)";

/// What the system asks of every page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemLook {
    /// Dark pages.
    pub dark: bool,
    /// More contrast than usual.
    pub contrast: bool,
}

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

/// What the system asks for now.
pub fn system() -> SystemLook {
    SystemLook {
        dark: asks(DARK),
        contrast: asks(CONTRAST),
    }
}

/// Calls `then` when the system asks for something else than before.
pub fn on_system_change(then: impl Fn() + 'static) {
    let callback = wasm_bindgen::closure::Closure::<dyn Fn()>::new(then);
    for query in [DARK, CONTRAST].into_iter().filter_map(query) {
        query.set_onchange(Some(callback.as_ref().unchecked_ref()));
    }
    // Lives as long as the page.
    callback.forget();
}

/// Whether the window is as narrow as a phone: what would stand above everything else is better folded there.
pub fn is_narrow() -> bool {
    asks(NARROW)
}

fn asks(media: &str) -> bool {
    query(media).is_some_and(|query| query.matches())
}

fn query(media: &str) -> Option<web_sys::MediaQueryList> {
    window().match_media(media).ok().flatten()
}

/// Takes away what is shown until the page has started.
pub fn opened() {
    for shown in ["opening", "first"].into_iter().filter_map(element) {
        shown.remove();
    }
}

/// The title of the browser's tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Puts the focus on the page's heading, or its content where it has none, and scrolls to the top, as loading a
/// new document would.
pub fn start_of_page() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    if !takes_focus("main h1") {
        focus("main");
    }
}

/// Takes the focus out of the page's content before that is replaced. Where what has it is removed, browsers work the
/// styles and the places of everything new out at once, and soon after again.
pub fn leave_content() {
    if let Some(element) = find("main :focus") {
        // What cannot lose the focus keeps it until it is removed.
        let _ = element.blur();
    }
}

/// Calls `then` once what stands on the page now has been painted.
pub fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// Lets the browser answer whoever waits before going on with what takes long.
pub async fn pause() {
    let mut wake = |resolve: Function, _| {
        set_timeout(move || drop(resolve.call0(&JsValue::NULL)), Duration::ZERO);
    };
    // A promise that is only resolved does not fail.
    drop(JsFuture::from(Promise::new(&mut wake)).await);
}

/// Moves the focus on to the heading of a page that came late, where it waited for it.
pub fn on_to_heading() {
    let waits = document()
        .active_element()
        .is_some_and(|active| active.id() == "main");
    if waits {
        takes_focus("main h1");
    }
}

/// Puts the focus on the first element that matches.
pub fn focus(selector: &str) {
    takes_focus(selector);
}

/// Whether the first element that matches has taken the focus.
pub fn takes_focus(selector: &str) -> bool {
    let Some(element) = find(selector) else {
        return false;
    };
    // An element that cannot take the focus leaves it where it was.
    let _ = element.focus();
    document()
        .active_element()
        .is_some_and(|active| active == *element)
}

/// The element with that id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Scrolls to the element with that id; whether there is one.
pub fn scroll_to(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    if let Some(element) = &element {
        element.scroll_into_view();
    }
    element.is_some()
}

/// Opens the `<details>` with that id and goes to its summary.
pub fn unfold(id: &str) {
    let Some(fold) = element(id) else { return };
    let _ = fold.set_attribute("open", "");
    fold.scroll_into_view();
    let summary = fold.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
}

/// Closes an open `<details>` menu. Focus inside goes back to what opened it, not to nowhere.
pub fn close_menus() {
    if find("details.menu[open] .menu-sheet :focus").is_some() {
        focus("details.menu:has(:focus) > summary");
    }
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

/// Opens a `<dialog>` over the page; the browser keeps the focus inside, closes it on Escape and gives the focus
/// back.
pub fn open_dialog(id: &str) {
    let dialog = element(id).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        // Fails only for a dialog that is open or not on the page.
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog that stands over the page, where one does.
pub fn close_dialog() {
    let dialog = find("dialog[open]").and_then(|element| element.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog {
        dialog.close();
    }
}

/// Whether a dialog stands over the page.
pub fn dialog_is_open() -> bool {
    find("dialog[open]").is_some()
}

/// Calls `then` with every key pressed outside a text field and a dialog, without a modifier.
pub fn on_key(then: impl Fn(&web_sys::KeyboardEvent) + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let typing = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        if !typing && !dialog_is_open() && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
            then(&event);
        }
    });
    on_cleanup(move || handle.remove());
}
