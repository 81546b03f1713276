//! What the app knows at a moment, in four rooms: the address ([`navigation`]), what is kept between visits ([`kept`]),
//! choices ([`preferences`]) and what is loaded ([`session`]); and what is judged from all three. Pages read it and call its
//! actions; the signals belong to their rooms, so that nothing else changes them.

mod kept;
mod navigation;
mod preferences;
mod session;

use std::sync::Arc;

use leptos::prelude::*;

use self::kept::Kept;
pub use self::kept::Step;
use self::navigation::Navigation;
use self::preferences::Preferences;
pub use self::preferences::is_example_chosen;
use self::session::Session;
use super::dataset::Bundle;
use super::own_catalogue::InUse;
use super::route::{Address, Page};
use super::theme::Theme;
use crate::assess::{Board, CutOffs, board};
use crate::browser::storage::{Entry, Found};
use crate::browser::{clock, look};
use crate::catalogue::{Area, Catalogue, Role, Year, is_builtin};
use crate::kept::{CATALOGUE, Changes, Shelf};
use crate::lang::Lang;
use crate::observation::Loaded;

/// The state of the app; cheap to copy, shared through the context.
#[derive(Clone, Copy)]
pub struct State {
    /// The catalogue in use: the built-in one, or the one that the visitor brought. Changing it starts the
    /// page anew, so that nothing read with one catalogue is ever judged with another.
    pub catalogue: &'static Catalogue,
    /// The page shown and the choices that its address carries.
    pub navigation: Navigation,
    /// What is kept between visits.
    pub kept: Kept,
    /// Choices that outlive a visit.
    pub preferences: Preferences,
    /// What is loaded.
    pub session: Session,
    /// The year, where one is chosen, and the cut-offs to judge by.
    pub asked: Memo<(Option<Year>, CutOffs)>,
    /// Every target judged for the area and year shown.
    pub board: Memo<Arc<Board>>,
    /// The same for each area compared with.
    pub references: Memo<Vec<Arc<Board>>>,
    /// The area as it was judged up to the year before; none where the year judged is the first.
    pub board_before: Memo<Option<Arc<Board>>>,
}

impl State {
    /// Builds the state from what is kept and what the app carries, and lets it follow the address bar. To be called
    /// once, under the app's own owner.
    pub fn start(found: &Found, figures: Bundle, InUse { catalogue, odd }: InUse) -> State {
        let navigation = Navigation::start();
        let kept = Kept::start(found, odd);
        let preferences = Preferences::start(kept);
        // They were read by the built-in catalogue.
        let figures = match is_builtin(catalogue) {
            true => figures,
            false => Bundle::default(),
        };
        let session = Session::start(figures, kept, preferences);
        let address = navigation.address;
        let area = Memo::new(move |_| address.with(|address| area(catalogue, address)));
        let year = Memo::new(move |_| {
            let asked = address.with(|address| address.year)?;
            let newest = session.collection.with(|collection| collection.newest());
            Some(within_data(asked, catalogue.base_year, newest))
        });
        let asked = Memo::new(move |_| (year.get(), address.with(Address::cutoffs)));
        let judged_up_to = move |area: &str, year: Option<Year>| {
            let (_, cutoffs) = asked.get();
            session.collection.with(|collection| {
                session
                    .records
                    .with(|records| Arc::new(board(catalogue, collection, area, year, records, &cutoffs)))
            })
        };
        let judged = move |area: &str| judged_up_to(area, asked.get().0);
        let board = Memo::new(move |_| area.with(|area| judged(area)));
        let board_before = Memo::new(move |_| {
            let year = board.get().as_of.filter(|year| *year > catalogue.base_year)?;
            Some(area.with(|area| judged_up_to(area, Some(year - 1))))
        });
        let references = Memo::new(move |_| {
            let here = area.get();
            let is_compared = |known: &&Area| known.role == Role::Reference && known.id != here;
            let compared = catalogue.areas.iter().filter(is_compared);
            compared.map(|known| judged(&known.id)).collect::<Vec<_>>()
        });
        let state = State {
            catalogue,
            navigation,
            kept,
            preferences,
            session,
            asked,
            board,
            references,
            board_before,
        };
        state.show_look();
        provide_context(state);
        state
    }

    /// The state of the app that the current view belongs to.
    pub fn get() -> State {
        expect_context()
    }

    /// Lets the page look as the address, the preferences and the system ask.
    fn show_look(self) {
        let system = RwSignal::new(look::system());
        look::on_system_change(move || {
            system.try_set(look::system());
        });
        Effect::new(move |_| {
            let presenting = self
                .navigation
                .address
                .with(|address| matches!(address.page, Page::Present(_)));
            let theme = self.theme().shown(system.get(), presenting);
            look::set_root("data-theme", theme.slug());
            look::set_root("data-size", if self.large() { "large" } else { "default" });
        });
        Effect::new(move |_| look::set_root("lang", self.lang().tag()));
    }

    /// The language to speak.
    pub fn lang(self) -> Lang {
        self.navigation
            .address
            .with(|address| address.lang)
            .unwrap_or_else(|| self.preferences.lang())
    }

    /// How light the page is asked to be.
    pub fn theme(self) -> Theme {
        self.navigation
            .address
            .with(|address| address.theme)
            .unwrap_or_else(|| self.preferences.theme())
    }

    /// Whether large type is asked for.
    pub fn large(self) -> bool {
        self.navigation.address.with(|address| address.large) || self.preferences.large()
    }

    /// What is shown within a page of another site: what a chart is about, nothing for a whole page; none when the page
    /// stands alone.
    pub fn embedded(self) -> Option<String> {
        self.navigation.address.with(|address| address.embed.clone())
    }

    /// Remembers a language and puts it into the address, so that a link shows what its sender saw.
    pub fn choose_lang(self, lang: Lang) {
        self.preferences.set_lang(lang);
        self.choose(|address| address.lang = unless_default(lang));
    }

    /// Remembers how light the page is to be and puts it into the address.
    pub fn choose_theme(self, theme: Theme) {
        self.preferences.set_theme(theme);
        self.choose(|address| address.theme = unless_default(theme));
    }

    /// Remembers the size of type and puts it into the address.
    pub fn choose_size(self, large: bool) {
        self.preferences.set_large(large);
        self.choose(|address| address.large = large);
    }

    /// The one of two texts that is in the visitor's language.
    pub fn say<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        self.lang().pick(zh, en)
    }

    /// What the app is called: after the catalogue in use.
    pub fn title(self) -> String {
        let Catalogue { title, english, .. } = self.catalogue;
        match self.lang() {
            Lang::En if !english.is_empty() => english.clone(),
            _ => title.clone(),
        }
    }

    /// The page shown.
    pub fn page(self) -> Page {
        self.navigation.address.with(|address| address.page.clone())
    }

    /// The area judged: the one that the address names, else the plans' own.
    pub fn area(self) -> String {
        self.navigation
            .address
            .with(|address| area(self.catalogue, address))
    }

    /// An area's name in the visitor's language.
    pub fn area_name(self, area: &str) -> String {
        self.catalogue.area_name(area, self.lang()).to_owned()
    }

    /// The name of an indicator in the visitor's language; its id where the catalogue has none of it.
    pub fn indicator_name(self, id: &str) -> String {
        self.catalogue.indicator_name(id, self.lang()).to_owned()
    }

    /// Whether the area judged is invented.
    pub fn is_example(self) -> bool {
        self.catalogue
            .area(&self.area())
            .is_some_and(|area| area.role.is_invented())
    }

    /// The year asked for, within the years that there are data of; none for the newest with data.
    pub fn year(self) -> Option<Year> {
        self.asked.with(|(year, _)| *year)
    }

    /// The areas that can be chosen: those of the catalogue, then any other with data, by name.
    pub fn areas(self) -> Vec<String> {
        let example = self.preferences.example();
        let known = self
            .catalogue
            .areas
            .iter()
            .filter(|area| example || !area.role.is_invented());
        let mut areas: Vec<String> = known.map(|area| area.id.clone()).collect();
        self.session.collection.with(|collection| {
            let others = collection.areas().into_iter().map(str::to_owned);
            let others: Vec<String> = others.filter(|area| !areas.contains(area)).collect();
            areas.extend(others);
        });
        areas
    }

    /// Whether a catalogue of the visitor's own is in use.
    pub fn has_own_catalogue(self) -> bool {
        !is_builtin(self.catalogue)
    }

    /// Puts the plans and every series with its source, files named in the visitor's language.
    pub fn with_loaded<R>(self, then: impl FnOnce(Loaded<'_>) -> R) -> R {
        self.session.with_sources(self.lang(), |sources| {
            self.session.collection.with(|collection| {
                then(Loaded {
                    catalogue: self.catalogue,
                    collection,
                    sources,
                })
            })
        })
    }

    /// Uses another catalogue from now on, or the built-in one again; the page starts anew. Whether it could be kept
    /// or forgotten: else nothing changes.
    pub async fn use_catalogue(self, other: Option<&Catalogue>) -> bool {
        let changes = match other {
            Some(other) => Changes {
                put: vec![Entry::new(Shelf::Catalogue, CATALOGUE, other, clock::now())],
                delete: vec![],
            },
            None => Changes {
                put: vec![],
                delete: vec![(Shelf::Catalogue.slug().to_owned(), CATALOGUE.to_owned())],
            },
        };
        let kept = self.kept.store(changes).await.is_ok();
        if kept {
            self.navigation.start_over();
        }
        kept
    }

    /// Judges what the first page shows before somebody asks for it, a task for each part.
    pub async fn judge_ahead(self) {
        look::pause().await;
        untrack(|| self.board.with(|_| ()));
        look::pause().await;
        untrack(|| self.references.with(|_| ()));
    }

    /// Starts the app anew at the first page.
    pub fn start_over(self) {
        self.navigation.start_over();
    }

    /// The link to a page with the choices made here.
    pub fn href(self, page: Page) -> String {
        self.navigation.href(page)
    }

    /// The link to one indicator of a goal.
    pub fn href_of_indicator(self, page: Page, indicator: &str) -> String {
        self.navigation.address.with(|address| {
            let mut address = address.at(page);
            address.indicator = Some(indicator.to_owned());
            address.format()
        })
    }

    /// Changes a choice that the address carries, without leaving the page.
    pub fn choose(self, change: impl FnOnce(&mut Address)) {
        self.navigation.choose(change);
    }

    /// Goes to a page with the choices made here.
    pub fn go(self, page: Page) {
        self.navigation.go(page);
    }

    /// Notes that the invented example is wanted, on this visit and later ones.
    pub fn ask_for_example(self) {
        self.preferences.set_example(true);
    }

    /// Shows the invented example, which is there and wanted.
    pub fn show_example(self) {
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
        self.preferences.set_example(false);
    }
}

/// A choice as an address carries it: what a first visit shows anyway is left out.
fn unless_default<T: Default + PartialEq>(choice: T) -> Option<T> {
    (choice != T::default()).then_some(choice)
}

/// The year that an address asks for, brought into the years from the base to the newest figure: a link may name any
/// number, and a page that took it at its word would draw every year up to there.
fn within_data(asked: Year, base: Year, newest: Option<Year>) -> Year {
    asked.clamp(base, newest.unwrap_or(base).max(base))
}

/// The area that an address is about: the one that it names, else the plans' own.
fn area(catalogue: &Catalogue, address: &Address) -> String {
    address
        .area
        .clone()
        .unwrap_or_else(|| catalogue.own_area().to_owned())
}

#[cfg(test)]
mod tests {
    use super::within_data;

    #[test]
    fn a_year_far_away_is_brought_to_the_nearest_with_data() {
        for (asked, newest, shown) in [
            (2022, Some(2024), 2022),
            (i32::MAX, Some(2024), 2024),
            (99_999, Some(2024), 2024),
            (-5, Some(2024), 2020),
            (i32::MIN, None, 2020),
            (2024, Some(2011), 2020),
        ] {
            assert_eq!(within_data(asked, 2020, newest), shown, "{asked} with {newest:?}");
        }
    }
}
