//! How a goal stands in words: which of its indicators is spoken of is always named.

use plan_tracker::assess::{CutOffs, Judged, Level, Status, board};
use plan_tracker::catalogue::{ItemId, builtin, builtin_example};
use plan_tracker::import::import;
use plan_tracker::observation::{Collection, Settlement};
use plan_tracker::text::{Lang, Subject, goal_standing, main_status};

/// What W1.02 (孕产妇死亡率 and the gaps in it) asks, judged by a file's figures.
fn judged(rows: &str) -> Vec<Judged> {
    let csv = format!("指标,年份,数值\n{rows}");
    let table = import("虚构.csv", csv.as_bytes(), builtin(), 2026).table;
    let collection = Collection::new(&[table], &Settlement::default());
    let own = builtin().own_area();
    let board = board(builtin(), &collection, own, None, &[], &CutOffs::default());
    board.items_of(ItemId::goal('W', 1, 2)).cloned().collect()
}

/// How the goal stands by those figures, and the status that goes before the words.
fn standing(rows: &str, lang: Lang) -> (Option<Status>, String) {
    let items = judged(rows);
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

#[test]
fn where_every_indicator_has_figures_they_are_not_counted_twice() {
    let areas = "孕产妇死亡率区域差距,2020,2.1\n孕产妇死亡率区域差距,2024,2.0\n";
    let (_, words) = standing(&format!("{FALLS}{GAP_WIDENS}{areas}"), Lang::Zh);
    assert!(words.ends_with("。3 个指标都有数值。"), "{words}");
}

#[test]
fn a_pace_and_a_forecast_that_disagree_are_told_apart_in_one_sentence() {
    let csv = builtin_example().unwrap();
    let table = import("example.csv", csv.as_bytes(), builtin(), 2026).table;
    let area = "示例市";
    let collection = Collection::new(&[table], &Settlement::default());
    let board = board(builtin(), &collection, area, None, &[], &CutOffs::default());
    let why = "按基期以来的平均速度够快，但预测更看重近几年的走势，达到的把握不大。";
    let mut told = 0;
    for item in board
        .items
        .iter()
        .filter(|item| item.assessment.level() != Some(Level::Met))
    {
        let odds = item.assessment.forecast().and_then(|forecast| forecast.odds);
        let disagree = item.assessment.pace() >= Some(1.0) && odds.is_some_and(|odds| !odds.meets);
        let verdict = Subject::of(builtin(), item, area).verdict(Lang::Zh);
        assert_eq!(verdict.matches(why).count(), usize::from(disagree), "{verdict}");
        told += usize::from(disagree);
    }
    assert!(told > 0);
}
