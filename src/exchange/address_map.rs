//! A table from the address of a text to its code.
//!
//! A spreadsheet keeps each text once, and a cell points to it: the address says which text it is without a look at it.
//! Texts that were read one after the other lie one after the other, and so do their places here; a general map
//! scatters them, and each cell then waits for memory (a sixth of the time of reading a large sheet).

/// Codes from 1, by address. 0 is none.
#[derive(Default)]
pub struct AddressMap {
    /// A power of two of places, at most half of them filled: address and code.
    places: Vec<(usize, u32)>,
    count: usize,
}

/// What is allocated begins at a multiple of this or of twice this.
const STEP: u32 = 4;

impl AddressMap {
    /// The code of an address; 0 where it has none.
    pub fn get(&self, address: usize) -> u32 {
        match self.places.get(self.place(address)) {
            Some((found, code)) if *found == address => *code,
            _ => 0,
        }
    }

    /// Gives an address that has none a code.
    pub fn insert(&mut self, address: usize, code: u32) {
        if self.count * 2 >= self.places.len() {
            let larger = (self.places.len() * 2).max(1 << 12);
            let old = std::mem::replace(&mut self.places, vec![(0, 0); larger]);
            old.into_iter().filter(|(_, code)| *code != 0).for_each(|(address, code)| self.put(address, code));
        }
        self.count += 1;
        self.put(address, code);
    }

    fn put(&mut self, address: usize, code: u32) {
        let at = self.place(address);
        if let Some(place) = self.places.get_mut(at) {
            *place = (address, code);
        }
    }

    /// Where the address is, or the free place where it would be.
    fn place(&self, address: usize) -> usize {
        let mask = self.places.len().wrapping_sub(1);
        let mut at = (address >> STEP) & mask;
        // Neighbours fill whole stretches: who finds its place taken looks far away, by a stride of its own (odd, so
        // that it meets every place; at most half of them are filled).
        let stride = ((address as u64).wrapping_mul(0x517c_c1b7_2722_0a95) >> 32) as usize | 1;
        while let Some((found, code)) = self.places.get(at) {
            if *code == 0 || *found == address {
                return at;
            }
            at = at.wrapping_add(stride) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_their_codes_however_many_there_are() {
        let mut map = AddressMap::default();
        let address = |number: u32| (number as usize).wrapping_mul(48) ^ ((number as usize % 7) << 20);
        assert_eq!(map.get(16), 0);
        (1..20_000).for_each(|number| map.insert(address(number), number));
        assert!((1..20_000).all(|number| map.get(address(number)) == number));
        assert_eq!(map.get(8), 0);
    }
}
