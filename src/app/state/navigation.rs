//! The room of the address: which page is shown with which choices. It follows the address bar, and what changes
//! the address, changes both.

use leptos::prelude::*;

use crate::app::route::{Address, Page};
use crate::browser::{address, look};

/// The address shown; cheap to copy.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The address shown.
    pub address: ReadSignal<Address>,
    set: WriteSignal<Address>,
    /// The address before the page of privacy and backup.
    came_from: StoredValue<Option<String>>,
}

/// Whether a page is left for another one: words typed into the search lead to the same page.
fn leads_on(from: &Page, to: &Page) -> bool {
    let searching = matches!((from, to), (Page::Search(_), Page::Search(_)));
    !searching && from.clone().view() != to.clone().view()
}

impl Navigation {
    /// Reads the address bar and follows it from now on.
    pub(super) fn start() -> Navigation {
        let (address, set) = signal(Address::parse(&address::hash()));
        let came_from = StoredValue::new(None);
        address::on_change(move |hash| {
            let next = Address::parse(&hash);
            let before = address.try_get_untracked();
            if before
                .as_ref()
                .is_some_and(|before| leads_on(&before.page, &next.page))
            {
                look::leave_content();
            }
            if let Some(before) =
                before.filter(|before| before.page != Page::Privacy && next.page == Page::Privacy)
            {
                came_from.try_set_value(Some(before.format()));
            }
            set.try_set(next);
        });
        Navigation {
            address,
            set,
            came_from,
        }
    }

    /// The address of the page shown, or of the one before where that is the page of privacy and backup.
    pub fn view(self) -> String {
        let here = self.address.get_untracked();
        match here.page {
            Page::Privacy => self
                .came_from
                .get_value()
                .unwrap_or_else(|| here.at(Page::Overview).format()),
            _ => here.format(),
        }
    }

    /// The link to a page with the choices made here.
    pub(super) fn href(self, page: Page) -> String {
        self.address.with(|address| address.at(page).format())
    }

    /// Changes a choice that the address carries, without leaving the page.
    pub(super) fn choose(self, change: impl FnOnce(&mut Address)) {
        let changed = self.set.try_update(|address| {
            // The visitor may have gone on, and the browser not have told of it yet.
            *address = Address::parse(&address::hash());
            change(address);
            address.format()
        });
        if let Some(hash) = changed {
            address::replace(&hash);
        }
    }

    /// Goes to a page with the choices made here.
    pub(super) fn go(self, page: Page) {
        address::go(&self.address.with_untracked(|address| address.at(page).format()));
    }

    /// Starts the app anew at the first page, without the choices that another catalogue would not know.
    pub(super) fn start_over(self) {
        address::go(&self.address.with_untracked(Address::start_over).format());
        address::reload();
    }
}
