//! One thing that is not sure: what it may mean, to choose from.

use leptos::prelude::*;

use super::{Draft, words};
use crate::app::components::chart::unique;
use crate::app::state::State;
use crate::catalogue::{Kind, Role as AreaRole, Sex};
use crate::import::{Answer, Log, Place, Question, Role};
use crate::observation::Residence;
use crate::text::mapping;

/// So many names without a proposal are folded away.
const FOLDED: usize = 3;

/// The questions of a file: those with a proposal first, names that are like none known behind a fold where there are
/// many.
pub fn questions(state: State, log: &Log, draft: Draft) -> Option<impl IntoView + use<>> {
    if log.only_sure || log.questions.is_empty() {
        return None;
    }
    let (likely, others): (Vec<_>, Vec<_>) = log
        .questions
        .iter()
        .cloned()
        .partition(|question| !question.proposals.is_empty());
    let list = move |questions: Vec<Question>| {
        let items = questions
            .into_iter()
            .map(|question| view! { <li>{one(state, question, draft)}</li> });
        view! { <ol class="questions">{items.collect_view()}</ol> }
    };
    let fold = others.len() > FOLDED;
    let count = others.len();
    let others = (count > 0).then(|| list(others));
    let others = match fold {
        false => others.into_any(),
        true => view! {
            <details>
                <summary>{mapping::like_none(count, state.lang())}</summary>
                {others}
            </details>
        }
        .into_any(),
    };
    Some(view! { {(!likely.is_empty()).then(|| list(likely))} {others} })
}

fn one(state: State, question: Question, draft: Draft) -> impl IntoView {
    let (group, lang) = (unique("mapping"), state.lang());
    let place = question.place;
    let text = StoredValue::new(question.text.clone());
    let said = Memo::new(move |_| {
        draft
            .said
            .with(|said| text.with_value(|text| said.answer(place, text).cloned()))
    });
    let choose = move |answer: Option<Answer>| {
        draft.say(|said| text.with_value(|text| said.set(place, text, answer)));
    };
    let radio = |answer: Option<Answer>, label: String| {
        let mine = answer.clone();
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=group.clone()
                    prop:checked=move || said.get() == mine
                    on:change=move |_| choose(answer.clone())
                />
                <span>{label}</span>
            </label>
        }
    };
    let keep = radio(
        None,
        state
            .say("先不定，照现在这样", "leave it as it is for now")
            .to_owned(),
    );
    let offered: Vec<Answer> = question.proposals.iter().map(|it| it.answer.clone()).collect();
    let proposals: Vec<_> = question
        .proposals
        .iter()
        .map(|proposal| {
            let what = words::answer(state, &proposal.answer);
            let label = mapping::proposed(&what, proposal.likeness, lang);
            radio(Some(proposal.answer.clone()), label)
        })
        .collect();
    let ignore = radio(
        Some(Answer::Ignore),
        mapping::not_to_be_taken(question.cells, lang),
    );
    let is_other = move || {
        said.get()
            .filter(|said| *said != Answer::Ignore && !offered.contains(said))
    };
    // Every indicator and area would be listed once a question: only where somebody looks for another.
    let looks = RwSignal::new(is_other().is_some());
    let select = move || {
        view! {
            <label class="choice">
                <span>{state.say("是别的：", "something else: ")}</span>
                <select on:change:target=move |event| choose(serde_json::from_str(&event.target().value()).ok())>
                    <option value="" selected=is_other().is_none()>{state.say("请选择", "choose")}</option>
                    {options(state, place, is_other())}
                </select>
            </label>
        }
    };
    let other = move || match looks.get() {
        true => untrack(&select).into_any(),
        false => view! {
            <button type="button" class="plain" on:click=move |_| looks.set(true)>
                {state.say("是别的……", "something else…")}
            </button>
        }
        .into_any(),
    };
    let stands = mapping::where_it_stands(question.sheet.as_deref(), question.line, lang);
    view! {
        <fieldset>
            <legend>{stands} {question.message(lang)}</legend>
            {proposals}
            {ignore}
            {keep}
            {other}
        </fieldset>
    }
}

/// Everything else that a text there can mean. The value of each is the answer itself.
fn options(state: State, place: Place, chosen: Option<Answer>) -> impl IntoView + use<> {
    let lang = state.lang();
    let option = |answer: Answer, label: String| {
        let selected = chosen.as_ref() == Some(&answer);
        let value = serde_json::to_string(&answer).unwrap_or_default();
        view! { <option value=value selected=selected>{label}</option> }
    };
    let counted = state
        .catalogue
        .indicators
        .iter()
        .filter(|it| it.kind != Kind::Milestone);
    let indicators: Vec<_> = counted
        .map(|it| option(Answer::indicator(&it.id), it.name_in(lang).to_owned()))
        .collect();
    let invented = |role: AreaRole| matches!(role, AreaRole::Example | AreaRole::ExamplePart);
    let known = state.catalogue.areas.iter().filter(|area| !invented(area.role));
    let areas: Vec<_> = known
        .map(|area| option(Answer::area(&area.id), state.area_name(&area.id)))
        .collect();
    let groups: Vec<_> = match place {
        Place::File => Vec::new(),
        _ => groups()
            .map(|group| {
                let label = words::answer(state, &group);
                option(group, label)
            })
            .into(),
    };
    let columns: Vec<_> = match place {
        Place::Column => COLUMNS
            .iter()
            .map(|role| option(Answer::Column(*role), words::column(state, *role)))
            .collect(),
        _ => Vec::new(),
    };
    view! {
        {(!columns.is_empty()).then(|| view! { <optgroup label=state.say("这一列里是", "The column holds")>{columns}</optgroup> })}
        <optgroup label=state.say("指标", "Indicators")>{indicators}</optgroup>
        <optgroup label=state.say("地区", "Areas")>{areas}</optgroup>
        {(!groups.is_empty()).then(|| view! { <optgroup label=state.say("分组", "Groups")>{groups}</optgroup> })}
    }
}

/// What a column may be said to hold.
pub const COLUMNS: [Role; 13] = [
    Role::Indicator,
    Role::Area,
    Role::Year,
    Role::Value,
    Role::Sex,
    Role::Residence,
    Role::Age,
    Role::Unit,
    Role::Cases,
    Role::Denominator,
    Role::Source,
    Role::Dimension,
    Role::Note,
];

/// The groups that a text may be said to mean.
fn groups() -> [Answer; 5] {
    [
        Answer::Total,
        Answer::sex(Sex::Female),
        Answer::sex(Sex::Male),
        Answer::residence(Residence::Urban),
        Answer::residence(Residence::Rural),
    ]
}
