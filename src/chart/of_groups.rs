//! From the series that one thing tells apart (sex, residence, age, area) to their chart.

use super::of_item::ItemChart;
use super::plot::{Line, LineRole, Plot};
use crate::assess::{Disaggregated, Disaggregation, Member, Status};
use crate::lang::Lang;
use crate::observation::{SeriesKey, ValueAt};
use crate::text::indicator::all_groups_meet;
use crate::text::{disaggregation_word, member_name, status_word, with_year};

impl ItemChart<'_> {
    /// The series told apart, with the headline among them where it is one. Its sources are theirs.
    pub fn disaggregated(&self, told: &Disaggregated, lang: Lang) -> Plot {
        let (headline, others): (Vec<&Member>, Vec<&Member>) =
            told.members.iter().partition(|member| member.is_headline);
        let line = |role, member: &Member| Line {
            name: self.member_name(told.by, member, lang),
            role,
            points: self.points(&member.key),
            origin: None,
            series: Some(member.key.clone()),
        };
        let own = headline.into_iter().map(|member| line(LineRole::Own, member));
        let others = others.into_iter().enumerate();
        let title = self.disaggregated_title(told, lang);
        let keys: Vec<SeriesKey> = told.members.iter().map(|member| member.key.clone()).collect();
        Plot {
            summary: title.clone(),
            title,
            lines: own
                .chain(others.map(|(at, member)| line(LineRole::Group(at), member)))
                .collect(),
            ..self.frame(&keys, lang)
        }
    }

    fn member_name(&self, by: Disaggregation, member: &Member, lang: Lang) -> String {
        member_name(self.loaded.catalogue, self.area, by, member, lang)
    }

    fn points(&self, key: &SeriesKey) -> Vec<ValueAt> {
        let series = self.loaded.collection.get(key);
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
            .and_then(|worst| Some((worst, worst.assessment.latest()?)))
        else {
            return head;
        };
        let colon = lang.pick("：", ": ");
        if worst.assessment.status() == Status::Met {
            return format!("{head}{colon}{}", all_groups_meet(lang));
        }
        let who = self.member_name(told.by, worst, lang);
        let newest = with_year(latest.year, latest.value, &self.item.indicator.unit, lang);
        let word = status_word(worst.assessment.status(), lang);
        match lang {
            Lang::Zh => format!("{head}{colon}最差的是{who}，{newest}，{word}"),
            Lang::En => format!(
                "{head}{colon}{who} is worst, {newest}, {}",
                word.to_ascii_lowercase()
            ),
        }
    }
}
