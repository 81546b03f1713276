//! Where the values of a row are of: the cell that says so, of several, and the area above where it is blank.

use std::collections::HashSet;

use super::{Groups, Named, Row, Rows, merged};
use crate::import::layout::{Use, is_remark};
use crate::import::log::Reason;
use crate::import::meaning::{About, AreaSaid, Areas, Lexicon, Place, Role, WHOLE_REGION, label};
use crate::import::memo::Memo;
use crate::import::take::Fault;
use crate::import::take::candidate::Candidates;
use crate::tabular::{Content, Record, fold};

impl Rows<'_, '_, '_> {
    /// Whether each area heads the same rows, and is written over the first of them alone: a blank below is that
    /// area. Elsewhere a blank may as well be the whole.
    pub(super) fn nests(&self, body: &[Record]) -> bool {
        let (Some(area), Some(indicator)) = (
            self.columns(Role::Area).first(),
            self.columns(Role::Indicator).first(),
        ) else {
            return false;
        };
        if area > indicator {
            return false;
        }
        // The rows of the first area, and how many of the area at hand were seen.
        let (mut first, mut blocks, mut seen): (Vec<&Record>, usize, usize) = (Vec::new(), 0, 0);
        for record in body
            .iter()
            .filter(|record| record.content(*indicator) != Content::EMPTY)
        {
            if record.content(*area) != Content::EMPTY {
                if blocks > 0 && seen != first.len() || blocks == 1 && seen < 2 {
                    return false;
                }
                (blocks, seen) = (blocks + 1, 0);
            }
            match blocks {
                0 => return false,
                1 => first.push(record),
                _ if first
                    .get(seen)
                    .is_none_or(|above| above.cell(*indicator) != record.cell(*indicator)) =>
                {
                    return false;
                }
                _ => {}
            }
            seen += 1;
        }
        let names: HashSet<&str> = first.iter().map(|record| record.cell(*indicator)).collect();
        blocks > 1 && seen == first.len() && first.len() > 1 && names.len() == first.len()
    }

    pub(super) fn look_at_areas(&mut self, body: &[Record]) {
        let mut seen: Memo<()> = Memo::default();
        let areas = &self.lexicon.areas;
        let (mut others, mut parts, mut own, mut groups) = (false, false, false, false);
        let lexicon = self.lexicon;
        let mut see = |text: &str| {
            if is_group(lexicon, text) {
                groups = true;
                return;
            }
            if text.is_empty() || Areas::is_all(text) && areas.known(text).is_none() || is_remark(text) {
                return;
            }
            let id = match self
                .lexicon
                .said
                .get(Place::Cell, text)
                .map(|said| &said.about.area)
            {
                Some(Some(AreaSaid::One(area))) => Some(area.as_str()),
                _ => areas.known(text).map(|area| area.id.as_str()),
            };
            others |= id != Some(areas.own());
            own |= id == Some(areas.own());
            parts |= id.is_some_and(|id| areas.is_part(id)) || id.is_none() && text.ends_with(['县', '区']);
        };
        for column in self.columns(Role::Area) {
            for record in body {
                seen.of(record.content(*column), || see(record.cell(*column)));
            }
        }
        for column in &self.table.columns {
            if let Use::Values { about, .. } = &column.used
                && let Some(AreaSaid::One(area)) = &about.area
                // 全国 beside a column without an area is what that is compared with.
                && !areas.is_reference(area)
            {
                see(area);
            }
        }
        self.sections.areas().for_each(&mut see);
        self.names = Named { others, parts, own };
        if groups {
            self.groups = Groups::Loose;
        }
    }

    /// Whether each area is followed by the same groups, in one order.
    pub(super) fn groups_nest(&self, body: &[Record]) -> bool {
        let [column] = self.columns(Role::Area) else {
            return false;
        };
        let mut known: Memo<bool> = Memo::default();
        let mut blocks: Vec<Vec<Content>> = Vec::new();
        for record in body.iter().filter(|record| record.width() > column + 1) {
            let (content, text) = (record.content(*column), record.cell(*column));
            if text.is_empty() || is_remark(text) {
                continue;
            }
            match known.of(content, || is_group(self.lexicon, text)) {
                true => match blocks.last_mut() {
                    Some(block) => block.push(content),
                    None => return false,
                },
                false => blocks.push(Vec::new()),
            }
        }
        blocks
            .first()
            .is_some_and(|first| !first.is_empty() && blocks.iter().all(|block| block == first))
    }

    /// The cell that names the smallest area, of several such as 省份, 城市, 县区; of a code and its name the one that
    /// is known.
    fn closest_area<'r>(&self, record: &'r Record) -> Option<(usize, &'r str)> {
        let areas = &self.lexicon.areas;
        let columns = self.columns(Role::Area);
        if let [only] = columns {
            return Some((*only, record.cell(*only)));
        }
        let cells = || columns.iter().map(|column| (*column, record.cell(*column)));
        let rank = |(column, text): (usize, &str)| {
            let known = areas.known(text).or_else(|| areas.known(label(text)?)).is_some();
            (self.level(column, known || areas.by_form(text).is_some()), known)
        };
        let filled = cells().filter(|(_, text)| !text.is_empty());
        filled.max_by_key(|cell| rank(*cell)).or_else(|| cells().next())
    }

    /// How small the areas of a column are by its title. A region is above countries, unless it holds parts of one.
    fn level(&self, column: usize, is_place: bool) -> i8 {
        const LEVELS: &[(i8, &[&str])] = &[
            (4, &["乡镇", "街道", "township"]),
            (3, &["县", "county", "district"]),
            (2, &["城市", "地市", "市", "city", "prefecture"]),
            (1, &["省", "province", "state"]),
        ];
        let title = fold::half_width(self.table.title(column)).to_lowercase();
        let level = LEVELS
            .iter()
            .find(|(_, words)| words.iter().any(|word| title.contains(word)));
        match level {
            _ if title == "区" || title.contains("区县") => 3,
            Some((level, _)) => *level,
            None if title.contains("region") && !is_place => -1,
            None => i8::from(title.contains("地区") && !title.contains("国家")),
        }
    }

    pub(super) fn area(
        &mut self,
        record: &Record,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        let Some((column, text)) = self.closest_area(record) else {
            return Ok(());
        };
        let content = record.content(column);
        if !self.areas_nest {
            return self.area_of((content, text), column, row, candidates);
        }
        if !text.is_empty() && self.area_above.0 != content {
            self.area_above = (content, text.to_owned());
        }
        let (content, text) = self.area_above.clone();
        self.area_of((content, &text), column, row, candidates)
    }

    fn area_of(
        &mut self,
        (content, text): (Content, &str),
        column: usize,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        let fault = |reason: Reason| Err(Fault::at(column, text, reason));
        if text.contains(char::REPLACEMENT_CHARACTER) {
            return fault(Reason::LostCharacters);
        }
        let said = self.as_said(text).and_then(|said| said.about.area.as_ref());
        if text.is_empty() && said.is_none() {
            return if self.names.others {
                fault(Reason::NoArea)
            } else {
                Ok(())
            };
        }
        if said.is_none() && self.groups != Groups::None && is_group(self.lexicon, text) {
            let part = self.meant(content, text, candidates).about;
            return self.part_of_area_above(part, (column, text), row);
        }
        let areas = &self.lexicon.areas;
        let (lexicon, names) = (self.lexicon, self.names);
        let about = self.known.areas.of(content, || {
            let labelled = || areas.known(label(text)?);
            // 全区 beside 全市 is the region; alone it may be a district's own table.
            let is_region = names.own && fold::squeeze(text) == WHOLE_REGION;
            let region = areas.region().filter(|_| is_region);
            let area = match (said, areas.known(text).or_else(labelled)) {
                (Some(AreaSaid::One(area)), _) => AreaSaid::One(candidates.area(area)),
                (Some(AreaSaid::All), _) => AreaSaid::All,
                (None, Some(area)) => AreaSaid::One(candidates.area(&area.id)),
                (None, None) if region.is_some() => {
                    AreaSaid::One(candidates.area(region.unwrap_or_default()))
                }
                (None, None) if Areas::is_all(text) => AreaSaid::All,
                (None, None) => match area_of_some(lexicon, text) {
                    Some(about) => return candidates.numbered(&about),
                    None => AreaSaid::One(candidates.area(&areas.of_cell(label(text).unwrap_or(text)))),
                },
            };
            About {
                area: Some(area),
                ..About::default()
            }
        });
        row.about = merged(&row.about, &about, column, text)?;
        self.whole_above = about.area.map(|area| (area, false));
        Ok(())
    }

    /// 其中：男 below a county is a part of it, and 女 below that another; 男 alone is nobody knows whose, unless each
    /// county has it.
    fn part_of_area_above(
        &mut self,
        part: About<u32>,
        (column, text): (usize, &str),
        row: &mut Row,
    ) -> Result<(), Fault> {
        let each_area_has = self.groups == Groups::OfEachArea;
        let says_so = fold::trim(text).starts_with("其中");
        let Some((whole, _)) = self
            .whole_above
            .filter(|(_, in_parts)| says_so || *in_parts || each_area_has)
        else {
            return Err(Fault::at(column, text, Reason::NoArea));
        };
        self.whole_above = Some((whole, true));
        let about = About {
            area: Some(whole),
            ..part
        };
        row.about = merged(&row.about, &about, column, text)?;
        Ok(())
    }
}

/// Whether a group stands where an area should: 其中：男, 城市.
fn is_group(lexicon: &Lexicon<'_>, text: &str) -> bool {
    if !text.starts_with(['其', '男', '女', '城', '农', '乡']) {
        return false;
    }
    let meaning = lexicon.meaning(text);
    !meaning.unknown && meaning.about.area.is_none() && meaning.about.is_group()
}

/// What a text says besides the area that it names, as far as that is a year or a group: 灵山县农村, 灵山县2021.
fn area_of_some(lexicon: &Lexicon<'_>, text: &str) -> Option<About> {
    // Most names say nothing of that kind, and to read them in parts takes long.
    let may = [
        "男", "女", "农村", "乡村", "城市", "城镇", "城区", "岁", "20", "19", "２０",
    ];
    if !may.iter().any(|word| text.contains(word)) {
        return None;
    }
    let meaning = lexicon.meaning(text);
    let about = &meaning.about;
    let says_more =
        about.year.is_some() || about.sex.is_some() || about.residence.is_some() || about.age.is_some();
    let only_that = about.indicator.is_none() && about.count.is_none() && about.figure.is_none();
    let is_one = matches!(about.area, Some(AreaSaid::One(_)));
    (!meaning.unknown && is_one && says_more && only_that).then(|| about.clone())
}
