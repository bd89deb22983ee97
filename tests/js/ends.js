// Between which scores an effect may lie: all of them where it is not known and no range is stated for it.

export const endsOf = (scores) => scores.map((score) => (score === null ? [0, 100] : [score, score]));
