//! Text as a part of an address.

/// Escapes what has a meaning in an address; other letters, Chinese too, stay readable.
pub(super) fn encode(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '%' | '&' | '=' | '#' | '?' | '+' | ' ' | '"' | '<' | '>' => format!("%{:02X}", c as u32),
            other => other.to_string(),
        })
        .collect()
}

/// Undoes [`encode`], and what browsers and people escape.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = match (first, tail) {
            (b'%', [high, low, ..]) => std::str::from_utf8(&[*high, *low])
                .ok()
                .and_then(|hex| u8::from_str_radix(hex, 16).ok()),
            _ => None,
        };
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(if *first == b'+' { b' ' } else { *first });
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
