//! Which known names are most like an unknown one, by the pairs of neighbouring letters that they share.

use rustc_hash::{FxHashMap, FxHashSet};

/// Below this share of common pairs two names have nothing to do with one another. An alphabet has few pairs,
/// so that even strangers share many.
const FLOOR: f64 = 0.4;
const FLOOR_OF_ALPHABETS: f64 = 0.6;
const MOST: usize = 3;

type Pair = (char, char);

/// An index of names by their pairs of letters.
pub struct Nearest {
    /// Number of pairs and owner of each name.
    names: Vec<(usize, usize)>,
    by_pair: FxHashMap<Pair, Vec<usize>>,
}

impl Nearest {
    /// Indexes folded names, each with what it stands for.
    pub fn new(by_name: &FxHashMap<String, usize>) -> Nearest {
        let mut nearest = Nearest {
            names: Vec::new(),
            by_pair: FxHashMap::default(),
        };
        for (at, (name, owner)) in by_name.iter().enumerate() {
            let pairs = pairs(name);
            nearest.names.push((pairs.len(), *owner));
            for pair in pairs {
                nearest.by_pair.entry(pair).or_default().push(at);
            }
        }
        nearest
    }

    /// The owners of the names most like this one, best first, each with how alike they are, from 0 to 1.
    pub fn to(&self, name: &str) -> Vec<(usize, f64)> {
        let wanted = pairs(name);
        let mut shared = vec![0_usize; self.names.len()];
        for at in wanted.iter().filter_map(|pair| self.by_pair.get(pair)).flatten() {
            shared[*at] += 1;
        }
        let floor = if name.is_ascii() {
            FLOOR_OF_ALPHABETS
        } else {
            FLOOR
        };
        let mut ranked: Vec<(usize, f64)> = Vec::new();
        for (&(pairs, owner), shared) in self.names.iter().zip(shared) {
            let likeness = 2.0 * shared as f64 / (pairs + wanted.len()).max(1) as f64;
            match ranked.iter_mut().find(|(known, _)| *known == owner) {
                _ if likeness < floor => {}
                Some((_, best)) => *best = best.max(likeness),
                None => ranked.push((owner, likeness)),
            }
        }
        // Equally near names come in the catalogue's order.
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(MOST);
        ranked
    }
}

fn pairs(name: &str) -> FxHashSet<Pair> {
    name.chars().zip(name.chars().skip(1)).collect()
}
