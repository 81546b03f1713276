//! The names of groups of people, and of what tells them apart.

use super::Lang;
use crate::assess::{Disaggregation, Member};
use crate::catalogue::{Catalogue, Role};
use crate::observation::{Group, Residence, Sex};

/// 女 or 男.
pub fn sex_word(sex: Sex, lang: Lang) -> &'static str {
    match sex {
        Sex::Female => lang.pick("女", "female"),
        Sex::Male => lang.pick("男", "male"),
    }
}

/// 城镇 or 农村.
pub fn residence_word(residence: Residence, lang: Lang) -> &'static str {
    match residence {
        Residence::Urban => lang.pick("城镇", "urban"),
        Residence::Rural => lang.pick("农村", "rural"),
    }
}

/// Such as 女 · 农村; empty for everyone.
pub fn group(group: &Group, lang: Lang) -> String {
    let sex = group.sex.map(|sex| sex_word(sex, lang));
    let residence = group.residence.map(|residence| residence_word(residence, lang));
    let age = Some(group.age.as_str()).filter(|age| !age.is_empty());
    let parts: Vec<&str> = [sex, residence, age].into_iter().flatten().collect();
    parts.join(lang.pick("·", ", "))
}

/// 按性别 and so on.
pub fn disaggregation_word(by: Disaggregation, lang: Lang) -> &'static str {
    match by {
        Disaggregation::Sex => lang.pick("按性别", "by sex"),
        Disaggregation::Residence => lang.pick("按城乡", "by residence"),
        Disaggregation::Age => lang.pick("按年龄", "by age"),
        Disaggregation::Area => lang.pick("按地区", "by area"),
    }
}

/// What one of the series told apart is called: its part of the area, or its group of people there. `area` is
/// the name of the whole.
pub fn member_name(
    catalogue: &Catalogue,
    area: &str,
    by: Disaggregation,
    member: &Member,
    lang: Lang,
) -> String {
    let part = catalogue
        .area(&member.key.area)
        .filter(|known| matches!(known.role, Role::Part | Role::ExamplePart));
    let area = part.map_or(area, |part| lang.pick(&part.id, &part.english));
    let group = group(&member.key.group, lang);
    match (by, group.is_empty()) {
        (Disaggregation::Area, true) => area.to_owned(),
        (Disaggregation::Area, false) => format!("{area}{}{group}", lang.pick("·", ", ")),
        (_, true) => lang.pick("合计", "total").to_owned(),
        (_, false) => group,
    }
}
