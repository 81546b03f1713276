//! The TOML files: `city.toml` with the areas, plans and fields, and one file a field with the short names
//! of its goals and the indicators first stated there.

use serde::Deserialize;

use super::super::model::{
    Area, Catalogue, Chapter, Definition, Dimension, Direction, Everyday, FORMAT, Field, Form, Gap, Goal,
    Indicator, ItemId, Kind, Measure, Notice, Plan, Section, Sex, Stage, Target, Unit, Year, natural_limit,
};
use super::text::Outline;

/// `city.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Root {
    title: String,
    english: String,
    slug: String,
    subject: String,
    subject_english: String,
    #[serde(default)]
    about_reference: String,
    #[serde(default)]
    about_reference_english: String,
    notice: String,
    published: String,
    base_year: Year,
    deadline: Year,
    midterm: Year,
    pub plan: Vec<PlanEntry>,
    pub field: Vec<FieldEntry>,
    area: Vec<Area>,
}

/// A plan of `city.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanEntry {
    id: char,
    title: String,
    short: String,
    english: String,
    english_short: String,
    pub text: String,
    sex: Option<Sex>,
}

/// A field of `city.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldEntry {
    pub id: String,
    english: String,
}

/// The TOML file of a field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    goal: Vec<GoalEntry>,
    #[serde(default)]
    indicator: Vec<IndicatorEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalEntry {
    id: ItemId,
    english: String,
    brief: String,
    #[serde(default)]
    plain: String,
    #[serde(default)]
    plain_en: String,
    measures: Vec<ItemId>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorEntry {
    id: String,
    name: String,
    english: String,
    #[serde(default)]
    aliases: Vec<String>,
    unit: Unit,
    kind: Kind,
    direction: Direction,
    sex: Option<Sex>,
    limit: Option<f64>,
    form: Option<Form>,
    base_year: Option<Year>,
    gap_of: Option<String>,
    gap_by: Option<Dimension>,
    meaning: String,
    meaning_en: String,
    target: Vec<Target>,
}

/// `stages.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stages {
    stage: Vec<Stage>,
}

/// Reads `city.toml`.
pub fn root(text: &str) -> Result<Root, String> {
    toml::from_str(text).map_err(|why| why.to_string())
}

/// Reads the TOML file of a field.
pub fn sheet(text: &str) -> Result<Sheet, String> {
    toml::from_str(text).map_err(|why| why.to_string())
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Definitions {
    definition: Vec<DefinitionEntry>,
}

/// What some indicators mean in general use.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefinitionEntry {
    indicators: Vec<String>,
    definition: String,
    #[serde(default)]
    method: String,
    #[serde(default)]
    collected: String,
    #[serde(default)]
    note: String,
    source: String,
}

/// Reads `definitions.toml`.
pub fn definitions(text: &str) -> Result<Vec<DefinitionEntry>, String> {
    let definitions: Definitions = toml::from_str(text).map_err(|why| why.to_string())?;
    Ok(definitions.definition)
}

/// Gives indicators their definitions.
///
/// # Errors
/// A definition of an indicator that there is not, or a second one of the same.
pub fn define(catalogue: &mut Catalogue, definitions: Vec<DefinitionEntry>) -> Result<(), Vec<String>> {
    let mut mistakes = Vec::new();
    for entry in definitions {
        for id in &entry.indicators {
            let indicator = catalogue
                .indicators
                .iter_mut()
                .find(|indicator| indicator.id == *id);
            let definition = Definition {
                definition: entry.definition.clone(),
                method: entry.method.clone(),
                collected: entry.collected.clone(),
                note: entry.note.clone(),
                source: entry.source.clone(),
            };
            match indicator {
                None => mistakes.push(format!("definitions: no such indicator as {id}")),
                Some(known) if known.definition.is_some() => {
                    mistakes.push(format!("definitions: {id} is defined twice"));
                }
                Some(indicator) => indicator.definition = Some(Box::new(definition)),
            }
        }
    }
    if mistakes.is_empty() {
        Ok(())
    } else {
        Err(mistakes)
    }
}

/// Reads `stages.toml`.
pub fn stages(text: &str) -> Result<Vec<Stage>, String> {
    let stages: Stages = toml::from_str(text).map_err(|why| why.to_string())?;
    Ok(stages.stage)
}

/// `everyday.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EverydayWords {
    word: Vec<Everyday>,
}

/// Reads `everyday.toml`.
pub fn everyday(text: &str) -> Result<Vec<Everyday>, String> {
    let words: EverydayWords = toml::from_str(text).map_err(|why| why.to_string())?;
    Ok(words.word)
}

/// Puts texts and data together.
///
/// # Errors
/// A field or goal that only one of the two knows.
pub fn assemble(
    root: Root,
    notice: &str,
    outlines: Vec<Outline>,
    sheets: Vec<Sheet>,
    stages: Vec<Stage>,
) -> Result<Catalogue, Vec<String>> {
    let mut entries = Vec::new();
    let mut indicators = Vec::new();
    for sheet in sheets {
        entries.extend(sheet.goal);
        indicators.extend(sheet.indicator.into_iter().map(indicator));
    }
    let mut plans = Vec::new();
    for (plan, outline) in root.plan.into_iter().zip(outlines) {
        plans.push(assemble_plan(plan, outline, &root.field, &entries)?);
    }
    Ok(Catalogue {
        format: FORMAT,
        title: root.title,
        english: root.english,
        subject: root.subject,
        slug: root.slug,
        subject_english: root.subject_english,
        about_reference: root.about_reference,
        about_reference_english: root.about_reference_english,
        notice: Notice {
            number: root.notice,
            published: root.published,
            paragraphs: notice
                .lines()
                .map(str::trim)
                .filter(|l| !l.is_empty())
                .map(str::to_owned)
                .collect(),
        },
        base_year: root.base_year,
        midterm: root.midterm,
        deadline: root.deadline,
        areas: root.area,
        plans,
        indicators,
        stages,
        everyday: Vec::new(),
    })
}

fn indicator(entry: IndicatorEntry) -> Indicator {
    Indicator {
        limit: entry.limit.or_else(|| natural_limit(&entry.name, &entry.unit)),
        gap: entry.gap_of.zip(entry.gap_by).map(|(of, by)| Gap { of, by }),
        id: entry.id,
        name: entry.name,
        english: entry.english,
        aliases: entry.aliases,
        unit: entry.unit,
        kind: entry.kind,
        direction: entry.direction,
        sex: entry.sex,
        form: entry.form,
        base_year: entry.base_year,
        meaning: entry.meaning,
        meaning_en: entry.meaning_en,
        definition: None,
        targets: entry.target,
    }
}

fn assemble_plan(
    plan: PlanEntry,
    outline: Outline,
    fields: &[FieldEntry],
    goals: &[GoalEntry],
) -> Result<Plan, Vec<String>> {
    let mut mistakes = Vec::new();
    if plan.title != outline.title {
        mistakes.push(format!("{}: the title differs from city.toml", plan.text));
    }
    let mut assembled = Vec::new();
    for (position, (name, goal_texts, measure_texts)) in outline.fields.into_iter().enumerate() {
        let number = (position + 1) as u8;
        let id = format!("{}{number}", plan.id);
        let Some(entry) = fields.iter().find(|field| field.id == id) else {
            mistakes.push(format!("city.toml has no field {id}"));
            continue;
        };
        let goals = numbered(goal_texts).filter_map(|(item, text)| {
            let id = ItemId::goal(plan.id, number, item);
            let entry = goals.iter().find(|goal| goal.id == id);
            if entry.is_none() {
                mistakes.push(format!("goal {id} has no [[goal]] entry"));
            }
            entry.map(|entry| Goal {
                id,
                text,
                brief: entry.brief.clone(),
                english: entry.english.clone(),
                plain: entry.plain.clone(),
                plain_en: entry.plain_en.clone(),
                measures: entry.measures.clone(),
            })
        });
        let goals = goals.collect();
        let measures = numbered(measure_texts)
            .map(|(item, text)| Measure {
                id: ItemId::measure(plan.id, number, item),
                text,
            })
            .collect();
        assembled.push(Field {
            id,
            name,
            english: entry.english.clone(),
            goals,
            measures,
        });
    }
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let chapter = |(section, items): (Section, Vec<String>)| Chapter { section, items };
    Ok(Plan {
        id: plan.id,
        title: plan.title,
        short: plan.short,
        english: plan.english,
        english_short: plan.english_short,
        sex: plan.sex,
        chapters: outline.chapters.into_iter().map(chapter).collect(),
        fields: assembled,
    })
}

fn numbered(texts: Vec<String>) -> impl Iterator<Item = (u8, String)> {
    texts
        .into_iter()
        .enumerate()
        .map(|(position, text)| ((position + 1) as u8, text))
}
