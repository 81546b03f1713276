//! The bar at the top: name, the main pages, search, area and year, large type, and the choices of theme and language. On
//! a phone the four most wanted pages move to the bottom edge and the rest, search too, into a sheet.

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::about_bar::AboutSwitches;
use super::choice::choice;
use super::code::ShowCode;
use super::keys;
use crate::app::choices::{Comparison, ReportChoice, WarningFilter};
use crate::app::dialogs::DialogWanted;
use crate::app::route::Page;
use crate::app::state::State;
use crate::app::talk::Talk;
use crate::app::theme::Theme;
use crate::lang::Lang;

/// The top bar.
#[component]
pub fn TopBar() -> impl IntoView {
    let state = State::get();
    view! {
        <header class="topbar">
            <div class="topbar-inner">
                <a class="brand" href=move || state.href(Page::Overview)>
                    {move || state.title()}
                </a>
                <nav class="nav" aria-label=move || state.say("主要页面", "Main pages")>
                    {move || main_pages(state)}
                </nav>
                <div class="tools">
                    <SearchBox />
                    <AboutSwitches />
                    <LargeType />
                    <Menu />
                </div>
            </div>
        </header>
    }
}

/// Where the link to a page stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// In the bar, and at the bottom edge of a phone, which has room for four.
    Always,
    /// In the bar; on a phone under 更多.
    Bar,
    /// Under 更多.
    More,
    /// Under 更多 on a phone; elsewhere the bar has its own box for it.
    Phone,
}

/// A page that the bar leads to.
struct Entry {
    page: Page,
    zh: &'static str,
    en: &'static str,
    spot: Spot,
    /// Whether a page is this one, or belongs to it.
    holds: fn(&Page) -> bool,
}

/// Every page that the bar leads to, in its order.
fn entries(state: State) -> Vec<Entry> {
    use Spot::{Always, Bar, More, Phone};
    let first_plan = state.catalogue.plans.first().map_or('W', |plan| plan.id);
    let entry = |page, zh, en, spot, holds| Entry {
        page,
        zh,
        en,
        spot,
        holds,
    };
    vec![
        entry(Page::Search(String::new()), "搜索", "Search", Phone, |page| {
            matches!(page, Page::Search(_))
        }),
        entry(Page::Overview, "总览", "Overview", Always, |page| {
            matches!(page, Page::Overview)
        }),
        entry(Page::Family(None), "与我有关", "For you", Always, |page| {
            matches!(page, Page::Family(_))
        }),
        entry(Page::Fields(None), "领域", "Fields", Always, |page| {
            matches!(page, Page::Fields(_) | Page::Field(..) | Page::Goal(_))
        }),
        entry(Page::Data, "数据", "Data", Always, |page| {
            matches!(page, Page::Data)
        }),
        entry(
            Page::Warnings(WarningFilter::default()),
            "预警",
            "Warnings",
            Bar,
            |page| matches!(page, Page::Warnings(_)),
        ),
        entry(
            Page::Compare(Comparison::default()),
            "比较",
            "Compare",
            Bar,
            |page| matches!(page, Page::Compare(_)),
        ),
        entry(Page::Text(first_plan, None), "全文", "Full text", Bar, |page| {
            matches!(page, Page::Text(..))
        }),
        entry(
            Page::Report(ReportChoice::default()),
            "报告",
            "Report",
            Bar,
            |page| matches!(page, Page::Report(_)),
        ),
        entry(Page::Present(Talk::default()), "演示", "Present", More, |page| {
            matches!(page, Page::Present(_))
        }),
        entry(Page::Method, "方法", "Method", More, |page| {
            matches!(page, Page::Method)
        }),
    ]
}

fn main_pages(state: State) -> impl IntoView {
    let (here, entries) = (state.page(), entries(state));
    let link = |entry: &Entry, class: &'static str| {
        let current = (entry.holds)(&here).then_some("page");
        view! {
            <a class=class href=state.href(entry.page.clone()) aria-current=current>
                {state.say(entry.zh, entry.en)}
            </a>
        }
    };
    // What stands in the bar stands under 更多 as well; the style sheet shows the one that has room.
    let in_bar = entries
        .iter()
        .filter(|entry| matches!(entry.spot, Spot::Always | Spot::Bar));
    let in_sheet = entries.iter().filter(|entry| entry.spot != Spot::Always);
    let bar_class = |entry: &Entry| match entry.spot {
        Spot::Bar => "bar-only",
        _ => "",
    };
    let sheet_class = |entry: &Entry| match entry.spot {
        Spot::More => "",
        Spot::Phone => "sheet-only no-box",
        _ => "sheet-only",
    };
    view! {
        {in_bar.map(|entry| link(entry, bar_class(entry))).collect_view()}
        <details class="menu more">
            <summary>{state.say("更多", "More")}</summary>
            <div class="menu-sheet">
                {in_sheet.map(|entry| link(entry, sheet_class(entry))).collect_view()}
            </div>
        </details>
    }
}

#[component]
fn SearchBox() -> impl IntoView {
    let state = State::get();
    let input = NodeRef::<Input>::new();
    let words = move || match state.page() {
        Page::Search(words) => words,
        _ => String::new(),
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(input) = input.get_untracked() {
            state.go(Page::Search(input.value().trim().to_owned()));
        }
    };
    view! {
        <form role="search" on:submit=submit>
            <input
                type="search"
                node_ref=input
                prop:value=words
                aria-label=move || state.say("搜索目标、指标和措施", "Search goals, indicators and measures")
                placeholder=move || state.say("搜索 /", "Search /")
            />
        </form>
    }
}

/// 大字, a word of its own: who needs it does not look for it in a menu.
#[component]
fn LargeType() -> impl IntoView {
    let state = State::get();
    view! {
        <button
            type="button"
            class="plain large-type"
            aria-pressed=move || state.large().to_string()
            on:click=move |_| state.choose_size(!state.large())
        >
            {move || state.say("大字", "Large type")}
        </button>
    }
}

#[component]
fn Menu() -> impl IntoView {
    let state = State::get();
    let dialog = DialogWanted::get();
    view! {
        <details class="menu">
            <summary>{move || state.say("设置", "Settings")}</summary>
            <div class="menu-sheet">
                <fieldset class="choices">
                    <legend>{move || state.say("语言", "Language")}</legend>
                    {menu_choice("中文", "中文", move || state.lang() == Lang::Zh, move || state.choose_lang(Lang::Zh))}
                    {menu_choice("English", "English", move || state.lang() == Lang::En, move || state.choose_lang(Lang::En))}
                </fieldset>
                <fieldset class="choices">
                    <legend>{move || state.say("明暗", "Theme")}</legend>
                    {theme_choice("跟随系统", "As the system", Theme::Auto)}
                    {theme_choice("浅色", "Light", Theme::Light)}
                    {theme_choice("深色", "Dark", Theme::Dark)}
                    {theme_choice("高对比", "High contrast", Theme::Contrast)}
                </fieldset>
                <ShowCode />
                <a class="button" href=move || state.href(Page::Privacy)>
                    {move || state.say("备份、带数据另存", "Back up, save with data")}
                </a>
                <button type="button" aria-haspopup="dialog" on:click=move |_| keys::show(dialog)>
                    {move || state.say("快捷键（按 ? 键）", "Keyboard (press ?)")}
                </button>
            </div>
        </details>
    }
}

fn theme_choice(zh: &'static str, en: &'static str, theme: Theme) -> impl IntoView {
    let state = State::get();
    menu_choice(
        zh,
        en,
        move || state.theme() == theme,
        move || state.choose_theme(theme),
    )
}

/// A choice in the menu.
fn menu_choice(
    zh: &'static str,
    en: &'static str,
    is_chosen: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + 'static,
) -> impl IntoView {
    let state = State::get();
    choice(move || state.say(zh, en).to_owned(), is_chosen, choose)
}
