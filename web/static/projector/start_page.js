// The wall before anything is weighed: a clicker walks along what there is to begin with, page after page; Enter takes one.

const pages = () => [...document.querySelectorAll(".p-columns")];

export function showPage(wanted) {
  pages().forEach((columns, place) => {
    columns.hidden = place !== wanted;
  });
}

export const nextPage = () => showPage((pages().findIndex((columns) => !columns.hidden) + 1) % pages().length);

/** One box on or back. */
export function walk(by) {
  const links = [...document.querySelectorAll(".p-example")];
  const here = links.indexOf(document.activeElement);
  const link = links[Math.min(links.length - 1, Math.max(0, here + by))];
  if (!link) return;
  showPage(pages().indexOf(link.closest(".p-columns")));
  link.focus();
}
