//! The figures behind a headline, told apart by sex, residence, age or area and judged by the same target. They
//! stand beside the headline and never enter it.

use strum::{EnumCount, EnumString, IntoStaticStr};

use crate::catalogue::Catalogue;
use crate::observation::{Collection, Group, SeriesKey};

use super::super::{Assessment, Status};
use super::ask::Context;
use super::{Basis, Board, Judged};

/// 分组: what tells the series of one indicator apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Disaggregation {
    /// 性别
    Sex,
    /// 城乡
    Residence,
    /// 年龄
    Age,
    /// 地区: the parts of the area.
    Area,
}

impl Disaggregation {
    /// Every one, in the order in which a goal's page offers them.
    pub const ALL: [Disaggregation; Disaggregation::COUNT] = [
        Disaggregation::Sex,
        Disaggregation::Residence,
        Disaggregation::Age,
        Disaggregation::Area,
    ];

    /// Its word in addresses.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// The one of that word.
    pub fn from_slug(slug: &str) -> Option<Disaggregation> {
        slug.parse().ok()
    }

    /// Whether a group of people is stated by it.
    fn is_stated_in(self, group: &Group) -> bool {
        match self {
            Disaggregation::Sex => group.sex.is_some(),
            Disaggregation::Residence => group.residence.is_some(),
            Disaggregation::Age => !group.age.is_empty(),
            Disaggregation::Area => false,
        }
    }
}

/// The series of one indicator that differ by one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Disaggregated {
    /// What tells them apart.
    pub by: Disaggregation,
    /// At least two: the figure for everyone first where there is one, then the rest in the collection's order.
    pub members: Vec<Member>,
}

/// One series, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// What it is about.
    pub key: SeriesKey,
    /// Its verdict.
    pub assessment: Assessment,
    /// Whether it is the item's headline.
    pub is_headline: bool,
}

impl Disaggregated {
    /// The one with the worst measured status, of several the one furthest behind; the headline is none of them.
    pub fn worst(&self) -> Option<&Member> {
        worst(self.named()).map(|(_, member)| member)
    }

    fn named(&self) -> impl Iterator<Item = (Disaggregation, &Member)> {
        self.members.iter().map(|member| (self.by, member))
    }
}

/// The worst of all that an item is told apart by, and by what; none where nothing beside the headline is measured.
pub fn worst_of_all(all: &[Disaggregated]) -> Option<(Disaggregation, &Member)> {
    worst(all.iter().flat_map(Disaggregated::named))
}

/// Of the measured ones in the worst band, the one furthest behind.
fn worst<'a>(
    members: impl Iterator<Item = (Disaggregation, &'a Member)>,
) -> Option<(Disaggregation, &'a Member)> {
    let others: Vec<_> = members.filter(|(_, member)| !member.is_headline).collect();
    let status = Status::headline(others.iter().map(|(_, member)| member.assessment.status()))
        .filter(|status| status.is_measured())?;
    let in_band = others
        .into_iter()
        .filter(|(_, member)| member.assessment.status() == status);
    in_band.min_by(|(_, a), (_, b)| a.assessment.progress().total_cmp(&b.assessment.progress()))
}

impl Board {
    /// An item of this board told apart in every way that the figures allow, in the order of
    /// [`Disaggregation::ALL`].
    pub fn disaggregated(
        &self,
        item: &Judged,
        catalogue: &Catalogue,
        collection: &Collection,
    ) -> Vec<Disaggregated> {
        let here = series_here(item);
        let (area, cutoffs) = (&self.area, &self.cutoffs);
        let context = Context::new(catalogue, collection, area, self.as_of, cutoffs);
        let areas = areas(&context, item);
        let members = |by: Disaggregation| match by {
            Disaggregation::Area if areas.is_empty() => Vec::new(),
            Disaggregation::Area => {
                let total = || here.iter().find(|member| member.key.group.is_total());
                let whole = here.iter().find(|member| member.is_headline).or_else(total);
                whole.into_iter().chain(&areas).cloned().collect()
            }
            by if here.iter().any(|member| by.is_stated_in(&member.key.group)) => {
                let told =
                    |member: &&Member| member.key.group.is_total() || by.is_stated_in(&member.key.group);
                let mut members: Vec<Member> = here.iter().filter(told).cloned().collect();
                members.sort_by_key(|member| !member.key.group.is_total());
                members
            }
            _ => Vec::new(),
        };
        let told = Disaggregation::ALL.map(|by| Disaggregated {
            by,
            members: members(by),
        });
        told.into_iter().filter(|told| told.members.len() >= 2).collect()
    }
}

/// The headline, where a series is it, and every other series of the area.
fn series_here(item: &Judged) -> Vec<Member> {
    let headline = item.basis.key().map(|key| Member {
        key: key.clone(),
        assessment: item.assessment.clone(),
        is_headline: true,
    });
    let others = item.groups.iter().map(|group| Member {
        key: group.key.clone(),
        assessment: group.assessment.clone(),
        is_headline: false,
    });
    headline.into_iter().chain(others).collect()
}

/// The parts of the area. Where each of them has to meet the target, those without a figure stand there, too.
fn areas(context: &Context<'_>, item: &Judged) -> Vec<Member> {
    let (indicator, sex) = (&*item.indicator, item.basis.group().sex);
    let of_part = |area: &&str| {
        let judged = item.parts.iter().find(|part| part.area == **area);
        let basis = context.basis(indicator, area, sex);
        let key = match &basis {
            Basis::Series(key) => key.clone(),
            _ if judged.is_some() => SeriesKey::of_values(&indicator.id, area, Group::TOTAL),
            _ => return None,
        };
        let assessment = match judged {
            Some(part) => part.assessment.clone(),
            None => {
                let values = context.values(indicator, area, &basis);
                context.ask(indicator, &item.target, area, &basis.group(), &values, None)
            }
        };
        Some(Member {
            key,
            assessment,
            is_headline: false,
        })
    };
    context.parts.iter().filter_map(of_part).collect()
}
