//! From the rows of a sheet to a catalogue: rows of one id become an indicator, and the areas that they name
//! become plans, fields, goals and measures whose text is what is quoted from them.

use strum::VariantArray;

use super::super::{
    Area, Catalogue, Chapter, FORMAT, Field, Goal, Indicator, ItemId, Kind, Measure, Notice, Op, Plan, Role,
    Section, Sex, Target, natural_limit,
};
use super::row::Row;
use super::{infer, lend};

/// Builds the catalogue from rows without mistakes.
pub fn assemble(rows: &[Row], like: &Catalogue) -> Catalogue {
    let mut ids: Vec<&str> = Vec::new();
    for row in rows {
        if !ids.contains(&row.id.as_str()) {
            ids.push(&row.id);
        }
    }
    let indicators = ids
        .iter()
        .map(|id| indicator(rows, like, rows.iter().filter(|row| row.id == *id).collect()))
        .collect();
    let areas = areas(rows, like);
    let own = areas.first().map(|area| area.id.clone()).unwrap_or_default();
    let deadline = rows.iter().map(|row| row.year).max().unwrap_or(like.deadline);
    Catalogue {
        format: FORMAT,
        title: own,
        english: String::new(),
        // Plans of the same kind: a sheet has no column for what they are called together.
        subject: like.subject.clone(),
        slug: like.slug.clone(),
        subject_english: like.subject_english.clone(),
        about_reference: String::new(),
        about_reference_english: String::new(),
        notice: Notice::default(),
        base_year: like.base_year,
        midterm: like.midterm,
        deadline,
        areas,
        plans: plans(rows, like),
        indicators,
        // A sheet says nothing of families: these are for whoever knows the city to write.
        stages: Vec::new(),
        everyday: Vec::new(),
    }
}

/// The indicator that some of the rows are about.
fn indicator(rows: &[Row], like: &Catalogue, own: Vec<&Row>) -> Indicator {
    // The row that sets a value says most about what the figure is; a change is in percent of the figure, so
    // its unit is not the figure's own.
    let telling = own
        .iter()
        .find(|row| row.op.value().is_some() && !matches!(row.op, Op::Change(_)));
    let row = telling
        .or(own.iter().find(|row| row.op.value().is_some()))
        .unwrap_or(&own[0]);
    let same = lend::same(like, &row.id, &row.name);
    let unit = match row.op {
        Op::Change(_) => same.map(|same| same.unit.clone()).unwrap_or_default(),
        _ => row.unit.clone(),
    };
    let kind = match row.op {
        Op::Milestone => Kind::Milestone,
        Op::Change(_) => same.map_or(Kind::Rate, |same| same.kind),
        _ if unit.is_empty() => Kind::Count,
        _ => unit.kind(),
    };
    let limit = own.iter().find_map(|row| row.limit);
    let indicator = Indicator {
        id: row.id.clone(),
        name: row.name.clone(),
        english: String::new(),
        aliases: own.iter().flat_map(|row| row.aliases.iter().cloned()).collect(),
        limit: limit.or_else(|| natural_limit(&row.name, &unit)),
        unit,
        kind,
        direction: infer::direction(&row.op),
        sex: None,
        form: own.iter().find_map(|row| row.form),
        base_year: own.iter().find_map(|row| row.base_year),
        gap: infer::gap(row, rows),
        meaning: String::new(),
        meaning_en: String::new(),
        definition: None,
        targets: own.iter().map(|row| target(row)).collect(),
    };
    match same {
        Some(same) => lend::to(indicator, same),
        None => indicator,
    }
}

fn target(row: &Row) -> Target {
    Target {
        at: row.at,
        op: row.op.clone(),
        unit: matches!(row.op, Op::Change(_)).then(|| row.unit.clone()),
        year: row.year,
        keep: infer::keep(&row.op, &row.quote),
        each: infer::each(&row.op, &row.quote),
        quote: row.quote.clone(),
    }
}

/// The area whose plan it is, then the areas to compare with. Without an area of its own a sheet is about
/// that of the catalogue that lends, counties and all.
fn areas(rows: &[Row], like: &Catalogue) -> Vec<Area> {
    let known = &like.areas;
    let Some(own) = rows
        .iter()
        .map(|row| row.area.trim())
        .find(|area| !area.is_empty())
    else {
        return known.clone();
    };
    if own == like.own_area() {
        return known.clone();
    }
    let own = Area {
        id: own.into(),
        english: own.into(),
        aliases: Vec::new(),
        publishers: Vec::new(),
        role: Role::Own,
    };
    let references = known
        .iter()
        .filter(|area| area.role == Role::Reference && area.id != own.id);
    std::iter::once(own.clone()).chain(references.cloned()).collect()
}

fn plans(rows: &[Row], like: &Catalogue) -> Vec<Plan> {
    let mut letters: Vec<char> = Vec::new();
    for row in rows {
        if !letters.contains(&row.at.plan) {
            letters.push(row.at.plan);
        }
    }
    let plan = |id: &char| {
        let own: Vec<&Row> = rows.iter().filter(|row| row.at.plan == *id).collect();
        // The letters of the built-in plans keep their meaning: W is about women.
        let known = like.plan(*id);
        let written = first_filled(own.iter().map(|row| &row.plan_name));
        let name = |pick: fn(&Plan) -> &String| match written {
            // The name of a built-in plan has an English one beside it.
            Some(written) if known.is_none_or(|plan| plan.short != written) => written.to_owned(),
            _ => known.map_or_else(|| id.to_string(), |plan| pick(plan).clone()),
        };
        Plan {
            id: *id,
            title: name(|plan| &plan.short),
            short: name(|plan| &plan.short),
            english: name(|plan| &plan.english_short),
            english_short: name(|plan| &plan.english_short),
            sex: known.and_then(|plan| plan.sex).filter(|sex| *sex == Sex::Female),
            chapters: chapters(&own),
            fields: fields(*id, &own, like),
        }
    };
    letters.iter().map(plan).collect()
}

fn fields(plan: char, rows: &[&Row], like: &Catalogue) -> Vec<Field> {
    let last = rows.iter().map(|row| row.at.field).max().unwrap_or(0);
    let field = |number: u8| {
        let id = format!("{plan}{number}");
        let texts = |section| texts(rows, move |at| at.field == number && at.section == section);
        let goal = |(id, text): (ItemId, String)| {
            let name = rows.iter().find(|row| row.at == id).map(|row| row.name.clone());
            let brief = name.unwrap_or_default();
            Goal {
                id,
                text,
                english: brief.clone(),
                brief,
                plain: String::new(),
                plain_en: String::new(),
                measures: Vec::new(),
            }
        };
        let own = rows.iter().filter(|row| row.at.field == number);
        let written = first_filled(own.map(|row| &row.field_name));
        let (name, english) = field_name(number, written, like.field(&id));
        Field {
            name,
            english,
            goals: texts(Section::Goal).into_iter().map(goal).collect(),
            measures: texts(Section::Measure)
                .into_iter()
                .map(|(id, text)| Measure { id, text })
                .collect(),
            id,
        }
    };
    (1..=last).map(field).collect()
}

/// What a field is called, in Chinese and in English: as the sheet says, with the English name that the built-in field
/// of the same id and name has; else by its number.
fn field_name(number: u8, written: Option<&str>, known: Option<&Field>) -> (String, String) {
    match written {
        Some(name) => {
            let same = known.filter(|field| field.name == name);
            let english = same.map_or(name, |field| field.english.as_str());
            (name.to_owned(), english.to_owned())
        }
        None => (format!("领域{number}"), format!("Field {number}")),
    }
}

fn first_filled<'a>(mut texts: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    texts.find(|text| !text.is_empty()).map(String::as_str)
}

/// Chapters outside the fields; items that nothing is quoted from are blank, so that positions hold.
fn chapters(rows: &[&Row]) -> Vec<Chapter> {
    let chapter = |section: Section| {
        let quoted = texts(rows, move |at| at.field == 0 && at.section == section);
        let last = quoted.iter().map(|(at, _)| at.item).max()?;
        let text = |item: u8| {
            quoted
                .iter()
                .find(|(at, _)| at.item == item)
                .map(|(_, text)| text.clone())
        };
        Some(Chapter {
            section,
            items: (1..=last).map(|item| text(item).unwrap_or_default()).collect(),
        })
    };
    Section::VARIANTS.iter().copied().filter_map(chapter).collect()
}

/// What is quoted from each area, each quote once, in order of areas.
fn texts(rows: &[&Row], wanted: impl Fn(&ItemId) -> bool) -> Vec<(ItemId, String)> {
    let mut areas: Vec<ItemId> = rows.iter().map(|row| row.at).filter(|at| wanted(at)).collect();
    areas.sort_unstable();
    areas.dedup();
    let text = |at: &ItemId| {
        let mut quotes: Vec<&str> = Vec::new();
        for row in rows.iter().filter(|row| row.at == *at) {
            if !quotes.contains(&row.quote.as_str()) {
                quotes.push(&row.quote);
            }
        }
        quotes.join("\n")
    };
    areas.iter().map(|at| (*at, text(at))).collect()
}
