//! Student's t distribution, from `statrs`, with every call kept inside its domain.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// P(X <= t) at `df` degrees of freedom; `t` may be infinite. None where `t` is not a number or `df` < 1.
pub fn cdf(t: f64, df: f64) -> Option<f64> {
    let standard = standard(df)?;
    match t {
        _ if t.is_nan() => None,
        f64::INFINITY => Some(1.0),
        f64::NEG_INFINITY => Some(0.0),
        _ => Some(standard.cdf(t).clamp(0.0, 1.0)),
    }
}

/// The t that P(X <= t) = `probability` holds for, at `df` degrees of freedom. None outside 0 < p < 1 or
/// where `df` < 1.
pub fn quantile(probability: f64, df: f64) -> Option<f64> {
    let standard = standard(df)?;
    (probability > 0.0 && probability < 1.0)
        .then(|| standard.inverse_cdf(probability))
        .filter(|t| t.is_finite())
}

fn standard(df: f64) -> Option<StudentsT> {
    (df >= 1.0).then(|| StudentsT::new(0.0, 1.0, df).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance * b.abs().max(1.0), "{a} is not {b}");
    }

    #[test]
    fn quantiles_agree_with_their_closed_forms() {
        for p in [0.6, 0.75, 0.9, 0.95, 0.975, 0.99, 0.999] {
            let tail = 4.0 * p * (1.0 - p);
            close(
                quantile(p, 1.0).unwrap(),
                (std::f64::consts::PI * (p - 0.5)).tan(),
                1e-9,
            );
            close(
                quantile(p, 2.0).unwrap(),
                (2.0 * p - 1.0) * (2.0 / tail).sqrt(),
                1e-9,
            );
            let inner = (tail.sqrt().acos() / 3.0).cos() / tail.sqrt();
            close(quantile(p, 4.0).unwrap(), 2.0 * (inner - 1.0).sqrt(), 1e-9);
        }
    }

    #[test]
    fn quantiles_agree_with_the_published_table() {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, to its three decimals.
        for (df, t90, t975) in [
            (1.0, 3.078, 12.706),
            (3.0, 1.638, 3.182),
            (5.0, 1.476, 2.571),
            (10.0, 1.372, 2.228),
            (14.0, 1.345, 2.145),
            (30.0, 1.310, 2.042),
            (100.0, 1.290, 1.984),
        ] {
            assert!((quantile(0.9, df).unwrap() - t90).abs() <= 5e-4);
            assert!((quantile(0.975, df).unwrap() - t975).abs() <= 5e-4);
        }
    }

    #[test]
    fn distribution_and_quantile_undo_one_another() {
        for df in [1.0, 2.0, 3.0, 7.0, 14.0, 48.0, 1000.0] {
            for p in [0.001, 0.1, 0.25, 0.5, 0.77, 0.9, 0.999] {
                close(cdf(quantile(p, df).unwrap(), df).unwrap(), p, 1e-9);
            }
        }
    }

    #[test]
    fn outside_the_domain_there_is_no_answer() {
        assert_eq!(cdf(f64::NAN, 3.0), None);
        assert_eq!(cdf(1.0, 0.0), None);
        assert_eq!(cdf(f64::INFINITY, 3.0), Some(1.0));
        assert_eq!(quantile(0.0, 3.0), None);
        assert_eq!(quantile(1.5, 3.0), None);
        assert_eq!(quantile(0.9, f64::NAN), None);
    }
}
