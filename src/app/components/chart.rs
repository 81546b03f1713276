//! A chart with its title, its key and the same numbers as a table. The table is there from the start; the
//! picture joins it when the drawing library has come, and only then.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chart_tools::ChartTools;
use super::embed::is_shown_alone;
use super::example_mark::ExampleMark;
use super::whence::Whence;
use crate::app::state::State;
use crate::browser::echarts::{Look, Surface};
use crate::catalogue::Year;
use crate::chart::{Cell, Cursor, KeyItem, Plot, Step};
use crate::lang::Lang;
use crate::observation::SeriesKey;
use crate::text::NO_NUMBER;
use crate::text::indicator::unit_note;

/// Whether the picture is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Picture {
    Coming,
    Drawn,
    Failed,
}

/// A chart. It draws again by itself when its size, the theme or the size of type changes.
#[component]
pub fn Chart(
    /// What it says.
    #[prop(into)]
    plot: Signal<Plot>,
    /// The language that it speaks.
    #[prop(into)]
    lang: Signal<Lang>,
    /// Whether the table is unfolded at first.
    #[prop(default = true)]
    open: bool,
) -> impl IntoView {
    let host = NodeRef::<html::Div>::new();
    let (surface, picture) = draw(host, plot, lang);
    let walk = Walk::new(surface, plot, lang);
    let hint = unique("chart-hint");
    let say = move |zh: &'static str, en: &'static str| lang.get().pick(zh, en);
    let state = State::get();
    let is_embedded = move || plot.with(|plot| is_shown_alone(state, &plot.title));
    let has_picture = move || picture.get() != Picture::Failed && !plot.with(Plot::is_empty);

    view! {
        <figure class="chart" class:embedded=is_embedded>
            <figcaption class="chart-caption">
                <p class="chart-title">{move || plot.with(|plot| plot.title.clone())}</p>
                <p class="chart-subtitle">
                    {move || plot.with(|plot| plot.subtitle.clone())}
                    <Show when=move || plot.with(|plot| plot.example)>
                        <ExampleMark />
                    </Show>
                </p>
            </figcaption>
            <div class="chart-frame" hidden=move || !has_picture()>
                <div
                    class="chart-host"
                    node_ref=host
                    role="img"
                    tabindex="0"
                    aria-label=move || plot.with(|plot| plot.summary.clone())
                    aria-describedby=hint.clone()
                    on:keydown=move |event| walk.on_key(&event)
                    on:blur=move |_| walk.leave()
                ></div>
                <p class="chart-hint" id=hint>
                    {move || {
                        say("左右方向键逐年读数，上下方向键换一条线。", "Left and right arrows read year by year, up and down change the line.")
                    }}
                </p>
                <p class="visually-hidden" role="status">{move || walk.reading.get()}</p>
                <Show when=move || picture.get() == Picture::Coming>
                    <p class="chart-waiting">{move || say("正在绘图……", "Drawing…")}</p>
                </Show>
            </div>
            <Show when=move || picture.get() == Picture::Failed>
                <p class="chart-failed" role="status">
                    {move || {
                        say("图没能画出来。下面的表是同样的数。", "The chart could not be drawn. The table below has the same numbers.")
                    }}
                </p>
            </Show>
            <Show when=move || plot.with(Plot::is_empty)>
                <p class="chart-subtitle">{move || say("还没有可画的数。", "There are no numbers to draw yet.")}</p>
            </Show>
            {move || has_picture().then(|| key(plot, lang.get()))}
            <Show when=move || !plot.with(Plot::is_empty)>
                <ChartTools plot lang />
            </Show>
            {move || table(plot, lang.get(), open && !is_embedded())}
        </figure>
    }
}

/// Keeps the picture in the host up to date; hands out the surface for pointing, and whether it is there.
fn draw(
    host: NodeRef<html::Div>,
    plot: Signal<Plot>,
    lang: Signal<Lang>,
) -> (StoredValue<Option<Surface>, LocalStorage>, RwSignal<Picture>) {
    let surface = StoredValue::new_local(None::<Surface>);
    let look = RwSignal::new(None::<Look>);
    let picture = RwSignal::new(Picture::Coming);
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        // The browser may still tell of a change when the chart has left the page.
        let on_look = move |seen| drop(look.try_set(Some(seen)));
        surface.set_value(Some(Surface::new(&host, on_look)));
    });
    Effect::new(move |_| {
        let Some(Look { size, tokens }) = look.get() else {
            return;
        };
        let Some(surface) = surface.get_value() else {
            return;
        };
        let drawing = plot.with(|plot| plot.drawing(&tokens, lang.get(), size));
        spawn_local(async move {
            let outcome = match surface.draw(&drawing).await {
                Ok(true) => Picture::Drawn,
                Ok(false) => return,
                Err(_) => Picture::Failed,
            };
            picture.try_set(outcome);
        });
    });
    on_cleanup(move || {
        let surface = surface.try_update_value(Option::take).flatten();
        if let Some(surface) = surface {
            surface.dispose();
        }
    });
    (surface, picture)
}

/// The walk along the chart with the keyboard.
#[derive(Clone, Copy)]
struct Walk {
    surface: StoredValue<Option<Surface>, LocalStorage>,
    plot: Signal<Plot>,
    lang: Signal<Lang>,
    cursor: StoredValue<Option<Cursor>>,
    /// What is read aloud.
    reading: RwSignal<String>,
}

impl Walk {
    fn new(
        surface: StoredValue<Option<Surface>, LocalStorage>,
        plot: Signal<Plot>,
        lang: Signal<Lang>,
    ) -> Walk {
        Walk {
            surface,
            plot,
            lang,
            cursor: StoredValue::new(None),
            reading: RwSignal::new(String::new()),
        }
    }

    fn on_key(self, event: &KeyboardEvent) {
        let step = match event.key().as_str() {
            "ArrowLeft" => Step::Earlier,
            "ArrowRight" => Step::Later,
            "ArrowUp" => Step::LineBefore,
            "ArrowDown" => Step::LineAfter,
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" => return self.leave(),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        self.go(step);
    }

    /// Takes a step; the first one only finds the newest point.
    fn go(self, step: Step) {
        let lang = self.lang.get_untracked();
        self.plot.with_untracked(|plot| {
            let next = match self.cursor.get_value() {
                Some(cursor) => Some(cursor.step(plot, step)),
                None => Cursor::start(plot),
            };
            self.cursor.set_value(next);
            let Some(next) = next else { return };
            let named = matches!(step, Step::LineBefore | Step::LineAfter);
            self.reading
                .set(next.reading(plot, lang, named).unwrap_or_default());
            self.surface.with_value(|surface| {
                if let Some((surface, index)) = surface.as_ref().zip(next.index(plot)) {
                    surface.point(next.track, index);
                }
            });
        });
    }

    fn leave(self) {
        self.cursor.set_value(None);
        self.reading.set(String::new());
        self.surface.with_value(|surface| {
            if let Some(surface) = surface {
                surface.leave();
            }
        });
    }
}

/// What the signs mean.
fn key(plot: Signal<Plot>, lang: Lang) -> impl IntoView {
    let items = plot.with(|plot| plot.key(lang));
    let item = |item: KeyItem| {
        let sign = format!("chart-sign {}", item.sign.slug());
        view! {
            <li>
                <span class=sign aria-hidden="true"></span>
                {item.text}
            </li>
        }
    };
    (!items.is_empty())
        .then(|| view! { <ul class="chart-key">{items.into_iter().map(item).collect_view()}</ul> })
}

/// The same numbers as a table.
fn table(plot: Signal<Plot>, lang: Lang, open: bool) -> impl IntoView {
    let (table, title) = plot.with(|plot| (plot.table(lang), plot.title.clone()));
    let unit = unit_note(&table.unit, lang);
    let heads = table.head.into_iter().enumerate().map(|(at, head)| {
        view! { <th scope="col" class:number=at != 0>{head}</th> }
    });
    let row = |(year, cells): (Year, Vec<Cell>)| {
        let cells = cells.into_iter().zip(&table.series);
        let cells: Vec<_> = cells
            .map(|(cell, series)| figure(cell, series.as_ref(), year, lang))
            .collect();
        view! { <tr><th scope="row">{year}</th>{cells}</tr> }
    };
    let rows: Vec<_> = table.rows.into_iter().rev().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <details class="chart-numbers" open=open>
                <summary>{lang.pick("同样的数，列成表", "The same numbers as a table")}{unit}</summary>
                <div class="table-frame fixed-first by-year" tabindex="0" role="group" aria-label=title>
                    <table>
                        <thead><tr>{heads.collect_view()}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
    })
}

/// A number that opens into where it stands, where it was read from a file.
fn figure(cell: Cell, series: Option<&SeriesKey>, year: Year, lang: Lang) -> AnyView {
    match (cell, series, Whence::get()) {
        (Cell::Value(text), Some(series), Some(whence)) => {
            let series = series.clone();
            let open = move |_| whence.open(series.clone(), year);
            view! {
                <td class="number">
                    <button
                        type="button"
                        class="plain whence-number"
                        aria-haspopup="dialog"
                        title=lang.pick("这个数出自哪里", "Where this number stands")
                        on:click=open
                    >
                        {text}
                    </button>
                </td>
            }
            .into_any()
        }
        (cell, ..) => cell_view(cell, lang),
    }
}

/// A cell in a table of a chart's numbers.
pub fn cell_view(cell: Cell, lang: Lang) -> AnyView {
    match cell {
        Cell::Value(text) => view! { <td class="number">{text}</td> }.into_any(),
        Cell::Missing => view! { <td class="number none">{missing(lang)}</td> }.into_any(),
        Cell::Blank => view! { <td class="none"></td> }.into_any(),
    }
}

fn missing(lang: Lang) -> impl IntoView {
    view! {
        <span aria-hidden="true">{NO_NUMBER}</span>
        <span class="visually-hidden">{lang.pick("无数据", "No data")}</span>
    }
}

/// An element id that no other element has.
pub fn unique(name: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{name}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
