//! The functions of formulas.

macro_rules! functions {
    ($($function:ident $name:literal $($other:literal)* : $least:literal $most:expr;)*) => {
        /// A function, called as spreadsheets call it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Function { $($function,)* }

        impl Function {
            pub const ALL: &[Self] = &[$(Self::$function,)*];

            /// The name in files and in most languages.
            pub fn name(self) -> &'static str {
                match self { $(Self::$function => $name,)* }
            }

            /// Other names: those of spreadsheets in Russian.
            pub fn other_names(self) -> &'static [&'static str] {
                match self { $(Self::$function => &[$($other,)*],)* }
            }

            /// How many arguments it takes, at least and at most.
            pub fn arguments(self) -> (usize, usize) {
                match self { $(Self::$function => ($least, $most),)* }
            }
        }
    };
}

/// As many arguments as one likes.
const ANY: usize = 100;

functions! {
    If "IF" "ЕСЛИ": 2 3;
    IfError "IFERROR" "ЕСЛИОШИБКА": 2 2;
    IsBlank "ISBLANK" "ЕПУСТО": 1 1;
    And "AND" "И": 1 ANY;
    Or "OR" "ИЛИ": 1 ANY;
    Not "NOT" "НЕ": 1 1;
    True "TRUE" "ИСТИНА": 0 0;
    False "FALSE" "ЛОЖЬ": 0 0;
    Sum "SUM" "СУММ": 1 ANY;
    Average "AVERAGE" "СРЗНАЧ": 1 ANY;
    Min "MIN" "МИН": 1 ANY;
    Max "MAX" "МАКС": 1 ANY;
    Count "COUNT" "СЧЁТ" "СЧЕТ": 1 ANY;
    CountA "COUNTA" "СЧЁТЗ" "СЧЕТЗ": 1 ANY;
    Abs "ABS": 1 1;
    Int "INT" "ЦЕЛОЕ": 1 1;
    Mod "MOD" "ОСТАТ": 2 2;
    Round "ROUND" "ОКРУГЛ": 1 2;
    RoundUp "ROUNDUP" "ОКРУГЛВВЕРХ": 1 2;
    RoundDown "ROUNDDOWN" "ОКРУГЛВНИЗ": 1 2;
    Concat "CONCAT" "СЦЕП" "СЦЕПИТЬ" "CONCATENATE": 1 ANY;
    Len "LEN" "ДЛСТР": 1 1;
    Left "LEFT" "ЛЕВСИМВ": 1 2;
    Right "RIGHT" "ПРАВСИМВ": 1 2;
    Mid "MID" "ПСТР": 3 3;
    Upper "UPPER" "ПРОПИСН": 1 1;
    Lower "LOWER" "СТРОЧН": 1 1;
    Trim "TRIM" "СЖПРОБЕЛЫ": 1 1;
    Contains "CONTAINS" "СОДЕРЖИТ": 2 2;
    Search "SEARCH" "ПОИСК": 2 3;
    Today "TODAY" "СЕГОДНЯ": 0 0;
    Date "DATE" "ДАТА": 3 3;
    Year "YEAR" "ГОД": 1 1;
    Month "MONTH" "МЕСЯЦ": 1 1;
    Day "DAY" "ДЕНЬ": 1 1;
    EDate "EDATE" "ДАТАМЕС": 2 2;
    DateDif "DATEDIF" "РАЗНДАТ": 3 3;
}

impl Function {
    /// The function of a name, in capitals or not.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_uppercase();
        let is_called = |function: &&Self| function.name() == name || function.other_names().contains(&name.as_str());
        Self::ALL.iter().find(is_called).copied()
    }

    /// Whether the function goes over all clients where it has one argument.
    pub fn is_aggregate(self) -> bool {
        matches!(self, Self::Sum | Self::Average | Self::Min | Self::Max | Self::Count | Self::CountA)
    }

    /// The name in a language, given by its BCP 47 tag.
    pub fn name_in(self, language: &str) -> &'static str {
        match self.other_names().first() {
            Some(name) if language.starts_with("ru") => name,
            _ => self.name(),
        }
    }
}
