//! The judged targets of a report as a CSV file that Excel opens in the right encoding.

use super::findings::shown_warnings;
use super::rows::{Row, Rows};
use super::{Edition, Request, short};
use crate::tabular::{spreadsheet, spreadsheet_safe};
use crate::text::report::short as words;
use crate::text::{EXAMPLE_MARK, demand, level_word, status_word, warning_word};

/// The names of the columns.
const HEAD: [(&str, &str); 19] = [
    ("地区", "area"),
    ("规定处", "stated at"),
    ("指标", "indicator"),
    ("分组", "group"),
    ("单位", "unit"),
    ("目标", "target"),
    ("目标年份", "target year"),
    ("基期年份", "base year"),
    ("基期值", "base value"),
    ("最新年份", "latest year"),
    ("最新值", "latest value"),
    ("是否达标", "level"),
    ("状态", "status"),
    ("速度", "pace"),
    ("预测值", "forecast"),
    ("达标把握", "chance"),
    ("预警", "warnings"),
    ("来源", "source"),
    ("备注", "remark"),
];

/// Every target of the scope, one a row, with plain numbers. The short edition has those that call for
/// attention, and a last row whose remark says how many others there are.
pub fn csv(request: &Request<'_>) -> String {
    let rows = Rows::new(request);
    let is_listed = |row: &&Row<'_>| request.edition == Edition::Full || short::calls_for_attention(row);
    let listed: Vec<&Row<'_>> = rows.all.iter().filter(is_listed).collect();
    let left = rows.all.len() - listed.len();
    let head = rows.head(&HEAD);
    let records = listed.into_iter().map(|row| record(&rows, row).to_vec());
    let rest = (left > 0).then(|| {
        let mut last = vec![String::new(); HEAD.len()];
        last[HEAD.len() - 1] = words::rest_of_csv(left, rows.lang());
        last
    });
    spreadsheet(std::iter::once(head).chain(records).chain(rest))
}

fn record(rows: &Rows<'_>, row: &Row<'_>) -> [String; HEAD.len()] {
    let lang = rows.lang();
    let verdict = &row.item.assessment;
    let text = |text: &str| spreadsheet_safe(text).into_owned();
    let joined = |words: Vec<String>| text(&words.join(lang.pick("；", "; ")));
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let when = |year: Option<i32>| year.map(|year| year.to_string()).unwrap_or_default();
    let stated = row.item.stated_at.iter().map(ToString::to_string).collect();
    let warnings = shown_warnings(row)
        .map(|warning| warning_word(warning.kind(), lang).to_owned())
        .collect();
    let remark = if rows.request.example {
        EXAMPLE_MARK.in_lang(lang)
    } else {
        ""
    };
    [
        text(&rows.request.area()),
        joined(stated),
        text(row.indicator.name_in(lang)),
        text(&row.item.basis.group().name(lang)),
        text(row.indicator.unit.as_str()),
        text(&demand(
            rows.request.loaded.catalogue,
            row.indicator,
            &row.item.target,
            lang,
        )),
        row.item.target.year.to_string(),
        when(verdict.base().map(|base| base.year)),
        number(verdict.base().map(|base| base.value)),
        when(verdict.latest().map(|latest| latest.year)),
        number(verdict.latest().map(|latest| latest.value)),
        verdict
            .level()
            .map(|level| level_word(level, lang).to_owned())
            .unwrap_or_default(),
        status_word(verdict.status(), lang).to_owned(),
        number(verdict.pace()),
        number(verdict.forecast().map(|forecast| forecast.value)),
        number(
            verdict
                .forecast()
                .and_then(|forecast| Some(forecast.odds?.chance)),
        ),
        joined(warnings),
        joined(rows.sources(row.item)),
        remark.to_owned(),
    ]
}
