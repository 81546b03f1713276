//! The drawing library: one [`Surface`] for each chart on the page. It is loaded when the first one draws.

use std::rc::Rc;

use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::chart::{Drawing, Size, Tokens};

#[wasm_bindgen(module = "/src/browser/echarts.js")]
extern "C" {
    #[wasm_bindgen(js_name = Surface)]
    type Script;

    #[wasm_bindgen(constructor, js_class = "Surface")]
    fn new(host: &HtmlElement, names: &str, on_look: &Closure<dyn Fn(String)>) -> Script;

    #[wasm_bindgen(method, catch)]
    async fn draw(this: &Script, drawing: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn point(this: &Script, track: usize, index: usize);

    #[wasm_bindgen(method)]
    fn leave(this: &Script);

    #[wasm_bindgen(method)]
    fn dispose(this: &Script);

    #[wasm_bindgen(js_name = lookAt)]
    fn look_at(host: &HtmlElement, names: &str) -> String;

    #[wasm_bindgen(js_name = picture, catch)]
    async fn picture_of(drawing: &str, width: f64, height: f64) -> Result<JsValue, JsValue>;
}

/// The custom properties that a chart's colours come from; those of its lines stand last.
const COLOURS: &str = "--ink --muted --line --page --raised \
                       --chart-1 --chart-2 --chart-3 --chart-4 --chart-5 --chart-6";

/// How an element of the page looks: what a drawing in it depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Its size.
    pub size: Size,
    /// Its colours and font.
    pub tokens: Tokens,
}

/// A place for a chart. Cheap to clone; every clone is the same place.
#[derive(Clone)]
pub struct Surface(Rc<Shared>);

struct Shared {
    script: Script,
    /// Called by the script until it is disposed.
    _on_look: Closure<dyn Fn(String)>,
}

/// Why there is no picture: the library could not be loaded or refused the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

impl Surface {
    /// A place for a chart in an element of the page. `on_look` hears how the element looks, at the start and
    /// whenever its size, the theme or the size of type changes; it has to draw again then.
    pub fn new(host: &HtmlElement, on_look: impl Fn(Look) + 'static) -> Surface {
        let hear = move |json: String| {
            if let Some(look) = read_look(&json) {
                on_look(look);
            }
        };
        let on_look = Closure::<dyn Fn(String)>::new(hear);
        let script = Script::new(host, COLOURS, &on_look);
        Surface(Rc::new(Shared {
            script,
            _on_look: on_look,
        }))
    }

    /// Draws in place of what was drawn before. False when a newer drawing came first or the place is gone.
    ///
    /// # Errors
    /// When the drawing library cannot be loaded or refuses the drawing.
    pub async fn draw(&self, drawing: &Drawing) -> Result<bool, Broken> {
        let json = serde_json::to_string(drawing).map_err(|_| Broken)?;
        let drawn = self.0.script.draw(&json).await.map_err(|_| Broken)?;
        Ok(drawn.is_truthy())
    }

    /// Shows what stands at a year along the axis and lifts the point of a track.
    pub fn point(&self, track: usize, index: usize) {
        self.0.script.point(track, index);
    }

    /// Takes away what [`point`](Self::point) showed.
    pub fn leave(&self) {
        self.0.script.leave();
    }

    /// Takes the chart away for good.
    pub fn dispose(&self) {
        self.0.script.dispose();
    }
}

impl Look {
    /// How drawings look at an element of the page; none where it is not on the page.
    pub fn at(host: &HtmlElement) -> Option<Look> {
        host.parent_element()?;
        read_look(&look_at(host, COLOURS))
    }
}

/// A drawing as the text of an SVG file, without an area on the page.
///
/// # Errors
/// When the drawing library cannot be loaded or refuses the drawing.
pub async fn picture(drawing: &Drawing, size: Size) -> Result<String, Broken> {
    let json = serde_json::to_string(drawing).map_err(|_| Broken)?;
    let drawn = picture_of(&json, size.width, size.height)
        .await
        .map_err(|_| Broken)?;
    drawn.as_string().ok_or(Broken)
}

/// What the script tells of an element.
#[derive(Deserialize)]
struct Message {
    width: f64,
    height: f64,
    font: String,
    text: f64,
    colours: Vec<String>,
}

fn read_look(json: &str) -> Option<Look> {
    let Message {
        width,
        height,
        font,
        text,
        colours,
    } = serde_json::from_str(json).ok()?;
    let [ink, muted, line, page, raised, series @ ..] = colours.as_slice() else {
        return None;
    };
    Some(Look {
        size: Size { width, height },
        tokens: Tokens {
            ink: ink.clone(),
            muted: muted.clone(),
            line: line.clone(),
            page: page.clone(),
            raised: raised.clone(),
            series: series.to_vec(),
            // The drawing library writes the font into attributes as it stands, where double quotes would end them.
            font: font.replace('"', "'"),
            text,
        },
    })
}
