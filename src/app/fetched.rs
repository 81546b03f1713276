//! The pages, most of them in modules of their own that come when one of them is first visited: what a family opens
//! carries none of what an office works with. Cut apart by `xtask/src/build/split.rs`.

#![expect(
    clippy::unnecessary_wraps,
    reason = "a page whose code does not come is an error of each of these functions"
)]

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::components::code::CodeDialog;
use super::components::keys::KeysDialog;
use super::components::whence::WhenceDialog;
use super::dialogs::DialogWanted;
use super::pages;
use super::route::Page;
use super::state::State;
use crate::browser::look;

type Fetched = Result<AnyView, SplitLoaderError>;

/// A module of pages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Module {
    Plans,
    Office,
}

impl Module {
    /// The one that a page's code is in; none where it is there from the start.
    fn of(page: &Page) -> Option<Module> {
        match page {
            Page::Overview | Page::Family(_) | Page::Unknown(_) => None,
            Page::Fields(_)
            | Page::Field(..)
            | Page::Agency(_)
            | Page::Goal(_)
            | Page::Text(..)
            | Page::Search(_)
            | Page::Warnings(_)
            | Page::Method => Some(Module::Plans),
            Page::Compare(_) | Page::Data | Page::Privacy | Page::Report(_) | Page::Present(_) => {
                Some(Module::Office)
            }
        }
    }
}

/// Whether a module is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    NotYet,
    Here,
    /// It did not come; a further try may bring it.
    Failed,
}

/// Which modules are there; cheap to copy, shared through the context.
#[derive(Clone, Copy)]
pub struct Modules {
    plans: RwSignal<Came>,
    office: RwSignal<Came>,
}

impl Modules {
    /// Shares them through the context.
    pub fn start() -> Modules {
        let modules = Modules {
            plans: RwSignal::new(Came::NotYet),
            office: RwSignal::new(Came::NotYet),
        };
        provide_context(modules);
        modules
    }

    /// Brings all of them, so that no page is waited for later.
    pub fn bring_all(self) {
        self.bring(Module::Plans);
        self.bring(Module::Office);
    }

    fn came(self, module: Module) -> RwSignal<Came> {
        match module {
            Module::Plans => self.plans,
            Module::Office => self.office,
        }
    }

    fn bring(self, module: Module) {
        let came = self.came(module);
        if came.get_untracked() == Came::Here {
            return;
        }
        came.set(Came::NotYet);
        spawn_local(async move {
            let brought = match module {
                Module::Plans => bring_plans().await,
                Module::Office => bring_office().await,
            };
            came.try_set(if brought.is_ok() { Came::Here } else { Came::Failed });
            request_animation_frame(look::on_to_heading);
        });
    }
}

/// A page, at once where its code is there; until then that it is on its way.
#[component]
pub fn PageView(page: Page) -> impl IntoView {
    let state = State::get();
    let modules = expect_context::<Modules>();
    let module = Module::of(&page);
    let bring = move || {
        if let Some(module) = module {
            modules.bring(module);
        }
    };
    bring();
    let came = Memo::new(move |_| module.map_or(Came::Here, |module| modules.came(module).get()));
    move || match came.get() {
        Came::Here => {
            let view = at_once(fetch(module, page.clone()));
            view.and_then(Result::ok)
                .unwrap_or_else(|| view! { <Absent again=bring /> }.into_any())
        }
        Came::NotYet => {
            view! { <p role="status">{move || state.say("正在打开……", "Opening…")}</p> }.into_any()
        }
        Came::Failed => view! { <Absent again=bring /> }.into_any(),
    }
}

/// The dialogs that any page may open; their code comes with the pages about the plans.
#[component]
pub fn Dialogs() -> impl IntoView {
    let modules = expect_context::<Modules>();
    let (came, wanted) = (modules.plans, DialogWanted::get());
    Effect::new(move |_| {
        if wanted.id().is_some() {
            modules.bring(Module::Plans);
        }
    });
    Effect::new(move |_| {
        if let (Some(id), Came::Here) = (wanted.id(), came.get()) {
            wanted.done();
            // It is drawn by then.
            request_animation_frame(move || look::open_dialog(id));
        }
    });
    move || match came.get() {
        Came::Here => at_once(plans(OfPlans::Dialogs)).and_then(Result::ok),
        Came::Failed if wanted.id().is_some() => Some(view! { <NoDialog modules wanted /> }.into_any()),
        _ => None,
    }
}

/// What is said where their code does not come.
#[component]
fn NoDialog(modules: Modules, wanted: DialogWanted) -> impl IntoView {
    let state = State::get();
    view! {
        <div class="new-version row" role="alert">
            <span>
                {move || state.say(
                    "这个窗口没有取到，请检查网络。",
                    "This window did not come; please check the network.",
                )}
            </span>
            <button type="button" class="primary" on:click=move |_| modules.bring(Module::Plans)>
                {move || state.say("再试一次", "Try again")}
            </button>
            <button type="button" on:click=move |_| wanted.done()>
                {move || state.say("不用了", "Never mind")}
            </button>
        </div>
    }
}

/// What a future has that waits for nothing.
fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// What is said where the code of a page does not come.
#[component]
fn Absent(again: impl Fn() + Send + 'static) -> impl IntoView {
    let state = State::get();
    view! {
        <div class="stack" role="alert">
            <h1 tabindex="-1">{move || state.say("这一页没有取到", "This page did not come")}</h1>
            <p class="reading">
                {move || state.say(
                    "请检查网络后再试。您载入的内容都还在。",
                    "Check the network and try again. Everything that you loaded is still here.",
                )}
            </p>
            <button type="button" class="primary" on:click=move |_| again()>
                {move || state.say("再试一次", "Try again")}
            </button>
        </div>
    }
}

async fn fetch(module: Option<Module>, page: Page) -> Fetched {
    match module {
        None => Ok(first(page)),
        Some(Module::Plans) => plans(OfPlans::Page(page)).await,
        Some(Module::Office) => office(page).await,
    }
}

/// The pages that are there from the start: what a family opens.
fn first(page: Page) -> AnyView {
    match page {
        Page::Overview => view! { <pages::overview::Overview /> }.into_any(),
        Page::Family(None) => view! { <pages::family::Family /> }.into_any(),
        Page::Family(Some(id)) => view! { <pages::stage::StagePage id /> }.into_any(),
        Page::Unknown(path) => view! { <pages::unknown::Unknown path /> }.into_any(),
        page => unreachable!("{page:?} stands in a module of its own"),
    }
}

/// What stands in the module of the pages about the plans.
enum OfPlans {
    Page(Page),
    Dialogs,
}

/// The pages about the plans themselves, and the dialogs.
#[wasm_split(plans, fallible, preload(bring_plans))]
fn plans(wanted: OfPlans) -> Fetched {
    let OfPlans::Page(page) = wanted else {
        return Ok(view! { <WhenceDialog /> <KeysDialog /> <CodeDialog /> }.into_any());
    };
    Ok(match page {
        Page::Fields(status) => view! { <pages::fields::Fields status /> }.into_any(),
        Page::Field(id, _) => view! { <pages::field::FieldPage id /> }.into_any(),
        Page::Agency(name) => view! { <pages::agency::AgencyPage name /> }.into_any(),
        Page::Goal(id) => view! { <pages::goal::GoalPage id /> }.into_any(),
        Page::Text(plan, at) => view! { <pages::full_text::FullText plan at /> }.into_any(),
        Page::Search(words) => view! { <pages::search::Search words /> }.into_any(),
        Page::Warnings(_) => view! { <pages::warnings::Warnings /> }.into_any(),
        Page::Method => view! { <pages::method::Method /> }.into_any(),
        page => unreachable!("{page:?} stands in another module"),
    })
}

/// The pages that an office works with.
#[wasm_split(office, fallible, preload(bring_office))]
fn office(page: Page) -> Fetched {
    Ok(match page {
        Page::Compare(_) => view! { <pages::compare::Compare /> }.into_any(),
        Page::Data => view! { <pages::data::Data /> }.into_any(),
        Page::Privacy => view! { <pages::privacy::Privacy /> }.into_any(),
        Page::Report(_) => view! { <pages::report::ReportPage /> }.into_any(),
        Page::Present(_) => view! { <pages::present::Present /> }.into_any(),
        page => unreachable!("{page:?} stands in another module"),
    })
}
