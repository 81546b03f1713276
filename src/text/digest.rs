//! What became of all files that a visitor brought: one sentence, why values were not taken, and what contradicts.

use crate::import::{Cause, Digest};
use crate::lang::{Lang, plural};

/// What became of the files, then of their values.
pub fn sentence(digest: &Digest, lang: Lang) -> String {
    match lang {
        Lang::Zh => files_zh(digest) + "。" + &values_zh(digest) + "。",
        Lang::En => files_en(digest) + ". " + &values_en(digest) + ".",
    }
}

fn files_zh(digest: &Digest) -> String {
    let files = digest.files();
    let ends = [
        (digest.whole, "全部读懂", "全部读懂"),
        (digest.partly, "有没采用的", "都有没采用的"),
        (digest.unread, "读不了", "都读不了"),
    ];
    let met: Vec<_> = ends.into_iter().filter(|(count, ..)| *count > 0).collect();
    match met.as_slice() {
        [(1, one, _)] => format!("1 个文件，{one}"),
        [(_, _, all)] => format!("{files} 个文件，{all}"),
        several => {
            let parts: Vec<String> = several
                .iter()
                .map(|(count, each, _)| format!("{count} 个{each}"))
                .collect();
            format!("{files} 个文件：{}", parts.join("，"))
        }
    }
}

fn files_en(digest: &Digest) -> String {
    let files = plural(digest.files(), "file");
    let ends = [
        (digest.whole, "understood in full"),
        (digest.partly, "with something not taken"),
        (digest.unread, "that cannot be read"),
    ];
    let met: Vec<_> = ends.into_iter().filter(|(count, _)| *count > 0).collect();
    match met.as_slice() {
        [(_, all)] => format!("{files} {all}"),
        several => {
            let parts: Vec<String> = several
                .iter()
                .map(|(count, each)| format!("{count} {each}"))
                .collect();
            format!("{files}: {}", parts.join(", "))
        }
    }
}

/// Why most was not taken: how many values the first reason cost, and of how many reasons it is one.
fn main_cause(digest: &Digest) -> Option<(usize, usize)> {
    let causes = digest.causes.iter().filter(|cause| cause.cells > 0);
    let first = causes.clone().next().filter(|_| digest.rejected > 1)?;
    Some((first.cells, causes.count()))
}

fn values_zh(digest: &Digest) -> String {
    let Digest { taken, rejected, .. } = digest;
    let mut said = format!("采用 {taken} 个数值");
    if *rejected > 0 {
        said += &format!("，没有采用 {rejected} 个");
    }
    match main_cause(digest) {
        Some((_, 1)) => said += "，都因为同一个原因",
        Some((cells, _)) if 2 * cells > *rejected => said += &format!("，其中 {cells} 个因为同一个原因"),
        Some((_, causes)) => said += &format!("，原因有 {causes} 种"),
        None => {}
    }
    said
}

fn values_en(digest: &Digest) -> String {
    let Digest { taken, rejected, .. } = digest;
    let mut said = format!("{} taken", plural(*taken, "value"));
    if *rejected > 0 {
        said += &format!(", {rejected} not taken");
    }
    match main_cause(digest) {
        Some((_, 1)) => said += ", all for one reason",
        Some((cells, _)) if 2 * cells > *rejected => said += &format!(", {cells} of them for one reason"),
        Some((_, causes)) => said += &format!(", for {causes} reasons"),
        None => {}
    }
    said
}

/// How much was not taken for one reason, in how many files.
pub fn how_many(cause: &Cause, lang: Lang) -> String {
    let (cells, places) = (cause.cells, cause.places);
    let count = match (cells, lang) {
        (0, Lang::Zh) => format!("{places} 处"),
        (0, Lang::En) => plural(places, "place"),
        (_, Lang::Zh) => format!("{cells} 个数"),
        (_, Lang::En) => plural(cells, "value"),
    };
    match (cause.files, lang) {
        (1, _) => count,
        (files, Lang::Zh) => format!("{count}，{files} 个文件"),
        (files, Lang::En) => format!("{count}, {files} files"),
    }
}

/// The way to the questions that mend it.
pub fn answer_questions(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("回答 {count} 个问题"),
        Lang::En => format!("Answer {}", plural(count, "question")),
    }
}

/// The answer that mends it: what a text is to be read as.
pub fn read_as(text: &str, answer: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("把{text}读作“{answer}”"),
        Lang::En => format!("Read the {text} as “{answer}”"),
    }
}

/// How many values of files contradict one another, as a title.
pub fn contradictions(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有 {count} 处数值互相矛盾"),
        Lang::En => format!("{} between files", plural(count, "contradiction")),
    }
}

/// How many values of these files contradict one another.
pub fn between(files: &[String], count: usize, lang: Lang) -> String {
    let quoted: Vec<String> = files.iter().map(|name| format!("“{name}”")).collect();
    match lang {
        Lang::Zh => format!("{}：{count} 处", quoted.join("与")),
        Lang::En => format!("{}: {}", quoted.join(" and "), plural(count, "contradiction")),
    }
}

/// The choice to believe one file wherever it contradicts the other.
pub fn believe(file: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("都用“{file}”的"),
        Lang::En => format!("“{file}” throughout"),
    }
}

/// The way to the contradictions that are not listed yet.
pub fn list_rest(rest: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("列出其余 {rest} 处"),
        Lang::En if rest == 1 => "List the other one".to_owned(),
        Lang::En => format!("List the other {rest}"),
    }
}

/// A value with the file that says so.
pub fn value_of(value: &str, file: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{value}（{file}）"),
        Lang::En => format!("{value} ({file})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(whole: usize, partly: usize, unread: usize, lang: Lang) -> String {
        let digest = Digest {
            whole,
            partly,
            unread,
            taken: 5,
            ..Digest::default()
        };
        sentence(&digest, lang)
    }

    #[test]
    fn files_of_one_end_and_of_several_are_told_apart() {
        assert_eq!(said(1, 0, 0, Lang::Zh), "1 个文件，全部读懂。采用 5 个数值。");
        assert_eq!(said(0, 2, 0, Lang::Zh), "2 个文件，都有没采用的。采用 5 个数值。");
        assert_eq!(
            said(3, 4, 2, Lang::Zh),
            "9 个文件：3 个全部读懂，4 个有没采用的，2 个读不了。采用 5 个数值。"
        );
        assert_eq!(
            said(1, 0, 1, Lang::En),
            "2 files: 1 understood in full, 1 that cannot be read. 5 values taken."
        );
    }

    #[test]
    fn contradictions_name_both_files() {
        let files = ["a.csv".to_owned(), "b.csv".to_owned()];
        assert_eq!(between(&files, 2, Lang::Zh), "“a.csv”与“b.csv”：2 处");
        assert_eq!(
            between(&files, 1, Lang::En),
            "“a.csv” and “b.csv”: 1 contradiction"
        );
    }
}
