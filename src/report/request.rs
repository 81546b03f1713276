//! What a report is asked for.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::assess::Board;
use crate::catalogue::{Catalogue, ContextFigure, Year};
use crate::lang::Lang;
use crate::observation::{GoalAgencies, Loaded};

/// Which of the three reports that the plans ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// 年度监测
    #[default]
    Annual,
    /// 中期评估
    #[strum(serialize = "midterm")]
    MidTerm,
    /// 终期评估
    Final,
}

impl Kind {
    /// The word for it in addresses and names of files.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// The year that an evaluation is about; none for the annual report, which is about any.
    pub fn due(self, catalogue: &Catalogue) -> Option<Year> {
        match self {
            Kind::Annual => None,
            Kind::MidTerm => Some(catalogue.midterm),
            Kind::Final => Some(catalogue.deadline),
        }
    }
}

/// How much of a report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Edition {
    /// 简版: a few pages with what calls for attention; says what it leaves out, which [`annex`](super::annex) holds.
    #[default]
    Short,
    /// 全文: the parts and the order of published reports.
    Full,
}

impl Edition {
    /// The word for it in addresses.
    pub fn slug(self) -> &'static str {
        self.into()
    }
}

/// Which part of the plans a report is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All plans.
    #[default]
    Whole,
    /// One plan, by its letter.
    Plan(char),
    /// One field, such as `W1`.
    Field(String),
    /// The goals that one responsible agency answers for, by its name.
    Agency(String),
}

/// What the word of an agency begins with, so that no agency is taken for a plan or a field.
const AGENCY: &str = "agency:";

impl Scope {
    /// The word for it in addresses: empty, `W`, `W1` or `agency:` and a name.
    pub fn slug(&self) -> String {
        match self {
            Scope::Whole => String::new(),
            Scope::Plan(plan) => plan.to_string(),
            Scope::Field(field) => field.clone(),
            Scope::Agency(agency) => format!("{AGENCY}{agency}"),
        }
    }

    /// The scope with that word; whether there is such a part is for [`is_in`](Self::is_in) to say.
    pub fn from_slug(slug: &str) -> Scope {
        if let Some(agency) = slug.strip_prefix(AGENCY) {
            return Scope::Agency(agency.to_owned());
        }
        let mut letters = slug.chars();
        match (letters.next(), letters.next()) {
            (None, _) => Scope::Whole,
            (Some(plan), None) => Scope::Plan(plan),
            _ => Scope::Field(slug.to_owned()),
        }
    }

    /// Whether a catalogue has such a part, or the loaded files name such an agency.
    pub fn is_in(&self, catalogue: &Catalogue, agencies: &[GoalAgencies]) -> bool {
        match self {
            Scope::Whole => true,
            Scope::Plan(plan) => catalogue.plan(*plan).is_some(),
            Scope::Field(field) => catalogue.field(field).is_some(),
            Scope::Agency(agency) => agencies.iter().any(|of| of.names(agency)),
        }
    }
}

/// What the author adds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Author {
    /// A title of their own; empty for the default one.
    pub title: String,
    /// Who issues the report; may be empty.
    pub issuer: String,
    /// Free text, paragraphs apart by line breaks; may be empty.
    pub text: String,
    /// 评估过程: how the evaluation was done; may be empty.
    pub process: String,
    /// 经验做法; may be empty.
    pub experience: String,
    /// 问题及原因; may be empty.
    pub problems: String,
    /// 对策建议; may be empty.
    pub proposals: String,
}

/// Everything that a report is made from. The year reported is the board's.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The plans, and every series with its source.
    pub loaded: Loaded<'a>,
    /// The area reported, judged.
    pub board: &'a Board,
    /// Who answers for which goal, as the loaded files say.
    pub agencies: &'a [GoalAgencies],
    /// The areas compared with, judged; shown, never counted.
    pub references: &'a [Arc<Board>],
    /// The area reported, judged up to the year before; none where there is none to compare with.
    pub before: Option<&'a Board>,
    /// Population and births as published, for the parts of a report that tell of the area.
    pub context: &'a [ContextFigure],
    /// Which report.
    pub kind: Kind,
    /// About which part of the plans.
    pub scope: &'a Scope,
    /// How much of it.
    pub edition: Edition,
    /// The language.
    pub lang: Lang,
    /// The day of writing, as the report prints it; empty for none.
    pub date: &'a str,
    /// Whether the area is invented.
    pub example: bool,
    /// What the author adds.
    pub author: &'a Author,
}

impl Request<'_> {
    /// An area's name in the language of the report.
    pub fn area_name(&self, area: &str) -> String {
        self.loaded.catalogue.area_name(area, self.lang).to_owned()
    }

    /// The name of the area reported.
    pub fn area(&self) -> String {
        self.area_name(&self.board.area)
    }
}
