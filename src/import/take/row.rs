//! What one record says apart from its values: the indicator, the area, the group, the unit. Every text is
//! matched once and remembered, since files repeat the same few thousands of times.

use std::collections::HashMap;
use std::rc::Rc;

use crate::catalogue::{Catalogue, Indicator, Kind, Unit, Year};
use crate::import::areas::Areas;
use crate::import::group;
use crate::import::layout::{Context, Role, Shape};
use crate::import::names::{Named, Names};
use crate::import::report::{Reason, Rejection};
use crate::observation::Group;
use crate::tabular::Record;
use crate::tabular::fold;
use crate::tabular::year::{self, NoYear};

use super::Fault;
use super::numbered::Numbered;
use super::seen::Key;
use super::value::factor;

/// A record without its values.
pub struct Row<'a> {
    /// What was measured.
    pub indicator: &'a Indicator,
    /// Where; see [`Rows::area`].
    pub area: u32,
    /// For whom; see [`Rows::group`].
    pub group: u32,
    /// When, where the record itself says so.
    pub year: Option<Year>,
    /// The unit that the record itself gives.
    pub unit: Option<Rc<Unit>>,
}

impl<'a> Row<'a> {
    /// What its value of a year is about, or the number of cases behind that.
    pub fn key(&self, year: Year, cases: bool) -> Key<'a> {
        Key {
            indicator: &self.indicator.id,
            cases,
            area: self.area,
            group: self.group,
            year,
        }
    }
}

/// How many different texts of an indicator column are compared with every name of the catalogue.
const MOST_SUGGESTED: usize = 5000;

/// What a text in the indicator column stands for.
type Match = Result<Named, Reason>;

/// Reads records, and numbers the areas and groups that it meets.
pub struct Rows<'a> {
    catalogue: &'a Catalogue,
    names: &'a Names<'a>,
    known_areas: &'a Areas<'a>,
    matches: HashMap<String, Rc<Match>>,
    units: HashMap<String, Rc<Unit>>,
    areas: Numbered<String>,
    area_of: HashMap<String, u32>,
    groups: Numbered<Group>,
    /// The indicator of a table without a column for it, or what is wrong with the one that it claims.
    named: Result<Named, Nameless>,
}

/// Why a table has no indicator of its own.
#[derive(Clone)]
struct Nameless {
    /// The line that claims to name it, and what stands there.
    claim: Option<(u32, String)>,
    reason: Reason,
}

impl<'a> Rows<'a> {
    /// Prepares to read records.
    pub fn new(catalogue: &'a Catalogue, names: &'a Names<'a>, areas: &'a Areas<'a>) -> Self {
        Rows {
            catalogue,
            names,
            known_areas: areas,
            matches: HashMap::new(),
            units: HashMap::new(),
            areas: Numbered::default(),
            area_of: HashMap::new(),
            groups: Numbered::default(),
            named: Err(Nameless {
                claim: None,
                reason: Reason::NamelessTable,
            }),
        }
    }

    /// Takes the indicator that a table's surroundings name.
    pub fn name_by(&mut self, context: &Context) {
        let mut nameless = None;
        for (text, line) in &context.indicator {
            match &*self.matched(text) {
                Ok(named) => return self.named = Ok(named.clone()),
                // A file's name is no claim to be an indicator; a line above the table is.
                Err(reason) if *line > 0 && nameless.is_none() => {
                    nameless = Some(Nameless {
                        claim: Some((*line, text.clone())),
                        reason: reason.clone(),
                    });
                }
                Err(_) => {}
            }
        }
        self.named = Err(nameless.unwrap_or(Nameless {
            claim: None,
            reason: Reason::NamelessTable,
        }));
    }

    /// The rejection of a table that does not say what it measures.
    pub fn nameless(&self, shape: &Shape) -> Option<Rejection> {
        let Nameless { claim, reason } = self.named.as_ref().err()?;
        let (line, cell) = claim.clone().unwrap_or((shape.line, String::new()));
        Some(Rejection {
            cell,
            ..Rejection::at(line, reason.clone())
        })
    }

    /// The area with that number.
    pub fn area(&self, number: u32) -> &str {
        self.areas.get(number)
    }

    /// The group with that number.
    pub fn group(&self, number: u32) -> &Group {
        self.groups.get(number)
    }

    /// Reads a record apart from its values.
    pub fn read(&mut self, record: &Record, shape: &Shape) -> Result<Row<'a>, Fault> {
        let read = Fields { record, shape };
        let named = match shape.column(Role::Indicator) {
            Some(_) => {
                let text = read.text(Role::Indicator);
                let matched = self.matched(text);
                (*matched)
                    .clone()
                    .map_err(|reason| read.fault(Role::Indicator, reason))?
            }
            None => self
                .named
                .clone()
                .map_err(|nameless| read.fault(Role::Indicator, nameless.reason))?,
        };
        let indicator = &self.catalogue.indicators[named.indicator];
        let year = shape.column(Role::Year).map(|_| self::year(&read)).transpose()?;
        let group = self.groups.number(self::group(&read, &named)?);
        // These take any text: half a name would be another area, and half an age another group.
        let is_damaged = |role: &Role| read.text(*role).contains(char::REPLACEMENT_CHARACTER);
        if let Some(role) = [Role::Area, Role::Age].into_iter().find(is_damaged) {
            return Err(read.fault(role, Reason::LostCharacters));
        }
        let area = self.area_number(read.text(Role::Area));
        let unit = self.unit(&read, &named);
        if let Some((unit, role)) = &unit
            && factor(unit, indicator).is_none()
        {
            return Err(read.fault(*role, Reason::unit_mismatch(unit, &indicator.unit)));
        }
        Ok(Row {
            indicator,
            area,
            group,
            year,
            unit: unit.map(|(unit, _)| unit),
        })
    }

    fn matched(&mut self, text: &str) -> Rc<Match> {
        if let Some(known) = self.matches.get(text) {
            return Rc::clone(known);
        }
        let matched = match self.names.find(text) {
            Some(named) => {
                let indicator = &self.catalogue.indicators[named.indicator];
                match indicator.kind {
                    Kind::Milestone => Err(Reason::Milestone {
                        name: indicator.name.clone(),
                    }),
                    _ => Ok(named),
                }
            }
            None if text.is_empty() => Err(Reason::NoIndicator),
            // A file with so many unknown names is not about these plans.
            None if self.matches.len() > MOST_SUGGESTED => {
                Err(Reason::UnknownIndicator { nearest: Vec::new() })
            }
            None => Err(Reason::UnknownIndicator {
                nearest: self.names.nearest(text),
            }),
        };
        let matched = Rc::new(matched);
        self.matches.insert(text.to_owned(), Rc::clone(&matched));
        matched
    }

    fn area_number(&mut self, text: &str) -> u32 {
        if let Some(known) = self.area_of.get(text) {
            return *known;
        }
        let number = self.areas.number(self.known_areas.find(text));
        self.area_of.insert(text.to_owned(), number);
        number
    }

    /// The unit column comes before the brackets of the name.
    fn unit(&mut self, read: &Fields<'_>, named: &Named) -> Option<(Rc<Unit>, Role)> {
        let text = read.text(Role::Unit);
        if !is_left_out(text) {
            if !self.units.contains_key(text) {
                self.units.insert(text.to_owned(), Rc::new(Unit::new(text)));
            }
            return self.units.get(text).map(|unit| (Rc::clone(unit), Role::Unit));
        }
        named.unit.clone().map(|unit| (Rc::new(unit), Role::Indicator))
    }
}

/// A record seen through its shape.
struct Fields<'r> {
    record: &'r Record,
    shape: &'r Shape,
}

impl<'r> Fields<'r> {
    fn text(&self, role: Role) -> &'r str {
        self.shape
            .column(role)
            .map_or("", |column| self.record.cell(column))
    }

    fn fault(&self, role: Role, reason: Reason) -> Fault {
        Fault {
            column: self.shape.column(role),
            cell: self.text(role).to_owned(),
            reason,
        }
    }
}

fn year(read: &Fields<'_>) -> Result<Year, Fault> {
    year::read(read.text(Role::Year)).map_err(|why| {
        let reason = match why {
            NoYear::Blank => Reason::NoYear,
            NoYear::OtherPeriod => Reason::OtherPeriod,
            NoYear::Implausible => Reason::ImplausibleYear,
            NoYear::NotAYear => Reason::NotAYear,
        };
        read.fault(Role::Year, reason)
    })
}

fn group(read: &Fields<'_>, named: &Named) -> Result<Group, Fault> {
    let sex = group::sex(read.text(Role::Sex));
    let sex = sex.map_err(|_| read.fault(Role::Sex, Reason::UnknownSex))?;
    let residence = group::residence(read.text(Role::Residence));
    let residence = residence.map_err(|_| read.fault(Role::Residence, Reason::UnknownResidence))?;
    if sex.is_some() && named.sex.is_some() && sex != named.sex {
        return Err(read.fault(Role::Sex, Reason::SexConflict));
    }
    Ok(Group {
        sex: sex.or(named.sex),
        residence,
        age: group::age(read.text(Role::Age)),
    })
}

fn is_left_out(text: &str) -> bool {
    text.chars().all(|c| fold::is_dash(c) || c == '/')
}
