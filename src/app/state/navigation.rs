//! The room of the address: which page is shown with which choices. It follows the address bar, and what changes
//! the address, changes both.

use leptos::prelude::*;

use crate::app::route::{Address, Page};
use crate::browser::address;

/// The address shown; cheap to copy.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The address shown.
    pub address: ReadSignal<Address>,
    set: WriteSignal<Address>,
}

impl Navigation {
    /// Reads the address bar and follows it from now on.
    pub(super) fn start() -> Navigation {
        let (address, set) = signal(Address::parse(&address::hash()));
        address::on_change(move |hash| {
            set.try_set(Address::parse(&hash));
        });
        Navigation { address, set }
    }

    /// The link to a page with the choices made here.
    pub(super) fn href(self, page: Page) -> String {
        self.address.with(|address| address.at(page).format())
    }

    /// Changes a choice that the address carries, without leaving the page.
    pub(super) fn choose(self, change: impl FnOnce(&mut Address)) {
        let changed = self.set.try_update(|address| {
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
