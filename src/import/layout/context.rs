//! What a table's surroundings say about all of its values: lines above it such as 单位：% and 指标：…, its title,
//! its notes, the sheet's name and the file's. What stands nearest to the values is believed first.

use crate::catalogue::Unit;
use crate::import::log::Reason;
use crate::import::meaning::{
    About, AreaSaid, Figure, Lexicon, Meaning, Place, is_month, is_of_some, names_part_of_year, titles_some,
};
use crate::observation::Residence;
use crate::tabular::Record;

use super::labelled::{AREA, INDICATOR, SOURCE, UNIT, YEAR, labelled, naming};
use super::titles::{
    named, only_year, stem, title, unwrapped, without_each_area, without_lead, year_of_file,
};
use super::whose;

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
    /// What says that the figures are none that were measured of a year.
    pub unfit: Option<Unfit>,
}

/// A text that says of all figures of a table, or below a heading, that they are none that were measured of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfit {
    /// What they are.
    pub reason: Reason,
    /// The text.
    pub text: String,
    /// Its line, where it stands in the sheet.
    pub line: Option<u32>,
}

impl Unfit {
    /// Whether a row may be of the very people that it names.
    pub fn spares(&self, record: &Record) -> bool {
        matches!(self.reason, Reason::UnknownGroup { .. }) && record.cells().any(is_of_some)
    }
}

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
        let last_notes = if is_last { below } else { &[] };
        if context.about.area.is_none() {
            context.about.area = whose::area(lexicon, above, last_notes);
        }
        context.several_areas =
            context.about.area.is_none() && whose::are_several(lexicon, above, last_notes);
        context.indicator.reverse();
        let titles = above.iter().rev().filter_map(title);
        for (text, line) in titles
            .map(|(text, line)| (text, Some(line)))
            .chain(sheet.map(|name| (name.to_owned(), None)))
        {
            context.title(lexicon, &text, line);
        }
        let stem = stem(file);
        context.unfit = unfit(lexicon, above, sheet, &stem);
        context.indicator.push((stem.clone(), None));
        let bare = named(&stem);
        for bare in [bare, &unwrapped(without_lead(bare))] {
            if context.indicator.last().is_none_or(|(known, _)| known != bare) {
                context.indicator.push((bare.to_owned(), None));
            }
        }
        context.about.year = context.about.year.or_else(|| year_of_file(&stem).map(Ok));
        context.group(bare, &lexicon.meaning(bare));
        context.place(lexicon, &stem);
        if context.about.area.is_none() && !context.several_areas {
            context.about.area = whose::source(lexicon, above.iter().chain(naming(below, SOURCE)));
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
        let (bare, meaning) = match without_each_area(&bare) {
            // 钦州市各县区婴儿死亡率
            Some(shorter) if meaning.unknown => (shorter.clone(), lexicon.meaning(&shorter)),
            _ => (bare, meaning),
        };
        // 农村婴儿死亡率 over rows that say 婴儿死亡率 is of the country all the same.
        self.group(&bare, &meaning);
        if meaning.about.indicator.is_some() && !meaning.unknown {
            self.indicator.push((bare, line));
        }
    }

    /// Which part of everyone a title means, or the name of a sheet or a file: 农村, 男. 妇女 is the name of a plan.
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

    /// What the first cell of the header says of all values, nearer than anything else.
    pub fn corner(&mut self, about: &About, (text, line): (&str, u32)) {
        if about.indicator.is_some() {
            self.indicator.insert(0, (text.to_owned(), Some(line)));
        }
        let mut nearest = About {
            indicator: None,
            ..about.clone()
        };
        nearest.fill(&self.about);
        self.about = nearest;
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
        self.unfit = self.unfit.or_else(|| earlier.unfit.clone());
        self
    }
}

/// What says that figures are of a part of a year, or targets and the like, or of some people alone: the nearest title, a
/// line such as 报告期：2023年1-6月, the name of the sheet or that of the file.
fn unfit(lexicon: &Lexicon<'_>, above: &[Record], sheet: Option<&str>, stem: &str) -> Option<Unfit> {
    let titles = above.iter().rev().filter_map(|record| {
        let text = labelled(record, YEAR).or_else(|| Some(title(record)?.0))?;
        Some((text, Some(record.line)))
    });
    let names = sheet
        .into_iter()
        .chain([stem])
        .map(|name| (name.to_owned(), None));
    let found = |(text, line): (String, Option<u32>)| {
        let is_part = names_part_of_year(&text) || line.is_none() && is_month(&text);
        let reason = match Figure::of_title(&text) {
            _ if is_part => Reason::PartOfYear,
            Some(figure) => Reason::NotMeasured { figure },
            None if is_of_others(lexicon, &text) => Reason::UnknownGroup { title: String::new() },
            None => return None,
        };
        Some(Unfit { reason, text, line })
    };
    titles.chain(names).find_map(found)
}

/// Whether a title says that the figures are of people that the catalogue has none of, and no visitor said otherwise. An
/// indicator may be of such people by its own name.
fn is_of_others(lexicon: &Lexicon<'_>, title: &str) -> bool {
    let meaning = lexicon.meaning(&unwrapped(title));
    let is_indicator = meaning.about.indicator.is_some() && !meaning.unknown;
    titles_some(title) && !is_indicator && lexicon.said.get(Place::Cell, title).is_none()
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
    fn the_nearest_text_says_which_part_of_a_year_it_is() {
        let lexicon = Lexicon::new(builtin());
        let part = |above: &[Record], sheet, file| {
            let unfit = Context::read(&lexicon, above, (&[], true), sheet, file).unfit;
            unfit.map(|unfit| (unfit.text, unfit.line))
        };
        let title = [record(1, &["2023年上半年统计表"])];
        let told = |text: &str, line| Some((text.to_owned(), line));
        assert_eq!(
            part(&title, Some("3月"), "一季度.xlsx"),
            told("2023年上半年统计表", Some(1))
        );
        assert_eq!(part(&[], Some("3月"), "一季度.xlsx"), told("3月", None));
        assert_eq!(part(&[], Some("Sheet1"), "一季度.xlsx"), told("一季度", None));
        assert_eq!(part(&[], Some("妇女"), "2023年3月.xlsx"), None);
        // A remark is about something else.
        assert_eq!(
            part(&[record(1, &["注：2023年一季度数为快报数"])], None, "m.csv"),
            None
        );
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
}
