//! Lines between the rows of a table that say something about every row below them: 灵山县, 一、农村, 2021年. A line
//! without values may as well be a row whose values are missing, so only what can be nothing else is such a heading.

use crate::catalogue::Unit;
use crate::import::layout::{Table, Unfit, Use, is_remark};
use crate::import::log::Reason;
use crate::import::meaning::{
    About, AreaSaid, Areas, Lexicon, Place, Role, heads_some, is_chinese_numeral, is_part_of_year,
};
use crate::import::number::{self, Cell, Comma};
use crate::tabular::{Content, Record, fold};

/// What headings say about the rows below them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// About their values.
    pub about: About,
    /// The unit in the heading.
    pub unit: Option<Unit>,
    /// What says that the values below are none of everyone in a year.
    pub unfit: Option<Unfit>,
}

/// The sections of a table.
pub struct Sections {
    /// The first is that of rows above all headings.
    sections: Vec<Section>,
    /// The row of each heading.
    starts: Vec<usize>,
}

/// What a heading is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Area,
    Indicator,
    Year,
    Group,
    Other,
}

/// A heading whose rows have not ended.
struct Heading {
    kind: Kind,
    numbering: Option<Numbering>,
    section: Section,
}

/// How a heading is numbered: those of one numbering stand on one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbering {
    /// 一、
    Chinese,
    /// （一）
    Bracketed,
    /// 1.
    Arabic,
}

impl Sections {
    /// Finds them; `comma` is what a comma means in the table's numbers.
    pub fn find(lexicon: &Lexicon<'_>, table: &Table, body: &[Record], comma: Comma) -> Sections {
        let finder = Finder {
            lexicon,
            table,
            body,
            comma,
        };
        let mut found = Sections {
            sections: vec![Section::default()],
            starts: Vec::new(),
        };
        let mut open: Vec<Heading> = Vec::new();
        let mut by_group = false;
        let mut next = 0;
        for row in 0..body.len() {
            if let Some(heading) = finder.heading(row, &mut next, &open, by_group) {
                // 全市, and then 农村: the groups of one area.
                by_group |= heading.kind == Kind::Group || is_everyone(&heading, lexicon.areas.own());
                close(&mut open, &heading, lexicon.areas.own());
                open.push(heading);
                found.sections.push(together(&open));
                found.starts.push(row);
            }
        }
        found
    }

    /// What headings say, section by section.
    pub fn all(&self) -> &[Section] {
        &self.sections
    }

    /// The section of a row of the table's body.
    pub fn of(&self, row: usize) -> usize {
        self.starts.partition_point(|start| *start <= row)
    }

    /// The areas that headings name.
    pub fn areas(&self) -> impl Iterator<Item = &str> {
        self.sections
            .iter()
            .filter_map(|section| match &section.about.area {
                Some(AreaSaid::One(area)) => Some(area.as_str()),
                _ => None,
            })
    }
}

/// Ends the headings that a new one stands beside or above.
fn close(open: &mut Vec<Heading>, new: &Heading, own: &str) {
    let everyone = is_everyone(new, own);
    let beside = |heading: &Heading| {
        if everyone && matches!(heading.kind, Kind::Area | Kind::Group) {
            return true;
        }
        let same_level = new.numbering.is_some() && heading.numbering == new.numbering;
        let same_kind = heading.kind == new.kind && (new.kind != Kind::Other || new.numbering.is_none());
        same_level || same_kind
    };
    if let Some(at) = open.iter().position(beside) {
        open.truncate(at);
    }
}

/// Whether a heading is about the plans' own area, or all areas of the table.
fn is_everyone(heading: &Heading, own: &str) -> bool {
    match &heading.section.about.area {
        Some(AreaSaid::All) => true,
        Some(AreaSaid::One(area)) => area == own,
        None => false,
    }
}

fn together(open: &[Heading]) -> Section {
    let mut all = Section::default();
    for heading in open.iter().rev() {
        all.about.fill(&heading.section.about);
        all.unit = all.unit.or_else(|| heading.section.unit.clone());
        all.unfit = all.unfit.or_else(|| heading.section.unfit.clone());
    }
    all
}

struct Finder<'f, 'c> {
    lexicon: &'f Lexicon<'c>,
    table: &'f Table,
    body: &'f [Record],
    comma: Comma,
}

impl Finder<'_, '_> {
    /// The heading that a row is. `next` keeps the first row with values behind the last row asked about, so that a long
    /// list without values is walked once.
    fn heading(&self, row: usize, next: &mut usize, open: &[Heading], by_group: bool) -> Option<Heading> {
        let (column, text) = self.only_text(row)?;
        let mut heading = self.read(text);
        let own = self.kind_of_column(column);
        if Some(heading.kind) == own || text.starts_with("其中") {
            return None;
        }
        if *next <= row {
            let behind = (row + 1..self.body.len()).find(|row| self.has_values(*row));
            *next = behind.unwrap_or(self.body.len());
        }
        let next = Some(*next).filter(|next| *next < self.body.len())?;
        let before = row.checked_sub(1).filter(|row| self.has_values(*row));
        let is_like = |row: usize| self.read(self.body[row].cell(column)).kind == heading.kind;
        let heads = match heading.kind {
            // A name that nobody knows may be that of an indicator without values.
            Kind::Other => heading.numbering.is_some() || !is_measure(text) && open.iter().any(is_plain),
            // A group below its indicator may have no values.
            Kind::Group => !is_like(next) && (before.is_none() || by_group),
            _ => !is_like(next) && !before.is_some_and(is_like),
        };
        if heading.kind == Kind::Other {
            heading.section = Section {
                unfit: self.unfit(text, self.body[row].line),
                ..Section::default()
            };
        }
        (heads || heading.kind == Kind::Other && open.is_empty() && !is_measure(text)).then_some(heading)
    }

    /// The text of a row without values that holds nothing else.
    fn only_text(&self, row: usize) -> Option<(usize, &str)> {
        let record = &self.body[row];
        let columns = self.table.first..self.table.first + self.table.columns.len();
        let mut filled = columns.filter(|column| record.content(*column) != Content::EMPTY);
        let column = filled.next()?;
        let text = record.cell(column);
        let alone = filled.all(|other| record.cell(other) == text);
        (alone && !is_remark(text) && !self.has_values(row) && text.chars().count() <= LONGEST)
            .then_some((column, text))
    }

    fn has_values(&self, row: usize) -> bool {
        let record = &self.body[row];
        self.table.columns.iter().enumerate().any(|(at, column)| {
            let cell = || number::read(record.cell(self.table.first + at), self.comma);
            column.used.holds_values() && matches!(cell(), Cell::Number(..) | Cell::Interval)
        })
    }

    fn kind_of_column(&self, column: usize) -> Option<Kind> {
        match &self.table.columns[column - self.table.first].used {
            Use::Key(Role::Indicator) => Some(Kind::Indicator),
            Use::Key(Role::Area) => Some(Kind::Area),
            Use::Key(Role::Year) => Some(Kind::Year),
            Use::Key(_) | Use::Said | Use::Dimension { .. } => Some(Kind::Group),
            _ => None,
        }
    }

    /// Why what stands below a heading that says nothing else is none of everyone in a year, if no visitor said otherwise.
    fn unfit(&self, text: &str, line: u32) -> Option<Unfit> {
        let (_, bare) = without_numbering(text);
        let reason = if is_part_of_year(bare) {
            Reason::OtherPeriod
        } else if heads_some(bare) && self.lexicon.said.get(Place::Cell, text).is_none() {
            let title = String::new();
            Reason::UnknownGroup { title }
        } else {
            return None;
        };
        Some(Unfit {
            reason,
            text: text.to_owned(),
            line: Some(line),
        })
    }

    fn read(&self, text: &str) -> Heading {
        let (numbering, bare) = without_numbering(text);
        let meaning = self.lexicon.meaning(bare);
        let mut about = meaning.about.clone();
        if about.area.is_none() && Areas::is_all(bare) {
            about.area = Some(AreaSaid::All);
        } else if meaning.unknown && meaning.role.is_none() {
            about = About::default();
            about.area = self.lexicon.areas.by_form(bare).map(AreaSaid::One);
        }
        let kind = match () {
            () if about.indicator.is_some() => Kind::Indicator,
            () if about.area.is_some() => Kind::Area,
            () if matches!(about.year, Some(Ok(_))) => Kind::Year,
            () if about.is_group() => Kind::Group,
            () => Kind::Other,
        };
        Heading {
            kind,
            numbering,
            section: Section {
                about,
                unit: meaning.unit.clone(),
                unfit: None,
            },
        }
    }
}

/// A heading has at most so many characters.
const LONGEST: usize = 40;

/// Whether it has no number and says nothing that is known.
fn is_plain(heading: &Heading) -> bool {
    heading.kind == Kind::Other && heading.numbering.is_none()
}

/// Whether a text ends as names of indicators do.
fn is_measure(text: &str) -> bool {
    [
        "率", "数", "比", "比例", "占比", "水平", "量", "时间", "支出", "标准", "年限", "面积", "寿命",
    ]
    .iter()
    .any(|end| text.ends_with(end) || text.contains(&format!("{end}（")) || text.contains(&format!("{end}(")))
}

fn without_numbering(text: &str) -> (Option<Numbering>, &str) {
    let text = fold::trim(text);
    if let Some(rest) = text.strip_prefix(['（', '(']) {
        let bare = rest.trim_start_matches(is_chinese_numeral);
        let closed = bare.strip_prefix(['）', ')']).filter(|_| bare.len() < rest.len());
        return closed.map_or((None, text), |bare| {
            (Some(Numbering::Bracketed), fold::trim(bare))
        });
    }
    let behind = |is: fn(char) -> bool| {
        let rest = text.trim_start_matches(is);
        rest.strip_prefix(['、', '.', '．'])
            .filter(|_| rest.len() < text.len())
    };
    if let Some(bare) = behind(is_chinese_numeral) {
        return (Some(Numbering::Chinese), fold::trim(bare));
    }
    match behind(|c| c.is_ascii_digit()) {
        Some(bare) => (Some(Numbering::Arabic), fold::trim(bare)),
        None => (None, text),
    }
}
