//! The list of warnings as a CSV file for a spreadsheet.

use super::Shown;
use crate::assess::{Judged, Verdict, Warning};
use crate::catalogue::{Catalogue, ItemId};
use crate::lang::Lang;
use crate::observation::GoalAgencies;
use crate::tabular::{spreadsheet, spreadsheet_safe};
use crate::text::{demand, missing_reason, missing_word, status_word, warning_word};

/// The names of the columns.
const HEAD: [(&str, &str); 12] = [
    ("类型", "kind"),
    ("指标", "indicator"),
    ("原因", "reason"),
    ("偏离程度（%）", "shortfall (%)"),
    ("状态", "status"),
    ("目标值", "target"),
    ("目标编号", "goal id"),
    ("目标", "goal"),
    ("领域", "field"),
    ("措施编号", "measures"),
    ("牵头单位", "lead agencies"),
    ("配合单位", "supporting agencies"),
];

/// One row a warning in the order of the page, then what is missing.
pub(super) fn to_csv(catalogue: &Catalogue, agencies: &[GoalAgencies], shown: &Shown, lang: Lang) -> String {
    let sheet = Sheet {
        catalogue,
        agencies,
        lang,
    };
    let head = HEAD.map(|(zh, en)| lang.pick(zh, en).to_owned());
    let warned = shown.alerts.iter().flat_map(|alert| {
        let row = |warning: &Warning| {
            let kind = warning_word(warning.kind(), lang);
            sheet.row(&alert.item, kind, warning.reason(lang), alert.shortfall)
        };
        alert.warnings.iter().map(row).collect::<Vec<_>>()
    });
    let unknown = shown
        .missing
        .iter()
        .filter_map(|item| match item.assessment.verdict {
            Verdict::NoData(absence) => {
                let reason = missing_reason(absence, lang).to_owned();
                Some(sheet.row(item, missing_word(lang), reason, None))
            }
            _ => None,
        });
    let rows = std::iter::once(head).chain(warned).chain(unknown);
    spreadsheet(rows.map(Vec::from))
}

struct Sheet<'a> {
    catalogue: &'a Catalogue,
    agencies: &'a [GoalAgencies],
    lang: Lang,
}

impl Sheet<'_> {
    fn row(&self, item: &Judged, kind: &str, reason: String, shortfall: Option<f64>) -> [String; HEAD.len()] {
        let Sheet { catalogue, lang, .. } = *self;
        let ids = match item.goals.as_slice() {
            [] => catalogue.goals_of(&item.indicator),
            goals => goals.to_vec(),
        };
        let id = ids.first().copied();
        let goal = id.and_then(|id| catalogue.goal(id));
        let field = id.and_then(|id| catalogue.field_of(id));
        let measures: Vec<String> = goal
            .iter()
            .flat_map(|goal| &goal.measures)
            .map(ItemId::to_string)
            .collect();
        let text = |text: String| spreadsheet_safe(&text).into_owned();
        [
            kind.to_owned(),
            text(item.indicator.name_in(lang).to_owned()),
            text(reason),
            shortfall
                .map(|part| format!("{:.0}", 100.0 * part))
                .unwrap_or_default(),
            status_word(item.assessment.status(), lang).to_owned(),
            text(demand(catalogue, &item.indicator, &item.target, lang)),
            id.map(|id| id.to_string()).unwrap_or_default(),
            text(
                goal.map(|goal| lang.pick(&goal.brief, &goal.english).to_owned())
                    .unwrap_or_default(),
            ),
            text(
                field
                    .map(|field| lang.pick(&field.name, &field.english).to_owned())
                    .unwrap_or_default(),
            ),
            measures.join(" "),
            text(self.agencies_of(&ids, |of| &of.lead)),
            text(self.agencies_of(&ids, |of| &of.support)),
        ]
    }

    /// The agencies of one part in any of the goals, each once.
    fn agencies_of(&self, goals: &[ItemId], part: impl Fn(&GoalAgencies) -> &Vec<String>) -> String {
        let mut names: Vec<&str> = Vec::new();
        for of in self.agencies.iter().filter(|of| goals.contains(&of.goal)) {
            let new = part(of).iter().filter(|name| !names.contains(&name.as_str()));
            let new: Vec<&str> = new.map(String::as_str).collect();
            names.extend(new);
        }
        names.join(self.lang.pick("、", ", "))
    }
}
