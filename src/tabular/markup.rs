//! Web pages and XML cut into tags and texts. Tolerant, as browsers are: whatever the text, something comes out,
//! nothing is run, and no entity means more than a character.

use std::iter;

/// A piece of a text with markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// The tag that begins an element.
    Start(Tag<'t>),
    /// The tag that ends an element of this name.
    End(&'t str),
    /// What stands between tags, entities as they came; see [`plain`].
    Text(&'t str),
    /// What stands between tags word for word.
    Verbatim(&'t str),
}

/// A tag that begins an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'t> {
    /// The name, without the prefix of a namespace.
    pub name: &'t str,
    attributes: &'t str,
    /// Whether the element ends here, too.
    pub is_whole: bool,
}

impl Tag<'_> {
    /// Whether this is its name, in letters of any case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// An attribute, named in letters of any case and without a prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        iter::from_fn(|| next_attribute(&mut rest))
            .find(|(known, _)| local(known).eq_ignore_ascii_case(name))
            .map(|(_, value)| plain(value))
    }

    /// An attribute that is a whole number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// Elements of a web page whose content is no text of it.
const UNSEEN: &[&str] = &["script", "style", "title", "template"];

/// The pieces of an XML text, in order.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    cut(text, &[])
}

/// The pieces of a web page, in order, without what is no text of it.
pub fn pieces_of_page(text: &str) -> impl Iterator<Item = Piece<'_>> {
    cut(text, UNSEEN)
}

fn cut<'t>(text: &'t str, without: &'static [&'static str]) -> impl Iterator<Item = Piece<'t>> {
    let mut rest = text;
    let mut unseen: Option<&str> = None;
    iter::from_fn(move || {
        loop {
            if let Some(name) = unseen.take() {
                rest = &rest[end_of_unseen(rest, name)..];
            }
            if rest.is_empty() {
                return None;
            }
            let Some(inside) = opening(rest) else {
                let mut signs = rest.match_indices('<').map(|(at, _)| at);
                let end = signs.find(|at| opening(&rest[*at..]).is_some());
                let (text, behind) = rest.split_at(end.unwrap_or(rest.len()));
                rest = behind;
                return Some(Piece::Text(text));
            };
            if let Some(comment) = inside.strip_prefix("!--") {
                rest = behind(comment, "-->");
            } else if let Some(verbatim) = inside.strip_prefix("![CDATA[") {
                rest = behind(verbatim, "]]>");
                return Some(Piece::Verbatim(verbatim.split("]]>").next().unwrap_or_default()));
            } else {
                let end = end_of_tag(inside);
                let tag = &inside[..end];
                rest = inside[end..].strip_prefix('>').unwrap_or_default();
                if let Some(name) = tag.strip_prefix('/') {
                    return Some(Piece::End(local(name.trim())));
                }
                if !tag.starts_with(['!', '?']) {
                    let tag = start(tag);
                    let is_unseen = |name: &&&str| tag.is(name) && !tag.is_whole;
                    unseen = without.iter().find(is_unseen).copied();
                    return Some(Piece::Start(tag));
                }
            }
        }
    })
}

/// The text behind a `<` that begins a tag, a comment or an instruction.
fn opening(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('<')?;
    let begins = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?');
    inside.starts_with(begins).then_some(inside)
}

fn behind<'t>(text: &'t str, mark: &str) -> &'t str {
    text.split_once(mark).map_or("", |(_, behind)| behind)
}

fn end_of_unseen(text: &str, name: &str) -> usize {
    let ends = |at: &usize| {
        let candidate = text.as_bytes().get(at + 2..at + 2 + name.len());
        candidate.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    let mut candidates = text.match_indices("</").map(|(at, _)| at);
    candidates.find(ends).unwrap_or(text.len())
}

/// Where a tag ends: at the first `>` outside of quotes.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => return at,
            (b'"' | b'\'', None) if tag[..at].ends_with('=') => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    // A quote that is never closed does not swallow the rest of the page.
    tag.find('>').unwrap_or(tag.len())
}

fn start(tag: &str) -> Tag<'_> {
    let is_whole = tag.ends_with('/');
    let tag = tag.trim_end_matches('/');
    let end = tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len());
    Tag {
        name: local(&tag[..end]),
        attributes: &tag[end..],
        is_whole,
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn next_attribute<'t>(rest: &mut &'t str) -> Option<(&'t str, &'t str)> {
    let text = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '='));
    let end = text
        .find(|c: char| c.is_ascii_whitespace() || c == '=')
        .unwrap_or(text.len());
    let (name, behind) = text.split_at(end);
    let Some(value) = behind.trim_start().strip_prefix('=') else {
        *rest = behind;
        return (!name.is_empty()).then_some((name, ""));
    };
    let value = value.trim_start();
    let (value, behind) = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
        _ => value.split_at(
            value
                .find(|c: char| c.is_ascii_whitespace())
                .unwrap_or(value.len()),
        ),
    };
    *rest = behind;
    Some((name, value))
}

/// Entities that tables of figures use, beside those by number.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("permil", '‰'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '−'),
    ("hellip", '…'),
    ("middot", '·'),
    ("times", '×'),
    ("deg", '°'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
];

/// A text with its entities as characters; one that nobody knows stays as it is.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let name = rest
            .split_once(';')
            .map(|(name, _)| name)
            .filter(|name| name.len() <= 8);
        match name.and_then(|name| Some((name, entity(name)?))) {
            Some((name, character)) => {
                out.push(character);
                rest = &rest[name.len() + 1..];
            }
            None => out.push('&'),
        }
    }
    out + rest
}

/// Whether a text has an entity that stands for a character.
pub fn has_entity(text: &str) -> bool {
    text.contains('&') && plain(text) != text
}

fn entity(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_texts_and_attributes_are_told_apart() {
        let text = "<!-- <td> --><TD ss:Index=3 title='a>b' nowrap>a<5 &permil;&#40;&zz;</td><script>1<2</script><br/>";
        let found: Vec<_> = pieces_of_page(text).collect();
        let Piece::Start(cell) = found[0] else {
            panic!("{found:?}")
        };
        assert!(cell.is("td") && !cell.is_whole);
        assert_eq!(cell.number("index"), Some(3));
        assert_eq!(cell.attribute("Title").as_deref(), Some("a>b"));
        assert_eq!(cell.attribute("nowrap").as_deref(), Some(""));
        assert_eq!(found[1], Piece::Text("a<5 &permil;&#40;&zz;"));
        assert_eq!(found[2], Piece::End("td"));
        assert!(matches!(found[3], Piece::Start(tag) if tag.is("script")));
        assert_eq!(found[4], Piece::End("script"));
        assert!(matches!(found[5], Piece::Start(tag) if tag.is("br") && tag.is_whole));
        assert_eq!(plain("a<5 &permil;&#40;&#x25;&zz;& b"), "a<5 ‰(%&zz;& b");
    }

    #[test]
    fn whatever_is_cut_off_ends() {
        let text = "<table border=\"1><tr a='><td>指标&#x;</td><![CDATA[x]]></tr><script>";
        for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert!(pieces_of_page(&text[..end]).count() <= end);
        }
    }
}
