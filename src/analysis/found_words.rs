//! The words of the page's language that stand in the found columns.

/// The names of groups and states. Letters and numbers are the same in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FoundWords {
    /// In the order of [`super::RfmCell::ALL`].
    pub rfm: [String; 11],
    /// In the order of [`super::OrderState::ALL`].
    pub states: [String; 4],
}
