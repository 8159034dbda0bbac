//! Names that come one after another, as the fill handle knows them: months and weekdays in the page's languages.

/// Names in their order; behind the last one the first comes again.
pub struct List {
    pub names: &'static [&'static str],
}

impl List {
    /// Where a name stands, in whatever letters it is written.
    pub fn place(&self, text: &str) -> Option<usize> {
        let text = text.trim().to_lowercase();
        self.names.iter().position(|name| name.to_lowercase() == text)
    }
}

macro_rules! lists {
    ($([$($name:literal)*])*) => { &[$(List { names: &[$($name),*] },)*] };
}

/// The long names before the short ones: "May" goes on as "June".
static LISTS: &[List] = lists! {
    ["January" "February" "March" "April" "May" "June" "July" "August" "September" "October" "November" "December"]
    ["Jan" "Feb" "Mar" "Apr" "May" "Jun" "Jul" "Aug" "Sep" "Oct" "Nov" "Dec"]
    ["Monday" "Tuesday" "Wednesday" "Thursday" "Friday" "Saturday" "Sunday"]
    ["Mon" "Tue" "Wed" "Thu" "Fri" "Sat" "Sun"]
    ["Январь" "Февраль" "Март" "Апрель" "Май" "Июнь" "Июль" "Август" "Сентябрь" "Октябрь" "Ноябрь" "Декабрь"]
    ["Янв" "Фев" "Мар" "Апр" "Май" "Июн" "Июл" "Авг" "Сен" "Окт" "Ноя" "Дек"]
    ["Понедельник" "Вторник" "Среда" "Четверг" "Пятница" "Суббота" "Воскресенье"]
    ["Пн" "Вт" "Ср" "Чт" "Пт" "Сб" "Вс"]
    ["一月" "二月" "三月" "四月" "五月" "六月" "七月" "八月" "九月" "十月" "十一月" "十二月"]
    ["1月" "2月" "3月" "4月" "5月" "6月" "7月" "8月" "9月" "10月" "11月" "12月"]
    ["星期一" "星期二" "星期三" "星期四" "星期五" "星期六" "星期日"]
    ["周一" "周二" "周三" "周四" "周五" "周六" "周日"]
};

/// The lists in which a name stands.
pub fn lists_with(text: &str) -> impl Iterator<Item = &'static List> {
    LISTS.iter().filter(move |list| list.place(text).is_some())
}

/// A name in capitals or small letters where another one is written so.
pub fn in_letters_of(name: &str, like: &str) -> String {
    let like = like.trim();
    let has = |test: fn(char) -> bool| like.chars().any(test);
    match (has(char::is_uppercase), has(char::is_lowercase)) {
        (true, false) => name.to_uppercase(),
        (false, true) => name.to_lowercase(),
        _ => name.to_owned(),
    }
}
