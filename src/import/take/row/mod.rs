//! What one row says about its values: the indicator, the area, the year, the group, the unit.

mod area;
mod group;
mod repeated;
mod year;

use crate::catalogue::{Kind, Sex, Unit};
use crate::import::layout::{Table, Use};
use crate::import::log::Reason;
use crate::import::meaning::{
    About, AreaSaid, Count, Figure, Lexicon, Meaning, Place, Role, is_known_unit, is_total, label,
};
use crate::import::memo::Memo;
use crate::import::number::Comma;
use crate::observation::Residence;
use crate::tabular::year::NoYear;
use crate::tabular::{Content, Record};

use crate::import::take::Fault;
use crate::import::take::candidate::Candidates;
use crate::import::take::section::Sections;
use repeated::Repeated;

use crate::import::take::words::{Status, is_deletion, is_left_out, is_whole_year, power_of_ten, status};

/// What a row says; areas, ages, units and texts by their numbers among the [`Candidates`].
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// About its values.
    pub about: About<u32>,
    /// The unit in a column of its own, and that column.
    pub unit: Option<(u32, usize)>,
    /// The unit in the brackets of the indicator's name.
    pub name_unit: Option<(u32, usize)>,
    /// Whether its values cannot be compared with those before them.
    pub is_break: bool,
    /// What values are to be multiplied with.
    pub factor: f64,
    /// What columns that may hold groups say.
    pub details: u32,
    /// The column of the indicator, for messages.
    pub indicator_column: Option<usize>,
    /// The source.
    pub source: u32,
    /// The area whose figures the source's are.
    pub area_of_source: Option<u32>,
}

/// Reads rows of one table.
pub struct Rows<'t, 'l, 'c> {
    lexicon: &'l Lexicon<'c>,
    table: &'t Table,
    /// The indicator of the last row that named one, and what that row counts of it: rows such as 其中：农村 are parts
    /// of it.
    parent: Option<(usize, Option<Count>)>,
    /// The indicator's cell of the last row that has one, with its text and column.
    above: Option<(Content, String, usize)>,
    /// The last row that names a year, and in which column.
    year_above: Option<(Record, usize)>,
    /// Whether a blank area is the one above.
    areas_nest: bool,
    /// The last area named.
    area_above: (Content, String),
    /// The sex and the residence of the last row: where its indicator holds for a row below, they may, too.
    group_above: (Option<Sex>, Option<Residence>),
    /// Groups that stand where areas should.
    groups: Groups,
    /// What the last row with an area says of it, and whether it is a part of it: rows such as 其中：男 are parts, too.
    whole_above: Option<(AreaSaid<u32>, bool)>,
    keys: Vec<(Role, Vec<usize>)>,
    /// The columns that say something else, and what they are for.
    others: Vec<(usize, Use)>,
    /// Headings between the rows.
    pub sections: Sections,
    /// Which areas some row or column names.
    pub names: Named,
    known: Known,
    /// What columns that may hold groups say in the row being read.
    details: Vec<(u32, u32)>,
    repeated: Repeated,
}

/// Which areas a table names.
#[derive(Clone, Copy, Default)]
pub struct Named {
    /// One other than the plans' own, so that a blank is not that.
    pub others: bool,
    /// A part of the plans' own, so that 合计 is that.
    pub parts: bool,
    /// The plans' own, so that 全区 is another.
    own: bool,
}

/// Groups that stand where a table has its areas: 城市, 其中：男.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Groups {
    /// There are none.
    None,
    /// Only what says so is a part of the area above.
    Loose,
    /// Each area has the same right below it, so that they are parts of it.
    OfEachArea,
}

/// What texts were found to say, each kind by the columns that it is asked of.
#[derive(Default)]
struct Known {
    meanings: Memo<Meant>,
    areas: Memo<About<u32>>,
    years: Memo<Result<About<u32>, NoYear>>,
    sexes: Memo<Result<Option<Sex>, Unknown>>,
    residences: Memo<Result<Option<Residence>, Unknown>>,
    ages: Memo<Result<Option<u32>, Reason>>,
    units: Memo<Option<u32>>,
    texts: Memo<u32>,
    publishers: Memo<Option<u32>>,
    statuses: Memo<Option<Status>>,
    whole_years: Memo<bool>,
    /// Of texts that name no indicator, the names most like them.
    nearest: Memo<Vec<String>>,
}

/// What a text means, in numbers.
#[derive(Clone, Copy)]
struct Meant {
    about: About<u32>,
    unit: Option<u32>,
    total: bool,
    unknown: bool,
    /// Whether it says nothing about values: a total, or a title that stands among the rows.
    says_nothing: bool,
}

const KEYS: [Role; 6] = [
    Role::Indicator,
    Role::Area,
    Role::Year,
    Role::Sex,
    Role::Residence,
    Role::Age,
];

impl<'t, 'l, 'c> Rows<'t, 'l, 'c> {
    /// Prepares to read the rows of a table; `comma` is what a comma means in its numbers.
    pub fn new(lexicon: &'l Lexicon<'c>, table: &'t Table, body: &[Record], comma: Comma) -> Self {
        let keys: Vec<(Role, Vec<usize>)> = KEYS
            .into_iter()
            .map(|role| (role, table.keys(role).collect()))
            .collect();
        let others = others(table);
        let mut rows = Rows {
            lexicon,
            table,
            parent: None,
            above: None,
            year_above: None,
            areas_nest: false,
            area_above: (Content::EMPTY, String::new()),
            group_above: (None, None),
            groups: Groups::None,
            whole_above: None,
            repeated: Repeated::new(lexicon, &keys, &others),
            keys,
            others,
            sections: Sections::find(lexicon, table, body, comma),
            names: Named::default(),
            known: Known::default(),
            details: Vec::new(),
        };
        rows.look_at_areas(body);
        rows.areas_nest = rows.nests(body);
        if rows.groups == Groups::Loose && rows.groups_nest(body) {
            rows.groups = Groups::OfEachArea;
        }
        rows
    }

    fn columns(&self, role: Role) -> &[usize] {
        self.keys
            .iter()
            .find(|(known, _)| *known == role)
            .map_or(&[], |(_, columns)| columns)
    }

    /// Looks at a row without values: one that names an indicator heads the rows of its parts.
    pub fn look(&mut self, record: &Record) {
        self.repeated.forget();
        for column in self.columns(Role::Indicator) {
            let meaning = self.lexicon.meaning(record.cell(*column));
            if !meaning.about.is_group() && !meaning.total && !record.cell(*column).is_empty() {
                let count = meaning.about.count;
                let births = self.lexicon.births_of().filter(|_| count == Some(Count::Births));
                let named = meaning.about.indicator.or(births).filter(|_| !meaning.unknown);
                self.parent = named.map(|at| (at, count));
                return;
            }
        }
    }

    /// Reads a row.
    pub fn read(&mut self, record: &Record, candidates: &mut Candidates) -> Result<Row, Fault> {
        if let Some(row) = self.again(record) {
            return Ok(row);
        }
        self.repeated.forget();
        let row = self.read_anew(record, candidates)?;
        self.remember(record, row);
        Ok(row)
    }

    fn read_anew(&mut self, record: &Record, candidates: &mut Candidates) -> Result<Row, Fault> {
        let mut row = Row {
            about: About::default(),
            unit: None,
            name_unit: None,
            is_break: false,
            factor: 1.0,
            details: 0,
            indicator_column: None,
            source: 0,
            area_of_source: None,
        };
        self.is_not_left_out(record)?;
        self.indicator(record, &mut row, candidates)?;
        self.area(record, &mut row, candidates)?;
        // 灵山县2021 says a year as well as 2021年婴儿死亡率.
        self.repeated.leaves_year_open(row.about.year.is_none());
        self.year(record, &mut row, candidates)?;
        self.group(record, &mut row, candidates)?;
        self.others(record, &mut row, candidates)?;
        Ok(row)
    }

    /// What a visitor said of a cell's text.
    fn as_said(&self, text: &str) -> Option<&'l Meaning> {
        self.lexicon.said.get(Place::Cell, text)
    }

    /// A text of which a visitor said that its rows are not to be taken.
    fn is_not_left_out(&self, record: &Record) -> Result<(), Fault> {
        if self.lexicon.said.is_empty() {
            return Ok(());
        }
        let says = |used: &Use| matches!(used, Use::Key(_) | Use::Said | Use::Dimension { .. });
        for (at, _) in self
            .table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| says(&column.used))
        {
            let column = self.table.first + at;
            let text = record.cell(column);
            if !text.is_empty() && self.as_said(text).is_some_and(|said| said.left_out) {
                return Err(Fault::at(column, text, Reason::LeftOut));
            }
        }
        Ok(())
    }

    /// What a text means.
    fn meant(&mut self, content: Content, text: &str, candidates: &mut Candidates) -> Meant {
        let lexicon = self.lexicon;
        self.known.meanings.of(content, || {
            let meaning = lexicon.meaning(text);
            Meant {
                about: candidates.numbered(&meaning.about),
                unit: meaning.unit.as_ref().map(|unit| candidates.units.number(unit)),
                total: meaning.total,
                unknown: meaning.unknown,
                says_nothing: is_total(text)
                    || (meaning.total || meaning.role.is_some()) && meaning.about.is_empty(),
            }
        })
    }

    /// The first of several columns that is understood, else the last with content: codes stand beside names.
    fn best<'r>(
        &self,
        record: &'r Record,
        role: Role,
        known: impl Fn(&str) -> bool,
    ) -> Option<(usize, &'r str)> {
        let columns = self.columns(role);
        if let [only] = columns {
            return Some((*only, record.cell(*only)));
        }
        let cells = || columns.iter().map(|column| (*column, record.cell(*column)));
        let understood = cells().find(|(_, text)| !text.is_empty() && known(text));
        understood
            .or_else(|| cells().rfind(|(_, text)| !text.is_empty()))
            .or_else(|| cells().next())
    }

    fn indicator(
        &mut self,
        record: &Record,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        let named = |text: &str| {
            let meaning = self.lexicon.meaning(text);
            meaning.about.indicator.is_some() && !meaning.unknown
        };
        let Some((column, text)) = self.best(record, Role::Indicator, named) else {
            return Ok(());
        };
        row.indicator_column = Some(column);
        if text.is_empty() {
            // Merged cells lose their text below the first row when they are saved as CSV.
            let (Some((content, above, column)), true) = (self.above.clone(), self.names_more(record)) else {
                return Err(Fault::at(column, text, Reason::NoIndicator));
            };
            return self.indicator_of((content, &above), column, row, candidates);
        }
        let content = record.content(column);
        let named = self.indicator_of((content, text), column, row, candidates);
        if named.is_err() {
            self.above = None;
        } else if self.above.as_ref().is_none_or(|(above, ..)| *above != content) {
            self.above = Some((content, text.to_owned(), column));
        }
        named
    }

    /// Whether a row without an indicator says something else about its values.
    fn names_more(&self, record: &Record) -> bool {
        self.says_more(record, Role::Indicator)
    }

    fn indicator_of(
        &mut self,
        (content, text): (Content, &str),
        column: usize,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        let meaning = self.meant(content, text, candidates);
        let fault = |reason: Reason| Err(Fault::at(column, text, reason));
        let mut about = meaning.about;
        if about.count == Some(Count::Births) {
            about.indicator = self.lexicon.births_of();
        }
        // 其中：农村, and 灵山县 below its indicator.
        let is_part = about.is_group() || meaning.total || about.area.is_some() && about.year.is_none();
        if let Some((parent, count)) = self.parent
            && about.indicator.is_none()
            && !meaning.unknown
            && is_part
        {
            // 其中：男 below the deaths are deaths, too, and none of the rate.
            (about.indicator, about.count) = (Some(parent), count);
        }
        let Some(at) = about.indicator.filter(|_| !meaning.unknown) else {
            self.parent = None;
            return fault(self.unknown_indicator(content, text));
        };
        let indicator = &self.lexicon.catalogue.indicators[at];
        self.parent = Some((at, about.count));
        if indicator.kind == Kind::Milestone {
            let name = indicator.name.clone();
            return fault(Reason::Milestone { name });
        }
        row.name_unit = meaning.unit.map(|unit| (unit, column));
        row.about = about;
        Ok(())
    }

    /// Why a text names no indicator.
    fn unknown_indicator(&mut self, content: Content, text: &str) -> Reason {
        let lexicon = self.lexicon;
        Reason::UnknownIndicator {
            nearest: self.known.nearest.of(content, || lexicon.nearest(text)),
        }
    }

    /// Whether a row says something about its values besides that.
    fn says_more(&self, record: &Record, than: Role) -> bool {
        let keys = self.keys.iter().filter(|(role, _)| *role != than);
        let keys = keys.flat_map(|(_, columns)| columns);
        let said = self.others.iter().filter(|(_, used)| *used == Use::Said);
        keys.chain(said.map(|(column, _)| column))
            .any(|column| !record.cell(*column).is_empty())
    }

    /// The unit, the source, the multiplier, and what may be groups.
    fn others(&mut self, record: &Record, row: &mut Row, candidates: &mut Candidates) -> Result<(), Fault> {
        self.details.clear();
        for at in 0..self.others.len() {
            let (column, ref used) = self.others[at];
            let content = record.content(column);
            let text = || record.cell(column);
            match used {
                Use::Key(Role::Unit) if row.unit.is_none() => {
                    let unit = self.known.units.of(content, || unit(text(), candidates));
                    row.unit = unit.map(|unit| (unit, column));
                }
                Use::Key(Role::Source) => {
                    row.source = self.known.texts.of(content, || candidates.text(text()));
                    let areas = &self.lexicon.areas;
                    row.area_of_source = self.known.publishers.of(content, || {
                        areas.of_source(text()).map(|area| candidates.area(&area))
                    });
                }
                Use::Key(Role::Multiplier) if content != Content::EMPTY => {
                    let power = power_of_ten(text());
                    let power = power.ok_or_else(|| Fault::at(column, text(), Reason::NotANumber))?;
                    row.factor = 10f64.powi(power);
                }
                Use::Key(Role::Status) => match self.known.statuses.of(content, || status(text())) {
                    Some(Status::Break) => row.is_break = true,
                    Some(Status::Forecast) => {
                        let figure = Figure::Target;
                        return Err(Fault::at(column, text(), Reason::NotMeasured { figure }));
                    }
                    None => {}
                },
                Use::Key(Role::Action) if is_deletion(text()) => {
                    return Err(Fault::at(column, text(), Reason::Deleted));
                }
                Use::Key(Role::PartOfYear)
                    if !self.known.whole_years.of(content, || is_whole_year(text())) =>
                {
                    return Err(Fault::at(column, text(), Reason::OtherPeriod));
                }
                Use::Key(Role::Figure) | Use::Said if content != Content::EMPTY => {
                    self.said((content, text()), column, row, candidates)?;
                }
                Use::Dimension { .. } => {
                    let said = self.known.texts.of(content, || candidates.text(text()));
                    self.details.push((column as u32, said));
                }
                _ => {}
            }
        }
        row.details = candidates.details(&self.details);
        Ok(())
    }

    /// A cell that says whatever it says.
    fn said(
        &mut self,
        (content, text): (Content, &str),
        column: usize,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        let meaning = self.meant(content, text, candidates);
        if meaning.says_nothing {
            return Ok(());
        }
        if meaning.unknown || meaning.about.is_empty() {
            let title = self.table.title(column).to_owned();
            return Err(Fault::at(column, text, Reason::UnknownGroup { title }));
        }
        row.about = merged(&row.about, &meaning.about, column, text)?;
        Ok(())
    }
}

/// The columns of a table that say something besides what rows are about, with their positions in the sheet.
fn others(table: &Table) -> Vec<(usize, Use)> {
    let says = |used: &Use| match used {
        Use::Key(role) => !KEYS.contains(role),
        Use::Said | Use::Dimension { .. } => true,
        _ => false,
    };
    let columns = table.columns.iter().enumerate();
    let others = columns.filter(|(_, column)| says(&column.used));
    others
        .map(|(at, column)| (table.first + at, column.used.clone()))
        .collect()
}

/// A text that is no word for what its column holds.
#[derive(Clone, Copy)]
struct Unknown;

/// The unit in a cell of a column of units; none where it is left out.
fn unit(text: &str, candidates: &mut Candidates) -> Option<u32> {
    if is_left_out(text) {
        return None;
    }
    let mut unit = Unit::new(text);
    if let Some(label) = label(text).filter(|_| !is_known_unit(&unit)) {
        unit = Unit::new(label);
    }
    Some(candidates.units.number(&unit))
}

/// What two texts about one value say together.
pub fn merged(about: &About<u32>, more: &About<u32>, column: usize, text: &str) -> Result<About<u32>, Fault> {
    about.and(more).map_err(|contradiction| {
        let reason = match contradiction.0 {
            Role::Sex => Reason::SexConflict,
            role => Reason::Contradiction { role },
        };
        Fault::at(column, text, reason)
    })
}
