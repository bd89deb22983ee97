// Answers as the board keeps them: {themes: {id: 0..100}, criteria: {id: 0..100}, unsure: [id]}.

export const copied = (points) => ({
  themes: { ...points.themes },
  criteria: { ...points.criteria },
  unsure: [...points.unsure],
});

const inOrder = (values) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

/** The same text for the same answers, in whatever order they were given. */
export const asText = ({ themes, criteria, unsure }) =>
  JSON.stringify([inOrder(themes), inOrder(criteria), [...unsure].sort()]);

/** Which themes have points and which are not known; when that changes, other controls are needed. */
export const answersOf = (points) => String([Object.keys(points.themes).sort(), "", [...points.unsure].sort()]);

/** Whether this one has the most points, and no other has. */
export const onlyLargest = (points, key, most) =>
  points[key] === most && Object.values(points).filter((value) => value === most).length === 1;
