//! E-mail domains that only public bodies get (DOMAIN 5.2, item 4).

/// The government domain among the addresses of a cell: `.gov`, `.gov.xx`, `.gob.xx`, `.mil`, `.mil.xx`.
pub(super) fn government_domain(cell: &str) -> Option<&str> {
    // Nearly every cell holds one address without any of these letters in its place: this turns it away in one pass.
    let bytes = cell.as_bytes();
    let at = memchr::memchr(b'@', bytes)?;
    let may_match = bytes[at..].windows(3).any(is_label);
    if !may_match {
        return None;
    }
    cell.split([';', ',', '/', ' ', '\n', '<', '>']).filter_map(|address| address.rsplit_once('@')).find_map(
        |(_, domain)| {
            let domain = domain.trim_end_matches('.');
            let mut labels = domain.rsplit('.');
            let last = labels.next()?.as_bytes();
            let second = labels.next().unwrap_or("").as_bytes();
            let is_country = last.len() == 2 && last.iter().all(u8::is_ascii_alphabetic);
            let is_government = is_label(last) && !last.eq_ignore_ascii_case(b"gob") || is_country && is_label(second);
            is_government.then_some(domain)
        },
    )
}

fn is_label(label: &[u8]) -> bool {
    matches!(label, [b'g' | b'G', b'o' | b'O', b'v' | b'V' | b'b' | b'B'] | [b'm' | b'M', b'i' | b'I', b'l' | b'L'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: Option<&str>) {
        assert_eq!(government_domain(cell), expected, "{cell}");
    }

    #[test]
    fn only_government_domains_count() {
        check("info@city.gov", Some("city.gov"));
        check("info@mfa.gov.cn", Some("mfa.gov.cn"));
        check("a@b.example; office@tax.GOV.RU", Some("tax.GOV.RU"));
        check("x@health.gob.mx", Some("health.gob.mx"));
        check("x@navy.mil", Some("navy.mil"));
        check("x@army.mil.pl", Some("army.mil.pl"));
        check("x@gov.uk", Some("gov.uk"));
        check("gov@company.example", None);
        check("x@govern.example", None);
        check("x@milk.com", None);
        check("x@gov.company.com", None);
        check("x@mygov.com", None);
        check("city.gov", None);
        check("", None);
    }
}
