//! What one row says about its values: the indicator, the area, the year, the group, the unit.

use std::collections::HashSet;

use crate::catalogue::{Kind, Unit};
use crate::import::layout::{Table, Use};
use crate::import::log::Reason;
use crate::import::meaning::{
    About, AreaSaid, Areas, Figure, Lexicon, Meaning, Place, Role, age, is_known_unit, is_total, label,
    period, residence, sex,
};
use crate::import::number::Comma;
use crate::tabular::{Record, fold};

use super::Fault;
use super::section::Sections;
use super::words::{Status, is_date, is_left_out, is_whole_year, no_year, power_of_ten, status};

/// What a row says.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// About its values.
    pub about: About,
    /// The unit in a column of its own, and that column.
    pub unit: Option<(Unit, usize)>,
    /// The unit in the brackets of the indicator's name.
    pub name_unit: Option<(Unit, usize)>,
    /// Whether its values cannot be compared with those before them.
    pub is_break: bool,
    /// What values are to be multiplied with.
    pub factor: f64,
    /// Columns that may hold groups, with their text.
    pub details: Vec<(usize, String)>,
    /// The column of the indicator, for messages.
    pub indicator_column: Option<usize>,
    /// The column of the source.
    pub source_column: Option<usize>,
}

/// Reads rows of one table.
pub struct Rows<'t, 'l, 'c> {
    lexicon: &'l Lexicon<'c>,
    table: &'t Table,
    /// The indicator of the last row that named one: rows such as 其中：农村 are parts of it.
    parent: Option<usize>,
    /// The indicator's cell of the last row that has one, and its column.
    above: Option<(String, usize)>,
    /// Whether a blank area is the one above.
    areas_nest: bool,
    /// The last area named.
    area_above: String,
    keys: Vec<(Role, Vec<usize>)>,
    /// Headings between the rows.
    pub sections: Sections,
    /// Whether some row names an area other than the plans' own, so that a blank is not that.
    pub names_others: bool,
    /// Whether some row names a part of the plans' own area, so that 合计 is that.
    pub names_parts: bool,
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
        let mut rows = Rows {
            lexicon,
            table,
            parent: None,
            above: None,
            areas_nest: false,
            area_above: String::new(),
            keys,
            sections: Sections::find(lexicon, table, body, comma),
            names_others: false,
            names_parts: false,
        };
        rows.look_at_areas(body);
        rows.areas_nest = rows.nests(body);
        rows
    }

    /// Whether each area heads the same rows, and is written over the first of them alone: a blank below is that
    /// area. Elsewhere a blank may as well be the whole.
    fn nests(&self, body: &[Record]) -> bool {
        let (Some(area), Some(indicator)) = (
            self.columns(Role::Area).first(),
            self.columns(Role::Indicator).first(),
        ) else {
            return false;
        };
        let mut blocks: Vec<Vec<&str>> = Vec::new();
        for record in body.iter().filter(|record| !record.cell(*indicator).is_empty()) {
            if !record.cell(*area).is_empty() {
                blocks.push(Vec::new());
            }
            match blocks.last_mut() {
                Some(block) => block.push(record.cell(*indicator)),
                None => return false,
            }
        }
        let alike = blocks.iter().all(|block| *block == blocks[0]);
        let distinct = |block: &Vec<&str>| block.iter().collect::<HashSet<_>>().len() == block.len();
        area < indicator && blocks.len() > 1 && alike && blocks[0].len() > 1 && distinct(&blocks[0])
    }

    fn columns(&self, role: Role) -> &[usize] {
        self.keys
            .iter()
            .find(|(known, _)| *known == role)
            .map_or(&[], |(_, columns)| columns)
    }

    fn look_at_areas(&mut self, body: &[Record]) {
        let mut last = String::new();
        let areas = &self.lexicon.areas;
        let (mut others, mut parts) = (false, false);
        let mut see = |text: &str| {
            if text.is_empty()
                || Areas::is_all(text) && areas.known(text).is_none()
                || super::super::layout::is_remark(text)
            {
                return;
            }
            let id = match self
                .lexicon
                .said
                .get(Place::Cell, text)
                .map(|said| &said.about.area)
            {
                Some(Some(AreaSaid::One(area))) => Some(area.as_str()),
                _ => areas.known(text).map(|area| area.id.as_str()),
            };
            others |= id != Some(areas.own());
            parts |= id.is_some_and(|id| areas.is_part(id)) || id.is_none() && text.ends_with(['县', '区']);
        };
        for column in self.columns(Role::Area) {
            for record in body {
                let text = record.cell(*column);
                if text != last {
                    see(text);
                    text.clone_into(&mut last);
                }
            }
        }
        for column in &self.table.columns {
            if let Use::Values { about, .. } = &column.used
                && let Some(AreaSaid::One(area)) = &about.area
                // 全国 beside a column without an area is what that is compared with.
                && !areas.is_reference(area)
            {
                see(area);
            }
        }
        self.sections.areas().for_each(&mut see);
        (self.names_others, self.names_parts) = (others, parts);
    }

    /// Looks at a row without values: one that names an indicator heads the rows of its parts.
    pub fn look(&mut self, record: &Record) {
        for column in self.columns(Role::Indicator) {
            let meaning = self.lexicon.meaning(record.cell(*column));
            if !meaning.about.is_group() && !meaning.total && !record.cell(*column).is_empty() {
                self.parent = meaning.about.indicator.filter(|_| !meaning.unknown);
                return;
            }
        }
    }

    /// Reads a row.
    pub fn read(&mut self, record: &Record) -> Result<Row, Fault> {
        let mut row = Row {
            factor: 1.0,
            ..Row::default()
        };
        self.is_not_left_out(record)?;
        self.indicator(record, &mut row)?;
        self.area(record, &mut row)?;
        self.year(record, &mut row)?;
        self.group(record, &mut row)?;
        self.others(record, &mut row)?;
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

    /// The first of several columns that is understood, else the last with content: codes stand beside names.
    fn best<'r>(
        &self,
        record: &'r Record,
        role: Role,
        known: impl Fn(&str) -> bool,
    ) -> Option<(usize, &'r str)> {
        let cells = || {
            self.columns(role)
                .iter()
                .map(|column| (*column, record.cell(*column)))
        };
        let understood = cells().find(|(_, text)| !text.is_empty() && known(text));
        understood
            .or_else(|| cells().rfind(|(_, text)| !text.is_empty()))
            .or_else(|| cells().next())
    }

    /// The cell that names the smallest area, of several such as 省份, 城市, 县区; of a code and its name the one that
    /// is known.
    fn closest_area<'r>(&self, record: &'r Record) -> Option<(usize, &'r str)> {
        let areas = &self.lexicon.areas;
        let columns = self.columns(Role::Area);
        if let [only] = columns {
            return Some((*only, record.cell(*only)));
        }
        let cells = || columns.iter().map(|column| (*column, record.cell(*column)));
        let rank = |(column, text): (usize, &str)| {
            let known = areas.known(text).or_else(|| areas.known(label(text)?)).is_some();
            (self.level(column, known || areas.by_form(text).is_some()), known)
        };
        let filled = cells().filter(|(_, text)| !text.is_empty());
        filled.max_by_key(|cell| rank(*cell)).or_else(|| cells().next())
    }

    /// How small the areas of a column are by its title. A region is above countries, unless it holds parts of one.
    fn level(&self, column: usize, is_place: bool) -> i8 {
        const LEVELS: &[(i8, &[&str])] = &[
            (4, &["乡镇", "街道", "township"]),
            (3, &["区县", "县区", "县市", "县（区）", "county", "district"]),
            (2, &["城市", "地市", "市", "city", "prefecture"]),
            (1, &["省", "province", "state"]),
        ];
        let title = fold::half_width(self.table.title(column)).to_lowercase();
        let level = LEVELS
            .iter()
            .find(|(_, words)| words.iter().any(|word| title.contains(word)));
        match level {
            Some((level, _)) => *level,
            None if title.contains("region") && !is_place => -1,
            None => i8::from(title.contains("地区") && !title.contains("国家")),
        }
    }

    fn indicator(&mut self, record: &Record, row: &mut Row) -> Result<(), Fault> {
        let named = |text: &str| {
            let meaning = self.lexicon.meaning(text);
            meaning.about.indicator.is_some() && !meaning.unknown
        };
        let Some((column, text)) = self.best(record, Role::Indicator, named) else {
            return Ok(());
        };
        row.indicator_column = Some(column);
        let fault = |reason: Reason| Err(Fault::at(column, text, reason));
        if text.is_empty() {
            // Merged cells lose their text below the first row when they are saved as CSV.
            let (Some((above, column)), true) = (self.above.clone(), self.names_more(record)) else {
                return fault(Reason::NoIndicator);
            };
            return self.indicator_of(&above, column, row);
        }
        let named = self.indicator_of(text, column, row);
        if named.is_err() {
            self.above = None;
        } else if self.above.as_ref().is_none_or(|(above, _)| above != text) {
            self.above = Some((text.to_owned(), column));
        }
        named
    }

    /// Whether a row without an indicator says something else about its values.
    fn names_more(&self, record: &Record) -> bool {
        let others = self.keys.iter().filter(|(role, _)| *role != Role::Indicator);
        others
            .flat_map(|(_, columns)| columns)
            .any(|column| !record.cell(*column).is_empty())
    }

    fn indicator_of(&mut self, text: &str, column: usize, row: &mut Row) -> Result<(), Fault> {
        let meaning = self.lexicon.meaning(text);
        let fault = |reason: Reason| Err(Fault::at(column, text, reason));
        let mut about = meaning.about.clone();
        // 其中：农村, and 灵山县 below its indicator.
        let is_part = about.is_group() || meaning.total || about.area.is_some() && about.year.is_none();
        if about.indicator.is_none() && !meaning.unknown && is_part {
            about.indicator = self.parent;
        }
        let Some(at) = about.indicator.filter(|_| !meaning.unknown) else {
            self.parent = None;
            return fault(self.unknown_indicator(text));
        };
        let indicator = &self.lexicon.catalogue.indicators[at];
        self.parent = Some(at);
        if indicator.kind == Kind::Milestone {
            let name = indicator.name.clone();
            return fault(Reason::Milestone { name });
        }
        row.name_unit = meaning.unit.clone().map(|unit| (unit, column));
        row.about = about;
        Ok(())
    }

    /// Why a text names no indicator.
    fn unknown_indicator(&self, text: &str) -> Reason {
        Reason::UnknownIndicator {
            nearest: self.lexicon.nearest(text),
        }
    }

    fn area(&mut self, record: &Record, row: &mut Row) -> Result<(), Fault> {
        let Some((column, text)) = self.closest_area(record) else {
            return Ok(());
        };
        if !self.areas_nest {
            return self.area_of(text, column, row);
        }
        if !text.is_empty() {
            text.clone_into(&mut self.area_above);
        }
        self.area_of(&self.area_above, column, row)
    }

    fn area_of(&self, text: &str, column: usize, row: &mut Row) -> Result<(), Fault> {
        let fault = |reason: Reason| Err(Fault::at(column, text, reason));
        if text.contains(char::REPLACEMENT_CHARACTER) {
            return fault(Reason::LostCharacters);
        }
        let said = self.as_said(text).and_then(|said| said.about.area.clone());
        if text.is_empty() && said.is_none() {
            return if self.names_others {
                fault(Reason::NoArea)
            } else {
                Ok(())
            };
        }
        let areas = &self.lexicon.areas;
        let labelled = || areas.known(label(text)?);
        let said = match areas.known(text).or_else(labelled) {
            _ if said.is_some() => said.unwrap_or(AreaSaid::All),
            Some(area) => AreaSaid::One(area.id.clone()),
            None if Areas::is_all(text) => AreaSaid::All,
            None => AreaSaid::One(areas.of_cell(label(text).unwrap_or(text))),
        };
        row.about = merged(
            &row.about,
            &About {
                area: Some(said),
                ..About::default()
            },
            column,
            text,
        )?;
        Ok(())
    }

    fn year(&self, record: &Record, row: &mut Row) -> Result<(), Fault> {
        let Some((column, text)) = self.best(record, Role::Year, |text| period(text).is_ok()) else {
            return Ok(());
        };
        let meaning = self.lexicon.meaning(text);
        let year = match (period(text), meaning.about.year) {
            (Ok(year), _) => year,
            // A base value in a column of years is of the plan, and says twice when.
            (Err(_), Some(Ok(year))) if !meaning.unknown && meaning.about.figure != Some(Figure::Base) => {
                year
            }
            (Err(why), _) => return Err(Fault::at(column, text, no_year(why))),
        };
        let mut about = meaning.about.clone();
        about.year = Some(Ok(year));
        row.about = merged(&row.about, &about, column, text)?;
        Ok(())
    }

    fn group(&self, record: &Record, row: &mut Row) -> Result<(), Fault> {
        let mut about = About::default();
        if let Some((column, text)) = self.best(record, Role::Sex, |text| sex(text).is_ok()) {
            let said = self
                .as_said(text)
                .filter(|said| said.total || said.about.sex.is_some());
            let read = said
                .map_or_else(|| sex(text), |said| Ok(said.about.sex))
                .or_else(|unknown| label(text).map_or(Err(unknown), sex))
                .map_err(|_| Fault::at(column, text, Reason::UnknownSex))?;
            if read.is_some() && row.about.sex.is_some() && read != row.about.sex {
                return Err(Fault::at(column, text, Reason::SexConflict));
            }
            about.sex = read;
        }
        if let Some((column, text)) = self.best(record, Role::Residence, |text| residence(text).is_ok()) {
            let said = self
                .as_said(text)
                .filter(|said| said.total || said.about.residence.is_some());
            let read = said
                .map_or_else(|| residence(text), |said| Ok(said.about.residence))
                .or_else(|unknown| label(text).map_or(Err(unknown), residence))
                .map_err(|_| Fault::at(column, text, Reason::UnknownResidence))?;
            let said = About {
                residence: read,
                ..About::default()
            };
            merged(&row.about, &said, column, text)?;
            about.residence = read;
        }
        if let Some((column, text)) = self.best(record, Role::Age, |text| !text.is_empty()) {
            if text.contains(char::REPLACEMENT_CHARACTER) {
                return Err(Fault::at(column, text, Reason::LostCharacters));
            }
            if is_date(text) {
                return Err(Fault::at(column, text, Reason::NotAnAge));
            }
            about.age = Some(age(label(text).unwrap_or(text))).filter(|age| !age.is_empty());
        }
        let column = row.indicator_column.unwrap_or(self.table.first);
        row.about = merged(&row.about, &about, column, "")?;
        Ok(())
    }

    /// The unit, the source, the multiplier, and what may be groups.
    fn others(&self, record: &Record, row: &mut Row) -> Result<(), Fault> {
        for (at, column) in self.table.columns.iter().enumerate() {
            let column_at = self.table.first + at;
            let text = record.cell(column_at);
            match &column.used {
                Use::Key(Role::Unit) if !is_left_out(text) && row.unit.is_none() => {
                    let mut unit = Unit::new(text);
                    if let Some(label) = label(text).filter(|_| !is_known_unit(&unit)) {
                        unit = Unit::new(label);
                    }
                    row.unit = Some((unit, column_at));
                }
                Use::Key(Role::Source) => row.source_column = Some(column_at),
                Use::Key(Role::Multiplier) if !text.is_empty() => {
                    let power = power_of_ten(text);
                    let power = power.ok_or_else(|| Fault::at(column_at, text, Reason::NotANumber))?;
                    row.factor = 10f64.powi(power);
                }
                Use::Key(Role::Status) => match status(text) {
                    Some(Status::Break) => row.is_break = true,
                    Some(Status::Forecast) => {
                        let figure = Figure::Target;
                        return Err(Fault::at(column_at, text, Reason::NotMeasured { figure }));
                    }
                    None => {}
                },
                Use::Key(Role::PartOfYear) if !is_whole_year(text) => {
                    return Err(Fault::at(column_at, text, Reason::OtherPeriod));
                }
                Use::Key(Role::Figure) | Use::Said if !text.is_empty() => self.said(text, column_at, row)?,
                Use::Dimension { .. } => row.details.push((column_at, text.to_owned())),
                _ => {}
            }
        }
        Ok(())
    }

    /// A cell that says whatever it says.
    fn said(&self, text: &str, column: usize, row: &mut Row) -> Result<(), Fault> {
        let meaning = self.lexicon.meaning(text);
        if is_total(text)
            || meaning.total && meaning.about.is_empty()
            || meaning.role.is_some() && meaning.about.is_empty()
        {
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

/// What two texts about one value say together.
pub fn merged(about: &About, more: &About, column: usize, text: &str) -> Result<About, Fault> {
    about.clone().and(more).map_err(|contradiction| {
        let reason = match contradiction.0 {
            Role::Sex => Reason::SexConflict,
            role => Reason::Contradiction { role },
        };
        Fault::at(column, text, reason)
    })
}
