/* What floats stands under the button that opened it, also where the browser does not place it by itself. */
export function watchPopovers(page) {
  if (!("popover" in HTMLElement.prototype)) page.addEventListener("click", toggle);
  if (CSS.supports("position-area: block-end")) return;
  page.addEventListener("toggle", (event) => {
    const shown = event.target;
    const button = page.querySelector(`[popovertarget="${CSS.escape(shown.id)}"]`);
    if (event.newState === "open" && button && matchMedia("(min-width: 62rem)").matches) place(shown, button);
  }, true);
}

function toggle(event) {
  const target = event.target.closest("[popovertarget]")?.getAttribute("popovertarget");
  if (target) document.getElementById(target)?.toggleAttribute("data-open");
}

function place(shown, button) {
  const at = button.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - shown.offsetWidth - 8));
  const below = at.bottom + shown.offsetHeight + 8 < innerHeight;
  Object.assign(shown.style, { left: `${left}px`, top: `${below ? at.bottom : Math.max(8, at.top - shown.offsetHeight - 16)}px` });
}
