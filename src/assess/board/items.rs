//! The items of a board: each target of an indicator with the series that it is judged by.

use std::sync::Arc;

use crate::catalogue::{Dimension, Indicator, ItemId, Op, Plan, Section, Sex, Target};
use crate::observation::{Group, SeriesKey};

use super::super::early::{gap_unit, widening};
use super::super::gap::gap_series;
use super::super::warning::{Cause, Warning};
use super::super::{Assessment, CutOffs, Demand, Level, Status, ValueAt};
use super::ask::Context;

/// Which figures an item was judged by.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// A loaded series.
    Series(SeriesKey),
    /// The difference of two groups of another indicator's series.
    Gap {
        /// Id of the indicator whose groups are compared.
        of: String,
        /// What tells the groups apart.
        by: Dimension,
    },
    /// Each part of the area by itself; the worst one speaks for all.
    Parts,
    /// None is loaded, or none is needed.
    Nothing,
}

impl Basis {
    /// The series, where one is it.
    pub fn key(&self) -> Option<&SeriesKey> {
        match self {
            Basis::Series(key) => Some(key),
            _ => None,
        }
    }

    /// The group of people that the figures speak of.
    pub fn group(&self) -> Group {
        self.key().map_or(Group::TOTAL, |key| key.group.clone())
    }
}

/// One target of one indicator, judged. Plans that demand the same of the same series share one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// The target, from the first area that states it.
    pub target: Target,
    /// Every area that states it.
    pub stated_at: Vec<ItemId>,
    /// Letters of the plans that state it.
    pub plans: Vec<char>,
    /// The goals that state it and that it speaks for; empty where only measures or other chapters do, since a
    /// goal is not judged by what it does not say.
    pub goals: Vec<ItemId>,
    /// Which figures it was judged by.
    pub basis: Basis,
    /// Set where the total stands in because the plan's own sex has no series.
    pub stands_in_for: Option<Sex>,
    /// Years and values that it was judged by, up to the year judged.
    pub values: Vec<ValueAt>,
    /// The headline verdict; of several parts, that of the worst.
    pub assessment: Assessment,
    /// Other series of the same indicator at the area, judged by the same target; never the headline.
    pub groups: Vec<JudgedGroup>,
    /// The parts of the area, where each has to meet the target.
    pub parts: Vec<JudgedPart>,
}

impl Judged {
    /// What the target demands, also where no figure is judged yet.
    pub fn demand(&self, cutoffs: &CutOffs) -> Option<Demand> {
        let without_figures = || Demand::resolve(&self.indicator, &self.target, None, None, cutoffs);
        self.assessment.demand().or_else(without_figures)
    }
}

/// A series beside the headline, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedGroup {
    /// What the series is about.
    pub key: SeriesKey,
    /// Its verdict.
    pub assessment: Assessment,
}

/// A part of the area, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedPart {
    /// The part.
    pub area: String,
    /// Its verdict.
    pub assessment: Assessment,
}

/// What several plans demand alike of one series.
struct Claim<'a> {
    target: &'a Target,
    basis: Basis,
    sex: Option<Sex>,
    plans: Vec<char>,
}

/// Every item of an indicator.
pub(super) fn items(context: &Context<'_>, indicator: &Arc<Indicator>) -> Vec<Judged> {
    claims(context, indicator)
        .into_iter()
        .map(|claim| item(context, indicator, claim))
        .collect()
}

/// The plan of the first item of an indicator that is judged by figures of the area itself; none where each is judged by
/// the area's parts.
pub(super) fn headline_plan<'a>(context: &'a Context<'_>, indicator: &'a Indicator) -> Option<&'a Plan> {
    let own = demands(context, indicator).find(|demand| !demand.of_parts)?;
    Some(own.plan)
}

/// What a plan demands of an indicator.
struct Demanded<'a> {
    target: &'a Target,
    plan: &'a Plan,
    /// Whether it is judged by each part of the area.
    of_parts: bool,
}

/// The distinct targets, each once for every series that the plans stating it take.
fn claims<'a>(context: &'a Context<'_>, indicator: &'a Indicator) -> Vec<Claim<'a>> {
    let mut claims: Vec<Claim<'_>> = Vec::new();
    for Demanded {
        target,
        plan,
        of_parts,
    } in demands(context, indicator)
    {
        let sex = sex(indicator, plan);
        let basis = match of_parts {
            true => Basis::Parts,
            false => context.basis(indicator, context.area, sex),
        };
        let alike = |claim: &&mut Claim<'_>| {
            std::ptr::eq(claim.target, target)
                && claim.basis == basis
                && (basis != Basis::Parts || claim.sex == sex)
        };
        match claims.iter_mut().find(alike) {
            Some(claim) => claim.plans.push(plan.id),
            None => claims.push(Claim {
                target,
                basis,
                sex: plan.sex,
                plans: vec![plan.id],
            }),
        }
    }
    claims
}

/// What each plan demands, target by target.
fn demands<'a>(context: &'a Context<'_>, indicator: &'a Indicator) -> impl Iterator<Item = Demanded<'a>> {
    let of_target = move |target: &'a Target| {
        let states = move |plan: &&Plan| areas(indicator, target).any(|at| at.plan == plan.id);
        let of_parts = target.each.is_some() && target.op != Op::Milestone && !context.parts.is_empty();
        let of_plan = move |plan: &'a Plan| Demanded {
            target,
            plan,
            of_parts,
        };
        context.catalogue.plans.iter().filter(states).map(of_plan)
    };
    indicator.distinct_targets().into_iter().flat_map(of_target)
}

/// The sex that a plan asks an indicator of: one that is about one sex is so in every plan.
pub(super) fn sex(indicator: &Indicator, plan: &Plan) -> Option<Sex> {
    indicator.sex.or(plan.sex)
}

/// The areas that state a target. One that only gives a direction where another sets a value goes with the
/// first value.
fn areas<'a>(indicator: &'a Indicator, target: &'a Target) -> impl Iterator<Item = ItemId> + 'a {
    let distinct = indicator.distinct_targets();
    let is_first = distinct.first().is_some_and(|first| std::ptr::eq(*first, target));
    let judged_apart = move |area: &Target| distinct.iter().any(|distinct| distinct.same_demand(area));
    indicator
        .targets
        .iter()
        .filter(move |area| target.same_demand(area) || (is_first && !judged_apart(area)))
        .map(|area| area.at)
}

fn item(context: &Context<'_>, indicator: &Arc<Indicator>, claim: Claim<'_>) -> Judged {
    let Claim {
        target,
        basis,
        sex,
        plans,
    } = claim;
    let stated_at: Vec<ItemId> = areas(indicator, target)
        .filter(|at| plans.contains(&at.plan))
        .collect();
    let goals = stated_at
        .iter()
        .filter(|at| at.section == Section::Goal)
        .copied()
        .collect();
    let values = context.values(indicator, context.area, &basis);
    let record = context.record(&stated_at);
    let parts = match basis {
        Basis::Parts => judge_parts(context, indicator, target, sex),
        _ => Vec::new(),
    };
    let mut assessment = match worst_part(&parts) {
        Some(part) => part.assessment.clone(),
        None => context.ask(indicator, target, context.area, &basis.group(), &values, record),
    };
    if !context.headline_alone {
        add_widening_gaps(context, indicator, &mut assessment);
    }
    let own_sex = sex.filter(|sex| basis.key().is_some_and(|key| key.group.sex != Some(*sex)));
    Judged {
        indicator: Arc::clone(indicator),
        target: target.clone(),
        groups: if context.headline_alone {
            Vec::new()
        } else {
            judge_groups(context, indicator, target, &basis)
        },
        stated_at,
        plans,
        goals,
        basis,
        stands_in_for: own_sex,
        values,
        assessment,
        parts,
    }
}

/// Every other series of the indicator at the area.
fn judge_groups(
    context: &Context<'_>,
    indicator: &Indicator,
    target: &Target,
    basis: &Basis,
) -> Vec<JudgedGroup> {
    let is_headline = |key: &SeriesKey| basis.key() == Some(key);
    context
        .collection
        .of(&indicator.id, context.area)
        .filter(|series| context.is_known(series) && !is_headline(&series.key))
        .map(|series| {
            let (key, values) = (series.key.clone(), series.values());
            let assessment = context.ask(indicator, target, context.area, &key.group, &values, None);
            JudgedGroup { key, assessment }
        })
        .collect()
}

/// Each part by its own series.
fn judge_parts(
    context: &Context<'_>,
    indicator: &Indicator,
    target: &Target,
    sex: Option<Sex>,
) -> Vec<JudgedPart> {
    let judge = |area: &&str| {
        let basis = context.basis(indicator, area, sex);
        let values = context.values(indicator, area, &basis);
        let assessment = context.ask(indicator, target, area, &basis.group(), &values, None);
        JudgedPart {
            area: (*area).to_owned(),
            assessment,
        }
    };
    context.parts.iter().map(judge).collect()
}

/// The part that speaks for all: the worst measured one that has not met the target, else one without data,
/// which keeps the target from being met, else any.
fn worst_part(parts: &[JudgedPart]) -> Option<&JudgedPart> {
    let missing = |part: &&JudgedPart| part.assessment.status() == Status::NoData;
    let behind = |part: &&JudgedPart| {
        !missing(part)
            && (part.assessment.status() != Status::Met || part.assessment.level() != Some(Level::Met))
    };
    let status = Status::headline(parts.iter().filter(behind).map(|part| part.assessment.status()));
    let worst = parts
        .iter()
        .filter(behind)
        .filter(|part| Some(part.assessment.status()) == status);
    worst
        .min_by(|a, b| a.assessment.progress().total_cmp(&b.assessment.progress()))
        .or_else(|| parts.iter().find(missing))
        .or_else(|| parts.first())
}

/// Warns where the figures of two groups drift apart, unless an indicator of its own watches that gap.
fn add_widening_gaps(context: &Context<'_>, indicator: &Indicator, assessment: &mut Assessment) {
    if indicator.gap.is_some() || assessment.latest().is_none() {
        return;
    }
    for by in [Dimension::Sex, Dimension::Residence, Dimension::Area] {
        let watched = context.catalogue.indicators.iter().any(|other| {
            other
                .gap
                .as_ref()
                .is_some_and(|gap| gap.of == indicator.id && gap.by == by)
        });
        if watched {
            continue;
        }
        let mut gap = gap_series(
            context.collection,
            &indicator.id,
            by,
            context.area,
            &context.parts,
        );
        gap.retain(|point| point.year <= assessment.as_of);
        let (since, as_of) = (context.base_year(indicator), assessment.as_of);
        if let Some((from, to)) = widening(&gap, indicator, since, as_of, context.cutoffs) {
            let cause = Cause::GapWidening { by, from, to };
            assessment.warnings.push(Warning {
                unit: gap_unit(&indicator.unit),
                cause,
            });
        }
    }
    assessment.warnings.sort_by_key(Warning::kind);
}
