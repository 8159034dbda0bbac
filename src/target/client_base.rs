//! Today's clients, gathered into groups that the plan can calculate with.

use super::by_segment::BySegment;
use super::decline::Decline;
use super::existing::Existing;
use super::settings::PlanSettings;
use crate::segment::Segment;
use crate::workbook::Day;
use crate::workbook::fast_hash::FastMap;

/// What the plan reads of one client.
#[derive(Clone, Copy, Debug)]
pub struct ClientInput {
    pub segment: Segment,
    /// What the client buys in twelve months.
    pub revenue: Option<f64>,
    /// Gross margin, 0 to 1.
    pub margin: Option<f64>,
    /// Yearly churn, 0 to 1.
    pub churn: Option<f64>,
    /// Orders in twelve months.
    pub orders: Option<f64>,
    pub last_order: Option<Day>,
}

/// Clients with the same churn in the same segment: what they bring is linear in their revenue, so that their sum is
/// all that has to be kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub segment: Segment,
    pub churn: ClientChurn,
    pub clients: u32,
    pub revenue: f64,
    /// Revenue of those whose margin is known, and their gross margin.
    pub revenue_with_margin: f64,
    pub margin: f64,
}

/// A client's churn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ClientChurn {
    /// The client's own field.
    Own(f64),
    /// The segment's, times a factor for how overdue the next order is (DOMAIN 5.3).
    Segment { factor: f64 },
}

/// What the clients of a segment are like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SegmentFacts {
    pub clients: u32,
    /// Clients whose revenue is above zero.
    pub buying: u32,
    pub revenue: f64,
    /// Clients with revenue and orders, and both sums.
    pub with_orders: u32,
    pub revenue_with_orders: f64,
    pub orders: f64,
    pub with_margin: u32,
    pub revenue_with_margin: f64,
    pub margin: f64,
}

/// Today's clients. It depends on clients and the day alone, so that no setting has to go through all clients again.
#[derive(Clone, Debug)]
pub struct ClientBase {
    /// Clients whose churn follows from their segment's: a handful of groups.
    groups: Vec<Group>,
    /// Clients with a churn of their own: perhaps as many groups as clients.
    own_groups: Vec<Group>,
    /// What those with a churn of their own bring in the months from now, whatever the settings.
    own: BySegment<Decline>,
    pub segments: BySegment<SegmentFacts>,
}

impl Default for ClientBase {
    fn default() -> Self {
        let own = BySegment::from_fn(|_| Decline::new(Self::MONTHS));
        Self { groups: Vec::new(), own_groups: Vec::new(), own, segments: BySegment::default() }
    }
}

impl ClientChurn {
    /// DOMAIN 5.3: the client's own churn, else the segment's by how overdue the client is.
    pub fn of(client: &ClientInput, today: Day) -> Self {
        if let Some(own) = client.churn.filter(|churn| churn.is_finite()) {
            return Self::Own(own.clamp(0.0, 1.0));
        }
        let rhythm = client.orders.filter(|orders| *orders > 0.0).map(|orders| 365.0 / orders);
        let factor = match (rhythm, client.last_order) {
            (Some(rhythm), Some(last)) => match f64::from(today.0 - last.0) / rhythm {
                overdue if overdue < 1.0 => 0.5,
                overdue if overdue < 1.5 => 1.0,
                overdue if overdue < 3.0 => 2.0,
                _ => 4.0,
            },
            _ => 1.0,
        };
        Self::Segment { factor }
    }

    /// The yearly churn, once the segment's is known. Without a factor to apply, the segment's counts as it is.
    pub fn rate(self, of_segment: f64) -> f64 {
        match self {
            Self::Own(own) => own,
            Self::Segment { factor: 1.0 } => of_segment.clamp(0.0, 1.0),
            Self::Segment { factor } => (of_segment * factor).clamp(0.01, 0.95),
        }
    }

    fn key(self) -> u64 {
        match self {
            Self::Own(own) => own.to_bits(),
            Self::Segment { factor } => (-factor).to_bits(),
        }
    }
}

impl ClientBase {
    /// So many months from now are calculated in advance: a plan of 36 that starts in up to three years.
    const MONTHS: usize = 72;

    /// Gathers the clients. Revenue of zero, below zero or unknown brings nothing.
    pub fn new(clients: impl IntoIterator<Item = ClientInput>, today: Day) -> Self {
        let mut base = Self::default();
        let mut places: FastMap<(Segment, u64), usize> = FastMap::default();
        for client in clients {
            base.segments[client.segment].clients += 1;
            let Some(revenue) = client.revenue.filter(|revenue| revenue.is_finite() && *revenue > 0.0) else {
                continue;
            };
            base.note(&client, revenue);
            let churn = ClientChurn::of(&client, today);
            let groups = if matches!(churn, ClientChurn::Own(_)) { &mut base.own_groups } else { &mut base.groups };
            let at = *places.entry((client.segment, churn.key())).or_insert_with(|| {
                let segment = client.segment;
                groups.push(Group { segment, churn, clients: 0, revenue: 0.0, revenue_with_margin: 0.0, margin: 0.0 });
                groups.len() - 1
            });
            let group = &mut groups[at];
            group.clients += 1;
            group.revenue += revenue;
            if let Some(margin) = client.margin.filter(|margin| margin.is_finite()) {
                group.revenue_with_margin += revenue;
                group.margin += revenue * margin;
            }
        }
        for group in &base.own_groups {
            base.own[group.segment].add(group, group.churn.rate(0.0), 0);
        }
        base
    }

    /// How the clients of a segment thin out in so many months, after `wait` months.
    pub(super) fn decline(&self, segment: Segment, churn: f64, wait: i32, months: usize) -> Decline {
        let from = wait.max(0) as usize;
        let of_segment = |group: &&Group| group.segment == segment;
        let mut sum = if from + months <= Self::MONTHS {
            self.own[segment].part(from, months)
        } else {
            let mut sum = Decline::new(months);
            self.own_groups.iter().filter(of_segment).for_each(|group| sum.add(group, group.churn.rate(churn), wait));
            sum
        };
        self.groups.iter().filter(of_segment).for_each(|group| sum.add(group, group.churn.rate(churn), wait));
        sum
    }

    fn note(&mut self, client: &ClientInput, revenue: f64) {
        let facts = &mut self.segments[client.segment];
        facts.buying += 1;
        facts.revenue += revenue;
        if let Some(orders) = client.orders.filter(|orders| *orders > 0.0) {
            facts.with_orders += 1;
            facts.revenue_with_orders += revenue;
            facts.orders += orders;
        }
        if let Some(margin) = client.margin.filter(|margin| margin.is_finite()) {
            facts.with_margin += 1;
            facts.revenue_with_margin += revenue;
            facts.margin += revenue * margin;
        }
    }

    pub fn clients(&self) -> u32 {
        self.segments.iter().map(|(_, facts)| facts.clients).sum()
    }

    pub fn revenue(&self) -> f64 {
        self.segments.iter().map(|(_, facts)| facts.revenue).sum()
    }

    /// What these clients bring in the months of a plan.
    pub fn existing(&self, settings: &PlanSettings, margins: &BySegment<f64>, wait: i32) -> Existing {
        Existing::of(self, settings, margins, wait)
    }
}

impl SegmentFacts {
    /// The margin of those who have one, weighted by revenue.
    pub fn mean_margin(&self) -> Option<(f64, u32)> {
        (self.revenue_with_margin > 0.0).then(|| (self.margin / self.revenue_with_margin, self.with_margin))
    }

    /// Orders of a client in a year.
    pub fn sales_per_year(&self) -> Option<(f64, u32)> {
        (self.with_orders > 0).then(|| (self.orders / f64::from(self.with_orders), self.with_orders))
    }

    /// Revenue of one order; without orders, a client's yearly revenue over the sales that are assumed in a year.
    pub fn average_sale(&self, sales_per_year: f64) -> Option<(f64, u32)> {
        if self.with_orders > 0 {
            return Some((self.revenue_with_orders / self.orders, self.with_orders));
        }
        (self.buying > 0 && sales_per_year > 0.0)
            .then(|| (self.revenue / f64::from(self.buying) / sales_per_year, self.buying))
    }
}
