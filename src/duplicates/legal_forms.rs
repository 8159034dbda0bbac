//! What companies carry in their names to say how they are owned, by language.
//!
//! The forms of public bodies (ФГУП, МУП) are not among them: they tell two bodies of one town apart.

/// Forms of one word, in order.
pub const FORMS: &[&str] = &[
    "ab", "ad", "ag", "aps", "as", "asa", "bhd", "bv", "bvba", "cie", "cjsc", "co", "company", "corp",
    "corporation", "cv", "dd", "doo", "ehf", "ek", "eood", "eurl", "ev", "gbr", "gmbh", "hf", "inc",
    "incorporated", "ivs", "jsc", "kft", "kg", "kgaa", "kk", "lda", "limited", "llc", "llp", "lp", "ltd",
    "ltda", "mbh", "nv", "nyrt", "ohg", "ojsc", "ood", "ou", "oy", "oyj", "pjsc", "plc", "pte", "pty", "pvt",
    "rt", "sa", "sapa", "sarl", "sas", "sasu", "sau", "sci", "scl", "scop", "sdn", "se", "sia", "sk", "sl",
    "slu", "snc", "spa", "spk", "spol", "sprl", "spzoo", "srl", "srls", "sro", "tov", "uab", "ug", "vof",
    "zrt", "ао", "ат", "зао", "ип", "нао", "оао", "одо", "ооо", "пао", "пат", "прат", "тов", "тоо",
    "чп",
];

/// Forms of several words, the longer of two that begin alike first.
pub const PHRASES: &[&[&str]] = &[
    &["общество", "с", "ограниченной", "ответственностью"],
    &["публичное", "акционерное", "общество"],
    &["открытое", "акционерное", "общество"],
    &["закрытое", "акционерное", "общество"],
    &["непубличное", "акционерное", "общество"],
    &["акционерное", "общество"],
    &["индивидуальный", "предприниматель"],
    &["товарищество", "с", "ограниченной", "ответственностью"],
    &["gesellschaft", "mit", "beschrankter", "haftung"],
    &["limited", "liability", "company"],
    &["joint", "stock", "company"],
    &["sp", "z", "oo"],
    &["sp", "zoo"],
    &["sp", "k"],
    &["z", "oo"],
    &["de", "cv"],
];

/// Forms that are words too ("Spa", "Co", "As"): they count only behind the name.
pub const ONLY_BEHIND: [&str; 24] = [
    "ab", "ad", "as", "asa", "co", "company", "cv", "dd", "ek", "ev", "hf", "kk", "lp", "ou", "rt", "sa", "sci", "scop",
    "se", "sk", "sl", "spa", "ug", "ат",
];

/// Words for "&".
pub const CONNECTIVES: [&str; 5] = ["and", "und", "et", "и", "i"];

/// What stands behind a Chinese (or Japanese) company's name, the longest first.
pub const CHINESE_SUFFIXES: [&str; 14] = [
    "股份有限责任公司",
    "有限责任公司",
    "责任有限公司",
    "股份有限公司",
    "集团有限公司",
    "有限公司",
    "股份公司",
    "集团公司",
    "株式会社",
    "有限合伙",
    "普通合伙",
    "集团",
    "股份",
    "公司",
];

/// What stands before it.
pub const CHINESE_AFFIXES: [&str; 1] = ["株式会社"];
