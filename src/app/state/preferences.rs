//! The room of choices that outlive a visit: how the page looks, its language, whether the example is loaded and how
//! contradictions are settled. They are read here and changed by the actions here alone; every change is kept.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::theme::Theme;
use crate::browser::storage;
use crate::catalogue::{Year, builtin_example};
use crate::lang::Lang;
use crate::observation::{Prefer, SeriesKey, Settlement};

/// The choices as they are kept in local storage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    theme: Theme,
    large: bool,
    lang: Lang,
    example: bool,
    settlement: Settlement,
}

/// The choices that outlive a visit; cheap to copy.
#[derive(Clone, Copy)]
pub struct Preferences(RwSignal<Kept>);

impl Preferences {
    /// The choices of earlier visits; from now on every change is kept.
    pub(super) fn start() -> Preferences {
        let kept = RwSignal::new(storage::load::<Kept>("preferences").unwrap_or_default());
        Effect::new(move |_| kept.with(|kept| storage::save("preferences", kept)));
        Preferences(kept)
    }

    /// How light the page is, where the address does not say.
    pub(super) fn theme(self) -> Theme {
        self.0.with(|kept| kept.theme)
    }

    /// 大字版, where the address does not ask for it.
    pub(super) fn large(self) -> bool {
        self.0.with(|kept| kept.large)
    }

    /// The language where the address names none.
    pub(super) fn lang(self) -> Lang {
        self.0.with(|kept| kept.lang)
    }

    /// Whether the invented example is loaded; never where the city has none, whatever an earlier visit chose.
    pub fn example(self) -> bool {
        builtin_example().is_some() && self.0.with(|kept| kept.example)
    }

    /// How contradictions between files are settled.
    pub fn settlement(self) -> Settlement {
        self.0.with(|kept| kept.settlement.clone())
    }

    pub(super) fn set_theme(self, theme: Theme) {
        self.change(|kept| kept.theme = theme);
    }

    pub(super) fn set_large(self, large: bool) {
        self.change(|kept| kept.large = large);
    }

    pub(super) fn set_lang(self, lang: Lang) {
        self.change(|kept| kept.lang = lang);
    }

    pub(super) fn set_example(self, loaded: bool) {
        self.change(|kept| kept.example = loaded);
    }

    /// Settles every contradiction the same way; what was settled one by one is settled so, too.
    pub fn settle_all(self, prefer: Prefer) {
        self.change(|kept| {
            kept.settlement.general = prefer;
            kept.settlement.single.clear();
        });
    }

    /// Settles the contradiction about one value.
    pub fn settle(self, key: SeriesKey, year: Year, prefer: Prefer) {
        self.change(|kept| kept.settlement.settle(key, year, prefer));
    }

    fn change(self, change: impl FnOnce(&mut Kept)) {
        self.0.try_update(change);
    }
}
