//! From the series that one thing tells apart (sex, residence, age, area) to their chart.

use super::of_item::ItemChart;
use super::plot::{Line, LineRole, Plot};
use crate::assess::{Disaggregated, Disaggregation, Member};
use crate::catalogue::Role;
use crate::observation::SeriesKey;
use crate::text::{Lang, disaggregation_word, group, status_word, with_unit, year};

impl ItemChart<'_> {
    /// The series told apart, with the headline among them where it is one. Its sources are theirs.
    pub fn disaggregated(&self, told: &Disaggregated, lang: Lang) -> Plot {
        let (headline, others): (Vec<&Member>, Vec<&Member>) =
            told.members.iter().partition(|member| member.is_headline);
        let line = |role, member: &Member| Line {
            name: self.member_name(told.by, member, lang),
            role,
            points: self.points(&member.key),
        };
        let own = headline.into_iter().map(|member| line(LineRole::Own, member));
        let others = others.into_iter().enumerate();
        let title = self.disaggregated_title(told, lang);
        Plot {
            summary: title.clone(),
            title,
            subtitle: self.subtitle(self.sources, lang),
            place: self.place.to_owned(),
            source: self.sources.join(lang.pick("；", "; ")),
            unit: self.indicator.unit.clone(),
            lines: own
                .chain(others.map(|(at, member)| line(LineRole::Group(at), member)))
                .collect(),
            target: self.target(lang),
            as_of: Some(self.item.assessment.as_of),
            midterm: Some(self.catalogue.midterm),
            example: self.example,
            years: Some(self.catalogue.base_year..=self.item.target.year),
            ..Plot::default()
        }
    }

    /// What one of the series told apart is called: its part of the place, or its group of people there.
    pub fn member_name(&self, by: Disaggregation, member: &Member, lang: Lang) -> String {
        let area = &member.key.area;
        let role = self.catalogue.place(area).map(|place| place.role);
        let place = match role {
            Some(Role::Part | Role::ExamplePart) => self.name_of(area, lang),
            _ => self.place.to_owned(),
        };
        let group = group(&member.key.group, lang);
        match (by, group.is_empty()) {
            (Disaggregation::Area, true) => place,
            (Disaggregation::Area, false) => format!("{place}{}{group}", lang.pick("·", ", ")),
            (_, true) => lang.pick("合计", "total").to_owned(),
            (_, false) => group,
        }
    }

    fn points(&self, key: &SeriesKey) -> Vec<(crate::catalogue::Year, f64)> {
        let series = self.collection.get(key);
        series.map(|series| self.known(series)).unwrap_or_default()
    }

    /// The message: which of them is furthest behind.
    fn disaggregated_title(&self, told: &Disaggregated, lang: Lang) -> String {
        let name = self.name(lang);
        let by = disaggregation_word(told.by, lang);
        let head = match lang {
            Lang::Zh => format!("{name}（{by}）"),
            Lang::En => format!("{name} {by}"),
        };
        let Some((worst, latest)) = told
            .worst()
            .and_then(|worst| Some((worst, worst.assessment.latest?)))
        else {
            return head;
        };
        let who = self.member_name(told.by, worst, lang);
        let value = with_unit(latest.value, &self.indicator.unit, lang);
        let word = status_word(worst.assessment.status, lang);
        match lang {
            Lang::Zh => format!(
                "{head}：最差的是{who}，{} {value}，{word}",
                year(latest.year, lang)
            ),
            Lang::En => format!(
                "{head}: {who} is worst, {value} in {}, {}",
                latest.year,
                word.to_lowercase()
            ),
        }
    }
}
