//! The address of a view. Everything that a link should carry (page, place, year, language, look) is written in the
//! part after `#`, so that any static host and `file://` serve every page: `#/goal/W1.02?place=全国&year=2023`.

use super::choices::{Comparison, FieldView, ReportChoice, WarningFilter};
use super::talk::Talk;
use super::theme::Theme;
use crate::assess::{CutOffs, Disaggregation, Status};
use crate::catalogue::{ItemId, Year};
use crate::text::Lang;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// 总览
    #[default]
    Overview,
    /// 领域: all fields, or all goals of one status
    Fields(Option<Status>),
    /// One field, such as `W1`, with the goals chosen of it.
    Field(String, FieldView),
    /// 责任单位: the goals that one unit answers for.
    Unit(String),
    /// One goal.
    Goal(ItemId),
    /// 全文 of one plan, scrolled to a text where one is named.
    Text(char, Option<ItemId>),
    /// What was found for some words.
    Search(String),
    /// 预警
    Warnings(WarningFilter),
    /// 比较
    Compare(Comparison),
    /// 数据
    Data,
    /// 评判方法
    Method,
    /// 报告
    Report(ReportChoice),
    /// 与我有关: the stages of life, or one of them
    Family(Option<String>),
    /// 演示
    Present(Talk),
    /// No such page; keeps what was asked for.
    Unknown(String),
}

/// A page with the choices that a link carries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// What is shown.
    pub page: Page,
    /// The place judged where it is not the usual one.
    pub place: Option<String>,
    /// The year judged where it is not the newest.
    pub year: Option<Year>,
    /// The language where it is not the visitor's usual one.
    pub lang: Option<Lang>,
    /// How light the page is, where it is not the visitor's usual way.
    pub theme: Option<Theme>,
    /// Whether large type is asked for.
    pub large: bool,
    /// What the figures of a goal are told apart by; none for the headline, and on other pages.
    pub by: Option<Disaggregation>,
    /// Cut-offs that differ from the method's: name and value.
    pub changed: Vec<(String, f64)>,
}

impl Page {
    /// Reads the path of an address, `/goal/W1.02`.
    fn parse(path: &str, query: &[(String, String)]) -> Page {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let asked = |name: &str| {
            query
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.clone())
        };
        let status = || asked("status").and_then(|slug| Status::ALL.into_iter().find(|s| s.slug() == slug));
        let page = match parts.as_slice() {
            [] => Some(Page::Overview),
            ["fields"] => Some(Page::Fields(status())),
            ["field", id] => Some(Page::Field((*id).to_owned(), FieldView::parse(asked))),
            ["unit", name] => Some(Page::Unit((*name).to_owned())),
            ["goal", id] => id.parse().ok().map(Page::Goal),
            ["text", plan] => one_char(plan).map(|plan| {
                let at = asked("at").and_then(|at| at.parse().ok());
                Page::Text(plan, at)
            }),
            ["search"] => Some(Page::Search(asked("q").unwrap_or_default())),
            ["warnings"] => Some(Page::Warnings(WarningFilter::parse(asked))),
            ["compare"] => Some(Page::Compare(Comparison::parse(asked))),
            ["data"] => Some(Page::Data),
            ["method"] => Some(Page::Method),
            ["report"] => Some(Page::Report(ReportChoice::parse(asked))),
            ["family"] => Some(Page::Family(None)),
            ["family", stage] => Some(Page::Family(Some((*stage).to_owned()))),
            ["present"] => Some(Page::Present(Talk::parse(asked("slides"), asked("at")))),
            _ => None,
        };
        page.unwrap_or_else(|| Page::Unknown(path.to_owned()))
    }

    /// A field with all of its goals.
    pub fn field(id: &str) -> Page {
        Page::Field(id.to_owned(), FieldView::default())
    }

    /// The page without the choices that are made on it: changing one neither mounts the page anew nor moves
    /// the focus.
    pub fn view(self) -> Page {
        match self {
            Page::Report(_) => Page::Report(ReportChoice::default()),
            Page::Present(_) => Page::Present(Talk::default()),
            Page::Field(id, _) => Page::field(&id),
            Page::Warnings(_) => Page::Warnings(WarningFilter::default()),
            Page::Compare(_) => Page::Compare(Comparison::default()),
            other => other,
        }
    }

    /// Whether it shows figures told apart by group.
    fn has_groups(&self) -> bool {
        matches!(self, Page::Goal(_))
    }

    /// The path, and the queries that belong to the page itself.
    fn format(&self) -> (String, Vec<(&'static str, String)>) {
        match self {
            Page::Overview => ("/".into(), vec![]),
            Page::Fields(status) => ("/fields".into(), status_query(status)),
            Page::Field(id, view) => (format!("/field/{id}"), view.query()),
            Page::Unit(name) => (format!("/unit/{}", encode(name)), vec![]),
            Page::Goal(id) => (format!("/goal/{id}"), vec![]),
            Page::Text(plan, at) => (
                format!("/text/{plan}"),
                at.iter().map(|at| ("at", at.to_string())).collect(),
            ),
            Page::Search(words) => ("/search".into(), vec![("q", words.clone())]),
            Page::Warnings(filter) => ("/warnings".into(), filter.query()),
            Page::Compare(comparison) => ("/compare".into(), comparison.query()),
            Page::Data => ("/data".into(), vec![]),
            Page::Method => ("/method".into(), vec![]),
            Page::Report(choice) => ("/report".into(), choice.query()),
            Page::Family(None) => ("/family".into(), vec![]),
            Page::Family(Some(stage)) => (format!("/family/{stage}"), vec![]),
            Page::Present(talk) => ("/present".into(), talk.query()),
            Page::Unknown(path) => (path.clone(), vec![]),
        }
    }
}

impl Address {
    /// Reads the part of a URL from `#` on.
    pub fn parse(hash: &str) -> Address {
        let text = hash.trim_start_matches('#');
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let query: Vec<(String, String)> = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(key, value)| (decode(key), decode(value)))
            .collect();
        let asked = |name: &str| {
            query
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.as_str())
        };
        let page = Page::parse(&decode(path), &query);
        Address {
            by: asked("by")
                .and_then(Disaggregation::from_slug)
                .filter(|_| page.has_groups()),
            page,
            place: asked("place").map(str::to_owned),
            year: asked("year").and_then(|year| year.parse().ok()),
            changed: asked("cutoffs").map(changed_cutoffs).unwrap_or_default(),
            lang: asked("lang")
                .and_then(|tag| [Lang::Zh, Lang::En].into_iter().find(|lang| lang.tag() == tag)),
            theme: asked("theme").and_then(Theme::from_slug),
            large: asked("size") == Some("large"),
        }
    }

    /// The part of a URL from `#` on.
    pub fn format(&self) -> String {
        let (path, mut query) = self.page.format();
        query.extend(self.by.iter().map(|by| ("by", by.slug().to_owned())));
        query.extend(self.place.iter().map(|place| ("place", place.clone())));
        query.extend(self.year.iter().map(|year| ("year", year.to_string())));
        query.extend(self.lang.iter().map(|lang| ("lang", lang.tag().to_owned())));
        query.extend(self.theme.iter().map(|theme| ("theme", theme.slug().to_owned())));
        query.extend(self.large.then(|| ("size", "large".to_owned())));
        if !self.changed.is_empty() {
            let changed = self.changed.iter().map(|(name, value)| format!("{name}:{value}"));
            query.push(("cutoffs", changed.collect::<Vec<_>>().join(",")));
        }
        let query: Vec<String> = query
            .iter()
            .map(|(key, value)| format!("{key}={}", encode(value)))
            .collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("#{path}{mark}{}", query.join("&"))
    }

    /// The cut-offs to judge by; what an address gets wrong is left as the method has it.
    pub fn cutoffs(&self) -> CutOffs {
        let mut cutoffs = CutOffs::default();
        for (name, value) in &self.changed {
            let _ = cutoffs.set(name, *value);
        }
        cutoffs
    }

    /// The overview in the same language and look. Place, year and cut-offs are not kept: another catalogue knows
    /// nothing of them.
    pub fn start_over(&self) -> Address {
        Address {
            lang: self.lang,
            theme: self.theme,
            large: self.large,
            ..Address::default()
        }
    }

    /// The same choices on another page.
    pub fn at(&self, page: Page) -> Address {
        let by = self.by.filter(|_| page.has_groups());
        Address {
            page,
            by,
            ..self.clone()
        }
    }
}

/// Reads `on_track_pace:0.9,nearly_met:0.02`; what is no cut-off within its range is left out.
fn changed_cutoffs(text: &str) -> Vec<(String, f64)> {
    let pairs = text.split(',').filter_map(|pair| pair.split_once(':'));
    let valued = pairs.filter_map(|(name, value)| Some((name.to_owned(), value.parse().ok()?)));
    valued
        .filter(|(name, value)| CutOffs::default().set(name, *value).is_ok())
        .collect()
}

fn status_query(status: &Option<Status>) -> Vec<(&'static str, String)> {
    status
        .iter()
        .map(|status| ("status", status.slug().to_owned()))
        .collect()
}

fn one_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Escapes what has a meaning in an address; other letters, Chinese too, stay readable.
fn encode(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '%' | '&' | '=' | '#' | '?' | '+' | ' ' | '"' | '<' | '>' => format!("%{:02X}", c as u32),
            other => other.to_string(),
        })
        .collect()
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = match (first, tail) {
            (b'%', [high, low, ..]) => std::str::from_utf8(&[*high, *low])
                .ok()
                .and_then(|hex| u8::from_str_radix(hex, 16).ok()),
            _ => None,
        };
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(if *first == b'+' { b' ' } else { *first });
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::choices::View;
    use crate::assess::WarningKind;
    use crate::catalogue::Dimension;
    use crate::report::{Edition, Kind, Scope};

    fn address(page: Page) -> Address {
        Address {
            page,
            ..Address::default()
        }
    }

    fn report(kind: Kind, scope: Scope) -> Page {
        Page::Report(ReportChoice {
            kind,
            scope,
            edition: Edition::Short,
        })
    }

    #[test]
    fn every_page_has_an_address_that_reads_back() {
        let goal = "W1.02".parse().unwrap();
        let pages = [
            Page::Overview,
            Page::Fields(None),
            Page::Fields(Some(Status::NoData)),
            Page::field("C3"),
            Page::Field("C3".into(), FieldView::of_status(Some(Status::MovingAway))),
            Page::Unit("市卫生健康委".into()),
            Page::Goal(goal),
            Page::Text('W', None),
            Page::Text('W', Some("W.monitoring.05".parse().unwrap())),
            Page::Search("孕产妇 & 100%".into()),
            Page::Warnings(WarningFilter::default()),
            Page::Warnings(WarningFilter {
                kind: Some(WarningKind::MetAtRisk),
                field: Some("W1".into()),
                unit: Some("教育局（体育局） & 50%+".into()),
            }),
            Page::Compare(Comparison::default()),
            Page::Compare(Comparison {
                view: View::Pair,
                field: Some("C1".into()),
                indicator: Some("infant-mortality".into()),
                with: Some("under-5-mortality".into()),
                by: Dimension::Residence,
                indexed: true,
            }),
            Page::Data,
            Page::Method,
            report(Kind::Annual, Scope::Whole),
            report(Kind::MidTerm, Scope::Plan('W')),
            report(Kind::Final, Scope::Field("C3".into())),
            report(Kind::Annual, Scope::Unit("W".into())),
            report(
                Kind::Annual,
                Scope::Unit("市\u{3000}妇联? #1=/“%E5”:100%+".into()),
            ),
            Page::Family(None),
            Page::Family(Some("pregnant".into())),
            Page::Present(Talk::default()),
            Page::Present(Talk::parse(
                Some("overview,W,C1,warnings,W1.02".into()),
                Some("4".into()),
            )),
        ];
        for page in pages {
            let address = Address {
                by: page.has_groups().then_some(Disaggregation::Residence),
                page,
                place: Some("钦州市".into()),
                year: Some(2023),
                lang: Some(Lang::En),
                theme: Some(Theme::Contrast),
                large: true,
                changed: vec![("nearly_met".into(), 0.02)],
            };
            assert_eq!(Address::parse(&address.format()), address);
        }
    }

    #[test]
    fn an_address_escaped_by_the_browser_reads_the_same() {
        let typed = Address::parse("#/goal/W1.02?place=%E5%85%A8%E5%9B%BD");
        assert_eq!(typed.place.as_deref(), Some("全国"));
    }

    #[test]
    fn another_catalogue_keeps_language_and_look_alone() {
        let here = Address::parse("#/goal/W1.02?place=全国&year=2023&lang=en&theme=dark&size=large");
        assert_eq!(here.start_over().format(), "#/?lang=en&theme=dark&size=large");
    }

    #[test]
    fn cut_offs_in_an_address_are_used_and_nonsense_is_left_out() {
        let address = Address::parse("#/?cutoffs=on_track_pace:0.9,nearly_met:7,no_such:1,damping:x");
        assert_eq!(address.changed, [("on_track_pace".to_owned(), 0.9)]);
        assert_eq!(
            address.cutoffs(),
            CutOffs {
                on_track_pace: 0.9,
                ..CutOffs::default()
            }
        );
    }

    #[test]
    fn an_empty_address_is_the_overview_and_nonsense_is_kept() {
        assert_eq!(Address::parse(""), address(Page::Overview));
        assert_eq!(
            Address::parse("#/goal/nonsense"),
            address(Page::Unknown("/goal/nonsense".into()))
        );
        assert_eq!(Address::parse("#/%"), address(Page::Unknown("/%".into())));
    }
}
