//! A chart inside a document: drawn from lines where the program can (Word, LibreOffice), else as dots.

use super::table::WIDTH;

/// English Metric Units in a twip: pictures are measured in these.
const EMU: usize = 635;

/// A chart as a picture for a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The bytes of a PNG file; empty where the chart could not be drawn, and its sentence stands in.
    pub png: Vec<u8>,
    /// The same picture as an SVG file; empty where there are dots alone.
    pub svg: String,
    /// How wide it is for its height.
    pub width: u32,
    /// Its height, in the same measure as the width.
    pub height: u32,
}

/// The kinds of files that pictures are: extension and media type.
pub const KINDS: [(&str, &str); 2] = [("png", "image/png"), ("svg", "image/svg+xml")];

impl Picture {
    /// Its files by the names that they have in a document.
    pub fn files(&self, id: usize) -> Vec<(String, Vec<u8>)> {
        let file = |extension: &str| format!("word/media/image{id}.{extension}");
        let mut files = vec![(file("png"), self.png.clone())];
        if self.has_lines() {
            files.push((file("svg"), self.svg.clone().into_bytes()));
        }
        files
    }

    /// What a document says of its files.
    pub fn relations(&self, id: usize) -> String {
        let relation = |name: &str, extension: &str| {
            format!(
                "<Relationship Id=\"{name}{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/image{id}.{extension}\"/>"
            )
        };
        let lines = self.has_lines().then(|| relation("rIdLines", "svg"));
        relation("rIdImage", "png") + &lines.unwrap_or_default()
    }

    fn has_lines(&self) -> bool {
        !self.svg.is_empty()
    }

    /// A picture in the line, as wide as the text. It names its own kinds, since the text of a template need not.
    pub fn drawing(&self, id: usize, alternative: &str) -> String {
        let width = WIDTH * EMU;
        let height = width * self.height as usize / self.width.max(1) as usize;
        // Programs that know no SVG pass over the extension.
        let lines = match self.has_lines() {
            true => format!(
                "<a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"rIdLines{id}\"/></a:ext></a:extLst>"
            ),
            false => String::new(),
        };
        format!(
            "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:docPr id=\"{id}\" name=\"image{id}\" descr=\"{alternative}\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
         <pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"image{id}.png\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:embed=\"rIdImage{id}\">{lines}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    }
}
