//! What a visitor has chosen on the pages of fields, of warnings, of comparisons and of reports, as their addresses
//! carry it. What an address gets wrong is left at its default.

mod goals;

pub use goals::{FieldView, GoalFilter, GoalOrder, Warned};

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::assess::WarningKind;
use crate::catalogue::Dimension;
use crate::report::{Edition, Kind, Scope};

/// Which warnings are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WarningFilter {
    /// Only this kind.
    pub kind: Option<Listed>,
    /// Only this field, such as `W1`.
    pub field: Option<String>,
    /// Only what this responsible agency answers for, by its name.
    pub agency: Option<String>,
}

/// A kind of what the page of warnings lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Early warnings of one kind.
    Warnings(WarningKind),
    /// 缺项: what has no figure.
    Missing,
}

impl Listed {
    /// Every kind, in the order of the page.
    pub fn all() -> impl Iterator<Item = Listed> {
        let warnings = WarningKind::ALL.into_iter().map(Listed::Warnings);
        warnings.chain([Listed::Missing])
    }

    /// Its word in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Listed::Warnings(kind) => kind.slug(),
            Listed::Missing => "no-data",
        }
    }
}

impl WarningFilter {
    /// Reads the queries of an address.
    pub fn parse(asked: impl Fn(&str) -> Option<String>) -> WarningFilter {
        let kind = asked("kind");
        WarningFilter {
            kind: kind.and_then(|slug| Listed::all().find(|kind| kind.slug() == slug)),
            field: asked("field"),
            agency: asked("agency"),
        }
    }

    /// The queries that [`parse`](Self::parse) reads back.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let kind = self.kind.map(|kind| ("kind", kind.slug().to_owned()));
        let field = self.field.clone().map(|field| ("field", field));
        let agency = self.agency.clone().map(|agency| ("agency", agency));
        kind.into_iter().chain(field).chain(agency).collect()
    }
}

/// A way to compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum View {
    /// Indicators × years.
    #[default]
    Years,
    /// Base → newest → target.
    Slope,
    /// Indicators × areas.
    Areas,
    /// Areas in order of one indicator.
    Ranking,
    /// Two groups of one indicator over time.
    Gaps,
    /// Two indicators.
    Pair,
}

impl View {
    /// Its word in addresses.
    pub fn slug(self) -> &'static str {
        self.into()
    }
}

/// What is compared, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The way.
    pub view: View,
    /// Only the indicators of this field, such as `W1`, where many are shown.
    pub field: Option<String>,
    /// The indicator, where one is shown; the first with data unless chosen.
    pub indicator: Option<String>,
    /// The second one of a pair.
    pub with: Option<String>,
    /// What tells two groups apart.
    pub by: Dimension,
    /// Whether a pair stands on an index rather than on scales of its own.
    pub indexed: bool,
}

impl Default for Comparison {
    fn default() -> Self {
        Comparison {
            view: View::default(),
            field: None,
            indicator: None,
            with: None,
            by: Dimension::Sex,
            indexed: false,
        }
    }
}

impl Comparison {
    /// Reads the queries of an address.
    pub fn parse(asked: impl Fn(&str) -> Option<String>) -> Comparison {
        Comparison {
            view: asked("view")
                .and_then(|slug| slug.parse().ok())
                .unwrap_or_default(),
            field: asked("field"),
            indicator: asked("indicator"),
            with: asked("with"),
            by: match asked("by").as_deref() {
                Some("residence") => Dimension::Residence,
                _ => Dimension::Sex,
            },
            indexed: asked("index").is_some(),
        }
    }

    /// The queries that [`parse`](Self::parse) reads back.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let by = (self.by == Dimension::Residence).then(|| "residence".to_owned());
        let chosen = [
            (
                "view",
                (self.view != View::default()).then(|| self.view.slug().to_owned()),
            ),
            ("field", self.field.clone()),
            ("indicator", self.indicator.clone()),
            ("with", self.with.clone()),
            ("by", by),
            ("index", self.indexed.then(|| "1".to_owned())),
        ];
        let named = |(name, value): (&'static str, Option<String>)| value.map(|value| (name, value));
        chosen.into_iter().filter_map(named).collect()
    }
}

/// Which report, about what, and how much of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportChoice {
    /// Which of the three reports.
    pub kind: Kind,
    /// About which part of the plans.
    pub scope: Scope,
    /// How much of it.
    pub edition: Edition,
}

impl ReportChoice {
    /// Reads the queries of an address.
    pub fn parse(asked: impl Fn(&str) -> Option<String>) -> ReportChoice {
        ReportChoice {
            kind: asked("kind")
                .and_then(|slug| slug.parse().ok())
                .unwrap_or_default(),
            scope: asked("scope").map_or(Scope::Whole, |slug| Scope::from_slug(&slug)),
            edition: asked("edition")
                .and_then(|slug| slug.parse().ok())
                .unwrap_or_default(),
        }
    }

    /// The queries that [`parse`](Self::parse) reads back.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let scope = Some(self.scope.slug()).filter(|slug| !slug.is_empty());
        let kind = std::iter::once(("kind", self.kind.slug().to_owned()));
        let edition = Some(self.edition).filter(|edition| *edition != Edition::default());
        kind.chain(scope.map(|slug| ("scope", slug)))
            .chain(edition.map(|edition| ("edition", edition.slug().to_owned())))
            .collect()
    }
}
