//! What a speaker shows, slide by slide: which slides there are, how a link and the browser's storage write them,
//! and taking, moving and leaving them out.

use crate::catalogue::{Catalogue, ItemId};

/// How the word of a slide about one of the most urgent begins.
const URGENT: &str = "urgent-";

/// As many of the most urgent as a meeting can take up, each with a slide of its own.
pub const MOST_URGENT: usize = 5;

/// One slide.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Slide {
    /// Where everything stands.
    Overview,
    /// The fields of a plan.
    Plan(char),
    /// The goals of a field.
    Field(String),
    /// What needs attention first, in one list.
    Warnings,
    /// One of the most urgent alone, by its rank from 1.
    Urgent(usize),
    /// Who is left behind: the gaps that widen.
    Gaps,
    /// One goal with its figures.
    Goal(ItemId),
}

impl Slide {
    /// The word for it in links: `overview`, `W`, `W1`, `warnings`, `W1.02`.
    pub fn slug(&self) -> String {
        match self {
            Slide::Overview => "overview".into(),
            Slide::Plan(plan) => plan.to_string(),
            Slide::Field(field) => field.clone(),
            Slide::Warnings => "warnings".into(),
            Slide::Urgent(rank) => format!("{URGENT}{rank}"),
            Slide::Gaps => "gaps".into(),
            Slide::Goal(goal) => goal.to_string(),
        }
    }

    /// Reads the word. Whether the catalogue has such a thing is for [`Talk::shown`] to say.
    pub fn from_slug(slug: &str) -> Option<Slide> {
        if let Some(rank) = slug.strip_prefix(URGENT) {
            let rank = rank.parse().ok()?;
            return (1..=MOST_URGENT).contains(&rank).then_some(Slide::Urgent(rank));
        }
        let mut letters = slug.chars();
        match (slug, letters.next()?, letters.as_str()) {
            ("overview", ..) => Some(Slide::Overview),
            ("warnings", ..) => Some(Slide::Warnings),
            ("gaps", ..) => Some(Slide::Gaps),
            (_, plan, "") if plan.is_ascii_uppercase() => Some(Slide::Plan(plan)),
            (_, plan, rest) if plan.is_ascii_uppercase() && rest.bytes().all(|b| b.is_ascii_digit()) => {
                Some(Slide::Field(slug.to_owned()))
            }
            _ => slug.parse().ok().map(Slide::Goal),
        }
    }

    fn is_in(&self, catalogue: &Catalogue) -> bool {
        match self {
            Slide::Overview | Slide::Warnings | Slide::Urgent(_) | Slide::Gaps => true,
            Slide::Plan(plan) => catalogue.plan(*plan).is_some(),
            Slide::Field(field) => catalogue.field(field).is_some(),
            Slide::Goal(goal) => catalogue.goal(*goal).is_some(),
        }
    }
}

/// The slides that nobody has chosen: where everything stands, the most urgent one by one, and who is left behind. Of an
/// area with nothing urgent, the plans take their place.
pub fn default_slides(catalogue: &Catalogue, urgent: usize) -> Vec<Slide> {
    let plans = catalogue.plans.iter().map(|plan| Slide::Plan(plan.id));
    let middle: Vec<Slide> = match urgent.min(MOST_URGENT) {
        0 => plans.collect(),
        shown => (1..=shown).map(Slide::Urgent).collect(),
    };
    std::iter::once(Slide::Overview)
        .chain(middle)
        .chain([Slide::Gaps])
        .collect()
}

/// Every slide but those of single goals, in the order of the plans.
pub fn every_slide(catalogue: &Catalogue) -> Vec<Slide> {
    let plans = catalogue.plans.iter().flat_map(|plan| {
        let fields = plan.fields.iter().map(|field| Slide::Field(field.id.clone()));
        std::iter::once(Slide::Plan(plan.id)).chain(fields)
    });
    std::iter::once(Slide::Overview)
        .chain(plans)
        .chain([Slide::Warnings])
        .chain((1..=MOST_URGENT).map(Slide::Urgent))
        .chain([Slide::Gaps])
        .collect()
}

/// Reads slides as links and the storage write them; words that mean none are left out.
pub fn read(text: &str) -> Vec<Slide> {
    let mut slides = Vec::new();
    for slide in text.split(',').filter_map(Slide::from_slug) {
        if !slides.contains(&slide) {
            slides.push(slide);
        }
    }
    slides
}

/// Writes slides for links and the storage.
pub fn write(slides: &[Slide]) -> String {
    slides.iter().map(Slide::slug).collect::<Vec<_>>().join(",")
}

/// A link with more slides than this many letters is no longer one to read out or to write down.
const LONGEST: usize = 160;

/// What an address says of a presentation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// The slides that the link names; none for those that the visitor has chosen, or else the default ones.
    pub slides: Vec<Slide>,
    /// The position of the slide shown, from 0.
    pub at: usize,
}

impl Talk {
    /// Reads the queries of an address; `at` counts from 1.
    pub fn parse(slides: Option<String>, at: Option<String>) -> Talk {
        let at: usize = at.and_then(|at| at.parse().ok()).unwrap_or(1);
        Talk {
            slides: slides.map(|text| read(&text)).unwrap_or_default(),
            at: at.saturating_sub(1),
        }
    }

    /// The queries, as [`parse`](Self::parse) reads them. Slides that make a long link stay out of it.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let slides = Some(write(&self.slides)).filter(|text| !text.is_empty() && text.len() <= LONGEST);
        let at = (self.at > 0).then(|| (self.at + 1).to_string());
        let slides = slides.map(|slides| ("slides", slides));
        slides.into_iter().chain(at.map(|at| ("at", at))).collect()
    }

    /// The slides to show: the link's, else those chosen before, else the default ones; only what the catalogue has.
    pub fn shown(&self, chosen: &[Slide], catalogue: &Catalogue, urgent: usize) -> Vec<Slide> {
        let known = |slides: &[Slide]| -> Vec<Slide> {
            slides
                .iter()
                .filter(|slide| slide.is_in(catalogue))
                .cloned()
                .collect()
        };
        [known(&self.slides), known(chosen)]
            .into_iter()
            .find(|slides| !slides.is_empty())
            .unwrap_or_else(|| default_slides(catalogue, urgent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    #[test]
    fn every_slide_reads_back_and_nonsense_is_left_out() {
        let text = "overview,W,C1,W1.02,warnings,urgent-1,urgent-5,gaps";
        assert_eq!(write(&read(text)), text);
        assert_eq!(
            read("overview,nonsense,,W,W,ü,urgent-0,urgent-6,urgent-x"),
            [Slide::Overview, Slide::Plan('W')]
        );
    }

    #[test]
    fn seven_slides_are_shown_unless_others_are_chosen() {
        assert_eq!(
            write(&default_slides(builtin(), 52)),
            "overview,urgent-1,urgent-2,urgent-3,urgent-4,urgent-5,gaps"
        );
        assert_eq!(
            write(&default_slides(builtin(), 2)),
            "overview,urgent-1,urgent-2,gaps"
        );
        assert_eq!(write(&default_slides(builtin(), 0)), "overview,W,C,gaps");
    }

    #[test]
    fn every_slide_is_offered_once() {
        let slides = every_slide(builtin());
        assert_eq!(slides.len(), 1 + 2 + 15 + 1 + 5 + 1);
        assert_eq!(read(&write(&slides)), slides);
    }

    #[test]
    fn the_link_goes_before_the_choice_and_both_before_the_usual() {
        let chosen = [Slide::Warnings];
        let linked = Talk::parse(Some("W1.02,Z9".into()), None);
        assert_eq!(
            linked.shown(&chosen, builtin(), 9),
            [Slide::Goal("W1.02".parse().unwrap())]
        );
        assert_eq!(Talk::default().shown(&chosen, builtin(), 9), chosen);
        assert_eq!(
            Talk::parse(Some("Z9".into()), None).shown(&[], builtin(), 9),
            default_slides(builtin(), 9)
        );
    }

    #[test]
    fn a_long_choice_stays_out_of_the_link() {
        let slides = default_slides(builtin(), 9)
            .into_iter()
            .chain(read("W1.01,W1.02,W1.03"));
        let goals = builtin().goals().map(|goal| Slide::Goal(goal.id));
        let short = Talk {
            slides: slides.clone().collect(),
            at: 2,
        };
        assert_eq!(short.query().len(), 2);
        let long = Talk {
            slides: slides.chain(goals).collect(),
            at: 0,
        };
        assert!(long.query().is_empty());
    }
}
