//! The rank of warnings and the rows of the comparing page, over the invented example and the reference figures.

use std::sync::Arc;

use plan_tracker::assess::{
    Board, CutOffs, Status, WarningKind, board, headlines, headlines_of, newest_years,
};
use plan_tracker::catalogue::{Dimension, Indicator, builtin};
use plan_tracker::compare::{
    Rank, Ranking, Reach, area_rows, gap_of, gap_options, index_on, ranking, shared_years, slopes, to_rank,
    year_map,
};
use plan_tracker::import::import;
use plan_tracker::observation::{Collection, Settlement, ValueAt};

/// The year in which the files are read.
const TODAY: i32 = 2026;

const REFERENCE: &[u8] = include_bytes!("../src/catalogue/qinzhou/reference.csv");
const EXAMPLE: &[u8] = include_bytes!("../src/catalogue/qinzhou/example.csv");
const AREA: [&str; 5] = ["示例市", "示例一区", "示例二县", "示例三县", "全国"];

fn collection() -> Collection {
    let tables = [REFERENCE, EXAMPLE].map(|bytes| import("file.csv", bytes, builtin(), TODAY).table);
    Collection::new(&tables, &Settlement::default())
}

fn judged(collection: &Collection, area: &str) -> Arc<Board> {
    Arc::new(board(builtin(), collection, area, None, &[], &CutOffs::default()))
}

fn boards() -> Vec<Arc<Board>> {
    let collection = collection();
    AREA.iter().map(|area| judged(&collection, area)).collect()
}

#[test]
fn warnings_are_ranked_by_how_far_off_and_none_is_lost() {
    let board = judged(&collection(), "示例市");
    let alerts = board.alerts();
    let off: Vec<f64> = alerts.iter().map(|alert| alert.off.unwrap_or(-1.0)).collect();
    // A gap that widens while the target is in no danger is less urgent than any target in danger.
    let endangered = alerts.partition_point(|alert| {
        let about_target = [
            WarningKind::HardToReach,
            WarningKind::MovingAway,
            WarningKind::MetAtRisk,
        ];
        alert
            .warnings
            .iter()
            .any(|warning| about_target.contains(&warning.kind()))
    });
    let (first, last) = off.split_at(endangered);
    assert!(
        !first.is_empty() && last[0] > first[first.len() - 1],
        "both kinds are there to tell apart"
    );
    for ranked in [first, last] {
        assert!(ranked.windows(2).all(|two| two[0] >= two[1]), "{ranked:?}");
    }
    assert!(off.iter().all(|off| off.is_finite()));
    let told: usize = alerts.iter().map(|alert| alert.warnings.len()).sum();
    assert_eq!(told, board.warnings().count(), "each warning is listed");
    assert!(board.unknown().count() > 0);
}

#[test]
fn how_far_off_is_the_part_of_the_way_that_is_missing() {
    let board = judged(&collection(), "示例市");
    let alert = |id: &str| {
        board
            .alerts()
            .into_iter()
            .find(|alert| alert.item.indicator.id == id)
            .unwrap()
    };
    let sight = alert("short-sight-primary");
    let verdict = &sight.item.assessment;
    let (base, goal) = (verdict.base().unwrap().value, verdict.goal().unwrap());
    let expected = (verdict.forecast().unwrap().value - goal) / (base - goal);
    assert!(
        (sight.off.unwrap() - expected).abs() < 1e-9 && expected > 1.0,
        "{expected}"
    );
    let slow = alert("under-5-mortality").off.unwrap();
    assert!(
        slow < expected,
        "at 40% of the pace it is nearer than what moves away: {slow}"
    );
}

#[test]
fn coverage_adds_up() {
    for board in boards() {
        let statuses = board.summary().statuses;
        assert_eq!(
            statuses.measured() + statuses.get(Status::NoData),
            statuses.countable()
        );
        assert_eq!(
            statuses.countable() + statuses.get(Status::Qualitative),
            statuses.total()
        );
    }
}

#[test]
fn a_heat_map_of_areas_has_only_rows_that_compare() {
    let boards = boards();
    let rows = area_rows(&boards, |_| true);
    assert!(rows.len() > 20);
    for row in &rows {
        assert_eq!(row.cells.len(), boards.len());
        assert!(row.cells.iter().filter(|cell| cell.latest.is_some()).count() >= 2);
        assert!(
            row.cells
                .iter()
                .all(|cell| cell.latest.is_some() || !cell.status.is_measured())
        );
    }
    let infants = rows
        .iter()
        .find(|row| row.item.indicator.id == "infant-mortality")
        .unwrap();
    assert_eq!(infants.cells[0].status, Status::Met);
    assert_eq!(
        infants.cells[4].latest.unwrap().value,
        4.0,
        "the nation's own figure"
    );
    assert!(area_rows(&[], |_| true).is_empty());
    assert!(area_rows(&boards, |_| false).is_empty());
}

#[test]
fn a_heat_map_of_years_keeps_gaps_and_reckons_the_way() {
    let board = judged(&collection(), "示例市");
    let map = year_map(&board, 2020, |_| true).unwrap();
    assert_eq!(map.years, 2020..=2024);
    let row = |id: &str| map.rows.iter().find(|row| row.item.indicator.id == id).unwrap();
    assert!(map.rows.iter().all(|row| row.cells.len() == 5));
    let water = row("rural-tap-water");
    assert!(
        water.cells[1].is_none() && water.cells[3].is_none(),
        "missing years stay missing"
    );
    assert_eq!(
        water.cells[0].unwrap().reach,
        Reach::Part(0.0),
        "the base is where the way begins"
    );
    assert_eq!(row("short-sight-primary").cells[4].unwrap().reach, Reach::Away);
    assert_eq!(row("infant-mortality").cells[4].unwrap().reach, Reach::Met);
    assert_eq!(
        row("women-life-expectancy").cells[4].unwrap().reach,
        Reach::Untold
    );
    let nothing = judged(&Collection::default(), "钦州市");
    assert!(year_map(&nothing, 2020, |_| true).is_none());
}

#[test]
fn shades_have_four_steps() {
    let steps = [0.0, 0.24, 0.25, 0.5, 0.75, 0.999].map(|part| Reach::Part(part).step().unwrap());
    assert_eq!(steps, [1, 1, 2, 3, 4, 4]);
    assert_eq!(
        (Reach::Met.step(), Reach::Away.step(), Reach::Untold.step()),
        (None, None, None)
    );
}

#[test]
fn areas_are_ranked_best_first_from_zero() {
    let boards = boards();
    let catalogue = builtin();
    let deaths = ranking(&boards, catalogue.indicator("infant-mortality").unwrap());
    let values: Vec<f64> = deaths.ranks.iter().map(|rank| rank.latest.value).collect();
    assert_eq!(values.len(), 5);
    assert!(
        values.windows(2).all(|two| two[0] <= two[1]),
        "fewer deaths are better: {values:?}"
    );
    let (goal, at) = deaths.goal.unwrap();
    assert_eq!(goal, 5.0);
    let longest = values.iter().copied().fold(goal, f64::max);
    assert!((at - goal / longest).abs() < 1e-9);
    for rank in &deaths.ranks {
        assert!((rank.length - rank.latest.value / longest).abs() < 1e-9);
    }
}

/// The ranking of infant mortality where each area has one value: area, year and value.
fn ranked(values: &[(&str, i32, f64)]) -> Ranking {
    let rows = values
        .iter()
        .map(|(area, year, value)| format!("婴儿死亡率,{area},{year},{value}\n"));
    let csv = "指标,地区,年份,数值\n".to_owned() + &rows.collect::<String>();
    let table = import("虚构.csv", csv.as_bytes(), builtin(), 2026).table;
    let collection = Collection::new(&[table], &Settlement::default());
    let boards: Vec<_> = values
        .iter()
        .map(|(area, ..)| judged(&collection, area))
        .collect();
    ranking(&boards, builtin().indicator("infant-mortality").unwrap())
}

fn areas(ranks: &[Rank]) -> Vec<&str> {
    ranks.iter().map(|rank| rank.area.as_str()).collect()
}

#[test]
fn only_values_within_two_years_of_each_other_are_ranked() {
    let ranking = ranked(&[
        ("虚构甲县", 2022, 4.0),
        ("虚构乙县", 2011, 1.0),
        ("虚构丙县", 2020, 3.0),
        ("虚构丁县", 2021, 2.0),
        ("虚构戊县", 2022, 5.0),
        ("虚构己县", 2019, 9.0),
    ]);
    assert_eq!(
        areas(&ranking.ranks),
        ["虚构丁县", "虚构丙县", "虚构甲县", "虚构戊县"]
    );
    assert_eq!(
        areas(&ranking.apart),
        ["虚构己县", "虚构乙县"],
        "the rest stand apart, newest first"
    );
    assert!(ranking.is_ranked() && ranking.mixed_years);
}

#[test]
fn two_or_three_areas_have_no_best_and_no_worst() {
    let three = ranked(&[
        ("虚构甲县", 2022, 4.0),
        ("虚构乙县", 2022, 1.0),
        ("虚构丙县", 2022, 3.0),
    ]);
    assert!(!three.is_ranked());
    assert_eq!(
        areas(&three.ranks),
        ["虚构甲县", "虚构乙县", "虚构丙县"],
        "in the order of the boards"
    );
    let ages_apart = ranked(&[
        ("虚构甲县", 2022, 4.0),
        ("虚构乙县", 2011, 1.0),
        ("虚构丙县", 2011, 3.0),
        ("虚构丁县", 2005, 2.0),
        ("虚构戊县", 2001, 2.0),
    ]);
    assert_eq!(
        areas(&ages_apart.ranks),
        ["虚构乙县", "虚构丙县"],
        "the years that most have"
    );
    assert!(!ages_apart.is_ranked());
}

#[test]
fn a_gap_needs_both_groups_and_is_their_difference() {
    let all = collection();
    let options = gap_options(builtin(), &all, Dimension::Residence, "示例市", None);
    assert!(options.iter().any(|indicator| indicator.id == "infant-mortality"));
    let gap = gap_of(
        &all,
        "infant-mortality",
        Dimension::Residence,
        "示例市",
        Some(2022),
    )
    .unwrap();
    assert!(
        gap.first
            .1
            .iter()
            .chain(&gap.second.1)
            .all(|point| point.year <= 2022),
        "nothing later is known"
    );
    for (gap, (town, country)) in gap.gap.iter().zip(gap.first.1.iter().zip(&gap.second.1)) {
        let between = (town.value - country.value).abs();
        assert!((gap.value - between).abs() < 1e-9, "{}", gap.year);
    }
    let (from, to) = gap.change(2020).unwrap();
    assert_eq!((from.year, to.year), (2020, 2022));
    assert!(gap_of(&all, "infant-mortality", Dimension::Sex, "示例市", None).is_none());
    assert!(gap_of(&all, "infant-mortality", Dimension::Area, "示例市", None).is_none());
}

#[test]
fn an_index_begins_at_a_hundred_or_is_none() {
    let values = [(2019, 4.0), (2020, 5.0), (2022, 6.0)].map(ValueAt::from);
    assert_eq!(
        index_on(&values, 2020).unwrap(),
        [(2019, 80.0), (2020, 100.0), (2022, 120.0)].map(ValueAt::from)
    );
    assert_eq!(index_on(&values, 2021), None, "no base");
    assert_eq!(
        index_on(&[(2020, 0.0).into()], 2020),
        None,
        "nothing to divide by"
    );
    assert_eq!(shared_years(&values, &[(2024, 1.0).into()]), Some(2019..=2024));
    assert_eq!(shared_years(&[], &[]), None);
}

#[test]
fn slopes_lie_in_their_square_and_are_told_once() {
    let board = judged(&collection(), "示例市");
    let slopes = slopes(&board, |_| true);
    assert!(slopes.len() > 20);
    for (at, slope) in slopes.iter().enumerate() {
        assert!(slope.base.year < slope.latest.year);
        for (along, up) in slope.points() {
            assert!(
                (0.0..=1.0).contains(&along) && (0.0..=1.0).contains(&up),
                "{}",
                slope.item.indicator.id
            );
        }
        let again = slopes[..at].iter().any(|other| {
            other.item.indicator == slope.item.indicator
                && other.item.target == slope.item.target
                && other.item.values == slope.item.values
        });
        assert!(!again, "{}", slope.item.indicator.id);
    }
}

#[test]
fn areas_judged_by_their_headlines_alone_stand_as_each_by_itself() {
    let collection = collection();
    let together = headlines(builtin(), &collection, &AREA, None, &CutOffs::default());
    for (area, board) in AREA.iter().zip(&together) {
        let alone = judged(&collection, area);
        assert_eq!((&alone.area, alone.as_of), (&board.area, board.as_of));
        assert_eq!(alone.items.len(), board.items.len());
        for (alone, beside) in alone.items.iter().zip(&board.items) {
            assert_eq!(alone.basis, beside.basis);
            assert_eq!(alone.values, beside.values);
            assert_eq!(alone.assessment.verdict, beside.assessment.verdict);
        }
    }
}

#[test]
fn what_can_be_ranked_is_offered_with_what_compares_most_areas_first() {
    let boards = boards();
    let compared = |indicator: &Indicator| {
        let Ranking { ranks, apart, .. } = ranking(&boards, indicator);
        (ranks.len(), apart.len())
    };
    let offered = to_rank(&boards, &[], &builtin().indicators);
    let counts: Vec<usize> = offered.iter().map(|indicator| compared(indicator).0).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    for indicator in &builtin().indicators {
        let (ranks, apart) = compared(indicator);
        let is_offered = offered.iter().any(|other| other.id == indicator.id);
        assert_eq!(is_offered, ranks + apart >= 2, "{}", indicator.id);
    }
}

#[test]
fn what_is_ranked_without_judging_everything_is_ranked_alike() {
    let (catalogue, collection, cutoffs) = (builtin(), collection(), CutOffs::default());
    let boards = boards();
    let (shown, others) = boards.split_at(1);
    let others: Vec<&str> = others.iter().map(|board| board.area.as_str()).collect();
    let newest = newest_years(catalogue, &collection, &others, None);
    let offered = to_rank(shown, &newest, &catalogue.indicators);
    assert_eq!(offered, to_rank(&boards, &[], &catalogue.indicators));
    assert!(offered.len() > 20);
    // Each takes its time, and one is like another.
    for indicator in offered.into_iter().step_by(8) {
        let judged = headlines_of(indicator, catalogue, &collection, &others, None, &cutoffs);
        let mut few = shown.to_vec();
        few.extend(judged.into_iter().map(Arc::new));
        assert_eq!(
            ranking(&few, indicator),
            ranking(&boards, indicator),
            "{}",
            indicator.id
        );
    }
}
