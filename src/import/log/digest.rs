//! What became of several files together: how many were read in full, and what was not taken, by reason. The reason
//! that cost most comes first, with an example and, where one answer of the visitor would mend it, that answer.

use std::collections::HashMap;

use super::{Log, Reason, Rejection};
use crate::import::{Question, Why};

/// From this likeness on (per cent) a proposal is offered as the answer itself, not only as one of several.
const LIKELY: u8 = 75;

/// Several logs in one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digest {
    /// Number of files of which everything was understood.
    pub whole: usize,
    /// Number of files of which something was not taken.
    pub partly: usize,
    /// Number of files of which nothing could be read: not opened, or without a header.
    pub unread: usize,
    /// Number of values taken.
    pub taken: usize,
    /// Number of values not taken.
    pub rejected: usize,
    /// Why, the reason that cost most values first.
    pub causes: Vec<Cause>,
}

/// Everything that was not taken for one reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// The first of it: the reason with its example.
    pub example: Rejection,
    /// The position of the example's file.
    pub file: usize,
    /// Number of values that it cost; 0 where it cost none, such as a character lost in a note.
    pub cells: usize,
    /// Number of places where it was met.
    pub places: usize,
    /// Number of files where it was met.
    pub files: usize,
    /// What would mend it here, without touching the file.
    pub fix: Option<Fix>,
}

/// What a visitor can do here about a reason.
#[derive(Clone, Debug, PartialEq)]
pub enum Fix {
    /// One likely answer to one question: the file's position and the question with its proposals, the answer first.
    Say(usize, Box<Question>),
    /// Questions to answer: the position of the first file with some, and how many there are in all.
    Ask(usize, usize),
}

impl Digest {
    /// Brings the logs together, in their order.
    pub fn of<'l>(logs: impl IntoIterator<Item = &'l Log>) -> Digest {
        let logs: Vec<&Log> = logs.into_iter().collect();
        let mut digest = Digest::default();
        for log in &logs {
            match End::of(log) {
                End::Whole => digest.whole += 1,
                End::Partly => digest.partly += 1,
                End::Unread => digest.unread += 1,
            }
            digest.taken += log.taken;
            digest.rejected += log.rejected_cells();
        }
        digest.causes = causes(&logs);
        digest
    }

    /// Number of files.
    pub fn files(&self) -> usize {
        self.whole + self.partly + self.unread
    }
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Everything was understood.
    Whole,
    /// Something was not taken.
    Partly,
    /// Nothing could be read: it was not opened, or has no header.
    Unread,
}

impl End {
    /// What became of the file with this log.
    pub fn of(log: &Log) -> End {
        let is_of_all = |rejection: &Rejection| {
            matches!(
                rejection.reason,
                Reason::Empty
                    | Reason::NotText { .. }
                    | Reason::Password
                    | Reason::NoTable
                    | Reason::NoHeader
                    | Reason::Headless
                    | Reason::MissingColumns { .. }
            )
        };
        match log.rejected.as_slice() {
            [] => End::Whole,
            rejected if log.taken == 0 && rejected.iter().any(is_of_all) => End::Unread,
            _ => End::Partly,
        }
    }
}

/// What tells reasons apart that are mended differently.
type Key<'l> = (&'static str, Vec<&'l str>);

fn key(reason: &Reason) -> Key<'_> {
    let detail = match reason {
        Reason::UnknownGroup { title } => vec![title.as_str()],
        Reason::NotMeasured { figure } => vec![figure.word(crate::lang::Lang::En)],
        Reason::MissingColumns { missing } => missing.iter().map(|role| role.title()).collect(),
        _ => Vec::new(),
    };
    (reason.code(), detail)
}

fn causes(logs: &[&Log]) -> Vec<Cause> {
    let mut number_of: HashMap<Key<'_>, usize> = HashMap::new();
    let mut causes: Vec<Cause> = Vec::new();
    let mut last_file: Vec<usize> = Vec::new();
    for (file, log) in logs.iter().enumerate() {
        for rejection in &log.rejected {
            let at = *number_of.entry(key(&rejection.reason)).or_insert_with(|| {
                causes.push(Cause {
                    example: rejection.clone(),
                    file,
                    cells: 0,
                    places: 0,
                    files: 1,
                    fix: None,
                });
                last_file.push(file);
                causes.len() - 1
            });
            let cause = &mut causes[at];
            cause.cells += rejection.cells;
            cause.places += 1;
            cause.files += usize::from(last_file[at] != file);
            last_file[at] = file;
        }
    }
    for cause in &mut causes {
        cause.fix = fix(&cause.example.reason, logs);
    }
    causes.sort_by_key(|cause| std::cmp::Reverse((cause.cells, cause.places)));
    causes
}

/// What the open questions of the files offer against a reason.
fn fix(reason: &Reason, logs: &[&Log]) -> Option<Fix> {
    let asked = logs.iter().enumerate().filter(|(_, log)| !log.only_sure);
    let open: Vec<(usize, &Question)> = asked
        .flat_map(|(file, log)| log.questions.iter().map(move |question| (file, question)))
        .filter(|(_, question)| is_about(&question.why, reason))
        .collect();
    let likely = |question: &Question| {
        let first = question.proposals.first();
        first.and_then(|proposal| proposal.likeness) >= Some(LIKELY)
    };
    match open.as_slice() {
        [] => None,
        [(file, question)] if likely(question) => Some(Fix::Say(*file, Box::new((*question).clone()))),
        [(file, _), ..] => Some(Fix::Ask(*file, open.len())),
    }
}

/// Whether an answer to a question may mend a reason.
fn is_about(why: &Why, reason: &Reason) -> bool {
    match (why, reason) {
        (Why::UnknownGroup { title: asked }, Reason::UnknownGroup { title }) => asked == title,
        (Why::MissingColumns { missing: asked }, Reason::MissingColumns { missing }) => asked == missing,
        (Why::UnknownIndicator, Reason::UnknownIndicator { .. })
        | (Why::Nameless, Reason::NamelessTable)
        | (Why::Headless, Reason::Headless)
        | (Why::NoArea, Reason::NoArea)
        | (Why::UnknownTotal, Reason::UnknownTotal)
        | (Why::UnknownWord { .. }, Reason::UnknownSex | Reason::UnknownResidence)
        | (Why::UnreadableColumn, Reason::UnreadableColumn { .. }) => true,
        _ => false,
    }
}
