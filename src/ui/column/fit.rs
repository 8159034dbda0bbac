//! What will not fit once the type is changed, before it is.

use leptos::prelude::*;

use super::state::ColumnState;
use crate::i18n::{problems, t, t_string, use_i18n};
use crate::state::clients::{Example, Retype};

/// The count, and a table of examples.
#[component]
pub fn Fit(state: ColumnState) -> impl IntoView {
    let i18n = use_i18n();
    let number = move |value: u32| state.kontor.formats.with(|formats| formats.number(f64::from(value), 0));
    let says = move |retype: &Retype| {
        let all = number(retype.filled);
        if retype.misfits == 0 {
            t_string!(i18n, column.all_fit, count = retype.filled, number = all).to_string()
        } else {
            let (misfits, written) = (retype.misfits, number(retype.misfits));
            t_string!(i18n, column.misfits, count = misfits, number = written, all = all).to_string()
        }
    };
    let summary = move || {
        state.retype.with(|retype| match retype {
            Some(retype) => says(retype),
            None => t_string!(i18n, column.counting).to_owned(),
        })
    };
    let examples =
        move || state.retype.with(|retype| retype.as_ref().map(|retype| retype.examples.clone()).unwrap_or_default());
    let line = move |example: Example| {
        view! {
            <tr>
                <td>{example.client}</td>
                <td>{example.text}</td>
                <td>{move || problems::reason(i18n.get_locale(), example.reason)}</td>
            </tr>
        }
    };
    view! {
        <div class="column-fit">
            <p role="status">{summary}</p>
            <Show when=move || !examples().is_empty()>
                <table class="column-examples">
                    <caption>{t!(i18n, column.examples)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(i18n, column.client)}</th>
                            <th scope="col">{t!(i18n, column.value)}</th>
                            <th scope="col">{t!(i18n, column.reason)}</th>
                        </tr>
                    </thead>
                    <tbody>{move || examples().into_iter().map(line).collect_view()}</tbody>
                </table>
            </Show>
        </div>
    }
}
