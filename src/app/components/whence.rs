//! Where a number stands: the file, its sheet, line and column, what the cell itself says, and what was done to it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dialog::Dialog;
use crate::app::dataset::Provenance;
use crate::app::dialogs::DialogWanted;
use crate::app::loading::Loading;
use crate::app::state::State;
use crate::catalogue::Year;
use crate::import::Computed;
use crate::observation::SeriesKey;
use crate::tabular::column_letters;
use crate::text::files::{count_stands, done_to};
use crate::text::{number, unit_after};

const ID: &str = "whence";

/// The number asked about; none where no page has asked yet.
#[derive(Clone, Copy)]
pub struct Whence {
    dialog: DialogWanted,
    asked: RwSignal<Option<(SeriesKey, Year)>>,
    /// What its cell says.
    cell: RwSignal<CellText>,
    /// What the cell says of the live births that it was computed from, if it was.
    births: RwSignal<CellText>,
}

/// What is known of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
enum CellText {
    /// It is being looked up.
    Coming,
    /// Its text.
    Says(String),
    /// The file has no such cell any more, or cannot be read.
    Gone,
}

/// Where a value was read from.
struct Spot {
    id: String,
    file: String,
    provenance: Provenance,
    sheet: String,
    line: u32,
    column: u32,
    source: String,
    value: f64,
    /// How it was computed, where it stands in no cell itself.
    computed: Option<Computed>,
}

impl Whence {
    /// Shares it through the context.
    pub fn start(dialog: DialogWanted) {
        provide_context(Whence {
            dialog,
            asked: RwSignal::new(None),
            cell: RwSignal::new(CellText::Coming),
            births: RwSignal::new(CellText::Coming),
        });
    }

    /// The one that the current view belongs to.
    pub fn get() -> Option<Whence> {
        use_context()
    }

    /// Shows where the value of a series in a year stands.
    pub fn open(self, key: SeriesKey, year: Year) {
        let (state, loading) = (State::get(), Loading::get());
        self.cell.set(CellText::Coming);
        self.births.set(CellText::Coming);
        let spot = untrack(|| spot(state, &key, year));
        self.asked.set(Some((key, year)));
        self.dialog.open(ID);
        let Some(spot) = spot.filter(|spot| spot.provenance == Provenance::File) else {
            return;
        };
        spawn_local(async move {
            let cell = loading.cell(&spot.id, &spot.sheet, spot.line, spot.column).await;
            self.cell.try_set(cell.map_or(CellText::Gone, CellText::Says));
            if let Some(at) = spot.computed.map(|computed| computed.births_at) {
                let cell = loading.cell(&spot.id, &at.sheet, at.line, at.column).await;
                self.births.try_set(cell.map_or(CellText::Gone, CellText::Says));
            }
        });
    }
}

/// The dialog; one for the whole app.
#[component]
pub fn WhenceDialog() -> impl IntoView {
    let state = State::get();
    let whence = Whence::get();
    let asked = move || whence.and_then(|whence| whence.asked.get());
    let content = move || {
        let (key, year) = asked()?;
        let whence = whence?;
        Some(content(
            state,
            &key,
            year,
            (whence.cell.get(), whence.births.get()),
        ))
    };
    view! {
        <Dialog id=ID title=Signal::derive(move || state.say("这个数出自哪里", "Where this number stands"))>
            {content}
        </Dialog>
    }
}

fn content(
    state: State,
    key: &SeriesKey,
    year: Year,
    (cell, births): (CellText, CellText),
) -> impl IntoView + use<> {
    let lang = state.lang();
    let Some(spot) = spot(state, key, year) else {
        return view! { <p>{lang.pick("这个数已经不在载入的文件里了。", "This number is no longer in any loaded file.")}</p> }
            .into_any();
    };
    let indicator = state.catalogue.indicator(&key.indicator);
    let unit = indicator.map(|it| unit_after(&it.unit, lang)).unwrap_or_default();
    let value = format!("{}{unit}", number(spot.value, None));
    let about = [
        state.indicator_name(&key.indicator),
        state.area_name(&key.area),
        key.group.name(lang),
        year.to_string(),
    ];
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let row = |label: &'static str, text: Option<String>| {
        text.filter(|text| !text.is_empty())
            .map(|text| view! { <dt>{label}</dt> <dd>{text}</dd> })
    };
    if let Some(computed) = &spot.computed {
        let stands = |sheet: &str, line: u32, at: u32, cell: &CellText| {
            let says = match cell {
                CellText::Says(text) => Some(text.as_str()),
                _ => None,
            };
            count_stands(sheet, line, &column(at), says, lang)
        };
        let at = &computed.births_at;
        let deaths = stands(&spot.sheet, spot.line, spot.column, &cell);
        let births = stands(&at.sheet, at.line, at.column, &births);
        return view! {
            <p>{about.join(" · ")} {lang.pick("：", ": ")} <b>{value}</b></p>
            <dl class="whence">
                {row(lang.pick("文件", "File"), Some(spot.file))}
                {row(lang.pick("死亡数", "Deaths"), Some(deaths))}
                {row(lang.pick("活产数", "Live births"), Some(births))}
                {row(lang.pick("来源", "Source"), Some(spot.source))}
                {row(lang.pick("怎样得来", "What was done"), Some(computed.made(lang)))}
            </dl>
        }
        .into_any();
    }
    let (cell, done) = match cell {
        _ if spot.provenance != Provenance::File => (None, None),
        CellText::Coming => (Some(lang.pick("正在查看……", "looking it up…").to_owned()), None),
        CellText::Says(text) => {
            let done = done_to(&text, spot.value, lang);
            (Some(text), Some(done))
        }
        CellText::Gone => {
            let gone = lang.pick("文件里找不到这一格了", "the cell cannot be found any more");
            (Some(gone.to_owned()), None)
        }
    };
    view! {
        <p>{about.join(" · ")} {lang.pick("：", ": ")} <b>{value}</b></p>
        <dl class="whence">
            {row(lang.pick("文件", "File"), Some(spot.file))}
            {row(lang.pick("工作表", "Sheet"), Some(spot.sheet))}
            {row(lang.pick("行", "Line"), Some(spot.line.to_string()))}
            {row(lang.pick("列", "Column"), Some(column(spot.column)))}
            {row(lang.pick("来源", "Source"), Some(spot.source))}
            {row(lang.pick("单元格原文", "The cell itself"), cell)}
            {row(lang.pick("怎样得来", "What was done"), done)}
        </dl>
    }
    .into_any()
}

/// A column as spreadsheets name it, with its number: `D (4)`.
fn column(number: u32) -> String {
    format!("{} ({number})", column_letters(number as usize))
}

fn spot(state: State, key: &SeriesKey, year: Year) -> Option<Spot> {
    let origin = state.session.collection.with(|collection| {
        let points = &collection.get(key)?.points;
        points
            .iter()
            .find(|point| point.year == year)
            .map(|point| point.origin)
    })?;
    state.session.datasets.with(|datasets| {
        let dataset = datasets.get(origin.table)?;
        let row = dataset.table.get(origin.row)?;
        Some(Spot {
            id: dataset.id.clone(),
            file: dataset.name_in(state.lang()).to_owned(),
            provenance: dataset.provenance,
            sheet: row.sheet.to_owned(),
            line: row.line,
            column: row.column,
            source: row.source.to_owned(),
            value: row.value,
            computed: dataset.log.computed_at(row.sheet, row.line, row.column).cloned(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_names_of_spreadsheets() {
        for (number, name) in [
            (1, "A (1)"),
            (26, "Z (26)"),
            (27, "AA (27)"),
            (702, "ZZ (702)"),
            (703, "AAA (703)"),
        ] {
            assert_eq!(column(number), name);
        }
    }
}
