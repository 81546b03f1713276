//! The room of choices that outlive a visit: how the page looks, its language and whether the example is loaded, which
//! stand in local storage; and how contradictions are settled, on which figures depend. They are read here and changed
//! by the actions here alone; every change is kept.

use leptos::prelude::*;
use serde_json::json;

use super::kept::Kept;
use crate::app::theme::Theme;
use crate::browser::local;
use crate::catalogue::{Year, builtin_example};
use crate::kept::{PREFERENCES, SETTLEMENT, Shelf};
use crate::lang::Lang;
use crate::observation::{Prefer, SeriesKey, Settlement};

/// The choices that stand in local storage, each for itself.
#[derive(Clone, Debug, Default, PartialEq)]
struct Look {
    theme: Theme,
    large: bool,
    lang: Lang,
    example: bool,
}

const EXAMPLE: &str = "example";

/// Whether the invented example was chosen on an earlier visit, and the city has one.
pub fn is_example_chosen() -> bool {
    builtin_example().is_some() && local::part(PREFERENCES, EXAMPLE).unwrap_or_default()
}

/// The choices that outlive a visit; cheap to copy.
#[derive(Clone, Copy)]
pub struct Preferences {
    look: RwSignal<Look>,
    settlement: Memo<Settlement>,
    kept: Kept,
}

impl Preferences {
    /// The choices of earlier visits and of other tabs; from now on every change is kept.
    pub(super) fn start(kept: Kept) -> Preferences {
        let read = || Look {
            theme: local::part(PREFERENCES, "theme").unwrap_or_default(),
            large: local::part(PREFERENCES, "large").unwrap_or_default(),
            lang: local::part(PREFERENCES, "lang").unwrap_or_default(),
            example: local::part(PREFERENCES, EXAMPLE).unwrap_or_default(),
        };
        let look = RwSignal::new(read());
        local::on_change(move || {
            look.try_set(read());
        });
        let settlement = Memo::new(move |_| kept.one(Shelf::Choices, SETTLEMENT).unwrap_or_default());
        Preferences {
            look,
            settlement,
            kept,
        }
    }

    /// How light the page is, where the address does not say.
    pub(super) fn theme(self) -> Theme {
        self.look.with(|look| look.theme)
    }

    /// 大字版, where the address does not ask for it.
    pub(super) fn large(self) -> bool {
        self.look.with(|look| look.large)
    }

    /// The language where the address names none.
    pub(super) fn lang(self) -> Lang {
        self.look.with(|look| look.lang)
    }

    /// Whether the invented example is loaded; never where the city has none, whatever an earlier visit chose.
    pub fn example(self) -> bool {
        builtin_example().is_some() && self.look.with(|look| look.example)
    }

    /// How contradictions between files are settled.
    pub fn settlement(self) -> Settlement {
        self.settlement.get()
    }

    /// Which of two files is believed about that value.
    pub fn prefers(self, key: &SeriesKey, year: Year) -> Prefer {
        self.settlement.with(|settlement| settlement.prefer(key, year))
    }

    pub(super) fn set_theme(self, theme: Theme) {
        self.change("theme", json!(theme), |look| look.theme = theme);
    }

    pub(super) fn set_large(self, large: bool) {
        self.change("large", json!(large), |look| look.large = large);
    }

    pub(super) fn set_lang(self, lang: Lang) {
        self.change("lang", json!(lang), |look| look.lang = lang);
    }

    pub(super) fn set_example(self, loaded: bool) {
        self.change(EXAMPLE, json!(loaded), |look| look.example = loaded);
    }

    /// Settles every contradiction the same way; what was settled one by one is settled so, too.
    pub fn settle_all(self, prefer: Prefer) {
        self.keep_settlement(&Settlement {
            general: prefer,
            single: Vec::new(),
        });
    }

    /// Settles the contradictions about these values.
    pub fn settle(self, which: impl IntoIterator<Item = (SeriesKey, Year)>, prefer: Prefer) {
        let mut settlement = self.settlement.get_untracked();
        settlement.settle(which, prefer);
        self.keep_settlement(&settlement);
    }

    fn keep_settlement(self, settlement: &Settlement) {
        self.kept.keep(Shelf::Choices, SETTLEMENT, settlement);
    }

    fn change(self, part: &str, to: serde_json::Value, change: impl FnOnce(&mut Look)) {
        self.look.try_update(change);
        local::set(PREFERENCES, part, to);
    }
}
