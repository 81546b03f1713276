//! The frame around every page: top bar, area and year, the page itself, and files dropped anywhere.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::components::about_bar::AboutBar;
use super::components::code::provide_code;
use super::components::embed::{self, EmbeddedFoot};
use super::components::keeping_bar::{CarriedMark, KeepingBar};
use super::components::keys;
use super::components::link_figures::LinkFigures;
use super::components::new_version::NewVersion;
use super::components::top_bar::TopBar;
use super::dialogs::DialogWanted;
use super::fetched::{Dialogs, Modules, PageView};
use super::loading::Loading;
use super::route::Page;
use super::state::State;
use crate::browser::{files, look, own_file};
use crate::catalogue::builtin;

/// After so long the pages that nobody has asked for yet are fetched: what the first one asks for itself comes first.
const AT_LEISURE: Duration = Duration::from_secs(3);

/// The whole page.
#[component]
pub fn Shell() -> impl IntoView {
    let state = State::get();
    provide_code();
    embed::follow(state);
    follow_keys(state, DialogWanted::get());
    focus_after_page_change(state);
    let modules = Modules::start();
    set_timeout(move || modules.bring_all(), AT_LEISURE);
    let loading = Loading::get();
    files::on_launched(move |files| {
        loading.bring(files);
        state.go(Page::Data);
    });
    let page = Memo::new(move |_| state.page().view());
    let embedded = Memo::new(move |_| state.embedded().is_some());
    let framed = Memo::new(move |_| !embedded.get() && page.with(|page| !matches!(page, Page::Present(_))));
    view! {
        <a class="skip" href="#main" on:click=|event| {
            event.prevent_default();
            look::focus("main");
        }>
            {move || state.say("跳到正文", "Skip to content")}
        </a>
        <Show when=move || framed.get()>
            <TopBar />
            <AboutBar />
            <KeepingBar />
            <LinkFigures />
        </Show>
        <main id="main" tabindex="-1">
            {move || view! { <PageView page=page.get() /> }}
        </main>
        <Show when=move || framed.get()>
            <Footer />
        </Show>
        <Show when=move || embedded.get()>
            <EmbeddedFoot />
        </Show>
        <Show when=move || !framed.get()>
            <CarriedMark />
        </Show>
        <DropAnywhere />
        <NewVersion quiet=Signal::derive(move || !framed.get()) />
        <Dialogs />
    }
}

/// `/` goes to the search box, or to the page of it where the bar has no room for one, `?` lists the keys, Escape closes
/// open menus.
fn follow_keys(state: State, dialog: DialogWanted) {
    look::on_key(move |event| match event.key().as_str() {
        "/" => {
            event.prevent_default();
            if !look::takes_focus("input[type=search]") {
                state.go(Page::Search(String::new()));
            }
        }
        "?" => {
            event.prevent_default();
            keys::show(dialog);
        }
        "Escape" => look::close_menus(),
        _ => {}
    });
}

/// A new page starts at its heading, for the eye and for a screen reader. The first page keeps the focus
/// where the browser put it; typing in the search box does not lose it.
fn focus_after_page_change(state: State) {
    let page = Memo::new(move |_| state.page().view());
    Effect::new(move |before: Option<Page>| {
        let page = page.get();
        let searching = matches!((&before, &page), (Some(Page::Search(_)), Page::Search(_)));
        if before.is_some() && !searching {
            request_animation_frame(look::start_of_page);
        }
        look::close_menus();
        look::close_dialog();
        page
    });
}

#[component]
fn Footer() -> impl IntoView {
    let state = State::get();
    let notice = &state.catalogue.notice;
    let one_file = (!own_file::is_single()).then(|| format!("./{}.html", builtin().slug));
    view! {
        <footer>
            <div class="footer-inner small">
                <p>
                    // A catalogue of the visitor's own names no document.
                    <Show when=move || !notice.number.is_empty()>
                        {move || state.say("规划原文：", "Official text: ")}
                        <span lang="zh-CN">{notice.number.clone()}</span>
                        {move || state.say("。", ". ")}
                    </Show>
                    {move || state.say("评判按公开的统计方法，见", "Judged by published statistical methods, see ")}
                    <a href=move || state.href(Page::Method)>
                        {move || state.say("评判方法", "how we judge")}
                    </a>
                    {move || state.say("。", ".")}
                </p>
                <p>
                    {move || state.say(
                        "您载入的文件只留在这台设备上，不会上传。",
                        "Files that you load stay on this device; nothing is uploaded.",
                    )}
                    " "
                    <a href=move || state.href(Page::Privacy)>
                        {move || state.say("隐私和备份", "Privacy and backup")}
                    </a>
                    " "
                    // A page that is the file already has no other beside it.
                    {one_file.map(|file| view! {
                        <a href=file download>
                            {move || state.say("下载单文件版", "Download as one file")}
                        </a>
                        {move || state.say(
                            "，没有网络时在电脑上双击打开。",
                            ", which opens on a computer without a network.",
                        )}
                    })}
                </p>
            </div>
        </footer>
    }
}

/// Files can be dropped anywhere on the page.
#[component]
fn DropAnywhere() -> impl IntoView {
    let state = State::get();
    let loading = Loading::get();
    let over = RwSignal::new(false);
    let handles = [
        window_event_listener(ev::dragover, move |event| {
            if files::drags_files(&event) {
                event.prevent_default();
                over.try_set(true);
            }
        }),
        window_event_listener(ev::dragleave, move |event| {
            // Only leaving the window has nothing that the pointer goes to.
            if event.related_target().is_none() {
                over.try_set(false);
            }
        }),
        window_event_listener(ev::drop, move |event| {
            if files::drags_files(&event) {
                event.prevent_default();
                over.try_set(false);
                loading.bring(files::dropped(&event));
                state.go(Page::Data);
            }
        }),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    view! {
        <Show when=move || over.get()>
            <div class="drop-veil">{move || state.say("松开即可载入文件", "Drop to load the files")}</div>
        </Show>
    }
}
