//! Every cut-off and tolerance that a verdict depends on, by name, so that a page can list them and a visitor
//! can change them. Fixed constants of a published formula (the Open SDG score) are not here: they stay with
//! their formula.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Declares the struct, its defaults and the table of its fields from one list, so that none can be forgotten.
macro_rules! cutoffs {
    ($($(#[doc = $doc:literal])+ $name:ident = $default:literal in $range:expr;)+) => {
        /// The cut-offs. The defaults are the method's; where one is ours and not an office's, it says so.
        #[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct CutOffs {
            $($(#[doc = $doc])+ pub $name: f64,)+
        }

        impl Default for CutOffs {
            fn default() -> Self {
                CutOffs { $($name: $default,)+ }
            }
        }

        impl CutOffs {
            /// Every cut-off, in the order in which the method page explains them.
            pub fn list(&self) -> Vec<CutOff> {
                vec![$(CutOff { name: stringify!($name), value: self.$name, default: $default, range: $range },)+]
            }

            /// The same with the method's value for every one that is outside its range, as a file or a link
            /// may have it; rules compute with these.
            pub fn within_range(&self) -> CutOffs {
                CutOffs { $($name: checked("", self.$name, $range).unwrap_or($default),)+ }
            }

            /// Changes one cut-off.
            ///
            /// # Errors
            /// When there is none of that name, or the value is outside its range.
            pub fn set(&mut self, name: &str, value: f64) -> Result<(), BadCutOff> {
                match name {
                    $(stringify!($name) => self.$name = checked(name, value, $range)?,)+
                    _ => return Err(BadCutOff::Unknown(name.to_owned())),
                }
                Ok(())
            }
        }
    };
}

cutoffs! {
    /// Miss that still counts as nearly met 基本实现, as a part of the target's value. Ours; the statistics
    /// bureau has called 20.1 against 20 "基本实现".
    nearly_met = 0.01 in (0.0, 0.2);
    /// Distance that 左右 allows for a share, in percentage points. Ours.
    around_points = 2.0 in (0.0, 20.0);
    /// Distance that 左右 allows for anything else, as a part of the target's value. Ours.
    around_part = 0.02 in (0.0, 0.2);
    /// Distance from 1 within which a ratio of women to men counts as 1.
    parity = 0.03 in (0.0, 0.2);
    /// Share of women, in percent, up to which more than 左右 is no fault. Ours.
    parity_points = 52.0 in (50.0, 100.0);
    /// Years on either side of the base year within which neighbours stand in for a missing base.
    base_years = 3.0 in (0.0, 20.0);
    /// Pace from which a target is on track.
    on_track_pace = 0.95 in (0.0, 2.0);
    /// Pace from which it is to accelerate; below it is slow.
    accelerate_pace = 0.60 in (0.0, 2.0);
    /// Yearly growth, as a fraction, from which a figure with only a direction is on track.
    on_track_growth = 0.015 in (0.0, 0.2);
    /// Yearly growth from which it is to accelerate; below it is slow.
    accelerate_growth = 0.005 in (0.0, 0.2);
    /// Years of life gained a year from which a length of life is on track. Ours: a year gained in five.
    on_track_life = 0.20 in (0.0, 2.0);
    /// Years of life gained a year from which it is to accelerate. Ours.
    accelerate_life = 0.10 in (0.0, 2.0);
    /// Chance of nearly meeting below which a target is not on track, whatever the pace.
    witness_chance = 0.25 in (0.0, 1.0);
    /// Years before the newest value in which a series' usual variation is measured.
    clear_years = 8.0 in (1.0, 50.0);
    /// Values that have to lie in these years; with fewer, the window of forecasts is taken.
    clear_values = 4.0 in (3.0, 50.0);
    /// Quantile of the usual variation that a change has to pass to be a clear one.
    clear_confidence = 0.90 in (0.5, 0.999);
    /// Steps all one way that make a change clear, however small it is beside the usual variation.
    steady_steps = 3.0 in (1.0, 50.0);
    /// Share from which up there is no change worth a word, in percent.
    ceiling = 99.5 in (50.0, 100.0);
    /// Years before the year judged that a forecast learns from.
    window_years = 16.0 in (2.0, 50.0);
    /// Weight of a year in the slope, relative to the year after it.
    slope_weight = 0.7 in (0.05, 1.0);
    /// Part of the slope that is kept from one forecast year to the next.
    damping = 0.95 in (0.05, 1.0);
    /// The same for shares whose natural limit is 100, which slow down near the top: by back-test.
    share_damping = 0.90 in (0.05, 1.0);
    /// Age of the newest value, in years before the year judged, above which nothing is forecast from it.
    forecast_age = 5.0 in (0.0, 50.0);
    /// Least spread of a forecast on the scales of rates and shares; of anything else as a part of its mean.
    least_spread = 0.01 in (0.0, 1.0);
    /// The same for a share on the plain scale, in percentage points.
    least_spread_points = 0.1 in (0.0, 10.0);
    /// Times the target beyond which nothing is forecast, since a number would only look precise.
    far_beyond = 2.0 in (1.0, 10.0);
    /// Chance that the truth lies inside a forecast's interval.
    coverage = 0.80 in (0.05, 0.999);
    /// How close to 0 and 100 a share can come on the scale of forecasts, in percentage points.
    held_share = 0.05 in (0.001, 10.0);
    /// Pace below which a target whose forecast misses is hard to reach.
    hard_pace = 0.60 in (-2.0, 2.0);
    /// Chance of nearly meeting below which it is hard to reach whatever the pace.
    hard_chance = 0.25 in (0.0, 1.0);
    /// Chance of nearly meeting from which the office's 预期可达标 is said.
    likely_chance = 0.5 in (0.0, 1.0);
    /// Chance below which it is said to be unsure.
    sure_chance = 0.6 in (0.0, 1.0);
    /// Values that it takes to call a series swinging.
    swing_values = 4.0 in (3.0, 50.0);
    /// Yearly shock above which a series may swing (on the plain scale as a part of the mean).
    swing_shock = 0.10 in (0.0, 5.0);
    /// Part of the inner years that have to be turning points.
    swing_turns = 0.5 in (0.0, 1.0);
    /// Size of a move that counts at a turning point, as a part of the value there.
    swing_move = 0.02 in (0.0, 1.0);
    /// The same for shares, in percentage points.
    swing_points = 0.5 in (0.0, 50.0);
    /// Number of cases below which a rate is too small to show a trend.
    small_count = 10.0 in (0.0, 1000.0);
    /// Age of the newest value, in years before the year judged, above which it is stale.
    stale_years = 2.0 in (0.0, 50.0);
}

/// One cut-off as a page lists it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CutOff {
    /// The name of its field in [`CutOffs`], as links and reports write it.
    pub name: &'static str,
    /// Its value now.
    pub value: f64,
    /// The method's value.
    pub default: f64,
    /// The smallest and the largest value that it may have.
    pub range: (f64, f64),
}

impl CutOff {
    /// Whether the visitor has changed it.
    pub fn is_changed(&self) -> bool {
        self.value != self.default
    }
}

impl CutOffs {
    /// The cut-offs that differ from the method's.
    pub fn changed(&self) -> Vec<CutOff> {
        self.list().into_iter().filter(CutOff::is_changed).collect()
    }
}

/// Why a cut-off was not changed.
#[derive(Clone, Debug, PartialEq)]
pub enum BadCutOff {
    /// There is none of that name.
    Unknown(String),
    /// The value is outside the range.
    OutOfRange {
        /// Which cut-off.
        name: String,
        /// The value refused.
        value: f64,
        /// The smallest and the largest value allowed.
        range: (f64, f64),
    },
}

impl fmt::Display for BadCutOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadCutOff::Unknown(name) => write!(f, "there is no cut-off “{name}”"),
            BadCutOff::OutOfRange {
                name,
                value,
                range: (low, high),
            } => {
                write!(f, "{name} = {value} is outside {low}–{high}")
            }
        }
    }
}

impl std::error::Error for BadCutOff {}

fn checked(name: &str, value: f64, range: (f64, f64)) -> Result<f64, BadCutOff> {
    if (range.0..=range.1).contains(&value) {
        Ok(value)
    } else {
        Err(BadCutOff::OutOfRange {
            name: name.to_owned(),
            value,
            range,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_unchanged_and_in_range() {
        let default = CutOffs::default();
        assert_eq!(default.changed(), []);
        for cutoff in default.list() {
            assert!(
                (cutoff.range.0..=cutoff.range.1).contains(&cutoff.default),
                "{}",
                cutoff.name
            );
        }
    }

    #[test]
    fn a_change_is_listed_by_name_and_nonsense_is_refused() {
        let mut cutoffs = CutOffs::default();
        cutoffs.set("on_track_pace", 0.9).unwrap();
        assert_eq!(
            cutoffs.changed().iter().map(|c| c.name).collect::<Vec<_>>(),
            ["on_track_pace"]
        );
        assert!(cutoffs.set("coverage", f64::NAN).is_err());
        assert!(cutoffs.set("coverage", 1.0).is_err());
        assert!(cutoffs.set("mood", 1.0).is_err());
    }

    #[test]
    fn what_is_out_of_range_falls_back_to_the_method() {
        let odd = CutOffs {
            damping: f64::NAN,
            parity: -1.0,
            hard_chance: 0.3,
            ..CutOffs::default()
        };
        assert_eq!(
            odd.within_range(),
            CutOffs {
                hard_chance: 0.3,
                ..CutOffs::default()
            }
        );
    }

    #[test]
    fn missing_fields_are_the_default_ones() {
        let cutoffs: CutOffs = serde_json::from_str(r#"{"parity":0.05}"#).unwrap();
        assert_eq!(
            cutoffs,
            CutOffs {
                parity: 0.05,
                ..CutOffs::default()
            }
        );
    }
}
