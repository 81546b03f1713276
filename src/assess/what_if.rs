//! What if it changed by so much a year from now on: where the target's year would find it, and when it would be there.
//! Plain steps from the newest value; nothing is claimed of whether such a pace is likely.

use crate::catalogue::Year;

use super::number::years;
use super::{Assessment, Demand, ValueAt};

/// A target that is not met yet and has one side to be reached from, asked for a pace.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhatIf {
    /// The newest value, from which every pace starts.
    pub from: ValueAt,
    /// The value to reach and its year.
    pub goal: ValueAt,
    /// The value that nothing goes beyond, where there is one; 0 is the least of all.
    limit: Option<f64>,
}

/// Where a pace leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    /// The value in the target's year.
    pub then: f64,
    /// The first year in which the target is met; none where the pace does not lead there within a hundred years.
    pub year: Option<Year>,
}

/// Further ahead than this nothing is told.
const LONGEST: f64 = 100.0;

impl WhatIf {
    /// The question of a verdict; `limit` is the indicator's natural limit. None where the target is met, where there
    /// is no single value to reach, or where its year has come.
    pub fn of(verdict: &Assessment, limit: Option<f64>) -> Option<WhatIf> {
        let from = verdict.latest()?;
        let (goal, missed) = match verdict.demand()? {
            Demand::AtLeast(goal) => (goal, from.value < goal),
            Demand::AtMost(goal) => (goal, from.value > goal),
            _ => return None,
        };
        let year = verdict.deadline;
        let one_sided = missed && years(from.year, year) > 0.0;
        one_sided.then_some(WhatIf {
            from,
            goal: ValueAt { year, value: goal },
            limit,
        })
    }

    /// The least change a year that is in time, in units a year; negative where the value is to fall.
    pub fn least(&self) -> f64 {
        (self.goal.value - self.from.value) / years(self.from.year, self.goal.year)
    }

    /// A step by which a pace is changed: 1, 2 or 5 of some power of ten, about a quarter of the least pace.
    pub fn step(&self) -> f64 {
        let wish = (self.least().abs() / 4.0).max(1e-6);
        let power = 10f64.powf(wish.log10().floor());
        let part = wish / power;
        let rounded = match part {
            part if part < 1.5 => 1.0,
            part if part < 3.5 => 2.0,
            part if part < 7.5 => 5.0,
            _ => 10.0,
        };
        rounded * power
    }

    /// The first pace to show: that of the years since the base, to a whole step; without one the least in time.
    pub fn first(&self, verdict: &Assessment) -> f64 {
        let since_base = verdict
            .base()
            .filter(|base| base.year < self.from.year)
            .map(|base| (self.from.value - base.value) / years(base.year, self.from.year));
        let pace = since_base.unwrap_or_else(|| self.least());
        (pace / self.step()).round() * self.step()
    }

    /// Where a change of so many units a year leads.
    pub fn at(&self, yearly: f64) -> Reached {
        let then = self.from.value + yearly * years(self.from.year, self.goal.year);
        let way = self.goal.value - self.from.value;
        let needed = way / yearly;
        // A pace that needs no whole year more is there in that year, whatever binary fractions say.
        let whole = (needed - 1e-9).ceil().max(1.0);
        let leads = yearly != 0.0 && needed > 0.0 && whole <= LONGEST;
        let then = self.limit.map_or(then, |limit| then.min(limit)).max(0.0);
        Reached {
            then,
            year: leads.then(|| self.from.year.saturating_add(whole as Year)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(from: (Year, f64), goal: (Year, f64)) -> WhatIf {
        let at = |(year, value)| ValueAt { year, value };
        WhatIf {
            from: at(from),
            goal: at(goal),
            limit: None,
        }
    }

    #[test]
    fn a_pace_leads_to_a_value_and_a_year() {
        let deaths = asked((2024, 12.66), (2030, 12.0));
        assert!((deaths.least() + 0.11).abs() < 1e-9);
        let half = deaths.at(-0.5);
        assert!((half.then - 9.66).abs() < 1e-9);
        assert_eq!(half.year, Some(2026));
        assert_eq!(deaths.at(-0.11).year, Some(2030), "just in time is in time");
        assert_eq!(deaths.at(-0.1).year, Some(2031));
    }

    #[test]
    fn a_pace_the_other_way_or_none_leads_nowhere() {
        let schools = asked((2024, 90.0), (2030, 95.0));
        assert_eq!(schools.at(0.0).year, None);
        assert_eq!(schools.at(-1.0).year, None);
        assert_eq!(schools.at(0.001).year, None, "nor one that takes for ever");
    }

    #[test]
    fn nothing_goes_beyond_its_limits() {
        let share = WhatIf {
            limit: Some(100.0),
            ..asked((2024, 90.0), (2030, 95.0))
        };
        assert_eq!(share.at(5.0).then, 100.0);
        assert_eq!(asked((2024, 2.0), (2030, 1.0)).at(-1.0).then, 0.0);
    }

    #[test]
    fn steps_are_round() {
        assert_eq!(asked((2024, 12.66), (2030, 12.0)).step(), 0.02);
        assert_eq!(asked((2024, 60.0), (2030, 95.0)).step(), 1.0);
    }
}
