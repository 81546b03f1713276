//! Pictures of dots, made from SVG.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::echarts::Broken;
use crate::chart::Size;

#[wasm_bindgen(module = "/src/browser/raster.js")]
extern "C" {
    #[wasm_bindgen(js_name = raster, catch)]
    async fn raster(svg: &str, width: f64, height: f64) -> Result<JsValue, JsValue>;
}

/// An SVG file of that size as the bytes of a PNG file.
///
/// # Errors
/// When the browser cannot draw it.
pub async fn png(svg: &str, size: Size) -> Result<Vec<u8>, Broken> {
    let bytes = raster(svg, size.width, size.height).await.map_err(|_| Broken)?;
    let bytes: Uint8Array = bytes.dyn_into().map_err(|_| Broken)?;
    Ok(bytes.to_vec())
}
