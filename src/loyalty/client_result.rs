//! One client with one program, month by month.

use std::sync::Arc;

use super::{Client, Flows, Horizon, LoyaltyError, Outcome, Portfolio, Program, Remark, Scenario, evaluate};

/// What a program brings with one client. The portfolio's costs are not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientResult {
    pub client: Client,
    pub outcome: Outcome,
    pub flows: Flows,
    pub remarks: Vec<Remark>,
}

/// A client's result, with the months behind it: what "who gains, who costs, and why" opens.
pub fn client_result(
    client: &Client,
    program: &Program,
    scenario: Scenario,
    horizon: Horizon,
) -> Result<ClientResult, LoyaltyError> {
    let portfolio = Arc::new(Portfolio::new([Some(*client)]));
    let mut result = evaluate(&portfolio, program, scenario, horizon)?;
    let outcome = *result.segments.get(client.segment);
    let mut remarks = program.remarks(client);
    if outcome.roi.is_none() {
        remarks.push(Remark::NoCost);
    }
    let flows = std::mem::take(result.segment_flows.get_mut(client.segment));
    Ok(ClientResult { client: *client, outcome, flows, remarks })
}

/// What the targets take as "what today's clients will bring" (DOMAIN 4.2): a client's expected revenue in each month,
/// with the program that he is assigned to or without one.
pub fn expected_revenue(
    client: &Client,
    program: Option<&Program>,
    scenario: Scenario,
    horizon: Horizon,
) -> Result<Vec<f64>, LoyaltyError> {
    if !client.counts() {
        return Ok(vec![0.0; horizon.months()]);
    }
    if let Some(program) = program {
        return Ok(client_result(client, program, scenario, horizon)?.flows.revenue);
    }
    let monthly = ((1.0 + client.growth) * (1.0 - client.churn)).powf(1.0 / 12.0);
    let months = std::iter::successors(Some(client.revenue / 12.0), |revenue| Some(revenue * monthly));
    Ok(months.take(horizon.months()).collect())
}
