//! What became of several files together.

use plan_tracker::catalogue::builtin;
use plan_tracker::import::{Digest, End, Fix, Log, import};
use plan_tracker::lang::Lang;
use plan_tracker::text::files::{in_one_sentence, in_short};

use crate::support::TODAY;

fn log(name: &str, text: &str) -> Log {
    import(name, text.as_bytes(), builtin(), TODAY).log
}

const SOUND: &str = "指标,地区,年份,数值\n婴儿死亡率,示例县,2023,4.4\n";

#[test]
fn files_are_counted_by_what_became_of_them() {
    let logs = [
        log("sound.csv", SOUND),
        log("odd.csv", &format!("{SOUND}婴儿死亡率,示例县,2024,很低\n")),
        log("empty.csv", ""),
        log("letter.csv", "只是一封信"),
    ];
    assert_eq!(
        logs.each_ref().map(End::of),
        [End::Whole, End::Partly, End::Unread, End::Unread]
    );
    let digest = Digest::of(&logs);
    assert_eq!(
        (digest.whole, digest.partly, digest.unread, digest.files()),
        (1, 1, 2, 4)
    );
    assert_eq!((digest.taken, digest.rejected), (2, 1));
}

#[test]
fn what_was_not_taken_stands_together_by_reason_the_costliest_first() {
    let bad = "婴儿死亡率,示例县,2024,很低\n";
    let logs = [
        log("a.csv", &format!("{SOUND}孕产妇死亡率,示例县,很早,9\n{bad}")),
        log("b.csv", &format!("{SOUND}{bad}孕产妇死亡率,示例县,2023,也低\n")),
    ];
    let causes = Digest::of(&logs).causes;
    let told: Vec<_> = causes
        .iter()
        .map(|cause| {
            (
                cause.example.reason.heading(Lang::Zh),
                cause.cells,
                cause.places,
                cause.files,
            )
        })
        .collect();
    assert_eq!(
        told,
        [("不是数".to_owned(), 3, 3, 2), ("不是年份".to_owned(), 1, 1, 1)]
    );
    assert_eq!(
        (causes[0].file, causes[0].example.cell.as_deref()),
        (0, Some("很低"))
    );
    assert_eq!(causes[0].fix, None);
}

#[test]
fn one_question_with_a_likely_answer_is_a_fix_and_several_are_a_way_to_them() {
    let one = format!("{SOUND}婴儿死亡律,示例县,2024,4.4\n");
    let digest = Digest::of(&[log("sound.csv", SOUND), log("one.csv", &one)]);
    let Some(Fix::Say(1, question)) = &digest.causes[0].fix else {
        panic!("{:?}", digest.causes);
    };
    assert_eq!(question.text, "婴儿死亡律");
    let two = format!("{one}毫不相干的名称,示例县,2024,4.4\n");
    let digest = Digest::of(&[log("two.csv", &two)]);
    assert_eq!(digest.causes[0].fix, Some(Fix::Ask(0, 2)));
}

#[test]
fn what_became_of_a_file_is_said_with_what_there_is_to_count() {
    let said = |log: &Log, lang| (in_short(log, true, lang), in_one_sentence(log, lang));
    let sound = log("sound.csv", SOUND);
    assert_eq!(
        said(&sound, Lang::Zh),
        (
            "采用 1 个，全部读懂".to_owned(),
            "共 1 行，采用 1 个数值，全部读懂。".to_owned()
        )
    );
    let odd = log(
        "odd.csv",
        &format!("{SOUND}婴儿死亡率,示例县,2024,很低\n婴儿死亡率,示例县,2022,\n"),
    );
    assert_eq!(
        said(&odd, Lang::En),
        (
            "1 taken, 1 not taken".to_owned(),
            "3 rows, 1 value taken, 1 blank, 1 not taken, listed below. ".to_owned()
        )
    );
    assert_eq!(in_short(&log("empty.csv", ""), true, Lang::Zh), "读不了");
}
