//! Where the plan's numbers come from.

use super::client_base::{ClientChurn, ClientInput};
use super::grid::{Grid, GridShape};
use super::manager::Role;
use super::plan::Plan;
use super::segment_settings::SegmentSettings;
use crate::segment::Segment;
use crate::trace::{Formula, Origin, Place, Quantity, Reference, Sourced, Trace};
use crate::workbook::{Day, Field, Month, RowId};

impl Plan {
    /// A setting of a segment, as a number that opens: from the clients, set, or the default.
    pub fn assumption(&self, quantity: Quantity, segment: Segment) -> Trace {
        let assumptions = &self.assumptions[segment];
        let sourced = match quantity {
            Quantity::Weight => assumptions.weight.clone(),
            Quantity::Margin => assumptions.margin.clone(),
            Quantity::AverageSale => assumptions.average_sale.clone(),
            Quantity::SalesPerYear => assumptions.sales_per_year.clone(),
            _ => {
                let (default, reference) = SegmentSettings::default_of(segment, quantity);
                let value = assumptions.settings.value(quantity);
                Sourced { value, origin: Origin::Setting { default, reference } }
            }
        };
        sourced.trace(quantity).in_segment(segment)
    }

    /// A figure of the plan, of one segment or of all, down to what it was made of. Nothing for what is no figure of
    /// the plan.
    pub fn trace(&self, quantity: Quantity, segment: Option<Segment>) -> Option<Trace> {
        match segment {
            Some(segment) => self.trace_segment(quantity, segment),
            None => self.trace_whole(quantity),
        }
    }

    fn trace_whole(&self, quantity: Quantity) -> Option<Trace> {
        let plan = |quantity| self.trace_whole(quantity);
        let setting = |value: Option<f64>, default: Option<f64>| {
            let origin = Origin::Setting { default, reference: Reference::Composed };
            Trace { quantity, place: Place::default(), value, origin }
        };
        let counted = |value: f64| Trace::counted(quantity, value);
        Some(match quantity {
            Quantity::Goal => setting(self.settings.goal.amount, None),
            Quantity::FixedCosts => {
                let month = setting(Some(self.settings.fixed_costs), Some(0.0));
                Trace::sum(quantity, self.months.iter().map(|of| month.clone().in_month(*of)).collect())
            }
            Quantity::SalesCosts => {
                let months = self.months.iter();
                let costs = |month: &Month| counted(super::plan::sales_costs(&self.managers, *month)).in_month(*month);
                Trace::sum(quantity, months.map(costs).collect())
            }
            Quantity::ExistingMargin => {
                let of = |segment: Segment| {
                    let value = self.existing.margin[segment].iter().sum();
                    self.by_clients(quantity, segment, value, Field::Margin)
                };
                Trace::sum(quantity, Segment::ALL.into_iter().map(of).collect())
            }
            Quantity::MissingMargin => {
                let inputs = [Quantity::Goal, Quantity::FixedCosts, Quantity::SalesCosts, Quantity::ExistingMargin];
                let mut inputs: Vec<Trace> = inputs.into_iter().filter_map(plan).collect();
                // The budget follows from what is missing: its value stands here without its own way back.
                let value = self.requirement.marketing_costs;
                inputs.push(Trace { value, ..Trace::counted(Quantity::MarketingCosts, 0.0) });
                Trace::of(quantity, Formula::MarginMissing, inputs)
            }
            Quantity::Missing if self.is_for_profit() => {
                self.sum_of_segments(Quantity::SegmentRevenue).renamed(quantity)
            }
            Quantity::Missing => {
                Trace::of(quantity, Formula::Missing, vec![plan(Quantity::Goal)?, plan(Quantity::Existing)?])
            }
            Quantity::Required if !self.is_for_profit() => plan(Quantity::Goal)?.renamed(quantity),
            // A part of what comes anyway is enough.
            Quantity::Required if self.requirement.new == Some(0.0) && self.requirement.existing_margin > 0.0 => {
                let inputs = [
                    Quantity::Existing,
                    Quantity::Goal,
                    Quantity::FixedCosts,
                    Quantity::SalesCosts,
                    Quantity::ExistingMargin,
                ];
                Trace::of(quantity, Formula::RequiredPart, inputs.into_iter().filter_map(plan).collect())
            }
            Quantity::Required => {
                Trace::of(quantity, Formula::Required, vec![plan(Quantity::Existing)?, plan(Quantity::Missing)?])
            }
            Quantity::MeanMargin => {
                let weighted = |segment| {
                    let inputs =
                        vec![self.assumption(Quantity::Weight, segment), self.assumption(Quantity::Margin, segment)];
                    Trace::of(Quantity::WeightedMargin, Formula::WeightedMargin, inputs).in_segment(segment)
                };
                Trace::sum(quantity, Segment::ALL.into_iter().map(weighted).collect())
            }
            Quantity::YearShare => {
                let left = |(at, month): (usize, &Month)| {
                    let share = Trace::counted(Quantity::MonthShare, self.shares[at]);
                    let left = Trace::counted(Quantity::MonthsLeft, (self.months.len() - at) as f64);
                    Trace::of(Quantity::ShareLeft, Formula::ShareLeft, vec![share, left]).in_month(*month)
                };
                Trace::sum(quantity, self.months.iter().enumerate().map(left).collect())
            }
            Quantity::MarketingCosts => self.sum_of_segments(Quantity::Budget).renamed(quantity),
            Quantity::GrossMargin => {
                let new = |segment: Segment| {
                    let revenue = self.trace_segment(Quantity::SegmentRevenue, segment)?.renamed(Quantity::Weight);
                    let inputs = vec![revenue, self.assumption(Quantity::Margin, segment)];
                    Some(Trace::of(Quantity::MissingMargin, Formula::WeightedMargin, inputs).in_segment(segment))
                };
                let news = Segment::ALL.into_iter().filter_map(new);
                Trace::sum(quantity, plan(Quantity::ExistingMargin).into_iter().chain(news).collect())
            }
            Quantity::Profit => {
                let inputs =
                    [Quantity::GrossMargin, Quantity::FixedCosts, Quantity::SalesCosts, Quantity::MarketingCosts];
                Trace::of(quantity, Formula::Profit, inputs.into_iter().filter_map(plan).collect())
            }
            Quantity::Existing
            | Quantity::Deals
            | Quantity::Proposals
            | Quantity::Bids
            | Quantity::Meetings
            | Quantity::Talks
            | Quantity::Dials
            | Quantity::Leads
            | Quantity::Budget
            | Quantity::SegmentRevenue => self.sum_of_segments(quantity),
            _ => return None,
        })
    }

    fn sum_of_segments(&self, quantity: Quantity) -> Trace {
        let of = |segment| self.trace_segment(quantity, segment);
        Trace::sum(quantity, Segment::ALL.into_iter().filter_map(of).collect())
    }

    fn by_clients(&self, quantity: Quantity, segment: Segment, value: f64, field: Field) -> Trace {
        let clients = self.existing.clients[segment].first().map_or(0.0, |clients| clients.round()) as u32;
        let origin = Origin::Clients { field, clients };
        Trace { quantity, place: Place::default(), value: Some(value), origin }.in_segment(segment)
    }

    fn trace_segment(&self, quantity: Quantity, segment: Segment) -> Option<Trace> {
        let own = |quantity| self.trace_segment(quantity, segment);
        let of = |formula, inputs: Vec<Option<Trace>>| {
            Some(Trace::of(quantity, formula, inputs.into_iter().flatten().collect()).in_segment(segment))
        };
        let set = |quantity| Some(self.assumption(quantity, segment));
        match quantity {
            Quantity::Existing => {
                Some(self.by_clients(quantity, segment, self.existing.revenue_of(segment), Field::Revenue))
            }
            Quantity::SegmentRevenue if self.is_for_profit() => {
                let inputs = vec![
                    set(Quantity::Weight),
                    self.trace_whole(Quantity::MissingMargin),
                    self.trace_whole(Quantity::MeanMargin),
                ];
                of(Formula::SegmentRevenueByMargin, inputs)
            }
            Quantity::SegmentRevenue => {
                of(Formula::SegmentRevenue, vec![set(Quantity::Weight), self.trace_whole(Quantity::Missing)])
            }
            Quantity::Deals => {
                let inputs = vec![
                    own(Quantity::SegmentRevenue),
                    set(Quantity::AverageSale),
                    set(Quantity::SalesPerYear),
                    self.trace_whole(Quantity::YearShare),
                ];
                of(Formula::Deals, inputs)
            }
            Quantity::Proposals | Quantity::Bids => {
                let is_used = self.assumptions[segment].settings.by_bids == (quantity == Quantity::Bids);
                if !is_used {
                    return Some(Trace::counted(quantity, 0.0).in_segment(segment));
                }
                let formula = if quantity == Quantity::Bids { Formula::Bids } else { Formula::Proposals };
                of(formula, vec![own(Quantity::Deals), set(Quantity::WinRate)])
            }
            Quantity::Meetings => {
                of(Formula::Meetings, vec![own(Quantity::Proposals), set(Quantity::MeetingToProposal)])
            }
            Quantity::Talks => of(Formula::Talks, vec![own(Quantity::Meetings), set(Quantity::TalkToMeeting)]),
            Quantity::Dials => {
                of(Formula::Dials, vec![own(Quantity::Talks), set(Quantity::DialToTalk), set(Quantity::Inbound)])
            }
            Quantity::Leads => of(Formula::Leads, vec![own(Quantity::Deals), set(Quantity::LeadToDeal)]),
            Quantity::Budget => of(Formula::Budget, vec![own(Quantity::Leads), set(Quantity::CostPerLead)]),
            Quantity::Lag => of(Formula::Lag, vec![set(Quantity::CycleDays)]),
            _ => None,
        }
    }

    /// A target of the grid: typed in, or its row's total times its month's share.
    pub fn trace_cell(&self, shape: &GridShape, grid: &Grid, row: usize, month: usize) -> Option<Trace> {
        let units = self.settings.units();
        let money = |value: i64| value as f64 / units;
        let place = |trace: Trace| trace.in_segment(grid.rows[row].segment).in_month(grid.months[month]);
        let value = money(*grid.cells.get(row * grid.months.len() + month)?);
        if grid.is_locked(row, month) {
            let origin = Origin::Lock;
            let place_of = Place::default();
            return Some(place(Trace { quantity: Quantity::Target, place: place_of, value: Some(value), origin }));
        }
        let inputs = vec![
            Trace::counted(Quantity::RowTotal, money(shape.row_totals[row])),
            Trace::counted(Quantity::ColumnTotal, money(shape.month_totals[month])),
            Trace { value: self.total(Quantity::Required), ..self.trace_whole(Quantity::Required)? }
                .renamed(Quantity::Total),
        ];
        // The quota is only where the target lies about: the smallest units are placed so that the totals hold.
        let trace = Trace::of(Quantity::Target, Formula::CellTarget, inputs);
        Some(place(Trace { value: Some(value), ..trace }))
    }

    /// The hours of a role in a month for one segment, before the visits to today's clients.
    pub fn trace_hours(&self, role: Role, segment: Segment, month: Month) -> Trace {
        let work = self.activity(segment, month);
        let number = |quantity, value: Option<f64>| Trace { value, ..Trace::counted(quantity, 0.0) };
        let set = |quantity| self.assumption(quantity, segment);
        let (formula, inputs) = match role {
            Role::Hunter => (
                Formula::HunterHours,
                vec![
                    number(Quantity::Dials, work.dials),
                    set(Quantity::HoursPerDial),
                    number(Quantity::Talks, work.talks),
                    set(Quantity::HoursPerTalk),
                    number(Quantity::Meetings, work.meetings),
                    set(Quantity::MeetingsPerClient),
                    set(Quantity::HoursPerMeeting),
                    number(Quantity::Proposals, work.proposals),
                    set(Quantity::HoursPerProposal),
                ],
            ),
            Role::DocumentSpecialist => {
                let at = usize::try_from(month.since(self.settings.first)).ok().filter(|at| *at < self.months.len());
                let deals = at.map_or(0.0, |at| self.deals_in(segment, at));
                let clients = at.map_or(0.0, |at| {
                    let won: f64 = (0..=at).map(|earlier| self.deals_in(segment, earlier)).sum();
                    self.existing.clients[segment][at] + won
                });
                let visits = self.assumptions[segment].settings.effort.visits_per_year / 12.0 * clients;
                let inputs = vec![
                    number(Quantity::Deals, Some(deals)),
                    set(Quantity::HoursPerDeal),
                    number(Quantity::Bids, work.bids),
                    set(Quantity::HoursPerBid),
                    number(Quantity::Visits, Some(visits)),
                    set(Quantity::HoursPerVisit),
                ];
                (Formula::DocumentHours, inputs)
            }
        };
        Trace::of(Quantity::RequiredHours, formula, inputs).in_segment(segment).in_month(month)
    }

    /// The load of a role in a month: its hours over those of its people.
    pub fn trace_load(&self, role: Role, month: Month) -> Trace {
        let hours = Segment::ALL.into_iter().map(|segment| self.trace_hours(role, segment, month)).collect();
        let people = self.of_role(role).map(|person| {
            Trace::counted(Quantity::AvailableHours, person.hours_in(month)).named(person.name.clone()).in_month(month)
        });
        let inputs =
            vec![Trace::sum(Quantity::RequiredHours, hours), Trace::sum(Quantity::AvailableHours, people.collect())];
        Trace::of(Quantity::Load, Formula::Load, inputs).in_month(month)
    }

    /// What one client is expected to bring in the k-th month from today's (DOMAIN 2.1, before seasonality).
    pub fn trace_client(&self, row: RowId, client: &ClientInput, today: Day, k: u32) -> Trace {
        let field = |quantity, value, field| Trace {
            quantity,
            place: Place::default(),
            value,
            origin: Origin::Client { row, field },
        };
        let segment = client.segment;
        let churn = match ClientChurn::of(client, today) {
            ClientChurn::Own(own) => field(Quantity::Churn, Some(own), Field::Churn),
            ClientChurn::Segment { factor } if factor.to_bits() == 1.0_f64.to_bits() => {
                self.assumption(Quantity::Churn, segment)
            }
            ClientChurn::Segment { factor } => {
                let overdue = field(Quantity::OverdueFactor, Some(factor), Field::LastOrder);
                let inputs = vec![self.assumption(Quantity::Churn, segment), overdue];
                Trace::of(Quantity::Churn, Formula::OverdueChurn, inputs)
            }
        };
        let inputs = vec![
            field(Quantity::YearRevenue, client.revenue, Field::Revenue),
            self.assumption(Quantity::Growth, segment),
            Trace::counted(Quantity::MonthNumber, f64::from(k)),
            churn,
        ];
        Trace::of(Quantity::Baseline, Formula::Baseline, inputs).in_segment(segment)
    }
}
