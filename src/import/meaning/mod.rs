//! What a text in a table means. Every text that stands over, beside or above a value says something: what was
//! measured, where, when, for whom, in which unit, what kind of figure, or which of these a column holds. A
//! [`Lexicon`] works that out once for each distinct text, whole or from its parts; what it cannot read wholly is
//! [`Meaning::unknown`], and then nothing is built on it.

mod areas;
mod composite;
mod counted;
mod figure;
mod group;
mod names;
mod part_of_year;
mod period;
mod role;
mod some;
mod taught;

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::catalogue::{Catalogue, Sex, Unit, Year};
use crate::observation::Residence;
use crate::tabular::fold;
use crate::tabular::year::NoYear;

pub use areas::{Areas, WHOLE_REGION, short_of};
pub use composite::adds_nothing;
pub use counted::Count;
pub use figure::Figure;
pub use group::{age, is_total, residence, sex};
pub use names::{Names, Nearest, is_chinese_numeral, is_known_unit, split_unit};
pub use part_of_year::{is_month, is_of_part_of_year, is_part_of_year, names_part_of_year};
pub use period::read as period;
pub use role::{Role, role};
pub use some::{heads_some, is_of_some, titles_some};
pub use taught::{Place, Taught};

/// What distinguishes a value from others. Areas and ages are names, or numbers of such.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct About<Name = String> {
    /// What was measured: position in the catalogue.
    pub indicator: Option<usize>,
    /// Where.
    pub area: Option<AreaSaid<Name>>,
    /// When; or why the period is no year.
    pub year: Option<Result<Year, NoYear>>,
    /// 性别
    pub sex: Option<Sex>,
    /// 城乡
    pub residence: Option<Residence>,
    /// 年龄
    pub age: Option<Name>,
    /// What kind of figure.
    pub figure: Option<Figure>,
    /// What it counts, where it is a count behind the indicator's value.
    pub count: Option<Count>,
}

/// An area as a table names it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AreaSaid<Name = String> {
    /// One by its id, or by the name that the table gives it where the catalogue does not know it.
    One(Name),
    /// All areas of the table together: 合计.
    All,
}

/// Two texts about one value contradict one another; in this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction(pub Role);

impl<Name> Default for About<Name> {
    fn default() -> Self {
        About {
            indicator: None,
            area: None,
            year: None,
            sex: None,
            residence: None,
            age: None,
            figure: None,
            count: None,
        }
    }
}

impl About {
    /// The same with numbers instead of names.
    pub fn numbered(
        &self,
        mut area: impl FnMut(&str) -> u32,
        mut age: impl FnMut(&str) -> u32,
    ) -> About<u32> {
        About {
            indicator: self.indicator,
            area: self.area.as_ref().map(|said| match said {
                AreaSaid::One(name) => AreaSaid::One(area(name)),
                AreaSaid::All => AreaSaid::All,
            }),
            year: self.year,
            sex: self.sex,
            residence: self.residence,
            age: self.age.as_deref().map(&mut age),
            figure: self.figure,
            count: self.count,
        }
    }
}

impl<Name: Clone + PartialEq> About<Name> {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == About::default()
    }

    /// Whether it says only which part of everyone is meant, not what was measured.
    pub fn is_group(&self) -> bool {
        let grouped = self.sex.is_some() || self.residence.is_some() || self.age.is_some();
        grouped && self.indicator.is_none() && self.area.is_none() && self.year.is_none()
    }

    /// Whether it says only what kind of figure is meant.
    pub fn is_figure(&self) -> bool {
        let kind = About {
            figure: self.figure,
            ..About::default()
        };
        self.figure.is_some() && *self == kind
    }

    /// The year, where it says that one and nothing else.
    pub fn year_alone(&self) -> Option<Year> {
        let alone = About {
            year: self.year,
            ..About::default()
        };
        self.year?.ok().filter(|_| *self == alone)
    }

    /// Adds what a text further away says, where this leaves it open. A kind of figure is not: a target is said
    /// beside its value.
    pub fn fill(&mut self, further: &About<Name>) {
        fn open<T: Clone>(own: &mut Option<T>, further: Option<&T>) {
            if own.is_none() {
                *own = further.cloned();
            }
        }
        // A rate below the heading of its deaths is a rate still.
        if self.indicator.is_none() {
            open(&mut self.count, further.count.as_ref());
        }
        open(&mut self.indicator, further.indicator.as_ref());
        open(&mut self.area, further.area.as_ref());
        open(&mut self.year, further.year.as_ref());
        open(&mut self.sex, further.sex.as_ref());
        open(&mut self.residence, further.residence.as_ref());
        open(&mut self.age, further.age.as_ref());
        open(&mut self.figure, further.figure.as_ref());
    }

    /// Adds what another text says about the same value.
    ///
    /// # Errors
    /// When the two cannot both be true.
    pub fn and(mut self, other: &About<Name>) -> Result<About<Name>, Contradiction> {
        fn both<T: Clone + PartialEq>(
            a: &mut Option<T>,
            b: Option<&T>,
            role: Role,
        ) -> Result<(), Contradiction> {
            match (a.as_ref(), b) {
                (Some(a), Some(b)) if a != b => return Err(Contradiction(role)),
                (None, Some(b)) => *a = Some(b.clone()),
                _ => {}
            }
            Ok(())
        }
        both(&mut self.indicator, other.indicator.as_ref(), Role::Indicator)?;
        both(&mut self.count, other.count.as_ref(), Role::Cases)?;
        both(&mut self.area, other.area.as_ref(), Role::Area)?;
        both(&mut self.year, other.year.as_ref(), Role::Year)?;
        both(&mut self.sex, other.sex.as_ref(), Role::Sex)?;
        both(&mut self.residence, other.residence.as_ref(), Role::Residence)?;
        both(&mut self.age, other.age.as_ref(), Role::Age)?;
        // A target of the year measured is a target still.
        self.figure = match (self.figure, other.figure) {
            (None | Some(Figure::Measured | Figure::Base), other) => other.or(self.figure),
            (own, _) => own,
        };
        Ok(self)
    }
}

/// What a text means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meaning {
    /// What a column under it holds.
    pub role: Option<Role>,
    /// What it says about values.
    pub about: About,
    /// The unit in it.
    pub unit: Option<Unit>,
    /// Whether it says that everyone, or everything, is meant.
    pub total: bool,
    /// Whether a part of it was not understood.
    pub unknown: bool,
    /// Whether a visitor said that what it stands over or beside is not to be taken.
    pub left_out: bool,
}

impl Meaning {
    /// Whether the whole text was understood, and says something.
    pub fn is_known(&self) -> bool {
        !self.unknown && (self.role.is_some() || self.total || self.unit.is_some() || !self.about.is_empty())
    }

    /// Adds the meaning of a text that stands with it. A contradiction makes both unknown.
    pub fn and(self, other: &Meaning) -> Meaning {
        let (about, contradicts) = match self.about.clone().and(&other.about) {
            Ok(about) => (about, false),
            Err(_) => (self.about, true),
        };
        Meaning {
            role: self.role.or(other.role),
            about,
            unit: other.unit.clone().or(self.unit),
            total: self.total || other.total,
            unknown: self.unknown || other.unknown || contradicts,
            left_out: self.left_out || other.left_out,
        }
    }
}

/// Everything that texts can mean, and what was worked out so far.
pub struct Lexicon<'c> {
    /// The catalogue whose words are known.
    pub catalogue: &'c Catalogue,
    /// Names of indicators.
    pub names: Names<'c>,
    /// Names of areas.
    pub areas: Areas<'c>,
    /// What a visitor said.
    pub said: Taught,
    known: RefCell<FxHashMap<String, Rc<Meaning>>>,
}

/// How many different texts are compared with every name of the catalogue.
const MOST_SUGGESTED: usize = 5000;

/// A longer text, in bytes, is a sentence.
const LONGEST: usize = 300;

impl<'c> Lexicon<'c> {
    /// The words of a catalogue.
    pub fn new(catalogue: &'c Catalogue) -> Self {
        Lexicon::taught(catalogue, Taught::default())
    }

    /// The words of a catalogue, and before them what a visitor said.
    pub fn taught(catalogue: &'c Catalogue, said: Taught) -> Self {
        Lexicon {
            catalogue,
            said,
            names: Names::new(catalogue),
            areas: Areas::new(catalogue),
            known: RefCell::default(),
        }
    }

    /// What a text means; the same text is worked out once.
    pub fn meaning(&self, text: &str) -> Rc<Meaning> {
        if let Some(known) = self.known.borrow().get(text) {
            return Rc::clone(known);
        }
        let said = Some(text)
            .filter(|text| !text.is_empty())
            .and_then(|text| self.as_said(Place::Cell, text));
        let meaning = Rc::new(said.unwrap_or_else(|| self.work_out(text)));
        self.known
            .borrow_mut()
            .insert(text.to_owned(), Rc::clone(&meaning));
        meaning
    }

    /// What a title of a column means: what a visitor said of it, else what the text means anywhere.
    pub fn title(&self, text: &str) -> Rc<Meaning> {
        match self.as_said(Place::Column, text) {
            Some(said) => Rc::new(said),
            None => self.meaning(text),
        }
    }

    /// Whether a visitor said what a title of a column means.
    pub fn is_said(&self, title: &str) -> bool {
        self.said.get(Place::Column, title).is_some()
    }

    /// What a visitor said of a text, with the unit in its brackets.
    fn as_said(&self, place: Place, text: &str) -> Option<Meaning> {
        let mut said = self.said.get(place, text)?.clone();
        said.unit = said.unit.or_else(|| split_unit(text).map(|(_, unit)| unit));
        Some(said)
    }

    /// The indicators that are rates of live births, by their position in the catalogue.
    pub fn of_births(&self) -> Vec<usize> {
        counted::of_births(&self.names)
    }

    /// The indicator that live births stand under: one for all rates that are of them.
    pub fn births_of(&self) -> Option<usize> {
        self.of_births().first().copied()
    }

    /// Up to three names of indicators that are most like a text; none for a file with very many unknown names,
    /// which is not about these plans.
    pub fn nearest(&self, text: &str) -> Vec<String> {
        if self.known.borrow().len() > MOST_SUGGESTED {
            return Vec::new();
        }
        self.names.nearest(text)
    }

    /// The same by their position in the catalogue, each with how alike the names are, from 0 to 1.
    pub fn likely(&self, text: &str) -> Vec<(usize, f64)> {
        if self.known.borrow().len() > MOST_SUGGESTED {
            return Vec::new();
        }
        self.names.likely(text)
    }

    fn work_out(&self, text: &str) -> Meaning {
        let text = fold::trim(text);
        if text.is_empty() {
            return Meaning::default();
        }
        if text.len() > LONGEST {
            return Meaning {
                unknown: true,
                ..Meaning::default()
            };
        }
        let known = self.whole(text).or_else(|| self.whole(label(text)?));
        let meaning = known.unwrap_or_else(|| composite::read(self, text));
        // （1）男 below its indicator is as good as 男.
        let numbered = || {
            let group = self.whole(names::without_lead(text)?)?;
            group.about.is_group().then_some(group)
        };
        match meaning.unknown {
            true => numbered().unwrap_or(meaning),
            false => meaning,
        }
    }

    /// What a text means as one word of the vocabulary; none where it is no such word.
    fn whole(&self, text: &str) -> Option<Meaning> {
        let mut meaning = self.word(text).unwrap_or_default();
        if let Some(role) = role(text) {
            // 城市 over areas, and beside 农村: what stands below or beside it decides.
            let group = meaning.about.is_group().then(|| meaning.about.clone());
            return Some(Meaning {
                role: Some(role),
                about: group.unwrap_or_default(),
                unit: split_unit(text)
                    .map(|(_, unit)| unit)
                    .or_else(|| role::portal_unit(text)),
                ..Meaning::default()
            });
        }
        if meaning == Meaning::default() {
            let unit = Unit::new(text.trim_matches(['(', ')', '（', '）']));
            meaning.unit = Some(unit).filter(is_known_unit);
        }
        if meaning == Meaning::default()
            && let Err(why @ (NoYear::OtherPeriod | NoYear::Implausible)) = period(text)
            && !text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        {
            meaning.about.year = Some(Err(why));
        }
        (meaning != Meaning::default()).then_some(meaning)
    }

    /// What a text says about values as one word: a year, a name, a kind of figure, a group.
    fn word(&self, text: &str) -> Option<Meaning> {
        let mut meaning = Meaning::default();
        if let Ok(year) = period(text) {
            meaning.about.year = Some(Ok(year));
        } else if let Some(named) = self.names.find(text) {
            meaning.about.indicator = Some(named.indicator);
            meaning.about.sex = named.sex;
            meaning.unit = named.unit;
        } else if let Some(counted) = counted::read(&self.names, text) {
            let is_of_one = counted.count == Count::Cases;
            meaning.about.indicator = Some(counted.indicator).filter(|_| is_of_one);
            meaning.about.count = Some(counted.count);
            meaning.unit = counted.unit;
        } else if let Some(area) = self.areas.known(text) {
            meaning.about.area = Some(AreaSaid::One(area.id.clone()));
        } else if let Some(area) = self.areas.in_short(text) {
            meaning.about.area = Some(AreaSaid::One(area));
        } else if let Some(figure) = Figure::from_word(text) {
            meaning.about.figure = Some(figure);
        } else if group::is_total(text) {
            meaning.total = true;
        } else if let Ok(Some(sex)) = sex(text) {
            meaning.about.sex = Some(sex);
        } else if let Ok(Some(residence)) = residence(text) {
            meaning.about.residence = Some(residence);
        } else if group::is_age(text) {
            meaning.about.age = Some(age(text)).filter(|age| !age.is_empty());
        } else {
            return None;
        }
        Some(meaning)
    }
}

/// The label behind a code, as SDMX writes cells: `CHN: China`.
pub fn label(text: &str) -> Option<&str> {
    let (code, label) = text.split_once(':')?;
    let is_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '+' | '@');
    (!code.is_empty() && code.chars().all(is_code)).then(|| fold::trim(label))
}
