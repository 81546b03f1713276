//! What the app knows at a moment: the address, the visitor's files and choices, and what follows from them.
//! Pages read it and call its actions; nothing else changes it.

use std::sync::Arc;

use leptos::prelude::*;

use super::dataset::{Dataset, bundled_example, bundled_reference};
use super::route::{Address, Page};
use super::theme::Theme;
use crate::assess::{Board, CutOffs, Record, board};
use crate::browser::{address, look, storage};
use crate::catalogue::{Catalogue, Role, Year, builtin};
use crate::observation::{Collection, ResponsibleUnits, Settlement, Source};
use crate::text::Lang;

/// Choices that outlive a visit.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// How light the page is, where the address does not say.
    pub theme: Theme,
    /// 大字版, where the address does not ask for it.
    pub large: bool,
    /// The language where the address names none.
    pub lang: Lang,
    /// Whether the invented example is loaded.
    pub example: bool,
    /// How contradictions between files are settled.
    pub settlement: Settlement,
}

/// The state of the app; cheap to copy, shared through the context.
#[derive(Clone, Copy)]
pub struct State {
    /// The catalogue in use: the built-in one, or the one that the visitor brought. Changing it starts the
    /// page anew, so that nothing read with one catalogue is ever judged with another.
    pub catalogue: &'static Catalogue,
    /// The address shown.
    pub address: RwSignal<Address>,
    /// Choices that outlive a visit.
    pub preferences: RwSignal<Preferences>,
    /// The visitor's files, oldest first.
    pub files: RwSignal<Vec<Dataset>>,
    /// Assessments that the visitor has entered.
    pub entered: RwSignal<Vec<Record>>,
    /// Every assessment recorded: from files, then entered.
    pub records: Memo<Vec<Record>>,
    /// Who answers for which goal, as files say.
    pub units: Memo<Vec<ResponsibleUnits>>,
    /// Everything loaded, oldest first: reference figures, the example, the visitor's files.
    pub datasets: Memo<Vec<Dataset>>,
    /// Everything loaded, laid over one another.
    pub collection: Memo<Arc<Collection>>,
    /// The year, where one is chosen, and the cut-offs to judge by.
    pub asked: Memo<(Option<Year>, CutOffs)>,
    /// Every target judged for the area and year shown.
    pub board: Memo<Arc<Board>>,
    /// The same for each area compared with.
    pub references: Memo<Vec<Arc<Board>>>,
}

impl State {
    /// Builds the state and lets it follow the address bar. To be called once, under the app's own owner.
    pub fn start() -> State {
        let catalogue = catalogue_in_use();
        let preferences = RwSignal::new(storage::load::<Preferences>("preferences").unwrap_or_default());
        let files = RwSignal::new(Vec::new());
        let entered = RwSignal::new(storage::load::<Vec<Record>>("records").unwrap_or_default());
        let address = RwSignal::new(Address::parse(&address::hash()));
        let example = Memo::new(move |_| preferences.with(|p| p.example));
        let datasets = Memo::new(move |_| {
            let reference = Some(bundled_reference(catalogue));
            let bundled = [reference, example.get().then(|| bundled_example(catalogue))];
            bundled
                .into_iter()
                .flatten()
                .chain(files.get())
                .collect::<Vec<Dataset>>()
        });
        let records = Memo::new(move |_| {
            let of_files = files.with(|files: &Vec<Dataset>| -> Vec<Record> {
                files
                    .iter()
                    .flat_map(|file| file.records.iter().cloned())
                    .collect()
            });
            of_files.into_iter().chain(entered.get()).collect::<Vec<Record>>()
        });
        let units = Memo::new(move |_| {
            files.with(|files: &Vec<Dataset>| -> Vec<ResponsibleUnits> {
                files.iter().flat_map(|file| file.units.iter().cloned()).collect()
            })
        });
        let settlement = Memo::new(move |_| preferences.with(|p| p.settlement.clone()));
        let collection = Memo::new(move |_| {
            datasets.with(|sets| {
                let tables = sets.iter().map(|dataset| dataset.table.as_ref());
                Arc::new(Collection::new(tables, &settlement.get()))
            })
        });
        let area = Memo::new(move |_| area(catalogue, &address.get()));
        let asked = Memo::new(move |_| address.with(|address| (address.year, address.cutoffs())));
        let judged = move |area: &str| {
            let (year, cutoffs) = asked.get();
            collection.with(|collection| {
                records.with(|records| Arc::new(board(catalogue, collection, area, year, records, &cutoffs)))
            })
        };
        let board = Memo::new(move |_| area.with(|area| judged(area)));
        let references = Memo::new(move |_| {
            let here = area.get();
            let compared = catalogue
                .areas
                .iter()
                .filter(|known| known.role == Role::Reference && known.id != here);
            compared.map(|known| judged(&known.id)).collect::<Vec<_>>()
        });
        let state = State {
            catalogue,
            address,
            preferences,
            files,
            entered,
            records,
            units,
            datasets,
            collection,
            board,
            asked,
            references,
        };
        state.follow();
        provide_context(state);
        state
    }

    /// The state of the app that the current view belongs to.
    pub fn get() -> State {
        expect_context()
    }

    fn follow(self) {
        address::on_change(move |hash| self.address.set(Address::parse(&hash)));
        look::on_system_change(move || {
            self.preferences.try_update(|_| {});
        });
        Effect::new(move |_| {
            self.preferences
                .with(|preferences| storage::save("preferences", preferences))
        });
        Effect::new(move |_| self.entered.with(|records| storage::save("records", records)));
        Effect::new(move |_| {
            let presenting = self
                .address
                .with(|address| matches!(address.page, Page::Present(_)));
            let theme = self.theme().shown(look::system(), presenting);
            look::set_root("data-theme", theme.slug());
            look::set_root("data-size", if self.large() { "large" } else { "usual" });
        });
        Effect::new(move |_| look::set_root("lang", self.lang().tag()));
    }

    /// The language to speak.
    pub fn lang(self) -> Lang {
        self.address
            .with(|address| address.lang)
            .unwrap_or_else(|| self.preferences.with(|p| p.lang))
    }

    /// How light the page is asked to be.
    pub fn theme(self) -> Theme {
        self.address
            .with(|address| address.theme)
            .unwrap_or_else(|| self.preferences.with(|p| p.theme))
    }

    /// Whether large type is asked for.
    pub fn large(self) -> bool {
        self.address.with(|address| address.large) || self.preferences.with(|p| p.large)
    }

    /// Remembers a language and puts it into the address, so that a link shows what its sender saw.
    pub fn choose_lang(self, lang: Lang) {
        self.preferences.update(|preferences| preferences.lang = lang);
        self.choose(|address| address.lang = unusual(lang));
    }

    /// Remembers how light the page is to be and puts it into the address.
    pub fn choose_theme(self, theme: Theme) {
        self.preferences.update(|preferences| preferences.theme = theme);
        self.choose(|address| address.theme = unusual(theme));
    }

    /// Remembers the size of type and puts it into the address.
    pub fn choose_size(self, large: bool) {
        self.preferences.update(|preferences| preferences.large = large);
        self.choose(|address| address.large = large);
    }

    /// The one of two texts that is in the visitor's language.
    pub fn say<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        self.lang().pick(zh, en)
    }

    /// What the app is called: after the catalogue in use.
    pub fn title(self) -> String {
        match self.has_own_catalogue() {
            true => self.catalogue.title.clone(),
            false => self
                .say(&self.catalogue.title, "Qinzhou plans for women and children")
                .to_owned(),
        }
    }

    /// The page shown.
    pub fn page(self) -> Page {
        self.address.with(|address| address.page.clone())
    }

    /// The area judged: the one that the address names, else the plans' own.
    pub fn area(self) -> String {
        self.address.with(|address| area(self.catalogue, address))
    }

    /// Whether the area judged is invented.
    pub fn is_example(self) -> bool {
        self.catalogue
            .area(&self.area())
            .is_some_and(|area| area.role.is_invented())
    }

    /// The year asked for; none for the newest with data.
    pub fn year(self) -> Option<Year> {
        self.address.with(|address| address.year)
    }

    /// The areas that can be chosen: those of the catalogue, then any other with data, by name.
    pub fn areas(self) -> Vec<String> {
        let example = self.preferences.with(|p| p.example);
        let known = self
            .catalogue
            .areas
            .iter()
            .filter(|area| example || !area.role.is_invented());
        let mut areas: Vec<String> = known.map(|area| area.id.clone()).collect();
        self.collection.with(|collection| {
            let others = collection.areas().into_iter().map(str::to_owned);
            let others: Vec<String> = others.filter(|area| !areas.contains(area)).collect();
            areas.extend(others);
        });
        areas
    }

    /// Whether a catalogue of the visitor's own is in use.
    pub fn has_own_catalogue(self) -> bool {
        !std::ptr::eq(self.catalogue, builtin())
    }

    /// Puts the files that the figures come from, named in the visitor's language.
    pub fn with_sources<R>(self, then: impl FnOnce(&[Source<'_>]) -> R) -> R {
        self.datasets.with(|datasets| {
            let sources: Vec<Source<'_>> = datasets
                .iter()
                .map(|dataset| Source {
                    name: dataset.name_in(self.lang()),
                    table: &dataset.table,
                })
                .collect();
            then(&sources)
        })
    }

    /// Uses another catalogue from now on, or the built-in one again; the page starts anew. Whether it could be
    /// kept: a very large one does not fit.
    pub fn use_catalogue(self, other: Option<&Catalogue>) -> bool {
        let kept = match other {
            Some(other) => storage::save("catalogue", other),
            None => {
                storage::forget("catalogue");
                true
            }
        };
        if kept {
            let start = self.address.with_untracked(Address::start_over);
            address::go(&start.format());
            address::reload();
        }
        kept
    }

    /// The link to a page with the choices made here.
    pub fn href(self, page: Page) -> String {
        self.address.with(|address| address.at(page).format())
    }

    /// Changes a choice that the address carries, without leaving the page.
    pub fn choose(self, change: impl FnOnce(&mut Address)) {
        self.address.update(change);
        address::replace(&self.address.with_untracked(Address::format));
    }

    /// Goes to a page with the choices made here.
    pub fn go(self, page: Page) {
        address::go(&self.address.with_untracked(|address| address.at(page).format()));
    }

    /// Loads the invented example and shows it.
    pub fn show_example(self) {
        self.preferences.update(|p| p.example = true);
        let area = self
            .catalogue
            .areas
            .iter()
            .find(|area| area.role == Role::Example);
        self.choose(|address| {
            address.area = area.map(|area| area.id.clone());
            address.year = None;
        });
    }

    /// Takes the example away and goes back to the plans' own area.
    pub fn drop_example(self) {
        if self.is_example() {
            self.choose(|address| {
                address.area = None;
                address.year = None;
            });
        }
        self.preferences.update(|p| p.example = false);
    }
}

/// The visitor's own catalogue where one is kept, else the built-in one.
fn catalogue_in_use() -> &'static Catalogue {
    // Leaked on purpose: it lives as long as the page, and everything points into it.
    storage::load::<Catalogue>("catalogue").map_or_else(builtin, |catalogue| Box::leak(Box::new(catalogue)))
}

/// A choice as an address carries it: what a first visit shows anyway is left out.
fn unusual<T: Default + PartialEq>(choice: T) -> Option<T> {
    (choice != T::default()).then_some(choice)
}

/// The area that an address is about: the one that it names, else the plans' own.
fn area(catalogue: &Catalogue, address: &Address) -> String {
    address
        .area
        .clone()
        .unwrap_or_else(|| catalogue.own_area().to_owned())
}
