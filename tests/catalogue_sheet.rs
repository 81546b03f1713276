//! A catalogue from one CSV of targets: what it must say the same as the built-in one, and its mistakes.

use plan_tracker::assess::{Board, CutOffs, board};
use plan_tracker::catalogue::sheet::{Mistake, from_csv, template};
use plan_tracker::catalogue::{Catalogue, Kind, Op, builtin, table};
use plan_tracker::import::import;
use plan_tracker::observation::{Collection, Settlement};
use plan_tracker::text::Lang;

/// What `cargo xtask catalogue targets` prints, read back.
fn round_trip() -> Catalogue {
    let csv = table::to_csv(table::TARGET_COLUMNS, &table::targets(builtin())).unwrap();
    from_csv(csv.as_bytes()).unwrap()
}

#[test]
fn the_printed_targets_read_back_with_all_that_verdicts_rest_on() {
    let back = round_trip();
    assert_eq!(back.indicators.len(), builtin().indicators.len());
    let mut differ = Vec::new();
    for (ours, theirs) in builtin().indicators.iter().zip(&back.indicators) {
        let id = &ours.id;
        assert_eq!((&ours.id, &ours.name), (&theirs.id, &theirs.name));
        assert_eq!(ours.gap, theirs.gap, "gap of {id}");
        assert_eq!(ours.form(), theirs.form(), "form of {id}");
        if ours.kind != Kind::Milestone && !ours.targets.iter().any(|t| matches!(t.op, Op::Change(_))) {
            assert_eq!(ours.unit, theirs.unit, "unit of {id}");
            assert_eq!(ours.kind, theirs.kind, "kind of {id}");
            assert_eq!(ours.limit, theirs.limit, "limit of {id}");
            assert_eq!(ours.direction, theirs.direction, "direction of {id}");
        }
        for (a, b) in ours.targets.iter().zip(&theirs.targets) {
            assert_eq!((a.at, &a.op, a.year), (b.at, &b.op, b.year), "{id}");
            assert_eq!(
                (a.keep, a.op.value().and(a.each)),
                (b.keep, b.each),
                "{id} at {}: {}",
                a.at,
                a.quote
            );
        }
    }
}

/// Figures under the indicators' own names, which both catalogues know. Names that say women are left out:
/// a sheet does not say that they also stand for a general figure.
fn figures() -> String {
    let mut csv = String::from("指标,地区,年份,数值\n");
    for (at, indicator) in builtin().indicators.iter().enumerate() {
        if indicator.kind == Kind::Milestone || indicator.sex.is_some() {
            continue;
        }
        for (step, year) in [2018, 2020, 2021, 2022, 2023, 2024].into_iter().enumerate() {
            let value = 20.0 + (at % 60) as f64 + 0.4 * step as f64 * if at % 3 == 0 { -1.0 } else { 1.0 };
            csv.push_str(&format!(
                "\"{}\",钦州市,{year},{value:.2}\n",
                indicator.name.replace('"', "\"\"")
            ));
        }
    }
    csv
}

fn judged(catalogue: &Catalogue) -> Board {
    let import = import("figures.csv", figures().as_bytes(), catalogue);
    assert_eq!(import.report.rejected, []);
    let collection = Collection::new([&import.table], &Settlement::default());
    board(
        catalogue,
        &collection,
        catalogue.own_place(),
        None,
        &[],
        &CutOffs::default(),
    )
}

#[test]
fn the_same_files_get_the_same_verdicts() {
    let (ours, theirs) = (judged(builtin()), judged(&round_trip()));
    assert_eq!(ours.items.len(), theirs.items.len());
    let measured = ours
        .items
        .iter()
        .filter(|item| item.assessment.latest.is_some())
        .count();
    assert!(measured > 150, "{measured}");
    for (a, b) in ours.items.iter().zip(&theirs.items) {
        assert_eq!((&a.indicator, &a.goals), (&b.indicator, &b.goals));
        let verdict = |item: &plan_tracker::assess::Judged| {
            let a = &item.assessment;
            (a.status, a.level, a.pace, a.growth, a.score, a.forecast)
        };
        assert_eq!(verdict(a), verdict(b), "{}", a.indicator);
    }
}

fn mistakes(csv: &str) -> Vec<(u64, String, String)> {
    let told = |m: &Mistake| (m.line, m.column.clone(), m.message(Lang::Zh));
    from_csv(csv.as_bytes()).unwrap_err().iter().map(told).collect()
}

const HEAD: &str = "indicator,name,plan,field,section,item,op,value,unit,year,direction,relative_to,quote";

#[test]
fn every_mistake_is_reported_with_its_line() {
    let csv = format!(
        "{HEAD}\n\
         a,甲,C,1,goal,1,>=,九十,%,2030,,,\n\
         b,乙,C,1,gaol,1,>=,90,%,2030,,,\n\
         c,丙,C,1,goal,1,trend,,%,2030,,,\n\
         d,丁,C,1,goal,1,~,5,%,2030,,,\n"
    );
    let found = mistakes(&csv);
    let places: Vec<(u64, &str)> = found
        .iter()
        .map(|(line, column, _)| (*line, column.as_str()))
        .collect();
    assert_eq!(
        places,
        [(2, "value"), (2, "op"), (3, "section"), (4, "op"), (5, "op")]
    );
    assert_eq!(found[0].2, "第 2 行 value 列的“九十”不是数，请只写数字。");
}

#[test]
fn contradictions_between_rows_are_mistakes() {
    let csv = format!(
        "{HEAD}\n\
         a,甲,C,1,goal,1,>=,90,%,2030,,,\n\
         a,乙,C,1,goal,2,>=,90,%,2030,,,\n\
         b,甲,C,1,goal,3,compare,,%,2030,,nowhere,\n"
    );
    let places: Vec<(u64, String)> = mistakes(&csv)
        .into_iter()
        .map(|(line, column, _)| (line, column))
        .collect();
    assert_eq!(
        places,
        [(3, "name".into()), (4, "name".into()), (4, "relative_to".into())]
    );
}

#[test]
fn a_sheet_without_its_columns_or_rows_says_so() {
    let columns: Vec<String> = mistakes("name,op\n甲,>=\n")
        .into_iter()
        .map(|(_, column, _)| column)
        .collect();
    assert_eq!(columns, ["plan", "field", "section", "item"]);
    assert_eq!(mistakes(&format!("{HEAD}\n")).len(), 1);
}

#[test]
fn the_template_loads_and_an_office_can_save_it_as_gb18030_with_semicolons() {
    let catalogue = from_csv(template().as_bytes()).unwrap();
    assert_eq!(catalogue.own_place(), "示例县");
    assert_eq!(catalogue.indicators.len(), 2);
    let office = template().replace(',', ";");
    let (bytes, _, _) = encoding_rs::GB18030.encode(&office);
    assert_eq!(from_csv(&bytes).unwrap(), catalogue);
}

#[test]
fn rows_without_an_id_are_known_by_their_name_and_several_years_are_several_targets() {
    let csv = format!(
        "{HEAD}\n\
         ,村医数,C,1,goal,1,>=,100,名,2025,,,村医数2025年达到100名\n\
         ,村医数,C,1,goal,1,>=,200,名,2030,,,村医数2030年达到200名\n"
    );
    let catalogue = from_csv(csv.as_bytes()).unwrap();
    assert_eq!(catalogue.indicators.len(), 1);
    assert_eq!(catalogue.indicators[0].distinct_targets().len(), 2);
    assert_eq!(
        catalogue.goals().next().unwrap().text,
        "村医数2025年达到100名\n村医数2030年达到200名"
    );
}
