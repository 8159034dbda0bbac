//! The frame of a section: folded while nothing is in it, with its alerts on top.

use leptos::prelude::*;

use super::backlog::BacklogSection;
use super::calendar::CalendarSection;
use super::client::use_client;
use super::eligibility::EligibilitySection;
use super::go_no_go::GoNoGoSection;
use super::incidents::IncidentsSection;
use super::key_account::KeyAccountSection;
use super::meetings::MeetingsSection;
use super::offer::OfferSection;
use super::owner::OwnerSection;
use super::referral::ReferralSection;
use super::replaceability::ReplaceabilitySection;
use super::requirements::RequirementsSection;
use super::risk::RiskSection;
use super::stakeholders::StakeholdersSection;
use super::team::TeamSection;
use super::tenders::TendersSection;
use super::terms::TermsSection;
use crate::approach::Section;
use crate::i18n::{approach as wording, t_string, use_i18n};
use crate::state::approach::ApproachPart;
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// One section of the client panel.
#[component]
pub fn SectionFrame(part: ApproachPart) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let client = use_client();
    let holds = Memo::new(move |_| client.records.with(|records| part.holds(records)));
    let is_open = RwSignal::new(false);
    // With each client anew: a section that is being emptied or filled stays as the person has it.
    Effect::new(move |before: Option<(Option<RowId>, bool)>| {
        let now = (client.client.get(), holds.get());
        let is_other = before.is_none_or(|(client, _)| client != now.0);
        let is_filled = before.is_some_and(|(_, held)| !held) && now.1;
        if is_other {
            is_open.set(now.1);
        } else if is_filled {
            is_open.set(true);
        }
        now
    });
    let alerts = Memo::new(move |_| client.alerts_of(part));
    let mark = move || {
        let is_alert = alerts.with(|alerts| !alerts.is_empty());
        is_alert.then(|| {
            view! { <span class="approach-mark">{move || t_string!(i18n, approach.alert)}</span> }
        })
    };
    let notes = move || {
        let formats = kontor.formats.get();
        let words = alerts
            .get()
            .into_iter()
            .map(|alert| client.records.with(|records| wording::reason(i18n, &formats, &alert.reason, records)));
        words.map(|words| view! { <p class="approach-warning">{words}</p> }).collect_view()
    };
    view! {
        <details
            class="approach-section"
            data-section=part.key()
            prop:open=is_open
            on:toggle:target=move |event| is_open.set(event.target().open())
        >
            <summary>
                <span class="approach-name">{move || wording::part(i18n, part)}</span>
                {mark}
            </summary>
            <Show when=move || is_open.get()>
                <div class="approach-body" role="group" aria-label=move || wording::part(i18n, part)>
                    {notes}
                    {body(part)}
                </div>
            </Show>
        </details>
    }
}

fn body(part: ApproachPart) -> AnyView {
    match part {
        ApproachPart::Referral => view! { <ReferralSection /> }.into_any(),
        ApproachPart::Calendar => view! { <CalendarSection /> }.into_any(),
        ApproachPart::Risk => view! { <RiskSection /> }.into_any(),
        ApproachPart::Written(section) => match section {
            Section::Owner => view! { <OwnerSection /> }.into_any(),
            Section::Meetings => view! { <MeetingsSection /> }.into_any(),
            Section::Terms => view! { <TermsSection /> }.into_any(),
            Section::Offer => view! { <OfferSection /> }.into_any(),
            Section::Team => view! { <TeamSection /> }.into_any(),
            Section::KeyAccount => view! { <KeyAccountSection /> }.into_any(),
            Section::Requirements => view! { <RequirementsSection /> }.into_any(),
            Section::Replaceability => view! { <ReplaceabilitySection /> }.into_any(),
            Section::Incidents => view! { <IncidentsSection /> }.into_any(),
            Section::Stakeholders => view! { <StakeholdersSection /> }.into_any(),
            Section::Tenders => view! { <TendersSection /> }.into_any(),
            Section::Eligibility => view! { <EligibilitySection /> }.into_any(),
            Section::GoNoGo => view! { <GoNoGoSection /> }.into_any(),
            Section::Backlog => view! { <BacklogSection /> }.into_any(),
        },
    }
}
