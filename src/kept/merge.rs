//! Two collections of entries brought together: what stands here alone, there alone, in both, and otherwise in each.

use std::collections::{BTreeMap, HashSet};

use super::{Entry, Key, Shelf};

/// One thing of two collections, by its places in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// Here alone.
    OnlyHere(usize),
    /// There alone.
    OnlyThere(usize),
    /// The same in both.
    Same(usize, usize),
    /// In both, but not the same.
    Different(usize, usize),
}

/// Which of two different entries is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// The one that is here.
    #[default]
    Here,
    /// The one that comes.
    There,
    /// Both, which files can be: values of one may stand against values of the other, and that is asked about then.
    Both,
}

/// What becomes of what is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// It stays, and what is there alone is added.
    #[default]
    Merge,
    /// It gives way to what comes.
    Replace,
}

/// How what comes is brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What becomes of what is here.
    pub way: Way,
    /// For different entries, by their place there; when merging, the one that is here stays by default.
    pub answers: BTreeMap<usize, Answer>,
}

/// Changes of what is kept, made together or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes<B = Vec<u8>> {
    /// Entries to be written.
    pub put: Vec<Entry<B>>,
    /// Entries to be taken away.
    pub delete: Vec<Key>,
}

impl<B> Default for Changes<B> {
    fn default() -> Self {
        Changes {
            put: Vec::new(),
            delete: Vec::new(),
        }
    }
}

/// Lays two collections beside one another. Entries of the same content are the same, whatever they are called; else
/// files are told by their names and everything else by its id.
pub fn compare<B: PartialEq>(here: &[Entry<B>], there: &[Entry<B>]) -> Vec<Pair> {
    let mut free: HashSet<usize> = (0..here.len()).collect();
    let mut find = |is: &dyn Fn(&Entry<B>) -> bool| {
        let at = (0..here.len()).find(|at| free.contains(at) && is(&here[*at]))?;
        free.remove(&at);
        Some(at)
    };
    let mut pairs: Vec<(usize, Pair)> = Vec::new();
    let mut open = Vec::new();
    for (at, entry) in there.iter().enumerate() {
        let same = |other: &Entry<B>| {
            other.shelf == entry.shelf && other.name == entry.name && other.content == entry.content
        };
        match find(&same) {
            Some(found) => pairs.push((at, Pair::Same(found, at))),
            None => open.push(at),
        }
    }
    for at in open {
        let entry = &there[at];
        let alike = |other: &Entry<B>| {
            let is_file = entry.is_on(Shelf::Files);
            other.shelf == entry.shelf && (other.id == entry.id || is_file && other.name == entry.name)
        };
        let pair = find(&alike).map_or(Pair::OnlyThere(at), |found| Pair::Different(found, at));
        pairs.push((at, pair));
    }
    pairs.sort_by_key(|(at, _)| *at);
    let mut all: Vec<Pair> = pairs.into_iter().map(|(_, pair)| pair).collect();
    let alone = (0..here.len()).filter(|at| free.contains(at));
    all.extend(alone.map(Pair::OnlyHere));
    all
}

impl Plan {
    /// The changes that bring `there` in.
    pub fn changes<B: PartialEq + Clone>(&self, here: &[Entry<B>], there: &[Entry<B>]) -> Changes<B> {
        let mut changes = Changes::default();
        for pair in compare(here, there) {
            match (pair, self.way) {
                (Pair::Same(..), _) | (Pair::OnlyHere(_), Way::Merge) => {}
                (Pair::OnlyThere(at), _) => changes.put.push(there[at].clone()),
                (Pair::OnlyHere(at), Way::Replace) => changes.delete.push(here[at].key()),
                (Pair::Different(old, new), way) => {
                    let answer = match way {
                        Way::Replace => Answer::There,
                        Way::Merge => self.answers.get(&new).copied().unwrap_or_default(),
                    };
                    settle(&mut changes, answer, &here[old], &there[new]);
                }
            }
        }
        keep_apart(&mut changes, here);
        changes
    }
}

fn settle<B: Clone>(changes: &mut Changes<B>, answer: Answer, here: &Entry<B>, there: &Entry<B>) {
    if answer == Answer::Here {
        return;
    }
    changes.put.push(there.clone());
    if answer == Answer::There && here.id != there.id {
        changes.delete.push(here.key());
    }
    if answer == Answer::Both
        && here.id == there.id
        && let Some(added) = changes.put.last_mut()
    {
        added.id += "-2";
    }
}

/// What comes is not written over an entry of the same id that is neither replaced nor the same thing.
fn keep_apart<B: PartialEq>(changes: &mut Changes<B>, here: &[Entry<B>]) {
    let gone: HashSet<&Key> = changes.delete.iter().collect();
    let is_file = |entry: &Entry<B>| entry.is_on(Shelf::Files);
    for entry in changes.put.iter_mut().filter(|entry| is_file(entry)) {
        let taken = |id: &str| {
            let key = (entry.shelf.clone(), id.to_owned());
            let stays = |other: &&Entry<B>| other.key() == key && other.name != entry.name;
            !gone.contains(&key) && here.iter().any(|other| stays(&other))
        };
        if taken(&entry.id) {
            entry.id += "-2";
        }
    }
}

impl<B: Clone> Changes<B> {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.put.is_empty() && self.delete.is_empty()
    }

    /// The changes that bring back what was there before these, by all of what was.
    pub fn reverse(&self, before: &[Entry<B>]) -> Changes<B> {
        let was = |key: &Key| before.iter().find(|entry| entry.key() == *key);
        let written = self.put.iter().map(Entry::key);
        let touched: Vec<Key> = written.chain(self.delete.iter().cloned()).collect();
        let put = touched.iter().filter_map(|key| was(key).cloned()).collect();
        let delete = touched.into_iter().filter(|key| was(key).is_none()).collect();
        Changes { put, delete }
    }

    /// Makes them to a collection in memory.
    pub fn apply(&self, entries: &mut Vec<Entry<B>>) {
        let is_touched = |entry: &Entry<B>| {
            let key = entry.key();
            self.delete.contains(&key) || self.put.iter().any(|put| put.key() == key)
        };
        entries.retain(|entry| !is_touched(entry));
        entries.extend(self.put.iter().cloned());
    }
}
