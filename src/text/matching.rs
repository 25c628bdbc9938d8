//! Finding a name by its Chinese, its pinyin, its initials or its English.

/// The places of the names that fit, best first.
pub fn rank(query: &str, names: &[&str]) -> Vec<usize> {
    let query = query.to_lowercase();
    let fit = |name: &&str| {
        name.split('|')
            .filter_map(|alias| {
                let alias = alias.to_lowercase();
                if alias == query {
                    Some(0)
                } else if alias.starts_with(&query) {
                    Some(1)
                } else if alias.contains(&query) {
                    Some(2)
                } else {
                    None
                }
            })
            .min()
    };
    let mut found: Vec<(u8, usize)> =
        names.iter().enumerate().filter_map(|(place, name)| Some((fit(name)?, place))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}
