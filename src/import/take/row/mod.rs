//! What one row says about its values: the indicator, the area, the year, the group, the unit.

mod area;
mod group;
mod indicator;
mod others;
mod repeated;
mod year;

use crate::catalogue::Sex;
use crate::import::layout::{Table, Use};
use crate::import::log::Reason;
use crate::import::meaning::{About, AreaSaid, Count, Lexicon, Meaning, Place, Role, is_total};
use crate::import::memo::Memo;
use crate::import::number::Comma;
use crate::observation::Residence;
use crate::tabular::year::NoYear;
use crate::tabular::{Content, Record};

use crate::import::take::Fault;
use crate::import::take::candidate::Candidates;
use crate::import::take::section::Sections;
use crate::import::take::words::Status;
use repeated::Repeated;

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
    parts_of_year: Memo<bool>,
    /// Of remarks why their values are unfit, if they are.
    remarks: Memo<Option<Reason>>,
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
        let others = others::columns(table, body);
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

    /// Whether a row says something about its values besides that.
    fn says_more(&self, record: &Record, than: Role) -> bool {
        let keys = self.keys.iter().filter(|(role, _)| *role != than);
        let keys = keys.flat_map(|(_, columns)| columns);
        let said = self.others.iter().filter(|(_, used)| *used == Use::Said);
        keys.chain(said.map(|(column, _)| column))
            .any(|column| !record.cell(*column).is_empty())
    }
}

/// A text that is no word for what its column holds.
#[derive(Clone, Copy)]
struct Unknown;

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
