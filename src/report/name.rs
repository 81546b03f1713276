//! What a report and its files are called. It follows from what is asked for, so that nobody has to write the report to
//! know it.

use super::{Edition, Kind, Request, Scope};
use crate::catalogue::{Catalogue, Year};
use crate::lang::Lang;
use crate::text::report::title;

/// What a report is called by.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// The plans.
    pub catalogue: &'a Catalogue,
    /// The area reported.
    pub area: &'a str,
    /// The year reported; none without figures.
    pub as_of: Option<Year>,
    /// Which report.
    pub kind: Kind,
    /// About which part of the plans.
    pub scope: &'a Scope,
    /// How much of it.
    pub edition: Edition,
    /// The language.
    pub lang: Lang,
    /// The author's own title; empty for none.
    pub own: &'a str,
}

impl<'a> Name<'a> {
    pub(super) fn of(request: &Request<'a>) -> Name<'a> {
        Name {
            catalogue: request.loaded.catalogue,
            area: &request.board.area,
            as_of: request.board.as_of,
            kind: request.kind,
            scope: request.scope,
            edition: request.edition,
            lang: request.lang,
            own: &request.author.title,
        }
    }

    /// What stands above the report: the author's title, else one that names area, year and kind.
    pub fn title(&self) -> String {
        match self.own.trim() {
            "" => self.default_title() + self.edition(),
            own => own.to_owned(),
        }
    }

    /// What its files are called: the title with the part of the plans, and the edition where an author's title does
    /// not say it.
    pub fn of_files(&self) -> String {
        let part = match self.scope {
            Scope::Whole => None,
            Scope::Plan(id) => self
                .catalogue
                .plan(*id)
                .map(|plan| self.lang.pick(&plan.short, &plan.english_short)),
            Scope::Field(id) => self
                .catalogue
                .field(id)
                .map(|field| self.lang.pick(&field.name, &field.english)),
            Scope::Agency(agency) => Some(agency.as_str()),
        };
        let part = part.map(|part| format!("-{part}")).unwrap_or_default();
        let title = match self.own.trim() {
            "" => self.default_title(),
            own => own.to_owned(),
        };
        format!("{title}{part}{}", self.edition())
    }

    fn edition(&self) -> &'static str {
        match self.edition {
            Edition::Full => "",
            Edition::Short => self.lang.pick("（简版）", " (short)"),
        }
    }

    fn default_title(&self) -> String {
        let Name {
            catalogue,
            kind,
            lang,
            ..
        } = *self;
        let area = catalogue.area_name(self.area, lang);
        let subject = lang.pick(&catalogue.subject, &catalogue.subject_english);
        // An evaluation is named by the year that it is due in, whatever year has figures by now.
        let when = kind.due(catalogue).or(self.as_of);
        match kind {
            Kind::Annual => title::annual(area, subject, when, lang),
            Kind::MidTerm => title::midterm(area, subject, when, lang),
            Kind::Final => title::last(area, subject, when, lang),
        }
    }
}
