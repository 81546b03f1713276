//! Which goals of a field a view shows, and in which order.

use super::choices::{FieldView, GoalFilter, GoalOrder, Warned};
use crate::assess::{Board, GoalStatus, StatusCounts, WarningKind};
use crate::catalogue::{Catalogue, Field, Goal, ItemId, Year};
use crate::observation::{GoalAgencies, agency_names};

/// What is known of goals: what they state, how they stand, and who answers for them.
#[derive(Clone, Copy, Debug)]
pub struct GoalContext<'a> {
    /// Where they come from.
    pub catalogue: &'a Catalogue,
    /// How they stand at the area judged.
    pub board: &'a Board,
    /// Who answers for which; empty where no file says so.
    pub agencies: &'a [GoalAgencies],
}

impl GoalContext<'_> {
    /// The goals that a view shows, in its order; among equals that of the plan.
    pub fn shown<'f>(&self, field: &'f Field, view: &FieldView) -> Vec<&'f Goal> {
        let filter = self.without_unknown_agency(field, &view.filter);
        let mut goals: Vec<&Goal> = field
            .goals
            .iter()
            .filter(|goal| self.passes(goal, &filter))
            .collect();
        match view.order {
            GoalOrder::Plan => {}
            GoalOrder::Worst => {
                goals.sort_by_key(|goal| self.standing(goal.id).map(|it| it.status.severity()));
            }
            GoalOrder::Furthest => {
                let ranked = self.most_urgent();
                let rank = |id: ItemId| ranked.iter().position(|goals| goals.contains(&id));
                goals.sort_by_key(|goal| rank(goal.id).unwrap_or(ranked.len()));
            }
            GoalOrder::Newest => goals.sort_by_key(|goal| std::cmp::Reverse(self.newest(goal.id))),
        }
        goals
    }

    /// How many of the goals that the rest of a filter leaves have which status.
    pub fn statuses(&self, field: &Field, filter: &GoalFilter) -> StatusCounts {
        let filter = GoalFilter {
            status: None,
            ..filter.clone()
        };
        let view = FieldView {
            filter,
            ..FieldView::default()
        };
        let goals = self.shown(field, &view).into_iter();
        StatusCounts::of(
            goals
                .filter_map(|goal| self.standing(goal.id))
                .map(|it| it.status),
        )
    }

    /// The kinds of early warnings that a field's goals carry, most urgent first.
    pub fn warnings(&self, field: &Field) -> Vec<WarningKind> {
        let carried = |kind: &WarningKind| field.goals.iter().any(|goal| self.carries(goal.id, *kind));
        WarningKind::ALL.into_iter().filter(carried).collect()
    }

    /// The agencies that answer for a field's goals, by name.
    pub fn agencies_of(&self, field: &Field) -> Vec<String> {
        let here = |of: &&GoalAgencies| field.goals.iter().any(|goal| goal.id == of.goal);
        let names = agency_names(self.agencies.iter().filter(here));
        names.into_iter().map(str::to_owned).collect()
    }

    /// A link may name an agency that only its sender's file knows: without the file nothing can be chosen by it.
    fn without_unknown_agency(&self, field: &Field, filter: &GoalFilter) -> GoalFilter {
        let known = self.agencies_of(field);
        GoalFilter {
            agency: filter.agency.clone().filter(|name| known.contains(name)),
            ..filter.clone()
        }
    }

    fn passes(&self, goal: &Goal, filter: &GoalFilter) -> bool {
        let status = self.standing(goal.id).map(|it| it.status);
        filter.status.is_none_or(|wanted| status == Some(wanted))
            && filter.warned.is_none_or(|wanted| self.is_warned(goal.id, wanted))
            && filter
                .quantified
                .is_none_or(|yes| self.is_quantified(goal.id) == yes)
            && filter
                .measured
                .is_none_or(|yes| self.newest(goal.id).is_some() == yes)
            && filter
                .agency
                .as_ref()
                .is_none_or(|name| self.answers(name, goal.id))
    }

    fn standing(&self, id: ItemId) -> Option<&GoalStatus> {
        self.board.goal(id)
    }

    fn is_warned(&self, id: ItemId, wanted: Warned) -> bool {
        match wanted {
            Warned::Of(kind) => self.carries(id, kind),
            Warned::Any => self.standing(id).is_some_and(|it| !it.warnings.is_empty()),
        }
    }

    fn carries(&self, id: ItemId, kind: WarningKind) -> bool {
        self.standing(id).is_some_and(|it| it.warnings.contains(&kind))
    }

    /// Whether the goal itself states a number. A board's items do not tell: a goal that only gives a direction is
    /// judged together with another that sets the value.
    fn is_quantified(&self, id: ItemId) -> bool {
        let mut targets = self.catalogue.stated_at(id).flat_map(|(_, targets)| targets);
        targets.any(|target| target.op.value().is_some())
    }

    fn answers(&self, name: &str, id: ItemId) -> bool {
        let mut of_goal = self.agencies.iter().filter(|of| of.goal == id);
        of_goal.any(|of| of.names(name))
    }

    /// The year of the newest figure among a goal's items.
    fn newest(&self, id: ItemId) -> Option<Year> {
        let latest = self
            .board
            .items_of(id)
            .filter_map(|item| item.assessment.latest());
        latest.map(|latest| latest.year).max()
    }

    /// The goals that each early warning is about, in the order in which the board ranks the warnings.
    fn most_urgent(&self) -> Vec<&[ItemId]> {
        let alerts = self.board.alerts();
        alerts
            .into_iter()
            .map(|alert| alert.item.goals.as_slice())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{CutOffs, Status, board};
    use crate::catalogue::{builtin, builtin_example};
    use crate::import::Import;
    use crate::observation::{Collection, Settlement};

    /// The board of the invented city.
    fn example() -> Board {
        let example = Import::of_builtin("example.csv", builtin_example().unwrap(), builtin());
        let collection = Collection::new([&example.table], &Settlement::default());
        board(builtin(), &collection, "示例市", None, &[], &CutOffs::default())
    }

    fn field(id: &str) -> &'static Field {
        builtin().field(id).expect("a field of the catalogue")
    }

    fn shown(agencies: &[GoalAgencies], view: &FieldView) -> Vec<&'static Goal> {
        let board = example();
        let known = GoalContext {
            catalogue: builtin(),
            board: &board,
            agencies,
        };
        known.shown(field("W1"), view)
    }

    fn ids(filter: GoalFilter) -> Vec<ItemId> {
        let view = FieldView {
            filter,
            ..FieldView::default()
        };
        shown(&[], &view).into_iter().map(|goal| goal.id).collect()
    }

    fn ordered(order: GoalOrder) -> Vec<&'static Goal> {
        let view = FieldView {
            order,
            ..FieldView::default()
        };
        shown(&[], &view)
    }

    #[test]
    fn without_a_choice_every_goal_stands_in_the_plan_s_order() {
        let plan: Vec<ItemId> = field("W1").goals.iter().map(|goal| goal.id).collect();
        assert_eq!(ids(GoalFilter::default()), plan);
    }

    #[test]
    fn yes_and_no_part_the_goals() {
        let all = field("W1").goals.len();
        let quantified = |yes| {
            ids(GoalFilter {
                quantified: Some(yes),
                ..GoalFilter::default()
            })
        };
        let measured = |yes| {
            ids(GoalFilter {
                measured: Some(yes),
                ..GoalFilter::default()
            })
        };
        for part in [quantified, measured] {
            let (yes, no) = (part(true), part(false));
            assert!(!yes.is_empty() && !no.is_empty());
            assert_eq!(yes.len() + no.len(), all);
            assert!(yes.iter().all(|id| !no.contains(id)));
        }
        let deaths: ItemId = "W1.02".parse().unwrap();
        assert!(
            quantified(true).contains(&deaths),
            "孕产妇死亡率下降到 12/10万以下"
        );
    }

    #[test]
    fn conditions_count_together() {
        let board = example();
        let any = GoalFilter {
            warned: Some(Warned::Any),
            ..GoalFilter::default()
        };
        let warned = ids(any.clone());
        assert!(!warned.is_empty() && warned.len() < field("W1").goals.len());
        for status in Status::ALL {
            let both = GoalFilter {
                status: Some(status),
                ..any.clone()
            };
            let of_status = |id: &&ItemId| board.goal(**id).unwrap().status == status;
            let expected: Vec<ItemId> = warned.iter().filter(of_status).copied().collect();
            assert_eq!(ids(both), expected, "{status:?}");
        }
        for id in warned {
            let goal = board.goal(id).unwrap();
            assert!(!goal.warnings.is_empty());
        }
    }

    #[test]
    fn statuses_are_counted_without_the_status_chosen() {
        let board = example();
        let known = GoalContext {
            catalogue: builtin(),
            board: &board,
            agencies: &[],
        };
        let filter = GoalFilter {
            status: Some(Status::LimitedProgress),
            measured: Some(true),
            ..GoalFilter::default()
        };
        let counts = known.statuses(field("W1"), &filter);
        assert_eq!(counts.get(Status::NoData), 0);
        assert_eq!(
            counts.total(),
            ids(GoalFilter {
                status: None,
                ..filter.clone()
            })
            .len()
        );
        assert_eq!(counts.get(Status::LimitedProgress), ids(filter).len());
    }

    #[test]
    fn a_unit_counts_only_where_a_file_names_it() {
        let agencies = [GoalAgencies {
            goal: "W1.02".parse().unwrap(),
            lead: vec!["市卫生健康委".into()],
            support: vec!["市妇联".into()],
        }];
        let of_unit = |name: &str| {
            let filter = GoalFilter {
                agency: Some(name.into()),
                ..GoalFilter::default()
            };
            shown(
                &agencies,
                &FieldView {
                    filter,
                    ..FieldView::default()
                },
            )
            .len()
        };
        assert_eq!(of_unit("市妇联"), 1);
        assert_eq!(
            of_unit("市教育局"),
            field("W1").goals.len(),
            "an unknown agency is no filter"
        );
    }

    #[test]
    fn the_worst_come_first() {
        let board = example();
        let worst = ordered(GoalOrder::Worst).into_iter();
        let severities: Vec<_> = worst
            .map(|goal| board.goal(goal.id).unwrap().status.severity())
            .collect();
        assert!(severities.is_sorted());
        assert!(severities.first() < severities.last());
    }

    #[test]
    fn the_furthest_off_come_first_as_the_warnings_rank_them() {
        let board = example();
        let ranked = ordered(GoalOrder::Furthest);
        let first = board
            .alerts()
            .into_iter()
            .find(|alert| alert.item.goals.iter().any(|id| id.field_id() == "W1"));
        assert!(first.unwrap().item.goals.contains(&ranked[0].id));
        let warned = |goal: &&Goal| !board.goal(goal.id).unwrap().warnings.is_empty();
        assert!(
            ranked
                .iter()
                .skip_while(|goal| warned(goal))
                .all(|goal| !warned(goal))
        );
    }

    #[test]
    fn the_newest_figures_come_first_and_none_last() {
        let board = example();
        let known = GoalContext {
            catalogue: builtin(),
            board: &board,
            agencies: &[],
        };
        let years: Vec<_> = ordered(GoalOrder::Newest)
            .into_iter()
            .map(|goal| known.newest(goal.id))
            .collect();
        assert!(years.is_sorted_by(|a, b| a >= b));
        assert!(years[0].is_some() && years.last().unwrap().is_none());
    }
}
