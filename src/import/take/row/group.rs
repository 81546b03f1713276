//! Whom the values of a row are about: sex, town or country, age.

use super::{Row, Rows, Unknown, merged};
use crate::import::log::Reason;
use crate::import::meaning::{About, Meaning, Place, Role, age, label, residence, sex};
use crate::import::take::Fault;
use crate::import::take::candidate::Candidates;
use crate::import::take::words::is_date;
use crate::tabular::Record;

impl Rows<'_, '_, '_> {
    pub(super) fn group(
        &mut self,
        record: &Record,
        row: &mut Row,
        candidates: &mut Candidates,
    ) -> Result<(), Fault> {
        let mut about: About<u32> = About::default();
        if let Some((column, text)) = self.best(record, Role::Sex, |text| sex(text).is_ok()) {
            let (lexicon, known) = (self.lexicon, &mut self.known.sexes);
            let read = known.of(record.content(column), || {
                part_of_group(
                    text,
                    lexicon.said.get(Place::Cell, text),
                    |about| about.sex,
                    |text| sex(text).map_err(|_| Unknown),
                )
            });
            let read = read.map_err(|Unknown| Fault::at(column, text, Reason::UnknownSex))?;
            if read.is_some() && row.about.sex.is_some() && read != row.about.sex {
                return Err(Fault::at(column, text, Reason::SexConflict));
            }
            let nested = text.is_empty()
                && self.group_above.1.is_some()
                && self.nests_below(record, (column, Role::Residence), row);
            about.sex = if nested { self.group_above.0 } else { read };
        }
        if let Some((column, text)) = self.best(record, Role::Residence, |text| residence(text).is_ok()) {
            let (lexicon, known) = (self.lexicon, &mut self.known.residences);
            let read = known.of(record.content(column), || {
                part_of_group(
                    text,
                    lexicon.said.get(Place::Cell, text),
                    |about| about.residence,
                    |text| residence(text).map_err(|_| Unknown),
                )
            });
            let read = read.map_err(|Unknown| Fault::at(column, text, Reason::UnknownResidence))?;
            let said = About {
                residence: read,
                ..About::default()
            };
            merged(&row.about, &said, column, text)?;
            let nested = text.is_empty()
                && self.group_above.0.is_some()
                && self.nests_below(record, (column, Role::Sex), row);
            about.residence = if nested { self.group_above.1 } else { read };
        }
        self.group_above = (about.sex, about.residence);
        if let Some((column, text)) = self.best(record, Role::Age, |text| !text.is_empty()) {
            let read = self.known.ages.of(record.content(column), || {
                if text.contains(char::REPLACEMENT_CHARACTER) {
                    return Err(Reason::LostCharacters);
                }
                if is_date(text) {
                    return Err(Reason::NotAnAge);
                }
                let age = age(label(text).unwrap_or(text));
                Ok((!age.is_empty()).then(|| candidates.age(&age)))
            });
            about.age = read.map_err(|reason| Fault::at(column, text, reason))?;
        }
        let column = row.indicator_column.unwrap_or(self.table.first);
        row.about = merged(&row.about, &about, column, "")?;
        Ok(())
    }

    /// Whether a blank cell goes on with the one above: so does the row's indicator, and another group to the right of
    /// it is named, as in 婴儿死亡率 | 男 | 城市 over two blanks and 农村.
    fn nests_below(&self, record: &Record, (column, other): (usize, Role), row: &Row) -> bool {
        let inherits = row
            .indicator_column
            .is_some_and(|indicator| indicator < column && record.cell(indicator).is_empty());
        let is_named = |at: &usize| *at > column && !record.cell(*at).is_empty();
        inherits && self.columns(other).iter().any(is_named)
    }
}

/// The sex, or the residence, that a cell of its column says; none for everyone. What a visitor said of the text counts,
/// else what it means, or the label behind its code.
fn part_of_group<T>(
    text: &str,
    said: Option<&Meaning>,
    part: impl Fn(&About) -> Option<T>,
    read: impl Fn(&str) -> Result<Option<T>, Unknown>,
) -> Result<Option<T>, Unknown> {
    if let Some(said) = said {
        let part = part(&said.about);
        if said.total || part.is_some() {
            return Ok(part);
        }
    }
    read(text).or_else(|unknown| label(text).map_or(Err(unknown), read))
}
