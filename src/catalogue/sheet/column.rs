//! The columns of a table of targets and the words of its cells, in Chinese and in the English of the published
//! tables. The template is Chinese; either is read, also mixed.

use strum::{IntoStaticStr, VariantArray};

use super::super::{Form, Section, Trend};
use crate::lang::Lang;
use crate::tabular::{Columns, fold};

/// A column. Its slug is its English title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Column {
    /// The indicator's id; its name where blank.
    Indicator,
    /// The indicator's name.
    Name,
    /// The plan's letter.
    Plan,
    /// The field's number.
    Field,
    /// The part of the plan.
    Section,
    /// The position in that part.
    Item,
    /// How the figure is held against the value.
    Op,
    /// The value demanded.
    Value,
    /// The unit of measure.
    Unit,
    /// The year by which it is due.
    Year,
    /// Which way a figure without a value is to go.
    Direction,
    /// The indicator compared with.
    RelativeTo,
    /// The words of the plan.
    Quote,
    /// What the plan is called.
    PlanName,
    /// What the field is called.
    FieldName,
    /// The form of the pace.
    Form,
    /// The natural limit.
    Limit,
    /// The year that change is measured from.
    BaseYear,
    /// Other names of the indicator.
    Aliases,
    /// Whose plan it is.
    Area,
}

impl Column {
    /// The English title.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// The title in a language.
    pub fn title(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.slug(),
        }
    }

    fn chinese(self) -> &'static str {
        match self {
            Column::Indicator => "指标编号",
            Column::Name => "指标名称",
            Column::Plan => "规划代号",
            Column::Field => "领域序号",
            Column::Section => "部分",
            Column::Item => "条目序号",
            Column::Op => "要求",
            Column::Value => "目标值",
            Column::Unit => "单位",
            Column::Year => "完成年份",
            Column::Direction => "方向",
            Column::RelativeTo => "比较指标",
            Column::Quote => "原文",
            Column::PlanName => "规划名称",
            Column::FieldName => "领域名称",
            Column::Form => "速度形式",
            Column::Limit => "自然上限",
            Column::BaseYear => "起算年份",
            Column::Aliases => "其他名称",
            Column::Area => "地区",
        }
    }

    /// What a folded title means.
    pub fn from_title(title: &str) -> Option<Column> {
        let is = |column: &&Column| {
            [column.slug(), column.chinese()]
                .iter()
                .any(|t| fold::name(t) == title)
        };
        Column::VARIANTS.iter().find(is).copied()
    }

    /// What the visitor knows the column by: its title in the file, else the one that the file's language would give it.
    pub fn named(self, columns: &Columns<Column>) -> String {
        if let Some(title) = columns.title(self) {
            return title.to_owned();
        }
        let is_chinese = Column::VARIANTS
            .iter()
            .any(|column| columns.title(*column) == Some(column.chinese()));
        self.title(if is_chinese { Lang::Zh } else { Lang::En })
            .to_owned()
    }
}

/// The part of the plan that a cell names: its slug or its official heading.
pub fn section(cell: &str) -> Option<Section> {
    let sections = Section::VARIANTS.iter().copied();
    let mut headed = sections.filter(|section| section.heading() == cell);
    headed.next().or_else(|| cell.to_lowercase().parse().ok())
}

/// The sign of an operator that a cell names, as the catalogue writes it; the cell itself where it is no word for one.
pub fn op(cell: &str) -> &str {
    match cell {
        "≥" => ">=",
        "≤" => "<=",
        _ => OPS
            .iter()
            .find(|(_, word)| *word == cell)
            .map_or(cell, |(sign, _)| sign),
    }
}

/// The operators with the words for them, as the template writes them.
pub const OPS: [(&str, &str); 9] = [
    (">=", "不低于"),
    ("<=", "不高于"),
    ("=", "等于"),
    ("around", "左右"),
    ("change", "增减"),
    ("compare", "不低于另一指标"),
    ("compare-around", "与另一指标相当"),
    ("trend", "趋势"),
    ("milestone", "定性"),
];

/// Which way a figure is to go.
pub fn direction(cell: &str) -> Option<Trend> {
    match cell.to_lowercase().as_str() {
        "up" | "提高" => Some(Trend::Up),
        "down" | "降低" => Some(Trend::Down),
        "narrow" | "缩小" => Some(Trend::Narrow),
        _ => None,
    }
}

/// The form of the pace.
pub fn form(cell: &str) -> Option<Form> {
    match cell.to_lowercase().as_str() {
        "compound" | "增长率" => Some(Form::Compound),
        "linear" | "差值" => Some(Form::Linear),
        _ => None,
    }
}
