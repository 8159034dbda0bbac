//! The panel below a heading: what can be done with the column, and its filter.

use leptos::{ev, html, prelude::*};

use super::filter_condition::FilterCondition;
use super::filter_values::FilterValues;
use super::heads::{Heads, OpenPanel};
use crate::i18n::{column_title, t, t_string, use_i18n};
use crate::platform::{dom, place};
use crate::state::clients::FilterTest;
use crate::ui::parts::MenuItem;

/// The panel, while it is open.
#[component]
pub fn ColumnPanel(heads: Heads) -> impl IntoView {
    move || heads.open.get().map(|open| view! { <OpenColumn heads=heads open=open /> })
}

#[component]
fn OpenColumn(heads: Heads, open: OpenPanel) -> impl IntoView {
    let i18n = use_i18n();
    let view = heads.surface.view;
    let root = NodeRef::<html::Div>::new();
    let OpenPanel { column, left, begins_with_filter } = open;
    let by_condition = matches!(untrack(|| view.filter_of(&column)), Some(FilterTest::Condition(_)));
    let by_condition = RwSignal::new(by_condition);
    Effect::new(move || {
        if root.get().is_some() {
            let id = match (begins_with_filter, by_condition.get_untracked()) {
                (false, _) => "column-action-0",
                (true, false) => "column-values-search",
                (true, true) => "column-condition",
            };
            // Only once it stands in the page can it take the keyboard.
            request_animation_frame(move || dom::focus(id));
        }
    });
    let shown = view.column(&column);
    let title = StoredValue::new(shown.clone());
    let title = move || title.with_value(|shown| shown.as_ref().map(|column| column_title(i18n.get_locale(), column)));
    let name = move || t_string!(i18n, views.filter_column, column = title().unwrap_or_default()).clone();
    let pressed = move |event: ev::KeyboardEvent| {
        let step = match event.key().as_str() {
            "Escape" => {
                event.stop_propagation();
                return heads.close();
            }
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        let actions = ".menu-item:not(:disabled)";
        if let Some(root) = root.get_untracked()
            && let Some(at) = place::focused_child(&root, actions)
        {
            event.prevent_default();
            place::focus_child(&root, actions, at + step);
        }
    };
    let left_panel = move |event: ev::FocusEvent| {
        if !dom::stays_within(&event) {
            heads.open.set(None);
        }
    };
    let actions = actions(heads, &column).into_iter().enumerate().map(|(at, item)| {
        view! {
            <button
                type="button"
                id=format!("column-action-{at}")
                class="menu-item"
                disabled=move || !item.is_enabled.get()
                on:click=move |_| {
                    heads.close();
                    item.run.run(());
                }
            >
                {item.label}
            </button>
        }
    });
    let actions = actions.collect_view();
    let filter = shown.map(|shown| {
        move || {
            let shown = shown.clone();
            if by_condition.get() {
                view! { <FilterCondition column=shown /> }.into_any()
            } else {
                view! { <FilterValues column=shown /> }.into_any()
            }
        }
    });
    let filtered = column.clone();
    let is_filtered = move || view.filter_of(&filtered).is_some();
    let way = move |is_condition: bool| {
        view! {
            <label>
                <input
                    type="radio"
                    name="column-filter-by"
                    prop:checked=move || by_condition.get() == is_condition
                    on:change=move |_| by_condition.set(is_condition)
                />
                {move || {
                    if is_condition {
                        t_string!(i18n, views.filter.condition)
                    } else {
                        t_string!(i18n, views.filter.values)
                    }
                }}
            </label>
        }
    };
    view! {
        <div
            class="column-panel"
            role="dialog"
            aria-label=name
            tabindex="-1"
            node_ref=root
            style:left=format!("max(0px, min({left}px, 100% - 300px))")
            on:keydown=pressed
            on:focusout=left_panel
        >
            <div class="column-actions" role="group" aria-label=move || t_string!(i18n, views.menu.actions)>
                {actions}
            </div>
            <div class="column-filter-by" role="radiogroup" aria-label=move || t_string!(i18n, views.filter.by)>
                {way(false)} {way(true)}
            </div>
            {filter}
            <div class="column-panel-foot">
                <button
                    type="button"
                    class="button"
                    disabled=move || !is_filtered()
                    on:click=move |_| {
                        view.set_filter(&column, None);
                        heads.close();
                    }
                >
                    {t!(i18n, views.filter.clear)}
                </button>
                <button type="button" class="button primary" on:click=move |_| heads.close()>
                    {t!(i18n, views.filter.close)}
                </button>
            </div>
        </div>
    }
}

/// What can be done with the column now.
fn actions(heads: Heads, column: &crate::workbook::ColumnId) -> Vec<MenuItem> {
    let i18n = use_i18n();
    let view = heads.surface.view;
    let dialog = heads.surface.kontor.dialog;
    let at = view.column_place(column).unwrap_or_default();
    let count = view.columns.with_untracked(|columns| columns.len());
    let id = StoredValue::new(column.clone());
    let with = move |run: &dyn Fn(&crate::workbook::ColumnId)| id.with_value(run);
    let is_sorted = view.sort.with_untracked(|sorts| sorts.iter().any(|sort| sort.column == *column));
    let may_add = view.sort.with_untracked(|sorts| !sorts.is_empty()) && !is_sorted;
    let is_grouped = view.groups.with_untracked(|groups| groups.contains(column));
    let is_last_frozen = view.frozen.get_untracked() == at + 1;
    let mut items = vec![
        MenuItem::new(
            move || t_string!(i18n, views.menu.ascending).to_owned(),
            move || with(&|id| view.sort_by(id, false, false)),
        ),
        MenuItem::new(
            move || t_string!(i18n, views.menu.descending).to_owned(),
            move || with(&|id| view.sort_by(id, true, false)),
        ),
    ];
    if may_add {
        items.push(MenuItem::new(
            move || t_string!(i18n, views.menu.add).to_owned(),
            move || with(&|id| view.sort_by(id, false, true)),
        ));
    }
    if is_sorted {
        let unsort = move || with(&|id| view.sort.update(|sorts| sorts.retain(|sort| sort.column != *id)));
        items.push(MenuItem::new(move || t_string!(i18n, views.menu.unsort).to_owned(), unsort));
    }
    items.push(if is_grouped {
        MenuItem::new(move || t_string!(i18n, views.menu.ungroup).to_owned(), move || with(&|id| view.ungroup(id)))
    } else {
        MenuItem::new(move || t_string!(i18n, views.menu.group).to_owned(), move || with(&|id| view.group_by(id)))
    });
    items.push(
        MenuItem::new(move || t_string!(i18n, views.menu.hide).to_owned(), move || with(&|id| view.hide_column(id)))
            .enabled(move || count > 1),
    );
    items.push(if is_last_frozen {
        MenuItem::new(move || t_string!(i18n, views.menu.unfreeze).to_owned(), move || view.freeze(None))
    } else {
        MenuItem::new(move || t_string!(i18n, views.menu.freeze).to_owned(), move || with(&|id| view.freeze(Some(id))))
    });
    let step = move |is_right: bool| {
        with(&|id| {
            view.step_column(id, is_right);
        });
    };
    items.push(
        MenuItem::new(move || t_string!(i18n, views.menu.left).to_owned(), move || step(false)).enabled(move || at > 0),
    );
    items.push(
        MenuItem::new(move || t_string!(i18n, views.menu.right).to_owned(), move || step(true))
            .enabled(move || at + 1 < count),
    );
    items.push(MenuItem::new(
        move || t_string!(i18n, views.menu.column).to_owned(),
        move || with(&|id| dialog.open_column(Some(id.clone()))),
    ));
    items
}
