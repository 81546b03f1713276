//! The places that a label could take around its point, and what each of them would cover.

use super::frame::Frame;
use super::marks::{LineLook, Mark, MarkKind};
use super::plot::value_at;
use crate::observation::ValueAt;

/// A point in pixels, from left and top.
pub(super) type Pixel = (f64, f64);

/// An upright rectangle in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// Whether two areas cover common ground.
    pub fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a straight piece runs through it: what remains of the piece between each pair of edges.
    fn is_crossed(&self, piece: &Piece) -> bool {
        let (from, to) = (piece.from, piece.to);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let edges = [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ];
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (slope, room) in edges {
            match slope {
                0.0 if room < 0.0 => return false,
                0.0 => {}
                _ if slope < 0.0 => enter = enter.max(room / slope),
                _ => leave = leave.min(room / slope),
            }
        }
        enter <= leave
    }
}

/// Where a label may stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    side: Side,
    /// How many line heights below its point.
    down: f64,
    /// What standing there costs, compared with other places.
    pub cost: f64,
}

/// On which side of its point a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    /// It starts right of the point.
    Right,
    /// It ends left of the point.
    Left,
    /// It has the point in its middle.
    Centre,
    /// It starts straight above or below the point.
    From,
    /// It ends straight above or below the point, or that many of its widths before.
    Back(f64),
}

impl Place {
    /// Whether text standing here is written up to an edge, not from one.
    pub fn ends(&self) -> bool {
        matches!(self.side, Side::Back(_) | Side::Left)
    }

    /// What a label of that width covers here.
    pub fn area(&self, (x, y): Pixel, width: f64, frame: &Frame) -> Area {
        let left = match self.side {
            Side::Right => x + frame.gap(),
            Side::Left => x - frame.gap() - width,
            Side::Centre => x - width / 2.0,
            Side::From => x,
            Side::Back(widths) => x - (1.0 + widths) * width,
        };
        let height = 1.2 * frame.text;
        let top = y + (self.down - 0.5) * height;
        Area {
            left,
            right: left + width,
            top,
            bottom: top + height,
        }
    }
}

/// Right of a line's last point, as near as can be; else above, below or left of it.
pub(super) fn at_end() -> Vec<Place> {
    let right = (-48..=48).map(|eighth| f64::from(eighth) / 8.0);
    let right = right.map(|down| Place {
        side: Side::Right,
        down,
        cost: 3.0 * down.abs(),
    });
    let near = [
        (Side::Centre, 1.1, 4.0),
        (Side::Back(0.0), 1.1, 7.0),
        (Side::Centre, 2.2, 9.0),
        (Side::Left, 1.6, 10.0),
    ];
    right.chain(near.into_iter().flat_map(above_and_below)).collect()
}

/// Along a level line: at its end, or further back.
pub(super) fn along() -> Vec<Place> {
    let back = (0..=12).map(|quarter| f64::from(quarter) / 4.0);
    back.map(|widths| (Side::Back(widths), 0.75, 3.0 * widths))
        .flat_map(above_and_below)
        .collect()
}

/// Around a lone point.
pub(super) fn around() -> Vec<Place> {
    let sides = [
        (Side::Centre, 1.2, 0.0),
        (Side::From, 1.2, 2.0),
        (Side::Back(0.0), 1.2, 4.0),
    ];
    sides.into_iter().flat_map(above_and_below).collect()
}

/// At the upper edge, rather left of an upright line: what is known ends there.
pub(super) fn at_top_before() -> Vec<Place> {
    at_top([Side::Left, Side::Right])
}

/// At the upper edge, rather right of an upright line.
pub(super) fn at_top_after() -> Vec<Place> {
    at_top([Side::Right, Side::Left])
}

fn at_top(sides: [Side; 2]) -> Vec<Place> {
    let beside = |(side, cost)| Place {
        side,
        down: -0.6,
        cost,
    };
    sides.into_iter().zip([0.0, 1.0]).map(beside).collect()
}

fn above_and_below((side, down, cost): (Side, f64, f64)) -> [Place; 2] {
    [
        Place {
            side,
            down: -down,
            cost,
        },
        Place {
            side,
            down,
            cost: cost + 1.0,
        },
    ]
}

/// A straight piece of something drawn, and what covering it costs. A lone point is a piece without length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    from: Pixel,
    to: Pixel,
    weight: f64,
}

/// The pieces of everything drawn that words should not cover.
pub(super) fn pieces(marks: &[Mark], frame: &Frame) -> Vec<Piece> {
    let pixel = |point: ValueAt| (frame.x(point.year), frame.y(point.value));
    let of_mark = |mark: &Mark| -> Vec<Piece> {
        let Some(weight) = weight(mark.kind) else {
            return Vec::new();
        };
        let piece = |point: &ValueAt| {
            let year = point.year + 1;
            let next = value_at(&mark.points, year).map_or(*point, |value| ValueAt { year, value });
            Piece {
                from: pixel(*point),
                to: pixel(next),
                weight,
            }
        };
        mark.points.iter().map(piece).collect()
    };
    marks.iter().flat_map(of_mark).collect()
}

fn weight(kind: MarkKind) -> Option<f64> {
    match kind {
        MarkKind::Line(_, LineLook::Coloured(_)) | MarkKind::Base => Some(12.0),
        MarkKind::Target | MarkKind::Forecast => Some(8.0),
        MarkKind::Line(_, LineLook::Grey) => Some(6.0),
        MarkKind::Path => Some(4.0),
        MarkKind::AsOf | MarkKind::Midterm | MarkKind::BandFloor | MarkKind::Band => None,
    }
}

/// What words on an area would cover of the pieces, and whether they would leave the drawing.
pub(super) fn covered(area: &Area, pieces: &[Piece], frame: &Frame) -> (f64, bool) {
    let outside = area.left < frame.left - frame.gap()
        || area.top < 0.0
        || area.right > frame.size.width
        || area.bottom > frame.size.height - 0.8 * frame.bottom;
    let crossing = pieces.iter().filter(|piece| area.is_crossed(piece));
    (crossing.map(|piece| piece.weight).sum(), outside)
}
