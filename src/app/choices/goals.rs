//! What a visitor has chosen on the page of a field: which goals, in which order, and whether as a list or as small
//! charts.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::assess::{Status, WarningKind};

/// Which goals of a field are shown, in which order, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldView {
    /// Which goals.
    pub filter: GoalFilter,
    /// Their order.
    pub order: GoalOrder,
    /// Whether their figures are shown as small charts, or the goals in a list; where nothing is chosen, as charts if
    /// there is anything to draw.
    pub charts: Option<bool>,
}

/// What a goal must be to be shown; every condition counts, none for all goals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoalFilter {
    /// Its status.
    pub status: Option<Status>,
    /// The early warning that it carries.
    pub warned: Option<Warned>,
    /// Whether it states a number to reach.
    pub quantified: Option<bool>,
    /// Whether the area has a figure for it.
    pub measured: Option<bool>,
    /// An agency that answers for it, by the name that a file gives.
    pub agency: Option<String>,
}

/// An early warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warned {
    /// Of whatever kind.
    Any,
    /// Of one kind.
    Of(WarningKind),
}

/// The order of goals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum GoalOrder {
    /// As the plan lists them.
    #[default]
    Plan,
    /// The worst status first.
    Worst,
    /// The largest shortfall first, as early warnings are ranked.
    Furthest,
    /// The newest figures first.
    Newest,
}

impl FieldView {
    /// The goals of one status, or all.
    pub fn of_status(status: Option<Status>) -> FieldView {
        FieldView {
            filter: GoalFilter {
                status,
                ..GoalFilter::default()
            },
            ..FieldView::default()
        }
    }

    /// Reads the queries of an address.
    pub fn parse(asked: impl Fn(&str) -> Option<String>) -> FieldView {
        FieldView {
            filter: GoalFilter::parse(&asked),
            order: asked("sort")
                .and_then(|slug| slug.parse().ok())
                .unwrap_or_default(),
            charts: match asked("view").as_deref() {
                Some("charts") => Some(true),
                Some("list") => Some(false),
                _ => None,
            },
        }
    }

    /// The queries that [`parse`](Self::parse) reads back.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let is_default = self.order == GoalOrder::default();
        let order = (!is_default).then(|| ("sort", self.order.slug().to_owned()));
        let word = |charts| if charts { "charts" } else { "list" };
        let charts = self.charts.map(|charts| ("view", word(charts).to_owned()));
        self.filter
            .query()
            .into_iter()
            .chain(order)
            .chain(charts)
            .collect()
    }
}

impl GoalFilter {
    fn parse(asked: &impl Fn(&str) -> Option<String>) -> GoalFilter {
        GoalFilter {
            status: asked("status").and_then(|slug| slug.parse().ok()),
            warned: asked("warning").and_then(|slug| Warned::from_slug(&slug)),
            quantified: asked("quantified").and_then(|word| yes_or_no(&word)),
            measured: asked("figures").and_then(|word| yes_or_no(&word)),
            agency: asked("agency").filter(|name| !name.is_empty()),
        }
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        let word = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let chosen = [
            ("status", self.status.map(|status| status.slug().to_owned())),
            ("warning", self.warned.map(|warned| warned.slug().to_owned())),
            ("quantified", self.quantified.map(word)),
            ("figures", self.measured.map(word)),
            ("agency", self.agency.clone()),
        ];
        let named = |(name, value): (&'static str, Option<String>)| value.map(|value| (name, value));
        chosen.into_iter().filter_map(named).collect()
    }
}

impl Warned {
    /// Its word in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Warned::Any => "any",
            Warned::Of(kind) => kind.slug(),
        }
    }

    /// Reads its word in addresses.
    pub fn from_slug(slug: &str) -> Option<Warned> {
        match slug {
            "any" => Some(Warned::Any),
            kind => kind.parse().ok().map(Warned::Of),
        }
    }
}

impl GoalOrder {
    /// Its word in addresses.
    pub fn slug(self) -> &'static str {
        self.into()
    }
}

fn yes_or_no(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &[(&str, &str)]) -> FieldView {
        FieldView::parse(|name| {
            let of_name = query.iter().find(|(key, _)| *key == name);
            of_name.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn every_choice_reads_back() {
        for &order in GoalOrder::VARIANTS {
            let view = FieldView {
                filter: GoalFilter {
                    status: Some(Status::LimitedProgress),
                    warned: Some(Warned::Of(WarningKind::HardToReach)),
                    quantified: Some(true),
                    measured: Some(false),
                    agency: Some("市卫生健康委".into()),
                },
                order,
                charts: Some(order == GoalOrder::Plan),
            };
            let query = view.query();
            let pairs: Vec<(&str, &str)> = query.iter().map(|(key, value)| (*key, value.as_str())).collect();
            assert_eq!(read(&pairs), view);
        }
    }

    #[test]
    fn the_usual_view_has_no_query_and_old_addresses_of_a_status_hold() {
        assert_eq!(FieldView::default().query(), []);
        assert_eq!(
            read(&[("status", "no-data")]),
            FieldView::of_status(Some(Status::NoData))
        );
    }

    #[test]
    fn what_an_address_gets_wrong_is_left_at_the_usual() {
        let nonsense = read(&[
            ("status", "splendid"),
            ("warning", "no-data"),
            ("quantified", "perhaps"),
            ("figures", ""),
            ("agency", ""),
            ("sort", "best"),
            ("view", "film"),
        ]);
        assert_eq!(nonsense, FieldView::default());
    }
}
