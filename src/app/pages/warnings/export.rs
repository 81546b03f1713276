//! The list of warnings as a CSV file for a spreadsheet.

use crate::app::components::alert::Told;
use crate::assess::{Judged, Warning};
use crate::catalogue::{Catalogue, ItemId};
use crate::import::spreadsheet_safe;
use crate::text::{Lang, demand, name_of, status_word, warning_word};

/// One row a warning in the order of the page, then what is missing. Begins with a byte order mark, so that
/// spreadsheets read it as UTF-8.
pub(super) fn to_csv(catalogue: &Catalogue, alerts: &[Told], missing: &[Judged], lang: Lang) -> String {
    let sheet = Sheet { catalogue, lang };
    let head = match lang {
        Lang::Zh => [
            "类型",
            "指标",
            "原因",
            "偏离程度（%）",
            "状态",
            "目标值",
            "目标编号",
            "目标",
            "领域",
            "措施编号",
        ],
        Lang::En => [
            "kind",
            "indicator",
            "reason",
            "off (%)",
            "status",
            "target",
            "goal id",
            "goal",
            "field",
            "measures",
        ],
    };
    let warned = alerts.iter().flat_map(|told| {
        let row = |warning| sheet.row(&told.item, warning, told.off);
        told.warnings.iter().map(row).collect::<Vec<_>>()
    });
    let unknown = missing.iter().flat_map(|item| {
        let row = |warning| sheet.row(item, warning, None);
        item.assessment.warnings.iter().map(row).collect::<Vec<_>>()
    });
    let mut csv = String::from("\u{feff}");
    for row in std::iter::once(head.map(str::to_owned))
        .chain(warned)
        .chain(unknown)
    {
        csv.push_str(&line(&row));
    }
    csv
}

struct Sheet<'a> {
    catalogue: &'a Catalogue,
    lang: Lang,
}

impl Sheet<'_> {
    fn row(&self, item: &Judged, warning: &Warning, off: Option<f64>) -> [String; 10] {
        let Sheet { catalogue, lang } = *self;
        let indicator = catalogue.indicator(&item.indicator);
        let goals = || {
            indicator
                .map(|indicator| catalogue.goals_of(indicator))
                .unwrap_or_default()
        };
        let id = item.goals.first().copied().or_else(|| goals().first().copied());
        let goal = id.and_then(|id| catalogue.goal(id));
        let field = id.and_then(|id| catalogue.field_of(id));
        let measures: Vec<String> = goal
            .iter()
            .flat_map(|goal| &goal.measures)
            .map(ItemId::to_string)
            .collect();
        [
            warning_word(warning.kind(), lang).to_owned(),
            name_of(catalogue, &item.indicator, lang),
            warning.reason(lang),
            off.map(|off| format!("{:.0}", 100.0 * off)).unwrap_or_default(),
            status_word(item.assessment.status, lang).to_owned(),
            indicator
                .map(|i| demand(catalogue, i, &item.target, lang))
                .unwrap_or_default(),
            id.map(|id| id.to_string()).unwrap_or_default(),
            goal.map(|goal| lang.pick(&goal.brief, &goal.english).to_owned())
                .unwrap_or_default(),
            field
                .map(|field| lang.pick(&field.name, &field.english).to_owned())
                .unwrap_or_default(),
            measures.join(" "),
        ]
    }
}

fn line(cells: &[String]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", spreadsheet_safe(cell).replace('"', "\"\""));
    cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_quotes_are_doubled() {
        let cells = ["=1+1".to_owned(), "他说“好”，\"对\"".to_owned()];
        assert_eq!(line(&cells), "\"'=1+1\",\"他说“好”，\"\"对\"\"\"\r\n");
    }
}
