//! The finish line: right of the promise is kept, left of it is not, whichever way a figure is to go.

use plan_tracker::assess::{Board, CutOffs, Judged, Status, board};
use plan_tracker::catalogue::builtin;
use plan_tracker::chart::FinishLine;
use plan_tracker::chart::finish::{PROMISE, PROMISE_ALONE, START, progress};
use plan_tracker::import::import;
use plan_tracker::observation::{Collection, Settlement};

fn judged(area: &str, rows: &str) -> Board {
    let csv = format!("指标,地区,年份,数值\n{rows}");
    let table = import("虚构.csv", csv.as_bytes(), builtin(), 2026).table;
    let collection = Collection::new([&table], &Settlement::default());
    board(builtin(), &collection, area, None, &[], &CutOffs::default())
}

fn item<'b>(board: &'b Board, id: &str) -> &'b Judged {
    let mut items = board.items.iter();
    items.find(|item| item.indicator.id == id).expect("an item")
}

/// The line of one indicator at 示例县, beside the nation.
fn line(id: &str, rows: &str) -> Option<FinishLine> {
    let (own, nation) = (judged("示例县", rows), judged("全国", rows));
    FinishLine::new(item(&own, id), &[Some(item(&nation, id))], &CutOffs::default())
}

#[test]
fn a_rate_that_is_to_fall_is_kept_on_the_right_of_the_promise() {
    // 12 or less by 2030, from 16 in 2020.
    let rows = "孕产妇死亡率,示例县,2020,16\n孕产妇死亡率,示例县,2024,14\n孕产妇死亡率,全国,2024,10\n";
    let line = line("maternal-mortality", rows).unwrap();
    let (own, nation) = (&line.places[0], &line.places[1]);
    assert_eq!((line.promise, line.start), (PROMISE, Some(START)));
    assert!(
        !own.kept && (own.x - f64::midpoint(START, PROMISE)).abs() < 0.01,
        "half the way is done"
    );
    assert!(nation.kept && nation.x > PROMISE);
    // In 2024 less than half of the way was due.
    let due = line.expected.unwrap();
    assert!(START < due && due < own.x);
}

#[test]
fn a_step_back_stands_left_of_the_start() {
    let rows = "孕产妇死亡率,示例县,2020,16\n孕产妇死亡率,示例县,2024,17\n";
    assert!(line("maternal-mortality", rows).unwrap().own().unwrap().x < START);
    let far = "孕产妇死亡率,示例县,2020,12.1\n孕产妇死亡率,示例县,2024,90\n";
    let far = line("maternal-mortality", far).unwrap();
    assert!(far.own().unwrap().x >= 0.0, "and never outside the room");
}

#[test]
fn what_is_just_missed_is_not_drawn_as_kept() {
    let missed = "孕产妇死亡率,示例县,2020,16\n孕产妇死亡率,示例县,2024,12.001\n";
    let missed = line("maternal-mortality", missed).unwrap();
    assert!(missed.own().unwrap().x < PROMISE && !missed.own().unwrap().kept);
    let kept = "孕产妇死亡率,示例县,2020,16\n孕产妇死亡率,示例县,2024,12\n";
    let kept = line("maternal-mortality", kept).unwrap();
    assert!(kept.own().unwrap().x > PROMISE && kept.own().unwrap().kept);
}

#[test]
fn without_a_start_places_are_told_by_their_distance_alone() {
    let rows = "孕产妇死亡率,全国,2020,17\n孕产妇死亡率,全国,2024,14.3\n";
    let line = line("maternal-mortality", rows).unwrap();
    assert_eq!(
        (line.promise, line.start, line.expected),
        (PROMISE_ALONE, None, None)
    );
    assert!(line.own().is_none() && line.places.len() == 1);
    assert!(line.places[0].x < PROMISE_ALONE && line.places[0].area == 1);
}

#[test]
fn a_base_that_kept_the_promise_is_no_start() {
    // 12 or less: kept in 2020 and left since.
    let rows = "孕产妇死亡率,示例县,2020,11\n孕产妇死亡率,示例县,2024,13\n";
    let left = line("maternal-mortality", rows).unwrap();
    assert_eq!((left.start, left.promise), (None, PROMISE_ALONE));
    assert!(!left.own().unwrap().kept && left.own().unwrap().x < PROMISE_ALONE);
}

#[test]
fn a_promise_that_each_measures_from_its_own_base_has_no_other_place() {
    // 比 2020 年下降 20%
    let rows = "儿童伤害死亡率,示例县,2020,20\n儿童伤害死亡率,示例县,2024,18\n儿童伤害死亡率,全国,2020,11\n儿童伤害死亡率,全国,2024,10\n";
    let line = line("injury-mortality", rows).unwrap();
    assert_eq!(line.places.len(), 1);
}

#[test]
fn nothing_is_drawn_where_nobody_has_a_figure_or_only_a_direction_is_set() {
    assert_eq!(line("maternal-mortality", "婴儿死亡率,示例县,2020,5\n"), None);
    let trends = builtin().indicators.iter().filter(|indicator| {
        let targets = indicator.distinct_targets();
        targets.iter().all(|target| target.op.trend().is_some())
    });
    let empty = judged("示例县", "婴儿死亡率,示例县,2020,5\n");
    for indicator in trends {
        let line = FinishLine::new(item(&empty, &indicator.id), &[], &CutOffs::default());
        assert_eq!(line, None, "{}", indicator.id);
    }
}

#[test]
fn among_many_the_side_of_the_promise_is_always_that_of_the_status() {
    let example = include_str!("../src/catalogue/qinzhou/example.csv");
    let table = import("example.csv", example.as_bytes(), builtin(), 2026).table;
    let collection = Collection::new([&table], &Settlement::default());
    let cutoffs = CutOffs::default();
    let board = board(builtin(), &collection, "示例市", None, &[], &cutoffs);
    let placed: Vec<_> = board
        .items
        .iter()
        .filter_map(|item| Some((item, progress(item, &cutoffs)?)))
        .collect();
    assert!(placed.len() > 40);
    for (item, x) in placed {
        let met = item.assessment.status() == Status::Met;
        assert_eq!(x > PROMISE, met, "{}: {x}", item.indicator.id);
        assert!((0.0..=100.0).contains(&x));
    }
}
