//! Whether a small client can be asked to recommend us (DOMAIN 1.6).

use leptos::prelude::*;

use super::client::use_client;
use crate::approach::{ReferralGap, referral_gaps};
use crate::i18n::{t, t_string, use_i18n};

#[component]
pub fn ReferralSection() -> impl IntoView {
    let i18n = use_i18n();
    let client = use_client();
    let gaps = Memo::new(move |_| {
        let rhythm = client.facts.get().and_then(|facts| facts.rhythm);
        let rules = client.rules.get();
        client.records.with(|records| referral_gaps(rhythm.as_ref(), &records.incidents, &rules))
    });
    let words = move |gap: ReferralGap| match gap {
        ReferralGap::FewOrders => t_string!(i18n, approach.referral.few_orders),
        ReferralGap::Overdue => t_string!(i18n, approach.referral.overdue),
        ReferralGap::OpenIncident => t_string!(i18n, approach.referral.open_incident),
    };
    move || {
        let gaps = gaps.get();
        if gaps.is_empty() {
            return view! { <p class="approach-good">{t!(i18n, approach.referral.ready)}</p> }.into_any();
        }
        let gaps = gaps.into_iter().map(|gap| view! { <li>{move || words(gap)}</li> }).collect_view();
        view! {
            <p>{t!(i18n, approach.referral.missing)}</p>
            <ul>{gaps}</ul>
        }
        .into_any()
    }
}
