//! Finding things in a catalogue by their id, and walking from a goal to its indicators and back.

use super::{
    Area, Catalogue, Chapter, Everyday, Field, Goal, Indicator, ItemId, Measure, Plan, Role, Section, Stage,
    Target,
};

impl Catalogue {
    /// The plan with that letter.
    pub fn plan(&self, id: char) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id == id)
    }

    /// Every field of every plan, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.plans.iter().flat_map(|plan| &plan.fields)
    }

    /// The field with that id, such as `W1`.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields().find(|field| field.id == id)
    }

    /// The field that a goal or measure stands in.
    pub fn field_of(&self, id: ItemId) -> Option<&Field> {
        self.field(&id.field_id())
    }

    /// Every goal of every plan, in order.
    pub fn goals(&self) -> impl Iterator<Item = &Goal> {
        self.fields().flat_map(|field| &field.goals)
    }

    /// The goal with that id.
    pub fn goal(&self, id: ItemId) -> Option<&Goal> {
        self.field_of(id)?.goals.iter().find(|goal| goal.id == id)
    }

    /// Every measure of every plan, in order.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.fields().flat_map(|field| &field.measures)
    }

    /// The measure with that id.
    pub fn measure(&self, id: ItemId) -> Option<&Measure> {
        self.field_of(id)?
            .measures
            .iter()
            .find(|measure| measure.id == id)
    }

    /// The official text at any place of the plans.
    pub fn text(&self, id: ItemId) -> Option<&str> {
        match id.section {
            Section::Goal => self.goal(id).map(|goal| goal.text.as_str()),
            Section::Measure => self.measure(id).map(|measure| measure.text.as_str()),
            section => {
                let is_it = |chapter: &&Chapter| chapter.section == section;
                let chapter = self.plan(id.plan)?.chapters.iter().find(is_it)?;
                chapter
                    .items
                    .get(usize::from(id.item).checked_sub(1)?)
                    .map(String::as_str)
            }
        }
    }

    /// Every text of the plans with its area, in reading order.
    pub fn texts(&self) -> Vec<(ItemId, &str)> {
        self.plans.iter().flat_map(plan_texts).collect()
    }

    /// The indicator with that id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The indicators that a text states targets for, each with the targets stated there.
    pub fn stated_at(&self, id: ItemId) -> impl Iterator<Item = (&Indicator, Vec<&Target>)> {
        self.indicators.iter().filter_map(move |indicator| {
            let here: Vec<&Target> = indicator
                .targets
                .iter()
                .filter(|target| target.at == id)
                .collect();
            (!here.is_empty()).then_some((indicator, here))
        })
    }

    /// The goals that an indicator speaks to: those that state it, else those served by a measure that does.
    pub fn goals_of(&self, indicator: &Indicator) -> Vec<ItemId> {
        let stated = |section| {
            indicator
                .targets
                .iter()
                .map(|t| t.at)
                .filter(move |at| at.section == section)
        };
        let mut goals: Vec<ItemId> = stated(Section::Goal).collect();
        if goals.is_empty() {
            let measures: Vec<ItemId> = stated(Section::Measure).collect();
            let served = |goal: &&Goal| goal.measures.iter().any(|measure| measures.contains(measure));
            goals = self.goals().filter(served).map(|goal| goal.id).collect();
        }
        goals.sort_unstable_by_key(|id| (self.plans.iter().position(|plan| plan.id == id.plan), *id));
        goals.dedup();
        goals
    }

    /// The stage of life with that id.
    pub fn stage(&self, id: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// What the plans call what somebody says in everyday words; each once, empty where nothing is known of them.
    pub fn in_plan_words(&self, said: &str) -> Vec<&str> {
        let said = said.trim();
        let is_said = |everyday: &&Everyday| everyday.said.iter().any(|word| said.contains(word.as_str()));
        let mut found: Vec<&str> = Vec::new();
        for word in self
            .everyday
            .iter()
            .filter(is_said)
            .flat_map(|everyday| &everyday.means)
        {
            if word != said && !found.contains(&word.as_str()) {
                found.push(word);
            }
        }
        found
    }

    /// The area whose plans these are.
    pub fn own_area(&self) -> &str {
        self.areas
            .iter()
            .find(|area| area.role == Role::Own)
            .map_or("", |area| area.id.as_str())
    }

    /// Its name in English.
    pub fn own_area_english(&self) -> &str {
        self.area(self.own_area()).map_or("", |area| &area.english)
    }

    /// The area with that id.
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }
}

fn plan_texts(plan: &Plan) -> Vec<(ItemId, &str)> {
    let number = |position: usize| (position + 1) as u8;
    let chapters = |after: bool| {
        let wanted = move |c: &&Chapter| (c.section >= Section::Implementation) == after;
        plan.chapters.iter().filter(wanted).flat_map(move |chapter| {
            chapter.items.iter().enumerate().map(move |(at, text)| {
                let id = ItemId {
                    plan: plan.id,
                    field: 0,
                    section: chapter.section,
                    item: number(at),
                };
                (id, text.as_str())
            })
        })
    };
    let fields = plan.fields.iter().flat_map(|field| {
        let goals = field.goals.iter().map(|goal| (goal.id, goal.text.as_str()));
        goals.chain(
            field
                .measures
                .iter()
                .map(|measure| (measure.id, measure.text.as_str())),
        )
    });
    chapters(false).chain(fields).chain(chapters(true)).collect()
}
