//! How texts are compared: full-width forms as their half-width ones, without case, and for names without
//! spaces and punctuation.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Without blanks of any width and characters that nobody sees (byte order marks, zero-width spaces, marks of
/// direction) on either side, and without the `="…"` that keeps a text a text in spreadsheets.
pub fn trim(text: &str) -> &str {
    let unseen = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
    };
    let text = text.trim_matches(unseen);
    let quoted = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    quoted.map_or(text, |inner| inner.trim_matches(unseen))
}

/// A full-width form (`Ａ`, `％`, `　`) as its half-width one.
pub fn half(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
        other => other,
    }
}

/// The same text in half-width forms; borrowed where nothing changes.
pub fn half_width(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(half).collect())
    }
}

/// Traditional characters, each before its simplified one: those of the words that tables of these fields use.
const TRADITIONAL: &str = "標标數数嬰婴兒儿產产婦妇歲岁齡龄區区縣县鄉乡鎮镇農农國国廣广東东設设學学齊齐貧贫醫医療疗衛卫護护檢检\
    測测準准確确達达覆覆蓋盖率率營营養养視视視视殘残疾疾障障勞劳動动業业務务員员會会議议長长幹干領领導导層层級级類类別别\
    計计監监評评報报單单位位項项備备註注說说總总體体項项轉转變变權权參参與与選选舉举開开關关門门間间問问題题風风險险實实現现\
    際际處处構构網网絡络圖图書书館馆場场運运輸输電电話话親亲聯联繫系預预與与歷历專专畢毕續续鞏巩義义務务環环飲饮水水廁厕\
    濟济積积種种約约紀纪統统經经結结給给維维綱纲線线練练組组終终絕绝繼继滿满嚴严點点無无為为爾尔牀床狀状畫画異异發发癌癌盡尽\
    術术補补裝装複复規规覺觉觀观訊讯訓训記记訪访許许診诊評评試试詢询該该認认調调談谈請请識识譯译讀读贍赡資资賬账質质較较輕轻\
    車车軍军邊边遲迟適适還还鄰邻釐厘針针鐵铁錄录鏈链陽阳陰阴隊队隱隐雙双難难響响頁页須须頭头願愿顯显飛飞養养騎骑驗验體体髮发\
    麼么黨党齒齿龜龟憲宪懷怀態态慣惯應应戶户擇择據据擔担擴扩擺摆攝摄敗败斷断時时暫暂曆历術术來来個个們们倆俩側侧億亿優优償偿\
    兩两冊册凍冻劃划剛刚創创劑剂勝胜勢势協协單单厭厌廳厅縮缩減减滅灭溫温準准滿满濃浓靈灵爭争獎奖獨独獲获獻献環环現现產产\
    樂乐從从傳传傷伤興兴決决況况辦办華华聽听園园壟垄宮宫審审對对壽寿崗岗師师庫库徵征恆恒戰战執执擁拥曉晓機机殺杀檔档溝沟\
    灣湾煉炼燒烧燙烫熱热愛爱礎础礙碍窩窝篩筛簽签純纯織织綜综緊紧緩缓脫脱範范藥药觸触訂订證证謝谢財财責责貼贴費费遷迁過过\
    進进連连遺遗欽钦鍵键鍛锻閉闭閱阅隨随頸颈頻频額额齲龋後后臺台佔占製制汙污萬万眾众價价屬属條条極极氣气潔洁撫抚棄弃張张\
    寧宁慶庆離离罰罚禮礼稱称穩稳購购趨趋壓压壞坏歸归損损樣样樓楼潤润盤盘競竞筆笔糧粮腦脑臟脏藝艺蘇苏誤误講讲貿贸遠远鄭郑\
    銀银錢钱陝陕階阶雜杂雲云顧顾餘余魚鱼鹽盐黃黄龍龙賓宾貴贵馬马嶺岭島岛縱纵鄧邓羅罗";

fn simplified(c: char) -> char {
    static TABLE: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
        let plain: Vec<char> = TRADITIONAL.chars().filter(|c| !c.is_whitespace()).collect();
        plain.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    });
    if c < '\u{4e00}' {
        c
    } else {
        TABLE.get(&c).copied().unwrap_or(c)
    }
}

/// The same text in simplified characters.
pub fn simplify(text: &str) -> String {
    text.chars().map(simplified).collect()
}

/// What two spellings of one name have in common: letters and digits, lower case, half width, simplified.
pub fn name(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for c in text.chars() {
        match simplified(half(c)) {
            // Most are of these, of which nothing need be looked up.
            c @ ('\u{4e00}'..='\u{9fff}' | 'a'..='z' | '0'..='9') => name.push(c),
            c if c.is_alphanumeric() => name.extend(c.to_lowercase()),
            _ => {}
        }
    }
    name
}

/// What two spellings of a text have in common, signs included: lower case, half width, without blanks.
pub fn spelling(text: &str) -> String {
    let seen = text.chars().filter(|c| !c.is_whitespace());
    seen.map(half).flat_map(char::to_lowercase).collect()
}

/// A name as it is shown: trimmed, without the blanks that tables pad Chinese words with (`全　区`), and with
/// one space where other scripts have several.
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut words = text
        .split(|c: char| c.is_whitespace() || c == '\u{feff}')
        .filter(|word| !word.is_empty());
    out.extend(words.next());
    for word in words {
        let chinese = |c: Option<char>| c.is_some_and(|c| ('\u{2e80}'..='\u{ffdc}').contains(&c));
        if !(chinese(out.chars().next_back()) && chinese(word.chars().next())) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a dash of any length joins two numbers there.
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '~' | '～' | '〜' | '─' | '━' | '至'
    )
}

/// The first `most` characters, with an ellipsis where there were more.
pub fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_punctuation_do_not_tell_names_apart() {
        assert_eq!(name(" Ｉnfant–mortality（‰）"), name("infantMORTALITY"));
        assert_eq!(name("0－6岁儿童"), name("0~6岁 儿童"));
        assert_eq!(name("孕產婦死亡率"), name("孕产妇死亡率"));
        assert_eq!(simplify("欽北區、靈山縣熱線"), "钦北区、灵山县热线");
    }

    #[test]
    fn padding_inside_chinese_words_goes_and_spaces_between_others_stay() {
        assert_eq!(squeeze("　全　区 "), "全区");
        assert_eq!(squeeze("New   York"), "New York");
        assert_eq!(squeeze("钦州 A"), "钦州 A");
    }

    #[test]
    fn long_texts_are_shortened_between_characters() {
        assert_eq!(shorten("钦州市", 2), "钦州…");
        assert_eq!(shorten("钦州", 2), "钦州");
    }
}
