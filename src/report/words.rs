//! The words around a report: what it is about, what it rests on, and the numbers of its headings.

use super::{Request, Scope};
use crate::lang::Lang;
use crate::observation::Loaded;
use crate::text::report::title;
use crate::text::{EXAMPLE_MARK, NO_NUMBER, year};

/// The words of one report.
pub(super) struct Words<'a>(pub &'a Request<'a>);

impl Words<'_> {
    pub fn example(&self) -> &'static str {
        EXAMPLE_MARK.in_lang(self.0.lang)
    }

    /// What stands above the annex of the short edition.
    pub fn annex_title(&self) -> String {
        match self.0.lang {
            Lang::Zh => "附件：简版没有列出的内容".to_owned(),
            Lang::En => "Annex: what the short edition leaves out".to_owned(),
        }
    }

    /// What the scope is called.
    pub fn subtitle(&self) -> String {
        let Request {
            lang,
            loaded: Loaded { catalogue, .. },
            ..
        } = *self.0;
        match self.0.scope {
            Scope::Whole => {
                let names = catalogue
                    .plans
                    .iter()
                    .map(|plan| lang.pick(&plan.title, &plan.english));
                names.collect::<Vec<_>>().join(lang.pick("、", "; "))
            }
            Scope::Plan(id) => catalogue
                .plan(*id)
                .map(|plan| lang.pick(&plan.title, &plan.english).to_owned())
                .unwrap_or_default(),
            Scope::Agency(agency) => title::of_agency(agency, lang),
            Scope::Field(id) => {
                let plan = id.chars().next().and_then(|plan| catalogue.plan(plan));
                let plan = plan.map(|plan| lang.pick(&plan.title, &plan.english));
                let field = catalogue
                    .field(id)
                    .map(|field| lang.pick(&field.name, &field.english));
                [plan, field]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(lang.pick("·", ": "))
            }
        }
    }

    /// What the report rests on.
    pub fn meta(&self) -> Vec<(String, String)> {
        let Request {
            lang,
            board,
            loaded: Loaded { catalogue, .. },
            date,
            author,
            ..
        } = *self.0;
        let none = || NO_NUMBER.to_owned();
        let as_of = board.as_of.map_or_else(none, |at| year(at, lang));
        let row = |zh: &str, en: &str, value: String| (lang.pick(zh, en).to_owned(), value);
        let area = match self.0.example {
            true => format!("{} · {}", self.0.area(), self.example()),
            false => self.0.area(),
        };
        let rows = [
            row("编制单位", "Issued by", author.issuer.trim().to_owned()),
            row("评判地区", "Area", area),
            row("数据截至", "Figures up to", as_of),
            row("规划文号", "Plans issued as", catalogue.notice.number.clone()),
            row("编制日期", "Written on", date.to_owned()),
        ];
        rows.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// A heading with its number; that the area is invented stands at each, since a file has no pages.
    pub fn numbered(&self, at: usize, heading: &str) -> String {
        let mark = match (self.0.example, self.0.lang) {
            (false, _) => String::new(),
            (true, Lang::Zh) => format!("［{}］", self.example()),
            (true, Lang::En) => format!(" [{}]", self.example()),
        };
        match self.0.lang {
            Lang::Zh => format!("{}、{heading}{mark}", chinese(at + 1)),
            Lang::En => format!("{}. {heading}{mark}", at + 1),
        }
    }
}

/// A small number in Chinese characters, 1–99.
pub(super) fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10 % 10, number % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => ["十", DIGITS[ones]].concat(),
        _ => [DIGITS[tens], "十", DIGITS[ones]].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn headings_count_past_ten() {
        assert_eq!(
            [1, 9, 10, 12, 20, 21].map(chinese),
            ["一", "九", "十", "十二", "二十", "二十一"]
        );
    }
}
