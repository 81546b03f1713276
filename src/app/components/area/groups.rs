//! Which areas belong together, and what they are called in both languages.

use strum::VariantArray;

use crate::app::state::State;
use crate::catalogue::Role;
use crate::lang::Lang;

/// Areas that belong together.
#[derive(Clone, Copy, PartialEq, Eq, VariantArray)]
pub(super) enum AreaGroup {
    Own,
    Parts,
    References,
    Invented,
    Others,
}

impl AreaGroup {
    fn of(state: State, area: &str) -> AreaGroup {
        match state.catalogue.area(area).map(|area| area.role) {
            Some(Role::Own) => AreaGroup::Own,
            Some(Role::Part) => AreaGroup::Parts,
            Some(Role::Reference) => AreaGroup::References,
            Some(Role::Example | Role::ExamplePart) => AreaGroup::Invented,
            None => AreaGroup::Others,
        }
    }

    /// What stands above them.
    pub fn name(self, state: State) -> &'static str {
        match self {
            AreaGroup::Own => state.say("本地", "The plans’ own"),
            AreaGroup::Parts => state.say("各县区", "Counties"),
            AreaGroup::References => state.say("参考地区", "Compared with"),
            AreaGroup::Invented => state.say("示例（虚构）", "Invented"),
            AreaGroup::Others => state.say("其他地区", "Others"),
        }
    }
}

/// The areas by group, in the order of the groups; a group without one is left out.
pub(super) fn grouped(state: State, areas: Vec<String>) -> Vec<(AreaGroup, Vec<String>)> {
    let mut groups: Vec<(AreaGroup, Vec<String>)> = AreaGroup::VARIANTS
        .iter()
        .map(|group| (*group, Vec::new()))
        .collect();
    for area in areas {
        let group = AreaGroup::of(state, &area);
        if let Some((_, members)) = groups.iter_mut().find(|(other, _)| *other == group) {
            members.push(area);
        }
    }
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

/// The name of an area in the visitor's language, with the other one beside it where the catalogue has it.
pub(super) fn in_both_languages(state: State, area: &str) -> String {
    match state.catalogue.area(area) {
        Some(known) if !known.english.is_empty() => match state.lang() {
            Lang::Zh => format!("{area} {}", known.english),
            Lang::En => format!("{} {area}", known.english),
        },
        _ => area.to_owned(),
    }
}
