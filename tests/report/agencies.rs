//! A report about what one responsible agency answers for.

use plan_tracker::assess::Remit;
use plan_tracker::catalogue::builtin;
use plan_tracker::report::{Scope, csv};

use crate::support::{EXAMPLE, INVENTED, Sample, findings, tables, text};

const AGENCIES: &str = include_str!("../data/files/responsible-agencies.csv");
const HEALTH: &str = "示例市卫生健康委";
const FEDERATION: &str = "示例市妇联";

fn sample(agency: &str) -> Sample {
    let mut sample = Sample::new(
        &[("example.csv", EXAMPLE), ("agencies.csv", AGENCIES)],
        INVENTED,
        None,
    );
    sample.scope = Scope::Agency(agency.into());
    sample
}

#[test]
fn a_unit_is_reported_on_the_goals_that_it_leads_or_supports_alone() {
    let document = sample(HEALTH).report();
    assert_eq!(document.subtitle, format!("责任单位：{HEALTH}"));
    assert!(text(&document, "负责的目标").contains("负责 2 项目标：牵头 2 项，配合 0 项"));
    let goals: Vec<_> = tables(&document, "负责的目标")[0]
        .rows
        .iter()
        .map(|row| &row[0][..5])
        .collect();
    assert_eq!(goals, ["W1.02", "C1.03"]);
    let counts = tables(&document, "总体完成情况")[0];
    assert_eq!(counts.rows[0][..2], ["合计".to_owned(), "2".to_owned()]);
    let measured: Vec<_> = tables(&document, "各项指标")
        .iter()
        .flat_map(|table| &table.rows)
        .collect();
    assert!(measured.iter().any(|row| row[0].starts_with("孕产妇死亡率")));
    assert!(measured.iter().any(|row| row[0].starts_with("婴儿死亡率")));
    assert!(!measured.iter().any(|row| row[0].starts_with("学前教育")));

    let supporting = sample(FEDERATION).report();
    assert_eq!(tables(&supporting, "负责的目标")[0].rows[0][1], "配合");
    assert!(text(&supporting, "负责的目标").contains("牵头 0 项，配合 1 项"));
}

/// What an agency's report lists is what its goals' own pages show.
#[test]
fn its_targets_are_those_of_its_goals_and_those_beside_them() {
    let sample = sample(HEALTH);
    let listed = csv::Reader::from_reader(sample.ask(csv).trim_start_matches('\u{feff}').as_bytes())
        .records()
        .count();
    let shown = sample.ask(|request| {
        let remit = Remit::of(HEALTH, request.agencies, builtin());
        let covered = request
            .board
            .items
            .iter()
            .filter(|item| remit.covers(item))
            .count();
        let mut shown: Vec<&str> = Vec::new();
        for goal in remit.goals.iter().filter_map(|id| builtin().goal(*id)) {
            let items = request
                .board
                .items_of(goal.id)
                .chain(request.board.items_beside(goal));
            shown.extend(items.map(|item| item.indicator.id.as_str()));
        }
        assert!(shown.len() >= covered);
        covered
    });
    assert_eq!(listed, shown);
    assert!(findings(&sample.report()).len() <= shown);
}

#[test]
fn a_unit_is_neither_a_plan_nor_a_field_and_only_files_know_it() {
    for name in ["W", "W1", "agency:", "市卫生健康委", ""] {
        let scope = Scope::Agency(name.into());
        assert_eq!(Scope::from_slug(&scope.slug()), scope);
    }
    sample("nobody").ask(|request| {
        assert!(!request.scope.is_in(builtin(), request.agencies));
        assert!(Scope::Agency(HEALTH.into()).is_in(builtin(), request.agencies));
    });
}
