//! A page with the choices that a link carries.

use super::escape::{decode, encode};
use super::page::Page;
use crate::app::theme::Theme;
use crate::assess::{CutOffs, Disaggregation};
use crate::catalogue::Year;
use crate::lang::Lang;

/// A page with the choices that a link carries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// What is shown.
    pub page: Page,
    /// The area judged where it is not the plans’ own.
    pub area: Option<String>,
    /// The year judged where it is not the newest.
    pub year: Option<Year>,
    /// The language where it is not the default.
    pub lang: Option<Lang>,
    /// How light the page is, where it is not the default.
    pub theme: Option<Theme>,
    /// Whether large type is asked for.
    pub large: bool,
    /// What the figures of a goal are told apart by; none for the headline, and on other pages.
    pub by: Option<Disaggregation>,
    /// Within a page of another site: what the one chart shown is about, or nothing for the whole page.
    pub embed: Option<String>,
    /// Id of the indicator of a goal that is shown; none for its main one, and on other pages.
    pub indicator: Option<String>,
    /// A few figures that the link carries, packed; taken out of the address as soon as they are read.
    pub figures: Option<String>,
    /// Cut-offs that differ from the method's: name and value.
    pub changed: Vec<(String, f64)>,
}

impl Address {
    /// Reads the part of a URL from `#` on.
    pub fn parse(hash: &str) -> Address {
        let text = hash.trim_start_matches('#');
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let query: Vec<(String, String)> = query
            .split('&')
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
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
            indicator: asked("indicator")
                .map(str::to_owned)
                .filter(|_| page.has_groups()),
            page,
            area: asked("area").map(str::to_owned),
            year: asked("year").and_then(|year| year.parse().ok()),
            changed: asked("cutoffs").map(changed_cutoffs).unwrap_or_default(),
            lang: asked("lang")
                .and_then(|tag| [Lang::Zh, Lang::En].into_iter().find(|lang| lang.tag() == tag)),
            theme: asked("theme").and_then(|slug| slug.parse().ok()),
            large: asked("size") == Some("large"),
            embed: asked("embed").map(str::to_owned),
            figures: asked("figures").map(str::to_owned),
        }
    }

    /// The part of a URL from `#` on.
    pub fn format(&self) -> String {
        let (path, mut query) = self.page.format();
        query.extend(self.indicator.iter().map(|id| ("indicator", id.clone())));
        query.extend(self.by.iter().map(|by| ("by", by.slug().to_owned())));
        query.extend(self.area.iter().map(|area| ("area", area.clone())));
        query.extend(self.year.iter().map(|year| ("year", year.to_string())));
        query.extend(self.lang.iter().map(|lang| ("lang", lang.tag().to_owned())));
        query.extend(self.theme.iter().map(|theme| ("theme", theme.slug().to_owned())));
        query.extend(self.large.then(|| ("size", "large".to_owned())));
        if !self.changed.is_empty() {
            let changed = self.changed.iter().map(|(name, value)| format!("{name}:{value}"));
            query.push(("cutoffs", changed.collect::<Vec<_>>().join(",")));
        }
        query.extend(self.embed.iter().map(|chart| ("embed", chart.clone())));
        query.extend(self.figures.iter().map(|figures| ("figures", figures.clone())));
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

    /// The overview in the same language and look. Area, year and cut-offs are not kept: another catalogue knows
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
        // Another goal has other indicators.
        let indicator = self.indicator.clone().filter(|_| page == self.page);
        Address {
            page,
            by,
            // The chart is of this page alone.
            embed: self.embed.as_ref().map(|_| String::new()),
            indicator,
            figures: None,
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
