//! The files that wait to be read, and how far the reading of all of them is.

use crate::text::files::Progress;

/// Time left is told from so many milliseconds of reading on: what the first moments take tells nothing.
const TELLING: f64 = 500.0;

/// What waits, and what was read since nothing did. Of the file at work, which is the first, a part may be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// Name and size of each, the one at work first.
    waiting: Vec<(String, f64)>,
    began_at: f64,
    bytes: f64,
    rows: usize,
    /// Of the file at work.
    part: f64,
    rows_of_part: usize,
    told_at: f64,
}

impl Queue {
    /// More files, each with its size in bytes; `now` in milliseconds.
    pub fn add(&mut self, files: impl IntoIterator<Item = (String, f64)>, now: f64) {
        if self.waiting.is_empty() {
            *self = Queue {
                began_at: now,
                ..Queue::default()
            };
        }
        self.told_at = now;
        self.waiting.extend(files);
    }

    /// The file at work is read up to that part, 0–1, with so many rows.
    pub fn advance(&mut self, part: f64, rows: usize, now: f64) {
        // Tables that stand side by side are read one after the other.
        if self.at_work().is_some() && part > self.part {
            (self.part, self.rows_of_part) = (part.min(1.0), rows.max(self.rows_of_part));
            self.told_at = now;
        }
    }

    /// One file is through, with so many rows; none where nothing came of it, whose bytes tell nothing of the pace.
    pub fn finish(&mut self, name: &str, rows: Option<usize>, now: f64) {
        let Some(at) = self.waiting.iter().position(|(other, _)| other == name) else {
            return;
        };
        let (_, size) = self.waiting.remove(at);
        (self.part, self.rows_of_part) = (0.0, 0);
        self.told_at = now;
        if let Some(rows) = rows {
            self.bytes += size;
            self.rows += rows;
        }
    }

    /// The name of the file at work, and how many wait after it; none where nothing is read.
    pub fn at_work(&self) -> Option<(&str, usize)> {
        let (name, _) = self.waiting.first()?;
        Some((name, self.waiting.len() - 1))
    }

    /// How far the reading is; none before anything was read.
    pub fn progress(&self) -> Option<Progress> {
        let bytes = self.bytes + self.part * self.waiting.first()?.1;
        if bytes <= 0.0 {
            return None;
        }
        let of = self.bytes + self.waiting.iter().map(|(_, size)| size).sum::<f64>();
        let took = self.told_at - self.began_at;
        Some(Progress {
            bytes,
            of,
            rows: self.rows + self.rows_of_part,
            seconds_left: (took >= TELLING).then(|| took / bytes * (of - bytes) / 1e3),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue() -> Queue {
        let mut queue = Queue::default();
        let files = [("a.csv", 3e6), ("b.csv", 1e6), ("c.csv", 2e6)];
        queue.add(files.map(|(name, size)| (name.to_owned(), size)), 1_000.0);
        queue
    }

    #[test]
    fn time_left_follows_from_what_was_read() {
        let mut queue = queue();
        assert_eq!(queue.at_work(), Some(("a.csv", 2)));
        assert_eq!(queue.progress(), None);
        queue.finish("a.csv", Some(300), 7_000.0);
        assert_eq!(queue.at_work(), Some(("b.csv", 1)));
        let told = Progress {
            bytes: 3e6,
            of: 6e6,
            rows: 300,
            seconds_left: Some(6.0),
        };
        assert_eq!(queue.progress(), Some(told));
    }

    #[test]
    fn a_large_file_alone_is_told_of_while_it_is_read() {
        let mut queue = queue();
        queue.advance(0.5, 150, 4_000.0);
        let told = Progress {
            bytes: 1.5e6,
            of: 6e6,
            rows: 150,
            seconds_left: Some(9.0),
        };
        assert_eq!(queue.progress(), Some(told));
        // What is told late changes nothing, nor does what is told of nothing.
        queue.advance(0.4, 120, 4_100.0);
        assert_eq!(queue.progress(), Some(told));
        queue.finish("a.csv", Some(300), 7_000.0);
        assert_eq!(
            queue.progress().map(|told| (told.bytes, told.rows)),
            Some((3e6, 300))
        );
        queue.finish("b.csv", None, 7_500.0);
        queue.finish("c.csv", None, 7_500.0);
        queue.advance(0.5, 150, 8_000.0);
        assert_eq!(queue.progress(), None);
    }

    #[test]
    fn nothing_is_told_of_what_was_cancelled_or_too_short() {
        let mut cancelled = queue();
        cancelled.finish("a.csv", None, 7_000.0);
        assert_eq!(cancelled.progress(), None);
        let mut short = queue();
        short.finish("a.csv", Some(300), 1_200.0);
        assert_eq!(short.progress().map(|told| told.seconds_left), Some(None));
    }

    #[test]
    fn a_queue_that_was_empty_begins_anew() {
        let mut queue = queue();
        for name in ["a.csv", "b.csv", "c.csv"] {
            queue.finish(name, Some(100), 7_000.0);
        }
        assert_eq!((queue.at_work(), queue.progress()), (None, None));
        queue.add([("d.csv".to_owned(), 1e6)], 9_000.0);
        assert_eq!(queue.progress(), None);
    }
}
