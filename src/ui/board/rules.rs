//! The settings of segmentation. Each change is saved, and seen on the board, at once.

use leptos::prelude::*;

use crate::i18n::{segment, t, t_string, use_i18n};
use crate::segment::{Profile, ProfileChoice, Segment, SegmentRules, Territory};
use crate::state::Part;
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;

const TERRITORIES: [Territory; 4] = [Territory::Eu, Territory::Russia, Territory::China, Territory::Elsewhere];

#[component]
pub fn RulesDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let book = kontor.book;
    let rules = Memo::new(move |_| {
        book.follow(Part::Records);
        book.follow(Part::Meta);
        book.segment_rules()
    });
    let change = move |change: &dyn Fn(&mut SegmentRules)| {
        let mut changed = rules.get_untracked();
        change(&mut changed);
        book.set_segment_rules(&changed);
    };
    let profile = move || match rules.get().profile {
        ProfileChoice::ByCountry => String::new(),
        ProfileChoice::Always(profile) => profile_key(profile).to_owned(),
    };
    let profiles = move || {
        let own = Profile::ALL.map(|of| (profile_key(of), segment::profile(i18n, of)));
        std::iter::once(("", t_string!(i18n, segment.profile.by_country))).chain(own).collect::<Vec<_>>()
    };
    let set_profile = move |key: String| {
        let chosen = Profile::ALL.into_iter().find(|profile| profile_key(*profile) == key);
        change(&|rules| rules.profile = chosen.map_or(ProfileChoice::ByCountry, ProfileChoice::Always));
    };
    let set_elsewhere = move |key: String| {
        if let Some(chosen) = Profile::ALL.into_iter().find(|profile| profile_key(*profile) == key) {
            change(&|rules| rules.elsewhere = chosen);
        }
    };
    let others = move || Profile::ALL.map(|of| (profile_key(of), segment::profile(i18n, of))).to_vec();
    let territory = move || rules.get().default_territory.map(territory_key).unwrap_or_default().to_owned();
    let territories = move || {
        let all = TERRITORIES.map(|of| (territory_key(of), segment::territory(i18n, of)));
        std::iter::once(("", t_string!(i18n, board.dialog.ask_owner))).chain(all).collect::<Vec<_>>()
    };
    let set_territory = move |key: String| {
        let chosen = TERRITORIES.into_iter().find(|territory| territory_key(*territory) == key);
        change(&|rules| rules.default_territory = chosen);
    };
    let set_limits = move |limits| change(&|rules| rules.own_revenue.limits = limits);
    let set_rate = move |code: &'static str, rate: Option<f64>| {
        change(&|rules| {
            match rate {
                Some(rate) => rules.rates.insert(code.to_owned(), rate),
                None => rules.rates.remove(code),
            };
        });
    };
    let set_threshold = move |value: Option<f64>| {
        if let Some(value) = value.filter(|value| *value <= 100.0) {
            change(&|rules| rules.auto_threshold = value as u8);
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, board.rules).to_owned())
            close=Signal::derive(move || t_string!(i18n, board.dialog.close).to_owned())
            class="segment-rules"
            on_close=on_close
        >
            <div class="dialog-body form">
            <p class="rules-note">{t!(i18n, board.dialog.intro)}</p>
            <div class="rules">
                <Choice
                    label=Signal::derive(move || t_string!(i18n, board.dialog.profile))
                    options=profiles
                    value=profile
                    set=set_profile
                />
                <Choice
                    label=Signal::derive(move || t_string!(i18n, board.dialog.territory))
                    options=territories
                    value=territory
                    set=set_territory
                />
                <Choice
                    label=Signal::derive(move || t_string!(i18n, board.dialog.elsewhere))
                    options=others
                    value=move || profile_key(rules.get().elsewhere).to_owned()
                    set=set_elsewhere
                />
                <OwnLimits rules change=set_limits />
                <Rates rules change=set_rate />
                <Amount
                    label=Signal::derive(move || t_string!(i18n, board.dialog.threshold).to_owned())
                    value=Signal::derive(move || Some(f64::from(rules.get().auto_threshold)))
                    set=set_threshold
                />
            </div>
            <Result />
            <footer class="dialog-actions">
                <button
                    type="button"
                    class="button"
                    disabled=move || is_default(&rules.get())
                    on:click=move |_| book.set_segment_rules(&SegmentRules::default())
                >
                    {t!(i18n, board.dialog.reset)}
                </button>
                <button type="button" class="button primary" on:click=move |_| on_close()>
                    {t!(i18n, board.dialog.close)}
                </button>
            </footer>
            </div>
        </Dialog>
    }
}

/// From which revenue on a client is medium, and large. Only both together count.
#[component]
fn OwnLimits(
    rules: Memo<SegmentRules>,
    change: impl Fn(Option<(f64, f64)>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let i18n = use_i18n();
    let stored = rules.get_untracked().own_revenue.limits;
    let medium = RwSignal::new(stored.map(|limits| limits.0));
    let large = RwSignal::new(stored.map(|limits| limits.1));
    // Another tab, undo, or the defaults.
    Effect::new(move |before: Option<Option<(f64, f64)>>| {
        let limits = rules.with(|rules| rules.own_revenue.limits);
        if before.is_some_and(|before| before != limits) && (limits.is_some() || before.flatten().is_some()) {
            medium.set(limits.map(|limits| limits.0));
            large.set(limits.map(|limits| limits.1));
        }
        limits
    });
    let is_wrong = move || medium.get().zip(large.get()).is_some_and(|(medium, large)| large <= medium);
    let save = move || {
        let both = medium.get_untracked().zip(large.get_untracked());
        if both.is_none_or(|(medium, large)| medium < large) && both != rules.get_untracked().own_revenue.limits {
            change(both);
        }
    };
    let note = move || {
        if is_wrong() { t_string!(i18n, board.dialog.own_order) } else { t_string!(i18n, board.dialog.own_note) }
    };
    view! {
        <fieldset class="rules-group">
            <legend>{t!(i18n, board.dialog.own)}</legend>
            <Amount
                label=Signal::derive(move || t_string!(i18n, board.dialog.medium_from).to_owned())
                value=medium.into()
                set=move |value| {
                    medium.set(value);
                    save();
                }
            />
            <Amount
                label=Signal::derive(move || t_string!(i18n, board.dialog.large_from).to_owned())
                value=large.into()
                set=move |value| {
                    large.set(value);
                    save();
                }
            />
            <p class="rules-note" class:is-wrong=is_wrong>
                {note}
            </p>
        </fieldset>
    }
}

/// What one unit of the workbook's currency is worth in those of the limits.
#[component]
fn Rates(
    rules: Memo<SegmentRules>,
    change: impl Fn(&'static str, Option<f64>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let i18n = use_i18n();
    let rate = move |profile: Profile| {
        let code = profile.currency()?;
        let is_own = Memo::new(move |_| rules.with(|rules| rules.currency.trim().eq_ignore_ascii_case(code)));
        let from = move || match rules.with(|rules| rules.currency.trim().to_owned()) {
            unknown if unknown.is_empty() => t_string!(i18n, board.dialog.unit).to_owned(),
            code => code,
        };
        let label = Signal::derive(move || t_string!(i18n, board.dialog.rate, from = from(), to = code));
        let value = Signal::derive(move || rules.with(|rules| rules.rates.get(code).copied()));
        Some(move || (!is_own.get()).then(|| view! { <Amount label value set=move |rate| change(code, rate) /> }))
    };
    view! {
        <fieldset class="rules-group">
            <legend>{t!(i18n, board.dialog.rates)}</legend>
            {Profile::ALL.map(rate).collect_view()}
            <p class="rules-note">{t!(i18n, board.dialog.rates_note)}</p>
        </fieldset>
    }
}

/// How many clients there are in each segment now.
#[component]
fn Result() -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let segments = kontor.book.segments();
    let counts = Memo::new(move |_| {
        segments.follow_findings();
        segments.is_ready().then(|| segments.with(crate::segment::Findings::counts))
    });
    let count = move |of: Segment| {
        let number = move || {
            let count = counts.get().and_then(|counts| counts.get(of as usize).copied());
            count.map(|count| kontor.formats.with(|formats| formats.number(f64::from(count), 0)))
        };
        view! {
            <span class="rules-count" data-segment=of.key()>
                {move || segment::name(i18n, of)} " " <strong>{number}</strong>
            </span>
        }
    };
    view! {
        <p class="rules-result" aria-live="polite">
            {t!(i18n, board.dialog.result)} {Segment::ALL.map(count).collect_view()}
        </p>
    }
}

/// A choice out of a few, each a key and its name.
#[component]
fn Choice(
    label: Signal<&'static str>,
    options: impl Fn() -> Vec<(&'static str, &'static str)> + Copy + Send + 'static,
    value: impl Fn() -> String + Copy + Send + Sync + 'static,
    set: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let option = move |(key, name): (&'static str, &'static str)| {
        view! {
            <option value=key prop:selected=move || value() == key>
                {name}
            </option>
        }
    };
    view! {
        <label class="rules-line">
            <span>{label}</span>
            <select on:change=move |event| set(event_target_value(&event))>
                {move || options().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// A number that is not negative, or nothing.
#[component]
fn Amount(
    #[prop(into)] label: Signal<String>,
    value: Signal<Option<f64>>,
    set: impl Fn(Option<f64>) + Copy + 'static,
) -> impl IntoView {
    let read = move |text: String| text.trim().parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0);
    view! {
        <label class="rules-line">
            <span>{label}</span>
            <input
                type="number"
                min="0"
                step="any"
                prop:value=move || value.get().map(|value| value.to_string()).unwrap_or_default()
                on:change=move |event| set(read(event_target_value(&event)))
            />
        </label>
    }
}

fn is_default(rules: &SegmentRules) -> bool {
    *rules == SegmentRules { currency: rules.currency.clone(), ..SegmentRules::default() }
}

fn profile_key(profile: Profile) -> &'static str {
    match profile {
        Profile::Eu => "eu",
        Profile::Russia => "russia",
        Profile::China => "china",
        Profile::OwnRevenue => "own",
    }
}

fn territory_key(territory: Territory) -> &'static str {
    match territory {
        Territory::Eu => "eu",
        Territory::Russia => "russia",
        Territory::China => "china",
        Territory::Elsewhere => "elsewhere",
    }
}
