//! Who decides and acts at a large client, stage by stage, and who of them helps us through (DOMAIN 1.14-1.15).

use serde::{Deserialize, Serialize};

/// A stage of the business with the client, each with specialists of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DealStage {
    #[default]
    Need,
    Contract,
    Order,
    Delivery,
    Acceptance,
    Payment,
    Service,
}

impl DealStage {
    pub const ALL: [Self; 7] =
        [Self::Need, Self::Contract, Self::Order, Self::Delivery, Self::Acceptance, Self::Payment, Self::Service];
}

/// A person or a group at the client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stakeholder {
    pub name: String,
    pub role: String,
    pub stages: Vec<DealStage>,
    /// How much the person's word weighs, 1 to 5.
    pub influence: Option<u8>,
    /// How the person stands to us: −2 (against) to 2 (for).
    pub attitude: Option<i8>,
    /// The representative who simplifies and speeds things up for us.
    pub is_coordinator: bool,
}

/// Everyone who was found out about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StakeholderMap(pub Vec<Stakeholder>);

impl StakeholderMap {
    /// The coordinator, if somebody with a name is one.
    pub fn coordinator(&self) -> Option<&Stakeholder> {
        self.0.iter().find(|person| person.is_coordinator && !person.name.trim().is_empty())
    }

    /// Who acts in a stage.
    pub fn at(&self, stage: DealStage) -> impl Iterator<Item = &Stakeholder> {
        self.0.iter().filter(move |person| person.stages.contains(&stage))
    }

    /// The stages in which nobody is known.
    pub fn blank_stages(&self) -> Vec<DealStage> {
        DealStage::ALL.into_iter().filter(|stage| self.at(*stage).next().is_none()).collect()
    }

    /// How the client stands to us, −1 to 1: the attitudes' mean, weighted by influence (3 where it is not known).
    /// Nothing where no attitude is known.
    pub fn support(&self) -> Option<f64> {
        let (mut sum, mut weights) = (0.0, 0.0);
        for person in &self.0 {
            if let Some(attitude) = person.attitude {
                let weight = f64::from(person.influence.unwrap_or(3).clamp(1, 5));
                sum += weight * f64::from(attitude.clamp(-2, 2)) / 2.0;
                weights += weight;
            }
        }
        (weights > 0.0).then(|| sum / weights)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, stages: &[DealStage], influence: Option<u8>, attitude: Option<i8>) -> Stakeholder {
        Stakeholder { name: name.to_owned(), stages: stages.to_vec(), influence, attitude, ..Stakeholder::default() }
    }

    #[test]
    fn a_map_shows_its_gaps_and_who_is_for_us() {
        assert_eq!((StakeholderMap::default().support(), StakeholderMap::default().blank_stages().len()), (None, 7));
        let mut map = StakeholderMap(vec![
            person("Li", &[DealStage::Need, DealStage::Contract], Some(5), Some(2)),
            person("Petrova", &[DealStage::Delivery], None, Some(-2)),
            person("Novak", &[DealStage::Order, DealStage::Payment, DealStage::Acceptance], Some(1), None),
        ]);
        assert_eq!(map.blank_stages(), [DealStage::Service]);
        assert_eq!(map.support(), Some(0.25));
        assert_eq!(map.coordinator(), None);
        map.0[2].is_coordinator = true;
        assert_eq!(map.coordinator().map(|person| person.name.as_str()), Some("Novak"));
        map.0[2].name = " ".to_owned();
        assert_eq!(map.coordinator(), None);
    }
}
