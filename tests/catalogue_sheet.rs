//! A catalogue from one CSV of targets: what it must say the same as the built-in one, and its mistakes.

use std::cell::Cell;

use plan_tracker::assess::{Board, CutOffs, board};
use plan_tracker::catalogue::sheet::{EXTRA_COLUMNS, Mistake, chinese_titles, from_table, template};
use plan_tracker::catalogue::{Catalogue, Dimension, Indicator, Op, Plan, Target, builtin, from_json, table};
use plan_tracker::import::import;
use plan_tracker::lang::Lang;
use plan_tracker::observation::{Collection, Settlement};
use proptest::collection::vec;
use proptest::sample::select;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// The year in which the files are read.
const TODAY: i32 = 2026;

/// What `cargo xtask catalogue targets` prints, read back.
fn round_trip() -> Catalogue {
    let csv = table::to_csv(table::TARGET_COLUMNS, &table::targets(builtin()));
    from_table(csv.as_bytes()).unwrap()
}

#[test]
fn the_printed_targets_read_back_with_all_that_verdicts_rest_on() {
    let back = round_trip();
    let bare = |indicator: &Indicator| {
        let mut indicator = indicator.clone();
        for target in &mut indicator.targets {
            // What each county has to have done is recorded, not counted: a sheet does not tell it apart.
            target.each = target.each.filter(|_| target.op != Op::Milestone);
        }
        indicator
    };
    for (ours, theirs) in builtin().indicators.iter().zip(&back.indicators) {
        assert_eq!(bare(ours), bare(theirs));
    }
    assert_eq!(back.indicators.len(), builtin().indicators.len());
    assert_eq!(back.areas, builtin().areas);
}

/// What is left of the built-in catalogue when nothing is lent: a sheet of indicators with other ids.
#[test]
fn the_rules_alone_tell_what_the_built_in_catalogue_spells_out() {
    let mut rows = table::targets(builtin());
    for row in &mut rows {
        row[0].insert_str(0, "my-");
        if !row[11].is_empty() {
            row[11].insert_str(0, "my-");
        }
    }
    let csv = table::to_csv(table::TARGET_COLUMNS, &rows);
    let back = from_table(csv.as_bytes()).unwrap();
    for (ours, theirs) in builtin().indicators.iter().zip(&back.indicators) {
        let id = &ours.id;
        let gap = |indicator: &Indicator| indicator.gap.as_ref().map(|gap| gap.by);
        assert_eq!((&ours.name, gap(ours)), (&theirs.name, gap(theirs)));
        assert_eq!(
            (ours.form(), ours.direction),
            (theirs.form(), theirs.direction),
            "{id}"
        );
        if !ours.targets.iter().any(|t| matches!(t.op, Op::Change(_))) {
            let figure = |i: &Indicator| (i.unit.clone(), i.kind, i.limit);
            assert_eq!(figure(ours), figure(theirs), "{id}");
        }
        for (a, b) in ours.targets.iter().zip(&theirs.targets) {
            let demand = |t: &Target| (t.at, t.op.value(), t.year, t.keep);
            assert_eq!(demand(a), demand(b), "{id}: {}", a.quote);
            assert_eq!(a.op.value().and(a.each), b.each, "{id}: {}", a.quote);
        }
    }
}

const REFERENCE: &str = include_str!("../src/catalogue/qinzhou/reference.csv");
const EXAMPLE: &str = include_str!("../src/catalogue/qinzhou/example.csv");

fn judged(catalogue: &Catalogue, figures: &str, area: &str) -> Board {
    let import = import("figures.csv", figures.as_bytes(), catalogue, TODAY);
    let collection = Collection::new([&import.table], &Settlement::default());
    board(catalogue, &collection, area, None, &[], &CutOffs::default())
}

#[test]
fn the_same_files_get_the_same_verdicts_at_every_place() {
    let back = round_trip();
    for (figures, area, fewest) in [
        (REFERENCE, "全国", 40),
        (REFERENCE, "广西", 10),
        (REFERENCE, "钦州市", 1),
        (EXAMPLE, "示例市", 150),
        (EXAMPLE, "示例二县", 10),
    ] {
        let (ours, theirs) = (judged(builtin(), figures, area), judged(&back, figures, area));
        let measured = ours
            .items
            .iter()
            .filter(|item| item.assessment.latest().is_some())
            .count();
        assert!(measured >= fewest, "{area}: {measured}");
        assert_eq!((&ours.area, ours.as_of), (&theirs.area, theirs.as_of));
        for (a, b) in ours.items.iter().zip(&theirs.items) {
            assert_eq!(
                (&a.assessment, &a.goals, &a.basis),
                (&b.assessment, &b.goals, &b.basis)
            );
            assert_eq!((&a.groups, &a.parts), (&b.groups, &b.parts), "{}", a.indicator.id);
        }
        assert_eq!(ours.items.len(), theirs.items.len());
        for goal in &theirs.goals {
            assert_eq!(ours.goal(goal.id), Some(goal), "{area}");
        }
    }
}

fn mistakes(csv: &str) -> Vec<(u64, String, String)> {
    let told = |m: &Mistake| (m.line, m.column.clone(), m.message(Lang::Zh));
    from_table(csv.as_bytes()).unwrap_err().iter().map(told).collect()
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
    let areas: Vec<(u64, &str)> = found
        .iter()
        .map(|(line, column, _)| (*line, column.as_str()))
        .collect();
    assert_eq!(areas, [(2, "value"), (3, "section"), (4, "op"), (5, "op")]);
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
    let areas: Vec<(u64, String)> = mistakes(&csv)
        .into_iter()
        .map(|(line, column, _)| (line, column))
        .collect();
    assert_eq!(
        areas,
        [(3, "name".into()), (4, "name".into()), (4, "relative_to".into())]
    );
}

#[test]
fn mistakes_in_rows_and_between_them_are_told_together_and_each_once() {
    let csv = format!(
        "{HEAD}\n\
         a,甲,C,0,goal,0,>=,90,%,2030,,,\n\
         b,乙,C,1,goal,1,compare,,%,2030,,a,\n\
         c,丙,C,1,goal,2,compare,,%,2030,,丙,\n\
         d,丁,C,1,goal,3,>=,90,%,1030,,,到2030年达到90%,并保持\n"
    );
    let told: Vec<String> = mistakes(&csv)
        .into_iter()
        .map(|(_, _, message)| message)
        .collect();
    assert_eq!(
        told,
        [
            "第 2 行 field 列的“0”不是 1 到 255 之间的整数。",
            "第 2 行 item 列的“0”不是 1 到 255 之间的整数。",
            "第 4 行 relative_to 列的“丙”就是这个指标自己，请写另一个指标。",
            "第 5 行的“并保持”在最后一列之外，如果某一格里有逗号，请给这一格加上双引号。",
            "第 5 行 year 列的“1030”不是 1900 到 2100 之间的年份。",
        ]
    );
}

#[test]
fn every_message_is_a_sentence_in_both_languages() {
    let empty = from_table(b"").unwrap_err();
    assert_eq!(
        empty[0].message(Lang::Zh),
        "第 1 行 name 列没有找到，请按模板补上这一列。"
    );
    assert_eq!(
        empty[0].message(Lang::En),
        "Line 1, column name: this column is missing; add it as in the template."
    );
    let rowless = from_table(HEAD.as_bytes()).unwrap_err();
    assert_eq!(
        rowless[0].message(Lang::Zh),
        "第 1 行下面没有内容，请至少写一行目标。"
    );
    let blank = from_table(format!("{HEAD}\na,,C,1,goal,1,>=,5,,,,,\n").as_bytes()).unwrap_err();
    assert_eq!(blank[0].message(Lang::Zh), "第 2 行 name 列是空的，请填写。");
    assert_eq!(
        blank[0].message(Lang::En),
        "Line 2, column name: is empty; please fill it in."
    );
}

#[test]
fn a_gap_is_found_by_its_name_and_a_comparison_by_the_name_of_the_other() {
    let csv = "name,plan,field,section,item,op,value,unit,direction,relative_to\n\
               婴儿死亡率,C,1,goal,1,<=,5,‰,,\n\
               城乡婴儿死亡率差距,C,1,goal,1,trend,,‰,narrow,\n\
               女代表比例,C,1,goal,2,compare,,%,,女党员比例\n\
               女党员比例,C,1,goal,2,trend,,%,up,\n";
    let catalogue = from_table(csv.as_bytes()).unwrap();
    let gap = catalogue.indicators[1].gap.as_ref().unwrap();
    assert_eq!((gap.of.as_str(), gap.by), ("婴儿死亡率", Dimension::Residence));
    assert_eq!(
        catalogue.indicators[2].targets[0].op,
        Op::Compare("女党员比例".into())
    );
}

#[test]
fn a_chapter_outside_the_fields_is_found_again_whatever_its_field_says() {
    let csv = format!("{HEAD}\na,甲,C,3,monitoring,2,milestone,,,,,,每年监测一次\n");
    let catalogue = from_table(csv.as_bytes()).unwrap();
    let at = catalogue.indicators[0].targets[0].at;
    assert_eq!(at.to_string().parse(), Ok(at));
    assert_eq!(catalogue.text(at), Some("每年监测一次"));
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
    let catalogue = from_table(template().as_bytes()).unwrap();
    assert_eq!(catalogue.own_area(), "示例县");
    assert_eq!(catalogue.indicators.len(), 2);
    let office = template().replace(',', ";");
    let (bytes, _, _) = encoding_rs::GB18030.encode(&office);
    assert_eq!(from_table(&bytes).unwrap(), catalogue);
}

#[test]
fn titles_and_words_may_be_chinese_and_say_the_same() {
    let chinese = "指标名称,规划代号,领域序号,部分,条目序号,要求,目标值,单位,方向,比较指标\n\
                   婴儿死亡率,C,1,主要目标,1,不高于,5,‰,,\n\
                   城乡婴儿死亡率差距,C,1,主要目标,1,趋势,,‰,缩小,\n\
                   女代表比例,C,1,策略措施,2,不低于另一指标,,%,,女党员比例\n\
                   女党员比例,C,1,主要目标,2,趋势,,%,提高,\n";
    let english = "name,plan,field,section,item,op,value,unit,direction,relative_to\n\
                   婴儿死亡率,C,1,goal,1,<=,5,‰,,\n\
                   城乡婴儿死亡率差距,C,1,goal,1,trend,,‰,narrow,\n\
                   女代表比例,C,1,measure,2,compare,,%,,女党员比例\n\
                   女党员比例,C,1,goal,2,trend,,%,up,\n";
    assert_eq!(from_table(chinese.as_bytes()), from_table(english.as_bytes()));
    let wrong = chinese
        .replace("不高于,5", "大概,五")
        .replace(",,女党员比例", ",,");
    let told: Vec<String> = mistakes(&wrong)
        .into_iter()
        .map(|(_, _, message)| message)
        .collect();
    assert_eq!(told[0], "第 2 行 目标值 列的“五”不是数，请只写数字。");
    assert!(
        told[1].starts_with("第 2 行 要求 列的“大概”不是认识的要求，请写“不低于”"),
        "{told:?}"
    );
    assert_eq!(
        told[2],
        "第 4 行 要求 列的“不低于另一指标”还需要填写 比较指标 列。"
    );
    let lacking = mistakes("指标名称,规划代号\n甲,C\n");
    assert_eq!(lacking[0].2, "第 1 行 领域序号 列没有找到，请按模板补上这一列。");
}

#[test]
fn plans_and_fields_are_called_what_the_sheet_calls_them() {
    let head = "name,plan,field,section,item,op,value,unit,plan_name,field_name";
    let csv = format!(
        "{head}\n\
         甲,D,1,goal,1,>=,90,%,示例县残疾人规划,康复\n\
         乙,D,1,goal,2,>=,90,%,,\n\
         丙,D,2,goal,1,>=,90,%,,\n"
    );
    let catalogue = from_table(csv.as_bytes()).unwrap();
    assert_eq!(catalogue.plans[0].short, "示例县残疾人规划");
    let names: Vec<&str> = catalogue.plans[0]
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(names, ["康复", "领域2"]);
    let two = csv.replace("乙,D,1,goal,2,>=,90,%,,", "乙,D,1,goal,2,>=,90,%,,教育");
    assert_eq!(
        mistakes(&two)[0].2,
        "第 3 行 field_name 列的“教育”与前面写的“康复”不同，请统一。"
    );
    let printed = round_trip();
    for (ours, theirs) in builtin().plans.iter().zip(&printed.plans) {
        assert_eq!(
            (&ours.short, &ours.english_short),
            (&theirs.short, &theirs.english_short)
        );
        let names = |plan: &Plan| -> Vec<(String, String)> {
            plan.fields
                .iter()
                .map(|field| (field.name.clone(), field.english.clone()))
                .collect()
        };
        assert_eq!(names(ours), names(theirs));
    }
}

#[test]
fn rows_without_an_id_are_known_by_their_name_and_several_years_are_several_targets() {
    let csv = format!(
        "{HEAD}\n\
         ,村医数,C,1,goal,1,>=,100,名,2025,,,村医数2025年达到100名\n\
         ,村医数,C,1,goal,1,>=,200,名,2030,,,村医数2030年达到200名\n"
    );
    let catalogue = from_table(csv.as_bytes()).unwrap();
    assert_eq!(catalogue.indicators.len(), 1);
    assert_eq!(catalogue.indicators[0].distinct_targets().len(), 2);
    assert_eq!(
        catalogue.goals().next().unwrap().text,
        "村医数2025年达到100名\n村医数2030年达到200名"
    );
}

#[test]
fn the_format_page_explains_every_column_and_every_op() {
    let page = include_str!("../docs/catalogue-format.md");
    let ops = [
        ">=",
        "<=",
        "=",
        "around",
        "change",
        "compare",
        "compare-around",
        "trend",
        "milestone",
    ];
    for word in table::TARGET_COLUMNS.into_iter().chain(EXTRA_COLUMNS).chain(ops) {
        assert!(page.contains(&format!("\n| `{word}` |")), "{word}");
    }
    for title in chinese_titles() {
        assert!(page.contains(&format!("` | {title} |")), "{title}");
    }
}

/// Cells that somebody may well write, right and wrong.
const CELLS: &[&str] = &[
    "",
    " ",
    "甲",
    "乙",
    "婴儿死亡率",
    "婴儿死亡率城乡差距",
    "infant-mortality",
    "W",
    "C",
    "w",
    "WW",
    "0",
    "1",
    "2",
    "255",
    "256",
    "-1",
    "goal",
    "Measure",
    "monitoring",
    "目标",
    ">=",
    "<=",
    "=",
    "around",
    "change",
    "compare",
    "compare-around",
    "trend",
    "milestone",
    "≥",
    "90",
    "-20",
    "−20",
    "1e999",
    "NaN",
    "九十",
    "90%",
    "%",
    "‰",
    "/10万",
    "女=100",
    "2030",
    "2030年",
    "20300",
    "up",
    "down",
    "narrow",
    "linear",
    "compound",
    "甲|乙、丙",
    "保持在90%以上",
    "每个县区至少1所",
    "\"",
    "\"a,b\"",
    "a,b",
    "\u{fffd}",
    "示例县",
    "钦州市",
    "全国",
];

const FIGURES: &str =
    "指标,年份,数值\n甲,2020,5\n甲,2024,7\n示例：婴儿死亡率,2020,6\n示例：婴儿死亡率,2024,4\n";

#[test]
fn whatever_a_sheet_says_it_is_judged_or_refused_with_lines() {
    let columns: Vec<&str> = table::TARGET_COLUMNS.into_iter().chain(EXTRA_COLUMNS).collect();
    let template = template();
    let sound: Vec<Vec<String>> = template
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect();
    // A sound row with up to three of its cells written over.
    let slip = (0..columns.len(), select(CELLS));
    let row = (select(sound), vec(slip, 0..4)).prop_map(|(mut row, slips)| {
        for (column, cell) in slips {
            cell.clone_into(&mut row[column]);
        }
        row.join(",")
    });
    let config = Config {
        cases: 3000,
        failure_persistence: None,
        ..Config::default()
    };
    let (head, read) = (columns.join(","), Cell::new(0));
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let tried = runner.run(&vec(row, 1..=4), |rows| {
        let csv = format!("{head}\n{}", rows.join("\n"));
        match from_table(csv.as_bytes()) {
            Ok(catalogue) => {
                read.set(read.get() + 1);
                assert_judged(&catalogue, &csv);
            }
            Err(mistakes) => assert_said(&mistakes, &csv),
        }
        Ok(())
    });
    tried.unwrap();
    assert!(read.get() > 300, "{} of 3000 were sound", read.get());
}

/// What a sound sheet becomes is whole: it reads back, every target stands on a text, every goal is counted.
fn assert_judged(catalogue: &Catalogue, csv: &str) {
    let board = judged(catalogue, FIGURES, catalogue.own_area());
    let json = serde_json::to_string(catalogue).unwrap();
    assert_eq!(&from_json(&json).unwrap(), catalogue, "{csv}");
    let mut targets = catalogue
        .indicators
        .iter()
        .flat_map(|indicator| &indicator.targets);
    assert!(targets.all(|target| catalogue.text(target.at).is_some()), "{csv}");
    let levels = board.summary().levels;
    let counted = levels.met + levels.nearly_met + levels.not_met + levels.no_data;
    assert_eq!(counted, catalogue.goals().count());
}

/// Every mistake has a line of the sheet and a sentence in both languages.
fn assert_said(mistakes: &[Mistake], csv: &str) {
    assert!(!mistakes.is_empty());
    for mistake in mistakes {
        let lines = csv.lines().count() as u64;
        assert!((1..=lines).contains(&mistake.line), "{csv}");
        assert!(mistake.message(Lang::Zh).ends_with('。') && mistake.message(Lang::En).ends_with('.'));
    }
}

/// The template as a workbook, behind a sheet of instructions.
fn workbook(rows: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let notes = book.add_worksheet();
    notes.set_name("说明").unwrap();
    notes.write(0, 0, "一行写一个目标").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("目标").unwrap();
    for (row, line) in rows.trim_start_matches('\u{feff}').lines().enumerate() {
        for (column, cell) in line.split(',').enumerate() {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row as u32, column as u16, number),
                Err(_) => sheet.write(row as u32, column as u16, cell),
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn targets_come_as_workbooks_and_as_unicode_text_too() {
    let catalogue = from_table(template().as_bytes()).unwrap();
    assert_eq!(from_table(&workbook(&template())).unwrap(), catalogue);
    let unicode = template().replace(',', "\t");
    let bytes: Vec<u8> = unicode.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(from_table(&bytes).unwrap(), catalogue);
    let page: String = template()
        .trim_start_matches('\u{feff}')
        .lines()
        .map(|line| {
            let cells = line
                .replace("不低于", "&gt;=")
                .replace("不高于", "&lt;=")
                .replace(',', "<td>");
            format!("<tr><td>{cells}")
        })
        .collect();
    assert_eq!(
        from_table(format!("<table>{page}</table>").as_bytes()).unwrap(),
        catalogue
    );
}

#[test]
fn a_mistake_in_a_workbook_names_its_sheet_and_a_file_without_a_table_what_it_is() {
    let wrong = template().replace(",90,", ",九十,");
    let mistakes = from_table(&workbook(&wrong)).unwrap_err();
    assert_eq!(
        mistakes[0].message(Lang::Zh),
        "工作表“目标”第 2 行 目标值 列的“九十”不是数，请只写数字。"
    );
    assert_eq!(
        mistakes[0].message(Lang::En),
        "Sheet “目标”, line 2, column 目标值, “九十”: is not a number; write digits alone."
    );
    let document = from_table(b"%PDF-1.7").unwrap_err();
    assert!(document[0].message(Lang::Zh).starts_with("这是 PDF 文件"));
    let lost = from_table(format!("{HEAD}\na,\u{fffd},C,1,goal,1,>=,5,,,,,\n").as_bytes()).unwrap_err();
    assert!(lost[0].message(Lang::En).contains("lost"));
}

#[test]
fn numbers_are_read_as_those_of_any_table() {
    let csv = format!(
        "{HEAD}\n\
         a,甲,C,１,goal,1,>=,\"1,200\",张,2030年,,,\n\
         b,乙,C,1,goal,2,>=,90%,%,2030.0,,,\n\
         c,丙,C,1,goal,3,change,−20,%,2030,,,\n\
         d,'-丁,C,1,goal,4,>=,５．５,‰,2030,,,\n"
    );
    let catalogue = from_table(csv.as_bytes()).unwrap();
    let values: Vec<_> = catalogue
        .indicators
        .iter()
        .map(|i| i.targets[0].op.value())
        .collect();
    assert_eq!(values, [Some(1200.0), Some(90.0), Some(-20.0), Some(5.5)]);
    assert_eq!(catalogue.indicators[3].name, "-丁");
    let percent = from_table(format!("{HEAD}\na,甲,C,1,goal,1,>=,90%,张,2030,,,\n").as_bytes()).unwrap_err();
    assert_eq!((percent[0].line, percent[0].column.as_str()), (2, "value"));
    let decimal = "name;plan;field;section;item;op;value;unit\n甲;C;1;goal;1;>=;4,5;‰\n";
    let catalogue = from_table(decimal.as_bytes()).unwrap();
    assert_eq!(catalogue.indicators[0].targets[0].op.value(), Some(4.5));
}
