//! How a language writes numbers and dates, asked of the browser's own Intl once.

use std::collections::HashMap;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::exchange::DateOrder;
use crate::state::{DateStyle, Formats};
use crate::workbook::Day;

/// The formats of a language (a BCP 47 tag) and a currency (ISO 4217; empty for none).
pub fn formats(language: &str, currency: &str) -> Formats {
    let plain = number_parts(language, -1_234_567.8, &[]);
    let part = |parts: &[(String, String)], kind: &str| {
        parts.iter().find(|(name, _)| name == kind).map(|(_, text)| text.clone())
    };
    let grouped_at_four = number_parts(language, 1234.0, &[]).iter().any(|(kind, _)| kind == "group");
    let percent = number_parts(language, 0.5, &[("style", "percent")]);
    let (currency_before, currency_behind) = currency_sides(language, currency);
    Formats {
        decimal: part(&plain, "decimal").unwrap_or_else(|| ".".to_owned()),
        group: part(&plain, "group").unwrap_or_default(),
        group_from: if grouped_at_four { 4 } else { 5 },
        currency_before,
        currency_behind,
        percent: behind(&percent, "integer"),
        date: date_style(language),
        months: (1..=12).map(|month| month_name(language, month)).collect(),
    }
}

/// The name of a currency (ISO 4217) in a language; empty where the browser does not know it.
pub fn currency_name(language: &str, currency: &str) -> String {
    let names = js_sys::Intl::DisplayNames::new(&locale(language), &object(&[("type", "currency")]));
    let method = Reflect::get(&names, &"of".into()).ok().and_then(|method| method.dyn_into().ok());
    let name = method.and_then(|method: js_sys::Function| method.call1(&names, &currency.into()).ok());
    name.and_then(|name| name.as_string()).filter(|name| name != currency).unwrap_or_default()
}

/// The languages the person's browser asks for, the dearest first.
pub fn languages() -> Vec<String> {
    let navigator = web_sys::window().map(|window| window.navigator());
    let list = navigator.map(|navigator| navigator.languages()).unwrap_or_default();
    list.iter().filter_map(|language| language.as_string()).collect()
}

/// By text: its rank in the language's own order. Equal texts share a rank.
pub fn collate(language: &str, texts: &[&str]) -> Vec<u32> {
    let compare = js_sys::Intl::Collator::new(&locale(language), &Object::new()).compare();
    let sorted: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    // The browser compares by itself: no comparison goes through this program.
    let sort = Reflect::get(&sorted, &"sort".into()).ok().and_then(|sort| sort.dyn_into::<js_sys::Function>().ok());
    let _ = sort.and_then(|sort| sort.call1(&sorted, &compare).ok());
    let mut ranks = HashMap::with_capacity(texts.len());
    for text in sorted.iter().filter_map(|text| text.as_string()) {
        let next = ranks.len() as u32;
        ranks.entry(text).or_insert(next);
    }
    texts.iter().map(|text| ranks.get(*text).copied().unwrap_or_default()).collect()
}

fn number_parts(language: &str, number: f64, options: &[(&str, &str)]) -> Vec<(String, String)> {
    let format = js_sys::Intl::NumberFormat::new(&locale(language), &object(options));
    parts(&format, &JsValue::from_f64(number))
}

fn currency_sides(language: &str, currency: &str) -> (String, String) {
    if currency.is_empty() {
        return (String::new(), String::new());
    }
    let options = [("style", "currency"), ("currency", currency), ("currencyDisplay", "narrowSymbol")];
    let parts = number_parts(language, 5.0, &options);
    let before = parts.iter().take_while(|(kind, _)| kind != "integer").map(|(_, text)| text.as_str()).collect();
    (before, behind(&parts, "integer").trim_start_matches(['.', ',', '0']).to_owned())
}

/// What stands behind the last part of a kind.
fn behind(parts: &[(String, String)], kind: &str) -> String {
    let last = parts.iter().rposition(|(name, _)| name == kind).map_or(0, |at| at + 1);
    parts[last..]
        .iter()
        .filter(|(name, _)| name != "decimal" && name != "fraction")
        .map(|(_, text)| text.as_str())
        .collect()
}

fn date_style(language: &str) -> DateStyle {
    let options = [("year", "numeric"), ("month", "2-digit"), ("day", "2-digit")];
    let format = js_sys::Intl::DateTimeFormat::new(&locale(language), &object(&options));
    let parts = parts(&format, &js_date(2026, 3));
    let order: Vec<&str> =
        parts.iter().map(|(kind, _)| kind.as_str()).filter(|kind| matches!(*kind, "year" | "month" | "day")).collect();
    let separator = parts.iter().find(|(kind, _)| kind == "literal").map_or("-", |(_, text)| text).to_owned();
    let order = match order.first() {
        Some(&"day") => DateOrder::DayFirst,
        Some(&"month") => DateOrder::MonthFirst,
        _ => DateOrder::YearFirst,
    };
    DateStyle { order, separator }
}

fn month_name(language: &str, month: u32) -> String {
    let format = js_sys::Intl::DateTimeFormat::new(&locale(language), &object(&[("month", "short")]));
    let parts = parts(&format, &js_date(2026, month));
    parts.iter().map(|(_, text)| text.as_str()).collect()
}

/// Noon of the fifteenth: the same day in every zone.
fn js_date(year: i32, month: u32) -> JsValue {
    debug_assert!(Day::new(year, month, 15).is_some());
    js_sys::Date::new_with_year_month_day_hr(year as u32, month as i32 - 1, 15, 12).into()
}

/// `formatToParts` of any Intl format, as (type, value).
fn parts(format: &JsValue, value: &JsValue) -> Vec<(String, String)> {
    let method = Reflect::get(format, &"formatToParts".into()).ok().and_then(|method| method.dyn_into().ok());
    let result = method.and_then(|method: js_sys::Function| method.call1(format, value).ok());
    let list: Array = result.and_then(|result| result.dyn_into().ok()).unwrap_or_default();
    let text = |part: &JsValue, key: &str| Reflect::get(part, &key.into()).ok().and_then(|value| value.as_string());
    list.iter().filter_map(|part| Some((text(&part, "type")?, text(&part, "value")?))).collect()
}

fn locale(language: &str) -> Array {
    Array::of1(&language.into())
}

fn object(entries: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
    }
    object
}
