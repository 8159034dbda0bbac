//! One invented client.

use crate::segment::Size;
use crate::workbook::Day;

use super::Language;
use super::numbers;
use super::orders::{Course, MONTHS, Month, months};
use super::random::Random;
use super::vocabulary::{City, Industry, PublicBody, Vocabulary};

/// A client as a person would have typed it; empty texts and `None` are gaps.
#[derive(Clone, Debug, Default)]
pub(super) struct Client {
    pub name: String,
    pub industry: &'static str,
    pub months: Vec<Month>,
    pub margin: Option<f64>,
    pub first_order: Option<Day>,
    pub last_order: Option<Day>,
    pub stage: &'static str,
    pub manager: &'static str,
    pub contact: String,
    pub position: &'static str,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub city: &'static str,
    pub country: &'static str,
    pub employees: Option<f64>,
    pub turnover: Option<f64>,
    pub tax_id: String,
    pub source: &'static str,
    pub notes: &'static str,
}

/// What is special about a client.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// A company of this size; the number makes its name unique.
    Company(Size, usize),
    Public(PublicBody),
}

/// Makes clients of one language.
pub(super) struct Maker<'a> {
    pub language: Language,
    pub words: &'a Vocabulary,
    pub random: Random,
    pub today: Day,
}

impl Maker<'_> {
    pub fn client(&mut self, kind: Kind) -> Client {
        let city: City = self.random.pick(self.words.cities);
        let industry = self.industry();
        let (name, slug, is_sole_trader) = self.name(kind, city, industry);
        let (size, course) = match kind {
            Kind::Company(size, _) => (size, self.course()),
            Kind::Public(_) => (Size::Medium, Course::Regular),
        };
        let is_public = matches!(kind, Kind::Public(_));
        let money = self.words.money;
        // What such a client buys from us in a year (in euros) and how often: few large ones bring most.
        let (yearly, orders, margin) = match (is_public, size) {
            (true, _) => (self.random.skewed(20_000.0, 130_000.0), self.random.between(2.0, 8.0), (0.10, 0.18)),
            (_, Size::Large) => {
                (self.random.skewed(100_000.0, 330_000.0), self.random.between(18.0, 48.0), (0.12, 0.22))
            }
            (_, Size::Medium) => {
                (self.random.skewed(18_000.0, 110_000.0), self.random.between(8.0, 24.0), (0.18, 0.30))
            }
            _ => (self.random.skewed(2_000.0, 24_000.0), self.random.between(3.0, 14.0), (0.25, 0.42)),
        };
        let months = months(&mut self.random, course, yearly * money, orders, self.today);
        let (first_order, last_order) = self.order_days(&months);
        let (employees, turnover) = self.figures(size, industry, is_public);
        let (person, person_slug) = self.person();
        let positions = self.words.positions[if is_public { 2 } else { usize::from(size > Size::Small) }];
        Client {
            industry: if is_public { self.words.public_industry } else { industry.text },
            margin: self
                .random
                .chance(0.9)
                .then(|| (self.random.between(margin.0, margin.1) * 1000.0).round() / 1000.0),
            first_order,
            last_order,
            stage: self.stage(course),
            manager: self.random.pick(&self.words.managers),
            position: self.random.pick(positions),
            phone: if self.random.chance(0.92) { self.phone(city) } else { String::new() },
            email: if self.random.chance(0.93) { format!("{person_slug}@{slug}.example") } else { String::new() },
            address: self.address(),
            city: city.name,
            country: city.country,
            tax_id: if self.random.chance(0.95) { self.tax_id(kind, city, is_sole_trader) } else { String::new() },
            source: self.source(is_public),
            notes: if self.random.chance(0.25) { self.random.pick(self.words.notes) } else { "" },
            contact: person,
            name,
            months,
            employees,
            turnover,
        }
    }

    /// The same firm as somebody else typed it: another spelling, fewer fields, a few orders booked under it.
    pub fn duplicate(&mut self, original: &Client) -> Client {
        let name = match self.language {
            Language::English => original.name.to_uppercase(),
            Language::Chinese => original.name.replace("有限公司", ""),
            Language::Russian => {
                original.name.replace(['«', '»'], "\"").replace("ИП ", "Индивидуальный предприниматель ")
            }
        };
        let months = months(&mut self.random, Course::New, 1_500.0 * self.words.money, 4.0, self.today);
        let (first_order, last_order) = self.order_days(&months);
        let contact = if self.random.chance(0.5) { self.person().0 } else { String::new() };
        let manager = self.random.pick(&self.words.managers);
        let blank = Client { tax_id: String::new(), address: String::new(), notes: "", ..original.clone() };
        Client { name, months, first_order, last_order, contact, manager, employees: None, turnover: None, ..blank }
    }

    fn industry(&mut self) -> Industry {
        let at = self.random.below(self.words.industries.len() as u32) as usize;
        self.words.industries[at % self.words.industries.len().max(1)]
    }

    /// The name, its form for addresses, and whether the client is one person.
    fn name(&mut self, kind: Kind, city: City, industry: Industry) -> (String, String, bool) {
        let (size, number) = match kind {
            Kind::Public(body) => return (body.name.to_owned(), body.slug.to_owned(), false),
            Kind::Company(size, number) => (size, number),
        };
        let (heads, tails) = (self.words.heads, self.words.tails);
        let (head, head_slug) = heads.get(number % heads.len().max(1)).copied().unwrap_or_default();
        // Every second round is shifted, so that neighbours in the list do not look alike.
        let tail = (number / heads.len().max(1) + number * 5) % tails.len().max(1);
        let (tail, tail_slug) = tails.get(tail).copied().unwrap_or_default();
        let form = city.forms[usize::from(size < Size::Medium)];
        let trade = industry.name;
        let slug = format!("{head_slug}{tail_slug}");
        match self.language {
            Language::English => (format!("{head}{tail} {trade} {form}"), slug, false),
            Language::Chinese => (format!("{}{head}{tail}{trade}{form}", city.name), slug, false),
            Language::Russian if size == Size::Micro => {
                let (family, family_slug) = nth(self.words.family_names, number / 5);
                let initials = ["А. В.", "С. П.", "Е. И.", "Д. М.", "О. Н.", "К. Р.", "В. Г."];
                (format!("ИП {family} {}", nth(&initials, number / 5)), format!("{slug}-{family_slug}"), true)
            }
            Language::Russian => (format!("{form} «{head}{tail} {trade}»"), slug, false),
        }
    }

    fn course(&mut self) -> Course {
        match self.random.below(100) {
            0..5 => Course::Prospect,
            5..17 => Course::New,
            17..35 => Course::Growing,
            35..42 => Course::Paused,
            42..47 => Course::Lost,
            _ => Course::Regular,
        }
    }

    fn stage(&mut self, course: Course) -> &'static str {
        let [lead, contact, offer, talks, active, paused, lost] = self.words.stages;
        match course {
            Course::Prospect => self.random.pick(&[lead, contact, offer, talks]),
            Course::New => self.random.pick(&[active, active, talks]),
            Course::Paused => paused,
            Course::Lost => lost,
            Course::Regular | Course::Growing => self.random.pick(&[active, active, active, active, talks, offer]),
        }
    }

    /// The days of the first and of the last order: within the first and the last month, or years before for a client
    /// that has been buying all the time.
    fn order_days(&mut self, months: &[Month]) -> (Option<Day>, Option<Day>) {
        let (Some(first), Some(last)) = (months.first(), months.last()) else { return (None, None) };
        let oldest = self.today.month_index() - MONTHS + 1;
        let is_old = first.index <= oldest + 2 && self.random.chance(0.8);
        let first_month = if is_old { oldest - 1 - self.random.below(60) as i32 } else { first.index };
        let mut day = |month: i32| {
            let is_this_month = month == self.today.month_index();
            let days = if is_this_month { self.today.parts().2 } else { 28 };
            Day::new(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, 1 + self.random.below(days))
        };
        let (first_day, last_day) = (day(first_month), day(last.index));
        (first_day.min(last_day), last_day.max(first_day))
    }

    /// Employees and turnover of a company of this size by its country's limits, with gaps as lists have them.
    fn figures(&mut self, size: Size, industry: Industry, is_public: bool) -> (Option<f64>, Option<f64>) {
        if is_public {
            let employees = self.random.skewed(40.0, 900.0).round();
            return (self.random.chance(0.7).then_some(employees), None);
        }
        let million = 1e6;
        let (staff, sales) = match (self.language, size) {
            (Language::English, Size::Large) => ((300.0, 4000.0), (60.0 * million, 900.0 * million)),
            (Language::English, Size::Medium) => ((60.0, 240.0), (11.0 * million, 48.0 * million)),
            (Language::English, _) => ((3.0, 45.0), (0.3 * million, 9.0 * million)),
            (Language::Russian, Size::Large) => ((1600.0, 6000.0), (2200.0 * million, 30_000.0 * million)),
            (Language::Russian, Size::Medium) => ((110.0, 240.0), (850.0 * million, 1900.0 * million)),
            (Language::Russian, _) => ((2.0, 90.0), (8.0 * million, 700.0 * million)),
            (Language::Chinese, size) => Self::chinese_figures(size, industry),
        };
        let employees = self.random.skewed(staff.0, staff.1).round();
        let turnover = round_figure(self.random.skewed(sales.0, sales.1));
        // Of small companies less is known.
        let (has_employees, has_turnover) = if size < Size::Medium { (0.92, 0.85) } else { (1.0, 0.95) };
        (self.random.chance(has_employees).then_some(employees), self.random.chance(has_turnover).then_some(turnover))
    }

    /// Ranges of employees and turnover (yuan) that make this size in this industry.
    fn chinese_figures(size: Size, industry: Industry) -> ((f64, f64), (f64, f64)) {
        let limits = industry.line.limits();
        let range = |bounds: Option<[f64; 3]>, otherwise: [f64; 3]| {
            let [large, medium, small] = bounds.unwrap_or(otherwise);
            match size {
                Size::Large => (large * 1.05, large * 6.0),
                Size::Medium => (medium * 1.05, large * 0.95),
                _ => (small * 0.4, medium * 0.95),
            }
        };
        let staff = range(limits.employees, [300.0, 100.0, 10.0]);
        let sales = range(limits.turnover, [20_000.0, 2000.0, 100.0]);
        ((staff.0.max(2.0), staff.1), (sales.0 * 1e4, sales.1 * 1e4))
    }

    fn person(&mut self) -> (String, String) {
        let (given, given_slug) = self.random.pick(self.words.given_names);
        let (family, family_slug) = self.random.pick(self.words.family_names);
        match self.language {
            Language::English => (format!("{given} {family}"), format!("{given_slug}.{family_slug}")),
            Language::Chinese => (format!("{family}{given}"), format!("{family_slug}.{given_slug}")),
            Language::Russian => (format!("{family} {given}"), format!("{given_slug}.{family_slug}")),
        }
    }

    fn phone(&mut self, city: City) -> String {
        let random = &mut self.random;
        match self.language {
            Language::English => format!("{} {}", city.dialling, random.digits(4)),
            Language::Chinese if random.chance(0.5) => format!("1990000{}", random.digits(4)),
            Language::Chinese => format!("{}{}", city.dialling, random.digits(4)),
            Language::Russian => format!("{}-{}-{}", city.dialling, random.digits(2), random.digits(2)),
        }
    }

    fn address(&mut self) -> String {
        if self.random.chance(0.15) {
            return String::new();
        }
        let street = self.random.pick(self.words.streets);
        let number = 1 + self.random.below(120);
        match self.language {
            Language::English => format!("{street} {number}"),
            Language::Chinese => format!("{street}{number}号"),
            Language::Russian => format!("{street}, {number}"),
        }
    }

    fn tax_id(&mut self, kind: Kind, city: City, is_sole_trader: bool) -> String {
        match (self.language, kind) {
            // Public bodies need no VAT number.
            (Language::English, Kind::Public(_)) => String::new(),
            (Language::English, Kind::Company(..)) => numbers::vat(&mut self.random, city.tax),
            (Language::Chinese, Kind::Public(body)) => numbers::credit_code(&mut self.random, body.code, city.tax),
            (Language::Chinese, Kind::Company(..)) => numbers::credit_code(&mut self.random, "91", city.tax),
            (Language::Russian, _) => numbers::inn(&mut self.random, city.tax, is_sole_trader),
        }
    }

    fn source(&mut self, is_public: bool) -> &'static str {
        // The last source is the tender portal.
        let Some((tenders, others)) = self.words.sources.split_last() else { return "" };
        if is_public { tenders } else { self.random.pick(others) }
    }
}

/// An element of a list that begins again at its end.
fn nth<T: Copy + Default>(list: &[T], number: usize) -> T {
    list.get(number % list.len().max(1)).copied().unwrap_or_default()
}

/// Three leading digits, as people write large amounts.
fn round_figure(amount: f64) -> f64 {
    let grain = 10_f64.powf(amount.log10().floor() - 2.0);
    (amount / grain).round() * grain
}
