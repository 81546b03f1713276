//! How far the targets are, in the four classes of published monitoring and evaluation reports, with the per cents of
//! what can be monitored; directions, things to be done and what nobody has reported stand apart. What is said of the
//! whole in one sentence follows from the same counts.

use super::rows::{Row, Rows};
use super::{Block, Section, Table};
use crate::assess::{CutOffs, Judged, Level, Official, OfficialCounts, OfficialDirection, Status};
use crate::lang::Lang;
use crate::text::report::official as words;
use crate::text::report::share;

/// At least this part of what can be told is met or expected: 总体进展顺利.
const GOES_WELL: f64 = 0.9;
/// At least this part: 总体进展平稳.
const GOES_STEADILY: f64 = 0.75;
/// At least this part: 总体进展不平衡; below it 总体进展滞后.
const UNEVEN: f64 = 0.5;
/// Where less than this part of the targets with a value can be told, nothing is concluded of the whole.
const ENOUGH: f64 = 0.5;

/// The four classes by field, then directions, with the one verdict sentence before them.
pub(super) fn section(rows: &Rows<'_>) -> Section {
    let groups = groups(rows);
    let counts = groups.iter().map(|group| group.line(&rows.request.board.cutoffs));
    let counts: Vec<(String, bool, OfficialCounts)> = counts.collect();
    let mut blocks = vec![Block::Paragraph(intro(rows))];
    if counts[0].2.total() > 0 {
        blocks.push(Block::Table(classes(&counts, rows.lang())));
        blocks.extend(words::notes(counts[0].2, rows.lang()).map(Block::Note));
    }
    blocks.extend(directions(rows, &groups).map(Block::Table));
    Section {
        heading: rows.say("监测目标实现程度", "How far the targets are"),
        blocks,
    }
}

/// The whole in one sentence. It is honest where most cannot be told: then nothing is concluded.
pub(super) fn verdict(rows: &Rows<'_>) -> String {
    let counts = OfficialCounts::of(rows.all.iter().map(|row| row.item), &rows.request.board.cutoffs);
    let demanded = rows.all.iter().filter(|row| has_value(row.item)).count();
    let told = counts.total() - counts.cannot_tell;
    let good = counts.met_early + counts.expected + counts.due_met + counts.due_nearly;
    let (lang, enough) = (rows.lang(), told as f64 >= ENOUGH * demanded as f64);
    let word = match good as f64 / told.max(1) as f64 {
        _ if told == 0 => lang.pick(
            "没有可以判断的监测数据，总体进展不能下结论",
            "There are no figures to judge by, so nothing can be concluded of the whole",
        ),
        _ if !enough => lang.pick(
            "多数目标还没有数据或者无法判断，总体进展不能下结论",
            "Most targets have no figures or cannot be told, so nothing can be concluded of the whole",
        ),
        part if part >= GOES_WELL => lang.pick("总体进展顺利", "On the whole things go well"),
        part if part >= GOES_STEADILY => lang.pick(
            "总体进展平稳，部分目标难以达标",
            "On the whole things go steadily, with some targets hard to meet",
        ),
        part if part >= UNEVEN => lang.pick(
            "总体进展不平衡，较多目标难以达标",
            "Progress is uneven, and many targets are hard to meet",
        ),
        _ => lang.pick(
            "总体进展滞后，多数目标难以达标",
            "Progress lags, and most targets are hard to meet",
        ),
    };
    words::verdict(word, demanded, told, good, lang)
}

/// The words of published reports, in both languages.
type Word = (&'static str, &'static str);
const MET_EARLY: Word = ("提前达标", "Met early");
const EXPECTED: Word = ("预期可达标", "Expected to be met");
const HARD: Word = ("预期难以达标", "Expected to be missed");
const CANNOT_TELL: Word = ("无法判断", "Cannot be told");
const ACHIEVED: Word = ("已实现", "Achieved");
const NEARLY_ACHIEVED: Word = ("基本实现", "Nearly achieved");
const NOT_ACHIEVED: Word = ("未实现", "Not achieved");

/// What an official class is called.
pub(super) fn class_word(class: Official, lang: Lang) -> &'static str {
    let (zh, en) = match class {
        Official::CannotTell => CANNOT_TELL,
        Official::MetEarly(_) => MET_EARLY,
        Official::Expected { .. } => EXPECTED,
        Official::Hard => HARD,
        Official::Due(Level::Met) => ACHIEVED,
        Official::Due(Level::NearlyMet) => NEARLY_ACHIEVED,
        Official::Due(Level::NotMet) => NOT_ACHIEVED,
    };
    lang.pick(zh, en)
}

/// Whether a target states a value to reach.
fn has_value(item: &Judged) -> bool {
    item.target.op.trend().is_none() && item.target.op != crate::catalogue::Op::Milestone
}

/// The targets of one line of the tables.
struct Group<'a> {
    name: String,
    is_sum: bool,
    items: Vec<&'a Judged>,
}

impl Group<'_> {
    fn line(&self, cutoffs: &CutOffs) -> (String, bool, OfficialCounts) {
        let counts = OfficialCounts::of(self.items.iter().copied(), cutoffs);
        (self.name.clone(), self.is_sum, counts)
    }
}

/// The whole, then each field, then what is stated outside the fields; every target stands in the whole and in one
/// other line.
fn groups<'a>(rows: &Rows<'a>) -> Vec<Group<'a>> {
    let items = |rows: &mut dyn Iterator<Item = Row<'a>>| rows.map(|row| row.item).collect::<Vec<_>>();
    let whole = Group {
        name: rows.say("合计", "Total"),
        is_sum: true,
        items: items(&mut rows.all.iter().copied()),
    };
    let fields = rows.fields().map(|field| Group {
        name: rows.lang().pick(&field.name, &field.english).to_owned(),
        is_sum: false,
        items: items(&mut rows.of_field(Some(field))),
    });
    let elsewhere = Group {
        name: rows.say("其他章节", "Other chapters"),
        is_sum: false,
        items: items(&mut rows.of_field(None)),
    };
    std::iter::once(whole)
        .chain(fields)
        .chain([elsewhere])
        .filter(|group| group.is_sum || !group.items.is_empty())
        .collect()
}

fn intro(rows: &Rows<'_>) -> String {
    let items = || rows.all.iter().map(|row| row.item);
    let demanded = items().filter(|item| has_value(item)).count();
    let monitored = OfficialCounts::of(items(), &rows.request.board.cutoffs).total();
    let directed = items().filter(|item| item.target.op.trend().is_some()).count();
    let missing = |wanted: bool| {
        items()
            .filter(|item| item.assessment.status() == Status::NoData)
            .filter(|item| has_value(item) == wanted)
            .count()
    };
    words::counts(
        &words::Targets {
            all: rows.all.len(),
            demanded,
            monitored,
            directed,
            no_value: missing(true),
            no_direction: missing(false),
        },
        rows.lang(),
    )
}

/// A column of the official table: its class and how many are of it.
type Column = (Word, fn(&OfficialCounts) -> usize);

/// The official table: a row of counts and, under the whole, the row of per cents with its denominator.
fn classes(lines: &[(String, bool, OfficialCounts)], lang: Lang) -> Table {
    let due = |counts: &OfficialCounts| counts.due_met + counts.due_nearly + counts.due_missed;
    let any_due = due(&lines[0].2) > 0;
    let any_open = lines[0].2.total() > due(&lines[0].2);
    let mut columns: Vec<Column> = Vec::new();
    if any_open || !any_due {
        columns.push((MET_EARLY, |counts| counts.met_early));
        columns.push((EXPECTED, |counts| counts.expected));
        columns.push((HARD, |counts| counts.hard));
        columns.push((CANNOT_TELL, |counts| counts.cannot_tell));
    }
    if any_due {
        columns.push((ACHIEVED, |counts| counts.due_met));
        columns.push((NEARLY_ACHIEVED, |counts| counts.due_nearly));
        columns.push((NOT_ACHIEVED, |counts| counts.due_missed));
    }
    let mut body = Vec::new();
    for (at, (name, _, counts)) in lines.iter().enumerate() {
        let cells = columns.iter().map(|(_, of)| of(counts).to_string());
        let line = [name.clone(), counts.total().to_string()]
            .into_iter()
            .chain(cells);
        body.push(line.collect());
        if at == 0 {
            let of = counts.total();
            let shares = columns.iter().map(|(_, part)| share(part(counts), of));
            let name = lang.pick("占比", "Per cent").to_owned();
            body.push([name, share(of, of)].into_iter().chain(shares).collect());
        }
    }
    let head = [lang.pick("领域", "Field"), lang.pick("可监测", "Monitored")];
    Table {
        caption: words::caption(lines[0].2.total(), lang),
        head: head
            .into_iter()
            .chain(columns.iter().map(|((zh, en), _)| lang.pick(zh, en)))
            .map(str::to_owned)
            .collect(),
        numeric: (1..columns.len() + 2).collect(),
        rows: body,
        sums: vec![0, 1],
        ..Table::default()
    }
}

/// The directions that have data, by field; none where none has.
fn directions(rows: &Rows<'_>, groups: &[Group<'_>]) -> Option<Table> {
    let classes = [
        OfficialDirection::Along,
        OfficialDirection::NoClearChange,
        OfficialDirection::Against,
        OfficialDirection::CannotTell,
    ];
    let body: Vec<Vec<String>> = groups
        .iter()
        .filter_map(|group| {
            let found: Vec<OfficialDirection> = group
                .items
                .iter()
                .filter_map(|item| OfficialDirection::of(item))
                .collect();
            let count = |class| found.iter().filter(|of| **of == class).count().to_string();
            let cells = [group.name.clone(), found.len().to_string()]
                .into_iter()
                .chain(classes.map(count));
            (group.is_sum || !found.is_empty()).then(|| cells.collect())
        })
        .collect();
    (body.len() > 1).then(|| Table {
        caption: rows.say("只定方向的目标（个）", "Targets that state a direction alone"),
        head: rows.head(&[
            ("领域", "Field"),
            ("有数据", "With data"),
            ("方向一致", "The right way"),
            ("变化不明显", "No clear change"),
            ("方向相反", "The wrong way"),
            CANNOT_TELL,
        ]),
        rows: body,
        numeric: (1..6).collect(),
        sums: vec![0],
        ..Table::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of a published evaluation: 75 targets, 57 met early, 13 expected, 3 hard, 2 not to be told.
    #[test]
    fn the_table_of_a_published_report_comes_out_as_it_was_printed() {
        let counts = OfficialCounts {
            met_early: 57,
            expected: 13,
            hard: 3,
            cannot_tell: 2,
            ..OfficialCounts::default()
        };
        let table = classes(&[("合计".to_owned(), true, counts)], Lang::Zh);
        assert!(table.caption.contains("可监测的 75 个为分母"));
        assert_eq!(
            table.head[2..],
            ["提前达标", "预期可达标", "预期难以达标", "无法判断"]
        );
        assert_eq!(table.rows[0][1..], ["75", "57", "13", "3", "2"]);
        assert_eq!(table.rows[1][1..], ["100.0%", "76.0%", "17.3%", "4.0%", "2.7%"]);
    }

    #[test]
    fn once_everything_is_due_nothing_is_expected_any_more() {
        let counts = OfficialCounts {
            due_met: 5,
            due_nearly: 2,
            due_missed: 1,
            ..OfficialCounts::default()
        };
        let table = classes(&[("合计".to_owned(), true, counts)], Lang::Zh);
        assert_eq!(table.head[2..], ["已实现", "基本实现", "未实现"]);
        assert_eq!(table.rows[0][1..], ["8", "5", "2", "1"]);
    }
}
