//! The types of a catalogue: plans, fields, goals and measures with their official text, the areas they
//! speak of, and the indicators with the targets that the text states. Plain data with serde and borsh, shared by the
//! build script that checks the source files and by the library that uses the result.

mod area;
mod everyday;
mod id;
mod indicator;
mod lookup;
mod plan;
mod stage;
mod target;
mod unit;

pub use crate::tabular::year::Year;
pub use area::{Area, Role};
pub use everyday::Everyday;
pub use id::{ItemId, Section};
pub use indicator::{Definition, Dimension, Direction, Form, Gap, Indicator, Kind};
pub use plan::{Chapter, Field, Goal, Measure, Notice, Plan, Sex};
pub use stage::Stage;
pub use target::{Each, Op, Target, Trend};
pub use unit::{Unit, natural_limit};

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// The version of the published catalogue format; a file of another version is refused.
pub const FORMAT: u32 = 1;

/// Everything that one city has published: its plans, their texts, and what they promise to reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Catalogue {
    /// Version of this format, [`FORMAT`].
    pub format: u32,
    /// What the catalogue as a whole is called, in Chinese.
    pub title: String,
    /// The same in English; empty where its author gave none.
    #[serde(default)]
    pub english: String,
    /// The name of files that hold the whole page, in small Latin letters, digits and hyphens.
    #[serde(default = "slug")]
    pub slug: String,
    /// What the plans together are called after the area's name, in Chinese: reports are named by it.
    #[serde(default = "subject")]
    pub subject: String,
    /// The same in English.
    #[serde(default = "subject_english")]
    pub subject_english: String,
    /// What readers should know of the published figures that come with the catalogue, in Chinese.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about_reference: String,
    /// The same in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about_reference_english: String,
    /// The notice that put the plans into force.
    pub notice: Notice,
    /// The year that change is measured from unless a target says otherwise.
    pub base_year: Year,
    /// The year of the mid-term evaluation.
    pub midterm: Year,
    /// The year by which targets are due unless they say otherwise.
    pub deadline: Year,
    /// The plans' own area first, then its parts, then the areas it is compared with.
    pub areas: Vec<Area>,
    /// The plans in the order of publication.
    pub plans: Vec<Plan>,
    /// Every indicator, in the order in which the plans first name it.
    pub indicators: Vec<Indicator>,
    /// Stages of life with the goals that concern each; none where nobody has sorted the goals so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// Everyday words beside the plans' own, for the search.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub everyday: Vec<Everyday>,
}

/// What files were called before they could be named.
fn slug() -> String {
    "plans".to_owned()
}

/// What plans are called in a file of before they could be named.
fn subject() -> String {
    "发展规划".to_owned()
}

fn subject_english() -> String {
    "development plans".to_owned()
}
