//! Chinese words in a name that speak for a public owner (DOMAIN 5.2, item 5).
//!
//! Chinese has no blanks between words, so words are looked for anywhere, and their neighbours say where they are not
//! meant: 中国有色 is no 国有.

use super::state_words::{STRONG, WEAK};

/// Countries and others that take the 国 before them: 中国家具, 韩国家电, 外国资本.
const COUNTRY_HEADS: &str = "中美德法英韩泰俄外各跨全帝";
/// 餐厅, 咖啡厅, 歌厅, 舞厅, 展厅, 影厅, 客厅, 茶厅, 大厅 are no departments.
const NO_DEPARTMENT: &str = "餐啡歌舞展影客茶大饭";
/// 书局, 药局, 棋局, 饭局 are no bureaus.
const NO_BUREAU: &str = "书药棋饭布格牌赌";

/// Companies that the central government owns, as they are called for short. A name with one of these may be any
/// subsidiary or dealer, so it is asked.
const CENTRAL: &[&str] = &[
    "中国石油",
    "中国石化",
    "中国海油",
    "中石油",
    "中石化",
    "中海油",
    "中国移动",
    "中国联通",
    "中国电信",
    "中国建筑",
    "中国中铁",
    "中国铁建",
    "中国交建",
    "中国电建",
    "中国能建",
    "中国铁路",
    "中国烟草",
    "中国邮政",
    "中国航天",
    "中国航空工业",
    "中国兵器",
    "中国船舶",
    "中国中车",
    "中国华能",
    "中国华电",
    "中国大唐",
    "中广核",
    "中核",
    "中粮",
    "南方电网",
    "东方电气",
    "东风汽车",
    "华润",
    "国投",
    "国家能源",
    "保利集团",
    "鞍钢",
    "宝武",
];

/// The score of the word that begins at this byte, and where it ends.
pub(super) fn at(text: &str, start: usize) -> Option<(u8, usize)> {
    let rest = text.get(start..)?;
    let first = rest.chars().next()?;
    let before = || text.get(..start).and_then(|head| head.chars().next_back()).unwrap_or(' ');
    let found = |word: &str, score: u8| Some((score, start + word.len()));
    let is = |word: &str| rest.starts_with(word);
    match first {
        '国' if ["国有", "国资", "国营", "国家"].into_iter().any(is) && !COUNTRY_HEADS.contains(before()) => {
            found("国有", STRONG)
        }
        '人' if is("人民政府") => found("人民政府", STRONG),
        '政' if is("政府") => found("政府", STRONG),
        '委' if is("委员会") && before() != '主' => found("委员会", STRONG),
        '事' if is("事业单位") => found("事业单位", STRONG),
        '公' if is("公立") && before() != '办' => found("公立", STRONG),
        '公' if is("公安局") && is_end(rest, "公安局") => found("公安局", STRONG),
        '公' if is("公安") && is_end(rest, "公安") => found("公安", STRONG),
        '法' if is("法院") && is_end(rest, "法院") => found("法院", STRONG),
        '厅' if is_end(rest, "厅") && !NO_DEPARTMENT.contains(before()) => found("厅", STRONG),
        '局' if is_end(rest, "局") && !NO_BUREAU.contains(before()) => found("局", STRONG),
        '城' if is("城投") => found("城投", WEAK),
        '城' if is("城建投资") => found("城建投资", WEAK),
        '央' if is("央企") => found("央企", WEAK),
        '中' | '南' | '东' | '华' | '国' | '保' | '鞍' | '宝' => {
            if let Some(name) = CENTRAL.iter().find(|name| is(name)) {
                return found(name, WEAK);
            }
            // 中国…集团 at the head of a name; 集团 alone only says "group".
            let group = if start == 0 && is("中国") { rest.find("集团") } else { None };
            group.map(|group| (WEAK, start + group + "集团".len()))
        }
        _ => None,
    }
}

/// Whether the name ends after this word: nothing follows, or a bracket does.
fn is_end(rest: &str, word: &str) -> bool {
    rest.get(word.len()..).is_some_and(|after| after.is_empty() || after.starts_with(['(', '（', ' ']))
}
