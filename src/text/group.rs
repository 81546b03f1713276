//! The name of a group of people.

use super::Lang;
use crate::observation::{Group, Residence, Sex};

/// Such as 女 · 农村; empty for everyone.
pub fn group(group: &Group, lang: Lang) -> String {
    let sex = group.sex.map(|sex| match sex {
        Sex::Female => lang.pick("女", "female"),
        Sex::Male => lang.pick("男", "male"),
    });
    let residence = group.residence.map(|residence| match residence {
        Residence::Urban => lang.pick("城镇", "urban"),
        Residence::Rural => lang.pick("农村", "rural"),
    });
    let age = Some(group.age.as_str()).filter(|age| !age.is_empty());
    let parts: Vec<&str> = [sex, residence, age].into_iter().flatten().collect();
    parts.join(lang.pick("·", ", "))
}
