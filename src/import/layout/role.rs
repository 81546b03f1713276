//! The words that headers use for each column, in Chinese and English.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::import::names::split_unit;
use crate::tabular::fold;

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// 指标
    Indicator,
    /// 地区
    Area,
    /// 年份
    Year,
    /// 性别
    Sex,
    /// 城乡
    Residence,
    /// 年龄
    Age,
    /// 数值
    Value,
    /// 例数
    Cases,
    /// 单位
    Unit,
    /// 来源
    Source,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; Role::COUNT] = [
        Role::Indicator,
        Role::Area,
        Role::Year,
        Role::Sex,
        Role::Residence,
        Role::Age,
        Role::Value,
        Role::Cases,
        Role::Unit,
        Role::Source,
    ];

    /// How many there are.
    pub const COUNT: usize = 10;

    /// Those that a tidy table cannot do without.
    pub const NECESSARY: [Role; 3] = [Role::Indicator, Role::Year, Role::Value];

    /// The title that the template uses.
    pub fn title(self) -> &'static str {
        match self {
            Role::Indicator => "指标",
            Role::Area => "地区",
            Role::Year => "年份",
            Role::Sex => "性别",
            Role::Residence => "城乡",
            Role::Age => "年龄",
            Role::Value => "数值",
            Role::Cases => "例数",
            Role::Unit => "单位",
            Role::Source => "来源",
        }
    }

    /// The same in English.
    pub fn title_en(self) -> &'static str {
        match self {
            Role::Indicator => "indicator",
            Role::Area => "area",
            Role::Year => "year",
            Role::Sex => "sex",
            Role::Residence => "residence",
            Role::Age => "age",
            Role::Value => "value",
            Role::Cases => "cases",
            Role::Unit => "unit",
            Role::Source => "source",
        }
    }
}

/// Header words by role, folded (see [`fold::name`]), so that none has a space in it.
const WORDS: [(Role, &str); Role::COUNT] = [
    (
        Role::Indicator,
        "指标 指标名称 指标名 监测指标 统计指标 主要指标 指标项 项目 项目名称 名称 指标id item items indicator \
         indicators indicatorname indicatorid series seriesname",
    ),
    (
        Role::Area,
        "地区 地域 区域 地方 地点 地区名称 行政区划 行政区 行政区域 县区 区县 市县 县市区 市县区 县市 \
         地市 城市 省份 省市 国家 国家地区 area areaname area region refarea referencearea geography \
         geographicarea geo country countryname entity location",
    ),
    (
        Role::Year,
        "年份 年度 年 时间 时期 统计年份 统计年度 监测年份 报告期 year years timeperiod time period \
         referenceyear",
    ),
    (Role::Sex, "性别 sex gender"),
    (
        Role::Residence,
        "城乡 城乡分 城乡类型 城乡划分 城乡分类 居住地 residence urban urbanrural urbanisation \
         urbanization degreeofurbanisation degurb",
    ),
    (Role::Age, "年龄 年龄组 年龄段 age agegroup ages"),
    (
        Role::Value,
        "数值 值 监测值 指标值 数据 实际值 完成值 统计值 观测值 实际完成值 value values obsvalue \
         observationvalue",
    ),
    (
        Role::Cases,
        "例数 病例数 案例数 分子 cases numerator numberofcases countofcases",
    ),
    (
        Role::Unit,
        "单位 计量单位 数据单位 unit units unitmeasure unitofmeasure",
    ),
    (
        Role::Source,
        "来源 数据来源 资料来源 出处 数据出处 source sources datasource dataprovider",
    ),
];

static ROLES: LazyLock<HashMap<&str, Role>> = LazyLock::new(|| {
    WORDS
        .iter()
        .flat_map(|(role, words)| words.split(' ').map(|word| (word, *role)))
        .collect()
});

/// The role that a title claims.
pub fn role(title: &str) -> Option<Role> {
    let bare = split_unit(title).map_or(title, |(rest, _)| rest);
    let exactly = |text: &str| ROLES.get(fold::name(text).as_str()).copied();
    // `REF_AREA: Geographic area`, and the corner `指标\年份` of a table that runs both ways.
    let first = |mark: &[char]| bare.split_once(mark).and_then(|(head, _)| exactly(head));
    exactly(bare)
        .or_else(|| first(&[':', '：']))
        .or_else(|| first(&['\\', '/', '／', '＼']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_in_every_dress() {
        for (title, expected) in [
            ("指标名称", Role::Indicator),
            (" INDICATOR ", Role::Indicator),
            ("REF_AREA", Role::Area),
            ("REF_AREA:Geographic area", Role::Area),
            ("geo\\TIME_PERIOD", Role::Area),
            ("指标/年份", Role::Indicator),
            ("年　份", Role::Year),
            ("ＹＥＡＲ", Role::Year),
            ("数值（%）", Role::Value),
            ("OBS_VALUE", Role::Value),
            ("计量单位", Role::Unit),
            ("资料来源", Role::Source),
        ] {
            assert_eq!(role(title), Some(expected), "{title}");
        }
        for title in ["", "备注", "责任单位", "Observation status", "2021"] {
            assert_eq!(role(title), None, "{title}");
        }
    }

    #[test]
    fn every_role_has_words_and_its_own_title_is_one() {
        assert_eq!(WORDS.len(), Role::COUNT);
        for (at, (each, _)) in WORDS.iter().enumerate() {
            assert_eq!(*each as usize, at);
            assert_eq!(role(each.title()), Some(*each));
            assert_eq!(role(each.title_en()), Some(*each));
        }
    }
}
