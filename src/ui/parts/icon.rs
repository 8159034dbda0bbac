//! The few pictures of the page: plain strokes in the text's colour.

use leptos::prelude::*;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    Import,
    Export,
    Twins,
    Undo,
    Redo,
    Chevron,
    Book,
    Demo,
    Empty,
    Sun,
    Moon,
    Half,
    More,
    Check,
    Alarm,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            Self::Import => "M8 2v8m0 0L5 7m3 3 3-3M3 12v2h10v-2",
            Self::Export => "M8 10V2m0 0L5 5m3-3 3 3M3 12v2h10v-2",
            Self::Twins => "M2.5 5.5h7v8h-7zM6 5.5v-3h7.5v8H9.5",
            Self::Undo => "M6 4 3 7l3 3M3 7h6.5a3.5 3.5 0 0 1 0 7H7",
            Self::Redo => "m10 4 3 3-3 3m3-3H6.5a3.5 3.5 0 0 0 0 7H9",
            Self::Chevron => "m5 6.5 3 3 3-3",
            Self::Book => "M3 3h10v10H3zM3 6.5h10M3 10h10M6.5 6.5V13",
            Self::Demo => "M3 13V8m3.5 5V4M10 13V6.5m3.5 6.5V9.5M2 13h12",
            Self::Empty => "M3 3h10v10H3zM8 5.5v5M5.5 8h5",
            Self::Sun => {
                "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.5v1.6m0 9.8v1.6M1.5 8h1.6m9.8 0h1.6M3.4 3.4l1.1 1.1m7 7 1.1 1.1m0-9.2-1.1 1.1m-7 7-1.1 1.1"
            }
            Self::Moon => "M13 9.5A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.5",
            Self::Half => "M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11",
            Self::More => "M3.5 8h.01M8 8h.01M12.5 8h.01",
            Self::Check => "m3.5 8.5 3 3 6-7",
            Self::Alarm => "M8 2.5 14 13H2zM8 6.5v3M8 11.5h.01",
        }
    }
}

/// A picture beside a text that says the same.
#[component]
pub fn Icon(name: IconName) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
                d=name.path()
                fill="none"
                stroke="currentColor"
                stroke-width="1.4"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}
