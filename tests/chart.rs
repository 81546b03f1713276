//! What a chart draws, says and lists, checked on the option that the drawing library is given.

use plan_tracker::catalogue::Unit;
use plan_tracker::chart::{
    Cell, Cursor, Forecast, ForecastPoint, Line, LineRole, MAX_LINES, Plot, Size, Step, TargetKind,
    TargetLine, Tokens,
};
use plan_tracker::lang::Lang;
use plan_tracker::observation::ValueAt;
use serde_json::Value;

const WIDE: Size = Size {
    width: 1000.0,
    height: 360.0,
};
const PHONE: Size = Size {
    width: 358.0,
    height: 280.0,
};

/// Names instead of colours, so that a test can tell what is drawn in which.
fn tokens() -> Tokens {
    let name = |name: &str| name.to_owned();
    Tokens {
        ink: name("ink"),
        muted: name("muted"),
        line: name("line"),
        page: name("page"),
        raised: name("raised"),
        series: (1..=6).map(|n| format!("series-{n}")).collect(),
        font: name("sans-serif"),
        text: 13.0,
    }
}

fn line(name: &str, role: LineRole, points: &[(i32, f64)]) -> Line {
    Line {
        name: name.to_owned(),
        role,
        points: points.iter().copied().map(ValueAt::from).collect(),
        origin: None,
        series: None,
    }
}

/// Maternal mortality with everything that a chart can hold, and no figure for 2022.
fn plot() -> Plot {
    let forecast = |year, value| ForecastPoint {
        year,
        value,
        low: value - 1.2,
        high: value + 1.2,
    };
    Plot {
        title: "孕产妇死亡率在下降".to_owned(),
        area: "钦州市".to_owned(),
        source: "=统计公报".to_owned(),
        subtitle: "1/10万，钦州市".to_owned(),
        summary: "2020 年 18.0/10万，2023 年 15.1/10万，目标是 2030 年 12 以下。".to_owned(),
        unit: Unit::new("/10万"),
        lines: vec![
            line(
                "全国",
                LineRole::Reference,
                &[(2020, 16.9), (2021, 16.1), (2023, 15.1)],
            ),
            line(
                "钦州市",
                LineRole::Own,
                &[(2020, 18.0), (2021, 17.25), (2022, f64::NAN), (2023, 15.1)],
            ),
        ],
        target: Some(TargetLine {
            kind: TargetKind::AtMost,
            value: 12.0,
            year: 2030,
            label: String::new(),
        }),
        base: Some((2020, 18.0).into()),
        path: [(2020, 18.0), (2025, 15.0), (2030, 12.0)]
            .map(ValueAt::from)
            .to_vec(),
        forecast: Some(Forecast {
            points: (2024..=2030)
                .map(|year| forecast(year, 15.1 - 0.5 * f64::from(year - 2023)))
                .collect(),
        }),
        as_of: Some(2023),
        midterm: Some(2025),
        ..Plot::default()
    }
}

fn option(plot: &Plot, size: Size) -> Value {
    serde_json::to_value(plot.option(&tokens(), Lang::Zh, size)).expect("an option is plain data")
}

fn series(option: &Value) -> Vec<Value> {
    option["series"].as_array().cloned().unwrap_or_default()
}

/// The series drawn with that colour and kind of line.
fn drawn(option: &Value, color: &str, kind: &str) -> Vec<Value> {
    let is_it = |one: &Value| one["lineStyle"]["color"] == color && one["lineStyle"]["type"] == kind;
    series(option).into_iter().filter(is_it).collect()
}

fn texts(option: &Value) -> Vec<String> {
    let text = |one: &Value| one["label"]["formatter"].as_str().map(str::to_owned);
    series(option).iter().filter_map(text).collect()
}

#[test]
fn the_target_is_a_dashed_ink_line_up_to_its_year_with_its_words() {
    let option = option(&plot(), WIDE);
    let targets = drawn(&option, "ink", "dashed");
    assert_eq!(targets.len(), 1);
    let data = targets[0]["data"].as_array().unwrap();
    assert_eq!(data.len(), 11);
    assert!(data.iter().all(|value| *value == 12.0));
    assert!(
        texts(&option).contains(&"目标\u{2009}12\u{2009}以下".to_owned()),
        "{:?}",
        texts(&option)
    );
}

#[test]
fn a_missing_year_stays_a_gap() {
    let option = option(&plot(), WIDE);
    let own = &drawn(&option, "series-1", "solid")
        .into_iter()
        .find(|one| one["lineStyle"]["width"] == 2.0)
        .unwrap();
    assert_eq!(own["connectNulls"], false);
    assert_eq!(own["data"][1], 17.25);
    assert_eq!(own["data"][2], Value::Null, "not a number is a gap");
    assert_eq!(own["data"][7], Value::Null, "after the last year too");
}

#[test]
fn references_are_thin_and_grey_and_named_at_their_end() {
    let option = option(&plot(), WIDE);
    let grey = drawn(&option, "muted", "solid");
    assert_eq!(grey.len(), 1);
    assert_eq!(grey[0]["lineStyle"]["width"], 1.0);
    assert!(texts(&option).contains(&"全国\u{2009}15.1".to_owned()));
    assert!(
        texts(&option).contains(&"钦州市\u{2009}15.10".to_owned()),
        "digits of its source"
    );
}

#[test]
fn the_base_is_a_hollow_point() {
    let option = option(&plot(), WIDE);
    let base = series(&option)
        .into_iter()
        .find(|one| one["itemStyle"]["color"] == "page")
        .unwrap();
    assert_eq!(base["itemStyle"]["borderColor"], "series-1");
    assert_eq!(
        base["data"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|value| !value.is_null())
            .count(),
        1
    );
    assert_eq!(base["data"][0], 18.0);
}

#[test]
fn the_path_is_dotted_and_the_forecast_lies_in_a_band() {
    let option = option(&plot(), WIDE);
    assert_eq!(drawn(&option, "muted", "dotted").len(), 1);
    let bands: Vec<Value> = series(&option)
        .into_iter()
        .filter(|one| one["stack"] == "band")
        .collect();
    assert_eq!(bands.len(), 2);
    assert!(bands[1]["areaStyle"]["opacity"].as_f64().unwrap() < 0.3);
    assert_eq!(bands[1]["data"][3], 0.0, "it opens at the last value measured");
    let height = bands[1]["data"][4].as_f64().unwrap();
    assert!((height - 2.4).abs() < 1e-9, "{height}");
}

#[test]
fn a_forecast_after_a_gap_is_not_joined_to_the_line() {
    let mut plot = plot();
    plot.lines[1].points.pop();
    let option = option(&plot, WIDE);
    let bands: Vec<Value> = series(&option)
        .into_iter()
        .filter(|one| one["stack"] == "band")
        .collect();
    assert_eq!(bands[0]["data"][3], Value::Null);
}

#[test]
fn no_more_than_six_lines_are_drawn_and_all_stand_in_the_table() {
    let mut plot = Plot {
        unit: Unit::new("%"),
        ..Plot::default()
    };
    for n in 0..9 {
        let value = 50.0 + n as f64;
        plot.lines.push(line(
            &format!("县{n}"),
            LineRole::Group(n),
            &[(2020, value), (2021, value + 1.0)],
        ));
    }
    let option = option(&plot, WIDE);
    let lines = series(&option)
        .into_iter()
        .filter(|one| one["lineStyle"]["width"] == 2.0);
    assert_eq!(lines.count(), MAX_LINES);
    assert_eq!(plot.table(Lang::Zh).head.len(), 10);
}

#[test]
fn groups_differ_in_colour_and_symbol() {
    let plot = Plot {
        lines: vec![
            line("女", LineRole::Group(0), &[(2020, 1.0)]),
            line("男", LineRole::Group(1), &[(2020, 2.0)]),
        ],
        ..Plot::default()
    };
    let option = option(&plot, WIDE);
    let look = |n: usize| {
        let color = format!("series-{n}");
        let one = drawn(&option, &color, "solid");
        one[0]["symbol"].as_str().map(str::to_owned)
    };
    assert_ne!(look(1), look(2));
}

#[test]
fn the_option_carries_no_number_that_is_none_and_is_marked_for_readers() {
    let mut plot = plot();
    plot.base = Some((2019, f64::NAN).into());
    plot.path.push((2031, f64::INFINITY).into());
    let option = option(&plot, PHONE);
    assert_eq!(option["aria"]["enabled"], true);
    assert_eq!(option["animation"], false);
    assert_eq!(
        option["xAxis"]["data"].as_array().unwrap().len(),
        11,
        "such years are not shown"
    );
    let drawing = serde_json::to_string(&plot.drawing(&tokens(), Lang::Zh, PHONE)).unwrap();
    assert!(!drawing.contains("NaN") && !drawing.contains("inf"));
}

#[test]
fn an_invented_example_says_so_in_the_picture() {
    let plot = Plot {
        example: true,
        ..plot()
    };
    assert_eq!(option(&plot, WIDE)["title"][0]["text"], "示例（虚构）");
    assert_eq!(option(&self::plot(), WIDE)["title"], Value::Null);
}

#[test]
fn nothing_to_draw_is_no_failure() {
    let plot = Plot::default();
    assert!(plot.is_empty());
    assert!(series(&option(&plot, PHONE)).is_empty());
    assert!(plot.table(Lang::En).rows.is_empty());
    assert_eq!(Cursor::start(&plot), None);
}

#[test]
fn shares_have_their_sign_on_the_axis_and_end_at_a_hundred() {
    let plot = Plot {
        unit: Unit::new("%"),
        lines: vec![line("钦州市", LineRole::Own, &[(2020, 91.5), (2021, 99.9)])],
        ..Plot::default()
    };
    let drawing = plot.drawing(&tokens(), Lang::Zh, WIDE);
    assert_eq!(drawing.ticks.last().map(String::as_str), Some("100%"));
}

#[test]
fn a_year_tells_everything_that_stands_in_it() {
    let drawing = plot().drawing(&tokens(), Lang::Zh, WIDE);
    let said = |n: usize| {
        drawing.notes[n]
            .iter()
            .map(|note| note.text.as_str())
            .collect::<Vec<&str>>()
    };
    assert_eq!(
        said(1),
        [
            "2021\u{2009}年",
            "钦州市\u{2009}17.25/10万",
            "全国\u{2009}16.1/10万"
        ]
    );
    assert_eq!(
        said(10),
        [
            "2030\u{2009}年",
            "预测\u{2009}11.60/10万（10.40–12.80/10万）",
            "应有进度\u{2009}12.00/10万",
            "目标\u{2009}12\u{2009}以下"
        ]
    );
    let english = plot().drawing(&tokens(), Lang::En, WIDE);
    assert_eq!(english.notes[1][1].text, "钦州市 17.25 per 100,000");
}

#[test]
fn the_table_has_the_same_numbers_and_its_gaps() {
    let table = plot().table(Lang::Zh);
    assert_eq!(table.unit, "/10万");
    assert_eq!(
        table.head,
        ["年份", "钦州市", "全国", "目标", "应有进度", "预测", "预测范围"]
    );
    let row = |year: i32| {
        table
            .rows
            .iter()
            .find(|(at, _)| *at == year)
            .map(|(_, cells)| cells.clone())
            .unwrap()
    };
    assert_eq!(row(2020)[0].text(), Some("18.00"));
    assert_eq!(
        row(2022)[..2],
        [Cell::Missing, Cell::Missing],
        "a year without figures is told"
    );
    assert_eq!(
        row(2022)[2..],
        [Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank]
    );
    assert_eq!(row(2026)[0], Cell::Blank, "no figure is missing from the future");
    assert_eq!(row(2030)[2].text(), Some("12"));
    assert_eq!(row(2030)[5].text(), Some("10.40–12.80"));
    assert_eq!(table.rows.len(), 11);
}

#[test]
fn the_key_explains_only_what_is_drawn() {
    let said = |plot: &Plot| {
        plot.key(Lang::Zh)
            .into_iter()
            .map(|item| item.text)
            .collect::<Vec<String>>()
    };
    assert_eq!(
        said(&plot()),
        ["基期（2020\u{2009}年）", "应有进度", "预测和可能的范围"]
    );
    assert!(said(&Plot::default()).is_empty());
}

#[test]
fn a_base_of_its_own_has_its_own_column() {
    let mut plot = plot();
    plot.base = Some((2019, 18.4).into());
    let table = plot.table(Lang::En);
    assert_eq!(
        (table.head[3].as_str(), table.unit.as_str()),
        ("Baseline", "per 100,000")
    );
    let (year, cells) = &table.rows[0];
    assert_eq!((*year, cells[2].text()), (2019, Some("18.40")));
    assert_eq!(cells.iter().filter(|cell| cell.text().is_some()).count(), 1);
}

#[test]
fn keys_walk_from_point_to_point_and_read_them() {
    let plot = plot();
    let start = Cursor::start(&plot).unwrap();
    let read = |cursor: Cursor| cursor.reading(&plot, Lang::Zh, false).unwrap();
    assert_eq!(read(start), "2023\u{2009}年：15.10/10万");
    assert_eq!(
        start.step(&plot, Step::Later),
        start,
        "there is nothing after the last"
    );

    let before = start.step(&plot, Step::Earlier);
    assert_eq!(read(before), "2021\u{2009}年：17.25/10万", "over the gap");
    assert_eq!(before.index(&plot), Some(1));

    let nation = before.step(&plot, Step::LineAfter);
    assert_eq!(read(nation), "全国，2021\u{2009}年：16.1/10万");
    let forecast = nation.step(&plot, Step::LineAfter);
    assert_eq!(forecast.year, 2024, "the nearest year that has one");
    assert_eq!(start.step(&plot, Step::LineBefore), start);
    assert_eq!(read(start.step(&plot, Step::First)), "2020\u{2009}年：18.00/10万");
    assert_eq!(plot.drawing(&tokens(), Lang::Zh, WIDE).tracks.len(), 4);
}

#[test]
fn years_under_the_axis_never_touch() {
    for width in [250.0, 358.0, 700.0, 1200.0] {
        let size = Size { width, height: 280.0 };
        let option = option(&plot(), size);
        let years = option["xAxis"]["data"].as_array().unwrap();
        let named = years.iter().filter(|year| *year != "").count() as f64;
        assert!(named >= 2.0 && named * 34.0 < width, "{named} years on {width}");
        assert!(years.contains(&Value::from("2030")));
    }
}

#[test]
fn the_numbers_go_into_a_file_that_explains_itself_and_holds_no_formula() {
    let csv = plot().csv(Lang::Zh);
    assert!(csv.starts_with("\u{feff}年份,"), "{csv}");
    let row = csv.lines().find(|row| row.starts_with("2023,")).unwrap();
    assert!(
        row.contains("15.1") && row.ends_with("/10万,钦州市,'=统计公报,"),
        "{row}"
    );
    let example = Plot {
        example: true,
        ..plot()
    };
    assert!(
        example
            .csv(Lang::Zh)
            .lines()
            .skip(1)
            .all(|row| row.ends_with("示例（虚构）"))
    );
}

#[test]
fn an_exported_picture_says_what_whose_and_when_inside_itself() {
    let plot = Plot {
        title: "A < B & C".to_owned(),
        example: true,
        ..plot()
    };
    let svg = plot.poster("<svg/>", &tokens(), Lang::En, "2026-11-24");
    for part in [
        "A &lt; B &amp; C",
        "Source: =统计公报",
        "As of 2023 · Exported 2026-11-24",
        "Example (invented)",
        "<svg/>",
    ] {
        assert!(svg.contains(part), "{part} in {svg}");
    }
    let room = plot.poster_room(Lang::En);
    assert!(room.width > 800.0 && room.height > 300.0, "{room:?}");
}

#[test]
fn many_sources_leave_an_exported_picture_its_room() {
    let plot = Plot {
        source: "国家统计局《统计监测报告》；".repeat(40),
        ..plot()
    };
    assert!(plot.poster_room(Lang::Zh).height > 300.0);
    let svg = plot.poster("<svg/>", &tokens(), Lang::Zh, "2026-11-24");
    assert!(svg.contains("全部来源见"), "{svg}");
}
