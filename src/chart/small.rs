//! Small charts side by side, all on the same years so that they compare: the area's own line and the target,
//! nothing else. Where things stand is told in percent of the room, so that one drawing fits every width.

use std::ops::RangeInclusive;

use super::plot::{Line, LineRole, Plot, value_at};
use super::scale::Scale;
use super::table::Cell;
use crate::catalogue::Year;
use crate::observation::ValueAt;
use crate::text::number;

/// Several small charts and what they share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SmallMultiples {
    /// A chart for each plot, in the same order; none for a plot without a figure of the area's own.
    pub sketches: Vec<Option<Sketch>>,
    /// The years named along the axis, with their area from the left.
    pub ticks: Vec<(Year, f64)>,
    /// The years of the table: from the first to the last with any figure.
    pub years: Vec<Year>,
    /// The same numbers, a row for each plot and a cell for each of these years.
    pub rows: Vec<Vec<Cell>>,
}

/// One small chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch {
    /// Strokes between figures of years that follow one another; over a missing year there is none.
    pub strokes: Vec<(Spot, Spot)>,
    /// Every figure, oldest first.
    pub figures: Vec<Spot>,
    /// The year and value that change is measured from.
    pub base: Option<Spot>,
    /// The end of the target's line, which begins at the left edge.
    pub target: Option<Spot>,
}

/// An area in a small chart, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// The room left free at both ends of the axis for the marks of the first and the last year.
const MARGIN: f64 = 3.0;

/// Every so many years one is named: the first of these that names few enough.
const EVERY: [Year; 5] = [5, 10, 20, 50, 100];

/// As many names of years as stand side by side in the smallest chart.
const MOST_NAMES: Year = 6;

impl SmallMultiples {
    /// Draws plots on the same years.
    pub fn new(plots: &[Plot]) -> SmallMultiples {
        let Some(axis) = YearAxis::around(plots) else {
            return SmallMultiples {
                sketches: vec![None; plots.len()],
                rows: vec![Vec::new(); plots.len()],
                ..SmallMultiples::default()
            };
        };
        let figures = plots.iter().filter_map(own).flat_map(Line::known);
        let known: Vec<Year> = figures.map(|point| point.year).collect();
        let years: Vec<Year> = match (known.iter().min(), known.iter().max()) {
            (Some(first), Some(last)) => (*first..=*last).collect(),
            _ => Vec::new(),
        };
        SmallMultiples {
            sketches: plots.iter().map(|plot| Sketch::new(plot, &axis)).collect(),
            ticks: axis.ticks(),
            rows: plots.iter().map(|plot| row(plot, &years)).collect(),
            years,
        }
    }
}

impl Sketch {
    fn new(plot: &Plot, axis: &YearAxis) -> Option<Sketch> {
        let known = own(plot)?.known();
        let limit = (plot.unit.as_str() == "%").then_some(100.0);
        let values = known.iter().copied().chain(plot.base()).map(|point| point.value);
        let scale = Scale::fit(values.chain(plot.target().map(|target| target.value)), 3, limit);
        let spot = |point: ValueAt| Spot {
            x: axis.x(point.year),
            y: 100.0 * (1.0 - scale.share(point.value)),
        };
        let neighbours = known.windows(2).filter(|pair| pair[1].year == pair[0].year + 1);
        Some(Sketch {
            strokes: neighbours.map(|pair| (spot(pair[0]), spot(pair[1]))).collect(),
            figures: known.iter().copied().map(spot).collect(),
            base: plot.base().map(spot),
            target: plot.target().map(|target| spot(target.point())),
        })
    }
}

/// The years that all charts share.
struct YearAxis(RangeInclusive<Year>);

impl YearAxis {
    /// Everything that any of the plots asks for or holds; none where none does.
    fn around(plots: &[Plot]) -> Option<YearAxis> {
        let of_plot = |plot: &Plot| {
            let asked = plot.years.iter().flat_map(|years| [*years.start(), *years.end()]);
            let figures = own(plot).map(Line::known).unwrap_or_default();
            let target = plot.target().map(|target| target.year);
            let told = figures.into_iter().chain(plot.base()).map(|point| point.year);
            asked.chain(target).chain(told).collect::<Vec<Year>>()
        };
        let years: Vec<Year> = plots.iter().flat_map(of_plot).collect();
        Some(YearAxis(*years.iter().min()?..=*years.iter().max()?))
    }

    fn x(&self, year: Year) -> f64 {
        let (first, last) = (*self.0.start(), *self.0.end());
        let along = match last - first {
            0 => 0.5,
            length => f64::from(year - first) / f64::from(length),
        };
        MARGIN + along * (100.0 - 2.0 * MARGIN)
    }

    fn ticks(&self) -> Vec<(Year, f64)> {
        let (first, last) = (*self.0.start(), *self.0.end());
        let few = |every: &Year| (last - first) / every < MOST_NAMES;
        let every = EVERY.into_iter().find(few).unwrap_or(last - first);
        let mut named: Vec<Year> = self.0.clone().filter(|year| year % every == 0).collect();
        // Both ends are named, too, unless their names would touch the next.
        if named.first().is_none_or(|next| next - first > every / 2) {
            named.insert(0, first);
        }
        if named.last().is_none_or(|before| last - before > every / 2) {
            named.push(last);
        }
        named.into_iter().map(|year| (year, self.x(year))).collect()
    }
}

/// The line of the area that a plot is about, where it has a figure. A reference never stands in for it.
fn own(plot: &Plot) -> Option<&Line> {
    let is_own = |line: &&Line| line.role == LineRole::Own && !line.known().is_empty();
    plot.lines.iter().find(is_own)
}

fn row(plot: &Plot, years: &[Year]) -> Vec<Cell> {
    let line = own(plot);
    let cell = |year: &Year| match line.and_then(|line| Some((value_at(&line.points, *year)?, line.digits())))
    {
        Some((value, digits)) => Cell::Value(number(value, Some(digits))),
        None => Cell::Missing,
    };
    years.iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{TargetKind, TargetLine};

    fn line(role: LineRole, points: &[(Year, f64)]) -> Line {
        Line {
            name: String::new(),
            role,
            points: points.iter().copied().map(ValueAt::from).collect(),
            origin: None,
            series: None,
        }
    }

    fn plot(points: &[(Year, f64)], target: Option<(Year, f64)>) -> Plot {
        Plot {
            lines: vec![line(LineRole::Own, points)],
            target: target.map(|(year, value)| TargetLine {
                kind: TargetKind::AtMost,
                value,
                year,
                label: String::new(),
            }),
            ..Plot::default()
        }
    }

    fn sketch(plot: Plot) -> Sketch {
        let sketches = SmallMultiples::new(&[plot]).sketches;
        sketches.into_iter().flatten().next().expect("a sketch")
    }

    #[test]
    fn a_missing_year_is_a_gap() {
        let drawn = sketch(plot(&[(2020, 4.0), (2021, 5.0), (2023, 6.0)], None));
        assert_eq!(drawn.figures.len(), 3);
        assert_eq!(drawn.strokes, [(drawn.figures[0], drawn.figures[1])]);
    }

    #[test]
    fn what_is_no_number_is_missing() {
        let drawn = sketch(plot(&[(2020, 4.0), (2021, f64::NAN), (2022, 6.0)], None));
        assert_eq!((drawn.figures.len(), drawn.strokes.len()), (2, 0));
    }

    #[test]
    fn every_chart_has_the_same_years() {
        let plots = [
            plot(&[(2020, 1.0), (2021, 2.0)], Some((2030, 3.0))),
            plot(&[(2018, 70.0), (2021, 80.0)], Some((2025, 90.0))),
        ];
        let multiples = SmallMultiples::new(&plots);
        let [Some(first), Some(second)] = multiples.sketches.as_slice() else {
            panic!("two sketches");
        };
        assert_eq!(first.figures[1].x, second.figures[1].x, "2021");
        assert_eq!(second.figures[0].x, MARGIN, "2018 is the first of all");
        assert_eq!(first.target.unwrap().x, 100.0 - MARGIN, "2030 is the last of all");
        let named: Vec<Year> = multiples.ticks.iter().map(|(year, _)| *year).collect();
        assert_eq!(named, [2020, 2025, 2030]);
    }

    #[test]
    fn however_many_years_there_are_their_names_stay_apart() {
        for first in [2030, 2029, 2028, 2018, 2002, 1990, 1949, 1000] {
            let ticks = SmallMultiples::new(&[plot(&[(first, 1.0)], Some((2030, 3.0)))]).ticks;
            assert!((1..=8).contains(&ticks.len()), "{first}: {ticks:?}");
            assert!(
                ticks.is_sorted_by(|a, b| a.0 < b.0 && b.1 - a.1 > 8.0),
                "{first}: {ticks:?}"
            );
        }
    }

    #[test]
    fn everything_lies_within_the_room_and_higher_is_further_up() {
        let drawn = sketch(plot(&[(2020, 16.0), (2021, 14.0)], Some((2030, 12.0))));
        let target = drawn.target.unwrap();
        assert!(drawn.figures[0].y < drawn.figures[1].y && drawn.figures[1].y < target.y);
        let spots = drawn.figures.iter().chain([&target]);
        for Spot { x, y } in spots {
            assert!((0.0..=100.0).contains(x) && (0.0..=100.0).contains(y), "{x} {y}");
        }
    }

    #[test]
    fn one_figure_in_one_year_stands_in_the_middle() {
        let drawn = sketch(plot(&[(2022, 5.0)], None));
        assert_eq!(drawn.figures[0].x, 50.0);
        assert!(drawn.figures[0].y.is_finite() && drawn.strokes.is_empty());
    }

    #[test]
    fn a_reference_is_never_drawn_as_the_area_s_own() {
        let mut reference_alone = plot(&[], Some((2030, 3.0)));
        reference_alone
            .lines
            .push(line(LineRole::Reference, &[(2010, 1.0), (2021, 2.0)]));
        let multiples = SmallMultiples::new(&[reference_alone]);
        assert_eq!(multiples.sketches, [None]);
        assert!(multiples.years.is_empty());
        assert!(
            multiples.ticks.iter().all(|(year, _)| *year == 2030),
            "nor its years"
        );
    }

    #[test]
    fn the_table_has_every_year_between_and_prints_as_the_source_does() {
        let plots = [
            plot(&[(2020, 15.0), (2022, 15.5)], None),
            plot(&[(2023, 1200.0)], None),
        ];
        let multiples = SmallMultiples::new(&plots);
        assert_eq!(multiples.years, [2020, 2021, 2022, 2023]);
        let text = |row: &[Cell]| {
            row.iter()
                .map(|cell| cell.text().unwrap_or("–").to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(text(&multiples.rows[0]), ["15.0", "–", "15.5", "–"]);
        assert_eq!(text(&multiples.rows[1]), ["–", "–", "–", "1,200"]);
    }

    #[test]
    fn nothing_to_draw_is_no_chart() {
        assert_eq!(SmallMultiples::new(&[]), SmallMultiples::default());
        assert_eq!(SmallMultiples::new(&[Plot::default()]).sketches, [None]);
    }
}
