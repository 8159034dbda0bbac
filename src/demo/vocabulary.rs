//! What the demo's clients are called in one language. Every company and town of a public body is invented.

use crate::segment::ChinaIndustry;

/// A text and its form in an e-mail address.
pub(super) type Slugged = (&'static str, &'static str);

/// A city with its country, dialling prefix and tax number prefix.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct City {
    pub name: &'static str,
    pub country: &'static str,
    /// "+49 30"
    pub dialling: &'static str,
    /// The VAT prefix "DE", the area of a credit code "330106", or the region of an ИНН "77".
    pub tax: &'static str,
    /// Company forms used there: of larger companies, and of small ones.
    pub forms: [&'static str; 2],
}

/// An industry as the column says it, with what such companies call themselves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Industry {
    pub text: &'static str,
    pub name: &'static str,
    /// The line of China's size limits that the text stands for.
    pub line: ChinaIndustry,
}

/// A public body.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PublicBody {
    pub name: &'static str,
    pub slug: &'static str,
    /// The beginning of a credit code; only Chinese ones have it.
    pub code: &'static str,
}

/// Everything that is worded.
pub(super) struct Vocabulary {
    /// Invented names are one of these …
    pub heads: &'static [Slugged],
    /// … and one of these.
    pub tails: &'static [Slugged],
    pub cities: &'static [City],
    pub industries: &'static [Industry],
    pub public_bodies: &'static [PublicBody],
    pub public_industry: &'static str,
    pub given_names: &'static [Slugged],
    pub family_names: &'static [Slugged],
    /// Position of the person we talk to: in a small company, in a larger one, in a public body.
    pub positions: [&'static [&'static str]; 3],
    /// From first contact to lost; see `Stage`.
    pub stages: [&'static str; 7],
    pub managers: [&'static str; 6],
    /// The last is the tender portal.
    pub sources: &'static [&'static str],
    pub notes: &'static [&'static str],
    pub streets: &'static [&'static str],
    /// Misfits as people write them: employees, first order, margin.
    pub misfits: [&'static str; 3],
    /// The amounts of this language's currency for one euro, roughly: it only makes amounts look natural.
    pub money: f64,
}
