//! The link to what is shown as a QR code, for the phones in the room.

use leptos::prelude::*;
use leptos::task::spawn_local;
use qrcodegen::{QrCode, QrCodeEcc};

use super::dialog::Dialog;
use super::share::CopyLink;
use crate::app::dialogs::DialogWanted;
use crate::app::few;
use crate::app::route::Address;
use crate::app::state::State;
use crate::browser::{address, look, own_file};
use crate::text;

const ID: &str = "code";
/// Longer links than this are cut off by some programs that they are sent with.
const SAFE_LENGTH: usize = 2000;
/// Light modules around a code, without which cameras do not find it.
const MARGIN: i32 = 4;

/// The link that the dialog shows; none before the first time.
#[derive(Clone, Copy)]
struct Shown(RwSignal<String>);

/// Opens the dialog from wherever a visitor hands a page on; nothing in the page as one file, which has no address.
#[component]
pub fn ShowCode() -> impl IntoView {
    let state = State::get();
    let Shown(link) = expect_context();
    let dialog = DialogWanted::get();
    let show = move |_| {
        link.set(address::whole());
        look::close_menus();
        dialog.open(ID);
    };
    (!own_file::is_single()).then(|| {
        view! {
            <button type="button" aria-haspopup="dialog" on:click=show>
                {move || state.say("二维码", "QR code")}
            </button>
        }
    })
}

/// Lets [`ShowCode`] find the dialog.
pub fn provide_code() {
    provide_context(Shown(RwSignal::new(String::new())));
}

/// The dialog; hidden until it is asked for.
#[component]
pub fn CodeDialog() -> impl IntoView {
    let state = State::get();
    let Shown(link) = expect_context();
    let length = move || link.with(|link| link.chars().count());
    let told = move || text::link::length(length(), SAFE_LENGTH, state.lang());
    view! {
        <Dialog id=ID class="code" title=Signal::derive(move || state.say("用手机打开这一页", "Open this page on a phone"))>
            {move || link.with(|link| picture(state, link))}
            <WithFigures link />
            <p class="code-link">{move || link.get()}</p>
            <p class="row"><span class="small">{told}</span> <CopyLink link /></p>
        </Dialog>
    }
}

/// The choice to put the visitor's own figures of this page into the link.
#[component]
fn WithFigures(link: RwSignal<String>) -> impl IntoView {
    let state = State::get();
    // Counted when the dialog is opened, which sets the link: the files may be large.
    let count = Memo::new(move |_| match link.with(String::is_empty) {
        true => 0,
        false => untrack(|| few::count(state)),
    });
    // The link itself says whether they are in it.
    let is_in = move || {
        link.with(|link| {
            Address::parse(link.split_once('#').map_or("", |(_, hash)| hash))
                .figures
                .is_some()
        })
    };
    // While they are packed the box stays as it was ticked.
    let packing = RwSignal::new(false);
    let choose = move |with: bool| {
        packing.set(with);
        link.set(address::whole());
        if with {
            spawn_local(async move {
                let longer = few::link(state).await;
                // Meanwhile the choice may have been taken back.
                if packing.try_get_untracked() == Some(true) {
                    longer.map(|longer| link.try_set(longer));
                    packing.try_set(false);
                }
            });
        }
    };
    let label = move || text::link::with_figures(count.get(), state.lang());
    view! {
        <Show when=move || count.get() != 0>
            <label class="choice">
                <input type="checkbox" prop:checked=move || packing.get() || is_in() on:change:target=move |event| choose(event.target().checked()) />
                <span>{label}</span>
            </label>
        </Show>
        <p class="small">
            {move || if is_in() {
                state.say(
                    "数值写在链接里，只有拿到链接的人看得到，不经过服务器；对方打开时会先问要不要看。",
                    "The figures stand in the link itself: whoever has it can see them, no server does, and the reader is asked before they are shown.",
                )
            } else {
                state.say(
                    "您载入的文件不在链接里：手机上看到的是公布的数据。",
                    "Your own files are not in the link: phones see what is published.",
                )
            }}
        </p>
    }
}

/// The code, or that the link is too long for one.
fn picture(state: State, link: &str) -> AnyView {
    if link.is_empty() {
        return ().into_any();
    }
    let Some((side, path)) = modules(link) else {
        let said = state.say(
            "链接太长，画不成二维码。请复制链接。",
            "The link is too long for a QR code. Please copy it.",
        );
        return view! { <p class="notice wrong">{said}</p> }.into_any();
    };
    view! {
        <svg
            class="code-picture"
            viewBox=format!("{0} {0} {1} {1}", -MARGIN, side + 2 * MARGIN)
            role="img"
            aria-label=state.say("这一页链接的二维码", "QR code of the link to this page")
        >
            <path d=path></path>
        </svg>
    }
    .into_any()
}

/// The side of a text's code in modules, and its dark ones as a path; none for a text that no code holds.
fn modules(text: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size();
    let dark = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    let dark = dark.filter(|&(x, y)| code.get_module(x, y));
    Some((side, dark.map(|(x, y)| format!("M{x} {y}h1v1h-1z")).collect()))
}

#[cfg(test)]
mod tests {
    use super::modules;

    #[test]
    fn a_link_is_a_code_with_its_three_corners_and_a_book_is_none() {
        let (side, path) = modules("https://example.org/#/goal/W1.02?area=%E5%85%A8%E5%9B%BD").unwrap();
        for (x, y) in [(0, 0), (side - 1, 0), (0, side - 1)] {
            assert!(path.contains(&format!("M{x} {y}h1")), "{x} {y}");
        }
        // Beside a corner stands a light line.
        assert!(!path.contains("M7 0h1"));
        assert_eq!(modules(&"x".repeat(5000)), None);
    }
}
