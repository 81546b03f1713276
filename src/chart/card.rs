//! A picture to hand on: the title of a stage of life, a few promises with their numbers, and the link.

use super::export::{escaped, wrapped};
use super::tokens::{Size, Tokens};

/// The room of a card; it is drawn at twice this size, 1080 × 1350, as phones show pictures upright.
pub const CARD: Size = Size {
    width: 540.0,
    height: 675.0,
};

/// As many promises as are read at a glance.
pub const CARD_PROMISES: usize = 3;

const MARGIN: f64 = 40.0;

/// A promise on a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardPromise {
    /// What it is about.
    pub name: String,
    /// The number promised, such as `12 例`; empty where there is none.
    pub number: String,
    /// Where it stands.
    pub standing: String,
}

/// The card as an SVG file; what is too long for its lines ends in an ellipsis, never in the next line.
pub fn card(title: &str, about: &str, promises: &[CardPromise], link: &str, tokens: &Tokens) -> String {
    let Size { width, height } = CARD;
    let room = width - 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{}\"><title>{}</title>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        escaped(&tokens.font),
        escaped(title),
        escaped(&tokens.page),
    );
    let mut write = |text: &str, size: f64, bottom: f64, ink: &str, weight: &str| {
        svg += &format!(
            "<text x=\"{MARGIN}\" y=\"{bottom}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{}\">{}</text>",
            escaped(ink),
            escaped(text)
        );
    };
    write(title, 34.0, 84.0, &tokens.ink, "bold");
    for (at, line) in fitting(about, 17.0, room, 2).iter().enumerate() {
        write(line, 17.0, 116.0 + 25.0 * at as f64, &tokens.muted, "normal");
    }
    for (at, promise) in promises.iter().take(CARD_PROMISES).enumerate() {
        let top = 176.0 + 140.0 * at as f64;
        for (at, line) in fitting(&promise.name, 20.0, room, 1).iter().enumerate() {
            write(line, 20.0, top + 26.0 * at as f64, &tokens.ink, "bold");
        }
        write(&promise.number, 38.0, top + 46.0, tokens.series(0), "bold");
        for (at, line) in fitting(&promise.standing, 16.0, room, 2).iter().enumerate() {
            write(line, 16.0, top + 74.0 + 23.0 * at as f64, &tokens.muted, "normal");
        }
    }
    for (at, line) in fitting(link, 13.0, room, 2).iter().enumerate() {
        write(
            line,
            13.0,
            height - 48.0 + 18.0 * at as f64,
            &tokens.muted,
            "normal",
        );
    }
    svg + "</svg>\n"
}

/// The text in so many lines at most.
fn fitting(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines = wrapped(text, size, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_has_its_title_three_promises_and_the_link_and_no_markup_of_texts() {
        let promise = |at: usize| CardPromise {
            name: format!("第{at}件<事>"),
            number: format!("{at} 例"),
            standing: "还没有公布。".into(),
        };
        let promises: Vec<CardPromise> = (1..=5).map(promise).collect();
        let tokens = Tokens {
            ink: "black".into(),
            muted: "gray".into(),
            line: "silver".into(),
            page: "white".into(),
            raised: "white".into(),
            series: vec!["navy".into()],
            font: "sans-serif".into(),
            text: 14.0,
        };
        let svg = card(
            "上学",
            "从小学到高中",
            &promises,
            "https://example.org/#/family/school",
            &tokens,
        );
        for words in [
            "上学",
            "第3件&lt;事&gt;",
            "3 例",
            "https://example.org/#/family/school",
        ] {
            assert!(svg.contains(words), "{words}");
        }
        assert!(!svg.contains("第4件"), "as many as are read at a glance");
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        let lines = fitting(&"长".repeat(100), 20.0, 200.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
    }
}
