//! A chart to take along: the picture with its title, source and date inside, and the numbers as a CSV file.

use super::plot::Plot;
use super::tokens::{Size, Tokens, text_width};
use super::words::Words;
use crate::lang::{Lang, escape_markup};
use crate::tabular::{spreadsheet, spreadsheet_safe};
use crate::text::unit_after;

/// An exported picture is that large at any width of the page.
pub const POSTER: Size = Size {
    width: 960.0,
    height: 540.0,
};
/// The size of the drawing's text in it.
pub const POSTER_TEXT: f64 = 15.0;
const MARGIN: f64 = 32.0;
const TITLE: f64 = 22.0;
/// From the baseline of one line to that of the next, in sizes of type.
const LEADING: f64 = 1.4;
/// The sources take at most so many lines of an exported picture.
const MOST_SOURCE_LINES: usize = 2;

impl Plot {
    /// The room that the drawing has in an exported picture, below the title and above the source.
    pub fn poster_room(&self, lang: Lang) -> Size {
        Size {
            width: POSTER.width - 2.0 * MARGIN,
            height: POSTER.height - self.head(lang).1 - self.foot_height(lang),
        }
    }

    /// An exported picture as an SVG file. `drawing` is the plot drawn at [`poster_room`](Self::poster_room),
    /// also as SVG; `today` is the day of the export.
    pub fn poster(&self, drawing: &str, tokens: &Tokens, lang: Lang, today: &str) -> String {
        let Size { width, height } = POSTER;
        let (head, top) = self.head(lang);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{}\"><title>{}</title>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
            escaped(&tokens.font),
            escaped(&self.title),
            escaped(&tokens.page),
        );
        for line in head {
            line.write(&mut svg, tokens);
        }
        svg += &format!("<g transform=\"translate({MARGIN} {top})\">{drawing}</g>");
        for line in self.foot(lang, today) {
            line.write(&mut svg, tokens);
        }
        svg + "</svg>\n"
    }

    /// The numbers of the table as a CSV file, one a row, with what it needs to be understood elsewhere: what it is,
    /// its unit, whose it is and who published it.
    pub fn csv(&self, lang: Lang) -> String {
        let safe = |text: &str| spreadsheet_safe(text).into_owned();
        let unit = safe(unit_after(&self.unit, lang).trim());
        let mark = if self.example { Words(lang).example() } else { "" };
        let head = [
            (Words(lang).year(), Words(lang).year()),
            ("数值", "value"),
            ("项目", "what"),
            ("单位", "unit"),
            ("地区", "area"),
            ("来源", "source"),
            ("备注", "remark"),
        ];
        let head = head.map(|(zh, en)| lang.pick(zh, en).to_owned()).to_vec();
        let rows = self.figures(lang).into_iter().map(|figure| {
            vec![
                figure.year.to_string(),
                plain(&figure.value),
                safe(&figure.name),
                unit.clone(),
                safe(&figure.origin.area),
                safe(&figure.origin.source),
                mark.to_owned(),
            ]
        });
        spreadsheet(std::iter::once(head).chain(rows))
    }

    /// Who published what is drawn, each once; figures of another area than the chart's own behind its name.
    fn sources(&self, lang: Lang) -> String {
        let mut said: Vec<String> = vec![self.source.clone()];
        for line in self.shown() {
            let of_others = line.origin.iter().filter(|origin| !origin.source.is_empty());
            said.extend(of_others.map(|origin| Words(lang).note(&origin.area, &origin.source)));
        }
        said.retain(|source| !source.is_empty());
        said.dedup();
        said.join(lang.pick("；", "; "))
    }

    /// Title, subtitle and mark of the example, and where the drawing begins below them.
    fn head(&self, lang: Lang) -> (Vec<TextLine>, f64) {
        let mut lines = Vec::new();
        let mut bottom = MARGIN - 0.4 * TITLE;
        let mut add = |text: &str, size: f64, ink: bool| {
            for text in wrapped(text, size, POSTER.width - 2.0 * MARGIN) {
                bottom += LEADING * size;
                lines.push(TextLine {
                    text,
                    size,
                    ink,
                    bottom,
                });
            }
        };
        add(&self.title, TITLE, true);
        add(&self.subtitle, POSTER_TEXT, false);
        if self.example {
            add(Words(lang).example(), POSTER_TEXT, true);
        }
        (lines, bottom + 0.6 * POSTER_TEXT)
    }

    /// Source and date at the lower edge.
    fn foot(&self, lang: Lang, today: &str) -> Vec<TextLine> {
        let source = match self.sources(lang) {
            source if source.is_empty() => source,
            source => lang.pick("来源：", "Source: ").to_owned() + &source,
        };
        let exported = lang.pick("导出于 ", "Exported ").to_owned() + today;
        // What other areas have published since stands in the picture, too.
        let as_of = self
            .as_of
            .map(|year| self.newest().map_or(year, |newest| newest.max(year)));
        let as_of = as_of.map(|year| Words(lang).as_of(year));
        let dates: Vec<String> = as_of.into_iter().chain([exported]).collect();
        let mut texts = wrapped(&source, POSTER_TEXT, POSTER.width - 2.0 * MARGIN);
        // Fourteen reports would leave the drawing no room; the file of numbers names every one.
        if texts.len() > MOST_SOURCE_LINES {
            texts.truncate(MOST_SOURCE_LINES - 1);
            let more = "……全部来源见同一张图的数据文件。";
            texts.push(
                lang.pick(more, "… All sources are in the chart’s CSV file.")
                    .to_owned(),
            );
        }
        texts.push(dates.join(" · "));
        let lines = texts.len();
        let line = |(at, text): (usize, String)| TextLine {
            text,
            size: POSTER_TEXT,
            ink: false,
            bottom: POSTER.height - 0.6 * MARGIN - (lines - 1 - at) as f64 * LEADING * POSTER_TEXT,
        };
        texts.into_iter().enumerate().map(line).collect()
    }

    fn foot_height(&self, lang: Lang) -> f64 {
        self.foot(lang, "").len() as f64 * LEADING * POSTER_TEXT + 0.8 * MARGIN
    }
}

/// One line of words in the picture.
struct TextLine {
    text: String,
    size: f64,
    /// Whether it is a heading: bold, in ink.
    ink: bool,
    /// Its baseline, from the top.
    bottom: f64,
}

impl TextLine {
    fn write(&self, svg: &mut String, tokens: &Tokens) {
        let (color, weight) = match self.ink {
            true => (&tokens.ink, "bold"),
            false => (&tokens.muted, "normal"),
        };
        *svg += &format!(
            "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{}\">{}</text>",
            self.bottom,
            self.size,
            escaped(color),
            escaped(&self.text)
        );
    }
}

/// A printed value as a spreadsheet reads it: a number without separators, words as they are.
fn plain(text: &str) -> String {
    let number = text.replace(',', "").replace('−', "-");
    if number.parse::<f64>().is_ok() {
        number
    } else {
        spreadsheet_safe(text).into_owned()
    }
}

/// The text in lines no wider than `room`, broken at a space where there is one.
pub(super) fn wrapped(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for c in text.chars() {
        line.push(c);
        if text_width(&line, size) > room {
            let last = line.len() - c.len_utf8();
            let space = line[..last].rfind(' ').map(|at| at + 1);
            let rest = line.split_off(space.unwrap_or(last));
            lines.push(std::mem::replace(&mut line, rest).trim_end().to_owned());
        }
    }
    lines.push(line);
    lines.retain(|line| !line.is_empty());
    lines
}

/// Text for an SVG file, where control characters may not stand.
pub(super) fn escaped(text: &str) -> String {
    let allowed: String = text.chars().filter(|c| !c.is_control()).collect();
    escape_markup(&allowed)
}
