//! What a table's surroundings say about all of its values: lines above it such as 单位：% and 指标：…, its title,
//! its notes, the sheet's name and the file's. What stands nearest to the values is believed first.

use crate::catalogue::{Unit, Year};
use crate::import::meaning::{About, AreaSaid, Lexicon, Meaning, Place, is_chinese_numeral, role};
use crate::import::memo::Memo;
use crate::observation::Residence;
use crate::tabular::{Content, Record, fold};

use super::scope::{self, Stands};

/// What is said about all values of a table at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Texts that may name the indicator, the likeliest first, each with its line where it stands in the table.
    pub indicator: Vec<(String, Option<u32>)>,
    /// The units that a line gives: one for every value, or several in the order of the columns.
    pub units: Vec<Unit>,
    /// What else is said: area, year, group.
    pub about: About,
    /// Whether they name several areas that have nothing to do with one another, and none of them alone: then a value
    /// without an area of its own is nobody's, and least of all the plans' own area's.
    pub several_areas: bool,
}

const INDICATOR: &[&str] = &["指标", "指标名称", "indicator", "indicatorname"];
const UNIT: &[&str] = &["单位", "计量单位", "数据单位", "unit", "units"];
const AREA: &[&str] = &[
    "地区",
    "填报单位",
    "填报地区",
    "编制单位",
    "编报单位",
    "上报单位",
    "报送单位",
    "制表单位",
    "制表机关",
    "填表单位",
    "行政区划",
    "area",
];
const YEAR: &[&str] = &["年份", "年度", "统计年度", "报告期", "所属年度", "year"];
const SOURCE: &[&str] = &["来源", "数据来源", "资料来源", "source", "sources"];
const NOTE: &[&str] = &["注", "备注", "附注", "说明", "注释", "note", "notes"];

/// Words that a title wraps around what it is about.
const WRAPPING: &[&str] = &[
    "统计监测表",
    "监测统计表",
    "统计表",
    "情况表",
    "监测表",
    "一览表",
    "汇总表",
    "续表",
    "情况",
    "数据表",
    "表",
];

/// How a title begins that says a table is by area.
const EACH_AREA: &[&str] = &[
    "各县（区）",
    "各县(区)",
    "各县、区",
    "各县市区",
    "各县区",
    "各地区",
    "各市县",
    "各县",
    "各市",
    "各地",
    "分县区",
    "分地区",
];

impl Context {
    /// Reads what surrounds a table: the lines `above` and the notes `below` it, the sheet's name, the file's. In the
    /// last table of a sheet (`is_last`) the notes below may say whose figures they are; elsewhere such a line may
    /// belong to the next.
    pub fn read(
        lexicon: &Lexicon<'_>,
        above: &[Record],
        (below, is_last): (&[Record], bool),
        sheet: Option<&str>,
        file: &str,
    ) -> Context {
        let mut context = Context::default();
        for record in above {
            context.line(lexicon, record);
        }
        if context.about.area.is_none() && is_last {
            let signed = naming(below, AREA).find_map(|record| labelled(record, AREA));
            context.about.area = signed
                .and_then(|text| lexicon.areas.within(&text))
                .map(AreaSaid::One);
        }
        if context.about.area.is_none() {
            let below = below
                .iter()
                .filter(|_| is_last)
                .map(|record| (record, Stands::Below));
            let above = above.iter().rev().map(|record| (record, Stands::Above));
            context.about.area = scope(lexicon, above.chain(below));
        }
        let notes = below.iter().filter(|_| is_last);
        context.several_areas = context.about.area.is_none()
            && above
                .iter()
                .chain(notes)
                .any(|record| names_several(lexicon, record));
        context.indicator.reverse();
        let titles = above.iter().rev().filter_map(title);
        for (text, line) in titles
            .map(|(text, line)| (text, Some(line)))
            .chain(sheet.map(|name| (name.to_owned(), None)))
        {
            context.title(lexicon, &text, line);
        }
        let stem = stem(file);
        context.indicator.push((stem.clone(), None));
        let bare = named(&stem);
        for bare in [bare, &unwrapped(without_lead(bare))] {
            if context.indicator.last().is_none_or(|(known, _)| known != bare) {
                context.indicator.push((bare.to_owned(), None));
            }
        }
        context.about.year = context.about.year.or_else(|| year_of_file(&stem).map(Ok));
        let meaning = lexicon.meaning(bare);
        if meaning.about.indicator.is_none() {
            context.group(bare, &meaning);
        }
        context.place(lexicon, &stem);
        if context.about.area.is_none() && !context.several_areas {
            context.about.area = source(lexicon, above.iter().chain(naming(below, SOURCE)));
        }
        if let Some(said) = lexicon.said.get(Place::File, bare) {
            context.said(lexicon, said);
        }
        context
    }

    /// What a visitor said of files of that name, where nothing in the file says it.
    fn said(&mut self, lexicon: &Lexicon<'_>, said: &Meaning) {
        if let Some(at) = said.about.indicator {
            let id = lexicon.catalogue.indicators[at].id.clone();
            self.indicator.push((id, None));
        }
        self.about.fill(&About {
            indicator: None,
            ..said.about.clone()
        });
    }

    /// What a line of its own says, such as 单位：‰.
    fn line(&mut self, lexicon: &Lexicon<'_>, record: &Record) {
        if let Some(name) = labelled(record, INDICATOR) {
            self.indicator.push((name, Some(record.line)));
        }
        if let Some(text) = labelled(record, UNIT) {
            self.units = units(&text);
        }
        if let Some(area) = labelled(record, AREA).and_then(|text| lexicon.areas.within(&text)) {
            self.about.area = Some(AreaSaid::One(area));
        }
        if let Some(year) = labelled(record, YEAR).and_then(|text| crate::import::meaning::period(&text).ok())
        {
            self.about.year = Some(Ok(year));
        }
    }

    /// Whose figures they are by a title, or by the name of a sheet or a file, where nothing nearer has said it.
    fn place(&mut self, lexicon: &Lexicon<'_>, text: &str) {
        if self.about.area.is_none() && !self.several_areas {
            self.about.area = lexicon.areas.within(text).map(AreaSaid::One);
            self.several_areas = self.about.area.is_none() && lexicon.areas.names_several(text);
        }
    }

    /// What a title says, or the name of a sheet.
    fn title(&mut self, lexicon: &Lexicon<'_>, text: &str, line: Option<u32>) {
        self.place(lexicon, text);
        let about = &mut self.about;
        if about.year.is_none() && !text.contains("年鉴") {
            about.year = only_year(text).map(Ok);
        }
        let bare = unwrapped(text);
        let meaning = lexicon.meaning(&bare);
        if meaning.about.indicator.is_some() && !meaning.unknown {
            self.indicator.push((bare, line));
        } else {
            self.group(&bare, &meaning);
        }
    }

    /// Which part of everyone a title means that names no indicator, or the name of a sheet or a file: 农村, 男. 妇女
    /// is the name of a plan.
    fn group(&mut self, bare: &str, meaning: &Meaning) {
        // The file m.csv is not about men.
        if bare.len() < 3 {
            return;
        }
        let mut group = About {
            sex: meaning.about.sex.filter(|_| !bare.contains('妇')),
            residence: meaning.about.residence,
            age: meaning.about.age.clone(),
            ..About::default()
        };
        if meaning.unknown {
            let rural = bare.contains("农村") && !["城", "农村留守"].iter().any(|word| bare.contains(word));
            group = About {
                residence: rural.then_some(Residence::Rural),
                ..About::default()
            };
        }
        self.about.fill(&group);
    }

    /// Whether the indicator is named outside the table.
    pub fn names_indicator(&self, lexicon: &Lexicon<'_>) -> bool {
        let claims = self.indicator.iter().any(|(_, line)| line.is_some());
        claims
            || self
                .indicator
                .iter()
                .any(|(text, _)| lexicon.meaning(text).about.indicator.is_some())
    }

    /// The context of a further table in the same sheet: what its own surroundings leave open stays as it was.
    pub fn or(mut self, earlier: &Context) -> Context {
        if self.indicator.iter().all(|(_, line)| line.is_none()) {
            self.indicator.clone_from(&earlier.indicator);
        }
        if self.units.is_empty() {
            self.units.clone_from(&earlier.units);
        }
        let mut about = About {
            figure: None,
            ..earlier.about.clone()
        };
        if self.several_areas {
            about.area = None;
        }
        self.about.fill(&about);
        self.several_areas |= earlier.several_areas;
        self
    }
}

/// Whether a record is about the table rather than a part of it: 注：…, 数据来源：…, 单位：….
pub fn is_remark(first_cell: &str) -> bool {
    let labelled = |labels| label(first_cell, labels).is_some();
    first_cell.chars().next().is_some_and(|c| !c.is_ascii_digit())
        && [NOTE, SOURCE, UNIT, INDICATOR, AREA, YEAR]
            .into_iter()
            .any(labelled)
}

/// Whether a cell is a label with what it labels, such as 地区：灵山县.
pub fn is_labelled(cell: &str) -> bool {
    let Some((head, rest)) = cell.split_once([':', '：']) else {
        return false;
    };
    role(head).is_some()
        && !rest.trim().is_empty()
        && (cell.contains('：') || role(rest).is_none() && rest.contains(|c: char| !c.is_ascii()))
        || is_remark(cell)
}

/// The area of a line that says where figures come from.
fn source<'r>(lexicon: &Lexicon<'_>, records: impl Iterator<Item = &'r Record>) -> Option<AreaSaid> {
    let mut found = records.filter_map(|record| labelled(record, SOURCE));
    found
        .find_map(|text| lexicon.areas.of_source(&text))
        .map(AreaSaid::One)
}

/// The area of a line of its own that says whose figures all of the table holds.
fn scope<'r>(lexicon: &Lexicon<'_>, records: impl Iterator<Item = (&'r Record, Stands)>) -> Option<AreaSaid> {
    let is_filled = |content: &&Content| **content != Content::EMPTY;
    let mut lines = records.filter(|(record, _)| record.contents().iter().filter(is_filled).count() == 1);
    let area = |(record, stands): (&Record, Stands)| {
        let (_, cell) = record.first()?;
        scope::area(&lexicon.areas, label(cell, NOTE).unwrap_or(cell), stands)
    };
    lines.find_map(area).map(AreaSaid::One)
}

/// Whether a line of its own says that all of the table is about several areas: 填报单位：灵山县、浦北县.
fn names_several(lexicon: &Lexicon<'_>, record: &Record) -> bool {
    let is_filled = |content: &&Content| **content != Content::EMPTY;
    if record.contents().iter().filter(is_filled).take(2).count() != 1 {
        return false;
    }
    let cell = record.first().map_or("", |(_, cell)| cell);
    let sentence = label(cell, NOTE).or_else(|| (!is_remark(cell)).then_some(cell));
    (label(cell, AREA).is_some() || sentence.is_some_and(scope::is_about_the_table))
        && lexicon.areas.names_several(cell)
}

/// The records of a sheet in which a cell has such a label.
fn naming<'r>(records: &'r [Record], labels: &'static [&'static str]) -> impl Iterator<Item = &'r Record> {
    let mut known: Memo<bool> = Memo::default();
    records.iter().filter(move |record| {
        // A decimal number labels nothing.
        let mut words = (0..record.width()).filter(|at| record.content(*at).word().is_some());
        words.any(|at| known.of(record.content(at), || label(record.cell(at), labels).is_some()))
    })
}

/// The text of a record with one cell, or with more that only label something.
fn title(record: &Record) -> Option<(String, u32)> {
    let mut cells = record.cells().filter(|cell| !cell.is_empty());
    let first = cells.next()?;
    let is_title = !is_remark(first) && cells.all(|cell| is_labelled(cell) || cell.starts_with(['（', '(']));
    is_title.then(|| (first.to_owned(), record.line))
}

fn units(text: &str) -> Vec<Unit> {
    let whole = Unit::new(text);
    if crate::import::meaning::is_known_unit(&whole) {
        return vec![whole];
    }
    text.split(['、', '，', ',', ';', '；'])
        .map(|unit| Unit::new(unit.trim()))
        .filter(|unit| !unit.is_empty())
        .collect()
}

/// The one year in a text; none where there is none or several.
fn only_year(text: &str) -> Option<Year> {
    let half = fold::half_width(text);
    let mut years = half
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| crate::import::meaning::period(digits).ok());
    let year = years.next()?;
    let part = ["月", "季", "半年", "—", "-", "–", "至", "~"]
        .iter()
        .any(|mark| half.contains(mark));
    (years.next().is_none() && !part).then_some(year)
}

/// Words by which a file is not about what was measured in the year of its name.
const NOT_OF_THE_YEAR: &[&str] = &["年鉴", "目标", "计划", "预期", "预测", "预计"];

/// The year that a file's name says its figures are of, such as `2022年妇幼年报`: that of a yearbook is later than its
/// figures.
fn year_of_file(stem: &str) -> Option<Year> {
    let other = NOT_OF_THE_YEAR.iter().any(|word| stem.contains(word));
    let year = only_year(stem).filter(|_| !other)?;
    fold::half_width(stem)
        .contains(&format!("{year}年"))
        .then_some(year)
}

/// A file's name without the number in front of it: `01 婴儿死亡率`, `3-婴儿死亡率`, `附件2：婴儿死亡率`.
fn without_lead(stem: &str) -> &str {
    let attached = stem.strip_prefix("附件").unwrap_or(stem);
    let rest = attached.trim_start_matches(|c: char| c.is_ascii_digit() || is_chinese_numeral(c));
    let bare = rest.trim_start_matches([' ', '　', '.', '．', '、', '-', '_', ':', '：']);
    // 5岁以下儿童死亡率 begins with a number of its own.
    match bare {
        "" => stem,
        _ if attached.len() < stem.len() || rest.len() < attached.len() => bare,
        _ => stem,
    }
}

/// A title without the words around what it is about: `表2 灵山县婴儿死亡率统计表（续）`.
fn unwrapped(text: &str) -> String {
    let squeezed = fold::squeeze(text);
    let mut bare = without_number(&squeezed);
    if let Some(rest) = EACH_AREA.iter().find_map(|words| bare.strip_prefix(words)) {
        bare = rest.trim_start_matches('的');
    }
    let mut bare = bare.to_owned();
    while let Some(rest) = WRAPPING.iter().find_map(|word| bare.strip_suffix(word)) {
        bare = rest.trim().to_owned();
    }
    bare
}

/// A title without the number of its table: `表一`, `附表2-1：`, `续表3`.
fn without_number(title: &str) -> &str {
    let Some(rest) = ["附表", "续表", "表"]
        .iter()
        .find_map(|word| title.strip_prefix(word))
    else {
        return title;
    };
    let number = |c: char| c.is_ascii_digit() || is_chinese_numeral(c) || "-－.".contains(c);
    let bare = rest.trim_start_matches(number);
    if bare.len() == rest.len() && !rest.starts_with([' ', ':', '：']) {
        return title;
    }
    bare.trim_start_matches([' ', '　', ':', '：', '.', '、', '．'])
}

/// The name of a file as what is said of it is remembered: `data/妇幼年报2023 (1).csv` → `妇幼年报`.
pub fn file_said(file: &str) -> String {
    named(&stem(file)).to_owned()
}

/// A file's name without the years that it covers, unless it is nothing else.
fn named(stem: &str) -> &str {
    match without_years(stem) {
        "" => stem,
        bare => bare,
    }
}

/// A file's name without the years that it covers: `婴儿死亡率2021-2022`.
fn without_years(stem: &str) -> &str {
    stem.trim_end_matches(|c: char| c.is_ascii_digit() || "年—–-－~～至到_ （）()".contains(c))
}

/// The two cells of a row that begins with them and holds nothing else: 指标 | 婴儿死亡率.
pub fn pair(record: &Record) -> Option<(&str, &str)> {
    let rest = (2..record.width()).all(|at| record.cell(at).is_empty());
    let (head, text) = (record.cell(0), record.cell(1));
    (rest && !head.is_empty() && !text.is_empty()).then_some((head, text))
}

/// What stands behind a label and its colon, in the same cell or in the next with content.
fn labelled(record: &Record, labels: &[&str]) -> Option<String> {
    if let Some((head, text)) = pair(record)
        && labels.contains(&fold::name(head).as_str())
    {
        return Some(text.to_owned());
    }
    let mut cells = record.cells().filter(|cell| !cell.is_empty());
    let text = cells.find_map(|cell| label(cell, labels))?;
    let text = if text.is_empty() { cells.next()? } else { text };
    (!text.is_empty()).then(|| text.to_owned())
}

fn label<'t>(cell: &'t str, labels: &[&str]) -> Option<&'t str> {
    let bracketed = cell.strip_prefix(['(', '（', '[', '【']);
    let cell = bracketed.map_or(cell, |inner| inner.trim_end_matches([')', '）', ']', '】']));
    let (head, rest) = cell.split_once([':', '：'])?;
    (head.len() <= 40 && labels.contains(&fold::name(head).as_str())).then(|| fold::trim(rest))
}

/// `data/indicator_婴儿死亡率 (1).csv` → `婴儿死亡率`: without folders, ending, and what a browser adds to the second
/// file of one name.
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.strip_prefix("indicator_").unwrap_or(stem).trim();
    let copy = stem
        .strip_suffix([')', '）'])
        .and_then(|rest| rest.rsplit_once(['(', '（']));
    let is_copy = |number: &str| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    match copy {
        Some((front, number)) if is_copy(number) => front.trim().to_owned(),
        _ => stem
            .strip_suffix("- 副本")
            .or_else(|| stem.strip_suffix("-副本"))
            .unwrap_or(stem)
            .trim()
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::builtin;

    fn record(line: u32, cells: &[&str]) -> Record {
        Record::new(line, cells)
    }

    #[test]
    fn lines_above_a_table_are_understood() {
        let lexicon = Lexicon::new(builtin());
        let above = [
            record(1, &["灵山县2022年统计表"]),
            record(2, &["指标：婴儿死亡率(‰)", ""]),
            record(3, &["（单位：人、%）"]),
        ];
        let context = Context::read(&lexicon, &above, (&[], true), None, "a/indicator_x-y (1).csv");
        assert_eq!(
            context.indicator,
            [("婴儿死亡率(‰)".to_owned(), Some(2)), ("x-y".to_owned(), None)]
        );
        assert_eq!(context.units, [Unit::new("人"), Unit::new("%")]);
        assert_eq!(context.about.area, Some(AreaSaid::One("灵山县".into())));
        assert_eq!(context.about.year, Some(Ok(2022)));
    }

    #[test]
    fn a_source_tells_the_area_where_nothing_nearer_does() {
        let lexicon = Lexicon::new(builtin());
        let below = [record(9, &["数据来源：国家统计局"])];
        let area = |file| {
            Context::read(&lexicon, &[], (&below, true), None, file)
                .about
                .area
        };
        assert_eq!(area("年度数据.csv"), Some(AreaSaid::One("全国".into())));
        assert_eq!(area("灵山县.csv"), Some(AreaSaid::One("灵山县".into())));
    }

    #[test]
    fn two_areas_in_a_title_or_a_sentence_of_scope_are_told() {
        let lexicon = Lexicon::new(builtin());
        let several = |text| {
            let below = [record(9, &[text])];
            Context::read(&lexicon, &[], (&below, true), None, "m.csv").several_areas
        };
        assert!(several("注：本表为灵山县、浦北县数据"));
        assert!(several("填报单位：灵山县、浦北县"));
        assert!(!several("注：灵山县、浦北县2021年起并入统计"));
        assert!(!several("注：本表为灵山县数据"));
    }

    #[test]
    fn remarks_are_told_from_rows() {
        for note in [
            "注：1. 本表",
            "数据来源：统计局",
            "注释：x",
            "Source: x",
            "（注：x）",
            "单位：%",
            "填报单位：灵山县妇联",
        ] {
            assert!(is_remark(note), "{note}");
        }
        for row in ["婴儿死亡率", "注射率", "1:2", "来源地"] {
            assert!(!is_remark(row), "{row}");
        }
    }
}
