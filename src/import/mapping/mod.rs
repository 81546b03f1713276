//! What a visitor said that texts mean, for files of one shape: asked before the vocabulary is, remembered for the next
//! file of that shape, and carried to others as a small file ([`file`]). It never reaches a file of another shape.

mod file;
mod question;
mod shape;
mod words;

pub use file::{MappingError, Wrong};
pub use question::{Holds, Mapped, Proposal, Question, Seen, SeenColumn, Why};
pub use shape::Shape;

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

pub use super::meaning::Place;
use super::meaning::{About, AreaSaid, Lexicon, Meaning, Role, Taught};
use crate::catalogue::{Catalogue, Sex, Year};
use crate::observation::{Group, Observation, Residence};

/// What a text means, as a visitor said it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// What it stands over or beside is not to be taken.
    Ignore,
    /// It says that everyone is meant.
    Total,
    /// The column under it holds that.
    Column(Role),
    /// It says that about values.
    Says(Says),
}

/// What a text says about values; what is none or empty it leaves open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    /// The id of an indicator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// An area: its id, or its name where the catalogue does not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// A year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// 性别
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// 城乡
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residence: Option<Residence>,
    /// 年龄
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<String>,
}

impl Answer {
    /// That an indicator is meant.
    pub fn indicator(id: impl Into<String>) -> Answer {
        Answer::Says(Says {
            indicator: Some(id.into()),
            ..Says::default()
        })
    }

    /// That an area is meant.
    pub fn area(id: impl Into<String>) -> Answer {
        Answer::Says(Says {
            area: Some(id.into()),
            ..Says::default()
        })
    }

    /// That women or men are meant.
    pub fn sex(sex: Sex) -> Answer {
        Answer::Says(Says {
            sex: Some(sex),
            ..Says::default()
        })
    }

    /// That town or country is meant.
    pub fn residence(residence: Residence) -> Answer {
        Answer::Says(Says {
            residence: Some(residence),
            ..Says::default()
        })
    }
}

/// What was said of one value, which may be doubted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaidOfValue {
    /// The id of its indicator.
    pub indicator: String,
    /// Its area.
    pub area: String,
    /// Its year.
    pub year: Year,
    /// Whom it is about.
    #[serde(default)]
    pub group: Group,
    /// The value in the indicator's unit: another one in the same place is asked about anew.
    pub value: f64,
    /// Whether it is right as it stands; else it is not taken.
    pub right: bool,
}

impl SaidOfValue {
    /// What the value is about, as [`Observation::about`] has it.
    fn about(&self) -> (&str, &str, Year, &Group) {
        (&self.indicator, &self.area, self.year, &self.group)
    }

    /// Whether it is about the same value as another.
    pub fn is_same(&self, other: &SaidOfValue) -> bool {
        self.about() == other.about() && self.value == other.value
    }

    /// Whether it was said of that value.
    pub fn is_of(&self, value: &Observation<'_>) -> bool {
        self.about() == value.about() && (self.value - value.value).abs() <= 1e-9 * value.value.abs()
    }
}

/// What was said for files of one shape.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The shape.
    pub headers: Shape,
    /// What columns hold.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, Answer>,
    /// What cells say.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<String, Answer>,
    /// What the names of files say of everything in them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, Answer>,
    /// What was said of single values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<SaidOfValue>,
    /// Whether what is still in doubt is left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_sure: bool,
}

impl Mapping {
    /// Nothing said yet about that shape.
    pub fn of(shape: Shape) -> Mapping {
        Mapping {
            headers: shape,
            ..Mapping::default()
        }
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.answers().next().is_none() && self.values.is_empty() && !self.only_sure
    }

    /// Number of things said.
    pub fn len(&self) -> usize {
        self.answers().count() + self.values.len() + usize::from(self.only_sure)
    }

    /// Every text with its place and what was said of it.
    pub fn answers(&self) -> impl Iterator<Item = (Place, &str, &Answer)> {
        [Place::Column, Place::Cell, Place::File]
            .into_iter()
            .flat_map(|place| {
                let texts = self.texts(place).iter();
                texts.map(move |(text, answer)| (place, text.as_str(), answer))
            })
    }

    /// What was said of a text.
    pub fn answer(&self, place: Place, text: &str) -> Option<&Answer> {
        self.texts(place).get(text)
    }

    /// Says what a text means, or nothing more of it.
    pub fn set(&mut self, place: Place, text: &str, answer: Option<Answer>) {
        let texts = match place {
            Place::Column => &mut self.columns,
            Place::Cell => &mut self.cells,
            Place::File => &mut self.files,
        };
        match answer {
            Some(answer) => texts.insert(text.to_owned(), answer),
            None => texts.remove(text),
        };
    }

    /// Says of a value whether it is right, or nothing more of it.
    pub fn judge(&mut self, said: SaidOfValue, still: bool) {
        self.values.retain(|known| known.about() != said.about());
        if still {
            self.values.push(said);
        }
    }

    /// What was said of a value: whether it is right.
    pub fn verdict(&self, value: &Observation<'_>) -> Option<bool> {
        let said = self.values.iter().find(|said| said.is_of(value))?;
        Some(said.right)
    }

    /// What was said of the texts that were met.
    pub(super) fn met(&self, texts: &[(Place, String)]) -> Vec<Mapped> {
        let met = texts.iter().filter_map(|(place, text)| {
            Some(Mapped {
                place: *place,
                text: text.clone(),
                answer: self.answer(*place, text)?.clone(),
            })
        });
        met.collect()
    }

    fn texts(&self, place: Place) -> &BTreeMap<String, Answer> {
        match place {
            Place::Column => &self.columns,
            Place::Cell => &self.cells,
            Place::File => &self.files,
        }
    }

    /// The words of a catalogue, with what was said before them. What names an indicator that the catalogue does not
    /// have says nothing.
    pub(super) fn lexicon<'c>(&self, catalogue: &'c Catalogue) -> Lexicon<'c> {
        let said = self.answers();
        let taught =
            said.filter_map(|(place, text, answer)| Some((place, text, meaning(answer, catalogue)?)));
        Lexicon::taught(catalogue, Taught::new(taught))
    }
}

/// What an answer means; none where it names an indicator that nobody knows.
fn meaning(answer: &Answer, catalogue: &Catalogue) -> Option<Meaning> {
    let mut meaning = Meaning::default();
    match answer {
        Answer::Ignore => meaning.left_out = true,
        Answer::Total => meaning.total = true,
        Answer::Column(role) => meaning.role = Some(*role),
        Answer::Says(says) => {
            let known = |id: &String| catalogue.indicators.iter().position(|it| it.id == *id);
            let indicator = match &says.indicator {
                Some(id) => Some(known(id)?),
                None => None,
            };
            meaning.about = About {
                indicator,
                area: says.area.clone().map(AreaSaid::One),
                year: says.year.map(Ok),
                sex: says.sex,
                residence: says.residence,
                age: says.age.clone(),
                figure: None,
                count: None,
            };
        }
    }
    Some(meaning)
}

/// What was said for several shapes: everything that is remembered, or a file of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mappings(pub Vec<Mapping>);

impl Mappings {
    /// What was said for files of a shape.
    pub fn get(&self, shape: &Shape) -> Option<&Mapping> {
        self.0
            .iter()
            .find(|mapping| mapping.headers == *shape && !shape.is_empty())
    }

    /// Remembers what was said for a shape, in place of what was; nothing where nothing is left.
    pub fn remember(&mut self, mapping: Mapping) {
        self.0.retain(|known| known.headers != mapping.headers);
        if !mapping.is_empty() {
            self.0.push(mapping);
        }
    }

    /// Adds what a file says, which counts more than what was said before of the same texts.
    pub fn add(&mut self, others: Mappings) {
        for other in others.0 {
            let mut mapping = self.get(&other.headers).cloned().unwrap_or_default();
            mapping.headers = other.headers;
            mapping.columns.extend(other.columns);
            mapping.cells.extend(other.cells);
            mapping.files.extend(other.files);
            other
                .values
                .into_iter()
                .for_each(|said| mapping.judge(said, true));
            mapping.only_sure |= other.only_sure;
            self.remember(mapping);
        }
    }
}
