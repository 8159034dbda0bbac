//! A large client's revenue with the risk of losing it (DOMAIN 1.13).

use leptos::prelude::*;

use super::client::{ClientApproach, use_client};
use crate::approach::{ClientRecords, RiskAdjusted, risk_adjusted};
use crate::ui::parts::Figure;

/// The revenue with its risks; nothing while revenue or churn is not known.
fn adjusted(records: &ClientRecords, client: &ClientApproach) -> Option<RiskAdjusted> {
    let facts = client.facts.get()?;
    let penalties = records.requirements.expected_penalties();
    let score = records.replaceability.score();
    Some(risk_adjusted(facts.revenue?, facts.churn?, score, &records.incidents, penalties))
}

#[component]
pub fn RiskSection() -> impl IntoView {
    let client = use_client();
    let revenue = client.amount(|_, client| client.facts.get()?.revenue);
    let churn = client.percent(|_, client| client.facts.get()?.churn);
    let loss = client.percent(|records, client| adjusted(records, client).map(|risk| risk.loss));
    let worth = client.amount(|records, client| adjusted(records, client).map(|risk| risk.revenue));
    let at_risk = client.amount(|records, client| adjusted(records, client).map(|risk| risk.at_risk));
    view! {
        <dl class="figure-lines">
            <Figure label=words!(risk.revenue) formula=words!(risk.revenue_how) value=revenue />
            <Figure label=words!(risk.churn) formula=words!(risk.churn_how) value=churn />
            <Figure label=words!(risk.loss) formula=words!(risk.loss_how) value=loss />
            <Figure label=words!(risk.worth) formula=words!(risk.worth_how) value=worth />
            <Figure label=words!(risk.at_risk) formula=words!(risk.at_risk_how) value=at_risk />
        </dl>
    }
}
