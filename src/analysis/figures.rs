//! The figures of all clients that the analyses look at, one column beside the other.

use crate::workbook::{ClientTable, ColumnData, Day, Field, NO_DAY, SalesReader, Sum};

use super::gap::Gap;
use super::rules::AnalysisRules;
use super::xyz::{Periods, variation};

/// One client's figures. NaN and [`NO_DAY`] stand for "not known".
#[derive(Clone, Copy, Debug)]
pub(super) struct ClientFigures {
    pub is_alive: bool,
    /// What we sell to the client in the window.
    pub revenue: f64,
    /// Our gross margin on it, as an amount.
    pub margin: f64,
    /// Orders in the window.
    pub orders: f64,
    /// The day of the last order.
    pub last: i32,
    /// The churn that stands in the sheet.
    pub churn: f64,
    /// The coefficient of variation of the client's periods.
    pub variation: Result<f64, Gap>,
}

impl ClientFigures {
    /// A client that is not there.
    pub const NOBODY: Self = Self {
        is_alive: false,
        revenue: f64::NAN,
        margin: f64::NAN,
        orders: f64::NAN,
        last: NO_DAY,
        churn: f64::NAN,
        variation: Err(Gap::NoHistory),
    };

    pub fn last_order(&self) -> Option<Day> {
        (self.last != NO_DAY).then_some(Day(self.last))
    }

    /// What keeps the client out of RFM; nothing where all three measures are known.
    pub fn rfm_gap(&self) -> Option<Gap> {
        match self {
            _ if self.last == NO_DAY => Some(Gap::NoLastOrder),
            _ if self.orders.is_nan() => Some(Gap::NoOrders),
            _ if self.revenue.is_nan() => Some(Gap::NoRevenue),
            _ => None,
        }
    }
}

/// Reads clients' figures from the table.
pub(super) struct Reading<'a> {
    table: &'a ClientTable,
    sales: SalesReader<'a>,
    revenue: &'a ColumnData,
    margin: &'a ColumnData,
    orders: &'a ColumnData,
    last: &'a ColumnData,
    churn: &'a ColumnData,
    pub scope: Scope,
    /// The sums of the periods, used again for each client.
    periods: Vec<f64>,
}

/// Which months count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scope {
    pub periods: Periods,
    /// The first month of the window.
    window_from: i32,
    window_months: u8,
    today: i32,
}

impl Scope {
    /// The scope of a table: it changes with its imports, and with nothing else.
    pub fn of(table: &ClientTable, rules: &AnalysisRules, today: Day) -> Self {
        let range = table.months_of_sales();
        let is_last_day = Day(today.0.saturating_add(1)).month_index() != today.month_index();
        let running = (!is_last_day).then(|| today.month_index());
        let last = range.map_or(today.month_index(), |(_, last)| last);
        Self {
            periods: Periods::of(range, running, &rules.xyz),
            window_from: last + 1 - i32::from(rules.window_months),
            window_months: rules.window_months,
            today: today.0,
        }
    }
}

impl<'a> Reading<'a> {
    /// The fields that are read.
    pub const FIELDS: [Field; 5] = [Field::Revenue, Field::Margin, Field::Orders, Field::LastOrder, Field::Churn];

    pub fn of(table: &'a ClientTable, scope: Scope) -> Self {
        Self {
            table,
            sales: table.sales(),
            revenue: table.field(Field::Revenue),
            margin: table.field(Field::Margin),
            orders: table.field(Field::Orders),
            last: table.field(Field::LastOrder),
            churn: table.field(Field::Churn),
            scope,
            periods: vec![0.0; scope.periods.count],
        }
    }

    /// The figures of a client. What the sheet says counts before what the monthly sales tell, where the window is the
    /// sheet's twelve months; in another window the sales count, and the sheet's figures only stand in.
    pub fn client(&mut self, row: u32) -> ClientFigures {
        if !self.table.is_alive(row) {
            return ClientFigures::NOBODY;
        }
        let scope = self.scope;
        self.periods.fill(0.0);
        let periods = &mut self.periods;
        let (mut in_window, mut last_month, mut revenue, mut orders) = (false, None, Sum::new(), 0_u32);
        self.sales.visit(row, |month, amount, count| {
            if let Some(sum) = scope.periods.at(month).and_then(|at| periods.get_mut(at)) {
                *sum += amount;
            }
            if month >= scope.window_from {
                in_window = true;
                revenue.add(amount);
                orders = orders.saturating_add(count);
            }
            if count > 0 || last_month.is_none() {
                last_month = Some(month);
            }
        });
        let of_sheet = |column: &ColumnData| column.number(row);
        let is_a_year = scope.window_months == 12;
        let in_scope = |sheet: Option<f64>, sales: f64| {
            let of_sales = in_window.then_some(sales);
            let of_sheet = sheet.map(|figure| figure * f64::from(scope.window_months) / 12.0);
            let found = if is_a_year { sheet.or(of_sales) } else { of_sales.or(of_sheet) };
            found.filter(|figure| figure.is_finite()).unwrap_or(f64::NAN)
        };
        let last = self.last.day(row).or_else(|| last_month.map(|month| month_end(month, scope.today)));
        let revenue = in_scope(of_sheet(self.revenue), revenue.value());
        ClientFigures {
            is_alive: true,
            revenue,
            margin: twelve_digits(revenue * of_sheet(self.margin).unwrap_or(f64::NAN)),
            orders: in_scope(of_sheet(self.orders), f64::from(orders)),
            last: last.map_or(NO_DAY, |day| day.0),
            churn: of_sheet(self.churn).unwrap_or(f64::NAN),
            variation: if last_month.is_none() { Err(Gap::NoHistory) } else { variation(periods) },
        }
    }

    /// The sums of a client's periods, the oldest first.
    pub fn periods(mut self, row: u32) -> Vec<f64> {
        self.client(row);
        self.periods
    }
}

/// An amount in twelve decimal digits: 10 at 30 % and 30 at 10 % are the same margin, and no rounding of doubles may put
/// the two clients into different classes.
fn twelve_digits(amount: f64) -> f64 {
    if amount == 0.0 || !amount.is_finite() {
        return amount;
    }
    let scale = 10_f64.powi(11 - amount.abs().log10().floor() as i32);
    let digits = (amount * scale).round() / scale;
    // Beyond the scales that doubles have.
    if digits.is_finite() { digits } else { amount }
}

/// The last day of a month, or today where that is earlier: the latest day on which its orders can have come.
fn month_end(month: i32, today: i32) -> Day {
    let next = month + 1;
    let first_of_next = Day::new(next.div_euclid(12), next.rem_euclid(12) as u32 + 1, 1);
    Day(first_of_next.map_or(today, |day| day.0 - 1).min(today))
}

/// The figures of all rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures {
    pub alive: Vec<bool>,
    pub revenue: Vec<f64>,
    pub margin: Vec<f64>,
    pub orders: Vec<f64>,
    pub last: Vec<i32>,
    pub churn: Vec<f64>,
    /// NaN where there is a gap.
    variation: Vec<f64>,
    gap: Vec<Option<Gap>>,
}

impl Figures {
    pub fn len(&self) -> u32 {
        self.alive.len() as u32
    }

    pub fn reserve(&mut self, rows: usize) {
        self.alive.reserve(rows);
        self.revenue.reserve(rows);
        self.margin.reserve(rows);
        self.orders.reserve(rows);
        self.last.reserve(rows);
        self.churn.reserve(rows);
        self.variation.reserve(rows);
        self.gap.reserve(rows);
    }

    pub fn push(&mut self, client: ClientFigures) {
        self.alive.push(client.is_alive);
        self.revenue.push(client.revenue);
        self.margin.push(client.margin);
        self.orders.push(client.orders);
        self.last.push(client.last);
        self.churn.push(client.churn);
        self.variation.push(client.variation.unwrap_or(f64::NAN));
        self.gap.push(client.variation.err());
    }

    pub fn get(&self, row: u32) -> ClientFigures {
        let at = row as usize;
        let Some(is_alive) = self.alive.get(at) else { return ClientFigures::NOBODY };
        ClientFigures {
            is_alive: *is_alive,
            revenue: self.revenue[at],
            margin: self.margin[at],
            orders: self.orders[at],
            last: self.last[at],
            churn: self.churn[at],
            variation: self.gap[at].map_or(Ok(self.variation[at]), Err),
        }
    }

    /// Puts other figures into a row that is there.
    pub fn set(&mut self, row: u32, client: ClientFigures) {
        let at = row as usize;
        if at >= self.alive.len() {
            return;
        }
        self.alive[at] = client.is_alive;
        self.revenue[at] = client.revenue;
        self.margin[at] = client.margin;
        self.orders[at] = client.orders;
        self.last[at] = client.last;
        self.churn[at] = client.churn;
        self.variation[at] = client.variation.unwrap_or(f64::NAN);
        self.gap[at] = client.variation.err();
    }

    /// All living clients.
    pub fn clients(&self) -> impl Iterator<Item = (u32, ClientFigures)> {
        (0..self.len()).map(|row| (row, self.get(row))).filter(|(_, client)| client.is_alive)
    }

    /// The last order of all clients that is not after `today`.
    pub fn data_end(&self, today: Day) -> Option<Day> {
        self.last.iter().copied().filter(|day| *day != NO_DAY && *day <= today.0).max().map(Day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_digits(amount: f64, expected: f64) {
        assert_eq!(twelve_digits(amount).to_bits(), expected.to_bits(), "{amount}");
    }

    #[test]
    fn products_that_are_the_same_on_paper_are_the_same() {
        check_digits(30.0 * 0.1, 3.0);
        check_digits(10.0 * 0.3, 3.0);
        check_digits(0.7 * 0.1, 0.07);
        check_digits(-1_234_567.89 * 0.5, -617_283.945);
        check_digits(0.0, 0.0);
        check_digits(1e-320, 1e-320);
    }

    #[track_caller]
    fn check_month_end(month: (i32, u32), today: Day, expected: Option<Day>) {
        let index = month.0 * 12 + month.1 as i32 - 1;
        assert_eq!(Some(month_end(index, today.0)), expected);
    }

    #[test]
    fn orders_of_a_month_came_by_its_end_or_by_today() {
        let today = Day::new(2026, 3, 9).expect("a day");
        check_month_end((2025, 12), today, Day::new(2025, 12, 31));
        check_month_end((2024, 2), today, Day::new(2024, 2, 29));
        check_month_end((2026, 3), today, Some(today));
    }
}
