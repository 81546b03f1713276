//! The slides of the talk that is on, and where the speaker is in it. The address says both, so that a reload goes
//! on where it stopped; a choice of slides is remembered for the next talk.

use leptos::prelude::*;

use super::urgent::alert;
use crate::app::choices::{Comparison, View};
use crate::app::components::promises::page_of;
use crate::app::route::Page;
use crate::app::state::State;
use crate::app::talk::{self, Slide, Talk};
use crate::catalogue::Role;
use crate::kept::{SLIDES, Shelf};

/// The talk that is on; cheap to copy.
#[derive(Clone, Copy)]
pub struct Deck {
    state: State,
    /// What the speaker has chosen before, or now; empty for the default slides.
    chosen: RwSignal<Vec<Slide>>,
    slides: Memo<Vec<Slide>>,
    /// Set while the page gives the screen back by itself and the talk goes on.
    staying: StoredValue<bool>,
}

impl Deck {
    /// Reads the address and what was chosen before.
    pub fn start(state: State) -> Deck {
        let kept = untrack(|| state.kept.one::<String>(Shelf::Choices, SLIDES));
        let kept = kept.map(|text| talk::read(&text));
        let chosen = RwSignal::new(kept.unwrap_or_default());
        let slides = Memo::new(move |_| {
            chosen.with(|chosen| addressed(state).shown(chosen, state.catalogue, urgent(state)))
        });
        Deck {
            state,
            chosen,
            slides,
            staying: StoredValue::new(false),
        }
    }

    /// The slides in their order.
    pub fn slides(self) -> Vec<Slide> {
        self.slides.get()
    }

    /// How many there are; at least one.
    pub fn count(self) -> usize {
        self.slides.with(Vec::len)
    }

    /// The position of the slide shown, from 0.
    pub fn at(self) -> usize {
        addressed(self.state).at.min(self.count().saturating_sub(1))
    }

    /// Whether the slide shown is the last one.
    pub fn is_last(self) -> bool {
        self.at() + 1 >= self.count()
    }

    /// The slide shown.
    pub fn current(self) -> Option<Slide> {
        self.slides.with(|slides| slides.get(self.at()).cloned())
    }

    /// Goes to a slide; beyond the last one, to the last.
    pub fn go(self, to: usize) {
        let at = to.min(untrack(|| self.count()).saturating_sub(1));
        self.address(|talk| talk.at = at);
    }

    /// One slide on.
    pub fn forward(self) {
        self.go(untrack(|| self.at()).saturating_add(1));
    }

    /// One slide back.
    pub fn back(self) {
        self.go(untrack(|| self.at()).saturating_sub(1));
    }

    /// Shows these slides from now on and remembers them; the slide shown stays where it still is one of them.
    pub fn choose(self, slides: Vec<Slide>) {
        let current = untrack(|| self.current());
        let at = current.and_then(|slide| slides.iter().position(|other| *other == slide));
        let is_default = slides == self.default_slides();
        let slides = if is_default { Vec::new() } else { slides };
        self.state
            .kept
            .keep(Shelf::Choices, SLIDES, &talk::write(&slides));
        self.chosen.set(slides.clone());
        self.address(|talk| {
            let at = at.unwrap_or(talk.at);
            *talk = Talk { slides, at };
        });
    }

    /// The slides of who has chosen none.
    pub fn default_slides(self) -> Vec<Slide> {
        talk::default_slides(self.state.catalogue, untrack(|| urgent(self.state)))
    }

    /// The same slides of the next area: the own one, then its parts in their order, then the own one again.
    pub fn next_area(self) {
        let state = self.state;
        let areas = own_and_parts(state);
        let here = untrack(|| state.area());
        let at = areas.iter().position(|area| *area == here);
        let next = at.map_or(0, |at| (at + 1) % areas.len().max(1));
        if let Some(area) = areas.into_iter().nth(next) {
            state.choose(|address| {
                address.area = (area != state.catalogue.own_area()).then_some(area);
                address.year = None;
            });
        }
    }

    /// Ends the talk at the page that the slide was about.
    pub fn leave(self) {
        let page = match untrack(|| self.current()) {
            Some(Slide::Plan(_)) => Page::Fields(None),
            Some(Slide::Field(field)) => Page::field(&field),
            Some(Slide::Goal(goal)) => Page::Goal(goal),
            Some(Slide::Urgent(rank)) => untrack(|| {
                self.state.board.with(|board| {
                    alert(board, rank).map_or(Page::Overview, |alert| page_of(self.state, alert.item))
                })
            }),
            Some(Slide::Gaps) => Page::Compare(Comparison {
                view: View::Gaps,
                ..Comparison::default()
            }),
            Some(Slide::Overview | Slide::Warnings) | None => Page::Overview,
        };
        self.state.go(page);
    }

    /// The talk goes on when the page has given the screen back, once.
    pub fn stay(self) {
        self.staying.set_value(true);
    }

    /// Whether the talk goes on now that the screen is given back.
    pub fn stays(self) -> bool {
        // Leaving takes the deck away before the browser tells of the screen.
        self.staying
            .try_update_value(|staying| std::mem::replace(staying, false))
            .unwrap_or(true)
    }

    fn address(self, change: impl FnOnce(&mut Talk)) {
        self.state.choose(|address| {
            if let Page::Present(talk) = &mut address.page {
                change(talk);
            }
        });
    }
}

/// How many of the most urgent there are at the area shown.
fn urgent(state: State) -> usize {
    state.board.with(|board| board.alerts().len())
}

/// The plans' own area with its parts, or of the invented one its own.
fn own_and_parts(state: State) -> Vec<String> {
    let invented = untrack(|| state.is_example());
    let areas = state.catalogue.areas.iter();
    let wanted = areas.filter(|area| area.role != Role::Reference && area.role.is_invented() == invented);
    wanted.map(|area| area.id.clone()).collect()
}

/// What the address says of the talk.
fn addressed(state: State) -> Talk {
    match state.page() {
        Page::Present(talk) => talk,
        _ => Talk::default(),
    }
}
