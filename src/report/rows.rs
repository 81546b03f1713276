//! The judged targets of a scope and how the tables of a report print them.

use std::collections::BTreeSet;

use super::words::chinese;
use super::{Block, Request, Scope, Table};
use crate::assess::{Judged, Remit, Status, ValueAt};
use crate::catalogue::{Field, Indicator, ItemId, Section as Part, Year};
use crate::lang::Lang;
use crate::observation::{GoalAgencies, Point, SeriesKey};
use crate::text::report::title;
use crate::text::{
    NO_NUMBER, decimals, demand, number, quantity, status_glyph, status_word, with_unit, year,
};

/// Pace beyond this many times the one needed is only called that.
const MOST_PACE: f64 = 2.0;

/// One judged target with its indicator.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub item: &'a Judged,
    pub indicator: &'a Indicator,
}

/// Every judged target that the scope states, in the order of the catalogue.
pub(super) struct Rows<'a> {
    pub request: &'a Request<'a>,
    pub all: Vec<Row<'a>>,
    /// What the agency answers for where the scope is one.
    remit: Remit,
}

impl<'a> Rows<'a> {
    pub fn new(request: &'a Request<'a>) -> Self {
        let remit = match request.scope {
            Scope::Agency(agency) => Remit::of(agency, request.agencies, request.loaded.catalogue),
            _ => Remit::default(),
        };
        let mut rows = Rows {
            request,
            all: Vec::new(),
            remit,
        };
        let stated = request.board.items.iter().filter(|item| rows.states(item));
        let row = |item: &'a Judged| Row {
            item,
            indicator: &item.indicator,
        };
        rows.all = stated.map(row).collect();
        rows
    }

    /// Whether a text of the plans belongs to the scope.
    pub fn holds(&self, id: ItemId) -> bool {
        match self.request.scope {
            Scope::Whole => true,
            Scope::Plan(plan) => id.plan == *plan,
            Scope::Field(field) => id.field_id() == *field,
            Scope::Agency(_) => self.remit.holds(id),
        }
    }

    fn states(&self, item: &Judged) -> bool {
        match self.request.scope {
            Scope::Agency(_) => self.remit.covers(item),
            _ => item.stated_at.iter().any(|at| self.holds(*at)),
        }
    }

    pub fn lang(&self) -> Lang {
        self.request.lang
    }

    /// One of two texts, for the parts of tables and lists.
    pub fn say(&self, zh: &str, en: &str) -> String {
        self.lang().pick(zh, en).to_owned()
    }

    /// The fields of the scope: those with a goal or a measure in it.
    pub fn fields(&self) -> impl Iterator<Item = &'a Field> {
        let holds = |field: &&Field| {
            let measures = field.measures.iter().map(|measure| measure.id);
            let mut texts = field.goals.iter().map(|goal| goal.id).chain(measures);
            texts.any(|id| self.holds(id))
        };
        self.request.loaded.catalogue.fields().filter(holds)
    }

    /// The rows that stand under a field: each row under the first place of the scope that states it, so that
    /// it stands once. None asks for those stated outside the fields.
    pub fn of_field(&self, field: Option<&Field>) -> impl Iterator<Item = Row<'a>> {
        self.all.iter().copied().filter(move |row| {
            let home = self
                .home(row)
                .filter(|at| matches!(at.section, Part::Goal | Part::Measure));
            home.map(|at| at.field_id()) == field.map(|field| field.id.clone())
        })
    }

    /// The first place of the scope that states a target; goals go before measures.
    pub fn home(&self, row: &Row<'_>) -> Option<ItemId> {
        let first = |ids: &[ItemId]| ids.iter().copied().find(|id| self.holds(*id));
        first(&row.item.goals).or_else(|| first(&row.item.stated_at))
    }

    /// Where the scope first states a target, as a reader finds it.
    pub fn stated_at(&self, row: &Row<'_>) -> String {
        self.home(row).map(|at| self.spelled(at)).unwrap_or_default()
    }

    /// The number of a goal or a measure; a text of the chapters outside the fields by plan, chapter and position.
    pub fn spelled(&self, at: ItemId) -> String {
        if matches!(at.section, Part::Goal | Part::Measure) {
            return at.to_string();
        }
        let (lang, chapter) = (self.lang(), at.section.heading());
        let plan = self.request.loaded.catalogue.plan(at.plan);
        let plan = plan.map_or("", |plan| lang.pick(&plan.short, &plan.english_short));
        title::place(plan, chapter, at.item, lang)
    }

    /// Its name with the group that was judged; says where only measures state it.
    pub fn name(&self, row: &Row<'_>) -> String {
        let mut name = row.indicator.name_in(self.lang()).to_owned();
        let beside = match row.item.stated_at.iter().any(|at| at.section == Part::Measure) {
            _ if !row.item.goals.is_empty() => String::new(),
            true => self.say("措施所列", "from measures"),
            false => String::new(),
        };
        let notes = [row.item.basis.group().name(self.lang()), beside];
        for note in notes.iter().filter(|note| !note.is_empty()) {
            name += &bracketed(note, self.lang());
        }
        name
    }

    /// What is demanded.
    fn demand_alone(&self, row: &Row<'_>) -> String {
        let (catalogue, target) = (self.request.loaded.catalogue, &row.item.target);
        demand(catalogue, row.indicator, target, self.lang())
    }

    /// What each of some rows demands, under the name of the column. A year that all of them have stands in the
    /// name alone.
    pub fn demands(&self, rows: &[Row<'_>]) -> (String, Vec<String>) {
        let years: BTreeSet<Year> = rows.iter().map(|row| row.item.target.year).collect();
        match (years.first(), years.len(), self.lang()) {
            (Some(by), 1, lang) => (
                title::target_by(*by, lang),
                rows.iter().map(|row| self.demand_alone(row)).collect(),
            ),
            _ => {
                let demands = rows.iter().map(|row| self.demand(row));
                (self.say("目标", "Target"), demands.collect())
            }
        }
    }

    /// What is demanded, with its year.
    pub fn demand(&self, row: &Row<'_>) -> String {
        let words = self.demand_alone(row);
        let by = year(row.item.target.year, self.lang());
        match self.lang() {
            Lang::Zh => format!("{words}（{by}）"),
            Lang::En => format!("{words} by {by}"),
        }
    }

    /// A value with its unit and year.
    pub fn value_at(&self, row: &Row<'_>, at: Option<ValueAt>) -> String {
        at.map_or_else(
            || NO_NUMBER.to_owned(),
            |at| {
                let value = with_unit(at.value, &row.indicator.unit, self.lang());
                format!("{value}{}", bracketed(&at.year.to_string(), self.lang()))
            },
        )
    }

    /// A value of ours, with the digits that the figures themselves carry.
    pub fn computed(&self, row: &Row<'_>, value: f64) -> String {
        let digits = decimals(row.item.values.iter().map(|point| point.value));
        quantity(value, Some(digits), &row.indicator.unit, self.lang())
    }

    /// Glyph and word of the status.
    pub fn status(&self, status: Status) -> String {
        format!("{} {}", status_glyph(status), status_word(status, self.lang()))
    }

    /// Pace as a part of the pace needed; for a direction the yearly growth.
    pub fn pace(&self, row: &Row<'_>) -> String {
        let percent = |value: f64, digits| format!("{}%", number(value * 100.0, Some(digits)));
        match (row.item.assessment.pace(), row.item.assessment.growth()) {
            (Some(pace), _) if pace > MOST_PACE => self.say("超过 200%", "over 200%"),
            (Some(pace), _) if pace < -MOST_PACE => self.say("低于 −200%", "below −200%"),
            (Some(pace), _) => percent(pace, 0),
            (None, Some(growth)) => percent(growth, 1) + self.lang().pick("/年", " a year"),
            (None, None) => NO_NUMBER.to_owned(),
        }
    }

    /// The forecast at the target's year with the chance of meeting it.
    pub fn forecast(&self, row: &Row<'_>) -> String {
        let Some(forecast) = row.item.assessment.forecast() else {
            return NO_NUMBER.to_owned();
        };
        let value = self.computed(row, forecast.value);
        let chance = forecast
            .odds
            .map(|odds| bracketed(&title::chance_of(odds.chance, self.lang()), self.lang()));
        value + &chance.unwrap_or_default()
    }

    /// Who published the figures that a target was judged by, newest first, each once.
    pub fn sources(&self, item: &Judged) -> Vec<String> {
        let Request { loaded, board, .. } = self.request;
        let found = loaded.publishers(item.basis.key(), board.as_of);
        found.into_iter().map(str::to_owned).collect()
    }

    /// The points of a series up to the year reported.
    pub fn points(&self, key: &SeriesKey) -> impl DoubleEndedIterator<Item = &'a Point> + use<'a> {
        self.request.loaded.points(key, self.request.board.as_of)
    }

    /// The fields of the scope, then none for what is stated outside them.
    pub fn parts(&self) -> impl Iterator<Item = Option<&'a Field>> {
        self.fields().map(Some).chain([None])
    }

    /// What a part is called.
    pub fn part_name(&self, field: Option<&Field>) -> String {
        let name = field.map(|field| self.lang().pick(&field.name, &field.english).to_owned());
        name.unwrap_or_else(|| self.say("其他章节", "Other chapters"))
    }

    /// A heading within a section, by its position from 0.
    pub fn subheading(&self, at: usize, name: &str) -> Block {
        Block::Heading(match self.lang() {
            Lang::Zh => format!("（{}）{name}", chinese(at + 1)),
            Lang::En => format!("({}) {name}", at + 1),
        })
    }

    /// The agencies that lead the goals of a target, each once; where a file names none that leads, those that
    /// support. Empty where no file names any.
    pub fn agencies(&self, row: &Row<'_>) -> Vec<String> {
        let ids = match row.item.goals.is_empty() {
            false => row.item.goals.clone(),
            true => {
                let served = self.request.loaded.catalogue.goals_of(row.indicator);
                row.item.stated_at.iter().copied().chain(served).collect()
            }
        };
        agencies_of(self.request.agencies, &ids)
    }

    /// A table for each field that has rows, and one for what is stated outside the fields.
    pub fn by_field(
        &self,
        head: &[(&str, &str)],
        numeric: &[usize],
        is_wanted: impl Fn(&Row<'a>) -> bool,
        cells: impl Fn(&Row<'a>) -> Vec<String>,
    ) -> Vec<Table> {
        let table = |field: Option<&'a Field>| {
            let rows: Vec<Vec<String>> = self
                .of_field(field)
                .filter(|row| is_wanted(row))
                .map(|row| cells(&row))
                .collect();
            (!rows.is_empty()).then(|| Table {
                caption: self.part_name(field),
                head: self.head(head),
                rows,
                numeric: numeric.to_vec(),
                ..Table::default()
            })
        };
        self.parts().filter_map(table).collect()
    }

    /// The names of columns.
    pub fn head(&self, names: &[(&str, &str)]) -> Vec<String> {
        names.iter().map(|(zh, en)| self.say(zh, en)).collect()
    }
}

/// The agencies that lead some texts of the plans, else those that support them, each once.
pub(super) fn agencies_of(agencies: &[GoalAgencies], ids: &[ItemId]) -> Vec<String> {
    let named = |of: fn(&GoalAgencies) -> &Vec<String>| {
        let mut names: Vec<String> = Vec::new();
        for name in ids
            .iter()
            .flat_map(|id| agencies.iter().filter(move |known| known.goal == *id))
            .flat_map(of)
        {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    };
    let lead = named(|of| &of.lead);
    if lead.is_empty() {
        named(|of| &of.support)
    } else {
        lead
    }
}

/// A text, or the sign of what is not there.
pub(super) fn or_none(text: impl Into<String>) -> String {
    let text = text.into();
    if text.is_empty() {
        NO_NUMBER.to_owned()
    } else {
        text
    }
}

/// A note in the brackets of a language.
pub(super) fn bracketed(note: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（{note}）"),
        Lang::En => format!(" ({note})"),
    }
}
