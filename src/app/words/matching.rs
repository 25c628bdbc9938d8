//! Finding an action by what is typed: the names of a palette, ranked.

use unicode_normalization::UnicodeNormalization;

/// How well a name answers what was typed, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// An alias is what was typed.
    Exact,
    /// An alias begins with it.
    Start,
    /// A later word of an alias begins with it.
    Word,
    /// It stands inside an alias.
    Inside,
}

/// The places of the names that answer a query, best first, names that answer
/// it alike in the order they were given.
///
/// A name holds its aliases with `|` between them: Chinese, pinyin, initials,
/// English, as in `保存|baocun|bc|save`. An alias that is what was typed comes
/// first, then one that begins with it, then one with a word that begins with
/// it, then one that holds it anywhere. Small and capital letters, narrow and
/// full-width ones count alike. Where the query has several words, each must be
/// found, and the worst of them ranks the name, unless an alias answers all of
/// them at once. Nothing typed answers to every name.
pub fn rank(query: &str, names: &[&str]) -> Vec<usize> {
    let wanted = folded(query);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut found: Vec<(Rank, usize)> = names
        .iter()
        .enumerate()
        .filter_map(|(at, name)| {
            let name = folded(name);
            let at_once = rank_of(&words.join(" "), &name);
            let each: Option<Vec<Rank>> = words.iter().map(|word| rank_of(word, &name)).collect();
            let worst = each.map(|ranks| ranks.into_iter().max().unwrap_or(Rank::Exact));
            Some((at_once.into_iter().chain(worst).min()?, at))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// Narrow small letters.
fn folded(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

/// The best rank of one of the aliases of a name.
fn rank_of(wanted: &str, name: &str) -> Option<Rank> {
    name.split('|').filter_map(|alias| rank_in(wanted, alias.trim())).min()
}

fn rank_in(wanted: &str, alias: &str) -> Option<Rank> {
    if alias == wanted {
        Some(Rank::Exact)
    } else if alias.starts_with(wanted) {
        Some(Rank::Start)
    } else if alias.split([' ', '-']).any(|word| word.starts_with(wanted)) {
        Some(Rank::Word)
    } else {
        alias.contains(wanted).then_some(Rank::Inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTIONS: [&str; 6] = [
        "新的一例|xindeyili|xdyl|new case",
        "保存|baocun|bc|save case",
        "对比|duibi|db|compare",
        "打印清单|dayinqingdan|dyqd|print list",
        "帮助|bangzhu|bz|help",
        "退出|tuichu|tc|quit leave",
    ];

    #[test]
    fn initials_pinyin_characters_and_english_find_an_action() {
        for (query, expected) in [
            ("bc", vec![1]),
            ("BC", vec![1]),
            ("ｂｃ", vec![1]),
            ("baoc", vec![1]),
            ("保存", vec![1]),
            ("存", vec![1]),
            ("清单", vec![3]),
            ("qingdan", vec![3]),
            ("print", vec![3]),
            ("list", vec![3]),
            ("case", vec![0, 1]),
            ("leave", vec![5]),
            ("new case", vec![0]),
            ("case new", vec![0]),
            ("save 存", vec![1]),
            ("zzz", vec![]),
            ("save zzz", vec![]),
        ] {
            assert_eq!(rank(query, &ACTIONS), expected, "{query}");
        }
    }

    #[test]
    fn the_better_match_comes_first_and_equals_keep_their_order() {
        assert_eq!(rank("b", &ACTIONS), [1, 4, 2], "two that begin with it, then one that holds it");
        let names = ["xbc", "x bcd", "bcd", "bc"];
        assert_eq!(rank("bc", &names), [3, 2, 1, 0]);
    }

    #[test]
    fn nothing_typed_answers_to_every_name() {
        for query in ["", "  "] {
            assert_eq!(rank(query, &ACTIONS), [0, 1, 2, 3, 4, 5]);
        }
        assert_eq!(rank("", &[]), [0_usize; 0]);
    }
}
