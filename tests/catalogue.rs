//! The built-in catalogue against the plans as published.

use plan_tracker::catalogue::{
    Catalogue, ItemId, Kind, Op, Section, builtin, from_bytes, from_json, table, to_bytes, to_json,
};

/// The plans' official text as published, headings and lost numbers included.
const SOURCE: &str = include_str!("data/plan.txt");

#[test]
fn every_field_has_its_goals_and_measures() {
    let counts: Vec<(&str, usize, usize)> = builtin()
        .fields()
        .map(|field| (field.id.as_str(), field.goals.len(), field.measures.len()))
        .collect();
    let expected = [
        ("W1", 10, 12),
        ("W2", 12, 13),
        ("W3", 10, 13),
        ("W4", 12, 11),
        ("W5", 9, 11),
        ("W6", 10, 10),
        ("W7", 12, 14),
        ("W8", 9, 12),
        ("C1", 14, 17),
        ("C2", 11, 14),
        ("C3", 9, 12),
        ("C4", 11, 14),
        ("C5", 8, 11),
        ("C6", 9, 10),
        ("C7", 10, 14),
    ];
    assert_eq!(counts, expected);
    assert_eq!(builtin().goals().count(), 156);
    assert_eq!(builtin().measures().count(), 188);
}

/// The source without headings, list numbers and white space.
fn bare_source() -> String {
    let heading = |line: &str| {
        [
            "主要目标：",
            "策略措施：",
            "前言",
            "钦州市妇女发展规划",
            "钦州市儿童发展规划",
            "（2021－2030年）",
        ]
        .contains(&line.replace(char::is_whitespace, "").as_str())
            || ["一、", "二、", "三、", "四、"]
                .iter()
                .any(|number| line.starts_with(number))
    };
    let start = SOURCE.find("前  言").unwrap();
    SOURCE[start..]
        .lines()
        .map(str::trim)
        .filter(|line| !heading(line))
        .map(without_number)
        .collect()
}

fn without_number(line: &str) -> String {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match digits.strip_prefix(". ") {
        Some(rest) if digits.len() < line.len() => rest,
        _ => line,
    };
    // Headings of fields and prose chapters end right after their bracketed number and name.
    let rest = match rest.strip_prefix('（').and_then(|inside| inside.split_once('）')) {
        Some((number, rest)) if number.chars().all(|c| "一二三四五六七八九十".contains(c)) => rest,
        _ => rest,
    };
    rest.replace(char::is_whitespace, "")
}

#[test]
fn the_texts_are_the_source_character_for_character() {
    let mut expected = bare_source();
    let names = builtin().fields().map(|field| field.name.as_str());
    let prose = [Section::Thought, Section::Principle, Section::Aim].map(Section::heading);
    let mut got = String::new();
    let mut last = None;
    for (id, text) in builtin().texts() {
        let part = (id.plan, id.field, id.section);
        if last != Some(part) {
            // The source names fields and prose chapters on lines of their own; only those are headings here.
            if id.section == Section::Goal {
                got.push_str(&builtin().field_of(id).unwrap().name);
            } else if prose.contains(&id.section.heading()) {
                got.push_str(id.section.heading());
            }
            last = Some(part);
        }
        got.push_str(&text.replace(char::is_whitespace, ""));
    }
    expected.retain(|c| !c.is_whitespace());
    assert_eq!(names.count(), 15);
    let differ = got.chars().zip(expected.chars()).position(|(a, b)| a != b);
    let near = |text: &str, at: usize| {
        text.chars()
            .skip(at.saturating_sub(10))
            .take(40)
            .collect::<String>()
    };
    if let Some(at) = differ {
        panic!(
            "at {at}: got “{}”, source “{}”",
            near(&got, at),
            near(&expected, at)
        );
    }
    assert_eq!(got.chars().count(), expected.chars().count());
}

#[test]
fn every_goal_with_a_figure_has_an_indicator_and_every_quote_stands_in_its_text() {
    let catalogue = builtin();
    for goal in catalogue
        .goals()
        .filter(|goal| goal.text.contains(|c: char| c.is_ascii_digit()))
    {
        assert!(catalogue.stated_at(goal.id).next().is_some(), "{}", goal.id);
    }
    for indicator in &catalogue.indicators {
        for target in &indicator.targets {
            let text = catalogue.text(target.at).unwrap();
            assert!(text.contains(&target.quote), "{}: {}", indicator.id, target.quote);
        }
    }
}

fn values_at(catalogue: &Catalogue, id: &str) -> Vec<(String, Op)> {
    let id: ItemId = id.parse().unwrap();
    let stated = catalogue.stated_at(id);
    stated
        .flat_map(|(i, targets)| targets.into_iter().map(|t| (i.name.clone(), t.op.clone())))
        .collect()
}

#[test]
fn several_values_in_one_sentence_are_several_indicators() {
    let deaths = values_at(builtin(), "C1.03");
    for (name, limit) in [
        ("新生儿死亡率", 3.0),
        ("婴儿死亡率", 5.0),
        ("5岁以下儿童死亡率", 6.0),
    ] {
        assert!(
            deaths.contains(&(name.to_owned(), Op::AtMost(limit))),
            "{name} in {deaths:?}"
        );
    }
}

#[test]
fn one_indicator_serves_goals_of_both_plans() {
    let catalogue = builtin();
    let water = catalogue
        .indicators
        .iter()
        .find(|i| i.name == "农村自来水普及率")
        .unwrap();
    let goals: Vec<String> = catalogue.goals_of(water).iter().map(ItemId::to_string).collect();
    assert_eq!(goals, ["W7.06", "C6.07"]);
    assert_eq!(water.distinct_targets().len(), 1);
}

#[test]
fn every_goal_leads_to_measures_and_every_indicator_explains_itself() {
    let catalogue = builtin();
    for goal in catalogue.goals() {
        assert!(!goal.measures.is_empty(), "{} has no measure", goal.id);
        assert!(!goal.brief.is_empty() && !goal.english.is_empty(), "{}", goal.id);
    }
    for indicator in &catalogue.indicators {
        assert!(
            !indicator.meaning.is_empty() && !indicator.meaning_en.is_empty(),
            "{}",
            indicator.id
        );
        assert!(!indicator.english.is_empty(), "{}", indicator.id);
        assert_eq!(
            indicator.unit.is_empty(),
            indicator.kind == Kind::Milestone,
            "{}",
            indicator.id
        );
    }
}

#[test]
fn the_published_file_reads_back_as_the_catalogue() {
    let json = to_json(builtin());
    assert_eq!(&from_json(&json).unwrap(), builtin());
    assert_eq!(&from_bytes(&to_bytes(builtin())).unwrap(), builtin());
    let other = json.replacen("\"format\":1", "\"format\":2", 1);
    assert!(from_json(&other).unwrap_err().to_string().contains("format 2"));
}

#[test]
fn the_tables_have_a_row_for_every_text_and_every_statement() {
    let texts = table::texts(builtin());
    assert_eq!(texts.iter().filter(|row| row[2] == "goal").count(), 156);
    assert_eq!(texts.iter().filter(|row| row[2] == "measure").count(), 188);
    let targets = table::targets(builtin());
    let statements: usize = builtin()
        .indicators
        .iter()
        .map(|indicator| indicator.targets.len())
        .sum();
    assert_eq!(targets.len(), statements);
    let csv = table::to_csv(table::TARGET_COLUMNS, &targets);
    assert!(csv.starts_with(
        "\u{feff}indicator,name,plan,field,section,item,op,value,unit,year,direction,relative_to,quote,plan_name,field_name\r\n"
    ));
}

#[test]
fn every_stage_of_life_has_goals_in_plain_sentences_of_both_languages() {
    let catalogue = builtin();
    assert_eq!(catalogue.stages.len(), 8);
    for stage in &catalogue.stages {
        for words in [&stage.name, &stage.english, &stage.about, &stage.about_en] {
            assert!(!words.is_empty(), "{}", stage.id);
        }
        assert!(stage.goals.len() >= 5, "{} has too few goals", stage.id);
        for id in &stage.goals {
            let goal = catalogue.goal(*id).unwrap();
            assert!(!goal.plain.is_empty() && !goal.plain_en.is_empty(), "{id}");
            let once = stage.goals.iter().filter(|other| *other == id).count();
            assert_eq!(once, 1, "{id} in {}", stage.id);
        }
    }
}

#[test]
fn every_figure_of_a_stage_stands_under_one_of_its_goals() {
    let catalogue = builtin();
    for stage in &catalogue.stages {
        let shown = stage
            .goals
            .iter()
            .flat_map(|goal| stage.figures_of(catalogue, *goal));
        let mut shown: Vec<&str> = shown.map(|indicator| indicator.id.as_str()).collect();
        let mut wanted: Vec<&str> = stage.figures.iter().map(String::as_str).collect();
        shown.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(shown, wanted, "{}", stage.id);
    }
}

#[test]
fn a_catalogue_without_stages_or_plain_sentences_still_loads() {
    let mut bare = builtin().clone();
    bare.stages.clear();
    for goal in bare
        .plans
        .iter_mut()
        .flat_map(|plan| &mut plan.fields)
        .flat_map(|field| &mut field.goals)
    {
        goal.plain.clear();
        goal.plain_en.clear();
    }
    let json = serde_json::to_string(&bare).unwrap();
    assert!(!json.contains("\"stages\"") && !json.contains("\"plain\""));
    assert_eq!(from_json(&json).unwrap(), bare);
}
