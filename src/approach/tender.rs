//! The tenders of a state-owned client (DOMAIN 1.17).

use serde::{Deserialize, Serialize};

use crate::workbook::{Day, Sum};

/// What a security secures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecurityKind {
    #[default]
    Bid,
    Contract,
    Warranty,
}

/// Money or a guarantee that a tender asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Security {
    pub kind: SecurityKind,
    pub amount: f64,
    /// Until when it must be lodged.
    pub due: Option<Day>,
    pub lodged_on: Option<Day>,
    /// Until when it must be given back.
    pub return_by: Option<Day>,
    pub returned_on: Option<Day>,
}

impl Security {
    /// Whether our money is with the client.
    pub fn is_out(&self) -> bool {
        self.lodged_on.is_some() && self.returned_on.is_none()
    }

    /// The next day that matters: to lodge it, or to have it back.
    pub fn next_day(&self) -> Option<Day> {
        match (self.lodged_on, self.returned_on) {
            (None, _) => self.due,
            (Some(_), None) => self.return_by,
            (Some(_), Some(_)) => None,
        }
    }
}

/// How a tender stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TenderResult {
    /// Found, nothing handed in.
    #[default]
    Preparing,
    /// Our bid was handed in.
    Submitted,
    Won,
    Lost,
    /// We did not bid, or the bid was not admitted.
    Withdrawn,
    /// The client called it off.
    Cancelled,
}

/// One tender.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tender {
    /// Where it was published.
    pub site: String,
    pub notice: String,
    pub subject: String,
    /// Until when bids are taken.
    pub deadline: Option<Day>,
    /// The most that the client pays.
    pub max_price: Option<f64>,
    pub our_price: Option<f64>,
    /// The chance of winning, 0 to 1.
    pub chance: Option<f64>,
    pub securities: Vec<Security>,
    pub result: TenderResult,
}

impl Tender {
    /// Whether a bid can still be handed in or be decided on.
    pub fn is_open(&self) -> bool {
        matches!(self.result, TenderResult::Preparing | TenderResult::Submitted)
    }

    /// How far our price is below the most that is paid, as a share.
    pub fn reduction(&self) -> Option<f64> {
        let max = self.max_price.filter(|max| *max > 0.0)?;
        Some(1.0 - self.our_price? / max)
    }

    /// What an open tender is worth: our price (else the most that is paid) × the chance of winning.
    pub fn expected_value(&self) -> Option<f64> {
        let price = self.our_price.or(self.max_price)?;
        self.is_open().then_some(price * self.chance?)
    }
}

/// All tenders of a client.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TenderRegister(pub Vec<Tender>);

impl TenderRegister {
    /// Won ÷ (won + lost); nothing where none was decided.
    pub fn win_rate(&self) -> Option<f64> {
        let count = |result| self.0.iter().filter(|tender| tender.result == result).count();
        let (won, lost) = (count(TenderResult::Won), count(TenderResult::Lost));
        (won + lost > 0).then(|| won as f64 / (won + lost) as f64)
    }

    /// How much of our money lies in securities.
    pub fn tied_up(&self) -> f64 {
        let securities = self.0.iter().flat_map(|tender| &tender.securities);
        securities.filter(|security| security.is_out()).map(|security| security.amount).collect::<Sum>().value()
    }

    /// What the open tenders are worth together; nothing where none has a value.
    pub fn expected_value(&self) -> Option<f64> {
        let mut values = self.0.iter().filter_map(Tender::expected_value).peekable();
        values.peek()?;
        Some(values.collect::<Sum>().value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tender(result: TenderResult, price: f64, chance: Option<f64>) -> Tender {
        Tender { our_price: Some(price), max_price: Some(200.0), chance, result, ..Tender::default() }
    }

    #[test]
    fn a_register_says_what_is_won_and_what_is_expected() {
        let nothing = TenderRegister::default();
        assert_eq!((nothing.win_rate(), nothing.expected_value(), nothing.tied_up()), (None, None, 0.0));
        let register = TenderRegister(vec![
            tender(TenderResult::Won, 100.0, Some(1.0)),
            tender(TenderResult::Lost, 100.0, None),
            tender(TenderResult::Lost, 100.0, None),
            tender(TenderResult::Withdrawn, 100.0, None),
            tender(TenderResult::Submitted, 150.0, Some(0.5)),
            tender(TenderResult::Preparing, 100.0, None),
        ]);
        assert_eq!((register.win_rate(), register.expected_value()), (Some(1.0 / 3.0), Some(75.0)));
        assert_eq!(register.0[4].reduction(), Some(0.25));
        assert_eq!(
            Tender { max_price: Some(80.0), chance: Some(0.5), ..Tender::default() }.expected_value(),
            Some(40.0)
        );
    }

    #[test]
    fn a_security_is_out_until_it_comes_back() {
        let mut security = Security { amount: 5.0, due: Some(Day(1)), return_by: Some(Day(9)), ..Security::default() };
        assert_eq!((security.is_out(), security.next_day()), (false, Some(Day(1))));
        security.lodged_on = Some(Day(1));
        assert_eq!((security.is_out(), security.next_day()), (true, Some(Day(9))));
        let register = TenderRegister(vec![Tender { securities: vec![security; 2], ..Tender::default() }]);
        assert_eq!(register.tied_up().to_bits(), 10.0_f64.to_bits());
        security.returned_on = Some(Day(8));
        assert_eq!((security.is_out(), security.next_day()), (false, None));
    }
}
