//! The settings of the analyses. Each change is saved, and seen in the tables above, at once.

use leptos::prelude::*;

use super::number_field::NumberField;
use crate::analysis::{AbcBasis, AnalysisRules, OrderState, Reference, RfmScoring, XyzRules};
use crate::i18n::{analysis, segment, t, t_string, use_i18n};
use crate::segment::Segment;
use crate::state::{Part, Setting};
use crate::ui::use_kontor;

/// Scores of the cuts of recency, from the best down.
const FALLING: [usize; 4] = [5, 4, 3, 2];
/// Scores of the cuts of the other measures.
const RISING: [usize; 4] = [2, 3, 4, 5];

#[component]
pub fn Settings() -> impl IntoView {
    let i18n = use_i18n();
    let book = use_kontor().book;
    let stored = Memo::new(move |_| {
        book.follow(Part::Records);
        book.follow_layout();
        book.analysis_rules()
    });
    // What does not make sense yet is typed here and is not stored.
    let draft = RwSignal::new(stored.get_untracked());
    Effect::new(move || draft.set(stored.get()));
    let save = move || {
        let rules = draft.get_untracked();
        if rules.check().is_ok() && rules != stored.get_untracked() {
            book.set_analysis_rules(&rules);
        }
    };
    let change = move |change: &dyn Fn(&mut AnalysisRules)| {
        draft.update(|draft| change(draft));
        save();
    };
    let field = move |setting: Setting, label: Signal<String>| view! { <NumberField setting label draft save /> };
    macro_rules! number {
        ($setting:expr, $($key:tt)+) => {
            field($setting, Signal::derive(move || t_string!(i18n, $($key)+).to_owned()))
        };
    }
    let cuts = move || draft.with(|draft| draft.rfm.scoring == RfmScoring::Cuts).then(|| view! { <Cuts draft save /> });
    let churn = move |of: Segment| {
        let label = move || t_string!(i18n, analysis.settings.churn, segment = segment::name(i18n, of));
        field(Setting::Churn(of), Signal::derive(label))
    };
    let factor = move |state: OrderState| {
        let label =
            move || t_string!(i18n, analysis.settings.factor, state = analysis::order_state(i18n.get_locale(), state));
        field(Setting::Factor(state), Signal::derive(label))
    };
    let limits = move |of: XyzRules| {
        change(&|rules| rules.xyz = XyzRules { x_limit: of.x_limit, y_limit: of.y_limit, ..rules.xyz });
    };
    view! {
        <details class="analyses-part analyses-settings">
            <summary>{t!(i18n, analysis.settings.title)}</summary>
            <p class="analyses-note">{t!(i18n, analysis.settings.note)}</p>
            <fieldset>
                <legend>{t!(i18n, analysis.settings.general)}</legend>
                {number!(Setting::Window, analysis.settings.window)}
                <Choice
                    label=Signal::derive(move || t_string!(i18n, analysis.settings.reference).to_owned())
                    options=move || vec![
                        (Reference::Today, t_string!(i18n, analysis.settings.today)),
                        (Reference::DataEnd, t_string!(i18n, analysis.settings.data_end)),
                    ]
                    value=Signal::derive(move || draft.with(|draft| draft.reference))
                    set=move |reference| change(&|rules| rules.reference = reference)
                />
            </fieldset>
            <fieldset>
                <legend>"ABC"</legend>
                <Choice
                    label=Signal::derive(move || t_string!(i18n, analysis.settings.basis).to_owned())
                    options=move || vec![
                        (AbcBasis::Revenue, t_string!(i18n, analysis.abc.revenue)),
                        (AbcBasis::Margin, t_string!(i18n, analysis.abc.margin)),
                    ]
                    value=Signal::derive(move || draft.with(|draft| draft.abc.basis))
                    set=move |basis| change(&|rules| rules.abc.basis = basis)
                />
                {number!(Setting::ALimit, analysis.settings.a_limit)}
                {number!(Setting::BLimit, analysis.settings.b_limit)}
            </fieldset>
            <fieldset>
                <legend>"XYZ"</legend>
                {number!(Setting::XLimit, analysis.settings.x_limit)}
                {number!(Setting::YLimit, analysis.settings.y_limit)}
                <div class="setting-buttons">
                    <button type="button" class="button" on:click=move |_| limits(XyzRules::STEADY)>
                        {t!(i18n, analysis.settings.steady)}
                    </button>
                    <button type="button" class="button" on:click=move |_| limits(XyzRules::LUMPY)>
                        {t!(i18n, analysis.settings.lumpy)}
                    </button>
                </div>
                {number!(Setting::Periods, analysis.settings.periods)}
                {number!(Setting::PeriodMonths, analysis.settings.period_months)}
            </fieldset>
            <fieldset>
                <legend>"RFM"</legend>
                <Choice
                    label=Signal::derive(move || t_string!(i18n, analysis.settings.scoring).to_owned())
                    options=move || {
                        use RfmScoring::{Automatic, Cuts, Quintiles, Terciles};
                        [Automatic, Quintiles, Terciles, Cuts].map(|of| (of, analysis::scoring(i18n, of))).to_vec()
                    }
                    value=Signal::derive(move || draft.with(|draft| draft.rfm.scoring))
                    set=move |scoring| change(&|rules| rules.rfm.scoring = scoring)
                />
                {cuts}
            </fieldset>
            <fieldset>
                <legend>{t!(i18n, analysis.settings.overdue)}</legend>
                {number!(Setting::Watch, analysis.settings.watch)}
                {number!(Setting::Risk, analysis.settings.risk)}
                {number!(Setting::Lost, analysis.settings.lost)}
            </fieldset>
            <fieldset>
                <legend>{t!(i18n, analysis.settings.churn_title)}</legend>
                {Segment::ALL.map(churn)}
                {OrderState::ALL.map(factor)}
                {number!(Setting::Least, analysis.settings.least)}
                {number!(Setting::Most, analysis.settings.most)}
            </fieldset>
            <button
                type="button"
                class="button"
                disabled=move || draft.get() == AnalysisRules::default()
                on:click=move |_| change(&|rules| *rules = AnalysisRules::default())
            >
                {t!(i18n, analysis.settings.reset)}
            </button>
        </details>
    }
}

/// The fixed cuts of the three measures.
#[component]
fn Cuts(draft: RwSignal<AnalysisRules>, save: impl Fn() + Copy + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |of: fn(usize) -> Setting, scores: [usize; 4], title: fn(crate::i18n::Language) -> &'static str| {
        let cut = move |(at, score): (usize, usize)| {
            let label = move || t_string!(i18n, analysis.settings.cut, of = title(i18n), score = score);
            view! { <NumberField setting=of(at) label=Signal::derive(label) draft save /> }
        };
        scores.into_iter().enumerate().map(cut).collect_view()
    };
    view! {
        {line(Setting::CutRecency, FALLING, |i18n| t_string!(i18n, analysis.settings.cuts_recency))}
        {line(Setting::CutOrders, RISING, |i18n| t_string!(i18n, analysis.settings.cuts_orders))}
        {line(Setting::CutRevenue, RISING, |i18n| t_string!(i18n, analysis.settings.cuts_revenue))}
    }
}

/// A choice out of a few.
#[component]
fn Choice<T: Copy + PartialEq + Send + Sync + 'static>(
    label: Signal<String>,
    options: impl Fn() -> Vec<(T, &'static str)> + Copy + Send + Sync + 'static,
    value: Signal<T>,
    set: impl Fn(T) + Copy + 'static,
) -> impl IntoView {
    let option = move |(at, (of, name)): (usize, (T, &'static str))| {
        view! {
            <option value=at.to_string() prop:selected=move || value.get() == of>
                {name}
            </option>
        }
    };
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        if let Some((of, _)) = at.and_then(|at| untrack(options).get(at).copied()) {
            set(of);
        }
    };
    view! {
        <label class="setting">
            <span>{label}</span>
            <select on:change=choose>{move || options().into_iter().enumerate().map(option).collect_view()}</select>
        </label>
    }
}
