//! The area in figures that are never judged.

use crate::catalogue::{ContextFigure, Year};
use crate::lang::Lang;
use crate::text::{number, year};

/// How many people live in an area, and of them women and those in towns where that is known.
#[derive(Clone, Copy, Debug)]
pub struct People {
    /// All of them.
    pub all: f64,
    /// The women among them.
    pub women: Option<f64>,
    /// Those who live in towns.
    pub urban: Option<f64>,
}

/// The population of an area in a census.
pub fn population(name: &str, census: Year, people: People, lang: Lang) -> String {
    let People { all, women, urban } = people;
    let share = |part: f64| format!("{}%", number(part / all * 100.0, Some(2)));
    let people = |value: f64| number(value, Some(0));
    let women = women.map(|women| match lang {
        Lang::Zh => format!("，其中女性 {} 人，占 {}", people(women), share(women)),
        Lang::En => format!(", of whom {} are women ({})", people(women), share(women)),
    });
    let urban = urban.map(|urban| match lang {
        Lang::Zh => format!("；居住在城镇的 {} 人，占 {}", people(urban), share(urban)),
        Lang::En => format!("; {} live in towns ({})", people(urban), share(urban)),
    });
    let (women, urban) = (women.unwrap_or_default(), urban.unwrap_or_default());
    match lang {
        Lang::Zh => format!(
            "{}，{name}常住人口 {} 人{women}{urban}。",
            year(census, lang),
            people(all)
        ),
        Lang::En => format!(
            "In {census}, {} people lived in {name}{women}{urban}.",
            people(all)
        ),
    }
}

/// The caption of the table of population.
pub fn caption(census: Year, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{census} 年人口（人；比重为占常住人口的百分比）"),
        Lang::En => format!("Population in {census} (shares in per cent of all residents)"),
    }
}

/// A figure of the area with its age group, year and source.
pub fn figure(figure: &ContextFigure, value: &str, lang: Lang) -> String {
    let age = match (figure.age.as_str(), lang) {
        ("", _) => String::new(),
        (age, Lang::Zh) => format!("（{age}）"),
        (age, Lang::En) => format!(" ({age})"),
    };
    match lang {
        Lang::Zh => format!(
            "{}{age}：{} {value}（{}）。",
            figure.name,
            year(figure.year, lang),
            figure.source
        ),
        Lang::En => format!(
            "{}{age}: {value} in {} ({}).",
            figure.name, figure.year, figure.source
        ),
    }
}

/// Where the population figures are from.
pub fn sources(named: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("人口数出自：{named}。这些数只作背景，不评判，也不计入任何统计。"),
        Lang::En => {
            format!("Population from: {named}. These figures are background: never judged, never counted.")
        }
    }
}
