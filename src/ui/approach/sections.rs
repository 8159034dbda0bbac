//! All sections that suit a client, below its fields in the panel.

use leptos::prelude::*;

use super::client::ClientApproach;
use super::section::SectionFrame;
use crate::approach::Alert;
use crate::i18n::{approach as wording, t, t_string, use_i18n};
use crate::segment::Segment;
use crate::state::approach::ApproachPart;
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// What has to be done for the client, the sections of its segment, and those of the others.
#[component]
pub fn ApproachSections(client: Memo<Option<RowId>>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    kontor.week.watch();
    let approach = ClientApproach::new(client);
    provide_context(approach);
    let segment = Memo::new(move |_| approach.facts.get().map(|facts| facts.segment));
    let own = move || segment.get().map(ApproachPart::of_segment).unwrap_or_default().to_vec();
    let others = Memo::new(move |_| {
        let of = |segment: Segment| approach.records.with(|records| ApproachPart::of_others(segment, records));
        segment.get().map(of).unwrap_or_default()
    });
    let is_open = RwSignal::new(false);
    // Once they are open, the empty sections stay where they are while one of them is being filled.
    let (shown, empty) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
    Effect::new(move |before: Option<Option<(Option<RowId>, Option<Segment>)>>| {
        let about = Some((client.get(), segment.get()));
        let (filled, blank) = others.get();
        if before.flatten() != about || !is_open.get_untracked() {
            shown.set(filled);
            empty.set(blank);
        }
        about
    });
    let words = move |alert: Alert| {
        let formats = kontor.formats.get();
        approach.records.with(|records| wording::reason(i18n, &formats, &alert.reason, records))
    };
    let alerts = move || {
        let alerts = approach.alerts.get().into_iter();
        alerts
            .map(|alert| view! { <li data-urgency=wording::urgency_key(alert.urgency)>{move || words(alert)}</li> })
            .collect_view()
    };
    let frame = move |part: ApproachPart| view! { <SectionFrame part /> };
    view! {
        <section class="approach" aria-labelledby="approach-title">
            <h3 id="approach-title">{t!(i18n, approach.heading)}</h3>
            <div role="status">
                <ul class="approach-alerts" role="list" aria-label=move || t_string!(i18n, approach.to_do)>
                    {alerts}
                </ul>
            </div>
            <For each=own key=|part| *part let:part>
                {frame(part)}
            </For>
            <For each=move || shown.get() key=|part| *part let:part>
                {frame(part)}
            </For>
            <details
                class="approach-more"
                prop:open=is_open
                on:toggle:target=move |event| is_open.set(event.target().open())
            >
                <summary>{t!(i18n, approach.others)}</summary>
                <Show when=move || is_open.get()>
                    <For each=move || empty.get() key=|part| *part let:part>
                        {frame(part)}
                    </For>
                </Show>
            </details>
        </section>
    }
}
