//! The checks over a whole catalogue: ids and names unique, references resolve, every quote really stands
//! where it is said to stand, every figure of a goal is somebody's target.

use std::collections::HashMap;

use crate::tabular::fold;

use super::super::model::{Catalogue, Indicator, ItemId, Kind, Op, Section, Stage, Target};

/// Every mistake found, one sentence each.
pub fn mistakes(catalogue: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    slug(&catalogue.slug, &mut found);
    names(catalogue, &mut found);
    for indicator in &catalogue.indicators {
        references(catalogue, indicator, &mut found);
        for target in &indicator.targets {
            self::target(catalogue, indicator, target, &mut found);
        }
    }
    goals(catalogue, &mut found);
    for stage in &catalogue.stages {
        self::stage(catalogue, stage, &mut found);
    }
    everyday(catalogue, &mut found);
    found
}

/// A word that no text has would only find nothing in other words.
fn everyday(catalogue: &Catalogue, found: &mut Vec<String>) {
    let words = catalogue.everyday.iter().flat_map(|everyday| &everyday.means);
    let texts = catalogue.texts();
    let unknown = words.filter(|word| !texts.iter().any(|(_, text)| text.contains(word.as_str())));
    found.extend(unknown.map(|word| format!("everyday words: “{word}” stands in no text of the plans")));
}

fn slug(slug: &str, found: &mut Vec<String>) {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    // A file of that name would take the place of the hosted page.
    if slug.is_empty() || slug == "index" || !slug.chars().all(plain) {
        found.push(format!(
            "slug: “{slug}” is no name of a file in small letters, digits and hyphens"
        ));
    }
}

fn names(catalogue: &Catalogue, found: &mut Vec<String>) {
    let mut owners: HashMap<String, &str> = HashMap::new();
    for indicator in &catalogue.indicators {
        let names = [&indicator.id, &indicator.name]
            .into_iter()
            .chain(&indicator.aliases);
        for name in names {
            match owners.insert(fold::name(name), &indicator.id) {
                Some(other) if other != indicator.id => {
                    found.push(format!("“{name}” names both {other} and {}", indicator.id));
                }
                _ => {}
            }
        }
    }
    let mut ids: Vec<&str> = catalogue.indicators.iter().map(|i| i.id.as_str()).collect();
    ids.sort_unstable();
    found.extend(
        ids.windows(2)
            .filter(|pair| pair[0] == pair[1])
            .map(|pair| format!("{} stands twice", pair[0])),
    );
}

fn references(catalogue: &Catalogue, indicator: &Indicator, found: &mut Vec<String>) {
    let id = &indicator.id;
    if indicator.targets.is_empty() {
        found.push(format!("{id} has no target"));
    }
    if indicator.kind != Kind::Milestone && indicator.unit.is_empty() {
        found.push(format!("{id} has no unit"));
    }
    if let Some(gap) = &indicator.gap
        && catalogue.indicator(&gap.of).is_none()
    {
        found.push(format!("{id}: gap of unknown indicator {}", gap.of));
    }
    let values = indicator
        .distinct_targets()
        .iter()
        .filter(|t| t.op.value().is_some())
        .count();
    if values > 1 {
        found.push(format!("{id}: {values} different values for one indicator"));
    }
}

fn target(catalogue: &Catalogue, indicator: &Indicator, target: &Target, found: &mut Vec<String>) {
    let stated = format!("{} at {}", indicator.id, target.at);
    match catalogue.text(target.at) {
        None => found.push(format!("{stated}: no such text")),
        Some(text) if !text.contains(&target.quote) || target.quote.is_empty() => {
            found.push(format!("{stated}: “{}” does not stand there", target.quote));
        }
        Some(_) => {}
    }
    if let Some(other) = target.op.relative_to()
        && catalogue.indicator(other).is_none()
    {
        found.push(format!("{stated}: relative to unknown indicator {other}"));
    }
    if (target.op == Op::Milestone) != (indicator.kind == Kind::Milestone) {
        found.push(format!(
            "{stated}: a milestone is of kind milestone and nothing else is"
        ));
    }
}

fn goals(catalogue: &Catalogue, found: &mut Vec<String>) {
    for goal in catalogue.goals() {
        let wrong = |id: &&ItemId| id.section != Section::Measure || id.field_id() != goal.id.field_id();
        for id in goal
            .measures
            .iter()
            .filter(|id| wrong(id) || catalogue.measure(**id).is_none())
        {
            found.push(format!("{}: {id} is not a measure of its field", goal.id));
        }
        if goal.text.contains(|c: char| c.is_ascii_digit()) && catalogue.stated_at(goal.id).next().is_none() {
            found.push(format!("{} has figures but no indicator", goal.id));
        }
    }
}

fn stage(catalogue: &Catalogue, stage: &Stage, found: &mut Vec<String>) {
    let id = &stage.id;
    if catalogue.stages.iter().filter(|other| other.id == *id).count() > 1 {
        found.push(format!("stage {id} stands twice"));
    }
    for goal in &stage.goals {
        match catalogue.goal(*goal) {
            None => found.push(format!("stage {id}: no such goal as {goal}")),
            Some(known) if known.plain.is_empty() || known.plain_en.is_empty() => {
                found.push(format!("stage {id}: {goal} has no plain sentence"));
            }
            Some(_) => {}
        }
    }
    for figure in &stage.figures {
        match catalogue.indicator(figure) {
            None => found.push(format!("stage {id}: no such indicator as {figure}")),
            Some(known) if stage.home(catalogue, known).is_none() => {
                found.push(format!("stage {id}: none of its goals speaks of {figure}"));
            }
            Some(_) => {}
        }
    }
}
