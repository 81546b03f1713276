//! How a goal stands in words: which of its indicators is spoken of is always named.

use plan_tracker::assess::{CutOffs, Status, board};
use plan_tracker::catalogue::{ItemId, builtin};
use plan_tracker::import::import;
use plan_tracker::observation::{Collection, Settlement};
use plan_tracker::text::{Lang, goal_standing, main_status};

/// How W1.02 (孕产妇死亡率 and the gaps in it) stands by a file's figures, and the status that goes before the words.
fn standing(rows: &str, lang: Lang) -> (Option<Status>, String) {
    let csv = format!("指标,年份,数值\n{rows}");
    let table = import("虚构.csv", csv.as_bytes(), builtin(), 2026).table;
    let collection = Collection::new(&[table], &Settlement::default());
    let own = builtin().own_area();
    let board = board(builtin(), &collection, own, None, &[], &CutOffs::default());
    let items: Vec<_> = board.items_of(ItemId::goal('W', 1, 2)).cloned().collect();
    let words = goal_standing(&items, lang).unwrap();
    (main_status(&items), words)
}

const FALLS: &str = "孕产妇死亡率,2020,20.5\n孕产妇死亡率,2021,18.4\n孕产妇死亡率,2022,16.9\n孕产妇死亡率,2023,15.2\n孕产妇死亡率,2024,13.6\n";
const GAP_WIDENS: &str = "孕产妇死亡率城乡差距,2020,2.1\n孕产妇死亡率城乡差距,2021,3.3\n孕产妇死亡率城乡差距,2022,4.2\n孕产妇死亡率城乡差距,2023,5.4\n孕产妇死亡率城乡差距,2024,6.5\n";

#[test]
fn a_gap_that_moves_is_not_taken_for_the_goal() {
    let (status, words) = standing(&format!("{FALLS}{GAP_WIDENS}"), Lang::Zh);
    assert_eq!(status, Some(Status::OnTrack));
    assert!(
        words.starts_with("主指标“孕产妇死亡率”进展顺利；“孕产妇死亡率城乡差距”没有缩小。"),
        "{words}"
    );
    assert!(words.ends_with(" 个指标中 2 个有数值。"), "{words}");
    let (_, words) = standing(&format!("{FALLS}{GAP_WIDENS}"), Lang::En);
    assert!(
        words.contains("on track; ") && words.contains(": not narrower."),
        "{words}"
    );
}

#[test]
fn a_main_indicator_alone_is_told_alone() {
    let (_, words) = standing(FALLS, Lang::Zh);
    assert!(words.starts_with("主指标“孕产妇死亡率”进展顺利。"), "{words}");
    let (status, words) = standing(GAP_WIDENS, Lang::Zh);
    assert_eq!(status, Some(Status::NoData));
    assert!(
        words.starts_with("主指标“孕产妇死亡率”无数据；“孕产妇死亡率城乡差距”没有缩小。"),
        "{words}"
    );
}

#[test]
fn without_figures_none_is_called_the_worst() {
    let (status, words) = standing("", Lang::Zh);
    assert_eq!(status, Some(Status::NoData));
    assert!(words.ends_with("个指标都还没有数值，无法判断。"), "{words}");
}
