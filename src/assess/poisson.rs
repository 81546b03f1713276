//! The 95% interval of a small count, for rates that rest on few cases.

/// The exact two-sided 95% interval of the mean of a Poisson count (Garwood 1936): from the mean at which
/// `count` or more cases have a chance of 2.5%, to the mean at which `count` or fewer do. The count is taken
/// as whole cases. None below 0 or above 1000, where nobody needs it.
pub fn interval(count: f64) -> Option<(f64, f64)> {
    if !(0.0..=1000.0).contains(&count) {
        return None;
    }
    let cases = count.round() as u32;
    let low = match cases.checked_sub(1) {
        Some(fewer) => mean_where(fewer, 0.975),
        None => 0.0,
    };
    Some((low, mean_where(cases, 0.025)))
}

/// The mean at which `cases` or fewer have the given chance, by bisection: the chance falls with the mean.
fn mean_where(cases: u32, chance: f64) -> f64 {
    let (mut low, mut high) = (0.0, 2.0 * f64::from(cases) + 20.0);
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if at_most(cases, middle) > chance {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// P(X <= cases) of a Poisson variable, each term from the logarithm of the one before so that none overflows.
fn at_most(cases: u32, mean: f64) -> f64 {
    let mut term = -mean;
    let mut sum = term.exp();
    for k in 1..=cases {
        term += mean.ln() - f64::from(k).ln();
        sum += term.exp();
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_agree_with_the_published_table() {
        // Garwood's limits as printed in the usual tables, to their decimals.
        for (count, low, high) in [
            (0.0, 0.0, 3.6889),
            (1.0, 0.0253, 5.5716),
            (2.0, 0.2422, 7.2247),
            (5.0, 1.6235, 11.6683),
            (9.0, 4.1154, 17.0848),
            (20.0, 12.2165, 30.8884),
        ] {
            let (l, h) = interval(count).unwrap();
            assert!(
                (l - low).abs() < 6e-5 && (h - high).abs() < 6e-5,
                "{count}: {l} {h}"
            );
        }
        assert_eq!(interval(-1.0), None);
        assert_eq!(interval(f64::NAN), None);
    }
}
