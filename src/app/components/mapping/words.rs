//! Answers and columns in words.

use crate::app::state::State;
use crate::import::{Answer, Holds, Role, Says};
use crate::observation::Group;
use crate::text;

/// What an answer says.
pub fn answer(state: State, answer: &Answer) -> String {
    match answer {
        Answer::Ignore => state.say("不采用", "not to be taken").to_owned(),
        Answer::Total => state.say("总体，不分组", "everyone, no group").to_owned(),
        Answer::Column(role) => column(state, *role),
        Answer::Says(says) => self::says(state, says),
    }
}

/// What a column of a role holds.
pub fn column(state: State, role: Role) -> String {
    state.lang().pick(role.title(), role.title_en()).to_owned()
}

/// What is said about values, part by part.
pub fn says(state: State, says: &Says) -> String {
    let lang = state.lang();
    let indicator = says.indicator.as_deref().map(|id| state.indicator_name(id));
    let group = Group {
        sex: says.sex,
        residence: says.residence,
        age: says.age.clone().unwrap_or_default(),
    };
    let parts = [
        indicator,
        says.area.as_deref().map(|area| state.area_name(area)),
        says.year.map(|year| year.to_string()),
        Some(group.name(lang)),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

/// What a column was understood to hold.
pub fn holds(state: State, holds: &Holds) -> String {
    let say = |zh: &str, en: &str| state.say(zh, en).to_owned();
    match holds {
        Holds::Key(role) => column(state, *role),
        Holds::Words => say("各种说明（分组、年份等）", "words about the rows"),
        Holds::Groups => say("不认识的分组", "groups that are not known"),
        Holds::Values(about) => match says(state, about) {
            about if about.is_empty() => say("数值", "values"),
            about => text::mapping::values_of(&about, state.lang()),
        },
        Holds::NotMeasured(_) => say("不是监测值，不采用", "not measured values; not taken"),
        Holds::Unreadable => say(
            "不知道是什么数，不采用",
            "numbers of something unknown; not taken",
        ),
        Holds::LeftOut => say("按您的选择不采用", "left out, as you chose"),
        Holds::Nothing => say("没有用到", "not used"),
    }
}
