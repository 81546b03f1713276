//! What can be read before the app has come, without JavaScript, and by search engines: the promises with their figures
//! inside index.html, and a plain page for each stage of life and for the text of each plan. It says nothing of where
//! the area itself stands, since a host or a visitor may have figures that no build knows. vite/first.js puts it in place.

use std::collections::BTreeMap;

use plan_tracker::assess::{Board, CutOffs, Judged, board};
use plan_tracker::catalogue::{Catalogue, Chapter, Goal, Indicator, Plan, Role, Section, Stage};
use plan_tracker::import::Import;
use plan_tracker::lang::{Lang, escape_markup as text};
use plan_tracker::observation::{Collection, Settlement};
use plan_tracker::text::{demand, plain_promise, pledged_sentence, with_year};
use serde::Serialize;

/// Everything that vite/first.js needs.
#[derive(Serialize)]
pub struct First {
    /// One sentence for search engines and previews of messages, as plain text.
    description: String,
    /// What stands in index.html until the app is there, as markup.
    overview: String,
    /// Pages of their own by the names of their files; `%STYLE%` stands for the address of the style sheet.
    pages: BTreeMap<String, String>,
}

impl First {
    /// Renders a catalogue, with what was read of its reference figures, where it has any.
    pub fn of(catalogue: &Catalogue, reference: Option<&Import>) -> First {
        let tables = reference.into_iter().map(|figures| &figures.table);
        let collection = Collection::new(tables, &Settlement::default());
        let at = |area: &str| board(catalogue, &collection, area, None, &[], &CutOffs::default());
        let compared = catalogue.areas.iter().filter(|area| area.role == Role::Reference);
        let writer = Writer {
            catalogue,
            own: at(catalogue.own_area()),
            references: compared.map(|area| at(&area.id)).collect(),
        };
        let stages = catalogue.stages.iter().map(|stage| writer.stage(stage));
        let plans = catalogue.plans.iter().map(|plan| writer.plan(plan));
        First {
            description: writer.sentence(),
            overview: writer.overview(),
            pages: stages.chain(plans).collect(),
        }
    }
}

/// What a page is written from.
struct Writer<'c> {
    catalogue: &'c Catalogue,
    own: Board,
    references: Vec<Board>,
}

impl Writer<'_> {
    fn sentence(&self) -> String {
        let counts = self.own.summary().statuses;
        pledged_sentence(self.catalogue, &self.own.area, counts, Lang::Zh)
    }

    fn overview(&self) -> String {
        let fields = self.catalogue.fields().map(|field| {
            let items = self.own.items_in(&field.id).filter(|item| {
                // Of an indicator that serves several fields the first tells.
                item.target.op.value().is_some()
                    && item.stated_at.first().is_some_and(|at| at.field_id() == field.id)
            });
            let rows: String = items.map(|item| self.row(item)).collect();
            let name = text(&field.name);
            if rows.is_empty() {
                return rows;
            }
            format!("<section class=\"stack tight\"><h2>{name}</h2><ul class=\"first-rows\">{rows}</ul></section>\n")
        });
        format!(
            "<p class=\"first-title\">{}</p>\n<div class=\"stack\">\n<h1>{}</h1>\n{}</div>\n{}{}",
            text(&self.catalogue.title),
            text(&self.sentence()),
            self.stage_links(""),
            fields.collect::<String>(),
            self.text_links(),
        )
    }

    /// A promised figure, and where the areas compared with are.
    fn row(&self, item: &Judged) -> String {
        let indicator = &item.indicator;
        let others = self.references.iter().filter_map(|board| {
            let other = board.same(item)?;
            let latest = other.assessment.latest()?;
            let value = with_year(latest.year, latest.value, &indicator.unit, Lang::Zh);
            Some(format!("{}（参考）：{value}", board.area))
        });
        format!(
            "<li><span>{}</span> <strong>{}</strong> <span class=\"muted small\">{}</span></li>\n",
            text(indicator.name_in(Lang::Zh)),
            text(&demand(self.catalogue, indicator, &item.target, Lang::Zh)),
            text(&others.collect::<Vec<_>>().join("；")),
        )
    }

    /// Links to the stages of life but one.
    fn stage_links(&self, but: &str) -> String {
        let stages = self.catalogue.stages.iter().filter(|stage| stage.id != but);
        let links = stages.map(|stage| {
            let (file, name, about) = (stage_file(stage), text(&stage.name), text(&stage.about));
            format!(
                "<li><a class=\"stage-link\" href=\"./{file}\"><strong>{name}</strong><span>{about}</span></a></li>\n"
            )
        });
        let links: String = links.collect();
        match links.is_empty() {
            true => links,
            false => {
                format!("<nav aria-label=\"人生阶段\"><ul class=\"stage-list\">{links}</ul></nav>\n")
            }
        }
    }

    fn text_links(&self) -> String {
        let links = self.catalogue.plans.iter().map(|plan| {
            let (file, title) = (plan_file(plan), text(&plan.title));
            format!("<li><a href=\"./{file}\">{title}（全文）</a></li>\n")
        });
        format!("<ul class=\"stack tight\">{}</ul>\n", links.collect::<String>())
    }

    fn stage(&self, stage: &Stage) -> (String, String) {
        let goals = stage.goals.iter().filter_map(|id| self.catalogue.goal(*id));
        let promises: String = goals.map(|goal| self.promise(stage, goal)).collect();
        let (name, about) = (text(&stage.name), text(&stage.about));
        let body = format!(
            "<h1>{name}</h1>\n<p class=\"reading\">{about}</p>\n\
             <p><a href=\"./#/family/{}\">打开完整的页面，看做到了哪一步</a></p>\n\
             <ol class=\"promise-list\">{promises}</ol>\n<h2>看看别的阶段</h2>\n{}",
            stage.id,
            self.stage_links(&stage.id)
        );
        let heading = format!("{} · {}", stage.name, self.catalogue.title);
        (stage_file(stage), page(&heading, &stage.about, &body))
    }

    fn promise(&self, stage: &Stage, goal: &Goal) -> String {
        let figures = stage.figures_of(self.catalogue, goal.id);
        let figures: String = figures
            .filter_map(|indicator| self.figure(indicator, goal))
            .collect();
        format!(
            "<li class=\"promise\"><h2>{}</h2>\n<ul class=\"figures\">{figures}</ul>\n\
             <details class=\"source\"><summary>规划原文</summary><blockquote class=\"official\" lang=\"zh-CN\"><p>{}</p></blockquote></details></li>\n",
            text(&goal.plain),
            text(&goal.text)
        )
    }

    /// A figure in plain words, with the widest area that has one beside it.
    fn figure(&self, indicator: &Indicator, goal: &Goal) -> Option<String> {
        let of_it = || {
            let items = self.own.items.iter();
            items.filter(|item| item.indicator.id == indicator.id)
        };
        let item = of_it().find(|item| item.plans.contains(&goal.id.plan));
        let item = item.or_else(|| of_it().next())?;
        let reference = self.references.iter().rev().find_map(|board| {
            let latest = board.same(item)?.assessment.latest()?;
            let value = with_year(latest.year, latest.value, &indicator.unit, Lang::Zh);
            Some(format!(
                "<dt class=\"reference\">{}（参考）</dt><dd class=\"reference\">{}</dd>",
                text(&board.area),
                text(&value)
            ))
        });
        Some(format!(
            "<li class=\"figure\"><h3>{}</h3><p class=\"muted meaning\">{}</p>\
             <dl class=\"promise-facts\"><dt>承诺</dt><dd>{}</dd>{}</dl></li>\n",
            text(indicator.name_in(Lang::Zh)),
            text(&indicator.meaning),
            text(&plain_promise(self.catalogue, indicator, &item.target, Lang::Zh)),
            reference.unwrap_or_default()
        ))
    }

    fn plan(&self, plan: &Plan) -> (String, String) {
        let (before, after): (Vec<_>, Vec<_>) = plan
            .chapters
            .iter()
            .partition(|chapter| chapter.section < Section::Goal);
        let chapter =
            |chapter: &&Chapter| section(chapter.section.heading(), "", chapter.items.iter().cloned());
        let fields = plan.fields.iter().map(|field| {
            let goals = section(
                &field.name,
                Section::Goal.heading(),
                field.goals.iter().map(|goal| goal.text.clone()),
            );
            let measures = field.measures.iter().map(|measure| measure.text.clone());
            goals + &section("", Section::Measure.heading(), measures)
        });
        let body = format!(
            "<h1>{}</h1>\n<p><a href=\"./#/text/{}\">打开完整的页面，每一条都有现在的位置</a></p>\n\
             <article class=\"stack full-text reading\" lang=\"zh-CN\">{}{}{}</article>\n",
            text(&plan.title),
            plan.id,
            before.iter().map(chapter).collect::<String>(),
            fields.collect::<String>(),
            after.iter().map(chapter).collect::<String>(),
        );
        (plan_file(plan), page(&plan.title, &self.sentence(), &body))
    }
}

fn stage_file(stage: &Stage) -> String {
    format!("family-{}.html", stage.id)
}

fn plan_file(plan: &Plan) -> String {
    format!("text-{}.html", plan.id.to_ascii_lowercase())
}

/// A part of a plan's text under its headings; an empty heading is none.
fn section(heading: &str, under: &str, items: impl Iterator<Item = String>) -> String {
    let head = |name: &str, words: &str| match words {
        "" => String::new(),
        words => format!("<{name}>{}</{name}>\n", text(words)),
    };
    let items = items.map(|item| format!("<p>{}</p>\n", text(&item)));
    format!(
        "<section class=\"stack tight\">{}{}{}</section>\n",
        head("h2", heading),
        head("h3", under),
        items.collect::<String>()
    )
}

/// A page that needs nothing but the style sheet.
fn page(title: &str, description: &str, body: &str) -> String {
    let (title, description) = (text(title), text(description));
    format!(
        r#"<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="referrer" content="no-referrer" />
<title>{title}</title>
<meta name="description" content="{description}" />
<meta property="og:type" content="article" />
<meta property="og:title" content="{title}" />
<meta property="og:description" content="{description}" />
<link rel="icon" href="./icon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="%STYLE%" />
</head>
<body>
<main class="first">
<p class="crumbs"><a href="./">总览</a></p>
{body}</main>
</body>
</html>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan_tracker::catalogue::{builtin, builtin_reference};

    fn reference() -> Option<Import> {
        builtin_reference().map(|csv| Import::of_builtin("reference.csv", csv, builtin()))
    }

    #[test]
    fn every_promised_figure_stage_and_text_can_be_read_without_the_app() {
        let catalogue = builtin();
        let first = First::of(catalogue, reference().as_ref());
        assert!(first.overview.contains(&text(&first.description)));
        for stage in &catalogue.stages {
            let page = &first.pages[&stage_file(stage)];
            assert!(first.overview.contains(&stage_file(stage)));
            for goal in stage.goals.iter().filter_map(|id| catalogue.goal(*id)) {
                assert!(
                    page.contains(&text(&goal.plain)) && page.contains(&text(&goal.text)),
                    "{}",
                    goal.id
                );
            }
        }
        for plan in &catalogue.plans {
            let page = &first.pages[&plan_file(plan)];
            let goals = plan.fields.iter().flat_map(|field| &field.goals);
            assert!(goals.clone().count() > 0);
            assert!(goals.into_iter().all(|goal| page.contains(&text(&goal.text))));
        }
    }

    #[test]
    fn a_reference_figure_is_named_as_one_and_nothing_is_said_of_the_area_itself() {
        let catalogue = builtin();
        let with = First::of(catalogue, reference().as_ref());
        let without = First::of(catalogue, None);
        assert!(with.overview.contains("（参考）："));
        assert!(!without.overview.contains("（参考）"));
        assert_eq!(with.description, without.description);
        let own = format!("{}（参考）", catalogue.own_area());
        assert!(!with.overview.contains(&own));
    }

    #[test]
    fn a_text_of_a_catalogue_never_becomes_markup() {
        let mut catalogue = builtin().clone();
        catalogue.title = "<b>\"x\"".to_owned();
        catalogue.stages[0].name = "<script>".to_owned();
        let first = First::of(&catalogue, None);
        assert!(first.overview.contains("&lt;b&gt;&quot;x&quot;"));
        let pages = first.pages.values().chain([&first.overview]);
        assert!(
            pages
                .into_iter()
                .all(|page| !page.contains("<script") && !page.contains("<b>"))
        );
    }
}
