//! The 95% interval of a small count, for rates that rest on few cases.

use statrs::distribution::{ChiSquared, ContinuousCDF};

/// The exact two-sided 95% interval of the mean of a Poisson count (Garwood 1936): half the 2.5% quantile of χ²
/// with 2k degrees of freedom, and half the 97.5% quantile with 2k + 2. The count k is taken as whole cases. None
/// below 0 or above 1000, where nobody needs it.
pub fn interval(count: f64) -> Option<(f64, f64)> {
    if !(0.0..=1000.0).contains(&count) {
        return None;
    }
    let freedom = 2.0 * count.round();
    let low = if freedom > 0.0 {
        half_quantile(0.025, freedom)?
    } else {
        0.0
    };
    Some((low, half_quantile(0.975, freedom + 2.0)?))
}

fn half_quantile(probability: f64, freedom: f64) -> Option<f64> {
    let quantile = ChiSquared::new(freedom).ok()?.inverse_cdf(probability);
    quantile.is_finite().then_some(0.5 * quantile)
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
