/* `/` goes to the find box, unless one is typing. */
const TYPING = "input, textarea, select, [contenteditable]";

export function watchKeys(page) {
  page.addEventListener("keydown", (event) => {
    const box = [...page.querySelectorAll("[data-find]")].find((one) => one.offsetParent);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box) return;
    if (event.target.closest(TYPING)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
