// What is out of view need not follow a hand: it waits until the hand lets go, or until somebody scrolls to it.

/** A function that tells whether a node is in the window. Until the browser told of one, it is; `enter` hears it come in. */
export function watchSight(nodes, enter) {
  const away = new WeakSet();
  const watch = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      if (!isIntersecting) away.add(target);
      else if (away.delete(target)) enter(target);
    }
  });
  for (const node of nodes) watch.observe(node);
  return (node) => !away.has(node);
}
