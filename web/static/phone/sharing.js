// The link with these weights: copied, or given to what the phone has to share with.

const find = (selector) => document.querySelector(selector);

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand?.("copy") ?? false;
  }
}

export function listenToSharing(words) {
  find("#copy").addEventListener("click", async () => {
    find("#copied").textContent = (await copied(find("#address"))) ? words.copied : words.copy_failed;
  });
  if (!navigator.share) return;
  find("#send").hidden = false;
  find("#send").addEventListener("click", () =>
    navigator.share({ title: document.title, url: find("#address").value }).catch(() => {}),
  );
}
