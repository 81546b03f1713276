//! The drawing of a plot, in the drawing library's own terms. What those terms lack (text that follows the
//! pointer, the printed form of numbers) is in [`Drawing`](super::Drawing).

use charming::Chart;
use charming::component::{Aria, Axis, Grid, Title};
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::font_settings::{FontFamily, FontWeight};
use charming::element::{
    AreaStyle, AxisLabel, AxisLine, AxisPointer, AxisPointerType, AxisTick, AxisType, Emphasis, ItemStyle,
    Label, LabelAlign, LabelPosition, LabelVerticalAlign, LineStyle, LineStyleType, SplitLine, Symbol,
    TextStyle, Tooltip, Trigger,
};
use charming::series::Line as Series;

use super::frame::Frame;
use super::labels::{Label as Placed, labels};
use super::marks::{LineLook, Mark, MarkKind, marks};
use super::plot::{Plot, value_at};
use super::tokens::{Size, Tokens, text_width};
use super::words::Words;
use crate::lang::Lang;
use crate::observation::ValueAt;

/// The symbols of groups, so that they differ by more than their colour.
const SYMBOLS: [Symbol; 4] = [Symbol::Circle, Symbol::Rect, Symbol::Triangle, Symbol::Diamond];

impl Plot {
    /// The drawing for a given look and size. Without anything to draw, it is empty.
    pub fn option(&self, tokens: &Tokens, lang: Lang, size: Size) -> Chart {
        let chart = Chart::new().animation(false).aria(Aria::new().enabled(true));
        let Some(frame) = Frame::new(self, lang, size, tokens.text) else {
            return chart;
        };
        let marks = marks(self);
        let pen = Pen {
            tokens,
            frame: &frame,
        };
        let mut chart = chart
            .tooltip(pen.tooltip())
            .grid(
                Grid::new()
                    .left(frame.left)
                    .right(frame.right)
                    .top(frame.top)
                    .bottom(frame.bottom)
                    .contain_label(false),
            )
            .x_axis(pen.years())
            .y_axis(pen.values());
        if self.example {
            chart = chart.title(pen.watermark(Words(lang).example()));
        }
        for mark in &marks {
            chart = chart.series(pen.mark(mark));
        }
        for label in labels(self, &marks, &frame, lang) {
            chart = chart.series(pen.label(&label));
        }
        chart
    }
}

/// Draws with the page's look in a frame.
struct Pen<'a> {
    tokens: &'a Tokens,
    frame: &'a Frame,
}

impl Pen<'_> {
    fn font(&self) -> FontFamily {
        FontFamily::from(self.tokens.font.as_str())
    }

    fn tooltip(&self) -> Tooltip {
        let pointer = LineStyle::new()
            .color(self.tokens.muted.as_str())
            .width(1)
            .type_(LineStyleType::Solid);
        Tooltip::new()
            .trigger(Trigger::Axis)
            .axis_pointer(
                AxisPointer::new()
                    .type_(AxisPointerType::Line)
                    .snap(true)
                    .animation(false)
                    .line_style(pointer),
            )
            .background_color(self.tokens.raised.as_str())
            .border_color(self.tokens.line.as_str())
            .border_width(1)
            .padding((8.0, 12.0))
    }

    fn axis_label(&self) -> AxisLabel {
        AxisLabel::new()
            .color(self.tokens.muted.as_str())
            .font_family(self.font())
            .font_size(self.tokens.text)
    }

    fn years(&self) -> Axis {
        Axis::new()
            .type_(AxisType::Category)
            .data(self.frame.year_labels())
            .boundary_gap(false)
            .axis_line(AxisLine::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .axis_label(self.axis_label().interval(0))
    }

    fn values(&self) -> Axis {
        let grid = LineStyle::new().color(self.tokens.line.as_str()).width(1);
        Axis::new()
            .type_(AxisType::Value)
            .min(self.frame.scale.min)
            .max(self.frame.scale.max)
            .interval(self.frame.scale.step)
            .axis_line(AxisLine::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .axis_label(self.axis_label())
            .split_line(SplitLine::new().show(true).line_style(grid))
    }

    /// Says across the plot that its figures are invented, in every copy of the picture.
    fn watermark(&self, text: &str) -> Title {
        let width = text_width(text, self.tokens.text);
        let style = TextStyle::new()
            .color(self.tokens.line.as_str())
            .font_family(self.font())
            .font_size(self.tokens.text * (0.6 * self.frame.size.width / width).min(2.0))
            .font_weight("bold");
        Title::new()
            .text(text)
            .text_style(style)
            .left("center")
            .top("middle")
            .z(0)
    }

    fn mark(&self, mark: &Mark) -> Series {
        let Tokens { ink, muted, line, .. } = self.tokens;
        let own = self.tokens.series(0);
        match mark.kind {
            MarkKind::AsOf | MarkKind::Midterm => {
                let ends = mark.points.iter().flat_map(|point| self.upright(point.year));
                behind(stroke(line, 1.0, LineStyleType::Solid)).data(ends.collect::<Vec<_>>())
            }
            MarkKind::BandFloor => self.column(mark, behind(LineStyle::new().opacity(0)).stack("band")),
            MarkKind::Band => {
                let band = behind(LineStyle::new().opacity(0)).stack("band");
                self.column(mark, band.area_style(AreaStyle::new().color(own).opacity(0.14)))
            }
            MarkKind::Path => {
                let dotted = behind(stroke(muted, 1.5, LineStyleType::Dotted));
                self.column(mark, dotted.item_style(fill(muted)))
                    .connect_nulls(true)
            }
            MarkKind::Target => {
                let dashed = behind(stroke(ink, 1.5, LineStyleType::Dashed));
                self.column(mark, dashed.item_style(fill(ink)))
            }
            MarkKind::Forecast => {
                let light = behind(stroke(own, 1.5, LineStyleType::Solid).opacity(0.55));
                self.column(mark, light.item_style(fill(own)))
            }
            MarkKind::Base => self.column(mark, self.hollow_point()),
            MarkKind::Line(_, LineLook::Grey) => {
                let (symbol, look) = (Symbol::Circle, stroke(muted, 1.0, LineStyleType::Solid));
                self.column(mark, with_points(symbol, 4.0, look, muted))
            }
            MarkKind::Line(_, LineLook::Coloured(n)) => {
                let color = self.tokens.series(n);
                let (symbol, look) = (
                    SYMBOLS[n % SYMBOLS.len()].clone(),
                    stroke(color, 2.0, LineStyleType::Solid),
                );
                self.column(mark, with_points(symbol, 7.0, look, color))
            }
        }
    }

    fn hollow_point(&self) -> Series {
        let ring = ItemStyle::new()
            .color(self.tokens.page.as_str())
            .border_color(self.tokens.series(0))
            .border_width(2)
            .opacity(1);
        let point = Series::new().symbol(Symbol::Circle).symbol_size(9);
        point.silent(true).item_style(ring)
    }

    /// The look with the mark's value in every year of the axis; a gap is null, and stays one unless the look joins it.
    fn column(&self, mark: &Mark, look: Series) -> Series {
        let value = |year| DataPoint::Value(CompositeValue::from(value_at(&mark.points, year)));
        look.connect_nulls(false)
            .data(self.frame.years().map(value).collect::<Vec<_>>())
    }

    fn upright(&self, year: i32) -> [DataPoint; 2] {
        [self.frame.scale.min, self.frame.scale.max].map(|value| self.point(year, value))
    }

    fn point(&self, year: i32, value: f64) -> DataPoint {
        DataPoint::Value(CompositeValue::from(vec![self.frame.index(year) as f64, value]))
    }

    /// A label is an invisible point with words at a distance.
    fn label(&self, placed: &Placed) -> Series {
        let ValueAt { year, value } = placed.point;
        let offset = (
            placed.at.0 - self.frame.x(year),
            placed.at.1 - self.frame.y(value),
        );
        let (position, align) = match placed.ends {
            true => (LabelPosition::Left, LabelAlign::Right),
            false => (LabelPosition::Right, LabelAlign::Left),
        };
        let (color, weight) = match placed.of {
            MarkKind::Line(_, LineLook::Coloured(n)) => (self.tokens.series(n), "bold"),
            MarkKind::Forecast => (self.tokens.series(0), "normal"),
            MarkKind::Target => (self.tokens.ink.as_str(), "normal"),
            _ => (self.tokens.muted.as_str(), "normal"),
        };
        let label = Label::new()
            .show(true)
            .position(position)
            .align(align)
            .vertical_align(LabelVerticalAlign::Middle)
            .distance(0)
            .offset(offset)
            .formatter(literal(&placed.text).as_str())
            .color(color)
            .font_family(self.font())
            .font_size(self.tokens.text)
            .font_weight(FontWeight::from(weight));
        Series::new()
            .symbol(Symbol::Circle)
            .symbol_size(0)
            .silent(true)
            .emphasis(Emphasis::new().disabled(true))
            .z(5)
            .label(label)
            .data(vec![self.point(year, value)])
    }
}

fn stroke(color: &str, width: f64, type_: LineStyleType) -> LineStyle {
    LineStyle::new().color(color).width(width).type_(type_).opacity(1)
}

/// The colour of a mark's points, which is also that of its sign in the notes.
fn fill(color: &str) -> ItemStyle {
    ItemStyle::new().color(color)
}

/// A line without points, which nothing answers to.
fn behind(look: LineStyle) -> Series {
    let still = Series::new().symbol(Symbol::None).silent(true);
    still.emphasis(Emphasis::new().disabled(true)).line_style(look)
}

/// A line with a point at each of its values.
fn with_points(symbol: Symbol, size: f64, look: LineStyle, color: &str) -> Series {
    let points = Series::new().symbol(symbol).symbol_size(size);
    points.line_style(look).item_style(fill(color))
}

/// The text without the braces that the drawing library would read as a placeholder.
pub(super) fn literal(text: &str) -> String {
    text.replace('{', "（").replace('}', "）")
}
