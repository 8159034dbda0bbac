//! In which months of the year a client buys (DOMAIN 1.7).

use crate::workbook::Sum;

/// One month of the calendar, over all years of the data.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CalendarMonth {
    /// In how many years the client bought in this month.
    pub bought: u32,
    /// How many years of the data have this month, from the client's first purchase on.
    pub years: u32,
    pub revenue: Sum,
    pub orders: u32,
}

impl CalendarMonth {
    /// Whether the client usually buys in this month: in at least half of the years.
    pub fn is_usual(&self) -> bool {
        self.bought > 0 && self.bought * 2 >= self.years
    }
}

/// January to December.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PurchaseCalendar {
    pub months: [CalendarMonth; 12],
}

impl PurchaseCalendar {
    /// The calendar of a client's monthly sales (month index, revenue, orders) in data that reaches to the month `last`.
    /// Months without a positive revenue and without orders don't count as bought in.
    pub fn of(history: &[(i32, f64, u32)], last: i32) -> Self {
        let mut calendar = Self::default();
        let place = |month: i32| month.rem_euclid(12) as usize;
        let Some(first) = history.iter().map(|(month, ..)| *month).min() else { return calendar };
        for month in first..=last {
            calendar.months[place(month)].years += 1;
        }
        for (month, revenue, orders) in history {
            let here = &mut calendar.months[place(*month)];
            here.bought += u32::from(*revenue > 0.0 || *orders > 0);
            here.revenue.add(*revenue);
            here.orders = here.orders.saturating_add(*orders);
        }
        calendar
    }

    /// The first month after this one in which the client usually buys; nothing where there is none.
    pub fn next_usual(&self, after: i32) -> Option<i32> {
        (after + 1..=after + 12).find(|month| self.months[month.rem_euclid(12) as usize].is_usual())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_months_are_those_of_half_of_the_years() {
        // March and October of two years, and one May.
        let history = [(24_002, 5.0, 1), (24_009, 7.0, 2), (24_014, 5.0, 1), (24_016, 1.0, 0), (24_021, 7.0, 1)];
        let calendar = PurchaseCalendar::of(&history, 24_035);
        let usual: Vec<usize> = (0..12).filter(|month| calendar.months[*month].is_usual()).collect();
        assert_eq!(usual, [2, 9]);
        let october = calendar.months[9];
        assert_eq!((october.bought, october.years, october.orders, october.revenue.value()), (2, 3, 3, 14.0));
        assert_eq!((calendar.next_usual(24_035), calendar.next_usual(24_038)), (Some(24_038), Some(24_045)));
        assert_eq!(PurchaseCalendar::of(&[], 24_035).next_usual(24_035), None);
        assert!(!PurchaseCalendar::of(&[(24_002, -5.0, 0)], 24_003).months[2].is_usual());
    }
}
