//! What a speaker shows, slide by slide: which slides there are, how a link and the browser's storage write them,
//! and taking, moving and leaving them out.

use crate::catalogue::{Catalogue, ItemId};

/// One slide.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Slide {
    /// Where everything stands.
    Overview,
    /// The fields of a plan.
    Plan(char),
    /// The goals of a field.
    Field(String),
    /// What needs attention first.
    Warnings,
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
            Slide::Goal(goal) => goal.to_string(),
        }
    }

    /// Reads the word. Whether the catalogue has such a thing is for [`Talk::shown`] to say.
    pub fn from_slug(slug: &str) -> Option<Slide> {
        let mut letters = slug.chars();
        match (slug, letters.next()?, letters.as_str()) {
            ("overview", ..) => Some(Slide::Overview),
            ("warnings", ..) => Some(Slide::Warnings),
            (_, plan, "") if plan.is_ascii_uppercase() => Some(Slide::Plan(plan)),
            (_, plan, rest) if plan.is_ascii_uppercase() && rest.bytes().all(|b| b.is_ascii_digit()) => {
                Some(Slide::Field(slug.to_owned()))
            }
            _ => slug.parse().ok().map(Slide::Goal),
        }
    }

    fn is_in(&self, catalogue: &Catalogue) -> bool {
        match self {
            Slide::Overview | Slide::Warnings => true,
            Slide::Plan(plan) => catalogue.plan(*plan).is_some(),
            Slide::Field(field) => catalogue.field(field).is_some(),
            Slide::Goal(goal) => catalogue.goal(*goal).is_some(),
        }
    }
}

/// The slides that nobody has chosen: everything, in the order of the plans.
pub fn default_slides(catalogue: &Catalogue) -> Vec<Slide> {
    let plans = catalogue.plans.iter().flat_map(|plan| {
        let fields = plan.fields.iter().map(|field| Slide::Field(field.id.clone()));
        std::iter::once(Slide::Plan(plan.id)).chain(fields)
    });
    std::iter::once(Slide::Overview)
        .chain(plans)
        .chain([Slide::Warnings])
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
    pub fn shown(&self, chosen: &[Slide], catalogue: &Catalogue) -> Vec<Slide> {
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
            .unwrap_or_else(|| default_slides(catalogue))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    #[test]
    fn every_slide_reads_back_and_nonsense_is_left_out() {
        let text = "overview,W,C1,W1.02,warnings";
        assert_eq!(write(&read(text)), text);
        assert_eq!(
            read("overview,nonsense,,W,W,ü"),
            [Slide::Overview, Slide::Plan('W')]
        );
    }

    #[test]
    fn the_usual_slides_show_everything_once() {
        let slides = default_slides(builtin());
        assert_eq!(slides.len(), 1 + 2 + 15 + 1);
        assert_eq!(slides.first(), Some(&Slide::Overview));
        assert_eq!(slides.last(), Some(&Slide::Warnings));
    }

    #[test]
    fn the_link_goes_before_the_choice_and_both_before_the_usual() {
        let chosen = [Slide::Warnings];
        let linked = Talk::parse(Some("W1.02,Z9".into()), None);
        assert_eq!(
            linked.shown(&chosen, builtin()),
            [Slide::Goal("W1.02".parse().unwrap())]
        );
        assert_eq!(Talk::default().shown(&chosen, builtin()), chosen);
        assert_eq!(
            Talk::parse(Some("Z9".into()), None).shown(&[], builtin()),
            default_slides(builtin())
        );
    }

    #[test]
    fn a_long_choice_stays_out_of_the_link() {
        let slides = default_slides(builtin())
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
