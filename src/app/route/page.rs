//! What can be shown, and its path with the queries of its own.

use super::escape::encode;
use crate::app::choices::{Comparison, FieldView, ReportChoice, WarningFilter};
use crate::app::talk::Talk;
use crate::assess::Status;
use crate::catalogue::ItemId;

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
    /// 责任单位: the goals that one agency answers for.
    Agency(String),
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
    /// 隐私: what is kept where, backup and erasing
    Privacy,
    /// 报告
    Report(ReportChoice),
    /// 与我有关: the stages of life, or one of them
    Family(Option<String>),
    /// 演示
    Present(Talk),
    /// No such page; keeps what was asked for.
    Unknown(String),
}

impl Page {
    /// Reads the path of an address, `/goal/W1.02`.
    pub(super) fn parse(path: &str, query: &[(String, String)]) -> Page {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let asked = |name: &str| {
            query
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.clone())
        };
        let status = || asked("status").and_then(|slug| slug.parse().ok());
        let page = match parts.as_slice() {
            [] => Some(Page::Overview),
            ["fields"] => Some(Page::Fields(status())),
            ["field", id] => Some(Page::Field((*id).to_owned(), FieldView::parse(asked))),
            ["agency", name] => Some(Page::Agency((*name).to_owned())),
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
            ["privacy"] => Some(Page::Privacy),
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
    pub(super) fn has_groups(&self) -> bool {
        matches!(self, Page::Goal(_))
    }

    /// The path, and the queries that belong to the page itself.
    pub(super) fn format(&self) -> (String, Vec<(&'static str, String)>) {
        match self {
            Page::Overview => ("/".into(), vec![]),
            Page::Fields(status) => ("/fields".into(), status_query(*status)),
            Page::Field(id, view) => (format!("/field/{id}"), view.query()),
            Page::Agency(name) => (format!("/agency/{}", encode(name)), vec![]),
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
            Page::Privacy => ("/privacy".into(), vec![]),
            Page::Report(choice) => ("/report".into(), choice.query()),
            Page::Family(None) => ("/family".into(), vec![]),
            Page::Family(Some(stage)) => (format!("/family/{stage}"), vec![]),
            Page::Present(talk) => ("/present".into(), talk.query()),
            Page::Unknown(path) => (path.clone(), vec![]),
        }
    }
}

fn status_query(status: Option<Status>) -> Vec<(&'static str, String)> {
    status
        .into_iter()
        .map(|status| ("status", status.slug().to_owned()))
        .collect()
}

fn one_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}
