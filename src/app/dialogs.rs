//! Which dialog is to be opened of those that any page may open: their code comes later than the page
//! ([`fetched`](super::fetched)).

use leptos::prelude::*;

/// The id of the dialog to open once it is there; cheap to copy, shared through the context.
#[derive(Clone, Copy)]
pub struct DialogWanted(RwSignal<Option<&'static str>>);

impl DialogWanted {
    /// Shares it through the context.
    pub fn start() -> DialogWanted {
        let wanted = DialogWanted(RwSignal::new(None));
        provide_context(wanted);
        wanted
    }

    /// The one that the current view belongs to.
    pub fn get() -> DialogWanted {
        expect_context()
    }

    /// Opens a dialog, at once where its code is there.
    pub fn open(self, id: &'static str) {
        self.0.set(Some(id));
    }

    /// The dialog to open.
    pub fn id(self) -> Option<&'static str> {
        self.0.get()
    }

    /// It is open, or nobody wants it any more.
    pub fn done(self) {
        self.0.set(None);
    }
}
