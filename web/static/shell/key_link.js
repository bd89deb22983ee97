// The secret of an own case stands behind # in its link. It leaves the address before anything else, is posted once, and
// the page begins anew with the cookie that came back, which no script can read.

(() => {
  const here = new URL("..", document.currentScript.src);
  const take = () => {
    const behind = new URLSearchParams(location.hash.slice(1));
    if (!behind.has("sleutel")) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    fetch(new URL("sleutel", here), { method: "POST", body: behind }).finally(() => location.reload());
  };
  addEventListener("hashchange", take);
  take();
})();
