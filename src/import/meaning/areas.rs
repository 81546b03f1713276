//! Which area a text means: one that the catalogue knows under any of its names, one that its form shows to be an
//! area though nobody knows it, or all areas of a table together.

use rustc_hash::FxHashMap;

use super::group;
use crate::catalogue::{Area, Catalogue, Role as AreaRole};
use crate::tabular::fold;

/// Words for all areas of a table together.
const ALL: &[&str] = &[
    "合计",
    "总计",
    "全市",
    "全区",
    "全县",
    "全州",
    "全部地区",
    "total",
    "allareas",
    "总体",
    "平均",
    "全市合计",
    "全区合计",
    "全县合计",
];

/// How the name of an area ends.
const ENDINGS: &[&str] = &[
    "自治区",
    "自治州",
    "自治县",
    "街道",
    "省",
    "市",
    "县",
    "区",
    "旗",
    "盟",
    "镇",
    "乡",
];

/// The same in English.
const ENGLISH_ENDINGS: &[&str] = &[" City", " County", " District", " Prefecture", " Province"];

/// How the name of a body ends that logs for its area.
const BODIES: &[&str] = &[
    "局",
    "委",
    "院",
    "联",
    "办",
    "办公室",
    "中心",
    "政府",
    "委员会",
    "所",
    "站",
    "会",
    "厅",
];

/// The word for a whole region, or a whole district: what stands beside it decides.
pub const WHOLE_REGION: &str = "全区";

/// Provinces by their short names, as the names of files have them.
const PROVINCES: &str = "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 \
    重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆";

/// Cities by their short names, which files have oftener than the whole ones: the neighbours of the city that comes with
/// the project, and the capitals of provinces. A catalogue need not know them, and still their figures are not those of
/// its own area.
const CITIES: &str = "南宁 柳州 桂林 梧州 北海 防城港 贵港 玉林 百色 贺州 河池 来宾 崇左 \
    石家庄 太原 呼和浩特 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 海口 成都 贵阳 昆明 拉萨 西安 \
    兰州 西宁 银川 乌鲁木齐";

/// Beginnings and endings of words that only look like names of areas.
const NO_NAMES: &[&str] = &[
    "全", "各", "分", "本", "城", "农村", "地区", "社区", "山区", "牧区", "片区", "县", "市", "省", "区域",
    "所辖", "辖区", "郊区", "街区", "园区", "县市", "市区", "国家", "自治",
];

/// Every name of every area of a catalogue.
pub struct Areas<'c> {
    catalogue: &'c Catalogue,
    by_name: FxHashMap<String, &'c Area>,
    /// Names to look for inside a longer text, the longest first.
    inside: Vec<(&'c str, &'c Area)>,
}

impl<'c> Areas<'c> {
    /// Prepares the look-up.
    pub fn new(catalogue: &'c Catalogue) -> Self {
        let mut by_name = FxHashMap::default();
        let mut inside: Vec<(&str, &Area)> = Vec::new();
        for area in &catalogue.areas {
            for name in [&area.id, &area.english].into_iter().chain(&area.aliases) {
                by_name.entry(fold::name(name)).or_insert(area);
                if !name.is_ascii() && name.chars().count() >= 2 {
                    inside.push((name, area));
                }
            }
        }
        inside.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Areas {
            catalogue,
            by_name,
            inside,
        }
    }

    /// The plans' own area.
    pub fn own(&self) -> &'c str {
        self.catalogue.own_area()
    }

    /// The area that the catalogue knows by that name.
    pub fn known(&self, text: &str) -> Option<&'c Area> {
        self.by_name.get(&fold::name(text)).copied()
    }

    /// The area of a cell in a column of areas: by its name, also in two languages or behind its code, by the body that
    /// logs for it, else as it is written.
    pub fn of_cell(&self, text: &str) -> String {
        let known = |text: &str| self.known(text).map(|area| area.id.clone());
        let named = |text: &str| known(text).or_else(|| self.in_short(text));
        let of_body = || is_named_as_body(text).then(|| self.within(text)).flatten();
        let in_chinese = || {
            let chinese = chinese_alone(text)?;
            named(chinese).or_else(|| self.by_form(chinese))
        };
        let whole = |text: &str| named(text).or_else(|| self.by_form(text));
        // （二）钦北区, 其中：灵城街道
        let behind_lead = || super::names::without_lead(text).and_then(whole);
        named(text)
            .or_else(of_body)
            .or_else(in_chinese)
            .or_else(behind_lead)
            .unwrap_or_else(|| fold::squeeze(text))
    }

    /// The whole name of a province or a city that the catalogue does not know, by its short one: 南宁, 广东.
    pub fn in_short(&self, text: &str) -> Option<String> {
        let text = fold::simplify(&fold::squeeze(text));
        let is = |names: &str| names.split_whitespace().any(|name| name == text);
        if is(PROVINCES) {
            return Some(province_in_full(&text));
        }
        is(CITIES).then(|| format!("{text}市"))
    }

    /// Whether a text says whose figures something is: by the name of an area, by its form, or by a body's.
    pub fn says_whose(&self, text: &str) -> bool {
        self.known(text).is_some() || self.by_form(text).is_some() || self.is_body(text)
    }

    /// Whether a text names a body with its area, such as 灵山县卫健局.
    pub fn is_body(&self, text: &str) -> bool {
        is_named_as_body(text) && self.within(text).is_some()
    }

    /// Whether a text stands for all areas of a table together.
    pub fn is_all(text: &str) -> bool {
        ALL.contains(&fold::name(text).as_str())
    }

    /// The area that 全区 means beside 全市: the autonomous region that the plans' own area is compared with.
    pub fn region(&self) -> Option<&'c str> {
        let is_region = |area: &&Area| {
            area.role == AreaRole::Reference
                && [&area.id]
                    .into_iter()
                    .chain(&area.aliases)
                    .any(|name| name.ends_with("自治区"))
        };
        let mut regions = self.catalogue.areas.iter().filter(is_region);
        let region = regions.next().filter(|_| regions.next().is_none())?;
        (!self.own().ends_with('区')).then_some(region.id.as_str())
    }

    /// Whether an area is one that the plans' own is compared with.
    pub fn is_reference(&self, id: &str) -> bool {
        self.catalogue.area(id).map(|area| area.role) == Some(AreaRole::Reference)
    }

    /// Whether a text is an area smaller than the plans' own, or one elsewhere: no whole that others are parts of.
    pub fn is_smaller(&self, text: &str) -> bool {
        match self.known(text) {
            Some(area) => self.is_part(&area.id),
            None => self
                .by_form(text)
                .is_some_and(|name| !name.ends_with(['省', '州'])),
        }
    }

    /// Whether an area is a part of the plans' own, or of the invented one.
    pub fn is_part(&self, id: &str) -> bool {
        let role = self.catalogue.area(id).map(|area| area.role);
        matches!(role, Some(AreaRole::Part | AreaRole::ExamplePart))
    }

    /// The names of areas that stand in a text, so that `钦州市灵山县` gives the county: the last of the smallest.
    /// None where none stands there, or two that have nothing to do with one another.
    pub fn within(&self, text: &str) -> Option<String> {
        let (found, rest) = self.smallest(text);
        if self.names_cities(text) {
            return None;
        }
        match found.as_slice() {
            [] => named_by_form(text)
                .or_else(|| province(text))
                .or_else(|| city(text)),
            [known] => {
                // A county that nobody knows may stand behind a city that is known.
                let behind = rest.rsplit('\u{1}').next().and_then(named_by_form);
                Some(behind.unwrap_or_else(|| known.id.clone()))
            }
            _ => None,
        }
    }

    /// Whether a text names several areas that have nothing to do with one another: 灵山县、浦北县.
    pub fn names_several(&self, text: &str) -> bool {
        self.smallest(text).0.len() > 1 || self.names_cities(text)
    }

    /// Whether a text names several cities by their short names, the plans' own among them.
    fn names_cities(&self, text: &str) -> bool {
        let own = self.own().trim_end_matches('市');
        let others = cities(text).filter(|name| *name != own).count();
        others + usize::from(text.contains(own)) > 1
    }

    /// The smallest of the catalogue's areas that a text names, and the text without any of them.
    fn smallest(&self, text: &str) -> (Vec<&'c Area>, String) {
        let mut rest = fold::simplify(&fold::squeeze(text));
        let mut found: Vec<&Area> = Vec::new();
        for (name, area) in &self.inside {
            if rest.contains(name) {
                rest = rest.replace(name, "\u{1}");
                if !found.iter().any(|known| known.id == area.id) {
                    found.push(area);
                }
            }
        }
        let size = |area: &&Area| match area.role {
            AreaRole::Part | AreaRole::ExamplePart => 0,
            AreaRole::Own | AreaRole::Example => 1,
            AreaRole::Reference => 2,
        };
        let smallest = found.iter().map(size).min();
        found.retain(|area| Some(size(area)) == smallest);
        (found, rest)
    }

    /// The area of the catalogue whose name an unknown one is nearly: with words around it (灵山县合计), or one letter
    /// of at least three other.
    pub fn near(&self, text: &str) -> Option<&'c str> {
        if self.known(text).is_some() {
            return None;
        }
        let wanted: Vec<char> = text.chars().collect();
        let around = self.within(text).and_then(|id| self.catalogue.area(&id));
        let one_other = |name: &str| {
            let differ = name.chars().zip(&wanted).filter(|(a, b)| a != *b).count();
            // The city and the county of one name are two areas.
            let ends_alike = name.chars().next_back() == wanted.last().copied();
            wanted.len() >= 3 && name.chars().count() == wanted.len() && differ == 1 && ends_alike
        };
        let misspelt = || {
            let is =
                |area: &&Area| matches!(area.role, AreaRole::Own | AreaRole::Part) && one_other(&area.id);
            // 灵山县 and 浦北县 are as near to 合山县: two that are near say nothing.
            let mut near = self.catalogue.areas.iter().filter(is);
            near.next().filter(|_| near.next().is_none())
        };
        around.or_else(misspelt).map(|area| area.id.as_str())
    }

    /// The area that a text is, by the form of its name alone: 合浦县.
    pub fn by_form(&self, text: &str) -> Option<String> {
        named_by_form(text).filter(|name| name == fold::trim(text))
    }

    /// The area of a source: the one that a body in it publishes for, or the one in the body's own name.
    pub fn of_source(&self, text: &str) -> Option<String> {
        let text = fold::trim(text);
        let in_name = || is_named_as_body(text).then(|| self.within(text)).flatten();
        self.of_publisher(text).or_else(in_name)
    }

    /// The area whose figures a body's are that stands in a text, such as a line that names the source.
    pub fn of_publisher(&self, text: &str) -> Option<String> {
        let publishes = |area: &&Area| area.publishers.iter().any(|body| text.contains(body.as_str()));
        self.catalogue
            .areas
            .iter()
            .find(publishes)
            .map(|area| area.id.clone())
    }
}

/// A name without the word for its kind: 合浦 of 合浦县.
pub fn short_of(full: &str) -> Option<&str> {
    let mut kinds = ENDINGS.iter().chain(ENGLISH_ENDINGS);
    let short = kinds.find_map(|kind| full.strip_suffix(kind))?;
    (short.chars().count() >= 2).then_some(short)
}

/// The province whose short name a text begins with: 浙江妇幼年报.
fn province(text: &str) -> Option<String> {
    let text = fold::trim(text);
    let known = PROVINCES.split_whitespace().find(|name| text.starts_with(name));
    known.map(province_in_full)
}

/// The whole name of a province by its short one.
fn province_in_full(name: &str) -> String {
    let ending = match name {
        "北京" | "天津" | "上海" | "重庆" => "市",
        "内蒙古" | "西藏" => "自治区",
        "宁夏" => "回族自治区",
        "新疆" => "维吾尔自治区",
        _ => "省",
    };
    format!("{name}{ending}")
}

/// The name in Chinese alone of a text that says it in another language too, or its code: `灵山县 Lingshan`,
/// `450721灵山县`.
fn chinese_alone(text: &str) -> Option<&str> {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let start = text.find(is_chinese)?;
    let end = text
        .rfind(is_chinese)
        .map(|at| at + text[at..].chars().next().map_or(0, char::len_utf8))?;
    let (before, name, after) = (&text[..start], &text[start..end], &text[end..]);
    let is_other = |c: char| c.is_ascii() || matches!(c, '（' | '）' | '　' | '／' | '、' | '．' | '’');
    let alone = name.chars().all(is_chinese) && before.chars().all(is_other) && after.chars().all(is_other);
    (alone && name.len() < text.len() && is_name_or_code(before) && is_name_or_code(after)).then_some(name)
}

/// Whether what stands beside a name can be its translation, its code or its number in a list: no year, and no group.
fn is_name_or_code(beside: &str) -> bool {
    let mut runs = beside.split(|c: char| !c.is_ascii_digit()).map(str::len);
    let letters: Vec<&str> = beside
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let says_group = |word: &&str| {
        matches!(group::sex(word), Ok(Some(_))) || matches!(group::residence(word), Ok(Some(_)))
    };
    runs.all(|run| run <= 2 || run >= 6)
        && (letters.is_empty() || letters.concat().len() >= 3)
        && !letters.iter().any(says_group)
}

/// The city whose short name a text begins with: 南宁2023.
fn city(text: &str) -> Option<String> {
    let text = fold::trim(text);
    let known = cities(text).find(|name| text.starts_with(name));
    known.map(|name| format!("{name}市"))
}

/// The short names of cities that stand in a text.
fn cities(text: &str) -> impl Iterator<Item = &'static str> {
    CITIES.split_whitespace().filter(move |name| text.contains(name))
}

fn is_named_as_body(text: &str) -> bool {
    BODIES.iter().any(|ending| text.ends_with(ending))
}

/// The area that a text begins with, by the form of its name alone: two to five characters before 省, 市, 县, 区….
fn named_by_form(text: &str) -> Option<String> {
    let text = fold::trim(text);
    let letters: Vec<(usize, char)> = text.char_indices().take(12).collect();
    for (count, (at, _)) in letters.iter().enumerate().skip(2) {
        let ending = ENDINGS.iter().find(|ending| text[*at..].starts_with(**ending));
        if let Some(ending) = ending {
            let name = &text[..*at + ending.len()];
            let stem = &text[..*at];
            let is_name = count <= 5
                && stem.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
                && !NO_NAMES.iter().any(|word| {
                    stem.starts_with(word)
                        || name.ends_with(word)
                            && *word != "县"
                            && *word != "市"
                            && *word != "省"
                            && *word != "自治"
                });
            return is_name.then(|| name.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    #[test]
    fn known_areas_get_their_id() {
        let areas = Areas::new(builtin());
        let own = builtin().own_area();
        assert_eq!(areas.known(&format!(" {own}　")).unwrap().id, own);
        assert_eq!(areas.known("中国").unwrap().id, "全国");
        assert!(areas.known("没有这个县").is_none());
    }

    #[test]
    fn what_stands_beside_a_name_is_its_translation_or_its_code_and_nothing_else() {
        let areas = Areas::new(builtin());
        for text in [
            "灵山县 Lingshan",
            "灵山县（Lingshan County）",
            "450721灵山县",
            "2、灵山县",
            "（一）灵山县",
            "灵山",
        ] {
            assert_eq!(areas.of_cell(text), "灵山县", "{text}");
        }
        for text in [
            "灵山县2021",
            "灵山县 Urban",
            "灵山县(F)",
            "灵山县A",
            "灵山县农村",
            "灵山县1-9月",
        ] {
            assert_ne!(areas.of_cell(text), "灵山县", "{text}");
        }
        assert_eq!(areas.of_cell("南宁"), "南宁市");
        assert_eq!(areas.of_cell("宁夏"), "宁夏回族自治区");
    }

    #[test]
    fn a_title_names_the_smallest_area_in_it() {
        let areas = Areas::new(builtin());
        let within = |text| areas.within(text);
        assert_eq!(within("钦州市灵山县2022年妇幼年报").as_deref(), Some("灵山县"));
        assert_eq!(within("2022年全国情况").as_deref(), Some("全国"));
        assert_eq!(within("防城港市妇女儿童监测统计表").as_deref(), Some("防城港市"));
        assert_eq!(within("南宁2023").as_deref(), Some("南宁市"));
        assert!(areas.names_several("灵山县、浦北县2022年"));
        assert!(!areas.names_several("钦州市灵山县2022年"));
        assert!(areas.names_several("钦州与南宁2023"));
        assert_eq!(within("南宁与柳州2023"), None);
        for text in ["各县区情况", "城市社区覆盖率", "2022年妇幼年报", "农村地区情况"]
        {
            assert_eq!(within(text), None, "{text}");
        }
        assert_eq!(
            areas.of_publisher("数据来源：国家统计局").as_deref(),
            Some("全国")
        );
    }
}
