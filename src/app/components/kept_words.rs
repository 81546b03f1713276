//! What things that are kept are called, and why nothing is kept.

use crate::app::state::State;
use crate::browser::clock;
use crate::browser::storage::Trouble;
use crate::kept::{Backup, CATALOGUE, Entry, REPORT, Refusal, SETTLEMENT, SLIDES, Shelf};
use crate::lang::Lang;
use crate::observation::Record;
use crate::text::{backup, kept};

/// What an entry is, in words.
pub fn entry_name<B>(state: State, entry: &Entry<B>) -> String {
    let say = |zh: &str, en: &str| state.say(zh, en).to_owned();
    let Some(shelf) = Shelf::of(&entry.shelf) else {
        return kept::of_later_version(&entry.shelf, &entry.id, state.lang());
    };
    match (shelf, entry.id.as_str()) {
        (Shelf::Files, _) => entry.name.clone(),
        (Shelf::Records, _) => match entry.read::<Record>() {
            Ok(record) => kept::assessment(&record, state.lang()),
            Err(_) => say("一条查证记录", "an assessment"),
        },
        (Shelf::Mappings, _) => say("对文件内容含义的回答", "what you said that files mean"),
        (Shelf::Catalogue, CATALOGUE) => say("您自己的规划目录", "your own catalogue"),
        (Shelf::Choices, SETTLEMENT) => say("矛盾数值的取舍", "how contradictions are settled"),
        (Shelf::Choices, REPORT) => say("报告的标题和综述", "the report’s title and statement"),
        (Shelf::Choices, SLIDES) => say("演示的幻灯片", "the slides of a presentation"),
        (Shelf::Preferences, _) => say("语言、明暗和字号", "language, theme and type size"),
        (Shelf::Aside, _) if !entry.name.is_empty() => entry.name.clone(),
        (Shelf::Catalogue | Shelf::Choices | Shelf::Aside, id) => id.to_owned(),
    }
}

/// Why nothing is kept, what that means, and what to do.
pub fn trouble_sentence(trouble: Trouble, lang: Lang) -> &'static str {
    match trouble {
        Trouble::Blocked => lang.pick(
            "这个浏览器不允许保存数据（例如无痕窗口）。一切照常使用，但关闭页面后就没有了；需要留下的，请保存备份。",
            "This browser does not let the page keep data (a private window, perhaps). Everything works as usual but is gone when the page is closed; save a backup of what you need.",
        ),
        Trouble::Full => lang.pick(
            "浏览器给本站的空间已满，最近的改动没有保存，关闭页面后就没有了。请先保存备份，再移除不用的文件。",
            "The browser’s room for this site is full: the latest changes are not kept and are gone when the page is closed. Save a backup, then remove files that you do not need.",
        ),
        Trouble::Later => lang.pick(
            "这台设备上的内容是更新版本的本应用保存的，这一版不读也不改它。请刷新页面改用新版，或者先把这些内容另存为文件。",
            "What is kept on this device was kept by a later version of this app; this version neither reads nor changes it. Reload the page to use the new version, or save it all as a file first.",
        ),
        Trouble::Held => lang.pick(
            "另一个标签页还开着旧版的本应用，已保存的内容暂时取不到，新的改动也没有保存。请关闭其他标签页，再刷新这一页。",
            "Another tab still has an older version of this app open: what is kept cannot be reached for now, and new changes are not kept. Close the other tabs, then reload this page.",
        ),
        Trouble::Silent => lang.pick(
            "浏览器的存储没有回应：已保存的内容可能暂时取不到，新的改动没有保存。请刷新这一页再试；需要留下的，请先保存备份。",
            "The browser’s storage does not answer: what is kept may be out of reach for now, and new changes are not kept. Reload this page to try again; save a backup first of what you need.",
        ),
        Trouble::Carried => lang.pick(
            "现在看的是此文件带着的内容，它与这个浏览器里保存的内容互不影响；在这里的改动关闭页面后就没有了，需要留下的，请再次另存。",
            "What you see is what this file carries; it and what is kept in this browser do not touch one another. Changes made here are gone when the page is closed: save again what you need.",
        ),
        Trouble::Failed => lang.pick(
            "浏览器没能完成最近的改动，没有保存的内容关闭页面后就没有了。请先保存备份，再刷新这一页。",
            "The browser did not make the latest change; what is not kept is gone when the page is closed. Save a backup, then reload this page.",
        ),
    }
}

/// Who saved the file that the page is, and when.
pub fn saved_by(saved: &Backup, lang: Lang) -> String {
    backup::saved_by(saved, &clock::date(saved.made_at, lang), lang)
}

/// Why what the page carries cannot be read.
pub fn not_carried(why: Refusal, lang: Lang) -> &'static str {
    match why {
        Refusal::Later(_) => lang.pick(
            "此文件带着更新版本保存的数据，这一版读不了。数据仍原样在文件里，请留着它，用新版打开。",
            "This file carries data that a later version saved; this version cannot read it. The data are still in the file as they were: keep it, and open it with the new version.",
        ),
        _ => lang.pick(
            "此文件带着的数据已经损坏，读不出来。请向发来的人再要一份。",
            "The data that this file carries are damaged and cannot be read. Ask whoever sent it for another copy.",
        ),
    }
}
