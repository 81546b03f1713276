//! 报告: the annual, mid-term or final evaluation report on a sheet of paper, to print and to download. What is
//! shown is what comes out of the printer, so the sheet is light in the dark theme, too.

mod author;
mod controls;
mod download;
mod paper;
mod template;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::choices::ReportChoice;
use crate::app::components::agencies::UnknownAgency;
use crate::app::components::later::Later;
use crate::app::route::Page;
use crate::app::state::State;
use crate::browser::clock;
use crate::catalogue::builtin_context;
use crate::kept::{REPORT, Shelf};
use crate::report::{Author, Edition, Kind, Name, Request, Scope, annex, report};
use crate::text::writing;

use author::AuthorForm;
use controls::Controls;
use download::Downloads;
use paper::{Contents, PAPER, Paper};
use template::ByTemplate;

/// The page. What is chosen is in the address; the author's words stay on the device.
#[component]
pub fn ReportPage() -> impl IntoView {
    let state = State::get();
    let author =
        RwSignal::new(untrack(|| state.kept.one::<Author>(Shelf::Choices, REPORT)).unwrap_or_default());
    super::set_title(move || author.with(|author| name(state, author)));
    // Written when the first part that shows it is drawn, which is not the heading.
    let document = Memo::new(move |_| author.with(|author| Arc::new(ask(state, author, report))));
    let is_known = Memo::new(move |_| {
        state
            .session
            .agencies
            .with(|agencies| asked(state).scope.is_in(state.catalogue, agencies))
    });
    // The plans name no agencies: one that is not known is in a file that is not loaded.
    let agency = Memo::new(move |_| match asked(state).scope {
        Scope::Agency(agency) => Some(agency),
        _ => None,
    });
    view! {
        <Show
            when=move || is_known.get() || agency.with(Option::is_some)
            fallback=move || view! { <super::unknown::Unknown path=state.href(state.page()) /> }
        >
            <div class="report-page">
                <div class="stack report-head">
                    <h1 tabindex="-1">{move || state.say("监测评估报告", "Monitoring and evaluation report")}</h1>
                    <p class="answer">{move || answer(state)}</p>
                </div>
                <div class="stack report-controls">
                    <Controls />
                    <Show when=move || is_known.get() fallback=move || view! { <UnknownAgency agency /> }>
                        <Downloads author document />
                        <ByTemplate author document />
                        <AuthorForm author />
                        <Later>
                            <Contents document />
                        </Later>
                    </Show>
                </div>
                <Show when=move || is_known.get()>
                    <div class="stack">
                        <Later>
                            <Paper id=PAPER document />
                            <Show when=move || asked(state).edition == Edition::Short>
                                <Annex author />
                            </Show>
                        </Later>
                    </div>
                </Show>
            </div>
        </Show>
    }
}

/// What the short edition leaves out, on a sheet of its own: written, and printed, once somebody opens it.
#[component]
fn Annex(author: RwSignal<Author>) -> impl IntoView {
    let state = State::get();
    let open = RwSignal::new(false);
    view! {
        <details class="report-annex" on:toggle=move |_| open.set(true)>
            <summary>
                <h2>{move || state.say("附件：简版没有列出的内容", "Annex: what the short edition leaves out")}</h2>
            </summary>
            <Show when=move || open.get()>
                <Paper
                    id="annex"
                    document=Memo::new(move |_| author.with(|author| Arc::new(ask(state, author, annex))))
                />
            </Show>
        </details>
    }
}

/// What the address asks for.
fn asked(state: State) -> ReportChoice {
    match state.page() {
        Page::Report(choice) => choice,
        _ => ReportChoice::default(),
    }
}

fn answer(state: State) -> String {
    let board = state.board.get();
    writing::about(&state.area_name(&board.area), board.as_of, state.lang())
}

/// What the report that the page shows is called, known before it is written.
fn name(state: State, author: &Author) -> String {
    let ReportChoice { kind, scope, edition } = asked(state);
    let board = state.board.get();
    let name = Name {
        catalogue: state.catalogue,
        area: &board.area,
        as_of: board.as_of,
        kind,
        scope: &scope,
        edition,
        lang: state.lang(),
        own: &author.title,
    };
    name.of_files()
}

/// Puts the request for the report that the page shows.
fn ask<R>(state: State, author: &Author, then: impl FnOnce(&Request<'_>) -> R) -> R {
    let ReportChoice { kind, scope, edition } = asked(state);
    let agencies = state.session.agencies.get();
    let (board, references) = (state.board.get(), state.references.get());
    // Judging the year before takes as long again: only the yearly report asks for it.
    let before = (kind == Kind::Annual).then(|| state.board_before.get()).flatten();
    state.with_loaded(|loaded| {
        then(&Request {
            loaded,
            board: &board,
            agencies: &agencies,
            references: &references,
            before: before.as_deref(),
            context: builtin_context(),
            kind,
            scope: &scope,
            edition,
            lang: state.lang(),
            date: &clock::date(clock::now(), state.lang()),
            example: state.is_example(),
            author,
        })
    })
}
