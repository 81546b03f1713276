//! What the short edition says of what it lists and of what it leaves out.

use crate::lang::Lang;

/// How many indicators do not keep pace, of all that have figures, and how many of them are listed.
pub fn behind(total: usize, each: &str, behind: usize, shown: usize, lang: Lang) -> String {
    let rest = match (lang, total - shown) {
        (_, 0) => lang.pick("。", ".").to_owned(),
        (Lang::Zh, rest) => format!("；其余 {rest} 个见全文“各项指标”。"),
        (Lang::En, 1) => "; the other one is in the full edition under “Indicators”.".to_owned(),
        (Lang::En, rest) => format!("; the other {rest} are in the full edition under “Indicators”."),
    };
    match (lang, behind) {
        (Lang::Zh, 0) => {
            format!("有数值的指标 {total} 个：{each}。没有跟不上进度的；逐个的数值见全文“各项指标”。")
        }
        (Lang::Zh, _) if behind > shown => format!(
            "有数值的指标 {total} 个：{each}。没有跟上进度的 {behind} 个，下表列出最差的 {shown} 个{rest}"
        ),
        (Lang::Zh, _) => format!(
            "有数值的指标 {total} 个：{each}。下表列出其中没有跟上进度的 {behind} 个，最差的在前{rest}"
        ),
        (Lang::En, 0) => format!(
            "Indicators with figures, {total} in all: {each}. None fails to keep pace; each is in the full edition under “Indicators”."
        ),
        (Lang::En, _) if behind > shown => format!(
            "Indicators with figures, {total} in all: {each}. {behind} do not keep pace, of which the table lists the {shown} worst{rest}"
        ),
        (Lang::En, 1) => format!(
            "Indicators with figures, {total} in all: {each}. The table lists the one that does not keep pace{rest}"
        ),
        (Lang::En, _) => format!(
            "Indicators with figures, {total} in all: {each}. The table lists the {behind} that do not keep pace, the worst first{rest}"
        ),
    }
}

/// How many indicators have no figures, by field.
pub fn gaps(total: usize, each: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "没有可用数值、无法判断的指标 {total} 个：{}。逐个的名称见全文“数据缺口”。",
            each.join("、")
        ),
        Lang::En => format!(
            "Indicators without figures to judge by, {total} in all: {}. The full edition names each under “Data gaps”.",
            each.join(", ")
        ),
    }
}

/// How many indicators fall to a field or an agency.
pub fn count_of(name: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name} {count} 个"),
        Lang::En => format!("{name} {count}"),
    }
}

/// How many indicators no agency answers for.
pub fn of_no_agency(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有登记责任单位的 {count} 个"),
        Lang::En => format!("no agency named {count}"),
    }
}

/// Which agency owes how many figures.
pub fn by_agency(each: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("按责任单位：{}。", each.join("、")),
        Lang::En => format!("By responsible agency: {}.", each.join(", ")),
    }
}

/// Who published figures of how many indicators.
pub fn publisher(source: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{source}（{count} 个指标）"),
        Lang::En => format!("{source} (indicators: {count})"),
    }
}

/// Who published the figures, and how many others did.
pub fn publishers(named: &[String], left: usize, lang: Lang) -> String {
    let rest = match (lang, left) {
        (_, 0) => String::new(),
        (Lang::Zh, left) => format!("；另有 {left} 个来源见全文"),
        (Lang::En, left) => format!("; further sources in the full edition: {left}"),
    };
    let (opening, between, end) = match lang {
        Lang::Zh => ("数值出自：", "；", "。"),
        Lang::En => ("Figures published by: ", "; ", "."),
    };
    format!("{opening}{}{rest}{end}", named.join(between))
}

/// How much a part holds, in lines of tables or in charts; none where it is text alone.
pub fn size(lines: usize, drawn: usize, lang: Lang) -> Option<String> {
    match (lang, lines, drawn) {
        (_, 0, 0) => None,
        (Lang::Zh, 0, drawn) => Some(format!("图 {drawn} 幅")),
        (Lang::Zh, lines, _) => Some(format!("表 {lines} 行")),
        (Lang::En, 0, drawn) => Some(format!("charts, {drawn}")),
        (Lang::En, lines, _) => Some(format!("lines in tables, {lines}")),
    }
}

/// How many indicators the CSV file of the short edition leaves out.
pub fn rest_of_csv(left: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("简版只列需要关注的指标，其余 {left} 个见全文的 CSV 文件"),
        Lang::En => format!("short edition; further indicators in the full edition’s CSV file: {left}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_told_of_where_there_is_any() {
        assert!(behind(3, "…", 3, 3, Lang::Zh).ends_with("没有跟上进度的 3 个，最差的在前。"));
        assert!(behind(4, "…", 3, 3, Lang::Zh).ends_with("；其余 1 个见全文“各项指标”。"));
        assert!(behind(1, "…", 1, 1, Lang::En).ends_with("lists the one that does not keep pace."));
        assert!(
            behind(3, "…", 2, 2, Lang::En)
                .ends_with("; the other one is in the full edition under “Indicators”.")
        );
    }
}
