//! What tells groups of people apart, and what each of them is called beside the others.

use super::Lang;
use crate::assess::{Disaggregation, Member};
use crate::catalogue::{Catalogue, Role};

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
    let group = member.key.group.name(lang);
    match (by, group.is_empty()) {
        (Disaggregation::Area, true) => area.to_owned(),
        (Disaggregation::Area, false) => format!("{area}{}{group}", lang.pick("·", ", ")),
        (_, true) => lang.pick("合计", "total").to_owned(),
        (_, false) => group,
    }
}
