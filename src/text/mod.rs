//! What the app says, in both languages. Chinese comes first and is complete; English is written for itself, not
//! translated word for word. The official text of the plans stays Chinese in both. Every sentence that carries a figure
//! or a name stands here; those of one subject in a module that callers name, such as [`overview`] or [`backup`].

pub mod alerts;
mod answer;
mod arithmetic;
pub mod backup;
mod chance;
pub mod compare;
mod cutoffs;
mod date;
mod demand;
pub mod digest;
mod example;
pub mod family;
pub mod files;
mod goal;
pub mod goals;
mod group;
mod headline;
pub mod indicator;
pub mod kept;
pub mod link;
pub mod mapping;
mod number;
pub mod overview;
mod pieces;
mod plain;
mod reason;
mod record;
pub mod report;
pub mod search;
pub mod slides;
mod status;
mod urgent;
mod verdict;
mod warning;
pub mod writing;

pub use crate::lang::Lang;
pub use answer::{least_sentence, main_item, what_if_sentence, yearly_words};
pub use chance::chance;
pub use cutoffs::{changed_cutoffs, cutoff_meaning, cutoff_range, cutoff_scale, cutoff_value};
pub use date::date;
pub use demand::{demand, demand_by, demand_sign};
pub use example::EXAMPLE_MARK;
pub use goal::{goal_standing, main_status};
pub use group::{disaggregation_word, member_name};
pub use headline::{outlook_sentence, pledged_sentence, promised_sentence, time_left};
pub use number::{
    NO_NUMBER, THIN_SPACE, after_chinese, before_chinese, computed, decimals, number, quantity, unit_after,
    unit_behind, with_unit, with_year, year, year_alone,
};
pub use pieces::pieces;
pub use plain::{plain_number, plain_promise, plain_standing, plain_value};
pub use reason::missing_reason;
pub use record::{progress_word, record_sentence};
pub use status::{counts_sentence, level_word, status_glyph, status_meaning, status_word};
pub use urgent::{cause_in_short, missed_by, now_and_goal, urgent_line};
pub use verdict::Subject;
pub use warning::{missing_word, warning_word};
