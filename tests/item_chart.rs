//! The chart of a judged target: whose figures it draws, up to which year, and what a file of it says of each.

use std::sync::Arc;

use plan_tracker::assess::{Board, CutOffs, board};
use plan_tracker::catalogue::{Year, builtin};
use plan_tracker::chart::{ItemChart, LineRole, Plot, Reference};
use plan_tracker::import::import;
use plan_tracker::observation::{Collection, Loaded, Settlement, Source};
use plan_tracker::text::Lang;

const NATION: &str = "指标,地区,年份,数值,来源\n孕产妇死亡率,全国,2020,16.9,全国年报\n孕产妇死亡率,全国,2022,15.7,全国年报\n孕产妇死亡率,全国,2024,14.3,全国年报\n";

/// The chart of 孕产妇死亡率 at the plans' own area beside the nation, in the year chosen.
fn chart(own: &str, year: Option<Year>) -> Plot {
    let tables = [NATION, own].map(|csv| import("虚构.csv", csv.as_bytes(), builtin(), 2026).table);
    let collection = Collection::new(&tables, &Settlement::default());
    let judged = |area: &str| -> Arc<Board> {
        Arc::new(board(
            builtin(),
            &collection,
            area,
            year,
            &[],
            &CutOffs::default(),
        ))
    };
    let (city, nation) = (judged(builtin().own_area()), judged("全国"));
    let item = city
        .items
        .iter()
        .find(|item| item.indicator.id == "maternal-mortality");
    let files = tables.each_ref().map(|table| Source {
        name: "虚构.csv",
        table,
    });
    let references = [Reference {
        area: nation.area.clone(),
        name: nation.area.clone(),
        as_of: nation.as_of,
    }];
    let chart = ItemChart {
        loaded: Loaded {
            catalogue: builtin(),
            collection: &collection,
            sources: &files,
        },
        item: item.unwrap(),
        cutoffs: &city.cutoffs,
        area: builtin().own_area(),
        references: &references,
        example: false,
    };
    chart.headline(Lang::Zh)
}

fn years_of(plot: &Plot, role: LineRole) -> Vec<Year> {
    let lines = plot.lines.iter().filter(|line| line.role == role);
    lines
        .flat_map(|line| line.points.iter().map(|point| point.year))
        .collect()
}

const ONE_OLD_VALUE: &str = "指标,年份,数值,来源\n孕产妇死亡率,2020,18.0,钦州年报\n";

#[test]
fn a_reference_is_never_cut_at_the_year_of_the_city() {
    let plot = chart(ONE_OLD_VALUE, None);
    assert_eq!(years_of(&plot, LineRole::Own), [2020]);
    assert_eq!(years_of(&plot, LineRole::Reference), [2020, 2022, 2024]);
    let back_in_time = chart(ONE_OLD_VALUE, Some(2022));
    assert_eq!(
        years_of(&back_in_time, LineRole::Reference),
        [2020, 2022],
        "a year that is chosen holds for all"
    );
}

#[test]
fn a_file_names_the_area_and_the_source_of_every_figure() {
    let csv = chart(ONE_OLD_VALUE, None).csv(Lang::Zh);
    let has = |row: &str| csv.lines().any(|line| line == row);
    assert!(
        csv.starts_with("\u{feff}年份,数值,项目,单位,地区,来源,备注"),
        "{csv}"
    );
    assert!(has("2020,18,钦州市,/10万,钦州市,钦州年报,"), "{csv}");
    assert!(has("2024,14.3,全国,/10万,全国,全国年报,"), "{csv}");
    let target = csv
        .lines()
        .find(|line| line.starts_with("2030,12,目标,"))
        .unwrap();
    assert!(target.ends_with(",钦州市,规划,"), "{target}");
}

#[test]
fn a_chart_of_references_alone_says_whose_figures_are_seen() {
    let plot = chart("指标,年份,数值\n婴儿死亡率,2020,4.0\n", None);
    assert!(years_of(&plot, LineRole::Own).is_empty());
    assert!(plot.title.ends_with("：钦州市无数据"), "{}", plot.title);
    assert!(
        plot.subtitle.contains("全国（参考）；钦州市无数据"),
        "{}",
        plot.subtitle
    );
    let tokens = plan_tracker::chart::Tokens {
        ink: "#111".into(),
        muted: "#777".into(),
        line: "#ddd".into(),
        page: "#fff".into(),
        raised: "#eee".into(),
        series: vec!["#123".into()],
        font: "sans-serif".into(),
        text: 14.0,
    };
    let picture = plot.poster("<svg/>", &tokens, Lang::Zh, "2026-11-25");
    assert!(picture.contains("来源：全国（全国年报）"), "{picture}");
    assert!(
        picture.contains("截至\u{2009}2024"),
        "the year of what is drawn: {picture}"
    );
}
