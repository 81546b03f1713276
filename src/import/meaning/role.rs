//! The words that headers use for each column, in Chinese and English.

use std::sync::LazyLock;

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::names::{is_known_unit, split_unit};
use crate::catalogue::Unit;
use crate::tabular::fold;

/// What a column holds.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
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
    /// 分母: how many the cases are of.
    Denominator,
    /// 单位
    Unit,
    /// 来源
    Source,
    /// The kind of figure: measured, or a target.
    Figure,
    /// A power of ten that values are to be multiplied with.
    Multiplier,
    /// How a value was come by, SDMX's OBS_STATUS: a break of the series, a forecast.
    Status,
    /// What a message of SDMX wants done with a row: a row to be deleted is no observation.
    Action,
    /// 月份, 季度: a part of the year, of which only the whole counts.
    PartOfYear,
    /// 频度: how often values are observed, SDMX's FREQ: what is observed several times a year is of a part of it.
    Frequency,
    /// A group that no catalogue knows, such as 民族: only its totals count.
    Dimension,
    /// Remarks about a row.
    Note,
    /// A code of something that another column names.
    Code,
    /// Something that does not tell values apart.
    Attribute,
}

impl Role {
    /// Those that a table of values cannot do without.
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
            Role::Denominator => "分母",
            Role::Unit => "单位",
            Role::Source => "来源",
            Role::Figure => "数据类型",
            Role::Multiplier => "倍数",
            Role::Status => "数据状态",
            Role::Action => "操作",
            Role::PartOfYear => "月份或季度",
            Role::Frequency => "频度",
            Role::Dimension => "其他分组",
            Role::Note => "备注",
            Role::Code => "代码",
            Role::Attribute => "其他",
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
            Role::Denominator => "denominator",
            Role::Unit => "unit",
            Role::Source => "source",
            Role::Figure => "kind of figure",
            Role::Multiplier => "multiplier",
            Role::Status => "observation status",
            Role::Action => "action",
            Role::PartOfYear => "month or quarter",
            Role::Frequency => "frequency",
            Role::Dimension => "other group",
            Role::Note => "note",
            Role::Code => "code",
            Role::Attribute => "attribute",
        }
    }

    /// Whether a column of it says something that tells the values of its rows apart.
    pub fn is_key(self) -> bool {
        matches!(
            self,
            Role::Indicator | Role::Area | Role::Year | Role::Sex | Role::Residence | Role::Age
        )
    }
}

/// Header words by role, folded (see [`fold::name`]), so that none has a space in it.
const WORDS: &[(Role, &str)] = &[
    (
        Role::Indicator,
        "指标 指标名称 指标名 监测指标 监测指标名称 统计指标 主要指标 主要监测指标 指标项 指标内容 项目 项目名称 名称 指标id item \
         items indicator indicators indicatorname indicatorid series seriesname indname показатель",
    ),
    (
        Role::Area,
        "地区 地域 区域 地方 地点 地区名称 行政区划 行政区划名称 行政区 行政区域 省 市 县 县区 区县 市县 县市区 市县区 县市 县区名称 \
         地市 城市 县名 市名 区名 乡镇 镇街 街道 乡镇街道 乡镇名称 乡镇办 省份 省市 国家 国家地区 所属地区 填报单位 填报地区 上报单位 报送单位 报送地区 统计地区 填报县区 area areas \
         areaname region refarea referencearea geography geographicarea geo country countryname entity location \
         geonameshort territory jurisdiction",
    ),
    (
        Role::Year,
        "年份 年度 年 时间 时期 统计年份 统计年度 监测年份 数据年份 报告期 所属年度 year years timeperiod time period \
         referenceyear dimtime",
    ),
    (Role::Sex, "性别 sex gender пол"),
    (
        Role::Residence,
        "城乡 城乡分 城乡类型 城乡划分 城乡分类 居住地 residence urban urbanrural urbanisation \
         urbanization degreeofurbanisation degurb местность",
    ),
    (Role::Age, "年龄 年龄组 年龄段 age agegroup ages currentage"),
    (
        Role::Value,
        "数值 值 监测值 指标值 数据 实际值 完成值 统计值 观测值 实际完成值 率 比率 比例 百分比 数量 value values obsvalue \
         observationvalue factvaluenumeric numeric firsttooltip",
    ),
    (
        Role::Cases,
        "例数 病例数 案例数 分子 cases numerator numberofcases countofcases",
    ),
    (Role::Denominator, "分母 denominator"),
    (
        Role::Unit,
        "单位 计量单位 数据单位 unit units unitmeasure unitofmeasure measureunit factvalueuom",
    ),
    (
        Role::Source,
        "来源 数据来源 资料来源 出处 数据出处 source sources datasource dataprovider",
    ),
    (
        Role::Figure,
        "数据类型 指标类型 数值类型 值类型 数据性质 figure kindoffigure valuetype",
    ),
    (
        Role::Multiplier,
        "unitmult unitmultiplier powercode powercodecode multiplier 倍数 数量级",
    ),
    (
        Role::Status,
        "数据状态 观测状态 口径说明 observationstatus obsstatus obsflag flag flags flagcodes",
    ),
    (Role::Action, "action"),
    (
        Role::PartOfYear,
        "月份 月 季度 季 半年 期别 month months quarter quarters semester",
    ),
    (
        Role::Frequency,
        "freq frequency frequencyofobservation 频度 频率 统计频率 数据频率 统计周期",
    ),
    (
        Role::Dimension,
        "民族 族别 残疾 残疾类型 是否残疾 受教育程度 教育程度 文化程度 学历 学段 婚姻状况 职业 行业 收入 收入组 收入水平 户籍 户口 \
         户口性质 流动情况 单位性质 机构 机构类型 办学性质 办别 学校类型 类型 类别 分类 组别 分组 人群 人群分类 disability disabilitystatus \
         ethnicity race education educationlevel educationallevel income incomegroup wealth wealthquintile quintile \
         occupation maritalstatus migration migratorystatus institution institutiontype category subgroup group \
         population type productivity activity composite compositebreakdown vaccine",
    ),
    (
        Role::Note,
        "备注 说明 注 注释 附注 情况说明 note notes comment comments remark remarks footnote footnotes factcomments",
    ),
    (
        Role::Code,
        "代码 编码 指标代码 指标编码 地区代码 行政区划代码 区划代码 code countrycode indicatorcode seriescode areacode geocode iso iso3 \
         indid indcode induuid indpercode dimgeocodem49 spatialdimvaluecode parentlocationcode dim1valuecode dim2valuecode \
         dim3valuecode datasourcedimvaluecode unitcode sexcode geo3",
    ),
    (
        Role::Attribute,
        "file sheet line column 文件 工作表 行 列 序号 编号 行号 no number id rowid dataflow structure structureid structurename \
         lastupdate lastupdated obsconf confstatus decimals lowerbound upperbound low high factvaluenumericlow factvaluenumerichigh \
         factvaluenumericlowprefix factvaluenumerichighprefix factvaluenumericprefix factvaluetranslationid language \
         datemodified islatestyear locationtype periodtype dim1type dim2type dim3type parentlocation datasourcename \
         dimtimetype dimgeocodetype dimpublishstatecode publishstate displayvalue refperiod priceBase baseper edition 序 \
         observationconfidentiality observationconfidentaility domain 领域 所属领域 责任单位 牵头单位 填报人 审核人 负责人 \
         填报时间 填报日期 联系电话 更新时间",
    ),
];

static ROLES: LazyLock<FxHashMap<String, Role>> = LazyLock::new(|| {
    let words = |(role, words): &'static (Role, &'static str)| {
        words
            .split_whitespace()
            .map(move |word| (word.to_lowercase(), *role))
    };
    WORDS.iter().flat_map(words).collect()
});

/// The role that a title claims.
pub fn role(title: &str) -> Option<Role> {
    let bare = split_unit(title).map_or(title, |(rest, _)| rest);
    let exactly = |text: &str| ROLES.get(fold::name(text).as_str()).copied();
    // `REF_AREA: Geographic area`, and the corner `指标\年份` of a table that runs both ways.
    let first = |mark: &[char]| bare.split_once(mark).and_then(|(head, _)| exactly(head));
    exactly(bare)
        .or_else(|| first(&[':']))
        .or_else(|| first(&['\\', '/', '／', '＼']))
        .or_else(|| portal_value(bare))
}

/// WHO's portal names the column of values by its unit, `RATE_PER_100000_N`, with its bounds `…_NL` and `…_NU`.
fn portal_value(title: &str) -> Option<Role> {
    let measure = ["RATE_", "PERCENT_", "AMOUNT_", "COUNT_", "INDEX_"];
    let (_, end) = title.rsplit_once('_')?;
    match end {
        _ if !measure.iter().any(|start| title.starts_with(start)) => None,
        "N" => Some(Role::Value),
        "NL" | "NU" => Some(Role::Attribute),
        _ => None,
    }
}

/// The unit that such a title says.
pub fn portal_unit(title: &str) -> Option<Unit> {
    let measured = title
        .strip_suffix("_N")
        .filter(|_| portal_value(title) == Some(Role::Value))?;
    let unit = if measured.starts_with("PERCENT") {
        Unit::new("%")
    } else {
        Unit::new(measured)
    };
    Some(unit).filter(is_known_unit)
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
            ("填报单位", Role::Area),
            ("UNIT_MULT", Role::Multiplier),
            ("民族", Role::Dimension),
            ("备注", Role::Note),
        ] {
            assert_eq!(role(title), Some(expected), "{title}");
        }
        for title in ["", "2021", "婴儿死亡率", "地区：灵山县"] {
            assert_eq!(role(title), None, "{title}");
        }
    }

    #[test]
    fn the_templates_titles_are_read_back() {
        for role_of in Role::NECESSARY
            .into_iter()
            .chain([Role::Area, Role::Sex, Role::Unit])
        {
            assert_eq!(role(role_of.title()), Some(role_of));
            assert_eq!(role(role_of.title_en()), Some(role_of));
        }
    }
}
