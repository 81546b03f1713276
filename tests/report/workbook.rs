//! The Excel workbook: figures that load again as they were, numbers as numbers, no formula.

use plan_tracker::catalogue::builtin;
use plan_tracker::import::import;
use plan_tracker::lang::Lang;
use plan_tracker::observation::{Collection, Settlement};
use plan_tracker::report::{Scope, workbook};

use crate::support::{EXAMPLE, INVENTED, Sample, word_part};

const TODAY: i32 = 2026;

#[test]
fn loading_it_again_gives_the_same_figures() {
    for slug in ["", "W1"] {
        let mut sample = Sample::new(&[("example.csv", EXAMPLE)], INVENTED, None);
        sample.scope = Scope::from_slug(slug);
        let file = sample.ask(workbook);
        let again = import("report.xlsx", &file, builtin(), TODAY);
        let collection = Collection::new([&again.table], &Settlement::default());
        let mut compared = 0;
        sample.ask(|request| {
            for item in request
                .board
                .items
                .iter()
                .filter(|item| slug.is_empty() || item.goals.iter().any(|goal| goal.field_id() == slug))
            {
                let Some(key) = item.basis.key() else { continue };
                let figures = |collection: &Collection| -> Vec<(i32, f64)> {
                    let points = collection
                        .get(key)
                        .map(|series| series.points.clone())
                        .unwrap_or_default();
                    points.iter().map(|point| (point.year, point.value)).collect()
                };
                assert_eq!(
                    figures(&collection),
                    figures(request.loaded.collection),
                    "{}",
                    item.indicator.id
                );
                compared += figures(&collection).len();
            }
        });
        assert!(compared > 50, "{compared} in {slug}; {:?}", again.log);
    }
}

#[test]
fn what_it_adds_to_the_figures_is_read_as_none() {
    let sample = Sample::new(&[("example.csv", EXAMPLE)], INVENTED, None);
    let again = import("report.xlsx", sample.ask(workbook), builtin(), TODAY);
    let (mut known, mut read) = (0, 0);
    sample.ask(|request| {
        let collection = Collection::new([&again.table], &Settlement::default());
        for series in collection.iter() {
            let before = request
                .loaded
                .collection
                .get(&series.key)
                .unwrap_or_else(|| panic!("{:?} is new", series.key));
            known += before.points.len();
            read += series.points.len();
        }
    });
    assert!(read > 500 && read <= known, "{read} of {known}");
}

#[test]
fn numbers_are_numbers_and_no_cell_is_a_formula() {
    let csv = "指标,年份,数值,来源\n孕产妇死亡率,2022,15.20,\"=HYPERLINK(\"\"http://x\"\")\"\n孕产妇死亡率,2024,14.9,\"=1+1\"\n";
    for lang in [Lang::Zh, Lang::En] {
        let mut sample = Sample::with_file(csv);
        sample.lang = lang;
        let file = sample.ask(workbook);
        let sheet = word_part(&file, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<v>14.9</v>"), "{sheet}");
        assert!(sheet.contains("state=\"frozen\"") && !sheet.contains("<f"));
        assert!(sheet.contains("=HYPERLINK(&quot;http://x&quot;)"));
        let book = word_part(&file, "xl/workbook.xml");
        assert!(book.contains("_xlnm.Print_Titles") && book.contains("_xlnm.Print_Area"));
    }
}

#[test]
fn it_has_the_columns_of_the_year_and_the_tables_of_counts() {
    let file = Sample::example(None).ask(workbook);
    let first = word_part(&file, "xl/worksheets/sheet1.xml");
    for head in [
        "指标",
        "单位",
        "目标要求",
        "2020年",
        "2023年",
        "2024年",
        "判断",
        "数据来源",
    ] {
        assert!(first.contains(&format!(">{head}<")), "{head}");
    }
    assert!(first.contains("示例（虚构）"));
    let book = word_part(&file, "xl/workbook.xml");
    for name in ["2024年统计监测表", "历年数值", "监测目标实现程度", "总体完成情况"] {
        assert!(book.contains(&format!("name=\"{name}\"")), "{name} in {book}");
    }
    assert!(
        word_part(&file, "xl/worksheets/sheet3.xml").contains("<v>1</v>"),
        "100% is the number 1"
    );
}
