//! When something becomes an alert: the settings of the approach.

use leptos::prelude::*;

use crate::approach::{ApproachProblem, ApproachRules};
use crate::i18n::{approach as wording, t, use_i18n};
use crate::state::approach::{Entry, EntryKind, approach_rules, set_approach_rules};
use crate::ui::parts::{EntryInput, Words};
use crate::ui::use_kontor;

/// One setting.
struct Setting {
    label: Words,
    kind: EntryKind,
    read: fn(&ApproachRules) -> f64,
    write: fn(&mut ApproachRules, f64),
}

const DAYS: EntryKind = EntryKind::Number { least: 0.0, most: 3650.0 };

const SETTINGS: &[Setting] = &[
    Setting {
        label: words!(rules.contact_days),
        kind: DAYS,
        read: |rules| f64::from(rules.contact_days),
        write: |rules, days| rules.contact_days = days as u16,
    },
    Setting {
        label: words!(rules.usual_meetings),
        kind: EntryKind::Number { least: 0.0, most: 100.0 },
        read: |rules| f64::from(rules.usual_meetings),
        write: |rules, meetings| rules.usual_meetings = meetings as u8,
    },
    Setting {
        label: words!(rules.deadline_days),
        kind: DAYS,
        read: |rules| f64::from(rules.deadline_days),
        write: |rules, days| rules.deadline_days = days as u16,
    },
    Setting {
        label: words!(rules.expiry_days),
        kind: DAYS,
        read: |rules| f64::from(rules.expiry_days),
        write: |rules, days| rules.expiry_days = days as u16,
    },
    Setting {
        label: words!(rules.margin_floor),
        kind: EntryKind::SHARE,
        read: |rules| rules.margin_floor,
        write: |rules, floor| rules.margin_floor = floor,
    },
    Setting {
        label: words!(rules.capital_rate),
        kind: EntryKind::SHARE,
        read: |rules| rules.capital_rate,
        write: |rules, rate| rules.capital_rate = rate,
    },
    Setting {
        label: words!(rules.go_from),
        kind: EntryKind::Number { least: 0.0, most: 100.0 },
        read: |rules| rules.go_from,
        write: |rules, score| rules.go_from = score,
    },
    Setting {
        label: words!(rules.referral_orders),
        kind: EntryKind::AMOUNT,
        read: |rules| rules.referral_orders,
        write: |rules, orders| rules.referral_orders = orders,
    },
    Setting {
        label: words!(rules.key_share),
        kind: EntryKind::SHARE,
        read: |rules| rules.key_share,
        write: |rules, share| rules.key_share = share,
    },
];

/// The settings; each change is saved at once, and one that makes no sense is named and not kept.
#[component]
pub fn ApproachRulesForm() -> impl IntoView {
    let i18n = use_i18n();
    let book = use_kontor().book;
    let rules = Memo::new(move |_| approach_rules(book));
    let problems = RwSignal::new(Vec::<ApproachProblem>::new());
    let input = move |setting: &'static Setting| {
        let value = Memo::new(move |_| Entry::Number(Some(rules.with(setting.read))));
        let set = Callback::new(move |entry: Entry| {
            let Some(number) = entry.number() else { return };
            let mut changed = rules.get_untracked();
            (setting.write)(&mut changed, number);
            problems.set(changed.problems());
            set_approach_rules(book, &changed);
        });
        view! { <EntryInput label=setting.label kind=setting.kind value=value.into() set=set /> }
    };
    let wrong = move || {
        let problems = problems.get().into_iter();
        problems
            .map(|problem| view! { <p class="approach-bad">{move || wording::problem(i18n, problem)}</p> })
            .collect_view()
    };
    view! {
        <details class="approach-section" data-section="rules">
            <summary>
                <span class="approach-name">{t!(i18n, approach.rules.title)}</span>
            </summary>
            <div class="approach-body">
                <div class="entries">{SETTINGS.iter().map(input).collect_view()}</div>
                <div role="status">{wrong}</div>
                <button
                    type="button"
                    class="button"
                    disabled=move || rules.get() == ApproachRules::default()
                    on:click=move |_| {
                        problems.set(Vec::new());
                        set_approach_rules(book, &ApproachRules::default());
                    }
                >
                    {t!(i18n, approach.rules.reset)}
                </button>
            </div>
        </details>
    }
}
