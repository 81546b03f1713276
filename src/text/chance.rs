//! A chance as people say it: in tenths, and nothing finer than five in a hundred at either end, since no forecast
//! knows more.

use super::Lang;

/// The least chance that is said in tenths; below it, and above its counterpart, only the edge is named.
const EDGE: f64 = 0.05;

/// A chance, 0–1, such as 约六成 or “about 6 in 10”.
pub fn chance(chance: f64, lang: Lang) -> String {
    const TENTHS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let tenths = ((chance * 10.0).round() as usize).clamp(1, 9);
    match (lang, chance) {
        (_, chance) if chance < EDGE => lang.pick("不到 5%", "under 5%").to_owned(),
        (_, chance) if chance > 1.0 - EDGE => lang.pick("超过 95%", "over 95%").to_owned(),
        (Lang::Zh, _) => format!("约{}成", TENTHS[tenths]),
        (Lang::En, _) => format!("about {tenths} in 10"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_the_edges_a_chance_is_said_in_tenths() {
        for (value, zh, en) in [
            (0.0, "不到 5%", "under 5%"),
            (0.0499, "不到 5%", "under 5%"),
            (0.05, "约一成", "about 1 in 10"),
            (0.561735, "约六成", "about 6 in 10"),
            (0.95, "约九成", "about 9 in 10"),
            (0.9501, "超过 95%", "over 95%"),
            (1.0, "超过 95%", "over 95%"),
        ] {
            assert_eq!(
                (chance(value, Lang::Zh), chance(value, Lang::En)),
                (zh.into(), en.into()),
                "{value}"
            );
        }
    }
}
