//! An order in which things that are alike stand beside each other.
//!
//! Two things are apart by the mean difference of their steps over the places known of both (none,
//! may, seeks, will: one step each). The order is a short way through all of them: from each thing
//! in turn to the nearest that is left, then stretches are turned round while that makes the way
//! shorter; the shortest way is taken, and its stronger end comes first. Among equals the thing that
//! stood first comes first, so that the same things always have the same order.

/// Two things of which nothing is known in common: as far apart as none is from will.
const FAR: u32 = 3_000;
/// From how many beginnings a way is looked for.
const BEGINNINGS: usize = 48;
/// How often the whole way is gone over for stretches to turn round.
const ROUNDS: usize = 30;

/// How far apart two things are, in thousandths of a step.
pub fn apart(a: &[Option<u8>], b: &[Option<u8>]) -> u32 {
    let both = a
        .iter()
        .zip(b)
        .filter_map(|(a, b)| Some(u32::from(a.as_ref()?.abs_diff(*b.as_ref()?))));
    let (sum, places) = both.fold((0, 0), |(sum, places), step| (sum + step, places + 1));
    (sum * 1_000_u32).checked_div(places).unwrap_or(FAR)
}

/// The things, by their places, in an order in which those that are alike stand beside each other.
/// Those of which nothing is known come last, as they stood.
pub(super) fn path(things: &[Vec<Option<u8>>]) -> Vec<usize> {
    let is_known = |at: &usize| {
        things
            .get(*at)
            .is_some_and(|t| t.iter().any(Option::is_some))
    };
    let (known, unknown): (Vec<usize>, Vec<usize>) = (0..things.len()).partition(is_known);
    let ways = Ways {
        apart: known
            .iter()
            .map(|a| {
                known
                    .iter()
                    .map(|b| apart(&things[*a], &things[*b]))
                    .collect()
            })
            .collect(),
    };
    let starts = (0..known.len()).take(BEGINNINGS);
    let found = starts.map(|start| ways.shorter(ways.nearest(start)));
    let mut best = found.min_by_key(|way| ways.length(way)).unwrap_or_default();
    let strength = |at: Option<&usize>| -> u32 {
        let thing = at.and_then(|at| things.get(*known.get(*at)?));
        thing
            .into_iter()
            .flatten()
            .flatten()
            .map(|step| u32::from(*step))
            .sum()
    };
    let (first, last) = (best.first(), best.last());
    if (strength(last), first) > (strength(first), last) {
        best.reverse();
    }
    best.into_iter()
        .filter_map(|at| known.get(at).copied())
        .chain(unknown)
        .collect()
}

/// How far each is from each.
struct Ways {
    apart: Vec<Vec<u32>>,
}

impl Ways {
    fn between(&self, a: usize, b: usize) -> u32 {
        self.apart
            .get(a)
            .and_then(|row| row.get(b))
            .copied()
            .unwrap_or(FAR)
    }

    fn length(&self, way: &[usize]) -> u32 {
        way.windows(2)
            .map(|pair| self.between(pair[0], pair[1]))
            .sum()
    }

    /// From one to the nearest that is left, again and again.
    fn nearest(&self, start: usize) -> Vec<usize> {
        let mut left: Vec<usize> = (0..self.apart.len()).filter(|at| *at != start).collect();
        let mut way = vec![start];
        let mut here = start;
        while let Some(place) = (0..left.len()).min_by_key(|place| self.between(here, left[*place]))
        {
            here = left.remove(place);
            way.push(here);
        }
        way
    }

    /// Turns stretches round while that makes the way shorter.
    fn shorter(&self, mut way: Vec<usize>) -> Vec<usize> {
        for _ in 0..ROUNDS {
            let mut changed = false;
            for from in 0..way.len() {
                for to in from + 1..way.len() {
                    let before = from.checked_sub(1).map(|at| way[at]);
                    let after = way.get(to + 1).copied();
                    let join = |a: Option<usize>, b: Option<usize>| {
                        a.zip(b).map_or(0, |(a, b)| self.between(a, b))
                    };
                    let (first, last) = (Some(way[from]), Some(way[to]));
                    let now = join(before, first) + join(last, after);
                    if join(before, last) + join(first, after) < now {
                        way[from..=to].reverse();
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
        }
        way
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn things(rows: &[&str]) -> Vec<Vec<Option<u8>>> {
        let step = |sign: char| sign.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
        rows.iter()
            .map(|row| row.chars().map(step).collect())
            .collect()
    }

    #[test]
    fn the_difference_is_a_mean_over_what_is_known_of_both() {
        let rows = things(&["3300", "3003", "?3?0", "????"]);
        assert_eq!(apart(&rows[0], &rows[0]), 0);
        assert_eq!(apart(&rows[0], &rows[1]), 1_500);
        assert_eq!(apart(&rows[1], &rows[2]), 3_000);
        assert_eq!(apart(&rows[0], &rows[2]), 0);
        assert_eq!(apart(&rows[0], &rows[3]), FAR);
    }

    #[test]
    fn like_things_stand_together_the_strong_first_and_the_unknown_last() {
        let rows = things(&["????", "3300", "0033", "3310", "0023", "3333"]);
        assert_eq!(path(&rows), [1, 3, 5, 2, 4, 0]);
        assert_eq!(path(&things(&[])), Vec::<usize>::new());
        assert_eq!(path(&things(&["??", "1?"])), [1, 0]);
    }
}
