//! Values that are understood one by one, before it is known whether they can all be true: two values of the same
//! thing differ because of a group that nobody knows, or contradict one another.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::catalogue::Year;
use crate::import::meaning::{About, short_of};
use crate::observation::Group;

use super::numbered::{Numbered, number};
use super::units::Units;

/// What a series of values is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Position of the indicator in the catalogue.
    pub indicator: u32,
    /// What is told of it.
    pub measure: Measure,
    /// Number of the area; see [`Candidates::areas`].
    pub area: u32,
    /// Number of the group; see [`Candidates::groups`].
    pub group: u32,
}

/// What a value is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// But for the year.
    pub subject: Subject,
    /// When.
    pub year: Year,
}

/// What a number tells of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Its value.
    Value,
    /// The number of cases behind its value.
    Cases,
    /// The number of live births that it is a rate of, which is no observation.
    Births,
}

/// What a value mostly has in common with the one read before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    /// What it is about.
    pub subject: Subject,
    /// Number of its source; see [`Candidates::texts`].
    pub source: u32,
    /// Number of its table in the file.
    pub table: u32,
    /// Number of what the columns say that may be groups; see [`Candidates::details`].
    pub details: u32,
    /// Whether it cannot be compared with those before it.
    pub is_break: bool,
    /// Whether its row or column is hidden.
    pub hidden: bool,
    /// Whether it is a count by its own name, which stands where values do: a rate may be computed from it.
    pub is_count: bool,
}

/// A value that may become an observation. Files have millions, so each holds only what is its own.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Place of what it shares with others; see [`Candidates::shared`].
    pub shared: u32,
    /// When.
    pub year: Year,
    /// The value in the indicator's unit.
    pub value: f64,
    /// Its line, from 1.
    pub line: u32,
    /// Its column, from 0.
    pub column: u32,
}

/// What columns that may hold groups say in one row: column and number of the text.
pub type Details = Vec<(u32, u32)>;

/// Why a candidate is no observation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// It is of a group that nobody knows: the column that says so, and the text there.
    UnknownGroup {
        /// The column.
        column: u32,
    },
    /// Another candidate says otherwise: its position.
    Conflict(u32),
    /// A visible row says the same or otherwise.
    Hidden,
    /// It is a fraction where percents are wanted.
    Fraction,
    /// A visitor said that it is not to be taken, or only what is sure.
    LeftOut,
    /// It is a count, and what a rate needs beside it is missing.
    CountAlone,
}

/// Every candidate of a file, with the texts that they share.
#[derive(Default)]
pub struct Candidates {
    /// In the order of the file.
    pub all: Vec<Candidate>,
    /// What candidates share that were read one after the other, in the order of the file.
    shared: Vec<Shared>,
    /// Names of areas.
    pub areas: Numbered<String>,
    /// Ages; the group of all ages has none.
    ages: Numbered<String>,
    /// Groups of people.
    pub groups: Numbered<Group>,
    /// The number of each group by sex, residence and age.
    group_of: FxHashMap<(u8, u8, u32), u32>,
    /// Units of measure.
    pub units: Units,
    /// Sources, and texts that may name groups.
    pub texts: Numbered<String>,
    /// What columns that may hold groups say.
    pub details: Numbered<Details>,
    /// Columns of tables that hold groups for sure.
    pub dimensions: BTreeSet<(u32, u32)>,
}

impl Candidates {
    /// Adds a value of a year, which stands on a line and in a column, from 0.
    pub fn push(&mut self, shared: Shared, year: Year, value: f64, (line, column): (u32, u32)) {
        if self.shared.last() != Some(&shared) {
            self.shared.push(shared);
        }
        self.all.push(Candidate {
            shared: self.shared.len() as u32 - 1,
            year,
            value,
            line,
            column,
        });
    }

    /// The candidate of a number, which is its place among all.
    pub fn at(&self, number: u32) -> &Candidate {
        &self.all[number as usize]
    }

    /// What a candidate shares with others.
    pub fn shared(&self, of: &Candidate) -> &Shared {
        &self.shared[of.shared as usize]
    }

    /// What a candidate is about.
    pub fn key(&self, of: &Candidate) -> Key {
        Key {
            subject: self.shared(of).subject,
            year: of.year,
        }
    }

    /// Whether some are counts that rates may be computed from.
    pub fn has_counts(&self) -> bool {
        let counts = |it: &Shared| it.is_count || it.subject.measure == Measure::Births;
        self.shared.iter().any(counts)
    }

    /// The number of a text.
    pub fn text(&mut self, text: &str) -> u32 {
        number(&mut self.texts, text)
    }

    /// The number of an area.
    pub fn area(&mut self, area: &str) -> u32 {
        number(&mut self.areas, area)
    }

    /// The number of an age.
    pub fn age(&mut self, age: &str) -> u32 {
        number(&mut self.ages, age)
    }

    /// What is said of a value, in numbers.
    pub fn numbered(&mut self, about: &About) -> About<u32> {
        let (areas, ages) = (&mut self.areas, &mut self.ages);
        about.numbered(|area| number(areas, area), |age| number(ages, age))
    }

    /// The number of the group that a value is about.
    pub fn group(&mut self, about: &About<u32>) -> u32 {
        let sex = about.sex.map_or(0, |sex| 1 + sex as u8);
        let residence = about.residence.map_or(0, |residence| 1 + residence as u8);
        let age = about.age.map_or(0, |age| 1 + age);
        if let Some(known) = self.group_of.get(&(sex, residence, age)) {
            return *known;
        }
        let group = Group {
            sex: about.sex,
            residence: about.residence,
            age: about
                .age
                .map_or_else(String::new, |age| self.ages[age as usize].clone()),
        };
        let number = self.groups.insert_full(group).0 as u32;
        self.group_of.insert((sex, residence, age), number);
        number
    }

    /// The number of what columns that may hold groups say.
    pub fn details(&mut self, details: &[(u32, u32)]) -> u32 {
        number(&mut self.details, details)
    }

    /// Brings together the areas that the file names now in full and now in short, 合浦县 and 合浦, unless the short name
    /// is known for an area of its own.
    pub fn unite_areas(&mut self, is_known: impl Fn(&str) -> bool) {
        let areas = &self.areas;
        // 朝阳市 and 朝阳区 beside 朝阳: it may be either.
        let mut full: FxHashMap<usize, Option<u32>> = FxHashMap::default();
        for (at, area) in areas.iter().enumerate() {
            let short = short_of(area).and_then(|short| areas.get_index_of(short));
            if let Some(short) = short.filter(|short| !is_known(&areas[*short])) {
                full.entry(short)
                    .and_modify(|one| *one = None)
                    .or_insert(Some(at as u32));
            }
        }
        if full.is_empty() {
            return;
        }
        for Shared { subject, .. } in &mut self.shared {
            if let Some(Some(one)) = full.get(&(subject.area as usize)) {
                subject.area = *one;
            }
        }
    }

    /// Decides about each candidate; `is_total` knows the words for everyone.
    pub fn settle(&mut self, is_total: impl Fn(&str) -> bool) -> Vec<Option<Refusal>> {
        let repeated = self.repeated();
        self.find_dimensions(&repeated);
        let mut refusals: Vec<Option<Refusal>> = vec![None; self.all.len()];
        if !self.dimensions.is_empty() {
            let unknown = |shared| self.unknown_group(shared, &is_total);
            let unknown: Vec<Option<Refusal>> = self.shared.iter().map(unknown).collect();
            for (refusal, candidate) in refusals.iter_mut().zip(&self.all) {
                *refusal = unknown[candidate.shared as usize];
            }
        }
        for same in &repeated {
            self.settle_same(same, &mut refusals);
        }
        refusals
    }

    /// The positions of the candidates that are about one thing with others, thing by thing.
    fn repeated(&self) -> Vec<Vec<usize>> {
        // Most files have each thing once, in the order of series and years.
        if self.things().is_sorted_by(|a, b| a < b) {
            return Vec::new();
        }
        let mut order: Vec<(u64, u32)> = self.things().zip(0..).collect();
        order.sort_unstable();
        let same = order.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1);
        same.map(|same| same.iter().map(|(_, at)| *at as usize).collect())
            .collect()
    }

    /// What each candidate is about, as one number: its series in order of appearance, and in it the year.
    fn things(&self) -> impl Iterator<Item = u64> {
        let mut series: FxHashMap<Subject, u64> = FxHashMap::default();
        let number = |shared: &Shared| {
            let next = series.len() as u64;
            *series.entry(shared.subject).or_insert(next)
        };
        let numbers: Vec<u64> = self.shared.iter().map(number).collect();
        // Years are of four digits, so they keep their order as they are.
        let thing = move |it: &Candidate| numbers[it.shared as usize] << 32 | u64::from(it.year as u32);
        self.all.iter().map(thing)
    }

    /// A column in which rows differ that are the same otherwise, and have other values, holds groups.
    fn find_dimensions(&mut self, repeated: &[Vec<usize>]) {
        let mut found = Vec::new();
        for same in repeated {
            let of = |at: usize| (self.shared(&self.all[at]), self.all[at].value);
            let (first, value) = of(same[0]);
            for (other, other_value) in same[1..].iter().map(|at| of(*at)) {
                if other.table != first.table || other.details == first.details || equal(other_value, value) {
                    continue;
                }
                let (a, b) = (
                    &self.details[first.details as usize],
                    &self.details[other.details as usize],
                );
                let differ = a.iter().zip(b).filter(|(a, b)| a.1 != b.1);
                found.extend(differ.map(|(a, _)| (first.table, a.0)));
            }
        }
        self.dimensions.extend(found);
    }

    fn unknown_group(&self, shared: &Shared, is_total: &impl Fn(&str) -> bool) -> Option<Refusal> {
        let details = self.details.get_index(shared.details as usize)?;
        details.iter().find_map(|(column, text)| {
            let text = &self.texts[*text as usize];
            let refused =
                self.dimensions.contains(&(shared.table, *column)) && !text.is_empty() && !is_total(text);
            refused.then_some(Refusal::UnknownGroup { column: *column })
        })
    }

    /// Of several that are left about one thing, those that can be seen count, and only where they agree.
    fn settle_same(&self, same: &[usize], refusals: &mut [Option<Refusal>]) {
        let mut left: Vec<usize> = same
            .iter()
            .copied()
            .filter(|at| refusals[*at].is_none())
            .collect();
        if left.len() < 2 {
            return;
        }
        let is_hidden = |at: &usize| self.shared(&self.all[*at]).hidden;
        if !left.iter().all(is_hidden) {
            for at in left.extract_if(.., |at| is_hidden(at)) {
                refusals[at] = Some(Refusal::Hidden);
            }
        }
        let Some(first) = left.first().copied() else {
            return;
        };
        let other = left
            .iter()
            .copied()
            .find(|at| !equal(self.all[*at].value, self.all[first].value));
        let Some(other) = other else {
            return;
        };
        for at in left {
            let against = if equal(self.all[at].value, self.all[first].value) {
                other
            } else {
                first
            };
            refusals[at] = Some(Refusal::Conflict(against as u32));
        }
    }
}

/// Equal but for what a unit's conversion may blur.
fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}
